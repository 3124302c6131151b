"""The line of steps at the top of the import: which are done, which is now, which are to come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import Look

HEIGHT, CIRCLE, GAP, PADDING = 40, 18, 8, 14


class StepLine(QWidget):
    """Shows the steps by number and word; a done one has a tick, the present one a filled circle."""

    def __init__(self, look: Look, words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._words, self._at = look, tuple(words), 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        self.show_step(0)

    def show_step(self, at: int) -> None:
        """The present step, from 0."""
        self._at = at
        self.setAccessibleName(
            self.tr("第 {0} 步，共 {1} 步：{2}").format(at + 1, len(self._words), self._words[at])
        )
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the words."""
        look = self._look
        metrics = QFontMetricsF(look.font(14, 600))
        width = sum(
            metrics.horizontalAdvance(word) + look.px(CIRCLE + GAP + 2 * PADDING) for word in self._words
        )
        return QSize(round(width) + 2, look.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The steps beside each other, a line under the present one."""
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 0.0
        for at, word in enumerate(self._words):
            font = look.font(14, 600 if at == self._at else 400)
            width = QFontMetricsF(look.font(14, 600)).horizontalAdvance(word) + look.px(
                CIRCLE + GAP + 2 * PADDING
            )
            box = QRectF(left, 0, width, self.height())
            self._paint_sign(painter, box, at)
            painter.setFont(font)
            role = "done" if at < self._at else "text" if at == self._at else "text2"
            painter.setPen(look.color(role))
            text = box.adjusted(look.px(PADDING + CIRCLE + GAP), 0, 0, 0)
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)
            if at == self._at:
                thick = look.px(3)
                painter.fillRect(QRectF(left, self.height() - thick, width, thick), look.color("accent"))
            left += width
        painter.end()

    def _paint_sign(self, painter: QPainter, box: QRectF, at: int) -> None:
        look, size = self._look, self._look.px(CIRCLE)
        circle = QRectF(box.left() + look.px(PADDING), box.center().y() - size / 2, size, size)
        if at < self._at:
            pixmap = look.icon_pixmap("done", size, "done", self.devicePixelRatioF())
            painter.drawPixmap(circle.topLeft(), pixmap)
            return
        if at == self._at:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent"))
            painter.drawEllipse(circle)
        painter.setFont(look.font(12, 600 if at == self._at else 400))
        painter.setPen(look.color("on-accent" if at == self._at else "text2"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(at + 1))
