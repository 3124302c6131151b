"""What an import would do, before anything is done."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from models.fields import Value
from models.sayings import Saying, saying, word
from models.schema import SCHEMA
from models.untidy.lines import STEP, Step, no_step


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
    named: Callable[[RowChange], str] = field(repr=False, compare=False)

    @property
    def title(self) -> str:
        """The words by which people know the row; made when asked for, as most are never shown."""
        return self.named(self)


@dataclass(frozen=True)
class Plan:
    """The good rows in the order to be written, the cells that are wrong, and remarks for the person."""

    changes: tuple[RowChange, ...]
    bad: tuple[BadCell, ...]
    notes: tuple[str, ...]

    @cached_property
    def new_by_table(self) -> Mapping[str, int]:
        """How many rows of each table would be made."""
        counts: dict[str, int] = {}
        for change in self.changes:
            if change.new:
                counts[change.table] = counts.get(change.table, 0) + 1
        return counts

    @property
    def new_count(self) -> int:
        """How many rows would be made."""
        return sum(self.new_by_table.values())

    @property
    def changed_count(self) -> int:
        """How many existing rows would change."""
        return len(self.changes) - self.new_count

    def only(self, chosen: Collection[tuple[str, str]]) -> Plan:
        """The plan with the chosen rows (table and id) alone, and with those that new rows among them need.

        A chosen row that points to a new row which is not chosen brings that row along.
        """
        left = {at for at, one in enumerate(self.changes) if (one.table, one.row_id) not in chosen}
        return self.without(left)

    def without(self, left: Collection[int], step: Step = no_step) -> Plan:
        """The plan without the changes of these numbers, but for new rows that others of it need.

        `step` hears of the progress and may raise to end it.
        """
        waiting = {(one.table, one.row_id): at for at in left if (one := self.changes[at]).new}
        stays = set(left)
        for at, change in enumerate(self.changes):
            if at % STEP == 0:
                step(at, len(self.changes))
            if at not in left:
                _bring_back(change, self.changes, waiting, stays)
        changes = [one for at, one in enumerate(self.changes) if at not in stays]
        return Plan(tuple(changes), self.bad, self.notes)


def _bring_back(
    change: RowChange, changes: Sequence[RowChange], waiting: dict[tuple[str, str], int], stays: set[int]
) -> None:
    """Take what a change points to out of those that stay away, as far as that reaches."""
    pending = [change]
    while pending:
        one = pending.pop()
        for name, target in refs_of(one.table):
            at = waiting.pop((target, str(one.values.get(name))), None)
            if at is not None:
                stays.discard(at)
                pending.append(changes[at])


@cache
def refs_of(table: str) -> tuple[tuple[str, str], ...]:
    """The refs of a table with the tables that they point to."""
    return tuple((field.name, field.table) for field in SCHEMA[table].refs)
