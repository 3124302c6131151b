"""New projects from sheets: the sample, or a workbook of another project."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.fields import Row
from models.records import Records
from models.schema import SCHEMA
from services import importing
from services.importing import Plan, Sheet
from services.project import Project

FIRST_ROW = "project"

Rows = dict[str, dict[str, dict[str, Any]]]
"""By table and row id, in the order in which the rows will stand."""


@dataclass(frozen=True, slots=True)
class Founding:
    """The rows that a new project starts with, and the plan they come from with its bad cells."""

    rows: Mapping[str, Sequence[Mapping[str, Any]]]
    plan: Plan


def found(*batches: Sequence[Sheet]) -> Founding:
    """What a new project would hold after reading these sheets one batch after another; ids are kept."""
    rows: Rows = {"project": {}}
    plans = []
    for batch in batches or ([],):
        if not rows["project"]:
            project_id = importing.project_id(batch) or FIRST_ROW
            rows["project"][project_id] = {"id": project_id}
        plans.append(importing.plan(_records(rows), batch))
        for change in plans[-1].changes:
            row = rows.setdefault(change.table, {}).setdefault(change.row_id, {"id": change.row_id})
            row.update(change.values)
    return Founding({name: list(of.values()) for name, of in rows.items()}, _joined(plans))


def _records(rows: Rows) -> Records:
    return Records({name: list(_whole(name, of.values())) for name, of in rows.items()})


def _whole(table: str, rows: Iterable[Row]) -> Iterable[Row]:
    empty = {field.name: None for field in SCHEMA[table].fields}
    for number, row in enumerate(rows):
        yield {"position": f"{number:09}", "void_reason": None, **empty, **row}


def _joined(plans: Sequence[Plan]) -> Plan:
    return Plan(
        tuple(change for plan in plans for change in plan.changes),
        tuple(bad for plan in plans for bad in plan.bad),
        tuple(note for plan in plans for note in plan.notes),
    )


def create(path: Path, founding: Founding, *, person: str = "", label: str = "新建项目") -> Project:
    """Make the project file with these rows, as the first entry of its history."""
    return Project.create(path, founding.rows, person=person, label=label)
