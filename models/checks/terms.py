"""Payments against the terms of their contract: too early, too much, or not to be judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from models import contract_facts, figures, kinds
from models.checks.amounts import Amounts, exchanged
from models.checks.problem import Place, Problem, Severity, called, first_of, problem, quoted
from models.checks.time import certain_days, days_said
from models.evaluation import Evaluation
from models.fields import Row
from models.figures import ZERO
from models.records import Records
from models.sayings import saying

HALF_CENT = Fraction(1, 200)
"""How far a due amount that follows from a share may be off, in the project's unit: it was rounded."""
LISTED = 4


def problems(records: Records, evaluation: Evaluation) -> Iterator[Problem]:
    """Terms paid before their condition was met or beyond their share; silent where no payment names one."""
    amounts = Amounts(records)
    unknown: list[Row] = []
    for term in records.live("term"):
        payments = records.of("payment", "term", term["id"])
        if not payments:
            continue
        if not term["met_on"]:
            unknown.append(term)
        for payment in payments:
            yield from _early(records, term, payment, amounts)
        yield from _beyond(records, term, payments, amounts)
    yield from _unmet(records, unknown)


def _early(records: Records, term: Row, payment: Row, amounts: Amounts) -> Iterator[Problem]:
    paid, met = payment["paid_on"], term["met_on"]
    days = certain_days(paid, met)
    if days is None:
        return
    amount = figures.in_wan(payment["amount"])
    much = saying(" {0}", amounts.say_unit(amount)) if amount is not None else ""
    yield problem(
        "money.term_early",
        Severity.DOUBT,
        Place("payment", payment["id"], "paid_on"),
        saying(
            "合同{0}{1} 支付{2}，条款{3}的条件 {4} 才成就，{5}。请核实付款依据",
            quoted(_contract(records, term)),
            paid,
            much,
            quoted(term["condition"]),
            met,
            days_said(days, paid, met),
        ),
        found=paid,
        expected=met,
    )


def _beyond(records: Records, term: Row, payments: Sequence[Row], amounts: Amounts) -> Iterator[Problem]:
    due, slack = _due(records, term, amounts)
    paid = sum((figures.in_wan(row["amount"]) or ZERO for row in payments), ZERO)
    if due is None or paid <= due + slack:
        return
    said: str = amounts.say(due)
    if term["amount"] is None:
        said = saying("{0}（{1}%）", said, figures.decimal(figures.exact(term["share"]) or ZERO))
    yield problem(
        "money.term_share",
        Severity.DOUBT,
        Place("term", term["id"], "amount" if term["amount"] is not None else "share"),
        saying(
            "合同{0}条款{1}应付 {2}，已付 {3}，多付 {4}。请核对付款和对应条款",
            quoted(_contract(records, term)),
            quoted(term["condition"]),
            said,
            amounts.say(paid),
            amounts.say_unit(paid - due),
        ),
        found=exchanged(paid),
        expected=exchanged(due),
    )


def _due(records: Records, term: Row, amounts: Amounts) -> tuple[Fraction | None, Fraction]:
    """What a term makes due, in 万元, and how far that may be off: by rounding where it is a share."""
    due = contract_facts.due(records, term)
    in_unit = Fraction(kinds.FEN_PER[amounts.unit], kinds.FEN_PER_WAN)
    return due, ZERO if figures.in_fen(term["amount"]) is not None else HALF_CENT * in_unit


def _unmet(records: Records, terms: Sequence[Row]) -> Iterator[Problem]:
    """All terms that were paid without a date of their condition, as one problem: it cannot be judged."""
    if not terms:
        return
    names = [saying("{0}（{1}）", _contract(records, term), called(term["condition"])) for term in terms]
    yield problem(
        "money.term_unmet",
        Severity.HINT,
        Place("term", terms[0]["id"], "met_on"),
        saying(
            "有 {0} 条付款条款已付款，没有条件成就日期：{1}。请补填；条件确未成就的，属于提前付款",
            len(terms),
            first_of(names, LISTED),
        ),
        found=str(len(terms)),
        expected="0",
        about="term-unmet",
    )


def _contract(records: Records, term: Row) -> str:
    return records.title("contract", term["contract"])
