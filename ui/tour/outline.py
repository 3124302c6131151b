"""A frame in the accent colour around what a step of the tour is about; it takes no clicks and no focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget

from ui.look import Look

WIDTH = 2
_MOVES = (
    QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest,
)  # fmt: skip


class Outline(QWidget):
    """Follows the widget that it surrounds, or a part of it, wherever it goes."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._target: QWidget | None = None
        self._part: QRect | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        look.changed.connect(self.update)
        self.hide()

    @property
    def target(self) -> QWidget | None:
        """What it surrounds."""
        return self._target

    def surround(self, target: QWidget | None, part: QRect | None = None) -> None:
        """Draw around a widget of the window (or that part of it), or around nothing."""
        for each in self._watched:
            each.removeEventFilter(self)
        self._watched = []
        self._target, self._part = target, part
        around = target
        while around is not None and around is not self.parentWidget():
            around.installEventFilter(self)
            around.destroyed.connect(self._forget)
            self._watched.append(around)
            around = around.parentWidget()
        self._place()

    def _forget(self, gone: QObject) -> None:
        self._watched = [each for each in self._watched if each is not gone]
        if gone is self._target:
            self._target = None
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay around the target when anything around it moves."""
        if event.type() in _MOVES:
            self._place()
        return False

    def _place(self) -> None:
        target = self._target
        if target is None or not target.isVisible():
            self.hide()
            return
        part = self._part or target.rect()
        corner = target.mapTo(self.parentWidget(), part.topLeft())
        self.setGeometry(QRect(corner - QPoint(1, 1), part.size()).adjusted(0, 0, 2, 2))
        inner = self.rect().adjusted(WIDTH, WIDTH, -WIDTH, -WIDTH)
        self.setMask(QRegion(self.rect()) - QRegion(inner))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Four lines."""
        painter = QPainter(self)
        pen = QPen(self._look.color("accent"), 2 * WIDTH)
        painter.setPen(pen)
        painter.drawRect(self.rect())
        painter.end()
