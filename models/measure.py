"""What an indicator's value is: a formula's result, a typed number, a survey's index, experts' scores."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from models import experts, figures
from models.facts import Facts
from models.fields import Kind, Row
from models.figures import ZERO, Fact
from models.formula import Formula, FormulaError, Reference, Result, evaluate, parse
from models.formula.tree import Call
from models.formula.words import SHARE
from models.records import Records
from models.satisfaction import NAME as SATISFACTION
from models.sayings import joined, saying
from models.scope import EvaluationScope
from models.sources import Pairs

PERCENT_SIGNS = ("%", "％")


class Gap(StrEnum):
    """Why an indicator has no score."""

    NONE = ""
    OPEN = "open"
    """The evaluator has not judged it yet."""
    MISSING = "missing"
    """A figure that its formula or survey quotes is missing."""
    BROKEN = "broken"
    """Its formula, parameters or place in the tree are wrong."""


@dataclass(frozen=True, slots=True)
class Measured:
    """An indicator's value before rounding, with how it came about; None for `reason`.

    `series` is what a formula of several figures gives, `scores` what the experts gave.
    """

    value: Fraction | None = None
    series: tuple[Fraction | None, ...] = ()
    scores: tuple[Fraction, ...] = ()
    line: str = ""
    unit: str = ""
    sources: Pairs = ()
    reason: str = ""
    gap: Gap = Gap.NONE


def method(row: Row) -> str:
    """The 计量方式 of an indicator; where none is chosen, the one that its filled cells mean."""
    if row["measure"]:
        return str(row["measure"])
    if row["formula"]:
        return "公式"
    if row["survey"]:
        return "问卷"
    return "专家" if row["rule"] == "experts" else "录入"


def measure(records: Records, scope: EvaluationScope, facts: Facts, row: Row) -> Measured:
    """The value of an indicator as its 计量方式 gives it."""
    how = method(row)
    if how == "专家":
        return _experts(records, row)
    if how == "问卷":
        return _survey(facts, row)
    if how == "公式" or (how == "日期" and row["formula"]):
        return _formula(scope, row)
    return _typed(row)


def unit_of(row: Row) -> str:
    """The unit of an indicator's value; the percent sign in its plain form."""
    unit = (row["unit"] or "").strip()
    return "%" if unit in PERCENT_SIGNS else unit


def _typed(row: Row) -> Measured:
    value, own = figures.exact(row["value"]), (("indicator", row["id"]),)
    if value is None:
        return Measured(unit=unit_of(row), reason=saying("完成值未填"), gap=Gap.OPEN)
    return Measured(value, line=saying("评价人员填写"), unit=unit_of(row), sources=own)


def _experts(records: Records, row: Row) -> Measured:
    rows = records.of("expert_score", "indicator", row["id"])
    given = [(figures.exact(one["score"]), one["id"]) for one in rows]
    scores = tuple(score for score, _ in given if score is not None)
    sources = tuple(("expert_score", key) for score, key in given if score is not None)
    if not experts.released(records):
        return Measured(unit=unit_of(row), reason=experts.sealed(len(scores)), gap=Gap.OPEN)
    if not scores:
        return Measured(unit=unit_of(row), reason=saying("还没有专家评分"), gap=Gap.OPEN)
    mean = sum(scores, ZERO) / len(scores)
    line = saying("{0} 位专家评分平均", len(scores))
    return Measured(mean, scores=scores, line=line, unit=unit_of(row), sources=sources)


def _survey(facts: Facts, row: Row) -> Measured:
    fact = facts.surveys.get(row["survey"]) if row["survey"] else facts.project[SATISFACTION]
    if fact is None:
        return Measured(unit="%", reason=saying("所选的满意度调查已不存在"), gap=Gap.BROKEN)
    gap = Gap.MISSING if fact.value is None else Gap.NONE
    unit = unit_of(row) or "%"
    return Measured(
        fact.value, line=fact.calculation, unit=unit, sources=fact.sources, reason=fact.reason, gap=gap
    )


def _formula(scope: EvaluationScope, row: Row) -> Measured:
    if not row["formula"]:
        return Measured(unit=unit_of(row), reason=saying("计算公式未填"), gap=Gap.OPEN)
    try:
        formula = parse(row["formula"])
        result = evaluate(formula, scope)
    except FormulaError as error:
        said: str = error.message
        if error.nearest and error.nearest not in said:
            said = saying("{0}（是不是“{1}”？）", said, error.nearest)
        reason = saying("计算公式第 {0} 个字处有误：{1}", error.position + 1, said)
        return Measured(unit=unit_of(row), reason=reason, gap=Gap.BROKEN)
    unit = unit_of(row) or ("%" if _is_percent(scope, formula) else "")
    measured = Measured(line=_line(scope, formula, result), unit=unit, sources=scope.sources(result.sources))
    if isinstance(result.value, tuple):
        return replace(measured, series=result.value)
    if isinstance(result.value, bool | Fraction):
        return replace(measured, value=Fraction(result.value))
    if result.value is not None:
        return replace(
            measured, reason=saying("计算公式得出的是日期，应得出一个数，如 天数(…)"), gap=Gap.BROKEN
        )
    return replace(measured, reason=_why_missing(scope, result), gap=Gap.MISSING)


def _why_missing(scope: EvaluationScope, result: Result) -> str:
    facts = (scope.fact_behind(source) for source in result.sources)
    reasons = [fact.reason for fact in facts if fact is not None and fact.value is None and fact.reason]
    if result.missing:
        lacking = saying("缺 {0}", joined(saying("、"), result.missing))
        why = joined(saying("；"), dict.fromkeys(reasons))
        return saying("{0}：{1}", lacking, why) if reasons else lacking
    return result.reason or saying("计算公式没有结果")


def _alone(scope: EvaluationScope, formula: Formula) -> Fact | None:
    """The fact that a formula consists of, if it is nothing but one."""
    root = formula.root
    if not isinstance(root, Reference):
        return None
    if not root.collection:
        return scope.whole_fact(root.name)
    return scope.member_fact(root.collection, root.key, root.name)


def _is_percent(scope: EvaluationScope, formula: Formula) -> bool:
    if isinstance(formula.root, Call) and formula.root.function == SHARE:
        return True
    fact = _alone(scope, formula)
    return fact is not None and fact.kind is Kind.PERCENT


def _line(scope: EvaluationScope, formula: Formula, result: Result) -> str:
    """How the value came about: a lone fact by its own calculation, else the formula with its numbers."""
    fact = _alone(scope, formula)
    return fact.calculation if fact is not None and fact.calculation else result.named
