"""Which rows a grid shows and in which order: by scope, under headings, found by the filter, sorted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from models.fields import Kind, Row, Table
from models.records import ABOVE, OWNERS, Records
from services.workspace import Change
from ui.context import Context
from ui.grid.lines import ENTRY, GROUP, ROW, Groups, Line, LineCells

RowsOf = Callable[[Records], Sequence[Row]]


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
        self.closed: set[str] = set()
        self._known: dict[str, Line] = {}

    def built(self) -> list[Line]:
        """The lines as the records and the settings of the grid now give them."""
        rows = {row["id"]: self._line(row) for row in self._source_rows()}
        self._known = rows
        if self.groups is None:
            lines = self._arranged(list(rows.values()))
        else:
            lines = []
            for group in self.groups(self._context.records):
                inside = self._arranged([rows[i] for i in group.row_ids if i in rows])
                if inside or not self.filter:
                    lines.append(Line(GROUP, group.key, None, group))
                    lines += [] if group.key in self.closed else inside
        if self._has_entry and not self.filter:
            lines.append(Line(ENTRY, "＋"))
        return lines

    def _source_rows(self) -> Sequence[Row]:
        records = self._context.records
        if self._rows is not None:
            return self._rows(records)
        if not self.scope:
            return records.live(self._table.name)
        first, row_id = next(iter(self.scope.items()))
        under = records.of(self._table.name, first, row_id)
        return [row for row in under if all(row[name] == value for name, value in self.scope.items())]

    def _line(self, row: Row) -> Line:
        known = self._known.get(row["id"])
        return known if known is not None and known.row is row else Line(ROW, row["id"], row)

    def _arranged(self, lines: list[Line]) -> list[Line]:
        if self.filter:
            wanted = self.filter.lower()
            lines = [line for line in lines if wanted in self._cells.words(line)]
        column, descending = self.sort
        if column >= 0:
            lines = sorted(lines, key=lambda line: self._cells.sort_key(line, column), reverse=descending)
        return lines

    def stays(self, change: Change) -> bool:
        """Whether the changed rows alone tell that the lines are the same, in the same order."""
        name = self._table.name
        if self._rows or self.groups or self.filter or change.touches(*(ABOVE[name] - {name})):
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
            self._known[row_id].row = self._context.records.get(self._table.name, row_id)
