"""What a person looks for: words that must all stand in a row, each in every form that it may have there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from models.dates import BadValue, chinese_date, parse_date
from models.kinds import canonical
from models.search.folding import DATE, NUMBER, WAN, YUAN, figure_form, fold

LONGEST = 200
FEWEST_INITIALS = 2

_FIGURE = re.compile(r"[¥￥]?([+-]?\d{1,24}(?:\.\d{0,12})?)(亿元|万元|元|万|%)?", re.ASCII)
_MARKS = {"": (WAN, YUAN, NUMBER), "%": (NUMBER,), "万元": (WAN,), "万": (WAN,), "元": (YUAN,)}
_DATE_LIKE = re.compile(r"\d{2,4}[-./年]\d{1,2}([-./月]\d{0,2})?[日月]?|\d{6}|\d{8}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Word:
    """One word: the forms that are looked for as they are, and the letters that may be initials."""

    forms: tuple[str, ...]
    initials: str = ""

    @classmethod
    def of(cls, typed: str) -> Word:
        """The forms of a word as typed: itself, and as a figure or a date where it can be one."""
        plain = fold(typed)
        found = [plain, *_figures(plain), *_dates(plain)]
        letters = plain if len(plain) >= FEWEST_INITIALS and plain.isascii() and plain.isalpha() else ""
        return cls(tuple(dict.fromkeys(found)), letters)


@dataclass(frozen=True, slots=True)
class Query:
    """The words of a search; empty for nothing but spaces."""

    words: tuple[Word, ...]

    @classmethod
    def of(cls, text: str) -> Query:
        """The query that a typed text means, whatever it holds."""
        return cls(tuple(Word.of(word) for word in text[:LONGEST].split() if fold(word)))

    def __bool__(self) -> bool:
        """Whether anything is looked for."""
        return bool(self.words)


def _figures(plain: str) -> list[str]:
    match = _FIGURE.fullmatch(plain)
    if match is None:
        return []
    figure, unit = match[1].removeprefix("+"), match[2] or ""
    if unit == "亿元":
        figure, unit = canonical(Decimal(figure) * 10_000), "万元"
    shorter = canonical(Decimal(figure)) if "." in figure.rstrip(".") else figure
    found = [figure_form(mark, figure) for mark in _MARKS[unit]]
    return [*found, figure_form(NUMBER, shorter)] if NUMBER in _MARKS[unit] else found


def _dates(plain: str) -> list[str]:
    if not _DATE_LIKE.fullmatch(plain):
        return [DATE + plain] if re.fullmatch(r"\d{4}年?", plain, re.ASCII) and plain.isdigit() else []
    try:
        iso = parse_date(plain.rstrip("-./"))
    except BadValue:
        return []
    return [DATE + iso, iso, chinese_date(iso)]
