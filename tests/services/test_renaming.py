"""A new code or name is followed through chapters and people's prose, and nothing else in them changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.fields import Kind
from models.schema import SCHEMA
from services.project import Project
from services.store.renaming import LIVE, PLACES, Place, renamed

CHAPTER = Place("section", "text", live=True)

CASES = [
    # table, field, old, new, text, text afterwards
    ("fund", "code", "F2", "F9", '## {资金["F2"].名称}：F2', '## {资金["F9"].名称}：F2'),
    ("fund", "code", "F2", "F9", '{资金["F2"].已支付|亿元|=约F2}', '{资金["F9"].已支付|亿元|=约F2}'),
    ("fund", "code", "F2", "F9", '{ 资金 [ "F2" ] .结余 + 1}元', '{ 资金 [ "F9" ] .结余 + 1}元'),
    ("fund", "code", "F2", "F9", '{表:合同及支付明细("F2")}', '{表:合同及支付明细("F9")}'),
    ("fund", "code", "F2", "F9", "　{图：付款进度（“F2”）}\r\n", "　{图：付款进度（“F9”）}\r\n"),
    ("fund", "code", "F2", "F9", '{图:一级指标得分("F2")}', '{图:一级指标得分("F2")}'),
    ("fund", "code", "F2", "F9", '资金["F2"].已支付', '资金["F2"].已支付'),
    ("fund", "code", "F2", "F9", '{{资金["F2"].已支付}', '{{资金["F2"].已支付}'),
    ("fund", "code", "F2", "F9", '{资金["F2"].已支付', '{资金["F2"].已支付'),
    ("fund", "name", "甲“乙”", "甲”丙", "{表:合同及支付明细(“甲乙”)}", "{表:合同及支付明细(“甲乙”)}"),
    ("fund", "name", "门户", '新"门户', "{表:合同及支付明细(“门户”)}", "{表:合同及支付明细(“新\"门户”)}"),
    ("fund", "name", "门户", "新”门户", "{表:合同及支付明细(“门户”)}", '{表:合同及支付明细("新”门户")}'),
    ("fund", "name", '"新"', "旧", '{资金["""新"""].结余}', '{资金["旧"].结余}'),
    ("indicator", "code", "B11", "B1", '{指标["B11"].得分}、B11', '{指标["B1"].得分}、B11'),
    ("finding", "code", "五", "六", '见{问题["五"].扣分情况}', '见{问题["六"].扣分情况}'),
    ("finding", "title", "预算不实", "预算", '{问题["预算不实"].事实}', '{问题["预算"].事实}'),
    ("recommendation", "title", "甲", "乙", '{建议["甲"].对应问题}', '{建议["乙"].对应问题}'),
    ("roster", "title", "培训", "培训一", '{名单["培训"].计划人数}', '{名单["培训一"].计划人数}'),
    ("expense", "name", "奖励", "补贴", '{支出["奖励"].金额}', '{支出["补贴"].金额}'),
    ("regulation", "title", "甲", "乙", '{制度["甲"].状态}', '{制度["乙"].状态}'),
    ("visit", "place", "机房", "新机房", '{现场核查["机房"].核查说明}', '{现场核查["新机房"].核查说明}'),
    ("figure", "name", "甲", "乙", '{占比(基础数据["甲"], 总指标)}', '{占比(基础数据["乙"], 总指标)}'),
]  # fmt: skip


@pytest.mark.parametrize(("table", "field", "old", "new", "text", "after"), CASES)
def test_only_what_quotes_the_row_changes(
    table: str, field: str, old: str, new: str, text: str, after: str
) -> None:
    assert renamed(CHAPTER, text, table, field, old, new) == after


@given(st.text(st.sampled_from('{}|=“”"资金F12[].已支付表:()\n\r \\#>'), max_size=80))
def test_whatever_the_text_is_renaming_to_the_same_leaves_it(text: str) -> None:
    assert renamed(CHAPTER, text, "fund", "code", "F1", "F1") == text


@given(st.text(max_size=200))
def test_text_that_quotes_nothing_stays(text: str) -> None:
    assert renamed(CHAPTER, text, "fund", "code", "F1", "F2") == text or '"F1"' in text or "“F1”" in text


def test_every_place_is_a_text_of_the_schema() -> None:
    kinds = {SCHEMA[place.table].field(place.field).kind for place in PLACES if place.live}
    assert kinds == {Kind.LONGTEXT}


def test_chapters_and_prose_follow_in_the_same_edit(tmp_path: Path) -> None:
    quoting, after = '已支付{资金["F1"].已支付}。', '已支付{资金["F7"].已支付}。'
    with Project.create(tmp_path / "甲.jiheng") as project:
        with project.edit("建") as edit:
            fund = edit.insert("fund", {"code": "F1"})
            rows = {
                table: edit.insert(table, dict.fromkeys(names, quoting))
                for table, names in LIVE.items()
                if not SCHEMA[table].single
            }
        with project.edit("改号") as edit:
            edit.update("fund", fund, {"code": "F7"})
        for table, row_id in rows.items():
            row = next(each for each in project.rows(table) if each["id"] == row_id)
            assert {row[name] for name in LIVE[table]} == {after}, table
        project.undo()
        assert project.rows("finding")[0]["fact"] == quoting
