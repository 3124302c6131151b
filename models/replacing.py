"""How an exchanged table differs from the one before: the few rows between those that stayed the same."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from operator import is_
from types import MappingProxyType

from models.fields import Row

Rows = tuple[Row, ...]

MOST_OVER = 500
"""Rows that may differ before an index is made anew."""


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


def window_of(old: Rows, new: Rows, changed: Collection[Row]) -> Window | None:
    """The same, told by the only rows that may differ, as they were; None where one has moved or gone."""
    if len(old) != len(new) or not changed:
        return None
    places = [bisect_left(old, place(row), key=place) for row in changed]
    if any(new[at]["id"] != old[at]["id"] or place(new[at]) != place(old[at]) for at in places):
        return None
    first, end = min(places), max(places) + 1
    return Window(first, old[first:end], new[first:end])


def ordered(old: Rows, rows: Iterable[Row], changed: Collection[Row] = ()) -> tuple[Rows, Window]:
    """The rows in people's order, and how they differ from the old ones, which are in that order.

    `changed` are the old rows that alone may differ, where these are known.
    """
    new = tuple(rows)
    known = window_of(old, new, changed)
    if known is not None:
        return new, known
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
    return rows[:first] + tuple(after) + rows[end:]


class ById:
    """Rows by their id: a large table as it was once, and over it the few rows that differ since then."""

    __slots__ = ("_base", "_over")

    def __init__(
        self, base: Mapping[str, Row], over: Mapping[str, Row | None] = MappingProxyType({})
    ) -> None:
        self._base, self._over = base, over

    @classmethod
    def of(cls, rows: Iterable[Row]) -> ById:
        """Every row by its id."""
        return cls({row["id"]: row for row in rows})

    def get(self, row_id: str) -> Row | None:
        """The row of that id, or None."""
        return self._over[row_id] if row_id in self._over else self._base.get(row_id)

    def following(self, changed: Window) -> ById:
        """The same after the rows of a window were exchanged."""
        over: dict[str, Row | None] = {
            **self._over,
            **dict.fromkeys(changed.ids_before),
            **{row["id"]: row for row in changed.after},
        }
        if len(over) <= MOST_OVER:
            return ById(self._base, over)
        whole = {**self._base, **over}
        return ById({row_id: row for row_id, row in whole.items() if row is not None})


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
