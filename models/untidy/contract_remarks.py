"""Remarks beside what the table itself says: what agrees is offered, what does not is told with why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from models import kinds
from models.sayings import saying
from models.untidy.remarks import Paid, Remark, Term

CENT = kinds.FEN_PER["万元"] // 100


@dataclass(frozen=True, slots=True)
class Weighed:
    """What of a remark can be taken, and why the rest cannot."""

    payments: tuple[Paid, ...] = ()
    terms: tuple[Term, ...] = ()
    refused_payments: tuple[Paid, ...] = ()
    reason: str = ""
    term_reason: str = ""
    slips: tuple[Paid, ...] = field(default=())


def weighed(remark: Remark, amount: int | None, in_table: Mapping[int, int]) -> Weighed:
    """The remark's payments of other years than the table's own, and its terms, if all of it adds up.

    `amount` is the contract's in 分, `in_table` what the table's columns say was paid, by year.
    """
    known = [one for one in remark.payments if one.year]
    extra = tuple(one for one in known if one.year not in in_table)
    slips = tuple(one for one in remark.payments if one.written)
    reason = _contradiction(remark, known, extra, amount, in_table)
    term_reason = _term_contradiction(remark.terms, amount)
    return Weighed(
        () if reason else extra,
        () if term_reason else remark.terms,
        extra if reason else (),
        reason,
        term_reason,
        slips,
    )


def _contradiction(
    remark: Remark,
    known: Sequence[Paid],
    extra: Sequence[Paid],
    amount: int | None,
    in_table: Mapping[int, int],
) -> str:
    for year, said in in_table.items():
        told = sum(one.amount for one in known if one.year == year)
        if told and told != said:
            return saying("备注说 {0} 年支付 {1}，表中是 {2}", year, _wan(told), _wan(said))
    if amount is None or not (known or remark.is_all_paid or remark.unpaid is not None):
        return ""
    total = sum(in_table.values()) + sum(one.amount for one in extra)
    if total > amount:
        return saying("各年付款合计 {0}，多于合同金额 {1}", _wan(total), _wan(amount))
    if remark.is_all_paid and total != amount:
        return saying("备注说合同款已全部支付，各年付款合计 {0}，合同金额 {1}", _wan(total), _wan(amount))
    if remark.unpaid is not None and total + remark.unpaid != amount:
        return saying("备注说未付 {0}，合同金额减各年付款是 {1}", _wan(remark.unpaid), _wan(amount - total))
    return ""


def _term_contradiction(terms: Sequence[Term], amount: int | None) -> str:
    if amount is None:
        return ""
    for term in terms:
        if term.share is not None and term.amount is not None:
            due = Fraction(term.share) * amount / 100
            if abs(due - term.amount) > CENT:
                right = _wan(int(kinds.round_half_up(due, 0)))
                return saying(
                    "“{0}”的 {1}% 应为 {2}，备注是 {3}", term.condition, term.share, right, _wan(term.amount)
                )
    only_amounts = [term.amount for term in terms if term.amount is not None and term.share is None]
    if only_amounts and len(only_amounts) == len(terms) and sum(only_amounts) != amount:
        return saying("各次付款合计 {0}，合同金额 {1}", _wan(sum(only_amounts)), _wan(amount))
    return ""


def _wan(fen: int) -> str:
    return saying("{0}万元", kinds.show_money(fen))
