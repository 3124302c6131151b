"""Exact arithmetic on fractions that cannot grow without bound, and what dates allow to be said."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from models.dates import Span
from models.formula.words import MAX, MEAN, MIN, ROUND, SHARE, SUM, WEIGHTED
from models.kinds import round_half_up
from models.sayings import saying

BITS_LIMIT = 1024


class NoValue(ArithmeticError):  # noqa: N818
    """The figures allow no answer; the text is the Chinese reason."""


def bounded(value: Fraction) -> Fraction:
    """The value itself; NoValue when it takes too many digits to be worth computing with."""
    if max(value.numerator.bit_length(), value.denominator.bit_length()) > BITS_LIMIT:
        raise NoValue(saying("算出的数太大或太细，无法计算"))
    return value


def divided(one: Fraction, other: Fraction) -> Fraction:
    """The quotient; NoValue over zero."""
    if other == 0:
        raise NoValue(saying("分母为零，无法计算"))
    return bounded(one / other)


_STEPS: Mapping[str, Callable[[Fraction, Fraction], Fraction]] = MappingProxyType(
    {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": divided}
)


def chained(first: Fraction, rest: Sequence[tuple[str, Fraction]]) -> Fraction:
    """The operations carried out from left to right."""
    value = first
    for sign, operand in rest:
        value = bounded(_STEPS[sign](value, operand))
    return value


def _sum(values: Sequence[Fraction]) -> Fraction:
    return chained(Fraction(0), [("+", value) for value in values])


def _mean(values: Sequence[Fraction]) -> Fraction:
    return divided(_sum(values), Fraction(len(values)))


def _weighted(values: Sequence[Fraction]) -> Fraction:
    weights = values[1::2]
    if any(weight < 0 for weight in weights):
        raise NoValue(saying("加权平均的权不能是负数"))
    products = [bounded(value * weight) for value, weight in zip(values[::2], weights, strict=True)]
    return divided(_sum(products), _sum(weights))


def _share(values: Sequence[Fraction]) -> Fraction:
    return bounded(divided(values[0], values[1]) * 100)


def _rounded(values: Sequence[Fraction]) -> Fraction:
    return Fraction(round_half_up(values[0], int(values[1])))


NUMERIC: Mapping[str, Callable[[Sequence[Fraction]], Fraction]] = MappingProxyType(
    {SUM: _sum, MEAN: _mean, WEIGHTED: _weighted, MAX: max, MIN: min, SHARE: _share, ROUND: _rounded}
)
"""The functions that make one number of numbers."""

LISTS = frozenset({SUM, MEAN, MAX, MIN})
"""Those among them that take a series as well."""

_COMPARISONS: Mapping[str, Callable[[Fraction, Fraction], bool]] = MappingProxyType(
    {
        "=": operator.eq,
        "!=": operator.ne,
        ">": operator.gt,
        ">=": operator.ge,
        "<": operator.lt,
        "<=": operator.le,
    }
)


def compared(sign: str, one: Fraction, other: Fraction) -> bool:
    """The comparison of two numbers."""
    return _COMPARISONS[sign](one, other)


def compared_dates(sign: str, one: Span, other: Span) -> bool:
    """The comparison of two dates where it is the same for every day that they may mean, else NoValue."""
    least, most = _distance(one, other)
    answers = {compared(sign, Fraction(0), Fraction(days)) for days in (least, most)}
    if sign in ("=", "!=") and least < 0 < most:
        answers = {True, False}
    if len(answers) > 1:
        raise NoValue(saying("日期不够精确，无法判断先后；请把日期填到日"))
    return answers.pop()


def days_between(one: Span, other: Span) -> Fraction:
    """The days from one date to the other; NoValue where they are not known to the day."""
    least, most = _distance(one, other)
    if least != most:
        raise NoValue(saying("日期不够精确，天数在 {0} 到 {1} 之间；请把日期填到日", least, most))
    return Fraction(least)


def _distance(one: Span, other: Span) -> tuple[int, int]:
    return (other.first - one.last).days, (other.last - one.first).days
