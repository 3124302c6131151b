"""Rows through the one door: what an edit writes, refuses and takes along."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.dates import BadValue
from models.fields import Row
from models.schema import SCHEMA, TABLES
from services.errors import UserProblem
from services.project import Project
from services.store import ranks


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(
        tmp_path / "长沙.jiheng", {"project": [{"title": "信息化专项", "year": 2018}]}, person="甲"
    ) as made:
        yield made


def one(project: Project, table: str, row_id: str) -> Row:
    return next(row for row in project.rows(table) if row["id"] == row_id)


def test_a_new_project_has_one_project_row_and_its_creation(project: Project) -> None:
    assert [row["title"] for row in project.rows("project")] == ["信息化专项"]
    assert [(entry.kind, entry.label, entry.person) for entry in project.history()] == [
        ("new", "新建项目", "甲")
    ]
    assert project.verify() == []


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [
        ("project", "year", 2018),
        ("fund", "declared_paid", 35_079_000_000),
        ("fund", "declared_paid", -1),
        ("fund", "declared_rate", Decimal("88.33")),
        ("figure", "value", Decimal("7733")),
        ("allocation", "policy_driven", False),
        ("allocation", "kind", "预算调减"),
        ("contract", "signed_on", "2018-11"),
        ("fund", "content", "第一行\n第二行"),
        ("indicator", "rule", "ratio"),
    ],
)
def test_a_value_comes_back_as_it_went_in(tmp_path: Path, table: str, field: str, value: Any) -> None:
    rows = {table: [{"id": "x", field: value}]}
    with Project.create(tmp_path / "a.jiheng", rows):
        pass
    with Project.open(tmp_path / "a.jiheng") as project:
        found = one(project, table, "x")
        assert found[field] == value and type(found[field]) is type(value)
        assert all(
            found[name] is None
            for name in (each.name for each in SCHEMA[table].fields)
            if name not in (field, "code")
        )
        assert project.verify() == []


@pytest.mark.parametrize(
    ("table", "values", "error"),
    [
        ("contract", {"amount": 1.5}, TypeError),
        ("contract", {"amount": Decimal("1")}, TypeError),
        ("contract", {"amount": True}, TypeError),
        ("contract", {"amount": "12"}, TypeError),
        ("contract", {"amount": 2**63}, BadValue),
        ("figure", {"value": 0.1}, TypeError),
        ("figure", {"value": Decimal("NaN")}, BadValue),
        ("figure", {"value": Decimal("1E+60")}, BadValue),
        ("allocation", {"policy_driven": 1}, TypeError),
        ("allocation", {"kind": "随便"}, BadValue),
        ("contract", {"signed_on": "2018-13"}, BadValue),
        ("contract", {"signed_on": "2018-1-5"}, BadValue),
        ("contract", {"name": "有\x00零"}, BadValue),
        ("contract", {"name": "半个\ud800"}, BadValue),
        ("contract", {"name": "长" * 20_001}, BadValue),
        ("contract", {"name": 5}, TypeError),
        ("contract", {"nonsense": "x"}, KeyError),
        ("contract", {"id": "x"}, KeyError),
        ("nonsense", {}, KeyError),
        ("attachment", {"name": "x"}, ValueError),
        ("project", {"title": "第二个"}, UserProblem),
    ],
)
def test_what_a_field_cannot_hold_is_refused(
    project: Project, table: str, values: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error), project.edit("错") as edit:
        edit.insert("fund", {"name": "先写的也不留"})
        edit.insert(table, values)
    assert project.rows("fund") == [] and len(project.history()) == 1


def test_an_exception_leaves_nothing(project: Project) -> None:
    with project.edit("有") as edit:
        fund = edit.insert("fund", {"name": "运维"})
    before = project.rows("fund")
    with pytest.raises(ZeroDivisionError), project.edit("坏") as edit:
        edit.update("fund", fund, {"name": "改"})
        edit.insert("fund", {})
        assert [row["name"] for row in project.rows("fund")] == ["改", None]
        raise ZeroDivisionError
    assert project.rows("fund") == before and len(project.history()) == 2


def test_nothing_changed_leaves_no_entry(project: Project) -> None:
    row = project.rows("project")[0]
    with project.edit("没改") as edit:
        edit.update("project", row["id"], {"title": row["title"]})
        made = edit.insert("fund", {})
        edit.delete("fund", made)
    assert len(project.history()) == 1


def test_an_edit_inside_an_edit_joins_it(project: Project) -> None:
    with project.edit("外") as outer, project.edit("内") as inner:
        assert inner is outer
        inner.insert("fund", {"name": "一"})
    assert [entry.label for entry in project.history()] == ["外", "新建项目"]


def test_a_failed_inner_edit_takes_the_outer_one_with_it(project: Project) -> None:
    with pytest.raises(RuntimeError), project.edit("外") as edit:
        edit.insert("fund", {"name": "一"})
        with pytest.raises(ValueError, match="内"), project.edit("内"):
            raise ValueError("内")
    assert project.rows("fund") == []


def test_an_edit_that_is_over_writes_no_more(project: Project) -> None:
    with project.edit("完") as edit:
        edit.insert("fund", {})
    with pytest.raises(RuntimeError):
        edit.insert("fund", {})
    assert len(project.rows("fund")) == 1


def test_funds_are_numbered_by_themselves(project: Project) -> None:
    with project.edit("资金") as edit:
        for values in ({}, {"code": "F7"}, {}, {"code": "特1"}, {"code": "F3"}, {}):
            edit.insert("fund", values)
    assert [row["code"] for row in project.rows("fund")] == ["F1", "F7", "F8", "特1", "F3", "F9"]


def test_two_rows_may_have_the_same_unique_code(project: Project) -> None:
    with project.edit("重") as edit:
        edit.insert("figure", {"name": "更新量"})
        edit.insert("figure", {"name": "更新量"})
    assert len(project.rows("figure")) == 2 and project.verify() == []


@pytest.mark.parametrize(
    ("table", "values"),
    [("contract", {"vendor": "没有"}), ("payment", {"contract": "没有"}), ("indicator", {"parent": "没有"})],
)
def test_a_ref_to_nothing_is_refused(project: Project, table: str, values: dict[str, Any]) -> None:
    with pytest.raises(UserProblem, match="不存在"), project.edit("错") as edit:
        edit.insert(table, values)


def test_rows_may_be_made_before_what_they_refer_to(project: Project) -> None:
    with project.edit("倒序") as edit:
        edit.insert("contract", {"fund": "f", "vendor": "v"}, row_id="c")
        edit.insert("vendor", {"name": "某公司"}, row_id="v")
        edit.insert("fund", {}, row_id="f")
    assert project.rows("contract")[0]["vendor"] == "v"


def test_no_row_comes_under_itself(project: Project) -> None:
    with project.edit("树") as edit:
        for row_id, parent in (("a", None), ("b", "a"), ("c", "b")):
            edit.insert("indicator", {"parent": parent}, row_id=row_id)
    for row_id, parent in (("a", "c"), ("a", "a"), ("b", "c")):
        with pytest.raises(UserProblem, match="绕成了圈"), project.edit("圈") as edit:
            edit.update("indicator", row_id, {"parent": parent})
    assert [row["parent"] for row in project.rows("indicator")] == [None, "a", "b"]


def test_rows_stand_where_they_are_put(project: Project) -> None:
    with project.edit("排") as edit:
        a, b, c = (edit.insert("person", {"name": name}) for name in "甲乙丙")
        d = edit.insert("person", {"name": "丁"}, after=a)
        edit.move("person", c, after=a)
        edit.move("person", b)
    assert [row["id"] for row in project.rows("person")] == [b, a, c, d]


def test_deleting_takes_what_belongs_to_the_row_and_every_mention(project: Project) -> None:
    with project.edit("建") as edit:
        edit.insert("fund", {}, row_id="f")
        edit.insert("vendor", {}, row_id="v")
        edit.insert("contract", {"fund": "f", "vendor": "v"}, row_id="c")
        edit.insert("contract", {"fund": "f", "parent": "c"}, row_id="c2")
        edit.insert("payment", {"contract": "c"}, row_id="p")
        edit.insert("voucher_check", {"payment": "p"}, row_id="k")
        edit.insert("finding", {"contract": "c", "fund": "f"}, row_id="x")
        edit.insert("evidence", {}, row_id="e")
        edit.insert("evidence_link", {"evidence": "e", "on_table": "payment", "on_row": "p"}, row_id="l")
    full = {table.name: project.rows(table.name) for table in TABLES}
    with project.edit("删合同") as edit:
        edit.delete("contract", "c")
    assert [row["id"] for row in project.rows("contract")] == ["c2"]
    assert one(project, "contract", "c2")["parent"] is None
    assert one(project, "finding", "x")["contract"] is None and one(project, "finding", "x")["fund"] == "f"
    assert not any(project.rows(name) for name in ("payment", "voucher_check", "evidence_link"))
    assert project.verify() == []
    project.undo()
    assert {table.name: project.rows(table.name) for table in TABLES} == full


def test_voided_rows_stay_with_their_reason(project: Project) -> None:
    with project.edit("建") as edit:
        fund, person = edit.insert("fund", {}), edit.insert("person", {})
    with project.edit("作废") as edit:
        edit.void("fund", fund, "重复登记")
    assert project.rows("fund")[0]["void_reason"] == "重复登记"
    with project.edit("恢复") as edit:
        edit.unvoid("fund", fund)
    assert project.rows("fund")[0]["void_reason"] is None
    for table, row_id, reason in (("fund", fund, " "), ("person", person, "不要了")):
        with pytest.raises(UserProblem), project.edit("错") as edit:
            edit.void(table, row_id, reason)


@pytest.mark.parametrize(
    ("table", "field", "old", "new", "before", "after"),
    [
        (
            "fund",
            "code",
            "F1",
            "F9",
            '资金["F1"].已支付 + 资金["F10"].已支付',
            '资金["F9"].已支付 + 资金["F10"].已支付',
        ),
        ("fund", "name", "门户", "新门户", "资金[“门户”].已支付", "资金[“新门户”].已支付"),
        ("figure", "name", "更新量", "年更新量", '基础数据["更新量"] / 2200', '基础数据["年更新量"] / 2200'),
        (
            "contract",
            "name",
            "门户运维",
            "运维",
            '日期(合同["门户运维"].验收日期)',
            '日期(合同["运维"].验收日期)',
        ),
    ],
)
def test_formulas_follow_a_new_name(
    project: Project, table: str, field: str, old: str, new: str, before: str, after: str
) -> None:
    prose = f'他说：“支付{{{before}}}，见 5" 图，不是{before}。'
    told = f'他说：“支付{{{after}}}，见 5" 图，不是{before}。'
    with project.edit("建") as edit:
        row = edit.insert(table, {field: old})
        edit.insert("indicator", {"formula": before})
        edit.insert("cap", {"condition": f"{before} < 80"})
        edit.insert("section", {"text": prose})
    with project.edit("改名") as edit:
        edit.update(table, row, {field: new})
    assert project.rows("indicator")[0]["formula"] == after
    assert project.rows("cap")[0]["condition"] == f"{after} < 80"
    assert project.rows("section")[0]["text"] == told
    project.undo()
    assert project.rows("indicator")[0]["formula"] == before


def test_formulas_stay_while_a_name_is_not_clear(project: Project) -> None:
    with project.edit("建") as edit:
        one_fund, _ = edit.insert("fund", {"code": "F1"}), edit.insert("fund", {"code": "F2"})
        edit.insert("indicator", {"formula": '资金["F1"].已支付'})
    with project.edit("撞号") as edit:
        edit.update("fund", one_fund, {"code": "F2"})
    assert project.rows("indicator")[0]["formula"] == '资金["F1"].已支付'


def test_listeners_hear_once_of_every_commit(project: Project) -> None:
    heard: list[dict[str, frozenset[str]]] = []
    stop = project.subscribe(lambda changed: heard.append(dict(changed)))
    with project.edit("建") as edit:
        fund = edit.insert("fund", {})
        person = edit.insert("person", {})
    project.undo()
    with pytest.raises(ValueError, match="坏"), project.edit("坏") as edit:
        edit.insert("fund", {})
        raise ValueError("坏")
    stop()
    project.redo()
    assert heard == [{"fund": frozenset({fund}), "person": frozenset({person})}] * 2


RANK = st.text("019Vz", min_size=1, max_size=8)


@given(RANK, RANK)
def test_a_rank_fits_between_any_two_that_leave_room(one_rank: str, other: str) -> None:
    low, high = sorted((one_rank, other))
    made = ranks.between(low, high)
    room = low != high and bool(high.removeprefix(low).strip("0"))
    assert (low < made < high) if room else made == low
    assert ranks.after(high) > high
    assert ranks.before(low) < low or not low.strip("0")


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 30), max_size=200))
def test_any_order_of_insertions_keeps_its_order(places: list[int]) -> None:
    listed: list[str] = []
    for place in places:
        at = min(place, len(listed))
        low = listed[at - 1] if at else None
        high = listed[at] if at < len(listed) else None
        if low is None:
            listed.insert(at, ranks.before(high))
        else:
            listed.insert(at, ranks.after(low) if high is None else ranks.between(low, high))
    assert listed == sorted(set(listed))
    assert max(map(len, listed), default=0) < 120


def test_many_rows_behind_one_another_keep_short_ranks() -> None:
    low, high = ranks.after(None), ranks.after(ranks.after(None))
    for _ in range(3_000):
        low = ranks.between(low, high)
        assert low < high
    assert len(low) < 20
