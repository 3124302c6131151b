"""What each part of a formula comes to, and how several come to one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from models.dates import Span
from models.formula.arithmetic import NoValue
from models.formula.scope import Source
from models.sayings import sentence_of

_Each = TypeVar("_Each")

Series = tuple[Fraction | None, ...]
"""The figures of a series in order; None where one is missing."""

Outcome = Fraction | bool | Span | Series | None
"""What a formula may come to; None where there is no value."""


class Sort(StrEnum):
    """What sort of thing it is; UNKNOWN while its value is missing."""

    NUMBER = "一个数"
    CONDITION = "一个条件"
    DATE = "一个日期"
    SERIES = "一组数"
    UNKNOWN = "未知"


@dataclass(frozen=True, slots=True)
class Part:
    """A value with what it rests on: the missing names, the reason why there is none, its sources."""

    sort: Sort = Sort.UNKNOWN
    value: Outcome = None
    missing: tuple[str, ...] = ()
    reason: str = ""
    sources: tuple[Source, ...] = ()


def joined(sort: Sort, parts: Sequence[Part], compute: Callable[[], Outcome]) -> Part:
    """The part that is computed of the others; without a value as soon as one of them has none."""
    missing = merged(part.missing for part in parts)
    sources = merged(part.sources for part in parts)
    reason = next((part.reason for part in parts if part.reason), "")
    if missing or reason or any(part.value is None for part in parts):
        return Part(sort, None, missing, reason, sources)
    try:
        return Part(sort, compute(), sources=sources)
    except NoValue as refusal:
        return Part(sort, None, reason=sentence_of(refusal), sources=sources)


def merged(groups: Iterable[Iterable[_Each]]) -> tuple[_Each, ...]:
    """Everything in the groups, each once, in order."""
    return tuple(dict.fromkeys(each for group in groups for each in group))


def numbers(parts: Iterable[Part]) -> list[Fraction]:
    """The numbers that are there, those of a series one by one."""
    found: list[Fraction] = []
    for part in parts:
        values = part.value if isinstance(part.value, tuple) else (part.value,)
        found += [value for value in values if isinstance(value, Fraction)]
    return found


def dates(parts: Iterable[Part]) -> list[Span]:
    """The dates that are there."""
    return [part.value for part in parts if isinstance(part.value, Span)]


def decided(parts: Sequence[Part], decisive: bool) -> Part:
    """且 (False decides) or 或 (True decides): a deciding condition counts whatever else is missing."""
    for at, part in enumerate(parts):
        if part.value is decisive:
            sources = merged(each.sources for each in parts[: at + 1])
            return Part(Sort.CONDITION, decisive, sources=sources)
    return joined(Sort.CONDITION, parts, lambda: not decisive)


def chosen(condition: Part, yes: Part, no: Part) -> Part:
    """若: only the branch that is taken counts, with what is missing in it."""
    sort = no.sort if yes.sort is Sort.UNKNOWN else yes.sort
    if not isinstance(condition.value, bool):
        return Part(sort, None, condition.missing, condition.reason, condition.sources)
    taken = yes if condition.value else no
    sources = merged((condition.sources, taken.sources))
    return Part(sort, taken.value, taken.missing, taken.reason, sources)


def counted(parts: Sequence[Part]) -> Part:
    """计数: the values that are given and the conditions that hold; a missing value is just not counted."""
    given = [part for part in parts if part.sort is not Sort.CONDITION]
    conditions = [part for part in parts if part.sort is Sort.CONDITION]
    sources = merged(part.sources for part in parts)
    reason = next((part.reason for part in parts if part.reason), "")
    unclear = merged(part.missing for part in conditions if part.value is None)
    if reason or unclear:
        return Part(Sort.NUMBER, None, unclear, reason, sources)
    total = len(numbers(given)) + len(dates(given)) + sum(part.value is True for part in conditions)
    return Part(Sort.NUMBER, Fraction(total), sources=sources)
