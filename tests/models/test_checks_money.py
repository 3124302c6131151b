"""The money checks: what the Changsha figures must yield, and what must stay silent."""

from __future__ import annotations

from typing import Any

import pytest

from models.checks import Problem, run
from models.evaluation import evaluate
from models.records import Records
from tests.models.changsha import changsha, records


def problems(rows: Records, *checks: str) -> list[Problem]:
    return [each for each in run(rows, evaluate(rows)) if each.check.startswith(checks or ("",))]


def test_the_changsha_errors_and_no_others() -> None:
    found = [
        (each.place.table, each.place.row, each.place.field, each.found, each.expected)
        for each in problems(changsha())
        if each.severity == "错误"
    ]
    assert found == [
        ("fund", "F2", "declared_contracts", "590.61", "610.61"),
        ("fund", "F2", "declared_paid", "350.79", "350.80"),
        ("contract_group", "G1", "declared_amount", "71.80", "91.80"),
        ("contract_group", "G6", "declared_paid", "89.57", "89.58"),
    ]


def test_a_slip_of_a_fund_names_the_group_that_it_comes_from() -> None:
    found = problems(changsha(), "money.declared")
    said = {each.place.field: each.message for each in found if each.place.table == "fund"}
    assert "差 20.00 万元，出自分组“协同办公”（71.80 与 91.80）" in said["declared_contracts"]
    assert "差 0.01 万元，出自分组“门户、子网站和舆情监控”（89.57 与 89.58）" in said["declared_paid"]


def test_the_declared_total_is_a_hint_that_follows() -> None:
    (total,) = problems(changsha(), "money.declared_total")
    assert (total.severity, total.found, total.expected) == ("提示", "2053.30", "2053.31")
    assert "出自 F2" in total.message


def contract(**more: Any) -> dict[str, Any]:
    return {"id": "C", "fund": "F", "name": "门户运维", "vendor": "V", "amount": "36.00", **more}


def rows(**more: list[dict[str, Any]]) -> Records:
    tables: dict[str, list[dict[str, Any]]] = {
        "fund": [{"id": "F", "code": "F1", "name": "甲"}],
        "vendor": [{"id": "V", "name": "供应商"}],
        "allocation": [{"fund": "F", "document_number": "一号", "kind": "年初预算", "amount": "100"}],
        "contract": [contract()],
        "payment": [{"contract": "C", "paid_on": "2018", "amount": "10.80"}],
    }
    return records(**{**tables, **more})


CASES: list[tuple[dict[str, list[dict[str, Any]]], str, str | None, str | None]] = [
    # rows that differ from the plain case, check, found, expected (None, None: silent)
    ({}, "money", None, None),
    ({"contract_item": [{"contract": "C", "name": "一", "amount": "36"}]}, "money.items", None, None),
    (
        {"contract_item": [{"contract": "C", "name": "一", "amount": "35.99"}]},
        "money.items",
        "36.00",
        "35.99",
    ),
    (
        {"contract_item": [{"contract": "C", "name": "一", "amount": "35.999999"}]},
        "money.items",
        "36.00",
        "35.999999",
    ),
    ({"contract_item": [{"contract": "C", "name": "一"}]}, "money.items", None, None),
    ({"term": [{"contract": "C", "condition": "签", "amount": "36"}]}, "money.terms", None, None),
    ({"term": [{"contract": "C", "condition": "签", "amount": "30"}]}, "money.terms", "36.00", "30.00"),
    ({"term": [{"contract": "C", "condition": "签", "share": "90"}]}, "money.terms", "90", "100"),
    (
        {"term": [{"contract": "C", "condition": c, "share": "33.33"} for c in "一二三"]},
        "money.terms",
        None,
        None,
    ),
    (
        {"term": [{"contract": "C", "condition": "一", "share": "30"}, {"contract": "C", "condition": "二"}]},
        "money.terms",
        None,
        None,
    ),
    (
        {"payment": [{"contract": "C", "paid_on": "2018", "amount": "36.01"}]},
        "money.overpaid",
        "36.01",
        "36.00",
    ),
    ({"payment": [{"contract": "C", "paid_on": "2018", "amount": "36.00"}]}, "money.overpaid", None, None),
    ({"contract": [contract(declared_amount="30")]}, "money.declared", "30.00", "36.00"),
    ({"contract": [contract(declared_paid="10.8")]}, "money.declared", None, None),
    (
        {"contract": [contract(amount="36.004")], "fund": [{"id": "F", "declared_contracts": "36.00"}]},
        "money.declared",
        None,
        None,
    ),  # the unit prints two decimals
    (
        {"contract": [contract(amount="36.006")], "fund": [{"id": "F", "declared_contracts": "36.00"}]},
        "money.declared",
        "36.00",
        "36.006",
    ),
    ({"fund": [{"id": "F", "declared_quota": "99"}]}, "money.declared", "99.00", "100.00"),
    ({"fund": [{"id": "F", "declared_balance": "90"}]}, "money.declared", "90.00", "89.20"),
    (
        {
            "fund": [
                {"id": "F", "declared_quota": "100", "declared_paid": "10.80", "declared_balance": "89.20"}
            ]
        },
        "money.declared",
        None,
        None,
    ),
    ({"fund": [{"id": "F", "declared_rate": "10.8"}]}, "money.declared", None, None),
    ({"fund": [{"id": "F", "declared_rate": "10.79"}]}, "money.declared", "10.79", "10.80"),
    ({"fund": [{"id": "F", "declared_rate": "11"}]}, "money.declared", "11", "10.80"),
    (
        {"fund": [{"id": "F", "declared_paid": "5"}], "contract": [], "payment": []},
        "money.unbacked",
        "5.00",
        "0.00",
    ),
    (
        {"fund": [{"id": "F", "declared_paid": "0"}], "contract": [], "payment": []},
        "money.unbacked",
        None,
        None,
    ),
    ({"expense": [{"fund": "F", "name": "办公", "amount": "90"}]}, "money.over_quota", "100.80", "100.00"),
    ({"expense": [{"fund": "F", "name": "办公", "amount": "89.20"}]}, "money.over_quota", None, None),
    (
        {"expense": [{"fund": "F", "name": "补贴", "quantity": "208", "standard": "0.50", "amount": "104"}]},
        "money.standard",
        None,
        None,
    ),
    (
        {"expense": [{"fund": "F", "name": "补贴", "quantity": "74", "standard": "0.25", "amount": "18"}]},
        "money.standard",
        "18.00",
        "18.50",
    ),
    (
        {"expense": [{"fund": "F", "name": "补贴", "quantity": "3", "standard": "0.3333", "amount": "1.00"}]},
        "money.standard",
        None,
        None,
    ),  # 0.9999 rounds to what is printed
    (
        {"allocation": [{"fund": "F", "document_number": "一号", "kind": "年初预算", "amount": "30"}]},
        "money.obligations",
        "25.20",
        "19.20",
    ),
    (
        {"payment": [{"contract": "C", "paid_on": "2019-03", "amount": "1"}]},
        "money.after_year",
        "2019-03",
        "2018",
    ),
]


@pytest.mark.parametrize(("tables", "check", "found", "expected"), CASES)
def test_amounts_that_disagree(
    tables: dict[str, list[dict[str, Any]]], check: str, found: str | None, expected: str | None
) -> None:
    pairs = [(each.found, each.expected) for each in problems(rows(**tables), check)]
    pairs = [pair for pair in pairs if check != "money.declared" or len(pairs) == 1 or pair[0] == found]
    assert pairs == ([] if found is None else [(found, expected)])


def test_late_payments_of_one_contract_are_one_problem() -> None:
    late = [{"contract": "C", "paid_on": date, "amount": "1"} for date in ("2019-03", "2019-06", "2018-06")]
    expenses = [{"fund": "F", "name": "印刷", "paid_on": "2019", "amount": "2"}]
    found = problems(rows(payment=late, expense=expenses), "money.after_year")
    assert {each.message.split("，")[0] for each in found} == {
        "“门户运维”2019-03 等 2 次支付 2.00 万元",
        "“印刷”2019 支付 2.00 万元",
    }


def test_a_quota_below_zero_is_named_as_such() -> None:
    cut = [{"fund": "F", "document_number": "一号", "kind": "预算调减", "amount": "-10"}]
    (found,) = problems(rows(allocation=cut, payment=[]), "money.over_quota")
    assert "总指标为负数 −10.00 万元" in found.message
    assert not problems(rows(allocation=[{**cut[0], "amount": "0"}], payment=[]), "money.over_quota")


def test_amounts_are_said_in_the_unit_of_the_project() -> None:
    found = problems(
        rows(
            setting=[{"key": "money_unit", "value": "元"}],
            contract_item=[{"contract": "C", "name": "一", "amount": "35.9999"}],
        ),
        "money.items",
    )
    assert "金额 360,000.00，明细合计 359,999.00，差 1.00 元" in found[0].message
    assert (found[0].found, found[0].expected) == ("36.00", "35.9999")


def test_a_balance_in_one_fund_is_named_only_among_several() -> None:
    assert [each.place.row for each in problems(changsha(), "money.concentrated")] == ["F2"]
    assert problems(rows(), "money.concentrated") == []


def test_void_contracts_are_silent() -> None:
    void = contract(void_reason="重复", declared_amount="1")
    assert problems(rows(contract=[void]), "money.") == []
