"""Fractional ranks: texts between which another text always fits, so a row moves without its neighbours.

A rank is a fraction's digits in base 62, so plain comparison of texts is the order. Ranks written by
others may be any text: the result is still in order wherever a text in between exists.
"""

from __future__ import annotations

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_VALUE = {digit: value for value, digit in enumerate(_DIGITS)}
_WIDTH = 6
_FIRST = "100000"
_MIDDLE = "V00"
_LONGEST = 2_000


def after(rank: str | None) -> str:
    """A rank behind `rank`, for a row at the end; the first rank of all for None."""
    if not rank:
        return _FIRST
    return _step(rank[:_WIDTH].ljust(_WIDTH, "0"), 1) or rank + _MIDDLE


def before(rank: str | None) -> str:
    """A rank in front of `rank`, for a row at the beginning."""
    if not rank:
        return _FIRST
    lower = _step(rank[:_WIDTH].ljust(_WIDTH, "0"), -1)
    return lower if lower.strip("0") else between("", rank)


def between(low: str, high: str) -> str:
    """A rank behind `low` and in front of `high`; `low` itself where nothing fits between the two."""
    upper = _step(low, 1)
    if low < upper < high:
        return upper
    lower = _step(high, -1)
    if low < lower and lower.removeprefix(low).strip("0"):
        return lower
    zeros = low
    while not zeros + _MIDDLE < high and high.startswith(zeros) and len(zeros) < _LONGEST:
        zeros += "000"
    room = zeros + _MIDDLE
    return room if low < room < high else low


def _step(rank: str, by: int) -> str:
    """The rank of the same length one further on or back; empty when there is none."""
    if not rank or any(digit not in _VALUE for digit in rank):
        return ""
    if 0 <= _VALUE[rank[-1]] + by < len(_DIGITS):
        return rank[:-1] + _DIGITS[_VALUE[rank[-1]] + by]
    number = by
    for place, digit in enumerate(reversed(rank)):
        number += _VALUE[digit] * len(_DIGITS) ** place
    if not 0 <= number < len(_DIGITS) ** len(rank):
        return ""
    digits = []
    for _ in rank:
        number, rest = divmod(number, len(_DIGITS))
        digits.append(_DIGITS[rest])
    return "".join(reversed(digits))
