"""The hands of an open edit: the only code that writes rows."""

from __future__ import annotations

import re
import secrets
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import apsw

from models.fields import Row, Table
from models.sayings import saying, word
from models.schema import SCHEMA
from services.errors import UserProblem
from services.store import ranks, renaming
from services.store.ddl import quoted
from services.store.invariants import REFERRERS, chunks
from services.store.rowcache import RowCache
from services.store.values import Stored, stored_values


@cache
def _insertion(table: str, names: tuple[str, ...]) -> str:
    marks = ", ".join("?" * len(names))
    return f"INSERT INTO {quoted(table)} ({', '.join(map(quoted, names))}) VALUES ({marks})"


class Edit:
    """What can be done to rows inside `Project.edit`; nothing of it lasts unless the edit ends well.

    Values are checked by Python type (TypeError) and by kind (BadValue); a field that the table does
    not declare is a KeyError; what a person could repair is a UserProblem.
    """

    def __init__(self, db: apsw.Connection, cache: RowCache, *, founding: bool = False) -> None:
        self._db = db
        self._cache = cache
        self._founding = founding
        self._open = True
        self._last_ranks: dict[str, str] = {}
        self._next_codes: dict[str, int] = {}
        self.touched: dict[str, set[str]] = defaultdict(set)

    def row(self, table: str, row_id: str) -> Row | None:
        """The row as it stands inside this edit; None if there is none."""
        return self._cache.get(table, row_id)

    def insert(
        self,
        table: str,
        values: Mapping[str, Any],
        *,
        after: str | None = None,
        row_id: str | None = None,
        position: str | None = None,
    ) -> str:
        """Make a row and give its id; it stands behind the row `after`, else at the end.

        `row_id` and `position` keep what an import knows already; a table that numbers its rows gives
        the next code where none is given.
        """
        declared = self._recorded(table, changing_rows=True)
        made = row_id or secrets.token_hex(8)
        cells = self._with_code(declared, stored_values(declared, values))
        cells = {"id": made, "position": position or self._rank(declared, after), **cells}
        self._last_ranks[table] = max(self._last_ranks.get(table, ""), str(cells["position"]))
        try:
            self._db.execute(_insertion(table, tuple(cells)), tuple(cells.values()))
        except apsw.ConstraintError as error:
            raise UserProblem(
                saying("{0}里已有 id 为 {1} 的行，不能再建一行", word(declared.label), made)
            ) from error
        self.touch(table, (made,))
        return made

    def update(self, table: str, row_id: str, values: Mapping[str, Any]) -> None:
        """Change fields of a row; formulas that name it by a changed code or name follow."""
        declared = self._recorded(table)
        cells = stored_values(declared, values)
        before = self._existing(declared, row_id)
        if cells:
            self._set(table, row_id, cells)
        for name in cells:
            if renaming.is_key(table, name):
                self._rename(declared, name, before[name], cells[name])

    def delete(self, table: str, row_id: str) -> None:
        """Delete a row, all rows that belong to it, and every mention of them in other rows."""
        declared = self._recorded(table, changing_rows=True)
        self._existing(declared, row_id)
        going = self._with_owned(table, row_id)
        for name, ids in going.items():
            for portion, marks in chunks(ids):
                self._forget_mentions(name, portion, marks)
        for name, ids in going.items():
            for portion, marks in chunks(ids):
                self._db.execute(f'DELETE FROM {quoted(name)} WHERE "id" IN ({marks})', portion)
            self.touch(name, ids)

    def move(self, table: str, row_id: str, after: str | None = None) -> None:
        """Put a row behind the row `after`, or at the beginning of its table."""
        declared = self._recorded(table)
        self._existing(declared, row_id)
        if after == row_id:
            return
        if after is None:
            lowest = self._position(f'SELECT min("position") FROM {quoted(table)} WHERE "id" <> ?', row_id)
            rank = ranks.before(lowest)
        else:
            rank = self._rank(declared, after)
        self._set(table, row_id, {"position": rank})

    def void(self, table: str, row_id: str, reason: str) -> None:
        """Set a row aside with a reason: it stays in the file and leaves facts, checks and reports."""
        declared = self._recorded(table)
        if not declared.voidable:
            raise UserProblem(saying("{0}不能作废。不再需要时请删除", word(declared.label)))
        if not reason.strip():
            raise UserProblem(saying("作废{0}须写明原因", word(declared.label)))
        self.update(table, row_id, {"void_reason": reason.strip()})

    def unvoid(self, table: str, row_id: str) -> None:
        """Let a row that was set aside count again."""
        self.update(table, row_id, {"void_reason": None})

    def finish(self) -> None:
        """From now on nothing can be written through this edit."""
        self._open = False

    def _recorded(self, table: str, *, changing_rows: bool = False) -> Table:
        if not self._open:
            raise RuntimeError("this edit is over")
        declared = SCHEMA[table]
        if not declared.recorded:
            raise ValueError(f"{table} is not written through an edit: see Project.add_attachment")
        if declared.single and changing_rows and not self._founding:
            raise UserProblem(saying("{0}恰有一行，不能增加或删除", word(declared.label)))
        return declared

    def _existing(self, table: Table, row_id: str) -> Row:
        row = self._cache.get(table.name, row_id)
        if row is None:
            raise UserProblem(saying("{0}里没有这一行，可能已被删除", word(table.label)))
        return row

    def _set(self, table: str, row_id: str, cells: Mapping[str, Stored]) -> None:
        changes = ", ".join(f"{quoted(name)} = ?" for name in cells)
        self._db.execute(f'UPDATE {quoted(table)} SET {changes} WHERE "id" = ?', (*cells.values(), row_id))
        if "position" in cells:
            self._last_ranks.pop(table, None)
        self.touch(table, (row_id,))

    def touch(self, table: str, ids: Iterable[str]) -> None:
        """These rows are no longer as they were read."""
        self.touched[table].update(ids)
        self._cache.touch(table, ids)

    def _position(self, question: str, *bindings: str) -> str | None:
        found: Any = self._db.execute(question, bindings).fetchone()
        return found[0] if found else None

    def _rank(self, table: Table, after: str | None) -> str:
        name = quoted(table.name)
        if after is None:
            if table.name not in self._last_ranks:
                self._last_ranks[table.name] = self._position(f'SELECT max("position") FROM {name}') or ""
            return ranks.after(self._last_ranks[table.name])
        low = self._existing(table, after)["position"] or ""
        high = self._position(f'SELECT min("position") FROM {name} WHERE "position" > ?', low)
        return ranks.after(low) if high is None else ranks.between(low, high)

    def _with_code(self, table: Table, cells: dict[str, Stored]) -> dict[str, Stored]:
        if not table.code_prefix:
            return cells
        form = re.compile(re.escape(table.code_prefix) + r"(\d{1,9})")
        if table.name not in self._next_codes:
            taken = self._db.execute(f'SELECT "code" FROM {quoted(table.name)} WHERE "code" IS NOT NULL')
            numbers = [int(match[1]) for (code,) in taken if (match := form.fullmatch(code))]
            self._next_codes[table.name] = max(numbers, default=0) + 1
        if cells.get("code") is None:
            cells = {**cells, "code": f"{table.code_prefix}{self._next_codes[table.name]}"}
        if match := form.fullmatch(str(cells["code"])):
            self._next_codes[table.name] = max(self._next_codes[table.name], int(match[1]) + 1)
        return cells

    def _rename(self, table: Table, field: str, old: str | None, new: Stored) -> None:
        if not old or not isinstance(new, str) or old == new:
            return
        quoting = [(place, *row) for place in renaming.PLACES for row in self._mentioning(place, old)]
        if not quoting or self._is_shared(table, field, old, new):
            return
        for place, row_id, text in quoting:
            fresh = renaming.renamed(place, text, table.name, field, old, new)
            if fresh != text:
                self._set(place.table, row_id, {place.field: fresh})

    def _mentioning(self, place: renaming.Place, name: str) -> list[tuple[str, str]]:
        """The texts of the place that hold the name, as it is or with its quotation marks doubled."""
        column = quoted(place.field)
        ways = sorted({name, name.replace('"', '""'), name.replace("”", "””")})
        found = " OR ".join([f"instr({column}, ?)"] * len(ways))
        wanted = f'SELECT "id", {column} FROM {quoted(place.table)} WHERE {found}'
        rows: list[Any] = self._db.execute(wanted, ways).fetchall()
        return [(row_id, text) for row_id, text in rows]

    def _is_shared(self, table: Table, field: str, old: str, new: str) -> bool:
        """Whether another row has the old or the new name, so that nobody knows which one is meant."""
        wanted = f"SELECT count(*) FROM {quoted(table.name)} WHERE {quoted(field)} IN (?, ?)"
        found = self._db.execute(wanted, (old, new)).fetchone()
        return found is not None and found[0] > 1

    def _with_owned(self, table: str, row_id: str) -> dict[str, set[str]]:
        going: dict[str, set[str]] = defaultdict(set)
        pending: list[tuple[str, set[str]]] = [(table, {row_id})]
        while pending:
            name, ids = pending.pop()
            fresh = ids - going[name]
            going[name] |= fresh
            for child, field in REFERRERS[name]:
                if not field.owner:
                    continue
                for portion, marks in chunks(fresh):
                    wanted = f'SELECT "id" FROM {quoted(child.name)} WHERE {quoted(field.name)} IN ({marks})'
                    owned = {row[0] for row in self._db.execute(wanted, portion)}
                    if owned:
                        pending.append((child.name, owned))
            if name != "evidence_link":
                links = self._links(name, fresh)
                going["evidence_link"] |= links
        return going

    def _links(self, table: str, ids: Iterable[str]) -> set[str]:
        found: set[str] = set()
        for portion, marks in chunks(ids):
            wanted = f'SELECT "id" FROM "evidence_link" WHERE "on_table" = ? AND "on_row" IN ({marks})'
            found |= {row[0] for row in self._db.execute(wanted, (table, *portion))}
        return found

    def _forget_mentions(self, table: str, ids: Iterable[str], marks: str) -> None:
        for other, field in REFERRERS[table]:
            if field.owner or not other.recorded:
                continue
            column = quoted(field.name)
            wanted = f'SELECT "id" FROM {quoted(other.name)} WHERE {column} IN ({marks})'
            mentioning = [row[0] for row in self._db.execute(wanted, tuple(ids))]
            if mentioning:
                self._db.execute(
                    f"UPDATE {quoted(other.name)} SET {column} = NULL WHERE {column} IN ({marks})", tuple(ids)
                )
                self.touch(other.name, mentioning)
