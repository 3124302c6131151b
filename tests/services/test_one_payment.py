"""One payment of the sample is changed: what depends on it is new in every format, and nothing else."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections import Counter
from decimal import Decimal
from html import unescape
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from models.records import Records
from models.report.document import compose
from services.exporting.outputs import export_file
from services.project import Project
from services.report_forms import form_of
from services.workspace import Workspace

FIGURE = re.compile(r"−?\d[\d,]*\.\d\d(?!\d)")

DEPENDENT = {
    # ten more paid on the English portal's contract (10.80 → 20.80): what stood there, what stands now
    "10.80": "20.80",  # the payment
    "25.20": "15.20",  # unpaid of the contract
    "89.58": "99.58",  # paid by its group
    "350.80": "360.80",  # paid by its fund
    "212.65": "202.65",  # the fund's balance
    "62.26": "64.03",  # the fund's execution rate
    "2,053.31": "2,063.31",  # paid in all
    "271.36": "261.36",  # the balance of everything
    "88.33": "88.76",  # the execution rate
    "11.67": "11.24",  # its distance from the standard
    "31.01": "29.86",  # the carry-over rate
    "26.01": "24.86",  # its distance from the standard
    "77.88": "67.88",  # unpaid of the fund's contracts
    "1,179.83": "1,169.83",  # unpaid of all contracts
    "1,220.53": "1,230.53",  # paid to all contracts in the year
}
"""Figures that cannot stay and those that must come; the score and its parts follow besides."""


def edit_all_chapters(workspace: Workspace) -> None:
    """Make every chapter the evaluator's, with a sentence of his own at its end."""
    records = workspace.records
    report = compose(records, workspace.evaluation, workspace.problems, form_of(records))
    with workspace.edit("报告章节 · 正文") as edit:
        for chapter in report.chapters:
            text = f"{chapter.automatic}\n以上情况已与被评价单位核对。"
            edit.insert(
                "section",
                {"key": chapter.key, "text": text, "base": chapter.automatic, "edited": True},
            )


def pdf_text(path: Path) -> str:
    pdf = pypdfium2.PdfDocument(path)
    try:
        return "".join(page.get_textpage().get_text_range() for page in pdf)
    finally:
        pdf.close()


def docx_text(path: Path) -> str:
    """Every word of the document, those of its pictures too."""
    with zipfile.ZipFile(path) as archive:
        xml = archive.read("word/document.xml").decode()
    pictures = " ".join(re.findall(r'descr="([^"]*)"', xml))
    cells = re.sub(r"</w:(?:p|tc)>|<w:tab/>|<w:br/>", " ", xml)
    return unescape(re.sub(r"<[^>]+>", "", cells) + " " + pictures)


def xlsx_text(path: Path) -> str:
    """Every figure of the report workbook as its cells keep them, at two decimals."""
    found = []
    for sheet in openpyxl.load_workbook(path, data_only=True):
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, int | float):
                    rate = 100 if "%" in cell.number_format else 1
                    found.append(f"{Decimal(str(cell.value)) * rate:,.2f}")
                elif cell.value is not None:
                    found.append(str(cell.value))
    return " ".join(found)


WORKBOOK = {old: new for old, new in DEPENDENT.items() if old not in ("11.67", "31.01", "26.01", "89.58")}
"""The workbook has the tables; the distances from the standards and the groups stand in the report's text."""

OWN = ({"2,738.39", "41.60"}, {"2,748.39", "43.80"})
"""What only the workbook has: the sum of all payments, and the indicator's share of its weight."""

READ = {".pdf": pdf_text, ".docx": docx_text, ".xlsx": xlsx_text}


def printed(records: Records, folder: Path, ending: str, source: Path) -> Counter[str]:
    out = folder / f"报告{ending}"
    export_file(records, out, "report", source=source)
    return Counter(FIGURE.findall(READ[ending](out)))


@pytest.fixture(scope="module", params=[False, True], ids=["as proposed", "every chapter edited"])
def states(
    request: pytest.FixtureRequest, sample_master: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Records, Records, Path]:
    """The sample before and after the change, with the chapters as proposed or as somebody's own text."""
    path = Path(shutil.copy(sample_master, tmp_path_factory.mktemp("payment") / "样例.jiheng"))
    with Project.open(path) as project:
        workspace = Workspace(project)
        if request.param:
            edit_all_chapters(workspace)
        before = workspace.records
        contract = next(
            row for row in before.live("contract") if row["name"].endswith("英文门户网站年度运维项目")
        )
        (payment,) = before.of("payment", "contract", contract["id"])
        with workspace.edit("付款 · 付款金额") as edit:
            edit.update("payment", payment["id"], {"amount": payment["amount"] + 10_000_000})
        return before, workspace.records, path


@pytest.mark.parametrize("ending", READ)
def test_every_figure_that_depends_on_it_is_new(
    states: tuple[Records, Records, Path], tmp_path: Path, ending: str
) -> None:
    before, after, source = states
    old, new = (printed(records, tmp_path, ending, source) for records in (before, after))
    gone, come = set(old - new), set(new - old)
    wanted = WORKBOOK if ending == ".xlsx" else DEPENDENT
    assert set(wanted) - gone == set()
    assert set(wanted.values()) - come == set()


def test_nothing_else_is_new_in_any_format(states: tuple[Records, Records, Path], tmp_path: Path) -> None:
    """PDF and Word lose and gain the same figures; the workbook none that they do not."""
    before, after, source = states
    changed = {}
    for ending in READ:
        old, new = (printed(records, tmp_path, ending, source) for records in (before, after))
        changed[ending] = (set(old - new), set(new - old))
    for side in (0, 1):
        assert changed[".pdf"][side] == changed[".docx"][side]
        assert changed[".xlsx"][side] - changed[".pdf"][side] <= OWN[side]
