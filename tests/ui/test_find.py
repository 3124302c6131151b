"""The find field: what is typed is found while one types, and leads to row and field."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.search import Hits
from models.search.notes import CHAPTER
from services.settings import Settings
from tests.ui.windows import sample_window
from ui.find import FindField
from ui.found import FOUND, HEADING, MORE
from ui.look import Look
from ui.searching import Searcher
from ui.tabs.report import ReportTab
from ui.window import MainWindow

Key = Qt.Key


@pytest.fixture(scope="module")
def window(
    sample_master: Path, tmp_path_factory: pytest.TempPathFactory, qapp: QApplication
) -> Iterator[MainWindow]:
    with sample_window(sample_master, tmp_path_factory.mktemp("find"), qapp) as made:
        yield made


@pytest.fixture
def field(window: MainWindow, qtbot: QtBot) -> Iterator[FindField]:
    field = window.corner.find
    window.menu_actions["find"].trigger()
    qtbot.waitUntil(field.hasFocus)
    yield field
    QTest.keyClick(field, Key.Key_Escape)
    assert window.workbench is not None
    window.workbench.show_key("overview")


def write(field: FindField, text: str) -> None:
    """Type a text that a keyboard without input method cannot give."""
    field.setText(text)
    field.textEdited.emit(text)


def found(field: FindField, text: str, qtbot: QtBot) -> list[str]:
    write(field, text)
    searcher = field._searcher
    assert searcher is not None
    with qtbot.waitSignal(searcher.ended):
        pass
    return field.hits()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2,324.67", "计算结果　全部资金　总指标：2,324.67"),
        ("2324.67", "计算结果　全部资金　总指标：2,324.67"),
        ("23246700元", "计算结果　全部资金　总指标：2,324.67"),
        ("563.45", "计算结果　F2　网站群、网络平台、微信微博及相关系统的运维项目　总指标：563.45"),
        ("采购方式", "栏目　合同 · 采购方式　在“合同”页"),
        ("cssz", "合同　长沙市政府协同办公系统运维项目(2017)"),
        ("F3", "资金项目　F3　长沙市基层工作平台采购和建设项目"),
        ("2018.6.5", "合同　电子政务安全运维服务外包项目第一标段　服务结束：2018-06-05"),
    ],
)
def test_texts_figures_dates_and_initials_are_found(
    field: FindField, qtbot: QtBot, typed: str, said: str
) -> None:
    assert said in found(field, typed, qtbot)


def test_problems_are_found_by_their_sentence(field: FindField, qtbot: QtBot, window: MainWindow) -> None:
    assert window.workspace is not None
    problem = window.workspace.problems[0]
    assert any(
        line.startswith(f"校核　{problem.severity}　{problem.label}")
        for line in found(field, problem.label, qtbot)
    )


def test_the_printed_report_is_found_once_it_has_been_written_beside_the_work(
    field: FindField, qtbot: QtBot, window: MainWindow
) -> None:
    searcher = field._searcher
    assert searcher is not None
    searcher._rest.stop()
    searcher._build()
    qtbot.waitUntil(lambda: searcher._chapters is not None)
    assert any(line.startswith("报告正文　") for line in found(field, "纳入评价的6个项目", qtbot))
    chapter = next(line for line in field.model.lines if line.table == CHAPTER)
    window.commands.show_row(*chapter.place)
    assert window.workbench is not None
    tab = window.workbench.tab
    assert isinstance(tab, ReportTab)
    qtbot.waitUntil(lambda: tab.list.chapter_key == chapter.place[1], timeout=20_000)


def test_results_stand_under_their_table_with_its_page_and_the_hit_is_marked(
    field: FindField, qtbot: QtBot
) -> None:
    found(field, "续签", qtbot)
    first, second = field.model.lines[:2]
    assert (first.kind, first.title.text) == (HEADING, "合同　在“合同”页")
    assert second.kind == FOUND
    marked = second.text if second.text.text else second.title
    assert marked.text[marked.start : marked.end] == "续签"


def test_down_and_enter_lead_to_row_and_field(field: FindField, qtbot: QtBot, window: MainWindow) -> None:
    found(field, "公开招标", qtbot)
    QTest.keyClick(field, Key.Key_Down)
    at = field.list.currentIndex().row() if field.list is not None else -1
    table, row, name = field.model.lines[at].place
    assert (table, name) == ("contract", "procurement") and field.model.lines[at - 1].kind == FOUND
    QTest.keyClick(field, Key.Key_Return)
    assert window.workbench is not None and window.workbench.tab.key == "contracts"
    grid = window.workbench.tab.grid  # type: ignore[attr-defined]
    assert grid.current_row_id() == row
    assert field.text() == "" and not field.hasFocus()


def test_who_types_fast_and_presses_enter_goes_to_what_was_typed_last(
    field: FindField, window: MainWindow
) -> None:
    write(field, "公开招标")
    write(field, "F3")
    QTest.keyClick(field, Key.Key_Return)
    assert window.workbench is not None and window.workbench.tab.key == "funds"


def test_results_of_the_text_before_are_dropped(field: FindField, qtbot: QtBot) -> None:
    searcher = field._searcher
    assert searcher is not None
    seen: list[Hits] = []
    searcher.found.connect(seen.append)
    write(field, "公开招标")
    assert found(field, "没有这样的行", qtbot) == ["没有找到"]
    searcher.found.disconnect(seen.append)
    assert seen == []


def test_a_slice_of_the_search_is_short_and_typing_comes_between(
    field: FindField, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.slices.SLICE", 0.0)
    write(field, "2018")
    searcher = field._searcher
    assert searcher is not None and searcher._search.is_running
    QApplication.processEvents()
    assert searcher._search.is_running, "one round of the event loop did all of it"
    QTest.keyClicks(field, "x")
    assert field.text().endswith("x") or field.text() == "x"
    with qtbot.waitSignal(searcher.ended):
        pass


def test_the_rest_of_a_long_list_is_shown_when_asked(field: FindField, qtbot: QtBot) -> None:
    found(field, "运维", qtbot)
    more = next(at for at, line in enumerate(field.model.lines) if line.kind == MORE)
    before = len(field.model.lines)
    assert field.list is not None
    field.list.setCurrentIndex(field.model.index(more, 0))
    QTest.keyClick(field, Key.Key_Return)
    assert len(field.model.lines) > before and field.list.isVisible()


def test_an_edit_is_found_at_once_and_its_undoing_too(
    field: FindField, qtbot: QtBot, window: MainWindow
) -> None:
    context = window.context
    assert context is not None
    vendor = context.records.live("vendor")[0]
    context.typed("vendor", vendor["id"], "remark", "刚刚写下的备注")
    assert any("刚刚写下的备注" in line for line in found(field, "刚刚写下", qtbot))
    context.workspace.undo()
    qtbot.waitUntil(lambda: field.hits() == ["没有找到"])


def test_without_a_project_there_is_nothing_to_find(look: Look, tmp_path: Path, qtbot: QtBot) -> None:
    window = MainWindow(look, Settings(tmp_path / "other.json"))
    qtbot.addWidget(window)
    assert not window.corner.find.isEnabled()


def test_the_list_fits_into_the_smallest_window(field: FindField, qtbot: QtBot, window: MainWindow) -> None:
    window.resize(960, 540)
    found(field, "运维", qtbot)
    frame = field._frame
    assert frame is not None and window.rect().contains(frame.geometry())
    window.resize(1366, 768)


def test_a_searcher_leaves_off_when_the_project_is_left(window: MainWindow) -> None:
    context = window.context
    assert context is not None
    searcher = Searcher(context, lambda table: "合同" if table == "contract" else "", window)
    searcher.search("2018")
    searcher.stop()
    seen: list[Hits] = []
    searcher.found.connect(seen.append)
    QTest.qWait(30)
    assert seen == []
    searcher.deleteLater()
