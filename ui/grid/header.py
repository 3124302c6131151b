"""The titles of a grid's columns: in two lines where one is too short, with the signs of order and filter."""

from __future__ import annotations

from collections.abc import Set

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.look import Look

LOW, HIGH = 30, 46
PADDING = 7


class ColumnHeader(QHeaderView):
    """Column titles. Click sorts, dragging moves the column, the edge sets its width."""

    def __init__(self, look: Look, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.frozen: Set[int] = frozenset()
        self.filtered: Set[int] = frozenset()
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.sectionResized.connect(lambda *_: self.fit())
        self.restyle()

    def restyle(self) -> None:
        """Lengths of the present look."""
        self.setMinimumSectionSize(self._look.px(36))
        self.fit()

    def fit(self) -> None:
        """As high as the longest title needs: one line, or two."""
        height = self._look.px(HIGH if self._needs_two() else LOW)
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        """The height that was fitted."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def is_frozen(self, section: int) -> bool:
        """Whether a column stays where it is while the others scroll."""
        return section in self.frozen

    def _title(self, section: int) -> str:
        model = self.model()
        return str(model.headerData(section, Qt.Orientation.Horizontal) or "") if model is not None else ""

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self._look.font(12, 500))

    def _room(self, section: int) -> float:
        taken = 2 * self._look.px(PADDING) + self._look.px(12) * self._signs(section)
        return self.sectionSize(section) - taken

    def _signs(self, section: int) -> int:
        is_sorted = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        return int(is_sorted) + int(section in self.filtered)

    def _needs_two(self) -> bool:
        metrics = self._metrics()
        return any(
            not self.isSectionHidden(at) and metrics.horizontalAdvance(self._title(at)) > self._room(at) + 1
            for at in range(self.count())
        )

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Ground, title, signs, hairlines."""
        look = self._look
        painter.save()
        painter.fillRect(rect, look.color("header"))
        painter.setPen(QPen(look.color("grid"), 1))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setPen(QPen(look.color("border"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if section in self.frozen and section == self._last_frozen():
            painter.fillRect(QRect(rect.right() - 1, rect.top(), 2, rect.height()), look.color("border"))
        room = QRectF(rect).adjusted(look.px(PADDING), 0, -look.px(PADDING), -1)
        room = self._paint_signs(painter, room, section)
        painter.setPen(look.color("text2"))
        painter.setFont(look.font(12, 500))
        self._paint_title(painter, room, section)
        painter.restore()

    def _last_frozen(self) -> int:
        shown = [at for at in self.frozen if not self.isSectionHidden(at)]
        return max(shown, key=self.visualIndex, default=-1)

    def _paint_title(self, painter: QPainter, room: QRectF, section: int) -> None:
        title, metrics = self._title(section), self._metrics()
        align = self.model().headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        side = Qt.AlignmentFlag(align) & Qt.AlignmentFlag.AlignHorizontal_Mask
        lines = [title]
        if metrics.horizontalAdvance(title) > room.width() + 1:
            lines = _broken(title, metrics, room.width())
        spacing = metrics.height()
        top = room.center().y() - spacing * len(lines) / 2
        for number, line in enumerate(lines):
            shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room.width() + 1)
            where = QRectF(room.left(), top + number * spacing, room.width(), spacing)
            painter.drawText(where, int(side | Qt.AlignmentFlag.AlignVCenter), shown)

    def _paint_signs(self, painter: QPainter, room: QRectF, section: int) -> QRectF:
        side = self._look.px(12)
        names = []
        if self.isSortIndicatorShown() and self.sortIndicatorSection() == section:
            is_up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            names.append("↑" if is_up else "↓")
        if section in self.filtered:
            names.append("filter")
        for name in names:
            at = QRectF(room.right() - side + 2, room.center().y() - side / 2, side, side)
            if name == "filter":
                picture = self._look.icon_pixmap("filter", side, "accent", self.devicePixelRatioF())
                painter.drawPixmap(at.toRect().topLeft(), picture)
            else:
                painter.setPen(self._look.color("accent"))
                painter.setFont(self._look.font(12, 600))
                painter.drawText(at, int(Qt.AlignmentFlag.AlignCenter), name)
            room = room.adjusted(0, 0, -side, 0)
        return room


def _broken(title: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """The title in two lines, as even as it can be, between words; the second one may still be too long."""
    half = (len(title) + 1) // 2
    places = [at for at, each in enumerate(title) if each == " " and at] or range(1, len(title))
    fits = [at for at in places if metrics.horizontalAdvance(title[:at]) <= width + 1]
    at = min(fits, key=lambda place: abs(place - half)) if fits else half
    return [title[:at].strip(), title[at:].strip()]
