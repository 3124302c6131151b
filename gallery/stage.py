"""The windows that are pictured: on the sample, on a new project, on one only to be read, on none."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from services.founding import create, found
from services.project import Project
from services.sample import sample_sheets
from services.settings import Settings
from ui.language import speak
from ui.look import FONT_SIZES, Look
from ui.selftest import settle
from ui.window import MainWindow

PERSON = "陈曦"
Size = tuple[int, int]
Scene = Callable[[MainWindow], Iterator[None]]
"""Brings the window to what is to be seen, yields, and takes back what it did."""


@contextlib.contextmanager
def own_settings() -> Iterator[Path]:
    """A folder that is thrown away, with settings of its own in it."""
    with tempfile.TemporaryDirectory(prefix="jiheng-pictures-") as name:
        folder = Path(name)
        kept = {"JIHENG_SETTINGS": str(folder / "settings.json"), "JIHENG_PERSON": PERSON}
        with patch.dict(os.environ, kept):
            yield folder


class Stage:
    """Opens one window at a time, in one language, and brings scenes before it."""

    def __init__(self, app: QApplication, folder: Path, language: str) -> None:
        self._app, self._folder = app, folder
        speak(app, language)
        self.look = Look("light", FONT_SIZES["标准"])
        self.look.apply(app)
        self._sample = folder / "sample.jiheng"
        create(self._sample, found(sample_sheets()), person=PERSON).close()

    @contextlib.contextmanager
    def window(self, kind: str, size: Size) -> Iterator[MainWindow]:
        """A window of one of the `KINDS`, of that size."""
        with tempfile.TemporaryDirectory(dir=self._folder) as name:
            settings = Settings(Path(name) / "settings.json")
            settings.set("folder", name)
            window = MainWindow(self.look, settings)
            window.resize(*size)
            project = KINDS[kind](self._sample, Path(name))
            if project is not None:
                window.show_project(project)
            window.show()
            window.activateWindow()
            calm(window)
            yield window
            window.close()
            window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self._app.processEvents()

    def play(self, window: MainWindow, scene: Scene) -> Iterator[None]:
        """Set a scene, let it be looked at, and take it back."""
        playing = scene(window)
        next(playing)
        calm(window)
        yield
        for _ in playing:
            pass
        calm(window)


def calm(window: MainWindow) -> None:
    """Wait until the page in front has drawn what it draws."""
    if window.workbench is not None:
        settle(window.workbench.tab)
    for _ in range(4):
        QApplication.processEvents()


def in_front(window: MainWindow) -> list[QWidget]:
    """The window, and what stands over it as a window of its own: dialogs, menus, lists."""
    others = (each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not window)
    return [window, *(each for each in others if each.windowType() != Qt.WindowType.ToolTip)]


def picture(window: MainWindow) -> QPixmap:
    """The window as it is seen, dialogs and menus over it; what reaches beyond it is seen as well."""
    shown = in_front(window)
    ratio = window.devicePixelRatioF()
    places = [(each, each.mapToGlobal(QPoint()) - window.mapToGlobal(QPoint())) for each in shown]
    left = min(0, *(at.x() for _, at in places), 0)
    top = min(0, *(at.y() for _, at in places), 0)
    right = max(at.x() + each.width() for each, at in places)
    bottom = max(at.y() + each.height() for each, at in places)
    made = QPixmap(round((right - left) * ratio), round((bottom - top) * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.gray)
    painter = QPainter(made)
    for each, at in places:
        painter.drawPixmap(at - QPoint(left, top), each.grab())
        if each is not window:
            painter.setPen(Qt.GlobalColor.darkGray)
            painter.drawRect(each.rect().translated(at - QPoint(left, top)))
    painter.end()
    return made


def _sample(sample: Path, folder: Path) -> Project:
    return Project.open(Path(shutil.copy(sample, folder / "样例.jiheng")), person=PERSON)


def _new(_sample: Path, folder: Path) -> Project:
    rows = {"project": [{"title": "2018年信息化专项资金绩效评价", "year": 2018}]}
    return Project.create(folder / "新评价.jiheng", rows, person=PERSON, label="新建项目")


def _read_only(sample: Path, folder: Path) -> Project:
    return Project.open(Path(shutil.copy(sample, folder / "样例.jiheng")), read_only=True)


KINDS: Mapping[str, Callable[[Path, Path], Project | None]] = {
    "sample": _sample,
    "new": _new,
    "read-only": _read_only,
    "none": lambda _sample, _folder: None,
}
