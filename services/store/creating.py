"""A new project file: made whole in memory, written under another name, then given its own."""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import apsw

from models.sayings import saying
from models.schema import SCHEMA, SCHEMA_VERSION
from services.errors import UserProblem
from services.store.changesets import start_session
from services.store.ddl import expected_fingerprint, make_tables
from services.store.editing import Edit
from services.store.history import Entry, History
from services.store.invariants import check
from services.store.opening import connect, journal_of
from services.store.rowcache import RowCache
from services.version import PROGRAM_VERSION

_STALE_SECONDS = 600
_BOOKKEEPING = {"id": "row_id", "position": "position"}


def build(rows: Mapping[str, Sequence[Mapping[str, Any]]], person: str, label: str) -> bytes:
    """The bytes of a project file with these rows and the first entry of its history."""
    db = apsw.Connection(":memory:")
    try:
        make_tables(db)
        db.execute("BEGIN")
        _write_meta(db)
        session = start_session(db)
        _insert(Edit(db, RowCache(db), founding=True), rows)
        changeset = bytes(session.changeset())
        session.close()
        check(db, changeset)
        History(db, _undecoded).append("new", person, label, changeset)
        db.execute("COMMIT")
        return bytes(db.serialize("main"))
    finally:
        db.close()


def _undecoded(entry: Entry) -> tuple[()]:
    return ()


def _write_meta(db: apsw.Connection) -> None:
    meta = {
        "project_id": secrets.token_hex(16),
        "copy_id": secrets.token_hex(16),
        "handout_base": "",
    }
    db.executemany('INSERT INTO "meta" ("key", "value") VALUES (?, ?)', meta.items())
    mark_version(db)


def mark_version(db: apsw.Connection) -> None:
    """Write into `meta` which program and schema version made the file's tables."""
    marks = {
        "program_version": PROGRAM_VERSION,
        "schema_version": str(SCHEMA_VERSION),
        "schema_fingerprint": expected_fingerprint(),
    }
    db.executemany('INSERT OR REPLACE INTO "meta" ("key", "value") VALUES (?, ?)', marks.items())


def _insert(edit: Edit, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    for name in rows:
        if name not in SCHEMA:
            raise KeyError(name)
    if len(rows.get("project", ())) > 1:
        raise UserProblem(saying("一个项目文件只能有一行项目"))
    for name, table in SCHEMA.items():
        if not table.recorded:
            continue
        for row in rows.get(name, ()) or (({},) if table.single else ()):
            values = {key: value for key, value in row.items() if key not in _BOOKKEEPING}
            kept = {argument: row.get(key) for key, argument in _BOOKKEEPING.items()}
            edit.insert(name, values, **kept)


def refuse_existing(path: Path) -> None:
    """UserProblem where a file or a killed writer's journal of that name stands already."""
    if path.exists() or path.is_symlink():
        raise UserProblem(saying("已有“{0}”，没有覆盖它。请换一个文件名", path.name))
    journal = journal_of(path)
    if journal.exists():
        raise UserProblem(
            saying("旁边留有“{0}”，是同名项目未完成的修改。请先移走它，或换一个文件名", journal.name)
        )


def temporary_name(path: Path) -> Path:
    """A name beside `path` for what is not finished yet; old leftovers of killed programs are removed."""
    prefix, suffix = f".{path.name}.", ".new"
    for each in path.parent.iterdir():
        if each.name.startswith(prefix) and each.name.endswith(suffix) and _is_stale(each):
            each.unlink(missing_ok=True)
    return path.with_name(f"{prefix}{secrets.token_hex(6)}{suffix}")


def _is_stale(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime > _STALE_SECONDS
    except OSError:
        return False


def publish(temporary: Path, path: Path) -> None:
    """Give a finished file its own name, never another file's place."""
    refuse_existing(path)
    with temporary.open("r+b") as file:
        os.fsync(file.fileno())
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise UserProblem(saying("已有“{0}”，没有覆盖它。请换一个文件名", path.name)) from None
    except OSError:
        temporary.rename(path)
    else:
        temporary.unlink()
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)


@contextmanager
def _published(path: Path) -> Iterator[Path]:
    """A name to write under, which becomes `path` if the block ends well."""
    refuse_existing(path)
    try:
        temporary = temporary_name(path)
        try:
            yield temporary
            publish(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise UserProblem(
            saying("无法在“{0}”建立“{1}”。请核对文件夹、权限和剩余空间", path.parent, path.name)
        ) from error


def write_new(path: Path, content: bytes) -> None:
    """Put a new file on the disk; whatever happens on the way leaves no half file of that name."""
    with _published(path) as temporary, temporary.open("xb") as file:
        file.write(content)


def copy(db: apsw.Connection, path: Path) -> None:
    """Write a copy of an open project under a new name, once it has been read back and found sound.

    It is copied page by page: a rebuilt copy would hide damage that `verify` is to find.
    """
    with _published(path) as temporary:
        with closing(apsw.Connection(str(temporary))) as made, made.backup("main", db, "main") as pages:
            pages.step()
        connect(temporary, writing=False).close()
