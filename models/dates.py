"""Dates as precise as known: a year, a month or a day, each standing for the interval of its days."""

from __future__ import annotations

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from models.sayings import saying

FIRST_YEAR, LAST_YEAR = 1949, 2099

_SEPARATED = re.compile(r"(\d{4}|\d{2})\s*[-./年]\s*(\d{1,2})\s*(?:月|[-./月]\s*(\d{1,2})\s*日?)?", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})?", re.ASCII)
_TIME_OF_DAY = re.compile(r"(?<=\d)[ T]([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?$", re.ASCII)
_YEAR = re.compile(r"(\d{4})\s*年?", re.ASCII)


class BadValue(ValueError):
    """What was typed cannot be taken; the text says what is wrong and what would be right."""


def short(text: str) -> str:
    """The beginning of a text on one line, for a message."""
    line = " ".join(text.split())
    return line if len(line) <= 24 else line[:23] + "…"


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a date as precise as known may mean, both ends included."""

    first: date
    last: date


def parse_date(text: str) -> str:
    """The ISO form ("2018", "2018-11", "2018-11-28") of a date as people type it.

    Raises BadValue for anything that is not a date between 1949 and 2099.
    """
    typed = unicodedata.normalize("NFKC", text).strip()
    typed = _TIME_OF_DAY.sub("", typed)
    match = _YEAR.fullmatch(typed) or _COMPACT.fullmatch(typed) or _SEPARATED.fullmatch(typed)
    if match is None:
        raise BadValue(saying("“{0}”不是日期。请写成 2018、2018-11 或 2018-11-28 这样的日期", short(text)))
    year, month, day = (int(part) if part else None for part in (*match.groups(), None, None)[:3])
    assert year is not None
    if year < 100:
        if day is None:
            raise BadValue(saying("“{0}”看不出年份。请写成 2018-06 或 2018-06-08", short(text)))
        year += 2000
    return _checked(text, year, month, day)


def _checked(text: str, year: int, month: int | None, day: int | None) -> str:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadValue(
            saying("“{0}”的年份 {1} 不在 {2}–{3} 之间。请核对年份", short(text), year, FIRST_YEAR, LAST_YEAR)
        )
    if month is None:
        return f"{year:04}"
    if not 1 <= month <= 12:
        raise BadValue(saying("“{0}”的月份 {1} 不在 1–12 之间。请核对月份", short(text), month))
    if day is None:
        return f"{year:04}-{month:02}"
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise BadValue(saying("“{0}”的日期不对：{1} 年 {2} 月只有 {3} 天", short(text), year, month, last))
    return f"{year:04}-{month:02}-{day:02}"


def span(iso: str) -> Span:
    """The interval of days that a stored date means."""
    year, month, day = (*(int(part) for part in iso.split("-")), 0, 0)[:3]
    if day:
        return Span(date(year, month, day), date(year, month, day))
    first, last = (month, month) if month else (1, 12)
    return Span(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))


def days(start: str, end: str) -> tuple[int, int]:
    """The least and the most days from `start` to `end`, both as precise as known."""
    one, other = span(start), span(end)
    return (other.first - one.last).days, (other.last - one.first).days


def year_of(iso: str) -> int:
    """The calendar year of a stored date, which is known whatever its precision."""
    return int(iso[:4])


def chinese_date(iso: str) -> str:
    """The date in official writing, without leading zeros: 2019年8月10日, 2018年6月, 2018年."""
    return "".join(f"{int(part)}{unit}" for part, unit in zip(iso.split("-"), "年月日", strict=False))
