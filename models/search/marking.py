"""Which part of a shown text was found, cut to what fits on a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from models.search.folding import DATE, NUMBER, WAN, YUAN, fold
from models.search.query import Query, Word

BEFORE, AFTER = 12, 60

Initials = Callable[[str], Sequence[str]]
"""The forms of a text in which every Chinese character is its initial, place for place."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece of a text on one line; what was found is its characters from `start` up to `end`."""

    text: str
    start: int = 0
    end: int = 0


def marked(text: str, query: Query, initials: Initials) -> Marked:
    """The surroundings of the first word that was found; a figure or date whole; else the start."""
    line = text.replace("\n", " ").strip()
    for word in query.words:
        span = _span(line, word, initials)
        if span is not None:
            return _cut(line, *span)
    figures = tuple(
        form for word in query.words for form in word.forms if form[0] in (WAN, YUAN, NUMBER, DATE)
    )
    return _cut(line, 0, len(line) if figures and len(line) < BEFORE + AFTER else 0)


def _span(line: str, word: Word, initials: Initials) -> tuple[int, int] | None:
    folded = fold(line)
    places = range(len(folded) + 1) if len(folded) == len(line) else _places(line)
    texts = (folded, *(initials(folded) if word.initials else ()))
    for form in word.forms:
        at = folded.find(form)
        if at >= 0:
            return _within(places, at, at + len(form), len(line))
    for text in texts[1:]:
        at = text.find(word.initials)
        if at >= 0:
            return _within(places, at, at + len(word.initials), len(line))
    return None


def _within(places: Sequence[int], start: int, end: int, length: int) -> tuple[int, int]:
    last = len(places) - 1
    return min(places[min(start, last)], length), min(places[min(end, last)], length)


def _places(line: str) -> list[int]:
    """For every character of the folded line, the place in the line from which it came."""
    found: list[int] = []
    for at, letter in enumerate(line):
        is_separator = letter in ",，" and line[at - 1 : at].isdigit() and line[at + 1 : at + 4].isdigit()
        found += [at] * (0 if is_separator else len(fold(letter)))
    return [*found, len(line)]


def _cut(line: str, start: int, end: int) -> Marked:
    first = max(start - BEFORE, 0) if start > 2 * BEFORE else 0
    last = min(max(end, start) + AFTER, len(line))
    head, tail = "…" if first else "", "…" if last < len(line) else ""
    shift = len(head) - first
    return Marked(f"{head}{line[first:last]}{tail}", start + shift, end + shift)
