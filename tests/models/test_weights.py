"""The sums of the weights, the branch that is off, and spreading the difference."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import weights
from models.records import Records
from tests.models.changsha import records


def table(*rows: tuple[str, str | None, str | None], **more: Any) -> Records:
    return records(
        indicator=[
            {"id": name, "name": name, "parent": parent, "weight": weight, **more.get(name, {})}
            for name, parent, weight in rows
        ]
    )


CASE = [
    ("决策", None, "20"), ("甲", "决策", "12"), ("乙", "决策", "6"),
    ("过程", None, None), ("丙", "过程", "22"),
    ("产出", None, None), ("丁", "产出", "30"),
    ("效益", None, None), ("戊", "效益", "25"), ("己", "效益", None),
]  # fmt: skip


def test_live_sums_name_the_branch_that_is_off() -> None:
    found = weights.weighing(table(*CASE))
    assert found.total == 95
    assert found.difference == 5
    assert [(branch.name, branch.total, branch.difference) for branch in found.branches] == [
        ("决策", 18, 2), ("过程", 22, 0), ("产出", 30, 0), ("效益", 25, 0),
    ]  # fmt: skip
    assert [branch.indicator for branch in found.off] == ["决策"]
    assert found.notices == (
        "分值合计 95.00，比 100 少 5.00 分：决策 18.00、过程 22.00、产出 30.00、效益 25.00",
        "“决策”填了 20.00 分，下级合计 18.00，少 2.00 分",
        "1 个末级指标没有填分值",
        "产出和效益合计 55.00 分，低于 60",
    )


def test_a_table_in_order_has_no_notice() -> None:
    rows = table(("过程", None, None), ("丙", "过程", "40"), ("产出", None, None), ("丁", "产出", "40"),
                 ("效益", None, None), ("戊", "效益", "20"))  # fmt: skip
    assert weights.weighing(rows).notices == ()
    assert weights.effects(rows) == 60


def test_effects_need_both_branches_and_points_do_not_weigh() -> None:
    rows = table(
        ("项目效益", None, None), ("甲", "项目效益", "100"), ("要点", "甲", "30"), 甲={"rule": "points"}
    )
    assert weights.effects(rows) is None
    assert weights.weighing(rows).total == 100


@pytest.mark.parametrize(
    ("locked", "branch", "expected"),
    [
        # 95 → 100: every leaf × 100/95, the hundredths by largest remainder
        ((), None, {"甲": "12.63", "乙": "6.32", "丙": "23.16", "丁": "31.58", "戊": "26.31"}),
        (("甲", "丙", "丁", "戊"), None, {"乙": "11.00"}),
        ((), "决策", {"甲": "13.33", "乙": "6.67"}),
        (("甲",), "决策", {"乙": "8.00"}),
    ],
)
def test_spread(locked: tuple[str, ...], branch: str | None, expected: dict[str, str]) -> None:
    found = weights.spread(table(*CASE), locked, branch=branch)
    assert (found.reason, found.weights) == ("", {key: Decimal(each) for key, each in expected.items()})


def test_leaves_without_any_weight_share_evenly() -> None:
    found = weights.spread(table(("甲", None, None), ("乙", None, None), ("丙", None, None)))
    assert found.weights == {"甲": Decimal("33.34"), "乙": Decimal("33.33"), "丙": Decimal("33.33")}


@pytest.mark.parametrize(
    ("rows", "locked", "branch", "said"),
    [
        (CASE, ("甲", "乙", "丙", "丁", "戊", "己"), None, "都已锁定"),
        ([], (), None, "还没有末级指标"),
        ([("甲", None, "120"), ("乙", None, "1")], ("甲",), None, "多 20.00 分"),
        ([("甲", None, "1.005"), ("乙", None, "1")], ("甲",), None, "比 0.01 还细"),
        (CASE, (), "甲", "不是上级指标"),
        (CASE, (), "过程", "没有填分值"),
    ],
)
def test_what_cannot_be_spread(
    rows: list[Any], locked: tuple[str, ...], branch: str | None, said: str
) -> None:
    found = weights.spread(table(*rows), locked, branch=branch)
    assert found.weights == {}
    assert said in found.reason


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.integers(0, 5000), min_size=1, max_size=30),
    st.sets(st.integers(0, 29)),
    st.integers(0, 20_000),
)
def test_a_spread_meets_the_total_and_keeps_the_order(cents: list[int], lock: set[int], units: int) -> None:
    typed = {str(at): Fraction(weight, 100) for at, weight in enumerate(cents)}
    locked = {str(at) for at in lock if at < len(cents)}
    rows = table(*((str(at), None, str(Decimal(weight) / 100)) for at, weight in enumerate(cents)))
    found = weights.spread(rows, locked, total=Fraction(units, 100))
    if found.reason:
        assert len(locked) == len(typed) or sum(typed[key] for key in locked) > Fraction(units, 100)
        return
    after = {key: Fraction(found.weights.get(key, typed[key])) for key in typed}
    assert sum(after.values()) == Fraction(units, 100)
    assert all(after[key] == typed[key] for key in locked)
    free = [key for key in typed if key not in locked]
    for one in free:
        for other in free:
            if typed[one] < typed[other]:
                assert after[one] <= after[other]
