"""Files of older schema versions: how they were is kept beside them, then they become present ones."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import apsw

from models.sayings import saying, sentence_of
from models.schema import SCHEMA_VERSION
from services.errors import UserProblem
from services.store import creating, opening
from services.store.ddl import expected_fingerprint, fingerprint, upgrade_tables
from services.store.failures import explained


class NotKept(UserProblem):
    """No copy of an older file could be written, so it was not brought to the present version."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection to tables of the present schema version.

    `kept` is the copy of an older file as it was, if opening has brought the file to this version.
    """

    db: apsw.Connection
    kept: Path | None = None


@contextmanager
def opened(path: Path, *, read_only: bool) -> Iterator[Opened]:
    """Open a project file of this or an older schema version; UserProblem says why not.

    For writing an older file is brought to the present version, once a copy of it stands beside it.
    For reading that is done to a temporary copy, which does not hear of what others write later.
    """
    with ExitStack() as held:
        place = path
        if opening.cannot_roll_back(path):
            place = held.enter_context(opening.copied_with_journal(path))
        db = held.enter_context(closing(opening.connect(place, writing=not read_only)))
        if opening.version_of(db) == SCHEMA_VERSION:
            yield Opened(db)
        elif read_only:
            yield Opened(held.enter_context(_upgraded_copy(db, path)))
        else:
            yield Opened(db, kept=_upgrade_file(db, path))


@contextmanager
def _upgraded_copy(db: apsw.Connection, path: Path) -> Iterator[apsw.Connection]:
    with opening.aside(path) as place:
        with explained(place):
            creating.copy(db, place)
        db.close()
        with closing(opening.connect(place, writing=True)) as copy:
            with explained(path):
                _upgrade(copy)
                copy.execute("PRAGMA query_only=1").fetchall()
            yield copy


def _upgrade_file(db: apsw.Connection, path: Path) -> Path:
    version, seen = opening.version_of(db), db.pragma("data_version")
    kept = _name_for_kept(path, version)
    try:
        with explained(kept):
            creating.copy(db, kept)
    except UserProblem as problem:
        what = saying("“{0}”由旧版本的绩衡保存（文件版本 {1}），升级前要在旁边留一份备份", path.name, version)
        raise NotKept(saying("{0}，备份没有写成，文件没有改动。{1}", what, sentence_of(problem))) from problem
    try:
        with explained(path):
            _upgrade(db, seen)
    except Exception:
        kept.unlink(missing_ok=True)
        raise
    return kept


def _name_for_kept(path: Path, version: int) -> Path:
    endings = (f" {number}" if number > 1 else "" for number in count(1))
    names = (path.with_name(f"{path.stem}（版本{version}备份{again}）{path.suffix}") for again in endings)
    return next(name for name in names if not name.exists() and not name.is_symlink())


def _upgrade(db: apsw.Connection, seen: object = None) -> None:
    """One transaction; BusyError where the file is not what was `seen` when it was copied."""
    db.execute("BEGIN IMMEDIATE")
    try:
        if seen is not None and db.pragma("data_version") != seen:
            raise apsw.BusyError("written to since it was copied")
        upgrade_tables(db, opening.version_of(db))
        creating.mark_version(db)
        if fingerprint(db) != expected_fingerprint():
            raise RuntimeError("an upgraded file has other tables than a new one")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
