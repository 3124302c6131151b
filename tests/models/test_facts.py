"""The facts: the Changsha figures, what missing and void rows do, the rates over each denominator."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.facts import Facts, compute
from models.figures import Fact
from models.records import Records
from tests.models.changsha import changsha, records, shown


def fact(facts: Facts, name: str, fund: str = "") -> Decimal | None:
    return shown((facts.funds[fund] if fund else facts.project)[name].value)


@pytest.fixture(scope="module")
def case() -> Facts:
    return compute(changsha())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("年初预算", "875.18"),
        ("上年结转", "0.00"),
        ("预算追加", "1449.49"),
        ("预算调减", "0.00"),
        ("总指标", "2324.67"),
        ("到位资金", "2324.67"),
        ("已支付", "2053.31"),
        ("结余", "271.36"),
        ("合同金额", "3085.44"),
        ("合同已付", "1905.61"),
        ("合同未付", "1179.83"),
        ("以前年度已付", "685.08"),
        ("合同数", "23.00"),
        ("明细合计", "28.40"),
        ("核查金额", "2053.31"),
        ("申报合同总额", "2700.44"),
        ("预算执行率", "88.33"),
        ("预算调整率", "165.62"),
        ("预算调整率（剔除政策性）", "165.62"),
        ("结余结转率", "31.01"),
        ("逾期里程碑数", "1.00"),
        ("里程碑逾期天数", "275.00"),
    ],
)
def test_the_changsha_project(case: Facts, name: str, expected: str) -> None:
    assert fact(case, name) == Decimal(expected)


@pytest.mark.parametrize(
    ("fund", "quota", "paid", "rate", "contracts"),
    [
        ("F1", "528.94", "528.94", "100.00", "0.00"),
        ("F2", "563.45", "350.80", "62.26", "610.61"),
        ("F3", "543.23", "543.23", "100.00", "1489.83"),
        ("F4", "256.00", "217.00", "84.77", "620.00"),
        ("F5", "314.00", "294.29", "93.72", "0.00"),
        ("F6", "119.05", "119.05", "100.00", "365.00"),
    ],
)
def test_the_changsha_funds(case: Facts, fund: str, quota: str, paid: str, rate: str, contracts: str) -> None:
    found = [fact(case, name, fund) for name in ("总指标", "已支付", "预算执行率", "合同金额")]
    assert found == [Decimal(each) for each in (quota, paid, rate, contracts)]


def test_the_unpaid_contracts_and_no_others(case: Facts) -> None:
    unpaid = [shown(each["未付"].value) for each in case.contracts.values() if each["未付"].value]
    said = "15.88 15.05 25.20 18.80 2.95 10.05 66.90 735.00 3.50 31.00 255.50"
    assert unpaid == [Decimal(each) for each in said.split()]


def test_groups_add_up_their_contracts(case: Facts) -> None:
    portal = case.groups["G6"]
    assert [shown(portal[name].value) for name in ("合同金额", "以前年度已付", "本年已付", "未付")] == [
        Decimal(each) for each in ("191.34", "54.81", "89.58", "46.95")
    ]


def test_a_rate_shows_its_calculation_and_names_its_rows(case: Facts) -> None:
    rate = case.project["预算执行率"]
    assert rate.calculation == "已支付 2,053.31 ÷ 总指标 2,324.67"
    tables = [table for table, _ in rate.sources]
    assert {name: tables.count(name) for name in set(tables)} == {
        "payment": 23,
        "expense": 7,
        "allocation": 10,
    }


def one_fund(**more: list[dict[str, Any]]) -> Records:
    tables: dict[str, list[dict[str, Any]]] = {
        "fund": [{"id": "F", "code": "F1", "name": "甲"}, {"id": "E", "code": "F2", "name": "乙"}],
        "allocation": [
            {"fund": "F", "document_number": "一号", "kind": "年初预算", "amount": "100"},
            {"fund": "F", "document_number": "二号", "kind": "上年结转", "amount": "20"},
            {
                "fund": "F",
                "document_number": "三号",
                "kind": "预算追加",
                "amount": "30",
                "policy_driven": True,
            },
            {"fund": "F", "document_number": "四号", "kind": "预算调减", "amount": "-10"},
        ],
        "contract": [{"id": "C", "fund": "F", "name": "合同", "amount": "90"}],
        "payment": [
            {"id": "P0", "contract": "C", "paid_on": "2017", "amount": "9"},
            {"id": "P1", "contract": "C", "paid_on": "2018-03", "amount": "40"},
            {"id": "P2", "contract": "C", "paid_on": "2019-01-02", "amount": "5"},
        ],
        "expense": [
            {"fund": "F", "name": "无日期", "amount": "7"},
            {"fund": "F", "name": "上年", "amount": "3", "paid_on": "2017-12"},
        ],
    }
    return records(**{**tables, **more})


SETTINGS_CASES = [
    # settings, rate, expected
    ({}, "预算执行率", "33.57"),  # 47 of 140
    ({"execution_base": "全年预算数"}, "预算执行率", "39.17"),  # 47 of 120
    ({"execution_base": "到位资金"}, "预算执行率", "33.57"),
    ({}, "预算调整率", "40.00"),  # (140 − 100) of 100
    ({"adjustment_base": "剔除政策性"}, "预算调整率", "-10.00"),  # −10 of 100
    ({}, "预算调整率（剔除政策性）", "-10.00"),
    ({}, "结余结转率", "93.00"),  # 93 of 100
    ({"carry_over_base": "总指标"}, "结余结转率", "66.43"),  # 93 of 140
]


@pytest.mark.parametrize(("chosen", "name", "expected"), SETTINGS_CASES)
def test_rates_over_the_chosen_denominator(chosen: dict[str, str], name: str, expected: str) -> None:
    rows = [{"key": key, "value": value} for key, value in chosen.items()]
    assert fact(compute(one_fund(setting=rows)), name) == Decimal(expected)


def test_years_part_this_year_from_earlier_and_later_payments() -> None:
    facts = compute(one_fund())
    said = {name: fact(facts, name) for name in ("已支付", "合同已付", "以前年度已付", "合同未付")}
    assert said == {
        "已支付": Decimal("47.00"),
        "合同已付": Decimal("54.00"),
        "以前年度已付": Decimal("9.00"),
        "合同未付": Decimal("36.00"),
    }


def test_a_payment_charged_elsewhere_counts_there_for_paid_and_here_for_the_contract() -> None:
    payments = [{"contract": "C", "paid_on": "2018", "amount": "40", "fund": "E"}]
    facts = compute(one_fund(payment=payments))
    assert fact(facts, "已支付", "F") == Decimal("7.00")
    assert fact(facts, "已支付", "E") == Decimal("40.00")
    assert fact(facts, "合同已付", "F") == Decimal("40.00")
    assert fact(facts, "已支付") == Decimal("47.00")


SILENT = {"contract": "C", "paid_on": "2018"}


@pytest.mark.parametrize(
    ("tables", "fund", "name", "expected"),
    [
        ({}, "E", "总指标", None),  # no granting document: no quota, hence no rate
        ({}, "E", "预算执行率", None),
        ({}, "E", "已支付", "0.00"),
        ({}, "E", "结余", None),
        ({}, "E", "合同金额", "0.00"),
        ({"project": [{"title": "无年度"}]}, "F", "已支付", None),
        ({"allocation": [{"fund": "F", "kind": "年初预算"}]}, "F", "总指标", None),
        ({"allocation": [{"fund": "F", "amount": "9"}]}, "F", "总指标", None),  # which kind is not said
        ({"allocation": [{"fund": "F", "kind": "预算追加", "amount": "9"}]}, "F", "预算调整率", None),
        ({"contract": [{"id": "C", "fund": "F", "name": "无金额"}]}, "F", "合同未付", None),
        ({"payment": [SILENT], "expense": []}, "F", "已支付", None),
        ({"payment": [SILENT, {**SILENT, "amount": "4"}]}, "F", "已支付", "11.00"),
        ({}, "F", "满意度", None),
        ({}, "F", "里程碑逾期天数", None),
        ({}, "F", "逾期里程碑数", "0.00"),
        ({}, "F", "申报合同总额", None),
    ],
)  # fmt: skip
def test_missing_is_not_zero(
    tables: dict[str, list[dict[str, Any]]], fund: str, name: str, expected: str | None
) -> None:
    found = compute(one_fund(**tables)).funds[fund][name]
    assert shown(found.value) == (None if expected is None else Decimal(expected))
    assert (found.value is None) == bool(found.reason)


def test_void_rows_and_all_under_them_leave() -> None:
    funds = [
        {"id": "F", "code": "F1", "name": "甲", "void_reason": "重复"},
        {"id": "E", "code": "F2", "name": "乙"},
    ]
    facts = compute(one_fund(fund=funds))
    assert list(facts.funds) == ["E"]
    assert fact(facts, "已支付") == Decimal("0.00")
    assert facts.project["总指标"].value is None
    assert facts.contracts == {}


def test_a_typed_inspected_amount_replaces_what_was_paid() -> None:
    funds = [{"id": "F", "name": "甲", "inspected_amount": "12.5"}, {"id": "E", "name": "乙"}]
    facts = compute(one_fund(fund=funds))
    assert fact(facts, "核查金额", "F") == Decimal("12.50")
    assert fact(facts, "核查金额") == Decimal("12.50")


PEOPLE = [
    {"roster": "R", "name": "甲", "phone": "00000000001"},
    {"roster": "R", "name": "乙", "signed_by_proxy": True},
    {"roster": "R", "name": "丙"},
]


def test_papers_and_people_are_counted() -> None:
    facts = compute(
        one_fund(
            request=[
                {"fund": "F", "name": "一", "state": "已提供"},
                {"fund": "F", "name": "二", "state": "部分提供"},
                {"fund": "F", "name": "三", "state": "不适用"},
                {"name": "四", "state": "未提供"},
                {"name": "五"},
            ],
            roster=[{"id": "R", "title": "培训", "fund": "F", "planned_count": 2}],
            roster_entry=PEOPLE,
        )
    )
    assert [fact(facts, name) for name in ("资料应提供数", "资料已提供数")] == [4, 1]
    assert [fact(facts, name, "F") for name in ("资料应提供数", "资料已提供数")] == [2, 1]
    assert [fact(facts, name, "F") for name in ("名单人数", "名单缺电话人数", "疑似代签人数")] == [3, 2, 1]
    assert fact(facts, "名单人数", "E") == 0


@pytest.mark.parametrize(
    ("planned", "actual", "ended", "days"),
    [
        ("2018-10-01", "2018-10-31", None, 30),
        ("2018-10-31", "2018-10-01", None, 0),
        ("2018-10", "2018-11", None, 1),  # at least from the 31st to the 1st
        ("2018-10", "2018-10-20", None, 0),  # perhaps late, not certainly
        ("2018-10", None, "2019-08-02", 275),  # not reached: measured at the evaluation's end
        ("2018-10", None, None, None),
        ("2019-12", None, "2019-08-02", 0),  # not due yet
        (None, "2018-10", None, None),
    ],
)
def test_overdue_milestones(planned: Any, actual: Any, ended: Any, days: int | None) -> None:
    facts = compute(
        one_fund(
            project=[{"year": 2018, "ended_on": ended}],
            milestone=[{"contract": "C", "kind": "竣工验收", "planned_on": planned, "actual_on": actual}],
        )
    )
    assert facts.funds["F"]["里程碑逾期天数"].value == days
    assert facts.funds["F"]["逾期里程碑数"].value == (1 if days else 0)


def survey(key: str, counts: str, valid: int | None = None, weights: str | None = None) -> dict[str, Any]:
    return {
        "survey": {"id": key, "title": key, "valid": valid, "weights": weights},
        "question": {
            "survey": key,
            "text": "总体",
            **dict(zip(("very", "fairly", "neutral", "little", "dissatisfied"), counts.split(), strict=True)),
        },
    }


def index(*surveys: dict[str, Any]) -> Fact:
    return compute(
        one_fund(
            survey=[each["survey"] for each in surveys],
            survey_question=[each["question"] for each in surveys],
        )
    ).project["满意度"]


def test_satisfaction_of_one_survey() -> None:
    found = index(survey("服务对象", "500 60 20 12 8"))
    assert found.value == 93
    assert found.calculation.endswith("÷ 600")


def test_satisfaction_of_several_is_weighted_by_valid_forms() -> None:
    found = index(survey("甲", "1 0 0 0 0", 30), survey("乙", "0 0 1 0 0", 10))
    assert found.value == Fraction(100 * 30 + 50 * 10, 40)


@pytest.mark.parametrize(
    ("surveys", "reason"),
    [
        ([survey("甲", "1 0 0 0 0"), survey("乙", "1 0 0 0 0", 5)], "有效数未填"),
        ([survey("甲", "0 0 0 0 0")], "没有有效答题"),
        ([survey("甲", "1 0 0 0 0", weights="100/75/50")], "选项权重"),
        ([survey("甲", "1 0 0 0 0", weights="100/75/50/25/101")], "选项权重"),
        ([{**survey("甲", "1 0 0 0 0"), "question": {"survey": "甲", "text": "半填", "very": 3}}], "未填全"),
        ([], "没有满意度调查"),
    ],
)
def test_satisfaction_that_cannot_be_known(surveys: list[dict[str, Any]], reason: str) -> None:
    found = index(*surveys)
    assert found.value is None
    assert reason in found.reason


def test_own_option_weights() -> None:
    assert index(survey("甲", "1 1 1 1 1", weights="100、80、60、40、20")).value == 60


AMOUNT = st.none() | st.integers(-(10**12), 10**12)


@settings(max_examples=60, deadline=None)
@given(
    allocations=st.lists(
        st.tuples(st.sampled_from(["F", "E", None]), st.sampled_from(["年初预算", "预算追加", None]), AMOUNT),
        max_size=6,
    ),
    payments=st.lists(
        st.tuples(
            st.sampled_from(["2017", "2018", "2018-05", None]),
            AMOUNT,
            st.sampled_from([None, "E", "不存在"]),
        ),
        max_size=6,
    ),
)
def test_the_whole_is_the_sum_of_its_funds(allocations: list[Any], payments: list[Any]) -> None:
    facts = compute(
        one_fund(
            allocation=[
                dict(zip(("fund", "kind", "amount"), one, strict=True), document_number="号")
                for one in allocations
            ],
            payment=[
                dict(zip(("paid_on", "amount", "fund"), one, strict=True), contract="C") for one in payments
            ],
        )
    )
    for name in ("总指标", "已支付", "年初预算", "合同已付", "核查金额"):
        known = [facts.funds[fund][name].value for fund in facts.funds]
        given_values = [value for value in known if value is not None]
        assert (facts.project[name].value or 0) == sum(given_values)
    quota, paid, balance = (facts.project[name].value for name in ("总指标", "已支付", "结余"))
    assert balance == (None if quota is None or paid is None else quota - paid)
