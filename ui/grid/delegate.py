"""How cells are painted: white where one types, tinted where the program computes."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import QLineF, QModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView, QWidget

from services import pinyin
from ui.grid.cell_painter import TONES, CellPainter
from ui.grid.columns import Cell
from ui.grid.editing import EditingDelegate
from ui.grid.lines import ENTRY, GROUP, ROW, Line
from ui.grid.model import GridModel, Index
from ui.grid.selecting import shown_columns
from ui.look import Look
from ui.painting import paint_mark, paint_outline


class GridDelegate(EditingDelegate):
    """Paints the cells of a GridModel and lets editors in; what was typed goes to `commit`."""

    def __init__(
        self, model: GridModel, look: Look, commit: Callable[[QModelIndex, str], str | None]
    ) -> None:
        super().__init__(look, commit, model)
        self._model = model
        self.painter = CellPainter(look)
        self.frozen_edge: frozenset[int] = frozenset()
        self._view: QTableView | None = None
        self._current, self._wanted, self._signs = -1, "", False
        self._backed: frozenset[str] = frozenset()
        self._selected: list[tuple[int, int, int, int]] = []
        self._shown: list[int] = []
        look.changed.connect(self.painter.prepare)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One row's height, whatever is in it."""
        return QSize(self._model.columns[index.column()].width, self._look.row_height)

    # Painting

    def begin(self, view: QTableView, main: QTableView) -> None:
        """A view is about to be painted; `main` has its current cell (frozen columns borrow it)."""
        self._view, self._current = view, main.currentIndex().row()
        self._shown = shown_columns(view)
        self._wanted = self._model.arrangement.filter.lower()
        self._selected = [
            (part.top(), part.bottom(), part.left(), part.right())
            for part in main.selectionModel().selection()
        ]
        self._signs = self._look.theme == "contrast"
        self._backed = frozenset(
            link["on_row"]
            for link in self._model.context.records.live("evidence_link")
            if link["on_table"] == self._model.table.name
        )

    def finish(self, view: QTableView, main: QTableView) -> None:
        """What lies over the cells: the hairlines, and the frame of the current cell."""
        painter = QPainter(view.viewport())
        painter.setPen(self.painter.hairline)
        painter.drawLines(self._hairlines(view))
        index = main.currentIndex()
        if index.isValid() and main.hasFocus() and not view.isColumnHidden(index.column()):
            rect = QRectF(view.visualRect(index))
            paint_outline(painter, rect, self.painter.colors["accent"], 2)
        painter.end()

    def _hairlines(self, view: QTableView) -> list[QLineF]:
        first, height = view.rowAt(0), view.rowHeight(0)
        shown = self._shown
        if first < 0 or not shown:
            return []
        edges = [view.columnViewportPosition(at) + view.columnWidth(at) - 0.5 for at in shown]
        lines, row, top = self._model.lines, first, view.rowViewportPosition(first)
        left, bottom = view.columnViewportPosition(shown[0]), view.viewport().height()
        found, began = [], float(top)
        while row < len(lines) and top < bottom:
            foot = top + height
            found.append(QLineF(left, foot - 0.5, edges[-1], foot - 0.5))
            if lines.kind(row) != ROW:
                found += [QLineF(edge, began, edge, top) for edge in edges if top > began]
                bare = len(_title_columns(self._model.cells(lines[row]), shown))
                found += [QLineF(edge, top, edge, foot) for edge in edges[bare - 1 :]]
                began = foot
            row, top = row + 1, foot
        return found + [QLineF(edge, began, edge, top) for edge in edges if top > began]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, words, bar and mark of one cell."""
        row, at = index.row(), index.column()
        line, rect = self._model.lines[row], QRectF(option.rect)
        cell = self._model.cells(line)[at]
        selected = row == self._current or self._is_selected(row, at)
        ground = self._ground(line, at, cell, selected)
        if ground != "surface":
            painter.fillRect(option.rect, self.painter.colors[ground])
        if line.kind == ROW:
            self._paint_row(painter, rect, line, at, cell)
        else:
            painter.save()
            self._paint_heading(painter, rect, line, at, cell)
            painter.restore()
        if at in self.frozen_edge and line.kind == ROW:
            edge = QRectF(rect.right() - 2, rect.top(), 2, rect.height())
            painter.fillRect(edge, self.painter.colors["border"])
        if problems := self._model.problems_at(line, at):
            paint_mark(painter, rect, problems[0].severity, self._look)

    def _is_selected(self, row: int, at: int) -> bool:
        return any(
            top <= row <= bottom and left <= at <= right for top, bottom, left, right in self._selected
        )

    def _paint_row(self, painter: QPainter, rect: QRectF, line: Line, at: int, cell: Cell) -> None:
        if cell.bar is not None:
            self.painter.bar(painter, rect, cell.bar)
            return
        column, room = self._model.columns[at], rect
        if column.indent is not None and (view := self._model.view_of(line)) is not None:
            room = self._indented(painter, rect, column.indent(view))
        is_void = line.row is not None and line.row["void_reason"] is not None
        role = "text2" if is_void or _is_zero(cell) else TONES.get(cell.tone, "text")
        align = column.align or Qt.AlignmentFlag.AlignLeft
        if self._signs and column.is_computed:
            self.painter.sign(painter, rect)
        if line.key in self._backed and self._model.has_evidence(line, at):
            room = self._paint_evidence(painter, room)
        hit = pinyin.found(self._wanted, cell.text) if self._wanted and cell.text else None
        self.painter.text(painter, room, cell, align, bold=False, role=role, struck=is_void, hit=hit)

    def _paint_evidence(self, painter: QPainter, room: QRectF) -> QRectF:
        """The clip of a cell that is backed by papers, at its right."""
        side = self._look.px(12)
        ratio = painter.device().devicePixelRatioF()
        picture = self.painter.picture("evidence", side, "text2", ratio)
        at = QPointF(room.right() - side - self._look.px(10), room.center().y() - side / 2)
        painter.drawPixmap(at, picture)
        return room.adjusted(0, 0, -side - self._look.px(6), 0)

    def _paint_heading(self, painter: QPainter, rect: QRectF, line: Line, at: int, cell: Cell) -> None:
        cells, view = self._model.cells(line), self._view
        assert view is not None
        bare = _title_columns(cells, self._shown)
        if at in bare:
            left = float(view.columnViewportPosition(bare[0]))
            right = float(view.columnViewportPosition(bare[-1]) + view.columnWidth(bare[-1]))
            painter.setClipRect(rect)
            self._paint_title(painter, QRectF(left, rect.top(), right - left, rect.height()), line, cells[0])
            return
        if cell.bar is not None:
            self.painter.bar(painter, rect, cell.bar)
        align = self._model.columns[at].align or Qt.AlignmentFlag.AlignLeft
        is_group = line.kind == GROUP
        self.painter.text(painter, rect, cell, align, bold=is_group, role=TONES.get(cell.tone, "text"))

    def _paint_title(self, painter: QPainter, whole: QRectF, line: Line, cell: Cell) -> None:
        left = Qt.AlignmentFlag.AlignLeft
        if line.group is None:
            self.painter.text(painter, whole, cell, left, bold=False, role="disabled")
            return
        code, rest = Cell(line.group.code), whole
        if code.text:
            self.painter.text(painter, whole, code, left, bold=False, role="text2")
            width = self.painter.metrics[False].horizontalAdvance(f"{code.text}　")
            rest = whole.adjusted(width, 0, 0, 0)
        self.painter.text(painter, rest, Cell(line.group.title), left, bold=True, role="text")

    def _ground(self, line: Line, at: int, cell: Cell, selected: bool) -> str:
        if cell.tone == "doubt" and line.kind == ROW:
            return "doubt-bg"
        if selected:
            return "selection"
        if line.kind == GROUP:
            return "group"
        return "computed" if self._model.columns[at].is_computed and line.kind != ENTRY else "surface"

    def _indented(self, painter: QPainter, rect: QRectF, depth: int) -> QRectF:
        if not depth:
            return rect
        left = rect.left() + self._look.px(12) * depth + self._look.px(4)
        pen = QPen(self._look.color("border-strong"), 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        middle, top, right = rect.center().y() + 0.5, rect.top() + self._look.px(6), left + self._look.px(7)
        painter.drawLines(
            [QLineF(left + 0.5, top, left + 0.5, middle), QLineF(left + 0.5, middle, right, middle)]
        )
        return QRectF(rect).adjusted(left - rect.left() + self._look.px(4), 0, 0, 0)

    # Editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor of the field's kind."""
        field = self._model.fields[index.column()]
        assert field is not None
        row = self._model.lines[index.row()].row or self._model.defaults()
        return self.open_editor(field, self._model.context.records, row, parent, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What stands in the cell, as one would type it; only when the editor opens."""
        self.fill(editor, self._model.edit_text(index))


def _title_columns(cells: list[Cell], shown: list[int]) -> list[int]:
    """The first columns shown, as far as a heading has nothing of its own in them: its title goes there."""
    bare = shown[:1]
    for at in shown[1:]:
        if cells[at].text or cells[at].bar is not None:
            break
        bare.append(at)
    return bare


def _is_zero(cell: Cell) -> bool:
    is_figure = isinstance(cell.sort, int | Fraction | Decimal) and not isinstance(cell.sort, bool)
    return not cell.tone and is_figure and cell.sort == 0
