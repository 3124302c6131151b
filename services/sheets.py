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
from typing import Any

from models.kinds import LONGTEXT_LIMIT, canonical
from models.sayings import saying
from services.errors import UserProblem
from services.workbook_archive import check_workbook
from services.workbook_marks import hidden_rows, marks

CSV_LIMIT = 100_000_000
SIGNIFICANT_DIGITS = 15
FIELD_LIMIT = 2 * LONGTEXT_LIMIT
"""Characters of one CSV cell; the library's own limit is less than a long text may have."""


DELIMITER_LINES, DELIMITER_LETTERS = 40, 100_000
"""How much of a text is looked at to see what parts its cells."""

Faults = Mapping[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a row comes from as people find it, with the heads its values stand under, by field label."""

    sheet: str
    row: int
    heads: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table as text: the header in row 1, then the rows; an empty cell is "".

    `rows[0]` is row 2 of the file, so that a row can be named as Excel numbers it. `faults` says of
    cells (the row as Excel numbers it, the column from 0) why what they show cannot be taken. A sheet
    made of something else than a sheet names the origin of each row.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    faults: Faults = field(default_factory=dict)
    origins: tuple[Origin, ...] = ()

    def origin(self, number: int) -> Origin:
        """Where the row of that number stands."""
        return self.origins[number - 2] if self.origins else Origin(self.name, number)


@dataclass(frozen=True, slots=True)
class Content:
    """One sheet of a workbook as it stands: texts from cell A1 on, faults, and merged ranges from 0.

    `hidden` are its hidden rows from 0, `is_hidden` tells whether all of it is.
    """

    rows: tuple[tuple[str, ...], ...]
    faults: Faults
    merges: tuple[tuple[int, int, int, int], ...] = ()
    hidden: frozenset[int] = frozenset()
    is_hidden: bool = False


def read_sheets(path: Path) -> list[Sheet]:
    """The sheets of a workbook, of one CSV file or of every CSV file in a folder (named by the file).

    Raises UserProblem with a sentence for what is missing, unreadable, of another format or hostile.
    """
    if path.is_dir():
        files = sorted(each for each in path.iterdir() if each.suffix.lower() == ".csv" and each.is_file())
        if not files:
            raise UserProblem(
                saying("文件夹“{0}”里没有 CSV 文件。请选择工作簿（.xlsx）或存有 CSV 表格的文件夹", path.name)
            )
        return [_sheet(file.stem, csv_rows(file), {}) for file in files]
    if not path.exists():
        raise UserProblem(saying("找不到文件“{0}”。请核对文件名和位置", path))
    if path.suffix.lower() == ".csv":
        return [_sheet(path.stem, csv_rows(path), {})]
    check_workbook(path)
    return [_sheet(name, one.rows, one.faults) for name, one in workbook_contents(path).items()]


def csv_rows(path: Path) -> tuple[tuple[str, ...], ...]:
    """The rows of a CSV file in UTF-8, UTF-16, GBK or GB18030, parted by comma, tab or semicolon.

    Raises UserProblem for what cannot be read, is too big, or is no table.
    """
    try:
        if path.stat().st_size > CSV_LIMIT:
            raise UserProblem(
                saying(
                    "“{0}”超过 {1} MB，不是普通的表格文件。请拆分后再导入", path.name, CSV_LIMIT // 1_000_000
                )
            )
        data = path.read_bytes()
    except OSError as error:
        raise UserProblem(
            saying("“{0}”读不出来（{1}）。请核对文件是否还在、能否打开", path.name, error.strerror)
        ) from error
    try:
        return _filled(text_rows(_decoded(data).replace("\0", "")))
    except (csv.Error, UnicodeDecodeError) as error:
        raise UserProblem(
            saying("“{0}”不是完整的 CSV 表格。请在 Excel 或 WPS 中另存为“CSV UTF-8”再导入", path.name)
        ) from error


def text_rows(text: str) -> list[list[str]]:
    """The cells of a text parted by comma, tab or semicolon; csv.Error where quotes do not close."""
    csv.field_size_limit(FIELD_LIMIT)
    return list(csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=_delimiter(text)))


def _delimiter(text: str) -> str:
    """What parts the cells: the mark that stands equally often in most of the first lines."""
    lines = [line for line in text[:DELIMITER_LETTERS].splitlines()[:DELIMITER_LINES] if line]

    def alike(mark: str) -> int:
        counts = [line.count(mark) for line in lines if mark in line]
        return max(map(counts.count, counts), default=0)

    return max(",\t;", key=alike) if lines else ","


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def sheet_names(path: Path) -> tuple[str, ...]:
    """What the sheets of a workbook or the table of a CSV file are called, without reading their rows.

    Raises UserProblem for a workbook that is missing, damaged or hostile.
    """
    if path.suffix.lower() == ".csv":
        return (path.stem,)
    if not path.exists():
        raise UserProblem(saying("找不到文件“{0}”。请核对文件名和位置", path))
    check_workbook(path)
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with CalamineWorkbook.from_path(path) as book:
            return tuple(book.sheet_names)
    except (CalamineError, OSError, ValueError) as error:
        raise _incomplete(path) from error


def workbook_contents(path: Path) -> dict[str, Content]:
    """The sheets of a checked workbook by name; UserProblem for one that is damaged.

    Formulas come in as the values they had when the workbook was saved.
    """
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    unseen: set[str] = set()
    merges: dict[str, tuple[tuple[int, int, int, int], ...]] = {}
    cells: dict[str, list[list[Any]]] = {}
    try:
        with CalamineWorkbook.from_path(path) as book:
            known = [one for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
            unseen.update(one.name for one in known if one.visible != SheetVisibleEnum.Visible)
            for name in [one.name for one in known]:
                sheet = book.get_sheet_by_name(name)
                cells[name] = sheet.to_python(skip_empty_area=False)
                merges[name] = tuple((*start, *end) for start, end in sheet.merged_cell_ranges or ())
    except (CalamineError, OSError, ValueError) as error:
        raise _incomplete(path) from error
    except BaseException as error:
        # The reader is written in Rust: what it stumbles over may come as a panic, which is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise _incomplete(path) from error
    faults = _marked(path, cells)
    hidden = hidden_rows(path) if path.suffix.lower() != ".xls" else {}
    return {
        name: Content(
            _filled([cell_text(cell) for cell in row] for row in rows), faults[name], merges[name],
            hidden.get(name, frozenset()), name in unseen,
        )
        for name, rows in cells.items()
    }  # fmt: skip


def _marked(path: Path, cells: Mapping[str, list[list[Any]]]) -> dict[str, dict[tuple[int, int], str]]:
    """Put in what the fast reader does not tell, and give the faults; a legacy workbook has no marks."""
    faults: dict[str, dict[tuple[int, int], str]] = {name: {} for name in cells}
    if path.suffix.lower() == ".xls":
        return faults
    try:
        for mark in marks(path):
            if mark.sheet in cells:
                _put(cells[mark.sheet], mark.row, mark.column, mark.text)
                if mark.fault:
                    faults[mark.sheet][mark.row, mark.column - 1] = mark.fault
    except Exception as error:  # the slow reader has no error of its own for what it cannot read
        raise _incomplete(path) from error
    return faults


def _incomplete(path: Path) -> UserProblem:
    said = saying(
        "“{0}”不是完整的 Excel 工作簿，或里面有读不懂的内容。请用 Excel 或 WPS 打开并另存为 .xlsx 再导入",
        path.name,
    )
    return UserProblem(said)


def _put(rows: list[list[Any]], row: int, column: int, text: str) -> None:
    rows.extend([] for _ in range(row - len(rows)))
    cells = rows[row - 1]
    cells.extend("" for _ in range(column - len(cells)))
    cells[column - 1] = text


def _sheet(name: str, rows: Sequence[tuple[str, ...]], faults: Faults) -> Sheet:
    return Sheet(name, rows[0] if rows else (), tuple(rows[1:]), faults)


def _filled(records: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """The rows without the empty cells at their ends and the empty rows at the end."""
    rows = [_trimmed(record) for record in records]
    while rows and not rows[-1]:
        rows.pop()
    return tuple(rows)


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
