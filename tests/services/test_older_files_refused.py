"""Older project files that are damaged, or that something hinders from being brought up: left as they are."""

from __future__ import annotations

import errno
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from models.schema import SCHEMA_VERSION, TABLES
from services.errors import UserProblem
from services.project import NotKept, Project
from services.store import creating, opening
from tests.services.older_files import OLDER, changed, content, copied, folder_of, query, version

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(params=OLDER, ids=[each.stem for each in OLDER])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return copied(request.param, tmp_path)


DAMAGED: list[tuple[str, Callable[[Path], object], str]] = [
    ("half", lambda path: path.write_bytes(path.read_bytes()[:200_000]), "损坏"),
    ("a lost table", lambda path: changed(path, "DROP TABLE visit"), "与绩衡项目文件不符"),
    ("a new column", lambda path: changed(path, "ALTER TABLE section ADD base TEXT"), "与绩衡项目文件不符"),
    ("a trigger", lambda path: changed(path, "CREATE VIEW paid AS SELECT 1"), "与绩衡项目文件不符"),
    ("the version", lambda path: changed(path, f"PRAGMA user_version={SCHEMA_VERSION}"), "不符"),
    ("the mark", lambda path: changed(path, "UPDATE meta SET value = 'x'"), "版本记录不对"),
    ("newer", lambda path: changed(path, f"PRAGMA user_version={SCHEMA_VERSION + 1}"), "更新版本的绩衡"),
]


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    ("spoil", "words"), [each[1:] for each in DAMAGED], ids=[each[0] for each in DAMAGED]
)
def test_a_damaged_one_is_refused_and_left_alone(
    path: Path, spoil: Callable[[Path], object], words: str, read_only: bool
) -> None:
    spoil(path)
    before = folder_of(path)
    with pytest.raises(UserProblem, match=words):
        Project.open(path, read_only=read_only)
    assert folder_of(path) == before


@pytest.mark.parametrize("error", [RuntimeError("x"), apsw.FullError("x")])
def test_an_upgrade_that_fails_leaves_it_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    before = folder_of(path)

    def fail(db: apsw.Connection) -> None:
        assert {table.name for table in TABLES} <= {
            name for (name,) in db.execute("SELECT name FROM sqlite_master")
        }
        raise error

    monkeypatch.setattr(creating, "mark_version", fail)
    with pytest.raises(UserProblem if isinstance(error, apsw.Error) else type(error)):
        Project.open(path)
    assert folder_of(path) == before
    monkeypatch.undo()
    with Project.open(path) as project:
        assert project.verify() == []


KILLED = """
import os, sys
from services.project import Project
from services.store import upgrading
make = upgrading.upgrade_tables
def make_and_die(db, version):
    db.execute("PRAGMA cache_size=1").fetchall()
    make(db, version)
    os._exit(9)
upgrading.upgrade_tables = make_and_die
Project.open(sys.argv[1])
"""


@pytest.mark.parametrize("read_only", [False, True])
def test_a_kill_in_the_middle_leaves_it_whole(path: Path, read_only: bool) -> None:
    old, before = version(path), content(path)
    script = [sys.executable, "-c", KILLED, str(path)]
    assert subprocess.run(script, cwd=ROOT, check=False).returncode == 9
    assert opening.journal_of(path).stat().st_size > 0
    with Project.open(path, read_only=read_only) as project:
        assert project.verify() == []
        kept = path.with_name(f"{path.stem}（版本{old}备份）.jiheng") if read_only else project.kept_copy
    assert kept is not None and content(kept) == before
    if read_only:
        assert content(path) == before and version(path) == old


@pytest.mark.parametrize(
    ("number", "words"), [(errno.ENOSPC, "剩余空间"), (errno.EACCES, "权限")], ids=["full", "forbidden"]
)
def test_without_a_copy_it_is_not_brought_up_but_can_be_read(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    before = folder_of(path)

    def fail(temporary: Path, target: Path) -> None:
        raise OSError(number, "x")

    with monkeypatch.context() as patched:
        patched.setattr(creating, "publish", fail)
        with pytest.raises(NotKept, match=f"文件没有改动。.*{words}"):
            Project.open(path)
    assert folder_of(path) == before
    with Project.open(path, read_only=True) as project:
        assert project.rows("fund")


LITTLE_ROOM = """
import resource, sys
from services.project import NotKept, Project
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    Project.open(sys.argv[1])
except NotKept:
    sys.exit(7)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_where_the_disk_takes_no_copy_nothing_is_left_behind(path: Path) -> None:
    before = folder_of(path)
    script = [sys.executable, "-c", LITTLE_ROOM, str(path)]
    assert subprocess.run(script, cwd=ROOT, check=False).returncode == 7
    assert folder_of(path) == before


def test_what_another_computer_writes_meanwhile_is_not_lost(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def copy_while_another_writes(db: apsw.Connection, target: Path) -> None:
        copy(db, target)
        changed(path, """UPDATE "fund" SET "short_name" = '另一台'""")

    copy = creating.copy
    monkeypatch.setattr(creating, "copy", copy_while_another_writes)
    with pytest.raises(UserProblem, match="正被另一个窗口或程序使用"):
        Project.open(path)
    assert list(folder_of(path)) == [path.name] and version(path) < SCHEMA_VERSION
    assert {name for (name,) in query(path, "SELECT short_name FROM fund")} == {"另一台"}
