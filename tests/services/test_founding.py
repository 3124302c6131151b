"""New projects from sheets, and workbooks that meet rows which are there already."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from models.records import Records
from models.schema import SCHEMA
from services.exporting.json_tables import tables_json
from services.exporting.xlsx import write_workbook
from services.founding import create, found
from services.importing import Plan, Sheet, plan
from services.sheets import read_sheets
from tests.services.test_importing import row, sheet


def records(**tables: list[dict[str, Any]]) -> Records:
    return Records({"project": [row("project", "p", title="甲", unit="乙", year=2018)], **tables})


def test_a_new_project_keeps_every_id_and_the_order(tmp_path: Path) -> None:
    funds = [
        row("fund", "z", code="F2", name="乙"),
        row("fund", "a", code="F1", name="甲", void_reason="重复"),
    ]
    funds[0]["position"], funds[1]["position"] = "1", "2"
    link = row("evidence_link", "l", evidence="e", on_table="project", on_row="p")
    before = records(fund=funds, evidence=[row("evidence", "e", title="照片")], evidence_link=[link])
    write_workbook(before, tmp_path / "a.xlsx")
    with create(tmp_path / "b.jiheng", found(read_sheets(tmp_path / "a.xlsx"))) as project:
        after = Records({name: project.rows(name) for name in SCHEMA})
        assert [entry.kind for entry in project.history()] == ["new"]
        assert project.verify() == []
    assert tables_json(after) == tables_json(before)


def test_a_workbook_is_read_over_the_rows_before_it() -> None:
    first = [sheet("资金项目", "编号|项目名称|行 id", "F1|甲|f1", "F2|乙|f2")]
    second = [sheet("资金项目", "编号|项目名称", "F2|丙", "F3|丁")]
    funds = found(first, second).rows["fund"]
    assert [(fund["id"], fund["name"]) for fund in funds[:2]] == [("f1", "甲"), ("f2", "丙")]
    assert len(funds) == 3


def changes(found: Plan) -> list[tuple[str, bool, dict[str, Any]]]:
    assert not found.bad
    return [(change.row_id, change.new, dict(change.values)) for change in found.changes]


def test_an_id_that_is_not_there_is_no_id_and_the_code_counts() -> None:
    here = records(
        fund=[row("fund", "f1", code="F1", name="甲")],
        setting=[row("setting", "s1", key="money_unit", value="万元")],
    )
    theirs = [
        sheet("资金项目", "编号|项目名称|行 id", "F1|改名|x1", "F2|新的|x2"),
        sheet("项目设置", "设置项|值|行 id", "money_unit|元|y1"),
        sheet("基础数据", "名称|数值|资金项目|资金项目 id|行 id", "人数|5|F1|x1|z1"),
    ]
    assert sorted(changes(plan(here, theirs))) == [
        ("f1", False, {"name": "改名"}),
        ("s1", False, {"value": "元"}),
        ("x2", True, {"code": "F2", "name": "新的"}),
        ("z1", True, {"name": "人数", "value": 5, "fund": "f1"}),
    ]


def test_two_rows_with_one_code_and_ids_of_their_own_come_back_as_they_are(tmp_path: Path) -> None:
    clash = [row("fund", "a", code="F1", name="甲"), row("fund", "b", code="F1", name="乙")]
    before = records(fund=clash, figure=[row("figure", "g", name="人数", value=5, fund="b")])
    write_workbook(before, tmp_path / "a.xlsx")
    again = found(read_sheets(tmp_path / "a.xlsx"))
    assert not again.plan.bad
    assert [fund["id"] for fund in again.rows["fund"]] == ["a", "b"]
    assert again.rows["figure"][0]["fund"] == "b"
    assert not plan(before, read_sheets(tmp_path / "a.xlsx")).changes


@pytest.mark.parametrize(
    ("key", "text", "kept"),
    [
        ("money_unit", "元", "元"),
        ("score_unrounded", "yes", "是"),
        ("execution_standard", "95%", "95"),
        ("bands", "85 优、70 良、0 差", "85 优、70 良、0 差"),
        ("将来的设置", "随便", "随便"),
        ("money_unit", "美元", None),
        ("execution_standard", "很高", None),
        ("bands", "90 优、80 良", None),
    ],
)
def test_settings_are_checked_on_the_way_in(key: str, text: str, kept: str | None) -> None:
    found = plan(records(), [Sheet("项目设置", ("设置项", "值"), ((key, text),))])
    assert [change.values["value"] for change in found.changes] == ([] if kept is None else [kept])
    assert [(bad.row, bad.column) for bad in found.bad] == ([(2, "值")] if kept is None else [])


def test_a_project_in_yuan_exchanges_its_amounts_in_yuan(tmp_path: Path) -> None:
    in_yuan = records(
        fund=[row("fund", "f1", code="F1", name="甲", declared_quota=12_345_678, declared_paid=-100)],
        setting=[row("setting", "s", key="money_unit", value="元")],
    )
    write_workbook(in_yuan, tmp_path / "a.xlsx")
    [fund] = [each for each in read_sheets(tmp_path / "a.xlsx") if each.name == "资金项目"]
    said = dict(zip(fund.header, fund.rows[0], strict=False))
    assert (said["申报总指标（元）"], said["申报已支付（元）"]) == ("123456.78", "-1")
    assert not plan(in_yuan, read_sheets(tmp_path / "a.xlsx")).changes
    assert tables_json(in_yuan)["tables"]["fund"][0]["declared_quota"] == "12.345678"


def test_what_an_existing_row_lacks_already_does_not_block_an_import(tmp_path: Path) -> None:
    half = Records(
        {
            "project": [row("project", "p", unit="乙", year=2018)],
            "fund": [row("fund", "f1", code="F1")],
        }
    )
    write_workbook(half, tmp_path / "a.xlsx")
    same = plan(half, read_sheets(tmp_path / "a.xlsx"))
    assert not same.changes and not same.bad
    emptied = plan(half, [sheet("项目", "报告标题|被评价单位|预算年度", "|  |2018")])
    assert [(bad.column, bad.row) for bad in emptied.bad] == [("被评价单位", 2)]
    new = plan(half, [sheet("资金项目", "编号|项目名称", "F9|")])
    assert [bad.column for bad in new.bad] == ["项目名称"]


def test_an_empty_project_comes_back_from_its_own_workbook(tmp_path: Path) -> None:
    with create(tmp_path / "a.jiheng", found()) as project:
        write_workbook(Records({name: project.rows(name) for name in SCHEMA}), tmp_path / "a.xlsx")
    assert not found(read_sheets(tmp_path / "a.xlsx")).plan.bad
