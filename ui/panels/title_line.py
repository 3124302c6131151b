"""The title of a chapter over its text; a line to type another when it is asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QStackedWidget, QWidget


class _Line(QLineEdit):
    kept = Signal()
    givenUp = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Esc gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.givenUp.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving keeps."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.kept.emit()


class TitleLine(QStackedWidget):
    """Shows a title; `renamed` brings another one."""

    renamed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = self._shown = ""
        self._is_asking = False
        self.label, self.line = QLabel(self), _Line(self)
        self.label.setProperty("role", "section")
        self.label.setMinimumWidth(40)
        self.line.setAccessibleName(self.tr("本章标题"))
        self.addWidget(self.label)
        self.addWidget(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.line.kept.connect(self._keep)
        self.line.givenUp.connect(self._close)

    def show_title(self, shown: str, title: str) -> None:
        """Show a title as `shown`; `title` is the part of it that can be renamed."""
        self._shown, self._title = shown, title
        self.label.setToolTip(shown)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As much of the title as there is room for."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics = self.label.fontMetrics()
        self.label.setText(metrics.elidedText(self._shown, Qt.TextElideMode.ElideRight, self.width()))

    def ask(self) -> None:
        """Let another title be typed."""
        self._is_asking = True
        self.line.setText(self._title)
        self.setCurrentWidget(self.line)
        self.line.selectAll()
        self.line.setFocus()

    def _keep(self) -> None:
        if self._is_asking:
            text = self.line.text()
            self._close()
            if text.strip() != self._title:
                self.renamed.emit(text)

    def _close(self) -> None:
        self._is_asking = False
        self.setCurrentWidget(self.label)
        self.left.emit()
