"""Whether things happened in an order that can be; a date known to the month is its interval of days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models import figures
from models.checks.problem import Place, Problem, Severity, problem, quoted
from models.evaluation import Evaluation
from models.fields import Row
from models.records import Records
from models.sayings import saying, word

EXACT = len("2018-11-28")
AFTER_SIGNING = ("开工", "上线", "试运行", "初验", "竣工验收")
"""Milestones that a contract comes before, so that planning them earlier is a slip."""


def problems(records: Records, evaluation: Evaluation) -> Iterator[Problem]:
    """Service before signing, acceptance planned before the contract exists; silent where it may be right."""
    for contract in records.live("contract"):
        yield from _before_signing(contract)
        yield from _acceptance(contract)
    for milestone in records.live("milestone"):
        yield from _milestone(records, milestone)


def certain_days(earlier: str | None, later: str | None) -> int | None:
    """How many days at least one date lies before the other; None unless that is certain."""
    between = figures.days_between(earlier, later)
    return between[0] if between is not None and between[0] > 0 else None


def days_said(days: int, *dates: str) -> str:
    """How much earlier, with 至少 where a date is not known to the day."""
    return saying("早 {0} 天" if all(len(date) == EXACT for date in dates) else "至少早 {0} 天", days)


def _before_signing(contract: Row) -> Iterator[Problem]:
    starts, signed = contract["starts_on"], contract["signed_on"]
    days = certain_days(starts, signed)
    if days is None:
        return
    yield problem(
        "time.before_signing",
        Severity.DOUBT,
        Place("contract", contract["id"], "starts_on"),
        saying(
            "合同{0}服务 {1} 开始，合同 {2} 签订，{3}。请核实无合同期间的服务和付款",
            quoted(contract["name"]),
            starts,
            signed,
            days_said(days, starts, signed),
        ),
        found=starts,
        expected=signed,
    )


def _acceptance(contract: Row) -> Iterator[Problem]:
    planned, signed = contract["planned_acceptance_on"], contract["signed_on"]
    days = certain_days(planned, signed)
    if days is None:
        return
    place = Place("contract", contract["id"], "planned_acceptance_on")
    yield _planned(place, saying("验收"), planned, signed, days, contract)


def _milestone(records: Records, milestone: Row) -> Iterator[Problem]:
    planned = milestone["planned_on"]
    if milestone["kind"] not in AFTER_SIGNING or not planned:
        return
    contract = _earliest(_contracts(records, milestone))
    if contract is None:
        return
    days = certain_days(planned, contract["signed_on"])
    if days is not None:
        place = Place("milestone", milestone["id"], "planned_on")
        yield _planned(place, word(milestone["kind"]), planned, contract["signed_on"], days, contract)


def _planned(place: Place, what: str, planned: str, signed: str, days: int, contract: Row) -> Problem:
    return problem(
        "time.planned_before_contract",
        Severity.DOUBT,
        place,
        saying(
            "{0}计划{1} {2}，早于合同签订 {3}，{4}。请核对计划日期和签订日期",
            quoted(contract["name"]),
            what,
            planned,
            signed,
            days_said(days, planned, signed),
        ),
        found=planned,
        expected=signed,
    )


def _contracts(records: Records, milestone: Row) -> Sequence[Row]:
    """The contract that a milestone names, else all of its fund: it is before them only if before each."""
    contract = records.get("contract", milestone["contract"])
    if contract is not None:
        return (contract,)
    return records.of("contract", "fund", milestone["fund"]) if milestone["fund"] else ()


def _earliest(contracts: Sequence[Row]) -> Row | None:
    """The contract signed first; None while one of them does not say when."""
    if not contracts or any(not contract["signed_on"] for contract in contracts):
        return None
    return min(contracts, key=lambda contract: str(contract["signed_on"]))
