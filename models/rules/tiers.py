"""The rule 分档: ordered bounds, each with a score or with two to interpolate between."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import combinations
from typing import Any

from models.rules.case import Case, Need, Outcome, Parameters, Rule, not_scored
from models.rules.interval import ENDS, first_empty, interval
from models.rules.parameters import Parameter, ParameterKind
from models.rules.wording import bound, difference, figure, measured, points
from models.sayings import joined, saying
from models.tables.indicators import RULE_WORDS

_TIERS = (
    Parameter(
        "bands",
        "各档",
        ParameterKind.ROWS,
        required=True,
        columns=(
            *ENDS,
            Parameter("score", "得分", required=True, minimum=Fraction(0), unit="分"),
            Parameter("score_to", "上限处得分", minimum=Fraction(0), unit="分", help="填写后档内按直线内插"),
        ),
    ),
)


def _score_tiers(parameters: Parameters, case: Case) -> Outcome:
    value = case.value
    if value is None:
        return not_scored(saying("缺完成值"))
    for row in parameters["bands"]:
        if interval(row).holds(value):
            return _inside(row, value, case)
    return not_scored(saying("完成值 {0} 不在任何一档内", measured(value, case.unit)))


def _inside(row: Mapping[str, Any], value: Fraction, case: Case) -> Outcome:
    unit, score, score_to = case.unit, row["score"], row["score_to"]
    shown = saying("{0} 在“{1}”一档", measured(value, unit), interval(row).text(unit))
    if score_to is None:
        return Outcome(score, saying("{0}，得 {1}", shown, points(score)))
    part = (value - row["from"]) / (row["to"] - row["from"])
    low, high = bound(row["from"], unit), bound(row["to"], unit)
    inner = saying("{0}÷{1}", difference(measured(value, unit), low), difference(high, low))
    change = saying("{0} {1}", "+" if score_to >= score else "−", figure(abs(score_to - score)))
    return Outcome(
        score + (score_to - score) * part, saying("{0}：{1} {2} ×{3}", shown, points(score), change, inner)
    )


def _tiers_fault(parameters: Parameters) -> str:
    rows = parameters["bands"]
    if empty := first_empty(rows):
        return empty
    for number, row in enumerate(rows, 1):
        bounded = None not in (row["from"], row["to"]) and row["from"] != row["to"]
        if row["score_to"] is not None and not bounded:
            return saying(
                "第 {0} 档要内插，就要有不同的下限和上限。请补上，或清空“上限处得分”（score_to）", number
            )
    for (first, one), (second, other) in combinations(enumerate(rows, 1), 2):
        if interval(one).meets(interval(other)):
            return saying("第 {0} 档和第 {1} 档有重合的值。请改上下限，或改是否含上下限", first, second)
    return ""


def _describe_tiers(parameters: Parameters, case: Case) -> str:
    return joined(saying("；"), (_tier(row, case) for row in parameters["bands"]))


def _tier(row: Mapping[str, Any], case: Case) -> str:
    where = interval(row).text(case.unit)
    if row["score_to"] is None:
        return saying("{0}，得{1}分", where, figure(row["score"]))
    return saying("{0}，从{1}分到{2}分按直线内插", where, figure(row["score"]), figure(row["score_to"]))


TIERS = Rule(
    "tiers",
    RULE_WORDS["tiers"],
    (Need.VALUE,),
    _TIERS,
    _score_tiers,
    _describe_tiers,
    '{"bands":[{"from":"80","from_closed":true,"to":"90","to_closed":false,"score":"8","score_to":null},'
    '{"from":"90","from_closed":true,"to":null,"to_closed":false,"score":"10","score_to":null}]}',
    _tiers_fault,
)
