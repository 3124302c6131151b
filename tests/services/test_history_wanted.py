"""The history: which entries are wanted, what they changed of one cell, and going back to any point."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.fields import Row
from models.schema import SCHEMA
from services.errors import UserProblem
from services.project import Project, Wanted

AMOUNT = "amount"


@pytest.fixture
def project(sample_path: Path) -> Iterator[Project]:
    with Project.open(sample_path, person="刘敏") as made:
        yield made


def rows(project: Project) -> dict[str, list[Row]]:
    return {name: project.rows(name) for name in SCHEMA}


def pay(project: Project, at: int, amount: int, person: str = "刘敏") -> None:
    project.person = person
    payment = project.rows("payment")[at]
    with project.edit(f"付款{at} · 付款金额") as edit:
        edit.update("payment", payment["id"], {"amount": amount})


@pytest.fixture
def edited(project: Project) -> Project:
    """Three edits by two persons, one of them undone."""
    pay(project, 0, 100)
    pay(project, 1, 200, "周建平")
    with project.edit("合同 · 备注") as edit:
        edit.update("contract", project.rows("contract")[0]["id"], {"remark": "已核对原件"})
    project.undo()
    return project


@pytest.mark.parametrize(
    ("wanted", "labels"),
    [
        (Wanted(), ["撤销 合同 · 备注", "合同 · 备注", "付款1 · 付款金额", "付款0 · 付款金额", "新建项目"]),
        (Wanted(person="刘敏"), ["付款0 · 付款金额"]),
        (Wanted(kind="undo"), ["撤销 合同 · 备注"]),
        (Wanted(text="付款金额"), ["付款1 · 付款金额", "付款0 · 付款金额"]),
        (Wanted(text="已核对原件"), ["撤销 合同 · 备注", "合同 · 备注"]),
        (Wanted(text="周建平"), ["撤销 合同 · 备注", "合同 · 备注", "付款1 · 付款金额"]),
        (Wanted(table="payment", field="amount", kind="edit"), ["付款1 · 付款金额", "付款0 · 付款金额"]),
        (Wanted(table="payment", field="paid_on", kind="edit"), []),
        (Wanted(until="2000-01-01"), []),
        (Wanted(since="2000-01-01", kind="new"), ["新建项目"]),
        (Wanted(text="';DROP TABLE history--"), []),
    ],
)
def test_only_what_is_wanted_is_given_newest_first(
    edited: Project, wanted: Wanted, labels: list[str]
) -> None:
    assert [entry.label for entry in edited.history(None, wanted)] == labels


def test_a_cell_knows_its_own_changes(edited: Project) -> None:
    payment = edited.rows("payment")[1]
    wanted = Wanted(table="payment", row=payment["id"], field="amount")
    found = edited.history(None, wanted)
    assert [entry.kind for entry in found] == ["edit", "new"]
    change = edited.changes(found[0], wanted)[0]
    assert (change.field, change.after, len(edited.changes(found[1], wanted))) == ("amount", 200, 1)


def test_a_row_is_not_confused_with_those_that_point_to_it(edited: Project) -> None:
    contract = edited.rows("contract")[0]
    wanted = Wanted(table="contract", row=contract["id"])
    assert [entry.label for entry in edited.history(None, wanted)] == [
        "撤销 合同 · 备注",
        "合同 · 备注",
        "新建项目",
    ]
    assert edited.history(1, wanted)[0].label == "撤销 合同 · 备注"


def test_people_are_named_once(edited: Project) -> None:
    assert edited.people() == sorted({"测试员", "刘敏", "周建平"})


def test_going_back_shows_what_would_change_and_writes_nothing(edited: Project) -> None:
    start = edited.history()[-1]
    before, entries = rows(edited), len(edited.history())
    told = edited.going_back(start)
    assert {(change.table, change.field, change.before) for change in told} == {
        ("payment", "amount", 100),
        ("payment", "amount", 200),
    }
    assert rows(edited) == before and len(edited.history()) == entries


def test_going_back_is_one_entry_and_undoing_it_goes_forward_again(edited: Project) -> None:
    now, entries = rows(edited), edited.history()
    made = edited.go_back(entries[-1])
    assert made is not None and made.kind == "edit" and "撤回 4 次修改" in made.label
    assert [entry.id for entry in edited.history()[1:]] == [entry.id for entry in entries]
    back = rows(edited)
    assert back != now
    edited.undo()
    assert rows(edited) == now
    edited.redo()
    assert rows(edited) == back
    assert edited.verify() == []


def test_going_back_to_where_one_is_does_nothing(edited: Project) -> None:
    newest = edited.history(1)[0]
    assert edited.go_back(newest) is None and edited.history(1)[0].id == newest.id
    before_the_undone_edit = edited.history()[2]
    assert edited.going_back(before_the_undone_edit) == ()
    assert edited.go_back(before_the_undone_edit) is None


def test_listeners_hear_of_a_going_back_once_with_its_rows(edited: Project) -> None:
    heard: list[dict[str, frozenset[str]]] = []
    edited.subscribe(lambda changed: heard.append(dict(changed)))
    edited.go_back(edited.history()[-1])
    assert len(heard) == 1 and len(heard[0]["payment"]) == 2


def test_a_read_only_project_does_not_go_back(sample_path: Path) -> None:
    with Project.open(sample_path, person="甲") as project:
        pay(project, 0, 100)
    with Project.open(sample_path, read_only=True) as project, pytest.raises(UserProblem):
        project.go_back(project.history()[-1])


@pytest.mark.parametrize("seed", range(3))
def test_every_point_of_any_history_can_be_gone_back_to(project: Project, seed: int) -> None:
    random_ = random.Random(seed)
    seen: dict[str, dict[str, list[Row]]] = {}
    for _ in range(12):
        _do_something(project, random_)
        seen.setdefault(project.history(1)[0].id, rows(project))
    for entry in random_.sample(project.history(), 6):
        if entry.id in seen:
            project.go_back(entry)
            assert rows(project) == seen[entry.id]
    assert project.verify() == []


def _do_something(project: Project, random_: random.Random) -> None:
    payment = random_.choice(project.rows("payment"))
    what = random_.choice(("update", "insert", "delete", "undo", "redo", "back"))
    if what == "undo" and project.can_undo is not None:
        project.undo()
    elif what == "redo" and project.can_redo is not None:
        project.redo()
    elif what == "back":
        project.go_back(random_.choice(project.history()))
    elif what == "delete":
        with project.edit("删除") as edit:
            edit.delete("payment", payment["id"])
    else:
        with project.edit(what) as edit:
            if what == "insert":
                edit.insert("payment", {"contract": payment["contract"], "amount": random_.randrange(99)})
            else:
                edit.update("payment", payment["id"], {"amount": random_.randrange(10**6)})
