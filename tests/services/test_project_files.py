"""The file itself: what is opened, what is refused untouched, who may write, what a full disk leaves."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from models.schema import SCHEMA_VERSION, TABLES
from services.errors import UserProblem
from services.project import InUse, Project
from services.store import opening
from services.store.ddl import APPLICATION_ID

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed project with some rows and history."""
    made = tmp_path / "专项.jiheng"
    with Project.create(made, {"project": [{"title": "T"}]}) as project:
        for number in range(4):
            with project.edit(f"第 {number} 次") as edit:
                for _ in range(10):
                    fund = edit.insert("fund", {"name": f"项目{number}", "content": "内容" * 40})
                    edit.insert("expense", {"fund": fund, "name": "支出", "amount": number})
        project.undo()
    return made


def changed(path: Path, *statements: str) -> None:
    db = apsw.Connection(str(path))
    for statement in statements:
        db.execute(statement).fetchall()
    db.close()


def foreign(path: Path) -> None:
    path.unlink()
    changed(path, "CREATE TABLE notes (text TEXT)", "INSERT INTO notes VALUES ('x')")


def zipped(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("[Content_Types].xml", "<Types/>")


REFUSED: list[tuple[str, Callable[[Path], object], str]] = [
    ("missing", lambda path: path.unlink(), "没有“专项.jiheng”这个文件"),
    ("folder", lambda path: (path.unlink(), path.mkdir()), "是文件夹"),
    ("empty", lambda path: path.write_bytes(b""), "是空文件"),
    ("zip", zipped, "有密码或不是绩衡项目文件"),
    ("png", lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(999)), "有密码或不是绩衡项目文件"),
    ("text", lambda path: path.write_text("绩效评价报告" * 99, "utf-8"), "有密码或不是绩衡项目文件"),
    ("noise", lambda path: path.write_bytes(random.Random(1).randbytes(8192)), "有密码或不是绩衡项目文件"),
    ("only a header", lambda path: path.write_bytes(path.read_bytes()[:60]), "不完整"),
    ("half", lambda path: path.write_bytes(path.read_bytes()[:9000]), "损坏"),
    ("other database", foreign, "别的软件的数据库"),
    ("newer", lambda path: changed(path, f"PRAGMA user_version={SCHEMA_VERSION + 1}"), "更新版本的绩衡"),
    ("version 0", lambda path: changed(path, "PRAGMA user_version=0"), "被别的软件改过"),
    ("wal", lambda path: changed(path, "PRAGMA journal_mode=WAL"), "被别的软件改过"),
    ("extra table", lambda path: changed(path, "CREATE TABLE extra (x)"), "与绩衡项目文件不符"),
    ("lost table", lambda path: changed(path, "DROP TABLE visit"), "与绩衡项目文件不符"),
    (
        "extra column",
        lambda path: changed(path, "ALTER TABLE fund ADD COLUMN extra TEXT"),
        "与绩衡项目文件不符",
    ),
    ("extra index", lambda path: changed(path, "CREATE INDEX extra ON fund (name)"), "与绩衡项目文件不符"),
    ("view", lambda path: changed(path, "CREATE VIEW paid AS SELECT 1"), "与绩衡项目文件不符"),
    (
        "trigger",
        lambda path: changed(path, "CREATE TRIGGER t AFTER UPDATE ON fund BEGIN DELETE FROM history; END"),
        "与绩衡项目文件不符",
    ),
    ("meta", lambda path: changed(path, "DELETE FROM meta"), "版本记录不对"),
]


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    ("spoil", "words"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_what_is_no_sound_project_is_refused_and_left_alone(
    path: Path, spoil: Callable[[Path], object], words: str, read_only: bool
) -> None:
    spoil(path)
    before = {each.name: snapshot(each) for each in path.parent.iterdir()}
    with pytest.raises(UserProblem, match=words):
        Project.open(path, read_only=read_only)
    assert {each.name: snapshot(each) for each in path.parent.iterdir()} == before


def snapshot(path: Path) -> tuple[int, bytes]:
    return path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b""


def damages(content: bytes) -> list[bytes]:
    chance = random.Random(20181128)
    made = []
    for number in range(200):
        spoiled = bytearray(content)
        if number % 5 == 0:
            del spoiled[chance.randrange(len(spoiled)) :]
        else:
            start = 100 if number % 5 == 1 else 0
            for _ in range(chance.choice([1, 3, 30, 300])):
                spoiled[chance.randrange(start, len(spoiled))] = chance.randrange(256)
        made.append(bytes(spoiled))
    return made


def test_a_damaged_file_gives_a_sentence_or_can_be_examined(path: Path) -> None:
    opened = refused = found = 0
    for content in damages(path.read_bytes()):
        path.write_bytes(content)
        try:
            project = Project.open(path)
        except UserProblem:
            refused += 1
            assert path.read_bytes() == content and not opening.journal_of(path).exists()
            continue
        opened += 1
        with project:
            found += bool(examined(project))
        assert path.read_bytes() == content
    assert refused > 50 and opened > 5 and found > 5


def examined(project: Project) -> list[str]:
    """Everything that reads must give a sentence where it cannot give an answer."""
    for read in (*(lambda name=table.name: project.rows(name) for table in TABLES), changes_of(project)):
        try:
            read()
        except UserProblem as problem:
            assert str(problem)
    return project.verify()


def changes_of(project: Project) -> Callable[[], object]:
    return lambda: [(entry.changes, project.can_undo) for entry in project.history()]


def test_the_file_is_marked_and_strict(path: Path) -> None:
    header = path.read_bytes()[:100]
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(header[60:64], "big") == SCHEMA_VERSION
    db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    strict = {
        row[0]: row[1]
        for row in db.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'")
    }
    assert {table.name for table in TABLES} | {"meta", "history", "attachment_content"} == strict.keys() - {
        "sqlite_schema"
    }
    assert all(strict[name] for name in strict if name != "sqlite_schema")
    keys = {name: [row[1] for row in db.execute(f'PRAGMA table_info("{name}")') if row[5]] for name in strict}
    assert all(keys[table.name] == ["id"] for table in TABLES)
    db.close()


def test_every_switch_and_pragma_is_set(path: Path) -> None:
    db = opening.connect(path, writing=True)
    assert {name: db.pragma(name) for name, _, _ in opening.PRAGMAS} == {
        name: told for name, _, told in opening.PRAGMAS
    }
    assert [db.config(switch, -1) for switch, _ in opening.SWITCHES] == [
        state for _, state in opening.SWITCHES
    ]
    assert [db.limit(limit) for limit, _ in opening.LIMITS] == [value for _, value in opening.LIMITS]
    with pytest.raises(apsw.Error):
        db.execute("SELECT load_extension('x')")
    with pytest.raises(apsw.Error):
        db.execute("DELETE FROM sqlite_master")
    assert db.pragma("journal_mode") == "delete" and db.pragma("query_only") == 0
    db.close()


def test_the_database_has_what_the_project_file_needs() -> None:
    assert apsw.sqlite_lib_version() == "3.54.0" and hasattr(apsw, "Session")
    assert "multipleciphers" in "".join(apsw.vfs_names())


def test_meta_holds_the_marks_of_the_file(tmp_path: Path, path: Path) -> None:
    with Project.open(path) as project, Project.create(tmp_path / "b.jiheng") as other:
        assert len(project.meta("project_id")) == 32 and project.meta("schema_version") == str(SCHEMA_VERSION)
        assert project.meta("handout_base") == "" and project.meta("program_version")
        assert project.meta("project_id") != other.meta("project_id") != other.meta("copy_id")
        with pytest.raises(KeyError):
            project.meta("nonsense")


def test_creation_overwrites_nothing(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(UserProblem, match="没有覆盖它"):
        Project.create(path)
    assert path.read_bytes() == before


def test_creation_that_fails_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(TypeError):
        Project.create(tmp_path / "a.jiheng", {"payment": [{"amount": 1.5}]})
    with pytest.raises(UserProblem, match="不存在"):
        Project.create(tmp_path / "a.jiheng", {"payment": [{"contract": "没有"}]})
    with pytest.raises(UserProblem, match="只能有一行项目"):
        Project.create(tmp_path / "a.jiheng", {"project": [{}, {}]})
    with pytest.raises(UserProblem, match="无法"):
        Project.create(tmp_path / "没有的文件夹" / "a.jiheng")
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_does_not_fall_to_an_old_journal(tmp_path: Path) -> None:
    (tmp_path / "a.jiheng-journal").write_bytes(b"left by a moved project")
    with pytest.raises(UserProblem, match="a.jiheng-journal"):
        Project.create(tmp_path / "a.jiheng")


def test_a_second_writer_is_refused_and_readers_are_not(path: Path) -> None:
    with Project.open(path) as project:
        with pytest.raises(InUse, match="正被另一个窗口使用"):
            Project.open(path)
        script = "import sys; from services.project import Project; Project.open(sys.argv[1])"
        run = subprocess.run(
            [sys.executable, "-c", script, path], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert run.returncode != 0 and "InUse" in run.stderr
        with Project.open(path, read_only=True) as reader:
            with project.edit("写") as edit:
                edit.insert("person", {"name": "甲"})
            assert reader.refresh() is True and reader.refresh() is False
            assert [row["name"] for row in reader.rows("person")] == ["甲"]
            assert reader.read_only and reader.can_undo is None and reader.verify() == []
            with pytest.raises(UserProblem, match="只读"), reader.edit("写"):
                pass
            with pytest.raises(UserProblem, match="只读"):
                reader.undo()
    Project.open(path).close()


def test_the_lock_falls_with_its_process(path: Path) -> None:
    script = (
        "import os, sys; from services.project import Project; p = Project.open(sys.argv[1]); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", script, path], cwd=ROOT, check=False).returncode == 9
    Project.open(path).close()


def test_what_another_program_wrote_is_read_before_writing(path: Path) -> None:
    """Two computers on a shared folder have no common lock of ours: the database's own must do."""
    with Project.open(path) as project:
        heard: list[set[str]] = []
        project.subscribe(lambda rows: heard.append(set(rows)))
        assert project.rows("person") == [] and project.rows("project")[0]["title"] == "T"
        db = opening.connect(path, writing=True)
        db.execute("""INSERT INTO "person" ("id", "position", "name") VALUES ('x', '1', '乙')""")
        db.execute("""UPDATE "project" SET "title" = '新'""")
        db.close()
        with project.edit("改") as edit:
            edit.update("person", "x", {"duty": "复核"})
        assert [(row["name"], row["duty"]) for row in project.rows("person")] == [("乙", "复核")]
        assert project.rows("project")[0]["title"] == "新"
        assert heard == [{table.name for table in TABLES}]


def test_a_writer_waits_no_longer_than_a_moment_for_another(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_BUSY_MS", 50)
    with Project.open(path) as project:
        other = apsw.Connection(str(path))
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserProblem, match="正被另一个窗口或程序使用"), project.edit("写"):
            pass
        other.execute("ROLLBACK")
        other.close()
        with project.edit("写") as edit:
            edit.insert("person", {})


def test_a_full_disk_loses_only_what_was_not_saved(path: Path) -> None:
    db = opening.connect(path, writing=False)
    pages = db.pragma("page_count")
    db.close()
    with Project.open(path) as project:
        before = {table.name: project.rows(table.name) for table in TABLES}
        project._db.execute(f"PRAGMA max_page_count={pages + 2}").fetchall()
        with pytest.raises(UserProblem, match="磁盘已满"), project.edit("大") as edit:
            for _ in range(200):
                edit.insert("person", {"name": "长" * 999})
        assert {table.name: project.rows(table.name) for table in TABLES} == before
        project._db.execute("PRAGMA max_page_count=100000").fetchall()
        with project.edit("小") as edit:
            edit.insert("person", {"name": "甲"})
        assert project.verify() == []


@pytest.mark.skipif(os.name != "posix", reason="an open file cannot be moved there")
@pytest.mark.parametrize(
    "away", [lambda path: path.rename(path.with_name("b.jiheng")), lambda path: path.unlink()]
)
def test_a_file_moved_while_open_is_not_written(path: Path, away: Callable[[Path], object]) -> None:
    with Project.open(path) as project:
        before = project.rows("fund")
        away(path)
        with pytest.raises(UserProblem, match="被移动、改名或删除"), project.edit("写") as edit:
            edit.insert("fund", {})
        assert project.rows("fund") == before
    assert not path.exists()


def test_on_read_only_media_a_project_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "writable", lambda path: False)
    before = path.read_bytes()
    with Project.open(path) as project:
        assert project.read_only and project.rows("fund") and project.verify() == []
        with pytest.raises(UserProblem, match="只读"), project.edit("写"):
            pass
    assert path.read_bytes() == before


KILLED_IN_AN_EDIT = """
import os, sys
from services.project import Project
project = Project.open(sys.argv[1])
project._db.execute("PRAGMA cache_size=5").fetchall()
with project.edit("大") as edit:
    for number in range(3000):
        edit.insert("person", {"name": "长" * 200})
    os._exit(9)
"""


@pytest.mark.parametrize("writable", [True, False])
def test_what_a_killed_writer_left_is_rolled_back(
    path: Path, monkeypatch: pytest.MonkeyPatch, writable: bool
) -> None:
    with Project.open(path) as project:
        before = project.rows("fund")
    subprocess.run([sys.executable, "-c", KILLED_IN_AN_EDIT, path], cwd=ROOT, check=False)
    assert opening.journal_of(path).stat().st_size > 0
    left = path.read_bytes()
    if not writable:
        monkeypatch.setattr(opening, "writable", lambda each: each != path)
    with Project.open(path, read_only=True) as project:
        assert project.rows("fund") == before and project.rows("person") == []
        assert project.verify() == []
    assert opening.journal_of(path).exists() is not writable
    assert (path.read_bytes() == left) is not writable


def test_a_backup_is_whole_and_replaces_nothing(path: Path) -> None:
    copy = path.with_name("备份.jiheng")
    with Project.open(path) as project:
        project.backup(copy)
        with pytest.raises(UserProblem, match="没有覆盖它"):
            project.backup(copy)
        with pytest.raises(UserProblem, match="无法"):
            project.backup(path.parent / "没有" / "备份.jiheng")
        with Project.open(copy) as other:
            assert other.rows("fund") == project.rows("fund") and other.verify() == []
            assert [entry.id for entry in other.history()] == [entry.id for entry in project.history()]
    assert sorted(each.name for each in path.parent.iterdir()) == ["专项.jiheng", "备份.jiheng"]


def test_a_copy_of_the_file_alone_is_complete(path: Path) -> None:
    copy = path.with_name("拷贝.jiheng")
    with Project.open(path) as project:
        with project.edit("写") as edit:
            edit.insert("person", {"name": "甲"})
        shutil.copyfile(path, copy)
    with Project.open(copy) as other:
        assert [row["name"] for row in other.rows("person")] == ["甲"] and other.verify() == []


def test_attachments_are_kept_once_outside_the_history(path: Path, tmp_path: Path) -> None:
    photo = tmp_path / "照片.jpg"
    photo.write_bytes(os.urandom(300_000))
    with Project.open(path) as project:
        entries = len(project.history())
        size = path.stat().st_size
        made = project.add_attachment(photo)
        assert project.add_attachment(photo.read_bytes(), "照片.jpg") == made
        assert project.add_attachment(photo.read_bytes(), "另名.jpg") != made
        assert path.stat().st_size - size < 400_000
        assert project.attachment(made) == photo.read_bytes()
        assert len(project.history()) == entries
        with project.edit("佐证") as edit:
            edit.insert("evidence", {"title": "照片", "attachment": made})
        project.undo()
        assert project.attachment(made) == photo.read_bytes() and project.verify() == []
        with pytest.raises(UserProblem, match="没有这个附件"):
            project.attachment("没有")
        with pytest.raises(UserProblem, match="无法读取"):
            project.add_attachment(tmp_path / "没有.jpg")


def test_a_closed_project_says_so(path: Path) -> None:
    project = Project.open(path)
    project.close()
    project.close()
    with pytest.raises(UserProblem, match="已经关闭"):
        project.history()
    with pytest.raises(UserProblem, match="已经关闭"), project.edit("写"):
        pass
