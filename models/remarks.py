"""The remark on a contract, written from its figures: what it costs, what was paid when, what is unpaid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models import figures, kinds
from models.fields import Row
from models.records import Records


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the sentence; an amount names the contract's fact it is: 合同金额, 已付 or 未付."""

    text: str
    fact: str = ""

    @property
    def is_figure(self) -> bool:
        """Whether this is an amount, which follows from rows."""
        return bool(self.fact)


def remark(records: Records, contract: Row) -> str:
    """The sentence as reports print it: 合同总价36.00万元，2018年支付10.80万元，合同款25.20万元未支付。"""
    return "".join(piece.text for piece in pieces(records, contract))


def pieces(records: Records, contract: Row) -> tuple[Piece, ...]:
    """The sentence in stretches of words and amounts; nothing while neither price nor payment is known.

    The amounts shown add up: where two decimals would not, all of them are written exactly.
    """
    amount = _fen(contract["amount"])
    payments = records.of("payment", "contract", contract["id"])
    paid = _by_year(payments)
    if amount is None and not paid:
        return ()
    unpaid = None if amount is None else amount - sum(paid.values())
    written = _Written(records, (amount, *paid.values(), unpaid))
    clauses = [_price(contract, amount, written)]
    clauses += [_payment(year, fen, _budget_year(records), written) for year, fen in paid.items()]
    if unpaid is not None:
        clauses.append(_rest(unpaid, written))
    silent = sum(type(row["amount"]) is not int for row in payments)
    if silent:
        clauses.append((Piece(f"另有{silent}笔付款未填金额"),))
    return _joined(clauses)


class _Written:
    """Writes amounts of 分 so that those of one sentence add up as written."""

    def __init__(self, records: Records, amounts: Sequence[int | None]) -> None:
        self._unit, self._thousands = records.money_unit, records.thousands
        known = [Fraction(each, kinds.FEN_PER[self._unit]) for each in amounts if each is not None]
        self._exactly = any(each != Fraction(kinds.round_half_up(each)) for each in known)

    def __call__(self, before: str, fen: int, fact: str, after: str = "") -> tuple[Piece, ...]:
        """The words before, the amount, its unit and the words after."""
        text = kinds.show_money(fen, self._unit, self._thousands)
        if self._exactly:
            value = Decimal(fen) / kinds.FEN_PER[self._unit]
            longer = max(value, value.quantize(Decimal("0.01")), key=_decimals)
            text = kinds.show_number(longer, self._thousands)
        return Piece(before), Piece(text, fact), Piece(f"{self._unit}{after}")


def _decimals(value: Decimal) -> int:
    return -int(value.as_tuple().exponent)


def _fen(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _by_year(payments: Sequence[Row]) -> dict[int | None, int]:
    """What was paid in each calendar year, earliest first, and last what nobody dated."""
    by_date: dict[str | None, int] = defaultdict(int)
    for row in payments:
        if type(fen := row["amount"]) is int:
            by_date[row["paid_on"]] += fen
    found: dict[int | None, int] = defaultdict(int)
    for date, fen in by_date.items():
        found[figures.year_of(date)] += fen
    return {year: found[year] for year in sorted(found, key=lambda each: (each is None, each))}


def _budget_year(records: Records) -> int | None:
    project = figures.project_row(records)
    return project["year"] if project is not None and isinstance(project["year"], int) else None


def _price(contract: Row, amount: int | None, written: _Written) -> tuple[Piece, ...]:
    what = "合同总价"
    if contract["parent"]:
        year = figures.year_of(contract["signed_on"]) or figures.year_of(contract["starts_on"])
        what = f"{year}年续签合同总价" if year else "续签合同总价"
    return (Piece(f"{what}未填"),) if amount is None else written(what, amount, "合同金额")


def _payment(year: int | None, fen: int, budget_year: int | None, written: _Written) -> tuple[Piece, ...]:
    if year is None:
        return written("另支付", fen, "已付", "（日期未填）")
    is_earlier = budget_year is not None and year < budget_year
    return written(f"{year}年{'已支付' if is_earlier else '支付'}", fen, "已付")


def _rest(unpaid: int, written: _Written) -> tuple[Piece, ...]:
    if unpaid == 0:
        return (Piece("合同款已全部支付"),)
    if unpaid < 0:
        return written("比合同多付", -unpaid, "未付")
    return written("合同款", unpaid, "未付", "未支付")


def _joined(clauses: Sequence[Sequence[Piece]]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for clause in clauses:
        found += [Piece("，"), *clause] if found else clause
    merged: list[Piece] = []
    for piece in (*found, Piece("。")):
        if merged and not piece.is_figure and not merged[-1].is_figure:
            merged[-1] = Piece(merged[-1].text + piece.text)
        else:
            merged.append(piece)
    return tuple(merged)
