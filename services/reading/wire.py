"""Tables on their way from the process that reads them: lines of JSON, data only, a little at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from models.sayings import Saying, Word, saying, word
from models.untidy.grid import Grid
from services.sheets import Sheet

ROWS, MARKS = 500, 5_000
"""Rows, and covered or faulty cells, in one line: so little that a window is not held up by reading it."""

PROBLEM, EXCHANGE, GRID, SHEET, END = "problem", "exchange", "grid", "sheet", "end"
_ROWS, _COVERED, _FAULTS, _PLACES = "rows", "covered", "faults", "places"

Line = list[Any]
Share = Callable[[str, str], str]


def said_data(text: str) -> Any:
    """A sentence as data, with what was put into it, so that it can be said in another language."""
    if isinstance(text, Saying):
        return {"said": text.template, "with": [_argument(each) for each in text.arguments]}
    return {"word": str(text)} if isinstance(text, Word) else str(text)


def _argument(value: object) -> Any:
    return value if isinstance(value, int) else said_data(value if isinstance(value, str) else str(value))


def said_of(data: Any) -> str:
    """The sentence that data stands for. Raises TypeError, KeyError or ValueError for anything else."""
    if isinstance(data, Mapping):
        if "word" in data:
            return word(str(data["word"]))
        return saying(str(data["said"]), *(_given(each) for each in data["with"]))
    if not isinstance(data, str):
        raise TypeError(data)
    return data


def _given(data: Any) -> object:
    return data if isinstance(data, int) else said_of(data)


def lines_of(tables: Iterable[Grid | Sheet]) -> Iterator[Line]:
    """The lines of tables, with the one that says they are all there."""
    for table in tables:
        if isinstance(table, Grid):
            yield from _grid_lines(table)
        else:
            yield [SHEET, table.name, list(table.header)]
            yield from _in_parts(_ROWS, table.rows, ROWS)
            yield from _in_parts(_FAULTS, _fault_data(table.faults), MARKS)
    yield [END]


def _grid_lines(grid: Grid) -> Iterator[Line]:
    yield [GRID, grid.name, list(grid.around), sorted(grid.hidden), grid.is_hidden]
    yield from _in_parts(_ROWS, grid.rows, ROWS)
    yield from _in_parts(_COVERED, [(*at, *to) for at, to in grid.covered.items()], MARKS)
    yield from _in_parts(_FAULTS, _fault_data(grid.faults), MARKS)
    yield from _in_parts(_PLACES, grid.places, MARKS)


def _fault_data(faults: Mapping[tuple[int, int], str]) -> list[Line]:
    return [[*at, said_data(said)] for at, said in faults.items()]


def _in_parts(kind: str, items: Sequence[Any], most: int) -> Iterator[Line]:
    for start in range(0, len(items), most):
        yield [kind, list(items[start : start + most])]


@dataclass(slots=True)
class _Open:
    """A table while its lines come in."""

    first: Line
    rows: list[tuple[str, ...]] = field(default_factory=list)
    covered: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    faults: dict[tuple[int, int], str] = field(default_factory=dict)
    places: list[tuple[str, int]] = field(default_factory=list)

    def take(self, kind: str, items: list[Any], share: Share) -> None:
        """One more line of it; equal texts become one."""
        if kind == _ROWS:
            self.rows += [tuple([share(text, text) for text in row]) for row in items]
        elif kind == _COVERED:
            self.covered.update(((row, column), (to, at)) for row, column, to, at in items)
        elif kind == _FAULTS:
            self.faults.update(((row, column), said_of(said)) for row, column, said in items)
        elif kind == _PLACES:
            self.places += [(share(name, name), row) for name, row in items]
        else:
            raise ValueError(kind)

    def table(self) -> Grid | Sheet:
        """The whole of it."""
        if self.first[0] == SHEET:
            _, name, header = self.first
            return Sheet(name, tuple(header), tuple(self.rows), self.faults)
        _, name, around, hidden, is_hidden = self.first
        return Grid(
            name, tuple(self.rows), self.covered, self.faults, tuple(around), tuple(self.places),
            frozenset(hidden), bool(is_hidden),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Received:
    """What came: tables, or why there are none, or that the file is the program's own workbook."""

    tables: tuple[Grid | Sheet, ...] = ()
    problem: str = ""
    is_exchange: bool = False


def received(lines: Iterable[str]) -> Received:
    """The tables of the lines. Raises ValueError, TypeError or KeyError where they are not whole."""
    shared: dict[str, str] = {}
    opened: list[_Open] = []
    for text in lines:
        line = json.loads(text)
        kind = line[0]
        if kind == PROBLEM:
            return Received(problem=said_of(line[1]))
        if kind == EXCHANGE:
            return Received(is_exchange=True)
        if kind == END:
            return Received(tuple(each.table() for each in opened))
        if kind in (GRID, SHEET):
            opened.append(_Open(line))
        else:
            opened[-1].take(kind, line[1], shared.setdefault)
    raise ValueError("the lines end too early")
