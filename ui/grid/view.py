"""The table view with Excel's hands: row numbers, keys, and the frame of the current cell."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.grid.lines import GROUP
from ui.grid.model import GridModel
from ui.look import Look


class RowHeader(QHeaderView):
    """Row numbers; the current row's stands on the accent, or on grey while the view lacks the focus."""

    def __init__(self, look: Look, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._look, self._view = look, parent
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.restyle()

    def restyle(self) -> None:
        """Row height and width of the present look."""
        self.setMinimumSectionSize(self._look.row_height)
        self.setDefaultSectionSize(self._look.row_height)
        self.setFixedWidth(self._look.px(34))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """One number."""
        look, current = self._look, self._view.currentIndex()
        is_current = current.isValid() and current.row() == section
        ground = ("accent" if self._view.hasFocus() else "border-strong") if is_current else "header"
        model = self._view.model()
        is_group = isinstance(model, GridModel) and model.lines[section].kind == GROUP
        painter.save()
        painter.fillRect(rect, look.color("group" if is_group and not is_current else ground))
        painter.setPen(QPen(look.color("border"), 1))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setPen(QPen(look.color("grid"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        ink = "text2" if not is_current else "on-accent" if self._view.hasFocus() else "surface"
        if is_group and isinstance(model, GridModel):
            self._paint_chevron(painter, rect, model.is_closed(model.lines[section].key), ink)
        else:
            painter.setPen(look.color(ink))
            painter.setFont(look.font(11))
            number = model.headerData(section, Qt.Orientation.Vertical)
            painter.drawText(QRectF(rect), int(Qt.AlignmentFlag.AlignCenter), str(number or ""))
        painter.restore()

    def _paint_chevron(self, painter: QPainter, rect: QRect, is_closed: bool, ink: str) -> None:
        side = self._look.px(14)
        name = "expand" if is_closed else "collapse"
        pixmap = self._look.icon_pixmap(name, side, ink, self.devicePixelRatioF())
        painter.drawPixmap(rect.center().x() - side // 2, rect.center().y() - side // 2, pixmap)


class GridView(QTableView):
    """A table view that leaves every key with a meaning of its own to the grid."""

    keyed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.rows = RowHeader(look, self)
        self.setVerticalHeader(self.rows)
        header = self.horizontalHeader()
        header.setFixedHeight(look.px(30))
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(look.px(36))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that act on cells; all others move or type."""
        words = _KEYS.get((event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier))
        if words is not None:
            self.keyed.emit(words)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a group's number closes or opens it (the header has its own signal)."""
        super().mousePressEvent(event)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """Paint both rows with their numbers again."""
        super().currentChanged(current, previous)
        self.rows.viewport().update()
        if current.row() != previous.row():
            self.viewport().update()


_NONE, _CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
_SHIFT, _ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
_KEYS = {
    (Qt.Key.Key_Return, _NONE): "enter",
    (Qt.Key.Key_Enter, _NONE): "enter",
    (Qt.Key.Key_Return, _SHIFT): "up",
    (Qt.Key.Key_Return, _ALT): "problem",
    (Qt.Key.Key_Tab, _NONE): "next",
    (Qt.Key.Key_Backtab, _SHIFT): "previous",
    (Qt.Key.Key_Delete, _NONE): "clear",
    (Qt.Key.Key_Backspace, _NONE): "clear",
    (Qt.Key.Key_C, _CTRL): "copy",
    (Qt.Key.Key_X, _CTRL): "cut",
    (Qt.Key.Key_V, _CTRL): "paste",
    (Qt.Key.Key_D, _CTRL): "fill",
    (Qt.Key.Key_F4, _NONE): "choose",
    (Qt.Key.Key_Down, _ALT): "choose",
    (Qt.Key.Key_Minus, _CTRL): "delete",
}
