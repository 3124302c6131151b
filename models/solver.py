"""The way back from a printed rate: which values of one base figure round to it, exactly.

Somebody's report says 预算调整率 165.62% and 结余结转率 31.01%; the solver names the 年初预算 that give both.
Amounts are Fractions of 万元. Rounding is half-up away from zero, so each printed rate allows an interval
that is closed at one end; several rates allow what all of them allow.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from models import kinds
from models.dates import BadValue
from models.formula import Formula, FormulaError, Found, Scope, evaluate
from models.rates import ADJUSTMENT, CARRY_OVER, EXECUTION
from models.rules.interval import Interval

INITIAL, QUOTA, PAID, BALANCE = "年初预算", "总指标", "已支付", "结余"
NOT_NEGATIVE = Interval(Fraction(0), None, True, False)
LARGEST = 10**14
"""The search over 分 goes this far: one hundred million 万元."""

SAMPLES = 40
_PRINTED = re.compile(r"[+-]?\d{1,15}(?:,\d{3})*(?:\.(\d{1,8}))?")

Rate = Callable[[Fraction], Fraction | None]
"""A rate as a percent number (or any figure) by the base in 万元; None where it is not defined."""


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
        printed = "、".join(f"{clue.name} {clue.shown}" for clue in self.clues)
        found = self.ends() or self.ends(6)
        if found is not None:
            return f"{self.base}{_between(found)}时，得出{printed}"
        alone = [Solution(self.base, (clue,), clue.allowed) for clue in self.clues]
        told = "；".join(
            f"只看{one.clues[0].name}，{_between(ends) if ends else '没有这样的值'}"
            for one in alone
            for ends in (one.ends() or one.ends(6),)
        )
        every = "同时" if len(self.clues) > 1 else ""
        return f"没有一个{self.base}能{every}得出{printed}。{told}"


def read_printed(text: str) -> Printed:
    """A rate as it stands in a report: 165.62%, −3.1％, 31. Raises BadValue."""
    plain = unicodedata.normalize("NFKC", text).replace("−", "-").replace(" ", "").removesuffix("%")
    match = _PRINTED.fullmatch(plain)
    if match is None:
        raise BadValue(f"“{kinds.short(text)}”不是印出来的率。请写成 165.62% 这样的数")
    return Printed(Fraction(plain.replace(",", "")), len(match[1] or ""))


def rate_clue(
    name: str, printed: Printed, base: str, known: Mapping[str, Fraction], *, over: str = ""
) -> Clue:
    """What one of the three budget rates says about a base figure, the others being `known`.

    `base` and the keys of `known` are 年初预算, 总指标, 已支付, 结余 or another denominator; `over` names the
    denominator where it is not the usual one (全年预算数, 到位资金, 总指标). Raises BadValue where a figure that
    the rate needs is missing, or the rate does not depend on the base.
    """
    if base in known:
        raise BadValue(f"{base}是要求的数，不能同时给出")
    terms = _Terms(base, known)
    above, below = _parts(name, over, terms)
    if above[1] == 0 and below[1] == 0:
        raise BadValue(f"{name}不随{base}变化，求不出{base}")
    one = printed.exact
    assert one.low is not None
    assert one.high is not None
    at_least = _half_line(_less(above, below, one.low), one.low_closed)
    at_most = _half_line(_under(above, below, one.high), one.high_closed)
    defined = _half_line(below, False)
    domain = NOT_NEGATIVE if base != BALANCE else Interval(None, None, False, False)
    return Clue(name, printed, meet((at_least, at_most, defined, domain)))


def curve_clue(name: str, printed: Printed, rate: Rate, *, lowest: int = 1, highest: int = LARGEST) -> Clue:
    """What any figure that rises or falls steadily with the base says about it, to the 分.

    `lowest` and `highest` are in 分. Raises BadValue where the figure is not defined there or turns round.
    """
    steps = [_in_order(rate, at) for at in _sampled(lowest, highest)]
    rising = all(one <= other for one, other in pairwise(steps))
    if not rising and not all(one >= other for one, other in pairwise(steps)):
        raise BadValue(f"{name}不随所求的数一直增加或一直减少，求不出区间")
    if steps[0] == steps[-1]:
        raise BadValue(f"{name}不随所求的数变化，求不出区间")
    exact, grid = printed.exact, range(lowest, highest + 1)
    assert exact.low is not None
    assert exact.high is not None
    low = Interval(exact.low, None, exact.low_closed, False)
    high = Interval(None, exact.high, False, exact.high_closed)

    def reached(at: int) -> bool:
        value = _in_order(rate, at)
        return low.holds(value) if rising else high.holds(value)

    def passed(at: int) -> bool:
        value = _in_order(rate, at)
        return not (high.holds(value) if rising else low.holds(value))

    first = bisect_left(grid, True, key=reached) + lowest
    last = bisect_left(grid, True, key=passed) + lowest - 1
    return Clue(name, printed, Interval(kinds.wan(first), kinds.wan(last), True, True))


def formula_rate(formula: Formula, scope: Scope, base: str) -> Rate:
    """A formula as a rate by one of the names it quotes: 已支付, 基础数据["…"].

    Raises BadValue where the formula does not quote that name; facts that rest on the base do not follow.
    """
    if base not in formula.names:
        raise BadValue(f"公式里没有引用 {base}，求不出它")

    def rate(value: Fraction) -> Fraction | None:
        try:
            found = evaluate(formula, _Supposing(scope, base, value)).value
        except FormulaError as error:
            raise BadValue(error.message) from None
        return found if isinstance(found, Fraction) else None

    return rate


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
        raise BadValue(f"缺{name}。请先填上它，才能求{self.base}")


def _parts(name: str, over: str, terms: _Terms) -> tuple[_Line, _Line]:
    if name == EXECUTION:
        return terms(PAID), terms(over or QUOTA)
    if name == CARRY_OVER:
        return terms(BALANCE), terms(over or INITIAL)
    if name == ADJUSTMENT:
        quota, initial = terms(QUOTA), terms(INITIAL)
        return (quota[0] - initial[0], quota[1] - initial[1]), initial
    raise BadValue(f"没有“{name}”这个率。可用：{EXECUTION}、{ADJUSTMENT}、{CARRY_OVER}")


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


def _sampled(lowest: int, highest: int) -> list[int]:
    """Some values of the base from the first to the last, denser at the small ones."""
    found, at = {lowest, highest}, 1
    while lowest + at < highest:
        found.add(lowest + at)
        at *= max(2, (highest - lowest).bit_length() // SAMPLES + 1)
    return sorted(found)


def _in_order(rate: Rate, at: int) -> Fraction:
    value = rate(kinds.wan(at))
    if value is None:
        raise BadValue(f"所求的数为 {kinds.show_money(at)} 万元时算不出结果，求不出区间")
    return value


def _between(ends: tuple[Decimal, Decimal | None]) -> str:
    first, last = (None if each is None else kinds.show_number(each) for each in ends)
    if last is None:
        return f"不小于 {first} 万元"
    return f"为 {first} 万元" if first == last else f"在 {first} 至 {last} 万元之间"


@dataclass(frozen=True, slots=True)
class _Supposing:
    """A scope in which one name has another value."""

    scope: Scope
    base: str
    value: Fraction

    def fact(self, name: str) -> Found:
        return self._supposed(name, self.scope.fact(name))

    def figure(self, name: str) -> Found:
        key = name.replace('"', '""')
        return self._supposed(f'基础数据["{key}"]', self.scope.figure(name))

    def member(self, collection: str, key: str, name: str) -> Found:
        quoted = key.replace('"', '""')
        return self._supposed(f'{collection}["{quoted}"].{name}', self.scope.member(collection, key, name))

    def names(self) -> Sequence[str]:
        return self.scope.names()

    def _supposed(self, text: str, found: Found) -> Found:
        if text != self.base:
            return found
        return Found(self.value, kinds.show_number(kinds.round_half_up(self.value)), found.source)
