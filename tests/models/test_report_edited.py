"""A chapter that somebody took over still follows the data: every number is that of the automatic report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.checks import run
from models.defaults import REPORT_FORMS
from models.evaluation import evaluate
from models.fields import Row
from models.records import Records
from models.report.blocks import text_of
from models.report.document import Report, compose
from services.report_forms import form
from tests.models import changsha as case
from tests.services.test_sample import sample

__all__ = ["sample"]

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?%?")

FORMS = pytest.mark.parametrize("name", REPORT_FORMS)


def written(records: Records, name: str) -> Report:
    evaluation = evaluate(records)
    return compose(records, evaluation, run(records, evaluation), form(name))


def taken_over(records: Records, name: str) -> Records:
    """The project as if somebody had begun to edit every chapter without changing a word."""
    rows = [
        case.row("section", f"S{at}", at, key=each.key, text=each.automatic, base=each.automatic, edited=True)
        for at, each in enumerate(written(records, name).chapters)
    ]
    return records.replaced({"section": rows})


def numbers(records: Records, name: str) -> Counter[str]:
    return Counter(NUMBER.findall(text_of(written(records, name).document)))


Change = Callable[[Records], dict[str, list[Row]]]


def changed(table: str, row_id: str, **values: Any) -> Change:
    def change(records: Records) -> dict[str, list[Row]]:
        rows = [{**row, **values} if row["id"] == row_id else row for row in records.all(table)]
        return {table: rows}

    return change


def assert_follows(records: Records, name: str, change: Change, edited: Records | None = None) -> None:
    edited = edited or taken_over(records, name)
    after = change(records)
    assert numbers(edited.replaced(after), name) == numbers(records.replaced(after), name)


@pytest.fixture(scope="module")
def edited(sample: Records) -> dict[str, Records]:
    return {name: taken_over(sample, name) for name in REPORT_FORMS}


@FORMS
def test_taken_over_and_unchanged_it_is_the_same_report(
    sample: Records, edited: dict[str, Records], name: str
) -> None:
    assert text_of(written(edited[name], name).document) == text_of(written(sample, name).document)


def the_first(records: Records, table: str, **values: Any) -> str:
    found = (row for row in records.live(table) if all(row[key] == value for key, value in values.items()))
    return str(next(found)["id"])


CHANGES = [
    # what is changed: table, how the row is found, what is changed in it
    ("a payment", "payment", {}, {"amount": 1_234_567}),
    ("a payment's year", "payment", {}, {"paid_on": "2019"}),
    ("a fund's name", "fund", {"code": "F5"}, {"name": "2019年度第3批奖励"}),
    ("a contract's amount", "contract", {}, {"amount": 98_765_432}),
    ("a contract's name", "contract", {}, {"name": "第12标段"}),
    ("an expense", "expense", {}, {"amount": 11}),
    ("a grant", "allocation", {}, {"amount": 777_000}),
    ("a base figure", "figure", {"name": "上线服务器"}, {"value": 137}),
    ("a target's actual value", "objective", {"name": "上线X86服务器"}, {"actual": 150}),
    ("a target", "objective", {"name": "上线X86服务器"}, {"target": 149}),
    ("an indicator's points", "indicator", {"code": "B11"}, {"weight": 7}),
    ("an indicator's name", "indicator", {"code": "B11"}, {"name": "2018年执行率"}),
    ("an adjusted score", "indicator", {"code": "A32"}, {"override": 1, "override_reason": "复核"}),
    ("points that a finding cost", "deduction", {}, {"points": 2}),
    ("the year", "project", {}, {"year": 2017}),
    ("a request that came", "request", {"state": "未提供"}, {"state": "已提供"}),
]  # fmt: skip


@FORMS
@pytest.mark.parametrize(("said", "table", "at", "values"), CHANGES, ids=[each[0] for each in CHANGES])
def test_numbers_in_edited_chapters_follow(
    sample: Records,
    edited: dict[str, Records],
    name: str,
    said: str,
    table: str,
    at: dict[str, Any],
    values: dict[str, Any],
) -> None:
    assert_follows(sample, name, changed(table, the_first(sample, table, **at), **values), edited[name])


MONEY = st.integers(0, 10**10)
CELLS: list[tuple[str, str, st.SearchStrategy[Any]]] = [
    ("payment", "amount", MONEY),
    ("contract", "amount", MONEY),
    ("allocation", "amount", MONEY),
    ("expense", "amount", MONEY),
    ("fund", "name", st.text("甲乙丙、年0123456789“”{}", min_size=1, max_size=12)),
    ("fund", "declared_paid", MONEY),
]


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_numbers_follow_whatever_the_project_is(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(REPORT_FORMS))
    table, field, values = data.draw(st.sampled_from(CELLS))
    records = case.changsha()
    for kept in ("contract", "expense", "allocation", "payment"):
        rows = records.all(kept)
        chosen = data.draw(st.sets(st.sampled_from(range(len(rows))), min_size=1))
        records = records.replaced({kept: [rows[at] for at in sorted(chosen)]})
    live = records.live(table) or records.all(table)
    row = data.draw(st.sampled_from(live))
    assert_follows(records, name, changed(table, row["id"], **{field: data.draw(values)}))
