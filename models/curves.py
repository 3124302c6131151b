"""The inverse of any figure that rises or falls steadily with a base, found by search over 分."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from models import kinds
from models.dates import BadValue
from models.formula import Formula, FormulaError, Found, Scope, evaluate
from models.rules.interval import Interval
from models.solver import Clue, Printed

LARGEST = 10**14
"""The search over 分 goes this far: one hundred million 万元."""

SAMPLES = 40
Rate = Callable[[Fraction], Fraction | None]
"""A rate as a percent number (or any figure) by the base in 万元; None where it is not defined."""


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
