"""From nothing to a window: whole processes, beside a process that only shows an empty table."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.filling import sample_project
from bench.measuring import Pair, Sizes

ROOT = Path(__file__).resolve().parent.parent

BARE_WINDOW = """
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTableView())
window.centralWidget().setModel(QStandardItemModel(25, 8))
window.resize(1366, 768)
window.show()
app.processEvents()
"""
SAMPLE_WINDOW = """
import sys
from pathlib import Path
from services.project import Project
from services.settings import Settings
from ui.app import make_application, make_look
from ui.window import MainWindow
app = make_application()
settings = Settings()
window = MainWindow(make_look(app, settings), settings)
window.show()
window.show_project(Project.open(Path(sys.argv[1])))
app.processEvents()
"""
QT_ALONE = "import PySide6.QtCore, PySide6.QtGui, PySide6.QtWidgets"


def window(sizes: Sizes, folder: Path) -> Iterator[Pair]:
    """The window on the sample, painted once."""
    sample = str(sample_project(folder / "start.jiheng"))
    yield Pair(
        "窗口打开样例并画出（整个进程）",
        "空 QMainWindow ＋ QTableView（整个进程）",
        lambda: _python(folder, SAMPLE_WINDOW, sample),
        lambda: _python(folder, BARE_WINDOW),
    )


def imports(sizes: Sizes, folder: Path) -> Iterator[Pair]:
    """What the modules of the window and of the commands cost before anything is done."""
    for module in ("ui.window", "ui.cli"):
        yield Pair(
            f"import {module}（整个进程）",
            "import PySide6 QtWidgets（整个进程）",
            lambda module=module: _python(folder, f"import {module}"),  # type: ignore[misc]
            lambda: _python(folder, QT_ALONE),
        )


def _python(folder: Path, script: str, *words: str) -> None:
    """Run a script in a process of its own, compiled once as in an installation; it must end well."""
    own = {
        "QT_QPA_PLATFORM": "offscreen",
        "JIHENG_SETTINGS": str(folder / "settings.json"),
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "PYTHONDONTWRITEBYTECODE": "",
    }
    command = [sys.executable, "-c", script, *words]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **own}, check=True, capture_output=True)
