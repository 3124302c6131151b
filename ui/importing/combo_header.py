"""The head of the foreign table: the unit's own words, and below them what each column is read into."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QWidget

from ui.look import Look

HEAD_HEIGHT, COMBO_HEIGHT = 58, 26


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
