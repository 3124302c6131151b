"""What a live number is: how it came about, the ways of writing it, the way to its rows, and back to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.report.live.quoting import Quoted
from models.report.live.syntax import Field
from models.schema import SCHEMA
from ui.context import Context
from ui.panels.links import GAP, LinkText, Part, show_rows
from ui.panels.live_words import LiveWords
from ui.panels.quiet_combo import QuietCombo
from ui.words import bracketed, told, worded


class FieldBox(QFrame):
    """Hidden until a field is at the caret; `changed` brings the field that is wanted in its place."""

    changed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._field: Field | None = None
        self.setProperty("kind", "box")
        look = context.look
        self.number = QLabel(self)
        self.number.setProperty("role", "section")
        self.links, self.how = LinkText(look, self), LinkText(look, self)
        self.links.setWordWrap(False)
        self.way = QuietCombo(self)
        self.way.setAccessibleName(self.tr("写法"))
        self.way.activated.connect(self._choose)
        self._how_label, self._way_label = QLabel(self.tr("算法"), self), QLabel(self.tr("写法"), self)
        head = QFrame(self)
        head.setProperty("kind", "head")
        row = QHBoxLayout(head)
        row.setContentsMargins(look.px(10), look.px(4), look.px(10), look.px(4))
        row.addWidget(self.number, 1)
        row.addWidget(self.links)
        grid = QGridLayout()
        grid.setContentsMargins(look.px(10), look.px(5), look.px(10), look.px(6))
        grid.setHorizontalSpacing(look.px(24))
        grid.setVerticalSpacing(look.px(5))
        grid.setColumnStretch(2, 1)
        for at, label in enumerate((self._how_label, self._way_label)):
            label.setProperty("role", "note")
            grid.addWidget(label, at, 0)
        grid.addWidget(self.how, 0, 1, 1, 2)
        grid.addWidget(self.way, 1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(grid)
        self.hide()

    def show_field(self, field: Field | None, words: LiveWords, *, can_edit: bool) -> None:
        """Explain a field; none hides the box."""
        quoted = words.quoted(field) if field is not None else None
        self._field = field
        if field is None or quoted is None:
            self.hide()
            return
        self.number.setText(self._elided(quoted.text or words.shown(field).text))
        self.number.setToolTip(field.text)
        how = quoted.how or self._place(quoted)
        is_name = field.expression.isidentifier()
        self.how.say(f"{field.expression} ＝ {how}" if is_name and how else how or field.expression)
        self._fill_ways(field, quoted, words, can_edit=can_edit)
        self._fill_links(field, quoted, can_edit=can_edit)
        self.show()

    def _elided(self, text: str) -> str:
        room = max(self.width() - self.links.sizeHint().width() - self._context.look.px(60), 200)
        return self.number.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)

    def _place(self, quoted: Quoted) -> str:
        """Where a stored value stands: 资金 › 门户运维 › 年初预算."""
        source = next((run.source for run in quoted.runs if run.source is not None), None)
        if source is None or isinstance(source, str):
            return ""
        table, row_id, field = source
        declared = SCHEMA[table]
        label = worded(declared.field(field).label) if declared.has(field) else field
        return " › ".join(
            each
            for each in (worded(declared.label), told(self._context.records.title(table, row_id)), label)
            if each
        )

    def _fill_ways(self, field: Field, quoted: Quoted, words: LiveWords, *, can_edit: bool) -> None:
        ways = quoted.ways if field.pinned is None else ()
        self.way.clear()
        for way in ways:
            said = words.shown(replace(field, way=way)).text
            self.way.addItem(bracketed(said, way or self.tr("通常")), way)
        self.way.setCurrentIndex(max(self.way.findData(field.way), 0))
        for widget in (self.way, self._way_label):
            widget.setVisible(len(ways) > 1)
        self.way.setEnabled(can_edit)

    def _fill_links(self, field: Field, quoted: Quoted, *, can_edit: bool) -> None:
        parts: list[Part] = []
        if field.pinned is not None:
            now = quoted.now or self.tr("没有值")
            parts.append(
                Part(self.tr("数据现在是 {0}").format(now if len(now) < 40 else f"{now[:39]}…"), role="doubt")
            )
            if can_edit:
                parts.append(Part(self.tr("恢复"), partial(self.changed.emit, replace(field, pinned=None))))
        if (way := self._way_to(quoted)) is not None:
            parts.append(Part(self.tr("打开来源"), way))
        spaced = [Part(GAP)] * (2 * len(parts))
        spaced[::2] = parts
        self.links.say(*spaced[:-1])

    def _way_to(self, quoted: Quoted) -> Callable[[], object] | None:
        source = next((run.source for run in quoted.runs if run.source is not None), None)
        if quoted.rows:
            return partial(show_rows, self._context, quoted.rows, self)
        return way_to(self._context, source, self) if source is not None else None

    def _choose(self, at: int) -> None:
        if self._field is not None:
            self.changed.emit(replace(self._field, way=str(self.way.itemData(at))))


def way_to(context: Context, source: object, parent: QWidget) -> Callable[[], object] | None:
    """How to get to where a printed figure comes from: a row and field, or the rows of a fact."""
    if isinstance(source, str):
        fact = context.evaluation.facts.project.get(source)
        return (
            partial(show_rows, context, fact.sources, parent) if fact is not None and fact.sources else None
        )
    if isinstance(source, tuple):
        return partial(context.show_row, *source)
    return None
