"""The rows of an open file in memory, table by table; after an edit only what it touched is read again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import apsw

from models.fields import Row, Table
from models.schema import SCHEMA
from services.store.ddl import columns, quoted
from services.store.values import loaded

_REREAD_LIMIT = 2_000


class RowCache:
    """What `Project.rows` answers from."""

    def __init__(self, db: apsw.Connection) -> None:
        self._db = db
        self._tables: dict[str, _CachedTable] = {}
        self._stale: dict[str, set[str]] = defaultdict(set)

    def rows(self, name: str) -> list[Row]:
        """The rows of a table in order; KeyError for a table that is not declared."""
        table = SCHEMA[name]
        stale = self._stale.pop(name, set())
        cached = self._tables.get(name)
        if cached is None or len(stale) > _REREAD_LIMIT:
            cached = self._tables[name] = _CachedTable(table, self._db)
        else:
            cached.refresh(stale, self._db)
        return list(cached.rows)

    def get(self, name: str, row_id: str) -> Row | None:
        """One row as it is now."""
        return _read_one(SCHEMA[name], row_id, self._db)

    def touch(self, name: str, ids: Iterable[str]) -> None:
        """These rows have changed, or a change of them was taken back."""
        self._stale[name].update(ids)

    def touch_all(self, changed: Mapping[str, Iterable[str]]) -> None:
        """The same for rows of several tables."""
        for name, ids in changed.items():
            self.touch(name, ids)

    def forget(self) -> None:
        """Read everything anew when next asked."""
        self._tables.clear()
        self._stale.clear()


def _select(table: Table) -> str:
    return f"SELECT {', '.join(map(quoted, columns(table)))} FROM {quoted(table.name)}"


def _read_one(table: Table, row_id: str, db: apsw.Connection) -> Row | None:
    cells = db.execute(f'{_select(table)} WHERE "id" = ?', (row_id,)).fetchone()
    return None if cells is None else loaded(table, cells)


def _order(row: Row) -> tuple[str, str]:
    return (row["position"] or "", row["id"])


class _CachedTable:
    def __init__(self, table: Table, db: apsw.Connection) -> None:
        self._table = table
        self.rows: list[Row] = [loaded(table, cells) for cells in db.execute(_select(table)).fetchall()]
        self._arrange()

    def _arrange(self) -> None:
        self.rows.sort(key=_order)
        self._places = {row["id"]: place for place, row in enumerate(self.rows)}

    def refresh(self, ids: Iterable[str], db: apsw.Connection) -> None:
        moved = False
        gone: set[str] = set()
        for row_id in ids:
            fresh, place = _read_one(self._table, row_id, db), self._places.get(row_id)
            if fresh is None:
                gone.add(row_id)
            elif place is None:
                self.rows.append(fresh)
                moved = True
            else:
                moved = moved or self.rows[place]["position"] != fresh["position"]
                self.rows[place] = fresh
        if gone:
            self.rows = [row for row in self.rows if row["id"] not in gone]
        if gone or moved:
            self._arrange()
