"""What a value is worth: every rule kind is one function and its parameters as data, in one table.

A new kind is a `Rule` in one of the modules here and its name in `RULES`. Scores are exact and
unrounded; the evaluation rounds them.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from models.rules.case import FINEST, LARGEST, Case, Need, Outcome, Parameters, Point, Rule, not_scored
from models.rules.deductions import DEDUCT, FAULTS, TREND
from models.rules.judged import BANDS, EXPERTS, MANUAL, YESNO
from models.rules.measured import LINEAR, RATIO
from models.rules.parameters import BadParameters, Parameter, ParameterKind, read, write
from models.rules.points import POINTS, Earned, Shares, applies, point_earned, point_shares
from models.rules.tiers import TIERS
from models.rules.wording import points as _points
from models.sayings import joined, saying, word

__all__ = [
    "RULES",
    "BadParameters",
    "Case",
    "Earned",
    "Need",
    "Outcome",
    "Parameter",
    "ParameterKind",
    "Parameters",
    "Point",
    "Rule",
    "Shares",
    "applies",
    "describe",
    "parse_parameters",
    "point_earned",
    "point_shares",
    "score",
    "write_parameters",
]

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        rule.kind: rule
        for rule in (RATIO, LINEAR, DEDUCT, TIERS, POINTS, FAULTS, YESNO, BANDS, TREND, EXPERTS, MANUAL)
    }
)


def parse_parameters(kind: str, stored: str | None) -> Parameters:
    """The checked parameters of a stored JSON text, defaults filled in, figures as Fractions.

    Raises BadParameters, and nothing else, with a sentence that names the parameter and what is right.
    """
    rule = _rule(kind)
    parameters = read(rule.parameters, stored)
    if fault := rule.fault(parameters):
        raise BadParameters(fault)
    return MappingProxyType(parameters)


def write_parameters(kind: str, parameters: Parameters) -> str:
    """Checked parameters as the JSON text that is stored."""
    return write(_rule(kind).parameters, parameters)


def score(kind: str, parameters: Parameters, case: Case) -> Outcome:
    """What the case is worth by checked parameters: an unrounded score in 0…weight, or why there is none."""
    rule = RULES.get(kind)
    if rule is None:
        return not_scored(saying("没有“{0}”这种评分规则", kind) if kind else saying("还没有选评分规则"))
    if any(abs(each) > LARGEST or each.denominator > FINEST for each in case.figures()):
        return not_scored(saying("有的数太大或太细，不能计分。请核对完成值、标准值和单位"))
    if case.weight < 0:
        return not_scored(saying("分值为 {0}，不能小于 0", _points(case.weight)))
    return _kept(rule.score(parameters, case), case.weight)


def describe(
    kind: str, parameters: Parameters, weight: Fraction, target: Fraction | None = None, unit: str = ""
) -> str:
    """The rule as one official Chinese sentence; `unit` is that of value and target, "%" for rates."""
    rule = RULES.get(kind)
    return "" if rule is None else rule.describe(parameters, Case(weight, target=target, unit=unit))


def _rule(kind: str) -> Rule:
    if kind not in RULES:
        known = joined(
            saying("、"), (saying("{0}（{1}）", word(rule.label), rule.kind) for rule in RULES.values())
        )
        raise BadParameters(saying("没有“{0}”这种评分规则。可用：{1}", kind, known))
    return RULES[kind]


def _kept(outcome: Outcome, weight: Fraction) -> Outcome:
    if outcome.score is None or 0 <= outcome.score <= weight:
        return outcome
    if outcome.score < 0:
        return Outcome(Fraction(0), saying("{0}，小于 0，按 0 计", outcome.calculation))
    return Outcome(weight, saying("{0}，高于分值，按 {1} 计", outcome.calculation, _points(weight)))
