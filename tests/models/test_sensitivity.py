"""Which judgements move the grade, by how many points, and in which smallest sets."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.evaluation import evaluate
from models.records import Records
from models.sensitivity import MOST_SETS, Sensitivity, Way, sensitivity
from tests.models.changsha import records
from tests.models.test_evaluation import point, typed


def table(*indicators: dict[str, Any], **more: list[dict[str, Any]]) -> Records:
    return records(indicator=[{"id": each["name"], **each} for each in indicators], **more)


def found(*indicators: dict[str, Any], **more: list[dict[str, Any]]) -> Sensitivity:
    rows = table(*indicators, **more)
    return sensitivity(rows, evaluate(rows))


def fixed(name: str, weight: str, value: str) -> dict[str, Any]:
    """An indicator that follows from figures."""
    return {
        "name": name,
        "weight": weight,
        "measure": "公式",
        "formula": value,
        "rule": "ratio",
        "target": "100",
    }


def way(one: Way | None) -> Way:
    assert one is not None
    return one


def test_points_and_sets_both_ways() -> None:
    result = found(
        fixed("甲", "60", "95"), typed("乙", "20", "14"), typed("丙", "15", "13"), typed("丁", "5", "4")
    )
    # 57 + 14 + 13 + 4 = 88: two points below 优, 8.01 above 中
    assert result.grade == "良"
    up, down = way(result.up), way(result.down)
    assert (up.grade, up.points) == ("优", Decimal("2.00"))
    assert [(lever.indicator, lever.room, lever.alone) for lever in up.levers] == [
        ("乙", Decimal("6.00"), True),
        ("丙", Decimal("2.00"), True),
        ("丁", Decimal("1.00"), False),
    ]
    assert up.sets == (("乙",), ("丙",))
    assert (down.grade, down.points) == ("中", Decimal("8.01"))
    assert down.sets == (("乙",), ("丙",))


def test_several_judgements_are_needed_together() -> None:
    result = found(fixed("甲", "70", "80"), *(typed(f"项{number}", "6", "4") for number in range(5)))
    # 56 + 20 = 76: four points below 良, two each
    up = way(result.up)
    assert up.points == Decimal("4.00")
    assert len(up.sets) == 10
    assert all(len(each) == 2 for each in up.sets)
    assert not any(lever.alone for lever in up.levers)


def test_figures_move_nothing() -> None:
    up = way(found(fixed("甲", "95", "85"), typed("乙", "5", "4")).up)
    assert [lever.indicator for lever in up.levers] == ["乙"]
    assert (up.sets, up.reason) == ((), "所有人工评定合计只有 1.00 分的余地，不足 5.25 分")


def test_what_was_judged_counts_and_what_was_measured_does_not() -> None:
    result = found(
        fixed("甲", "50", "90"),
        {"name": "制度", "weight": "10", "rule": "points"},
        point("一", fulfilment="符合"),
        point("二", rule="faults", measure="公式", formula="1", parameters='{"points":"50","unit":"分值%"}'),
        {"name": "定性", "weight": "10", "rule": "bands", "attainment": "达成", "share": "90"},
        {"name": "处数", "weight": "10", "rule": "faults", "value": "2", "parameters": '{"points":"1"}'},
        {"name": "是否", "weight": "10", "rule": "yesno", "value": "1"},
        {"name": "算的处数", "weight": "5", "rule": "faults", "measure": "公式", "formula": "1",
         "parameters": '{"points":"1"}'},
        typed("调整", "5", None, rule="linear", override="3", override_reason="复核"),
    )  # fmt: skip
    rooms = {lever.indicator: lever.room for lever in way(result.down).levers}
    assert rooms == {
        "制度": Decimal("5.00"),
        "定性": Decimal("9.00"),
        "处数": Decimal("8.00"),
        "是否": Decimal("10.00"),
        "调整": Decimal("3.00"),
    }


def test_the_outermost_grades_have_one_way_only() -> None:
    assert found(typed("甲", "100", "95")).up is None
    assert found(typed("甲", "100", "5")).down is None


def test_a_cap_cannot_be_judged_away() -> None:
    cap = [{"kind": "封顶", "condition": "疑似代签人数 = 0", "limit": "89"}]
    result = found(typed("甲", "100", "95"), cap=cap)
    assert result.grade == "良"
    assert way(result.up).reason == "总分封顶 89.00，评分再高也到不了“优”（90）"
    assert way(result.down).points == Decimal("15.01")


def test_no_grade_no_answer() -> None:
    result = found(typed("甲", "90", "80"), typed("乙", "10"))
    assert (result.grade, result.up, result.down) == (None, None, None)
    assert result.reason == "还有 10.00 分没有评定，等次未定"


def test_two_hundred_leaves_give_a_few_sets_at_once() -> None:
    result = found(*(typed(f"项{number}", "0.5", "0.4") for number in range(200)))
    up = way(result.up)
    assert up.points == Decimal("10.00")
    assert len(up.sets) == MOST_SETS
    assert {len(each) for each in up.sets} == {100}
    assert len(set(up.sets)) == MOST_SETS


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 30), st.integers(0, 30)), min_size=1, max_size=7))
def test_the_sets_are_the_smallest_and_they_do_move_the_grade(pairs: list[tuple[int, int]]) -> None:
    rows = [
        typed(f"项{at}", str(weight), str(min(score, weight))) for at, (weight, score) in enumerate(pairs)
    ]
    result = found(*rows)
    for one, side in ((result.up, 1), (result.down, -1)):
        if one is None:
            continue
        rooms = {lever.indicator: lever.room for lever in one.levers}
        every = [
            each
            for size in range(1, len(rooms) + 1)
            for each in combinations(rooms, size)
            if sum(rooms[name] for name in each) >= one.points
        ]
        least = min(map(len, every), default=0)
        assert {frozenset(each) for each in one.sets[:MOST_SETS]} <= {
            frozenset(each) for each in every if len(each) == least
        }
        assert bool(one.sets) == bool(every)
        for names in one.sets:
            moved = [
                {
                    **row,
                    "value": row["value"]
                    if row["name"] not in names
                    else (row["weight"] if side > 0 else "0"),
                }
                for row in rows
            ]
            after = evaluate(table(*moved))
            assert after.grade != result.grade


@pytest.mark.parametrize(("score", "points"), [("89.99", "0.01"), ("80.00", "10.00"), ("85.5", "4.50")])
def test_the_distance_is_to_the_rounded_bound(score: str, points: str) -> None:
    result = found(typed("甲", "100", score))
    assert way(result.up).points == Decimal(points)
    assert way(result.down).points == Decimal(score) - 80 + Decimal("0.01")
