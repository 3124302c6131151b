"""The tables of a file by its kind: workbooks, CSV and Word documents."""

from __future__ import annotations

from pathlib import Path

from models.sayings import saying
from models.untidy.grid import Grid, covered_by
from services.errors import UserProblem
from services.reading.word import word_tables
from services.sheets import csv_rows, workbook_contents
from services.workbook_archive import check_legacy, check_workbook

READABLE = (".xlsx", ".xlsm", ".xls", ".csv", ".txt", ".tsv", ".docx")
_TEXTS = (".csv", ".txt", ".tsv")


def read_tables(path: Path) -> list[Grid]:
    """Every table of the file that holds anything.

    Raises UserProblem with a sentence for what is missing, unreadable, of another format, hostile, or
    holds no table.
    """
    kind = path.suffix.lower()
    if not path.is_file():
        raise UserProblem(saying("找不到文件“{0}”。请核对文件名和位置", path))
    if kind in _TEXTS:
        grids = [Grid(path.stem, csv_rows(path), around=(path.stem,))]
    elif kind == ".docx":
        grids = word_tables(path)
    elif kind in READABLE:
        grids = _workbook_tables(path)
    else:
        raise UserProblem(
            saying("“{0}”不是能导入的表格。请选择 Excel（.xlsx、.xls）、CSV 或 Word（.docx）文件", path.name)
        )
    found = [grid for grid in grids if grid.rows]
    if not found:
        raise UserProblem(saying("“{0}”里没有表格。请核对是不是选对了文件", path.name))
    return found


def _workbook_tables(path: Path) -> list[Grid]:
    (check_legacy if path.suffix.lower() == ".xls" else check_workbook)(path)
    grids = []
    for name, content in workbook_contents(path).items():
        height = len(content.rows)
        width = max((len(row) for row in content.rows), default=0)
        faults = {(row - 1, column): said for (row, column), said in content.faults.items()}
        covered = covered_by(content.merges, height, width)
        around = (path.stem, name)
        grids.append(
            Grid(name, content.rows, covered, faults, around, (), content.hidden, content.is_hidden)
        )  # fmt: skip
    return grids
