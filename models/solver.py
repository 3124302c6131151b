"""The way back from a printed rate: which values of one base figure round to it, exactly.

Somebody's report says 预算调整率 165.62% and 结余结转率 31.01%; the solver names the 年初预算 that give both.
Amounts are Fractions of 万元. Rounding is half-up away from zero, so each printed rate allows an interval
that is closed at one end; several rates allow what all of them allow.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from models import kinds
from models.dates import BadValue
from models.rates import ADJUSTMENT, CARRY_OVER, EXECUTION
from models.rules.interval import Interval
from models.sayings import listing, saying, word

INITIAL, QUOTA, PAID, BALANCE = "年初预算", "总指标", "已支付", "结余"
NOT_NEGATIVE = Interval(Fraction(0), None, True, False)
_PRINTED = re.compile(r"[+-]?\d{1,15}(?:,\d{3})*(?:\.(\d{1,8}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure as somebody printed it; its decimals say how far it was rounded."""

    value: Fraction
    decimals: int

    @property
    def exact(self) -> Interval:
        """The values that half-up rounding prints like this."""
        half = Fraction(1, 2 * 10**self.decimals)
        return Interval(self.value - half, self.value + half, self.value > 0, self.value < 0)


@dataclass(frozen=True, slots=True)
class Clue:
    """One printed rate and the values of the base that it allows."""

    name: str
    printed: Printed
    allowed: Interval

    @property
    def shown(self) -> str:
        """The rate as it was printed: 165.62%."""
        return kinds.show_number(kinds.round_half_up(self.printed.value, self.printed.decimals)) + "%"


@dataclass(frozen=True, slots=True)
class Solution:
    """The values of `base` that all the clues allow."""

    base: str
    clues: tuple[Clue, ...]
    allowed: Interval

    def ends(self, places: int = 2) -> tuple[Decimal, Decimal | None] | None:
        """The first and last value of so many decimals of 万元 (6 = 分); None where there is none.

        The last is None where the values go on without end.
        """
        scale = 10**places
        low = (self.allowed.low or Fraction(0)) * scale
        first = ceil(low) + int(low.denominator == 1 and not self.allowed.low_closed)
        if self.allowed.empty:
            return None
        if self.allowed.high is None:
            return Decimal(first).scaleb(-places), None
        high = self.allowed.high * scale
        last = floor(high) - int(high.denominator == 1 and not self.allowed.high_closed)
        if first > last:
            return None
        return Decimal(first).scaleb(-places), Decimal(last).scaleb(-places)

    @property
    def sentence(self) -> str:
        """What came out, for people: the interval, or that nothing fits and what each rate alone says."""
        printed = listing(saying("{0} {1}", word(clue.name), clue.shown) for clue in self.clues)
        found = self.ends() or self.ends(6)
        if found is not None:
            return saying("{0}{1}时，得出{2}", word(self.base), _between(found), printed)
        alone = [Solution(self.base, (clue,), clue.allowed) for clue in self.clues]
        each = [
            saying(
                "只看{0}，{1}", word(one.clues[0].name), _between(ends) if ends else saying("没有这样的值")
            )
            for one in alone
            for ends in (one.ends() or one.ends(6),)
        ]
        return saying(
            "没有一个{0}能同时得出{1}。{2}" if len(self.clues) > 1 else "没有一个{0}能得出{1}。{2}",
            word(self.base),
            printed,
            listing(each, "；"),
        )


def read_printed(text: str) -> Printed:
    """A rate as it stands in a report: 165.62%, −3.1％, 31. Raises BadValue."""
    plain = unicodedata.normalize("NFKC", text).replace("−", "-").replace(" ", "").removesuffix("%")
    match = _PRINTED.fullmatch(plain)
    if match is None:
        raise BadValue(saying("“{0}”不是印出来的率。请写成 165.62% 这样的数", kinds.short(text)))
    return Printed(Fraction(plain.replace(",", "")), len(match[1] or ""))


def rate_clue(
    name: str, printed: Printed, base: str, known: Mapping[str, Fraction], *, over: str = ""
) -> Clue:
    """What one of the three budget rates says about a base figure, the others being `known`.

    `base` and the keys of `known` are 年初预算, 总指标, 已支付, 结余 or another denominator; `over` names
    the denominator where it is not the usual one (全年预算数, 到位资金, 总指标). Raises BadValue where a
    figure that the rate needs is missing, or the rate does not depend on the base.
    """
    if base in known:
        raise BadValue(saying("{0}是要求的数，不能同时给出", base))
    terms = _Terms(base, known)
    above, below = _parts(name, over, terms)
    if above[1] == 0 and below[1] == 0:
        raise BadValue(saying("{0}不随{1}变化，求不出{1}", name, base))
    one = printed.exact
    assert one.low is not None
    assert one.high is not None
    at_least = _half_line(_less(above, below, one.low), one.low_closed)
    at_most = _half_line(_under(above, below, one.high), one.high_closed)
    defined = _half_line(below, False)
    domain = NOT_NEGATIVE if base != BALANCE else Interval(None, None, False, False)
    return Clue(name, printed, meet((at_least, at_most, defined, domain)))


def solve(base: str, clues: Sequence[Clue]) -> Solution:
    """The values of the base that all the clues allow."""
    return Solution(base, tuple(clues), meet([clue.allowed for clue in clues]))


def meet(intervals: Sequence[Interval]) -> Interval:
    """The values that lie in every one of them."""
    low: tuple[Fraction, bool] | None = None
    high: tuple[Fraction, bool] | None = None
    for one in intervals:
        if one.low is not None and (low is None or (one.low, not one.low_closed) > (low[0], not low[1])):
            low = (one.low, one.low_closed)
        if one.high is not None and (high is None or (one.high, one.high_closed) < high):
            high = (one.high, one.high_closed)
    return Interval(
        low[0] if low else None, high[0] if high else None, bool(low and low[1]), bool(high and high[1])
    )


_Line = tuple[Fraction, Fraction]
"""a + b × base."""


@dataclass(frozen=True, slots=True)
class _Terms:
    base: str
    known: Mapping[str, Fraction]

    def __call__(self, name: str) -> _Line:
        if name == self.base:
            return Fraction(0), Fraction(1)
        if name in self.known:
            return self.known[name], Fraction(0)
        if name == BALANCE:
            quota, paid = self(QUOTA), self(PAID)
            return quota[0] - paid[0], quota[1] - paid[1]
        raise BadValue(saying("缺{0}。请先填上它，才能求{1}", name, self.base))


def _parts(name: str, over: str, terms: _Terms) -> tuple[_Line, _Line]:
    if name == EXECUTION:
        return terms(PAID), terms(over or QUOTA)
    if name == CARRY_OVER:
        return terms(BALANCE), terms(over or INITIAL)
    if name == ADJUSTMENT:
        quota, initial = terms(QUOTA), terms(INITIAL)
        return (quota[0] - initial[0], quota[1] - initial[1]), initial
    raise BadValue(saying("没有“{0}”这个率。可用：{1}、{2}、{3}", name, EXECUTION, ADJUSTMENT, CARRY_OVER))


def _less(above: _Line, below: _Line, rate: Fraction) -> _Line:
    """above × 100 − rate × below: not negative where the rate is reached, the denominator being positive."""
    return above[0] * 100 - rate * below[0], above[1] * 100 - rate * below[1]


def _under(above: _Line, below: _Line, rate: Fraction) -> _Line:
    reached = _less(above, below, rate)
    return -reached[0], -reached[1]


def _half_line(line: _Line, closed: bool) -> Interval:
    """The bases at which a + b × base is above zero, or at zero where `closed`."""
    constant, slope = line
    if slope == 0:
        holds = constant > 0 or (closed and constant == 0)
        return (
            Interval(None, None, False, False) if holds else Interval(Fraction(0), Fraction(0), False, False)
        )
    root = -constant / slope
    return Interval(root, None, closed, False) if slope > 0 else Interval(None, root, False, closed)


def _between(ends: tuple[Decimal, Decimal | None] | None) -> str:
    if ends is None:
        return saying("没有这样的值")
    first, last = (None if each is None else kinds.show_number(each) for each in ends)
    if last is None:
        return saying("不小于 {0} 万元", first)
    return saying("为 {0} 万元" if first == last else "在 {0} 至 {1} 万元之间", first, last)
