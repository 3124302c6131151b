"""What a remark on a contract says: price, payments by year, what is unpaid, and terms of payment.

Only what stands there in so many words is read; where the wording could mean something else, nothing is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from models.dates import FIRST_YEAR, LAST_YEAR
from models.kinds import FEN_PER, canonical
from models.untidy.grid import bare

_AMOUNT = r"(?P<{0}>[0-9]{{1,12}}(?:,[0-9]{{3}}){{0,4}}(?:\.[0-9]{{1,8}})?)(?P<{0}_unit>亿元|万元|元|万)"
_PRICE = re.compile(
    r"(?:(?P<year>[0-9]{4})年)?(?:[0-9]{1,2}月)?(?P<before>[^,。;:]{0,12}?)"
    r"(?:合同总价款?|合同总金额|合同总额|合同价款?|合同金额|总价款?|合同款总额)(?:为|是|共计|共|:|计)?"
    + _AMOUNT.format("amount")
)
_PAID = re.compile(
    r"(?<![0-9])(?P<year>[0-9]{4})年?(?:(?P<month>[0-9]{1,2})月)?(?:已经|已|共|累计|实际|合计)*"
    r"(?:支付|付款|拨付)(?:了|金额为?|款项)?(?:合同[^,。;0-9%]{0,8}的)?(?:(?P<share>[0-9]{1,3}(?:\.[0-9]{1,6})?)%,?(?:即|计|共)?:?)?"
    + _AMOUNT.format("amount")
)
_UNDATED = re.compile(
    r"(?:已经?|共|累计|实际|合计|首次|首付)(?:支付|付款|拨付|付)(?:了|金额为?|款项?|首付款|预付款|进度款)?"
    + _AMOUNT.format("amount")
)
_UNPAID = re.compile(
    r"(?:合同款|余款|尾款|剩余[^,。;0-9]{0,6}|尚有|还有|未支付合同款|未支付)" + _AMOUNT.format("amount")
    + r"(?P<after>尚未支付|未支付|未付|待支付|没有支付)?"
)  # fmt: skip
_ALL_PAID = re.compile(
    r"(?:合同款|款项|全款|合同价款|资金)?(?:已经|已)(?:全部|全额)(?:支付|付清|结清)|已付清|已结清|全部付清"
)
_TERM_SHARE = re.compile(
    r"(?P<condition>[^,。;]{0,40}?)(?:支付|付款|付至|付)(?:比例为?)?(?:合同(?:总)?(?:金额|价款|总价|总额|款|价)?的?|总价款?的)?"
    r"(?P<share>[0-9]{1,3}(?:\.[0-9]{1,6})?)%,?(?:(?:即|计|共):?" + _AMOUNT.format("amount") + r")?$"
)
_TERM_AMOUNT = re.compile(
    r"(?P<condition>第[一二三四五六七八九十0-9]{1,2}(?:次|笔|期))(?:付款|支付)(?:金额为?|为)?"
    + _AMOUNT.format("amount")
    + "$"
)
_ORDINAL = re.compile(
    r"^(?:资金|款项)?(?P<ordinal>第[一二三四五六七八九十0-9]{1,2}(?:次|笔|期|季度|年))(?:付款|支付)?(?:为|是|:|,)?"
)
_REGULAR = re.compile(r"(?:按|每)(?:季度?|月|半年|年度?)$")
_PARTS = re.compile(r"[,。;]")
_NOT_A_CONDITION = re.compile(r"不|未|拟|应|计划|预计|比例|至$|(?<![0-9])[0-9]{4}年?")
_SIGNED = re.compile(
    r"(?<![0-9])(?P<year>[0-9]{4})年(?:(?P<month>[0-9]{1,2})月)?(?:与[^,。;]{0,12})?(?P<how>签订|续签)(?:了)?合同"
)
_LOT = re.compile(r"第[一二三四五六七八九十0-9]{1,2}(?:标段|包)")
_NUMERALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_TERMS_LIMIT = 24
YEARS_AHEAD = 3
"""Years after the budget year from which on nothing can have been paid."""

_LONGEST = 5_000
"""Letters of a remark that are read."""


@dataclass(frozen=True, slots=True)
class Price:
    """A price that the remark names, in 分, with the words before it and the text from it to the next."""

    amount: int
    year: int
    is_renewal: bool
    text: str


@dataclass(frozen=True, slots=True)
class Paid:
    """A payment in 分; `written` is a year that cannot be, `year` then the likely one (0 for none)."""

    year: int
    amount: int
    month: int = 0
    written: int = 0

    @property
    def paid_on(self) -> str:
        """The date as precise as the remark knows it."""
        return f"{self.year}-{self.month:02}" if self.month else str(self.year)


@dataclass(frozen=True, slots=True)
class Term:
    """One instalment: on what condition, what share in percent, what amount in 分; either may be unknown."""

    condition: str
    share: Decimal | None
    amount: int | None


@dataclass(frozen=True, slots=True)
class Remark:
    """What one remark says; `is_all_paid` is None where it says nothing about it."""

    prices: tuple[Price, ...] = ()
    payments: tuple[Paid, ...] = ()
    terms: tuple[Term, ...] = ()
    unpaid: int | None = None
    is_all_paid: bool | None = None
    signed_on: str = ""
    is_renewal: bool = False
    lot: str = ""
    undated: int | None = None
    """What it says was paid without naming a year, in 分, where it names no payment with one."""


@lru_cache(maxsize=512)
def read_remark(text: str, this_year: int = 0) -> Remark:
    """What the remark says; `this_year` is the budget year, which impossible years are likely to mean."""
    plain = _plain(text)
    prices = tuple(_prices(plain))
    unpaid = [_fen(found) for found in _UNPAID.finditer(plain) if found["after"] or "未支付" in found[0][:3]]
    payments = tuple(_payments(plain, this_year))
    undated = _UNDATED.search(plain) if not payments else None
    return Remark(
        prices,
        payments,
        _terms(plain, prices[0].amount if prices else None),
        unpaid[0] if len(unpaid) == 1 else None,
        True if _ALL_PAID.search(plain) else False if unpaid else None,
        *_signed(plain, prices),
        _fen(undated) if undated else None,
    )


def _signed(plain: str, prices: Sequence[Price]) -> tuple[str, bool, str]:
    """When the contract was signed, whether it renews another, and which lot it is."""
    signed, lots = _SIGNED.search(plain), set(_LOT.findall(plain))
    year, month = (int(signed["year"]), int(signed["month"] or 0)) if signed else (0, 0)
    is_date = FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12
    is_renewal = bool(signed and signed["how"] == "续签") or any(price.is_renewal for price in prices)
    return f"{year}-{month:02}" if is_date else "", is_renewal, lots.pop() if len(lots) == 1 else ""


def sections(text: str) -> tuple[str, ...]:
    """The remark cut before each price it names: one part for each contract it speaks of."""
    plain = _plain(text)
    starts = [found.start() for found in _PRICE.finditer(plain)]
    if len(starts) < 2:
        return (plain,)
    cuts = [0, *starts[1:], len(plain)]
    return tuple(plain[one:other].strip(",;。") for one, other in zip(cuts, cuts[1:], strict=False))


def _plain(text: str) -> str:
    return bare(text[:_LONGEST]).replace("、", ",").replace("，", ",").replace("；", ";").replace("｡", "。")


def _fen(found: re.Match[str], name: str = "amount") -> int:
    unit = {"万": "万元", "亿元": "万元"}.get(found[f"{name}_unit"], found[f"{name}_unit"])
    scale = FEN_PER[unit] * (10_000 if found[f"{name}_unit"] == "亿元" else 1)
    exact = Decimal(found[name].replace(",", "")) * scale
    return int(exact) if exact == int(exact) else 0


def _prices(plain: str) -> Iterator[Price]:
    found = list(_PRICE.finditer(plain))
    for at, one in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(plain)
        year = int(one["year"] or 0)
        yield Price(_fen(one), year, "续签" in one["before"], plain[one.start() : end].strip(",;。"))


def _payments(plain: str, this_year: int) -> Iterator[Paid]:
    for found in _PAID.finditer(plain):
        year, month = int(found["year"]), int(found["month"] or 0)
        if month > 12 or not _fen(found):
            continue
        if FIRST_YEAR <= year <= (this_year + YEARS_AHEAD if this_year else LAST_YEAR):
            yield Paid(year, _fen(found), month)
        else:
            yield Paid(likely_year(year, this_year), _fen(found), month, written=year)


def likely_year(written: int, this_year: int) -> int:
    """The year that a slip of the keys may stand for, near the budget year: 2108 → 2018; 0 if none."""
    near = [this_year - back for back in range(4)] + [this_year + 1] if this_year else []
    digits = str(written)
    for year in near:
        right = str(year)
        apart = [at for at in range(4) if digits[at : at + 1] != right[at]]
        swapped = len(apart) == 2 and apart[1] - apart[0] == 1 and sorted(digits) == sorted(right)
        if len(digits) == 4 and (len(apart) == 1 or swapped):
            return year
    return 0


def _terms(plain: str, price: int | None) -> tuple[Term, ...]:
    """The instalments; none at all where they cannot be all of one contract."""
    joined = re.sub(r"%[,，]?即", "%即", plain)
    found = [term for part in _clauses(joined) if (term := _term(part)) is not None]
    if len(found) == 1 and _REGULAR.search(found[0].condition):
        found = _repeated(found[0])
    shares = [term.share for term in found if term.share is not None]
    if len(found) > _TERMS_LIMIT or sum(shares) > 100 or _contradicts(found, price):
        return ()
    return tuple(found)


def _clauses(plain: str) -> list[str]:
    """The clauses between commas; one that begins with 且 goes on with the condition before it."""
    found: list[str] = []
    for part in _PARTS.split(plain):
        if found and part.startswith(("且", "并且", "并")):
            found[-1] += part
        else:
            found.append(part)
    return found


def _repeated(term: Term) -> list[Term]:
    """The instalments of a term such as 按季度支付25%: as many as make up the whole."""
    times = Fraction(100) / Fraction(term.share) if term.share else Fraction(0)
    if times.denominator != 1 or not 0 < times <= len(_NUMERALS):
        return []
    return [
        Term(f"{term.condition}支付（第{_NUMERALS[at]}次）", term.share, term.amount)
        for at in range(int(times))
    ]


def _contradicts(terms: Sequence[Term], price: int | None) -> bool:
    """Whether a share and its amount do not belong to the price that the remark names."""
    return price is not None and any(
        term.share is not None and term.amount is not None
        and abs(Fraction(term.share) * price / 100 - term.amount) > FEN_PER["万元"] // 100
        for term in terms
    )  # fmt: skip


def _term(part: str) -> Term | None:
    by_amount = _TERM_AMOUNT.search(part)
    if by_amount is not None:
        return Term(by_amount["condition"], None, _fen(by_amount))
    found = _TERM_SHARE.fullmatch(part)
    if found is None or _PAID.search(part):
        return None
    condition = _condition(found["condition"])
    if condition is None:
        return None
    share = Decimal(canonical(Decimal(found["share"])))
    amount = _fen(found) if found["amount"] else None
    return Term(condition, share, amount) if 0 < share <= 100 else None


def _condition(text: str) -> str | None:
    """The words on what an instalment depends; None where they are no condition."""
    ordinal = _ORDINAL.match(text)
    rest = text[ordinal.end() :] if ordinal else text
    rest = (
        re.sub(r"^(?:项目|资金|款项|待)(?=.)", "", rest) if rest.startswith(("资金", "款项", "待")) else rest
    )
    rest = _LOT.sub("", rest.strip(":,"), count=1)
    if not rest:
        return ordinal["ordinal"] if ordinal else None
    return None if _NOT_A_CONDITION.search(rest) or len(rest) < 2 else rest
