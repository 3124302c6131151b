"""One sheet of the report workbook: a titled table whose sums are formulas with their present results."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from models.report.wording import NOTHING
from models.sayings import saying
from services.errors import ExportError
from services.exporting.cell_values import fitting
from services.exporting.docx_text import lines
from services.exporting.report_book.looks import Look, Looks, Role
from services.exporting.xlsx import FORMULA_STARTS

if TYPE_CHECKING:
    from xlsxwriter import Workbook

LAST_ROW = 1_048_576
LONGEST_FORMULA = 8_000
"""Characters; Excel takes 8,192."""
MOST_ARGUMENTS = 200
"""Of one SUM; Excel takes 255."""
A4 = 9
LINE, PADDING, TALL, HIGHEST = 13.5, 4.0, 32.0, 409.0
"""Points: a line of text, the room around it, a title, and the most that Excel gives a row."""
EMS = 0.53
"""About how many ems of our type go into one character of a column's width."""


@dataclass(frozen=True, slots=True)
class Formula:
    """What a cell calculates, and what it comes to now: readers that do not calculate show that."""

    text: str
    now: Decimal | str


Content = str | Decimal | Formula | None


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its title, its width in characters, what it holds."""

    title: str
    width: float
    look: Look = "text"


class LiveSheet:
    """A sheet that is filled line by line; rows are counted from 1 as Excel does."""

    def __init__(self, book: Workbook, looks: Looks, name: str, columns: Sequence[SheetColumn]) -> None:
        self.name, self.columns = name, columns
        self._looks = looks
        self.sheet = book.add_worksheet(name)
        self._next = 1
        self._lines: dict[int, int] = {}
        self._fixed: set[int] = set()
        for place, column in enumerate(columns):
            self.sheet.set_column(place, place, column.width)

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.columns)

    def open(self, title: str, whose: str, unit: str, *, fixed: int) -> int:
        """Title, whose table it is, the unit, and the column titles, which are repeated on every page.

        The first `fixed` columns stay in sight. Gives the row of the column titles.
        """
        self.banner(title, whose, unit)
        head = self.reserve()
        self.heads(head)
        self._tall(head)
        self.sheet.freeze_panes(head, fixed)
        self.sheet.repeat_rows(head - 1)
        return head

    def banner(self, title: str, whose: str, unit: str) -> None:
        """The lines above a table."""
        top = self.reserve()
        self.merge(top, 0, self.width - 1, title, "title")
        self._tall(top)
        line, middle = self.reserve(), max(self.width - 3, 0)
        self.merge(line, 0, middle, whose, "note")
        self.merge(line, middle + 1, self.width - 1, f"单位：{unit}" if unit else "", "unit")

    def _tall(self, row: int) -> None:
        self._fixed.add(row)
        self.sheet.set_row(row - 1, TALL)

    def heads(self, row: int) -> None:
        """The column titles."""
        for place, column in enumerate(self.columns):
            self.put(row, place, column.title, role="head", look="centre")

    @property
    def rows(self) -> int:
        """How many rows there are so far."""
        return self._next - 1

    def reserve(self) -> int:
        """The next row, to be filled now or later. Raises ExportError beyond what Excel holds."""
        if self._next > LAST_ROW:
            raise ExportError(
                saying("“{0}”超过 {1} 行，Excel 放不下。请改为导出 .json 数据表", self.name, LAST_ROW)
            )
        self._next += 1
        return self._next - 1

    def fill(
        self, row: int, contents: Sequence[Content], role: Role = "row", entered: Collection[int] = ()
    ) -> None:
        """One line; the columns in `entered` are for input."""
        for place, content in enumerate(contents):
            self.put(row, place, content, role=role, entered=place in entered)

    def put(
        self, row: int, place: int, content: Content, *, role: Role = "row", entered: bool = False,
        look: Look | None = None, over: int = 1,
    ) -> None:  # fmt: skip
        """One cell; a text is never read as a formula, a link or a number.

        `over` is how many columns it has room in.
        """
        kind = look or self.columns[place].look
        if isinstance(content, Formula) and len(content.text) > LONGEST_FORMULA:
            content = content.now
        if isinstance(content, Formula):
            made = self._looks.of(kind, role)
            self.sheet.write_formula(row - 1, place, content.text, made, content.now)
        elif isinstance(content, Decimal):
            self.sheet.write_number(row - 1, place, content, self._looks.of(kind, role, entered=entered))
        elif not content:
            self.sheet.write_blank(row - 1, place, None, self._looks.of(kind, role, entered=entered))
        else:
            text = fitting(content)
            room = sum(column.width for column in self.columns[place : place + over])
            self._lines[row] = max(self._lines.get(row, 1), lines(text, room * EMS))
            quoted = text.lstrip().startswith(FORMULA_STARTS)
            made = self._looks.of(kind, role, entered=entered, quoted=quoted)
            self.sheet.write_string(row - 1, place, text, made)

    def merge(self, row: int, first: int, last: int, text: str, role: Role, look: Look = "text") -> None:
        """A text over several columns."""
        if last > first:
            self.sheet.merge_range(row - 1, first, row - 1, last, "", self._looks.of(look, role))
        self.put(row, first, text, role=role, look=look, over=last - first + 1)

    def note(self, text: str) -> None:
        """A line of small print below."""
        self.merge(self.reserve(), 0, self.width - 1, text, "note")

    def close(self, *, one_page: bool = False) -> None:
        """Set heights and page, and lock what is not for input; there is no password."""
        for row in range(1, self._next):
            if row not in self._fixed:
                self.sheet.set_row(row - 1, min(LINE * self._lines.get(row, 1) + PADDING, HIGHEST))
        self.sheet.set_landscape()
        self.sheet.set_paper(A4)
        self.sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        self.sheet.fit_to_pages(1, 1 if one_page else 0)
        self.sheet.center_horizontally()
        self.sheet.set_footer("&C第 &P 页，共 &N 页")
        self.sheet.hide_gridlines(2)
        self.sheet.protect("", {"format_columns": True, "format_rows": True, "format_cells": True})


def cell(place: int, row: int) -> str:
    """The address of a cell: E5."""
    return f"{chr(ord('A') + place)}{row}"


def span(place: int, first: int, last: int) -> str:
    """The address of a part of a column: E5:E9."""
    return cell(place, first) if first == last else f"{cell(place, first)}:{cell(place, last)}"


def fixed_span(sheet: str, place: int, first: int, last: int) -> str:
    """A part of a column of another sheet, at a fixed place."""
    letter = chr(ord("A") + place)
    return f"'{sheet}'!${letter}${first}:${letter}${last}"


def quotation(sheet: str, place: int, row: int, now: Decimal | str) -> Formula:
    """A cell of another sheet; — where it is empty."""
    address = fixed_span(sheet, place, row, row).partition(":")[0]
    return Formula(f'=IF({address}="","{NOTHING}",{address})', now)


def summed(place: int, rows: Iterable[int]) -> str:
    """SUM over these cells of a column, those that stand together as one range."""
    return _nested("SUM({})", _runs(place, rows))


def counted(place: int, rows: Iterable[int]) -> str:
    """COUNT of the numbers in these cells of a column."""
    runs = _runs(place, rows)
    parts = [runs[at : at + MOST_ARGUMENTS] for at in range(0, len(runs), MOST_ARGUMENTS)]
    return "+".join(f"COUNT({','.join(part)})" for part in parts)


def _nested(wrapped: str, terms: list[str]) -> str:
    while len(terms) > MOST_ARGUMENTS:
        parts = (terms[at : at + MOST_ARGUMENTS] for at in range(0, len(terms), MOST_ARGUMENTS))
        terms = [wrapped.format(",".join(part)) for part in parts]
    return wrapped.format(",".join(terms))


def _runs(place: int, rows: Iterable[int]) -> list[str]:
    runs: list[list[int]] = []
    for row in rows:
        if runs and runs[-1][-1] == row - 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    return [span(place, run[0], run[-1]) for run in runs]
