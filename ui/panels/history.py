"""Who changed what and when: the entries newest first, and below what the chosen one changed."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QToolButton, QTreeWidget, QTreeWidgetItem, QWidget

from models.fields import Field, Kind
from models.kinds import show
from models.records import Records
from models.schema import SCHEMA
from services.project import Change, Entry
from ui.context import Context
from ui.dialogs import Frame

ENTRIES, CHANGES = 500, 500
_ENTRY = Qt.ItemDataRole.UserRole


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
        return show(field, value, money_unit=records.money_unit)  # type: ignore[arg-type]
    except (TypeError, ValueError, KeyError):
        return str(value)


class HistoryDialog(Frame):
    """Stays open beside the work and follows every edit; takes back and does again by name."""

    def __init__(self, context: Context, undo: QAction, redo: QAction, parent: QWidget | None = None) -> None:
        super().__init__(context.look, "", parent=parent)
        self.setWindowTitle(self.tr("修改历史"))
        self.context = context
        self.entries = self._list((self.tr("时间"), self.tr("姓名"), self.tr("修改")), (140, 110))
        self.changes = self._list(
            (self.tr("表"), self.tr("行"), self.tr("字段"), self.tr("原来"), self.tr("改为")),
            (100, 220, 120, 170),
        )
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.entries)
        split.addWidget(self.changes)
        split.setSizes([360, 200])
        self.body.addWidget(split, 1)
        for action in (undo, redo):
            self._add_button(action)
        self.entries.currentItemChanged.connect(self._choose)
        self.changes.itemActivated.connect(self._go)
        context.changed.connect(self._fill)
        self.resize(self.look.px(860), self.look.px(560))
        self._fill()

    def _list(self, titles: tuple[str, ...], widths: tuple[int, ...]) -> QTreeWidget:
        made = QTreeWidget(self)
        made.setHeaderLabels(list(titles))
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        for at, width in enumerate(widths):
            made.setColumnWidth(at, self.look.px(width))
        made.setAccessibleName(titles[-1])
        return made

    def _add_button(self, action: QAction) -> None:
        button = QToolButton(self)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setDefaultAction(action)
        self.foot.insertWidget(self.foot.indexOf(self.main), button)

    def _fill(self, _change: object = None) -> None:
        entries = self.context.workspace.project.history(ENTRIES)
        self.entries.clear()
        for entry in entries:
            item = QTreeWidgetItem([shown_time(entry.time), entry.person, entry.label])
            item.setData(0, _ENTRY, entry)
            item.setToolTip(2, entry.label)
            self.entries.addTopLevelItem(item)
        full = len(entries) == ENTRIES
        self.outcome.setText(self.tr("最近 {0} 次修改").format(ENTRIES) if full else "")
        if entries:
            self.entries.setCurrentItem(self.entries.topLevelItem(0))

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        self.changes.clear()
        entry = item.data(0, _ENTRY) if item is not None else None
        if not isinstance(entry, Entry):
            return
        for change in entry.changes[:CHANGES]:
            self.changes.addTopLevelItem(self._line(change))
        if len(entry.changes) > CHANGES:
            more = self.tr("……共 {0} 处").format(len(entry.changes))
            self.changes.addTopLevelItem(QTreeWidgetItem(["", more]))

    def _line(self, change: Change) -> QTreeWidgetItem:
        table = SCHEMA.get(change.table)
        field = table.field(change.field) if table and table.has(change.field) else None
        records = self.context.records
        words = [
            table.label if table else change.table,
            change.name,
            field.label if field else change.field,
            shown_value(records, field, change.before),
            shown_value(records, field, change.after),
        ]
        item = QTreeWidgetItem(words)
        item.setData(0, _ENTRY, (change.table, change.row, change.field))
        for at, text in enumerate(words):
            item.setToolTip(at, text)
        return item

    def _go(self, item: QTreeWidgetItem) -> None:
        place = item.data(0, _ENTRY)
        if place is not None:
            self.context.show_row(*place)
