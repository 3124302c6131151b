"""The row numbers of a grid: where one is, groups to open and close, and rows to be dragged elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView

from ui.grid.cell_painter import CellPainter
from ui.grid.lines import GROUP
from ui.grid.model import GridModel
from ui.look import Look


class RowHeader(QHeaderView):
    """Row numbers; the current row's stands on the accent, or on grey while the view lacks the focus.

    `dropped` says that the pressed row was dragged before another line (the count of lines: to the end).
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
        self.setMinimumSectionSize(self._look.row_height)
        self.setDefaultSectionSize(self._look.row_height)
        self.setFixedWidth(self._look.px(34))

    # Painting

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """One number."""
        colors, current = self._painter.colors, self._view.currentIndex()
        is_current = current.isValid() and current.row() == section
        model = self._view.model()
        assert isinstance(model, GridModel)
        is_group = model.lines.kind(section) == GROUP
        focus = QApplication.focusWidget()
        is_inside = focus is not None and self._view.viewport().isAncestorOf(focus)
        has_focus = is_current and (is_inside or self._view.hasFocus())
        ground = (
            "accent" if has_focus else "border-strong" if is_current else "group" if is_group else "header"
        )
        left, top, width, height = rect.left(), rect.top(), rect.width(), rect.height()
        painter.fillRect(rect, colors[ground])
        painter.fillRect(left, top + height - 1, width, 1, colors["grid"])
        painter.fillRect(left + width - 1, top, 1, height, colors["border"])
        ink = "text2" if not is_current else "on-accent" if has_focus else "surface"
        if is_group:
            self._paint_chevron(painter, rect, model.is_closed(model.lines.key(section)), ink)
            return
        number = model.number(section)
        painter.setPen(colors[ink])
        painter.setFont(self._font)
        room = (width - self._metrics.horizontalAdvance(number)) / 2
        base = top + (height - self._metrics.height()) / 2 + self._metrics.ascent()
        painter.drawText(QPointF(left + room, base), number)

    def _paint_chevron(self, painter: QPainter, rect: QRect, is_closed: bool, ink: str) -> None:
        side = self._look.px(14)
        name = "expand" if is_closed else "collapse"
        pixmap = self._painter.picture(name, side, ink, self.devicePixelRatioF())
        painter.drawPixmap(rect.center().x() - side // 2, rect.center().y() - side // 2, pixmap)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The numbers, and while a row is dragged the line where it would go."""
        super().paintEvent(event)
        if self._target >= 0:
            painter = QPainter(self.viewport())
            painter.fillRect(0, self._top_of(self._target) - 1, self.width(), 2, self._look.color("accent"))
            painter.end()

    # Dragging

    def _top_of(self, line: int) -> int:
        return self.sectionViewportPosition(line) if line < self.count() else self.length() - self.offset()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember which row is pressed."""
        self._start = round(event.position().y())
        self._pressed = self.logicalIndexAt(self._start)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Once the mouse has gone a little way the row is dragged."""
        at = round(event.position().y())
        is_drag = self._pressed >= 0 and bool(event.buttons() & Qt.MouseButton.LeftButton)
        if not is_drag or self._target < 0 and abs(at - self._start) < QApplication.startDragDistance():
            return
        height = max(self.defaultSectionSize(), 1)
        self._target = min(max((at + self.offset() + height // 2) // height, 0), self.count())
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say where the row was dropped."""
        pressed, target = self._pressed, self._target
        self._pressed = self._target = -1
        self.viewport().update()
        super().mouseReleaseEvent(event)
        if target >= 0 and pressed >= 0 and target not in (pressed, pressed + 1):
            self.dropped.emit(pressed, target)
