"""The formula language: what formulas come to, what is said about wrong ones, and that nothing gets out."""

from __future__ import annotations

import csv
import random
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.formula import FUNCTIONS, FormulaError, Result, Sort, check, evaluate, parse, rename
from tests.models.formula_scope import FACTS, FIGURES, SampleScope

HERE = Path(__file__).parent


def table(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


CASES, WRONG = table("cases_formula.csv"), table("cases_formula_errors.csv")

RENAMED = [
    ("资金", "F2", "F3", '资金["F2"].已支付/资金[“F2”].总指标', '资金["F3"].已支付/资金[“F3”].总指标'),
    ("资金", "F2", "F3", '资金[ "F2" ] .甲 +  资金［"F21"］.乙', '资金[ "F3" ] .甲 +  资金［"F21"］.乙'),
    ("资金", "F2", "F3", '合同["F2"].金额 + 资金["F2"].已支付', '合同["F2"].金额 + 资金["F3"].已支付'),
    ("资金", "F2", "F3", '序列("F2")', '序列("F2")'),
    ("资金", "F2", "F3", '１ + 资金["F2"].已支付 + (', '１ + 资金["F3"].已支付 + ('),
    ("资金", "F2", "F3", '资金["F2', '资金["F2'),
    ("资金", "F2", "F3", "已支付 ÷ 2", "已支付 ÷ 2"),
    ("资金", "F2", "F3", "", ""),
    ("基础数据", "甲", "丙", '基础数据["甲"]+序列("甲", "乙",“甲”)', '基础数据["丙"]+序列("丙", "乙",“丙”)'),
    ("基础数据", "甲", "丙", '日期("甲")+合计(基础数据["甲"])', '日期("甲")+合计(基础数据["丙"])'),
    (
        "基础数据",
        "甲",
        '一"二”',
        '基础数据["甲"] + 基础数据[“甲”]',
        '基础数据["一""二”"] + 基础数据[“一"二”””]',
    ),
    ("基础数据", '一"二', "甲", '基础数据["一""二"]', '基础数据["甲"]'),
]


def worked(text: str) -> Result:
    return evaluate(parse(text), SampleScope())


def number(text: str) -> Fraction:
    """A number as the table writes it: 37/3, 2.35."""
    above, _, below = text.partition("/")
    return Fraction(above) / Fraction(below or "1")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['公式']}: {case['说明']}")
def test_result(case: dict[str, str]) -> None:
    result, expected = worked(case["公式"]), case["结果"]
    if expected.startswith("?缺"):
        assert result.value is None
        assert "、".join(result.missing) == expected.removeprefix("?缺 ")
    elif expected.startswith("?"):
        assert result.value is None
        assert expected[1:] in result.reason
    elif expected in "是否":
        assert result.value is (expected == "是")
    else:
        assert result.value == number(expected)
        assert isinstance(result.value, Fraction)
    if case["代入"]:
        assert result.filled == case["代入"]


@pytest.mark.parametrize("case", WRONG, ids=lambda case: f"{case['公式']}: {case['说法']}")
def test_mistake(case: dict[str, str]) -> None:
    with pytest.raises(FormulaError) as caught:
        worked(case["公式"])
    assert case["说法"] in caught.value.message
    assert caught.value.position == int(case["位置"])
    assert [error.message for error in check(case["公式"], SampleScope())][:1] == [caught.value.message]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["公式"])
def test_no_mistake_is_reported_where_there_is_none(case: dict[str, str]) -> None:
    assert check(case["公式"], SampleScope()) == ()


def test_the_nearest_name_is_handed_over() -> None:
    (error,) = check("已支出 + 1", SampleScope())
    assert (error.nearest, error.position) == ("已支付", 0)


def test_several_mistakes_are_told_at_once_in_their_order() -> None:
    errors = check("若(已支出 > 1, 总旨标, 1 > 2)", SampleScope())
    assert [error.position for error in errors] == [2, 11]


def test_the_result_may_be_asked_for() -> None:
    assert check("已支付 > 5", SampleScope(), Sort.CONDITION) == ()
    (error,) = check("已支付 > 5", SampleScope(), Sort.NUMBER)
    assert "这里要一个数，写的却是一个条件" in error.message


def test_a_missing_value_is_no_mistake_whatever_it_should_be() -> None:
    assert check("非 到位资金", SampleScope()) == ()
    assert check("天数(到位资金, 到位资金)", SampleScope()) == ()


def test_names_are_told_before_there_is_a_scope() -> None:
    formula = parse(
        '已支付 / 资金["F2"].总指标 + 合计(序列("2021年", "2022年")) + 已支付 + 基础数据["2021年"]'
    )
    expected = ("已支付", '资金["F2"].总指标', '基础数据["2021年"]', '基础数据["2022年"]')
    assert formula.names == expected


def test_sources_are_those_that_count() -> None:
    result = worked("若(合同数 > 1, 已支付 + 已支付, 总指标)")
    assert [source.label for source in result.sources] == ["合同数", "已支付"]
    (source,) = worked('基础数据["2021年"]').sources
    assert (source.table, source.row_id) == ("figure", "2021年")


def test_the_filled_formula_may_carry_the_names() -> None:
    assert worked("占比(已支付, 总指标)").named == "已支付 2,053.31 ÷ 总指标 2,324.67 × 100"


def test_a_series_keeps_its_gaps() -> None:
    result = worked('序列("2021年", "2023年", "2022年")')
    assert result.value == (Fraction(12), None, Fraction(15))
    assert (result.missing, result.sort) == (("2023年",), Sort.SERIES)
    assert worked("序列(1, 已支付)").value == (Fraction(1), Fraction("2053.31"))


def test_a_date_is_the_span_of_its_days() -> None:
    result = worked('日期("2018-06")')
    assert result.sort is Sort.DATE
    assert str(result.value.first) == "2018-06-01"  # type: ignore[union-attr]


@pytest.mark.parametrize(("collection", "old", "new", "text", "expected"), RENAMED)
def test_rename(collection: str, old: str, new: str, text: str, expected: str) -> None:
    assert rename(text, collection, old, new) == expected


@given(st.text(max_size=20), st.sampled_from(['"', "“"]))
def test_a_renamed_key_is_read_back(key: str, quote: str) -> None:
    text = {'"': '基础数据["甲"]', "“": "基础数据[“甲”]"}[quote]
    assert parse(rename(text, "基础数据", "甲", key)).references[0].key == key


@given(st.text(alphabet='资金基础数据序列["“F2”"]().，, ', max_size=60))
def test_renaming_to_the_same_name_changes_nothing(text: str) -> None:
    assert rename(text, "资金", "F2", "F2") == text


def test_limits() -> None:
    assert worked("(" * 39 + "1" + ")" * 39).value == 1
    for text, expected in [
        ("(" * 40 + "1" + ")" * 40, "套得太深"),
        ("-" * 500 + "1", "套得太深"),
        ("非 " * 300 + "1 > 2", "套得太深"),
        ("1" + " + 1" * 300, "最多 1000 个字"),
        ("若(1>2,1," * 90 + "1" + ")" * 90, "套得太深"),
    ]:
        (error,) = check(text, SampleScope())
        assert expected in error.message
    assert worked("1" + "+1" * 499).value == 500
    assert "太大或太细" in worked(" * ".join(["9" * 30] * 30)).reason
    assert "太大或太细" in worked(" / ".join(["9" * 30] * 30)).reason


def test_a_short_circuit_forgives_no_mistake() -> None:
    with pytest.raises(FormulaError, match="已支出"):
        worked("1 > 2 且 已支出 > 1")


WORDS = [
    *FUNCTIONS,
    *FACTS,
    *(f'基础数据["{name}"]' for name in FIGURES),
    *"+-*/()[].,，（）“”\"<>=≥≠×÷−且或非%^@#$;:\\{}`~!?&|'",
    *(
        "1",
        "0",
        "2.5",
        "9" * 30,
        "9" * 31,
        "1e999",
        "0x1F",
        "１",
        "٣",
        "²",
        "Ⅷ",
        "一",
        "1_000",
        "1,000",
        "NaN",
    ),
    *(
        "__class__",
        "__import__",
        "lambda",
        "exec",
        "os.system",
        "().__class__.__bases__",
        "{0.__class__}",
        "%s",
    ),
    *("\x00", "\u200b", "\u202e", "\ud800", "\U0001f600", "\n", "\t", "\u3000", "é", "e\u0301"),
    *(
        '资金["F2"].已支付',
        '资金["F9"].x',
        "资金[",
        '"F2"',
        '合同["门户运维"].验收日期',
        '日期("2018-06")',
        '日期("²")',
    ),
    *(
        "若(",
        "合计(",
        "序列(",
        "天数(",
        "且 非 ",
        "** 9 ** 9",
        "9 * " * 20,
        "(" * 60,
        "-" * 60,
        "非 " * 60,
        "未知名称",
    ),
]


def hostile(seed: int) -> str:
    chance = random.Random(seed)
    text = "".join(chance.choice(WORDS) + " " * chance.randrange(2) for _ in range(chance.randrange(1, 14)))
    if seed % 3 == 0:
        text = chance.choice(CASES)["公式"]
        for _ in range(chance.randrange(1, 4)):
            at = chance.randrange(len(text) + 1)
            text = text[:at] + chance.choice(["", chance.choice(WORDS)]) + text[at + chance.randrange(3) :]
    if seed % 11 == 0:
        text = (
            chance.choice(["(", "合计(", "非 ", "-", "若(1>2,", "[", '"']) * chance.randrange(1, 500) + text
        )
    return text


@pytest.mark.parametrize("start", range(0, 6000, 500))
def test_nothing_gets_out(start: int) -> None:
    """Whatever is typed gives a result or one sentence at a place in the text, and is renamed quietly."""
    known = {*FACTS, *FIGURES}
    outcomes = set()
    for seed in range(start, start + 500):
        text, scope = hostile(seed), SampleScope()
        try:
            result = evaluate(parse(text), scope)
        except FormulaError as error:
            outcomes.add("mistake")
            assert 0 <= error.position <= len(text)
            assert any("一" <= char <= "鿿" for char in error.message)
            assert error.message.isprintable()
            assert len(error.message) < 200
        else:
            outcomes.add("result")
            assert result.value is not None or result.missing or result.reason
            assert known.issuperset(name for name in scope.asked if "/" not in name)
        rename(text, "资金", "F2", "F3")
    assert outcomes == {"mistake", "result"}


LITERALS = st.decimals(0, 10**6, places=2).map(lambda value: format(value, "f"))
HOLDS = {"1 > 2": False, "2 > 1": True, "零 = 0": True, "零 > 0": False}
SIGNS = {"+": "+", "-": "-", "*": "*", "/": "/", "−": "-", "×": "*", "÷": "/", "＋": "+"}


@st.composite
def sums(draw: st.DrawFn, depth: int = 4) -> tuple[str, Fraction | None]:
    """A formula with its value by Python's own exact fractions; None over zero."""
    if depth == 0 or draw(st.integers(0, 4)) == 0:
        text = draw(LITERALS)
        return text, Fraction(text)
    one, other = draw(sums(depth - 1)), draw(sums(depth - 1))
    sign = draw(st.sampled_from(sorted(SIGNS)))
    text = f"({one[0]}) {sign} （{other[0]}）"
    return text, calculated(SIGNS[sign], one[1], other[1])


def calculated(sign: str, one: Fraction | None, other: Fraction | None) -> Fraction | None:
    if one is None or other is None or (sign == "/" and other == 0):
        return None
    return {"+": one.__add__, "-": one.__sub__, "*": one.__mul__, "/": one.__truediv__}[sign](other)


@settings(max_examples=150, deadline=None)
@given(sums())
def test_arithmetic_is_exact_and_what_is_shown_gives_the_same(case: tuple[str, Fraction | None]) -> None:
    text, expected = case
    result = worked(text)
    assert result.value == expected
    if len(result.filled) <= 1000:
        assert worked(result.filled).value == expected


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(["1 > 2", "2 > 1", "零 = 0", "零 > 0"]), min_size=2, max_size=8), st.randoms()
)
def test_conditions_agree_with_logic(conditions: list[str], chance: random.Random) -> None:
    words = [chance.choice(["且", "或"]) for _ in conditions[1:]]
    text = conditions[0] + "".join(
        f" {word} {each}" for word, each in zip(words, conditions[1:], strict=True)
    )
    holds = {"1 > 2": False, "2 > 1": True, "零 = 0": True, "零 > 0": False}
    groups = [[holds[conditions[0]]]]
    for word, each in zip(words, conditions[1:], strict=True):
        if word == "或":
            groups.append([])
        groups[-1].append(holds[each])
    assert worked(text).value is any(all(group) for group in groups)
