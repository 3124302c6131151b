"""How cells are painted: white where one types, tinted where the program computes."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import QLineF, QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView, QWidget

from ui.grid.columns import Bar, Cell
from ui.grid.editing import EditingDelegate
from ui.grid.lines import ENTRY, GROUP, ROW, Line
from ui.grid.model import GridModel, Index
from ui.look import Look
from ui.painting import paint_bar, paint_mark, paint_outline, paint_payment_bar

TONES = {"": "text", "doubt": "doubt", "error": "error", "muted": "text2", "done": "done"}


class CellPainter:
    """Fonts and metrics prepared once for a look, and the painting of one cell with them."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.prepare()

    def prepare(self) -> None:
        """Read fonts again, after the look changed."""
        self.plain: QFont = self.look.font(13)
        self.bold: QFont = self.look.font(13, 600)
        self.metrics = {False: QFontMetrics(self.plain), True: QFontMetrics(self.bold)}
        self.padding = self.look.px(7)

    def text(
        self,
        painter: QPainter,
        rect: QRectF,
        cell: Cell,
        align: Qt.AlignmentFlag,
        *,
        bold: bool,
        role: str,
        struck: bool = False,
    ) -> None:
        """The cell's words, elided at the right, numbers to the right edge."""
        if not cell.text:
            return
        font = self.bold if bold else self.plain
        if struck:
            font = QFont(font)
            font.setStrikeOut(True)
        painter.setFont(font)
        painter.setPen(self.look.color(role))
        room = rect.adjusted(self.padding, 0, -self.padding, 0)
        shown = self.metrics[bold].elidedText(cell.text, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
        painter.drawText(room, int(align | Qt.AlignmentFlag.AlignVCenter), shown)

    def lines(self, painter: QPainter, rect: QRectF, role: str = "grid") -> None:
        """The hairlines at the right and at the bottom."""
        pen = QPen(self.look.color(role), 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        right, bottom = rect.right() - 0.5, rect.bottom() - 0.5
        painter.drawLines(
            [QLineF(right, rect.top(), right, rect.bottom()), QLineF(rect.left(), bottom, right, bottom)]
        )

    def bar(self, painter: QPainter, rect: QRectF, bar: Bar) -> None:
        """A payment bar, or a score within its weight."""
        inside = rect.adjusted(self.padding + 1, 0, -self.padding, 0)
        if bar.prior is not None:
            paint_payment_bar(painter, inside, bar.whole, bar.prior, bar.part, self.look)
        else:
            paint_bar(painter, inside, bar.whole, bar.part, bar.whole, self.look)


class GridDelegate(EditingDelegate):
    """Paints the cells of a GridModel and lets editors in; what was typed goes to `commit`."""

    def __init__(
        self, model: GridModel, look: Look, commit: Callable[[QModelIndex, str], str | None]
    ) -> None:
        super().__init__(look, commit, model)
        self._model = model
        self.painter = CellPainter(look)
        look.changed.connect(self.painter.prepare)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One row's height, whatever is in it."""
        return QSize(self._model.columns[index.column()].width, self._look.row_height)

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, words, bar, mark, lines, frame of the current cell."""
        line, at = self._model.lines[index.row()], index.column()
        cell, rect = self._model.cells(line)[at], QRectF(option.rect)
        state = option.state
        painter.save()
        selected = bool(state & QStyle.StateFlag.State_Selected) or self._is_current_row(option, index)
        painter.fillRect(rect, self._look.color(self._ground(line, at, cell, selected)))
        if line.kind == ROW:
            self._paint_row(painter, rect, line, at, cell)
            self.painter.lines(painter, rect)
        else:
            self._paint_heading(painter, option, line, at, cell)
        if problems := self._model.problems_at(line, at):
            paint_mark(painter, rect, problems[0].severity, self._look)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_outline(painter, rect, self._look.color("accent"), 2)
        painter.restore()

    @staticmethod
    def _is_current_row(option: QStyleOptionViewItem, index: Index) -> bool:
        view = option.widget
        return isinstance(view, QTableView) and view.currentIndex().row() == index.row()

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
        self.painter.text(painter, room, cell, align, bold=False, role=role, struck=is_void)

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, line: Line, at: int, cell: Cell
    ) -> None:
        rect = QRectF(option.rect)
        cells = self._model.cells(line)
        is_group, first_filled = line.kind == GROUP, 1
        while first_filled < len(cells) and not cells[first_filled].text and cells[first_filled].bar is None:
            first_filled += 1
        if at < first_filled:
            view = option.widget
            assert isinstance(view, QTableView)
            left = float(view.columnViewportPosition(0))
            last = first_filled - 1
            right = float(view.columnViewportPosition(last) + view.columnWidth(last))
            painter.setClipRect(rect)
            whole = QRectF(left, rect.top(), right - left, rect.height())
            self._paint_title(painter, whole, line, cells[0])
            self.painter.lines(painter, whole)
            return
        if cell.bar is not None:
            self.painter.bar(painter, rect, cell.bar)
        align = self._model.columns[at].align or Qt.AlignmentFlag.AlignLeft
        self.painter.text(painter, rect, cell, align, bold=is_group, role=TONES.get(cell.tone, "text"))
        self.painter.lines(painter, rect)

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


def _is_zero(cell: Cell) -> bool:
    is_figure = isinstance(cell.sort, int | Fraction | Decimal) and not isinstance(cell.sort, bool)
    return not cell.tone and is_figure and cell.sort == 0
