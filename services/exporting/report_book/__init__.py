"""The report's tables as a workbook that calculates: inputs at the bottom, sums, rates and grade as formulas.

Every formula carries the program's figure as its present result, so that a reader which does not
calculate shows the same numbers; nothing in it leads back into the project.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from models.report.annexes.evidence import COLUMNS as EVIDENCE_COLUMNS
from models.report.annexes.evidence import EMPTY, evidence_table
from models.report.annexes.evidence import TITLE as EVIDENCE
from models.report.material import Material
from services.exporting.cell_values import fitting
from services.exporting.pdf import write_whole
from services.exporting.report_book import contracts, funds, payments, scores, summary
from services.exporting.report_book.amounts import Cells
from services.exporting.report_book.looks import Looks
from services.exporting.report_book.sheet import LiveSheet, SheetColumn

if TYPE_CHECKING:
    from xlsxwriter import Workbook

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
EVIDENCE_WIDTH = 0.6
"""Characters of a sheet's column for one share of the printed one."""


def write_report_book(material: Material, path: Path) -> None:
    """Write 汇总, 得分表, 资金表, 合同表 and 支付明细, those that have something to show.

    The file appears complete or not at all. Raises ExportError.
    """
    data = BytesIO()
    book = _workbook(data, material, "绩效评价报告附表")
    _fill(book, material)
    book.close()
    write_whole(path, data.getvalue())


def write_evidence_book(material: Material, path: Path) -> None:
    """Write the index of the evidence as a sheet; without any it says so. Raises ExportError."""
    data = BytesIO()
    book = _workbook(data, material, EVIDENCE)
    looks = Looks(book, thousands=material.records.thousands)
    table = evidence_table(material.records)
    columns = [
        SheetColumn(each.title, each.share * EVIDENCE_WIDTH, "centre" if each.align == "center" else "text")
        for each in EVIDENCE_COLUMNS
    ]
    sheet = LiveSheet(book, looks, EVIDENCE, columns)
    sheet.open(EVIDENCE, _whose(material), "", fixed=2)
    for row in table.rows:
        sheet.fill(sheet.reserve(), [row.cell(place).text for place in range(len(columns))])
    if not table.rows:
        sheet.note(EMPTY)
    sheet.close()
    book.close()
    write_whole(path, data.getvalue())


def _workbook(data: BytesIO, material: Material, title: str) -> Workbook:
    from xlsxwriter import Workbook

    book = Workbook(data, OPTIONS)
    author = fitting(material.project["evaluator"] or "")
    book.set_properties({"title": f"{_whose(material)}{title}", "author": author, "comments": "绩衡"})
    return book


def _whose(material: Material) -> str:
    year = f"{material.year}度" if material.project["year"] else ""
    return fitting(f"{material.unit}{year}")


def _fill(book: Workbook, material: Material) -> None:
    looks, cells = Looks(book, thousands=material.records.thousands), Cells(material.voice.unit)
    whose = _whose(material)
    fund_numbers = {row["id"]: number for number, row in enumerate(material.funds, start=1)}
    contract_numbers = {row["id"]: number for number, row in enumerate(material.contracts, start=1)}
    paying = payments.PaymentSheet(material, fund_numbers, contract_numbers)
    fund_columns = funds.columns(material)
    shown = {
        scores.NAME: (scores.COLUMNS, bool(material.evaluation.roots)),
        funds.NAME: (fund_columns, bool(material.funds)),
        contracts.NAME: (contracts.columns(material), bool(material.contracts)),
        payments.NAME: (payments.COLUMNS, not paying.empty),
    }
    first = LiveSheet(book, looks, summary.NAME, summary.COLUMNS)
    sheets = {
        name: LiveSheet(book, looks, name, columns) for name, (columns, wanted) in shown.items() if wanted
    }
    scored = paid = None
    if scores.NAME in sheets:
        scored = scores.ScoreSheet(sheets[scores.NAME], material).write(whose)
    if payments.NAME in sheets:
        paying.write(sheets[payments.NAME], cells, whose)
    if funds.NAME in sheets:
        paid = funds.FundSheet(sheets[funds.NAME], material, paying, cells).write(whose, fund_numbers)
    if contracts.NAME in sheets:
        contracts.ContractSheet(sheets[contracts.NAME], material, paying, cells).write(
            whose, contract_numbers
        )
    summary.SummarySheet(book, first, material).write(whose, cells, scored, paid, len(fund_columns) - 1)
    first.close(one_page=first.rows <= summary.ONE_PAGE)
    for sheet in sheets.values():
        sheet.close()
