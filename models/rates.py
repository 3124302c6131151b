"""The three budget rates, each with its denominator in sight because practice uses several."""

from __future__ import annotations

from models.fields import Kind
from models.figures import Fact, FactSet
from models.records import Records
from models.sayings import saying
from models.sources import Sources

EXECUTION = "预算执行率"
ADJUSTMENT = "预算调整率"
OWN_ADJUSTMENT = "预算调整率（剔除政策性）"
CARRY_OVER = "结余结转率"


def rates(records: Records, facts: FactSet, own_adjustments: Fact) -> tuple[Fact, ...]:
    """The rates of one fund or of the whole project, over the bases that the project's settings name.

    `own_adjustments` are 追加 and 调减 that nobody ordered from above: the second reading of the
    adjustment rate, which also leaves out 上年结转. A rate over zero or less has no value, but a reason.
    """
    execution_base = facts[records.setting("execution_base")]
    carry_over_base = facts[records.setting("carry_over_base")]
    initial = facts["年初预算"]
    whole = _adjustment(facts)
    own = _rate(OWN_ADJUSTMENT, own_adjustments, initial)
    policy_out = records.setting("adjustment_base") == "剔除政策性"
    return (
        _rate(EXECUTION, facts["已支付"], execution_base),
        _rate(ADJUSTMENT, own_adjustments, initial) if policy_out else whole,
        own,
        _rate(CARRY_OVER, facts["结余"], carry_over_base),
    )


def _adjustment(facts: FactSet) -> Fact:
    quota, initial = facts["总指标"], facts["年初预算"]
    changed = None if quota.value is None or initial.value is None else quota.value - initial.value
    calculation = f"（总指标 {quota.shown} − 年初预算 {initial.shown}）÷ 年初预算 {initial.shown}"
    numerator = Fact("调整额", changed, Kind.MONEY, "", quota.sources, quota.reason or initial.reason)
    return _rate(ADJUSTMENT, numerator, initial, calculation)


def _rate(name: str, part: Fact, base: Fact, calculation: str = "") -> Fact:
    calculation = calculation or f"{part.name} {part.shown} ÷ {base.name} {base.shown}"
    sources = Sources(part.sources, base.sources)

    def unknown(reason: str) -> Fact:
        return Fact(name, None, Kind.PERCENT, calculation, sources, reason)

    if part.value is None:
        return unknown(part.reason)
    if base.value is None:
        return unknown(base.reason)
    if base.value <= 0:
        return unknown(saying("{0}为 {1}，不能作分母，{2}无法计算", base.name, base.shown, name))
    return Fact(name, part.value / base.value * 100, Kind.PERCENT, calculation, sources)
