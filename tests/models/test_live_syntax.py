"""How live text is read: words, fields, inserts; anything at all is read as something."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.report.live.syntax import Field, Insert, Line, Words, expressions, read, read_field, read_line

LINES = [
    # what is typed, its style, its pieces: words as such, fields as (expression, way, pinned)
    ("平常的一段。", "body", ["平常的一段。"]),
    ("## 资金情况", "heading2", ["资金情况"]),
    ("### {年度}", "heading3", [("年度", "", None)]),
    ("> 注：万元", "note", ["注：万元"]),
    ("\\## 不是标题", "body", ["## 不是标题"]),
    ("#不是标题", "body", ["#不是标题"]),
    ("率{预算执行率}。", "body", ["率", ("预算执行率", "", None), "。"]),
    ("{结余|亿元}", "body", [("结余", "亿元", None)]),
    ("{结余｜亿元}", "body", [("结余", "亿元", None)]),
    ("{结余|=约270万元}", "body", [("结余", "", "约270万元")]),
    ("{结余|数|=270}", "body", [("结余", "数", "270")]),
    ("{结余|=270|数}", "body", [("结余", "", "270|数")]),
    ("{ 总指标 - 已支付 }", "body", [("总指标 - 已支付", "", None)]),
    ('{资金["甲}乙|丙"].结余}', "body", [('资金["甲}乙|丙"].结余', "", None)]),
    ("{资金[“甲}乙”].结余}", "body", [("资金[“甲}乙”].结余", "", None)]),
    ("{{这不是字段}", "body", ["{这不是字段}"]),
    ("{没有收尾", "body", ["{没有收尾"]),
    ("{}", "body", ["{}"]),
    ("{ }", "body", ["{ }"]),
    ("{甲{乙}", "body", ["{甲", ("乙", "", None)]),
    ('{资金["甲', "body", ['{资金["甲']),
    ("}{", "body", ["}{"]),
    ("这里{表:不在单独一行}", "body", ["这里", ("表:不在单独一行", "", None)]),
]


def told(line: Line) -> list[object]:
    return [
        each.text if isinstance(each, Words) else (each.expression, each.way, each.pinned)
        for each in line.pieces
    ]


@pytest.mark.parametrize(("typed", "style", "pieces"), LINES)
def test_lines(typed: str, style: str, pieces: list[object]) -> None:
    line = read_line(typed)
    assert isinstance(line, Line)
    assert (line.style, told(line)) == (style, pieces)


INSERTS = [
    ("{表:资金总额及组成}", Insert("表", "资金总额及组成")),
    ("  {图：付款进度}  ", Insert("图", "付款进度")),
    ('{表:合同及支付明细("F2")}', Insert("表", "合同及支付明细", "F2")),
    ("{表:合同及支付明细（“F2”）}", Insert("表", "合同及支付明细", "F2")),
    ('{表:合同及支付明细("甲""乙")}', Insert("表", "合同及支付明细", '甲"乙')),
    ("{段:存在的问题}", Insert("段", "存在的问题")),
]


@pytest.mark.parametrize(("typed", "insert"), INSERTS)
def test_inserts(typed: str, insert: Insert) -> None:
    assert read_line(typed) == insert
    assert read_line(insert.text) == insert


def test_empty_lines_only_part_the_others() -> None:
    assert [each.text for each in read("甲\n\n  \n乙\n")] == ["甲", "乙"]


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=20).map(
    Words
)
KEYS = st.text("甲乙F2 “|}{", min_size=1, max_size=6)
EXPRESSIONS = st.one_of(
    st.sampled_from(["结余", "总指标 − 已支付", "占比(结余, 总指标)"]),
    KEYS.map(lambda key: f'资金["{key}"].结余'),
)
FIELDS = st.builds(
    Field,
    EXPRESSIONS,
    st.sampled_from(["", "数", "亿元"]),
    st.one_of(st.none(), st.text("约270万元|=", max_size=8)),
)


def merged(pieces: list[Words | Field]) -> tuple[Words | Field, ...]:
    """Neighbouring words are one stretch."""
    found: list[Words | Field] = []
    for each in pieces:
        if found and isinstance(each, Words) and isinstance(found[-1], Words):
            found[-1] = Words(found[-1].text + each.text)
        else:
            found.append(each)
    return tuple(found)


@given(st.lists(st.one_of(WORDS, FIELDS), min_size=1, max_size=6))
def test_what_is_written_is_read_back(pieces: list[Words | Field]) -> None:
    written = Line(merged(pieces)).text
    line = read_line(written)
    assert read_line(line.text) == line
    assert line.text == written.strip() or written != written.strip()
    if isinstance(line, Line):
        fields = [each for each in line.pieces if isinstance(each, Field)]
        assert [each.text for each in fields] == [each.text for each in pieces if isinstance(each, Field)]


HOSTILE = st.one_of(
    st.text(max_size=300),
    st.text('{}|=“”"#>\\[]()表图段:：资金结余甲\n', max_size=200),
    st.sampled_from(
        ["{" * 10_000, '{"' * 5_000, "{结余" * 3_000, "“" * 10_000, "{|=" * 4_000, "{" + "甲" * 10_000]
    ),
)


@given(HOSTILE)
def test_anything_is_read_and_reading_it_again_is_the_same(typed: str) -> None:
    once = [each.text for each in read(typed) if each.text]  # a lone backslash is an empty line
    assert [each.text for each in read("\n".join(once))] == once
    for line in typed.splitlines():
        for start, end in expressions(line):
            assert read_field(line[start:end]).expression == line[start:end].strip()


def test_a_brace_far_away_closes_nothing() -> None:
    line = read_line("{甲" + "乙" * 2_000 + "}")
    assert isinstance(line, Line)
    assert [type(each) for each in line.pieces] == [Words]
