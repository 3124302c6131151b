"""Text with links: numbers lead to their rows, titles to where they are edited."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QMenu, QWidget

from models.schema import SCHEMA
from models.sources import Pair
from ui.context import Context
from ui.look import Look
from ui.words import told, worded, worded_table

MENU_LIMIT = 24
GAP = "\u00a0\u00a0\u00a0"
"""The space between two things on one line; rich text would make one narrow space of a wide one."""

_N = QT_TRANSLATE_NOOP
_COUNTED = {
    "payment": _N("Links", "{0} {1} 笔"),
    "expense": _N("Links", "{0} {1} 笔"),
    "allocation": _N("Links", "{0} {1} 份"),
    "contract": _N("Links", "{0} {1} 份"),
    "roster_entry": _N("Links", "{0} {1} 人"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of text; with `run` it is a link. `role` is a token for its colour."""

    text: str
    run: Callable[[], object] | None = None
    role: str = ""
    bold: bool = False


class LinkText(QLabel):
    """A label made of parts; its links can be reached by mouse and keyboard and follow the theme."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.parts: tuple[Part, ...] = ()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.linkActivated.connect(self._activate)
        look.changed.connect(self._write)

    def say(self, *parts: Part | str) -> None:
        """Show these parts one after the other."""
        self.parts = tuple(Part(part) if isinstance(part, str) else part for part in parts)
        self.setAccessibleName("".join(part.text for part in self.parts))
        self._write()
        # Tab stops here only where there is something to follow.
        leads = any(part.run is not None for part in self.parts)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if leads else Qt.FocusPolicy.NoFocus)

    def _write(self) -> None:
        self.setText("".join(self._html(at, part) for at, part in enumerate(self.parts)))

    def _html(self, at: int, part: Part) -> str:
        text = html.escape(part.text).replace("\n", "<br>")
        role = part.role or ("accent" if part.run is not None else "")
        style = f"color:{self._look.color(role).name()};" if role else ""
        if part.bold:
            style += "font-weight:600;"
        if part.run is not None:
            return f'<a href="{at}" style="{style}text-decoration:none">{text}</a>'
        return f'<span style="{style}">{text}</span>' if style else text

    def _activate(self, link: str) -> None:
        run = self.parts[int(link)].run
        if run is not None:
            run()

    def follow(self, text: str) -> None:
        """Follow the link with these words; ValueError when there is none."""
        texts = [part.text if part.run is not None else None for part in self.parts]
        self._activate(str(texts.index(text)))


def show_rows(context: Context, rows: Sequence[Pair], parent: QWidget) -> None:
    """Go to the row behind a number; where there are several, offer them by title."""
    if len(rows) == 1:
        context.show_row(*rows[0])
        return
    choices = [
        (
            f"{worded(SCHEMA[table].label)}　{told(context.records.title(table, row_id))}",
            partial(context.show_row, table, row_id),
        )
        for table, row_id in rows[:MENU_LIMIT]
    ]
    menu = offer(parent, choices)
    if len(rows) > MENU_LIMIT:
        more = QCoreApplication.translate("Links", "……共 {0} 行").format(len(rows))
        menu.addAction(more).setEnabled(False)


def offer(parent: QWidget, choices: Sequence[tuple[str, Callable[[], object]]]) -> QMenu:
    """Open a menu at the pointer, under the widget when the pointer is elsewhere; it goes when it closes."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for text, run in choices:
        action = menu.addAction(text.replace("&", "&&"))
        action.triggered.connect(lambda _checked=False, run=run: run())
    menu.popup(_place(parent))
    return menu


def _place(parent: QWidget) -> QPoint:
    """Where somebody looks: the pointer over the widget, else what has the focus, else the widget."""
    pointer = QCursor.pos()
    if parent.rect().contains(parent.mapFromGlobal(pointer)):
        return pointer
    focus = QApplication.focusWidget()
    at = focus if focus is not None and parent.isAncestorOf(focus) else parent
    if isinstance(at, QAbstractItemView) and at.currentIndex().isValid():
        return at.viewport().mapToGlobal(at.visualRect(at.currentIndex()).bottomLeft())
    return at.mapToGlobal(at.rect().topLeft() + QPoint(0, min(at.height(), at.fontMetrics().height() * 2)))


def _counted_words(table: str) -> str:
    return QCoreApplication.translate("Links", _COUNTED.get(table, _N("Links", "{0} {1} 项")))


def counted(rows: Sequence[Pair]) -> list[tuple[str, list[Pair]]]:
    """Rows gathered by table, with words like 付款 23 笔."""
    tables = Counter(table for table, _row in rows)
    return [
        (
            _counted_words(table).format(worded_table(SCHEMA[table].label), count),
            [row for row in rows if row[0] == table],
        )
        for table, count in tables.items()
    ]
