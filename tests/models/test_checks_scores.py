"""The checks on the score table, on rows as such, on papers; fingerprints, verdicts and order."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.checks import LABELS, Problem, problem_json, run
from models.evaluation import evaluate
from models.fields import Kind
from models.records import Records
from models.schema import TABLES
from tests.models.changsha import changsha, records


def problems(rows: Records, check: str = "") -> list[Problem]:
    return [each for each in run(rows, evaluate(rows)) if each.check.startswith(check)]


def leaf(name: str, weight: str | None, score: str | None = None, **more: Any) -> dict[str, Any]:
    return {
        "id": name,
        "name": name,
        "weight": weight,
        "rule": "manual",
        "value": score,
        "opinion": "有",
        **more,
    }


def tree(*rows: dict[str, Any], **more: list[dict[str, Any]]) -> Records:
    return records(indicator=list(rows), **more)


CASES: list[tuple[tuple[dict[str, Any], ...], str, str | None]] = [
    # indicators, check, words of the message (None: silent)
    ((leaf("甲", "60", "60"), leaf("乙", "40", "40")), "scores", None),
    (
        (leaf("甲", "60", "60"), leaf("乙", "38", "38")),
        "scores.weights",
        "合计 98.00，比 100 少 2.00 分：甲 60.00、乙 38.00",
    ),
    ((leaf("甲", "60", "60"), leaf("乙", "42", "42")), "scores.weights", "多 2.00 分"),
    ((leaf("甲", "60", "60"), leaf("乙", "40", state="不适用")), "scores.weights", None),
    (
        ({"id": "A", "name": "甲", "weight": "90"}, leaf("乙", "100", "90", parent="A")),
        "scores.branch_weight",
        "分值写作 90.00，下级合计 100.00",
    ),
    (
        ({"id": "A", "name": "甲", "weight": "100"}, leaf("乙", "100", "90", parent="A")),
        "scores.branch_weight",
        None,
    ),
    (
        (leaf("产出指标", "30", "1"), leaf("效益指标", "29", "1"), leaf("其他", "41", "1")),
        "scores.effects",
        "59.00",
    ),
    (
        (leaf("产出指标", "30", "1"), leaf("效益指标", "30", "1"), leaf("其他", "40", "1")),
        "scores.effects",
        None,
    ),
    ((leaf("甲", "100", "101"),), "scores.above_weight", "评分 101.00 超过分值 100.00"),
    (
        (leaf("甲", "100", "90", override="100.01", override_reason="有"),),
        "scores.above_weight",
        "调整得分 100.01",
    ),
    (
        (leaf("甲", "5", "1", rule="tiers", parameters='{"bands":[{"from":"0","score":"6"}]}'),),
        "scores.above_weight",
        "最高得分 6.00 超过分值 5.00",
    ),
    ((leaf("甲", "100", "90", override="95"),), "scores.override_reason", "没有写理由"),
    ((leaf("甲", "100", "90", override="95", override_reason="有"),), "scores.override", None),
    (
        ({"id": "A", "name": "甲", "override": "5"}, leaf("乙", "100", "9", parent="A")),
        "scores.override_branch",
        "下级",
    ),
    ((leaf("甲", "100", formula="已支负", rule="ratio"),), "scores.broken", "已支付"),
    ((leaf("甲", "100", "1", rule="ratio", parameters="{"),), "scores.broken", "规则参数"),
    ((leaf("甲", "100", formula="预算执行率", rule="ratio", target="100"),), "scores.missing", "资金指标"),
    ((leaf("甲", "90", "90"), leaf("乙", "10")), "scores.open", "还有 1 项指标未评，共 10.00 分：乙"),
    ((leaf("甲", "100", state="无法考核"),), "scores.unassessable", "甲"),
    ((leaf("甲", "100", "80"),), "scores.near_bound", "总分 80.00 紧挨“良”的界限 80，现为“良”"),
    ((leaf("甲", "100", "80.01"),), "scores.near_bound", None),
    ((leaf("甲", "100", "95", opinion=None),), "scores.lost_without_opinion", "甲"),
    ((leaf("甲", "100", "95"),), "scores.lost_without_finding", "失分 5.00 没有对应问题：甲"),
    ((leaf("甲", "100", "100", opinion=None),), "scores.lost", None),
]


@pytest.mark.parametrize(("indicators", "check", "said"), CASES)
def test_the_score_table(indicators: tuple[dict[str, Any], ...], check: str, said: str | None) -> None:
    found = problems(tree(*indicators), check)
    assert len(found) == (said is not None), [each.message for each in found]
    assert not found or (said or "") in found[0].message


def test_a_total_just_under_a_bound_before_rounding_is_named() -> None:
    third = {"measure": "公式", "formula": "1", "rule": "ratio", "target": "3"}
    rows = tree(
        leaf("甲", "79", "79"),
        *(leaf(str(number), "1", **third) for number in range(3)),
        leaf("乙", "18", "0"),
    )
    assert evaluate(rows).total == Decimal("79.99")
    (found,) = problems(rows, "scores.near_bound")
    assert found.expected == "80"


def test_caps_in_force_and_caps_that_are_wrong() -> None:
    caps = [
        {"id": "in force", "kind": "封顶", "condition": "已支付 = 0", "limit": "50"},
        {"id": "unknown", "kind": "封顶", "condition": "已支负 = 0", "limit": "50"},
    ]
    found = problems(tree(leaf("甲", "100", "95"), cap=caps), "scores.cap")
    assert [(each.place.row, each.severity) for each in found] == [("unknown", "疑点"), ("in force", "提示")]


FINDING = {"id": "N", "code": "一", "title": "问题一", "fact": "事实"}


@pytest.mark.parametrize(
    ("more", "check", "count"),
    [
        ({}, "papers.finding_without_advice", 1),
        ({}, "scores.finding_without_deduction", 1),
        (
            {"recommendation": [{"id": "R", "title": "建议", "text": "文"}]},
            "papers.advice_without_finding",
            1,
        ),
        (
            {
                "recommendation": [{"id": "R", "title": "建议", "text": "文"}],
                "finding_recommendation": [{"finding": "N", "recommendation": "R"}],
            },
            "papers.",
            0,
        ),
        ({"deduction": [{"finding": "N", "indicator": "甲", "points": "5"}]}, "scores.", 0),
        (
            {"deduction": [{"finding": "N", "indicator": "甲", "points": "5.01"}]},
            "scores.deducted_too_much",
            1,
        ),
    ],
)
def test_findings_and_their_links(more: dict[str, list[dict[str, Any]]], check: str, count: int) -> None:
    rows = tree(leaf("甲", "100", "95"), finding=[FINDING], **more)
    assert len(problems(rows, check)) == count


def test_papers_regulations_and_sign_in_lists() -> None:
    rows = records(
        fund=[{"id": "F", "code": "F3", "name": "甲"}],
        request=[
            {"fund": "F", "name": "年报", "state": "部分提供"},
            {"fund": "F", "name": "合同", "state": "已提供"},
            {"name": "响应时间资料", "state": "未提供"},
            {"name": "无关资料", "state": "不适用"},
        ],
        regulation=[
            {"title": "资金办法", "state": "要素不完整", "missing": "使用范围"},
            {"title": "采购制度", "state": "已制定"},
        ],
        roster=[
            {"id": "R", "title": "培训签到", "planned_count": 155},
            {"id": "S", "title": "会议", "planned_count": 2},
        ],
        roster_entry=[{"roster": "R", "name": str(n), "phone": "有" if n < 66 else None} for n in range(187)]
        + [{"roster": "S", "name": str(n), "phone": "有"} for n in range(2)],
    )
    said = [each.message for each in problems(rows, "papers.")]
    assert said == [
        "应提供资料 3 项，未齐 2 项（未提供 1 项，部分提供 1 项）：F3 年报；响应时间资料。请催要，或写入问题",
        "制度“资金办法”要素不完整，缺使用范围。请核实，或写入问题",
        "“培训签到”计划 155 人，签到 187 人；121 人没有电话（占 64.71%）。请核实实际到场人数",
    ]


def test_required_unique_references_and_rings() -> None:
    rows = records(
        fund=[
            {"id": "F", "code": "F1", "name": "甲"},
            {"id": "G", "code": "F1", "name": "乙"},
            {"id": "H", "code": "F3", "name": "丙", "void_reason": "重复"},
        ],
        vendor=[{"id": "V", "name": "供应商"}],
        contract=[
            {"id": "C", "fund": "F", "name": "一", "vendor": "V", "amount": "1", "parent": "D"},
            {"id": "D", "fund": "F", "name": "二", "vendor": "X", "amount": "1", "parent": "C"},
            {"id": "E", "fund": "F", "name": "三", "vendor": "V"},
        ],
        payment=[{"contract": "C", "paid_on": "2018", "amount": "1", "fund": "H"}],
    )
    found = [(each.check, each.place.row, each.place.field) for each in problems(rows, "rows.")]
    assert sorted(found) == [
        ("rows.cycle", "C", "parent"),
        ("rows.dangling", "D", "vendor"),
        ("rows.required", "E", "amount"),
        ("rows.unique", "G", "code"),
        ("rows.voided", "payment1", "fund"),
    ]


def test_branches_and_points_need_no_weight() -> None:
    rows = tree(
        {"id": "A", "name": "甲"},
        {"id": "B", "name": "乙", "parent": "A", "rule": "points", "weight": "100"},
        {"id": "C", "name": "丙", "parent": "B", "fulfilment": "符合"},
        {"id": "D", "name": "丁", "parent": "A", "rule": "manual", "value": "1"},
    )
    assert [each.place.row for each in problems(rows, "rows.required")] == ["D"]


def test_the_gravest_come_first_then_as_the_tables_stand() -> None:
    found = problems(changsha())
    ranks = [("错误", "疑点", "提示").index(each.severity) for each in found]
    assert ranks == sorted(ranks)
    assert {each.check for each in found} <= set(LABELS)


def test_a_fingerprint_stays_while_the_problem_stays() -> None:
    before = {each.fingerprint: each.check for each in problems(changsha())}
    assert len(before) == len(problems(changsha()))
    fund = {"id": "F2", "code": "F2", "name": "改了名", "declared_paid": "350.70"}
    funds = [{"id": f"F{n}", "code": f"F{n}", "name": "甲"} for n in (1, 3, 4, 5, 6)]
    after = {
        (each.place.row, each.place.field): each
        for each in problems(changsha(fund=[*funds, fund]), "money.declared")
    }
    still = after["F2", "declared_paid"]
    assert still.found == "350.70"
    assert still.fingerprint in before


def test_a_verdict_comes_with_its_problem() -> None:
    first = problems(changsha(), "money.declared")[0]
    verdict = {
        "fingerprint": first.fingerprint,
        "check": first.label,
        "decision": "已解释",
        "reason": "口径不同",
    }
    answered = [each for each in problems(changsha(verdict=[verdict])) if each.settled]
    assert [each.fingerprint for each in answered] == [first.fingerprint]
    assert answered[0].verdict == "已解释"


def test_the_json_of_a_problem() -> None:
    rows = changsha()
    found = problem_json(problems(rows, "money.declared")[1], rows)
    assert (found["check"], found["severity"]) == ("money.declared", "错误")
    assert found["place"] == {
        "table": "fund",
        "row": "F2",
        "field": "declared_paid",
        "name": "资金项目 › F2　网站群等运维 › 申报已支付",
    }
    assert (found["found"], found["expected"]) == ("350.79", "350.80")


def cells(kind: Kind, choices: tuple[str, ...]) -> st.SearchStrategy[Any]:
    pools: dict[Kind, list[Any]] = {
        Kind.MONEY: [0, 1, -5, 10**16],
        Kind.NUMBER: [Decimal(0), Decimal("1E+400000000"), Decimal("NaN"), Decimal("-3.5")],
        Kind.PERCENT: [Decimal(0), Decimal(100), Decimal("Infinity")],
        Kind.INTEGER: [0, 2018, -1],
        Kind.BOOL: [True, False],
        Kind.CHOICE: [*choices],
        Kind.REF: ["r0", "r1", "无"],
        Kind.DATE: ["2018", "2018-06-08", "胡写", "2018-13", ""],
    }
    return st.sampled_from([None, *pools.get(kind, ["", "文字", "预算执行率", "{}", '资金["F1"].已支付'])])


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_whatever_the_cells_hold_nothing_raises(data: st.DataObject) -> None:
    tables = {}
    for table in TABLES:
        rows = []
        for number in range(data.draw(st.integers(0, 2))):
            cell = {field.name: data.draw(cells(field.kind, field.choices)) for field in table.fields}
            rows.append({"id": f"r{number}", "position": str(number), "void_reason": None, **cell})
        tables[table.name] = rows
    rows_of_all = Records(tables)
    for each in run(rows_of_all, evaluate(rows_of_all)):
        assert each.message
        assert problem_json(each, rows_of_all)["label"]
