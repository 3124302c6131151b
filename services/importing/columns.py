"""Which table a sheet is and which field each of its columns is, by the words of the headers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.fields import Field, Kind, Table
from models.sayings import saying
from services.exchange import CONTINUATION, ROW_ID, VOID_REASON, exchanged, id_header_of, plain
from services.sheets import Sheet, read_sheets, sheet_names

_UNIT = re.compile(r"（(万元|元)）$")
_VOID_WORDS = {plain(VOID_REASON), "void_reason"}
_ID_WORDS = {plain(ROW_ID), "id"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet: where it stands, its field, and the unit of its amounts."""

    index: int
    field: Field
    money_unit: str = "万元"


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet understood: its table, its columns, and where ids, ref ids and void reasons stand."""

    table: Table
    columns: tuple[Column, ...]
    ref_ids: Mapping[str, int]
    row_id: int | None
    void_reason: int | None
    missing: tuple[Field, ...]


def table_of(sheet: Sheet) -> Table | None:
    """The table that a sheet's name stands for, in Chinese or English; None for any other sheet."""
    for table in exchanged():
        if plain(sheet.name) in (plain(table.label), table.name):
            return table
    return None


def is_exchange(path: Path) -> bool:
    """Whether a file is one that this program exports, and no unit's own with a sheet called 合同, too."""
    if path.is_dir():
        return True
    if path.suffix.lower() not in (".xlsx", ".csv"):
        return False
    if all(table_of(Sheet(name, (), ())) is None for name in sheet_names(path)):
        return False
    known = ((sheet, table) for sheet in read_sheets(path) if (table := table_of(sheet)) is not None)
    return any(_is_ours(sheet, table) for sheet, table in known)


def _is_ours(sheet: Sheet, table: Table) -> bool:
    """Whether the first row is the head that this program writes: ids, or nothing but fields."""
    found, notes = layout(sheet, table)
    return found.row_id is not None or (bool(found.columns) and not found.missing and not notes)


def is_continuation(sheet: Sheet) -> bool:
    """Whether the sheet holds the ends of long texts."""
    return plain(sheet.name) == CONTINUATION


def layout(sheet: Sheet, table: Table) -> tuple[Layout, list[str]]:
    """The sheet's columns, and remarks on those that are left alone."""
    by_word = _words(table)
    columns: dict[str, Column] = {}
    ref_ids: dict[str, int] = {}
    marks: dict[str, int] = {}
    notes: list[str] = []
    for index, header in enumerate(sheet.header):
        word = plain(header)
        mark = "id" if word in _ID_WORDS else "void" if word in _VOID_WORDS else ""
        column = _column(by_word, word, index)
        if mark and mark not in marks:
            marks[mark] = index
        elif word in (ids := _ref_id_words(table)):
            ref_ids[ids[word]] = index
        elif column is not None and column.field.name not in columns:
            columns[column.field.name] = column
        elif column is not None or mark:
            notes.append(saying("工作表“{0}”有两列“{1}”，只读了前一列", sheet.name, header))
        elif word or any(len(row) > index and row[index].strip() for row in sheet.rows):
            shown = header or saying("第 {0} 列", index + 1)
            notes.append(saying("工作表“{0}”的列“{1}”不认识，没有导入", sheet.name, shown))
    missing = tuple(field for field in table.fields if field.required and field.name not in columns)
    found = Layout(table, tuple(columns.values()), ref_ids, marks.get("id"), marks.get("void"), missing)
    return found, notes


def _words(table: Table) -> Mapping[str, Field]:
    english = {field.name: field for field in table.fields}
    return english | {plain(field.label): field for field in table.fields}


def _ref_id_words(table: Table) -> Mapping[str, str]:
    return {plain(id_header_of(field)): field.name for field in table.refs}


def _column(by_word: Mapping[str, Field], word: str, index: int) -> Column | None:
    if word in by_word:
        return Column(index, by_word[word])
    unit = _UNIT.search(word)
    field = by_word.get(_UNIT.sub("", word))
    if unit is None or field is None or field.kind is not Kind.MONEY:
        return None
    return Column(index, field, unit.group(1))


Endings = Mapping[tuple[str, str, str], str]
"""The rest of long texts by table, row id and field."""


def endings(sheets: Sequence[Sheet]) -> Endings:
    """What the hidden sheet 续文 holds, put together in the order of its numbers."""
    pieces: dict[tuple[str, str, str], list[tuple[int, str]]] = {}
    labels = {
        (table.label, label): (table.name, name)
        for table in exchanged()
        for label, name in [*((each.label, each.name) for each in table.fields), (VOID_REASON, "void_reason")]
    }
    for sheet in filter(is_continuation, sheets):
        for row in sheet.rows:
            place = labels.get((row[0], row[2])) if len(row) >= 5 else None
            if place is not None and row[3].isdecimal():
                pieces.setdefault((place[0], row[1], place[1]), []).append((int(row[3]), row[4]))
    return {key: "".join(text for _, text in sorted(parts)) for key, parts in pieces.items()}
