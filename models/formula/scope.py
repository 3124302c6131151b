"""What formulas may quote: the only way from a formula to the figures of an evaluation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from fractions import Fraction
from heapq import nlargest
from itertools import islice
from typing import Protocol

from models.dates import Span

COUNTED = 5000
COMPARED = 50
COMPARED_LENGTH = 40
LIKENESS = 0.5


@dataclass(frozen=True, slots=True)
class Source:
    """Where a quoted value stands: a row's field, or a fact (`table` and `row_id` empty, `field` its name).

    `label` are the words by which people know it: 已支付, 合同“门户运维” · 验收日期.
    """

    table: str
    row_id: str
    field: str
    label: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a name stands for: money in 万元, a rate as a percent number; None is missing, never zero.

    `shown` is the value as people read it (2,053.31).
    """

    value: Fraction | bool | Span | None
    shown: str
    source: Source


class UnknownName(LookupError):  # noqa: N818
    """A scope knows no such name; `name` is the word that is unknown, `nearest` the known word most like it.

    `message` is a whole sentence where more is to be said than that (two contracts of one name).
    """

    def __init__(self, name: str, nearest: str = "", message: str = "") -> None:
        super().__init__(name)
        self.name = name
        self.nearest = nearest
        self.message = message


class Scope(Protocol):
    """The names of one evaluation; every look-up raises UnknownName for what it does not know."""

    def fact(self, name: str) -> Found:
        """A fact of the whole project, by its bare name."""

    def figure(self, name: str) -> Found:
        """A base figure (基础数据), by its name."""

    def member(self, collection: str, key: str, name: str) -> Found:
        """A fact or field of one row: 资金, 合同, 问卷, 里程碑 …; `name` is empty where none is written."""

    def names(self) -> Sequence[str]:
        """The bare names that `fact` knows."""


def nearest_name(word: str, names: Iterable[str]) -> str:
    """The name most like the word, or nothing; only a few names are compared closely, so it stays quick."""
    letters = set(word)
    candidates = [name for name in islice(names, COUNTED) if len(name) <= COMPARED_LENGTH]
    close = nlargest(COMPARED, candidates, key=lambda name: len(letters.intersection(name)))
    return next(iter(get_close_matches(word[:COMPARED_LENGTH], close, 1, LIKENESS)), "")
