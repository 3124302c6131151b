"""How the history names an edit of one cell, and what is said of a cell that cannot be taken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.dates import BadValue
from models.records import Records
from services.blocks import TypedRow, set_block
from services.cells import LONGEST_TITLE, label_of, set_cell
from services.project import Project
from services.workspace import Workspace


@pytest.fixture
def workspace(sample_path: Path) -> Iterator[Workspace]:
    with Project.open(sample_path) as project:
        yield Workspace(project)


def first_of(records: Records, table: str, contract: str) -> dict[str, object]:
    owner = next(row["id"] for row in records.all("contract") if row["name"] == contract)
    return dict(records.of(table, "contract", owner)[0])


@pytest.mark.parametrize(
    ("table", "field", "label"),
    [
        ("payment", "amount", "付款“2018　2.25”（舆情监控系统运维） · 付款金额"),
        ("contract", "amount", "合同“舆情监控系统运维” · 合同金额"),
    ],
)
def test_a_row_without_a_name_of_its_own_says_whose_it_is(
    workspace: Workspace, table: str, field: str, label: str
) -> None:
    records = workspace.records
    row = (
        next(row for row in records.all("contract") if row["name"] == "舆情监控系统运维")
        if table == "contract"
        else first_of(records, table, "舆情监控系统运维")
    )
    assert label_of(records, table, row, field) == label


def test_a_page_of_text_as_a_name_does_not_fill_the_menu(workspace: Workspace) -> None:
    fund = workspace.records.all("fund")[0]
    set_cell(workspace.edit, workspace.records, "fund", fund, "name", "长" * 20_000)
    fund = workspace.records.all("fund")[0]
    set_cell(workspace.edit, workspace.records, "fund", fund, "short_name", "短")
    label = workspace.project.history()[0].label
    assert len(label) < LONGEST_TITLE + 20
    assert label.endswith("…” · 简称")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ([{"amount": "abc"}], "没有写入。“abc”不是金额"),
        ([{"amount": "1"}, {"amount": "abc"}], "没有写入。第 2 行付款金额：“abc”不是金额"),
        ([{"paid_on": "2018", "amount": "abc"}], "没有写入。第 1 行付款金额：“abc”不是金额"),
    ],
)
def test_the_place_is_named_only_where_there_are_several(
    workspace: Workspace, typed: list[dict[str, str]], sentence: str
) -> None:
    contract = workspace.records.all("contract")[0]["id"]
    rows = [TypedRow(texts, None, {"contract": contract}) for texts in typed]
    before = len(workspace.records.all("payment"))
    with pytest.raises(BadValue) as refused:
        set_block(workspace.edit, workspace.records, "payment", rows, "新增付款")
    assert str(refused.value).startswith(sentence)
    assert len(workspace.records.all("payment")) == before
