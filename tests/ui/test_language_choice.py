"""Another language is chosen in the menu, and the window is in it at once, where it was before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from services.settings import Settings
from ui.language import CHINESE, ENGLISH, language_of, speak
from ui.look import Look
from ui.trying import begin, drop
from ui.window import MainWindow
from ui.windows import Windows


@pytest.fixture
def windows(
    look: Look, tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Windows]:
    made = Windows(qapp, look, Settings(tmp_path / "own.json"))
    monkeypatch.setattr(made, "watch", lambda: None)
    made.window.resize(1200, 700)
    made.window.show()
    yield made
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()
    speak(qapp, CHINESE)


def choose(windows: Windows, language: str, qtbot: QtBot) -> MainWindow:
    before = windows.window
    windows.window.menu_actions[f"language.{language}"].trigger()
    qtbot.waitUntil(lambda: windows.window is not before)
    return windows.window


def tabs(window: MainWindow) -> list[str]:
    assert window.workbench is not None
    return [tab.title for tab in window.workbench.tabs]


def test_the_window_is_in_the_other_language_at_once(
    windows: Windows, sample_path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    windows.window.files.open_path(sample_path)
    assert tabs(windows.window)[:2] == ["概览", "资金"]
    window = choose(windows, ENGLISH, qtbot)
    assert window.isVisible() and tabs(window)[:2] == ["Overview", "Funds"]
    assert (window.width(), window.height()) == (1200, 700)
    assert language_of(Settings(tmp_path / "own.json")) == ENGLISH
    assert window.menu_actions["language.en"].isChecked()
    assert tabs(choose(windows, CHINESE, qtbot))[:2] == ["概览", "资金"]


def test_project_page_row_and_undo_are_as_before(windows: Windows, sample_path: Path, qtbot: QtBot) -> None:
    window = windows.window
    window.files.open_path(sample_path)
    assert window.context is not None
    row = window.context.records.live("contract")[7]
    assert window.context.typed("contract", row["id"], "name", "改过的名称") is None
    window.commands.show_row("contract", row["id"])
    window = choose(windows, ENGLISH, qtbot)
    assert window.workbench is not None and window.context is not None and window.workspace is not None
    assert window.workbench.tab.key == "contracts"
    assert window.workbench.tab.row_shown() == ("contract", row["id"])
    assert not window.workspace.project.read_only
    window.menu_actions["undo"].trigger()
    found = window.context.records.get("contract", row["id"])
    assert found is not None and found["name"] == row["name"]


def test_a_project_that_can_only_be_read_stays_so(windows: Windows, sample_path: Path, qtbot: QtBot) -> None:
    windows.window.files.open_path(sample_path, read_only=True)
    workspace = choose(windows, ENGLISH, qtbot).workspace
    assert workspace is not None and workspace.project.read_only


def test_without_a_project_the_start_page_changes(windows: Windows, qtbot: QtBot) -> None:
    window = choose(windows, ENGLISH, qtbot)
    assert window.workspace is None and window.windowTitle() == "Jiheng"


def test_the_language_waits_while_something_is_tried(
    windows: Windows, sample_path: Path, qtbot: QtBot
) -> None:
    window = windows.window
    window.files.open_path(sample_path)
    assert window.context is not None
    begin(window.context)
    window.menu_actions["language.en"].trigger()
    QApplication.processEvents()
    assert windows.window is window and window.complaint is not None
    assert window.menu_actions["language.zh"].isChecked() and language_of(window.settings) == CHINESE
    drop(window.context)


def test_the_same_language_changes_nothing(windows: Windows) -> None:
    window = windows.window
    window.menu_actions["language.zh"].trigger()
    QApplication.processEvents()
    assert windows.window is window
