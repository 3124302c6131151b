"""Payments against the terms of their contract: too early, too much, or not to be judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from models import contract_facts, figures, kinds
from models.checks.amounts import Amounts, exchanged
from models.checks.problem import Place, Problem, Severity, problem, quoted
from models.checks.time import certain_days, days_said
from models.evaluation import Evaluation
from models.fields import Row
from models.figures import ZERO
from models.records import Records

HALF_CENT = Fraction(1, 200)
"""How far a due amount that follows from a share may be off, in the project's unit: it was rounded."""


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
    much = f" {amounts.say_unit(amount)}" if amount is not None else ""
    yield problem(
        "money.term_early",
        Severity.DOUBT,
        Place("payment", payment["id"], "paid_on"),
        f"合同{quoted(_contract(records, term))}{paid} 支付{much}，条款{quoted(term['condition'])}"
        f"的条件 {met} 才成就，{days_said(days, paid, met)}。请核实付款依据",
        found=paid,
        expected=met,
    )


def _beyond(records: Records, term: Row, payments: Sequence[Row], amounts: Amounts) -> Iterator[Problem]:
    due, slack = _due(records, term, amounts)
    paid = sum((figures.in_wan(row["amount"]) or ZERO for row in payments), ZERO)
    if due is None or paid <= due + slack:
        return
    share = f"（{figures.decimal(figures.exact(term['share']) or ZERO)}%）" if term["amount"] is None else ""
    yield problem(
        "money.term_share",
        Severity.DOUBT,
        Place("term", term["id"], "amount" if term["amount"] is not None else "share"),
        f"合同{quoted(_contract(records, term))}条款{quoted(term['condition'])}"
        f"应付 {amounts.say(due)}{share}，已付 {amounts.say(paid)}，"
        f"多付 {amounts.say_unit(paid - due)}。请核对付款和对应条款",
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
    names = "、".join(f"{_contract(records, term)}（{term['condition'] or '未命名'}）" for term in terms[:4])
    yield problem(
        "money.term_unmet",
        Severity.HINT,
        Place("term", terms[0]["id"], "met_on"),
        f"有 {len(terms)} 条付款条款已付款，没有条件成就日期：{names}{'等' if len(terms) > 4 else ''}。"
        "请补填；条件确未成就的，属于提前付款",
        found=str(len(terms)),
        expected="0",
        about="term-unmet",
    )


def _contract(records: Records, term: Row) -> str:
    return records.title("contract", term["contract"])
