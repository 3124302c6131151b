"""The exchange workbook written and read, beside openpyxl writing and reading the same cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.filling import PERSON, large_project
from bench.measuring import Pair, Sizes
from models.records import Records
from models.schema import SCHEMA
from services import importing
from services.exporting.xlsx import write_workbook
from services.project import Project
from services.sheets import read_sheets


def pairs(sizes: Sizes, folder: Path) -> Iterator[Pair]:
    """All tables out with formats and lists of choices, and in again as a plan that changes nothing."""
    with Project.open(large_project(folder / "book.jiheng", sizes.fewer_payments), person=PERSON) as project:
        records = Records({name: project.rows(name) for name in SCHEMA})
    book = folder / "book.xlsx"
    write_workbook(records, book)
    cells = _cells(book)
    count = sum(len(row) for rows in cells.values() for row in rows)
    yield Pair(
        f"写交换工作簿（{count:,} 格）",
        "openpyxl 写同样的格",
        lambda: write_workbook(records, book),
        lambda: _write(cells, folder / "plain.xlsx"),
    )
    yield Pair(
        f"读交换工作簿（{count:,} 格）",
        "openpyxl 只读模式读同样的格",
        lambda: read_sheets(book),
        lambda: _cells(book),
    )
    yield Pair(
        "读并逐格核对（没有改动的导入）",
        "openpyxl 只读模式读同样的格",
        lambda: importing.plan(records, read_sheets(book)),
        lambda: _cells(book),
    )


def _cells(path: Path) -> Mapping[str, Sequence[Sequence[Any]]]:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True)
    found = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}
    book.close()
    return found


def _write(cells: Mapping[str, Sequence[Sequence[Any]]], path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in cells.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
