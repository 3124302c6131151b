"""Opening a project file: what it is is known from its bytes before the database library sees it."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from models.sayings import saying
from models.schema import SCHEMA_VERSION
from services.errors import UserProblem
from services.store.ddl import APPLICATION_ID, expected_fingerprint, fingerprint
from services.store.failures import explained

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_DEADLINE = 120.0
_BUSY_MS = 2_000

SWITCHES: tuple[tuple[int, int], ...] = (
    (apsw.SQLITE_DBCONFIG_DEFENSIVE, 1),
    (apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
    (apsw.SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0),
    (apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0),
    (apsw.SQLITE_DBCONFIG_ENABLE_VIEW, 0),
    (apsw.SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0),
    (apsw.SQLITE_DBCONFIG_DQS_DDL, 0),
    (apsw.SQLITE_DBCONFIG_DQS_DML, 0),
)
"""The library's defensive switches and how each stands for every connection."""

PRAGMAS: tuple[tuple[str, str | int, str | int], ...] = (
    ("trusted_schema", 0, 0),
    ("cell_size_check", 1, 1),
    ("mmap_size", 0, 0),
    ("synchronous", "EXTRA", 3),
    ("locking_mode", "NORMAL", "normal"),
    ("journal_mode", "DELETE", "delete"),
)
"""Name, what is set, what must then be read; set one at a time, as several in one call stop at the first."""

LIMITS: tuple[tuple[int, int], ...] = (
    (apsw.SQLITE_LIMIT_LENGTH, 500_000_000),
    (apsw.SQLITE_LIMIT_SQL_LENGTH, 1_000_000),
    (apsw.SQLITE_LIMIT_EXPR_DEPTH, 50),
    (apsw.SQLITE_LIMIT_COMPOUND_SELECT, 10),
    (apsw.SQLITE_LIMIT_VDBE_OP, 100_000),
    (apsw.SQLITE_LIMIT_TRIGGER_DEPTH, 1),
    (apsw.SQLITE_LIMIT_WORKER_THREADS, 0),
)


def check_header(path: Path) -> None:
    """UserProblem unless the first bytes say that this is a project file that this program can read."""
    header = _header(path)
    name = path.name
    if not header:
        raise UserProblem(saying("“{0}”是空文件，不是绩衡项目文件。请改用备份", name))
    if not header.startswith(_MAGIC):
        raise UserProblem(saying("“{0}”有密码或不是绩衡项目文件", name))
    if len(header) < _HEADER:
        raise UserProblem(saying("“{0}”不完整，只剩开头的 {1} 个字节。请改用备份", name, len(header)))
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise UserProblem(saying("“{0}”是别的软件的数据库，不是绩衡项目文件", name))
    _check_version(int.from_bytes(header[60:64], "big"), name)
    if header[18:20] != b"\x01\x01":
        raise UserProblem(saying("“{0}”被别的软件改过或已损坏，不能打开。请改用备份", name))


def _check_version(version: int, name: str) -> None:
    if version > SCHEMA_VERSION:
        raise UserProblem(
            saying("“{0}”由更新版本的绩衡保存（文件版本 {1}）。请升级绩衡后再打开", name, version)
        )
    if version < 1:
        raise UserProblem(saying("“{0}”被别的软件改过或已损坏，不能打开。请改用备份", name))


def _header(path: Path) -> bytes:
    if path.is_dir():
        raise UserProblem(saying("“{0}”是文件夹，不是绩衡项目文件", path.name))
    try:
        with path.open("rb") as file:
            return file.read(_HEADER)
    except FileNotFoundError:
        raise UserProblem(saying("没有“{0}”这个文件。请核对文件名和位置", path.name)) from None
    except (OSError, ValueError) as error:
        raise UserProblem(saying("无法读取“{0}”。请核对权限，或文件是否在别处打开", path.name)) from error


def journal_of(path: Path) -> Path:
    """The file that a killed writer leaves beside the project, from which the next opening rolls back."""
    return path.with_name(path.name + "-journal")


def configure(db: apsw.Connection) -> None:
    """Set every switch, limit and PRAGMA; the file's content is not trusted."""
    for switch, state in SWITCHES:
        db.config(switch, state)
    for limit, value in LIMITS:
        db.limit(limit, value)
    db.set_busy_timeout(_BUSY_MS)
    for name, wanted, _ in PRAGMAS:
        db.execute(f"PRAGMA {name}={wanted}").fetchall()


def connect(path: Path, *, writing: bool) -> apsw.Connection:
    """A connection to a file that is a project file of its schema version; else UserProblem.

    Without `writing` no statement can change the file; a killed writer's journal is rolled back all
    the same where the place can be written.
    """
    check_header(path)
    flags = apsw.SQLITE_OPEN_READWRITE if writable(path) else apsw.SQLITE_OPEN_READONLY
    with explained(path):
        db = apsw.Connection(str(path.resolve()), flags=flags)
    try:
        with explained(path):
            _check_content(db, path)
            db.execute(f"PRAGMA query_only={0 if writing else 1}").fetchall()
    except BaseException:
        db.close()
        raise
    return db


def _check_content(db: apsw.Connection, path: Path) -> None:
    end = time.monotonic() + _DEADLINE
    db.set_progress_handler(lambda: time.monotonic() > end, 100_000)
    configure(db)
    # Asked again: the header was read before a killed writer's journal was rolled back.
    version = version_of(db)
    _check_version(version, path.name)
    if fingerprint(db) != expected_fingerprint(version):
        said = saying(
            "“{0}”里的表、视图或触发器与绩衡项目文件不符，可能被别的软件改过。请改用备份", path.name
        )
        raise UserProblem(said)
    found = [row[0] for row in db.execute("PRAGMA quick_check(1)")]
    if found != ["ok"]:
        raise UserProblem(saying("“{0}”已损坏，没有打开。请改用备份", path.name))
    kept = db.execute("""SELECT "value" FROM "meta" WHERE "key" = 'schema_fingerprint'""").fetchone()
    if kept is None or kept[0] != expected_fingerprint(version):
        raise UserProblem(saying("“{0}”的版本记录不对，可能被别的软件改过。请改用备份", path.name))
    db.set_progress_handler(None)


def version_of(db: apsw.Connection) -> int:
    """The schema version of an open file."""
    return int(db.pragma("user_version"))


def writable(path: Path) -> bool:
    """Whether the file, and the folder that its journal needs, can be written."""
    return os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)


@contextmanager
def aside(path: Path) -> Iterator[Path]:
    """A place in a temporary folder for a copy of the file that is worked on in the file's stead."""
    with tempfile.TemporaryDirectory(prefix="jiheng-") as folder:
        yield Path(folder) / path.name


def cannot_roll_back(path: Path) -> bool:
    """Whether a killed writer's journal stands beside a file that cannot be written."""
    journal = journal_of(path.resolve())
    return not writable(path) and journal.exists() and journal.stat().st_size > 0


@contextmanager
def copied_with_journal(path: Path) -> Iterator[Path]:
    """A copy of a read-only file with its left-over journal, where that can be rolled back."""
    with aside(path) as copy:
        shutil.copyfile(path, copy)
        shutil.copyfile(journal_of(path.resolve()), journal_of(copy))
        yield copy
