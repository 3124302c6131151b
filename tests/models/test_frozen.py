"""A document as plain data: exact both ways, and nothing is taken that is not a document."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

import pytest
from hypothesis import given

from models.checks import run
from models.dates import Span
from models.evaluation import evaluate
from models.report import document, frozen
from models.report.blocks import Cell, Column, Document, Heading, Paragraph, Table, TableRow
from models.report.frozen import BadDocument
from models.report.shapes import BadShape, shape
from services.report_forms import form_of
from tests.models.changsha import changsha
from tests.models.documents import DOCUMENTS


@given(DOCUMENTS)
def test_a_document_comes_back_from_json_as_it_was(made: Document) -> None:
    assert frozen.from_data(json.loads(json.dumps(frozen.to_data(made)))) == made


def test_the_report_of_the_case_comes_back_with_every_source() -> None:
    records = changsha()
    evaluation = evaluate(records)
    made = document.build(records, evaluation, run(records, evaluation), form_of(records))
    back = frozen.from_data(json.loads(json.dumps(frozen.to_data(made))))
    assert back == made
    assert any(run.source for block in back.blocks if isinstance(block, Paragraph) for run in block.runs)


SAMPLE = frozen.to_data(
    Document(
        "题", (Heading(1, "一、范围"), Table("表", "", (Column("列"),), (TableRow((Cell("1", "总分"),)),)))
    )
)


def changed(place: str, value: Any) -> Any:
    """The sample with one thing changed: a place is keys and numbers parted by slashes."""
    data = copy.deepcopy(SAMPLE)
    *way, last = [int(step) if step.isdigit() else step for step in place.split("/")]
    inside: Any = data
    for step in way:
        inside = inside[step]
    inside[last] = value
    return data


@pytest.mark.parametrize(
    ("place", "value", "says"),
    [
        ("format", 2, "第 2 版"),
        ("format", "1", "不是存档的报告"),
        ("document", [], "Document 的各项"),
        ("document/title", 3, "Document.title 应为不超过"),
        ("document/title", "长" * 1_000_001, "Document.title 应为不超过"),
        ("document/blocks", {}, "列表"),
        ("document/blocks/0/@", "Script", "认识的内容块"),
        ("document/blocks/0/@", "Run", "认识的内容块"),
        ("document/blocks/0/level", 7, "Heading heading level 7"),
        ("document/blocks/0/level", True, "Heading.level 应为整数"),
        ("document/blocks/0/more", "x", "Heading 的各项"),
        ("document/blocks/1/columns/0/align", "top", "left"),
        ("document/blocks/1/columns/0/share", 0, "column share 0"),
        ("document/blocks/1/rows/0/cells", [], "0 cells for 1 columns"),
        ("document/blocks/1/rows/0/cells/0", 5, "另一种内容"),
        ("document/blocks/1/rows/0/cells/0/source", ["fund", "F1"], "3 项的列表"),
        ("document/blocks/1/rows/0/cells/0/span", 10**12, "整数"),
    ],
)  # fmt: skip
def test_what_is_no_document_is_refused_with_a_reason(place: str, value: Any, says: str) -> None:
    with pytest.raises(BadDocument, match=says):
        frozen.from_data(changed(place, value))


@pytest.mark.parametrize("data", [None, [], "报告", 1, {"document": {}}])
def test_other_data_is_no_archive(data: Any) -> None:
    with pytest.raises(BadDocument, match="不是存档的报告"):
        frozen.from_data(data)


def test_a_field_that_came_later_takes_its_default_in_old_documents() -> None:
    data = copy.deepcopy(SAMPLE)
    del data["document"]["blocks"][1]["headless"]
    assert frozen.from_data(data) == frozen.from_data(SAMPLE)


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    long: Fraction | None
    when: Span


@dataclass(frozen=True, slots=True)
class Level:
    label: str
    at: Decimal


@dataclass(frozen=True, slots=True)
class Chart:
    """A block as it may come later: exact numbers, days, and items of several kinds."""

    caption: str
    kind: Literal["bars", "time"]
    items: tuple[Bar | Level, ...]


CHART = Chart(
    "付款",
    "bars",
    (Bar("一", Fraction(1, 3), Span(date(2018, 1, 1), date(2018, 12, 31))), Level("二", Decimal("1.50"))),
)


def test_a_kind_of_block_that_comes_later_needs_no_code_here() -> None:
    data = json.loads(json.dumps(shape(Chart).write(CHART)))
    assert shape(Chart).read(data) == CHART
    assert str(shape(Chart).read(data).items[1].at) == "1.50"
    assert shape(Chart).words(CHART) == ["付款", "一", "二"]


@pytest.mark.parametrize(
    ("item", "field", "value"),
    [
        (0, "long", "1/0"),
        (0, "long", "0.33"),
        (0, "long", "9" * 200 + "/1"),
        (0, "when", {"first": "2018-02-30", "last": "2018-12-31"}),
        (1, "at", "1e9"),
        (1, "at", "NaN"),
        (1, "at", 1.5),
    ],
)
def test_numbers_and_days_are_taken_only_as_they_are_written(item: int, field: str, value: Any) -> None:
    data = json.loads(json.dumps(shape(Chart).write(CHART)))
    data["items"][item][field] = value
    with pytest.raises(BadShape):
        shape(Chart).read(data)


def test_a_block_may_not_have_fields_of_which_nothing_is_known() -> None:
    with pytest.raises(TypeError, match="no shape"):
        shape(float)
    with pytest.raises(TypeError, match="cannot be told apart"):
        shape(str | Decimal)
