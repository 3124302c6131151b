"""The window around the tabs: projects in and out, undo by name, finding, complaints, what is remembered."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Unpack

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.records import Records
from models.report.blocks import Document
from models.schema import SCHEMA
from services import importing
from services.exporting.outputs import REPORT_WRITERS
from services.exporting.pace import Pace, Watch
from services.importing import Plan
from services.project import Project
from services.sample import sample_sheets
from services.settings import Settings
from ui.asking import Ask
from ui.dialogs import NewProject, NewProjectDialog
from ui.import_dialog import ImportDialog
from ui.keyline import pieces
from ui.look import Look
from ui.panels.history import HistoryDialog
from ui.window import MainWindow

FILES = Path(__file__).resolve().parents[1] / "files"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.jiheng"
    with Project.create(path) as project:
        plan = importing.plan(Records({name: project.rows(name) for name in SCHEMA}), sample_sheets())
        with project.edit("导入样例", "import") as edit:
            importing.apply(edit, plan)
    return path


@pytest.fixture(scope="module")
def look(qapp: QApplication) -> Look:
    """Applied once: a style sheet reaches every widget that is alive."""
    made = Look("light", 13)
    made.apply(qapp)
    return made


@pytest.fixture
def file(sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(sample, tmp_path / "2018评价.jiheng"))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def new_window(look: Look, settings: Settings, qtbot: QtBot) -> Iterator[Callable[[], MainWindow]]:
    made: list[MainWindow] = []

    def make() -> MainWindow:
        window = MainWindow(look, settings)
        qtbot.addWidget(window)
        window.show()
        made.append(window)
        return window

    yield make
    for window in made:
        window.close()


@pytest.fixture
def window(new_window: Callable[[], MainWindow], file: Path) -> MainWindow:
    made = new_window()
    made.files.open_path(file)
    return made


@pytest.fixture(scope="class")
def shared(sample: Path, look: Look, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """One window for tests that leave the project as it is."""
    folder = tmp_path_factory.mktemp("shared")
    made = MainWindow(look, Settings(folder / "settings.json"))
    made.show()
    made.files.open_path(Path(shutil.copyfile(sample, folder / "2018评价.jiheng")))
    yield made
    made.close()


class Answers(Ask):
    """Answers without asking."""

    def __init__(
        self, window: MainWindow | None = None, *, place: Path | None = None, goes_on: bool = True
    ) -> None:
        if window is not None:
            super().__init__(window.look, window.settings, window)
        self._place, self._goes_on = place, goes_on
        self.seen: list[Plan] = []

    def place(self, title: str, name: str, words: str, suffix: str) -> Path | None:
        return self._place

    def new_project(self) -> NewProject | None:
        assert self._place is not None
        return NewProject(self._place, {"title": "新评价", "unit": "甲单位", "year": 2020})

    def go_on(self, name: str, plan: Plan, records: Records) -> bool:
        self.seen.append(plan)
        return self._goes_on


def rows(window: MainWindow) -> dict[str, list[dict[str, object]]]:
    assert window.workspace is not None
    return {name: [dict(row) for row in window.workspace.project.rows(name)] for name in SCHEMA}


def pay_nothing(window: MainWindow, contract: str = "“我的长沙”APP") -> None:
    """Type a zero over the biggest payment of 2018."""
    assert window.context is not None
    paid = [row for row in window.context.records.live("payment") if str(row["paid_on"]).startswith("2018")]
    biggest = max(paid, key=lambda row: row["amount"])
    assert window.context.typed("payment", biggest["id"], "amount", "0") is None


def write(field: QWidget, text: str) -> None:
    """Type as an input method does."""
    typed = QInputMethodEvent()
    typed.setCommitString(text)
    QApplication.sendEvent(field, typed)


def total(window: MainWindow) -> object:
    assert window.workbench is not None
    return window.workbench.score_bar.view.total


# Projects in and out


def test_the_start_page_stands_where_no_project_is_open(window: MainWindow, file: Path) -> None:
    window.menu_actions["close"].trigger()
    assert window.windowTitle() == "绩衡"
    assert window.start.isVisible()
    assert not window.menu_actions["export-report"].isEnabled()
    assert not window.menu_actions["undo"].isEnabled()
    window.start.recent.activated.emit(window.start.recent.model().index(0, 0))
    assert window.workspace is not None and window.workspace.project.path == file


def test_a_second_window_is_told_and_may_read(
    window: MainWindow, new_window: Callable[[], MainWindow], file: Path
) -> None:
    second = new_window()
    second.files.open_path(file)
    assert second.workspace is None
    assert second.complaint is not None and "正被另一个窗口使用" in second.complaint.text
    second.complaint.activate("以只读方式打开")
    assert second.workspace is not None and second.workspace.project.read_only
    assert second.corner.words.text() == "只读"
    for name in ("undo", "import", "backup"):
        assert not second.menu_actions[name].isEnabled()
    before = rows(second)
    context = second.context
    assert context is not None
    fund = context.records.live("fund")[0]
    assert context.typed("fund", fund["id"], "name", "别的名字")
    assert rows(second) == before


def test_an_older_file_is_brought_up_and_the_person_told_of_its_copy(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = Path(shutil.copyfile(FILES / "version-1.jiheng", tmp_path / "旧.jiheng"))
    before = old.read_bytes()

    def hinder(temporary: Path, target: Path) -> None:
        raise PermissionError

    with monkeypatch.context() as patched:
        patched.setattr("services.store.creating.publish", hinder)
        window.files.open_path(old)
    assert window.complaint is not None and "备份没有写成，文件没有改动" in window.complaint.text
    window.complaint.activate("以只读方式打开")
    assert window.workspace is not None and window.workspace.project.read_only
    assert old.read_bytes() == before
    window.files.open_path(old)
    assert not window.workspace.project.read_only
    assert window.toasts.text == "文件已升级为现在的版本，原样的备份是“旧（版本1备份）.jiheng”"


def test_new_makes_a_project_and_opens_it(window: MainWindow, tmp_path: Path) -> None:
    window.files.ask = Answers(place=tmp_path / "新.jiheng")
    window.menu_actions["new"].trigger()
    assert window.windowTitle() == "绩衡 – 新评价"
    assert window.settings.recent[0] == (tmp_path / "新.jiheng").resolve()
    window.menu_actions["new"].trigger()
    assert window.complaint is not None and "没有覆盖" in window.complaint.text


# Edits, undo and redo


def test_a_payment_moves_the_score_and_undo_brings_every_row_back(window: MainWindow) -> None:
    before, first = rows(window), total(window)
    pay_nothing(window)
    assert total(window) != first
    undo, redo = window.menu_actions["undo"], window.menu_actions["redo"]
    assert undo.text().startswith("撤销 付款") and "付款金额" in undo.text()
    undo.trigger()
    assert rows(window) == before and total(window) == first
    assert window.toasts.text.startswith("已撤销　付款")
    assert redo.text().startswith("重做 付款")
    redo.trigger()
    assert total(window) != first
    assert not redo.isEnabled()


def test_the_toast_takes_back_what_it_tells_of(window: MainWindow, qtbot: QtBot) -> None:
    before = rows(window)
    pay_nothing(window)
    changed = rows(window)
    window.menu_actions["undo"].trigger()
    assert rows(window) == before
    button = window.toasts.findChild(QPushButton)
    assert button is not None and button.text() == "重做"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert rows(window) == changed


def test_a_toast_that_would_take_back_something_newer_goes(window: MainWindow) -> None:
    context = window.context
    assert context is not None
    context.toast("作废 1 行付款", "撤销", context.workspace.undo)
    assert window.toasts.isVisible()
    context.typed("payment", context.records.live("payment")[0]["id"], "remark", "后来的一处")
    assert not window.toasts.isVisible()
    window.toast("已导出", "打开", lambda: None)
    context.workspace.undo()
    assert window.toasts.isVisible(), "its button has nothing to do with edits"


def test_ctrl_z_in_a_field_takes_back_the_typing_first_and_then_the_project_s_last_edit(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.workbench is not None
    before = rows(window)
    pay_nothing(window)
    window.workbench.show_key("contracts")
    field = window.workbench.tab.filter_field
    assert field is not None
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "" and rows(window) != before
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert rows(window) == before


def test_the_history_stands_newest_first_with_before_and_after(window: MainWindow) -> None:
    window.menu_actions["history"].trigger()
    dialog = window.findChild(HistoryDialog)
    assert dialog is not None and dialog.model.count == 2
    pay_nothing(window)
    assert dialog.entry is not None and "付款金额" in dialog.entry.label
    change = dialog.changes.topLevelItem(0)
    assert change is not None
    assert (change.text(0), change.text(2), change.text(4)) == ("付款", "付款金额", "0.00")
    assert change.text(3) not in ("", "0.00")


def test_the_money_unit_is_a_choice_of_the_project_and_can_be_undone(window: MainWindow) -> None:
    assert window.workspace is not None
    window.menu_actions["unit.元"].trigger()
    assert window.workspace.records.money_unit == "元"
    window.menu_actions["undo"].trigger()
    assert window.workspace.records.money_unit == "万元"
    assert window.menu_actions["unit.万元"].isChecked()


# Going round


# In and out of other files


def test_ctrl_s_makes_a_dated_copy_with_the_same_rows(window: MainWindow, file: Path) -> None:
    pay_nothing(window)
    window.menu_actions["backup"].trigger()
    copies = list((file.parent / "备份").glob("2018评价 *.jiheng"))
    assert len(copies) == 1 and "已备份" in window.toasts.text
    with Project.open(copies[0], read_only=True) as copy:
        assert {name: [dict(row) for row in copy.rows(name)] for name in SCHEMA} == rows(window)


def test_import_shows_first_then_writes_the_good_rows_as_one_edit(window: MainWindow, tmp_path: Path) -> None:
    table = tmp_path / "基础数据.csv"
    table.write_text("名称,数值\n新数据一,12.5\n新数据二,不是数\n", "utf-8")
    before = rows(window)
    window.files.ask = Answers(window, goes_on=False)
    window.files.import_path(table)
    assert rows(window) == before
    window.files.ask = answers = Answers(window)
    window.files.import_path(table)
    assert [bad.row for bad in answers.seen[0].bad] == [3]
    assert {str(row["name"]) for row in rows(window)["figure"]} >= {"新数据一"}
    assert "1 个单元格有误" in window.toasts.text
    window.menu_actions["undo"].trigger()
    assert rows(window) == before


# What goes wrong


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("title", "", "请填写报告标题"),
        ("unit", "  ", "请填写被评价单位"),
        ("year", "二〇一八", "不是整数"),
        ("year", "2108", "2099"),
    ],
)
def test_a_new_project_says_under_the_field_what_is_wrong(
    look: Look, tmp_path: Path, qtbot: QtBot, field: str, text: str, said: str
) -> None:
    dialog = NewProjectDialog(look, tmp_path)
    qtbot.addWidget(dialog)
    for name, good in {"title": "甲项目绩效评价", "unit": "甲单位", "year": "2018", field: text}.items():
        dialog.editors[name].setText(good)  # type: ignore[union-attr]
    dialog.accept()
    assert dialog.made is None
    assert said in dialog.note_text(field)


def test_a_new_project_takes_its_file_name_from_the_title(look: Look, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = NewProjectDialog(look, tmp_path)
    qtbot.addWidget(dialog)
    for name, text in {"title": "甲/乙项目:评价", "unit": "甲单位", "year": "2018"}.items():
        dialog.editors[name].setText(text)  # type: ignore[union-attr]
    dialog.accept()
    assert dialog.made == NewProject(
        tmp_path / "甲 乙项目 评价.jiheng",
        {"title": "甲/乙项目:评价", "unit": "甲单位", "year": 2018, "kind": None, "commissioner": None,
         "evaluator": None},
    )  # fmt: skip


# What is remembered, and looks


def test_size_and_tab_are_remembered(new_window: Callable[[], MainWindow], file: Path) -> None:
    first = new_window()
    first.files.open_path(file)
    assert first.workbench is not None
    first.resize(1180, 700)
    first.workbench.show_key("findings")
    first.close()
    second = new_window()
    second.files.open_path(file)
    assert second.workbench is not None
    assert (second.width(), second.height()) == (1180, 700)
    assert second.workbench.tab.key == "findings"


def test_theme_and_font_size_are_chosen_in_the_menu_and_kept(window: MainWindow, look: Look) -> None:
    window.menu_actions["theme.dark"].trigger()
    window.menu_actions["size.大"].trigger()
    QApplication.processEvents()
    assert look.theme == "dark" and look.font_size == 15
    assert Settings(window.settings.path).get("theme") == "dark"
    assert Settings(window.settings.path).get("font_size") == "大"
    look.choose(theme="light", font_size=13)


def test_on_a_small_screen_the_panel_starts_closed_and_opens_on_demand(
    new_window: Callable[[], MainWindow], file: Path
) -> None:
    made = new_window()
    made.resize(960, 540)
    QApplication.processEvents()
    made.files.open_path(file)
    assert made.workbench is not None
    made.workbench.show_key("contracts")
    splitter = made.workbench.tab.splitter
    assert splitter is not None and not splitter.widget(1).isVisible()
    made.menu_actions["panel"].trigger()
    assert splitter.widget(1).isVisible()


def test_pages_of_a_closed_project_hear_of_nothing_any_more(window: MainWindow, look: Look) -> None:
    assert window.workbench is not None
    for at in range(len(window.workbench.tabs)):
        window.workbench.show_tab(at)
    window.menu_actions["close"].trigger()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    look.choose(font_size=15)
    look.choose(font_size=13)
    assert window.start.isVisible()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("F2 编辑", [("F2", True), (" 编辑", False)]),
        ("Ctrl+D 填充", [("Ctrl", True), ("+", False), ("D", True), (" 填充", False)]),
        ("合同 F26A、AF2", [("合同 F26A、AF2", False)]),
        ("按 Alt+Enter", [("按 ", False), ("Alt", True), ("+", False), ("Enter", True)]),
    ],
)
def test_keys_in_a_sentence_become_key_caps(text: str, expected: list[tuple[str, bool]]) -> None:
    assert list(pieces(text)) == expected


class TestOneWindow:
    def test_an_opened_project_shows_its_name_stage_score_and_last_save(self, shared: MainWindow) -> None:
        assert shared.workspace is not None and shared.workbench is not None
        project = shared.workspace.records.project
        assert shared.windowTitle() == f"绩衡 – {project['title']}（{project['stage']}）"
        assert total(shared) == shared.workspace.evaluation.total
        assert shared.corner.words.text().startswith("已保存 ")
        titles = [shared.workbench.band.tabs.tabText(at) for at in range(shared.workbench.band.count())]
        assert titles == ["概览", "资金", "合同", "指标", "问题", "资料", "报告"]

    def test_each_tab_counts_its_own_problems_and_no_problem_is_counted_twice(
        self, shared: MainWindow
    ) -> None:
        assert shared.workbench is not None and shared.workspace is not None
        counters = [shared.workbench.band.tabs.counter(at) for at in range(7)]
        counted = sum(each.count for each in counters if each)
        homeless = [each for each in shared.workspace.problems if each.place.table not in SCHEMA]
        assert 0 < counted <= len(shared.workspace.problems) - len(homeless)

    @pytest.mark.parametrize(
        ("content", "said"),
        [(b"", "空文件"), (b"PK\x03\x04 a workbook", "不是绩衡项目文件"), (b"SQLite format 3\x00", "不完整")],
    )
    def test_a_file_that_is_no_project_is_refused_and_the_open_one_stays(
        self, shared: MainWindow, tmp_path: Path, content: bytes, said: str
    ) -> None:
        before = shared.workspace
        foreign = tmp_path / "别的.jiheng"
        foreign.write_bytes(content)
        shared.files.open_path(foreign)
        assert shared.complaint is not None and said in shared.complaint.text
        assert shared.workspace is before
        assert foreign.read_bytes() == content

    def test_ctrl_and_a_number_turn_to_the_tab(self, shared: MainWindow, qtbot: QtBot) -> None:
        assert shared.workbench is not None
        shared.activateWindow()
        qtbot.waitUntil(shared.isActiveWindow)
        for number in (3, 7, 1):
            qtbot.keyClick(shared, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
            assert shared.workbench.stack.currentIndex() == number - 1

    @pytest.mark.parametrize(
        ("typed", "table", "tab"),
        [
            ("F3", "fund", "funds"),
            ("舆情", "contract", "contracts"),
            ("预算执行率", "indicator", "indicators"),
        ],
    )
    def test_what_is_found_leads_to_its_row(
        self, shared: MainWindow, qtbot: QtBot, typed: str, table: str, tab: str
    ) -> None:
        assert shared.workbench is not None
        field = shared.corner.find
        write(field, typed)
        qtbot.waitUntil(lambda: len(field.hits()) > 0)
        assert field.hits()[0].startswith(f"{SCHEMA[table].label}　")
        assert all(word in field.hits()[0] for word in typed.split())
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert shared.workbench.tab.key == tab
        assert field.text() == ""

    def test_what_is_nowhere_is_said(self, shared: MainWindow, qtbot: QtBot) -> None:
        write(shared.corner.find, "没有这样的行")
        qtbot.waitUntil(lambda: shared.corner.find.hits() == ["没有找到"])

    def test_f8_goes_round_all_problems(self, shared: MainWindow) -> None:
        assert shared.workbench is not None and shared.workspace is not None
        waiting = [each for each in shared.workspace.problems if not each.settled]
        seen = []
        for _ in range(len(waiting) + 1):
            shared.menu_actions["next-problem"].trigger()
            seen.append(shared.key_line.text)
        assert sorted(seen[:-1]) == sorted(f"{each.severity}：{each.message}" for each in waiting)
        assert seen[-1] == seen[0]

    def test_f6_moves_the_focus_round_the_panes(self, shared: MainWindow) -> None:
        assert shared.workbench is not None
        shared.activateWindow()
        shared.workbench.show_key("contracts")
        stops = []
        for _ in range(6):
            shared.menu_actions["next-pane"].trigger()
            stops.append(QApplication.focusWidget())
        assert None not in stops
        assert len(set(stops)) >= 3
        assert shared.workbench.band.tabs in stops

    def test_the_preview_of_an_import_names_changes_and_bad_cells(
        self, shared: MainWindow, tmp_path: Path, look: Look, qtbot: QtBot
    ) -> None:
        assert shared.workspace is not None
        records = shared.workspace.records
        table = tmp_path / "资金项目.csv"
        table.write_text("编号*,项目名称*,项目类别\nF1,改过的名称,建设\nF9,新项目,没有的类别\n", "utf-8")
        plan = importing.plan(records, importing.read_sheets(table))
        dialog = ImportDialog(look, table.name, plan, records, shared)
        qtbot.addWidget(dialog)
        bad, change = dialog.bad.topLevelItem(0), dialog.changes.topLevelItem(0)
        assert bad is not None and (bad.text(1), bad.text(2)) == ("3", "项目类别")
        assert change is not None and "→ 改过的名称" in change.text(2)
        assert "修改 1 行" in dialog.outcome.text() and dialog.main.text() == "导入好的行"

    def test_the_file_is_verified_on_demand(self, shared: MainWindow) -> None:
        shared.menu_actions["verify"].trigger()
        assert shared.toasts.text.startswith("文件完好")

    def test_an_export_ends_with_a_file_and_a_word(
        self, shared: MainWindow, tmp_path: Path, qtbot: QtBot
    ) -> None:
        out = tmp_path / "数据.json"
        shared.files.ask = Answers(place=out)
        shared.menu_actions["export-data"].trigger()
        qtbot.waitUntil(lambda: shared.toasts.text.startswith("已导出"), timeout=20_000)
        assert out.stat().st_size > 1000

    def test_an_export_says_how_far_it_is_and_can_be_stopped(
        self, shared: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        out, going, complaint = tmp_path / "报告.docx", threading.Event(), shared.complaint
        told: list[str] = []
        monkeypatch.setattr(shared.key_line, "say", told.append)
        out.write_bytes(b"old")

        def hold(document: Document, out: Path, note: str, **watch: Unpack[Watch]) -> str:
            pace = Pace(watch.get("progress"), watch.get("cancelled"))
            pace.phase(0, 100, 2)
            pace.step()
            going.set()
            while True:
                time.sleep(0.01)
                pace.step(0)

        monkeypatch.setitem(REPORT_WRITERS, ".docx", hold)
        assert shared.files.export_to(out, "report") is not None
        assert going.wait(20)
        button = shared.toasts.findChild(QPushButton)
        assert button is not None and button.text() == "取消"
        button.click()
        qtbot.waitUntil(lambda: shared.toasts.text.startswith("导出已取消"), timeout=20_000)
        assert told[:2] == ["正在导出“报告.docx”… 0%", "正在导出“报告.docx”… 50%"]
        assert out.read_bytes() == b"old"
        assert shared.complaint is complaint

    def test_an_export_that_cannot_be_written_is_said(
        self, shared: MainWindow, tmp_path: Path, qtbot: QtBot
    ) -> None:
        shared.files.ask = Answers(place=tmp_path / "没有的文件夹" / "数据.json")
        shared.menu_actions["export-data"].trigger()
        qtbot.waitUntil(
            lambda: shared.complaint is not None and "没有的文件夹" in shared.complaint.text, timeout=20_000
        )
        assert shared.complaint is not None
        shared.complaint.activate("知道了")
        assert shared.complaint is None

    @pytest.mark.parametrize("size", [(960, 540), (1093, 552), (1366, 768)])
    def test_everything_that_must_stay_fits(self, shared: MainWindow, size: tuple[int, int]) -> None:
        assert shared.workbench is not None
        shared.resize(*size)
        QApplication.processEvents()
        assert (shared.width(), shared.height()) == size
        bar, band = shared.workbench.score_bar, shared.workbench.band
        assert {"total", "grade", "open", "error", "doubt", "hint"} <= bar.shown_parts()
        assert band.tabs.x() + band.tabs.width() <= bar.x()
        assert bar.x() + bar.width() <= size[0]
        corner = shared.corner
        assert corner.mapTo(shared, corner.rect().topRight()).x() < size[0]


def test_a_page_is_entered_at_its_first_list(window: MainWindow) -> None:
    assert window.workbench is not None
    window.activateWindow()
    for key, name in (
        ("funds", "资金项目"),
        ("findings", "校核发现的问题"),
        ("indicators", "指标"),
        ("papers", "资料种类"),
    ):
        window.workbench.show_key(key)
        focus = QApplication.focusWidget()
        assert focus is not None and focus.accessibleName() == name
    window.workbench.next_pane()
    left = QApplication.focusWidget()
    window.workbench.show_key("funds")
    window.workbench.show_key("papers")
    assert QApplication.focusWidget() is left, "later where one was"


def test_a_budget_problem_leads_to_the_rates(window: MainWindow) -> None:
    bench = window.workbench
    assert bench is not None
    rate = next(one for one in bench.context.workspace.problems if one.check == "budget.execution")
    bench.show_key("papers")
    assert bench.show_row(rate.place.table, rate.place.row, rate.place.field)
    assert bench.tab.key == "funds"
    assert bench.show_row("project", rate.place.row, "title")
    assert bench.tab.key == "papers"
