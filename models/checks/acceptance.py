"""Acceptance, settlement and final accounts: late against plan, still missing, due and not done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models import figures
from models.checks.problem import Place, Problem, Severity, called, first_of, inside, problem, quoted
from models.checks.time import EXACT, certain_days
from models.evaluation import Evaluation
from models.fields import Row
from models.records import Records
from models.sayings import saying, word

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
        name = saying("合同{0}", quoted(contract["name"]))
        planned, accepted = contract["planned_acceptance_on"], contract["accepted_on"]
        yield from _against_plan(place, saying("{0}验收", name), planned, accepted, ended_on)
        yield from _long_after(contract, place, name)
        yield from _reviews(contract)
    for milestone in records.live("milestone"):
        if milestone["kind"] in ACCEPTANCES and not _told_by_contract(records, milestone):
            place = Place("milestone", milestone["id"], "actual_on")
            what = saying("“{0}”{1}", inside(_about(records, milestone)), word(milestone["kind"]))
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
    exact = len(planned) == len(last) == EXACT
    late = saying("晚 {0} 天" if exact else "至少晚 {0} 天", days)
    if done:
        said = saying("{0} {1}，计划 {2}，{3}。请查明原因", what, done, planned, late)
    else:
        said = saying(
            "{0}计划 {1}，到评价结束 {2} 仍没有验收，{3}。请查明原因，或补填验收日期",
            what,
            planned,
            ended_on,
            late,
        )
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
    exact = len(ends) == len(accepted) == EXACT
    apart = saying("相隔 {0} 天" if exact else "相隔至少 {0} 天", days)
    yield problem(
        "time.accepted_long_after",
        Severity.HINT,
        place,
        saying("{0}服务 {1} 结束，{2} 才验收，{3}。请查明原因", name, ends, accepted, apart),
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
        saying(
            "合同{0}已于 {1} 验收，{2}未开展。请督促办理，或写入问题",
            quoted(contract["name"]),
            accepted,
            saying("{0}和{1}", *map(word, words)) if len(words) > 1 else word(words[0]),
        ),
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
    names = [called(contract["name"]) for contract in waiting]
    yield problem(
        "time.review_undue",
        Severity.HINT,
        Place("contract", waiting[0]["id"], "accepted_on"),
        saying(
            "有 {0} 份合同的结算评审或竣工决算未开展，没有验收日期：{1}。"
            "已验收的请补填日期，还不到时候的请改为“未到期”",
            len(waiting),
            first_of(names, LISTED),
        ),
        found=str(len(waiting)),
        expected="0",
        about="review-undue",
    )
