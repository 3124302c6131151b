"""Which items of two sequences belong together: in order, and quick for long sequences with few changes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeAlias

Pairs: TypeAlias = list[tuple[int, int]]
Range: TypeAlias = tuple[int, int]

SMALL = 10_000
"""Up to this product of lengths every pair may be looked at."""


def pairs(before: Sequence[Hashable], after: Sequence[Hashable]) -> Pairs:
    """Indices of equal items, rising on both sides: common ends first, then items that are there once."""
    found: Pairs = []
    pending: list[tuple[Range, Range]] = [((0, len(before)), (0, len(after)))]
    while pending:
        (first, last), (start, end) = pending.pop()
        while first < last and start < end and before[first] == after[start]:
            found.append((first, start))
            first, start = first + 1, start + 1
        while first < last and start < end and before[last - 1] == after[end - 1]:
            last, end = last - 1, end - 1
            found.append((last, end))
        if first == last or start == end:
            continue
        anchors = _anchors(before, after, (first, last), (start, end))
        if anchors:
            found += anchors
            pending += _between(anchors, (first, last), (start, end))
        else:
            found += _rest(before, after, (first, last), (start, end))
    return sorted(found)


def gaps(matched: Pairs, before: int, after: int) -> Iterator[tuple[Range, Range]]:
    """The stretches between matched items of sequences of these lengths; not those empty on both sides."""
    for one, other in _between(matched, (0, before), (0, after)):
        if one[0] < one[1] or other[0] < other[1]:
            yield one, other


def _between(matched: Pairs, before: Range, after: Range) -> Iterator[tuple[Range, Range]]:
    first, start = before[0], after[0]
    for one, other in [*matched, (before[1], after[1])]:
        yield (first, one), (start, other)
        first, start = one + 1, other + 1


def _anchors(before: Sequence[Hashable], after: Sequence[Hashable], one: Range, other: Range) -> Pairs:
    """Items that are there once on both sides, the longest chain of them that rises."""
    ours, theirs = Counter(before[slice(*one)]), Counter(after[slice(*other)])
    at = {after[place]: place for place in range(*other) if theirs[after[place]] == 1}
    candidates = [
        (place, at[before[place]])
        for place in range(*one)
        if ours[before[place]] == 1 and before[place] in at
    ]
    return _rising(candidates)


def _rising(candidates: Pairs) -> Pairs:
    tops: list[int] = []
    ends: list[int] = []
    previous = [-1] * len(candidates)
    for number, (_, place) in enumerate(candidates):
        length = bisect_left(tops, place)
        previous[number] = ends[length - 1] if length else -1
        tops[length : length + 1] = [place]
        ends[length : length + 1] = [number]
    chain: Pairs = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chain.append(candidates[number])
        number = previous[number]
    return chain[::-1]


def _rest(before: Sequence[Hashable], after: Sequence[Hashable], one: Range, other: Range) -> Pairs:
    """Items that are there several times: the best order of few, the first that fits of many."""
    (first, last), (start, end) = one, other
    if (last - first) * (end - start) <= SMALL:
        blocks = SequenceMatcher(None, before[first:last], after[start:end], False).get_matching_blocks()
        return [(first + a + step, start + b + step) for a, b, size in blocks for step in range(size)]
    places: dict[Hashable, list[int]] = defaultdict(list)
    for place in range(start, end):
        places[after[place]].append(place)
    found, reached = [], start - 1
    for place in range(first, last):
        known = places.get(before[place], [])
        at = bisect_right(known, reached)
        if at < len(known):
            reached = known[at]
            found.append((place, reached))
    return found
