"""The report's chapters: every figure from the rows, official wording, nothing invented."""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import kinds
from models.checks import run
from models.defaults import REPORT_FORMS
from models.evaluation import evaluate
from models.records import Records
from models.report.blocks import Document, Heading, Paragraph, Table, text_of
from models.report.document import build, compose
from models.report.progress import lateness
from models.report.results import outcome
from models.report.wording import (
    Share,
    Voice,
    against,
    ended,
    item,
    listed,
    numeral,
    period,
    prose,
    quoted,
    section,
    sentence,
)
from services.report_forms import form
from tests.models import changsha as case

FIGURE = re.compile(r"−?\d[\d,]*\.\d\d%?")


def report(records: Records, name: str = REPORT_FORMS[0]) -> Document:
    evaluation = evaluate(records)
    return build(records, evaluation, run(records, evaluation), form(name))


def words(records: Records) -> str:
    return text_of(report(records))


@pytest.fixture(scope="module")
def changsha() -> str:
    return words(case.changsha())


def chapters(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 1]


@pytest.mark.parametrize(
    "said",
    [
        "总指标2,324.67万元，已支付2,053.31万元，结余271.36万元，预算执行率88.33%",
        "预算执行率88.33%（已支付2,053.31÷总指标2,324.67），低于标准值（100.00%）11.67个百分点",
        "预算调整率165.62%（总指标2,324.67与年初预算875.18之差÷年初预算875.18），超过标准值（5.00%）160.62个百分点",
        "结余结转率31.01%（结余271.36÷年初预算875.18），超过标准值（5.00%）26.01个百分点",
        "年初预算875.18万元、预算追加1,449.49万元",
        "各项目申报的已支付合计为2,053.30万元，按付款和支出明细汇总为2,053.31万元，相差0.01万元",
        "单位申报的合同金额合计为590.61万元，按合同汇总为610.61万元，相差20.00万元",
        "单位申报的已支付为350.79万元，按付款和支出明细汇总为350.80万元，相差0.01万元",
        "单位申报的“协同办公”合同金额为71.80万元，按合同汇总为91.80万元",
        "合同总价36.00万元，2018年支付10.80万元，合同款25.20万元未支付。",
        "合同总价47.00万元，2017年已支付28.20万元，2018年支付18.80万元，合同款已全部支付。",
        "A类单位工作补贴（208×0.50万元）104.00万元、B类单位工作补贴（74×0.25万元）18.50万元、"
        "C类单位工作补贴（15×0.10万元）1.50万元",
    ],
)
def test_the_case_is_said_as_its_rows_give_it(said: str) -> None:
    awards = [
        {"fund": one[0], "name": one[1], "quantity": one[2], "standard": one[3], "amount": one[4]}
        | ({"group": "考核奖励"} if "补贴" in one[1] else {})
        for one in case.EXPENSES
    ]
    assert said in words(case.changsha(expense=awards))


def test_a_fund_has_its_rate_beside_its_money(changsha: str) -> None:
    rates = ["100.00%", "62.26%", "100.00%", "84.77%", "93.72%", "100.00%", "88.33%"]
    table = changsha.split("2018年项目资金总额及组成明细表")[1].split("（一）项目资金使用情况")[0]
    assert [line.split("\t")[-1] for line in table.splitlines() if line.endswith("%")] == rates


def test_exactly_these_contracts_are_unpaid(changsha: str) -> None:
    unpaid = re.findall(r"合同款([\d,.]+)万元未支付", changsha)
    assert unpaid == [
        "15.88", "15.05", "25.20", "18.80", "2.95", "10.05", "66.90", "735.00", "3.50", "31.00", "255.50",
    ]  # fmt: skip


def test_groups_of_contracts_are_summed(changsha: str) -> None:
    assert "协同办公\t" in changsha
    assert "\t本组合计\t\t91.80\t49.87\t" in changsha
    assert "合计\t\t\t610.61\t350.80\t" in changsha
    assert "合计\t\t\t1,489.83\t543.23\t" in changsha


def figures_of(text: str) -> Counter[str]:
    return Counter(FIGURE.findall(text))


CHANGED = {
    # ten more paid to one contract of 网站群等运维: what stood there, what stands there now
    "10.80": "20.80",  # the payment, in the table, in the remark and in the annex
    "25.20": "15.20",  # what is unpaid of the contract
    "89.58": "99.58",  # paid by its group
    "350.80": "360.80",  # paid by its fund
    "212.65": "202.65",  # the fund's balance
    "62.26%": "64.03%",  # the fund's rate
    "2,053.31": "2,063.31",  # paid by all funds
    "271.36": "261.36",  # the whole balance
    "88.33%": "88.76%",  # the execution rate
    "11.67": "11.24",  # its distance from the standard
    "31.01%": "29.86%",  # the carry-over rate
    "26.01": "24.86",  # its distance from the standard
    "1,179.83": "1,169.83",  # unpaid of all contracts
    "77.88": "67.88",  # unpaid of the fund's contracts
    "1,220.53": "1,230.53",  # paid to all contracts
    "1,905.61": "1,915.61",  # paid to all contracts up to now, in the chart
    "0.01": "10.01",  # declared against computed: group, fund, total
}


def test_a_changed_payment_changes_what_depends_on_it_and_nothing_else() -> None:
    before = case.changsha()
    payments = [
        {**row, "amount": kinds.fen(Fraction("20.80"))} if row["id"] == "C10-2018" else row
        for row in before.all("payment")
    ]
    old, new = words(before), words(before.replaced({"payment": payments}))
    assert set(figures_of(old) - figures_of(new)) == set(CHANGED)
    assert set(figures_of(new) - figures_of(old)) == set(CHANGED.values())


def test_amounts_in_yuan_are_said_in_yuan() -> None:
    text = words(case.changsha(setting=[{"key": "money_unit", "value": "元"}]))
    assert "总指标23,246,700.00元" in text
    assert "单位：元" in text
    assert "万元" not in text.split("附件1")[0].split("三、项目资金情况")[1].split("四、项目实施情况")[0]


def test_figures_carry_their_sources() -> None:
    found: dict[str, str] = {}
    for block in report(case.changsha()).blocks:
        if isinstance(block, Paragraph):
            found.update({str(run.source): run.text for run in block.runs if run.source})
        elif isinstance(block, Table):
            for row in block.rows:
                cells = [row.cell(place) for place in range(len(row.cells))]
                found.update({str(cell.source): cell.text for cell in cells if cell.source})
    assert found["总指标"] == "2,324.67"
    assert found["('fund', 'F2', '预算执行率')"] == "62.26%"
    assert found["('contract', 'C10', '合同金额')"] == "36.00"
    assert found["('contract', 'C10', '未付')"] == "25.20"


def test_void_rows_leave_the_report(changsha: str) -> None:
    records = case.changsha()
    void = [
        {**row, "void_reason": "重复录入"} if row["id"] == "C23" else row for row in records.all("contract")
    ]
    text = words(records.replaced({"contract": void}))
    assert "365.00" in changsha
    assert "365.00" not in text


FINDINGS: dict[str, list[dict[str, Any]]] = {
    "indicator": [
        {"id": "I1", "code": "A", "name": "决策"},
        {"id": "I2", "parent": "I1", "name": "目标明确性", "weight": "60", "rule": "manual", "value": "45",
         "opinion": "目标未量化"},
        {"id": "I3", "parent": "I1", "name": "满意度", "weight": "40", "rule": "manual"},
    ],
    "finding": [
        {"id": "Q1", "title": "目标不明确。", "fact": "没有数量指标", "cause": "编制粗略", "amount": "12.50"},
        {"id": "Q2", "title": "验收不及时", "fact": "超期"},
    ],
    "deduction": [{"finding": "Q1", "indicator": "I2", "points": "15"}],
    "recommendation": [
        {"id": "R1", "title": "细化目标", "text": "量化", "responsible": "业务科", "due_on": "2019-12"}
    ],
    "finding_recommendation": [
        {"finding": "Q2", "recommendation": "R1"},
        {"finding": "Q1", "recommendation": "R1"},
    ],
}  # fmt: skip


def test_findings_lead_to_points_and_advice() -> None:
    text = words(case.records(**FINDINGS))
    assert (
        "（一）目标不明确\n没有数量指标\n原因：编制粗略。涉及金额12.50万元。评分影响：“目标明确性”扣15分。"
        in text
    )
    assert (
        "（一）细化目标\n量化\n针对第七部分“目标不明确”“验收不及时”问题，责任单位为业务科，完成期限为2019年12月。"
        in text
    )


def test_no_grade_while_points_are_open() -> None:
    text = words(case.records(**FINDINGS))
    assert "已评指标得45.00分，尚有40.00分未评，暂不评定等次" in text
    assert "满意度\t40.00\t未评" in text
    scored = [{**row, "value": row.get("value") or "20"} for row in FINDINGS["indicator"]]
    scored[0] = FINDINGS["indicator"][0]
    assert "总得分65.00分，等次为“中”。" in words(case.records(**{**FINDINGS, "indicator": scored}))


def test_regulations_are_told_by_field_and_state() -> None:
    rows = [
        {"title": "财务制度", "field": "财务管理", "state": "已制定", "enforced": "执行较好"},
        {"title": "支出制度", "field": "财务管理", "state": "已制定", "enforced": "执行较好。"},
        {"title": "《资金管理办法》", "field": "资金管理", "state": "要素不完整", "missing": "缺少绩效要求"},
        {"title": "档案制度", "field": "档案管理", "state": "未制定"},
    ]
    text = words(case.records(regulation=rows))
    assert "制定了与项目管理有关的制度2项。财务管理方面有《财务制度》《支出制度》。" in text
    assert "《资金管理办法》要素不完整，缺少绩效要求；尚未制定《档案制度》。" in text
    assert "制度执行方面，《财务制度》《支出制度》：执行较好。" in text


@pytest.mark.parametrize(
    ("planned", "actual", "ended_on", "said"),
    [
        ("2018-06-30", "2018-07-10", "2019-08-02", "比计划晚10天"),
        ("2018-06-30", "2018-06-30", "2019-08-02", "按期"),
        ("2018-10", None, "2019-08-02", "至评价结束已晚至少275天"),
        ("2016", "2018-04", "2019-08-02", "比计划晚至少456天"),
        ("2018", "2018-04", "2019-08-02", "日期不够精确"),
        ("2019-12", None, "2019-08-02", "未到期"),
        ("2018-10", None, None, "—"),
    ],
)
def test_a_step_against_its_plan(planned: str, actual: str | None, ended_on: str | None, said: str) -> None:
    row = case.row("milestone", "M", planned_on=planned, actual_on=actual)
    assert lateness(row, ended_on).said == said


@pytest.mark.parametrize(
    ("operator", "target", "actual", "attainment", "said"),
    [
        ("≥", "2200", "1058", None, "未达成"),
        ("≥", "155", "187", None, "达成"),
        ("≤", "4", "4", None, "达成"),
        ("=", "40", "39", None, "未达成"),
        ("定性", None, None, "部分达成", "部分达成"),
        ("≥", "10", None, None, "—"),
        (None, "10", "10", None, "—"),
    ],
)
def test_whether_a_target_was_reached(
    operator: str | None, target: str | None, actual: str | None, attainment: str | None, said: str
) -> None:
    row = case.row("objective", "O", operator=operator, target=target, actual=actual, attainment=attainment)
    assert outcome(row) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (23, "二十三"),
        (99, "九十九"),
        (100, "100"),
    ],
)
def test_numerals(number: int, said: str) -> None:
    assert numeral(number) == said
    assert section(number, "标题").text == f"（{said}）标题"
    assert item(number, "标题").text == f"{number}. 标题"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2019-05-09", "2019-08-02", "2019年5月9日至8月2日"),
        ("2018-12-01", "2019-01-31", "2018年12月1日至2019年1月31日"),
        ("2018-04", None, "2018年4月起"),
        (None, "2018", "截至2018年"),
        ("2018", "2018", "2018年至2018年"),
        (None, None, ""),
    ],
)
def test_periods(first: str | None, last: str | None, said: str) -> None:
    assert period(first, last) == said


@pytest.mark.parametrize(
    ("rate", "standard", "low_is_bad", "said"),
    [
        ("88.33", "100", True, "低于标准值（100.00%）11.67个百分点"),
        ("165.62", "5", False, "超过标准值（5.00%）160.62个百分点"),
        ("-31.01", "5", False, "超过标准值（5.00%）26.01个百分点"),
        ("3", "5", False, "低于标准值（5.00%）2.00个百分点"),
        ("99.996", "100", True, "与标准值100.00%持平"),
    ],
)
def test_rates_against_standards_differ_in_points(
    rate: str, standard: str, low_is_bad: bool, said: str
) -> None:
    assert against(Fraction(rate), Fraction(standard), low_is_bad=low_is_bad) == said


def told(shares: list[tuple[str, str]], whole: str) -> str:
    given = [Share(name, Fraction(amount)) for name, amount in shares]
    return sentence(*Voice().split(given, Fraction(whole))).text


@pytest.mark.parametrize(
    ("shares", "whole", "said"),
    [
        ([("甲", "1"), ("乙", "2.5")], "3.5", "其中：甲1.00万元、乙2.50万元"),
        ([("甲、丙", "1"), ("乙", "2.5")], "3.5", "其中：甲、丙1.00万元，乙2.50万元"),
        ([("甲", "1")], "3.5", "其中：甲1.00万元、未列明细2.50万元"),
        (
            [("甲", "0.005"), ("乙", "0.005")],
            "0.01",
            "其中：甲0.01万元、乙0.01万元（各项分别四舍五入，相加与合计相差0.01万元）",
        ),
        ([], "3.5", ""),
    ],
)
def test_a_split_adds_up_or_says_why_not(shares: list[tuple[str, str]], whole: str, said: str) -> None:
    assert told(shares, whole) == said


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=8), st.integers(0, 10**9))
def test_a_printed_split_never_hides_a_difference(parts: list[int], rest: int) -> None:
    shares = [(f"第{place}项", f"{part}/{kinds.FEN_PER_WAN}") for place, part in enumerate(parts)]
    whole = Fraction(sum(parts) + rest, kinds.FEN_PER_WAN)
    text = told(shares, str(whole))
    main, _, gap = text.partition("（")
    printed = sum(Fraction(each.replace(",", "")) for each in re.findall(r"[\d,]+\.\d\d", main))
    off = abs(printed - Fraction(kinds.round_half_up(whole)))
    assert off == (Fraction(FIGURE.findall(gap)[0].replace(",", "")) if gap else 0)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["甲", "乙"], "甲、乙"),
        (["《甲》", "《乙》"], "《甲》《乙》"),
        (["《甲》（1号）", "《乙》"], "《甲》（1号）、《乙》"),
        ([], ""),
    ],
)
def test_lists(names: list[str], said: str) -> None:
    assert listed(names) == said


def test_prose_keeps_its_lines_and_quotes_nest() -> None:
    assert [each.text for each in prose(" 甲。\n\n 乙 ")] == ["甲。", "乙"]
    assert prose(None) == ()
    assert quoted("“我的长沙”APP") == "“‘我的长沙’APP”"
    assert ended("甲") == "甲。"
    assert ended("甲；") == "甲；"


def test_the_score_table_explains_as_the_screen_and_the_json_do() -> None:
    rows = case.changsha()
    evaluation = evaluate(rows)
    printed = text_of(build(rows, evaluation, run(rows, evaluation), form(REPORT_FORMS[0])))
    for leaf in evaluation.leaves():
        assert leaf.explanation.text in printed


def test_a_chapter_being_typed_takes_its_place_in_the_document() -> None:
    records = case.changsha()
    evaluation = evaluate(records)
    made = compose(records, evaluation, run(records, evaluation), form(REPORT_FORMS[0]))
    chapter = next(each for each in made.chapters if each.key == "advice")
    typed = text_of(made.with_text(chapter, "本级支付{已支付}。"))
    before, after = text_of(made.document), typed
    assert "八、相关建议\n本级支付" in after and "八、相关建议\n本级支付" not in before
    assert after.split("八、相关建议")[0] == before.split("八、相关建议")[0]
    assert after.split("九、")[1] == before.split("九、")[1]
    assert text_of(made.with_text(chapter, chapter.text)) == before
