"""合同: a payment moves fund, rates, score and grade; groups, renewals, chain and remark follow."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from models.fields import Row
from models.records import Records
from models.schema import SCHEMA
from tests.ui.grid_hands import Key, line_edit, place
from tests.ui.hands import SIZE, Hands
from ui.grid.filtering import ColumnFilter
from ui.panels.contract_rows import depth_of, in_order
from ui.panels.timeline import chain_of, lane

ENGLISH = "长沙市政府英文门户网站年度运维项目"
RENEWED = "电子政务基础设施运维外包项目(2018续签)"
ORIGINAL = "电子政务基础设施运维外包项目(2017)"
PORTAL = "中文门户、英文门户、子网站和舆情监控系统运维"


@pytest.fixture
def hands(opened_money: Hands, qtbot: QtBot) -> Iterator[Hands]:
    yield opened_money
    opened_money.start_over()


def group_of(hands: Hands, name: str) -> str:
    return str(hands.context.records.find("contract_group", name)[0]["id"])


def test_a_payment_moves_contract_group_fund_rates_total_and_grade(hands: Hands) -> None:
    tab, contract = hands.contracts, hands.contract(ENGLISH)
    group, before = group_of(hands, PORTAL), hands.score
    assert before[1] == "中"
    tab.grid.select(contract, "name")
    tab.detail.show_page("payment")
    grid = tab.detail.payments.grid
    payment = hands.new_row(grid, "amount", "271.36")
    hands.type_into(grid, payment, "paid_on", "2018-12")
    assert tab.grid.cell(contract, "current") == "282.16"
    assert tab.grid.cell(contract, "unpaid") == "−246.16"
    assert tab.grid.cell(group, "current") == "360.94"
    assert tab.grid.total is not None and tab.grid.total.cell_text("current") == "1,491.89"
    assert "比合同多付246.16万元" in tab.detail.remark.toPlainText()
    assert any("多付 246.16 万元" in text for text in tab.detail.messages.texts())
    funds = hands.funds
    assert funds.grid.cell(hands.fund("F2"), "paid") == "622.16"
    assert funds.rates.rows["预算执行率"].value.text() == "100.00%"
    assert funds.rates.rows["结余结转率"].value.text() == "0.00%"
    assert hands.score == ("80.44", "良")
    hands.undo(2)
    assert hands.score == before
    assert funds.rates.rows["预算执行率"].value.text() == "88.33%"
    assert hands.contracts.grid.cell(contract, "current") == "10.80"


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("amount", "三十六", "“三十六”不是金额。请写成 563.40 这样的数，单位万元"),
        ("signed_on", "2108", "“2108”的年份 2108 不在 1949–2099 之间。请核对年份"),
        ("procurement", "抓阄", "不在可选项内"),
        ("name", "", ""),
    ],
)
def test_nonsense_is_refused_with_a_sentence(hands: Hands, name: str, typed: str, sentence: str) -> None:
    hands.bench.resize(1920, 680)
    tab, contract = hands.contracts, hands.contract(RENEWED)
    before = hands.context.records.get("contract", contract)
    if not sentence:
        hands.type_into(tab.grid, contract, name, typed)
        tab.grid.select(contract, "name")
        assert any("合同名称" in text for text in tab.detail.messages.texts()), "缺必填项"
        return
    hands.type_into(tab.grid, contract, name, typed)
    assert sentence in tab.grid.strip.text
    assert hands.context.records.get("contract", contract) == before
    hands.give_up(tab.grid)
    assert tab.grid.cell(contract, "amount") == "75.95"


def test_a_share_over_a_hundred_is_refused(hands: Hands) -> None:
    tab, contract = hands.contracts, hands.contract(RENEWED)
    tab.grid.select(contract, "name")
    tab.detail.show_page("term")
    term = tab.detail.terms.model.lines[0].key
    before = tab.detail.terms.cell(term, "share")
    hands.type_into(tab.detail.terms, term, "share", "140%")
    assert "0.00% 到 100.00%" in tab.detail.terms.strip.text
    hands.give_up(tab.detail.terms)
    assert tab.detail.terms.cell(term, "share") == before


def test_groups_carry_the_sums_of_the_report(hands: Hands) -> None:
    tab = hands.contracts
    group = group_of(hands, PORTAL)
    assert [tab.grid.cell(group, name) for name in ("amount", "prior", "current", "unpaid")] == [
        "191.34", "54.81", "89.58", "46.95",
    ]  # fmt: skip
    assert tab.grid.total is not None
    assert [tab.grid.total.cell_text(name) for name in ("name", "amount", "unpaid")] == [
        "合计　23 份", "3,085.44", "1,179.83",
    ]  # fmt: skip


def test_a_slip_of_the_declared_group_sum_is_marked_on_its_heading(hands: Hands) -> None:
    tab, group = hands.contracts, group_of(hands, PORTAL)
    line = tab.grid.model.lines[tab.grid.model.line_of(group)]
    columns = [column.name for column in tab.grid.model.columns]
    found = tab.grid.model.problems_at(line, columns.index("current"))
    assert [problem.check for problem in found] == ["money.declared"]


def test_without_groups_there_are_only_contracts(hands: Hands) -> None:
    tab = hands.contracts
    grouped = len(tab.grid.model.lines)
    action = tab._group_action
    action.trigger()
    assert len(tab.grid.model.lines) == 23 + 1
    action.trigger()
    assert len(tab.grid.model.lines) == grouped


def test_a_renewal_stands_under_its_contract_and_its_row_is_typed_on_at_once(hands: Hands) -> None:
    tab, contract = hands.contracts, hands.contract(ENGLISH)
    tab.grid.select(contract, "name")
    made = tab.renew()
    row = hands.context.records.get("contract", made)
    assert row is not None and row["parent"] == contract and row["procurement"] == "续签"
    keys = [line.key for line in tab.grid.model.lines]
    assert keys.index(made) == keys.index(contract) + 1
    assert tab.grid.current_row_id() == made
    hands.type_into(tab.grid, made, "amount", "36")
    tab.grid.select(made, "name")
    assert "续签额 36.00 是原合同 36.00 的 100.00%" in " ".join(tab.detail.messages.texts())
    assert [each.label for each in tab.detail.timeline.lanes] == ["合同", "续签"]
    hands.undo(2)
    assert hands.context.records.get("contract", made) is None
    assert tab.grid.model.line_of(contract) >= 0


def test_a_new_contract_begins_in_the_group_of_the_current_one(hands: Hands) -> None:
    tab, contract = hands.contracts, hands.contract(ENGLISH)
    tab.grid.select(contract, "name")
    made = hands.new_row(tab.grid, "name", "无障碍改造")
    row = hands.context.records.get("contract", made)
    assert row is not None and row["group"] == group_of(hands, PORTAL) and row["fund"] == hands.fund("F2")
    assert tab.detail.heading == "无障碍改造"
    hands.undo()
    assert hands.context.records.get("contract", made) is None


def test_an_unknown_vendor_is_made_with_the_same_edit(hands: Hands) -> None:
    tab, contract = hands.contracts, hands.contract(ENGLISH)
    vendors = len(hands.context.records.live("vendor"))
    hands.type_into(tab.grid, contract, "vendor", "湖南新来科技有限公司")
    tab.grid.select(contract, "name")
    assert tab.grid.cell(contract, "vendor") == "湖南新来科技"
    assert "湖南新来科技有限公司" in tab.detail.note
    hands.undo()
    assert len(hands.context.records.live("vendor")) == vendors


def test_the_remark_is_written_from_the_rows(hands: Hands) -> None:
    tab, contract = hands.contracts, hands.contract(ENGLISH)
    tab.grid.select(contract, "name")
    assert (
        tab.detail.remark.toPlainText() == "合同总价36.00万元，2018年支付10.80万元，合同款25.20万元未支付。"
    )
    hands.type_into(tab.grid, contract, "amount", "10.8")
    tab.grid.select(contract, "name")
    assert tab.detail.remark.toPlainText() == "合同总价10.80万元，2018年支付10.80万元，合同款已全部支付。"
    hands.undo()
    assert "合同款25.20万元未支付" in tab.detail.remark.toPlainText()


def test_items_are_compared_with_those_of_the_renewed_contract(hands: Hands) -> None:
    tab = hands.contracts
    tab.show_row("contract", hands.contract(RENEWED), "name")
    grid = tab.detail.compared
    first = grid.model.lines[0].key
    assert [grid.cell(first, name) for name in ("original", "amount", "share")] == ["6.10", "3.56", "58.36%"]
    assert grid.total is not None and grid.total.cell_text("share") == "58.33%"
    hands.type_into(grid, first, "amount", "6.10")
    assert grid.cell(first, "share") == "100.00%"
    assert any("明细合计" in text for text in tab.detail.messages.texts())
    hands.undo()
    assert grid.cell(first, "share") == "58.36%"
    tab.grid.select(hands.contract(ORIGINAL), "name")
    columns = [column.name for column in grid.model.columns]
    assert grid.view.isColumnHidden(columns.index("original"))


def test_dates_of_acceptance_are_typed_in_the_form(hands: Hands) -> None:
    tab, contract = hands.contracts, hands.contract(RENEWED)
    tab.grid.select(contract, "name")
    tab.detail.show_page("acceptance")
    before = hands.context.records.get("contract", contract)
    hands.fill_in(tab.detail.acceptance, "accepted_on", "2018.12.8")
    row = hands.context.records.get("contract", contract)
    assert row is not None and row["accepted_on"] == "2018-12-08"
    hands.fill_in(tab.detail.acceptance, "accepted_on", "去年")
    assert "不是日期" in tab.detail.acceptance.note_text("accepted_on")
    hands.undo()
    assert hands.context.records.get("contract", contract) == before


@pytest.mark.parametrize(
    ("page", "grid", "name", "text"),
    [
        ("item", "contract_item", "name", "应急演练"),
        ("term", "term", "condition", "验收合格后"),
        ("acceptance", "milestone", "kind", "初验"),
        ("review", "service_review", "item", "文档管理"),
    ],
)
def test_rows_of_a_contract_come_and_go(hands: Hands, page: str, grid: str, name: str, text: str) -> None:
    tab, contract = hands.contracts, hands.contract(ENGLISH)
    tab.grid.select(contract, "name")
    tab.detail.show_page(page)
    made = hands.new_row(tab.detail.grids[grid], name, text)
    row = hands.context.records.get(grid, made)
    assert row is not None and row["contract"] == contract and row[name] == text
    hands.undo()
    assert hands.context.records.get(grid, made) is None


def test_a_problem_of_a_payment_leads_to_its_page(hands: Hands) -> None:
    payment = hands.context.records.live("payment")[0]
    assert hands.bench.show_row("payment", payment["id"], "amount")
    tab = hands.contracts
    assert tab.detail.contract == payment["contract"] and tab.detail.page == "payment"
    assert tab.detail.payments.grid.current_row_id() == payment["id"]
    assert tab.detail.payments.grid.view.hasFocus(), "what is typed now goes there"


def test_the_way_to_a_row_opens_what_hides_it(hands: Hands) -> None:
    tab = hands.contracts
    assert tab.filter_field is not None and tab.panel_action is not None
    payment = hands.context.records.live("payment")[0]
    tab.detail.show_contract(payment["contract"])
    tab.detail.show_page("payment")
    tab.filter_field.setText("监理")
    tab.grid.filter_by(0, ColumnFilter(frozenset({"没有"})))
    tab.detail.payments.grid.filter_by(0, ColumnFilter(frozenset({"没有"})))
    tab.panel_action.setChecked(False)
    hands.bench.show_row("payment", payment["id"], "amount")
    assert tab.grid.current_row_id() == payment["contract"]
    assert place(tab.detail.payments.grid) == (0, "amount") and tab.detail.payments.grid.view.hasFocus()
    assert not tab.filter_field.text() and not tab.grid.view.titles.filtered


def test_nonsense_left_behind_by_turning_the_page_is_told(hands: Hands) -> None:
    said: list[str] = []
    hands.context.toasted.connect(lambda text, _action, _run: said.append(text))
    grid = hands.contracts.grid
    grid.select(hands.contract(ENGLISH), "amount")
    QTest.keyClick(grid.view, Key.Key_F2)
    line_edit(grid).setText("约三十六")
    hands.bench.show_key("funds")
    assert grid.cell(hands.contract(ENGLISH), "amount") == "36.00"
    assert said == ["“约三十六”不是金额。请写成 563.40 这样的数，单位万元"]


def test_keys_alone_come_to_the_panel_and_to_its_messages_where_they_stand(hands: Hands) -> None:
    tab = hands.contracts
    marked = next(row for row in hands.context.records.live("contract") if row["name"] == RENEWED)
    tab.show_row("contract", marked["id"], "name")
    tab.detail.show_page("overview")
    assert tab.detail.messages.messages
    QApplication.processEvents()
    tab.grid.view.setFocus()
    hands.bench.next_pane()
    stop = QApplication.focusWidget()
    assert stop is not None and tab.detail.isAncestorOf(stop) and not isinstance(stop, QLabel)
    tab.detail.tabs.setFocus()
    QTest.keyClick(tab.detail.tabs, Key.Key_Tab)
    here = QApplication.focusWidget()
    assert here is not None and tab.detail.messages.messages[0].isAncestorOf(here)


def test_a_lane_leads_to_its_contract(hands: Hands) -> None:
    tab = hands.contracts
    tab.show_row("contract", hands.contract(RENEWED), "name")
    line = tab.detail.timeline
    assert [each.label for each in line.lanes] == ["2017合同", "2018续签"]
    assert line.lanes[1].warning == "先服务，至少 43 天后才签"
    point = QPointF(line.width() / 2, line.height() * 0.25).toPoint()
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    assert tab.detail.contract == hands.contract(ORIGINAL)


def test_wide_windows_show_more_columns_and_mark_them_there(hands: Hands) -> None:
    tab, contract = hands.contracts, hands.contract(RENEWED)
    columns = [column.name for column in tab.grid.model.columns]
    line = tab.grid.model.lines[tab.grid.model.line_of(contract)]

    def marked(name: str) -> set[str]:
        return {each.check for each in tab.grid.model.problems_at(line, columns.index(name))}

    assert tab.grid.view.isColumnHidden(columns.index("procurement"))
    assert "procurement.renewal" in marked("name")
    hands.bench.resize(1920, 680)
    assert not tab.grid.view.isColumnHidden(columns.index("procurement"))
    assert "procurement.renewal" in marked("procurement") and "procurement.renewal" not in marked("name")


def row_of(contract: str, parent: str | None = None, **values: object) -> Row:
    blank = {field.name: None for field in SCHEMA["contract"].fields}
    return {**blank, "id": contract, "position": contract, "void_reason": None, "parent": parent, **values}


def test_renewals_follow_what_they_renew_even_in_a_ring() -> None:
    rows = [row_of("a"), row_of("b"), row_of("c", "a"), row_of("d", "c"), row_of("e", "f"), row_of("f", "e")]
    records = Records({"contract": rows})
    assert [row["id"] for row in in_order(records, records.live("contract"))] == list("acdbef")
    assert [depth_of(records, row) for row in rows[:4]] == [0, 0, 1, 2]
    assert [row["id"] for row in chain_of(records, rows[3])] == list("acd")
    assert {row["id"] for row in chain_of(records, rows[4])} == {"e", "f"}


def test_a_lane_warns_only_of_what_is_certain() -> None:
    early = row_of("a", starts_on="2018-04-19", signed_on="2018-06")
    to_the_day = row_of("c", starts_on="2018-04-19", signed_on="2018-06-01")
    unclear = row_of("b", starts_on="2018-06-10", signed_on="2018-06")
    records = Records({"contract": [early, unclear, to_the_day]})
    assert lane(records, early).warning == "先服务，至少 43 天后才签"
    assert lane(records, to_the_day).warning == "先服务，43 天后才签"
    assert lane(records, unclear).warning == ""


@pytest.mark.parametrize(
    ("whole", "shown"),
    [
        ("湖南科创信息技术股份有限公司", "湖南科创信息技术"),
        ("长沙银信网络技术有限公司", "长沙银信网络技术"),
        ("上海一门市政务研发中心", "上海一门市政务研发中心"),
        ("中国联合网络通信有限公司长沙市分公司", "中国联合网络通信有限公司长沙市分公司"),
    ],
)
def test_a_vendor_is_shown_without_its_legal_form_and_kept_with_it(
    hands: Hands, whole: str, shown: str
) -> None:
    grid = hands.contracts.grid
    vendor = hands.context.records.find("vendor", whole)[0]["id"]
    contract = str(hands.context.records.of("contract", "vendor", vendor)[0]["id"])
    assert grid.cell(contract, "vendor") == shown
    at = [column.name for column in grid.model.columns].index("vendor")
    index = grid.model.index(grid.model.line_of(contract), at)
    assert grid.model.data(index, Qt.ItemDataRole.ToolTipRole) == whole
    assert grid.model.edit_text(index) == whole


def test_a_very_small_window_shows_one_side_at_a_time(hands: Hands) -> None:
    tab, payment = hands.contracts, hands.context.records.live("payment")[0]
    assert tab.panel_action is not None and tab.grid.isVisible() and tab.detail.isVisible()
    try:
        hands.bench.resize(960, hands.bench.height())
        QApplication.processEvents()
        assert tab.detail.isVisible() and not tab.grid.isVisible()
        tab.toggle_panel()
        assert tab.grid.isVisible() and not tab.detail.isVisible()
        hands.bench.show_row("payment", payment["id"], "amount")
        assert tab.detail.payments.grid.view.hasFocus() and not tab.grid.isVisible()
        hands.bench.show_row("contract", payment["contract"], "name")
        assert tab.grid.isVisible() and not tab.detail.isVisible()
        assert tab.grid.current_row_id() == payment["contract"]
    finally:
        hands.bench.resize(*SIZE)
        tab.panel_action.setChecked(True)
        QApplication.processEvents()
    assert tab.grid.isVisible() and tab.detail.isVisible()
