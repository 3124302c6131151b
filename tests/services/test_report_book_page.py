"""The report workbook as a page and as a file: layout, inputs, charts, and texts that stay texts."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from models import kinds
from models.records import Records
from models.report.annexes import annex_blocks, annexes
from models.report.annexes.evidence import build as build_index
from models.report.blocks import Document
from models.report.material import Material
from services.errors import ExportError
from services.exporting.cell_values import CUT, LONGEST
from services.exporting.docx import write_docx
from services.exporting.pdf import write_pdf
from services.exporting.report_book import sheet as live_sheet
from services.exporting.report_book import write_evidence_book, write_report_book
from tests.models import changsha as case
from tests.models.test_annexes import EVIDENCE, LINKS
from tests.services.spreadsheet import Spreadsheet
from tests.services.test_report_book import SHEETS, case_of, material
from tests.services.test_report_pdf import sample_records


def test_the_official_page(tmp_path: Path) -> None:
    path = tmp_path / "附表.xlsx"
    write_report_book(material(case_of()), path)
    book = load_workbook(path)
    assert book.sheetnames == SHEETS
    for sheet in book.worksheets:
        assert sheet.page_setup.orientation == "landscape" and sheet.page_setup.fitToWidth in (None, 1)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.protection.sheet and not sheet.protection.password
    for name, frozen in (("得分表", "D4"), ("资金表", "C4"), ("合同表", "C4"), ("支付明细", "A4")):
        assert book[name].freeze_panes == frozen and book[name].print_title_rows == "$3:$3"
        assert book[name].page_setup.fitToHeight == 0
    assert [book["资金表"]["D5"].number_format, book["资金表"]["G4"].number_format] == ["#,##0.00", "0.00%"]
    assert texts_of(book["资金表"]) >= {"单位：万元", "资金指标及支付情况表"}
    assert texts_of(book["得分表"]) >= {"单位：分"}


def texts_of(sheet: Worksheet) -> set[str]:
    return {cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)}


def test_unit_and_separators_follow_the_project(tmp_path: Path) -> None:
    path = tmp_path / "附表.xlsx"
    write_report_book(material(case_of(money_unit="元", thousands="否")), path)
    sheet = load_workbook(path)["资金表"]
    assert "单位：元" in texts_of(sheet)
    assert (sheet["D5"].value, sheet["D5"].number_format) == (5_289_400, "0.00")


def test_only_inputs_are_unlocked(tmp_path: Path) -> None:
    path = tmp_path / "附表.xlsx"
    write_report_book(material(case_of()), path)
    opened: dict[str, set[str]] = {}
    for sheet in load_workbook(path).worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if not cell.protection.locked:
                assert cell.data_type != "f"
                opened.setdefault(sheet.title, set()).add(cell.column_letter)
    assert opened == {"得分表": {"D", "E"}, "资金表": {"D"}, "合同表": {"H"}, "支付明细": {"I"}}


def test_the_charts_show_the_cells(tmp_path: Path) -> None:
    path = tmp_path / "附表.xlsx"
    write_report_book(material(sample_records()), path)
    with zipfile.ZipFile(path) as archive:
        names = sorted(name for name in archive.namelist() if name.startswith("xl/charts/chart"))
        charts = [archive.read(name).decode() for name in names]
    quoted = [re.findall(r"<c:f>(.*?)</c:f>", chart) for chart in charts]
    assert quoted == [
        ["汇总!$A$4:$A$6", "汇总!$B$4:$B$6", "汇总!$A$4:$A$6", "汇总!$C$4:$C$6"],
        ["汇总!$A$11:$A$16", "汇总!$E$11:$E$16"],
    ]


HOSTILE = [
    '=HYPERLINK("file:///etc","x")', "=cmd|'/c calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1",
    "http://example.org/a", "_x0041_", "{=1}", "'=1", "12345", "&P &[Path]", "<b>&amp;</b>", "]]>",
    "\x00\x07控", "长" * (LONGEST + 1),
]  # fmt: skip


def hostile(text: str) -> Records:
    people = {"evaluator": text, "unit": text, "title": text}
    return case.records(
        project=[{"id": "P", "year": 2018, **{name: kinds.one_line(each) for name, each in people.items()}}],
        fund=[{"id": "F", "code": text, "name": text, "short_name": text}],
        allocation=[{"fund": "F", "document_number": text, "kind": "年初预算", "amount": "5"}],
        vendor=[{"id": "V", "name": text}],
        contract=[{"id": "C", "fund": "F", "name": text, "vendor": "V", "amount": "9"}],
        payment=[{"contract": "C", "paid_on": "2018", "amount": "3", "payee": text, "voucher": text}],
        indicator=[{"id": "I", "name": text, "weight": "9", "rule": "manual", "value": "8", "opinion": text}],
        evidence=[{"id": "E", **dict.fromkeys(("code", "title", "source", "collected_by", "page"), text)}],
        evidence_link=[{"evidence": "E", "on_table": text, "on_row": text, "on_field": text},
                       {"evidence": "E", "on_table": "fund", "on_row": "F", "on_field": text}],
    )  # fmt: skip


@pytest.mark.parametrize("write", [write_report_book, write_evidence_book])
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_no_text_becomes_a_formula_or_a_link(
    text: str, write: Callable[[Material, Path], None], tmp_path: Path
) -> None:
    path = tmp_path / "附表.xlsx"
    write(material(hostile(text)), path)
    plain = tmp_path / "平常.xlsx"
    write(material(hostile("平常")), plain)
    assert Spreadsheet(path).formulas == Spreadsheet(plain).formulas
    book = load_workbook(path)
    wanted = kinds.one_line(text)
    shown = wanted[:LONGEST] + CUT if len(wanted) > LONGEST else wanted
    found = 0
    for sheet in book.worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            assert cell.hyperlink is None
            if cell.data_type != "f" and isinstance(cell.value, str):
                assert cell.data_type == "s" and len(cell.value) <= 32_767
                found += cell.value == shown
                if cell.value.startswith(("=", "+", "-", "@")):
                    assert cell.quotePrefix
    assert found >= 5
    with zipfile.ZipFile(path) as archive:
        assert not [name for name in archive.namelist() if "externalLink" in name or "vba" in name]
        assert b"hyperlink" not in b"".join(
            archive.read(name) for name in archive.namelist() if "sheet" in name
        )


PRINTED = ["=cmd|'/c calc'!A0", '<b>&amp;</b><img src="/etc/passwd"/>', "{{x}} ]]>", "@SUM(A1)"]


@pytest.mark.parametrize("text", PRINTED)
def test_the_printed_index_and_sign_off_page_hold_texts_as_they_are(text: str, tmp_path: Path) -> None:
    from docx import Document as WordDocument

    found = hostile(text).replaced({"person": case.table("person", {"name": text, "duty": text})})
    blocks = (*build_index(found).blocks, *annex_blocks(annexes(material(found))))
    document = Document(text, blocks)
    write_docx(document, tmp_path / "附件.docx")
    write_pdf(document, tmp_path / "附件.pdf", bundled_only=True)
    index, *others = WordDocument(tmp_path / "附件.docx").tables
    assert [index.rows[1].cells[place].text for place in (0, 1, 3)] == [text] * 3
    assert others[-1].rows[1].cells[1].text == text
    pdf = pypdfium2.PdfDocument(tmp_path / "附件.pdf")
    printed = re.sub(r"\s", "", "".join(page.get_textpage().get_text_range() for page in pdf))
    pdf.close()
    assert printed.count(re.sub(r"\s", "", text)) > 10


def test_the_evidence_is_a_sheet(tmp_path: Path) -> None:
    path = tmp_path / "佐证.xlsx"
    write_evidence_book(material(case.changsha(evidence=EVIDENCE, evidence_link=LINKS)), path)
    (sheet,) = load_workbook(path).worksheets
    assert [cell.value for cell in sheet[4]][:2] == ["Z-01", "英文门户验收单"]
    assert str(sheet["G4"].value).startswith("合同“英文门户”的验收日期\n")
    write_evidence_book(material(case.changsha()), path)
    assert any("尚未登记佐证材料" in text for text in texts_of(load_workbook(path).worksheets[0]))


def test_an_empty_project_says_that_it_is_empty(tmp_path: Path) -> None:
    for records in (Records({}), case.records()):
        path = tmp_path / "空.xlsx"
        write_report_book(material(records), path)
        book = load_workbook(path)
        assert book.sheetnames == ["汇总"]
        assert any("尚未建立评价指标" in text for text in texts_of(book.worksheets[0]))


def test_a_sum_too_long_for_a_formula_is_a_figure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_sheet, "LONGEST_FORMULA", 60)
    path = tmp_path / "附表.xlsx"
    write_report_book(material(case_of()), path)
    book = Spreadsheet(path)
    assert 30 < max(map(len, book.formulas.values())) <= 60
    (grade,) = [at for at, value in book.cells.items() if at[0] == "得分表" and value == "等次"]
    assert book.cells["得分表", grade[1], 5] == "良"


def test_what_excel_cannot_hold_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_sheet, "LAST_ROW", 20)
    with pytest.raises(ExportError, match=r"“支付明细”超过 20 行.*\.json"):
        write_report_book(material(case_of()), tmp_path / "附表.xlsx")
    assert [*tmp_path.iterdir()] == []
