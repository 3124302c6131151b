"""New projects from sheets: the sample, or a workbook of another project."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.records import Records
from models.schema import SCHEMA
from services import importing
from services.importing import Plan, Sheet
from services.project import Project

FIRST_ROW = "project"


@dataclass(frozen=True, slots=True)
class Founding:
    """The rows that a new project starts with, and the plan they come from with its bad cells."""

    rows: Mapping[str, Sequence[Mapping[str, Any]]]
    plan: Plan


def found(sheets: Sequence[Sheet]) -> Founding:
    """What a new project would hold; ids in the sheets are kept."""
    empty = {field.name: None for field in SCHEMA["project"].fields}
    start = {"id": FIRST_ROW, "position": "", "void_reason": None, **empty}
    plan = importing.plan(Records({"project": [start]}), sheets)
    rows: dict[str, dict[str, dict[str, Any]]] = {"project": {FIRST_ROW: {"id": FIRST_ROW}}}
    for change in plan.changes:
        row = rows.setdefault(change.table, {}).setdefault(change.row_id, {"id": change.row_id})
        row.update(change.values)
    return Founding({name: list(of.values()) for name, of in rows.items()}, plan)


def create(path: Path, founding: Founding, *, person: str = "", label: str = "新建项目") -> Project:
    """Make the project file with these rows, as the first entry of its history."""
    return Project.create(path, founding.rows, person=person, label=label)
