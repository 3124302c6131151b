"""Which rows a grid shows and in which order: by scope, under headings, found by the filters, sorted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from models.fields import Kind, Row, Table
from models.records import ABOVE, OWNERS, Records
from services.workspace import Change
from ui.context import Context
from ui.grid.columns import Group
from ui.grid.filtering import ColumnFilter
from ui.grid.lines import ENTRY, GROUP, ROW, Groups, Line, LineCells

RowsOf = Callable[[Records], Sequence[Row]]
VOID = "void"


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
        self._known: dict[str, Line] = {}
        self._is_read = False
        self.whole = 0

    def forget(self) -> None:
        """The rows have to be read again before lines are built."""
        self._is_read = False

    @property
    def is_filtered(self) -> bool:
        """Whether some rows may be left out."""
        return bool(self.filter or self.column_filters)

    def built(self) -> list[Line]:
        """The lines as the records and the settings of the grid now give them."""
        if not self._is_read:
            self._known = {row["id"]: self._line(row) for row in self._source_rows()}
            self._is_read = True
        rows = self._known
        self.whole = len(rows)
        if self.groups is None:
            lines = self._arranged(list(rows.values()))
        else:
            lines = []
            for group in self._all_groups():
                inside = self._arranged([rows[i] for i in group.row_ids if i in rows])
                if inside or not self.is_filtered:
                    lines.append(Line(GROUP, group.key, None, group))
                    lines += [] if group.key in self.closed else inside
        if self._has_entry and not self.is_filtered:
            lines.append(Line(ENTRY, "＋"))
        return lines

    def _all_groups(self) -> Sequence[Group]:
        assert self.groups is not None
        groups = list(self.groups(self._context.records))
        void = [row["id"] for row in self.void_rows()] if self.shows_void else []
        return [*groups, Group(VOID, "作废", void)] if void else groups

    def _source_rows(self) -> Sequence[Row]:
        rows = self._live_rows()
        void = self.void_rows() if self.shows_void else []
        if not void:
            return rows
        found = [*rows, *void]
        if self._rows is None:
            found.sort(key=lambda row: (row["position"] or "", row["id"]))
        return found

    def _live_rows(self) -> Sequence[Row]:
        records = self._context.records
        if self._rows is not None:
            return self._rows(records)
        if not self.scope:
            return records.live(self._table.name)
        first, row_id = next(iter(self.scope.items()))
        under = records.of(self._table.name, first, row_id)
        return [row for row in under if all(row[name] == value for name, value in self.scope.items())]

    def void_rows(self) -> list[Row]:
        """The rows that would be shown if they were not void."""
        scope = self.scope or {}
        return [
            row
            for row in self._context.records.all(self._table.name)
            if row["void_reason"] is not None and all(row[name] == value for name, value in scope.items())
        ]

    def _line(self, row: Row) -> Line:
        known = self._known.get(row["id"])
        return known if known is not None and known.row is row else Line(ROW, row["id"], row)

    def _arranged(self, lines: list[Line]) -> list[Line]:
        if self.column_filters:
            lines = self._passing(lines)
        if self.filter:
            wanted, words = self.filter.lower(), self._cells.words
            lines = [line for line in lines if wanted in words(line)]
        column, descending = self.sort
        if column >= 0:
            lines = self._cells.ordered(lines, column, descending)
        return lines

    def _passing(self, lines: list[Line]) -> list[Line]:
        names = [column.name for column in self._cells.columns]
        for name, wanted in self.column_filters.items():
            if name in names:
                at = names.index(name)
                lines = [line for line in lines if wanted.lets(*self._cells.text_and_value(line, at))]
        return lines

    def cells_of(self, name: str) -> list[str]:
        """The texts of a column over all rows that the other filters let through."""
        at = [column.name for column in self._cells.columns].index(name)
        kept, self.column_filters = (
            self.column_filters,
            {each: wanted for each, wanted in self.column_filters.items() if each != name},
        )
        lines = self._passing(list(self._known.values()))
        self.column_filters = kept
        return [self._cells.text(line, at) for line in lines]

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
        for row_id in change.rows.get(name, ()):
            old, new = self._known.get(row_id), self._context.records.get(name, row_id)
            if old is None or old.row is None or new is None:
                return False
            if any(old.row[each] != new[each] for each in decisive):
                return False
        return True

    def renew(self, row_ids: Iterable[str]) -> None:
        """Put the present rows into the lines that stay."""
        for row_id in row_ids:
            line = self._known[row_id]
            line.row, line.cells, line.words = self._context.records.get(self._table.name, row_id), None, None

    def all_lines(self) -> Iterable[Line]:
        """The lines of all rows, shown or not."""
        return self._known.values()
