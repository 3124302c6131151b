"""The application around the window: scaling, language, and the look."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from services.resources import resource
from services.settings import Settings
from ui.language import CHINESE, language_of, speak
from ui.look import FONT_SIZES, THEMES, Look
from ui.windows import Windows
from ui.work import going_on


def make_application(settings: Settings | None = None) -> QApplication:
    """The application with exact scaling, in the language this person chose; the one that exists, if any."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("jiheng")
    speak(app, CHINESE if settings is None else language_of(settings))
    return app


def make_look(app: QApplication, settings: Settings) -> Look:
    """The look this person chose, applied to the application."""
    theme = settings.get("theme", "system")
    look = Look(
        theme if theme in (*THEMES, "system") else "system",
        FONT_SIZES.get(settings.get("font_size"), FONT_SIZES["标准"]),
    )
    look.apply(app)
    app.setWindowIcon(program_icon())
    return look


def program_icon() -> QIcon:
    """The program's sign, 绩 on the accent colour, in the sizes that desktops ask for."""
    icon = QIcon()
    for path in sorted(resource("icons", "program").glob("*.png")):
        icon.addFile(str(path))
    return icon


def open_window(path: Path | None, *, stays: bool = True) -> int:
    """Open the window, on a project if one is named, and run until it is closed, or leave once it is drawn.

    The empty window is painted first; what a project needs is loaded while it is there to be seen.
    """
    settings = Settings()
    app = make_application(settings)
    windows = Windows(app, make_look(app, settings), settings)
    windows.window.show()
    app.processEvents()
    gc.freeze()
    gc.enable()
    if stays or path is not None:
        windows.watch()
    if path is not None:
        windows.window.files.open_path(path)
    if not stays:
        app.processEvents()
        return 0
    code = app.exec()
    for work in going_on(app):
        work.wait()
    return code
