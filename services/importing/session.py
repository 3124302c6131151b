"""One import of foreign tables from the choice of a source to the written rows, without a window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from models.records import Records
from models.untidy.about import belonging_key
from models.untidy.folding import folded
from models.untidy.grid import Cell, Grid
from models.untidy.layout import Layout
from models.untidy.lines import Role, Step, no_step
from models.untidy.parting import parted
from models.untidy.reading import Judgement
from models.untidy.turning import turned
from services.importing import remembered
from services.importing.planning import plan
from services.importing.plans import Plan
from services.importing.uncollected import let_go, uncollected
from services.importing.untidy import Part, Proposal, laid_out, propose
from services.reading import clipboard_tables, read_foreign, read_sheets_apart
from services.reading.clipboard import NAME
from services.settings import Settings

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
        return self.layout.data_count


@dataclass(frozen=True, slots=True)
class Marks:
    """Severity and sentence for cells of a table in the newest proposal, and the cells that are filled."""

    cells: Mapping[Cell, tuple[str, str]] = field(default_factory=dict)
    filled: frozenset[Cell] = frozenset()


NO_MARKS = Marks()
_GRAVEST_LAST = {"hint": 0, "doubt": 1, "error": 2}


class Session:
    """The tables of one source with everything that is decided about them."""

    def __init__(self, records: Callable[[], Records], settings: Settings) -> None:
        self._records, self._settings = records, settings
        self.source = ""
        self.tables: list[Table] = []
        self.choices: dict[str, str] = {}
        self.proposal: Proposal | None = None
        self._marks: dict[int, Marks] = {}

    @property
    def records(self) -> Records:
        """The rows as they stand."""
        return self._records()

    @property
    def unit(self) -> str:
        """The evaluated unit, for which layouts are remembered."""
        rows = self.records.all("project")
        return str(rows[0]["unit"] or "") if rows else ""

    def open(self, path: Path, step: Step = no_step) -> bool:
        """Read a file's tables, apart from the program; False where it is a workbook of the program's own.

        UserProblem says why it cannot be read; what was there before stays then.
        """
        grids = None if path.is_dir() else read_foreign(path, step)
        if grids is not None:
            self._take(path.name, grids, step)
        return grids is not None

    def plan_of_exchange(self, path: Path, step: Step = no_step) -> Plan:
        """What a workbook of the program's own would change; raises like `open`."""
        return plan(self.records, read_sheets_apart(path, step), step=step)

    def paste(self, html: str, text: str, step: Step = no_step) -> None:
        """Read the tables on the clipboard; UserProblem when there are none."""
        self._take(NAME, clipboard_tables(html, text), step)

    def _take(self, source: str, grids: Sequence[Grid], step: Step) -> None:
        with uncollected():
            self._keep(source, grids, step)

    def _keep(self, source: str, grids: Sequence[Grid], step: Step) -> None:
        parts = [folded(part) for grid in grids for part in parted(turned(grid))]
        tables = [Table(grid, self._laid_out(grid, step=step)) for grid in parts]
        if any(table.layout.head.first >= 0 and table.data_count for table in tables):
            for table in tables:
                table.taken = table.layout.head.first >= 0 and table.data_count > 0
        if not all(table.grid.is_hidden for table in tables if table.taken):
            for table in tables:
                table.taken = table.taken and not table.grid.is_hidden
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
        before = _parts_of(self.proposal)
        self.proposal = None
        with uncollected():
            let_go(before)
            proposal = propose(self.records, parts, dict(self.choices), step=step)
            taken = [at for at, table in enumerate(self.tables) if table.taken]
            read = zip(taken, proposal.readings, strict=True)
            _ = proposal.plan.new_by_table
            self._marks = {at: self._marked(at, reading.judgements, proposal.plan) for at, reading in read}
        self.proposal = proposal
        return proposal

    def _marked(self, number: int, judgements: Sequence[Judgement], plan: Plan) -> Marks:
        marks: dict[Cell, tuple[str, str]] = {}
        filled: frozenset[Cell] = frozenset()
        for each in sorted(judgements, key=lambda one: _GRAVEST_LAST[one.severity]):
            if each.key == "filled":
                filled = frozenset(each.cells)
            elif each.key != "names":
                marks.update(dict.fromkeys(each.cells, (each.severity, each.sentence)))
        return Marks({**marks, **self._refused(self.tables[number], plan)}, filled)

    @staticmethod
    def _refused(table: Table, plan: Plan) -> dict[Cell, tuple[str, str]]:
        """The cells of a table that cannot be imported, with the reasons."""
        if not plan.bad:
            return {}
        grid, layout = table.grid, table.layout
        rows = {grid.place(row): row for row, role in enumerate(layout.roles) if role is Role.DATA}
        columns = {one.head.text: one.index for one in layout.columns}
        return {
            (rows[bad.sheet, bad.row], columns[bad.column]): ("error", bad.message)
            for bad in plan.bad
            if (bad.sheet, bad.row) in rows and bad.column in columns
        }

    def marks(self, number: int) -> Marks:
        """What is marked in one table after the newest proposal."""
        return self._marks.get(number, NO_MARKS)

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


def _parts_of(proposal: Proposal | None) -> list[object]:
    """What makes a proposal big."""
    if proposal is None:
        return []
    judged = [one for reading in proposal.readings for one in reading.judgements]
    return [*proposal.plan.changes, *proposal.plan.bad, *judged]
