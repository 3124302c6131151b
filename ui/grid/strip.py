"""One sentence under a cell that cannot be taken."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

STRIP_MILLISECONDS = 8000


class Strip(QFrame):
    """One sentence under a cell: what cannot be taken, and what would be right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "strip")
        self._label = QLabel(self)
        self._label.setProperty("role", "error")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        box = QHBoxLayout(self)
        box.setContentsMargins(8, 3, 8, 3)
        box.addWidget(self._label)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def hint(self, text: str, at: QPoint) -> None:
        """Show what is understood of what is typed; nothing for an empty text."""
        if text:
            self._show(text, at, "muted")
        else:
            self.hide()

    def drop_hint(self) -> None:
        """A hint goes with the cell it was for; a sentence on what was not taken stays its while."""
        if self._label.property("role") == "muted":
            self.hide()

    def say(self, text: str, at: QPoint) -> None:
        """Show the sentence there, inside the parent, for a while."""
        self._show(text, at, "error")

    def _show(self, text: str, at: QPoint, role: str) -> None:
        parent = self.parentWidget()
        if self._label.property("role") != role:
            self._label.setProperty("role", role)
            self._label.style().unpolish(self._label)
            self._label.style().polish(self._label)
        self._label.setText(text)
        self.setAccessibleName(text)
        self._label.setWordWrap(False)
        self.adjustSize()
        if self.width() > parent.width():
            self._label.setWordWrap(True)
            self.resize(parent.width(), self.heightForWidth(parent.width()))
        left = max(min(at.x(), parent.width() - self.width()), 0)
        top = at.y() if at.y() + self.height() <= parent.height() else max(at.y() - self.height() - 28, 0)
        self.move(left, top)
        self.show()
        self.raise_()
        self._timer.start(STRIP_MILLISECONDS)

    @property
    def text(self) -> str:
        """The sentence shown, empty when there is none."""
        return self._label.text() if self.isVisible() else ""
