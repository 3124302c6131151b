"""The tables as JSON: every declared field, exact figures, nothing invented."""

from __future__ import annotations

import json
from decimal import Decimal

from models.records import Records
from models.schema import SCHEMA
from services.exporting.json_tables import tables_json
from tests.services.test_xlsx import row


def test_every_table_and_field_is_there() -> None:
    funds = [row("fund", "f1", code="F1", name="甲")]
    tables = tables_json(Records({"fund": funds}))["tables"]
    assert list(tables) == list(SCHEMA)
    assert list(tables["fund"][0]) == ["id", *(field.name for field in SCHEMA["fund"].fields), "void_reason"]
    assert tables["fund"][0]["content"] is None


def test_values_are_exact_and_of_their_kind() -> None:
    rows = {
        "allocation": [row("allocation", "a", fund="f1", amount=12_345_678, policy_driven=False)],
        "contract": [row("contract", "c", amount=36_000_000, signed_on="2018-06", fund="f1")],
        "indicator": [row("indicator", "i", weight=Decimal("2.5"), rule="linear")],
        "roster": [row("roster", "r", planned_count=155)],
        "fund": [row("fund", "f1", code="F1") | {"void_reason": "重复"}],
    }
    tables = json.loads(json.dumps(tables_json(Records(rows)), ensure_ascii=False))["tables"]
    assert tables["allocation"][0]["amount"] == "12.345678"
    assert tables["allocation"][0]["policy_driven"] is False
    assert tables["contract"][0]["amount"] == "36.00"
    assert tables["contract"][0]["signed_on"] == "2018-06"
    assert tables["contract"][0]["fund"] == "f1"
    assert tables["indicator"][0]["weight"] == "2.5"
    assert tables["indicator"][0]["rule"] == "linear"
    assert tables["roster"][0]["planned_count"] == 155
    assert tables["fund"][0]["void_reason"] == "重复"


def test_rows_stand_in_people_s_order() -> None:
    rows = {"fund": [row("fund", "b", 2), row("fund", "a", 3), row("fund", "c", 1)]}
    assert [fund["id"] for fund in tables_json(Records(rows))["tables"]["fund"]] == ["c", "b", "a"]
