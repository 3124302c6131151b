"""The tour walked in the window: offered, gone through step by step, left and gone on with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from services.settings import Settings
from services.tour import STEPS
from services.tour_progress import kept
from ui.asking import Ask
from ui.importing.dialog import ImportWizard
from ui.look import Look
from ui.panels.answers import answer
from ui.tour.panel import TourPanel, table_in, without_table
from ui.tour.tour import Tour
from ui.window import MainWindow

Key, Alt = Qt.Key, Qt.KeyboardModifier.AltModifier
KEYS = [step.key for step in STEPS]


class Hand(Ask):
    """Goes through the import as the step says: choose the fund, check, import."""

    def go_through(self, wizard: ImportWizard) -> None:
        """Next, the first fund, next, import, done."""
        wizard.show()
        wizard.accept()
        wizard.columns.owner.setCurrentIndex(1)
        wizard.columns.owner.activated.emit(1)
        for _ in range(3):
            wizard.accept()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(tmp_path / "settings.json")
    made.set("folder", str(tmp_path))
    return made


@pytest.fixture
def new_window(look: Look, settings: Settings, qtbot: QtBot) -> Iterator[Callable[[], MainWindow]]:
    made: list[MainWindow] = []

    def make() -> MainWindow:
        window = MainWindow(look, settings)
        window.files.ask = Hand(look, settings, window)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        assert QTest.qWaitForWindowExposed(window)
        made.append(window)
        return window

    yield make
    for window in made:
        window.close()


@pytest.fixture
def tour(new_window: Callable[[], MainWindow]) -> Tour:
    window = new_window()
    window.start.tour.click()
    QApplication.processEvents()
    return window.commands.tour


def panel_of(tour: Tour) -> TourPanel:
    assert tour.panel is not None
    return tour.panel


class Walk:
    """What somebody does at each step, through the window's own parts."""

    def __init__(self, tour: Tour, folder: Path, qtbot: QtBot) -> None:
        window = tour.parent()
        assert isinstance(window, MainWindow)
        self.tour, self.window, self.folder, self.qtbot = tour, window, folder, qtbot

    @property
    def tab(self) -> object:
        assert self.window.workbench is not None
        return self.window.workbench.tab

    def look(self) -> None:
        self.window.workbench.show_key("overview")  # type: ignore[union-attr]

    def pay(self) -> None:
        context = self.window.context
        row = next(row for row in context.records.live("payment") if row["amount"] == 10_80_00_00)
        before = context.workspace.evaluation.total
        assert context.typed("payment", row["id"], "amount", "20.80") is None
        assert context.workspace.evaluation.total > before

    def undo(self) -> None:
        self.window.menu_actions["undo"].trigger()

    def why(self) -> None:
        self.tour.show_way()

    def try_(self) -> None:
        self.window.menu_actions["what-if"].trigger()
        assert "try" not in self.tour.done
        self.window.menu_actions["what-if"].trigger()

    def answer(self) -> None:
        assert answer(self.window.context, self.window.context.workspace.problems[-1], "已解释", "属实")

    def draft(self) -> None:
        self.tab.problems.select(self.window.context.workspace.problems[0].fingerprint)
        self.tab.problems.bar.draft()

    def paper(self) -> None:
        self.tour.show_way()
        self.tab.mark_provided()

    def evidence(self) -> None:
        self.tour.show_way()
        file = self.folder / "照片.txt"
        file.write_text("照片", "utf-8")
        self.tab.detail.evidence.add_file(file)

    def table(self) -> None:
        panel_of(self.tour).copy.click()
        self.window.menu_actions["paste-table"].trigger()
        assert self.window.context.records.find("contract", "机房空调维保")

    def sentence(self) -> None:
        tab = self.tab
        self.qtbot.waitUntil(lambda: tab.report is not None, timeout=20_000)
        chapter = tab.chapters[1]
        assert tab.pane.door.write_text(chapter, f"{chapter.text}\n\n全年结余{{结余}}万元。")

    def print(self) -> None:
        work = self.window.files.export_to(self.folder / "报告.pdf", "report")
        with self.qtbot.waitSignal(work.done, timeout=60_000):
            pass

    def do(self, key: str) -> None:
        getattr(self, {"try": "try_"}.get(key, key))()
        QApplication.processEvents()


def test_every_step_can_be_gone_through_one_after_the_other(tour: Tour, tmp_path: Path, qtbot: QtBot) -> None:
    walk, panel = Walk(tour, tmp_path, qtbot), panel_of(tour)
    for at, step in enumerate(STEPS):
        assert (tour.step.key, panel.count.text()) == (step.key, f"第 {at + 1} 步，共 12 步")
        assert (step.key in tour.done) == (step.key == "look")
        walk.window.workbench.show_key(step.page)
        QApplication.processEvents()
        outline = tour.outline
        assert outline is not None and outline.target is not None and outline.isVisible(), step.key
        walk.do(step.key)
        assert step.key in tour.done and panel.mark.text() == "✓ 已完成", step.key
        panel.next.setFocus()
        QTest.keyClick(panel.next, Key.Key_Return)
        QApplication.processEvents()
    assert tour.done == set(KEYS)
    assert not tour.is_running and tour.panel is None
    progress = kept(walk.window.settings)
    assert progress is not None and progress.is_over
    walk.window.close_project()
    assert not walk.window.start.tour_frame.isVisible()


def test_the_start_page_offers_it_and_it_opens_a_copy(
    new_window: Callable[[], MainWindow], tmp_path: Path
) -> None:
    window = new_window()
    assert window.start.tour.text() == "用样例学一遍（约 30 分钟）"
    window.start.tour.setFocus()
    QTest.keyClick(window.start.tour, Key.Key_Space)
    assert window.workspace is not None and window.workspace.project.path.parent == tmp_path
    QApplication.processEvents()
    assert panel_of(window.commands.tour).isVisible()
    assert panel_of(window.commands.tour).next.hasFocus()


def test_who_has_worked_with_it_is_not_asked(
    new_window: Callable[[], MainWindow], settings: Settings, sample_path: Path
) -> None:
    settings.opened(sample_path)
    window = new_window()
    assert not window.start.tour_frame.isVisible() and window.menu_actions["tour"].isEnabled()


def test_it_is_gone_on_with_where_it_was_left(tour: Tour, new_window: Callable[[], MainWindow]) -> None:
    window = tour.parent()
    assert isinstance(window, MainWindow)
    for _ in range(3):
        panel_of(tour).next.click()
    window.menu_actions["undo"].trigger()
    path = tour.progress.path
    panel_of(tour).end.click()
    assert not tour.is_running and window.workspace is not None
    window.close()
    again = new_window()
    assert again.start.tour.text() == "接着学样例（第 4 步）"
    again.menu_actions["tour"].trigger()
    other = again.commands.tour
    assert (other.progress.path, other.step.key) == (path, "why")
    assert "look" in other.done


def test_after_the_end_it_begins_anew_with_another_copy(tour: Tour) -> None:
    window = tour.parent()
    assert isinstance(window, MainWindow)
    first = tour.progress.path
    for _ in STEPS:
        panel_of(tour).next.click()
    window.menu_actions["tour"].trigger()
    assert tour.progress.path != first and tour.step.key == "look" and tour.is_running


def test_it_goes_with_its_project(tour: Tour, sample_path: Path) -> None:
    window = tour.parent()
    assert isinstance(window, MainWindow)
    window.files.open_path(sample_path)
    assert not tour.is_running and tour.panel is None
    window.workbench.show_key("indicators")  # type: ignore[union-attr]
    window.menu_actions["tour"].trigger()
    assert tour.is_running and window.workspace is not None
    assert window.workspace.project.path == tour.progress.path


def test_letters_with_alt_move_and_lead_to_the_place(tour: Tour, qtbot: QtBot) -> None:
    window = tour.parent()
    assert isinstance(window, MainWindow) and window.workbench is not None
    for key, expected in ((Key.Key_N, "pay"), (Key.Key_N, "undo"), (Key.Key_B, "pay")):
        QTest.keyClick(window, key, Alt)
        qtbot.waitUntil(lambda expected=expected: tour.step.key == expected)
    QTest.keyClick(window, Key.Key_G, Alt)
    qtbot.waitUntil(lambda: window.workbench.tab.key == "contracts")
    QTest.keyClick(window, Key.Key_X, Alt)
    qtbot.waitUntil(lambda: not tour.is_running)


def test_what_is_said_at_the_foot_does_not_cover_the_step(tour: Tour) -> None:
    window = tour.parent()
    assert isinstance(window, MainWindow)
    window.toast("已撤销")
    QApplication.processEvents()
    top = panel_of(tour).mapTo(window, panel_of(tour).rect().topLeft()).y()
    assert window.toasts.isVisible() and window.toasts.geometry().bottom() < top
    low = window.toasts.geometry().bottom()
    panel_of(tour).end.click()
    QApplication.processEvents()
    assert window.toasts.geometry().bottom() > low


def test_another_page_in_front_shows_the_tab_to_go_to(tour: Tour) -> None:
    window = tour.parent()
    assert isinstance(window, MainWindow) and window.workbench is not None
    panel_of(tour).next.click()
    QApplication.processEvents()
    assert tour.outline is not None and tour.outline.target is window.workbench.band.tabs
    rect = window.workbench.band.tabs.tabRect(2)
    corner = window.workbench.band.tabs.mapTo(window, rect.topLeft())
    assert tour.outline.geometry().contains(corner) and tour.outline.width() < rect.width() + 5
    assert tour.outline.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_the_way_opens_a_panel_that_is_closed_where_there_is_little_room(tour: Tour) -> None:
    window = tour.parent()
    assert isinstance(window, MainWindow) and window.workbench is not None
    window.resize(960, 540)
    panel_of(tour).next.click()
    panel_of(tour).way.click()
    QApplication.processEvents()
    assert tour.outline is not None and tour.outline.isVisible()
    assert tour.outline.target is window.workbench.tab.detail  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", [13, 18])
def test_no_words_are_cut_in_the_smallest_window(tour: Tour, look: Look, size: int) -> None:
    window = tour.parent()
    assert isinstance(window, MainWindow)
    window.resize(960, 540)
    look.choose(font_size=size)
    panel = panel_of(tour)
    for _ in STEPS[1:]:
        panel.next.click()
        QApplication.processEvents()
        assert panel.words.height() >= panel.words.heightForWidth(panel.words.width())
        for button in panel.findChildren(QPushButton):
            assert not button.isVisible() or button.width() >= button.sizeHint().width()
        assert panel.geometry().bottom() <= panel.parentWidget().rect().bottom()
    look.choose(font_size=13)


def test_what_a_screen_reader_says(tour: Tour) -> None:
    panel = panel_of(tour)
    assert panel.accessibleName() == "用样例学一遍"
    assert panel.accessibleDescription().startswith("第 1 步，共 12 步　看清现状。上面一行")
    assert [button.accessibleName() for button in panel.findChildren(QPushButton) if button.isVisible()] == [
        "带我去", "上一步", "下一步", "结束",
    ]  # fmt: skip


def test_a_table_in_the_words_can_be_copied_and_does_not_stand_in_the_sentence() -> None:
    words = (
        "单位的表。\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | |\n\n做：按 **复制** `Ctrl+V`，见[导入](import.md)。"
    )
    assert table_in(words) == "甲\t乙\n1\t"
    assert without_table(words) == "单位的表。\n做：按 复制 Ctrl+V，见导入。"
    assert table_in("没有表。") == ""
