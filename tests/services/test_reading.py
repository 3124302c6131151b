"""Files and the clipboard become grids with merged cells; what is no table is said in a sentence."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from services.errors import UserProblem
from services.reading import clipboard_tables, read_tables

ROWS = (("合同名称", "金额"), ("甲，乙", "1.50"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_in_the_usual_encodings_and_delimiters(tmp_path: Path, encoding: str, mark: str) -> None:
    path = tmp_path / "表.csv"
    path.write_bytes("\r\n".join(mark.join(row) for row in ROWS).encode(encoding))
    (grid,) = read_tables(path)
    assert (grid.name, grid.rows) == ("表", ROWS)


def test_a_workbook_with_merged_cells_formulas_and_errors(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["标题", None, None])
    sheet.append(["甲", 0.1, "=1+1"])
    sheet.append([None, 0.3, "#REF!"])
    sheet["B3"].number_format = "0%"
    sheet["C3"].data_type = "e"
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("A2:A3")
    book.save(tmp_path / "表.xlsx")
    (grid,) = read_tables(tmp_path / "表.xlsx")
    assert grid.text(0, 2) == "标题" and grid.text(2, 0) == "甲" and grid.own(2, 0) == ""
    assert (grid.text(1, 1), grid.text(2, 1)) == ("0.1", "30%")
    assert "没有算出的值" in grid.faults[1, 2] and "#REF!" in grid.faults[2, 2]
    assert grid.place(2) == ("Sheet", 3)


def test_word_tables_with_merged_cells_joined_where_they_go_on(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("一、某项目支出明细（单位：万元）")
    for number in (1, 2):
        table = document.add_table(rows=3, cols=3)
        for cell, text in zip(table.rows[0].cells, ("名称", "单位", "金额"), strict=True):
            cell.text = text
        table.cell(1, 0).merge(table.cell(2, 0)).text = f"组{number}"
        table.cell(1, 1).merge(table.cell(1, 2)).text = "横"
        table.cell(2, 2).text = str(number)
        document.add_paragraph("" if number == 1 else "另一张表")
    document.add_table(rows=1, cols=3).cell(0, 0).text = "别的"
    document.save(str(tmp_path / "表.docx"))
    grid, other = read_tables(tmp_path / "表.docx")
    assert [grid.text(row, 0) for row in range(6)] == ["名称", "组1", "组1", "名称", "组2", "组2"]
    assert grid.text(1, 2) == "横" and grid.own(1, 2) == "" and grid.own(5, 2) == "2"
    assert grid.place(4) == ("表 2", 2)
    assert "一、某项目支出明细（单位：万元）" in grid.around and other.own(0, 0) == "别的"


HTML = """<html><head><style>td{}</style></head><body>
<table><tr><td rowspan=2>甲<td colspan="2">乙 &amp; 丙</tr>
<tr><td>1<br>2</td><td><p>3</p><script>alert(1)</script><table><tr><td>内</td></tr></table></td></tr></table>"""


def test_the_clipboards_html_with_merged_cells() -> None:
    (grid,) = clipboard_tables(HTML, "")
    assert grid.rows == (("甲", "乙 & 丙", ""), ("", "1\n2", "3内"))
    assert grid.text(1, 0) == "甲" and grid.text(0, 2) == "乙 & 丙"


def test_the_clipboards_plain_text() -> None:
    (grid,) = clipboard_tables("", '名称\t金额\n"甲\n乙"\t1\n')
    assert grid.rows == (("名称", "金额"), ("甲\n乙", "1"))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("没有.xlsx", None, "找不到文件"),
        ("图片.png", b"x", "不是能导入的表格"),
        ("坏.xlsx", b"x", "不是 Excel 工作簿"),
        ("坏.xls", b"x", "不是旧版 Excel 工作簿"),
        ("坏.docx", b"x", "不是 Word 文档"),
        ("坏.docx", b"PK\x03\x04xxxxx", "已损坏"),
        ("空.csv", b"\r\n\r\n", "没有表格"),
        ("乱.csv", b"\xff\x00\x81", "不是完整的 CSV 表格"),
    ],
)
def test_what_is_no_table_is_said(tmp_path: Path, name: str, content: bytes | None, said: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UserProblem, match=said):
        read_tables(path)


def test_a_document_that_swells_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "大.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * 70_000_000)
    with pytest.raises(UserProblem, match="为安全起见没有读取"):
        read_tables(path)


@pytest.mark.parametrize("html", ["", "<table></table>", "<table><tr></tr></table>", "<p>没有表</p>"])
def test_a_clipboard_without_a_table_is_said(html: str) -> None:
    with pytest.raises(UserProblem, match="剪贴板里没有表格"):
        clipboard_tables(html, "  \n")


PIECES = st.sampled_from(
    [
        "<table>",
        "</table>",
        "<tr>",
        "</tr>",
        "<td rowspan=3>",
        "<td colspan='99999'>",
        "</td>",
        "<br>",
        "甲",
        "&#x0;",
        "<td>",
    ]
)


@given(st.lists(PIECES, max_size=30))
def test_any_html_is_read_without_an_exception(pieces: list[str]) -> None:
    try:
        grids = clipboard_tables("<table>" + "".join(pieces), "甲\t乙")
    except UserProblem:
        return
    assert all(grid.rows for grid in grids)


def test_what_a_workbook_hides_is_known(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    for row in (["合同名称", "乙方"], ["甲", "甲公司"], ["乙", "乙公司"]):
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True
    book.create_sheet("旧表").append(["合同名称", "乙方"])
    book["旧表"].sheet_state = "hidden"
    book.save(tmp_path / "隐藏.xlsx")
    shown, hidden = read_tables(tmp_path / "隐藏.xlsx")
    assert (shown.hidden, shown.is_hidden) == (frozenset({2}), False)
    assert hidden.is_hidden


@pytest.mark.parametrize("text", ["某局台账\n甲;乙\n1;2\n", "某局台账\n甲\t乙\n1,000\t2\n", "甲,乙\n1;3,2\n"])
def test_the_mark_between_cells_is_found_below_a_title(tmp_path: Path, text: str) -> None:
    path = tmp_path / "表.csv"
    path.write_text(text, "utf-8")
    (grid,) = read_tables(path)
    assert [len(row) for row in grid.rows[-2:]] == [2, 2]
