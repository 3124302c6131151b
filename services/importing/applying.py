"""A plan written through one edit: the rows first, then the refs between them."""

from __future__ import annotations

from typing import Protocol

from models.fields import Row, Value
from models.untidy.lines import Step, no_step
from services.importing.plans import Plan, RowChange, refs_of

STEP = 100
"""Rows between two words on the progress."""


class Edits(Protocol):
    """What an import needs of an open edit."""

    def insert(self, table: str, values: Row, *, row_id: str | None = None) -> str:
        """Make a row at the end of its table and give its id."""

    def update(self, table: str, row_id: str, values: Row) -> None:
        """Change fields of a row."""


def apply(edit: Edits, plan: Plan, step: Step = no_step) -> None:
    """Write the plan's good rows; refs to rows made later in the same plan are set at the end.

    `step` hears of the progress; when it raises, the edit ends with nothing done.
    """
    waiting = {(change.table, change.row_id) for change in plan.changes if change.new}
    later: list[tuple[RowChange, dict[str, Value]]] = []
    for done, change in enumerate(plan.changes):
        if done % STEP == 0:
            step(done, len(plan.changes))
        values = change.values
        early = {**values}
        for name, target in refs_of(change.table):
            if (target, values.get(name)) in waiting:
                del early[name]
        if change.new:
            edit.insert(change.table, early, row_id=change.row_id)
            waiting.discard((change.table, change.row_id))
        elif early:
            edit.update(change.table, change.row_id, early)
        if len(early) < len(values):
            later.append((change, {name: values[name] for name in values if name not in early}))
    for change, values in later:
        edit.update(change.table, change.row_id, values)
