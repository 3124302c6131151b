"""The score table: measures, rules, states, adjustments, sums of rounded scores, grade, explanations."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.evaluation import Evaluation, Gap, Node, Role, evaluate
from models.records import Records
from models.score_json import score_json
from tests.models.changsha import changsha, records

LINEAR = {"rule": "linear", "parameters": '{"full":"100","zero":"80"}'}
FULL_RATIO = {"rule": "ratio", "target": "100"}


def table(*indicators: dict[str, Any], **more: list[dict[str, Any]]) -> Records:
    return records(indicator=[{"id": each["name"], **each} for each in indicators], **more)


def typed(name: str, weight: str, score: str | None = None, **more: Any) -> dict[str, Any]:
    """A leaf that the evaluator scores directly."""
    return {"name": name, "weight": weight, "rule": "manual", "value": score, **more}


def only(indicator: dict[str, Any], **more: list[dict[str, Any]]) -> Node:
    return evaluate(table(indicator, **more)).node(indicator["name"])


@pytest.mark.parametrize(
    ("formula", "rule", "weight", "value", "score"),
    [
        ("预算执行率", LINEAR, "5", "88.33%", "2.08"),
        ("预算调整率", {"rule": "linear", "parameters": '{"full":"5","zero":"20"}'}, "3", "165.62%", "0.00"),
        ('资金["F2"].预算执行率', FULL_RATIO, "3", "62.26%", "1.87"),
        ('占比(基础数据["完成"], 基础数据["计划"])', FULL_RATIO, "3", "48.09%", "1.44"),
        ('基础数据["完成"]', {"rule": "ratio", "target": "2200", "unit": "篇"}, "3", "1,058 篇", "1.44"),
        ("天数(日期(合同[\"二期建设\"].签订日期), 日期(\"2018-12\"))", {"rule": "manual"}, "3", "", None),
        ('合同["二期建设"].未付', {"rule": "ratio", "target": "1470"}, "2", "735", "1.00"),
        ("已支付 > 2000", {"rule": "yesno"}, "4", "是", "4.00"),
        ("逾期里程碑数", {"rule": "faults", "parameters": '{"points":"0.5","unit":"分"}'}, "2", "1", "1.50"),
        (
            '序列("完成", "计划")',
            {"rule": "trend", "parameters": '{"direction":"up","points":"all"}'},
            "2", "1,058 → 2,200", "2.00",
        ),
    ],
)  # fmt: skip
def test_a_formula_measures_and_a_rule_scores(
    formula: str, rule: dict[str, Any], weight: str, value: str, score: str | None
) -> None:
    figures = [{"name": "完成", "value": "1058"}, {"name": "计划", "value": "2200"}]
    row = {"id": "I", "name": "指标", "weight": weight, "measure": "公式", "formula": formula, **rule}
    node = evaluate(changsha(figure=figures, indicator=[row])).node("I")
    assert (node.value_text, node.score) == (value, None if score is None else Decimal(score))


@pytest.mark.parametrize(
    ("row", "value", "score"),
    [
        (typed("直接", "5", "3.125"), "3.13", "3.13"),  # half up
        (typed("直接", "5", "9"), "9", "5.00"),  # never above the weight
        ({"name": "是否", "weight": "2", "rule": "yesno", "measure": "无", "value": "0"}, "否", "0.00"),
        (
            {"name": "定性", "weight": "10", "rule": "bands", "attainment": "部分达成", "share": "70"},
            "部分达成 70%", "7.00",
        ),
        ({"name": "录入", "weight": "4", "value": "50", "unit": "％", **FULL_RATIO}, "50.00%", "2.00"),
        ({"name": "问卷", "weight": "4", "measure": "问卷", "survey": "S", "rule": "ratio", "target": "100"},
         "93.00%", "3.72"),
        ({"name": "专家", "weight": "10", "measure": "专家", "rule": "experts",
          "parameters": '{"trim":true,"least":"3"}'}, "4 位专家", "7.50"),
    ],
)  # fmt: skip
def test_other_measures(row: dict[str, Any], value: str, score: str) -> None:
    node = only(
        row,
        survey=[{"id": "S", "title": "服务对象"}],
        survey_question=[
            {
                "survey": "S",
                "text": "总体",
                "very": 500,
                "fairly": 60,
                "neutral": 20,
                "little": 12,
                "dissatisfied": 8,
            }
        ],
        person=[{"id": str(number), "name": f"专家{number}"} for number in range(4)],
        expert_score=[
            {"indicator": "专家", "person": str(number), "score": score}
            for number, score in enumerate(("9", "7", "8", "2"))
        ],
    )
    assert (node.value_text, node.score) == (value, Decimal(score))


@pytest.mark.parametrize(
    ("unrounded", "value", "score"),
    [("否", "0.33", "3.30"), ("是", "0.33", "3.33")],
)
def test_what_is_printed_is_what_is_scored_unless_chosen_otherwise(
    unrounded: str, value: str, score: str
) -> None:
    row = {
        "name": "三分之一",
        "weight": "10",
        "measure": "公式",
        "formula": "1 / 3",
        "rule": "ratio",
        "target": "1",
    }
    node = only(row, setting=[{"key": "score_unrounded", "value": unrounded}])
    assert (node.value_text, node.score) == (value, Decimal(score))


POINTS = {"name": "制度", "weight": "8", "rule": "points", "parameters": '{"shares":["10","80","10"]}'}


def point(name: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "parent": "制度", **more}


@pytest.mark.parametrize(
    ("points", "score", "text"),
    [
        ([point("一", fulfilment="符合"),
          point("二", rule="faults", value="5", parameters='{"points":"20","unit":"分值%"}'),
          point("三", fulfilment="不符合")], "0.80", "要点 1/3"),
        ([point("一", fulfilment="符合"), point("二", fulfilment="部分符合", partial="50"),
          point("三", fulfilment="符合")], "4.80", "要点 2/3"),
        ([point("一", fulfilment="符合"), point("二", state="不适用"), point("三", fulfilment="不符合")],
         "4.00", "要点 1/2"),
        ([point("一", state="无法考核"), point("二", fulfilment="不符合"), point("三", fulfilment="不符合")],
         "0.80", "要点 1/3"),
        ([point("一", fulfilment="符合"), point("二"), point("三", fulfilment="符合")], None, "要点 2/3"),
        ([], None, ""),
    ],
)  # fmt: skip
def test_points_share_the_weight_and_only_the_indicator_rounds(
    points: list[dict[str, Any]], score: str | None, text: str
) -> None:
    node = evaluate(table(POINTS, *points)).node("制度")
    assert (node.score, node.value_text) == (None if score is None else Decimal(score), text)
    assert [child.role for child in node.children] == [Role.POINT] * len(points)
    assert node.open_points == (Decimal("8.00") if score is None else 0)


def three(*weights: str, scores: tuple[str | None, ...], states: tuple[str | None, ...] = ()) -> Evaluation:
    rows = [{"name": "甲"}] + [
        typed(f"甲{number}", weight, score, parent="甲", state=state)
        for number, (weight, score, state) in enumerate(
            zip(weights, scores, states or (None,) * len(weights), strict=True)
        )
    ]
    return evaluate(table(*rows))


def test_totals_are_the_sums_of_the_rounded_scores() -> None:
    thirds = {"measure": "公式", "formula": "1", "rule": "ratio", "target": "3"}
    rows = [{"name": f"项{number}", "weight": "1", **thirds} for number in range(3)]
    found = evaluate(table({"name": "甲"}, *({**row, "parent": "甲"} for row in rows)))
    assert [leaf.score for leaf in found.leaves()] == [Decimal("0.33")] * 3
    assert found.total == found.node("甲").score == Decimal("0.99")
    assert found.unrounded == 1


@pytest.mark.parametrize(
    ("scores", "total", "grade"),
    [
        (("50", "40", "0"), "90.00", "优"),
        (("50", "39.99", "0"), "89.99", "良"),
        (("50", "30", "0"), "80.00", "良"),
        (("50", "9.995", "0"), "60.00", "中"),
        (("50", "9.994", "0"), "59.99", "差"),
        (("0", "0", "0"), "0.00", "差"),
        (("50", "40", None), "90.00", None),
    ],
)
def test_the_grade_is_taken_from_the_rounded_total(
    scores: tuple[str | None, ...], total: str, grade: str | None
) -> None:
    found = three("50", "40", "10", scores=scores)
    assert (found.total, found.grade) == (Decimal(total), grade)
    assert found.open_points == (10 if None in scores else 0)


def test_own_bands() -> None:
    bands = [{"key": "bands", "value": "85 优秀、70 合格、0 不合格"}]
    assert evaluate(table(typed("甲", "100", "84.99"), setting=bands)).grade == "合格"


@pytest.mark.parametrize(
    ("weights", "states", "scaled"),
    [
        (("50", "30", "20"), (None, None, "不适用"), ("62.50", "37.50", "0.00")),
        (("30", "30", "30", "10"), (None, None, None, "不适用"), ("33.34", "33.33", "33.33", "0.00")),
        (("20", "30", "50"), ("不适用", "正常", None), ("0.00", "37.50", "62.50")),
        (("50", "50", "0"), (None, None, "不适用"), ("50.00", "50.00", "0.00")),
    ],
)
def test_inapplicable_indicators_leave_and_the_rest_makes_100(
    weights: tuple[str, ...], states: tuple[str | None, ...], scaled: tuple[str, ...]
) -> None:
    found = three(*weights, scores=("1",) * len(weights), states=states)
    assert [leaf.weight for leaf in found.leaves()] == [Decimal(each) for each in scaled]
    assert found.weight == 100
    assert found.grade is not None


def test_a_branch_takes_its_leaves_along_when_it_is_inapplicable() -> None:
    found = evaluate(
        table(
            {"name": "甲", "state": "不适用"},
            typed("甲一", "40", parent="甲"),
            {"name": "乙", "weight": "60", "measure": "录入", "value": "50", **FULL_RATIO},
        )
    )
    assert (found.total, found.weight, found.open_points) == (Decimal("50.00"), 100, 0)
    assert "60.00 折算为 100.00" in found.node("乙").explanation.text


@pytest.mark.parametrize(("choice", "score"), [("full", "10.00"), ("none", "0.00")])
def test_what_cannot_be_assessed_follows_the_setting(choice: str, score: str) -> None:
    row = typed("甲", "10", state="无法考核")
    node = only(row, setting=[{"key": "unassessable", "value": choice}])
    assert node.score == Decimal(score)
    assert "无法考核" in node.explanation.text


@pytest.mark.parametrize(
    ("row", "score", "computed"),
    [
        (typed("甲", "10", "6", override="8", override_reason="补充佐证"), "8.00", "6.00"),
        (typed("甲", "10", "6", override="8"), "6.00", "6.00"),  # no reason, no adjustment
        (typed("甲", "10", "6", override="12", override_reason="补充佐证"), "10.00", "6.00"),
        (typed("甲", "10", None, override="8", override_reason="补充佐证"), "8.00", None),
    ],
)
def test_an_adjustment_keeps_the_computed_score_beside_it(
    row: dict[str, Any], score: str, computed: str | None
) -> None:
    node = only(row)
    assert node.score == Decimal(score)
    assert node.computed == (None if computed is None else Decimal(computed))
    assert node.adjusted == ("补充佐证" in node.explanation.text)


@pytest.mark.parametrize(
    ("row", "gap", "said"),
    [
        (typed("甲", "5"), Gap.OPEN, "完成值未填"),
        ({"name": "甲", "weight": "5", "value": "1"}, Gap.OPEN, "评分规则"),
        ({"name": "甲", "rule": "manual", "value": "1"}, Gap.MISSING, "分值未填"),
        ({"name": "甲", "weight": "5", "formula": "已支负", **LINEAR}, Gap.BROKEN, "已支付"),
        ({"name": "甲", "weight": "5", "formula": "1 +", **LINEAR}, Gap.BROKEN, "计算公式"),
        ({"name": "甲", "weight": "5", "measure": "公式", **LINEAR}, Gap.OPEN, "计算公式未填"),
        ({"name": "甲", "weight": "5", "formula": "预算执行率", **LINEAR}, Gap.MISSING, "没有资金指标"),
        ({"name": "甲", "weight": "5", "formula": "1 / 0", **LINEAR}, Gap.MISSING, "零"),
        ({"name": "甲", "weight": "5", "formula": '日期("2018")', **LINEAR}, Gap.BROKEN, "日期"),
        ({"name": "甲", "weight": "5", "formula": '基础数据["无"]', **LINEAR}, Gap.BROKEN, "基础数据"),
        ({"name": "甲", "weight": "5", "measure": "问卷", **LINEAR}, Gap.MISSING, "满意度"),
        (
            {"name": "甲", "weight": "5", "rule": "linear", "parameters": "{", "value": "1"},
            Gap.BROKEN,
            "规则参数",
        ),
        (
            {"name": "甲", "weight": "5", "rule": "linear", "parameters": "{}", "value": "1"},
            Gap.BROKEN,
            "满分",
        ),
        ({"name": "甲", "weight": "5", "rule": "ratio", "value": "1"}, Gap.MISSING, "标准值"),
        ({"name": "甲", "weight": "5", "rule": "ratio", "value": "1", "target": "0"}, Gap.BROKEN, "标准值"),
        ({"name": "甲", "weight": "5", "rule": "yesno", "value": "3"}, Gap.BROKEN, "1（是）"),
        ({"name": "甲", "weight": "5", "rule": "bands"}, Gap.OPEN, "定性结论"),
        ({"name": "甲", "weight": "5", "rule": "experts"}, Gap.OPEN, "专家"),
        ({"name": "甲", "weight": "5", "parent": "甲", "rule": "manual", "value": "1"}, Gap.BROKEN, "成环"),
        ({"name": "甲", "weight": Decimal("Infinity"), "rule": "manual", "value": "1"}, Gap.MISSING, "分值"),
        (typed("甲", "9" * 24, "9" * 24), Gap.BROKEN, "太大"),
        ({"name": "甲", "weight": Decimal("-5"), "rule": "manual", "value": "1"}, Gap.BROKEN, "小于 0"),
    ],
)
def test_what_cannot_be_scored_says_why(row: dict[str, Any], gap: Gap, said: str) -> None:
    found = evaluate(table(row))
    node = found.node("甲")
    assert node.score is None
    assert said in node.reason
    assert node.gap is gap
    assert found.grade is None


def test_rows_in_a_ring_are_shown_and_not_scored() -> None:
    found = evaluate(table(typed("甲", "1", "1", parent="乙"), typed("乙", "1", "1", parent="甲")))
    assert {node.id for node in found.nodes()} == {"甲", "乙"}
    assert found.total == 0
    assert all("成环" in node.reason for node in found.leaves())


def test_hundreds_of_levels_do_not_break_it() -> None:
    rows = [{"name": str(number), "weight": "1", "parent": str(number - 1)} for number in range(300)]
    found = evaluate(table(*rows))
    assert [leaf.reason for leaf in found.leaves()] == ["层级超过 12 层，无法计分。请把它移到上面的层级"]


@pytest.mark.parametrize(
    ("cap", "total", "grade"),
    [
        ({"kind": "封顶", "condition": "预算执行率 < 90", "limit": "89"}, "89.00", "良"),
        ({"kind": "封顶", "condition": "预算执行率 < 80", "limit": "79"}, "95.00", "优"),
        ({"kind": "封顶", "condition": "预算执行率 < 90"}, "95.00", "优"),  # no limit given
        ({"kind": "一票否决", "condition": "疑似代签人数 = 0"}, "0.00", "差"),
        ({"kind": "一票否决", "condition": "已支付 > 1", "limit": "59"}, "59.00", "差"),
        ({"kind": "封顶", "condition": "预算执行", "limit": "1"}, "95.00", "优"),  # unknown name
        ({"kind": "封顶", "condition": "预算执行率", "limit": "1"}, "95.00", "优"),  # no condition
        ({"kind": "封顶", "condition": "满意度 < 90", "limit": "1"}, "95.00", "优"),  # missing
    ],
)
def test_caps_and_vetoes(cap: dict[str, Any], total: str, grade: str) -> None:
    row = {"id": "I", **typed("甲", "100", "95")}
    found = evaluate(changsha(indicator=[row], cap=[cap]))
    assert (found.total, found.grade, found.scored) == (Decimal(total), grade, Decimal("95.00"))


def test_the_explanation_is_the_four_lines_of_the_panel() -> None:
    row = {"id": "I", "name": "执行率", "weight": "5", "formula": "预算执行率", **LINEAR}
    said = evaluate(changsha(indicator=[row])).node("I").explanation
    assert said.value_line == "已支付 2,053.31 ÷ 总指标 2,324.67"
    assert said.value == "88.33%"
    assert said.rule_line.startswith("及格线：100% 得满分，80% 得 0 分，中间按直线")
    assert said.calculation_line == "5.00 ×（88.33% − 80%）÷（100% − 80%）"
    assert (said.unrounded, said.score_line, said.score) == ("2.0825", "四舍五入到两位小数", "2.08")
    assert {table for table, _ in said.sources} == {"payment", "expense", "allocation"}


def test_score_json_is_as_the_command_prints_it() -> None:
    indicators = [
        {"id": "A", "code": "A", "name": "管理"},
        {
            "id": "A1",
            "parent": "A",
            "code": "A1",
            "name": "执行率",
            "weight": "60",
            "formula": "预算执行率",
            **LINEAR,
        },
        {"id": "A2", "parent": "A", "code": "A2", **POINTS, "weight": "40", "parameters": None},
        {"id": "A3", "parent": "A2", "name": "要点一", "fulfilment": "符合"},
        {"id": "A4", "parent": "A2", "name": "要点二"},
    ]
    rows = changsha(indicator=indicators)
    found = json.loads(json.dumps(score_json(evaluate(rows), rows)))
    assert (found["total"], found["grade"], found["open_points"]) == ("24.99", None, "40.00")
    assert found["levels"] == [
        {"code": "A", "name": "管理", "weight": "100.00", "score": "24.99", "open_points": "40.00"}
    ]
    assert [(each["code"], each["level"], each["value"], each["score"]) for each in found["indicators"]] == [
        ("A1", 2, "88.33", "24.99"),
        ("A2", 2, None, None),
    ]
    assert [each["score"] for each in found["indicators"][1]["points"]] == ["20.00", None]
    assert found["facts"]["预算执行率"] == "88.33"
    assert found["facts"]["满意度"] is None
    assert found["facts"]["funds"]["F2"]["已支付"] == "350.80"


def test_funds_of_one_code_are_told_by_id() -> None:
    rows = records(fund=[{"id": "x", "code": "F1"}, {"id": "y", "code": "F1"}, {"id": "z"}])
    assert set(score_json(evaluate(rows), rows)["facts"]["funds"]) == {"x", "y", "z"}


def test_nothing_at_all_has_no_grade() -> None:
    found = evaluate(Records({}))
    assert (found.total, found.grade, found.weight) == (0, None, 0)


CELL = st.none() | st.sampled_from(
    [Decimal(0), Decimal("0.005"), Decimal(5), Decimal("33.333"), Decimal(10**20)]
)
INDICATOR = st.fixed_dictionaries(
    {
        "parent": st.none() | st.integers(0, 7).map(str),
        "weight": CELL,
        "value": CELL,
        "target": CELL,
        "rule": st.none()
        | st.sampled_from(["ratio", "linear", "tiers", "points", "yesno", "manual", "experts"]),
        "parameters": st.none()
        | st.sampled_from(["{}", "[", '{"full":"100","zero":"80"}', '{"shares":["50","50"]}']),
        "formula": st.none() | st.sampled_from(["预算执行率", "1/0", "没有", "最大(1, 2"]),
        "state": st.none() | st.sampled_from(["正常", "不适用", "无法考核"]),
        "fulfilment": st.none() | st.sampled_from(["符合", "部分符合", "不符合"]),
        "override": CELL,
        "override_reason": st.none() | st.just("理由"),
        "void_reason": st.sampled_from([None, None, None, "作废"]),
    }
)


@settings(max_examples=150, deadline=None)
@given(st.lists(INDICATOR, max_size=8))
def test_any_table_evaluates_and_adds_up(rows: list[dict[str, Any]]) -> None:
    found = evaluate(
        records(
            indicator=[{"id": str(number), "name": f"指标{number}", **row} for number, row in enumerate(rows)]
        )
    )
    leaves = list(found.leaves())
    assert found.total == sum(leaf.score for leaf in leaves if leaf.score is not None)
    assert found.open_points == sum(leaf.open_points for leaf in leaves)
    for leaf in leaves:
        assert (
            leaf.score is None
            or leaf.weight is not None
            and 0 <= leaf.score <= leaf.weight + Decimal("0.005")
        )
        assert leaf.score is not None or leaf.absent or leaf.reason
    for node in found.nodes():
        if node.role is Role.BRANCH and node.score is not None:
            assert node.score == sum(child.score for child in node.children if child.score is not None)
    if found.scaled:
        assert found.weight == 100


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(1, 10_000), min_size=2, max_size=20), st.integers(0, 19))
def test_scaling_restores_100(weights: list[int], absent: int) -> None:
    rows = [
        typed(
            f"项{number}",
            str(Decimal(weight) / 100),
            "0",
            state="不适用" if number == absent % len(weights) else None,
        )
        for number, weight in enumerate(weights)
    ]
    found = evaluate(table(*rows))
    assert found.weight == 100
    rest = sum(weight for number, weight in enumerate(weights) if number != absent % len(weights))
    for leaf, weight in zip(found.leaves(), weights, strict=True):
        if not leaf.absent:
            assert leaf.weight is not None
            assert abs(Fraction(leaf.weight) - Fraction(weight * 100, rest)) < Fraction(1, 100)
