"""The declarations agree with themselves and with the words that must not change."""

from __future__ import annotations

from collections import Counter

from models.fields import Kind
from models.records import Records
from models.schema import BY_LABEL, SCHEMA, SCHEMA_VERSION, TABLES, tables_as_of


def test_names_and_labels_are_unique() -> None:
    assert len(SCHEMA) == len(TABLES) == len(BY_LABEL)
    for table in TABLES:
        for words in ([field.name for field in table.fields], [field.label for field in table.fields]):
            assert max(Counter(words).values()) == 1, table.name
        assert not {"id", "position", "void_reason"} & {field.name for field in table.fields}


def test_refs_and_titles_point_to_what_exists() -> None:
    for table in TABLES:
        for name in table.title:
            assert table.has(name), f"{table.name}.{name}"
        for field in table.fields:
            assert (field.kind is Kind.REF) == bool(field.table)
            assert not field.table or field.table in SCHEMA
            assert (field.kind is Kind.CHOICE) == bool(field.choices)
            assert not field.owner or field.kind is Kind.REF


def test_columns_are_only_appended_and_an_older_schema_is_the_beginning_of_the_present_one() -> None:
    brought = {table.since for table in TABLES}
    for table in TABLES:
        versions = [field.since for field in table.fields]
        assert versions == sorted(versions), table.name
        brought |= set(versions)
    assert sorted(brought) == list(range(1, SCHEMA_VERSION + 1))
    assert tables_as_of(SCHEMA_VERSION) == TABLES
    first = {table.name: [field.name for field in table.fields] for table in tables_as_of(1)}
    assert first["section"] == ["key", "title", "text", "edited", "state"] and "report_version" not in first


def row(row_id: str, **values: object) -> dict[str, object]:
    return {"id": row_id, "position": row_id, "void_reason": None, **values}


def full(table: str, row_id: str, **values: object) -> dict[str, object]:
    return row(row_id, **{field.name: None for field in SCHEMA[table].fields} | values)


def test_a_void_row_takes_everything_under_it_along() -> None:
    records = Records(
        {
            "fund": [full("fund", "f", code="F1", name="甲") | {"void_reason": "重复"}],
            "contract": [full("contract", "c", fund="f", name="乙")],
            "payment": [full("payment", "p", contract="c"), full("payment", "q", contract=None)],
        }
    )
    assert records.live("contract") == ()
    assert [each["id"] for each in records.live("payment")] == ["q"]
    assert len(records.all("payment")) == 2


def test_a_loop_of_parents_ends() -> None:
    records = Records({"indicator": [full("indicator", "a", parent="b"), full("indicator", "b", parent="a")]})
    assert len(records.live("indicator")) == 2


def test_a_row_is_found_by_id_then_code_then_name() -> None:
    records = Records(
        {"fund": [full("fund", "x1", code="F1", name="F2"), full("fund", "x2", code="F2", name="乙")]}
    )
    assert [each["id"] for each in records.find("fund", "x1")] == ["x1"]
    assert [each["id"] for each in records.find("fund", "F2")] == ["x2"]
    assert [each["id"] for each in records.find("fund", "乙")] == ["x2"]
    assert records.find("fund", "丙") == ()


def test_settings_have_their_defaults_and_refuse_nonsense() -> None:
    records = Records({"setting": [full("setting", "s", key="money_unit", value="美元")]})
    assert records.money_unit == "万元"
    assert [word for word, _ in records.bands] == ["优", "良", "中", "差"]
