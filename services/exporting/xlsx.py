"""The exchange workbook: one sheet per table, which people edit in Excel and the program reads back."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from models import experts, kinds
from models.fields import NUMERIC, Field, Kind, Row, Table, Value
from models.records import Records
from models.sayings import saying
from models.schema import SCHEMA
from services.errors import ExportError
from services.exchange import (
    CONTINUATION,
    CONTINUATION_HEADER,
    PIECE,
    ROW_ID,
    VOID_REASON,
    exchanged,
    header_of,
    id_header_of,
    ref_text,
)
from services.exporting.pace import Pace, Watch
from services.exporting.sheet_look import add_styles, dress

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell

_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
FORMULA_STARTS = ("=", "+", "-", "@")
_SIGNIFICANT_DIGITS = 15


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column to write: its header, its field (None for row ids and void reasons), and if it is hidden."""

    header: str
    field: Field | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Ending:
    """A piece of a text that is too long for one cell, and where it belongs."""

    table: str
    row_id: str
    column: str
    number: int
    text: str


def write_workbook(records: Records, path: Path, **watch: Unpack[Watch]) -> None:
    """Write every exchanged table; the file appears complete or not at all.

    Experts' scores that are not released yet are left out as whole rows: read back, an empty score would
    overwrite the real one.

    Raises ExportError when the place cannot be written, for instance while Excel has the file open, and
    ExportCancelled when it was stopped; the file is then as it was before.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    add_styles(book)
    pace = Pace(watch.get("progress"), watch.get("cancelled"))
    pace.phase(0, 70, sum(len(_rows(records, table)) for table in exchanged()))
    endings: list[Ending] = []
    for table in exchanged():
        endings += _write_table(book, records, table, pace)
    if endings:
        _write_endings(book, endings)
    pace.phase(70, 100, 1)
    _save(book, path, pace)


def _save(book: Workbook, path: Path, pace: Pace) -> None:
    temporary = path.with_name(f".~{secrets.token_hex(6)}.xlsx")
    try:
        try:
            book.save(temporary)
            pace.step()
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        said = saying(
            "“{0}”写不进去（{1}）。请关闭正在打开它的 Excel 或 WPS，或换一个位置", path.name, error.strerror
        )
        raise ExportError(said) from error


def columns_of(records: Records, table: Table) -> list[SheetColumn]:
    """The columns of a table's sheet: every field, ids behind refs, the void reason, the row's id."""
    columns: list[SheetColumn] = []
    for field in table.fields:
        columns.append(SheetColumn(header_of(field, records.money_unit), field))
        if field.kind is Kind.REF:
            columns.append(SheetColumn(id_header_of(field), field, hidden=True))
    if table.voidable or any(row["void_reason"] is not None for row in records.all(table.name)):
        columns.append(SheetColumn(VOID_REASON))
    return [*columns, SheetColumn(ROW_ID, hidden=True)]


def _write_table(book: Workbook, records: Records, table: Table, pace: Pace) -> list[Ending]:
    sheet = book.create_sheet(table.label)
    columns, rows = columns_of(records, table), _rows(records, table)
    dress(sheet, [(column.header, column.field, column.hidden) for column in columns], len(rows))
    for place, column in enumerate(columns, start=1):
        put_text(sheet.cell(1, place), column.header)
    endings: list[Ending] = []
    for number, row in enumerate(rows, start=2):
        for place, column in enumerate(columns, start=1):
            endings += _put(sheet.cell(number, place), records, table, row, column)
        pace.step()
    return endings


def _rows(records: Records, table: Table) -> Sequence[Row]:
    return () if table.name == experts.TABLE and experts.withheld(records) else records.all(table.name)


def _put(cell: Cell, records: Records, table: Table, row: Row, column: SheetColumn) -> Iterable[Ending]:
    value, field = _content(records, row, column), column.field
    if value is None:
        return ()
    if isinstance(value, Decimal):
        cell.value = value
        return ()
    text = kinds.clean(value)
    put_text(cell, text[:PIECE])
    if len(text) <= PIECE:
        return ()
    return _endings(table, str(row["id"]), field.label if field is not None else column.header, text)


def _content(records: Records, row: Row, column: SheetColumn) -> str | Decimal | None:
    field = column.field
    if field is None:
        return str(row["id"]) if column.header == ROW_ID else row["void_reason"]
    value: Value = row[field.name]
    if value is None:
        return None
    if field.kind is Kind.REF:
        return str(value) if column.hidden else _shown_ref(records, field, str(value))
    if isinstance(value, bool):
        return "是" if value else "否"
    if field.kind in NUMERIC:
        return as_number(str(kinds.exchange(field, value, money_unit=records.money_unit)))
    return field.words.get(str(value), str(value))


def _shown_ref(records: Records, field: Field, row_id: str) -> str:
    target = records.get(field.table, row_id)
    return ref_text(records, SCHEMA[field.table], target) if target is not None else row_id


def as_number(text: str) -> Decimal | str:
    """A number for a number cell where Excel keeps every digit of it, else its text."""
    number = Decimal(text)
    exact = Decimal(format(float(number), f".{_SIGNIFICANT_DIGITS}g")) == number
    return number if exact else text


def put_text(cell: Cell, text: str) -> None:
    """Text that stays text: never a formula, never read as an escape."""
    cell.value = _ESCAPE_LIKE.sub("_x005F_", text)
    cell.data_type = "s"
    if text.startswith(FORMULA_STARTS):
        cell.quotePrefix = True


def _endings(table: Table, row_id: str, column: str, text: str) -> Iterator[Ending]:
    for number, start in enumerate(range(PIECE, len(text), PIECE), start=1):
        yield Ending(table.label, row_id, column, number, text[start : start + PIECE])


def _write_endings(book: Workbook, endings: Iterable[Ending]) -> None:
    sheet = book.create_sheet(CONTINUATION)
    for place, header in enumerate(CONTINUATION_HEADER, start=1):
        put_text(sheet.cell(1, place), header)
    for number, ending in enumerate(endings, start=2):
        cells = (ending.table, ending.row_id, ending.column, str(ending.number), ending.text)
        for place, text in enumerate(cells, start=1):
            put_text(sheet.cell(number, place), text)
    sheet.sheet_state = "hidden"
