"""The budget checks: rates against their standards in the exact words, document numbers, reductions."""

from __future__ import annotations

from typing import Any

import pytest

from models.checks import Problem, run
from models.evaluation import evaluate
from models.records import Records
from tests.models.changsha import changsha, records


def problems(rows: Records, check: str) -> list[Problem]:
    return [each for each in run(rows, evaluate(rows)) if each.check.startswith(check)]


@pytest.mark.parametrize(
    ("check", "words", "found", "expected"),
    [
        ("budget.execution", "预算执行率 88.33%，低于标准值 11.67 个百分点", "88.33", "100.00"),
        ("budget.adjustment", "预算调整率 165.62%，超过标准值 160.62 个百分点", "165.62", "5.00"),
        ("budget.carry_over", "结余结转率 31.01%，超过标准值 26.01 个百分点", "31.01", "5.00"),
    ],
)
def test_the_changsha_rates(check: str, words: str, found: str, expected: str) -> None:
    (one,) = problems(changsha(), check)
    assert words in one.message
    assert (one.found, one.expected, one.severity) == (found, expected, "疑点")


@pytest.mark.parametrize(
    ("setting", "check"),
    [
        ({"execution_standard": "88.33"}, "budget.execution"),
        ({"adjustment_standard": "165.62"}, "budget.adjustment"),
        ({"carry_over_standard": "31.01"}, "budget.carry_over"),
    ],
)
def test_a_rate_at_its_standard_is_silent(setting: dict[str, str], check: str) -> None:
    rows = [{"key": key, "value": value} for key, value in setting.items()]
    assert problems(changsha(setting=rows), check) == []


def allocation(number: str, amount: str = "10", kind: str = "预算追加") -> dict[str, Any]:
    return {"fund": "F", "document_number": number, "kind": kind, "amount": amount}


def funded(*allocations: dict[str, Any]) -> Records:
    return records(fund=[{"id": "F", "code": "F1", "name": "甲"}], allocation=list(allocations))


def test_a_rate_over_zero_has_a_notice() -> None:
    said = [each.message for each in problems(funded(allocation("一号")), "budget.no_rate")]
    assert said == [
        "预算调整率无法计算：年初预算为 0.00，不能作分母，预算调整率无法计算",
        "结余结转率无法计算：年初预算为 0.00，不能作分母，结余结转率无法计算",
    ]


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("长财行字（2018）114", "长财行字〔2018〕114"),
        ("长财行字(2018)114号", "长财行字〔2018〕114号"),
        ("长财行字[2018]114", "长财行字〔2018〕114"),
        ("长财行字〔2018〕114", None),
        ("省财厅（经建）字第3号", None),
    ],
)
def test_brackets_of_the_year(number: str, right: str | None) -> None:
    found = [each.expected for each in problems(funded(allocation(number)), "budget.bracket")]
    assert found == ([] if right is None else [right])


@pytest.mark.parametrize(
    ("numbers", "count"),
    [
        (("长财预字（2018）161", "长财行字（2018）161"), 1),
        (("长财预字〔2018〕161号", "长财行字(2018)161"), 1),
        (("长财预（2018）001", "长财预（2018）001"), 0),  # one document for two purposes
        (("长财预（2018）001", "长财预（2017）001"), 0),
        (("长财预（2018）001", "湘财预（2018）001"), 0),  # another organ
        (("随便写", "长财预（2018）001"), 0),
    ],
)
def test_one_number_under_two_prefixes(numbers: tuple[str, ...], count: int) -> None:
    assert len(problems(funded(*map(allocation, numbers)), "budget.prefix")) == count


@pytest.mark.parametrize(("amount", "count"), [("10", 1), ("-10", 0), ("0", 0)])
def test_a_reduction_is_negative(amount: str, count: int) -> None:
    assert len(problems(funded(allocation("一号", amount, "预算调减")), "budget.reduction")) == count
