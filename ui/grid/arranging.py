"""Which rows a grid shows and in which order: by scope, under headings, found by the filters, sorted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import compress
from operator import is_, itemgetter, not_
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication

from models.fields import Kind, Row, Table
from models.records import ABOVE, OWNERS, Records
from services.workspace import Change
from ui.context import Context
from ui.grid.columns import Group
from ui.grid.filtering import ColumnFilter
from ui.grid.lines import ENTRY, GROUP, NEW, Groups, Line, LineCells, Lines
from ui.grid.word_index import WordIndex

T = TypeVar("T")
RowsOf = Callable[[Records], Sequence[Row]]
VOID = "void"
KEPT = 2_000
"""Lines that are kept of rows that are no longer shown."""
FEW = 20
"""Changed rows that are looked up one by one."""


class Arrangement:
    """The lines of one grid; a row that is the same keeps its line with all that was prepared for it."""

    def __init__(
        self,
        context: Context,
        table: Table,
        cells: LineCells,
        *,
        scope: Mapping[str, str | None] | None,
        rows: RowsOf | None,
        groups: Groups | None,
        has_entry: bool,
    ) -> None:
        self._context, self._table, self._cells = context, table, cells
        self.scope = dict(scope) if scope is not None else None
        self._rows, self.groups, self._has_entry = rows, groups, has_entry
        self.filter, self.sort = "", (-1, False)
        self.column_filters: dict[str, ColumnFilter] = {}
        self.shows_void = False
        self.closed: set[str] = set()
        self.index = WordIndex(cells, table.name)
        self._known: dict[str, Line] = {}
        self._rows_now: Sequence[Row] | None = None
        self._kept_keys: tuple[tuple[int, int], Sequence[Row], list[Any]] | None = None
        self._members_now: tuple[tuple[object, ...], Sequence[tuple[Line, Sequence[Row]]]] | None = None
        self.shown = 0
        self._kept: Mapping[str, int] | None = None

    def keep(self, lines: Lines) -> None:
        """One types into these lines: until they are arranged again none moves or goes because of it."""
        if self._kept is None and (self.sort[0] >= 0 or self.is_filtered):
            self._kept = {row["id"]: at for at, row in enumerate(lines.rows())}

    def arrange_again(self) -> None:
        """Order and filters hold for all rows as they now are."""
        self._kept = None

    def forget(self) -> None:
        """The rows have to be read again before lines are built."""
        self._rows_now = self._members_now = None

    @property
    def is_filtered(self) -> bool:
        """Whether some rows may be left out."""
        return bool(self.filter or self.column_filters)

    @property
    def all_rows(self) -> Sequence[Row]:
        """The rows of the grid, shown or filtered out."""
        if self._rows_now is None:
            self._rows_now = self._source_rows()
        return self._rows_now

    def has_words(self, wanted: str | None) -> bool:
        """Whether all rows are ready to be searched for these words, or for any."""
        return self.index.is_ready(self.all_rows, None if wanted is None else wanted.strip().lower())

    def word_steps(self) -> Iterator[None]:
        """Make the words of all rows ready for the filter, a little at a time."""
        return self.index.steps(lambda: self.all_rows)

    def built(self) -> Lines:
        """The lines as the records and the settings of the grid now give them."""
        rows = self.all_rows
        if len(self._known) > 2 * len(rows) + KEPT:
            self._known = {}
        passing = self._passing(rows)
        self.shown = len(passing)
        entry = Line(ENTRY, NEW) if self._has_entry and not self.is_filtered else None
        if self.groups is None:
            return Lines(self._ordered(passing), self._known, entry)
        items, heads = self._grouped(passing)
        return Lines(items, self._known, entry, heads)

    def _grouped(self, passing: Sequence[Row]) -> tuple[list[Row | Line], list[int]]:
        """Headings and the rows under them, and where the headings stand."""
        kept = set(map(id, passing)) if self.is_filtered else None
        key = self._key(passing)
        items, heads = list[Row | Line](), list[int]()
        for heading, rows in self._members():
            inside = rows if kept is None else [row for row in rows if id(row) in kept]
            if inside or kept is None:
                heads.append(len(items))
                items.append(heading)
                if heading.key not in self.closed:
                    items += inside if key is None else _sorted(inside, key, self._is_falling)
        return items, heads

    def _members(self) -> Sequence[tuple[Line, Sequence[Row]]]:
        """Every heading with the rows under it; the same as long as rows, groups and figures are."""
        context = self._context
        state = (self.all_rows, self.groups, context.records, context.evaluation)
        if self._members_now is None or not all(map(is_, self._members_now[0], state)):
            rows = {row["id"]: row for row in self.all_rows}
            found = [
                (Line(GROUP, group.key, None, group), [rows[i] for i in group.row_ids if i in rows])
                for group in self._all_groups()
            ]
            self._members_now = (state, found)
        return self._members_now[1]

    def _all_groups(self) -> Sequence[Group]:
        assert self.groups is not None
        groups = list(self.groups(self._context.records))
        void = [row["id"] for row in self.void_rows()] if self.shows_void else []
        return (
            [*groups, Group(VOID, QCoreApplication.translate("GridMenu", "作废"), void)] if void else groups
        )

    def _source_rows(self) -> Sequence[Row]:
        rows = self._live_rows()
        void = self.void_rows() if self.shows_void else []
        if not void:
            return rows
        found = [*rows, *void]
        if self._rows is None:
            found.sort(key=_position)
        return found

    def _live_rows(self) -> Sequence[Row]:
        records = self._context.records
        if self._rows is not None:
            return self._rows(records)
        if not self.scope:
            return records.live(self._table.name)
        first, row_id = next(iter(self.scope.items()))
        under = records.of(self._table.name, first, row_id)
        others = list(self.scope.items())[1:]
        return (
            [row for row in under if all(row[name] == value for name, value in others)] if others else under
        )

    def void_rows(self) -> list[Row]:
        """The rows that would be shown if they were not void."""
        scope = self.scope or {}
        return [
            row
            for row in self._context.records.all(self._table.name)
            if row["void_reason"] is not None and all(row[name] == value for name, value in scope.items())
        ]

    def _ordered(self, rows: Sequence[Row]) -> Sequence[Row]:
        """The rows ordered by a column."""
        column, descending = self.sort
        if self._kept is not None or column < 0 or self._is_stored(column):
            key = self._key(rows)
            return rows if key is None else _sorted(rows, key, self._is_falling)
        keys = self._keys(rows, column)
        return [rows[at] for at in _sorted(range(len(rows)), keys.__getitem__, descending)]

    @property
    def _is_falling(self) -> bool:
        """Whether the greatest comes first; lines that are kept stand as they did."""
        return self.sort[1] and self._kept is None

    def _is_stored(self, column: int) -> bool:
        """Whether rows are ordered by what is stored in them."""
        field = self._cells.fields[column]
        return field is not None and field.kind is not Kind.REF

    def _key(self, rows: Sequence[Row]) -> Callable[[Row], Any] | None:
        """What these rows, or parts of them, are ordered by; None where they stay as they stand."""
        column = self.sort[0]
        if column < 0:
            return None
        if (kept := self._kept) is not None:
            return lambda row: kept.get(row["id"], len(kept))
        if self._is_stored(column):
            return itemgetter(self._cells.columns[column].name)
        keys = dict(zip(map(id, rows), self._keys(rows, column), strict=True))
        return lambda row: keys[id(row)]

    def _keys(self, rows: Sequence[Row], column: int) -> list[Any]:
        """What the rows are ordered by; of all rows it is kept until something changes."""
        if rows is not self._rows_now:
            return self._cells.keys_of(rows, column)
        wanted = (self._cells.age, column)
        if self._kept_keys is None or self._kept_keys[0] != wanted or self._kept_keys[1] is not rows:
            self._kept_keys = (wanted, rows, self._cells.keys_of(rows, column))
        return self._kept_keys[2]

    def _passing(self, rows: Sequence[Row]) -> Sequence[Row]:
        if (kept := self._kept) is not None and self.is_filtered:
            matching = {row["id"] for row in self._matching(rows)}
            return [row for row in rows if row["id"] in kept or row["id"] in matching]
        return self._matching(rows)

    def _matching(self, rows: Sequence[Row]) -> Sequence[Row]:
        if self.filter:
            rows = self.index.passing(rows, self.filter.lower())
        return self._through(rows, self.column_filters)

    def _through(self, rows: Sequence[Row], filters: Mapping[str, ColumnFilter]) -> Sequence[Row]:
        names = [column.name for column in self._cells.columns]
        for name, wanted in filters.items():
            if name in names:
                texts, values = self._cells.texts_and_values(rows, names.index(name))
                rows = list(compress(rows, wanted.passing(texts, values)))
        return rows

    def cells_of(self, name: str) -> list[str]:
        """The texts of a column over all rows that the filters of other columns let through."""
        at = [column.name for column in self._cells.columns].index(name)
        others = {each: wanted for each, wanted in self.column_filters.items() if each != name}
        return self._cells.texts_and_values(self._through(self.all_rows, others), at)[0]

    @property
    def follows_results(self) -> bool:
        """Whether what is computed decides which rows are shown, in which order, or what headings say."""
        sorted_by = self._cells.fields[self.sort[0]] if self.sort[0] >= 0 else self._cells.fields
        computed = self.is_filtered and None in self._cells.fields
        return bool(self._rows or self.groups or computed or sorted_by is None)

    def renew_headings(self) -> bool:
        """New figures in the headings over the same rows; False where anything else may differ, too."""
        known, sorted_by = self._members_now, self._cells.fields[self.sort[0]] if self.sort[0] >= 0 else 0
        if self.groups is None or known is None or self.is_filtered or sorted_by is None:
            return False
        if self._source_rows() is not self._rows_now:
            return False
        fresh, headings = self._all_groups(), [heading for heading, _ in known[1]]
        if [(each.key, each.row_ids) for each in fresh] != [
            (one.group.key, one.group.row_ids) for one in headings if one.group is not None
        ]:
            return False
        for heading, group in zip(headings, fresh, strict=True):
            heading.group = group
        return True

    def stays(self, change: Change) -> bool:
        """Whether the changed rows alone tell that the lines are the same, in the same order."""
        name = self._table.name
        if self._rows or self.groups or self.is_filtered or change.touches(*(ABOVE[name] - {name})):
            return False
        decisive = ["position", "void_reason", *(field.name for field in OWNERS[name]), *(self.scope or ())]
        if self.sort[0] >= 0:
            field = self._cells.fields[self.sort[0]]
            if field is None or field.kind is Kind.REF:
                return False
            decisive.append(field.name)
        shown = {row["id"]: row for row in self.all_rows} if len(change.rows.get(name, ())) > FEW else None
        for row_id in change.rows.get(name, ()):
            old = shown.get(row_id) if shown is not None else self._old_row(row_id)
            new = self._context.records.get(name, row_id)
            if old is None or new is None or any(old[each] != new[each] for each in decisive):
                return False
        return True

    def _old_row(self, row_id: str) -> Row | None:
        """The row as it was when the rows were read last."""
        rows, new = self.all_rows, self._context.records.get(self._table.name, row_id)
        if new is None:
            return None
        at = bisect_left(rows, _position(new), key=_position)
        return rows[at] if at < len(rows) and rows[at]["id"] == row_id else None

    def renewed(self, lines: Lines, row_ids: Collection[str]) -> Lines:
        """The same lines with the present rows in them."""
        rows = self._source_rows()
        if self.sort[0] < 0:
            self._rows_now = rows
            return Lines(rows, self._known, lines.entry)
        self._rows_now = rows
        get, name = self._context.records.get, self._table.name
        items = [get(name, row["id"]) if row["id"] in row_ids else row for row in lines.rows()]
        return Lines([row for row in items if row is not None], self._known, lines.entry)


def _sorted(items: Sequence[T], key: Callable[[T], Any], descending: bool) -> list[T]:
    """The items in order, those without a value first (last when descending).

    Where none stands at either end there may be none at all: it is tried.
    """
    if not any(key(end) is None for end in (*items[:1], *items[-1:])):
        with suppress(TypeError):  # None stands beside other values
            return sorted(items, key=key, reverse=descending)
    is_given = [each is not None for each in map(key, items)]
    given = sorted(compress(items, is_given), key=key, reverse=descending)
    without = compress(items, map(not_, is_given))
    return [*given, *without] if descending else [*without, *given]


def _position(row: Row) -> tuple[str, str]:
    return (row["position"] or "", row["id"])
