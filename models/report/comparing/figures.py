"""Figures that lead to rows or facts: what each was and is, and in how many places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from models.report.blocks import Run, Source
from models.report.comparing.difference import Difference, is_number, is_of, listed, quoted
from models.report.comparing.lines import Line
from models.report.comparing.naming import Naming
from models.sayings import saying

UNIT = "万元"
Quote = tuple[str, str]
"""What is printed, and the place."""


@dataclass(slots=True)
class _Quotes:
    """Where one source is quoted: printed texts with their places, by what they come to."""

    by_value: dict[str, list[Quote]] = field(default_factory=lambda: defaultdict(list))

    def without(self, other: _Quotes) -> list[Quote]:
        return [
            quote
            for value, quotes in self.by_value.items()
            if value not in other.by_value
            for quote in quotes
        ]


def figures(before: Sequence[Line], after: Sequence[Line], naming: Naming) -> Iterator[Difference]:
    """Each source whose figure changed, in the order of the report."""
    ours, theirs = _quotes(before), _quotes(after)
    for source, quotes in theirs.items():
        if source not in ours:
            continue
        gone, new = ours[source].without(quotes), quotes.without(ours[source])
        if gone and new:
            yield _difference(source, gone, new, naming)


def _difference(source: Source, gone: list[Quote], new: list[Quote], naming: Naming) -> Difference:
    name = naming.source(source)
    was, now = _said(gone), _said(new)
    places = len(new)
    sentence = saying("{0} {1} → {2}，{3} 处", name, was, now, places)
    return Difference("figure", new[0][1], name, was, now, places, sentence, source)


def _said(quotes: list[Quote]) -> str:
    every = dict.fromkeys(_plain(text) for text, _ in quotes)
    return listed(text if is_number(text) else quoted(text) for text in every)


def _plain(text: str) -> str:
    return text.strip().removesuffix(UNIT)


def _value(text: str) -> str:
    plain = _plain(text)
    return plain.replace(",", "").replace("−", "-") if is_number(plain) else plain


def _quotes(every: Sequence[Line]) -> dict[Source, _Quotes]:
    found: dict[Source, _Quotes] = defaultdict(_Quotes)
    for line in every:
        for source, text in _sourced(line.block):
            found[source].by_value[_value(text)].append((text, line.place))
    return found


def _sourced(part: Any) -> Iterator[tuple[Source, str]]:
    """The figures with a source in a block, and texts of paragraphs with one.

    A cell that is one with the cell above is no place of its own; words in cells are told cell by cell.
    """
    if isinstance(part, tuple):
        for each in part:
            yield from _sourced(each)
    elif is_dataclass(part) and not getattr(part, "joined", False):
        source, text = getattr(part, "source", None), getattr(part, "text", "")
        if source is not None and is_of(source, text) and (isinstance(part, Run) or is_number(text)):
            yield source, text
        for field_of in fields(part):
            if field_of.name != "source":
                yield from _sourced(getattr(part, field_of.name))
