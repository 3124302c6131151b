"""Checks on live fields, the figures of drafted findings, and numbers of chapters and annexes."""

from __future__ import annotations

from typing import Any

import pytest

from models.checks import Problem, run
from models.defaults import REPORT_FORMS
from models.evaluation import evaluate
from models.records import Records
from models.report.blocks import text_of
from models.report.document import build
from models.report.live.drafting import drafted
from models.report.live.places import PROSE
from models.schema import SCHEMA
from services.report_forms import form
from tests.models import changsha as case


def problems(rows: Records, check: str) -> list[Problem]:
    return [each for each in run(rows, evaluate(rows)) if each.check == check]


def chapter(text: str, **more: Any) -> list[dict[str, Any]]:
    return [{"id": "S", "key": "money", "text": text, "edited": True, **more}]


WRONG = [
    # an edited chapter, what the check says of it
    ("结余{结余}，率{预算执行率|整数}。", None),
    ("结余{结佘}。", "{结佘} 有误：没有“结佘”这个名称，是不是“结余”？"),
    ('{资金["F22"].结余}', '{资金["F22"].结余} 有误：“资金”里没有“F22”，是不是“F2”？'),
    ("{结余|百分点}", "“百分点”不是金额的写法"),
    ("{表:资金总额和组成}", "没有名为“资金总额和组成”的表，是不是“资金总额及组成”？"),
    ('{表:合同及支付明细("F22")}', "表“合同及支付明细”：找不到“F22”，是不是“F2”？"),
    ('{表:合同及支付明细("F2")}', None),
    ('{图:付款进度("F2")}', None),
    ('第{章节["findings"]}部分', None),
    ('第{章节["finding"]}部分', "没有章节“finding”，是不是“findings”？"),
    ('见{附件["绩效评价评分表"]}', None),
    ('见{附件["评分表格"]}', "没有附件“评分表格”"),
    ("{支付构成}{有结余的项目}", None),
    ("{支付构成|数}", "这一句没有别的写法"),
    ("{{不是字段}，{没有收尾", None),
]


@pytest.mark.parametrize(("text", "said"), WRONG)
def test_fields_that_name_nothing(text: str, said: str | None) -> None:
    found = problems(case.changsha(section=chapter(text)), "report.field")
    assert len(found) == (said is not None)
    for each in found:
        assert said is not None and said in each.message
        assert (each.severity, each.place.table, each.place.field) == ("错误", "section", "text")


@pytest.mark.parametrize("more", [{"edited": False}, {"left_out": True}])
def test_text_that_is_not_printed_is_not_checked(more: dict[str, Any]) -> None:
    assert problems(case.changsha(section=chapter("{结佘}", **more)), "report.field") == []


def test_a_chapter_that_is_left_out_cannot_be_quoted() -> None:
    sections = [*chapter('第{章节["advice"]}部分'), {"id": "A", "key": "advice", "left_out": True}]
    (found,) = problems(case.changsha(section=sections), "report.field")
    assert "没有章节“advice”" in found.message


@pytest.mark.parametrize("table", PROSE)
def test_prose_is_checked_where_people_write_it(table: str) -> None:
    name = PROSE[table][0]
    row = {"id": "X", "fund": "F1", "name": "甲", "title": "甲", "place": "甲", "code": "甲", name: "{结佘}"}
    given = {key: value for key, value in row.items() if key == "id" or SCHEMA[table].has(key)}
    (found,) = problems(case.changsha(**{table: [given]}), "report.field")
    assert (found.place.table, found.place.row, found.place.field) == (table, "X", name)


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("{结余|=271.36万元}", None),
        ("{结余|=约270万元}", "疑点"),
        ("{结余|=不到三百万元}", "提示"),
        ('第{章节["findings"]|=七}部分', None),
        ("{申报合计差异|=略}", None),
    ],
)
def test_pinned_words_are_held_against_the_data(text: str, severity: str | None) -> None:
    found = problems(case.changsha(section=chapter(text)), "report.pinned")
    assert [each.severity for each in found] == ([severity] if severity else [])
    assert all(each.expected == "271.36万元" for each in found)


def test_a_pinned_figure_asks_again_when_the_data_move_on() -> None:
    def mark(amount: str) -> str:
        rows = case.changsha(section=chapter("{总指标|=2,300万元}"))
        more = {**rows.all("allocation")[0], "amount": int(amount)}
        (found,) = problems(
            rows.replaced({"allocation": [more, *rows.all("allocation")[1:]]}), "report.pinned"
        )
        return found.fingerprint

    assert mark("1000000") == mark("1000000") != mark("2000000")


@pytest.mark.parametrize(
    ("check", "said"),
    [
        ("budget.execution", "预算执行率 {预算执行率}，{预算执行率对照}。"),
        ("budget.execution", "预算执行率 ＝ 已支付 {已支付|数} ÷ 总指标 {总指标|数}。"),
        ("budget.carry_over", "结余结转率 ＝ 结余 {结余|数} ÷ 年初预算 {年初预算|数}。"),
        ("money.obligations", "未付合同款 "),  # one of its figures is no fact: all of it stays words
        ("time.review_due", "合同"),
    ],
)  # fmt: skip
def test_a_drafted_finding_follows_the_data(check: str, said: str) -> None:
    rows = case.changsha(
        contract=[{**row, "accepted_on": "2018-11-28", "settlement": "未开展"} for row in CONTRACTS]
    )
    found = problems(rows, check)
    for each in found:
        text = drafted(rows, evaluate(rows), each)
        assert said in text
        assert ("{" in text) == said.startswith(("预算执行率", "结余结转率"))


CONTRACTS: list[dict[str, Any]] = [
    {"id": "C1", "fund": "F2", "vendor": "V", "name": "运维", "amount": "600.00"}
]


QUOTING = '问题见第{章节["findings"]}部分，评分见{附件["绩效评价评分表"]}。'


@pytest.mark.parametrize(
    ("sections", "said"),
    [
        ([], "问题见第七部分，评分见附件1。"),
        ([{"key": "findings", "place": 1}, {"key": "circumstances", "place": 9}], "问题见第一部分，"),
        ([{"key": "regulations", "left_out": True}], "问题见第六部分，评分见附件1。"),
        ([{"key": "findings", "left_out": True}], "问题见第{章节[\"findings\"]}部分，评分见附件1。"),
    ],
)  # fmt: skip
def test_numbers_of_chapters_and_annexes_stay_right(sections: list[dict[str, Any]], said: str) -> None:
    quoting = {"key": "own-1", "title": "说明", "text": QUOTING, "place": 99}
    if not any("place" in each for each in sections):
        quoting["place"] = None
    indicator = [{"id": "I", "name": "决策", "weight": "100", "rule": "manual", "value": "80"}]
    rows = case.changsha(section=[quoting, *sections], indicator=indicator)
    evaluation = evaluate(rows)
    assert said in text_of(build(rows, evaluation, run(rows, evaluation), form(REPORT_FORMS[0])))


def test_advice_names_the_chapter_of_the_findings_only_while_there_is_one() -> None:
    tables: dict[str, list[dict[str, Any]]] = {
        "finding": [{"id": "Q", "title": "目标不明确", "fact": "无"}],
        "recommendation": [{"id": "R", "title": "细化", "text": "量化"}],
        "finding_recommendation": [{"finding": "Q", "recommendation": "R"}],
    }

    def text(sections: list[dict[str, Any]]) -> str:
        rows = case.records(**tables, section=sections)
        return text_of(build(rows, evaluate(rows), (), form(REPORT_FORMS[0])))

    assert "针对第七部分“目标不明确”问题。" in text([])
    assert "针对第六部分“目标不明确”问题。" in text([{"key": "progress", "left_out": True}])
    assert "针对“目标不明确”问题。" in text([{"key": "findings", "left_out": True}])
