"""The differences of two versions as a list of sentences under the kinds, each leading to its row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QTreeWidget, QTreeWidgetItem, QWidget

from models.report.blocks import Source
from models.report.comparing import KINDS, Difference
from models.schema import SCHEMA
from ui.context import Context
from ui.words import told, worded

_SOURCE = Qt.ItemDataRole.UserRole


class DifferenceList(QTreeWidget):
    """`lost` rings with a sentence when a difference leads to no row that is still there."""

    lost = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("差异"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(self._go)

    def show_differences(self, differences: Sequence[Difference]) -> None:
        """Fill the list; kinds without a difference are not there."""
        self.clear()
        for kind, word in KINDS.items():
            mine = [each for each in differences if each.kind == kind]
            if mine:
                top = QTreeWidgetItem([self.tr("{0}　{1} 处").format(worded(word), len(mine))])
                top.setFont(0, self.context.look.font(13, 600))
                self.addTopLevelItem(top)
                top.addChildren([self._line(each) for each in mine])
                top.setExpanded(True)

    def _line(self, difference: Difference) -> QTreeWidgetItem:
        sentence = told(difference.sentence)
        item = QTreeWidgetItem([sentence])
        item.setData(0, _SOURCE, difference)
        item.setToolTip(0, sentence)
        return item

    def _go(self, item: QTreeWidgetItem) -> None:
        difference = item.data(0, _SOURCE)
        if isinstance(difference, Difference):
            place = self._place(difference.source)
            if place is not None:
                self.context.show_row(*place)
            else:
                self.lost.emit(self.tr("这一处没有可以显示的行：它是报告里的文字，或那一行已经删去"))

    def _place(self, source: Source | None) -> tuple[str, str, str] | None:
        """The row that a source means now: its own, or the first of those behind a fact of the project."""
        if isinstance(source, str):
            fact = self.context.evaluation.facts.project.get(source)
            table, row_id = next(iter(fact.sources), ("", "")) if fact is not None else ("", "")
            return (table, row_id, "") if table else None
        table, row_id, field = source or ("", "", "")
        if table not in SCHEMA or self.context.records.get(table, row_id) is None:
            return None
        return table, row_id, field if SCHEMA[table].has(field) else ""
