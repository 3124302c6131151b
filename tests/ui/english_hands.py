"""What is Chinese on an English screen, apart from what people typed into the project."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QPainter, QStaticText
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QTabBar, QWidget

from models.fields import Kind
from models.records import Records
from models.schema import TABLES
from ui.panels.chapter_list import ChapterList
from ui.versions.differences import DifferenceList

CHINESE_SIGNS = re.compile("[\u3001-\u303f\u4e00-\u9fff\uff00-\uffef]")
TYPED = (Kind.TEXT, Kind.LONGTEXT)
SHORTEST, TELLING = 2, 6
"""Words of fewer letters, such as units, count as data only where they stand alone; a part of a typed text
counts from so many letters on, as a name that is cut or shortened."""
RUN = re.compile(f"[\u4e00-\u9fff]{{{TELLING},}}")
SAID = (
    "text",
    "title",
    "placeholderText",
    "toolTip",
    "accessibleName",
    "accessibleDescription",
    "windowTitle",
)
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
MOST_LINES = 40
OF_THE_REPORT = (ChapterList, DifferenceList)
"""What shows the words of the report, which is a Chinese document."""


def typed_words(records: Records) -> Iterator[str]:
    """Every text of the rows that somebody wrote, and each of its lines; no words of declarations."""
    for table in TABLES:
        names = [field.name for field in table.fields if field.kind in TYPED]
        for row in records.all(table.name):
            for name in names:
                yield from (line.strip() for line in str(row[name] or "").splitlines())


class OwnWords:
    """The Chinese of one project, to tell it from that of the program."""

    def __init__(self, words: Iterable[str]) -> None:
        found = {word for word in words if CHINESE_SIGNS.search(word)}
        found |= {word.replace("“", "‘").replace("”", "’") for word in found}
        self._whole = "\n".join(found)
        self._long = sorted((word for word in found if len(word) >= SHORTEST), key=len, reverse=True)
        short = "|".join(re.escape(word) for word in found if len(word) < SHORTEST) or "(?!)"
        self._alone = re.compile(rf"(?<![\u4e00-\u9fff])[（(]?(?:{short})[）)]?(?![\u4e00-\u9fff])")

    def left(self, text: str) -> str:
        """What of a text on the screen is Chinese and not of the project; empty where nothing is."""
        if not CHINESE_SIGNS.search(text) or (len(text) >= TELLING and text in self._whole):
            return ""
        *cut, last = text.split("…")
        stem = "".join([*(each[: len(each) - self._cut(each)] for each in cut), last])
        for take_out in (self._words_then_runs, self._runs_then_words):
            rest = self._alone.sub("", take_out(stem).replace("\u3000", " "))
            if not CHINESE_SIGNS.search(rest):
                return ""
        return rest

    def _words_then_runs(self, text: str) -> str:
        for word in self._long:
            text = text.replace(word, "") if word in text else text
        return RUN.sub(lambda run: "" if run[0] in self._whole else run[0], text)

    def _runs_then_words(self, text: str) -> str:
        """For shortened names, of which a part may be a word of its own."""
        return self._words_then_runs(RUN.sub(lambda run: "" if run[0] in self._whole else run[0], text))

    def _cut(self, stem: str) -> int:
        """How many letters at the end of a cut text are the beginning of something typed."""
        return next((long for long in range(len(stem), 0, -1) if stem[-long:] in self._whole), 0)


def chinese_left(texts: Iterable[str], own: OwnWords) -> set[str]:
    """The texts in which the program itself speaks Chinese."""
    return {text for text in texts if own.left(text)}


@contextmanager
def painted() -> Iterator[set[str]]:
    """Gathers every text that the program itself paints."""
    texts: set[str] = set()
    plain, static = QPainter.drawText, QPainter.drawStaticText

    def draw(painter: QPainter, *args: object) -> object:
        texts.update(each for each in args if isinstance(each, str))
        return plain(painter, *args)  # type: ignore[call-overload]

    def draw_static(painter: QPainter, *args: object) -> object:
        texts.update(each.text() for each in args if isinstance(each, QStaticText))
        return static(painter, *args)  # type: ignore[call-overload]

    QPainter.drawText, QPainter.drawStaticText = draw, draw_static  # type: ignore[method-assign, assignment]
    try:
        yield texts
    finally:
        QPainter.drawText, QPainter.drawStaticText = plain, static  # type: ignore[method-assign]


def texts_of(root: QWidget) -> Iterator[str]:
    """What a widget and all within it say: labels, tips, names, choices, lines, headers, menus."""
    for widget in (root, *root.findChildren(QWidget)):
        if _shows_the_report(widget):
            continue
        for said in SAID:
            text = getattr(widget, said, None)
            if callable(text) and isinstance(found := text(), str):
                yield found
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(at) for at in range(widget.count()))
        if isinstance(widget, QTabBar):
            yield from (widget.tabText(at) for at in range(widget.count()))
        if isinstance(widget, QAbstractItemView):
            yield from _lines(widget)
        for action in widget.actions():
            yield from (action.text(), action.toolTip())
    for action in root.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def _shows_the_report(widget: QWidget) -> bool:
    """Whether it is a list of chapters or the like, or a choice over such a list."""
    model = widget.model() if isinstance(widget, QAbstractItemView | QComboBox) else None
    return isinstance(widget, OF_THE_REPORT) or (
        model is not None and isinstance(QObject.parent(model), OF_THE_REPORT)
    )


def _lines(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    has_header = hasattr(view, "horizontalHeader") or hasattr(view, "header")

    def cells(parent: QModelIndex) -> Iterator[QModelIndex]:
        columns = (
            model.columnCount(parent) if hasattr(view, "horizontalHeader") or hasattr(view, "header") else 1
        )
        for row in range(min(model.rowCount(parent), MOST_LINES)):
            yield from (model.index(row, column, parent) for column in range(columns))
            yield from cells(model.index(row, 0, parent))

    if has_header:
        for section in range(model.columnCount(view.rootIndex())):
            heads = (model.headerData(section, Qt.Orientation.Horizontal, role) for role in ROLES[:2])
            yield from (head for head in heads if isinstance(head, str))
    for index in cells(view.rootIndex()):
        yield from (text for role in ROLES if isinstance(text := model.data(index, role), str))
