"""The exchange workbook: written, looked at with openpyxl, and read back into the same tables."""

from __future__ import annotations

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
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(rows=tables())
def test_any_tables_come_back_the_same(tmp_path: Path, rows: Rows) -> None:
    records = Records(rows)
    back = there_and_back(records, tmp_path / "a.xlsx")
    assert tables_json(back) == tables_json(records)


def funds_with(field: str, values: Sequence[Any]) -> Records:
    """One fund for each value of that field."""
    return Records(
        {
            "fund": [
                row("fund", f"f{number}", number, code=f"F{number}", name="甲", **{field: value})
                for number, value in enumerate(values, start=1)
            ]
        }
    )


def cells_under(path: Path, sheet: str, header: str) -> list[Any]:
    lines = load_workbook(path)[sheet].iter_cols()
    return next(list(column[1:]) for column in lines if column[0].value == header)


def test_demanding_texts_come_back_and_are_no_formula(tmp_path: Path) -> None:
    back = there_and_back(funds_with("content", DEMANDING), tmp_path / "a.xlsx")
    assert [fund["content"] for fund in back.all("fund")] == list(DEMANDING)
    cells = cells_under(tmp_path / "a.xlsx", "资金项目", "立项及建设内容")
    assert [cell.data_type for cell in cells] == ["s"] * len(DEMANDING)
    assert [bool(cell.quotePrefix) for cell in cells] == [text[0] in "=+-@" for text in DEMANDING]


@pytest.mark.parametrize(
    "start", ["=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "＝1+1"]
)
def test_no_text_field_of_any_table_becomes_a_formula(tmp_path: Path, start: str) -> None:
    rows = {
        table.name: [
            row(
                table.name,
                f"={table.name}",
                **{field.name: start for field in table.fields if field.kind in (Kind.TEXT, Kind.LONGTEXT)},
            )
            | {"void_reason": start}
        ]
        for table in exchanged()
    }
    write_workbook(Records(rows), tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line if cell.value is not None]
    assert len(cells) > 400
    assert {cell.data_type for cell in cells} == {"s"}


def test_texts_longer_than_a_cell_come_back_whole(tmp_path: Path) -> None:
    lengths = (PIECE - 1, PIECE, PIECE + 1, 32_768, 3 * PIECE, 100_000)
    texts = [("长文😀  \n" * (length // 6 + 1))[: length - 1] + "完" for length in lengths]
    records = funds_with("content", texts)
    voided = {"fund": [{**fund, "void_reason": "因" * 20_000} for fund in records.all("fund")]}
    back = there_and_back(Records(voided), tmp_path / "a.xlsx")
    assert [fund["content"] for fund in back.all("fund")] == texts
    assert {fund["void_reason"] for fund in back.all("fund")} == {"因" * 20_000}


def test_a_long_text_that_was_shortened_in_excel_stays_short(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_workbook(funds_with("content", ["长" * 40_000]), path)
    book = load_workbook(path)
    cell = next(cell for cell in book["资金项目"][2] if str(cell.value).startswith("长"))
    cell.value = "改短了"
    book.save(path)
    assert records_of(plan(Records({}), read_sheets(path))).all("fund")[0]["content"] == "改短了"


def test_amounts_are_numbers_only_while_excel_keeps_every_digit(tmp_path: Path) -> None:
    cases = {
        36_000_000: 36,
        12_345_678: 12.345678,
        -1: -0.000001,
        10**15: 1_000_000_000,
        1_234_567_890_123_456: "1234567890.123456",
    }
    back = there_and_back(funds_with("declared_quota", list(cases)), tmp_path / "a.xlsx")
    assert [fund["declared_quota"] for fund in back.all("fund")] == list(cases)
    cells = cells_under(tmp_path / "a.xlsx", "资金项目", "申报总指标")
    assert [cell.value for cell in cells] == list(cases.values())
    assert {cell.number_format for cell in cells} == {"#,##0.00####"}


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
    assert [each.name for each in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_new_file_replaces_the_old_one_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_text("旧的")
    write_workbook(Records({}), path)
    assert load_workbook(path).sheetnames
    assert [each.name for each in tmp_path.iterdir()] == ["a.xlsx"]
