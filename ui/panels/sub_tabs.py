"""The underlined tabs of a panel, which stand closer together where there would be no room for all."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget


class SubTabs(QTabBar):
    """Takes the width of its row; what even then has no room is reached by scrolling."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("subtabs", True)
        self.setProperty("close", False)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Closer together or further apart, as there is room."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """What came while the tabs were hidden is fitted now."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def tabLayoutChange(self) -> None:
        """The same when a word or a number on a tab has changed."""
        super().tabLayoutChange()
        self._fit()

    def _fit(self) -> None:
        if not self.count() or not self.isVisible():
            return
        is_close = bool(self.property("close"))
        taken = self.tabRect(self.count() - 1).right() - self.tabRect(0).left()
        if not is_close and taken > self.width():
            self._stand(close=True)
        elif is_close and taken + self.count() * self._saved() <= self.width():
            self._stand(close=False)

    def _saved(self) -> int:
        """What a tab gives up when it stands close, a bit more than in the style sheet."""
        return self.fontMetrics().height()

    def _stand(self, *, close: bool) -> None:
        self.setProperty("close", close)
        self.style().unpolish(self)
        self.style().polish(self)
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))
