"""Outline icons from SVG files, drawn in the colours of the theme."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from services.resources import resource

RATIOS = (1.0, 1.5, 2.0)
_LIVELY = (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected)


def icon_names() -> tuple[str, ...]:
    """The names of all shipped icons, which are the names of the actions they stand for."""
    return tuple(sorted(path.stem for path in resource("icons").glob("*.svg")))


class Icons:
    """The icons of one theme; each is drawn once per name, size and colour role."""

    def __init__(self, color: Callable[[str], QColor]) -> None:
        """`color` gives the theme's colour for a token."""
        self._color = color
        self._made: dict[tuple[str, int, str], QIcon] = {}

    def icon(self, name: str, size: int, role: str) -> QIcon:
        """The icon with normal, disabled and selected modes; FileNotFoundError when there is no such icon."""
        key = (name, size, role)
        if key not in self._made:
            self._made[key] = self._make(name, size, role)
        return self._made[key]

    def _make(self, name: str, size: int, role: str) -> QIcon:
        icon, drawing = QIcon(), _drawing(name, size)
        for token, modes in ((role, _LIVELY), ("disabled", (QIcon.Mode.Disabled,))):
            for ratio in RATIOS:
                pixmap = _drawn(drawing, size, self._color(token), ratio)
                for mode in modes:
                    icon.addPixmap(pixmap, mode)
        return icon

    def pixmap(self, name: str, size: int, color: QColor, ratio: float = 1.0) -> QPixmap:
        """The icon as a transparent picture of size × size px at the given pixel ratio."""
        return _drawn(_drawing(name, size), size, color, ratio)


def _drawing(name: str, size: int) -> str:
    """The SVG text of an icon, with thinner lines where it is large."""
    text = resource("icons", f"{name}.svg").read_text("utf-8")
    return text.replace('stroke-width="1.75"', 'stroke-width="1.25"') if size >= 32 else text


def _drawn(drawing: str, size: int, color: QColor, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    text = drawing.replace("currentColor", color.name())
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
