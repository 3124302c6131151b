"""What an import would change: sheets against the rows that are there, nothing written."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from models.fields import Value
from models.records import Records
from models.sayings import saying, word
from models.schema import SCHEMA
from models.untidy.lines import STEP, Step, no_step
from services.importing.columns import endings, is_continuation, layout, table_of
from services.importing.drafts import Draft, NewId, Reader
from services.importing.plans import BadCell, Plan, RowChange
from services.importing.references import References, refuse_cycles, refuse_dangling
from services.importing.uncollected import let_go
from services.sheets import Sheet

ROW_ID_BYTES = 8
NOTHING: Mapping[str, Value] = {}
"""What stood before in a row that is new."""


def new_row_id() -> str:
    """A random key for a row."""
    return secrets.token_hex(ROW_ID_BYTES)


def plan(
    records: Records,
    sheets: Sequence[Sheet],
    new_id: NewId = new_row_id,
    step: Step = no_step,
    *,
    uses_up: bool = False,
) -> Plan:
    """Compare the sheets with the rows: which rows are new, which differ, and which cells are wrong.

    A row with a wrong cell, or one that points to such a new row, is left out of the changes. `step` hears
    of the progress and may raise to end it. With `uses_up` a list of sheets is emptied once it is read,
    because very many rows are too much to keep twice.
    """
    notes: list[str] = []
    drafts = _drafts(records, sheets, new_id, notes, step)
    if uses_up:
        _let_go_of(sheets)
    references = References(records, drafts, new_id)
    for done, draft in enumerate(drafts):
        if done % STEP == 0:
            step(done, len(drafts))
        references.resolve(draft)
    refuse_cycles(records, drafts)
    refuse_dangling(drafts)
    made = _needed(references.made.values(), drafts)
    notes += references.notes
    del references
    notes += [
        saying("将新增{0}“{1}”", word(each.table.label), each.values[each.table.make_from_text])
        for each in made
    ]
    changes = _changes(records, [*made, *(draft for draft in drafts if not draft.is_refused)])
    bad = tuple(_bad_cells(drafts))
    let_go(drafts)
    return Plan(changes, bad, tuple(notes))


def _drafts(
    records: Records, sheets: Sequence[Sheet], new_id: NewId, notes: list[str], step: Step
) -> list[Draft]:
    """The rows of all sheets as they come in; remarks on sheets and columns are added to the notes."""
    drafts: list[Draft] = []
    rest = endings(sheets)
    for sheet in sheets:
        table = table_of(sheet)
        if table is None:
            notes += [] if is_continuation(sheet) else [saying("工作表“{0}”不认识，没有导入", sheet.name)]
            continue
        found, remarks = layout(sheet, table)
        notes += remarks
        drafts += Reader(records, sheet, found, rest, new_id).drafts(step)
    return drafts


def _let_go_of(sheets: Sequence[Sheet]) -> None:
    """Free the rows of sheets that nobody else holds."""
    if isinstance(sheets, list):
        while sheets:
            sheet = sheets.pop()
            rows, origins = list(sheet.rows), list(sheet.origins)
            del sheet
            let_go(rows)
            let_go(origins)


def project_id(sheets: Sequence[Sheet]) -> str:
    """The id that the sheets give the project's one row; empty where they give none."""
    for sheet in sheets:
        table = table_of(sheet)
        if table is None or not table.single:
            continue
        place = layout(sheet, table)[0].row_id
        for row in sheet.rows:
            if place is not None and len(row) > place and row[place].strip():
                return row[place].strip()
    return ""


def _needed(made: Iterable[Draft], drafts: Sequence[Draft]) -> list[Draft]:
    """The rows made from a text that a good row still points to."""
    used = {draft.values[name] for draft in drafts if not draft.is_refused for name in draft.pending}
    return [draft for draft in made if draft.row_id in used]


def _changes(records: Records, drafts: Sequence[Draft]) -> tuple[RowChange, ...]:
    """In the order of the tables, so that a new row comes after those it points to wherever it can."""
    named = partial(_title, records)
    by_table: dict[str, list[RowChange]] = {name: [] for name in SCHEMA}
    for draft in drafts:
        change = _change(draft, named)
        if change.new or change.values:
            by_table[change.table].append(change)
    return tuple([change for those in by_table.values() for change in those])


def _change(draft: Draft, named: Callable[[RowChange], str]) -> RowChange:
    old, table = draft.existing, draft.table.name
    if old is None:
        return RowChange(table, draft.row_id, True, draft.values, NOTHING, draft.sheet, draft.number, named)
    values = {name: value for name, value in draft.values.items() if value != old[name]}
    before = {name: old[name] for name in values}
    return RowChange(table, draft.row_id, False, values, before, draft.sheet, draft.number, named)


def _title(records: Records, change: RowChange) -> str:
    """What a row is called now, or will be called once it is made."""
    old = None if change.new else records.get(change.table, change.row_id)
    if old is not None:
        return records.title_of(change.table, old)
    blank: dict[str, Value] = dict.fromkeys((each.name for each in SCHEMA[change.table].fields), None)
    return records.title_of(change.table, {"id": change.row_id, **blank, **change.values, **change.before})


def _bad_cells(drafts: Sequence[Draft]) -> list[BadCell]:
    """Every wrong cell once; a column that is missing altogether is said once, at the header."""
    said: dict[BadCell, None] = {}
    for draft in drafts:
        for bad in draft.bad:
            whole_column = bad.message.startswith("缺少必填列")
            row = 1 if whole_column else bad.row
            said[BadCell(bad.sheet, row, draft.heads.get(bad.column, bad.column), bad.message)] = None
    return list(said)
