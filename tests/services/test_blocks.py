"""Blocks of typed cells: good ones are written as one edit, others are named, and it can be stopped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from services.blocks import Stopped, TypedRow, read_block, write_block
from services.project import Project
from services.workspace import Workspace


@pytest.fixture
def workspace(sample_path: Path) -> Iterator[Workspace]:
    made = Workspace(Project.open(sample_path, person="测试员"))
    yield made
    made.close()


def test_what_cannot_be_read_is_named_and_the_rest_is_written(workspace: Workspace) -> None:
    row = workspace.records.live("contract")[0]
    rows = [
        TypedRow({"amount": "61.50", "signed_on": "2018.5.9"}, row["id"]),
        TypedRow({"amount": "一百", "name": "新合同"}, None, {"fund": row["fund"]}),
        TypedRow({"amount": "x"}, None, {"fund": row["fund"]}),
    ]
    read = read_block(workspace.records, "contract", rows)
    assert [(one.number, one.field, one.text) for one in read.refused] == [
        (1, "amount", "一百"),
        (2, "amount", "x"),
    ]
    ids = write_block(workspace.edit, "contract", read, "粘贴")
    records = workspace.records
    changed, made = records.get("contract", ids[0]), records.get("contract", ids[1])
    assert changed is not None and (changed["amount"], changed["signed_on"]) == (61_500_000, "2018-05-09")
    assert made is not None and (made["name"], made["amount"]) == ("新合同", None)
    assert ids[2] == "", "a new row of which nothing could be read is not made"
    workspace.undo()
    assert workspace.records.get("contract", row["id"]) == row


def test_a_name_that_makes_a_row_makes_one_for_all(workspace: Workspace) -> None:
    ids = [row["id"] for row in workspace.records.live("contract")[:3]]
    count = len(workspace.records.all("vendor"))
    read = read_block(workspace.records, "contract", [TypedRow({"vendor": "新来的公司"}, one) for one in ids])
    write_block(workspace.edit, "contract", read, "粘贴")
    assert len(workspace.records.all("vendor")) == count + 1
    assert len({workspace.records.get("contract", one)["vendor"] for one in ids}) == 1  # type: ignore[index]


@pytest.mark.parametrize("when", ["reading", "writing"])
def test_stopping_leaves_nothing(workspace: Workspace, when: str) -> None:
    def stop(done: int, whole: int) -> None:
        if done:
            raise Stopped

    fund = workspace.records.live("fund")[0]["id"]
    before = workspace.records.all("contract")
    rows = [TypedRow({"name": f"合同{number}"}, None, {"fund": fund}) for number in range(600)]
    with pytest.raises(Stopped):
        if when == "reading":
            read_block(workspace.records, "contract", rows, stop)
        else:
            read = read_block(workspace.records, "contract", rows)
            write_block(workspace.edit, "contract", read, "粘贴", stop)
    assert workspace.records.all("contract") == before
    assert len(workspace.project.history()) == 1


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("1,234.50", 1_234_500_000),
        ("(12.5)", -12_500_000),
        ("（1,234.50）", -1_234_500_000),
        ("−3", -3_000_000),
        ("¥ 5", 5_000_000),
        ("=12.5*3", 37_500_000),
    ],
)
def test_amounts_as_spreadsheets_write_them(workspace: Workspace, typed: str, fen: int) -> None:
    read = read_block(workspace.records, "payment", [TypedRow({"amount": typed})])
    assert not read.refused and read.rows[0].values["amount"] == fen
