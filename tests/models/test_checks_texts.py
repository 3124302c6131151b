"""Checks on targets, people lists, texts, opinions, rectification and evidence."""

from __future__ import annotations

from typing import Any

import pytest

from models.checks import Problem, run
from models.evaluation import evaluate
from models.records import Records
from tests.models.changsha import PROJECT, records


def problems(rows: Records, check: str) -> list[Problem]:
    return [each for each in run(rows, evaluate(rows)) if each.check == check]


@pytest.mark.parametrize(
    ("objective", "check", "said"),
    [
        ({"operator": "≥", "target": "2200", "actual": "1058", "unit": "篇"}, "targets.missed", "48.09%"),
        ({"operator": "≥", "target": "2200", "actual": "1058", "reason": "人手不足"}, "targets.missed", None),
        ({"operator": "≥", "target": "2200", "actual": "2200"}, "targets.missed", None),
        ({"operator": "≤", "target": "30", "actual": "31"}, "targets.missed", "目标 ≤30，完成 31"),
        ({"operator": "=", "target": "0", "actual": "0"}, "targets.missed", None),
        ({"operator": "≥", "target": "5"}, "targets.missed", None),  # not known yet
        ({"operator": "定性", "attainment": "部分达成"}, "targets.missed", "部分达成"),
        ({"operator": "定性", "attainment": "达成"}, "targets.missed", None),
        ({"operator": "≥", "target": "100", "actual": "130"}, "targets.far_above", "130.00%"),
        ({"operator": "≥", "target": "100", "actual": "129"}, "targets.far_above", None),
        ({"operator": "≤", "target": "100", "actual": "10"}, "targets.far_above", None),
    ],
)
def test_targets(objective: dict[str, Any], check: str, said: str | None) -> None:
    rows = records(
        fund=[{"id": "F", "code": "F1", "name": "甲"}], objective=[{"fund": "F", "name": "信息", **objective}]
    )
    found = [each.message for each in problems(rows, check)]
    assert len(found) == (said is not None)
    assert all(str(said) in message for message in found)


@pytest.mark.parametrize(
    ("planned", "delivered", "severity"),
    [("10", "8", "疑点"), ("10", "12", "提示"), ("10", "10", None), ("10", None, None), (None, "3", None)],
)
def test_delivered_quantity(planned: str | None, delivered: str | None, severity: str | None) -> None:
    item = {"contract": "C", "name": "巡检", "planned_quantity": planned, "delivered_quantity": delivered}
    rows = records(contract=[{"id": "C", "name": "合同"}], contract_item=[item])
    found = [each.severity for each in problems(rows, "targets.delivered")]
    assert found == ([] if severity is None else [severity])


@pytest.mark.parametrize(
    ("indicator", "surveys", "count"),
    [
        ({"name": "服务对象满意度", "value": "8"}, [], 1),
        ({"name": "服务对象满意度", "value": "0"}, [], 0),
        ({"name": "服务对象满意度"}, [], 0),
        ({"name": "服务对象满意度", "value": "8"}, [{"title": "问卷"}], 0),
        ({"name": "完成率", "value": "8"}, [], 0),
    ],
)
def test_satisfaction_without_a_survey(indicator: dict[str, Any], surveys: list[Any], count: int) -> None:
    rows = records(indicator=[{"weight": "10", "rule": "manual", **indicator}], survey=surveys)
    assert len(problems(rows, "scores.satisfaction")) == count


SENTENCE = "部分项目未按计划时间组织验收，影响了资金的支付进度"


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        (f"{SENTENCE}。其一。", f"其二。{SENTENCE}。", 1),
        (SENTENCE, SENTENCE.replace("部分项目", "有的项目"), 1),
        (SENTENCE, "采购未履行公开招标程序，直接与原服务单位续签合同", 0),
        ("金额有误。", "金额有误。", 0),  # too short to tell anything
    ],
)
def test_texts_written_twice(one: str, other: str, count: int) -> None:
    findings = [{"title": "甲", "fact": one}, {"title": "乙", "fact": other}]
    advice = [{"title": "甲", "text": one}, {"title": "乙", "text": other}]
    assert len(problems(records(finding=findings), "papers.alike")) == count
    assert len(problems(records(recommendation=advice), "papers.alike")) == count


def test_opinions_want_a_decision() -> None:
    given = [
        {"text": "第三条与事实不符", "reply": "已核实"},
        {"text": "无", "reply": "无", "decision": "采纳"},
    ]
    assert [each.place.row for each in problems(records(opinion=given), "papers.opinion")] == ["opinion1"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"due_on": "2019-07-31", "status": "整改中"}, "逾期 2 天"),
        ({"due_on": "2019-07-31"}, "逾期 2 天"),
        ({"due_on": "2019-07-31", "status": "已完成"}, None),
        ({"due_on": "2019-08"}, None),
        ({"due_on": "2019-12-31", "rechecked_on": "2020-01-10", "status": "未整改"}, "逾期 10 天"),
        ({"status": "未整改"}, None),
    ],
)
def test_rectification_overdue_on_the_latest_known_day(row: dict[str, Any], said: str | None) -> None:
    finding = [{"id": "N", "title": "问题", "fact": "事实"}]
    rows = records(project=[PROJECT], finding=finding, rectification=[{"finding": "N", **row}])
    found = [each.message for each in problems(rows, "papers.rectification")]
    assert len(found) == (said is not None)
    assert all(str(said) in message for message in found)


def test_missing_evidence_is_one_hint_with_counts() -> None:
    tables: dict[str, list[dict[str, Any]]] = {
        "finding": [{"id": "N1", "title": "甲", "fact": "事"}, {"id": "N2", "title": "乙", "fact": "事"}],
        "figure": [{"name": "完成", "value": "1"}],
        "evidence": [{"id": "E", "title": "照片"}],
        "evidence_link": [{"evidence": "E", "on_table": "finding", "on_row": "N1"}],
    }
    (found,) = problems(records(**tables), "papers.evidence")
    assert (found.severity, found.place.row, found.found) == ("提示", "N2", "2")
    assert "问题 2 条中 1 条，基础数据 1 条中 1 条" in found.message
    assert not problems(records(**{**tables, "evidence": []}), "papers.evidence")  # nobody collects any yet


def test_full_points_want_evidence_of_their_own_or_of_their_indicator() -> None:
    points = [
        {"id": name, "name": name, "parent": "I", "fulfilment": said}
        for name, said in (("甲", "符合"), ("乙", "不符合"))
    ]
    rows = {
        "indicator": [{"id": "I", "name": "指标", "weight": "4", "rule": "points"}, *points],
        "evidence": [{"id": "E", "title": "照片"}],
    }
    assert [each.place.row for each in problems(records(**rows), "papers.evidence")] == ["甲"]
    for backed in ("甲", "I"):
        link = [{"evidence": "E", "on_table": "indicator", "on_row": backed}]
        assert not problems(records(**rows, evidence_link=link), "papers.evidence")


@pytest.mark.parametrize(
    ("goal", "targets", "said"),
    [
        ("提升政务服务水平", [], "没有可以衡量的数"),
        ("全年更新信息2200篇", [], None),
        ("满意率达到百分之九十", [], None),
        ("提升政务服务水平", [{"operator": "≥", "target": "90"}], None),  # its targets say the numbers
        ("已建成覆盖171个乡镇的平台", [], "写成已经完成的事"),
        (None, [], None),
    ],
)
def test_goals_without_a_number_or_told_as_done(
    goal: str | None, targets: list[Any], said: str | None
) -> None:
    objectives = [{"fund": "F", "name": "指标", **each} for each in targets]
    fund = [{"id": "F", "code": "F1", "name": "甲", "goal": goal}]
    found = [each.message for each in problems(records(fund=fund, objective=objectives), "targets.goal")]
    assert len(found) == (said is not None)
    assert all(str(said) in message for message in found)


@pytest.mark.parametrize(
    ("states", "count"), [(("未制定", "要素不完整"), 1), (("未制定", "未制定"), 0), (("未制定", None), 0)]
)
def test_one_regulation_with_two_conclusions(states: tuple[str | None, ...], count: int) -> None:
    rows = [
        {"title": title, "state": state}
        for title, state in zip(("《资金办法》", "资金办法"), states, strict=True)
    ]
    assert len(problems(records(regulation=rows), "papers.two_states")) == count


def test_names_and_telephones_that_stand_twice_in_a_list() -> None:
    entries = [
        {"roster": "R", "name": "张三", "organization": "一局", "phone": "13800000001"},
        {"roster": "R", "name": "张三", "organization": "一局", "phone": "13800000002"},
        {"roster": "R", "name": "张三", "organization": "二局", "phone": "13800000002"},
        {"roster": "R", "name": "李四", "phone": "已登记"},
        {"roster": "R", "name": "王五", "phone": "已登记"},
    ]
    (found,) = problems(records(roster=[{"id": "R", "title": "培训"}], roster_entry=entries), "papers.roster")
    assert "张三重复签到；电话 13800000002 不止一人使用" in found.message
    assert "已登记" not in found.message
