"""Report blocks: what text may hold, which cells are one, and the words in reading order."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.report.blocks import (
    Annex,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Run,
    Signature,
    Table,
    TableRow,
    Title,
    clean,
    para,
    text_of,
)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("合同金额 36.00 万元", "合同金额 36.00 万元"),
        ("<b>粗</b> & “引号”", "<b>粗</b> & “引号”"),
        ("第一行\r\n第二行\r第三行\u2028第四行", "第一行\n第二行\n第三行\n第四行"),
        ("制表\t符和\u00a0不换行空格", "制表 符和 不换行空格"),
        ("全角　空格", "全角　空格"),
        ("零\x00控\x0b制\x1b字\x7f符", "零控\n制字符"),
        ("零宽\u200b空\ufeff格与软\u00ad连字符", "零宽空格与软连字符"),
        ("方向\u202e反转\u2066标记", "方向反转标记"),
        ("孤立\ud800代理", "孤立代理"),
        ("表情😀\ufe0f保留", "表情😀保留"),
        ("冯𫖯", "冯𫖯"),
    ],
)
def test_text_is_cleaned_of_what_no_file_can_carry(given: str, kept: str) -> None:
    assert clean(given) == kept


@given(st.text())
def test_cleaning_leaves_only_characters_that_can_be_written(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert {unicodedata.category(char) for char in cleaned if char != "\n"}.isdisjoint({"Cc", "Cf", "Cs"})


COLUMNS = (Column("项目"), Column("单位"), Column("内容"), Column("金额", align="right"))


def table(*rows: TableRow, group_columns: int = 2) -> Table:
    return Table("合同明细表", "万元", COLUMNS, rows, group_columns)


def merged(made: Table) -> list[str]:
    """One word per row: x where the cell is one with that above."""
    columns = range(len(made.columns))
    return ["".join("x" if made.merged(row, at) else "." for at in columns) for row in range(len(made.rows))]


def test_equal_neighbours_merge_only_inside_their_group() -> None:
    made = table(
        TableRow(("甲", "一公司", "平台", "1.00")),
        TableRow(("甲", "一公司", "平台", "1.00")),
        TableRow(("甲", "一公司", "小计", "2.00"), "subtotal"),
        TableRow(("乙", "一公司", "监理", "3.00")),
        TableRow(("乙", "二公司", "监理", "3.00")),
        TableRow(("合计", "", "", "8.00"), "total"),
    )
    assert merged(made) == ["....", "xx..", "xx..", "....", "x...", "...."]


def test_joined_cells_merge_in_any_column_and_empty_or_total_cells_never() -> None:
    made = table(
        TableRow(("甲", "", "平台", "9.00")),
        TableRow(("甲", "", "监理", Cell(joined=True))),
        TableRow(("合计", "", "", Cell("9.00", joined=True)), "total"),
    )
    assert merged(made) == ["....", "x..x", "...."]


def test_words_in_reading_order() -> None:
    document = Document(
        "报告",
        (
            Title("绩效评价报告"),
            Heading(1, "一、评价情况", "basis"),
            Paragraph((Run("执行率"), Run("88.33%", "预算执行率", bold=True), Run("。"))),
            table(TableRow(("甲", "一公司", "平台", "1.00")), TableRow(("甲", "一公司", "监理", "2.00"))),
            Signature(("长沙市财政局", "2019年8月10日")),
            Annex("1", "评分表"),
            para("见附表。"),
        ),
    )
    assert text_of(document).split("\n") == [
        "绩效评价报告",
        "一、评价情况",
        "执行率88.33%。",
        "合同明细表",
        "单位：万元",
        "项目\t单位\t内容\t金额",
        "甲\t一公司\t平台\t1.00",
        "\t\t监理\t2.00",
        "长沙市财政局",
        "2019年8月10日",
        "附件1",
        "评分表",
        "见附表。",
    ]


def test_wrong_blocks_are_refused() -> None:
    with pytest.raises(ValueError, match="3 cells for 4 columns"):
        table(TableRow(("甲", "一公司", "1.00")))
    with pytest.raises(ValueError, match="level 4"):
        Heading(4, "过深")
    with pytest.raises(ValueError, match="share 0"):
        Column("无宽度", 0)
    with pytest.raises(ValueError, match="5 grouped"):
        table(group_columns=5)
