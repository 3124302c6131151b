"""The exchange workbook: written, looked at with openpyxl, and read back into the same tables."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from models import kinds
from models.dates import BadValue
from models.fields import Field, Kind, Table
from models.records import Records
from models.schema import SCHEMA
from services.errors import UserProblem
from services.exchange import PIECE, exchanged, ref_text
from services.exporting.json_tables import tables_json
from services.exporting.xlsx import write_workbook
from services.importing import Plan, plan, read_sheets

Rows = Mapping[str, Sequence[Mapping[str, Any]]]

DEMANDING = (
    "=1+1", "+1", "-1", "@SUM(A1)", "_x0041_", "_x005F_x0041_", "a_x000D_b", "'引号", "第一行\n第二行",
    "制表\t符", "😀" * 5, "<b>&\"", "００１", "1e5", "TRUE", "2018-01-01", "#DIV/0!", "=\"甲\"",
)  # fmt: skip


def records_of(found: Plan) -> Records:
    """The rows that a plan on an empty project makes."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for number, change in enumerate(found.changes):
        blank = {field.name: None for field in SCHEMA[change.table].fields}
        bookkeeping = {"id": change.row_id, "position": f"{number:06}", "void_reason": None}
        rows.setdefault(change.table, []).append({**bookkeeping, **blank, **change.values})
    return Records(rows)


def there_and_back(records: Records, path: Path) -> Records:
    write_workbook(records, path)
    found = plan(Records({}), read_sheets(path))
    assert not found.bad
    assert not found.notes
    return records_of(found)


def row(table: str, row_id: str, position: int = 0, **values: Any) -> dict[str, Any]:
    blank = {field.name: None for field in SCHEMA[table].fields}
    return {"id": row_id, "position": f"{position:06}", "void_reason": None, **blank, **values}


texts = st.one_of(st.sampled_from(DEMANDING), st.text(max_size=30))


def value(field: Field) -> st.SearchStrategy[Any]:
    """Anything that a field may hold."""
    low = None if field.minimum is None else int(field.minimum)
    high = None if field.maximum is None else int(field.maximum)
    match field.kind:
        case Kind.MONEY:
            return st.integers(-(10**16), 10**16)
        case Kind.INTEGER:
            return st.integers(-(10**15) + 1 if low is None else low, 10**15 - 1 if high is None else high)
        case Kind.NUMBER | Kind.PERCENT:
            figures = st.decimals(low, high, places=12, allow_nan=False, allow_infinity=False)
            wide = st.integers(-(10**20), 10**20).map(lambda units: Decimal(units).scaleb(-6))
            bounded = low is not None or high is not None
            return (figures if bounded else wide).map(lambda given: Decimal(kinds.canonical(given)))
        case Kind.BOOL:
            return st.booleans()
        case Kind.CHOICE:
            return st.sampled_from(field.choices)
        case Kind.DATE:
            return st.sampled_from(["2018", "2018-11", "2018-11-28", "1949-01-01"])
    return texts.map(lambda text: kept(field, text))


def kept(field: Field, text: str) -> str:
    """The text as an edit keeps it."""
    try:
        return str(kinds.parse(field, text) or "文字")
    except BadValue:
        return "文字"


@st.composite
def tables(draw: st.DrawFn) -> Rows:
    """Rows in a handful of tables, refs to rows that exist, some of them void."""
    rows: dict[str, list[dict[str, Any]]] = {}
    chosen = draw(st.sets(st.sampled_from([table.name for table in exchanged()]), min_size=2, max_size=6))
    chosen |= {"fund", "vendor", "contract"}
    for name in sorted(chosen, key=list(SCHEMA).index):
        table = SCHEMA[name]
        for number in range(1 if table.single else draw(st.integers(1, 3))):
            made = draw(one_row(table, f"{name}{number}", number, rows))
            if made is not None:
                rows.setdefault(name, []).append(made)
    return rows


@st.composite
def one_row(draw: st.DrawFn, table: Table, row_id: str, number: int, rows: Rows) -> dict[str, Any] | None:
    made = row(table.name, row_id, number)
    for field in table.fields:
        if field.kind is not Kind.REF:
            made[field.name] = draw(value(field) if field.required else st.none() | value(field))
            continue
        targets = [each["id"] for each in rows.get(field.table, ())]
        if field.required and not targets:
            return None
        choices = targets if field.required else [None, *targets]
        made[field.name] = draw(st.sampled_from(choices))
    if not table.single:
        made["void_reason"] = draw(st.none() | texts.map(lambda text: kept(Field("", ""), text)))
    return made


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(rows=tables())
def test_any_tables_come_back_the_same(tmp_path: Path, rows: Rows) -> None:
    records = Records(rows)
    back = there_and_back(records, tmp_path / "a.xlsx")
    assert tables_json(back) == tables_json(records)


@pytest.mark.parametrize("text", DEMANDING)
def test_demanding_texts_come_back_and_are_no_formula(tmp_path: Path, text: str) -> None:
    records = Records({"project": [row("project", "p", title="甲", unit="乙", year=2018, procedures=text)]})
    back = there_and_back(records, tmp_path / "a.xlsx")
    assert back.project["procedures"] == text
    sheet = load_workbook(tmp_path / "a.xlsx")["项目"]
    assert all(cell.data_type != "f" for line in sheet.iter_rows() for cell in line)


@pytest.mark.parametrize("length", [PIECE - 1, PIECE, PIECE + 1, 32_768, 3 * PIECE, 100_000])
def test_texts_longer_than_a_cell_come_back_whole(tmp_path: Path, length: int) -> None:
    text = ("长文😀  \n" * (length // 6 + 1))[: length - 1] + "完"
    reason = "因" * 20_000
    rows = {
        "project": [row("project", "p", title="甲", unit="乙", year=2018, procedures=text)],
        "fund": [row("fund", "f", code="F1", name="丙") | {"void_reason": reason}],
    }
    back = there_and_back(Records(rows), tmp_path / "a.xlsx")
    assert back.project["procedures"] == text
    assert back.all("fund")[0]["void_reason"] == reason


@pytest.mark.parametrize(
    ("fen", "in_cell"),
    [
        (36_000_000, 36),
        (12_345_678, 12.345678),
        (-1, -0.000001),
        (10**15, 1_000_000_000),
        (1_234_567_890_123_456, "1234567890.123456"),
    ],
)
def test_amounts_are_numbers_only_while_excel_keeps_every_digit(
    tmp_path: Path, fen: int, in_cell: Any
) -> None:
    rows = {"fund": [row("fund", "f", code="F1", name="甲", declared_quota=fen)]}
    back = there_and_back(Records(rows), tmp_path / "a.xlsx")
    assert back.all("fund")[0]["declared_quota"] == fen
    sheet = load_workbook(tmp_path / "a.xlsx")["资金项目"]
    place = next(cell.column for cell in sheet[1] if cell.value == "申报总指标")
    assert sheet.cell(2, place).value == in_cell


def test_every_table_has_a_sheet_with_its_labels_and_hidden_ids(tmp_path: Path) -> None:
    write_workbook(Records({}), tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == [table.label for table in exchanged()]
    sheet = book["合同"]
    headers = {str(cell.value): cell.column_letter for cell in sheet[1]}
    assert list(headers)[:4] == ["资金项目*", "资金项目 id", "项目分组", "项目分组 id"]
    hidden = {header for header, letter in headers.items() if sheet.column_dimensions[letter].hidden}
    assert hidden == {"资金项目 id", "项目分组 id", "服务单位 id", "续签自 id", "行 id"}
    assert sheet.freeze_panes == "A2"
    offered = {str(each.formula1) for each in sheet.data_validations.dataValidation}
    assert any("公开招标,邀请招标" in each for each in offered)


def test_a_rule_is_shown_by_its_chinese_word(tmp_path: Path) -> None:
    rows = {"indicator": [row("indicator", "i", name="甲", weight=Decimal(1), rule="linear")]}
    write_workbook(Records(rows), tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx")["指标"]
    place = next(cell.column for cell in sheet[1] if cell.value == "评分规则")
    assert sheet.cell(2, place).value == "线性（及格线）"


@pytest.mark.parametrize(
    ("table", "made", "shown"),
    [
        ("fund", {"code": "F1", "name": "政务云"}, "F1"),
        ("contract", {"number": "2018-3", "name": "门户运维"}, "门户运维"),
        ("contract", {"number": "2018-3", "name": None}, "2018-3"),
        ("payment", {"paid_on": "2018", "amount": 36_000_000}, "2018　36.00"),
        ("vendor", {"name": None}, "v"),
    ],
)
def test_what_stands_for_a_row(table: str, made: dict[str, Any], shown: str) -> None:
    assert ref_text(Records({}), SCHEMA[table], row(table, "v", **made)) == shown


def test_a_place_that_cannot_be_written_gives_a_sentence_and_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").mkdir()
    with pytest.raises(UserProblem, match="写不进去"):
        write_workbook(Records({}), tmp_path / "a.xlsx")
    with pytest.raises(UserProblem, match="写不进去"):
        write_workbook(Records({}), tmp_path / "没有这个文件夹" / "a.xlsx")
    assert os.listdir(tmp_path) == ["a.xlsx"]


def test_a_new_file_replaces_the_old_one_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_text("旧的")
    write_workbook(Records({}), path)
    assert load_workbook(path).sheetnames
    assert os.listdir(tmp_path) == ["a.xlsx"]
