"""The forms of a report: which chapters they have, what they say of much, of little and of nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.defaults import REPORT_FORMS
from models.records import Records
from models.report.blocks import Document, Heading, Paragraph, Run, Table, text_of
from models.report.outline import KEYS, LEAD
from models.schema import SCHEMA
from services.report_forms import form
from tests.models import changsha as case
from tests.models.test_report import FINDINGS, chapters, report

NINE = [
    "一、评价情况",
    "二、项目基本情况",
    "三、项目资金情况",
    "四、项目实施情况",
    "五、制度和各项法律法规的执行情况",
    "六、项目的产出成果及效益情况",
    "七、存在的问题",
    "八、相关建议",
    "九、综合评价情况及评价结论",
]


OUTLINES = {
    "专项资金绩效评价报告": NINE,
    "财预〔2020〕10号报告提纲": [
        "一、基本情况",
        "二、绩效评价工作开展情况",
        "三、综合评价情况及评价结论",
        "四、绩效评价指标分析",
        "五、主要经验及做法、存在的问题及原因分析",
        "六、有关建议",
        "七、其他需要说明的问题",
    ],
    "绩效自评报告": [
        "一、项目概况",
        "二、绩效自评工作开展情况",
        "三、绩效目标完成情况",
        "四、偏离绩效目标的原因和改进措施",
        "五、自评结果应用和公开",
        "六、其他需要说明的情况",
    ],
}
FORMS = pytest.mark.parametrize("name", REPORT_FORMS)


@FORMS
def test_the_chapters_of_every_form_stand_in_order(name: str) -> None:
    assert chapters(report(case.changsha(), name)) == OUTLINES[name]


def test_fields_can_quote_every_chapter_of_every_form() -> None:
    keys = {draft.key for name in REPORT_FORMS for draft in form(name).drafts}
    assert keys == KEYS | {LEAD}


def runs(document: Document) -> Iterator[Run]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield from block.runs


@FORMS
@pytest.mark.parametrize("records", [case.changsha(), case.records(), Records({})], ids=["case", "none", "-"])
def test_nothing_that_a_form_quotes_is_unknown(records: Records, name: str) -> None:
    assert [run.wrong for run in runs(report(records, name)) if run.wrong] == []


def test_headings_of_passages_stand_below_the_heading_that_they_are_under() -> None:
    headings = [
        (block.level, block.text)
        for block in report(case.records(**FINDINGS), REPORT_FORMS[1]).blocks
        if isinstance(block, Heading)
    ]
    at = headings.index((1, "五、主要经验及做法、存在的问题及原因分析"))
    assert headings[at + 1 : at + 5] == [
        (2, "（一）主要经验及做法"),
        (2, "（二）存在的问题及原因分析"),
        (3, "1. 目标不明确"),
        (3, "2. 验收不及时"),
    ]


def test_the_self_evaluation_report_is_the_units_own() -> None:
    project = {"id": "P", "title": "2018年市电子政务办绩效评价报告", "unit": "市电子政务办", "year": 2018,
               "commissioner": "市财政局", "stage": "征求意见稿"}  # fmt: skip
    text = text_of(report(case.changsha(project=[project]), "绩效自评报告"))
    assert text.startswith("2018年市电子政务办绩效自评报告\n")
    assert "市财政局" not in text
    assert "征求意见稿" not in text
    assert "绩效评价评分表" not in text


OWN = {
    "fund": [{"id": "F1", "code": "F1", "name": "平台"}],
    "objective": [
        {"fund": "F1", "level1": "产出指标", "name": "上线服务器", "operator": "≥", "target": "142",
         "actual": "110", "unit": "台", "reason": "还差{142 − 绩效目标[\"上线服务器\"].实际完成值}台"},
        {"fund": "F1", "level1": "效益指标", "name": "数据共享", "operator": "定性", "attainment": "达成"},
        {"fund": "F1", "level1": "满意度指标", "name": "用户满意", "operator": "≥", "target": "90"},
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        "产出指标共1项，达成0项，未达成或部分达成1项：上线服务器（年度指标值≥142台，实际完成110台）。",
        "效益指标共1项，达成1项。",
        "满意度指标共1项，达成0项，尚无实际值或无法判断1项。",
        "“上线服务器”未达成（年度指标值≥142台，实际完成110台）：还差32台。",
    ],
)
def test_the_unit_tells_what_it_reached_and_why_not(said: str) -> None:
    assert said in text_of(report(case.records(**OWN), "绩效自评报告"))


@pytest.mark.parametrize(
    "said",
    [
        "决策分值100.00分，得45.00分，得分率45.00%。其中：目标明确性60.00分得45.00分、满意度40.00分未评。",
        "1. 目标明确性\n分值60.00分，得45.00分，失15.00分。\n目标未量化\n完成值：45",
        "2. 满意度\n分值40.00分，尚未评分。",
    ],
)
def test_every_indicator_is_analysed(said: str) -> None:
    assert said in text_of(report(case.records(**FINDINGS), "财预〔2020〕10号报告提纲"))


def assert_reads_well(document: Document) -> None:
    text = text_of(document)
    for slip in ("None", "。。", "，。", "；。", "：。", "（）", "“”", "，，"):
        assert slip not in text


@FORMS
def test_an_empty_project_says_what_is_missing(name: str) -> None:
    for records in (Records({}), case.records(project=[{"id": "P"}])):
        document = report(records, name)
        assert chapters(document) == OUTLINES[name]
        assert_reads_well(document)
        assert text_of(document).count("尚未") >= 5
        assert not any(isinstance(block, Table) for block in document.blocks)


CELLS = [
    (table, row["id"], field.name)
    for table in (
        "project",
        "fund",
        "allocation",
        "contract",
        "contract_item",
        "payment",
        "expense",
        "milestone",
    )
    for row in case.changsha().all(table)
    for field in SCHEMA[table].fields
    if row[field.name] is not None
]


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sets(st.sampled_from(CELLS), max_size=60), st.sampled_from(REPORT_FORMS))
def test_whatever_is_missing_the_report_is_made(blanked: set[tuple[str, str, str]], name: str) -> None:
    records = case.changsha()
    changed: dict[str, list[dict[str, Any]]] = {}
    for table in {cell[0] for cell in blanked}:
        changed[table] = [
            {key: None if (table, row["id"], key) in blanked else value for key, value in row.items()}
            for row in records.all(table)
        ]
    document = report(records.replaced(changed), name)
    assert chapters(document) == OUTLINES[name]
    assert_reads_well(document)
