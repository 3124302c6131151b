"""Changesets: what one action did to the rows, kept as the database's own record of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import apsw

from models.fields import Table
from models.sayings import saying
from models.schema import SCHEMA
from services.errors import UserProblem
from services.store.ddl import RECORDED, columns

_WIDTHS = {table.name: len(columns(table)) for table in RECORDED}

Cells = Mapping[str, Any]
"""Stored cells by column name; of an update only the columns that changed."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """What an action did to one row: `before` is empty for a new row, `after` for one that is gone."""

    table: Table
    row_id: str
    before: Cells
    after: Cells


def start_session(db: apsw.Connection) -> apsw.Session:
    """Record from now on what changes in every recorded table."""
    session = apsw.Session(db, "main")
    for table in RECORDED:
        session.attach(table.name)
    return session


def raw_changes(changeset: bytes) -> Iterator[apsw.TableChange]:
    """The library's own view of a changeset; UserProblem if it is not one of a project file's."""
    for change in apsw.Changeset.iter(changeset):
        if change.column_count > _WIDTHS.get(change.name, 0):
            raise UserProblem(saying("修改记录与项目文件的表不符，文件可能已损坏。请改用备份"))
        yield change


def row_changes(changeset: bytes) -> Iterator[RowChange]:
    """The changes of a changeset, row by row, by column name."""
    for change in raw_changes(changeset):
        table = SCHEMA[change.name]
        names = columns(table)
        old, new = _cells(names, change.old), _cells(names, change.new)
        row_id = str(old.get("id", new.get("id", "")))
        if change.op == "UPDATE":
            old = {name: cell for name, cell in old.items() if name in new}
        yield RowChange(table, row_id, old, new)


def _cells(names: tuple[str, ...], side: tuple[Any, ...] | None) -> Cells:
    return {name: cell for name, cell in zip(names, side or (), strict=False) if cell is not apsw.no_change}


def touched(changeset: bytes) -> dict[str, frozenset[str]]:
    """The ids of the rows that a changeset concerns, by table."""
    found: dict[str, set[str]] = defaultdict(set)
    for change in raw_changes(changeset):
        cells = change.old or change.new
        if cells is not None:
            found[change.name].add(str(cells[0]))
    return {name: frozenset(ids) for name, ids in found.items()}


def apply(db: apsw.Connection, changeset: bytes) -> None:
    """Do what the changeset says, wholly or with an error: a row that is not as it was is a conflict.

    Whoever calls has read it through `touched` or `row_changes`, which refuse what is foreign.
    """
    apsw.Changeset.apply(changeset, db, flags=apsw.SQLITE_CHANGESETAPPLY_NOSAVEPOINT)


def inverted(changeset: bytes) -> bytes:
    """The changeset that takes this one back."""
    return bytes(apsw.Changeset.invert(changeset))
