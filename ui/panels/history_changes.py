"""What was changed, cell by cell, with before and after; a line leads to its row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from models.fields import Field, Kind
from models.kinds import show
from models.records import Records
from models.schema import SCHEMA
from services.project import Change
from ui.context import Context
from ui.words import listed, worded, worded_table

MOST = 500
_PLACE = Qt.ItemDataRole.UserRole
WIDTHS = (100, 220, 120, 170)


def shown_time(iso: str) -> str:
    """An entry's time for people, to the minute."""
    return datetime.fromisoformat(iso).strftime("%Y-%m-%d %H:%M")


def shown_value(records: Records, field: Field | None, value: object) -> str:
    """A value of the history as the grids show it."""
    if value is None:
        return ""
    if field is None or isinstance(value, bytes):
        return str(value)
    if field.kind is Kind.REF:
        return records.title(field.table, str(value)) or str(value)
    try:
        shown = show(field, value, money_unit=records.money_unit)  # type: ignore[arg-type]
    except (TypeError, ValueError, KeyError):
        return str(value)
    return worded(shown) if isinstance(value, bool) or field.choices or field.words else shown


def tables_touched(changes: Sequence[Change]) -> str:
    """How many rows of which tables: 合同 3 行、付款 42 行."""
    rows: dict[str, set[str]] = {}
    for change in changes:
        rows.setdefault(change.table, set()).add(change.row)
    words = QCoreApplication.translate("History", "{0} {1} 行")
    return listed(words.format(worded_table(SCHEMA[table].label), len(ids)) for table, ids in rows.items())


class ChangeList(QTreeWidget):
    """Table, row, field, before, after."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setHeaderLabels(
            [self.tr("表"), self.tr("行"), self.tr("栏目"), self.tr("原来"), self.tr("改为")]
        )
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAccessibleName(self.tr("改了什么"))
        for at, width in enumerate(WIDTHS):
            self.setColumnWidth(at, context.look.px(width))
        self.itemActivated.connect(self._go)

    def name_sides(self, before: str, after: str) -> None:
        """What the two columns of values are called."""
        for at, words in ((3, before), (4, after)):
            self.headerItem().setText(at, words)

    def show_changes(self, changes: Sequence[Change]) -> None:
        """Show these changes, the first ones where there are too many."""
        self.clear()
        self.addTopLevelItems([self._line(change) for change in changes[:MOST]])
        if len(changes) > MOST:
            more = self.tr("……共 {0} 处").format(f"{len(changes):,}")
            self.addTopLevelItem(QTreeWidgetItem(["", more]))

    def _line(self, change: Change) -> QTreeWidgetItem:
        table, records = SCHEMA.get(change.table), self._context.records
        field = table.field(change.field) if table and table.has(change.field) else None
        what = {"insert": self.tr("新增"), "delete": self.tr("删除")}.get(change.action, "")
        words = [
            worded_table(table.label) if table else change.table,
            change.name,
            worded(field.label) if field else self._bookkeeping(change.field) or what,
            shown_value(records, field, change.before),
            shown_value(records, field, change.after),
        ]
        item = QTreeWidgetItem(words)
        item.setData(0, _PLACE, (change.table, change.row, change.field))
        is_high = any("\n" in text for text in words)
        for at, text in enumerate(words):
            item.setToolTip(at, text)
            if is_high:
                item.setTextAlignment(at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        return item

    def _bookkeeping(self, name: str) -> str:
        return {"position": self.tr("次序"), "void_reason": self.tr("作废理由")}.get(name, name)

    def _go(self, item: QTreeWidgetItem) -> None:
        place = item.data(0, _PLACE)
        if place is not None:
            self._context.show_row(*place)
