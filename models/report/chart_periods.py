"""The periods of a time line: days as known, or months, quarters, years where that makes few enough."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date

from models.dates import FIRST_YEAR, LAST_YEAR, Span, span
from models.fields import Value
from models.sayings import saying

LENGTHS = (1, 3, 12, 60, 240)
"""Months, quarters, years, five and twenty years."""


def known_span(stored: Value) -> Span | None:
    """The days that a stored date means; None for a missing one and for what is no date."""
    try:
        found = span(stored) if isinstance(stored, str) else None
    except ValueError:
        return None
    sensible = found is not None and FIRST_YEAR <= found.first.year <= LAST_YEAR
    return found if sensible else None


def periods(spans: Sequence[Span], most: int) -> dict[Span, Span]:
    """For every span the one that stands for it: itself, or the shortest periods that are at most so many."""
    found = {each: each for each in spans}
    for months in LENGTHS:
        if len(set(found.values())) <= most:
            break
        found = {each: _widened(each, months) for each in found}
    return found


def _widened(one: Span, months: int) -> Span:
    """The whole periods of so many months, counted from year 0, that hold a span."""
    first = (one.first.year * 12 + one.first.month - 1) // months * months
    last = (one.last.year * 12 + one.last.month - 1) // months * months + months - 1
    year, month = divmod(last, 12)
    end = date(year, month + 1, calendar.monthrange(year, month + 1)[1])
    return Span(date(first // 12, first % 12 + 1, 1), end)


_QUARTERS = (saying("一"), saying("二"), saying("三"), saying("四"))


def period_words(one: Span) -> str:
    """A period in official writing: 2018年11月28日, 2018年11月, 2018年第四季度, 2018年, 2016年至2020年."""
    first, last = one.first, one.last
    if first == last:
        return saying("{0}年{1}月{2}日", first.year, first.month, first.day)
    if (first.year, first.month) == (last.year, last.month):
        return saying("{0}年{1}月", first.year, first.month)
    if first.year != last.year:
        return saying("{0}年至{1}年", first.year, last.year)
    if last.month - first.month == 2 and first.month % 3 == 1:
        return saying("{0}年第{1}季度", first.year, _QUARTERS[first.month // 3])
    return saying("{0}年", first.year)
