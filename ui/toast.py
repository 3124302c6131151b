"""A word about what was done, at the bottom of the window for a while."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ui.look import Look

TOAST_MILLISECONDS = 6000
Run = Callable[[], object]


class Toast(QFrame):
    """A dark strip at the bottom left of a window that says what was done and offers to undo it."""

    def __init__(self, look: Look, window: QWidget, bottom: int = 25) -> None:
        """Hidden until say is called; `bottom` is the status line's height, at standard size."""
        super().__init__(window)
        self._look, self._window, self._bottom = look, window, bottom
        self._run: Run | None = None
        self._foot: QWidget | None = None
        self.setProperty("kind", "toast")
        self._label, self._button = QLabel(), QPushButton()
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self._act)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look.px(14), look.px(6), look.px(8), look.px(6))
        layout.setSpacing(look.px(24))
        layout.addWidget(self._label, 1)
        layout.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._expire)
        window.installEventFilter(self)
        self.hide()

    def say(
        self, text: str, action: str = "", run: Run | None = None, milliseconds: int = TOAST_MILLISECONDS
    ) -> None:
        """Show a sentence for a while without taking the focus; `action` is the button's word, if any."""
        self._run = run
        self._label.setText(text)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(text)
        self.setMinimumWidth(self._look.px(300))
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start(milliseconds)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def put_away(self) -> None:
        """Go at once: what its button would do is no longer possible."""
        self._run = None
        self._leave()

    @property
    def text(self) -> str:
        """What it says, or said last."""
        return self._label.text()

    @property
    def action(self) -> str:
        """The word of its button while it can be pressed."""
        return self._button.text() if self._run is not None else ""

    def _act(self) -> None:
        run, self._run = self._run, None
        self._leave()
        if run is not None:
            run()

    def _expire(self) -> None:
        """Go, unless somebody is about to press the button."""
        if self.underMouse() or self._button.hasFocus():
            self._timer.start(1000)
        else:
            self._leave()

    def _leave(self) -> None:
        self._timer.stop()
        self.hide()

    def _place(self) -> None:
        margin, foot = self._look.px(12), self._foot.height() if self._foot is not None else 0
        bottom = self._window.height() - self._look.px(self._bottom) - foot
        self.move(margin, bottom - margin - self.height())

    def stand_on(self, foot: QWidget | None) -> None:
        """Leave free what stands at the foot of the window, above the status line; None for nothing."""
        self._foot = foot
        if foot is not None:
            foot.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom left when the window or its foot changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
