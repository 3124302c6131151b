"""Finding: what people type finds what they mean, wherever it stands; the index is right after every edit."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.checks import run
from models.evaluation import evaluate
from models.records import Records
from models.schema import SCHEMA
from models.search import Query, SearchIndex, marked
from models.search.notes import FACT, FIELD, PROBLEM, fact_cells, field_cells, problem_cells
from services import founding, pinyin
from services.sample import sample_sheets

Rows = dict[str, list[dict[str, Any]]]


def sample_rows() -> Rows:
    found = founding.found(sample_sheets()).rows
    made: Rows = {}
    for name, table in SCHEMA.items():
        empty = dict.fromkeys((*(field.name for field in table.fields), "void_reason"))
        made[name] = [
            {**empty, "id": f"{name}-{at}", "position": f"{at:06}", **row}
            for at, row in enumerate(found.get(name, ()))
        ]
    return made


@pytest.fixture(scope="module")
def records() -> Records:
    rows = sample_rows()
    rows["payment"][0] |= {"paid_on": "2018-05-09", "amount": 23_246_700, "voucher": "记-0097"}
    rows["payment"][1] |= {"amount": -2_000_000}
    rows["payment"][2] |= {"amount": 12_345_678}
    rows["contract"][0]["remark"] = "金额为 2,324.67 万元，ＡＢＣ 公司，2018年5月9日补签"
    return Records(rows)


@pytest.fixture(scope="module")
def index(records: Records) -> SearchIndex:
    return SearchIndex(records, SCHEMA, pinyin.initials)


def cells(index: SearchIndex, typed: str) -> set[tuple[str, str, str]]:
    found = (hits for hits in index.search(Query.of(typed)) if hits is not None)
    return {(hit.table, hit.row, hit.field) for hits in found for hit in hits.best()}


def of(records: Records, table: str, at: int, field: str) -> tuple[str, str, str]:
    return table, str(records.all(table)[at]["id"]), field


PAID = ("payment", 0, "amount")
REMARK = ("contract", 0, "remark")


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("23.2467", PAID),
        ("23.25", PAID),
        ("23.2467万元", PAID),
        ("232467元", PAID),
        ("232,467.00", PAID),
        ("￥232467元", PAID),
        ("2018.5.9", ("payment", 0, "paid_on")),
        ("2018-05-09", ("payment", 0, "paid_on")),
        ("2018年5月9日", ("payment", 0, "paid_on")),
        ("20180509", ("payment", 0, "paid_on")),
        ("2018.5", ("payment", 0, "paid_on")),
        ("记-0097", ("payment", 0, "voucher")),
        ("-2", ("payment", 1, "amount")),
        ("−2.00", ("payment", 1, "amount")),
        ("12.345678", ("payment", 2, "amount")),
        ("12.35", ("payment", 2, "amount")),
        ("2324.67", REMARK),
        ("2,324.67", REMARK),
        ("2018.5.9", REMARK),
        ("abc", REMARK),
        ("ａｂｃ　公司", REMARK),
    ],
)  # fmt: skip
def test_what_is_typed_finds_what_is_meant(
    records: Records, index: SearchIndex, typed: str, place: tuple[str, int, str]
) -> None:
    table, at, field = place
    found = cells(index, typed)
    assert of(records, table, at, field) in found


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("232467万元", PAID),
        ("23.2467元", PAID),
        ("3.2467", PAID),
        ("23.2468", PAID),
        ("2018.5.8", ("payment", 0, "paid_on")),
        ("2018.6", ("payment", 0, "paid_on")),
        ("23.25%", PAID),
    ],
)
def test_what_is_meant_otherwise_is_not_found(
    records: Records, index: SearchIndex, typed: str, place: tuple[str, int, str]
) -> None:
    assert of(records, *place) not in cells(index, typed)


@pytest.mark.parametrize(
    ("typed", "table", "said"),
    [
        ("cssz", "fund", "长沙市"),
        ("zwy", "fund", "政务云"),
        ("gkzb", "contract", "公开招标"),
        ("zjf jzxcs", "contract", ""),
    ],
)
def test_initials_of_pinyin_find_words(index: SearchIndex, typed: str, table: str, said: str) -> None:
    if not said:
        assert table not in {found for found, _, _ in cells(index, typed)}
        return
    shown = {
        index.records.shown(name, SCHEMA[name].field(field), index.records.get(name, row) or {})
        for name, row, field in cells(index, typed)
    }
    assert any(said in text for text in shown)


def test_one_letter_is_no_initial(index: SearchIndex) -> None:
    assert not any(field == "procurement" for _, _, field in cells(index, "g"))


def test_every_word_must_stand_in_the_row_in_any_field(records: Records, index: SearchIndex) -> None:
    found = cells(index, "2018-05-09 记-0097 23.2467")
    assert {(table, row) for table, row, _ in found} == {("payment", records.all("payment")[0]["id"])}


def test_a_void_row_and_what_is_under_it_are_not_found() -> None:
    rows = sample_rows()
    rows["contract"][0]["void_reason"] = "重复"
    name = str(rows["contract"][0]["name"])
    items = [row["id"] for row in rows["contract_item"] if row["contract"] == rows["contract"][0]["id"]]
    found = cells(SearchIndex(Records(rows), SCHEMA, pinyin.initials), name)
    assert not {row for _, row, _ in found} & {rows["contract"][0]["id"], *items}


def test_experts_scores_are_not_found_before_they_are_released() -> None:
    rows = sample_rows()
    empty = dict.fromkeys(field.name for field in SCHEMA["expert_score"].fields)
    score = {**empty, "id": "e", "position": "1", "void_reason": None, "reason": "独家理由"}
    sealed = {**dict.fromkeys(field.name for field in SCHEMA["setting"].fields), "id": "s", "position": "1"}
    sealed |= {"void_reason": None, "key": "experts_released", "value": "否"}
    released = Records({**rows, "expert_score": [score]})
    index = SearchIndex(released, SCHEMA, pinyin.initials)
    assert cells(index, "独家理由") == {("expert_score", "e", "reason")}
    index.follow(Records({**rows, "expert_score": [score], "setting": [sealed]}), {"setting": {"s"}})
    assert cells(index, "独家理由") == set()
    index.follow(released, {"setting": {"s"}})
    assert cells(index, "独家理由") == {("expert_score", "e", "reason")}


def test_problems_figures_and_fields_are_found_too(records: Records) -> None:
    evaluation = evaluate(records)
    problems = run(records, evaluation)
    index = SearchIndex(records, (), pinyin.initials)
    index.note(PROBLEM, problem_cells(problems))
    index.note(FACT, fact_cells(evaluation))
    index.note(FIELD, field_cells(SCHEMA))
    quota = evaluation.facts.project["总指标"]
    assert (FACT, "/总指标", "value") in cells(index, quota.shown)
    assert (FIELD, "contract.procurement", "label") in cells(index, "采购方式")
    assert any(table == PROBLEM for table, _, _ in cells(index, problems[0].message[:12].split()[0]))


@pytest.mark.parametrize(
    ("text", "typed", "said"),
    [
        ("金额为 2,324.67 万元", "2324.67", "2,324.67"),
        ("金额为 2,324.67 万元", "2,324.67", "2,324.67"),
        ("2,324.67", "2324.67万元", "2,324.67"),
        ("2018-05-09", "2018.5.9", "2018-05-09"),
        ("长沙市政务云", "cssz", "长沙市政"),
        ("ＡＢＣ公司", "abc", "ＡＢＣ"),
        ("前" * 40 + "目标" + "后" * 90, "目标", "目标"),
    ],
)
def test_the_hit_is_marked_in_what_is_shown(text: str, typed: str, said: str) -> None:
    found = marked(text, Query.of(typed), pinyin.initials)
    assert found.text[found.start : found.end] == said


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40), st.text(max_size=12))
def test_marks_lie_within_the_text_whatever_is_typed(text: str, typed: str) -> None:
    found = marked(text, Query.of(typed), pinyin.initials)
    assert 0 <= found.start <= found.end <= len(found.text)


@given(st.text(max_size=30))
@settings(max_examples=60, deadline=None)
def test_whatever_is_typed_is_searched(typed: str) -> None:
    index = SearchIndex(Records({"project": [project_row(title=typed)]}), ("project",), pinyin.initials)
    wanted = typed.split()
    assert not Query.of("  　")
    if wanted and Query.of(typed):
        assert ("project", "p", "title") in cells(index, typed)


def project_row(**given: Any) -> Mapping[str, Any]:
    empty = dict.fromkeys((*(field.name for field in SCHEMA["project"].fields), "void_reason"))
    return {**empty, "id": "p", "position": "1", **given}


@pytest.mark.parametrize("seed", range(3))
def test_the_index_after_any_edits_is_the_index_of_the_rows(seed: int) -> None:
    random_ = random.Random(seed)
    rows = sample_rows()
    index = SearchIndex(Records(rows), SCHEMA, pinyin.initials)
    words = ("政务", "2018", "记", "zwy", "新写的")
    for _step in range(6):
        changed: dict[str, set[str]] = {}
        for _ in range(random_.randint(1, 4)):
            table = random_.choice(("payment", "contract", "contract_item", "roster_entry"))
            changed.setdefault(table, set()).add(_change(rows[table], table, random_))
        list(index.build())
        index.follow(Records(rows), changed)
        fresh = SearchIndex(Records(rows), SCHEMA, pinyin.initials)
        for word in words:
            assert {hits.table: hits.count for hits in index.search(Query.of(word)) if hits} == {
                hits.table: hits.count for hits in fresh.search(Query.of(word)) if hits
            }


def _change(rows: list[dict[str, Any]], table: str, random_: random.Random) -> str:
    """Add, delete, void or rewrite one row; its id."""
    what, at = random_.choice(("add", "delete", "void", "write")), random_.randrange(len(rows))
    if what == "add":
        rows.append({**rows[at], "id": f"{table}-new-{random_.random()}", "position": "zz"})
        return str(rows[-1]["id"])
    row = rows[at]
    if what == "delete":
        rows.pop(at)
    elif what == "void":
        rows[at] = {**row, "void_reason": None if row["void_reason"] else "作废"}
    else:
        name = next(
            field.name for field in SCHEMA[table].fields if field.name in ("remark", "voucher", "name")
        )
        rows[at] = {**row, name: random_.choice(("新写的一行", "政务办", None))}
    return str(row["id"])
