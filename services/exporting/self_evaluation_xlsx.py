"""The self-evaluation forms as a workbook in the official layout, a sheet per fund; its sums are formulas."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models import figures, kinds
from models.records import Records
from models.report.self_evaluation import (
    COLUMNS,
    EXPECTED_GOAL,
    FUND_HEADER,
    GOAL_LABEL,
    INDICATOR_LABEL,
    REACHED_GOAL,
    TITLE,
    UNSCORED,
    WIDTH,
    goal_reached,
    reasons,
)
from models.report.wording import NOTHING
from models.self_evaluation import EXECUTION_WEIGHT, Form
from services.exporting.cell_values import fitting, in_unit
from services.exporting.pdf import write_whole
from services.exporting.xlsx import put_text

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

WIDTHS = (7, 13, 17, 26, 13, 13, 10, 10, 30)
AMOUNT, RATE, SCORE, POINTS = "#,##0.00", "0.00%", "0.00", "General"
REASONS = "得分说明"
SHEET_NAME_LENGTH = 31
POINT_COLUMN, SCORE_COLUMN, LEFT = "G", "H", "left"

_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\'\x00-\x1f]+")


@dataclass(frozen=True, slots=True)
class Formula:
    """What a cell calculates; everything else in the workbook is a value."""

    text: str


Content = str | Decimal | Formula | None


def write_self_evaluation(records: Records, forms: Sequence[Form], path: Path) -> None:
    """Write the workbook; it appears complete or not at all. Raises ExportError."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    names: set[str] = set()
    for form in forms:
        sheet = book.create_sheet(_sheet_name(form, names))
        _FormSheet(sheet, records, form).write()
    _write_reasons(book, forms, names)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "forms.xlsx"
        book.save(made)
        write_whole(path, made.read_bytes())


def _sheet_name(form: Form, taken: set[str]) -> str:
    words = (form.fund["code"], form.fund["short_name"] or form.fund["name"])
    plain = _NOT_IN_SHEET_NAMES.sub(
        " ", kinds.one_line(" ".join(str(word) for word in words if word))
    ).strip()
    name, number = plain[:SHEET_NAME_LENGTH] or "资金项目", 1
    while name.lower() in {*taken, REASONS}:
        number += 1
        name = f"{plain[: SHEET_NAME_LENGTH - 4]}_{number}"
    taken.add(name.lower())
    return name


class _FormSheet:
    """Fills one sheet from the top."""

    def __init__(self, sheet: Worksheet, records: Records, form: Form) -> None:
        self._sheet, self._records, self._form = sheet, records, form
        self._project: Any = figures.project_row(records) or {}
        self._unrounded = records.setting("score_unrounded") == "是"
        self._row = 1
        self._money_row = 0

    def write(self) -> None:
        """The whole form."""
        self._dress()
        self._heading()
        self._names()
        self._money()
        self._goals()
        self._indicators()

    def _dress(self) -> None:
        from openpyxl.utils import get_column_letter
        from openpyxl.worksheet.properties import PageSetupProperties

        for place, width in enumerate(WIDTHS, start=1):
            self._sheet.column_dimensions[get_column_letter(place)].width = width
        self._sheet.page_setup.orientation = "landscape"
        self._sheet.page_setup.paperSize = 9
        self._sheet.page_setup.fitToHeight = 0
        self._sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        self._sheet.print_options.horizontalCentered = True

    def _heading(self) -> None:
        from openpyxl.styles import Font

        self._line([(TITLE, WIDTH, "")], border=False)
        self._sheet.cell(1, 1).font = Font(bold=True, size=16)
        if self._project.get("year"):
            self._line([(f"（{self._project['year']}年度）", WIDTH, "")], border=False)

    def _names(self) -> None:
        fund = self._form.fund
        self._line([("项目名称", 2, ""), (fund["name"], 7, LEFT)])
        department = self._project.get("department")
        implementer = fund["implementer"]
        self._line([("主管部门", 2, ""), (department, 2, LEFT), ("实施单位", 2, ""), (implementer, 3, LEFT)])

    def _money(self) -> None:
        first = self._row
        label = f"项目资金（{self._records.money_unit}）"
        self._line([(label, 1, ""), (None, 2, ""), *((_flat(each), 1, "") for each in FUND_HEADER)])
        self._money_row = self._row
        for number, line in enumerate(self._form.money):
            at = self._row
            amounts = [self._amount(each) for each in (line.initial, line.budget, line.paid)]
            known = line.rate is not None
            rate: Content = Formula(f"=F{at}/E{at}") if known else NOTHING
            weight: Content = EXECUTION_WEIGHT if number == 0 else NOTHING
            score = self._execution(at) if number == 0 else NOTHING
            cells = [*((each, 1, AMOUNT) for each in amounts), (weight, 1, POINTS), (rate, 1, RATE)]
            self._line([(None, 1, ""), (line.name, 2, LEFT), *cells, (score, 1, SCORE)])
        self._join(first, self._row - 1, 1)

    def _execution(self, row: int) -> Content:
        if self._form.execution is None:
            return UNSCORED
        rate = f"H{row}" if self._unrounded else f"ROUND(H{row},4)"
        return Formula(f"=ROUND(MAX(MIN({rate}*G{row},G{row}),0),2)")

    def _amount(self, value: Fraction | None) -> Content:
        amount = in_unit(value, self._records.money_unit)
        return NOTHING if amount is None else amount

    def _goals(self) -> None:
        first, fund = self._row, self._form.fund
        self._line([(GOAL_LABEL, 1, ""), (EXPECTED_GOAL, 3, ""), (REACHED_GOAL, 5, "")])
        reached = goal_reached(fund)
        self._line([(None, 1, ""), (fund["goal"], 3, LEFT), (reached, 5, LEFT)])
        lines = max(len(fund["goal"] or "") // 26, len(reached) // 36) + 2
        self._sheet.row_dimensions[self._row - 1].height = min(15 * lines, 400)
        self._join(first, self._row - 1, 1)

    def _indicators(self) -> None:
        header = self._row
        self._line([(INDICATOR_LABEL, 1, ""), *((_flat(column.title), 1, "") for column in COLUMNS[1:])])
        first = self._row
        for line in self._form.lines:
            score: Content = UNSCORED if line.score is None else line.score
            texts = ((line.level1, 1, ""), (line.level2, 1, ""), (line.name, 1, LEFT))
            values = ((line.target_text, 1, ""), (line.actual_text, 1, ""), (line.weight, 1, POINTS))
            self._line([(None, 1, ""), *texts, *values, (score, 1, SCORE), (line.row["reason"], 1, LEFT)])
        last = self._row - 1
        self._join(header, last, 1)
        for start, stop, column in _groups(self._form, first):
            self._join(start, stop, column)
        self._total(first, last)

    def _total(self, first: int, last: int) -> None:
        from openpyxl.styles import Font

        at, money = self._row, self._money_row
        sums: list[Content] = []
        for column, execution in ((POINT_COLUMN, POINT_COLUMN), (SCORE_COLUMN, "I")):
            lines = f",{column}{first}:{column}{last}" if last >= first else ""
            sums.append(Formula(f"=SUM({execution}{money}{lines})"))
        rest = f"另有 {kinds.canonical(self._form.open_points)} 分未评" if self._form.open_points else None
        self._line([("总分", 6, ""), (sums[0], 1, POINTS), (sums[1], 1, SCORE), (rest, 1, LEFT)])
        for place in range(1, WIDTH + 1):
            self._sheet.cell(at, place).font = Font(bold=True)

    def _line(self, cells: Sequence[tuple[Content, int, str]], *, border: bool = True) -> None:
        """One row of cells with their spans; the third is a number format, or how a text stands."""
        from openpyxl.styles import Alignment, Border, Side

        side = Side("thin", color="000000")
        column = 1
        for content, span, how in cells:
            cell = self._sheet.cell(self._row, column)
            _put(cell, content)
            if how not in ("", LEFT) and not isinstance(content, str):
                cell.number_format = how
            horizontal = LEFT if how == LEFT else "center"
            cell.alignment = Alignment(horizontal=horizontal, vertical="center", wrap_text=True)
            for place in range(column, column + span):
                if border:
                    self._sheet.cell(self._row, place).border = Border(side, side, side, side)
            if span > 1:
                self._sheet.merge_cells(None, self._row, column, self._row, column + span - 1)
            column += span
        self._row += 1

    def _join(self, first: int, last: int, column: int) -> None:
        """Make one cell of a label and the cells below it."""
        if last > first:
            for row in range(first + 1, last + 1):
                self._sheet.cell(row, column).value = None
            self._sheet.merge_cells(None, first, column, last, column)


def _groups(form: Form, first: int) -> Iterator[tuple[int, int, int]]:
    """First row, last row and column of each level-1 and level-2 label."""
    rows = list(enumerate(form.lines, start=first))
    for _, ones in groupby(rows, key=lambda row: row[1].level1):
        level1 = list(ones)
        yield level1[0][0], level1[-1][0], 2
        for name, twos in groupby(level1, key=lambda row: row[1].level2):
            level2 = list(twos)
            if name:
                yield level2[0][0], level2[-1][0], 3


def _flat(title: str) -> str:
    return title.replace("\n", "")


def _put(cell: Any, content: Content) -> None:
    if content is None or content == "":
        return
    if isinstance(content, Formula):
        cell.value = content.text
    elif isinstance(content, Decimal):
        cell.value = content
    else:
        put_text(cell, fitting(content))


def _write_reasons(book: Workbook, forms: Sequence[Form], names: set[str]) -> None:
    """A last sheet with one sentence for every score, and what is to be checked."""
    from openpyxl.styles import Alignment, Font

    sheet = book.create_sheet(REASONS)
    for letter, width in zip("ABC", (28, 36, 90), strict=True):
        sheet.column_dimensions[letter].width = width
    rows = [("资金项目", "指标", "得分怎么来的")]
    for form in forms:
        fund = " ".join(str(word) for word in (form.fund["code"], form.fund["name"]) if word)
        rows += [(fund, name, said) for name, said in reasons(form)]
        rows += [(fund, "请核对", note) for note in form.notes]
    for number, texts in enumerate(rows, start=1):
        for place, text in enumerate(texts, start=1):
            cell = sheet.cell(number, place)
            _put(cell, text)
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            cell.font = Font(bold=number == 1)
    sheet.freeze_panes = "A2"
