"""The lines of a grid: what each shows, how it is found and ordered, which problems are marked on it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import compress, count, repeat
from operator import eq, is_, itemgetter
from typing import Any

from models.checks import Problem
from models.fields import Kind, Row, Table
from models.records import Records
from ui.context import Context
from ui.grid.column_texts import ColumnTexts
from ui.grid.columns import Cell, Column, Group, RowView, declared, with_title

Groups = Callable[[Records], Sequence[Group]]
GRAVITY = {"错误": 0, "疑点": 1, "提示": 2}
ROW, GROUP, ENTRY = "row", "group", "entry"
UNITS = 10**12
"""Into so many parts of one a figure is divided to be ordered; what is equal then is compared exactly."""
NEW = "＋"
"""What the entry row is known by, and the sign before it."""


@dataclass(slots=True)
class Line:
    """One line of the grid; cells and words are prepared when first asked for, and again in another age."""

    kind: str
    key: str
    row: Row | None = None
    group: Group | None = None
    cells: list[Cell] | None = None
    age: int = 0


class Lines(Sequence[Line]):
    """The lines of a grid in order. A row becomes a line when it is first asked for: of 100,000 few are.

    `items` are headings, each before its rows, or rows alone; `heads` says where the headings stand; `known`
    are the lines made of rows before.
    """

    def __init__(
        self,
        items: Sequence[Row | Line],
        known: dict[str, Line],
        entry: Line | None,
        heads: Sequence[int] = (),
    ) -> None:
        self.items, self._known, self.entry, self.heads = items, known, entry, heads

    def __len__(self) -> int:
        return len(self.items) + (self.entry is not None)

    def __getitem__(self, at: int | slice) -> Any:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        if at < 0:
            at += len(self)
        if self.entry is not None and at == len(self.items):
            return self.entry
        item = self.items[at]
        return item if isinstance(item, Line) else self.line(item)

    def line(self, row: Row) -> Line:
        """The line of a row; the same one as long as the row is the same."""
        known = self._known.get(row["id"])
        if known is None or known.row is not row:
            known = self._known[row["id"]] = Line(ROW, row["id"], row)
        return known

    def kind(self, at: int) -> str:
        """What a line is, without making it."""
        if at >= len(self.items):
            return ENTRY
        item = self.items[at]
        return item.kind if isinstance(item, Line) else ROW

    def row(self, at: int) -> Row | None:
        """The row of a line, None for headings and the entry row."""
        item = self.items[at] if at < len(self.items) else None
        return None if isinstance(item, Line) else item

    def key(self, at: int) -> str:
        """What a line is known by."""
        row = self.row(at)
        return self[at].key if row is None else row["id"]

    def rows_at(self, places: Iterable[int]) -> list[tuple[int, Row]]:
        """The rows among these lines, each with its place."""
        items, end = self.items, len(self.items)
        return [(at, item) for at in places if at < end and not isinstance(item := items[at], Line)]

    @cached_property
    def _rows(self) -> Sequence[Row]:
        return [item for item in self.items if not isinstance(item, Line)]

    def rows(self) -> Sequence[Row]:
        """All rows, in order."""
        return self._rows if self.heads else self.items  # type: ignore[return-value]

    def number(self, at: int) -> int:
        """Which row a line is, from 1; headings do not count."""
        return at + 1 - bisect_right(self.heads, at)

    def headings(self) -> Iterable[Line]:
        """The headings over the rows."""
        return (self[at] for at in self.heads)

    def place(self, key: str) -> int:
        """Where the line of a row or heading is, -1 when it is not shown."""
        if self.entry is not None and key == self.entry.key:
            return len(self.items)
        known = self._known.get(key)
        if known is not None:
            found = next(compress(count(), map(is_, self.items, repeat(known.row))), -1)
            if found >= 0:
                return found
        if not self.heads:
            ids = map(itemgetter("id"), self.items)
            return next(compress(count(), map(eq, ids, repeat(key))), -1)
        names = (item.key if isinstance(item, Line) else item["id"] for item in self.items)
        return next((at for at, name in enumerate(names) if name == key), -1)

    def like(self, other: Lines) -> bool:
        """Whether the same lines stand in the same order, whatever is in them."""
        if len(self) != len(other) or (self.entry is None) != (other.entry is None):
            return False
        return all(
            one is same or _name(one) == _name(same)
            for one, same in zip(self.items, other.items, strict=True)
        )


def _name(item: Row | Line) -> tuple[str, str]:
    return (item.kind, item.key) if isinstance(item, Line) else (ROW, item["id"])


class LineCells:
    """Prepares what the lines of one table show under its columns.

    `age` counts what was heard, so that whoever prepared something from the rows knows when it is old.
    """

    def __init__(self, context: Context, table: Table, columns: Sequence[Column], entry_hint: str) -> None:
        self._context = context
        self._table = table
        self.columns = tuple(with_title(table.name, column) for column in columns)
        self.fields = tuple(declared(table.name, column) for column in columns)
        self.texts = ColumnTexts(context, table, self.fields)
        self.entry_hint = entry_hint
        self.age = 0

    def cells(self, line: Line) -> list[Cell]:
        """The line's cells, prepared once."""
        if line.cells is None or line.age != self.age:
            line.cells = [self._cell(line, at) for at in range(len(self.columns))]
            line.age = self.age
        return line.cells

    def _cell(self, line: Line, at: int) -> Cell:
        column = self.columns[at]
        if line.kind == ENTRY:
            return Cell(self.entry_hint if at == 0 else "", tone="muted")
        if line.group is not None:
            words = "　".join(word for word in (line.group.code, line.group.title) if word)
            first = Cell(words) if at == 0 else Cell()
            return line.group.cells.get(column.name, first)
        assert line.row is not None
        view = self.view_of(line) if column.compute is not None or column.tone is not None else None
        if column.compute is not None and view is not None:
            return column.compute(view)
        field = self.fields[at]
        assert field is not None
        text = self.text(line, at)
        text = column.shorten(text) if column.shorten is not None else text
        tone = column.tone(view) if column.tone is not None and view is not None else ""
        return Cell(text, text or None if field.kind is Kind.REF else line.row[field.name], tone)

    def text(self, line: Line, at: int) -> str:
        """What a line shows in a column."""
        if self.fields[at] is None or line.row is None:
            return self.cells(line)[at].text
        return self.row_text(line.row, at)

    def view_of(self, line: Line) -> RowView | None:
        """The row with what follows from it, None for headings and the entry row."""
        if line.row is None:
            return None
        return RowView(line.row, self._context.records, self._context.evaluation)

    def row_text(self, row: Row, at: int) -> str:
        """What a row shows in a declared column: of a longer text its first line."""
        return self.texts.text(row, at)

    def computed(self, rows: Sequence[Row], at: int) -> list[Cell]:
        """A computed column of many rows, without preparing their other cells."""
        compute = self.columns[at].compute
        assert compute is not None
        records, evaluation = self._context.records, self._context.evaluation
        return [compute(RowView(row, records, evaluation)) for row in rows]

    def texts_of(self, rows: Sequence[Row], at: int) -> list[str]:
        """What many rows show in a column; each is one line."""
        if self.fields[at] is None:
            return [cell.text.replace("\n", " ") for cell in self.computed(rows, at)]
        return self.texts.texts(rows, at)

    def texts_and_values(self, rows: Sequence[Row], at: int) -> tuple[list[str], list[Any]]:
        """The texts of a column, and the values behind them: of a computed one what it is ordered by."""
        field = self.fields[at]
        if field is not None:
            return self.texts.texts(rows, at), [row[field.name] for row in rows]
        cells = self.computed(rows, at)
        return [cell.text for cell in cells], [cell.sort for cell in cells]

    def keys_of(self, rows: Sequence[Row], column: int) -> list[Any]:
        """What the rows are ordered by in a column; None where nothing stands there."""
        field = self.fields[column]
        if field is None:
            return [_order(cell) for cell in self.computed(rows, column)]
        if field.kind is Kind.REF:
            return [text or None for text in self.texts.texts(rows, column)]
        return [row[field.name] for row in rows]


class Marks:
    """The problems of the file that are marked on lines, by row and field."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], list[Problem]] = {}
        self._keys: set[str] = set()

    def read(self, problems: Iterable[Problem], tables: set[str]) -> None:
        """Take the open problems of these tables."""
        self._found = {}
        for problem in problems:
            if problem.place.table in tables and not problem.settled:
                self._found.setdefault((problem.place.row, problem.place.field), []).append(problem)
        self._keys = {key for key, _field in self._found}

    def has(self, key: str) -> bool:
        """Whether a row has any."""
        return key in self._keys

    def at(self, key: str, column: Column) -> Sequence[Problem]:
        """The problems that are marked in a cell, gravest first."""
        found = [each for name in (column.name, *column.marks) for each in self._found.get((key, name), ())]
        return sorted(found, key=lambda each: GRAVITY[each.severity]) if found else ()


def _order(cell: Cell) -> tuple[int, Any, Any] | None:
    """Figures before words; of a figure first its whole part in small units, which is quick to compare."""
    if cell.sort is None:
        return (2, cell.text, "") if cell.text else None
    if isinstance(cell.sort, int | Fraction | Decimal):
        top, bottom = cell.sort.as_integer_ratio()
        return (1, top * UNITS // bottom, cell.sort)
    return (2, cell.sort, "") if isinstance(cell.sort, str) else (1, 0, cell.sort)
