"""Workbooks of strangers and of other programs: refused with a sentence, or read for what they mean."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from models.records import Records
from services.errors import UserProblem
from services.importing import plan
from services.sheets import Sheet, read_sheets

HEADER = ("编号", "项目名称", "申报总指标", "申报执行率")
SHEET = "xl/worksheets/sheet1.xml"


def workbook(*rows: Sequence[Any]) -> Workbook:
    book = Workbook()
    book.worksheets[0].title = "资金项目"
    for row in (HEADER, *rows):
        book.worksheets[0].append(row)
    return book


def saved(book: Workbook, folder: Path) -> Path:
    path = folder / "表 格.xlsx"
    book.save(path)
    return path


def forged(path: Path, change: Callable[[bytes], bytes], member: str = SHEET) -> Path:
    """The workbook with one of its parts changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[member] = change(parts[member])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def with_row(row: bytes) -> Callable[[bytes], bytes]:
    return lambda content: content.replace(b"</sheetData>", row + b"</sheetData>")


def only(path: Path) -> Sheet:
    [sheet] = read_sheets(path)
    return sheet


def test_a_formula_that_was_never_calculated_is_a_bad_cell_not_an_empty_one(tmp_path: Path) -> None:
    sheet = only(saved(workbook(("F1", "甲", "=1+1"), ("F2", '="乙"')), tmp_path))
    found = plan(Records({}), [sheet])
    assert [(bad.row, bad.column) for bad in found.bad] == [(2, "申报总指标"), (3, "项目名称")]
    assert all("没有算出的值" in bad.message for bad in found.bad) and "=1+1" in found.bad[0].message
    assert not found.changes


def test_a_formula_whose_result_is_empty_text_is_empty(tmp_path: Path) -> None:
    code = b'<c r="A3" t="str"><f>"F2"</f><v>F2</v></c>'
    name = b'<c r="B3" t="str"><f>IF(1,"","")</f><v></v></c>'
    row = b'<row r="3">' + code + name + b"</row>"
    sheet = only(forged(saved(workbook(("F1", "甲", "=1")), tmp_path), with_row(row)))
    assert sheet.rows[1] == ("F2",)
    assert list(sheet.faults) == [(2, 2)]


def test_an_error_value_is_refused_even_where_text_is_wanted(tmp_path: Path) -> None:
    found = plan(Records({}), [only(saved(workbook(("F1", "#N/A")), tmp_path))])
    [bad] = found.bad
    assert (bad.row, bad.column) == (2, "项目名称") and "错误值 #N/A" in bad.message


@pytest.mark.parametrize(("shown", "value", "text"), [("0.00%", 0.8833, "88.33%"), ("0%", 1, "100%")])
def test_a_cell_shown_in_percent_means_what_is_shown(
    tmp_path: Path, shown: str, value: float, text: str
) -> None:
    book = workbook(("F1", "甲", None, value))
    book.worksheets[0]["D2"].number_format = shown
    sheet = only(saved(book, tmp_path))
    assert sheet.rows[0][3] == text
    [change] = plan(Records({}), [sheet]).changes
    assert f"{change.values['declared_rate']}%" == text


def test_dates_of_the_1904_calendar(tmp_path: Path) -> None:
    book = workbook(("F1", date(2018, 11, 28)))
    book.epoch = CALENDAR_MAC_1904
    assert only(saved(book, tmp_path)).rows[0][1] == "2018-11-28"


def test_merged_and_hidden_cells_are_read(tmp_path: Path) -> None:
    book = workbook(("F1", "甲"), ("F2", None))
    book.worksheets[0].merge_cells("B2:B3")
    book.worksheets[0].sheet_state = "hidden"
    book.create_sheet("草稿")
    sheet = read_sheets(saved(book, tmp_path))[0]
    assert sheet.rows == (("F1", "甲"), ("F2",))
    [bad] = plan(Records({}), [sheet]).bad
    assert (bad.row, bad.column) == (3, "项目名称")


@pytest.mark.parametrize("place", ["XFD1048576", "ZZZZZ99999999"])
def test_one_cell_far_out_does_not_fill_the_memory(tmp_path: Path, place: str) -> None:
    digits = place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    row = f'<row r="{digits}"><c r="{place}"><v>1</v></c></row>'.encode()
    with pytest.raises(UserProblem, match=f"散到第 {digits} 行"):
        read_sheets(forged(saved(workbook(("F1", "甲")), tmp_path), with_row(row)))


def test_a_format_far_out_is_no_content(tmp_path: Path) -> None:
    row = b'<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    assert only(forged(saved(workbook(("F1", "甲")), tmp_path), with_row(row))).rows == (("F1", "甲"),)


def locked(start: bytes) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + start


def test_a_password_is_told_from_an_old_format(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(locked("EncryptedPackage".encode("utf-16-le")))
    with pytest.raises(UserProblem, match="有打开密码"):
        read_sheets(path)
    path.write_bytes(locked("Workbook".encode("utf-16-le")))
    with pytest.raises(UserProblem, match="旧版 .xls"):
        read_sheets(path)


def test_other_archives_and_too_many_parts_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    with pytest.raises(UserProblem, match="不是完整的 Excel 工作簿"):
        read_sheets(path)
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(10_001):
            archive.writestr(str(number), "")
    with pytest.raises(UserProblem, match="解压后大得不像工作簿"):
        read_sheets(path)


def test_a_part_larger_than_its_directory_says_is_refused(tmp_path: Path) -> None:
    path = saved(workbook(("F1", "甲")), tmp_path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/more.xml", b"a" * 5_000_000)
    size = (5_000_000).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(size, (500).to_bytes(4, "little")))
    with pytest.raises(UserProblem, match="已损坏"):
        read_sheets(path)


@pytest.mark.parametrize("member", ["xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", SHEET])
def test_a_broken_part_gives_a_sentence(tmp_path: Path, member: str) -> None:
    path = forged(saved(workbook(("F1", "甲", "=1")), tmp_path), lambda content: b"<broken", member)
    with pytest.raises(UserProblem, match="表 格.xlsx"):
        read_sheets(path)


@pytest.mark.parametrize(
    "data",
    [
        "编号,项目名称\nF1,甲\n".encode("gb18030"),
        "编号,项目名称\r\nF1,甲\r\n".encode("utf-8-sig"),
        "编号\t项目名称\nF1\t甲\n".encode("utf-16"),
        "编号;项目名称\nF1;甲\n".encode(),
    ],
)
def test_csv_as_programs_write_it(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "资金项目.CSV").write_bytes(data)
    (tmp_path / "文件夹.csv").mkdir()
    assert read_sheets(tmp_path) == [Sheet("资金项目", ("编号", "项目名称"), (("F1", "甲"),))]


def test_a_csv_cell_may_be_as_long_as_a_long_text(tmp_path: Path) -> None:
    (tmp_path / "fund.csv").write_text(f"编号,项目名称,绩效目标\nF1,甲,{'长' * 300_000}\n", "utf-8")
    assert len(only(tmp_path / "fund.csv").rows[0][2]) == 300_000
