"""The application around the window: scaling, Qt's own words in Chinese, and the look."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QRectF, Qt, QTranslator
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from services.settings import Settings
from ui.faults import LastResort
from ui.look import FONT_SIZES, THEMES, Look
from ui.window import MainWindow
from ui.work import going_on


def make_application() -> QApplication:
    """The application with exact scaling and Qt's own texts in Chinese; the one that exists, if any."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("jiheng")
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    return app


def make_look(app: QApplication, settings: Settings) -> Look:
    """The look this person chose, applied to the application."""
    theme = settings.get("theme", "system")
    look = Look(
        theme if theme in (*THEMES, "system") else "system",
        FONT_SIZES.get(settings.get("font_size"), FONT_SIZES["标准"]),
    )
    look.apply(app)
    app.setWindowIcon(program_icon(look))
    return look


def program_icon(look: Look) -> QIcon:
    """The program's sign: 绩 on the accent colour."""
    icon = QIcon()
    for side in (16, 32, 48, 128):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("accent"))
        painter.drawRoundedRect(QRectF(picture.rect()), side / 8, side / 8)
        font = look.font(weight=700)
        font.setPixelSize(round(side * 0.7))
        painter.setFont(font)
        painter.setPen(look.color("on-accent"))
        painter.drawText(picture.rect(), Qt.AlignmentFlag.AlignCenter, "绩")
        painter.end()
        icon.addPixmap(picture)
    return icon


def open_window(path: Path | None) -> int:
    """Open the window, on a project if one is named, and run until it is closed."""
    app = make_application()
    settings = Settings()
    look = make_look(app, settings)
    window = MainWindow(look, settings)
    LastResort(look, window).install()
    window.show()
    if path is not None:
        window.files.open_path(path)
    code = app.exec()
    for work in going_on(app):
        work.wait()
    return code
