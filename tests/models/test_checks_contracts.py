"""The checks on time and procurement: certain only where it holds for every day a date may mean."""

from __future__ import annotations

from typing import Any

import pytest

from models.checks import Problem, run
from models.evaluation import evaluate
from models.records import Records
from tests.models.changsha import changsha, records


def problems(rows: Records, check: str) -> list[Problem]:
    return [each for each in run(rows, evaluate(rows)) if each.check == check]


def contracts(*rows: dict[str, Any], **more: list[dict[str, Any]]) -> Records:
    whole = [
        {"id": str(n), "fund": "F", "name": f"合同{n}", "amount": "100", **row} for n, row in enumerate(rows)
    ]
    return records(fund=[{"id": "F", "code": "F1", "name": "甲"}], contract=whole, **more)


@pytest.mark.parametrize(
    ("starts", "signed", "said"),
    [
        ("2018-04-19", "2018-06", "至少早 43 天"),
        ("2017-04-19", "2017-06-01", "早 43 天"),
        ("2018-06-07", "2018-06-08", "早 1 天"),
        ("2018-06-08", "2018-06-08", None),
        ("2017-07-14", "2017-07", None),  # perhaps, not certainly
        ("2017-05", "2017-05", None),
        ("2017", "2018", "至少早 1 天"),
        ("2018", "2018-06", None),
        (None, "2018", None),
    ],
)
def test_service_before_signing(starts: str | None, signed: str | None, said: str | None) -> None:
    found = problems(contracts({"starts_on": starts, "signed_on": signed}), "time.before_signing")
    assert [said in each.message for each in found if said] == ([] if said is None else [True])
    assert len(found) == (said is not None)


def test_the_changsha_contracts() -> None:
    rows = changsha()
    assert [each.place.row for each in problems(rows, "time.before_signing")] == ["C5", "C6"]
    assert [each.place.row for each in problems(rows, "procurement.renewal")] == [
        "C2",
        "C6",
        "C9",
        "C12",
        "C14",
    ]
    assert len(problems(rows, "procurement.mode")) == 5  # by group
    (free,) = problems(rows, "procurement.free_item")
    assert "安全监测、安全培训" in free.message
    (planned,) = problems(rows, "time.planned_before_contract")
    assert (planned.found, planned.expected) == ("2018-10", "2018-12")


@pytest.mark.parametrize(
    ("kind", "signed", "count"),
    [
        ("竣工验收", ("2018-12",), 1),
        ("竣工验收", ("2018-12", "2018-11-02"), 1),
        ("竣工验收", ("2018-12", "2018-10"), 0),  # perhaps for the earlier contract
        ("竣工验收", ("2018-12", None), 0),  # cannot tell
        ("竣工验收", (), 0),
        ("立项", ("2018-12",), 0),
    ],
)
def test_a_milestone_planned_before_all_contracts(
    kind: str, signed: tuple[str | None, ...], count: int
) -> None:
    milestone = [{"fund": "F", "kind": kind, "planned_on": "2018-10"}]
    rows = contracts(*({"signed_on": each} for each in signed), milestone=milestone)
    assert len(problems(rows, "time.planned_before_contract")) == count


def test_acceptance_planned_in_the_contract_itself() -> None:
    rows = contracts({"signed_on": "2018-12", "planned_acceptance_on": "2018-10"})
    assert len(problems(rows, "time.planned_before_contract")) == 1


@pytest.mark.parametrize(
    ("mode", "amount", "line", "share"),
    [
        (None, "58.33", "10", "58.33"),
        ("续签", "10.01", "10", "10.01"),
        ("续签", "10", "10", None),  # within the line
        ("未履行采购程序", "30", "30", None),
        ("公开招标", "90", "10", None),
        ("单一来源", "90", "10", None),
    ],
)
def test_renewals(mode: str | None, amount: str, line: str, share: str | None) -> None:
    rows = contracts(
        {},
        {"parent": "0", "procurement": mode, "amount": amount},
        setting=[{"key": "renewal_line", "value": line}],
    )
    assert [each.found for each in problems(rows, "procurement.renewal")] == (
        [] if share is None else [share]
    )


def test_a_renewal_whose_parent_has_no_amount_says_so() -> None:
    rows = contracts({"amount": None}, {"parent": "0"})
    (found,) = problems(rows, "procurement.renewal")
    assert "比例无法计算" in found.message


@pytest.mark.parametrize(
    ("row", "count"),
    [
        ({"starts_on": "2018-06", "ends_on": "2018-05"}, 1),
        ({"starts_on": "2018-06", "ends_on": "2018"}, 0),
        ({"signed_on": "2018-12", "accepted_on": "2018-11-30"}, 1),
        ({"signed_on": "2018-12", "accepted_on": "2018-12"}, 0),
    ],
)
def test_dates_in_reverse(row: dict[str, Any], count: int) -> None:
    assert len(problems(contracts(row), "time.order")) == count


def test_contracts_without_a_group_and_mode_are_one_hint_for_their_fund() -> None:
    (found,) = problems(contracts({}, {}, {"procurement": "询价"}), "procurement.mode")
    assert "有 2 份合同未填采购方式：合同0、合同1" in found.message
