"""敏感性: the judgements that could move the grade, up and down; each leads to its indicator."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models import kinds
from models.sensitivity import MOST_SETS, Lever, Sensitivity, Way, sensitivity
from services.workspace import Change
from ui.context import Context
from ui.panels.detail import Heading, rule, scrolled, surface
from ui.panels.links import LinkText, Part
from ui.words import listed, told, worded

HEIGHT, LEAST, NARROW = 216, 110, 760


class SensitivityPanel(QFrame):
    """Below the tree: at the left what could lift the grade, at the right what could lower it."""

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "surface")
        self._context = context
        self.lines: dict[str, LinkText] = {}
        self.titles: list[str] = []
        look = context.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule(self))
        head = QHBoxLayout()
        head.setContentsMargins(look.px(12), look.px(6), look.px(8), look.px(4))
        head.addWidget(Heading(look, self.tr("敏感性"), self.tr("哪些人工评定会改变等次"), self), 1)
        close = QPushButton(self.tr("收起"), self)
        close.setProperty("small", True)
        close.clicked.connect(self.closed)
        head.addWidget(close)
        column.addLayout(head)
        self._body = surface(self)
        self._sides = QHBoxLayout(self._body)
        self._sides.setContentsMargins(look.px(12), 0, look.px(12), look.px(8))
        self._sides.setSpacing(look.px(24))
        self._content: list[QWidget] = []
        column.addWidget(scrolled(self._body), 1)
        context.changed.connect(self._follow)
        look.changed.connect(self._resize)
        self._resize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Both ways beside each other, or under each other where there is little room."""
        super().resizeEvent(event)
        directions, is_narrow = QBoxLayout.Direction, self.width() < self._context.look.px(NARROW)
        self._sides.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)

    def _resize(self) -> None:
        """At most two fifths of the page: the rest belongs to the tree."""
        page = self.parentWidget()
        room = page.height() * 2 // 5 if page is not None and page.isVisible() else HEIGHT
        self.setFixedHeight(max(min(self._context.look.px(HEIGHT), room), self._context.look.px(LEAST)))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was hidden."""
        super().showEvent(event)
        self._resize()
        self._write()

    def _follow(self, _change: Change) -> None:
        self._write()

    def _write(self) -> None:
        found = sensitivity(self._context.records, self._context.evaluation)
        for old in self._content:
            self._sides.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines, self.titles = {}, []
        self._content = self._sides_of(found)
        for side in self._content:
            self._sides.addWidget(side, 1, Qt.AlignmentFlag.AlignTop)

    def _sides_of(self, found: Sensitivity) -> list[QWidget]:
        if found.grade is None:
            return [self._note(told(found.reason))]
        up = (
            self._side(found.up, self.tr("升到“{0}”：还差 {1} 分"), self.tr("可加"))
            if found.up is not None
            else self._note(self.tr("“{0}”已是最高等次").format(worded(found.grade)))
        )
        down = (
            self._side(found.down, self.tr("降到“{0}”：再失 {1} 分"), self.tr("可减"))
            if found.down is not None
            else self._note(self.tr("“{0}”已是最低等次").format(worded(found.grade)))
        )
        return [up, down]

    def _note(self, words: str) -> QWidget:
        label = QLabel(words, self._body)
        label.setWordWrap(True)
        self.titles.append(words)
        return label

    def _side(self, way: Way, title: str, verb: str) -> QWidget:
        side = QWidget(self._body)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._context.look.px(4))
        words = title.format(worded(way.grade), kinds.show_number(way.points))
        self.titles.append(words)
        head = QLabel(words, side)
        head.setProperty("role", "section")
        column.addWidget(head)
        column.addWidget(self._outcome(way, side))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._context.look.px(12))
        grid.setVerticalSpacing(self._context.look.px(2))
        grid.setColumnStretch(0, 1)
        for at, lever in enumerate(way.levers):
            self._line(grid, at, lever, verb, side)
        column.addLayout(grid)
        return side

    def _outcome(self, way: Way, side: QWidget) -> LinkText:
        """How few judgements would do: the smallest set with links, and how many others are as small."""
        text = LinkText(self._context.look, side)
        if not way.sets:
            text.say(told(way.reason))
            return text
        alone = sum(lever.alone for lever in way.levers)
        if alone:
            text.say(self.tr("有 {0} 项单独改变就够").format(alone))
            return text
        first, count = way.sets[0], len(way.sets)
        parts: list[Part | str] = [self.tr("至少 {0} 项一起改变才够，如 ").format(len(first))]
        for at, row_id in enumerate(first):
            parts += [listed(("", ""))] if at else []
            parts.append(Part(self._code(row_id), partial(self._go, row_id)))
        if count > 1:
            some = (
                self.tr("；这样的组合不少于 {0} 种")
                if count >= MOST_SETS
                else self.tr("；这样的组合有 {0} 种")
            )
            parts.append(some.format(count))
        text.say(*parts)
        return text

    def _line(self, grid: QGridLayout, at: int, lever: Lever, verb: str, side: QWidget) -> None:
        name = LinkText(self._context.look, side)
        name.setWordWrap(False)
        words = f"{self._code(lever.indicator)}　{lever.name}".strip("　")
        name.say(Part(words, partial(self._go, lever.indicator)))
        self.lines.setdefault(f"{verb} {self._code(lever.indicator)}", name)
        score = f"{kinds.show_number(lever.score)} / {kinds.show_number(lever.weight)}"
        cells = (score, f"{verb} {kinds.show_number(lever.room)}", self.tr("单独即可") if lever.alone else "")
        grid.addWidget(name, at, 0)
        for place, cell in enumerate(cells, 1):
            label = QLabel(cell, side)
            label.setProperty("role", "doubt" if place == 3 else "muted" if place == 1 else "")
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(label, at, place)

    def _code(self, row_id: str) -> str:
        row = self._context.evaluation.node(row_id).row
        return str(row["code"] or row["name"] or "")

    def _go(self, row_id: str) -> None:
        self._context.show_row("indicator", row_id)
