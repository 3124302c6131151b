"""The row numbers of a grid: where one is, groups to open and close, and rows to be dragged elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView

from ui.grid.cell_painter import CellPainter
from ui.grid.lines import GROUP, ROW
from ui.grid.model import GridModel
from ui.grid.selecting import areas_of, shown_columns
from ui.look import Look


class RowHeader(QHeaderView):
    """Row numbers; the current row's stands on the accent, or on grey while the view lacks the focus.

    Dragging over numbers selects rows; dragging rows that are selected moves them, and `dropped` says which
    one was pressed and before which line it was let go (the count of lines: to the end).
    """

    dropped = Signal(int, int)

    def __init__(self, look: Look, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._look, self._view = look, parent
        self._pressed, self._target, self._start = -1, -1, 0
        self._painter = CellPainter(look)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.restyle()

    def restyle(self) -> None:
        """Row height and width of the present look."""
        self._painter.prepare()
        self._font = self._look.font(11)
        self._metrics = QFontMetricsF(self._font)
        self._digit = self._metrics.horizontalAdvance("0")
        self.setMinimumSectionSize(self._look.row_height)
        self.setDefaultSectionSize(self._look.row_height)
        self.setFixedWidth(self._look.px(34))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The numbers that came into view, and while a row is dragged the line where it would go."""
        exposed, height = event.rect(), max(self.defaultSectionSize(), 1)
        first = (exposed.top() + self.offset()) // height
        last = min((exposed.bottom() + self.offset()) // height, self.count() - 1)
        painter = QPainter(self.viewport())
        try:
            self._paint_numbers(painter, max(first, 0), last, height)
            if self._target >= 0:
                edge = self._top_of(self._target) - 1
                painter.fillRect(0, edge, self.width(), 2, self._look.color("accent"))
        finally:
            painter.end()

    def _paint_numbers(self, painter: QPainter, first: int, last: int, height: int) -> None:
        """Ground, edges and number of each of these lines."""
        colors, width, offset = self._painter.colors, self.viewport().width(), self.offset()
        model, current = self._view.model(), self._view.currentIndex().row()
        assert isinstance(model, GridModel)
        has_focus, metrics = self._has_focus(), self._metrics
        base = (height - metrics.height()) / 2 + metrics.ascent()
        painter.setFont(self._font)
        for line in range(first, last + 1):
            top, is_group = line * height - offset, model.lines.kind(line) == GROUP
            ground, ink = "group" if is_group else "header", "text2"
            if line == current:
                ground, ink = ("accent", "on-accent") if has_focus else ("border-strong", "surface")
            painter.fillRect(0, top, width, height, colors[ground])
            painter.fillRect(0, top + height - 1, width, 1, colors["grid"])
            if is_group:
                place = QRect(0, top, width, height)
                self._paint_chevron(painter, place, model.is_closed(model.lines.key(line)), ink)
                continue
            number = model.number(line)
            painter.setPen(colors[ink])
            painter.drawText(QPointF((width - self._width(number)) / 2, top + base), number)
        painter.fillRect(width - 1, first * height - offset, 1, (last - first + 1) * height, colors["border"])

    def _has_focus(self) -> bool:
        """Whether the view is worked in: in a cell, or in an editor over it."""
        focus = QApplication.focusWidget()
        is_inside = focus is not None and self._view.viewport().isAncestorOf(focus)
        return is_inside or self._view.hasFocus()

    def _width(self, number: str) -> float:
        """The width of a number: figures are all equally wide."""
        return len(number) * self._digit if number.isdecimal() else self._metrics.horizontalAdvance(number)

    def _paint_chevron(self, painter: QPainter, rect: QRect, is_closed: bool, ink: str) -> None:
        side = self._look.px(14)
        name = "expand" if is_closed else "collapse"
        pixmap = self._painter.picture(name, side, ink, self.devicePixelRatioF())
        painter.drawPixmap(rect.center().x() - side // 2, rect.center().y() - side // 2, pixmap)

    # Dragging

    def _top_of(self, line: int) -> int:
        return self.sectionViewportPosition(line) if line < self.count() else self.length() - self.offset()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A row that is selected waits for what follows, click or drag; any other is selected now."""
        self._start = round(event.position().y())
        row = self.logicalIndexAt(self._start)
        is_plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        self._pressed = row if is_plain and self._is_whole(row) else -1
        if self._pressed < 0:
            super().mousePressEvent(event)

    def _is_whole(self, row: int) -> bool:
        shown, model = shown_columns(self._view), self._view.model()
        if not isinstance(model, GridModel) or model.lines.kind(max(row, 0)) != ROW:
            return False
        return any(row in area.rows and len(area.columns) == len(shown) for area in areas_of(self._view))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Once the mouse has gone a little way the row is dragged."""
        at = round(event.position().y())
        if self._pressed < 0 or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        if self._target < 0 and abs(at - self._start) < QApplication.startDragDistance():
            return
        height = max(self.defaultSectionSize(), 1)
        self._target = min(max((at + self.offset() + height // 2) // height, 0), self.count())
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say where the row was dropped; one that was only clicked is selected alone."""
        pressed, target = self._pressed, self._target
        self._pressed = self._target = -1
        self.viewport().update()
        if pressed < 0:
            super().mouseReleaseEvent(event)
        elif target < 0:
            self._view.selectRow(pressed)
        elif target not in (pressed, pressed + 1):
            self.dropped.emit(pressed, target)
