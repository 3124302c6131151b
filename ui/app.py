"""The application around the window: scaling, Qt's own words in Chinese, the look, and the last resort."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QRectF, Qt, QTranslator
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton

from services.errors import UserProblem
from services.settings import Settings
from ui.dialogs import Frame
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


class FailureDialog(Frame):
    """What the program could not finish, with details to send to those who maintain it."""

    def __init__(self, look: Look, details: str) -> None:
        super().__init__(look, "")
        self.setWindowTitle(self.tr("程序出错"))
        sentence = QLabel(
            self.tr(
                "刚才的操作没有完成，是程序的错误，不是您的错误。此前的修改都已存盘，没有丢失。\n"
                "可以继续工作；若再次出现，请复制下面的详情交给维护人员。"
            ),
            self,
        )
        sentence.setWordWrap(True)
        self.body.addWidget(sentence)
        self.details = QPlainTextEdit(details, self)
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("错误详情"))
        self.body.addWidget(self.details, 1)
        copy = QPushButton(self.tr("复制详情"), self)
        copy.setAutoDefault(False)
        copy.clicked.connect(lambda: QApplication.clipboard().setText(details))
        self.foot.insertWidget(self.foot.indexOf(self.main), copy)
        self.resize(look.px(640), look.px(360))


class LastResort(QObject):
    """Hears of every exception that nothing else has caught; called as `sys.excepthook` is."""

    def __init__(self, look: Look, window: MainWindow, show: Callable[[FailureDialog], object]) -> None:
        super().__init__(window)
        self._look, self._window, self._show = look, window, show
        self._is_showing = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """A sentence for what the person can repair; a dialog with details for the program's own faults."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        if isinstance(error, UserProblem):
            self._window.complain(str(error))
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        if sys.stderr is not None:
            sys.stderr.write(details)
        if self._is_showing:
            return
        self._is_showing = True
        try:
            self._show(FailureDialog(self._look, details))
        finally:
            self._is_showing = False


def open_window(path: Path | None) -> int:
    """Open the window, on a project if one is named, and run until it is closed."""
    app = make_application()
    settings = Settings()
    look = make_look(app, settings)
    window = MainWindow(look, settings)
    sys.excepthook = LastResort(look, window, FailureDialog.exec)
    window.show()
    if path is not None:
        window.files.open_path(path)
    code = app.exec()
    for work in going_on(app):
        work.wait()
    return code
