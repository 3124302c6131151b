"""The charts' items from the rows: their words, their exact figures, where they lead, what is left out."""

from __future__ import annotations

import random
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from models.dates import Span
from models.evaluation import evaluate
from models.records import Records
from models.report.blocks import Bar, Chart, Document, Due, Level, Paid, text_of
from models.report.chart_periods import period_words, periods
from models.report.charts import execution_by_fund, level_scores, payments_over_time
from models.report.material import Material
from models.schema import SCHEMA
from tests.models.changsha import changsha, records
from tests.models.test_any_cells import rows

FUND = {"id": "f", "code": "F1", "name": "甲项目"}


def material(made: Records) -> Material:
    return Material(made, evaluate(made), ())


def words(chart: Chart | None) -> list[str]:
    """The chart's lines behind its caption and reading."""
    assert chart is not None
    return text_of(Document("", (chart,))).split("\n")[2:]


# 得分

JUDGED = {"measure": "专家", "rule": "manual"}


def scored(**indicators: tuple[str, str | None]) -> list[dict[str, Any]]:
    return [
        {
            "id": name,
            "code": name,
            "name": "指标",
            **JUDGED,
            "weight": weight,
            "override": score,
            "override_reason": "复核",
        }
        for name, (weight, score) in indicators.items()
    ]


@pytest.mark.parametrize(
    ("indicators", "said"),
    [
        (scored(A=("20", "12.5"), B=("80", "80")), ["A　指标\t12.50 / 20.00", "B　指标\t80.00 / 80.00"]),
        (scored(A=("100", "0")), ["A　指标\t0.00 / 100.00"]),
        (scored(A=("20", None), B=("80", "60")), ["A　指标\t— / 20.00　未评", "B　指标\t60.00 / 80.00"]),
    ],
)
def test_scores_stand_beside_their_weights(indicators: list[dict[str, Any]], said: list[str]) -> None:
    assert words(level_scores(material(records(indicator=indicators))))[:-1] == said


def test_without_indicators_there_is_no_chart_of_scores() -> None:
    assert level_scores(material(records())) is None


def test_the_total_stands_under_the_levels_of_the_case() -> None:
    case = material(changsha())
    chart = execution_by_fund(case)
    assert words(chart)[1] == "F2　网站群等运维\t350.80 / 563.45　62.26%"
    assert words(chart)[-1] == "合计\t2,053.31 / 2,324.67　88.33%"
    assert chart is not None and isinstance(chart.items[1], Bar)
    assert (chart.items[1].outlined, chart.items[1].filled) == (Fraction("563.45"), Fraction("350.80"))
    assert isinstance(chart.items[-1], Bar) and chart.items[-1].total


# 资金执行


@pytest.mark.parametrize(
    ("quota", "paid", "said"),
    [
        ("100", "40", "40.00 / 100.00　40.00%"),
        ("100", "110.5", "110.50 / 100.00　110.50%　超出10.50"),
        ("0", "0", "0.00 / 0.00　—"),
        (None, "5", "5.00 / —　—"),
    ],
)
def test_what_was_paid_stands_beside_the_quota(quota: str | None, paid: str, said: str) -> None:
    given = [{"fund": "f", "kind": "年初预算", "amount": quota}] if quota else []
    made = records(
        fund=[FUND], allocation=given, expense=[{"fund": "f", "paid_on": "2018-03", "amount": paid}]
    )
    assert words(execution_by_fund(material(made)))[0] == f"F1　甲项目\t{said}"


def test_the_largest_forty_funds_are_drawn_and_the_rest_is_said() -> None:
    funds = [{"id": f"f{at}", "name": f"项目{at}"} for at in range(45)]
    given = [{"fund": f"f{at}", "kind": "年初预算", "amount": str(at + 1)} for at in range(45)]
    chart = execution_by_fund(material(records(fund=funds, allocation=given)))
    assert chart is not None and len(chart.items) == 41
    assert chart.items[0].label == "项目5"
    assert chart.notes == ("另有5个项目未画出，合计包括在内。",)


def test_without_funds_there_is_no_chart_of_execution() -> None:
    assert execution_by_fund(material(records())) is None


# 合同付款


def paying(
    payments: list[tuple[str | None, str | None]], terms: list[dict[str, Any]] | None = None
) -> Records:
    return records(
        fund=[FUND],
        contract=[{"id": "c", "fund": "f", "name": "合同", "amount": "200"}],
        payment=[
            {"id": f"p{at}", "contract": "c", "paid_on": paid_on, "amount": amount}
            for at, (paid_on, amount) in enumerate(payments)
        ],
        term=[{"id": f"t{at}", "contract": "c", "condition": "签订后", **each}
              for at, each in enumerate(terms or [])],
    )  # fmt: skip


def test_payments_add_up_in_the_order_of_their_last_days() -> None:
    made = material(paying([("2018", "60"), ("2018-03-05", "10"), ("2018-05", "30"), ("2018-03-05", "5")]))
    chart = payments_over_time(made, made.funds[0])
    assert words(chart) == [
        "合同金额\t200.00",
        "2018年3月5日付款15.00\t累计15.00",
        "2018年5月付款30.00\t累计45.00",
        "2018年付款60.00\t累计105.00",
    ]
    assert chart is not None
    level, first, *_, last = chart.items
    assert isinstance(level, Level) and level.source == ("fund", "f", "合同金额")
    assert isinstance(first, Paid) and first.source == ("payment", "p1", "amount")
    assert isinstance(last, Paid) and last.when == Span(date(2018, 1, 1), date(2018, 12, 31))


@pytest.mark.parametrize(
    ("term", "said", "met"),
    [
        ({"due_on": "2018-06", "amount": "50"}, "2018年6月　50.00　条件未成就或未填", False),
        (
            {"due_on": "2018-06-01", "share": "30", "met_on": "2018-05"},
            "2018年6月1日　60.00　条件已成就",
            True,
        ),
        ({"met_on": "2018"}, "2018年　—　条件已成就", True),
    ],
)
def test_a_term_says_when_how_much_and_whether_its_condition_is_met(
    term: dict[str, Any], said: str, met: bool
) -> None:
    chart = payments_over_time(material(paying([], [term])))
    assert chart is not None
    due = chart.items[-1]
    assert isinstance(due, Due)
    assert (due.label, due.text, due.met, due.source) == ("签订后", said, met, ("term", "t0", "due_on"))
    assert ("没有应付日期的付款条款，画在条件成就日期处。" in chart.notes) == ("due_on" not in term)


def test_what_has_no_date_or_amount_is_said_and_never_drawn() -> None:
    chart = payments_over_time(material(paying([(None, "7"), ("2018", None), ("2018", "1")], [{}, {}])))
    assert chart is not None and len(chart.items) == 2
    assert chart.notes == (
        "另有1笔付款没有可用的日期，合计7.00万元，未画出。",
        "另有1笔付款没有金额，未画出。",
        "另有2条付款条款没有应付日期和条件成就日期，未画出。",
    )


@pytest.mark.parametrize("made", [records(), paying([]), paying([(None, "7")], [{}])])
def test_without_dates_there_is_no_time_line(made: Records) -> None:
    assert payments_over_time(material(made)) is None


@pytest.mark.parametrize(
    ("days", "shown"),
    [
        ([(2018, 1, day) for day in range(1, 13)], "2018年1月1日"),
        ([(2018, month, day) for month in (1, 6) for day in range(1, 13)], "2018年1月"),
        ([(2017 + at // 12, at % 12 + 1, 3) for at in range(24)], "2017年第一季度"),
        ([(2010 + at // 12, at % 12 + 1, 3) for at in range(96)], "2010年"),
        ([(1990 + at, 5, 3) for at in range(30)], "1990年至1994年"),
    ],
)
def test_many_dates_become_the_shortest_periods_that_are_few(
    days: list[tuple[int, int, int]], shown: str
) -> None:
    spans = [Span(date(*day), date(*day)) for day in days]
    found = periods(spans, 12)
    assert len(set(found.values())) <= 12
    assert period_words(found[spans[0]]) == shown
    assert all(found[each].first <= each.first and each.last <= found[each].last for each in spans)


@pytest.mark.parametrize("seed", range(40))
def test_any_cells_give_charts_or_none(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    made = material(Records({name: rows(name, chance) for name in SCHEMA}))
    charts = (level_scores(made), execution_by_fund(made), payments_over_time(made))
    again = (level_scores(made), execution_by_fund(made), payments_over_time(made))
    assert charts == again
    assert all(each is None or each.items for each in charts)


def test_wrong_charts_are_refused() -> None:
    with pytest.raises(ValueError, match="no items"):
        Chart("空图", "bars", ())
    with pytest.raises(ValueError, match="not time"):
        Chart("混图", "time", (Bar("甲", "1"),))
