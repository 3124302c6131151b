"""假设 in the window: everything typed goes into a copy, both totals stand side by side, keep or leave."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from models.schema import SCHEMA
from services.project import Project
from services.settings import Settings
from services.workspace import Workspace
from tests.ui.hands import Hands
from ui.context import Context
from ui.look import Look
from ui.tabs.contracts import ContractsTab
from ui.tabs.indicators import IndicatorsTab
from ui.trying import difference_words
from ui.window import NOT_TRYING, MainWindow


@pytest.fixture(scope="module")
def opened(
    sample_master: Path, tmp_path_factory: pytest.TempPathFactory, qapp: QApplication
) -> Iterator[MainWindow]:
    folder = tmp_path_factory.mktemp("what-if")
    look = Look("light", 13)
    look.apply(qapp)
    made = MainWindow(look, Settings(folder / "settings.json"))
    made.resize(1366, 738)
    made.show()
    made.show_project(Project.open(shutil.copy(sample_master, folder / "样例.jiheng"), person="测试员"))
    yield made
    made.close()


@pytest.fixture
def window(opened: MainWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    assert opened.workbench is not None
    opened.workbench.show_key("indicators")
    yield opened
    context = of(opened)
    context.drop_trial()
    while context.workspace.project.can_undo is not None:
        context.workspace.undo()


def of(window: MainWindow) -> Context:
    assert window.context is not None
    return window.context


def tab(window: MainWindow) -> IndicatorsTab:
    assert window.workbench is not None and isinstance(window.workbench.tab, IndicatorsTab)
    return window.workbench.tab


def indicator(window: MainWindow, code: str) -> str:
    return str(of(window).records.find("indicator", code)[0]["id"])


def suppose(window: MainWindow, code: str, field: str, text: str) -> None:
    assert of(window).typed("indicator", indicator(window, code), field, text) is None


def press(window: MainWindow, words: str) -> None:
    bench = window.workbench
    assert bench is not None and bench.trial_banner is not None
    next(one for one in bench.trial_banner.findChildren(QPushButton) if one.text() == words).click()


def rows(workspace: Workspace) -> dict[str, list[dict[str, object]]]:
    return {name: [dict(row) for row in workspace.project.rows(name)] for name in SCHEMA}


def banner(window: MainWindow) -> str:
    bench = window.workbench
    assert bench is not None and bench.trial_banner is not None
    return bench.trial_banner.text


def total(window: MainWindow) -> Decimal:
    return of(window).file.evaluation.total


def test_tool_and_menu_begin_and_end_it(window: MainWindow) -> None:
    tool, action, bench = tab(window).tool("假设"), window.menu_actions["what-if"], window.workbench
    assert bench is not None and bench.trial_banner is None
    tool.trigger()
    assert of(window).trial is not None and bench.trial_banner is not None
    assert (tool.isChecked(), action.isChecked()) == (True, True)
    assert banner(window).startswith(f"{total(window)}　中")
    action.trigger()
    assert of(window).trial is None and bench.trial_banner is None
    assert (tool.isChecked(), action.isChecked()) == (False, False)


def test_what_is_typed_shows_on_both_sides_and_the_file_stays(window: MainWindow) -> None:
    before, file = total(window), rows(of(window).file)
    tab(window).tool("假设").trigger()
    suppose(window, "A32", "value", "1")
    after = before - 1
    assert window.workbench is not None
    assert banner(window) == f"{before} → {after}　中　　总分 −1.00，1 项指标得分有变化"
    view = window.workbench.score_bar.view
    assert (view.total_parts[:2], view.before) == ((f"{before} →", str(after)), before)
    tree = tab(window).tree
    assert tree.cell(indicator(window, "A32"), "score") == "1.00 ⟵ 2.00"
    assert tree.cell(indicator(window, "A3"), "score") == "3.25 ⟵ 4.25"
    assert tree.cell(indicator(window, "B11"), "score") == "2.08"
    assert tree.total.texts()["score"] == f"{after} ⟵ {before}"
    assert rows(of(window).file) == file


def test_grids_of_other_tabs_type_into_the_copy(window: MainWindow) -> None:
    file = rows(of(window).file)
    tab(window).tool("假设").trigger()
    assert window.workbench is not None
    window.workbench.show_key("contracts")
    contracts = window.workbench.tab
    assert isinstance(contracts, ContractsTab)
    contract = contracts.grid.model.lines[1].key
    assert contracts.grid.select(contract, "amount")
    QTest.keyClick(contracts.grid.view, Qt.Key.Key_F2)
    editor = Hands.editor(contracts.grid)
    assert isinstance(editor, QLineEdit)
    editor.setText("1.23")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    row = of(window).records.get("contract", contract)
    assert row is not None and row["amount"] == 1_230_000
    assert rows(of(window).file) == file
    press(window, "退出假设")
    row = of(window).records.get("contract", contract)
    assert row is not None and row["amount"] != 1_230_000
    assert [
        line.row["amount"] for line in contracts.grid.model.lines if line.key == contract and line.row
    ] == [row["amount"]]


def test_a_payment_moves_what_rests_on_it(window: MainWindow) -> None:
    tab(window).tool("假设").trigger()
    context = of(window)
    paid = [row for row in context.records.live("payment") if str(row["paid_on"] or "").startswith("2018")]
    payment = max(paid, key=lambda row: row["amount"] or 0)
    assert context.typed("payment", payment["id"], "amount", "0") is None
    assert "⟵ 2.08" in tab(window).tree.cell(indicator(window, "B11"), "score")
    assert context.workspace.evaluation.total < context.file.evaluation.total


def test_leaving_brings_every_page_back(window: MainWindow) -> None:
    before = tab(window).tree.cell(indicator(window, "A32"), "score")
    count = tab(window).tree.model.rowCount()
    tab(window).tool("假设").trigger()
    suppose(window, "A32", "value", "1")
    with of(window).edit("新增") as edit:
        edit.insert("indicator", {"name": "试加的一级"})
    assert tab(window).tree.model.rowCount() == count + 1
    press(window, "退出假设")
    assert tab(window).tree.model.rowCount() == count
    assert tab(window).tree.cell(indicator(window, "A32"), "score") == before
    assert window.toasts.text == "已退出假设，2 行改动没有写入"


def test_keeping_is_one_step_that_undo_takes_back(window: MainWindow) -> None:
    before, project = total(window), of(window).file.project
    entries = len(project.history())
    tab(window).tool("假设").trigger()
    suppose(window, "A32", "value", "1")
    suppose(window, "B12", "weight", "2")
    tried = of(window).workspace.evaluation.total
    press(window, "保留改动")
    assert of(window).trial is None
    assert total(window) == tried != before
    assert [entry.label[:3] for entry in project.history(1)] == ["假设："]
    assert len(project.history()) == entries + 1
    window.commands.undo()
    assert total(window) == before


def test_undo_stays_inside_the_trial(window: MainWindow) -> None:
    suppose(window, "A32", "value", "1.5")
    before = total(window)
    tab(window).tool("假设").trigger()
    assert not window.menu_actions["undo"].isEnabled()
    suppose(window, "A32", "value", "1")
    assert window.menu_actions["undo"].isEnabled()
    window.commands.undo()
    assert of(window).workspace.evaluation.total == before
    window.commands.undo()
    assert of(window).workspace.evaluation.total == before
    assert not window.menu_actions["undo"].isEnabled() and window.menu_actions["redo"].isEnabled()


def test_a_toast_of_the_copy_is_gone_when_the_copy_is(window: MainWindow) -> None:
    tab(window).tool("假设").trigger()
    tab(window).tree.select(indicator(window, "A32"))
    tab(window).tree.delete_current()
    assert window.toasts.text.startswith("删除指标")
    press(window, "退出假设")
    assert window.toasts.text.startswith("已退出假设")


@pytest.mark.parametrize("name", NOT_TRYING)
def test_files_are_neither_read_nor_written_meanwhile(window: MainWindow, name: str) -> None:
    tip = window.menu_actions[name].toolTip()
    tab(window).tool("假设").trigger()
    assert not window.menu_actions[name].isEnabled()
    assert "退出假设" in window.menu_actions[name].toolTip()
    tab(window).tool("假设").trigger()
    assert window.menu_actions[name].isEnabled()
    assert window.menu_actions[name].toolTip() == tip


def test_a_form_is_not_exported_meanwhile(window: MainWindow) -> None:
    tab(window).tool("假设").trigger()
    of(window).ask_export("self-evaluation", ".pdf")
    assert window.complaint is not None and "假设中的数字不导出" in window.complaint.text


def test_what_another_one_changed_prevents_keeping_and_is_said(window: MainWindow) -> None:
    tab(window).tool("假设").trigger()
    suppose(window, "A32", "value", "1")
    file = of(window).file
    with file.edit("另一人") as edit:
        edit.update("indicator", indicator(window, "A32"), {"value": Decimal("1.5")})
    press(window, "保留改动")
    assert window.workbench is not None and window.workbench.trial_banner is not None
    message = window.workbench.trial_banner.message
    assert message is not None and "被别人改过" in message.text
    assert of(window).trial is not None
    assert banner(window).startswith(f"{file.evaluation.total} → {of(window).workspace.evaluation.total}")


def test_closing_the_project_throws_the_copy_away(
    sample_path: Path, look: Look, qtbot: QtBot, tmp_path: Path
) -> None:
    made = MainWindow(look, Settings(tmp_path / "settings.json"))
    qtbot.addWidget(made)
    made.show_project(Project.open(sample_path, person="测试员"))
    of(made).begin_trial()
    trial = of(made).trial
    assert trial is not None
    copy = trial.workspace.project.path
    suppose(made, "A32", "value", "1")
    made.close_project()
    assert not copy.exists()
    with Project.open(sample_path) as again:
        assert len(again.history()) == 1
    made.close()


def test_a_new_grade_is_named(window: MainWindow) -> None:
    tab(window).tool("假设").trigger()
    for code in ("B11", "B12", "B13"):
        weight = of(window).workspace.evaluation.node(indicator(window, code)).weight
        suppose(window, code, "override_reason", "补充资料")
        suppose(window, code, "override", str(weight))
    context = of(window)
    assert context.trial is not None
    now, then = context.file.evaluation, context.workspace.evaluation
    assert difference_words(now, then).startswith(f"{now.total} → {then.total}　中 → 良　　总分 +")
