"""The foreign table as it is read: its rows, what each column fills, and marks where something was judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from models.fields import NUMERIC, Kind
from models.untidy.grid import Cell, Grid, one_line
from models.untidy.layout import Column, Layout
from models.untidy.lines import SAID, Role
from ui.look import Look
from ui.painting import paint_mark

Index = QModelIndex | QPersistentModelIndex
MEASURED, LEAST, MOST = 60, 92, 300
FURTHEST = 1_000
"""Rows up to which the text that fills a cell is looked for."""

UP = "↑"
SEVERITIES = ("hint", "doubt", "error")
HEAD_HEIGHT, COMBO_HEIGHT = 58, 26
NO_PARENT = QModelIndex()


class SheetModel(QAbstractTableModel):
    """The grid read only; rows that are no data are grey, what is filled down is grey or an arrow."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.grid: Grid | None = None
        self.layout_: Layout | None = None
        self.marks: dict[Cell, tuple[str, str]] = {}
        self._filled: frozenset[Cell] = frozenset()

    def show_table(self, grid: Grid | None, layout: Layout | None) -> None:
        """Show another table, or the same one read otherwise."""
        self.beginResetModel()
        self.grid, self.layout_, self.marks = grid, layout, {}
        self._filled = frozenset()
        self.endResetModel()

    def mark(self, marks: Mapping[Cell, tuple[str, str]], filled: frozenset[Cell]) -> None:
        """Severity and sentence for cells, and the cells that are filled from above."""
        self.marks, self._filled = dict(marks), filled
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
        kind = SAID.get(self.role_of(row), "")
        left_out = self.tr("{0}，不作为一行导入").format(kind) if kind else ""
        return said or left_out or self.grid.text(row, column)

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


class ComboHeader(QHeaderView):
    """Heads in two lines: the unit's own words, and a choice of what the column is read into."""

    chosen = Signal(int, str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.combos: list[QComboBox] = []
        self.setSectionsClickable(False)
        self.sectionResized.connect(lambda *_: self._place())
        self.geometriesChanged.connect(self._place)

    def offer(self, choices: Sequence[tuple[str, Sequence[tuple[str, str]], str]]) -> None:
        """For each column its head, what it may fill (key, words), and what it fills."""
        for combo in self.combos:
            combo.hide()
            combo.deleteLater()
        self.combos = []
        for at, (head, slots, key) in enumerate(choices):
            combo = QComboBox(self.viewport())
            for slot, words in slots:
                combo.addItem(words, slot)
            combo.setCurrentIndex(max(0, combo.findData(key)))
            combo.setAccessibleName(self.tr("“{0}”对应的字段").format(head))
            combo.setToolTip(head)
            combo.setMaxVisibleItems(20)
            combo.activated.connect(lambda _at, column=at: self._choose(column))
            combo.show()
            self.combos.append(combo)
        self._place()

    def _choose(self, column: int) -> None:
        self.chosen.emit(column, str(self.combos[column].currentData() or ""))

    def sizeHint(self) -> QSize:
        """High enough for the words and the choice below them."""
        return QSize(super().sizeHint().width(), self._look.px(HEAD_HEIGHT))

    def _place(self) -> None:
        look = self._look
        for at, combo in enumerate(self.combos):
            if at >= self.count():
                break
            left = self.sectionViewportPosition(at) + look.px(6)
            top = look.px(HEAD_HEIGHT - COMBO_HEIGHT - 5)
            combo.setGeometry(left, top, max(20, self.sectionSize(at) - look.px(12)), look.px(COMBO_HEIGHT))

    def setOffset(self, offset: int) -> None:
        """Scrolled: the choices go with their columns."""
        super().setOffset(offset)
        self._place()

    def setOffsetToSectionPosition(self, position: int) -> None:
        """Scrolled by whole columns."""
        super().setOffsetToSectionPosition(position)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the choices in place."""
        super().resizeEvent(event)
        self._place()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """The unit's words in the upper line."""
        look = self._look
        painter.save()
        painter.fillRect(rect, look.color("header"))
        painter.setPen(look.color("grid"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setPen(look.color("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        font = look.font(12)
        painter.setFont(font)
        painter.setPen(look.color("text2"))
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        room = rect.adjusted(look.px(8), look.px(4), -look.px(8), 0)
        room.setHeight(look.px(20))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()


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
            QFontMetricsF(look.font()).horizontalAdvance(slot.label) if slot is not None and self.head else 0
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
