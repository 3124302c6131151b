"""Two versions compared: what is said for every kind of change, and silence on what is the same."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.report.blocks import (
    Annex,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Signature,
    Source,
    Table,
    TableRow,
    Title,
    para,
    text_of,
)
from models.report.comparing import Version, compare, comparison_document
from models.report.comparing.aligning import gaps, pairs
from tests.models.documents import DOCUMENTS

AMOUNT: Source = ("contract", "C1", "amount")
ROWS = {
    "contract": [{"id": "C1", "number": None, "name": "门户运维", "amount": "590.61", "vendor": "V1"}],
    "vendor": [{"id": "V1", "name": "某公司"}],
}


def version(*blocks: Block, name: str = "初稿", tables: Any = None, scores: Any = None) -> Version:
    return Version(name, Document("报告", blocks), tables or ROWS, scores or {})


def said(before: Version, after: Version) -> list[str]:
    return [each.sentence for each in compare(before, after)]


def words(before: list[Block], after: list[Block]) -> list[str]:
    return said(version(*before), version(*after))


def paid(text: str, around: str = "合同金额{}，已签订。") -> Paragraph:
    left, _, right = around.partition("{}")
    return Paragraph((Run(left), Run(text, AMOUNT), Run(right)))


FINDINGS = Heading(1, "七、存在的问题", "findings")
FIFTH = Heading(2, "（五）预算管理")


def grid(*rows: tuple[Cell | str, ...], caption: str = "合同表", role: Any = "row") -> Table:
    columns = (Column("合同名称"), Column("服务单位"), Column("合同金额"))
    return Table(caption, "万元", columns, tuple(TableRow(row, role) for row in rows))


def form(score: str, total: str) -> Table:
    rows = (TableRow(("预算数", "得分")), TableRow(("100.00", score)), TableRow(("总分", total)))
    return Table("自评表", "", (Column(""), Column("")), rows, headless=True)


@pytest.mark.parametrize(
    ("before", "after", "sentences"),
    [
        # a figure with a source is named by it, once for all its places
        ([paid("590.61万元"), grid(("门户", "某公司", Cell("590.61", AMOUNT)))],
         [paid("610.61万元"), grid(("门户", "某公司", Cell("610.61", AMOUNT)))],
         ["合同“门户运维”·合同金额 590.61 → 610.61，2 处"]),
        ([Paragraph((Run("共"), Run("23", "合同数"), Run("份")))],
         [Paragraph((Run("共"), Run("24", "合同数"), Run("份")))], ["合同数 23 → 24，1 处"]),
        # thousands separators are no change
        ([paid("1590.61万元")], [paid("1,590.61万元")], []),
        # a figure without one is named by the words before it
        ([FINDINGS, para("其中未列明细（按账）2,053.31万元，占100.00%。")],
         [FINDINGS, para("其中未列明细（按账）1,988.21万元，占96.83%。")],
         ["第七部分：“按账” 2,053.31万元 → 1,988.21万元", "第七部分：“占…” 100.00% → 96.83%"]),
        # another row's figure in the same words; ids are no figures
        ([Paragraph((Run("最大的合同"), Run("9.00万元", ("contract", "1e5", "amount"))))],
         [Paragraph((Run("最大的合同"), Run("8.00万元", ("contract", "2f77", "amount"))))],
         ["报告开头：“最大的合同” 9.00万元 → 8.00万元"]),
        # a count that leads to the first of several rows is not that row's amount
        ([paid("11", "有{}份合同未付款。")], [paid("14", "有{}份合同未付款。")],
         ["报告开头：“有…份合同未付款” 11 → 14"]),
        # words: the clause that changed is quoted
        ([FINDINGS, FIFTH, para("项目按期验收，资料齐全。已归档。")],
         [FINDINGS, FIFTH, para("项目逾期验收，资料齐全。已归档。")],
         ["第七部分（五）：“项目按期验收，”改为“项目逾期验收，”"]),
        ([FINDINGS, para("甲事属实。")], [FINDINGS, para("甲事属实。"), para("乙事待查。")],
         ["第七部分：增加一段“乙事待查。”"]),
        ([FINDINGS, para("甲事属实。"), para("乙事待查。")], [FINDINGS, para("乙事待查。")],
         ["第七部分：删去一段“甲事属实。”"]),
        # a new number of a heading or an item is no change; a new heading is, with what is below it
        ([FINDINGS, FIFTH, para("1. 未公开。")],
         [Heading(1, "八、存在的问题", "findings"), Heading(2, "（六）预算管理"), para("2. 未公开。")], []),
        ([FINDINGS, FIFTH, para("未公开。")],
         [FINDINGS, Heading(2, "（五）合同管理"), para("未签。"), para("未验。"),
          Heading(2, "（六）预算管理"), para("未公开。")],
         ["第七部分：增加标题“合同管理”及其下 2 段"]),
        ([FINDINGS, Heading(2, "（五）预算管理工作有待提高")],
         [FINDINGS, Heading(2, "（五）预算管理水平有待提高")],
         ["第七部分：标题“预算管理工作有待提高”改为“预算管理水平有待提高”"]),
        # tables: rows, cells, columns, and whole tables
        ([grid(("门户", "甲", "1.00"))],
         [grid(("门户", "甲", "1.00"), ("专网", "乙", "2.00"), ("监控", "丙", "3.00"))],
         ["报告开头：“合同表”增加 2 行（“专网”、“监控”）"]),
        ([grid(("门户", "甲", "1.00"), ("专网", "乙", "2.00"))], [grid(("专网", "乙", "2.00"))],
         ["报告开头：“合同表”减少 1 行（“门户”）"]),
        ([grid(("合计", "", "1.00"), role="total")], [grid(("合计", "", "2.00"), role="total")],
         ["“合同表”“合计”·合同金额 1.00 → 2.00"]),
        ([grid(("门户", "甲", Cell("1.00", AMOUNT)))], [grid(("门户", "乙公司", Cell("1.00", AMOUNT)))],
         ["报告开头：“合同表”“门户”·服务单位“甲”改为“乙公司”"]),
        ([grid(("门户", "甲", "无"))], [], ["报告开头：删去“合同表”"]),
        ([Annex("1", "清单"), grid(("门户", "甲", "1.00"), caption="")],
         [Annex("1", "清单"), grid(("门户", "甲", "2.00"), caption="")],
         ["“附件1 清单”“门户”·合同金额 1.00 → 2.00"]),
        # a form without titles: the words at the left or above
        ([form("6.23", "71.85")], [form("5.07", "70.69")],
         ["“自评表”“得分” 6.23 → 5.07", "“自评表”“总分” 71.85 → 70.69"]),
        # page breaks say nothing; title and signature do
        ([para("甲。")], [PageBreak(), para("甲。")], []),
        ([Title("报告\n（初稿）")], [Title("报告\n（送审稿）")], ["报告开头：“（初稿）”改为“（送审稿）”"]),
        ([Signature(("评价组", "2019年8月2日"))], [Signature(("评价组", "2019年9月2日"))],
         ["落款：“2019年…月2日” 8 → 9"]),
    ],
)  # fmt: skip
def test_what_is_said_of_a_change(before: list[Block], after: list[Block], sentences: list[str]) -> None:
    assert words(before, after) == sentences


SCORES = {
    "total": "74.52",
    "grade": "中",
    "open_points": "0.00",
    "levels": [{"code": "B", "name": "管理", "score": "20.00"}],
    "indicators": [{"code": "B11", "name": "执行率", "score": "2.08", "weight": "5.00", "value": "88.33"}],
}


def test_scores_and_grade_lead_and_name_the_indicator_and_its_row() -> None:
    better = {
        **SCORES,
        "total": "80.00",
        "grade": "良",
        "indicators": [{**SCORES["indicators"][0], "score": "4.00", "value": "95.00"}],  # type: ignore[index]
    }
    rows = {**ROWS, "indicator": [{"id": "I1", "code": "B11", "name": "执行率"}]}
    total = [Paragraph((Run("得"), Run("74.52分", "总分"))), Paragraph((Run("得"), Run("80.00分", "总分")))]
    found = compare(
        version(total[0], tables=rows, scores=SCORES), version(total[1], tables=rows, scores=better)
    )
    assert [each.sentence for each in found] == [
        "总分 74.52 → 80.00",
        "等次 中 → 良",
        "指标“B11 执行率”得分 2.08 → 4.00",
        "指标“B11 执行率”完成值 88.33 → 95.00",
    ]
    assert [each.source for each in found] == [
        "总分",
        "等次",
        ("indicator", "I1", "weight"),
        ("indicator", "I1", "weight"),
    ]


def test_points_still_open_are_said_as_such() -> None:
    started = {**SCORES, "total": "61.30", "grade": None, "open_points": "20.00"}
    assert said(version(scores=started), version(scores=SCORES)) == [
        "总分 61.30 → 74.52",
        "等次 — → 中",
        "未评分值 20.00 → 0.00",
    ]


def rows_of(*contracts: dict[str, Any]) -> dict[str, Any]:
    return {"contract": list(contracts), "vendor": ROWS["vendor"]}


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ([{"id": "1", "name": "甲", "amount": "1.00"}], [{"id": "1", "name": "甲", "amount": "2.00"}],
         "“合同”改 1 行：“甲”合同金额 1.00 → 2.00"),
        ([{"id": "1", "name": "甲"}], [{"id": "1", "name": "甲"}, {"id": "2", "name": "乙"}],
         "“合同”增 1 行：增“乙”"),
        ([{"id": "1", "name": "甲"}], [], "“合同”减 1 行：减“甲”"),
        ([{"id": "1", "name": "甲", "void_reason": None}], [{"id": "1", "name": "甲", "void_reason": "重复"}],
         "“合同”改 1 行：“甲”作废原因 （空） → “重复”"),
        ([{"id": "1", "name": "甲", "vendor": None}], [{"id": "1", "name": "甲", "vendor": "V1"}],
         "“合同”改 1 行：“甲”服务单位 （空） → “某公司”"),
        # the largest amount is named first, of many only some
        ([{"id": each, "name": f"第{each}份", "amount": "1.00", "remark": "一"} for each in "01234"],
         [{"id": each, "name": f"第{each}份", "amount": f"{each}.50", "remark": "二"} for each in "01234"],
         "“合同”改 5 行：“第4份”合同金额 1.00 → 4.50；“第3份”合同金额 1.00 → 3.50；"
         "“第2份”合同金额 1.00 → 2.50等"),
        # an older version knows fewer fields, a stranger's file other ones
        ([{"id": "1", "name": "甲"}], [{"id": "1", "name": "甲", "remark": None, "colour": "red"}], None),
    ],
)  # fmt: skip
def test_data_rows_are_counted_and_the_most_important_named(
    before: list[dict[str, Any]], after: list[dict[str, Any]], sentence: str | None
) -> None:
    found = said(version(tables=rows_of(*before)), version(tables=rows_of(*after)))
    assert found == ([sentence] if sentence else [])


def test_the_versions_own_table_is_no_difference() -> None:
    frozen = {**ROWS, "report_version": [{"id": "R1", "stage": "初稿"}]}
    assert said(version(), version(tables=frozen)) == []


@dataclass(frozen=True, slots=True)
class Chart:
    """A kind of block that this code has never seen."""

    caption: str
    items: tuple[Run, ...]


def test_an_unknown_block_is_compared_by_its_caption_and_words() -> None:
    def charted(words: str, amount: str) -> Version:
        return version(Chart("付款进度", (Run(words), Run(amount, AMOUNT))))  # type: ignore[arg-type]

    assert said(charted("已付", "1.00"), charted("已付", "1.00")) == []
    assert said(charted("已付", "1.00"), charted("已付", "2.00")) == [
        "合同“门户运维”·合同金额 1.00 → 2.00，1 处",
        "报告开头：“付款进度”里的数字有改动，1.00 → 2.00",
    ]
    assert said(charted("已付", "1.00"), charted("未付", "1.00")) == [
        "报告开头：“付款进度”有改动：“已付”改为“未付”"
    ]
    assert said(version(), charted("已付", "1.00")) == ["报告开头：增加“付款进度”"]


def test_the_comparison_is_a_document_of_its_own() -> None:
    before, after = version(paid("1.00万元")), version(paid("2.00万元"), para("新增。"), name="送审稿")
    text = text_of(comparison_document(before, after, compare(before, after)))
    assert "初稿与送审稿比较，共 2 处差异" in text
    assert "报告开头\t合同“门户运维”·合同金额\t1.00\t2.00\t1" in text
    assert "1. 报告开头：增加一段“新增。”。" in text
    same = text_of(comparison_document(before, before, ()))
    assert "没有差异" in same


def test_four_hundred_sections_and_ten_thousand_rows_are_compared_in_seconds() -> None:
    def large(seed: int) -> Version:
        dice = random.Random(seed)
        blocks: list[Block] = []
        for section in range(400):
            blocks += [Heading(1, f"{section}、第{section}节", f"s{section}"), para("按规定执行。")]
            blocks += [para(f"第{section}节第{number}段。") for number in range(5) if dice.random() < 0.97]
        rows = [
            (f"合同{number}", "甲", f"{dice.randint(1, 9)}.00")
            for number in range(10_000)
            if dice.random() < 0.99
        ]
        return version(*blocks, grid(*rows))

    one, other = large(1), large(2)
    started = time.perf_counter()
    found = compare(one, other)
    assert time.perf_counter() - started < 10
    assert len(found) > 1000


ITEMS = st.lists(st.integers(0, 6), max_size=30)


@given(ITEMS, ITEMS)
def test_pairs_are_equal_and_rise_and_gaps_are_all_the_rest(before: list[int], after: list[int]) -> None:
    found = pairs(before, after)
    assert all(before[one] == after[other] for one, other in found)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in zip(found, found[1:], strict=False))
    rest = list(gaps(found, len(before), len(after)))
    assert sum(one[1] - one[0] for one, _ in rest) == len(before) - len(found)
    assert sum(other[1] - other[0] for _, other in rest) == len(after) - len(found)


@given(ITEMS)
def test_what_is_the_same_is_paired_whole(items: list[int]) -> None:
    assert pairs(items, items) == [(at, at) for at in range(len(items))]


def test_many_equal_items_do_not_take_quadratic_time() -> None:
    before, after = [1, 2] * 10_000, [2, 1] * 9_990
    started = time.perf_counter()
    assert len(pairs(before, after)) > 5_000
    assert time.perf_counter() - started < 2


@settings(max_examples=60)
@given(DOCUMENTS, DOCUMENTS)
def test_any_two_documents_can_be_compared_and_one_differs_not_from_itself(
    one: Document, other: Document
) -> None:
    before, after = Version("前", one, {}, {}), Version("后", other, {}, {})
    assert compare(before, before) == ()
    found = compare(before, after)
    assert all(each.sentence and each.count > 0 for each in found)
    assert comparison_document(before, after, found).blocks
