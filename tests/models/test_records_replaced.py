"""Records with exchanged tables answer exactly as records read anew, whatever was asked before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.records import Records
from models.schema import SCHEMA

Tables = dict[str, dict[str, dict[str, Any]]]
CHAIN = (("fund", ()), ("contract", ("fund",)), ("payment", ("contract",)), ("indicator", ("parent",)))
KEYS = ("a", "b", "c")


def full(table: str, row_id: str, **values: Any) -> dict[str, Any]:
    blank = {field.name: None for field in SCHEMA[table].fields}
    return {"id": row_id, "position": "1", "void_reason": None, **blank, **values}


def row_of(table: str, refs: tuple[str, ...]) -> st.SearchStrategy[dict[str, Any]]:
    cells: dict[str, st.SearchStrategy[Any]] = {
        name: st.sampled_from((None, *KEYS, "gone")) for name in ("position", *refs)
    }
    cells["void_reason"] = st.sampled_from((None, None, "重复"))
    cells["remark" if SCHEMA[table].has("remark") else "code"] = st.sampled_from((None, "甲"))
    return st.fixed_dictionaries(cells).map(lambda values: full(table, "", **values))


def tables() -> st.SearchStrategy[Mapping[str, list[dict[str, Any]]]]:
    return st.fixed_dictionaries(
        {
            name: st.dictionaries(st.sampled_from(KEYS), row_of(name, refs)).map(
                lambda rows: [{**row, "id": key} for key, row in rows.items()]
            )
            for name, refs in CHAIN
        }
    )


def answers(records: Records) -> list[object]:
    found: list[object] = []
    for name, refs in CHAIN:
        found += [records.all(name), records.live(name)]
        found += [records.get(name, key) for key in KEYS]
        found += [records.of(name, ref, key) for ref in refs for key in (*KEYS, None)]
        found += [records.is_live(name, row) for row in records.all(name)]
        found += [records.number(name, row) for row in records.all(name)]
    return found


@given(tables(), tables(), st.sets(st.sampled_from([name for name, _ in CHAIN])))
def test_replaced_answers_like_read_anew(
    before: Mapping[str, list[dict[str, Any]]], after: Mapping[str, list[dict[str, Any]]], changed: set[str]
) -> None:
    records = Records(before)
    answers(records)
    made = records.replaced({name: after[name] for name in changed})
    fresh = Records({name: (after if name in changed else before)[name] for name, _ in CHAIN})
    assert answers(made) == answers(fresh)
    assert answers(records) == answers(Records(before))


@pytest.mark.parametrize(
    ("changed", "lives"),
    [
        ({"name": "改名"}, ["p"]),
        ({"void_reason": "重复"}, []),
        ({"fund": "void"}, []),
        ({"fund": "gone"}, ["p"]),
    ],
)
def test_payments_follow_what_stands_above_them(changed: dict[str, str], lives: list[str]) -> None:
    funds = [full("fund", "f"), full("fund", "void", void_reason="误建")]
    contract = full("contract", "c", fund="f")
    payment = full("payment", "p", contract="c")
    records = Records({"fund": funds, "contract": [contract], "payment": [payment]})
    assert [row["id"] for row in records.live("payment")] == ["p"]
    made = records.replaced({"contract": [{**contract, **changed}]})
    assert [row["id"] for row in made.of("payment", "contract", "c")] == lives


@given(tables(), tables())
def test_what_is_told_of_the_new_rows_alone_is_enough(
    before: Mapping[str, list[dict[str, Any]]], after: Mapping[str, list[dict[str, Any]]]
) -> None:
    records = Records(before)
    answers(records)
    touched = {name: frozenset(row["id"] for row in after[name]) for name, _ in CHAIN}
    assert answers(records.replaced(after, touched)) == answers(Records(after))


def test_a_row_in_the_place_of_one_that_went_is_seen() -> None:
    records = Records({"fund": [full("fund", key, position=key) for key in "abx"]})
    records.live("fund"), records.get("fund", "a")
    made = records.replaced(
        {"fund": [full("fund", key, position=key) for key in "aby"]}, {"fund": frozenset("aby")}
    )
    assert [row["id"] for row in made.live("fund")] == ["a", "b", "y"]


def test_a_changed_setting_is_seen() -> None:
    records = Records({"setting": [full("setting", "s", key="money_unit", value="元")]})
    assert records.money_unit == "元"
    assert records.replaced({"setting": []}).money_unit == "万元"
