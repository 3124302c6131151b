"""The left side of the status line: what can be done here, with the keys drawn as small key caps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import Look

_KEY = r"(?:Enter|Tab|Esc|Delete|Space|PgUp|PgDn|F\d{1,2}|[A-Z0-9]|[↑↓←→\\;=\-])"
_KEYS = re.compile(
    rf"(?:(?:Ctrl|Alt|Shift)\+)+{_KEY}(?![A-Za-z0-9])|(?<![A-Za-z0-9])F\d{{1,2}}(?![A-Za-z0-9])"
)

HEIGHT = 22


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text in parts, each with whether it is a key: "Ctrl+D 填充" → Ctrl, +, D, " 填充"."""
    at = 0
    for match in _KEYS.finditer(text):
        if match.start() > at:
            yield text[at : match.start()], False
        for number, key in enumerate(match[0].split("+")):
            if number:
                yield "+", False
            yield key, True
        at = match.end()
    if at < len(text):
        yield text[at:], False


class KeyLine(QWidget):
    """One line of text whose keys look like keys; long texts end in "…" and stand whole in the tip."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.text = ""
        self._has_keys = True
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedHeight(self._look.px(HEIGHT))
        self.update()

    def say(self, text: str) -> None:
        """Show a sentence; it may speak of rows, and then F2 is a fund and not a key."""
        self._show(text, has_keys=False)

    def say_keys(self, text: str) -> None:
        """Show what can be done here, with its keys."""
        self._show(text, has_keys=True)

    def _show(self, text: str, *, has_keys: bool) -> None:
        self.text, self._has_keys = text.replace("\n", " "), has_keys
        self.setAccessibleName(self.text)
        self.setToolTip(self.text)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the status line; the width is what is left."""
        return QSize(self._look.px(200), self._look.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The parts from left to right."""
        painter = QPainter(self)
        left = float(self._look.px(12))
        for text, is_key in pieces(self.text) if self._has_keys else [(self.text, False)]:
            left = self._paint_key(painter, left, text) if is_key else self._paint_text(painter, left, text)
            if left >= self.width():
                break
        painter.end()

    def _paint_text(self, painter: QPainter, left: float, text: str) -> float:
        font = self._look.font(12)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._look.color("text2"))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(self.width() - left, 0))
        base = (self.height() + metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(left, base), shown)
        return left + metrics.horizontalAdvance(shown)

    def _paint_key(self, painter: QPainter, left: float, key: str) -> float:
        font = self._look.font(11)
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(key) + 2 * self._look.px(4)
        height = self._look.px(17)
        box = QRectF(left + 1.5, (self.height() - height) // 2 + 0.5, round(width), height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("border"), 1))
        painter.setBrush(self._look.color("header"))
        painter.drawRoundedRect(box, 2, 2)
        painter.setFont(font)
        painter.setPen(self._look.color("text2"))
        base = (self.height() + metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(box.left() + self._look.px(4), base), key)
        return box.right() + 2
