"""Filters of single columns: chosen values, words, a range of figures or dates, empty or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from heapq import nsmallest
from itertools import repeat
from typing import Any

from PySide6.QtCore import QCoreApplication

from models import kinds
from models.dates import BadValue, span
from models.fields import NUMERIC, Field, Kind, Value
from services import pinyin

EMPTY = ""
"""How the list of values calls cells in which nothing stands."""


@dataclass(frozen=True, slots=True)
class ColumnFilter:
    """What a column's cells must be; None and the empty text ask for nothing.

    `values` are texts as shown; `low` and `high` bound figures and dates as stored, both included.
    """

    values: frozenset[str] | None = None
    words: str = ""
    low: Value | Fraction = None
    high: Value | Fraction = None

    @property
    def is_idle(self) -> bool:
        """Whether it lets everything through."""
        return self.values is None and not self.words and self.low is None and self.high is None

    def passing(self, texts: Sequence[str], values: Sequence[Any]) -> Iterator[bool]:
        """Of every cell, by its text and its value (what the column is ordered by), whether it passes."""
        answers: list[Iterable[bool]] = [repeat(True, len(texts))]
        if self.values is not None:
            answers.append(map(self.values.__contains__, texts))
        if self.words:
            answers.append(pinyin.having(self.words.lower(), texts))
        if self.low is not None or self.high is not None:
            within = cache(lambda value: _within(value, self.low, self.high))
            answers.append(map(within, values))
        return map(all, zip(*answers, strict=True))


def _within(value: Any, low: Any, high: Any) -> bool:
    if value is None or isinstance(value, bool):
        return False
    if isinstance(value, str):
        try:
            days = span(value)
        except ValueError:
            return False
        return (low is None or days.last >= span(low).first) and (
            high is None or days.first <= span(high).last
        )
    if not isinstance(value, int | Decimal | Fraction):
        return False
    return (low is None or value >= low) and (high is None or value <= high)


def counted(texts: Iterable[str], limit: int) -> list[tuple[str, int]]:
    """The different texts with how often each stands there, in order, at most so many."""
    found = Counter(texts)
    return [(text, found[text]) for text in nsmallest(limit, found)]


def bound(field: Field | None, text: str, money_unit: str) -> Value | Fraction:
    """A bound as typed, as the column's cells are stored; computed ones in the unit they are shown in."""
    if not text.strip():
        return None
    if field is not None and (field.kind in NUMERIC or field.kind is Kind.DATE):
        from dataclasses import replace

        return kinds.parse(replace(field, minimum=None, maximum=None), text, money_unit=money_unit)
    number = kinds.parse(Field("bound", "范围", Kind.NUMBER), text.strip().rstrip("%％"))
    if not isinstance(number, Decimal):
        raise BadValue(QCoreApplication.translate("FilterPopup", "“{0}”不是数").format(kinds.short(text)))
    return Fraction(number)
