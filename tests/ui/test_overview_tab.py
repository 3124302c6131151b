"""概览: every line is a live figure or leads to a row."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.checks import run
from models.evaluation import evaluate
from models.records import Records
from models.schema import SCHEMA
from services import founding
from services.project import Project
from tests.ui.hands import Hands, at_work, opened
from ui.messages import EmptyState
from ui.panels.links import LinkText
from ui.panels.next_step import next_step

ENGLISH = "长沙市政府英文门户网站年度运维项目"
RENEWED = "电子政务基础设施运维外包项目(2018续签)"


@pytest.fixture
def hands(opened_money: Hands, qtbot: QtBot) -> Iterator[Hands]:
    yield opened_money
    opened_money.start_over()


def pay(hands: Hands, amount: str) -> None:
    """One payment on the English portal's contract, typed where payments are typed."""
    tab = hands.contracts
    tab.show_row("contract", hands.contract(ENGLISH), "name")
    tab.detail.show_page("payment")
    made = hands.new_row(tab.detail.payments.grid, "amount", amount)
    hands.type_into(tab.detail.payments.grid, made, "paid_on", "2018")


def test_every_figure_follows_a_payment_and_its_undoing(hands: Hands) -> None:
    tab = hands.overview
    before = (tab.scores.texts(), tab.rates.texts(), tab.funds.texts(), tab.waiting.texts())
    assert (
        tab.rates.texts()[0]
        == "预算执行率 88.33% 100.00% 低于 11.67 个百分点 已支付 2,053.31 ÷ 总指标 2,324.67"
    )
    assert tab.funds.texts()[2] == "F2　网站群等运维 563.45 350.80 212.65 62.26%"
    assert tab.funds.texts()[-1] == "合计 2,324.67 2,053.31 271.36 88.33%"
    pay(hands, "271.36")
    tab = hands.overview
    assert tab.scores.texts()[-1] == "合计 80.44 / 100.00 80.44% −19.56"
    assert tab.rates.texts()[0].startswith("预算执行率 100.00% 100.00% 达到标准值")
    assert tab.rates.texts()[2].startswith("结余结转率 0.00% 5.00% 未超过标准值")
    assert tab.funds.texts()[2] == "F2　网站群等运维 563.45 622.16 −58.71 110.42%"
    assert any("付款超过合同金额" in text for text in tab.waiting.texts())
    hands.undo(2)
    assert (tab.scores.texts(), tab.rates.texts(), tab.funds.texts(), tab.waiting.texts()) == before


def test_the_levels_add_up_to_the_total_of_the_score_bar(hands: Hands) -> None:
    tab = hands.overview
    assert tab.scores.texts()[-1].split(" ")[1] == hands.score[0]
    assert len(tab.scores.texts()) == 4


def test_most_points_are_lost_where_the_links_lead(hands: Hands, qtbot: QtBot) -> None:
    tab = hands.overview
    leaves = sorted(hands.context.workspace.evaluation.leaves(), key=lambda leaf: -leaf.lost)
    text = tab.worst.text()
    assert [leaf.id in text for leaf in leaves[:6]] == [True] * 5 + [False]
    with qtbot.waitSignal(hands.context.rowRequested) as asked:
        tab.worst.linkActivated.emit(leaves[0].id)
    assert asked.args[:2] == ["indicator", leaves[0].id]


def test_pressing_a_stage_moves_the_project_there(hands: Hands) -> None:
    tab = hands.overview
    before = hands.context.records.project["phase"]
    last = tab.phases.buttons[5]
    QTest.mouseClick(last, Qt.MouseButton.LeftButton)
    assert hands.context.records.project["phase"] == "出具报告"
    assert [button.state for button in tab.phases.buttons] == ["done"] * 5 + ["now", "ahead"]
    assert "出具报告" in tab.recent.texts()[0] or "工作阶段" in tab.recent.texts()[0]
    hands.undo()
    assert hands.context.records.project["phase"] == before
    assert last.state == "ahead"


def test_a_fund_line_leads_to_the_fund(hands: Hands) -> None:
    tab = hands.overview
    QTest.mouseClick(tab.funds.rows[2], Qt.MouseButton.LeftButton)
    assert hands.bench.tab.key == "funds"
    assert hands.funds.detail.fund == hands.fund("F2")


def test_each_press_on_a_check_leads_to_its_next_problem(hands: Hands, qtbot: QtBot) -> None:
    tab = hands.overview
    row = next(one for one in tab.waiting.rows if "续签未见竞争性采购程序" in one.line.words)
    seen = []
    for _ in range(5):
        with qtbot.waitSignal(hands.context.rowRequested) as asked:
            row.click()
        seen.append(asked.args[1])
    assert len(set(seen)) == 5
    assert hands.bench.tab.key == "contracts"


def test_a_line_can_be_pressed_from_the_keyboard(hands: Hands) -> None:
    tab = hands.overview
    row = tab.funds.rows[1]
    row.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert hands.bench.tab.key == "funds"


def test_answered_problems_leave_the_list(hands: Hands) -> None:
    tab = hands.overview
    before = int(tab.waiting_title.note.text())
    first = hands.context.workspace.problems[0]
    with hands.context.edit("校核") as edit:
        edit.insert(
            "verdict",
            {"fingerprint": first.fingerprint, "check": first.label, "decision": "误报", "reason": "已核对"},
        )
    assert int(tab.waiting_title.note.text()) == before - 1
    hands.undo()
    assert int(tab.waiting_title.note.text()) == before


def test_all_kinds_of_problems_can_be_seen(hands: Hands) -> None:
    tab = hands.overview
    kinds = {each.label for each in hands.context.workspace.problems}
    more = tab.waiting.rows[-1]
    assert "还有" in more.line.words
    more.click()
    assert len(tab.waiting.rows) == len(kinds)
    tab._all_kinds = False


def test_the_newest_changes_stand_first_and_lead_to_their_row(hands: Hands) -> None:
    hands.type_into(hands.funds.grid, hands.fund("F6"), "declared_paid", "119.00")
    tab = hands.overview
    assert "“F6" in tab.recent.texts()[0] and "申报已支付" in tab.recent.texts()[0]
    tab.recent.rows[0].click()
    assert hands.bench.tab.key == "funds" and hands.funds.detail.fund == hands.fund("F6")


def test_the_next_step_leads_to_its_row(hands: Hands, qtbot: QtBot) -> None:
    tab = hands.overview
    assert tab.next.title.text() == "处理“申报数与明细、付款不符”"
    assert tab.next.why.text() == "还有 4 处错误没有处理"
    first = hands.context.workspace.problems[0]
    with qtbot.waitSignal(hands.context.rowRequested) as asked:
        QTest.mouseClick(tab.next.button, Qt.MouseButton.LeftButton)
    assert asked.args == [first.place.table, first.place.row, first.place.field]


def row_of(table: str, row_id: str, **values: Any) -> dict[str, Any]:
    blank = {field.name: None for field in SCHEMA[table].fields}
    return {**blank, "id": row_id, "position": row_id, "void_reason": None, **values}


FUND = row_of("fund", "f", code="F1", name="甲项目")
JUDGED = {"measure": "专家", "rule": "manual", "weight": 100}
STEPS = [
    ({}, "录入资金项目", "fund"),
    ({"fund": [FUND]}, "建立指标体系", "indicator"),
    (
        {"fund": [FUND], "indicator": [row_of("indicator", "i", name="完成率", **JUDGED)]},
        "给指标“完成率”评分",
        "indicator",
    ),
]


@pytest.mark.parametrize(("rows", "title", "table"), STEPS, ids=[step[1] for step in STEPS])
def test_what_comes_next(rows: dict[str, list[dict[str, Any]]], title: str, table: str) -> None:
    project = row_of("project", "p", title="报告", unit="单位", year=2018)
    records = Records({"project": [project], **rows})
    evaluation = evaluate(records)
    problems = [each for each in run(records, evaluation) if each.severity != "错误"]
    step = next_step(records, evaluation, problems)
    assert (step.title, step.table) == (title, table)


def test_a_finding_without_advice_is_named(hands: Hands) -> None:
    records = hands.context.records
    finding = records.live("finding")[0]
    place = SimpleNamespace(table="finding", row=finding["id"], field="")
    check = "papers.finding_without_advice"
    lacking = SimpleNamespace(check=check, severity="疑点", settled=False, place=place)
    finished = SimpleNamespace(leaves=lambda: iter(()))
    step = next_step(records, finished, [lacking])  # type: ignore[arg-type, list-item]
    assert step.title == f"为问题“{records.title('finding', finding['id'])}”补写建议"
    assert (step.table, step.row) == ("finding", finding["id"])


def test_the_whole_history_is_a_press_away(hands: Hands) -> None:
    asked: list[tuple[str, str, str]] = []
    hands.context.historyRequested.connect(lambda *place: asked.append(place))
    link = next(each for each in hands.overview.findChildren(LinkText) if each.parts)
    link.follow("修改历史")
    assert asked == [("", "", "")]


def test_with_nothing_left_the_report_comes_next(hands: Hands) -> None:
    finished = SimpleNamespace(leaves=lambda: iter(()))
    step = next_step(hands.context.records, finished, ())  # type: ignore[arg-type]
    assert (step.title, step.table) == ("导出评价报告", "section")


def test_a_project_without_rows_says_how_to_begin(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    project = founding.create(tmp_path / "新.jiheng", founding.found(), person="测试员")
    with at_work(project, tmp_path, qapp) as hands:
        assert hands.overview.scores.texts() == ["还没有指标"]
        assert hands.overview.next.title.text() == "录入资金项目"
        assert hands.overview.empty.isVisible() and not hands.overview.scores.isVisible()
        asked: list[bool] = []
        hands.context.importRequested.connect(lambda: asked.append(True))
        hands.overview.empty.buttons[0].click()
        assert asked == [True]
        empty = hands.funds.detail.findChild(EmptyState)
        assert empty is not None and empty.isVisible() and empty.buttons[0].isEnabled()
        QTest.mouseClick(empty.buttons[0], Qt.MouseButton.LeftButton)
        fund = hands.context.records.live("fund")[0]
        assert (fund["code"], hands.funds.detail.fund, empty.isVisible()) == ("F1", fund["id"], False)
        assert not hands.overview.empty.isVisible() and hands.overview.funds.isVisible()
        contract = hands.new_row(hands.contracts.grid, "name", "首份合同")
        assert hands.contracts.detail.heading == "首份合同"
        assert hands.contracts.grid.cell(contract, "unpaid") == ""
        hands.undo(2)
        assert empty.isVisibleTo(hands.funds.detail)


def test_a_read_only_project_is_shown_and_left_alone(
    sample_master: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    path = Path(shutil.copy(sample_master, tmp_path / "归档.jiheng"))
    before = path.read_bytes()
    with at_work(Project.open(path, read_only=True), tmp_path, qapp) as hands:
        hands.overview.phases.buttons[0].click()
        tab = hands.contracts
        tab.show_row("contract", hands.contract(ENGLISH), "name")
        assert tab.toolbar is not None and not tab.toolbar.actions()[0].isEnabled()
        assert "只读" in tab.toolbar.actions()[0].toolTip()
        assert not tab.detail.form.editors["amount"].isEnabled()
        assert not hands.funds.rates.rows["预算执行率"].base.isEnabled()
        assert all(not message.links() for message in hands.funds.detail.messages["allocation"].messages)
    assert path.read_bytes() == before


def test_a_change_of_the_look_reaches_open_tabs_and_no_closed_ones(
    sample_master: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    with opened(sample_master, tmp_path, qapp) as hands:
        look = hands.context.look
        light = look.color("accent").name()
        hands.contracts.show_row("contract", hands.contract(RENEWED), "name")
        assert light in hands.contracts.detail.note and light in hands.overview.worst.text()
        height = hands.funds.grid.maximumHeight()
        look.choose(theme="dark", font_size=15)
        dark = look.color("accent").name()
        assert dark != light
        assert dark in hands.contracts.detail.note and dark in hands.overview.worst.text()
        assert hands.funds.grid.maximumHeight() > height
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    look.choose(theme="light", font_size=13)
