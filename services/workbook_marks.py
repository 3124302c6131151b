"""What the fast workbook reader does not tell: error values, uncalculated formulas, percent formats."""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from models.kinds import canonical, short
from models.sayings import saying

_ERROR_CELL = re.compile(rb"""<(?:\w+:)?c\b[^>]*\bt=["']e["']""")
_BARE_FORMULA = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^>]*/>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_HIDDEN_ROW = re.compile(
    rb"""<(?:\w+:)?row\b(?=[^>]*\bhidden=["'](?:1|true)["'])[^>]*\br=["'](\d{1,7})["']"""
)
_SHEET = re.compile(r"""<(?:\w+:)?sheet\b[^>]*>""")
_RELATION = re.compile(r"""<(?:\w+:)?Relationship\b[^>]*>""")
_ATTRIBUTE = re.compile(r"""([\w:]+)=["']([^"']*)["']""")
_CELL_FORMATS = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_FORMAT_ID = re.compile(rb'\bnumFmtId="(\d+)"')
_PERCENT_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\b[^>]*%[^>]*>")
_PERCENT_IDS = frozenset({b"9", b"10"})
_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Mark:
    """One cell: where it stands (from 1), the text it means, and what is wrong with it, if anything."""

    sheet: str
    row: int
    column: int
    text: str
    fault: str = ""


def marks(path: Path) -> Iterator[Mark]:
    """The cells of a workbook that mean something else than their bare value says."""
    faulty, percents = _suspicions(path)
    if faulty:
        yield from _faults(path)
    if percents:
        yield from _percents(path)


def hidden_rows(path: Path) -> dict[str, frozenset[int]]:
    """The rows of a workbook's sheets, from 0, that the program it was made with does not show."""
    found: dict[str, frozenset[int]] = {}
    with zipfile.ZipFile(path) as archive:
        members = set(archive.namelist())
        for name, member in _sheet_members(archive, members).items():
            if member in members and (rows := _HIDDEN_ROW.findall(archive.read(member))):
                found[name] = frozenset(int(row) - 1 for row in rows)
    return found


def _sheet_members(archive: zipfile.ZipFile, members: set[str]) -> dict[str, str]:
    """The files inside a workbook by the names of their sheets."""
    links = "xl/_rels/workbook.xml.rels"
    if links not in members:
        return {}
    relations = [dict(_ATTRIBUTE.findall(each)) for each in _RELATION.findall(_text(archive, links))]
    targets = {each.get("Id"): each.get("Target", "") for each in relations}
    sheets = [dict(_ATTRIBUTE.findall(each)) for each in _SHEET.findall(_text(archive, "xl/workbook.xml"))]
    places = {html.unescape(each.get("name", "")): targets.get(each.get("r:id"), "") for each in sheets}
    return {
        name: place.lstrip("/") if place.startswith("/") else f"xl/{place}" for name, place in places.items()
    }


def _text(archive: zipfile.ZipFile, member: str) -> str:
    return archive.read(member).decode("utf-8", "replace")


def _suspicions(path: Path) -> tuple[bool, bool]:
    """Whether any cell may be faulty, and whether any is shown in percent; cheap, and seldom wrong."""
    faulty = percents = False
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/") and not faulty:
                content = archive.read(name)
                faulty = bool(_ERROR_CELL.search(content) or _BARE_FORMULA.search(content))
            elif name == "xl/styles.xml":
                percents = _uses_percent(archive.read(name))
    return faulty, percents


def _uses_percent(styles: bytes) -> bool:
    own = {found[1] for each in _PERCENT_FORMAT.findall(styles) if (found := _FORMAT_ID.search(each))}
    used = _CELL_FORMATS.search(styles)
    return used is not None and not (own | _PERCENT_IDS).isdisjoint(_FORMAT_ID.findall(used[0]))


def _faults(path: Path) -> Iterator[Mark]:
    from openpyxl import load_workbook

    formulas, values = (
        load_workbook(path, read_only=True, data_only=data_only) for data_only in (False, True)
    )
    for name in values.sheetnames:
        for asked, given in _cells(formulas[name], values[name]):
            place = (name, given.row, given.column)
            if given.data_type == "e":
                said = saying("单元格里是 Excel 的错误值 {0}。请改好公式，或直接填写数值", given.value)
                yield Mark(*place, str(given.value), said)
            elif asked.data_type == "f" and given.value is None and given.data_type != "str":
                text = _formula_text(asked.value)
                said = saying(
                    "公式“{0}”没有算出的值。请用 Excel 或 WPS 打开并保存一次，或直接填写数值", short(text)
                )
                yield Mark(*place, text, said)
    formulas.close()
    values.close()


def _cells(formulas: Any, values: Any) -> Iterable[tuple[Any, Any]]:
    for asked_row, given_row in zip(formulas.iter_rows(), values.iter_rows(), strict=True):
        for asked, given in zip(asked_row, given_row, strict=True):
            if asked.value is not None or given.value is not None:
                yield asked, given


def _formula_text(value: object) -> str:
    text = getattr(value, "text", None) or (value if isinstance(value, str) else "")
    return text if text.startswith("=") else f"={text}"


def _percents(path: Path) -> Iterator[Mark]:
    """Cells shown in percent hold a fraction: 30% is stored as 0.3."""
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True)
    for name in book.sheetnames:
        rows: Iterable[Iterable[Any]] = book[name].iter_rows()
        for row in rows:
            for cell in row:
                value = cell.value
                if isinstance(value, int | float) and not isinstance(value, bool) and _in_percent(cell):
                    exact = Decimal(format(value, f".{_DIGITS}g")) * 100
                    yield Mark(name, cell.row, cell.column, f"{canonical(exact)}%")
    book.close()


def _in_percent(cell: Any) -> bool:
    return "%" in str(cell.number_format)
