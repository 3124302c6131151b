"""Undo, redo and the history: every byte of every row back, and who changed what from what to what."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import apsw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.schema import TABLES
from services.errors import UserProblem
from services.project import NothingToRedo, NothingToUndo, Project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "a.jiheng", {"project": [{"title": "T"}]}, person="甲") as made:
        yield made


def everything(project: Project) -> dict[str, list[Any]]:
    return {table.name: project.rows(table.name) for table in TABLES}


def bytes_of_rows(path: Path) -> dict[str, list[Any]]:
    db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return {
            table.name: db.execute(f'SELECT * FROM "{table.name}" ORDER BY "id"').fetchall()
            for table in TABLES
        }
    finally:
        db.close()


def named(project: Project, name: str) -> None:
    with project.edit(f"加 {name}") as edit:
        edit.insert("person", {"name": name})


def names(project: Project) -> list[str]:
    return [row["name"] for row in project.rows("person")]


def test_undo_and_redo_walk_to_and_fro(project: Project) -> None:
    for name in "甲乙丙":
        named(project, name)
    assert [project.undo().label for _ in range(2)] == ["加 丙", "加 乙"]
    assert names(project) == ["甲"]
    assert project.redo().label == "加 乙"
    assert project.can_undo and project.can_undo.label == "加 乙"
    assert project.can_redo and project.can_redo.label == "加 丙"
    assert project.redo().label == "加 丙"
    assert names(project) == ["甲", "乙", "丙"] and project.can_redo is None
    assert project.verify() == []


def test_a_new_edit_ends_redo(project: Project) -> None:
    named(project, "甲")
    project.undo()
    named(project, "乙")
    with pytest.raises(NothingToRedo, match="没有可以重做"):
        project.redo()
    project.undo()
    with pytest.raises(NothingToUndo, match="没有可以撤销"):
        project.undo()
    assert names(project) == []


def test_the_creation_is_never_undone(project: Project) -> None:
    assert project.can_undo is None
    with pytest.raises(NothingToUndo):
        project.undo()
    assert len(project.rows("project")) == 1 and len(project.history()) == 1


@pytest.mark.parametrize("kind", ["edit", "import", "merge"])
def test_every_kind_of_edit_is_one_entry_that_undo_takes_back(project: Project, kind: str) -> None:
    with project.edit("粘贴 2 行", kind) as edit:
        edit.insert("person", {"name": "甲"})
        edit.insert("person", {"name": "乙"})
    assert project.history()[0].kind == kind
    assert project.undo().label == "粘贴 2 行"
    assert names(project) == []


def test_undo_reaches_back_through_a_closed_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jiheng"
    with Project.create(path) as project:
        named(project, "甲")
        start = bytes_of_rows(path)
        named(project, "乙")
    with Project.open(path, person="乙") as project:
        project.undo()
    assert bytes_of_rows(path) == start
    with Project.open(path) as project:
        assert project.redo().label == "加 乙"
        told = [(entry.kind, entry.label, entry.person) for entry in project.history(3)]
    assert told == [("redo", "重做 加 乙", ""), ("undo", "撤销 加 乙", "乙"), ("edit", "加 乙", "")]


def test_undo_and_redo_append_and_name_their_target(project: Project) -> None:
    named(project, "甲")
    project.undo()
    project.redo()
    redo, undo, edit, new = project.history()
    assert (redo.target, undo.target, edit.target) == (edit.id, edit.id, None)
    assert [entry.parent for entry in (redo, undo, edit, new)] == [undo.id, edit.id, new.id, None]
    assert len({entry.hash for entry in (redo, undo, edit, new)}) == 4


def test_history_names_row_field_before_and_after(project: Project) -> None:
    with project.edit("建") as edit:
        edit.insert("fund", {"name": "运维", "declared_paid": 3_507_900_00}, row_id="f")
    with project.edit("改") as edit:
        edit.update("fund", "f", {"declared_paid": 3_508_000_00, "name": "运维"})
    with project.edit("删") as edit:
        edit.delete("fund", "f")
    removed, changed, made, _ = (entry.changes for entry in project.history())
    assert [(c.name, c.field, c.before, c.after) for c in changed] == [
        ("F1　运维", "declared_paid", 3_507_900_00, 3_508_000_00)
    ]
    assert [(c.action, c.field, c.before, c.after) for c in made] == [
        ("insert", "code", None, "F1"), ("insert", "name", None, "运维"),
        ("insert", "declared_paid", None, 3_507_900_00),
    ]  # fmt: skip
    assert {(c.action, c.name, c.field, c.before) for c in removed} >= {("delete", "F1　运维", "code", "F1")}
    assert all(c.after is None and c.table == "fund" and c.row == "f" for c in removed)


def test_history_says_what_is_no_field(project: Project) -> None:
    with project.edit("空行") as edit:
        row = edit.insert("finding", {})
    with project.edit("作废") as edit:
        edit.void("finding", row, "不成立")
    with project.edit("移动") as edit:
        edit.insert("finding", {"title": "另一个"})
        edit.move("finding", row, after=project.rows("finding")[-1]["id"])
    moved, voided, made, _ = (entry.changes for entry in project.history())
    assert [(c.field, c.action) for c in made] == [("", "insert")]
    assert [(c.field, c.before, c.after) for c in voided] == [("void_reason", None, "不成立")]
    assert [c.field for c in moved if c.action == "update"] == ["position"]


def test_history_of_two_tables_resolves_refs_in_titles(project: Project) -> None:
    with project.edit("建") as edit:
        finding = edit.insert("finding", {"title": "未按期验收"})
        indicator = edit.insert("indicator", {"name": "及时性"})
        edit.insert("deduction", {"finding": finding, "indicator": indicator, "points": 2})
    told = {change.name for change in project.history()[0].changes if change.table == "deduction"}
    assert told == {"未按期验收　及时性"}


def test_a_tampered_history_is_found_and_not_undone(tmp_path: Path) -> None:
    path = tmp_path / "a.jiheng"
    with Project.create(path) as project:
        named(project, "甲")
        named(project, "乙")
    db = apsw.Connection(str(path))
    db.execute("""UPDATE "history" SET "person" = '别人' WHERE "number" = 3""")
    db.close()
    with Project.open(path) as project:
        assert any("修改记录第 3 条" in each for each in project.verify())
        with pytest.raises(UserProblem, match="被改动过"):
            project.undo()
        assert names(project) == ["甲", "乙"]


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("""UPDATE "person" SET "name" = '别人'""", "评价人员的现有内容与修改记录重演的结果不一致"),
        ("""DELETE FROM "person" """, "评价人员的现有内容与修改记录重演的结果不一致"),
        ("""UPDATE "contract" SET "vendor" = '没有'""", "合同的“服务单位”有 1 处指向不存在的行"),
        ("""UPDATE "contract" SET "signed_on" = '2018-99'""", "“签订日期”不是它能有的值"),
        ("""UPDATE "fund" SET "declared_rate" = '88.330'""", "“申报执行率”不是它能有的值"),
        ("""UPDATE "indicator" SET "parent" = "id" """, "指标的“上级”绕成了圈"),
        ("""DELETE FROM "project" """, "项目应恰有一行，现有 0 行"),
        ("""DELETE FROM "history" WHERE "number" = 1""", "修改记录第 1 条"),
        ("""DELETE FROM "history" """, "修改记录是空的"),
        ("""UPDATE "attachment_content" SET "bytes" = x'00'""", "附件内容已损坏"),
        ("""DELETE FROM "attachment_content" """, "附件“照片.jpg”的内容不在文件里"),
    ],
)
def test_verify_finds_what_was_changed_behind_the_door(tmp_path: Path, statement: str, found: str) -> None:
    path = tmp_path / "a.jiheng"
    with Project.create(path) as project:
        with project.edit("建") as edit:
            edit.insert("person", {"name": "甲"})
            edit.insert("fund", {}, row_id="f")
            edit.insert("contract", {"fund": "f"})
            edit.insert("indicator", {})
        project.add_attachment(b"bytes", "照片.jpg")
        assert project.verify() == []
    db = apsw.Connection(str(path))
    db.execute(statement)
    db.close()
    with Project.open(path, read_only=True) as project:
        assert any(found in each for each in project.verify())


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["insert", "update", "delete", "move", "void", "undo", "redo"]), st.integers(0, 99)
    ),
    max_size=25,
)


def do(project: Project, step: str, number: int) -> None:
    funds = [row["id"] for row in project.rows("fund")]
    if step in ("undo", "redo"):
        try:
            getattr(project, step)()
        except (NothingToUndo, NothingToRedo):
            return
        return
    with project.edit(f"{step} {number}") as edit:
        if step == "insert" or not funds:
            fund = edit.insert(
                "fund", {"name": f"名{number}"}, after=funds[number % len(funds)] if funds else None
            )
            edit.insert("payment", {"contract": edit.insert("contract", {"fund": fund, "amount": number})})
            return
        fund = funds[number % len(funds)]
        if step == "update":
            edit.update(
                "fund", fund, {"declared_paid": number * 7, "content": None if number % 2 else "文\n字"}
            )
        elif step == "delete":
            edit.delete("fund", fund)
        elif step == "move":
            edit.move("fund", fund, after=funds[(number * 7) % len(funds)])
        else:
            edit.void("fund", fund, f"理由{number}")


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_undoing_all_gives_the_start_and_redoing_all_the_end(steps: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.jiheng"
        with Project.create(path) as project:
            start = bytes_of_rows(path)
            for step, number in steps:
                do(project, step, number)
            end, shown = bytes_of_rows(path), everything(project)
            taken_back = 0
            while project.can_undo:
                project.undo()
                taken_back += 1
            assert bytes_of_rows(path) == start
            for _ in range(taken_back):
                project.redo()
            assert bytes_of_rows(path) == end and everything(project) == shown
            assert project.verify() == []
        with Project.open(path) as project:
            assert everything(project) == shown
