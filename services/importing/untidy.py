"""Foreign tables on their way in: read as a person laid them out, then planned as every import is.

Entries become sheets as the exchange workbook has them, with ids for the rows that the project has already,
so that values, refs and required fields are checked in one place and a Plan is all that is ever written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from models import untidy
from models.fields import Field, Kind, Table
from models.kinds import one_line
from models.records import Records
from models.sayings import listing, saying, word
from models.schema import SCHEMA
from models.untidy.grid import Grid
from models.untidy.layout import Layout
from models.untidy.lines import Step, no_step
from models.untidy.reading import HINT, Entry, Judgement, Option, Reading, choice
from models.untidy.sameness import same_rows
from services.exchange import ROW_ID, id_header_of
from services.importing.drafts import NewId
from services.importing.planning import new_row_id, plan
from services.importing.plans import Plan
from services.importing.uncollected import let_go
from services.sheets import Origin, Sheet

SAME, UPDATE, LEAVE = "same", "update", "leave"


@dataclass(frozen=True, slots=True)
class Part:
    """One table to be imported: its grid, its layout, and what the person decided."""

    grid: Grid
    layout: Layout
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What importing the parts would do: the plan, what was judged of each part, and judgements on all.

    The entries of the readings have become rows of the plan and are not kept.
    """

    plan: Plan
    readings: tuple[Reading, ...]
    judgements: tuple[Judgement, ...]


def laid_out(
    grid: Grid, records: Records, *, wanted: str = "", head_row: int | None = None, step: Step = no_step
) -> Layout:
    """The layout of a table, with the fund that its words name."""
    from models.untidy.about import titled

    found = untidy.recognise(grid, this_year=this_year(records), wanted=wanted, head_row=head_row, step=step)
    return titled(grid, found, records)


def this_year(records: Records) -> int:
    """The budget year; 0 while nobody said it."""
    year = records.project["year"] if records.all("project") else None
    return year if isinstance(year, int) else 0


def propose(
    records: Records,
    parts: Sequence[Part],
    choices: Mapping[str, str],
    *,
    new_id: NewId = new_row_id,
    step: Step = no_step,
) -> Proposal:
    """Read the parts and plan them together. `step` hears of the progress and may raise to end it."""
    readings = []
    for part in parts:
        readings.append(untidy.read(part.grid, part.layout, this_year(records), part.choices, step))
    entries = _once([entry for reading in readings for entry in reading.entries])
    told = tuple(Reading((), reading.judgements) for reading in readings)
    readings.clear()
    same = same_rows(records, entries)
    judgements = _of_same(same, choices)
    leave = bool(judgements) and judgements[0].chosen == LEAVE
    kept = [entry for entry in entries if entry in same or not entry.fills]
    let_go(entries)
    made = _Sheets(records, same, new_id, leave=leave)
    return Proposal(plan(records, made.of(kept), new_id, step, uses_up=True), told, judgements)


def _once(entries: Sequence[Entry]) -> list[Entry]:
    """The entries with groups that several tables name made one; what pointed to the others points to it."""
    first: dict[tuple[object, str], Entry] = {}
    instead: dict[Entry, Entry] = {}
    for entry in entries:
        if entry.table == "contract_group":
            key = (entry.refs.get("fund", ""), entry.values["name"])
            instead[entry] = first.setdefault(key, entry)
            instead[entry].values |= entry.values
    for entry in entries:
        for name, meant in entry.refs.items():
            if isinstance(meant, Entry) and meant in instead:
                entry.refs[name] = instead[meant]
    return [entry for entry in entries if instead.get(entry, entry) is entry]


def _of_same(same: Mapping[Entry, str], choices: Mapping[str, str]) -> tuple[Judgement, ...]:
    counts: dict[str, int] = defaultdict(int)
    for entry in same:
        counts[entry.table] += not entry.fills
    told = [saying("{0} {1} 行", word(SCHEMA[name].label), count) for name, count in counts.items() if count]
    if not told:
        return ()
    options = (Option(UPDATE, "更新这些行"), Option(LEAVE, "不动这些行"))
    chosen = choice(choices, SAME, options, UPDATE)
    how = saying("只改不同的单元格") if chosen == UPDATE else saying("保持原样")
    sentence = saying(
        "项目里已有同样的行（按编号、合同编号或资金项目＋名称＋服务单位认定）：{0}，{1}",
        listing(told),
        how,
    )
    return (Judgement(SAME, HINT, sentence, options, chosen),)


class _Sheets:
    """Makes exchange sheets of entries: new rows in one sheet per table, known rows by what they bring."""

    def __init__(self, records: Records, same: Mapping[Entry, str], new_id: NewId, *, leave: bool) -> None:
        self._records, self._same, self._leave = records, same, leave
        self._new_id = new_id
        self._ids: dict[Entry, str] = {}

    def of(self, entries: list[Entry]) -> list[Sheet]:
        """The sheets, in the order of the tables; the entries are used up, as both are too much to keep."""
        self._ids = {entry: self._same.get(entry) or self._new_id() for entry in entries}
        groups: dict[tuple[str, tuple[str, ...]], list[Entry]] = defaultdict(list)
        new: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            if entry not in self._same:
                new[entry.table].append(entry)
            elif not self._leave or entry.fills:
                groups[entry.table, self._brought(entry)].append(entry)
        sheets = [self._sheet(SCHEMA[name], self._names(name, those), those) for name, those in new.items()]
        sheets += [
            self._sheet(SCHEMA[name], names, those) for (name, names), those in groups.items() if names
        ]
        self._same = {}
        self._ids = {}
        for those in (entries, *new.values(), *groups.values()):
            let_go(those)
        return sheets

    def _names(self, name: str, entries: Iterable[Entry]) -> tuple[str, ...]:
        """Every field that any of the entries gives, and every required one."""
        given: set[str] = set()
        for entry in entries:
            given.update(entry.values, entry.refs)
        return tuple(one.name for one in SCHEMA[name].fields if one.name in given or one.required)

    def _brought(self, entry: Entry) -> tuple[str, ...]:
        """The fields that change a known row: those that say something, or fill what it lacks."""
        row = self._records.get(entry.table, self._same[entry])
        assert row is not None
        names = [name for name, text in (*entry.values.items(), *entry.refs.items()) if text]
        if entry.fills:
            names = [name for name in names if row[name] is None]
        return tuple(
            one.name for one in SCHEMA[entry.table].fields if one.name in names or one.name in entry.faults
        )

    def _sheet(self, table: Table, names: Sequence[str], entries: Sequence[Entry]) -> Sheet:
        fields = [table.field(name) for name in names]
        refs = [one for one in fields if one.kind is Kind.REF]
        header = (*(one.label for one in fields), *(id_header_of(one) for one in refs), ROW_ID)
        rows, faults = [], {}
        for number, entry in enumerate(entries, start=2):
            shown = [self._text(entry, one) for one in fields]
            rows.append((*shown, *(self._behind(entry, one) for one in refs), self._ids[entry]))
            for name, said in entry.faults.items():
                if name in names:
                    faults[number, names.index(name)] = said
        origins = tuple(Origin(*entry.place, entry.heads) for entry in entries)
        return Sheet(table.label, header, tuple(rows), faults, origins)

    def _text(self, entry: Entry, one: Field) -> str:
        if one.kind is not Kind.REF:
            return entry.values.get(one.name, "")
        meant = entry.refs.get(one.name, "")
        if isinstance(meant, Entry):
            return one_line(meant.values.get("name", "")) or self._ids[meant]
        return meant

    def _behind(self, entry: Entry, one: Field) -> str:
        meant = entry.refs.get(one.name, "")
        return self._ids[meant] if isinstance(meant, Entry) else ""
