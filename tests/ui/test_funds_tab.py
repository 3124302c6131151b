"""资金: granting documents, spending and declared figures are typed; rates, score and messages follow."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.hands import ENTRY, Hands

PORTAL = "中文门户、英文门户、子网站和舆情监控系统运维"


@pytest.fixture
def hands(opened_money: Hands, qtbot: QtBot) -> Iterator[Hands]:
    yield opened_money
    opened_money.start_over()


FUNDS = [
    ("F1", "528.94", "528.94", "0.00", "100.00%", "528.94", "–"),
    ("F2", "563.45", "350.80", "212.65", "62.26%", "350.79", "+0.01"),
    ("F3", "543.23", "543.23", "0.00", "100.00%", "543.23", "–"),
    ("F4", "256.00", "217.00", "39.00", "84.77%", "217.00", "–"),
    ("F5", "314.00", "294.29", "19.71", "93.72%", "294.29", "–"),
    ("F6", "119.05", "119.05", "0.00", "100.00%", "119.05", "–"),
]
SHOWN = ("quota", "paid", "balance", "rate", "declared_paid", "difference")


@pytest.mark.parametrize("row", FUNDS, ids=lambda row: row[0])
def test_the_figures_of_each_fund(hands: Hands, row: tuple[str, ...]) -> None:
    grid = hands.funds.grid
    assert tuple(grid.cell(hands.fund(row[0]), name) for name in SHOWN) == row[1:]


def test_the_total_row_is_the_whole_project(hands: Hands) -> None:
    total = hands.funds.grid.total
    assert total is not None
    assert [total.cell_text(name) for name in ("name", *SHOWN)] == [
        "合计　6 项", "2,324.67", "2,053.31", "271.36", "88.33%", "2,053.30", "+0.01",
    ]  # fmt: skip


def test_the_rates_show_their_numerators_and_denominators(hands: Hands) -> None:
    rows = hands.funds.rates.rows
    shown = {
        name: (row.value.text(), row.formula.accessibleName(), row.said.text()) for name, row in rows.items()
    }
    assert shown == {
        "预算执行率": ("88.33%", "已支付 2,053.31 ÷ 总指标 2,324.67", "低于 11.67 个百分点"),
        "预算调整率": (
            "165.62%",
            "（总指标 2,324.67 − 年初预算 875.18）÷ 年初预算 875.18",
            "超过 160.62 个百分点",
        ),
        "结余结转率": ("31.01%", "结余 271.36 ÷ 年初预算 875.18", "超过 26.01 个百分点"),
    }


def test_another_denominator_changes_the_rate_and_the_score(hands: Hands) -> None:
    row, before = hands.funds.rates.rows["结余结转率"], hands.score
    row.base.setFocus()
    QTest.keyClick(row.base, Qt.Key.Key_Down)
    assert row.base.currentText() == "总指标"
    assert row.value.text() == "11.67%"
    assert row.formula.accessibleName() == "结余 271.36 ÷ 总指标 2,324.67"
    assert hands.context.records.setting("carry_over_base") == "总指标"
    hands.undo()
    assert (row.base.currentText(), row.value.text(), hands.score) == ("年初预算", "31.01%", before)


def test_a_granting_document_moves_quota_rates_and_score(hands: Hands) -> None:
    tab, before = hands.funds, hands.score
    tab.grid.select(hands.fund("F2"), "name")
    tab.detail.show_page("allocation")
    grid = tab.detail.allocations
    made = hands.new_row(grid, "document_number", "长财预〔2018〕200号")
    hands.type_into(grid, made, "kind", "预算调减")
    hands.type_into(grid, made, "amount", "-271.36")
    assert tab.grid.cell(hands.fund("F2"), "quota") == "292.09"
    assert grid.total is not None and grid.total.cell_text("amount") == "292.09"
    assert tab.rates.rows["预算执行率"].value.text() == "100.00%"
    assert hands.score != before
    hands.undo(3)
    assert tab.grid.cell(hands.fund("F2"), "quota") == "563.45"
    assert hands.score == before


def test_spending_without_a_contract_counts_at_once(hands: Hands) -> None:
    tab = hands.funds
    tab.grid.select(hands.fund("F4"), "name")
    tab.detail.show_page("expense")
    made = hands.new_row(tab.detail.expenses, "name", "专家评审费")
    hands.type_into(tab.detail.expenses, made, "amount", "39")
    assert tab.grid.cell(hands.fund("F4"), "rate") == "100.00%"
    assert tab.grid.cell(hands.fund("F4"), "difference") == "+39.00"
    hands.undo(2)
    assert tab.grid.cell(hands.fund("F4"), "rate") == "84.77%"


def test_the_declared_sum_loses_its_colour_when_it_agrees(hands: Hands) -> None:
    tab, fund = hands.funds, hands.fund("F2")
    names = [column.name for column in tab.grid.model.columns]

    def tone(name: str) -> str:
        return tab.grid.model.cells(tab.grid.model.lines[tab.grid.model.line_of(fund)])[
            names.index(name)
        ].tone

    assert tone("declared_paid") == "doubt"
    hands.type_into(tab.grid, fund, "declared_paid", "350.80")
    assert (tone("declared_paid"), tab.grid.cell(fund, "difference")) == ("", "–")
    assert tab.grid.total is not None and tab.grid.total.cell_text("difference") == "–"
    hands.undo()
    assert (tone("declared_paid"), tab.grid.cell(fund, "difference")) == ("doubt", "+0.01")


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [("declared_paid", "大概350", "不是金额"), ("category", "杂项", "不在可选项内")],
)
def test_nonsense_is_refused_with_a_sentence(hands: Hands, name: str, typed: str, sentence: str) -> None:
    tab, fund = hands.funds, hands.fund("F2")
    before = hands.context.records.get("fund", fund)
    hands.type_into(tab.grid, fund, name, typed)
    assert sentence in tab.grid.strip.text
    hands.give_up(tab.grid)
    assert hands.context.records.get("fund", fund) == before


def test_computed_figures_cannot_be_typed_over(hands: Hands) -> None:
    tab, fund = hands.funds, hands.fund("F2")
    tab.grid.select(fund, "paid")
    tab.grid.view.setFocus()
    QTest.keyClicks(tab.grid.view, "9")
    assert tab.grid.cell(fund, "paid") == "350.80"
    assert not tab.grid.view.isPersistentEditorOpen(tab.grid.view.currentIndex())
    assert not any(one.isVisible() for one in tab.grid.view.viewport().children() if one.property("cell"))
    assert "付款" in tab._about_cell()


def test_a_new_fund_gets_the_next_code(hands: Hands) -> None:
    tab = hands.funds
    made = hands.new_row(tab.grid, "name", "电子监察系统升级")
    assert tab.grid.cell(made, "code") == "F7"
    assert (tab.detail.fund, tab.detail.heading) == (made, "F7　电子监察系统升级")
    assert tab.grid.cell(made, "quota") == "—"
    hands.undo()
    assert tab.grid.model.line_of(made) < 0 and tab.grid.model.line_of(ENTRY) > 0


def test_what_is_paid_by_group_stands_beside_what_was_declared(hands: Hands) -> None:
    tab = hands.funds
    tab.grid.select(hands.fund("F2"), "name")
    tab.detail.show_page("allocation")
    group = str(hands.context.records.find("contract_group", PORTAL)[0]["id"])
    groups = tab.detail.groups
    assert [groups.cell(group, name) for name in ("sum_declared_paid", "declared_paid")] == ["89.58", "89.57"]
    assert groups.total is not None and groups.total.cell_text("sum_declared_paid") == "350.80"
    hands.type_into(groups, group, "declared_paid", "89.58")
    assert not any(PORTAL in text and "89.57" in text for text in tab.detail.messages["allocation"].texts())
    hands.undo()
    assert groups.cell(group, "declared_paid") == "89.57"


def test_a_problem_is_explained_with_a_reason_and_the_answer_taken_back(hands: Hands) -> None:
    tab = hands.funds
    tab.grid.select(hands.fund("F2"), "name")
    tab.detail.show_page("allocation")
    messages = tab.detail.messages["allocation"]
    messages.open_all()
    shown = next(one for one in messages.messages if "申报已支付 350.79" in one.text)
    open_before = sum(not each.settled for each in hands.context.workspace.problems)
    shown.activate("已解释…")
    assert messages.reason is not None
    QTest.keyClick(messages.reason.field, Qt.Key.Key_Return)
    assert messages.reason.field.property("invalid") is True, "an answer needs a reason"
    messages.reason.field.setText("单位按四舍五入后的分组数加总")
    QTest.keyClick(messages.reason.field, Qt.Key.Key_Return)
    verdict = hands.context.records.live("verdict")[0]
    assert (verdict["decision"], verdict["person"]) == ("已解释", None)
    assert sum(not each.settled for each in hands.context.workspace.problems) == open_before - 1
    messages.open_all()
    answered = next(one for one in messages.messages if "已解释：单位按四舍五入后的分组数加总" in one.text)
    assert answered.links() == ("撤回",)
    answered.activate("撤回")
    assert not hands.context.records.live("verdict")
    assert sum(not each.settled for each in hands.context.workspace.problems) == open_before


def test_a_problem_becomes_a_finding_once(hands: Hands) -> None:
    tab = hands.funds
    tab.grid.select(hands.fund("F2"), "name")
    messages = tab.detail.messages["allocation"]
    findings = {row["id"] for row in hands.context.records.live("finding")}
    text = messages.messages[0].text
    messages.messages[0].activate("拟为问题")
    made = [row for row in hands.context.records.live("finding") if row["id"] not in findings]
    assert len(made) == 1
    assert (made[0]["fact"], made[0]["status"], made[0]["fund"]) == (text, "草拟", hands.fund("F2"))
    assert made[0]["origin"] in {each.fingerprint for each in hands.context.workspace.problems}
    assert messages.messages[0].links()[0] == "查看问题"
    hands.undo()
    assert {row["id"] for row in hands.context.records.live("finding")} == findings
    assert messages.messages[0].links()[0] == "拟为问题"


def test_texts_of_a_fund_are_typed_in_a_form(hands: Hands) -> None:
    tab, fund = hands.funds, hands.fund("F6")
    tab.grid.select(fund, "name")
    tab.detail.show_page("texts")
    before = hands.context.records.get("fund", fund)
    hands.fill_in(tab.detail.form, "short_name", "我的长沙")
    assert tab.detail.heading == "F6　我的长沙"
    hands.fill_in(tab.detail.form, "declared_rate", "很高")
    assert "不是百分数" in tab.detail.form.note_text("declared_rate")
    hands.undo()
    assert hands.context.records.get("fund", fund) == before


@pytest.mark.parametrize(
    ("page", "name", "text"), [("objective", "name", "培训满意度"), ("milestone", "kind", "初验")]
)
def test_targets_and_milestones_come_and_go(hands: Hands, page: str, name: str, text: str) -> None:
    tab, fund = hands.funds, hands.fund("F6")
    tab.grid.select(fund, "name")
    tab.detail.show_page(page)
    made = hands.new_row(tab.detail.grids[page], name, text)
    row = hands.context.records.get(page, made)
    assert row is not None and (row["fund"], row[name]) == (fund, text)
    hands.undo()
    assert hands.context.records.get(page, made) is None


def test_a_row_of_a_fund_is_gone_to_with_its_fund(hands: Hands) -> None:
    records = hands.context.records
    milestone = next(row for row in records.live("milestone") if row["fund"] == hands.fund("F4"))
    assert hands.bench.show_row("milestone", milestone["id"], "planned_on")
    tab = hands.funds
    assert (tab.detail.fund, tab.detail.page) == (hands.fund("F4"), "milestone")
    assert tab.detail.milestones.current_row_id() == milestone["id"]
    assert tab.detail.milestones.view.hasFocus()


def test_enter_on_what_was_paid_leads_to_the_payments(hands: Hands) -> None:
    tab = hands.funds
    tab.grid.select(hands.fund("F2"), "paid")
    tab.grid.view.setFocus()
    QTest.keyClick(tab.grid.view, Qt.Key.Key_Return)
    assert hands.bench.tab.key == "contracts"


def test_a_voided_fund_leaves_the_sums(hands: Hands) -> None:
    tab = hands.funds
    tab.grid.void_rows([hands.fund("F2")], "重复录入")
    assert tab.grid.total is not None and tab.grid.total.cell_text("quota") == "1,761.22"
    hands.undo()
    assert tab.grid.total.cell_text("quota") == "2,324.67"


def test_the_filter_finds_a_fund_and_a_jump_opens_it_again(hands: Hands) -> None:
    tab = hands.funds
    assert tab.filter_field is not None
    tab.filter_field.setText("小微")
    assert [line.key for line in tab.grid.model.lines] == [hands.fund("F4")]
    hands.bench.show_row("fund", hands.fund("F2"), "name")
    assert tab.detail.fund == hands.fund("F2") and tab.filter_field.text() == ""


def test_wide_windows_show_where_the_quota_comes_from(hands: Hands) -> None:
    tab = hands.funds
    names = [column.name for column in tab.grid.model.columns]
    assert tab.grid.view.isColumnHidden(names.index("initial"))
    hands.bench.resize(1920, 680)
    assert not tab.grid.view.isColumnHidden(names.index("initial"))
    assert tab.grid.total is not None and tab.grid.total.cell_text("initial") == "875.18"
