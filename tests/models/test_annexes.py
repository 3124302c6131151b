"""The annexes: which there are, what the evidence proves in words, who signs, where every figure is from."""

from __future__ import annotations

import re
from typing import Any

import pytest

from models.evaluation import evaluate
from models.records import Records
from models.report.annexes import annex_blocks, annexes
from models.report.annexes.evidence import EMPTY, GONE, build, evidence_table
from models.report.blocks import Document, Paragraph, Table, Title, text_of
from models.report.document import build as build_report
from models.report.material import Material
from services.report_forms import form_of
from tests.models import changsha as case

FIGURE = re.compile(r"\d\.\d\d|\d{4}\.\d")

EVIDENCE = [
    {"id": "E1", "code": "Z-01", "title": "英文门户验收单", "kind": "文件", "source": "市电子政务办",
     "collected_by": "评价组丙", "collected_on": "2019-06-12", "page": "3—5"},
    {"id": "E2", "code": "Z-02", "title": "银行回单"},
]  # fmt: skip
LINKS = [
    {"evidence": "E1", "on_table": "contract", "on_row": "C10", "on_field": "accepted_on"},
    {"evidence": "E1", "on_table": "payment", "on_row": "C10-2018", "on_field": "amount"},
    {"evidence": "E1", "on_table": "fund", "on_row": "F2", "on_field": "已支付"},
    {"evidence": "E1", "on_table": "contract", "on_row": "C10", "on_field": "accepted_on"},
]
PEOPLE = [
    {"name": "甲", "organization": "评价组", "role": "组长", "duty": "统稿"},
    {"name": "乙", "role": "复核人"},
]
OBJECTIVE = [{"fund": "F2", "level1": "产出指标", "name": "更新信息", "operator": "≥", "target": "10"}]
FULL: dict[str, list[dict[str, Any]]] = {
    "evidence": EVIDENCE,
    "evidence_link": LINKS,
    "person": PEOPLE,
    "objective": OBJECTIVE,
    "indicator": [{"id": "I", "name": "决策", "weight": "100", "rule": "manual", "value": "80"}],
    "finding": [{"id": "Q", "title": "验收不及时"}],
    "deduction": [{"finding": "Q", "indicator": "I", "points": "20"}],
}


def material(records: Records) -> Material:
    return Material(records, evaluate(records), ())


def titles(records: Records) -> list[str]:
    return [f"{annex.number} {annex.title}".strip() for annex, _ in annexes(material(records))]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ({}, []),
        ({"person": PEOPLE}, ["评价人员签字页"]),
        ({"evidence": EVIDENCE, "person": PEOPLE}, ["1 佐证材料目录", "2 评价人员签字页"]),
        ({"evidence": [{**EVIDENCE[0], "void_reason": "重复"}]}, []),
        ({"fund": [{"id": "F2", "name": "运维"}]}, []),
        ({"fund": [{"id": "F2", "name": "运维"}], "objective": OBJECTIVE}, ["项目支出绩效自评表"]),
    ],
)
def test_an_annex_is_there_when_it_has_something_to_show(rows: dict[str, Any], expected: list[str]) -> None:
    assert titles(case.records(**rows)) == expected


def test_all_annexes_are_numbered_and_listed_in_order() -> None:
    names = [
        "绩效评价评分表", "资金指标及支付情况表", "合同执行情况表", "问题及建议对照表", "佐证材料目录",
        "项目支出绩效自评表", "评价人员签字页",
    ]  # fmt: skip
    records = case.changsha(**FULL)
    assert titles(records) == [f"{number} {name}" for number, name in enumerate(names, 1)]
    text = text_of(build_report(records, evaluate(records), (), form_of(records)))
    listed = "\n".join(f"{'　　　' if at else '附件：'}{at + 1}. {name}" for at, name in enumerate(names))
    assert listed in text
    for number, name in enumerate(names, 1):
        assert f"\n附件{number}\n{name}\n" in text


def test_evidence_says_in_words_what_it_proves() -> None:
    first, second = evidence_table(case.changsha(evidence=EVIDENCE, evidence_link=LINKS)).rows
    assert [first.cell(place).text for place in range(7)] == [
        "Z-01", "英文门户验收单", "文件", "市电子政务办", "评价组丙\n2019.6.12", "3—5",
        "合同“英文门户”的验收日期\n合同“英文门户”的付款“2018 10.80”的付款金额\n资金项目“F2 网站群等运维”",
    ]  # fmt: skip
    assert [second.cell(place).text for place in (0, 1, 2, 3, 4, 5, 6)] == ["Z-02", "银行回单", *["—"] * 5]


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ({"on_table": "contract", "on_row": "nobody"}, GONE),
        ({"on_table": "no_such_table", "on_row": "C1"}, GONE),
        ({"on_row": "C1"}, GONE),
        ({"on_table": "fund"}, GONE),
        ({"on_table": "contract", "on_row": "C23"}, "合同“‘我的长沙’APP”（已作废）"),
        ({"on_table": "contract", "on_row": "C10", "on_field": "DROP TABLE"}, "合同“英文门户”"),
        ({"on_table": "allocation", "on_row": "allocation1"},
         "资金项目“F1 政务云一期”的资金指标“长财行字（2018）114”"),
        ({"on_table": "indicator", "on_row": "I"}, "指标第1行"),
    ],
)  # fmt: skip
def test_links_lead_to_rows_or_say_that_they_do_not(link: dict[str, Any], said: str) -> None:
    records = case.changsha(
        evidence=EVIDENCE, evidence_link=[{"evidence": "E1", **link}], indicator=[{"id": "I"}]
    )
    void = [{**row, "void_reason": "重复"} if row["id"] == "C23" else row for row in records.all("contract")]
    assert evidence_table(records.replaced({"contract": void})).rows[0].cell(6).text == said


def test_the_index_alone_is_a_document() -> None:
    document = build(case.changsha(evidence=EVIDENCE))
    assert document.title == "市电子政务办2018年度佐证材料目录"
    assert "银行回单" in text_of(document)
    assert EMPTY in text_of(build(case.changsha()))
    assert text_of(build(Records({}))) == f"佐证材料目录\n{EMPTY}"


def test_the_sign_off_page_has_room_for_every_signature() -> None:
    project = {**case.PROJECT, "evaluator": "某会计师事务所"}
    blocks = annexes(material(case.records(person=PEOPLE, project=[project])))[0][1]
    (table,) = (block for block in blocks if isinstance(block, Table))
    assert [[row.cell(place).text.strip() for place in range(6)] for row in table.rows] == [
        ["1", "甲", "评价组", "组长", "统稿", ""],
        ["2", "乙", "—", "复核人", "—", ""],
    ]
    lines = [block.text for block in blocks if isinstance(block, Paragraph)]
    leads = ("组长（签字）：", "复核人（签字）：", "评价机构（盖章）：某会计师事务所", "日期：")
    assert all(line.startswith(lead) for line, lead in zip(lines[-4:], leads, strict=True))


def test_the_forms_stand_under_one_annex_with_one_title_each() -> None:
    records = case.changsha(objective=OBJECTIVE)
    blocks = {annex.title: blocks for annex, blocks in annexes(material(records))}["项目支出绩效自评表"]
    assert len([block for block in blocks if isinstance(block, Table)]) == len(case.FUNDS)
    assert len([block for block in blocks if isinstance(block, Title)]) == len(case.FUNDS) - 1


def test_every_figure_of_an_annex_has_its_source() -> None:
    records = case.changsha(**FULL)
    document = Document("", tuple(annex_blocks(annexes(material(records)))))
    bare = []
    for table in (block for block in document.blocks if isinstance(block, Table)):
        for row in table.rows:
            cells = [row.cell(place) for place in range(len(table.columns))]
            bare += [cell.text for cell in cells if FIGURE.search(cell.text) and cell.source is None]
    assert bare == []
