"""From the declared tables to SQL, and the fingerprint that says whether a file has exactly these."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import apsw

from models.fields import Kind, Table
from models.schema import SCHEMA_VERSION, TABLES, tables_as_of

APPLICATION_ID = int.from_bytes(b"JHXM", "big")
"""The header's mark of a 绩衡 project file (绩衡项目)."""

RECORDED: tuple[Table, ...] = tuple(table for table in TABLES if table.recorded)
"""The tables whose changes stand in the history; attachments never change and are left out."""

BOOKKEEPING = ("id", "position", "void_reason")
"""The columns that every row has before its declared fields."""


def _columns_of(table: Table) -> tuple[str, ...]:
    return (*BOOKKEEPING, *(field.name for field in table.fields))


_COLUMNS: Mapping[str, tuple[str, ...]] = {table.name: _columns_of(table) for table in TABLES}

_INTEGERS = frozenset({Kind.MONEY, Kind.INTEGER, Kind.BOOL})

META = 'CREATE TABLE "meta" ("key" TEXT PRIMARY KEY NOT NULL, "value" TEXT NOT NULL) STRICT, WITHOUT ROWID'

HISTORY = (
    'CREATE TABLE "history" ("number" INTEGER PRIMARY KEY, "id" TEXT NOT NULL UNIQUE, "parent" TEXT, '
    '"hash" TEXT NOT NULL, "kind" TEXT NOT NULL, "target" TEXT, "time" TEXT NOT NULL, '
    '"person" TEXT NOT NULL, "label" TEXT NOT NULL, "schema_version" INTEGER NOT NULL, '
    '"changeset" BLOB NOT NULL) STRICT'
)

CONTENT = 'CREATE TABLE "attachment_content" ("sha256" TEXT NOT NULL UNIQUE, "bytes" BLOB NOT NULL) STRICT'


def quoted(name: str) -> str:
    """A name as SQL takes it whatever word it is (`group` and `table` are SQL's own)."""
    return '"' + name.replace('"', '""') + '"'


def columns(table: Table) -> tuple[str, ...]:
    """The column names of a table in the file's order: the bookkeeping first, then the declared fields."""
    return _COLUMNS[table.name]


def create_table(table: Table) -> str:
    """The CREATE statement of a declared table."""
    parts = ['"id" TEXT PRIMARY KEY NOT NULL', '"position" TEXT', '"void_reason" TEXT']
    for field in table.fields:
        parts.append(f"{quoted(field.name)} {'INTEGER' if field.kind in _INTEGERS else 'TEXT'}")
    return f"CREATE TABLE {quoted(table.name)} ({', '.join(parts)}) STRICT, WITHOUT ROWID"


def make_tables(db: apsw.Connection, version: int = SCHEMA_VERSION) -> None:
    """Make the tables and mark the file as a project file of that schema version."""
    for statement in (META, HISTORY, CONTENT, *(create_table(table) for table in tables_as_of(version))):
        db.execute(statement)
    db.execute(f"PRAGMA application_id={APPLICATION_ID}")
    db.execute(f"PRAGMA user_version={version}")


def upgrade_tables(db: apsw.Connection, version: int) -> None:
    """Bring the tables of a file of that schema version to the present; the caller's transaction holds it.

    A table with new columns is made anew and its rows put in: a column added to it would leave other
    SQL in the file than a new file has.
    """
    for statement in _upgrade_statements(version):
        db.execute(statement)
    db.execute(f"PRAGMA user_version={SCHEMA_VERSION}")


def _upgrade_statements(version: int) -> Iterator[str]:
    older = {table.name: table for table in tables_as_of(version)}
    for table in TABLES:
        old = older.get(table.name)
        if old is None:
            yield create_table(table)
        elif old != table:
            name, aside = quoted(table.name), quoted(f"{table.name} of version {version}")
            kept = ", ".join(map(quoted, _columns_of(old)))
            yield f"ALTER TABLE {name} RENAME TO {aside}"
            yield create_table(table)
            yield f"INSERT INTO {name} ({kept}) SELECT {kept} FROM {aside}"
            yield f"DROP TABLE {aside}"


def _digest(entries: Iterable[tuple[str, ...]]) -> str:
    told = hashlib.sha256()
    for entry in sorted(entries):
        for part in entry:
            told.update(f"{len(part)}:{part}\n".encode())
    return told.hexdigest()


def fingerprint(db: apsw.Connection) -> str:
    """The digest of every table, index, view and trigger that the file has."""
    found = db.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master")
    return _digest(tuple(str(part) for part in entry) for entry in found)


@cache
def expected_fingerprint(version: int = SCHEMA_VERSION) -> str:
    """The fingerprint of a file with exactly the tables declared for that version and nothing else."""
    db = apsw.Connection(":memory:")
    try:
        make_tables(db, version)
        return fingerprint(db)
    finally:
        db.close()
