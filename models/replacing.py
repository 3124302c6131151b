"""How an exchanged table differs from the one before: the few rows between those that stayed the same."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from operator import is_

from models.fields import Row

Rows = tuple[Row, ...]


def place(row: Row) -> tuple[str, str]:
    """Where people see the row among the others of its table; ties by id."""
    return (row["position"] or "", row["id"])


@dataclass(frozen=True)
class Window:
    """All that differs between two states of a table: `before` became `after`, from `first` on."""

    first: int
    before: Rows
    after: Rows

    @cached_property
    def ids_before(self) -> frozenset[str]:
        """The rows that were in the window."""
        return frozenset(row["id"] for row in self.before)

    @cached_property
    def start(self) -> tuple[str, str]:
        """The place from which on it reaches; everything before it has stayed."""
        return min(place(row) for row in (*self.before, *self.after))


def window(old: Rows, new: Rows) -> Window:
    """What lies between the rows that are the same objects at both ends."""
    shorter = min(len(old), len(new))
    first = _same(old, new, shorter)
    last = _same(old[::-1], new[::-1], shorter - first)
    return Window(first, old[first : len(old) - last], new[first : len(new) - last])


def _same(old: Rows, new: Rows, limit: int) -> int:
    same = list(map(is_, old, new))[:limit]
    return same.index(False) if False in same else limit


def ordered(old: Rows, rows: Iterable[Row]) -> tuple[Rows, Window]:
    """The rows in people's order, and how they differ from the old ones, which are in that order."""
    new = tuple(rows)
    found = window(old, new)
    around = new[max(found.first - 1, 0) : found.first + len(found.after) + 1]
    if all(place(one) <= place(other) for one, other in pairwise(around)):
        return new, found
    new = tuple(sorted(new, key=place))
    return new, window(old, new)


def following(rows: Rows, changed: Window, after: Sequence[Row]) -> Rows:
    """Some rows of the table with those of the window exchanged; `after` are those that belong there now."""
    if not changed.before and not after:
        return rows
    gone = changed.ids_before
    first = bisect_left(rows, changed.start, key=place)
    end = first
    while end < len(rows) and rows[end]["id"] in gone:
        end += 1
    return (*rows[:first], *after, *rows[end:])


def index_of(rows: Iterable[Row], field: str) -> dict[str, Rows]:
    """The rows by what their ref field points to; by the empty text where it points to nothing."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[field] or ""].append(row)
    return {key: tuple(each) for key, each in found.items()}


def index_following(
    index: Mapping[str, Rows], field: str, changed: Window, after: Sequence[Row]
) -> dict[str, Rows]:
    """The same index after the rows of a window were exchanged; groups without a change stay the same."""
    made, added = dict(index), index_of(after, field)
    for key in {row[field] or "" for row in changed.before} | set(added):
        made[key] = following(made.get(key, ()), changed, added.get(key, ()))
    return made
