"""The self-evaluation form: execution, quantitative and qualitative objectives, totals, the printed table."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import kinds
from models.objective_scores import judge
from models.records import Records
from models.report.blocks import Table, text_of
from models.report.self_evaluation import build, reasons
from models.self_evaluation import Form, forms
from tests.models.changsha import records, row


def project_of(
    allocations: list[dict[str, Any]], paid: str | None = None, *objectives: dict[str, Any], **more: Any
) -> Records:
    """One fund F with these granting documents, one expense, and these objectives."""
    return records(
        fund=[{"id": "F", "code": "F1", "name": "培训", "goal": "培训155人", "result": "培训187人"}],
        allocation=[{"fund": "F", "document_number": "1号", **each} for each in allocations],
        expense=[{"fund": "F", "name": "支出", "amount": paid}] if paid else [],
        objective=[{"fund": "F", "name": "目标", **each} for each in objectives],
        **more,
    )


def one(found: Records) -> Form:
    (form,) = forms(found)
    return form


YEAR = {"kind": "年初预算", "amount": "43.20"}


@pytest.mark.parametrize(
    ("budget", "paid", "rate", "score"),
    [
        ("43.20", "37.24", "86.20%", "8.62"),  # the published form of scoring.md
        ("563.45", "350.80", "62.26%", "6.23"),
        ("100", "100", "100.00%", "10.00"),
        ("100", "120", "120.00%", "10.00"),
        ("100", "-5", "−5.00%", "0.00"),
        ("100", "0", "0.00%", "0.00"),
        ("100", "50.045", "50.05%", "5.01"),  # printed first, then scored: 5.005 → 5.01
    ],
)
def test_execution_scores_its_printed_rate(budget: str, paid: str, rate: str, score: str) -> None:
    form = one(project_of([{"kind": "年初预算", "amount": budget}], paid))
    assert form.execution == Decimal(score)
    assert form.execution_explanation.value == rate
    assert form.execution_explanation.score == score


def test_execution_without_rounding_the_rate_where_the_project_says_so() -> None:
    unrounded = project_of([YEAR], "37.246", setting=[{"key": "score_unrounded", "value": "是"}])
    assert one(unrounded).execution == Decimal("8.62")  # 37.246 ÷ 43.20 = 86.2176 %
    eighth = {"kind": "年初预算", "amount": "16"}
    assert one(project_of([eighth], "10.0072")).execution == Decimal("6.26")  # 62.545 → 62.55 %
    kept = project_of([eighth], "10.0072", setting=[{"key": "score_unrounded", "value": "是"}])
    assert one(kept).execution == Decimal("6.25")


@pytest.mark.parametrize(
    ("allocations", "reason"),
    [
        ([], "没有资金指标"),
        ([{"kind": "年初预算", "amount": "10"}, {"kind": "预算调减", "amount": "-10"}], "不大于 0"),
    ],
)
def test_execution_stays_open_without_a_budget(allocations: list[dict[str, Any]], reason: str) -> None:
    form = one(project_of(allocations, "5"))
    assert form.execution is None
    assert reason in form.execution_explanation.text
    assert form.open_points == 10
    assert form.total == 0


@pytest.mark.parametrize(
    ("sign", "target", "actual", "weight", "score"),
    [
        ("≥", "2200", "1058", "20", "9.62"),
        ("≥", "2200", "2200", "20", "20.00"),
        ("≥", "2200", "5000", "20", "20.00"),
        ("≥", "2200", "0", "20", "0.00"),
        ("≥", "0.003", "0.002", "9", "6.00"),  # typed figures are printed, and scored, as they are
        ("≤", "30", "30", "10", "10.00"),
        ("≤", "30", "20", "10", "10.00"),
        ("≤", "30", "40", "10", "7.50"),
        ("≤", "0", "3", "10", "0.00"),
        ("=", "0", "0", "20", "20.00"),
        ("=", "0", "1", "20", "0.00"),
        ("=", "40", "30", "20", "15.00"),
        ("=", "40", "50", "20", "16.00"),
        ("≥", "8", "1", "1", "0.13"),  # 0.125, half up
        ("≥", "-5", "-3", "10", "10.00"),
        ("≥", "-5", "-8", "10", None),
        ("≥", "100", None, "10", None),
        ("≥", None, "100", "10", None),
        (None, "100", "100", "10", None),
        ("≥", "100", "100", None, None),
    ],
)
def test_a_quantity(
    sign: str | None, target: str | None, actual: str | None, weight: str | None, score: str | None
) -> None:
    given = {"operator": sign, "target": target, "actual": actual, "weight": weight}
    (line,) = one(project_of([YEAR], "1", given)).lines
    assert line.score == (None if score is None else Decimal(score))
    assert bool(line.reason) == (score is None)
    assert (f"未评：{line.reason}" in line.explanation.text) == (score is None)


@pytest.mark.parametrize(
    ("attainment", "typed", "score", "note"),
    [
        ("达成", None, "27.00", ""),
        ("部分达成", None, "21.00", ""),
        ("未达成", None, "9.00", ""),
        (None, None, None, ""),
        ("达成", "30", "30.00", ""),
        ("达成", "24", "24.00", ""),
        ("达成", "23", "23.00", "不在“达成”一档"),
        ("部分达成", "24", "24.00", "不在“部分达成”一档"),
        ("部分达成", "18", "18.00", ""),
        ("未达成", "18", "18.00", "不在“未达成”一档"),
        ("未达成", "0", "0.00", ""),
        (None, "12.345", "12.35", ""),
        ("达成", "31", "30.00", "不在 0 到 30 之间，按 30 计"),
    ],
)
def test_a_conclusion_takes_the_middle_of_its_band_unless_a_score_is_typed(
    attainment: str | None, typed: str | None, score: str | None, note: str
) -> None:
    given = {"operator": "定性", "attainment": attainment, "weight": "30", "score": typed}
    form = one(project_of([YEAR], "1", given))
    assert form.lines[0].score == (None if score is None else Decimal(score))
    assert any(note in each for each in form.notes) if note else not form.lines[0].notes


def test_a_typed_score_keeps_the_computed_one_beside_it() -> None:
    given = {"operator": "≥", "target": "100", "actual": "50", "weight": "20", "score": "12"}
    (line,) = one(project_of([YEAR], "1", given)).lines
    assert line.score == Decimal("12.00")
    assert "按填写的得分 12 计（计算得分 10.00）" in line.explanation.text


amounts = st.decimals(0, 10**9, places=3, allow_nan=False, allow_infinity=False)


@given(st.sampled_from(("≥", "≤", "=")), amounts, amounts, st.decimals(0, 100, places=2))
def test_scores_stay_between_nothing_and_the_points(
    sign: str, target: Decimal, actual: Decimal, weight: Decimal
) -> None:
    judged = judge(row("objective", "O", operator=sign, target=target, actual=actual, weight=weight))
    assert judged.score is not None
    assert 0 <= judged.score <= Fraction(weight)


@given(st.lists(st.tuples(amounts, amounts, st.decimals(0, 40, places=2)), max_size=8))
def test_the_total_is_the_sum_of_the_printed_scores(given: list[tuple[Decimal, Decimal, Decimal]]) -> None:
    objectives = [
        {"operator": "≥", "target": target, "actual": actual, "weight": weight}
        for target, actual, weight in given
    ]
    form = one(project_of([YEAR], "37.24", *objectives))
    table = next(block for block in build(project_of([YEAR]), [form]).blocks if isinstance(block, Table))
    printed = [Decimal(each.cell(7).text) for each in table.rows[10:-1]]
    assert Decimal("8.62") + sum(printed) == form.total == Decimal(table.rows[-1].cell(7).text)


def test_money_by_source() -> None:
    form = one(
        project_of(
            [
                {"kind": "年初预算", "amount": "100", "source": "市"},
                {"kind": "预算追加", "amount": "20"},
                {"kind": "上年结转", "amount": "30"},
                {"kind": "年初预算", "amount": "5", "source": "自筹"},
            ],
            "80",
        )
    )
    told = [(line.name, line.initial, line.budget, line.paid) for line in form.money]
    assert told == [
        ("年度资金总额", 105, 155, 80),
        ("其中：当年财政拨款", 100, 120, None),  # payments do not say from which part they were made
        ("上年结转资金", 0, 30, None),
        ("其他资金", 5, 5, None),
    ]
    assert [line.paid for line in one(project_of([YEAR], "37.24")).money[1:]] == [Fraction("37.24"), 0, 0]


@pytest.mark.parametrize(
    ("weights", "notes"),
    [
        ({"产出指标": "50", "效益指标": "30", "满意度指标": "10"}, []),
        ({"成本指标": "20", "产出指标": "40", "效益指标": "20", "满意度指标": "10"}, []),
        ({"产出指标": "50", "效益指标": "40"}, []),  # without satisfaction its points go to 效益
        ({"产出指标": "45", "效益指标": "30", "满意度指标": "10"},
         ["产出指标分值合计 45.00，通常为 50", "分值合计 95.00，应为 100.00"]),
        ({}, ["没有绩效目标，只评预算执行率"]),
    ],
)  # fmt: skip
def test_points_are_held_against_the_official_ones(weights: dict[str, str], notes: list[str]) -> None:
    objectives = [
        {"level1": level, "operator": "≥", "target": "1", "actual": "1", "weight": weight}
        for level, weight in weights.items()
    ]
    assert list(one(project_of([YEAR], "1", *objectives)).notes) == notes


def test_the_form_stands_in_the_official_order() -> None:
    given = {"operator": "≥", "target": "155", "unit": "人", "actual": "187", "weight": "20"}
    found = project_of(
        [YEAR],
        "37.24",
        {**given, "level1": "满意度指标", "name": "满意"},
        {**given, "level1": "产出指标", "level2": "数量指标", "name": "培训人数", "reason": "=1+1"},
        {**given, "level1": "产出指标", "level2": "质量指标", "name": "合格"},
        {**given, "level1": "产出指标", "level2": "数量指标", "name": "场次"},
    )
    form = one(found)
    assert [line.name for line in form.lines] == ["培训人数", "场次", "合格", "满意"]
    text = text_of(build(found, [form]))
    for words in (
        "项目支出绩效自评表", "（2018年度）", "项目名称", "主管部门", "实施单位", "项目资金（万元）",
        "年度资金总额", "其中：当年财政拨款", "上年结转资金", "其他资金", "预期目标", "实际完成情况",
        "43.20", "37.24", "86.20%", "8.62", "≥155 人", "187 人", "偏差原因分析及改进措施", "总分",
    ):  # fmt: skip
        assert words in text
    assert dict(reasons(form))["预算执行率"] == (
        "全年执行数 37.24 ÷ 全年预算数 43.20 ＝ 86.20%；86.20% × 10 ＝ 8.62。"
    )


def test_a_void_fund_has_no_form_and_an_empty_one_has_an_open_one() -> None:
    fund = {"id": "F", "name": "空"}
    assert forms(records(fund=[{**fund, "void_reason": "作废"}])) == ()
    form = one(records(fund=[fund]))
    assert (form.execution, form.total, form.open_points) == (None, 0, 10)
    assert "未评" in text_of(build(records(fund=[fund]), [form]))


def test_a_row_of_unknown_level_is_scored_last_and_said() -> None:
    given = {"operator": "≥", "target": "1", "actual": "1", "weight": "10"}
    form = one(project_of([YEAR], "1", given, {**given, "level1": "产出指标", "name": "有"}))
    assert [line.level1 for line in form.lines] == ["产出指标", "未分类"]
    assert "有 1 项绩效目标没有一级指标" in form.notes
    assert form.total == kinds.round_half_up(Fraction(10) + Fraction(10) + Fraction("0.23"))
