"""From a changeset to what people read in the history: which row, which field, before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import InvalidOperation
from typing import Any

from models import experts, kinds
from models.fields import Row, Table, Value
from models.records import Records
from models.sayings import saying, word
from models.schema import SCHEMA
from services.errors import UserProblem
from services.store.changesets import Cells, RowChange, row_changes
from services.store.ddl import columns
from services.store.history import Change, Entry, History, Wanted
from services.store.values import column


class Decoder:
    """Reads changesets with the names that their rows have now, or had last."""

    def __init__(self, history: Callable[[], History], records: Callable[[], Records]) -> None:
        self._history = history
        self._read_records = records
        self._records: Records | None = None
        self._gone: Mapping[tuple[str, str], Row] | None = None

    def forget(self) -> None:
        """The rows have changed since."""
        self._records = None
        self._gone = None

    def changes(self, entry: Entry, wanted: Wanted | None = None) -> tuple[Change, ...]:
        """What an entry changed, field by field, or only what is wanted of it."""
        return self.told(self._history().changeset(entry), wanted)

    def told(self, changeset: bytes, wanted: Wanted | None = None) -> tuple[Change, ...]:
        """What a changeset changes, field by field; experts' scores only once they are released."""
        only = wanted or Wanted()
        return tuple(
            change
            for each in row_changes(changeset)
            if only.concerns(each.table.name, each.row_id, {*each.before, *each.after})
            for change in self._fields(each)
            if not only.field or change.field == only.field
        )

    def _fields(self, change: RowChange) -> Iterator[Change]:
        table, row_id = change.table, change.row_id
        before, after = _values(table, change.before), _values(table, change.after)
        action = "insert" if not change.before else "update" if change.after else "delete"
        name = self._title(table, row_id, {**before, **after} if action != "update" else None)
        skipped = ("id",) if action == "update" else ("id", "position")
        told = 0
        for field in columns(table):
            one, other = before.get(field), after.get(field)
            if field in skipped or one == other or experts.is_sealed(self._now(), table.name, field):
                continue
            told += 1
            yield Change(table.name, row_id, name, field, one, other, action)
        if not told:
            yield Change(table.name, row_id, name, "", None, None, action)

    def _now(self) -> Records:
        if self._records is None:
            self._records = self._read_records()
        return self._records

    def _title(self, table: Table, row_id: str, known: Mapping[str, Value] | None) -> str:
        records = self._now()
        row = records.get(table.name, row_id)
        if row is None and known is None:
            row = self._gone_rows().get((table.name, row_id))
        if row is None:
            row = {**dict.fromkeys(columns(table)), "id": row_id, **(known or {})}
        return records.title_of(table.name, row)

    def _gone_rows(self) -> Mapping[tuple[str, str], Row]:
        if self._gone is None:
            found: dict[tuple[str, str], Row] = {}
            for entry in self._history().entries():
                for change in row_changes(self._history().changeset(entry)):
                    if not change.after:
                        empty: dict[str, Any] = dict.fromkeys(columns(change.table))
                        row = {**empty, **_values(change.table, change.before)}
                        found.setdefault((change.table.name, change.row_id), row)
            self._gone = found
        return self._gone


def _values(table: Table, cells: Cells) -> dict[str, Value]:
    try:
        return {
            name: cell if name in ("id", "position") else kinds.from_file(column(table, name), cell)
            for name, cell in cells.items()
        }
    except (InvalidOperation, ValueError, TypeError) as error:
        raise UserProblem(
            saying("修改记录里{0}的数值读不懂，文件可能已损坏。请改用备份", word(table.label))
        ) from error


def all_rows(rows: Callable[[str], list[Row]]) -> Records:
    """The rows of every declared table."""
    return Records({name: rows(name) for name in SCHEMA})
