"""Three texts of one chapter: what was proposed when it was edited, what the evaluator made of it, what the
form and the data would say now. What is new is offered place by place and never imposed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Offer:
    """One place where the proposal has changed since the chapter was edited.

    `before` is what was proposed then, `now` what would be proposed, `mine` what stands there; the ranges
    are lines of the base and of the evaluator's text. `touched` says that the evaluator changed the place.
    """

    before: tuple[str, ...]
    now: tuple[str, ...]
    mine: tuple[str, ...]
    in_base: Range
    in_mine: Range

    @property
    def touched(self) -> bool:
        """Whether the evaluator's words would be lost by taking the offer."""
        return self.mine != self.before


def lines(text: str) -> tuple[str, ...]:
    """The lines that count: empty ones only part the others."""
    return tuple(each.strip() for each in text.splitlines() if each.strip())


def offers(base: str, mine: str, now: str) -> tuple[Offer, ...]:
    """What is offered, in the order of the text; nothing where only figures have changed."""
    one, other, third = lines(base), lines(mine), lines(now)
    ours, theirs = _changes(one, other), _changes(one, third)
    found = []
    for place in _apart([_widened(each, (*ours, *theirs)) for each, _ in theirs]):
        in_now, in_mine = _mapped(place, theirs), _mapped(place, ours)
        if third[slice(*in_now)] != other[slice(*in_mine)]:
            said = (one[slice(*place)], third[slice(*in_now)], other[slice(*in_mine)])
            found.append(Offer(*said, place, in_mine))
    return tuple(found)


def take(base: str, mine: str, offer: Offer) -> tuple[str, str]:
    """The base and the evaluator's text once the offer is taken."""
    return _put(base, offer.in_base, offer.now), _put(mine, offer.in_mine, offer.now)


def decline(base: str, offer: Offer) -> str:
    """The base once the offer is turned down: the same is not offered again."""
    return _put(base, offer.in_base, offer.now)


def places_that_differ(mine: str, automatic: str) -> int:
    """At how many places a text differs from the proposal."""
    return len(_changes(lines(automatic), lines(mine)))


def _changes(one: Sequence[str], other: Sequence[str]) -> list[tuple[Range, Range]]:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return [((i1, i2), (j1, j2)) for tag, i1, i2, j1, j2 in matcher.get_opcodes() if tag != "equal"]


def _widened(place: Range, changes: Sequence[tuple[Range, Range]]) -> Range:
    """The place with every change that reaches into it, so that its bounds lie within none."""
    start, end = place
    for (first, last), _ in sorted(changes):
        if first < end and last > start:
            start, end = min(start, first), max(end, last)
    return (start, end) if (start, end) == place else _widened((start, end), changes)


def _apart(places: Sequence[Range]) -> list[Range]:
    """The places, those that overlap made one."""
    found: list[Range] = []
    for start, end in sorted(set(places)):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _mapped(place: Range, changes: Sequence[tuple[Range, Range]]) -> Range:
    """Where a place of the base lies in the changed text; its bounds lie within no change."""
    start, end = place
    before = after = 0
    for (first, last), (now_first, now_last) in changes:
        grown = (now_last - now_first) - (last - first)
        if last <= start and (first, last) != (start, end):
            before += grown
        if last <= end:
            after += grown
    return start + before, end + after


def _put(text: str, place: Range, new: Sequence[str]) -> str:
    kept = lines(text)
    return "\n".join((*kept[: place[0]], *new, *kept[place[1] :]))
