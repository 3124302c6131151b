"""Where a name stands in a text as a name, and not as a part of other words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from models.report.everyday_words import (
    AFTER_NAMES,
    BEFORE_NAMES,
    ROLES,
    SURNAMES_IN_WORDS,
    TITLES,
    WORDS,
)

Span = tuple[int, int]

_BEFORE = re.compile(rf"(?:{'|'.join((*ROLES, *TITLES))}|[\u4e00-\u9fff]人)[为是由：:\s“（(]{{0,2}}$")
_AFTER = re.compile(
    rf"[”）)]?\s?(?:副?(?:{'|'.join(TITLES)})|等\d*人|本人|签字|签名|签收|代签|领取|陪同|介绍|反映|说)"
)
_BETWEEN = frozenset(("、", "，", "和", "与", "及", " ", "\u3000", "\n"))
_LOOK = 8


class Names:
    """Names to be found in texts; what lies within a `kept` phrase, such as a vendor's name, is none."""

    def __init__(self, names: Iterable[str], phrases: Iterable[str] = ()) -> None:
        self._names = frozenset(names)
        lengths: dict[str, set[int]] = defaultdict(set)
        for name in self._names:
            lengths[name[0]].add(len(name))
        self._lengths = {first: sorted(each, reverse=True) for first, each in lengths.items()}
        self._kept = [
            phrase
            for phrase in phrases
            if any(end - start < len(phrase) for start, end in self._spans(phrase))
        ]

    def _spans(self, text: str) -> Iterator[Span]:
        """Wherever the letters of a name stand, the longest name where several begin."""
        at = 0
        while at < len(text):
            lengths = self._lengths.get(text[at], ())
            length = next((each for each in lengths if text[at : at + each] in self._names), 0)
            if length:
                yield at, at + length
            at += length or 1

    def places(self, text: str, before: str = "") -> list[Span]:
        """Where names stand; `before` is what a reader sees in front, such as the title of the column."""
        if self._lengths.keys().isdisjoint(text):
            return []
        spans = list(self._spans(text))
        held = [span for phrase in self._kept if spans for span in _places_of(text, phrase)]
        named = [one for one in spans if not any(span[0] <= one[0] and one[1] <= span[1] for span in held)]
        front = f"{before}：{text}" if before else text
        shift = len(front) - len(text)
        beside = {span for at, span in enumerate(named) if _is_listed(text, named, at)}
        return [
            (start, end)
            for start, end in named
            if _stands(front, start + shift, end + shift, is_listed=(start, end) in beside)
        ]


def _places_of(text: str, phrase: str) -> Iterator[Span]:
    at = text.find(phrase)
    while at >= 0:
        yield at, at + len(phrase)
        at = text.find(phrase, at + 1)


def _stands(text: str, start: int, end: int, *, is_listed: bool) -> bool:
    """Whether the letters are a name: longer ones always, of two characters only where the sides allow it."""
    name = text[start:end]
    left, right = text[max(0, start - _LOOK) : start], text[end : end + _LOOK]
    if name.isascii():
        return not (_is_latin(left[-1:]) or _is_latin(right[:1]))
    if len(name) > 2 or not (name in WORDS or name[0] in SURNAMES_IN_WORDS):
        return True
    if is_listed or _BEFORE.search(left) or _AFTER.match(right):
        return True
    return name not in WORDS and _ends_word(left) and _begins_word(right)


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _ends_word(left: str) -> bool:
    return not left[-1:].isalpha() or left.endswith(BEFORE_NAMES)


def _begins_word(right: str) -> bool:
    return not right[:1].isalpha() or right.startswith(AFTER_NAMES)


def _is_listed(text: str, named: list[Span], at: int) -> bool:
    """Whether it stands in a row with another name that is no everyday word: 张三、高峰."""
    start, end = named[at]
    neighbours = [(named[at - 1], named[at - 1][1], start)] if at else []
    if at + 1 < len(named):
        neighbours.append((named[at + 1], end, named[at + 1][0]))
    return any(
        text[first:last] in _BETWEEN and text[other[0] : other[1]] not in WORDS
        for other, first, last in neighbours
    )
