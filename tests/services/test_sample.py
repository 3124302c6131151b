"""The shipped sample: it imports without a bad cell, and its rows give the published figures."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from models.evaluation import evaluate
from models.fields import Row
from models.kinds import fen
from models.records import Records
from services.exporting.json_tables import tables_json
from services.importing import plan
from services.sample import sample_sheets
from tests.services.test_xlsx import records_of, there_and_back

CASE = Path(__file__).resolve().parents[3] / "shared" / "case" / "changsha_2018.json"


def money(text: str) -> int | None:
    """分 of an amount in 万元; None for an empty text."""
    return fen(Decimal(text)) if text else None


@pytest.fixture(scope="module")
def sample() -> Records:
    found = plan(Records({}), sample_sheets())
    assert not found.bad
    assert not found.notes
    return records_of(found)


@pytest.fixture(scope="module")
def case() -> Any:
    if not CASE.exists():
        pytest.skip("the case is not beside the checkout")
    return json.loads(CASE.read_text("utf-8"))


def total(rows: Iterable[Row], field: str = "amount") -> int:
    return sum(row[field] for row in rows)


def paid(records: Records, fund: str) -> int:
    contracts = {row["id"] for row in records.all("contract") if row["fund"] == fund}
    payments = (
        row for row in records.all("payment") if row["contract"] in contracts and row["paid_on"] == "2018"
    )
    return total(payments) + total(row for row in records.all("expense") if row["fund"] == fund)


def fund(records: Records, code: str) -> str:
    return str(next(row["id"] for row in records.all("fund") if row["code"] == code))


def name_of(records: Records, table: str, row_id: str | None) -> str:
    row = records.get(table, row_id)
    return "" if row is None else str(row["name"])


def test_totals(sample: Records) -> None:
    assert total(sample.all("allocation")) == money("2324.67")
    assert sum(paid(sample, row["id"]) for row in sample.all("fund")) == money("2053.31")
    initial = [row for row in sample.all("allocation") if row["kind"] == "年初预算"]
    assert total(initial) == money("875.18")


@pytest.mark.parametrize(
    ("code", "quota", "spent"),
    [
        ("F1", "528.94", "528.94"),
        ("F2", "563.45", "350.80"),
        ("F3", "543.23", "543.23"),
        ("F4", "256.00", "217.00"),
        ("F5", "314.00", "294.29"),
        ("F6", "119.05", "119.05"),
    ],
)
def test_each_fund(sample: Records, code: str, quota: str, spent: str) -> None:
    key = fund(sample, code)
    assert total(sample.of("allocation", "fund", key)) == money(quota)
    assert paid(sample, key) == money(spent)


def test_contracts_and_what_the_unit_declared(sample: Records) -> None:
    sums = {
        code: total(sample.of("contract", "fund", fund(sample, code))) for code in ("F2", "F3", "F4", "F6")
    }
    said = {"F2": "610.61", "F3": "1489.83", "F4": "620.00", "F6": "365.00"}
    assert sums == {code: money(text) for code, text in said.items()}
    assert len(sample.all("contract")) == 23
    assert sample.get("fund", fund(sample, "F2"))["declared_contracts"] == money("590.61")  # type: ignore[index]
    groups = {row["name"]: row for row in sample.all("contract_group")}
    assert groups["长沙市政府协同办公系统运维项目"]["declared_amount"] == money("71.80")
    assert groups["中文门户、英文门户、子网站和舆情监控系统运维"]["declared_paid"] == money("89.57")


def test_what_is_unpaid(sample: Records) -> None:
    left = [
        row["amount"] - total(sample.of("payment", "contract", row["id"])) for row in sample.all("contract")
    ]
    said = "15.88 15.05 25.20 18.80 2.95 10.05 66.90 735.00 3.50 31.00 255.50"
    assert [amount for amount in left if amount] == [money(text) for text in said.split()]


def test_items_add_up(sample: Records) -> None:
    for contract in sample.all("contract"):
        items = sample.of("contract_item", "contract", contract["id"])
        assert not items or total(items) == contract["amount"], contract["name"]


def test_the_awards(sample: Records) -> None:
    rows = [row for row in sample.all("expense") if row["quantity"] is not None]
    assert [row["quantity"] * row["standard"] == row["amount"] for row in rows] == [True] * 3
    assert total(rows) == money("124.00")
    assert [int(row["quantity"]) for row in rows] == [208, 74, 15]


def test_the_sign_in_list_and_the_requests(sample: Records) -> None:
    entries = sample.all("roster_entry")
    proxies = [row for row in entries if row["signed_by_proxy"]]
    assert (len(entries), len(proxies), len(entries) - len(proxies)) == (187, 121, 66)
    assert all((row["phone"] is None) == row["signed_by_proxy"] for row in entries)
    states = [row["state"] for row in sample.all("request")]
    assert (len(states), states.count("未提供"), states.count("部分提供")) == (26, 5, 1)


def test_findings_and_advice(sample: Records) -> None:
    links = sample.all("finding_recommendation")
    assert (len(sample.all("finding")), len(sample.all("recommendation"))) == (8, 8)
    advised = [sample.get("finding", row["finding"])["code"] for row in links]  # type: ignore[index]
    assert sorted(advised) == sorted(["一", "二", "三", "三", "四", "五", "六", "七"])


def test_the_score_table_is_complete_and_comes_out_as_medium(sample: Records) -> None:
    evaluation = evaluate(sample)
    assert (evaluation.weight, evaluation.open_points, evaluation.grade) == (100, 0, "中")
    assert [root.row["name"] for root in evaluation.roots] == ["项目决策", "项目管理", "项目效益"]


def test_the_project_says_that_its_table_is_reconstructed(sample: Records) -> None:
    assert "重建" in sample.project["framework"]
    assert "77.48分" in sample.project["remark"]


def leaves(records: Records) -> Iterator[Row]:
    parents = {row["parent"] for row in records.all("indicator")}
    for row in records.all("indicator"):
        if row["weight"] is not None and (row["id"] not in parents or row["rule"] == "points"):
            yield row


def test_every_leaf_says_what_it_measures_and_why_points_were_lost(sample: Records) -> None:
    evaluation = evaluate(sample)
    for row in leaves(sample):
        assert row["explanation"] and row["criteria"] and row["measure"] and row["rule"], row["name"]
        node = evaluation.node(row["id"])
        assert node is not None
        assert node.score == node.weight or row["opinion"], row["name"]


def test_no_finding_deducts_more_than_was_lost(sample: Records) -> None:
    evaluation = evaluate(sample)
    for row in leaves(sample):
        node = evaluation.node(row["id"])
        assert node is not None and node.score is not None and node.weight is not None
        linked = total(sample.of("deduction", "indicator", row["id"]), "points")
        assert linked in (0, node.weight - node.score), row["name"]


def test_the_sample_survives_the_workbook(sample: Records, tmp_path: Path) -> None:
    back = there_and_back(sample, tmp_path / "a.xlsx")
    assert tables_json(back) == tables_json(sample)
    assert evaluate(back).total == evaluate(sample).total


def test_contracts_equal_the_case(sample: Records, case: Any) -> None:
    for given, row in zip(case["contracts"], sample.all("contract"), strict=True):
        key = row["id"]
        assert row["name"] == given["name"]
        assert records_name(sample, row) == (given["vendor"], given["group"], given.get("parent", ""))
        assert row["amount"] == money(given["amount"])
        assert (row["signed_on"] or "", row["accepted_on"] or "") == (
            given.get("signed", ""),
            given.get("accepted", ""),
        )
        assert [row["starts_on"] or "", row["ends_on"] or ""] == given.get("service", ["", ""])
        if "procurement" in given:
            assert row["procurement"] == given["procurement"]
        items = [(item["name"], item["amount"]) for item in sample.of("contract_item", "contract", key)]
        assert items == [(item["name"], money(item["amount"])) for item in given["items"]]
        payments = [(one["paid_on"], one["amount"]) for one in sample.of("payment", "contract", key)]
        assert payments == [(str(one["year"]), money(one["amount"])) for one in given["payments"]]
        terms = [(one["share"], one["amount"]) for one in sample.of("term", "contract", key)]
        shares = [Decimal(one["share"]) if one["share"] else None for one in given["terms"]]
        assert terms == list(zip(shares, (money(one["amount"]) for one in given["terms"]), strict=True))


def records_name(records: Records, contract: Row) -> tuple[str, str, str]:
    refs = (("vendor", "vendor"), ("contract_group", "group"), ("contract", "parent"))
    vendor, group, parent = (name_of(records, table, contract[field]) for table, field in refs)
    return vendor, group, parent


def test_funds_allocations_and_expenses_equal_the_case(sample: Records, case: Any) -> None:
    for given, row in zip(case["funds"], sample.all("fund"), strict=True):
        assert (row["code"], row["name"]) == (given["code"], given["name"])
        for field in ("quota", "paid", "balance"):
            assert row[f"declared_{field}"] == money(given[field])
        assert row["declared_rate"] == Decimal(given["rate"])
    for table, names in (
        ("allocation", ("document_number", "kind", "project_item")),
        ("expense", ("group", "name")),
    ):
        for given, row in zip(case[f"{table}s"], sample.all(table), strict=True):
            assert row["fund"] == fund(sample, given["fund"])
            assert row["amount"] == money(given["amount"])
            assert [row[name] or "" for name in names] == [given.get(name, "") for name in names]


def test_figures_milestones_and_gaps_equal_the_case(sample: Records, case: Any) -> None:
    figures = {row["name"]: (row["value"], row["unit"]) for row in sample.all("figure")}
    assert len(figures) == len(sample.all("figure"))
    for given in case["figures"]:
        assert figures[given["name"]] == (Decimal(given["value"]), given["unit"])
    milestones = {
        (row["fund"], row["kind"], row["planned_on"], row["actual_on"]) for row in sample.all("milestone")
    }
    for given in case["milestones"]:
        dates = given.get("planned_on") or None, given.get("actual_on") or None
        assert (fund(sample, given["fund"]), given["kind"], *dates) in milestones
    missing = [row for row in sample.all("request") if row["state"] != "已提供"]
    assert sorted(row["fund"] for row in missing) == sorted(
        fund(sample, one["fund"]) for one in case["missing_papers"]
    )


def test_the_prose_is_our_own(sample: Records) -> None:
    report = CASE.with_name("report.txt")
    if not report.exists():
        pytest.skip("the report is not beside the checkout")
    published = "".join(report.read_text("utf-8").split())
    longest = 40
    for table, names in (
        ("fund", ("content", "goal", "implementation", "result")),
        ("finding", ("fact", "criterion", "cause", "effect")),
        ("recommendation", ("text",)),
        ("project", ("procedures",)),
    ):
        for row in sample.all(table):
            for name in names:
                text = "".join((row[name] or "").split())
                copied = [
                    text[at : at + longest]
                    for at in range(len(text) - longest)
                    if text[at : at + longest] in published
                ]
                assert not copied, (table, name, copied[0])
