"""Intervals with open or closed ends, as tiers and bands declare them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from models.rules.parameters import Parameter, ParameterKind
from models.rules.wording import bound
from models.sayings import saying

ENDS = (
    Parameter("from", "下限", help="空着表示没有下限"),
    Parameter("from_closed", "含下限", ParameterKind.FLAG, default=True),
    Parameter("to", "上限", help="空着表示没有上限"),
    Parameter("to_closed", "含上限", ParameterKind.FLAG, default=False),
)


@dataclass(frozen=True, slots=True)
class Interval:
    """The values from `low` to `high`, None for no bound, each end inside or outside."""

    low: Fraction | None
    high: Fraction | None
    low_closed: bool
    high_closed: bool

    def holds(self, value: Fraction) -> bool:
        """Whether the value lies inside."""
        above = self.low is None or value > self.low or (self.low_closed and value == self.low)
        below = self.high is None or value < self.high or (self.high_closed and value == self.high)
        return above and below

    @property
    def empty(self) -> bool:
        """Whether no value at all lies inside."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and not (self.low_closed and self.high_closed))

    def meets(self, other: Interval) -> bool:
        """Whether some value lies inside both."""
        low, low_closed = _inner(self.low, self.low_closed, other.low, other.low_closed, 1)
        high, high_closed = _inner(self.high, self.high_closed, other.high, other.high_closed, -1)
        return not Interval(low, high, low_closed, high_closed).empty

    def text(self, unit: str) -> str:
        """The interval in words: 80%（含）至 90%（不含）."""
        low, high = self.low, self.high
        if low is not None and high is not None:
            if low == high:
                return saying("等于 {0}", bound(low, unit))
            lower, upper = _end(low, unit, self.low_closed), _end(high, unit, self.high_closed)
            return saying("{0}至 {1}", lower, upper)
        if low is not None:
            return saying("不低于 {0}" if self.low_closed else "高于 {0}", bound(low, unit))
        if high is not None:
            return saying("不高于 {0}" if self.high_closed else "低于 {0}", bound(high, unit))
        return saying("任何完成值")


def interval(row: Mapping[str, Any]) -> Interval:
    """The interval that a row with the columns of `ENDS` declares."""
    return Interval(row["from"], row["to"], row["from_closed"], row["to_closed"])


def first_empty(rows: Sequence[Mapping[str, Any]]) -> str:
    """A sentence about the first row in which no value lies, "" if there is none."""
    for number, row in enumerate(rows, 1):
        if interval(row).empty:
            return saying("第 {0} 档里没有任何值：下限应小于上限；只含一个值的档，两端都要含在内", number)
    return ""


def _end(value: Fraction, unit: str, closed: bool) -> str:
    return saying("{0}（含）" if closed else "{0}（不含）", bound(value, unit))


def _inner(
    mine: Fraction | None, mine_closed: bool, other: Fraction | None, other_closed: bool, sign: int
) -> tuple[Fraction | None, bool]:
    if mine is None or other is None:
        return (other, other_closed) if mine is None else (mine, mine_closed)
    if mine == other:
        return mine, mine_closed and other_closed
    return (mine, mine_closed) if (mine - other) * sign > 0 else (other, other_closed)
