"""Outline icons from SVG files, drawn in the colours of the theme."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from services.resources import resource

RATIOS = (1.0, 1.5, 2.0)


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
        icon = QIcon()
        modes = {
            QIcon.Mode.Normal: role,
            QIcon.Mode.Active: role,
            QIcon.Mode.Selected: role,
            QIcon.Mode.Disabled: "disabled",
        }
        for mode, token in modes.items():
            for ratio in RATIOS:
                icon.addPixmap(self.pixmap(name, size, self._color(token), ratio), mode)
        return icon

    def pixmap(self, name: str, size: int, color: QColor, ratio: float = 1.0) -> QPixmap:
        """The icon as a transparent picture of size × size px at the given pixel ratio."""
        text = resource("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", color.name())
        if size >= 32:
            text = text.replace('stroke-width="1.75"', 'stroke-width="1.25"')
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(pixmap.rect()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
