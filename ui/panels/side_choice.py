"""A side list beside what it chooses; where the window is narrow it is a choice above it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFrame, QHBoxLayout, QWidget

from ui.look import Look
from ui.panels.detail import rule
from ui.panels.side_list import SideList

NARROW = 1100
"""Windows below this width have no room for the list."""


class SideChoice(QWidget):
    """Holds the list, the same lines as a choice, and what is chosen."""

    def __init__(self, look: Look, side: SideList, chosen: QWidget, width: int) -> None:
        super().__init__()
        self._look, self.side = look, side
        side.setFixedWidth(look.px(width))
        self.band = QFrame(self)
        self.band.setProperty("kind", "surface")
        self.choice = QComboBox(self.band)
        self.choice.setModel(side.model())
        self.choice.setAccessibleName(side.accessibleName())
        self.choice.setMaxVisibleItems(20)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(24)
        inside = QHBoxLayout(self.band)
        inside.setContentsMargins(look.px(14), look.px(4), look.px(14), look.px(4))
        inside.addWidget(self.choice)
        inside.addStretch(1)
        self._line = rule(self)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        for part in (side, self.band, self._line):
            self._layout.addWidget(part)
        self._layout.addWidget(chosen, 1)
        self.choice.activated.connect(side.setCurrentRow)
        side.selectionModel().currentRowChanged.connect(self._follow)
        side.model().rowsInserted.connect(lambda *_: self._follow(side.currentIndex()))
        self._fit()

    def _follow(self, now: QModelIndex, _before: QModelIndex | None = None) -> None:
        self.choice.setCurrentIndex(now.row())

    @property
    def is_narrow(self) -> bool:
        """Whether the choice stands in the place of the list."""
        return not self.band.isHidden()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """List or choice, as the window has room."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """The same when the tab comes into a window."""
        if event.type() == QEvent.Type.Polish:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        is_narrow = self.window() is not self and self.window().width() < self._look.px(NARROW)
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        self.side.setVisible(not is_narrow)
        self.band.setVisible(is_narrow)
        self._line.setVisible(is_narrow)
