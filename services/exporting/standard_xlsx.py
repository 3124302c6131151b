"""An indicator standard as a workbook: what it is, and its table in the form of the exchange workbook."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from models import kinds
from models.fields import Field, Value
from models.sayings import saying
from models.schema import SCHEMA
from models.standard import CARRIED, Entry, Standard
from services.errors import ExportError
from services.exchange import PIECE, ROW_ID, header_of, id_header_of
from services.exporting.pdf import write_whole
from services.exporting.sheet_look import add_styles, dress
from services.exporting.xlsx import as_number, put_text
from services.standards import ABOUT, ABOUT_HEADER

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell

Columns = Sequence[tuple[str, Field | None, bool]]
"""Header, field, and whether it is for the program only."""


def write_standard(standard: Standard, path: Path) -> None:
    """Write the workbook; it appears complete or not at all. Raises ExportError."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    add_styles(book)
    _write_about(book, standard)
    _write_table(book, standard)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "standard.xlsx"
        book.save(made)
        write_whole(path, made.read_bytes())


def _write_about(book: Workbook, standard: Standard) -> None:
    sheet = book.create_sheet(ABOUT)
    dress(sheet, [(header, None, False) for header in ABOUT_HEADER], 1)
    said = (standard.title, standard.document, standard.kind, standard.remark)
    for place, (header, text) in enumerate(zip(ABOUT_HEADER, said, strict=True), start=1):
        put_text(sheet.cell(1, place), header)
        if text:
            put_text(sheet.cell(2, place), kinds.clean(text)[:PIECE])


def _columns() -> Columns:
    table = SCHEMA["indicator"]
    parent = table.field("parent")
    fields = [(header_of(table.field(name)), table.field(name), False) for name in CARRIED]
    hidden = [(id_header_of(parent), parent, True), (ROW_ID, None, True)]
    return [(header_of(parent), parent, False), *fields, *hidden]


def _write_table(book: Workbook, standard: Standard) -> None:
    sheet = book.create_sheet(SCHEMA["indicator"].label)
    columns = _columns()
    dress(sheet, columns, len(standard.entries))
    for place, (header, _, _) in enumerate(columns, start=1):
        put_text(sheet.cell(1, place), header)
    for number, entry in enumerate(standard.entries, start=2):
        for place, value in enumerate(_values(standard, entry), start=1):
            _put(sheet.cell(number, place), value, entry)


def _values(standard: Standard, entry: Entry) -> Sequence[Value]:
    above = standard.by_id[entry.parent] if entry.parent is not None else None
    shown = (above.code or above.name or above.id) if above is not None else None
    rule = SCHEMA["indicator"].field("rule").words
    own = [entry.values.get(name) for name in CARRIED]
    words = [rule.get(str(value), value) if name == "rule" else value
             for name, value in zip(CARRIED, own, strict=True)]  # fmt: skip
    return [shown, *words, entry.parent, entry.id]


def _put(cell: Cell, value: Value, entry: Entry) -> None:
    if value is None:
        return
    if isinstance(value, Decimal):
        number = as_number(kinds.canonical(value))
        if isinstance(number, Decimal):
            cell.value = number
            return
        value = number
    text = kinds.clean(str(value))
    if len(text) > PIECE:
        raise ExportError(saying("指标“{0}”的文字超过 {1} 字，放不进一个单元格。请先缩短", entry.name, PIECE))
    put_text(cell, text)
