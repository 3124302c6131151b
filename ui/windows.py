"""The window of the program, and the one that takes its place when another language is chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from services.settings import Settings
from ui import window_state
from ui.language import speak
from ui.look import Look
from ui.window import MainWindow

Place = tuple[str, str]
"""A row on the screen: its table and id."""


class Windows(QObject):
    """Keeps one window, since widgets say their words when they are made: a new language, a new window."""

    def __init__(self, app: QApplication, look: Look, settings: Settings) -> None:
        super().__init__(app)
        self._app, self._look, self._settings = app, look, settings
        self.window = self._made()

    def _made(self) -> MainWindow:
        window = MainWindow(self._look, self._settings)
        # A moment later: the window is left in the middle of its own menu.
        window.languageChosen.connect(lambda language: QTimer.singleShot(0, lambda: self._speak(language)))
        return window

    def watch(self) -> None:
        """Tell of faults that nothing catches in the window from now on."""
        from ui.faults import LastResort

        LastResort(self._look, self.window).install()

    def _speak(self, language: str) -> None:
        """Put a window in that language on the same project, at the same page and row."""
        old = self.window
        touring = old.commands.is_touring
        opened, place = _opened(old), _place(old)
        window_state.keep(old, self._settings, old.workbench.tab.key if old.workbench is not None else "")
        speak(self._app, language)
        self.window = self._made()
        self.window.show()
        old.close()
        old.deleteLater()
        self.watch()
        if opened is not None:
            path, read_only = opened
            self.window.files.open_path(path, read_only=read_only)
        if place is not None:
            self.window.commands.show_row(*place)
        if touring:
            self.window.commands.begin_tour()


def _opened(window: MainWindow) -> tuple[Path, bool] | None:
    """The file of the open project, and whether it can only be read."""
    if window.workspace is None:
        return None
    project = window.workspace.project
    return project.path, project.read_only


def _place(window: MainWindow) -> Place | None:
    """The row that the page in front shows, where it shows one."""
    bench = window.workbench
    place = bench.tab.row_shown() if bench is not None else None
    return place if place is not None and place[1] else None
