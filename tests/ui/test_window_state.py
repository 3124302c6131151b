"""What a window remembers per person, and what it does with dropped files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from services.project import Project
from services.settings import Settings
from ui.look import Look
from ui.window import MainWindow

NEW = Callable[[], MainWindow]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def new_window(look: Look, settings: Settings, sample_path: Path, qtbot: QtBot) -> NEW:
    def make() -> MainWindow:
        window = MainWindow(look, Settings(settings.path))
        qtbot.addWidget(window)
        window.show_project(Project.open(sample_path, person="测试员"))
        window.show()
        return window

    return make


def test_place_and_size_are_remembered(new_window: NEW) -> None:
    first = new_window()
    first.resize(1100, 640)
    first.move(40, 30)
    first.close()
    second = new_window()
    assert (second.width(), second.height(), second.x(), second.y()) == (1100, 640, 40, 30)
    second.close()


@pytest.mark.parametrize(
    "kept",
    [
        {"left": 90_000, "top": 20, "width": 1100, "height": 640},
        {"left": 20, "top": -5_000, "width": 1100, "height": 640},
        {"left": "x", "top": None, "width": 1100, "height": 640},
        {"left": 10**12, "top": 0, "width": 1100, "height": 640},
    ],
)
def test_a_window_never_opens_where_no_screen_is(
    new_window: NEW, settings: Settings, kept: dict[str, object]
) -> None:
    settings.set("window", kept)
    window = new_window()
    screen = QApplication.primaryScreen().availableGeometry()
    assert screen.intersects(window.geometry())
    assert window.width() == 1100
    window.close()


@pytest.mark.parametrize("kept", [{"width": -5}, {"width": True, "height": 3}, {"width": "breit"}, {}])
def test_a_damaged_memory_gives_the_standard_size(
    new_window: NEW, settings: Settings, kept: dict[str, object]
) -> None:
    settings.set("window", kept)
    window = new_window()
    assert (window.width(), window.height()) == (1366, 768)
    window.close()


def test_a_closed_panel_stays_closed_on_its_page_only(new_window: NEW) -> None:
    first = new_window()
    assert first.workbench is not None
    first.workbench.show_key("contracts")
    first.menu_actions["panel"].trigger()
    first.close()
    second = new_window()
    assert second.workbench is not None
    second.workbench.show_key("contracts")
    contracts = second.workbench.tab
    assert contracts.panel_action is not None and not contracts.panel_action.isChecked()
    assert contracts.splitter is not None and not contracts.splitter.widget(1).isVisible()
    second.workbench.show_key("funds")
    funds = second.workbench.tab.panel_action
    assert funds is not None and funds.isChecked()
    second.close()


def test_a_panel_closed_for_want_of_room_is_no_choice(new_window: NEW, settings: Settings) -> None:
    window = new_window()
    window.resize(960, 540)
    QApplication.processEvents()
    assert window.workbench is not None
    window.workbench.show_key("contracts")
    panel = window.workbench.tab.panel_action
    assert panel is not None and not panel.isChecked()
    assert Settings(settings.path).mapping("panels") == {}
    window.close()


def test_the_sides_of_a_page_keep_their_shares(new_window: NEW) -> None:
    first = new_window()
    assert first.workbench is not None
    first.workbench.show_key("funds")
    splitter = first.workbench.tab.splitter
    assert splitter is not None
    splitter.setSizes([700, 660])
    splitter.splitterMoved.emit(700, 1)
    sizes = splitter.sizes()
    first.close()
    second = new_window()
    assert second.workbench is not None
    second.workbench.show_key("funds")
    again = second.workbench.tab.splitter
    assert again is not None and abs(again.sizes()[0] - sizes[0]) <= 2
    second.close()


# Dropped files


def drop(window: MainWindow, *paths: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), actions, data, buttons, none)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), actions, data, buttons, none))
        QApplication.processEvents()
    return enter.isAccepted()


def photos(folder: Path, *names: str) -> tuple[Path, ...]:
    made = tuple(folder / name for name in names)
    for at, path in enumerate(made):
        path.write_bytes(b"\x89PNG" + bytes([at]))
    return made


def test_photos_are_offered_as_evidence_of_the_current_row(
    new_window: NEW, tmp_path: Path, qtbot: QtBot
) -> None:
    window = new_window()
    assert window.workbench is not None and window.context is not None
    records = window.context.records
    contract = records.live("contract")[1]
    window.activateWindow()
    window.workbench.show_row("contract", contract["id"], "amount")
    window.workbench.tab.grid.view.setFocus()  # type: ignore[attr-defined]
    assert drop(window, *photos(tmp_path, "现场1.png", "现场2.JPG"))
    assert window.complaint is not None
    assert window.complaint.text == "“现场1.png”等 2 个文件作为佐证保存。"
    words = window.complaint.links()
    assert words[0].startswith("附到合同“") and words[1:] == ("只存为佐证", "取消")
    window.complaint.activate(words[0])
    assert window.complaint is None
    found = window.context.records
    links = found.of("evidence_link", "on_row", contract["id"])
    assert [found.title("evidence", link["evidence"]) for link in links] == ["现场1", "现场2"]
    assert {found.get("evidence", link["evidence"])["kind"] for link in links} == {"照片"}  # type: ignore[index]
    window.menu_actions["undo"].trigger()
    assert not window.context.records.of("evidence_link", "on_row", contract["id"])
    window.close()


def test_without_a_current_row_a_photo_is_only_kept(new_window: NEW, tmp_path: Path) -> None:
    window = new_window()
    assert window.workbench is not None and window.context is not None
    window.workbench.show_key("overview")
    assert drop(window, *photos(tmp_path, "票据.png"))
    assert window.complaint is not None and window.complaint.links() == ("只存为佐证", "取消")
    window.complaint.activate("只存为佐证")
    assert window.context.records.live("evidence")[-1]["title"] == "票据"
    assert window.workbench.tab.key == "papers"
    window.close()


@pytest.mark.parametrize(
    ("name", "choices"),
    [
        ("报告.pdf", ("只存为佐证", "取消")),
        ("报告.docx", ("导入其中的表格…", "只存为佐证", "取消")),
        ("报告.txt", ("导入其中的表格…", "只存为佐证", "取消")),
    ],
)
def test_a_report_says_that_proofing_is_not_there_yet(
    new_window: NEW, tmp_path: Path, name: str, choices: tuple[str, ...]
) -> None:
    window = new_window()
    assert window.workbench is not None
    window.workbench.show_key("overview")
    assert drop(window, *photos(tmp_path, name))
    assert window.complaint is not None
    assert window.complaint.text == f"“{name}”还不能校对：报告校对的功能尚未做好。"
    assert window.complaint.links() == choices
    window.complaint.activate("取消")
    assert window.complaint is None
    window.close()


def test_what_cannot_be_written_is_not_taken(
    look: Look, settings: Settings, sample_path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = MainWindow(look, settings)
    qtbot.addWidget(window)
    (photo,) = photos(tmp_path, "现场.png")
    assert not drop(window, photo)
    window.show_project(Project.open(sample_path, read_only=True))
    assert not drop(window, photo) and not drop(window, tmp_path / "表.xlsx")
    window.close()
