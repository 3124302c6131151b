"""The sample's report as the file that people get: pages, chapters, searchable text, the issue's figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from models.checks import run
from models.evaluation import evaluate
from models.records import Records
from models.report.blocks import Document, Heading, Table
from models.report.document import build
from models.schema import SCHEMA
from services.exporting.pdf import write_pdf
from services.founding import found
from services.report_forms import form_of
from services.sample import sample_sheets


def sample_records() -> Records:
    """The sample as rows of a new project."""
    founding = found(sample_sheets())
    assert founding.plan.bad == ()
    rows = {
        name: [
            {
                "position": f"{place:06}",
                "void_reason": None,
                **dict.fromkeys(field.name for field in SCHEMA[name].fields),
                **{key: value for key, value in row.items() if key != "position"},
            }
            for place, row in enumerate(founding.rows.get(name, ()))
        ]
        for name in SCHEMA
    }
    return Records(rows)


@pytest.fixture(scope="module")
def records() -> Records:
    return sample_records()


@pytest.fixture(scope="module")
def pages(records: Records, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    path = tmp_path_factory.mktemp("report") / "report.pdf"
    evaluation = evaluate(records)
    used = write_pdf(
        build(records, evaluation, run(records, evaluation), form_of(records)), path, bundled_only=True
    )
    assert used.missing == ()
    pdf = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_range() for page in pdf]
    pdf.close()
    return texts


def squeezed(pages: list[str]) -> str:
    """The text as a search finds it, without line ends and page numbers."""
    return re.sub(r"—\d+—", "", re.sub(r"\s+", "", "".join(pages)))


def test_it_has_the_pages_of_a_report(pages: list[str]) -> None:
    assert 12 <= len(pages) <= 80
    assert all(page.strip() for page in pages)
    for number, page in enumerate(pages, start=1):
        assert page.count("—") >= 2
        assert re.search(rf"(?<!\d){number}(?!\d)", page)


def test_chapters_and_annexes_can_be_searched_in_order(pages: list[str]) -> None:
    contents, text = squeezed(pages).split("现报告如下")
    wanted = [
        "一、评价情况",
        "二、项目基本情况",
        "三、项目资金情况",
        "四、项目实施情况",
        "五、制度和各项法律法规的执行情况",
        "六、项目的产出成果及效益情况",
        "七、存在的问题",
        "八、相关建议",
        "九、综合评价情况及评价结论",
        "长沙市财政局2019年8月10日",
        "附件1绩效评价评分表",
        "附件2资金指标及支付情况表",
        "附件3合同执行情况表",
        "附件4问题及建议对照表",
        "附件5项目支出绩效自评表",
        "附件6评价人员签字页",
    ]
    places = [text.find(each) for each in wanted]
    assert -1 not in places
    assert places == sorted(places)
    listed = [contents.find(each) for each in wanted if not each.startswith("长沙市财政局")]
    assert -1 not in listed
    assert listed == sorted(listed)


@pytest.mark.parametrize(
    "said",
    [
        "总指标2,324.67万元，已支付2,053.31万元，结余271.36万元，预算执行率88.33%",
        "低于标准值（100.00%）11.67个百分点",
        "预算调整率165.62%",
        "超过标准值（5.00%）160.62个百分点",
        "结余结转率31.01%",
        "年初预算875.18万元",
        "按付款和支出明细汇总为350.80万元",
        "按合同汇总为610.61万元",
        "A类单位工作补贴（15家单位，208×0.50万元）104.00万元",
        "1,489.83",
        "等次为“中”",
    ],
)
def test_the_figures_of_the_case_can_be_searched(pages: list[str], said: str) -> None:
    assert said in squeezed(pages)


def test_the_unpaid_contracts_are_those_of_the_case(records: Records) -> None:
    evaluation = evaluate(records)
    document = build(records, evaluation, run(records, evaluation), form_of(records))
    annex = next(each for each in tables(document) if "服务期限" in heads(each))
    last = heads(annex).index("未付")
    unpaid = [
        row.cell(last).text for row in annex.rows if row.role == "row" and row.cell(last).text != "0.00"
    ]
    assert unpaid == [
        "15.88", "15.05", "25.20", "18.80", "2.95", "10.05", "66.90", "735.00", "3.50", "31.00", "255.50",
    ]  # fmt: skip


def tables(document: Document) -> Iterator[Table]:
    return (block for block in document.blocks if isinstance(block, Table))


def heads(table: Table) -> list[str]:
    return [column.title for column in table.columns]


def test_every_scored_indicator_stands_in_the_score_table(records: Records) -> None:
    evaluation = evaluate(records)
    document = build(records, evaluation, (), form_of(records))
    table = next(each for each in tables(document) if "评分说明" in heads(each))
    rows = [row for row in table.rows if row.role == "row"]
    leaves = list(evaluation.leaves())
    assert [row.cell(2).text for row in rows] == [leaf.row["name"] for leaf in leaves]
    assert [row.cell(4).text for row in rows] == [f"{leaf.score:f}" for leaf in leaves]
    assert all(row.cell(6).text for row in rows)


def test_findings_and_advice_are_the_samples(records: Records) -> None:
    evaluation = evaluate(records)
    headings = [
        block.text
        for block in build(records, evaluation, (), form_of(records)).blocks
        if isinstance(block, Heading)
    ]
    after = headings[headings.index("七、存在的问题") + 1 :]
    titles = [row["title"] for row in (*records.live("finding"), *records.live("recommendation"))]
    said = [text.partition("）")[2] for text in after if text.startswith("（")]
    assert said == [title.rstrip("。") for title in titles]


def test_the_file_appears_where_it_is_asked_for(records: Records, tmp_path: Path) -> None:
    evaluation = evaluate(records)
    write_pdf(build(records, evaluation, (), form_of(records)), tmp_path / "报告.pdf", bundled_only=True)
    assert [each.name for each in tmp_path.iterdir()] == ["报告.pdf"]
