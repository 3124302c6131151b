"""One import of foreign tables from the choice of a source to the written rows, without a window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from models.records import Records
from models.untidy.about import belonging_key
from models.untidy.folding import folded
from models.untidy.grid import Grid
from models.untidy.layout import Layout
from models.untidy.lines import Role, Step, no_step
from models.untidy.reading import Judgement
from services.importing import remembered
from services.importing.columns import table_of
from services.importing.plans import Plan
from services.importing.untidy import Part, Proposal, laid_out, propose
from services.reading import clipboard_tables, read_tables
from services.reading.clipboard import NAME
from services.settings import Settings
from services.sheets import Sheet, sheet_names

ON_THE_WHOLE = -1
"""The number under which judgements on all tables together are chosen."""


@dataclass(slots=True)
class Table:
    """One table of the source, how it is read, what the person decided, and whether it is taken."""

    grid: Grid
    layout: Layout
    choices: dict[str, str] = field(default_factory=dict)
    taken: bool = True

    @property
    def data_count(self) -> int:
        """How many rows of data it has."""
        return sum(role is Role.DATA for role in self.layout.roles)


def is_exchange(path: Path) -> bool:
    """Whether a file is one that this program exports: a sheet is called as a table is."""
    if path.is_dir():
        return True
    if path.suffix.lower() not in (".xlsx", ".csv"):
        return False
    return any(table_of(Sheet(name, (), ())) is not None for name in sheet_names(path))


class Session:
    """The tables of one source with everything that is decided about them."""

    def __init__(self, records: Callable[[], Records], settings: Settings) -> None:
        self._records, self._settings = records, settings
        self.source = ""
        self.tables: list[Table] = []
        self.choices: dict[str, str] = {}
        self.proposal: Proposal | None = None

    @property
    def records(self) -> Records:
        """The rows as they stand."""
        return self._records()

    @property
    def unit(self) -> str:
        """The evaluated unit, for which layouts are remembered."""
        rows = self.records.all("project")
        return str(rows[0]["unit"] or "") if rows else ""

    def open(self, path: Path, step: Step = no_step) -> None:
        """Read a file's tables; UserProblem says why not, and what was there before stays."""
        self._take(path.name, read_tables(path), step)

    def paste(self, html: str, text: str, step: Step = no_step) -> None:
        """Read the tables on the clipboard; UserProblem when there are none."""
        self._take(NAME, clipboard_tables(html, text), step)

    def _take(self, source: str, grids: Sequence[Grid], step: Step) -> None:
        tables = [Table(grid, self._laid_out(grid, step=step)) for grid in map(folded, grids)]
        if any(table.layout.head.first >= 0 and table.data_count for table in tables):
            for table in tables:
                table.taken = table.layout.head.first >= 0 and table.data_count > 0
        self.source, self.tables, self.choices, self.proposal = source, tables, {}, None

    def _laid_out(
        self, grid: Grid, *, wanted: str = "", head_row: int | None = None, step: Step = no_step
    ) -> Layout:
        found = laid_out(grid, self.records, wanted=wanted, head_row=head_row, step=step)
        known = remembered.target_of(self._settings, self.unit, found) if not wanted else ""
        if known and known != found.target.name:
            found = laid_out(grid, self.records, wanted=known, head_row=head_row, step=step)
        return remembered.recalled(self._settings, self.unit, found)

    # What the person decides

    def read_as(self, number: int, target: str) -> None:
        """Read a table into another target."""
        table = self.tables[number]
        head = table.layout.head.last
        table.layout = self._laid_out(table.grid, wanted=target, head_row=head)
        table.choices.clear()

    def head_in(self, number: int, row: int) -> None:
        """Say in which row (from 0; −1 for none) the head of a table stands."""
        table = self.tables[number]
        table.layout = self._laid_out(table.grid, wanted=table.layout.target.name, head_row=row)
        table.choices.clear()

    def fill(self, number: int, column: int, key: str) -> None:
        """Say which slot a column fills; an empty key leaves it out."""
        table = self.tables[number]
        table.layout = table.layout.with_column(column, key)

    def in_unit(self, number: int, unit: str) -> None:
        """Say the unit of a table's amounts."""
        self.tables[number].layout = self.tables[number].layout.with_unit(unit)

    def belongs_to(self, number: int, text: str) -> None:
        """Say by its code or name what all rows of a table belong to."""
        table = self.tables[number]
        key = belonging_key(table.layout)
        if key:
            table.layout = table.layout.with_given(key, text)

    def decide(self, number: int, key: str, value: str) -> None:
        """Decide a judgement otherwise; number ON_THE_WHOLE for those on all tables together."""
        (self.choices if number == ON_THE_WHOLE else self.tables[number].choices)[key] = value

    # What comes of it

    def propose(self, step: Step = no_step) -> Proposal:
        """What would be imported as things are decided."""
        parts = [Part(table.grid, table.layout, dict(table.choices)) for table in self.tables if table.taken]
        self.proposal = propose(self.records, parts, dict(self.choices), step=step)
        return self.proposal

    def judgements(self, number: int) -> tuple[Judgement, ...]:
        """The judgements on one table in the newest proposal."""
        if self.proposal is None:
            return ()
        taken = [at for at, table in enumerate(self.tables) if table.taken]
        return self.proposal.readings[taken.index(number)].judgements if number in taken else ()

    @property
    def is_certain(self) -> bool:
        """Whether the newest proposal rests on nothing that a person should look at."""
        proposal = self.proposal
        layouts = [table.layout for table in self.tables if table.taken]
        return (
            proposal is not None
            and all(reading.is_certain for reading in proposal.readings)
            and all(layout.is_sure for layout in layouts)
        )

    def remember(self) -> None:
        """Keep how the tables were read, for the next ones of this unit."""
        for table in self.tables:
            if table.taken and table.layout.head.first >= 0:
                remembered.remember(self._settings, self.unit, table.layout)


def counted(plan: Plan) -> Mapping[str, int]:
    """How many new rows of each table a plan makes."""
    counts: dict[str, int] = {}
    for change in plan.changes:
        if change.new:
            counts[change.table] = counts.get(change.table, 0) + 1
    return counts
