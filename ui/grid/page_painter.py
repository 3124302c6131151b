"""What a view shows of a grid, painted at one go: white where one types, tinted where the program computes.

Qt would ask the model and a delegate for every cell; a page has hundreds. Here one call paints what came
into view: grounds in as few rectangles as possible, then row by row the words, then all hairlines.
"""

from __future__ import annotations

from PySide6.QtCore import QLineF, QModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QTableView

from services import pinyin
from ui.grid.cell_painter import TONES, CellPainter
from ui.grid.columns import Cell
from ui.grid.lines import ENTRY, GROUP, ROW, Line
from ui.grid.model import GridModel
from ui.grid.page_layout import Stretch, Strip, stretch_of, strips_of, title_strips
from ui.look import Look
from ui.painting import paint_outline


class PagePainter:
    """Paints the visible cells of a GridModel for one view, or for its frozen columns."""

    def __init__(self, model: GridModel, look: Look) -> None:
        self._model, self._look = model, look
        self.cells = CellPainter(look)
        self.frozen_edge: frozenset[int] = frozenset()
        look.changed.connect(self.cells.prepare)
        self._shown: list[Strip] = []
        self._wanted, self._signs = "", False
        self._backed: frozenset[str] = frozenset()

    def paint(self, view: QTableView, main: QTableView, exposed: QRect) -> None:
        """Paint what came into view; `main` has the current cell (frozen columns borrow it)."""
        self._shown = strips_of(view, self._model.columns)
        lines = stretch_of(view, exposed, len(self._model.lines))
        if lines is None or not self._shown:
            return
        self._look_up()
        left, right = exposed.left(), exposed.right()
        strips = [each for each in self._shown if each.left <= right and each.left + each.width > left]
        painter = QPainter(view.viewport())
        try:
            self._paint_page(painter, main, strips, lines)
            self._paint_frame(painter, view, main)
        finally:
            painter.end()

    def _paint_page(self, painter: QPainter, main: QTableView, strips: list[Strip], lines: Stretch) -> None:
        if strips:
            self._paint_grounds(painter, main, strips, lines)
        for row in range(lines.first, lines.last + 1):
            self._paint_line(painter, self._model.lines[row], lines.top_of(row), lines.height, strips)
        painter.setPen(self.cells.hairline)
        painter.drawLines(self._hairlines(lines))

    def _look_up(self) -> None:
        """What is the same for all cells."""
        model = self._model
        self._wanted = model.arrangement.filter.lower()
        self._signs = self._look.theme == "contrast"
        self._backed = frozenset(
            link["on_row"]
            for link in model.context.records.live("evidence_link")
            if link["on_table"] == model.table.name
        )

    # Grounds

    def _paint_grounds(
        self, painter: QPainter, main: QTableView, strips: list[Strip], lines: Stretch
    ) -> None:
        colors, height = self.cells.colors, lines.height
        foot = (lines.last - lines.first + 1) * height
        for strip in strips:
            if strip.column.is_computed:
                painter.fillRect(strip.left, lines.top, strip.width, foot, colors["computed"])
        left, right = strips[0].left, strips[-1].left + strips[-1].width
        for row in range(lines.first, lines.last + 1):
            kind = self._model.lines.kind(row)
            if kind != ROW:
                ground = colors["group" if kind == GROUP else "surface"]
                painter.fillRect(left, lines.top_of(row), right - left, height, ground)
        for part in main.selectionModel().selection():
            self._paint_selected(
                painter, [one for one in strips if part.left() <= one.at <= part.right()],
                lines.within(part.top(), part.bottom()),
            )  # fmt: skip
        current = main.currentIndex().row()
        self._paint_selected(painter, strips, lines.within(current, current))

    def _paint_selected(self, painter: QPainter, strips: list[Strip], span: QRect | None) -> None:
        if span is not None:
            for strip in strips:
                painter.fillRect(
                    strip.left, span.top(), strip.width, span.height(), self.cells.colors["selection"]
                )

    # Lines

    def _paint_line(self, painter: QPainter, line: Line, top: int, height: int, strips: list[Strip]) -> None:
        if line.kind == ROW:
            self._paint_row(painter, line, top, height, strips)
        else:
            painter.save()
            self._paint_heading(painter, line, top, height, strips)
            painter.restore()
        if self._model.is_marked(line):
            for strip in strips:
                if problems := self._model.problems_at(line, strip.at):
                    self.cells.mark(painter, strip.left + strip.width, top, problems[0].severity)

    def _paint_row(self, painter: QPainter, line: Line, top: int, height: int, strips: list[Strip]) -> None:
        cells, paint = self._model.cells(line), self.cells
        is_void = line.row is not None and line.row["void_reason"] is not None
        is_backed, colors = line.key in self._backed, paint.colors
        for strip in strips:
            cell, left, width = cells[strip.at], strip.left, strip.width
            if cell.tone == "doubt":
                painter.fillRect(left, top, width, height, colors["doubt-bg"])
            if cell.bar is not None:
                paint.bar(painter, QRectF(left, top, width, height), cell.bar)
                continue
            if strip.column.indent is not None and (view := self._model.view_of(line)) is not None:
                taken = self._paint_indent(painter, strip, top, height, strip.column.indent(view))
                left, width = left + taken, width - taken
            if self._signs and strip.column.is_computed:
                taken = paint.sign(painter, QRectF(left, top, width, height))
                left, width = left + taken, width - taken
            if is_backed and self._model.has_evidence(line, strip.at):
                width -= self._paint_evidence(painter, left + width, top + height / 2)
            if not cell.text:
                continue
            role = "text2" if is_void or _is_zero(cell) else TONES.get(cell.tone, "text")
            hit = pinyin.found(self._wanted, cell.text) if self._wanted else None
            paint.words(
                painter, cell.text, left, width, top, height, strip.side,
                role=role, struck=is_void, hit=hit,
            )  # fmt: skip
        if self.frozen_edge:
            self._paint_edge(painter, top, height, strips)

    def _paint_edge(self, painter: QPainter, top: int, height: int, strips: list[Strip]) -> None:
        for strip in strips:
            if strip.at in self.frozen_edge:
                edge = QRectF(strip.left + strip.width - 2, top, 2, height)
                painter.fillRect(edge, self.cells.colors["border"])

    def _paint_evidence(self, painter: QPainter, right: float, middle: float) -> int:
        """The clip of a cell that is backed by papers, at its right; the room that it takes."""
        side = self._look.px(12)
        ratio = painter.device().devicePixelRatioF()
        picture = self.cells.picture("evidence", side, "text2", ratio)
        painter.drawPixmap(QPointF(right - side - self._look.px(10), middle - side / 2), picture)
        return side + self._look.px(6)

    def _paint_indent(self, painter: QPainter, strip: Strip, top: int, height: int, depth: int) -> int:
        """The hook before a row that stands under another; the room that it takes."""
        if not depth:
            return 0
        step = self._look.px(12) * depth + self._look.px(4)
        left = strip.left + step
        pen = QPen(self._look.color("border-strong"), 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        middle, right = top + height / 2 + 0.5, left + self._look.px(7)
        painter.drawLines(
            [
                QLineF(left + 0.5, top + self._look.px(6), left + 0.5, middle),
                QLineF(left + 0.5, middle, right, middle),
            ]
        )
        return step + self._look.px(4)

    # Headings and the entry row

    def _paint_heading(
        self, painter: QPainter, line: Line, top: int, height: int, strips: list[Strip]
    ) -> None:
        cells = self._model.cells(line)
        bare = title_strips(cells, self._shown)
        left, right = bare[0].left, bare[-1].left + bare[-1].width
        painter.setClipRect(QRectF(left, top, right - left, height))
        self._paint_title(painter, QRectF(left, top, right - left, height), line, cells[0])
        painter.setClipping(False)
        for strip in strips:
            if strip in bare:
                continue
            cell, rect = cells[strip.at], QRectF(strip.left, top, strip.width, height)
            if cell.bar is not None:
                self.cells.bar(painter, rect, cell.bar)
            role = TONES.get(cell.tone, "text")
            self.cells.text(painter, rect, cell, strip.align, bold=line.kind == GROUP, role=role)

    def _paint_title(self, painter: QPainter, whole: QRectF, line: Line, cell: Cell) -> None:
        left = Qt.AlignmentFlag.AlignLeft
        if line.kind == ENTRY or line.group is None:
            self.cells.text(painter, whole, cell, left, bold=False, role="disabled")
            return
        code, rest = Cell(line.group.code), whole
        if code.text:
            self.cells.text(painter, whole, code, left, bold=False, role="text2")
            rest = whole.adjusted(self.cells.width(f"{code.text}　", False), 0, 0, 0)
        self.cells.text(painter, rest, Cell(line.group.title), left, bold=True, role="text")

    # What lies over the cells

    def _hairlines(self, lines: Stretch) -> list[QLineF]:
        edges = [each.left + each.width - 0.5 for each in self._shown]
        left, found, began = self._shown[0].left, list[QLineF](), lines.top
        for row in range(lines.first, lines.last + 1):
            top = lines.top_of(row)
            foot = top + lines.height
            found.append(QLineF(left, foot - 0.5, edges[-1], foot - 0.5))
            if self._model.lines.kind(row) != ROW:
                found += [QLineF(edge, began, edge, top) for edge in edges if top > began]
                bare = len(title_strips(self._model.cells(self._model.lines[row]), self._shown))
                found += [QLineF(edge, top, edge, foot) for edge in edges[bare - 1 :]]
                began = foot
        foot = lines.top_of(lines.last + 1)
        return found + [QLineF(edge, began, edge, foot) for edge in edges if foot > began]

    def _paint_frame(self, painter: QPainter, view: QTableView, main: QTableView) -> None:
        index = main.currentIndex()
        if index.isValid() and main.hasFocus() and not view.isColumnHidden(index.column()):
            rect = QRectF(view.visualRect(index)).united(self._invitation(view, index))
            paint_outline(painter, rect, self.cells.colors["accent"], 2)

    def _invitation(self, view: QTableView, index: QModelIndex) -> QRectF:
        """Where the words of the entry row stand, if the cell is one of those they go over."""
        line = self._model.lines[index.row()] if index.row() < len(self._model.lines) else None
        if line is None or line.kind != ENTRY:
            return QRectF()
        under = [each.at for each in title_strips(self._model.cells(line), self._shown)]
        width, rect = self.cells.width(self._model.entry_hint, False), QRectF()
        for at in under if index.column() in under else ():
            if rect.width() - 2 * self.cells.padding < width:
                rect = rect.united(QRectF(view.visualRect(index.siblingAtColumn(at))))
        return rect


def _is_zero(cell: Cell) -> bool:
    """Whether a figure is nought; what is neither a figure nor empty never equals it."""
    return not cell.tone and cell.sort == 0 and not isinstance(cell.sort, bool)
