"""The tool bar of a tab: where there is little room words fall away from the right, and the icons stay."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

_WORDS, _BARE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly


class ToolBar(QToolBar):
    """Buttons with icon and words that always have room, as far as their icons have."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMovable(False)
        self.setToolButtonStyle(_WORDS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many words as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """The same when something on the bar became wider, narrower, hidden or shown."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        buttons = self._worded()
        gains = {button: _width_of_words(button) for button in buttons}
        wanted = self.sizeHint().width()
        wanted += sum(gains[button] for button in buttons if button.toolButtonStyle() == _BARE)
        bare = set()
        for button in reversed(buttons):
            if wanted <= self.width():
                break
            bare.add(button)
            wanted -= gains[button]
        for button in buttons:
            style = _BARE if button in bare else _WORDS
            if button.toolButtonStyle() != style:
                button.setToolButtonStyle(style)

    def _worded(self) -> list[QToolButton]:
        """The buttons in view that have both icon and words."""
        found = (self.widgetForAction(action) for action in self.actions() if action.isVisible())
        return [
            one for one in found if isinstance(one, QToolButton) and one.text() and not one.icon().isNull()
        ]


def _width_of_words(button: QToolButton) -> int:
    """What Qt adds to a button for its words beside the icon."""
    return button.fontMetrics().horizontalAdvance(f"{button.text()} ") + 4
