"""The history: every action of every person, chained by hashes, nothing ever removed."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

import apsw

from models.fields import Value
from models.sayings import saying
from models.schema import SCHEMA_VERSION
from services.errors import UserProblem

KINDS = ("new", "edit", "undo", "redo", "import", "merge")

ENTRY_COLUMNS = (
    '"number", "id", "parent", "hash", "kind", "target", "time", "person", "label", "schema_version"'
)


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one row before and after an action.

    `name` is the row's title (the last one it had, for a row that is gone); `action` is insert,
    update or delete. A row made or deleted without any value gives one change with an empty `field`.
    """

    table: str
    row: str
    name: str
    field: str
    before: Value
    after: Value
    action: str = "update"


@dataclass(frozen=True)
class Entry:
    """One action: who, when, what it was called; `target` is the entry that an undo or redo concerns."""

    number: int
    id: str
    parent: str | None
    hash: str
    kind: str
    target: str | None
    time: str
    person: str
    label: str
    schema_version: int
    decode: Callable[[Entry], tuple[Change, ...]] = field(repr=False, compare=False)

    @classmethod
    def read(cls, cells: Sequence[Any], decode: Callable[[Entry], tuple[Change, ...]]) -> Entry:
        """The entry from its cells in the order of `ENTRY_COLUMNS`."""
        number, entry_id, parent, chained, kind, target, when, person, label, version = cells
        return cls(number, entry_id, parent, chained, kind, target, when, person, label, version, decode)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What it changed, field by field; read from the open file when first asked for."""
        return self.decode(self)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries of the history to give; what is empty asks for nothing.

    `text` stands in the label, the person's name or a value; `since` and `until` are ISO days, both included;
    `row` and `field` need their `table`; `after` and `before` are numbers of entries, neither included.
    """

    text: str = ""
    person: str = ""
    kind: str = ""
    since: str = ""
    until: str = ""
    table: str = ""
    row: str = ""
    field: str = ""
    after: int = 0
    before: int = 0

    def conditions(self) -> Iterator[tuple[str, tuple[Any, ...]]]:
        """The conditions as SQL with their values; a row and a table are only looked for roughly."""
        if self.text:
            somewhere = 'instr("label", ?) OR instr("person", ?) OR instr("changeset", CAST(? AS BLOB))'
            yield f"({somewhere})", (self.text,) * 3
        for column, value in (("person", self.person), ("kind", self.kind)):
            if value:
                yield f'"{column}" = ?', (value,)
        for sign, value in ((">=", self.since), ("<=", self.until)):
            if value:
                yield f'substr("time", 1, 10) {sign} ?', (value,)
        for name in (self.table, self.row):
            if name:
                yield 'instr("changeset", CAST(? AS BLOB))', (name,)
        for sign, number in ((">", self.after), ("<", self.before)):
            if number:
                yield f'"number" {sign} ?', (number,)

    def concerns(self, table: str, row: str, names: Container[str]) -> bool:
        """Whether a change of these fields of that row is wanted."""
        return (
            (not self.table or self.table == table)
            and (not self.row or self.row == row)
            and (not self.field or self.field in names)
        )


def entry_hash(before: str, words: tuple[Any, ...], changeset: bytes) -> str:
    """The link of the chain: a digest of the entry before, of this entry's words and of its changes."""
    told = hashlib.sha256()
    for part in (before, *("" if each is None else str(each) for each in words)):
        encoded = part.encode()
        told.update(b"%d:" % len(encoded) + encoded)
    told.update(hashlib.sha256(changeset).digest())
    return told.hexdigest()


def link(entry: Entry, before: str, changeset: bytes) -> str:
    """The hash that the entry should have after an entry with the hash `before`."""
    words = (
        entry.number, entry.id, entry.parent, entry.kind, entry.target,
        entry.time, entry.person, entry.label, entry.schema_version,
    )  # fmt: skip
    return entry_hash(before, words, changeset)


@dataclass(slots=True)
class Stacks:
    """Which entries can be taken back and which done again, newest last."""

    undoable: list[str]
    redoable: list[str]

    def follow(self, entry_id: str, kind: str, target: str | None) -> None:
        """Take the next entry into account; ValueError if it cannot follow those before."""
        if kind == "undo":
            self._shift(self.undoable, self.redoable, target)
        elif kind == "redo":
            self._shift(self.redoable, self.undoable, target)
        elif kind != "new":
            self.undoable.append(entry_id)
            self.redoable.clear()

    @staticmethod
    def _shift(source: list[str], goal: list[str], target: str | None) -> None:
        if not source or source[-1] != target:
            raise ValueError(target)
        goal.append(source.pop())


class History:
    """The history table of one open file."""

    def __init__(self, db: apsw.Connection, decode: Callable[[Entry], tuple[Change, ...]]) -> None:
        self._db = db
        self._decode = decode
        self._stacks = Stacks([], [])
        self._read_up_to = 0

    def append(self, kind: str, person: str, label: str, changeset: bytes, target: str | None = None) -> str:
        """Write one entry behind the newest and give its id; the caller's transaction holds it."""
        newest = 'SELECT "number", "id", "hash" FROM "history" ORDER BY "number" DESC LIMIT 1'
        last, parent, before = self._db.execute(newest).fetchone() or (0, None, "")
        entry_id = secrets.token_hex(8)
        time = datetime.now().astimezone().isoformat(timespec="seconds")
        words = (last + 1, entry_id, parent, kind, target, time, person, label, SCHEMA_VERSION)
        chained = entry_hash(before, words, changeset)
        self._db.execute(
            f'INSERT INTO "history" ({ENTRY_COLUMNS}, "changeset") VALUES (?,?,?,?,?,?,?,?,?,?,?)',
            (*words[:3], chained, *words[3:], changeset),
        )
        return entry_id

    def entries(self, limit: int | None = None, wanted: Wanted | None = None) -> Iterator[Entry]:
        """The entries, newest first; of a wanted row some may only mention it."""
        asked = list((wanted or Wanted()).conditions())
        where = f" WHERE {' AND '.join(words for words, _ in asked)}" if asked else ""
        values = (*(value for _, given in asked for value in given), -1 if limit is None else limit)
        select = f'SELECT {ENTRY_COLUMNS} FROM "history"{where} ORDER BY "number" DESC LIMIT ?'
        for cells in self._db.execute(select, values).fetchall():
            yield Entry.read(cells, self._decode)

    def people(self) -> list[str]:
        """Everybody who changed something, by name."""
        found = self._db.execute('SELECT DISTINCT "person" FROM "history" ORDER BY "person"')
        return [str(cells[0]) for cells in found]

    def entry(self, entry_id: str) -> Entry:
        """The entry of that id."""
        wanted = f'SELECT {ENTRY_COLUMNS} FROM "history" WHERE "id" = ?'
        cells = self._db.execute(wanted, (entry_id,)).fetchone()
        if cells is None:
            raise UserProblem(saying("修改记录不完整，文件可能已损坏。请改用备份"))
        return Entry.read(cells, self._decode)

    def changeset(self, entry: Entry) -> bytes:
        """The changes of an entry, once its link in the chain has been checked."""
        found = self._db.execute('SELECT "changeset" FROM "history" WHERE "id" = ?', (entry.id,)).fetchone()
        above = self._db.execute('SELECT "hash" FROM "history" WHERE "id" = ?', (entry.parent,)).fetchone()
        changeset = bytes(found[0]) if found else b""
        if link(entry, above[0] if above else "", changeset) != entry.hash:
            raise UserProblem(
                saying("修改记录“{0}”被改动过或已损坏，文件可能已损坏。请改用备份", entry.label)
            )
        return changeset

    def stacks(self) -> Stacks:
        """What can be taken back and done again now."""
        newer = self._db.execute(
            'SELECT "number", "id", "kind", "target" FROM "history" WHERE "number" > ? ORDER BY "number"',
            (self._read_up_to,),
        )
        found: list[Any] = newer.fetchall()
        for number, entry_id, kind, target in found:
            try:
                self._stacks.follow(entry_id, kind, target)
            except ValueError as error:
                raise UserProblem(saying("修改记录的撤销次序不对，文件可能已损坏。请改用备份")) from error
            self._read_up_to = number
        return self._stacks

    def forget(self) -> None:
        """Read everything anew when next asked, after a rollback or another program's writing."""
        self._stacks = Stacks([], [])
        self._read_up_to = 0
