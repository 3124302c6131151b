"""Step 3: every cell that is refused with its reason, and every row to be written, to be left out at will."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from models.records import Records
from models.schema import SCHEMA
from services.importing import BadCell, Plan, RowChange
from ui.importing.change_words import change_words, new_words
from ui.look import Look
from ui.words import told, worded, worded_table

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
CHECK = Qt.ItemDataRole.CheckStateRole


class _Lines(QAbstractTableModel):
    """A list with heads; its texts are made when they are looked at."""

    def __init__(self, heads: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._heads = tuple(heads)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """As many as heads."""
        return len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The heads; rows are not numbered."""
        is_head = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._heads[section] if is_head else None


class BadCells(_Lines):
    """The cells that are refused."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__((_tr("工作表"), _tr("行"), _tr("列"), _tr("为什么，怎么改")), parent)
        self._look = look
        self.cells: tuple[BadCell, ...] = ()

    def fill(self, cells: tuple[BadCell, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self.cells = cells
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """One line for every cell."""
        return 0 if parent.isValid() else len(self.cells)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Place and sentence."""
        cell = self.cells[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (cell.sheet, str(cell.row), worded(cell.column), told(cell.message))[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 3:
            return QBrush(self._look.color("error"))
        return None


class Changes(_Lines):
    """The rows to be written, each with a tick."""

    ticked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__((_tr("表"), _tr("来自"), _tr("行"), _tr("内容")), parent)
        self._plan = Plan((), (), ())
        self._records: Records | None = None
        self.left_out: set[int] = set()

    def fill(self, plan: Plan, records: Records) -> None:
        """Show a plan, everything ticked."""
        self.beginResetModel()
        self._plan, self._records, self.left_out = plan, records, set()
        self.endResetModel()

    def tick_all(self, *, on: bool) -> None:
        """Take all rows, or none."""
        self.left_out = set() if on else set(range(self.rowCount()))
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0), [CHECK])
        self.ticked.emit()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """One line for every change."""
        return 0 if parent.isValid() else len(self._plan.changes)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first column carries the tick."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Table, place in the file, title and values or differences."""
        change = self._plan.changes[index.row()]
        if role == CHECK and index.column() == 0:
            return Qt.CheckState.Unchecked if index.row() in self.left_out else Qt.CheckState.Checked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(change, index.column())
        return None

    def _text(self, change: RowChange, column: int) -> str:
        assert self._records is not None
        if column == 0:
            return worded_table(SCHEMA[change.table].label)
        if column == 1:
            return f"{change.sheet} {change.row}"
        if column == 2:
            return change.title
        return (new_words if change.new else change_words)(self._records, change)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick."""
        if role != CHECK:
            return False
        is_on = Qt.CheckState(value) == Qt.CheckState.Checked
        (self.left_out.discard if is_on else self.left_out.add)(index.row())
        self.dataChanged.emit(index, index, [CHECK])
        self.ticked.emit()
        return True


class CheckPage(QWidget):
    """Refused cells above, rows below."""

    ticked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(10), look.px(16), 0)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setChildrenCollapsible(False)
        self.bad, self.changes = BadCells(look, self), Changes(self)
        self.bad_view = self._view(self.bad, (130, 56, 150), self.tr("不能导入的单元格"))
        self.change_view = self._view(self.changes, (110, 130, 300), self.tr("将写入的行"))
        self.bad_word, self.change_word, self.notes = QLabel(self), QLabel(self), QLabel(self)
        self._bad_pane = self._pane(self.bad_word, self.bad_view, ())
        all_, none = QPushButton(self.tr("全选"), self), QPushButton(self.tr("全不选"), self)
        self.none = none
        for button, on in ((all_, True), (none, False)):
            button.setProperty("small", True)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, on=on: self.changes.tick_all(on=on))
        self.splitter.addWidget(self._bad_pane)
        self.splitter.addWidget(self._pane(self.change_word, self.change_view, (all_, none)))
        self.splitter.setSizes([look.px(170), look.px(300)])
        column.addWidget(self.splitter, 1)
        self.notes.setProperty("role", "note")
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self.notes)
        self.changes.ticked.connect(self.ticked)

    def _pane(self, word: QLabel, view: QTableView, buttons: Sequence[QPushButton]) -> QWidget:
        pane = QWidget(self)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, self._look.px(4), 0, 0)
        column.setSpacing(self._look.px(4))
        row = QHBoxLayout()
        word.setProperty("role", "section")
        row.addWidget(word, 1)
        for button in buttons:
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(view, 1)
        return pane

    def _view(self, model: QAbstractTableModel, widths: Sequence[int], name: str) -> QTableView:
        look = self._look
        view = QTableView(self)
        view.setModel(model)
        view.setAccessibleName(name)
        view.setFrameShape(QTableView.Shape.NoFrame)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(look.row_height)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        view.horizontalHeader().setStretchLastSection(True)
        for at, width in enumerate(widths):
            view.setColumnWidth(at, look.px(width))
        return view

    def show_plan(self, plan: Plan, records: Records) -> None:
        """Show what would be written and what cannot be."""
        self.bad.fill(plan.bad)
        self.changes.fill(plan, records)
        self._bad_pane.setVisible(bool(plan.bad))
        self.bad_word.setText(self.tr("不能导入的单元格　{0}　所在的行不导入").format(len(plan.bad)))
        self.change_word.setText(self.tr("将写入的行　{0}　去掉勾选的不写入").format(len(plan.changes)))
        more = len(plan.notes) - 1
        said = told(plan.notes[0]) if plan.notes else ""
        if more > 0:
            said += self.tr("；另有 {0} 条说明").format(more)
        self.notes.setText(said)
        self.notes.setToolTip("\n".join(map(told, plan.notes[:40])))
        self.notes.setVisible(bool(said))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportCheck", text)
