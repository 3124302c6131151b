"""Place by place: what was proposed, what is proposed now, what stands in the chapter; taken or not."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.look import Look
from ui.panels.detail import rule, scrolled, surface
from ui.words import headed


@dataclass(frozen=True, slots=True)
class Version:
    """One of the texts of a place: what it is called, its paragraphs, and what it is compared with."""

    title: str
    lines: Sequence[str]
    against: Sequence[str] | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its versions and what can be done about it: words and what they do, the main one first."""

    versions: Sequence[Version]
    choices: Sequence[tuple[str, Callable[[], object]]]


class ChapterCompare(QWidget):
    """Shows places under each other; `left` when the reader goes back to the text."""

    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._title = QLabel(self)
        self._title.setProperty("role", "section")
        self._title.setWordWrap(True)
        self.back = QPushButton(self.tr("回到正文"), self)
        self.back.setProperty("small", True)
        self.back.clicked.connect(self.left)
        head = QHBoxLayout()
        head.setContentsMargins(look.px(20), look.px(8), look.px(20), look.px(8))
        head.addWidget(self._title, 1)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        self._area: QScrollArea = scrolled(surface(self))
        self.buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(rule(self))
        column.addWidget(self._area, 1)

    def show_places(self, title: str, places: Sequence[Place]) -> None:
        """Show these places."""
        place = self._area.verticalScrollBar().value()
        self._title.setText(title)
        self.buttons = []
        page = surface(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(*[self._look.px(20)] * 4)
        column.setSpacing(self._look.px(14))
        for number, each in enumerate(places, 1):
            column.addWidget(self._box(number, each, page))
        column.addStretch(1)
        self._area.setWidget(page)
        self._area.verticalScrollBar().setValue(place)

    def _box(self, number: int, place: Place, parent: QWidget) -> QFrame:
        look = self._look
        box = QFrame(parent)
        box.setProperty("kind", "box")
        grid = QGridLayout(box)
        grid.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(10))
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(6))
        grid.setColumnStretch(1, 1)
        heading = QLabel(self.tr("第 {0} 处").format(number), box)
        heading.setProperty("role", "section")
        grid.addWidget(heading, 0, 0, 1, 2)
        for at, version in enumerate(place.versions, 1):
            label = QLabel(version.title, box)
            label.setProperty("role", "note")
            text = QLabel(marked(version, look), box)
            text.setTextFormat(Qt.TextFormat.RichText)
            text.setWordWrap(True)
            text.setAccessibleName(headed(version.title, " ".join(version.lines)))
            grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, at, 1)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addStretch(1)
        for words, run in place.choices:
            button = QPushButton(words, box)
            button.setProperty("small", True)
            button.clicked.connect(lambda _checked=False, run=run: run())
            self.buttons.append(button)
            row.addWidget(button)
        grid.addLayout(row, len(place.versions) + 1, 0, 1, 2)
        return box


def marked(version: Version, look: Look) -> str:
    """The paragraphs of a version, what is not in the other one underlined, what is only there struck."""
    text = "\n".join(version.lines)
    if not text and not version.against:
        return _colored(
            QCoreApplication.translate("ChapterCompare", "（没有）"), look.color("text2").name(), ""
        )
    if version.against is None:
        return _escaped(text)
    other = "\n".join(version.against)
    found = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, other, text, autojunk=False).get_opcodes():
        if tag in ("delete", "replace"):
            found.append(_colored(other[i1:i2], look.color("error").name(), "line-through"))
        if tag in ("insert", "replace"):
            found.append(_colored(text[j1:j2], look.color("done").name(), "underline"))
        if tag == "equal":
            found.append(_escaped(text[j1:j2]))
    return "".join(found)


def _colored(text: str, color: str, line: str) -> str:
    return f'<span style="color:{color};text-decoration:{line or "none"}">{_escaped(text)}</span>'


def _escaped(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")
