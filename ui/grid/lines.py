"""The lines of a grid: what each shows, how it is found and ordered, which problems are marked on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from models.checks import Problem
from models.fields import Kind, Row, Table
from models.records import ABOVE, Records
from services import pinyin
from services.workspace import Change
from ui.context import Context
from ui.grid.columns import Cell, Column, Group, RowView, declared, with_title

Groups = Callable[[Records], Sequence[Group]]
GRAVITY = {"错误": 0, "疑点": 1, "提示": 2}
ROW, GROUP, ENTRY = "row", "group", "entry"


@dataclass(slots=True)
class Line:
    """One line of the grid; cells and words are prepared when first asked for, and again in another age."""

    kind: str
    key: str
    row: Row | None = None
    group: Group | None = None
    cells: list[Cell] | None = None
    age: int = 0
    words: str | None = None
    words_age: int = -1


class LineCells:
    """Prepares what the lines of one table show under its columns.

    `age` counts what was heard, so that whoever prepared something from the rows knows when it is old.
    """

    def __init__(self, context: Context, table: Table, columns: Sequence[Column], entry_hint: str) -> None:
        self._context = context
        self._table = table
        self.columns = tuple(with_title(table.name, column) for column in columns)
        self.fields = tuple(declared(table.name, column) for column in columns)
        self._entry_hint = entry_hint
        self._computes = any(field is None for field in self.fields)
        above = {field.table for field in self.fields if field is not None and field.kind is Kind.REF}
        self._quoted = {"setting", "project", *above, *(name for each in above for name in ABOVE[each])}
        self.age = self._quoted_age = 0

    def cells(self, line: Line) -> list[Cell]:
        """The line's cells, prepared once."""
        if line.cells is None or line.age != self.age:
            line.cells = [self._cell(line, at) for at in range(len(self.columns))]
            line.age = self.age
        return line.cells

    def _cell(self, line: Line, at: int) -> Cell:
        column = self.columns[at]
        if line.kind == ENTRY:
            return Cell(self._entry_hint if at == 0 else "", tone="muted")
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
        tone = column.tone(view) if column.tone is not None and view is not None else ""
        return Cell(text, text or None if field.kind is Kind.REF else line.row[field.name], tone)

    def text(self, line: Line, at: int) -> str:
        """What a row shows in a column: of a longer text its first line."""
        field = self.fields[at]
        if field is None or line.row is None:
            return self._cell(line, at).text
        return self._context.records.shown(self._table.name, field, line.row).split("\n", 1)[0]

    def view_of(self, line: Line) -> RowView | None:
        """The row with what follows from it, None for headings and the entry row."""
        if line.row is None:
            return None
        return RowView(line.row, self._context.records, self._context.workspace.evaluation)

    def heard(self, change: Change | None) -> None:
        """Something changed: what was prepared is old; words of rows only where they quote other rows."""
        self.age += 1
        if change is None or change.touches(*self._quoted):
            self._quoted_age += 1

    def words(self, line: Line) -> str:
        """What a row shows and its pinyin initials, in small letters: what the filter looks through.

        They are made once for a row, and again when it or what it quotes has changed.
        """
        age = self.age if self._computes else self._quoted_age
        if line.words is None or line.words_age != age:
            texts = "\n".join(self.text(line, at) for at in range(len(self.columns))).lower()
            line.words, line.words_age = "\n".join((texts, *pinyin.initials(texts))), age
        return line.words

    def is_indexed(self, line: Line) -> bool:
        """Whether its words are ready."""
        return line.words is not None and line.words_age == (self.age if self._computes else self._quoted_age)

    def text_and_value(self, line: Line, at: int) -> tuple[str, Any]:
        """The text of a cell, and what it is ordered by."""
        field = self.fields[at]
        if field is None or line.row is None:
            cell = self.cells(line)[at]
            return cell.text, cell.sort
        return self.text(line, at), line.row[field.name]

    def ordered(self, lines: list[Line], column: int, descending: bool) -> list[Line]:
        """The lines ordered by a column, those without a value first (last when descending)."""
        field = self.fields[column]
        if field is None or field.kind is Kind.REF:
            if field is None:
                keys = [_order(self.cells(line)[column]) for line in lines]
            else:
                keys = [_order(Cell(self.text(line, column))) for line in lines]
            order = sorted(range(len(lines)), key=keys.__getitem__, reverse=descending)
            return [lines[at] for at in order]
        values = [line.row[field.name] if line.row is not None else None for line in lines]
        without = [at for at, value in enumerate(values) if value is None]
        given = [at for at, value in enumerate(values) if value is not None] if without else range(len(lines))
        order = sorted(given, key=values.__getitem__, reverse=descending)
        return [lines[at] for at in ([*order, *without] if descending else [*without, *order])]


class Marks:
    """The problems of the file that are marked on lines, by row and field."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], list[Problem]] = {}

    def read(self, problems: Iterable[Problem], tables: set[str]) -> None:
        """Take the open problems of these tables."""
        self._found = {}
        for problem in problems:
            if problem.place.table in tables and not problem.settled:
                self._found.setdefault((problem.place.row, problem.place.field), []).append(problem)

    def at(self, key: str, column: Column) -> Sequence[Problem]:
        """The problems that are marked in a cell, gravest first."""
        found = [each for name in (column.name, *column.marks) for each in self._found.get((key, name), ())]
        return sorted(found, key=lambda each: GRAVITY[each.severity]) if found else ()


def _order(cell: Cell) -> tuple[int, Any]:
    if cell.sort is None:
        return (0, "") if not cell.text else (2, cell.text)
    return (2, cell.sort) if isinstance(cell.sort, str) else (1, cell.sort)
