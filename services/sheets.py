"""Tables from outside as plain text: an Excel workbook, a CSV file, or a folder of CSV files."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from models.kinds import canonical
from services.errors import UserProblem

MEMBER_LIMIT = 10_000
UNPACKED_LIMIT = 300_000_000
RATIO_LIMIT = 200
RATIO_MATTERS_FROM = 20_000_000
CSV_LIMIT = 100_000_000
SIGNIFICANT_DIGITS = 15

_ERROR_CELL = re.compile(rb"""<c\b[^>]*\bt=["']e["']""")
_ZIP_SIGNATURE = b"PK\x03\x04"
_OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table as text: the header in row 1, then the rows; an empty cell is "".

    `rows[0]` is row 2 of the file, so that a row can be named as Excel numbers it.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def read_sheets(path: Path) -> list[Sheet]:
    """The sheets of a workbook, of one CSV file or of every CSV file in a folder (named by the file).

    Raises UserProblem with a sentence for what is missing, unreadable, of another format or hostile.
    """
    if path.is_dir():
        files = sorted(path.glob("*.csv"))
        if not files:
            raise UserProblem(
                f"文件夹“{path.name}”里没有 CSV 文件。请选择工作簿（.xlsx）或存有 CSV 表格的文件夹"
            )
        return [_read_csv(file) for file in files]
    if not path.exists():
        raise UserProblem(f"找不到文件“{path}”。请核对文件名和位置")
    if path.suffix.lower() == ".csv":
        return [_read_csv(path)]
    _check_workbook(path)
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
        records = list(csv.reader(io.StringIO(_decoded(data), newline=""), strict=True))
    except (csv.Error, UnicodeDecodeError) as error:
        raise UserProblem(
            f"“{path.name}”不是完整的 CSV 表格。请在 Excel 或 WPS 中另存为“CSV UTF-8”再导入"
        ) from error
    return _sheet(path.stem, records)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def _check_workbook(path: Path) -> None:
    """Refuse what is not a workbook, and archives that unpack to more than any workbook holds."""
    try:
        with path.open("rb") as file:
            start = file.read(8)
        if start == _OLE_SIGNATURE:
            raise UserProblem(
                f"“{path.name}”是旧版 .xls 文件或加了密码。请在 Excel 或 WPS 中另存为不带密码的 .xlsx 再导入"
            )
        if not start.startswith(_ZIP_SIGNATURE):
            raise UserProblem(f"“{path.name}”不是 Excel 工作簿。请选择 .xlsx 工作簿，或 CSV 表格")
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except OSError as error:
        raise UserProblem(
            f"“{path.name}”读不出来（{error.strerror}）。请核对文件是否还在、能否打开"
        ) from error
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise UserProblem(f"“{path.name}”已损坏，不能读取。请用 Excel 或 WPS 打开并重新保存") from error
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    swollen = unpacked > RATIO_MATTERS_FROM and unpacked > RATIO_LIMIT * max(packed, 1)
    if len(members) > MEMBER_LIMIT or unpacked > UNPACKED_LIMIT or swollen:
        raise UserProblem(
            f"“{path.name}”解压后大得不像工作簿，为安全起见没有读取。请核对文件来源，或拆分后再导入"
        )


def _read_workbook(path: Path) -> list[Sheet]:
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

    try:
        with CalamineWorkbook.from_path(path) as book:
            names = [sheet.name for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
            cells = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in names}
        if _holds_errors(path):
            _put_errors(path, cells)
        return [_sheet(name, rows) for name, rows in cells.items()]
    except (CalamineError, OSError, ValueError) as error:
        raise UserProblem(
            f"“{path.name}”不是完整的 Excel 工作簿。请用 Excel 或 WPS 打开并另存为 .xlsx 再导入"
        ) from error


def _holds_errors(path: Path) -> bool:
    """Whether a worksheet holds an error value such as #DIV/0!, which the fast reader gives as nothing."""
    with zipfile.ZipFile(path) as archive:
        sheets = (name for name in archive.namelist() if name.startswith("xl/worksheets/"))
        return any(_ERROR_CELL.search(archive.read(name)) for name in sheets)


def _put_errors(path: Path, cells: Mapping[str, list[list[Any]]]) -> None:
    """Put the words of error values where they stand, so that they are reported instead of read as empty."""
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True)
    for name in cells:
        for row in book[name].iter_rows():
            for cell in row:
                if cell.data_type == "e" and cell.row and cell.column:
                    _put(cells[name], cell.row, cell.column, str(cell.value))
    book.close()


def _put(rows: list[list[Any]], row: int, column: int, text: str) -> None:
    rows.extend([] for _ in range(row - len(rows)))
    cells = rows[row - 1]
    cells.extend("" for _ in range(column - len(cells)))
    cells[column - 1] = text


def _sheet(name: str, records: Sequence[Iterable[object]]) -> Sheet:
    rows = [_trimmed(cell_text(cell) for cell in record) for record in records]
    while rows and not rows[-1]:
        rows.pop()
    return Sheet(name, rows[0] if rows else (), tuple(rows[1:]))


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
