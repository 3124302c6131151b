"""Where the window stood, how large it was and which page was in front, per person."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from services.settings import Settings

KEY = "window"
STANDARD = QSize(1366, 768)
GRASP = 80
"""What must lie on a screen at least, in px, so that the window can be moved by its title."""


def restore(window: QMainWindow, settings: Settings) -> None:
    """Put the window where it was, unless no screen is there any more; at first in the standard size."""
    kept = settings.mapping(KEY)
    width, height, left, top = (_number(kept.get(name)) for name in ("width", "height", "left", "top"))
    size = QSize(width, height) if width and height and width > 0 and height > 0 else STANDARD
    window.resize(size)
    if left is not None and top is not None and _can_be_grasped(QRect(QPoint(left, top), size)):
        window.move(left, top)
    if kept.get("maximized") is True:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def keep(window: QMainWindow, settings: Settings, tab: str) -> None:
    """Remember how the window stands now; an empty `tab` leaves the page as it was remembered."""
    is_whole = window.isMaximized() or window.isFullScreen()
    size = window.normalGeometry().size() if is_whole else window.size()
    place = window.normalGeometry().topLeft() if is_whole else window.pos()
    kept = {
        **settings.mapping(KEY),
        "width": size.width(),
        "height": size.height(),
        "left": place.x(),
        "top": place.y(),
        "maximized": window.isMaximized(),
    }
    settings.set(KEY, {**kept, "tab": tab} if tab else kept)


def tab_kept(settings: Settings) -> str:
    """The key of the page that was in front last."""
    return str(settings.mapping(KEY).get("tab", ""))


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**6 else None


def _can_be_grasped(place: QRect) -> bool:
    title = QRect(place.topLeft(), QSize(place.width(), GRASP))
    shown = (screen.availableGeometry().intersected(title) for screen in QGuiApplication.screens())
    return any(each.width() >= GRASP and each.height() >= GRASP // 2 for each in shown)
