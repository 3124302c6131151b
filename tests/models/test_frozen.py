"""A document as plain data: exact both ways, and nothing is taken that is not a document."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.checks import run
from models.evaluation import evaluate
from models.report import document, frozen
from models.report.blocks import (
    Annex,
    Cell,
    Column,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Signature,
    Table,
    TableRow,
    Title,
)
from models.report.frozen import BadDocument
from services.report_forms import form_of
from tests.models.changsha import changsha

TEXT = st.text(st.characters(), max_size=12)
SOURCE = st.none() | TEXT | st.tuples(TEXT, TEXT, TEXT)
ALIGN = st.sampled_from(["left", "right", "center"])
CELL = st.builds(
    Cell, text=TEXT, source=SOURCE, joined=st.booleans(), span=st.integers(1, 9), align=st.none() | ALIGN
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 3))
    columns = tuple(
        draw(st.builds(Column, title=TEXT, share=st.integers(1, 99), align=ALIGN)) for _ in range(width)
    )
    cells = st.lists(TEXT | CELL, min_size=width, max_size=width).map(tuple)
    roles = st.sampled_from(["row", "group", "subtotal", "total"])
    rows = draw(st.lists(st.builds(TableRow, cells=cells, role=roles), max_size=3))
    flags = [draw(st.booleans()), draw(st.booleans())]
    return Table(draw(TEXT), draw(TEXT), columns, tuple(rows), draw(st.integers(0, width)), *flags)


STYLES = st.sampled_from(["body", "lead", "note", "right", "caption", "center"])
RUNS = st.lists(st.builds(Run, text=TEXT, source=SOURCE, bold=st.booleans()), max_size=4).map(tuple)
BLOCKS = st.one_of(
    st.builds(Title, TEXT),
    st.builds(Heading, st.integers(1, 3), TEXT, TEXT),
    st.builds(Paragraph, RUNS, STYLES),
    tables(),
    st.just(PageBreak()),
    st.builds(Annex, TEXT, TEXT),
    st.builds(Signature, st.lists(TEXT, max_size=3).map(tuple)),
)
DOCUMENTS = st.builds(
    Document,
    title=TEXT,
    blocks=st.lists(BLOCKS, max_size=5).map(tuple),
    language=TEXT,
    subject=TEXT,
    keywords=st.lists(TEXT, max_size=2).map(tuple),
    author=TEXT,
    contents=st.booleans(),
)


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
