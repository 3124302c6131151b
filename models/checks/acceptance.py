"""Acceptance, settlement and final accounts: late against plan, still missing, due and not done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models import figures
from models.checks.problem import Place, Problem, Severity, problem, quoted
from models.checks.time import EXACT, certain_days
from models.evaluation import Evaluation
from models.fields import Row
from models.records import Records

ACCEPTANCES = ("初验", "竣工验收")
REVIEWS = (("settlement", "结算评审"), ("final_accounts", "竣工决算"))
LONG_AFTER = 90
"""Days after the service's end from which an acceptance is called late though no plan says so."""
LISTED = 6


def problems(records: Records, evaluation: Evaluation) -> Iterator[Problem]:
    """What was accepted late, is not accepted at the evaluation's end, or waits for its settlement."""
    project = figures.project_row(records)
    ended_on = project["ended_on"] if project is not None else None
    contracts = records.live("contract")
    for contract in contracts:
        place = Place("contract", contract["id"], "accepted_on")
        name = f"合同{quoted(contract['name'])}"
        planned, accepted = contract["planned_acceptance_on"], contract["accepted_on"]
        yield from _against_plan(place, f"{name}验收", planned, accepted, ended_on)
        yield from _long_after(contract, place, name)
        yield from _reviews(contract)
    for milestone in records.live("milestone"):
        if milestone["kind"] in ACCEPTANCES and not _told_by_contract(records, milestone):
            place = Place("milestone", milestone["id"], "actual_on")
            what = f"{quoted(_about(records, milestone))}{milestone['kind']}"
            planned, actual = milestone["planned_on"], milestone["actual_on"]
            yield from _against_plan(place, what, planned, actual, ended_on)
    yield from _early_reviews(contracts)


def _told_by_contract(records: Records, milestone: Row) -> bool:
    """Whether the contract itself has both dates, so that its own problem says it."""
    contract = records.get("contract", milestone["contract"])
    return contract is not None and bool(contract["planned_acceptance_on"])


def _about(records: Records, milestone: Row) -> str:
    name = str(milestone["name"] or "")
    contract = records.title("contract", milestone["contract"])
    return "　".join(part for part in (contract or records.title("fund", milestone["fund"]), name) if part)


def _against_plan(
    place: Place, what: str, planned: str | None, done: str | None, ended_on: str | None
) -> Iterator[Problem]:
    days = certain_days(planned, done or ended_on)
    if days is None or planned is None:
        return
    last = done or str(ended_on)
    late = f"{'' if len(planned) == len(last) == EXACT else '至少'}晚 {days} 天"
    if done:
        said = f"{what} {done}，计划 {planned}，{late}。请查明原因"
    else:
        said = f"{what}计划 {planned}，到评价结束 {ended_on} 仍没有验收，{late}。请查明原因，或补填验收日期"
    yield problem(
        "time.late_acceptance" if done else "time.not_accepted",
        Severity.DOUBT,
        place,
        said,
        found=done,
        expected=planned,
    )


def _long_after(contract: Row, place: Place, name: str) -> Iterator[Problem]:
    ends, accepted = contract["ends_on"], contract["accepted_on"]
    days = certain_days(ends, accepted)
    if contract["planned_acceptance_on"] or days is None or days <= LONG_AFTER:
        return
    at_least = "" if len(ends) == len(accepted) == EXACT else "至少 "
    yield problem(
        "time.accepted_long_after",
        Severity.HINT,
        place,
        f"{name}服务 {ends} 结束，{accepted} 才验收，相隔{at_least or ' '}{days} 天。请查明原因",
        found=accepted,
        expected=ends,
    )


def _reviews(contract: Row) -> Iterator[Problem]:
    """Settlement and final accounts that are due because the work was accepted."""
    accepted = contract["accepted_on"]
    words = [label for field, label in REVIEWS if contract[field] == "未开展"]
    if not accepted or not words:
        return
    field = next(field for field, _ in REVIEWS if contract[field] == "未开展")
    yield problem(
        "time.review_due",
        Severity.DOUBT,
        Place("contract", contract["id"], field),
        f"合同{quoted(contract['name'])}已于 {accepted} 验收，{'和'.join(words)}未开展。"
        "请督促办理，或写入问题",
        found="未开展",
        expected="已完成",
    )


def _early_reviews(contracts: Sequence[Row]) -> Iterator[Problem]:
    """Contracts said not to be settled yet though nothing says that they were accepted, as one problem."""
    waiting = [
        contract
        for contract in contracts
        if not contract["accepted_on"] and any(contract[field] == "未开展" for field, _ in REVIEWS)
    ]
    if not waiting:
        return
    names = "、".join(str(contract["name"] or "未命名") for contract in waiting[:LISTED])
    yield problem(
        "time.review_undue",
        Severity.HINT,
        Place("contract", waiting[0]["id"], "accepted_on"),
        f"有 {len(waiting)} 份合同的结算评审或竣工决算未开展，没有验收日期：{names}"
        f"{'等' if len(waiting) > LISTED else ''}。已验收的请补填日期，还不到时候的请改为“未到期”",
        found=str(len(waiting)),
        expected="0",
        about="review-undue",
    )
