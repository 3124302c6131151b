"""How the sheets of the exchange workbook look: header, widths, number formats, lists of choices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from models.fields import Field, Kind

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

HEADER_FILL, HEADER_INK, LINE = "1F5F7A", "FFFFFF", "D5D9DC"
SPARE_ROWS = 200
"""Rows below the last one in which the lists of choices still help."""

_WIDTHS = {
    Kind.LONGTEXT: 60,
    Kind.MONEY: 14,
    Kind.NUMBER: 12,
    Kind.PERCENT: 12,
    Kind.INTEGER: 10,
    Kind.BOOL: 10,
    Kind.CHOICE: 16,
    Kind.DATE: 13,
    Kind.REF: 22,
}
_HEADER, _PLAIN = "绩衡表头", "绩衡文字"
_STYLES = {Kind.MONEY: "绩衡金额", Kind.PERCENT: "绩衡百分数", Kind.LONGTEXT: "绩衡长文"}
_FORMATS = {Kind.MONEY: "#,##0.00####", Kind.PERCENT: "0.00##########"}
_NARROW_TEXTS = {"code", "unit", "key"}

Dressed = tuple[str, Field | None, bool]
"""A column's header, its field where it has one, and whether it is hidden."""


def add_styles(book: Workbook) -> None:
    """Give a new workbook the cell styles that `dress` uses, once."""
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

    header = NamedStyle(_HEADER, font=Font(bold=True, color=HEADER_INK))
    header.fill = PatternFill("solid", start_color=HEADER_FILL)
    header.alignment = Alignment(vertical="center", wrap_text=True)
    header.border = Border(right=Side("thin", color=LINE))
    book.add_named_style(header)
    book.add_named_style(NamedStyle(_PLAIN, alignment=Alignment(vertical="top")))
    for kind, name in _STYLES.items():
        style = NamedStyle(name, alignment=Alignment(vertical="top", wrap_text=kind is Kind.LONGTEXT))
        style.number_format = _FORMATS.get(kind, "General")
        book.add_named_style(style)


def dress(sheet: Worksheet, columns: Sequence[Dressed], rows: int) -> None:
    """Give a sheet its header, widths, formats and lists of choices; hide what is for the program.

    Done before the cells are filled, because a style would undo what a text's cell says about itself.
    """
    from openpyxl.utils import get_column_letter

    tall = any(field is not None and field.kind is Kind.LONGTEXT for _, field, _ in columns)
    plain = _PLAIN if tall else ""
    sheet.freeze_panes = "A2"
    sheet.row_dimensions[1].height = 24
    for place, (header, field, hidden) in enumerate(columns, start=1):
        letter = get_column_letter(place)
        sheet.cell(1, place).style = _HEADER
        sheet.column_dimensions[letter].width = _width(header, field)
        sheet.column_dimensions[letter].hidden = hidden
        if field is not None and not hidden:
            if style := _STYLES.get(field.kind, plain):
                for number in range(2, rows + 2):
                    sheet.cell(number, place).style = style
            _offer_choices(sheet, letter, field, rows)
    if rows:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{rows + 1}"


def _offer_choices(sheet: Worksheet, letter: str, field: Field, rows: int) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    choices = tuple(field.words.get(each, each) for each in field.choices)
    words = ("是", "否") if field.kind is Kind.BOOL else choices
    if not words:
        return
    offered = DataValidation(type="list", formula1=f'"{",".join(words)}"', allow_blank=True)
    offered.error = f"{field.label}可填：{'、'.join(words)}"[:255]
    sheet.add_data_validation(offered)
    offered.add(f"{letter}2:{letter}{rows + 1 + SPARE_ROWS}")


def _width(header: str, field: Field | None) -> int:
    if field is None:
        return 16
    usual = 12 if field.name in _NARROW_TEXTS else 28
    return max(_WIDTHS.get(field.kind, usual), 2 * len(header) + 3)
