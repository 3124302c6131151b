"""The foreign table as it is read: its rows, what each column fills, and marks where something was judged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
)
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from models.fields import NUMERIC, Kind
from models.untidy.grid import Cell, Grid, one_line
from models.untidy.layout import Layout
from models.untidy.lines import SAID, Role
from models.untidy.matching import Column
from ui.importing.combo_header import ComboHeader
from ui.look import Look
from ui.painting import paint_mark
from ui.words import told, worded

Index = QModelIndex | QPersistentModelIndex
MEASURED, LEAST, MOST = 60, 92, 300
FURTHEST = 1_000
"""Rows up to which the text that fills a cell is looked for."""

UP = "↑"
SEVERITIES = ("hint", "doubt", "error")
NO_PARENT = QModelIndex()


class SheetModel(QAbstractTableModel):
    """The grid read only; rows that are no data are grey, what is filled down is grey or an arrow."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.grid: Grid | None = None
        self.layout_: Layout | None = None
        self.marks: Mapping[Cell, tuple[str, str]] = {}
        self._filled: frozenset[Cell] = frozenset()

    def show_table(self, grid: Grid | None, layout: Layout | None) -> None:
        """Show another table, or the same one read otherwise."""
        self.beginResetModel()
        self.grid, self.layout_, self.marks = grid, layout, {}
        self._filled = frozenset()
        self.endResetModel()

    def mark(self, marks: Mapping[Cell, tuple[str, str]], filled: frozenset[Cell]) -> None:
        """Severity and sentence for cells, and the cells that are filled from above."""
        self.marks, self._filled = marks, filled
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Every row of the grid."""
        return 0 if parent.isValid() or self.grid is None else len(self.grid.rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Every column of the grid."""
        return 0 if parent.isValid() or self.grid is None else self.grid.width

    def role_of(self, row: int) -> Role:
        """What a row is."""
        return self.layout_.roles[row] if self.layout_ is not None else Role.DATA

    def column(self, index: int) -> Column | None:
        """How a column is read."""
        return self.layout_.columns[index] if self.layout_ is not None else None

    def is_number(self, index: int) -> bool:
        """Whether the column fills a number's slot."""
        column = self.column(index)
        slot = (
            self.layout_.target.slot(column.key) if self.layout_ is not None and column is not None else None
        )
        return slot is not None and (slot.field.kind in NUMERIC or slot.field.kind is Kind.DATE)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, colour, alignment and the sentence of a mark."""
        if self.grid is None:
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QBrush(self._look.color(self._color(row, column)))
        if role == Qt.ItemDataRole.BackgroundRole and self.role_of(row) is not Role.DATA:
            return QBrush(
                self._look.color("group" if self.role_of(row) in (Role.SUBTOTAL, Role.TOTAL) else "computed")
            )
        if (
            role == Qt.ItemDataRole.TextAlignmentRole
            and self.is_number(column)
            and self.role_of(row) is not Role.HEAD
        ):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _tip(self, row: int, column: int) -> str:
        assert self.grid is not None
        said = self.marks.get((row, column), ("", ""))[1]
        kind = told(SAID.get(self.role_of(row), ""))
        left_out = self.tr("{0}，不作为一行导入").format(kind) if kind else ""
        return told(said) or left_out or self.grid.text(row, column)

    def _text(self, row: int, column: int) -> str:
        assert self.grid is not None
        own = one_line(self.grid.own(row, column))
        if own or self.role_of(row) is not Role.DATA:
            return own
        start = self.grid.covered.get((row, column))
        if (row, column) in self._filled:
            return self._above(row, column)
        return UP if start is not None and start[0] < row and self.grid.own(*start) else ""

    def _above(self, row: int, column: int) -> str:
        """What a cell is filled with: the nearest text above it."""
        assert self.grid is not None
        for at in range(row - 1, max(-1, row - FURTHEST), -1):
            if self.role_of(at) is Role.DATA and (text := one_line(self.grid.own(at, column))):
                return text
        return UP

    def _color(self, row: int, column: int) -> str:
        assert self.grid is not None
        if (row, column) in self.marks and self.marks[row, column][0] == "error":
            return "error"
        column_ = self.column(column)
        is_left_out = column_ is not None and not column_.key
        is_plain = self.role_of(row) is Role.DATA and bool(self.grid.own(row, column)) and not is_left_out
        return "text" if is_plain or self.role_of(row) in (Role.SUBTOTAL, Role.TOTAL) else "text2"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The unit's own heads; row numbers as the file has them."""
        if self.grid is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(self.grid.place(section)[1])
        column = self.column(section)
        return (
            column.head.text
            if column is not None and column.head.text
            else self.tr("第 {0} 列").format(section + 1)
        )


class _MarkDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, and in its corner the mark of what was judged."""
        super().paint(painter, option, index)
        model = index.model()
        assert isinstance(model, SheetModel)
        found = model.marks.get((index.row(), index.column()))
        if found is not None:
            paint_mark(painter, QRectF(option.rect), found[0], self._look)  # type: ignore[attr-defined]


class SheetView(QTableView):
    """The foreign table with its choices in the head, for looking only."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, choosing: bool = False) -> None:
        super().__init__(parent)
        self._look = look
        self.sheet = SheetModel(look, self)
        self.head: ComboHeader | None = None
        self._wanted: list[int] = []
        if choosing:
            self.head = ComboHeader(look, self)
            self.setHorizontalHeader(self.head)
        self.setModel(self.sheet)
        self.setItemDelegate(_MarkDelegate(look, self))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setDefaultSectionSize(look.row_height)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumWidth(look.px(40))
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setCornerButtonEnabled(False)

    def show_table(self, grid: Grid | None, layout: Layout | None) -> None:
        """Show a table, its columns as wide as their texts need and the room allows."""
        self.sheet.show_table(grid, layout)
        if grid is None:
            return
        self._wanted = [self._wanted_width(column) for column in range(grid.width)]
        self.horizontalHeader().setStretchLastSection(True)
        self._share_width()

    def _wanted_width(self, column: int) -> int:
        grid, layout = self.sheet.grid, self.sheet.layout_
        assert grid is not None
        metrics = QFontMetricsF(self._look.font())
        rows = [row for row in range(min(MEASURED, len(grid.rows))) if self.sheet.role_of(row) is Role.DATA]
        texts = [one_line(grid.own(row, column))[:40] for row in rows]
        head = layout.columns[column].head.text if layout is not None else ""
        wide = max((metrics.horizontalAdvance(text) for text in (*texts, head)), default=0.0)
        return max(min(round(wide) + self._look.px(20), self._look.px(MOST)), self._least(column))

    def _least(self, column: int) -> int:
        """The least width of a column: its choice can be read."""
        layout, look = self.sheet.layout_, self._look
        slot = layout.target.slot(layout.columns[column].key) if layout is not None else None
        words = (
            QFontMetricsF(look.font()).horizontalAdvance(worded(slot.label))
            if slot is not None and self.head
            else 0
        )
        return max(look.px(LEAST), round(words) + look.px(52))

    def _share_width(self) -> None:
        """Columns get what they need; where that is too much, the wide ones give way."""
        least = [self._least(column) for column in range(len(self._wanted))]
        over = sum(self._wanted) - self.viewport().width()
        slack = sum(self._wanted) - sum(least)
        part = min(1.0, over / slack) if over > 0 and slack > 0 else 0.0
        for column, width in enumerate(self._wanted):
            self.setColumnWidth(column, round(width - (width - least[column]) * part))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._share_width()

    def show_row(self, row: int, column: int) -> None:
        """Bring a cell into view and make it the current one."""
        index = self.sheet.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
