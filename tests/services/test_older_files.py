"""Project files of older schema versions open for ever: what they become, what is kept, what stays as it is.

`tests/files` holds a real file of every older version and the workbook that its program exported.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import apsw
import pytest

from main import main
from models.schema import SCHEMA, SCHEMA_VERSION, tables_as_of
from services.errors import UserProblem
from services.project import NothingToUndo, Project
from services.store import opening, upgrading
from services.store.ddl import columns, expected_fingerprint, fingerprint, make_tables
from tests.services.older_files import FILES, OLDER, content, copied, folder_of, query, version

TOTALS = {"version-1.jiheng": "74.52"}
"""What the program that wrote the file said of it."""


@pytest.fixture(params=OLDER, ids=[each.stem for each in OLDER])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return copied(request.param, tmp_path)


def cells(path: Path, of: int = SCHEMA_VERSION) -> dict[str, list[Any]]:
    """The cells of the tables and columns that the schema had in that version."""
    found = {}
    for table in tables_as_of(of):
        wanted = ", ".join(f'"{name}"' for name in columns(table)[: 3 + len(table.fields)])
        found[table.name] = query(path, f'SELECT {wanted} FROM "{table.name}" ORDER BY "id"')
    return found


def total(path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert main(["score", str(path), "--json"]) == 0
    return str(json.loads(capsys.readouterr().out)["total"])


def test_every_older_version_has_its_file() -> None:
    assert [version(each) for each in OLDER] == list(range(1, SCHEMA_VERSION))


def test_the_declarations_still_give_the_schema_of_the_older_file(path: Path) -> None:
    kept = query(path, """SELECT "value" FROM "meta" WHERE "key" = 'schema_fingerprint'""")
    assert kept == [(expected_fingerprint(version(path)),)]


def test_it_opens_verifies_and_scores_as_ever(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, before, history = version(path), cells(path, version(path)), content(path)["history"]
    assert total(path, capsys) == TOTALS[path.name]
    with Project.open(path) as project:
        assert project.verify() == []
        assert all(entry.changes for entry in project.history())
        assert project.attachment(project.rows("attachment")[0]["id"])
    assert total(path, capsys) == TOTALS[path.name]
    assert cells(path, old) == before and content(path)["history"] == history


def test_it_becomes_as_a_new_file_is(path: Path, tmp_path: Path) -> None:
    Project.create(tmp_path / "新.jiheng").close()
    Project.open(path).close()
    tables = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name"
    marks = (
        "SELECT * FROM \"meta\" WHERE \"key\" IN ('schema_version','schema_fingerprint','program_version')"
    )
    for words in (tables, marks, "PRAGMA user_version", "PRAGMA application_id"):
        assert query(path, words) == query(tmp_path / "新.jiheng", words), words
    assert query(path, "PRAGMA integrity_check") == [("ok",)]


def test_undo_leads_back_to_the_creation_and_redo_forward(path: Path) -> None:
    with Project.open(path, person="甲") as project:
        end = cells(path)
        section = project.rows("section")[0]["id"]
        with project.edit("新的列") as edit:
            edit.update("section", section, {"text": "改", "base": "自动", "place": 3, "left_out": True})
        with project.edit("新的表") as edit:
            edit.insert("report_version", {"stage": "初稿"})
            edit.delete("section", section)
        newest = cells(path)
        steps = [project.undo().label for _ in range(2)]
        assert steps == ["新的表", "新的列"] and cells(path) == end
        with pytest.raises(NothingToUndo):
            while True:
                steps.append(project.undo().label)
        assert len(steps) > 4 and project.rows("section") == [] and project.verify() == []
        for label in reversed(steps):
            assert project.redo().label == label
        assert cells(path) == newest and project.verify() == []


def test_set_writes_into_it(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = f"{path.stem}（版本{version(path)}备份）.jiheng"
    assert main(["set", str(path), "project", "-", "备注", "新的备注"]) == 0
    assert kept in capsys.readouterr().err and kept in folder_of(path)
    with Project.open(path, read_only=True) as project:
        assert project.rows("project")[0]["remark"] == "新的备注" and project.verify() == []


# What is kept and what is left alone


def test_a_copy_as_it_was_is_kept_beside_it_once_and_replaces_nothing(path: Path) -> None:
    old, before = version(path), content(path)
    taken = path.with_name(f"{path.stem}（版本{old}备份）.jiheng")
    taken.write_bytes("别人的".encode())
    with Project.open(path) as project:
        kept = project.kept_copy
    assert kept is not None and kept.name == f"{path.stem}（版本{old}备份 2）.jiheng"
    assert content(kept) == before and version(kept) == old and taken.read_bytes() == "别人的".encode()
    with Project.open(path) as project:
        assert project.kept_copy is None
    assert set(folder_of(path)) == {path.name, taken.name, kept.name}


@pytest.mark.parametrize("words", ["score", "check", "verify", "history", "export"])
def test_commands_that_never_write_leave_it_as_it_is(path: Path, tmp_path: Path, words: str) -> None:
    before = folder_of(path)
    out = [str(tmp_path / "表格.json")] if words == "export" else []
    assert main([words, str(path), *out]) == (1 if words == "check" else 0)
    assert folder_of(path) == before


@pytest.mark.parametrize("writable", [True, False])
def test_opened_for_reading_it_is_left_as_it_is(
    path: Path, monkeypatch: pytest.MonkeyPatch, writable: bool
) -> None:
    before = folder_of(path)
    monkeypatch.setattr(opening, "writable", lambda each: writable or each != path)
    with Project.open(path, read_only=writable) as project:
        assert project.read_only and project.kept_copy is None and project.verify() == []
        assert project.rows("report_version") == [] and project.rows("section")[0]["base"] is None
        with pytest.raises(UserProblem, match="只读"), project.edit("写"):
            pass
    assert folder_of(path) == before


# Older changesets, older workbooks


def recorded(db: apsw.Connection, statement: str) -> bytes:
    session = apsw.Session(db, "main")
    session.attach()
    db.execute(statement)
    changeset = bytes(session.changeset())
    session.close()
    return changeset


GROWN = [
    (old, table.name)
    for old in range(1, SCHEMA_VERSION)
    for table in tables_as_of(old)
    if table != SCHEMA[table.name]
]


@pytest.mark.parametrize(("old", "name"), GROWN)
def test_a_narrow_changeset_goes_to_and_fro_in_a_wider_table(old: int, name: str) -> None:
    narrow, wide = apsw.Connection(":memory:"), apsw.Connection(":memory:")
    make_tables(narrow, old)
    make_tables(wide)
    steps = [
        recorded(narrow, f"""INSERT INTO "{name}" ("id", "position") VALUES ('a', '1'), ('b', '2')"""),
        recorded(narrow, f"""UPDATE "{name}" SET "position" = '3' WHERE "id" = 'a'"""),
        recorded(narrow, f"""DELETE FROM "{name}" WHERE "id" = 'b'"""),
    ]
    shown: list[Any] = [[]]
    for step in steps:
        apsw.Changeset.apply(step, wide)
        shown.append(wide.execute(f'SELECT "id", "position" FROM "{name}"').fetchall())
    assert shown == [[], [("a", "1"), ("b", "2")], [("a", "3"), ("b", "2")], [("a", "3")]]
    for step, before in zip(reversed(steps), reversed(shown[:-1]), strict=True):
        apsw.Changeset.apply(apsw.Changeset.invert(step), wide)
        assert wide.execute(f'SELECT "id", "position" FROM "{name}"').fetchall() == before


def test_an_upgrade_over_any_number_of_versions_gives_the_tables_of_a_new_file() -> None:
    for old in range(1, SCHEMA_VERSION + 1):
        db = apsw.Connection(":memory:")
        make_tables(db, old)
        assert fingerprint(db) == expected_fingerprint(old)
        upgrading.upgrade_tables(db, old)
        assert fingerprint(db) == expected_fingerprint() and db.pragma("user_version") == SCHEMA_VERSION


def test_the_workbook_of_an_older_program_changes_nothing_in_its_project(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(path), str(FILES / f"{path.stem}.xlsx"), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["rows"], told["bad"]) == (0, [])


def test_a_new_project_is_made_from_the_workbook_of_an_older_program(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "新.jiheng"
    assert main(["new", str(made), "--from", str(FILES / f"{path.stem}.xlsx")]) == 0
    assert total(made, capsys) == TOTALS[path.name]
    with Project.open(made, read_only=True) as project:
        assert project.verify() == [] and project.rows("section")[0]["state"] == "已写"
