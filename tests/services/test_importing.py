"""Reading sheets into a plan: what is matched, made, refused, and how it is said."""

from __future__ import annotations

import itertools
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from models.records import Records
from models.schema import SCHEMA
from services.errors import UserProblem
from services.importing import Plan, Sheet, apply, plan, read_sheets
from services.importing.planning import new_row_id
from services.project import Project
from services.sheets import cell_text


def row(table: str, row_id: str, **values: Any) -> dict[str, Any]:
    blank = {field.name: None for field in SCHEMA[table].fields}
    return {"id": row_id, "position": row_id, "void_reason": None, **blank, **values}


BASE = {
    "project": [row("project", "p", title="评价报告", unit="某单位", year=2018)],
    "fund": [
        row("fund", "f1", code="F1", name="政务云"),
        row("fund", "f2", code="F2", name="运维"),
    ],
    "vendor": [row("vendor", "v1", name="甲公司")],
    "contract": [
        row("contract", "c1", fund="f1", name="门户运维", vendor="v1", amount=36_000_000),
        row("contract", "c2", fund="f2", name="同名合同", vendor="v1", amount=1),
        row("contract", "c3", fund="f2", name="同名合同", vendor="v1", amount=2),
    ],
}


@pytest.fixture
def records() -> Records:
    return Records(BASE)


def sheet(name: str, header: str, *rows: str) -> Sheet:
    """A sheet from texts with cells parted by |."""
    return Sheet(name, tuple(header.split("|")), tuple(tuple(each.split("|")) for each in rows))


def planned(records: Records, *sheets: Sheet) -> Plan:
    numbers = itertools.count(1)
    return plan(records, sheets, lambda: f"new{next(numbers)}")


def only_value(found: Plan) -> dict[str, Any]:
    assert not found.bad
    [change] = found.changes
    return dict(change.values)


@pytest.mark.parametrize(
    ("header", "cell", "fen"),
    [
        ("合同金额*", "36", 36_000_000),
        ("合同金额", "36.00", 36_000_000),
        ("合同金额（元）", "360000", 36_000_000),
        ("合同金额(元)", "360,000.01", 36_000_001),
        ("合同金额（万元）", "12.345678", 12_345_678),
        (" 合同金额 * ", "12.345678", 12_345_678),
        ("amount", "0.5", 500_000),
        ("合同金额", "5 元", 500),
    ],
)
def test_headers_and_units_of_amounts(records: Records, header: str, cell: str, fen: int) -> None:
    found = planned(
        records, sheet("合同", f"资金项目|合同名称|服务单位|{header}", f"F1|新合同|甲公司|{cell}")
    )
    assert only_value(found)["amount"] == fen


@pytest.mark.parametrize(
    ("header", "cells", "column", "said"),
    [
        ("资金项目|合同名称|服务单位|合同金额", "F1|新|甲公司|三十六万", "合同金额", "不是金额"),
        ("资金项目|合同名称|服务单位|合同金额", "F1|新|甲公司|", "合同金额", "必填"),
        ("资金项目|合同名称|服务单位|合同金额", "F9|新|甲公司|1", "资金项目", "没有编号或名称为“F9”"),
        ("资金项目|合同名称|服务单位|合同金额|续签自", "F1|新|甲公司|1|同名合同", "续签自", "有 2 条合同"),
        ("资金项目|合同名称|服务单位|合同金额|签订日期", "F1|新|甲公司|1|2108", "签订日期", "1949–2099"),
        ("资金项目|合同名称|服务单位|合同金额|采购方式", "F1|新|甲公司|1|抽签", "采购方式", "公开招标"),
        ("资金项目|合同名称|服务单位|合同金额", "F1|新|甲公司|0.0000001", "合同金额", "比分还细"),
        ("资金项目|合同名称|服务单位|合同金额", "F1|新|甲公司|#DIV/0!", "合同金额", "不是金额"),
    ],
)
def test_a_bad_cell_says_where_and_what_and_its_row_is_left_out(
    records: Records, header: str, cells: str, column: str, said: str
) -> None:
    found = planned(records, sheet("合同", header, "F1|好的|甲公司|1", cells))
    [bad] = found.bad
    assert (bad.sheet, bad.row, bad.column) == ("合同", 3, column)
    assert said in bad.message
    assert [change.values["name"] for change in found.changes] == ["好的"]


def test_a_missing_required_column_is_said_once(records: Records) -> None:
    found = planned(records, sheet("合同", "资金项目|合同名称|服务单位", "F1|甲|甲公司", "F1|乙|甲公司"))
    [bad] = found.bad
    assert (bad.row, bad.column) == (1, "合同金额")
    assert "缺少必填列" in bad.message
    assert not found.changes


def test_unknown_sheets_and_columns_are_named_and_left_alone(records: Records) -> None:
    found = planned(
        records,
        sheet("我的草稿", "甲|乙", "1|2"),
        sheet("资金项目", "编号*|项目名称*|心情|编号", "F3|新项目|好|F4"),
    )
    assert only_value(found) == {"code": "F3", "name": "新项目"}
    said = "；".join(found.notes)
    assert "工作表“我的草稿”不认识" in said
    assert "列“心情”不认识" in said
    assert "两列“编号”" in said


def test_rows_are_matched_by_id_then_by_code_and_only_differences_are_changes(records: Records) -> None:
    found = planned(
        records,
        sheet(
            "资金项目", "编号|项目名称|行 id", "F1|政务云一期|f1", "F2|运维|", "F7|新项目|", "F8|带号的|x9"
        ),
    )
    assert [(c.row_id, c.new, dict(c.values), dict(c.before)) for c in found.changes] == [
        ("f1", False, {"name": "政务云一期"}, {"name": "政务云"}),
        ("new1", True, {"code": "F7", "name": "新项目"}, {}),
        ("x9", True, {"code": "F8", "name": "带号的"}, {}),
    ]
    assert (found.new_count, found.changed_count) == (2, 1)


def test_a_row_given_twice_is_refused(records: Records) -> None:
    found = planned(
        records, sheet("资金项目", "编号|项目名称|行 id", "F1|甲|f1", "F1|乙|f1", "F7|丙|", "F7|丁|")
    )
    assert [(bad.row, bad.column) for bad in found.bad] == [(3, "行 id"), (5, "编号")]


def test_the_id_wins_while_the_visible_text_is_unchanged(records: Records) -> None:
    header = "合同*|合同 id|付款日期*|付款金额*"
    found = planned(
        records,
        sheet(
            "付款", header, "同名合同|c3|2018|1", "门户运维|c3|2018|2", "门户运维||2018|3", "同名合同||2018|4"
        ),
    )
    assert [change.values["contract"] for change in found.changes] == ["c3", "c1", "c1"]
    assert [(bad.row, bad.column) for bad in found.bad] == [(5, "合同")]


def test_rows_of_one_import_find_each_other_whatever_the_order(records: Records) -> None:
    found = planned(
        records,
        sheet("付款", "合同|付款日期|付款金额", "二期|2018|1"),
        sheet(
            "合同", "资金项目|合同名称|服务单位|合同金额|续签自", "F5|二期|乙公司|2|一期", "F5|一期|乙公司|1|"
        ),
        sheet("资金项目", "编号|项目名称", "F5|新项目"),
    )
    assert not found.bad
    assert found.notes == ("将新增供应商“乙公司”",)
    by_name = {change.title or change.values.get("name"): change for change in found.changes}
    payment = next(change for change in found.changes if change.table == "payment")
    second, first = by_name["二期"], by_name["一期"]
    assert payment.values["contract"] == second.row_id
    assert second.values["parent"] == first.row_id
    assert len([change for change in found.changes if change.table == "vendor"]) == 1


def test_rows_that_point_to_a_refused_row_are_refused_with_it(records: Records) -> None:
    found = planned(
        records,
        sheet("资金项目", "编号|项目名称", "F5|"),
        sheet("合同", "资金项目|合同名称|服务单位|合同金额", "F5|一期|丙公司|1"),
        sheet("付款", "合同|付款日期|付款金额", "一期|2018|1"),
    )
    assert [bad.sheet for bad in found.bad] == ["资金项目", "合同", "付款"]
    assert "那一行有错" in found.bad[1].message
    assert not found.changes
    assert not found.notes


def test_a_row_cannot_stand_above_itself(records: Records) -> None:
    found = planned(
        records,
        sheet("指标", "上级|编号|指标名称|分值", "B|A|甲|1", "A|B|乙|1", "A|C|丙|1", "|D|丁|1"),
    )
    assert {bad.row for bad in found.bad} == {2, 3, 4}
    assert [change.values["code"] for change in found.changes] == ["D"]


def test_the_one_project_row_is_changed_never_made(records: Records) -> None:
    found = planned(records, sheet("项目", "报告标题|被评价单位|预算年度", "新标题|某单位|2018"))
    [change] = found.changes
    assert (change.row_id, change.new, dict(change.values)) == ("p", False, {"title": "新标题"})


def test_chinese_and_english_words_of_a_rule(records: Records) -> None:
    found = planned(records, sheet("指标", "指标名称|分值|评分规则", "甲|1|线性（及格线）", "乙|1|linear"))
    assert [change.values["rule"] for change in found.changes] == ["linear", "linear"]


def test_a_new_fund_needs_no_code(records: Records) -> None:
    assert only_value(planned(records, sheet("资金项目", "项目名称", "新项目"))) == {"name": "新项目"}


def test_void_reasons_come_and_go(records: Records) -> None:
    void = planned(records, sheet("资金项目", "编号|项目名称|作废原因", "F1|政务云|重复"))
    assert only_value(void) == {"void_reason": "重复"}


def test_a_text_names_the_live_row_of_two() -> None:
    old = row("contract", "c9", fund="f1", name="门户运维", vendor="v1", amount=1) | {"void_reason": "重签"}
    records = Records({**BASE, "contract": [*BASE["contract"], old]})
    found = planned(records, sheet("付款", "合同|付款日期|付款金额", "门户运维|2018|1"))
    assert only_value(found)["contract"] == "c1"


def test_apply_writes_everything_in_one_undoable_entry(tmp_path: Path) -> None:
    with Project.create(
        tmp_path / "a.jiheng", {"project": [{"title": "甲", "unit": "乙", "year": 2018}]}
    ) as project:
        before = {name: project.rows(name) for name in SCHEMA}
        sheets = [
            sheet(
                "合同",
                "资金项目|合同名称|服务单位|合同金额|续签自",
                "F5|二期|乙公司|2|一期",
                "F5|一期|乙公司|1|",
            ),
            sheet("资金项目", "编号|项目名称|作废原因", "F5|新项目|", "|另一个|重复"),
        ]
        with project.edit("导入", "import") as edit:
            apply(edit, plan(Records(before), sheets))
        second, first = project.rows("contract")
        assert (second["parent"], first["name"]) == (first["id"], "一期")
        assert [(fund["code"], fund["void_reason"]) for fund in project.rows("fund")] == [
            ("F5", None),
            ("F6", "重复"),
        ]
        assert project.rows("vendor")[0]["name"] == "乙公司"
        project.undo()
        assert {name: project.rows(name) for name in SCHEMA} == before


def test_new_ids_differ() -> None:
    assert len({new_row_id() for _ in range(1000)}) == 1000


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (0.1 + 0.2, "0.3"),
        (35.300000000000004, "35.3"),
        (2018.0, "2018"),
        (1e-7, "0.0000001"),
        (True, "是"),
        (False, "否"),
        (None, ""),
        ("=1+1", "=1+1"),
        (12, "12"),
    ],
)
def test_what_a_cell_says(cell: object, text: str) -> None:
    assert cell_text(cell) == text


def test_dates_in_cells(tmp_path: Path) -> None:
    from datetime import date, datetime

    assert cell_text(date(2018, 11, 28)) == "2018-11-28"
    assert cell_text(datetime(2018, 11, 28)) == "2018-11-28"
    assert cell_text(datetime(2018, 11, 28, 14, 3)) == "2018-11-28 14:03:00"


def test_csv_folder_and_encodings(tmp_path: Path) -> None:
    (tmp_path / "fund.csv").write_bytes('\ufeff编号*,项目名称*\r\nF1,"政务,云"\r\n'.encode())
    (tmp_path / "资金项目.csv").write_bytes("编号,项目名称\nF2,运维\n".encode("gb18030"))
    assert read_sheets(tmp_path) == [
        Sheet("fund", ("编号*", "项目名称*"), (("F1", "政务,云"),)),
        Sheet("资金项目", ("编号", "项目名称"), (("F2", "运维"),)),
    ]


def damaged(workbook: bytes) -> Iterator[bytes]:
    for step in range(1, 40):
        place = len(workbook) * step // 40
        yield workbook[:place]
        yield workbook[:place] + bytes([workbook[place] ^ 0xFF]) + workbook[place + 1 :]


def test_damaged_workbooks_give_a_sentence_or_sheets(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book, path = Workbook(), tmp_path / "a.xlsx"
    book.worksheets[0].append(["编号", "项目名称"])
    book.worksheets[0].append(["F1", Decimal("1.5")])
    book.save(path)
    refused = 0
    for data in damaged(path.read_bytes()):
        path.write_bytes(data)
        try:
            assert isinstance(read_sheets(path), list)
        except UserProblem as problem:
            assert "a.xlsx" in str(problem)
            refused += 1
    assert refused > 39


def bomb() -> bytes:
    import io

    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 30_000_000)
    return memory.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.xlsx", b"", "不是 Excel 工作簿"),
        ("a.xlsx", b"hello", "不是 Excel 工作簿"),
        ("a.docx", b"PK\x03\x04not a zip", "已损坏"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "旧版 .xls"),
        ("a.xlsx", bomb(), "解压后大得不像工作簿"),
        ("a.csv", b"\xff\xff\xff", "不是完整的 CSV"),
        ("a.csv", b'a,"b\n', "不是完整的 CSV"),
    ],
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UserProblem, match=said):
        read_sheets(tmp_path / name)


def test_missing_file_and_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(UserProblem, match="找不到文件"):
        read_sheets(tmp_path / "没有.xlsx")
    with pytest.raises(UserProblem, match="没有 CSV 文件"):
        read_sheets(tmp_path)


def test_error_values_of_a_workbook_are_not_read_as_empty(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.worksheets[0].append(["编号", "项目名称"])
    book.worksheets[0].append(["F1", "#DIV/0!"])
    book.save(tmp_path / "a.xlsx")
    assert read_sheets(tmp_path / "a.xlsx")[0].rows == (("F1", "#DIV/0!"),)
