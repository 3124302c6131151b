"""The whole window on the sample, for tests that take back what they did."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from services.project import Project
from services.settings import Settings
from ui.language import CHINESE, ENGLISH, speak
from ui.look import Look
from ui.window import MainWindow


@contextmanager
def sample_window(sample: Path, folder: Path, app: QApplication) -> Iterator[MainWindow]:
    """A window in front, with a copy of the sample open and settings of its own."""
    look = Look("light", 13)
    look.apply(app)
    made = MainWindow(look, Settings(folder / "settings.json"))
    made.show_project(Project.open(shutil.copy(sample, folder / "样例.jiheng"), person="测试员"))
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    yield made
    made.close()
    made.deleteLater()


@contextmanager
def english_window(path: Path, app: QApplication, width: int, height: int) -> Iterator[MainWindow]:
    """A window in English on a project; the application speaks Chinese again afterwards."""
    speak(app, ENGLISH)
    look = Look("light", 13)
    look.apply(app)
    made = MainWindow(look, Settings(path.parent / "settings.json"))
    made.show_project(Project.open(path, person="Li"))
    made.resize(width, height)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    speak(app, CHINESE)
