"""Checks on acceptance, steps, terms and renewals: certain for every day a date may mean, else silent."""

from __future__ import annotations

from typing import Any

import pytest

from models.checks import Problem, run
from models.evaluation import evaluate
from models.records import Records
from tests.models.changsha import PROJECT, records


def problems(rows: Records, check: str) -> list[Problem]:
    return [each for each in run(rows, evaluate(rows)) if each.check == check]


def contracts(*rows: dict[str, Any], **more: list[dict[str, Any]]) -> Records:
    whole = [
        {"id": str(n), "fund": "F", "name": f"合同{n}", "amount": "100", "vendor": "V", **row}
        for n, row in enumerate(rows)
    ]
    fund = [{"id": "F", "code": "F1", "name": "甲"}]
    vendor = [{"id": "V", "name": "供应商"}]
    return records(**{"project": [PROJECT], "fund": fund, "vendor": vendor, "contract": whole, **more})


@pytest.mark.parametrize(
    ("planned", "accepted", "check", "said"),
    [
        ("2018-05-01", "2018-05-31", "time.late_acceptance", "，晚 30 天"),
        ("2018-05", "2018-07-01", "time.late_acceptance", "至少晚 31 天"),
        ("2018-05", "2018-05-31", "time.late_acceptance", None),  # perhaps on its day
        ("2018-05-31", "2018-05-01", "time.late_acceptance", None),
        ("2019-07-31", None, "time.not_accepted", "到评价结束 2019-08-02 仍没有验收，晚 2 天"),
        ("2019-08-02", None, "time.not_accepted", None),
        ("2019", None, "time.not_accepted", None),
        (None, None, "time.not_accepted", None),
        ("2018-05-01", "2018-05-31", "time.not_accepted", None),
    ],
)
def test_acceptance_against_plan(
    planned: str | None, accepted: str | None, check: str, said: str | None
) -> None:
    contract = {"planned_acceptance_on": planned, "accepted_on": accepted}
    milestone = {"fund": "F", "kind": "竣工验收", "planned_on": planned, "actual_on": accepted}
    for rows in (contracts(contract), contracts(milestone=[milestone])):
        found = [each.message for each in problems(rows, check)]
        assert len(found) == (said is not None)
        assert all(str(said) in message for message in found)


def test_a_milestone_says_nothing_again_that_its_contract_says() -> None:
    milestone = {"contract": "0", "kind": "竣工验收", "planned_on": "2018-10"}
    rows = contracts({"planned_acceptance_on": "2019-05"}, milestone=[milestone])
    assert [each.place.table for each in problems(rows, "time.not_accepted")] == ["contract"]


@pytest.mark.parametrize(
    ("ends", "accepted", "count"),
    [("2018-06-05", "2018-12", 1), ("2018-06-05", "2018-09-03", 0), ("2018", "2018-12", 0)],
)
def test_accepted_long_after_the_service(ends: str, accepted: str, count: int) -> None:
    rows = contracts({"ends_on": ends, "accepted_on": accepted})
    assert len(problems(rows, "time.accepted_long_after")) == count


@pytest.mark.parametrize(
    ("contract", "due", "undue"),
    [
        ({"accepted_on": "2018-11-28", "settlement": "未开展", "final_accounts": "未开展"}, 1, 0),
        ({"accepted_on": "2018-11-28", "settlement": "已完成", "final_accounts": "进行中"}, 0, 0),
        ({"settlement": "未开展"}, 0, 1),
        ({"settlement": "未到期", "final_accounts": "未到期"}, 0, 0),
        ({"accepted_on": "2018-11-28"}, 0, 0),  # nobody said
    ],
)
def test_settlement_and_final_accounts(contract: dict[str, str], due: int, undue: int) -> None:
    rows = contracts(contract)
    assert len(problems(rows, "time.review_due")) == due
    assert len(problems(rows, "time.review_undue")) == undue


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (
            [("招标", "2018-05-10"), ("签订合同", "2018-05-01")],
            "签订合同 2018-05-01，早于招标 2018-05-10，早 9 天",
        ),
        ([("立项", "2018-07"), ("招标", "2018-06-30")], "招标 2018-06-30，早于立项 2018-07，至少早 1 天"),
        ([("招标", "2018-05"), ("签订合同", "2018-05-01")], None),
        ([("开工", "2018-01-01"), ("竣工验收", "2018-12-01")], None),
        # phases: the second is begun after the first is accepted
        ([("竣工验收", "2017-01-01"), ("开工", "2018-01-01"), ("竣工验收", "2018-12-01")], None),
    ],
)
def test_steps_in_order(steps: list[tuple[str, str]], said: str | None) -> None:
    milestones = [{"contract": "0", "kind": kind, "actual_on": date} for kind, date in steps]
    found = [each.message for each in problems(contracts({}, milestone=milestones), "time.steps")]
    assert len(found) == (said is not None)
    assert all(str(said) in message for message in found)


def test_the_contracts_own_dates_stand_among_its_steps() -> None:
    milestones = [{"contract": "0", "kind": "开工", "actual_on": "2018-05-01"}]
    rows = contracts({"signed_on": "2018-06-01"}, milestone=milestones)
    assert [each.found for each in problems(rows, "time.steps")] == ["2018-05-01"]


def test_phases_of_a_fund_are_told_by_their_names() -> None:
    milestones = [
        {"fund": "F", "kind": "竣工验收", "name": "一期", "actual_on": "2017-01-01"},
        {"fund": "F", "kind": "开工", "name": "二期", "actual_on": "2018-01-01"},
    ]
    assert not problems(contracts(milestone=milestones), "time.steps")


def test_what_is_dated_after_the_report() -> None:
    project = [{**PROJECT, "report_date": "2018-08-10"}]
    basis = [{"title": "通知", "issued_on": "2019"}, {"title": "办法", "issued_on": "2018"}]
    (found,) = problems(contracts(project=project, basis=basis), "time.after_report")
    assert (found.place.row, found.found, found.expected) == ("basis1", "2019", "2018-08-10")


def termed(term: dict[str, Any], *payments: dict[str, Any]) -> Records:
    terms = [{"id": "T", "contract": "0", "condition": "验收合格后", **term}]
    return contracts({}, term=terms, payment=[{"contract": "0", "term": "T", **each} for each in payments])


def test_a_term_paid_before_its_condition_is_met() -> None:
    rows = termed({"met_on": "2018-06-01"}, {"paid_on": "2018-05-10", "amount": "30"})
    (found,) = problems(rows, "money.term_early")
    assert "2018-05-10 支付 30.00 万元" in found.message
    assert "2018-06-01 才成就，早 22 天" in found.message
    assert not problems(
        termed({"met_on": "2018-06-01"}, {"paid_on": "2018", "amount": "3"}), "money.term_early"
    )


def test_terms_paid_without_a_date_of_their_condition_are_one_hint() -> None:
    rows = termed({}, {"paid_on": "2018-05-10", "amount": "30"}, {"paid_on": "2018-06", "amount": "1"})
    (found,) = problems(rows, "money.term_unmet")
    assert (found.severity, found.found) == ("提示", "1")
    assert not problems(termed({}), "money.term_unmet")  # not paid: nothing to judge


@pytest.mark.parametrize(
    ("term", "paid", "expected"),
    [
        ({"amount": "30"}, "30.01", "30.00"),
        ({"amount": "30"}, "30", None),
        ({"share": "35"}, "36", "35.00"),
        ({"share": "33.333"}, "33.335", None),  # rounded as payments are
        ({}, "99", None),
    ],
)
def test_paid_beyond_the_term(term: dict[str, Any], paid: str, expected: str | None) -> None:
    found = problems(
        termed({"met_on": "2017", **term}, {"paid_on": "2018", "amount": paid}), "money.term_share"
    )
    assert [each.expected for each in found] == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("ended", "starts", "said"),
    [
        ("2018-04-18", "2018-04-19", None),
        ("2018-04-18", "2018-04-20", "中断 1 天"),
        ("2018-04-18", "2018-04-18", "重叠 1 天"),
        ("2018-05", "2018-05", None),
        ("2018-05", "2018-08-01", "中断 至少 61 天"),
        ("2018-05-31", "2018", None),
        (None, "2018", None),
    ],
)
def test_gap_and_overlap_of_a_renewal(ended: str | None, starts: str, said: str | None) -> None:
    rows = contracts({"ends_on": ended}, {"parent": "0", "starts_on": starts})
    found = [each.message for each in problems(rows, "procurement.gap")]
    assert len(found) == (said is not None)
    assert all(str(said) in message for message in found)


@pytest.mark.parametrize(
    ("amount", "starts", "ends", "count"),
    [
        ("75.95", "2018-04-19", "2018-11-18", 1),
        ("75.95", "2018-04-19", "2018-10-18", 0),  # six months, not seven
        ("75.95", None, None, 0),
        ("76.00", "2018-04-19", "2018-11-18", 0),
        ("130.20", "2018-04-19", "2019-04-18", 0),
    ],
)
def test_a_price_by_months(amount: str, starts: str | None, ends: str | None, count: int) -> None:
    renewal = {"parent": "0", "amount": amount, "starts_on": starts, "ends_on": ends}
    assert len(problems(contracts({"amount": "130.20"}, renewal), "procurement.prorated")) == count


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ({}, 1),
        ({"parent": "0"}, 0),
        ({"vendor": None}, 0),
        ({"name": "另一份"}, 0),
        ({"void_reason": "重"}, 0),
    ],
)
def test_one_service_bought_twice(second: dict[str, Any], count: int) -> None:
    rows = contracts({"name": "门户运维"}, {"name": "门户运维", **second})
    assert len(problems(rows, "procurement.twice")) == count
