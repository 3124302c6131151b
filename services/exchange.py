"""The words and marks of the exchange workbook that its writer and its reader share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.fields import Field, Kind, Row, Table
from models.kinds import clean
from models.records import Records
from models.schema import TABLES

ROW_ID = "行 id"
"""Header of the hidden column with the row's own id."""

VOID_REASON = "作废原因"
CONTINUATION = "续文"
"""The hidden sheet with what does not fit into one cell: sheet, row id, column, number, text."""

CONTINUATION_HEADER = ("工作表", ROW_ID, "列", "序号", "内容")
PIECE = 16_000
"""Characters per cell: Excel takes 32,767 units, and one character may be two."""

_LINE_BREAK = re.compile(r"\s*\n\s*")
_MARKS = re.compile(r"[*＊\s]+")


def exchanged() -> Iterator[Table]:
    """The tables that the workbook carries, in the order of the data dictionary."""
    return (table for table in TABLES if table.exchanged)


def header_of(field: Field, money_unit: str = "万元") -> str:
    """A column's header as written: the label, a unit where amounts are in 元, a star where required."""
    unit = "（元）" if field.kind is Kind.MONEY and money_unit == "元" else ""
    return field.label + unit + ("*" if field.required else "")


def id_header_of(field: Field) -> str:
    """The header of the hidden column with the id behind a ref's visible text."""
    return f"{field.label} id"


def plain(header: str) -> str:
    """A header without star, spaces and the difference between （） and ()."""
    return _MARKS.sub("", header).replace("(", "（").replace(")", "）").lower()


def ref_text(records: Records, table: Table, row: Row) -> str:
    """What stands for a row in a ref's cell: its code or name, else its title, else its id."""
    text = records.key_of(table.name, row)
    return _LINE_BREAK.sub(" ", clean(text)).strip() or str(row["id"])
