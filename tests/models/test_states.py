"""States and settings: what 无法考核, 不适用 and the project's own figures do to scores and facts."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from models.checks import run
from models.evaluation import Evaluation, evaluate
from models.records import Records
from models.rules import Case, parse_parameters, score
from models.satisfaction import option_weights
from tests.models.changsha import changsha, records, shown

POINTS = {"name": "要点指标", "weight": "8", "rule": "points"}


def table(*indicators: dict[str, Any], **more: list[dict[str, Any]]) -> Records:
    return records(indicator=[{"id": each["name"], **each} for each in indicators], **more)


def scored(*indicators: dict[str, Any], **more: list[dict[str, Any]]) -> Evaluation:
    return evaluate(table(*indicators, **more))


@pytest.mark.parametrize(("setting", "total"), [("full", "90.00"), ("none", "50.00")])
def test_an_unassessable_branch_is_unassessable_throughout(setting: str, total: str) -> None:
    found = scored(
        {"name": "甲", "state": "无法考核"},
        {"name": "甲一", "parent": "甲", "weight": "40", "rule": "manual"},
        {"name": "乙", "weight": "60", "rule": "manual", "value": "50"},
        setting=[{"key": "unassessable", "value": setting}],
    )
    assert (found.total, found.open_points) == (Decimal(total), Decimal("0.00"))
    assert found.node("甲一").value_text == "无法考核"


@pytest.mark.parametrize(
    "indicator",
    [
        {**POINTS, "weight": None},
        {**POINTS, "state": "无法考核"},
        {**POINTS, "parameters": "{错"},
    ],
)
def test_points_stay_in_the_tree_whatever_hinders_their_indicator(indicator: dict[str, Any]) -> None:
    found = scored(indicator, {"name": "条", "parent": "要点指标", "fulfilment": "符合"})
    assert [child.id for child in found.node("要点指标").children] == ["条"]
    assert found.node("条").score is None


def test_an_absent_point_says_who_takes_its_points() -> None:
    points = [{"name": name, "parent": "要点指标", "fulfilment": "符合"} for name in "甲乙"]
    found = scored(POINTS, points[0], {**points[1], "state": "不适用"})
    assert found.node("乙").explanation.text == "不适用，其分值由其余要点分摊。"


def test_a_series_is_compared_as_it_is_printed() -> None:
    trend = {
        "name": "趋势", "weight": "5", "measure": "公式", "formula": '序列("前", "后")',
        "rule": "trend", "parameters": '{"direction":"up","points":"all"}',
    }  # fmt: skip
    figures = [{"name": "前", "value": "95.001"}, {"name": "后", "value": "95.004"}]
    node = scored(trend, figure=figures).node("趋势")
    assert (node.value_text, node.score) == ("95 → 95", Decimal("0.00"))
    unrounded = [{"key": "score_unrounded", "value": "是"}]
    assert scored(trend, figure=figures, setting=unrounded).node("趋势").score == Decimal("5.00")


@pytest.mark.parametrize(("setting", "total"), [("否", "95.00"), ("是", "89.00")])
def test_a_cap_is_judged_by_the_rate_as_printed(setting: str, total: str) -> None:
    found = scored(  # 79.996% is printed as 80.00%
        {"name": "甲", "weight": "100", "rule": "manual", "value": "95"},
        fund=[{"id": "F", "code": "F1", "name": "甲"}],
        allocation=[{"fund": "F", "document_number": "一", "kind": "年初预算", "amount": "100"}],
        expense=[{"fund": "F", "name": "支出", "amount": "79.996"}],
        cap=[{"kind": "封顶", "condition": "预算执行率 < 80", "limit": "89"}],
        setting=[{"key": "score_unrounded", "value": setting}],
    )
    assert found.total == Decimal(total)


TIERS = '{"bands":[{"from":null,"from_closed":false,"to":"5","to_closed":true,"score":"%s","score_to":null}]}'


@pytest.mark.parametrize(
    ("rule", "cells", "score"),
    [
        ("manual", {"value": "40"}, "50.00"),
        ("manual", {"value": "30"}, "37.50"),
        ("tiers", {"value": "3", "measure": "录入", "parameters": TIERS % "40"}, "50.00"),
        ("tiers", {"value": "3", "measure": "录入", "parameters": TIERS % "10"}, "12.50"),
    ],
)
def test_points_written_for_a_weight_scale_with_it(rule: str, cells: dict[str, str], score: str) -> None:
    rows = table(
        {"name": "甲", "weight": "40", "rule": rule, **cells},
        {"name": "乙", "weight": "40", "rule": "yesno", "value": "1"},
        {"name": "丙", "weight": "20", "state": "不适用"},
    )
    found = evaluate(rows)
    one = next(iter(found.leaves()))
    assert str(one.score) == score and one.explanation.score == score
    assert "按分值折算" in one.explanation.text and "÷ 40.00" in one.explanation.text


def test_an_adjusted_score_beside_scaled_weights_is_a_hint() -> None:
    rows = table(
        {
            "name": "甲",
            "weight": "40",
            "rule": "manual",
            "value": "40",
            "override": "30",
            "override_reason": "商定",
        },
        {"name": "乙", "weight": "40", "rule": "yesno", "value": "1"},
        {"name": "丙", "weight": "20", "state": "不适用"},
    )
    (hint,) = [each for each in run(rows, evaluate(rows)) if each.check == "scores.scaled"]
    assert (hint.severity, hint.place.row, hint.found) == ("提示", "甲", "1")


def test_without_a_year_no_payment_is_an_earlier_one() -> None:
    rows = records(
        project=[{"id": "P", "title": "报告", "unit": "单位"}],
        fund=[{"id": "F", "code": "F1", "name": "甲"}],
        contract=[{"id": "C", "fund": "F", "name": "合同", "amount": "10"}],
        payment=[{"contract": "C", "paid_on": "2017", "amount": "3"}],
    )
    facts = evaluate(rows).facts
    for found in (facts.project, facts.funds["F"], facts.contracts["C"]):
        assert found["以前年度已付"].value is None
        assert "预算年度未填" in found["以前年度已付"].reason
    assert shown(facts.project["合同已付"].value) == Decimal("3.00")


@pytest.mark.parametrize(
    ("key", "typed", "meant"),
    [
        ("score_unrounded", "yes", "是"),
        ("score_unrounded", "No", "否"),
        ("score_unrounded", "也许", "否"),
        ("thousands", "no", "否"),
        ("unassessable", "不得分", "none"),
        ("execution_base", "到位资金", "到位资金"),
    ],
)
def test_a_choice_may_be_written_in_several_ways(key: str, typed: str, meant: str) -> None:
    assert records(setting=[{"key": key, "value": typed}]).setting(key) == meant


@pytest.mark.parametrize(("typed", "meant"), [("8", "8"), ("8%", "8"), ("8 ％", "8"), ("八", "5")])
def test_a_standard_may_carry_its_sign(typed: str, meant: str) -> None:
    rows = records(setting=[{"key": "adjustment_standard", "value": typed}])
    assert rows.setting_number("adjustment_standard") == Decimal(meant)


@pytest.mark.parametrize("text", ["1/0.75/0.5/0.25/0", "0/0/0/0/0", "100/75/50/25", "100/75/50/25/101"])
def test_weights_of_answers_that_are_no_percents(text: str) -> None:
    assert option_weights(text) is None


def test_overspending_is_no_carry_over() -> None:
    rows = changsha(expense=[{"fund": "F1", "name": "支出", "amount": "9999"}])
    assert evaluate(rows).facts.project["结余结转率"].value < 0  # type: ignore[operator]
    assert "budget.carry_over" not in {each.check for each in run(rows, evaluate(rows))}


def test_document_numbers_in_wrong_brackets_are_one_hint() -> None:
    rows = changsha()
    (hint,) = [each for each in run(rows, evaluate(rows)) if each.check == "budget.bracket"]
    assert "有 8 个文号的年份应用六角括号（如 长财行字〔2018〕114）" in hint.message
    assert "长财预（2018）001" in hint.message


def test_a_senseless_weight_is_a_reason_and_no_crash() -> None:
    parameters = parse_parameters("ratio", None)
    for case in (
        Case(Fraction(-(10**5000)), value=Fraction(1), target=Fraction(2)),
        Case(Fraction(5), value=Fraction(1), target=Fraction(1, 10**5000)),
    ):
        assert "太大或太细" in score("ratio", parameters, case).unscored


def test_an_empty_project_knows_as_little_of_what_was_inspected_as_of_what_was_paid() -> None:
    for project in ([], [{"id": "P", "title": "报告"}]):
        facts = evaluate(records(project=project)).facts.project
        assert facts["已支付"].value is None
        assert facts["核查金额"].value is None


def test_a_weight_of_three_decimals_loses_nothing_by_rounding_up() -> None:
    rows = table({"name": "甲", "weight": "33.335", "rule": "yesno", "value": "1"})
    found = evaluate(rows)
    assert (found.node("甲").score, found.node("甲").lost) == (Decimal("33.34"), Decimal("0.00"))
    assert "scores.deducted_too_much" not in {each.check for each in run(rows, found)}


def test_no_adjustment_makes_a_score_of_a_weight_below_zero() -> None:
    found = scored({"name": "甲", "weight": Decimal("-3"), "override": "2", "override_reason": "复核"})
    assert (found.node("甲").score, found.total) == (None, Decimal("0.00"))
    assert "分值小于 0" in found.node("甲").reason
