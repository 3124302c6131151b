"""Tables from outside as plain text: an Excel workbook, a CSV file, or a folder of CSV files."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

from models.kinds import LONGTEXT_LIMIT, canonical
from services.errors import UserProblem
from services.workbook_archive import check_workbook
from services.workbook_marks import marks

CSV_LIMIT = 100_000_000
SIGNIFICANT_DIGITS = 15
FIELD_LIMIT = 2 * LONGTEXT_LIMIT
"""Characters of one CSV cell; the library's own limit is less than a long text may have."""


Faults = Mapping[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table as text: the header in row 1, then the rows; an empty cell is "".

    `rows[0]` is row 2 of the file, so that a row can be named as Excel numbers it. `faults` says of
    cells (the row as Excel numbers it, the column from 0) why what they show cannot be taken.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    faults: Faults = field(default_factory=dict)


def read_sheets(path: Path) -> list[Sheet]:
    """The sheets of a workbook, of one CSV file or of every CSV file in a folder (named by the file).

    Raises UserProblem with a sentence for what is missing, unreadable, of another format or hostile.
    """
    if path.is_dir():
        files = sorted(each for each in path.iterdir() if each.suffix.lower() == ".csv" and each.is_file())
        if not files:
            raise UserProblem(
                f"文件夹“{path.name}”里没有 CSV 文件。请选择工作簿（.xlsx）或存有 CSV 表格的文件夹"
            )
        return [_read_csv(file) for file in files]
    if not path.exists():
        raise UserProblem(f"找不到文件“{path}”。请核对文件名和位置")
    if path.suffix.lower() == ".csv":
        return [_read_csv(path)]
    check_workbook(path)
    return _read_workbook(path)


def _read_csv(path: Path) -> Sheet:
    try:
        if path.stat().st_size > CSV_LIMIT:
            raise UserProblem(
                f"“{path.name}”超过 {CSV_LIMIT // 1_000_000} MB，不是普通的表格文件。请拆分后再导入"
            )
        data = path.read_bytes()
    except OSError as error:
        raise UserProblem(
            f"“{path.name}”读不出来（{error.strerror}）。请核对文件是否还在、能否打开"
        ) from error
    try:
        csv.field_size_limit(FIELD_LIMIT)
        text = _decoded(data)
        records = list(csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=_delimiter(text)))
    except (csv.Error, UnicodeDecodeError) as error:
        raise UserProblem(
            f"“{path.name}”不是完整的 CSV 表格。请在 Excel 或 WPS 中另存为“CSV UTF-8”再导入"
        ) from error
    return _sheet(path.stem, records)


def _delimiter(text: str) -> str:
    """What parts the cells of the first line: a comma unless there is none but another mark."""
    first = text.partition("\n")[0]
    return next((mark for mark in ",\t;" if mark in first), ",")


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def _read_workbook(path: Path) -> list[Sheet]:
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

    try:
        with CalamineWorkbook.from_path(path) as book:
            names = [sheet.name for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
            cells = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in names}
    except (CalamineError, OSError, ValueError) as error:
        raise _incomplete(path) from error
    except BaseException as error:
        # The reader is written in Rust: what it stumbles over may come as a panic, which is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise _incomplete(path) from error
    faults: dict[str, dict[tuple[int, int], str]] = {name: {} for name in names}
    try:
        for mark in marks(path):
            if mark.sheet in cells:
                _put(cells[mark.sheet], mark.row, mark.column, mark.text)
                if mark.fault:
                    faults[mark.sheet][mark.row, mark.column - 1] = mark.fault
    except Exception as error:  # the slow reader has no error of its own for what it cannot read
        raise _incomplete(path) from error
    return [_sheet(name, rows, faults[name]) for name, rows in cells.items()]


def _incomplete(path: Path) -> UserProblem:
    said = "不是完整的 Excel 工作簿，或里面有读不懂的内容。请用 Excel 或 WPS 打开并另存为 .xlsx 再导入"
    return UserProblem(f"“{path.name}”{said}")


def _put(rows: list[list[Any]], row: int, column: int, text: str) -> None:
    rows.extend([] for _ in range(row - len(rows)))
    cells = rows[row - 1]
    cells.extend("" for _ in range(column - len(cells)))
    cells[column - 1] = text


def _sheet(
    name: str,
    records: Sequence[Iterable[object]],
    faults: Mapping[tuple[int, int], str] = MappingProxyType({}),
) -> Sheet:
    rows = [_trimmed(cell_text(cell) for cell in record) for record in records]
    while rows and not rows[-1]:
        rows.pop()
    return Sheet(name, rows[0] if rows else (), tuple(rows[1:]), faults)


def _trimmed(cells: Iterable[str]) -> tuple[str, ...]:
    row = list(cells)
    while row and not row[-1]:
        row.pop()
    return tuple(row)


def cell_text(cell: object) -> str:
    """What a workbook's cell says, as a person would type it.

    A number counts with the 15 digits that Excel itself keeps, so that 0.1 + 0.2 is 0.3.
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return canonical(Decimal(format(cell, f".{SIGNIFICANT_DIGITS}g")))
    if isinstance(cell, datetime):
        midnight = cell.time().isoformat() == "00:00:00"
        return cell.date().isoformat() if midnight else cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, date) else str(cell)
