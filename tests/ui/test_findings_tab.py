"""问题: problems are answered or drafted as findings; facts, deductions and advice are typed beside them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.checks import Problem, Severity
from tests.ui.score_hands import ScoreHands
from ui.context import Context
from ui.panels.answers import answer
from ui.panels.problem_answers import AnswerBar
from ui.panels.problem_lines import shortened
from ui.panels.problem_list import ProblemList

Key = Qt.Key


@pytest.fixture
def hands(opened_scores: ScoreHands, qtbot: QtBot) -> Iterator[ScoreHands]:
    yield opened_scores
    opened_scores.start_over("findings")
    opened_scores.findings.problems.states.setCurrentIndex(0)


def problem_of(hands: ScoreHands, check: str) -> Problem:
    return next(each for each in hands.context.workspace.problems if each.check == check)


def answered(found: ProblemList, problem: Problem) -> str:
    line = found.model.items[found.model.row_of(problem.fingerprint)].problem
    assert line is not None
    return found.model.words_of(line).answered


def choose(hands: ScoreHands, problem: Problem) -> ProblemList:
    found = hands.findings.problems
    assert found.select(problem.fingerprint)
    QApplication.processEvents()
    return found


def test_the_list_counts_what_the_checks_found(hands: ScoreHands) -> None:
    problems, found = hands.context.workspace.problems, hands.findings.problems
    assert found.total.text() == str(len(problems))
    for severity, chip in found.chips.items():
        assert chip.text() == str(sum(each.severity is severity for each in problems))
    assert [item.severity for item in found.model.items if item.problem is None] == [
        Severity.ERROR,
        Severity.DOUBT,
    ]


def test_chips_and_states_filter(hands: ScoreHands) -> None:
    found = hands.findings.problems
    found.chips[Severity.HINT].click()
    assert found.model.items[-1].severity is Severity.HINT
    found.chips[Severity.HINT].click()
    found.states.setCurrentIndex(2)
    assert found.model.items == []


@pytest.mark.parametrize(
    ("message", "title", "short"),
    [
        ("项目“F2　运维”申报已支付 350.79", "F2　运维", "申报已支付 350.79"),
        ("制度“办法”要素不完整", "办法", "要素不完整"),
        ("失分 6.78 没有对应问题", "", "失分 6.78 没有对应问题"),
        ("2018 年 161 号有 2 种字头，见“甲”", "甲", "2018 年 161 号有 2 种字头，见“甲”"),
    ],
)
def test_the_name_below_is_not_said_twice(message: str, title: str, short: str) -> None:
    assert shortened(message, title) == short


def test_a_problem_leads_to_its_row(hands: ScoreHands) -> None:
    problem = problem_of(hands, "papers.roster")
    found = choose(hands, problem)
    QTest.keyClick(found.view, Key.Key_Return)
    assert hands.jumps[-1] == ("roster", problem.place.row, problem.place.field)


def test_a_problem_is_drafted_as_a_finding_and_undone(hands: ScoreHands) -> None:
    tab, problem = hands.findings, problem_of(hands, "procurement.renewal")
    found = choose(hands, problem)
    assert found.bar is not None
    found.bar.buttons["拟为问题"].click()
    made = hands.context.records.live("finding")[-1]
    assert (made["code"], made["fact"], made["origin"]) == ("九", problem.message, problem.fingerprint)
    assert made["contract"] == problem.place.row and made["status"] == "草拟"
    assert tab.detail.row_id == made["id"] and "来自校核" in tab.detail.origin.text()
    assert answered(found, problem) == "→ 问题（九）"
    hands.undo()
    assert len(hands.context.records.live("finding")) == 8
    assert answered(found, problem) == ""


@pytest.mark.parametrize(("words", "decision"), [("已解释…", "已解释"), ("误报…", "误报")])
def test_an_answer_needs_a_reason_and_settles_the_problem(
    hands: ScoreHands, words: str, decision: str
) -> None:
    problem = problem_of(hands, "procurement.renewal")
    found = choose(hands, problem)
    assert found.bar is not None
    found.bar.buttons[words].click()
    assert found.bar.reason is not None
    QTest.keyClick(found.bar.reason.field, Key.Key_Return)
    assert hands.context.records.live("verdict") == ()
    found.bar.reason.field.setText("  原合同约定可以续签  ")
    QTest.keyClick(found.bar.reason.field, Key.Key_Return)
    verdict = hands.context.records.live("verdict")[0]
    assert (verdict["decision"], verdict["reason"], verdict["person"]) == (
        decision,
        "原合同约定可以续签",
        None,
    )
    assert answered(found, problem) == decision
    found.states.setCurrentIndex(1)
    assert found.model.row_of(problem.fingerprint) == -1
    found.states.setCurrentIndex(2)
    choose(hands, problem)
    assert found.bar is not None
    found.bar.buttons["撤回结论"].click()
    assert hands.context.records.live("verdict") == ()


def test_a_problem_is_put_to_a_finding(hands: ScoreHands) -> None:
    problem = problem_of(hands, "budget.execution")
    found = choose(hands, problem)
    assert found.bar is not None
    finding = hands.context.records.live("finding")[4]
    found.bar.merge(finding["id"])
    after = hands.context.records.get("finding", finding["id"])
    assert after is not None
    assert after["fact"].startswith(f"{finding['fact']}\n预算执行率 {{预算执行率}}，{{预算执行率对照}}。")
    assert hands.context.records.live("verdict")[0]["decision"] == "确认问题"
    hands.undo()
    assert hands.context.records.get("finding", finding["id"]) == finding


def test_the_findings_grid_shows_what_each_costs_and_who_advises(hands: ScoreHands) -> None:
    grid = hands.findings.findings
    rows = hands.context.records.live("finding")
    assert [row["code"] for row in rows] == list("一二三四五六七八")
    assert grid.cell(rows[3]["id"], "points") == "−1.00"
    assert grid.cell(rows[2]["id"], "advice") == "（三）（七）"
    assert grid.cell(rows[7]["id"], "advice") == "缺"
    assert hands.findings.bar.tabText(0) == "问题 8" and hands.findings.bar.tabText(1) == "建议 8"


def test_a_cell_is_typed_refused_and_undone(hands: ScoreHands) -> None:
    grid, finding = hands.findings.findings, hands.context.records.live("finding")[4]["id"]
    before = grid.cell(finding, "amount")
    hands.type_into(grid, finding, "amount", "二百万")
    assert "不是金额" in grid.strip.text
    hands.give_up(grid)
    hands.type_into(grid, finding, "amount", "300")
    assert grid.cell(finding, "amount") == "300.00"
    hands.undo()
    assert grid.cell(finding, "amount") == before


def test_a_new_finding_gets_the_next_number(hands: ScoreHands) -> None:
    tab = hands.findings
    tab.findings.insert_row()
    made = hands.context.records.live("finding")[-1]
    assert made["code"] == "九" and tab.detail.row_id == made["id"]


def test_the_form_keeps_facts_and_goes_on_to_the_next_status(hands: ScoreHands) -> None:
    tab = hands.findings
    finding = hands.context.records.live("finding")[7]
    tab.show_row("finding", finding["id"])
    hands.fill_in(tab.detail.forms[0], "fact", "签到表有 187 人。")
    assert tab.detail.button.text() == "标为已交换意见"
    tab.detail.button.click()
    row = hands.context.records.get("finding", finding["id"])
    assert row is not None and (row["fact"], row["status"]) == ("签到表有 187 人。", "已交换意见")
    hands.undo(2)
    assert hands.context.records.get("finding", finding["id"]) == finding


def test_a_deduction_is_typed_under_its_finding(hands: ScoreHands) -> None:
    tab = hands.findings
    finding = hands.context.records.live("finding")[7]["id"]
    tab.show_row("finding", finding)
    QApplication.processEvents()
    made = hands.new_row(tab.detail.deductions, "indicator", "B31")
    hands.type_into(tab.detail.deductions, made, "points", "-1")
    assert "不能小于" in tab.detail.deductions.strip.text
    hands.give_up(tab.detail.deductions)
    hands.type_into(tab.detail.deductions, made, "points", "0.6")
    assert tab.findings.cell(finding, "points") == "−1.25"
    assert hands.indicators.tree.cell(hands.indicator("B31"), "findings") == "八"
    hands.undo(2)
    assert hands.indicators.tree.cell(hands.indicator("B31"), "findings") == "未关联"


def test_a_finding_without_advice_says_so_until_it_is_linked(hands: ScoreHands) -> None:
    tab = hands.findings
    finding = hands.context.records.live("finding")[7]["id"]
    tab.show_row("finding", finding)
    advice = tab.detail.advice
    assert advice.message is not None and any(
        each.check == "papers.finding_without_advice" for each in hands.context.workspace.problems
    )
    advice.link(hands.context.records.live("recommendation")[7]["id"])
    assert advice.message is None and tab.findings.cell(finding, "advice") == "（八）"
    assert all(each.check != "papers.finding_without_advice" for each in hands.context.workspace.problems)
    advice.text.follow("移除")
    assert tab.findings.cell(finding, "advice") == "缺"


def test_advice_is_written_for_a_finding(hands: ScoreHands) -> None:
    tab = hands.findings
    tab.show_row("finding", hands.context.records.live("finding")[7]["id"])
    tab.detail.advice.write()
    made = hands.context.records.live("recommendation")[-1]
    assert hands.jumps[-1] == ("recommendation", made["id"], "text")
    assert tab.advice.current_row_id() == made["id"]
    assert tab.advice.cell(made["id"], "findings") == "（八）"


@pytest.mark.parametrize(
    ("table", "field", "text"),
    [
        ("opinion", "text", "情况属实"),
        ("rectification", "measure", "补签合同"),
        ("recommendation", "title", "加强管理"),
    ],
)
def test_opinions_rectification_and_advice_are_grids(
    hands: ScoreHands, table: str, field: str, text: str
) -> None:
    tab = hands.findings
    tab.page(table)
    QApplication.processEvents()
    grid = tab._pages[table][1]
    made = hands.new_row(grid, field, text)
    row = hands.context.records.get(table, made)
    assert row is not None and row[field] == text
    hands.undo()
    assert hands.context.records.get(table, made) is None


def test_links_between_rows_lead_to_the_finding(hands: ScoreHands) -> None:
    tab = hands.findings
    deduction = hands.context.records.live("deduction")[3]
    tab.show_row("deduction", deduction["id"])
    assert tab.findings.current_row_id() == deduction["finding"]


def test_the_status_line_sums_up(hands: ScoreHands) -> None:
    left, right = hands.findings.status_words()
    assert "校核" in left and right.startswith("失分 ") and "未关联" in right


def test_an_answer_names_the_person_where_the_evaluation_lists_them(context: Context) -> None:
    with context.edit("登记评价人员") as edit:
        listed = edit.insert("person", {"name": "测试员"})
    assert answer(context, context.workspace.problems[0], "已解释", "合同另有约定")
    assert context.records.live("verdict")[-1]["person"] == listed


def test_only_the_chosen_problem_has_buttons(hands: ScoreHands) -> None:
    found = hands.findings.problems
    for problem in hands.context.workspace.problems[:3]:
        choose(hands, problem)
    shown = [bar for bar in found.view.findChildren(AnswerBar) if bar.isVisible()]
    assert shown == [found.bar]
