"""Rules: the table of cases that business people can read, the parameters, the wording, the properties.

How to read `cases_rules.csv`: parameters are written 名称=值 with the labels of the forms; tiers as
`10<x≤20：3` (`：6~8` interpolates); 要点 are parted by |, a share stands before (80%符合), 自得0.6 is a
要点 whose own rule gives 0.6 of its share; 不计分 is followed by a part of the reason.
"""

from __future__ import annotations

import csv
import json
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.kinds import round_half_up
from models.rules import (
    RULES,
    BadParameters,
    Case,
    Need,
    Outcome,
    Parameter,
    ParameterKind,
    Point,
    describe,
    parse_parameters,
    point_earned,
    point_shares,
    score,
    write_parameters,
)
from models.tables.indicators import RULE_WORDS

CASES = list(csv.DictReader((Path(__file__).parent / "cases_rules.csv").open(encoding="utf-8")))
KINDS = {rule.label: kind for kind, rule in RULES.items()}
TIER = re.compile(r"(?:(-?[\d.]+)([<≤]))?x(?:([<≤=])(-?[\d.]+))?：([\d.]+)(?:~([\d.]+))?")
POINT = re.compile(r"(?:([\d.]+)%)?(部分符合|符合|不符合|不适用|无法考核|未评|自得)([\d.]+|\?|未评)?")


def number(text: str) -> Fraction | None:
    return Fraction(text) if text else None


def tier(text: str) -> dict[str, Any]:
    found = TIER.fullmatch(text)
    assert found, text
    low, low_sign, high_sign, high, points, points_to = found.groups()
    if high_sign == "=":
        low, low_sign = high, "≤"
    return {
        "from": low,
        "from_closed": low_sign == "≤",
        "to": high,
        "to_closed": high_sign in ("≤", "="),
        "score": points,
        "score_to": points_to,
    }


def typed(declared: Parameter, text: str) -> Any:
    if declared.kind is ParameterKind.FLAG:
        return text == "是"
    stored = {label: word for word, label in declared.words.items()}
    if declared.kind is ParameterKind.NUMBERS:
        return text.split("、")
    return stored.get(text, text)


def stored_text(kind: str, text: str) -> str | None:
    if not text:
        return None
    if kind == "tiers":
        return json.dumps({"bands": [tier(each) for each in text.split("；")]})
    declared = {each.label: each for each in RULES[kind].parameters}
    pairs = [each.split("=") for each in text.split("；")]
    return json.dumps({declared[label].name: typed(declared[label], value) for label, value in pairs})


def point(text: str) -> Point:
    found = POINT.fullmatch(text)
    assert found, text
    share, word, amount = found.groups()
    if word == "自得":
        earned = None if amount == "未评" else Fraction(amount)
        return Point("要点", number(share), measured=True, earned=earned)
    state = word if word in ("不适用", "无法考核") else "正常"
    judged = word if word.endswith("符合") else None
    partial = Fraction(amount) if amount and amount != "?" else None
    return Point("要点", number(share), judged, partial, state)


def case_of(row: dict[str, str], kind: str) -> Case:
    figures = [None if each == "缺" else Fraction(each) for each in row["各期或专家"].split("、") if each]
    known = tuple(each for each in figures if each is not None)
    return Case(
        weight=Fraction(row["分值"]),
        value=number(row["完成值"]),
        target=number(row["标准值"]),
        series=tuple(figures) if kind == "trend" else (),
        scores=known if kind == "experts" else (),
        points=tuple(point(each) for each in row["要点"].split("|") if each),
        attainment=row["定性结论"] or None,
        share=number(row["档内比例"]),
        unit=row["单位"],
    )


@pytest.mark.parametrize("row", CASES, ids=lambda row: f"{row['规则']}·{row['说明']}")
def test_cases(row: dict[str, str]) -> None:
    kind = KINDS[row["规则"]]
    outcome = score(kind, parse_parameters(kind, stored_text(kind, row["参数"])), case_of(row, kind))
    expected = row["四舍五入或不计分原因"]
    if row["未四舍五入"] == "不计分":
        assert outcome.score is None
        assert outcome.calculation == ""
        assert expected in outcome.unscored
    else:
        assert (outcome.unscored, outcome.score) == ("", Fraction(row["未四舍五入"]))
        assert str(round_half_up(outcome.score or Fraction(0))) == expected
        assert outcome.calculation


def test_the_table_covers_every_kind() -> None:
    assert len(CASES) >= 120
    assert {row["规则"] for row in CASES} == set(RULE_WORDS.values())
    assert {kind: rule.label for kind, rule in RULES.items()} == RULE_WORDS


# calculations and sentences


@pytest.mark.parametrize(
    ("kind", "stored", "case", "calculation"),
    [
        (
            "linear",
            '{"full":"100","zero":"80"}',
            Case(Fraction(5), Fraction("88.33"), unit="%"),
            "5.00 ×（88.33% − 80%）÷（100% − 80%）",
        ),
        (
            "linear",
            '{"full":"-5","zero":"20"}',
            Case(Fraction(5), Fraction("7.5"), unit="天"),
            "5.00 ×（20天 − 7.5天）÷（20天 − （−5天））",
        ),
        (
            "ratio",
            None,
            Case(Fraction(3), Fraction(1058), Fraction(2200), unit="条"),
            "3.00 × 1,058条 ÷ 2,200条",
        ),
        (
            "ratio",
            '{"floor":"60"}',
            Case(Fraction(3), Fraction(1), Fraction(3)),
            "完成比例 约 33.333333%，低于 60%，得 0 分",
        ),
        (
            "deduct",
            '{"standard":"100","direction":"over","points":"0.5","fraction":"begun"}',
            Case(Fraction(5), Fraction("103.4"), unit="%"),
            "（103.40% − 100%）÷ 1% = 3.4，不足一步按一步计，计 4 步：5.00 − 4 × 0.5",
        ),
        (
            "deduct",
            '{"standard":"100","direction":"under","points":"5","unit":"分值%"}',
            Case(Fraction(5), Fraction(20), unit="%"),
            "5.00 −（100% − 20.00%）÷ 1% × 5.00 × 5%，扣完为止，得 0 分",
        ),
        (
            "tiers",
            '{"bands":[{"from":"80","to":"90","score":"8","score_to":"6"}]}',
            Case(Fraction(10), Fraction("82.5"), unit="%"),
            "82.50% 在“80%（含）至 90%（不含）”一档：8.00 − 2 ×（82.50% − 80%）÷（90% − 80%）",
        ),
        (
            "points",
            '{"shares":["10","80","10"]}',
            Case(
                Fraction(8),
                points=(point("符合"), point("自得0"), point("不符合")),
            ),
            "8.00 ×（10% + 80% × 0% + 10% × 0%）",
        ),
        (
            "points",
            None,
            Case(Fraction(3), points=(point("符合"), point("部分符合50"), point("符合"))),
            "3.00 ×（1/3 + 1/3 × 50% + 1/3）",
        ),
        (
            "experts",
            '{"trim":true}',
            Case(Fraction(10), scores=(Fraction(9), Fraction(7), Fraction(8), Fraction(10))),
            "4 位专家，极差 3.00（7.00 至 10.00）；去掉最高 10.00 和最低 7.00，（8.00 + 9.00）÷ 2",
        ),
        (
            "trend",
            '{"points":"0.5"}',
            Case(Fraction(3), series=(Fraction(1), Fraction(-3), Fraction(2)), unit="件"),
            "1件 → −3件 → 2件，第 2 期未上升：3.00 − 1 × 0.5",
        ),
        ("manual", None, Case(Fraction(5), Fraction(6)), "评价人员评 6.00 分，高于分值，按 5.00 计"),
    ],
)
def test_calculation_has_the_numbers_put_in(
    kind: str, stored: str | None, case: Case, calculation: str
) -> None:
    assert score(kind, parse_parameters(kind, stored), case).calculation == calculation


@pytest.mark.parametrize(
    ("kind", "stored", "target", "unit", "sentence"),
    [
        (
            "linear",
            '{"full":"100","zero":"80"}',
            None,
            "%",
            "及格线：100% 得满分，80% 得 0 分，中间按直线，即每低于1个百分点扣权重分的5%，扣完为止",
        ),
        ("linear", '{"full":"30","zero":"0"}', None, "天", "及格线：30天 得满分，0天 得 0 分，中间按直线"),
        ("ratio", None, None, "", "达到标准值得满分，未达到的按完成值与标准值之比计分"),
        (
            "ratio",
            '{"floor":"60","over_cap":"130","over_deduction":"2"}',
            "2200",
            "条",
            "达到标准值 2,200条 得满分，未达到的按完成值与标准值之比计分，"
            "该比例低于60%不得分，该比例达到130%视为偏离，扣2分",
        ),
        (
            "ratio",
            '{"direction":"reverse"}',
            "5",
            "天",
            "不超过标准值 5天 得满分，超过的按标准值与完成值之比计分",
        ),
        (
            "deduct",
            '{"standard":"100","direction":"under","points":"5","unit":"分值%","fraction":"completed"}',
            None,
            "%",
            "以 100% 为标准，每低于1个百分点扣权重分的5%，不足1个百分点的不扣分，扣完为止",
        ),
        (
            "deduct",
            '{"direction":"both","step":"10","points":"0.5"}',
            None,
            "天",
            "以标准值为准，每偏离10天扣0.5分，不足10天的按比例扣分，扣完为止",
        ),
        (
            "tiers",
            stored_text("tiers", "x<60：0；60≤x<80：5~8；80≤x：10"),
            None,
            "%",
            "低于 60%，得0分；60%（含）至 80%（不含），从5分到8分按直线内插；不低于 80%，得10分",
        ),
        (
            "faults",
            '{"points":"20","unit":"分值%","zero_at":"5"}',
            None,
            "",
            "每有1处扣权重分的20%，扣完为止，达到5处不得分",
        ),
        ("yesno", None, None, "", "符合得满分，不符合不得分"),
        ("experts", '{"trim":true}', None, "", "专家评分去掉一个最高分和一个最低分后取平均值，专家不少于3位"),
        (
            "trend",
            '{"points":"all","equal_ok":true}',
            None,
            "",
            "各期数值应逐期上升，有一期未上升即不得分，持平不扣分",
        ),
        ("manual", None, None, "", "由评价人员直接评分并说明理由"),
    ],
)
def test_rule_is_one_official_sentence(
    kind: str, stored: str | None, target: str | None, unit: str, sentence: str
) -> None:
    parameters = parse_parameters(kind, stored)
    goal = None if target is None else Fraction(target)
    assert describe(kind, parameters, Fraction(5), goal, unit) == sentence


def test_an_unknown_kind_is_said_not_raised() -> None:
    assert score("", {}, Case(Fraction(5))).unscored == "还没有选评分规则"
    assert "magic" in score("magic", {}, Case(Fraction(5))).unscored
    assert describe("magic", {}, Fraction(5)) == ""


# parameters


@pytest.mark.parametrize("kind", RULES)
def test_example_is_stored_again_as_it_was(kind: str) -> None:
    parameters = parse_parameters(kind, RULES[kind].example)
    assert write_parameters(kind, parameters) == RULES[kind].example
    assert describe(kind, parameters, Fraction(5), Fraction(100), "%")


@pytest.mark.parametrize("kind", RULES)
def test_what_is_declared_is_enough_for_a_form(kind: str) -> None:
    assert RULES[kind].needs
    assert set(RULES[kind].needs) <= set(Need)
    for each in RULES[kind].parameters:
        for declared in (each, *each.columns):
            assert declared.label
            assert bool(declared.words) or declared.kind is not ParameterKind.CHOICE
            assert bool(declared.columns) == (declared.kind is ParameterKind.ROWS)
            if declared.kind is ParameterKind.CHOICE and declared.default is not None:
                assert declared.default in declared.words


@pytest.mark.parametrize(
    ("kind", "stored", "said"),
    [
        ("linear", None, "参数“满分点”（full）没有填"),
        ("linear", "", "没有填"),
        ("linear", '{"full":null,"zero":"80"}', "没有填"),
        ("linear", '{"full":100,"zero":"80"}', "没有引号的 100"),
        ("linear", '{"full":1e400,"zero":"80"}', "没有引号的 1e400"),
        ("linear", '{"full":"1e5","zero":"80"}', '"1e5"'),
        ("linear", '{"full":"NaN","zero":"80"}', '"NaN"'),
        ("linear", '{"full":NaN,"zero":"80"}', "NaN 不是数"),
        ("linear", '{"full":-Infinity,"zero":"80"}', "-Infinity 不是数"),
        ("linear", '{"full":"１００","zero":"80"}', "加引号的数"),
        ("linear", '{"full":" 100","zero":"80"}', "加引号的数"),
        ("linear", '{"full":"1/3","zero":"80"}', "加引号的数"),
        ("linear", '{"full":"0.1234567","zero":"80"}', "最多 6 位小数"),
        ("linear", '{"full":"9999999999999999","zero":"80"}', "加引号的数"),
        ("linear", '{"full":true,"zero":"80"}', "现为 true"),
        ("linear", '{"full":["100"],"zero":"80"}', "一组值"),
        ("linear", '{"full":"80","zero":"80.00"}', "不能相同"),
        ("linear", '{"full":"100","zero":"80","zreo":"1"}', "没有“zreo”这个参数"),
        ("linear", '{"full":"100","full":"90","zero":"80"}', "写了两次"),
        ("linear", '{"full":"100"', "第 1 行第 14 个字处"),
        ("linear", '["100","80"]', "花括号"),
        ("linear", '"100"', "花括号"),
        ("linear", "[" * 15_000, "太多层"),
        ("linear", '{"full":"' + "1" * 30_000 + '"}', "最多 20000 个字"),
        ("ratio", '{"direction":"up"}', '"forward"（越大越好）'),
        ("ratio", '{"floor":"101"}', "0 到 100"),
        ("ratio", '{"over_cap":"130"}', "同时"),
        ("ratio", '{"over_deduction":"2"}', "同时"),
        ("ratio", '{"direction":"reverse","over_cap":"130","over_deduction":"2"}', "越大越好"),
        ("deduct", '{"points":"1"}', "参数“方向”（direction）没有填"),
        ("deduct", '{"direction":"over","points":"-1"}', "不小于 0"),
        ("deduct", '{"direction":"over","points":"1","step":"0"}', "大于 0"),
        ("deduct", '{"direction":"over","points":"1","unit":"%"}', '"分值%"'),
        ("tiers", None, "参数“各档”（bands）没有填"),
        ("tiers", '{"bands":[]}', "有 0 项"),
        ("tiers", '{"bands":"80"}', "方括号"),
        ("tiers", '{"bands":["80"]}', "第 1 行"),
        ("tiers", '{"bands":[{"from":"80"}]}', "第 1 行的参数“得分”（score）没有填"),
        ("tiers", '{"bands":[{"from":"80","score":"5","from_closed":"是"}]}', "true（是）"),
        ("tiers", stored_text("tiers", "90≤x≤80：5"), "第 1 档里没有任何值"),
        ("tiers", stored_text("tiers", "80<x≤80：5"), "第 1 档里没有任何值"),
        ("tiers", stored_text("tiers", "x≤10：5；10≤x：3"), "第 1 档和第 2 档有重合"),
        ("tiers", stored_text("tiers", "0≤x≤5：5；x<0.01：3"), "第 1 档和第 2 档有重合"),
        ("tiers", '{"bands":[{"from":"80","score":"5","score_to":"6"}]}', "要内插"),
        (
            "tiers",
            json.dumps({"bands": [tier(f"{n}<x<{n + 1}：1") for n in range(101)]}),
            "1 到 100 项",
        ),
        ("points", '{"shares":["10","80"]}', "合计 90%"),
        ("points", '{"shares":["110","-10"]}', "0 到 100"),
        ("points", '{"shares":"even"}', '"equal"'),
        ("faults", "{}", "没有填"),
        ("faults", '{"points":"1","zero_at":"0"}', "不小于 1"),
        ("trend", '{"points":"some"}', '"all"（全部）'),
        ("experts", '{"least":"2.5"}', "整数"),
        ("experts", '{"trim":"true"}', "不加引号"),
        ("bands", '{"bands":[{"name":"达成"},{"name":"达成"}]}', "写了两次"),
        ("bands", '{"bands":[{"name":" "}]}', "1 到 20 个字"),
        ("yesno", '{"full":"1"}', "这种规则不需要参数"),
        ("magic", None, "没有“magic”这种评分规则"),
    ],
)
def test_wrong_parameters_are_refused_with_a_sentence(kind: str, stored: str | None, said: str) -> None:
    with pytest.raises(BadParameters) as refused:
        parse_parameters(kind, stored)
    assert said in str(refused.value)


def test_bands_of_ones_own() -> None:
    stored = '{"bands":[{"name":"达成","from":"90","to":"100","to_closed":true},{"name":"未达成","to":"50"}]}'
    parameters = parse_parameters("bands", stored)
    scored = {
        (word, share): score("bands", parameters, Case(Fraction(10), attainment=word, share=Fraction(share)))
        for word, share in [("达成", 85), ("达成", 90), ("部分达成", 70), ("未达成", 49), ("未达成", -1)]
    }
    assert [outcome.score for outcome in scored.values()] == [None, 9, None, Fraction("4.9"), None]
    assert "没有“部分达成”这一档" in scored["部分达成", 70].unscored


# 要点


def test_shares_are_known_before_the_points_are_scored() -> None:
    given_points = (point("30%未评"), point("50%不适用"), point("20%自得未评"))
    shares = point_shares(parse_parameters("points", None), given_points)
    assert shares.parts == (Fraction(3, 5), 0, Fraction(2, 5))


def test_figures_in_the_parameters_win_over_those_of_the_rows() -> None:
    parameters = parse_parameters("points", '{"shares":["90","10"]}')
    assert point_shares(parameters, (point("50%符合"), point("50%符合"))).parts == (
        Fraction(9, 10),
        Fraction(1, 10),
    )


@pytest.mark.parametrize(("setting", "part"), [("full", 1), ("none", 0)])
def test_an_unassessable_point_follows_the_project(setting: str, part: int) -> None:
    points = (point("不符合"), point("无法考核"))
    silent, own = parse_parameters("points", None), parse_parameters("points", '{"unassessable":"none"}')
    assert score("points", silent, Case(Fraction(4), points=points, unassessable=setting)).score == 2 * part
    assert score("points", own, Case(Fraction(4), points=points, unassessable=setting)).score == 0
    assert point_earned(silent, points[1], setting).part == part


def test_faults_of_a_point_take_from_its_own_share() -> None:
    """10/80/10 with five faults of 20% in the second and the third not met: 0.80 of 8."""
    parameters = parse_parameters("points", '{"shares":["10","80","10"]}')
    own = parse_parameters("faults", '{"points":"20","unit":"分值%","zero_at":"5"}')
    part = point_shares(parameters, (point("符合"), point("自得未评"), point("不符合"))).parts[1]
    weight = 8 * part
    outcome = score("faults", own, Case(weight, Fraction(5)))
    assert outcome.score == 0
    earned = Point("第二项", measured=True, earned=outcome.score / weight)
    whole = Case(Fraction(8), points=(point("符合"), earned, point("不符合")))
    assert score("points", parameters, whole).score == Fraction("0.8")


# properties

NUMBERS = st.one_of(
    st.fractions(min_value=-300, max_value=300, max_denominator=100),
    st.fractions(),
    st.integers().map(Fraction),
    st.sampled_from([Fraction(10) ** 5000, -(Fraction(10) ** 5000), Fraction(1, 10**5000)]),
)
SMALL = st.fractions(min_value=-300, max_value=300, max_denominator=100)
WEIGHTS = st.integers(min_value=0, max_value=2000).map(lambda cents: Fraction(cents, 100))
MAYBE = st.none() | NUMBERS
DECIMALS = st.decimals(min_value=-200, max_value=200, places=2).map(lambda value: f"{value:f}")
POINTS = st.builds(
    Point,
    name=st.text(max_size=3),
    share=st.none() | st.sampled_from([Fraction(20), Fraction(50), Fraction(100)]) | NUMBERS,
    fulfilment=st.sampled_from([None, "符合", "部分符合", "不符合", "不适用", "别的"]),
    partial=MAYBE,
    state=st.sampled_from([None, "正常", "无法考核", "不适用"]),
    measured=st.booleans(),
    earned=MAYBE,
)
CASES_OF_ANY_KIND = st.builds(
    Case,
    weight=WEIGHTS | NUMBERS,
    value=MAYBE,
    target=MAYBE,
    series=st.lists(MAYBE, max_size=5).map(tuple),
    scores=st.lists(NUMBERS | SMALL, max_size=5).map(tuple),
    points=st.lists(POINTS, max_size=4).map(tuple),
    attainment=st.sampled_from([None, "达成", "部分达成", "未达成"]),
    share=MAYBE,
    unit=st.sampled_from(["", "%", "天"]),
    unassessable=st.sampled_from(["full", "none"]),
)
STORED = {
    "ratio": ['{"direction":"reverse"}', '{"floor":"60"}', "{}"],
    "deduct": [
        json.dumps(
            {"standard": "5", "direction": way, "step": "3", "points": "7", "unit": unit, "fraction": part}
        )
        for way in ("over", "under", "both")
        for unit in ("分", "分值%")
        for part in ("pro_rata", "begun", "completed")
    ],
    "points": ["{}", '{"unassessable":"none"}'],
    "trend": ['{"points":"0.5","direction":"down"}'],
    "experts": ["{}"],
}
PARAMETERS = [
    (kind, parse_parameters(kind, stored))
    for kind, rule in RULES.items()
    for stored in (rule.example, *STORED.get(kind, ()))
]


def consistent(outcome: Outcome, weight: Fraction) -> bool:
    if outcome.score is None:
        return bool(outcome.unscored) and not outcome.calculation
    return 0 <= outcome.score <= weight and bool(outcome.calculation) and not outcome.unscored


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(PARAMETERS), CASES_OF_ANY_KIND)
def test_any_figures_give_a_score_within_the_weight_or_a_reason(rule: tuple[str, Any], case: Case) -> None:
    assert consistent(score(rule[0], rule[1], case), case.weight)
    assert score(rule[0], rule[1], case) == score(rule[0], rule[1], case)


RISING = [
    ("ratio", "{}"),
    ("ratio", '{"floor":"60"}'),
    ("linear", '{"full":"100","zero":"80"}'),
    *(("deduct", stored) for stored in STORED["deduct"] if '"under"' in stored),
    ("tiers", stored_text("tiers", "x<60：0；60≤x<80：5~7；80≤x<100：8；100≤x：10")),
    ("manual", "{}"),
]
FALLING = [
    ("ratio", '{"direction":"reverse"}'),
    ("linear", '{"full":"5","zero":"20"}'),
    *(("deduct", stored) for stored in STORED["deduct"] if '"over"' in stored),
    ("tiers", stored_text("tiers", "x≤0：5；0<x≤10：4~3；10<x：0")),
]


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from([(*each, 1) for each in RISING] + [(*each, -1) for each in FALLING]),
    WEIGHTS,
    SMALL,
    SMALL,
)
def test_a_better_value_never_scores_less(
    rule: tuple[str, str, int], weight: Fraction, one: Fraction, other: Fraction
) -> None:
    kind, stored, way = rule
    parameters = parse_parameters(kind, stored)
    worse, better = sorted((one, other), key=lambda value: way * value)
    low, high = (score(kind, parameters, Case(weight, each, Fraction(90))).score for each in (worse, better))
    assert low is not None
    assert high is not None
    assert low <= high


@settings(max_examples=50, deadline=None)
@given(st.integers(min_value=0, max_value=30), WEIGHTS, st.sampled_from(["分", "分值%"]))
def test_one_more_fault_never_scores_more(count: int, weight: Fraction, unit: str) -> None:
    parameters = parse_parameters("faults", json.dumps({"points": "7", "unit": unit, "zero_at": "9"}))
    fewer, more = (
        score("faults", parameters, Case(weight, Fraction(each))).score for each in (count, count + 1)
    )
    assert fewer is not None
    assert more is not None
    assert more <= fewer


@settings(max_examples=50, deadline=None)
@given(st.lists(POINTS, max_size=6))
def test_shares_make_a_whole_or_a_reason(given_points: list[Point]) -> None:
    shares = point_shares(parse_parameters("points", None), given_points)
    assert sum(shares.parts) == (0 if shares.unscored else 1)
    assert all(0 <= part <= 1 for part in shares.parts)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | DECIMALS | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
NAMES = sorted(
    {each.name for rule in RULES.values() for one in rule.parameters for each in (one, *one.columns)}
)
WORDS = sorted({word for rule in RULES.values() for each in rule.parameters for word in each.words})
LIKELY = DECIMALS | st.sampled_from(WORDS) | st.booleans() | st.none() | JSON
LIKELY_ROWS = st.lists(st.dictionaries(st.sampled_from(NAMES), LIKELY, max_size=6), max_size=3)
TEXTS = st.one_of(
    st.text(),
    JSON.map(json.dumps),
    st.dictionaries(st.sampled_from(NAMES), LIKELY | st.lists(DECIMALS, max_size=3) | LIKELY_ROWS).map(
        json.dumps
    ),
)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(RULES)), TEXTS, CASES_OF_ANY_KIND)
def test_any_text_is_parameters_that_work_or_a_sentence(kind: str, stored: str, case: Case) -> None:
    try:
        parameters = parse_parameters(kind, stored)
    except BadParameters as refused:
        assert re.search(r"[\u4e00-\u9fff]", str(refused))
        str(refused).encode("utf-8")
        return
    assert parse_parameters(kind, write_parameters(kind, parameters)) == parameters
    assert describe(kind, parameters, case.weight, Fraction(90), case.unit)
    assert consistent(score(kind, parameters, case), case.weight)


CHOSEN = {
    "ratio": st.fixed_dictionaries(
        {"floor": st.none() | DECIMALS, "direction": st.sampled_from(["forward", "reverse"])}
    ),
    "linear": st.fixed_dictionaries({"full": DECIMALS, "zero": DECIMALS}),
    "deduct": st.fixed_dictionaries(
        {
            "standard": st.none() | DECIMALS,
            "direction": st.sampled_from(["over", "under", "both"]),
            "step": DECIMALS,
            "points": DECIMALS,
            "fraction": st.sampled_from(["pro_rata", "begun", "completed"]),
        }
    ),
    "faults": st.fixed_dictionaries({"points": DECIMALS, "zero_at": st.none() | DECIMALS}),
    "tiers": st.fixed_dictionaries(
        {
            "bands": st.lists(
                st.fixed_dictionaries(
                    {
                        "from": st.none() | DECIMALS,
                        "to": st.none() | DECIMALS,
                        "to_closed": st.booleans(),
                        "score": DECIMALS,
                        "score_to": st.none() | DECIMALS,
                    }
                ),
                min_size=1,
                max_size=3,
            )
        }
    ),
}


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(sorted(CHOSEN)).flatmap(lambda kind: st.tuples(st.just(kind), CHOSEN[kind])),
    WEIGHTS,
    MAYBE,
    MAYBE,
)
def test_any_figures_as_parameters_keep_the_score_within_the_weight(
    rule: tuple[str, dict[str, Any]], weight: Fraction, value: Fraction | None, target: Fraction | None
) -> None:
    kind, chosen = rule
    try:
        parameters = parse_parameters(kind, json.dumps(chosen))
    except BadParameters:
        return
    assert consistent(score(kind, parameters, Case(weight, value, target, unit="%")), weight)
