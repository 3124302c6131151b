"""A renewal against the contract that it renews: service periods that do not meet, a price by months."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models import figures
from models.checks.amounts import Amounts, exchanged
from models.checks.problem import Place, Problem, Severity, problem, quoted
from models.checks.time import EXACT
from models.fields import Row
from models.kinds import round_half_up
from models.records import Records
from models.sayings import saying

YEAR = 12
CENT = Fraction(1, 100)
SLACK_DAYS = 3
"""How far a service period may be from whole months and still be called so."""


def problems(records: Records, contract: Row, amounts: Amounts) -> Iterator[Problem]:
    """What is wrong between one renewal and its parent; nothing for a contract that renews none."""
    parent = records.get("contract", contract["parent"])
    if parent is not None and records.is_live("contract", parent):
        yield from _periods(contract, parent)
        yield from _prorated(contract, parent, amounts)


def _periods(contract: Row, parent: Row) -> Iterator[Problem]:
    ended, starts = parent["ends_on"], contract["starts_on"]
    between = figures.days_between(ended, starts)
    if between is None:
        return
    least, most = between
    exact = len(ended) == len(starts) == EXACT
    if least > 1:
        days = saying("{0} 天" if exact else "至少 {0} 天", least - 1)
        said = saying("中断 {0}。请核实这段时间谁在服务、有没有付款", days)
    elif most < 1:
        days = saying("{0} 天" if exact else "至少 {0} 天", 1 - most)
        said = saying("重叠 {0}。请核实有没有重复付款", days)
    else:
        return
    yield problem(
        "procurement.gap",
        Severity.DOUBT,
        Place("contract", contract["id"], "starts_on"),
        saying(
            "{0}服务 {1} 开始，原合同{2} {3} 结束，{4}",
            quoted(contract["name"]),
            starts,
            quoted(parent["name"]),
            ended,
            said,
        ),
        found=starts,
        expected=ended,
    )


def _prorated(contract: Row, parent: Row, amounts: Amounts) -> Iterator[Problem]:
    """A price that is the parent's by months, where the period of service is those months."""
    own, base = figures.in_wan(contract["amount"]), figures.in_wan(parent["amount"])
    months = _months(contract["starts_on"], contract["ends_on"])
    if own is None or base is None or months is None or not 0 < months < YEAR:
        return
    if abs(base * months / YEAR - own) >= CENT / 2:
        return
    yield problem(
        "procurement.prorated",
        Severity.HINT,
        Place("contract", contract["id"], "amount"),
        saying(
            "{0}金额 {1} 正是原合同 {2} × {3}，是按月折算的续签。请核实是否重新询价或采购",
            quoted(contract["name"]),
            amounts.say(own),
            amounts.say(base),
            f"{months}/{YEAR}",
        ),
        found=exchanged(own),
        expected=exchanged(base),
    )


def _months(starts: str | None, ends: str | None) -> int | None:
    """The whole months of a service period known to the day; None where there are none such."""
    if not starts or not ends or len(starts) != EXACT or len(ends) != EXACT:
        return None
    between = figures.days_between(starts, ends)
    if between is None:
        return None
    days = between[0] + 1
    months = int(round_half_up(Fraction(days * YEAR, 365), 0))
    return months if abs(days - Fraction(months * 365, YEAR)) <= SLACK_DAYS else None
