"""What an import would do, before anything is done."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cache

from models.fields import Value
from models.sayings import Saying, saying, word
from models.schema import SCHEMA


@dataclass(frozen=True, slots=True)
class BadCell:
    """A cell that cannot be taken: the sheet, the row as Excel numbers it, the column, and a sentence."""

    sheet: str
    row: int
    column: str
    message: str

    def __str__(self) -> str:
        return str(self.said)

    @property
    def said(self) -> Saying:
        """The sentence with its place."""
        return saying("工作表“{0}”第 {1} 行“{2}”：{3}", self.sheet, self.row, word(self.column), self.message)


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row to make or to change: its new values and, for a row that exists, what stood there before.

    `values` holds every given field of a new row, only the differing ones of an existing row; beside
    the declared fields it may hold `void_reason`. `sheet` and `row` say where it comes from.
    """

    table: str
    row_id: str
    new: bool
    values: Mapping[str, Value]
    before: Mapping[str, Value]
    sheet: str
    row: int
    named: Callable[[], str] = field(repr=False, compare=False)

    @property
    def title(self) -> str:
        """The words by which people know the row; made when asked for, as most are never shown."""
        return self.named()


@dataclass(frozen=True, slots=True)
class Plan:
    """The good rows in the order to be written, the cells that are wrong, and remarks for the person."""

    changes: tuple[RowChange, ...]
    bad: tuple[BadCell, ...]
    notes: tuple[str, ...]

    @property
    def new_count(self) -> int:
        """How many rows would be made."""
        return sum(change.new for change in self.changes)

    @property
    def changed_count(self) -> int:
        """How many existing rows would change."""
        return len(self.changes) - self.new_count

    def only(self, chosen: Collection[tuple[str, str]]) -> Plan:
        """The plan with the chosen rows (table and id) alone, and with those that new rows among them need.

        A chosen row that points to a new row which is not chosen brings that row along.
        """
        by_id = {(change.table, change.row_id): change for change in self.changes}
        kept: set[tuple[str, str]] = set()
        pending = [key for key in chosen if key in by_id]
        while pending:
            key = pending.pop()
            if key in kept:
                continue
            kept.add(key)
            change = by_id[key]
            for name, target in refs_of(change.table):
                above = (target, str(change.values.get(name)))
                if above in by_id and by_id[above].new:
                    pending.append(above)
        changes = tuple(change for key, change in by_id.items() if key in kept)
        return Plan(changes, self.bad, self.notes)


@cache
def refs_of(table: str) -> tuple[tuple[str, str], ...]:
    """The refs of a table with the tables that they point to."""
    return tuple((field.name, field.table) for field in SCHEMA[table].refs)
