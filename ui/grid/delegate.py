"""How cells are painted: white where one types, tinted where the program computes."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import QLineF, QModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView, QWidget

from services import pinyin
from ui.grid.columns import Bar, Cell
from ui.grid.editing import EditingDelegate
from ui.grid.lines import ENTRY, GROUP, ROW, Line
from ui.grid.model import GridModel, Index
from ui.grid.selecting import shown_columns
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
        self.struck = QFont(self.plain)
        self.struck.setStrikeOut(True)
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
        hit: tuple[int, int] | None = None,
    ) -> None:
        """The cell's words, elided at the right, numbers to the right edge; `hit` is a part to stand out."""
        if not cell.text:
            return
        font = self.bold if bold else self.plain
        if struck:
            font = self.struck
        painter.setFont(font)
        painter.setPen(self.look.color(role))
        room = rect.adjusted(self.padding, 0, -self.padding, 0)
        shown = self.metrics[bold].elidedText(cell.text, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
        if hit is not None and not bold:
            self._parts(painter, room, shown, align, hit)
            return
        painter.drawText(room, int(align | Qt.AlignmentFlag.AlignVCenter), shown)

    def _parts(
        self, painter: QPainter, room: QRectF, shown: str, align: Qt.AlignmentFlag, hit: tuple[int, int]
    ) -> None:
        """A text with one part of it bold."""
        start, end = hit
        parts = [(shown[:start], False), (shown[start:end], True), (shown[end:], False)]
        widths = [float(self.metrics[bold].horizontalAdvance(part)) for part, bold in parts]
        left = room.left()
        if align & Qt.AlignmentFlag.AlignRight:
            left = room.right() - sum(widths)
        elif align & Qt.AlignmentFlag.AlignHCenter:
            left = room.center().x() - sum(widths) / 2
        for (part, bold), width in zip(parts, widths, strict=True):
            painter.setFont(self.bold if bold else self.plain)
            where = QRectF(left, room.top(), width + 1, room.height())
            painter.drawText(where, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), part)
            left += width

    def lines(self, painter: QPainter, rect: QRectF, role: str = "grid") -> None:
        """The hairlines at the right and at the bottom."""
        pen = QPen(self.look.color(role), 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        right, bottom = rect.right() - 0.5, rect.bottom() - 0.5
        painter.drawLines(
            [QLineF(right, rect.top(), right, rect.bottom()), QLineF(rect.left(), bottom, right, bottom)]
        )

    def sign(self, painter: QPainter, rect: QRectF) -> None:
        """ƒ at the left edge: where tints cannot be seen it says that the program computes."""
        painter.setFont(self.look.font(11))
        painter.setPen(self.look.color("text2"))
        room = rect.adjusted(2, 0, 0, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), "ƒ")

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
        self.frozen_edge: frozenset[int] = frozenset()
        look.changed.connect(self.painter.prepare)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One row's height, whatever is in it."""
        return QSize(self._model.columns[index.column()].width, self._look.row_height)

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, words, bar, mark, lines, frame of the current cell."""
        line, at = self._model.lines[index.row()], index.column()
        cell, rect, view = self._model.cells(line)[at], QRectF(option.rect), _main_view(option)
        painter.save()
        current = view.currentIndex()
        selected = bool(option.state & QStyle.StateFlag.State_Selected) or current.row() == index.row()
        ground = self._ground(line, at, cell, selected)
        painter.fillRect(rect, self._look.color(ground))
        if line.kind == ROW:
            self._paint_row(painter, rect, line, at, cell)
            self.painter.lines(painter, rect)
        else:
            self._paint_heading(painter, option, line, at, cell)
        if at in self.frozen_edge and line.kind == ROW:
            edge = QRectF(rect.right() - 2, rect.top(), 2, rect.height())
            painter.fillRect(edge, self._look.color("border"))
        if problems := self._model.problems_at(line, at):
            paint_mark(painter, rect, problems[0].severity, self._look)
        if current == index and view.hasFocus():
            paint_outline(painter, rect, self._look.color("accent"), 2)
        painter.restore()

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
        if self._look.theme == "contrast" and column.is_computed:
            self.painter.sign(painter, rect)
        if self._model.has_evidence(line, at):
            room = self._paint_evidence(painter, room)
        wanted = self._model.arrangement.filter
        hit = pinyin.found(wanted.lower(), cell.text) if wanted and cell.text else None
        self.painter.text(painter, room, cell, align, bold=False, role=role, struck=is_void, hit=hit)

    def _paint_evidence(self, painter: QPainter, room: QRectF) -> QRectF:
        """The clip of a cell that is backed by papers, at its right."""
        side = self._look.px(12)
        ratio = painter.device().devicePixelRatioF()
        picture = self._look.icon_pixmap("evidence", side, "text2", ratio)
        at = QPointF(room.right() - side - self._look.px(10), room.center().y() - side / 2)
        painter.drawPixmap(at, picture)
        return room.adjusted(0, 0, -side - self._look.px(6), 0)

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, line: Line, at: int, cell: Cell
    ) -> None:
        rect = QRectF(option.rect)
        cells, view, is_group = self._model.cells(line), option.widget, line.kind == GROUP
        assert isinstance(view, QTableView)
        bare = _title_columns(view, cells)
        if at in bare:
            left = float(view.columnViewportPosition(bare[0]))
            right = float(view.columnViewportPosition(bare[-1]) + view.columnWidth(bare[-1]))
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


def _main_view(option: QStyleOptionViewItem) -> QTableView:
    """The view that has the focus and the current cell: frozen columns borrow those of another one."""
    view = option.widget
    assert isinstance(view, QTableView)
    main = view.focusProxy()
    return main if isinstance(main, QTableView) else view


def _title_columns(view: QTableView, cells: list[Cell]) -> list[int]:
    """The first columns shown, as far as a heading has nothing of its own in them: its title goes there."""
    shown = shown_columns(view)
    bare = shown[:1]
    for at in shown[1:]:
        if cells[at].text or cells[at].bar is not None:
            break
        bare.append(at)
    return bare


def _is_zero(cell: Cell) -> bool:
    is_figure = isinstance(cell.sort, int | Fraction | Decimal) and not isinstance(cell.sort, bool)
    return not cell.tone and is_figure and cell.sort == 0
