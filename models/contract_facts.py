"""What follows for a contract and a group of contracts: amount, paid by year, unpaid, items."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import zip_longest

from models import figures, kinds
from models.fields import Kind, Row
from models.figures import Fact, FactSet, Sum
from models.records import Records
from models.sayings import saying
from models.sources import Sources

NO_YEAR = saying("预算年度未填")

PORTION = 500
"""Payments that are added up together."""

Dated = tuple[Row, int | None]
"""A row that was paid, with its year."""


@dataclass(frozen=True, slots=True)
class Portion:
    """Some payments of one contract that stand together, and what they add up to in a budget year."""

    payments: tuple[Row, ...]
    paid: Sum
    this_year: Sum
    earlier: Sum
    charged: Mapping[str, Sum]
    late: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """One contract with its payments and items, and all that follows from these alone in a budget year.

    `charged` is what its payments of the year add to each fund, by the fund's id; `late` are those with
    an amount that were paid after the year.
    """

    contract: Row
    payments: tuple[Row, ...]
    items: tuple[Row, ...]
    year: int | None
    facts: FactSet
    charged: Mapping[str, Sum]
    late: tuple[Row, ...]
    portions: tuple[Portion, ...]


def ledger(records: Records, contract: Row, year: int | None, before: Ledger | None = None) -> Ledger:
    """The contract's ledger; the one from before where nothing that it is made of has changed."""
    payments = records.of("payment", "contract", contract["id"])
    items = records.of("contract_item", "contract", contract["id"])
    if (
        before is not None
        and before.contract is contract
        and before.year == year
        and before.payments == payments
        and before.items == items
    ):
        return before
    is_alike = before is not None and (before.year, before.contract["fund"]) == (year, contract["fund"])
    portions = _portions(payments, contract["fund"], year, before.portions if before and is_alike else ())
    facts = _facts(contract, portions, items, year)
    late = tuple(row for each in portions for row in each.late)
    return Ledger(contract, payments, items, year, facts, charged_together(portions), late, portions)


def _portions(
    payments: tuple[Row, ...], fund: str | None, year: int | None, before: Sequence[Portion]
) -> tuple[Portion, ...]:
    """The payments in portions; those that are as before need not be added up again."""
    parts = [payments[at : at + PORTION] for at in range(0, len(payments), PORTION)]
    return tuple(
        known if known is not None and known.payments == part else _portion(part, fund, year)
        for part, known in zip_longest(parts, before[: len(parts)])
    )


def _portion(payments: tuple[Row, ...], fund: str | None, year: int | None) -> Portion:
    paid = dated(payments)
    this_year, earlier = Sum(), Sum()
    if year is not None:
        this_year = of_year("payment", paid, year, undated=False)
        before = [row for row, paid_in in paid if paid_in is not None and paid_in < year]
        earlier = figures.sum_of("payment", before)
    whole = figures.sum_of("payment", payments)
    return Portion(payments, whole, this_year, earlier, charged(paid, fund, year), late(paid, year))


def charged_together(portions: Iterable[Portion]) -> Mapping[str, Sum]:
    """What all of them add to each fund."""
    by_fund: dict[str, list[Sum]] = defaultdict(list)
    for each in portions:
        for fund, given in each.charged.items():
            by_fund[fund].append(given)
    return {fund: Sum.together(sums) for fund, sums in by_fund.items()}


def dated(rows: Sequence[Row]) -> list[Dated]:
    """The rows with the years in which they were paid."""
    return [(row, figures.year_of(row["paid_on"])) for row in rows]


def without_contract(records: Records) -> list[Dated]:
    """The payments that belong to no contract that counts, with their years."""
    return dated((*records.of("payment", "contract", None), *records.astray("payment", "contract")))


def of_year(table: str, rows: Sequence[Dated], year: int, *, undated: bool) -> Sum:
    """What the rows of one year add up to.

    A row without a date is the year's where `undated` is allowed, else it is counted as not saying.
    """
    amounts = [
        (row, figures.in_fen(row["amount"]) if undated or paid_in is not None else None)
        for row, paid_in in rows
        if paid_in is None or paid_in == year
    ]
    return Sum.of(table, amounts)


def charged(payments: Sequence[Dated], fund: str | None, year: int | None) -> Mapping[str, Sum]:
    """What payments of the year add to the funds that bear them: the one each names, else this one."""
    by_fund: dict[str, list[Dated]] = defaultdict(list)
    for row, paid_in in payments:
        bearer = row["fund"] or fund
        if bearer:
            by_fund[bearer].append((row, paid_in))
    if year is None:
        return {}
    return {key: of_year("payment", rows, year, undated=False) for key, rows in by_fund.items()}


def late(payments: Sequence[Dated], year: int | None) -> tuple[Row, ...]:
    """The payments of some amount after the year."""
    if year is None:
        return ()
    return tuple(
        row
        for row, paid_in in payments
        if paid_in is not None and paid_in > year and figures.in_fen(row["amount"]) is not None
    )


def _facts(contract: Row, portions: Sequence[Portion], items: Sequence[Row], year: int | None) -> FactSet:
    """合同金额, 已付 (all years), 本年已付, 以前年度已付, 未付, 明细合计."""
    source = (("contract", contract["id"]),)
    amount = figures.in_wan(contract["amount"])
    price = Fact("合同金额", amount, Kind.MONEY, "", source, saying("合同金额未填") if amount is None else "")
    paid = figures.total("已付", Sum.together([each.paid for each in portions]), of=saying("付款"))
    this_year, earlier = _by_year(portions, year)
    listed = figures.sum_of("contract_item", items)
    return {
        "合同金额": price,
        "已付": paid,
        "本年已付": this_year,
        "以前年度已付": earlier,
        "未付": figures.difference("未付", price, paid),
        "明细合计": figures.total(
            "明细合计", listed, of=saying("合同明细"), empty=None, reason=saying("没有合同明细")
        ),
    }


def _by_year(portions: Sequence[Portion], year: int | None) -> tuple[Fact, Fact]:
    """What was paid in the budget year, and before it."""
    if year is None:
        unknown = Fact("本年已付", None, Kind.MONEY, "", (), NO_YEAR)
        return unknown, replace(unknown, name="以前年度已付")
    this_year = Sum.together([each.this_year for each in portions])
    earlier = Sum.together([each.earlier for each in portions])
    return (
        figures.total("本年已付", this_year, of=saying("本年付款")),
        figures.total("以前年度已付", earlier, of=saying("以前年度付款")),
    )


def summed(name: str, sets: Sequence[FactSet], of: str, calculation: str) -> Fact:
    """The sum of one fact over several contracts; missing only where no contract says it."""
    amount = amount_over(sets, of)
    sources = Sources(*(one[of].sources for one in sets))
    reason = sets[0][of].reason if amount is None else ""
    return Fact(name, amount, Kind.MONEY, calculation, sources, reason)


def amount_over(sets: Iterable[FactSet], of: str) -> Fraction | None:
    """What one fact of several contracts adds up to; None where there are some and none of them says it."""
    values = [one[of].value for one in sets]
    known = [value for value in values if value is not None]
    return figures.added(known) if known or not values else None


def of_group(rows: Sequence[Row], contracts: Mapping[str, FactSet]) -> FactSet:
    """The sums of a group's contracts, under the same names, and 合同数."""
    sets = [contracts[row["id"]] for row in rows]
    said = saying("合同 {0} 份合计", len(sets))
    names = ("合同金额", "已付", "本年已付", "以前年度已付", "未付", "明细合计")
    found = {name: summed(name, sets, name, said) for name in names}
    return {**found, "合同数": figures.count("合同数", "contract", rows, saying("合同 {0} 份", len(sets)))}


def due(records: Records, term: Row) -> Fraction | None:
    """What a term makes due, in 万元: its own amount, else its share of the contract to the 分."""
    own = figures.in_wan(term["amount"])
    if own is not None:
        return own
    contract = records.get("contract", term["contract"])
    whole = figures.in_wan(contract["amount"]) if contract is not None else None
    share = figures.exact(term["share"])
    return None if whole is None or share is None else Fraction(kinds.round_half_up(whole * share / 100, 6))
