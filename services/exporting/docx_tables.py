"""Tables for Word: fixed widths, repeated heads, merged cells; rows are made in lots to be fast."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.report.blocks import Align, Table, clean
from models.sayings import saying
from services.errors import ExportError
from services.exporting.docx_pages import text_height, text_width
from services.exporting.docx_styles import CELL_LEADING, CELL_SIZES, cell_style
from services.exporting.docx_text import lines, run
from services.exporting.docx_widths import PAD_X, fitted
from services.exporting.pdf_cells import BOLD_ROLES, joined_columns, label_stop

LOT = 500
"""How many rows are made at once."""
PAD_Y = 60
"""The space above and below a cell's text in twips."""
MOST_COLUMNS = 63
"""What Word can open."""
TALLEST_HEAD, LONGEST_LABEL, PARTED_FROM = 0.4, 0.3, 0.25
"""Parts of a page: the highest repeated head and merged label, and from where on a row may be parted."""
KEPT_WHOLE, MOST_ROWS_KEPT = 0.4, 24
"""A table that fills no more than this part of a page and has fewer rows is not parted."""


@dataclass(slots=True)
class Slot:
    """A cell from `column` to before `stop`; `merge` is Word's word for one that reaches over rows."""

    column: int
    stop: int
    text: str
    align: Align
    lines: int
    merge: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row's cells and what it is for."""

    slots: Sequence[Slot]
    role: str

    @property
    def count(self) -> int:
        """The lines of the longest cell that belongs to this row alone."""
        return max((slot.lines for slot in self.slots if not slot.merge), default=1)


class WordTable:
    """One table on its way to Word: `opening`, then `lots` of rows, all of them parts of one w:tbl."""

    def __init__(self, table: Table) -> None:
        if len(table.columns) > MOST_COLUMNS:
            raise ExportError(
                saying(
                    "表“{0}”有 {1} 列，Word 的表格最多 {2} 列。请改为导出 PDF 或 Excel",
                    clean(table.caption),
                    len(table.columns),
                    MOST_COLUMNS,
                )
            )
        self._table = table
        self._page = text_height(landscape=table.landscape)
        self._size, self._widths = fitted(table, text_width(landscape=table.landscape), CELL_SIZES)
        self._origins: dict[int, Slot] = {}
        self._lines = [self._line(number) for number in range(len(table.rows))]
        self._head = None if table.headless else self._titles()
        heights = map(self._height, self._lines[:MOST_ROWS_KEPT])
        self._whole = len(table.rows) < MOST_ROWS_KEPT and sum(heights) <= KEPT_WHOLE * self._page

    def opening(self) -> str:
        """The properties and the grid."""
        edge = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        pads = (("top", PAD_Y), ("left", PAD_X), ("bottom", PAD_Y), ("right", PAD_X))
        margins = "".join(f'<w:{side} w:w="{pad}" w:type="dxa"/>' for side, pad in pads)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self._widths)
        return (
            f'<w:tblPr><w:tblW w:w="{sum(self._widths)}" w:type="dxa"/><w:jc w:val="center"/>'
            f'<w:tblBorders>{edge}</w:tblBorders><w:tblLayout w:type="fixed"/>'
            f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        )

    def lots(self) -> Iterator[tuple[int, str]]:
        """The rows, the head first, some at a time: how many they are, and their text."""
        if self._head is not None:
            repeated = self._height(self._head) <= TALLEST_HEAD * self._page
            yield 0, self._row(self._head, keep=repeated, repeated=repeated)
        for first in range(0, len(self._lines), LOT):
            numbers = range(first, min(first + LOT, len(self._lines)))
            yield len(numbers), "".join(self._numbered(number) for number in numbers)
        if self._head is None and not self._lines:
            yield 0, self._row(Line([self._blank()], "row"), keep=False)

    def _blank(self) -> Slot:
        """A table must have a row, and a row a cell."""
        return Slot(0, len(self._widths), "", "left", 1)

    def _titles(self) -> Line:
        titles = (clean(column.title) for column in self._table.columns)
        return Line([self._slot(at, at + 1, text, "center") for at, text in enumerate(titles)], "head")

    def _line(self, number: int) -> Line:
        """The cells of a row; a label too long to be merged stands in its first row alone."""
        row = self._table.rows[number]
        joined = joined_columns(self._table, number)
        most = LONGEST_LABEL * self._page / (CELL_LEADING * self._size)
        slots, origins, at = [], {}, 0
        while at < len(self._widths):
            cell = row.cell(at)
            stop = min(at + cell.span, len(self._widths)) if cell.span > 1 else label_stop(row, at, joined)
            usual: Align = self._table.columns[at].align
            if stop - at > 1 and row.role != "group":
                usual = "center"
            text = "" if at in joined else clean(cell.text)
            slot = origins[at] = self._slot(at, stop, text, usual if cell.align is None else cell.align)
            origin = self._origins.get(at)
            if at in joined and origin is not None and origin.stop == stop and origin.lines <= most:
                origin.merge, slot.merge, origins[at] = "restart", "continue", origin
            slots.append(slot)
            at = stop
        self._origins = origins
        return Line(slots, row.role)

    def _slot(self, column: int, stop: int, text: str, align: Align) -> Slot:
        room = (sum(self._widths[column:stop]) - 2 * PAD_X) / (10 * self._size)
        return Slot(column, stop, text, align, lines(text, room))

    def _height(self, line: Line) -> float:
        return line.count * CELL_LEADING * self._size + 2.0 * PAD_Y

    def _numbered(self, number: int) -> str:
        line, last = self._lines[number], len(self._lines) - 1
        lonely = number == last - 1 and self._lines[last].role == "total"
        keep = number < last and (self._whole or lonely or line.role == "group")
        return self._row(line, keep=keep)

    def _row(self, line: Line, *, keep: bool, repeated: bool = False) -> str:
        """A row as w:tr; `keep` holds it on the page of the next one."""
        whole = "<w:cantSplit/>" if self._height(line) < PARTED_FROM * self._page else ""
        head = "<w:tblHeader/>" if repeated else ""
        properties = f"<w:trPr>{whole}{head}</w:trPr>" if whole or head else ""
        style = cell_style(self._size, head=line.role in BOLD_ROLES)
        before = f'<w:pPr><w:pStyle w:val="{style}"/>{"<w:keepNext/>" if keep else ""}'
        return f"<w:tr>{properties}{''.join(self._cell(slot, before) for slot in line.slots)}</w:tr>"

    def _cell(self, slot: Slot, before: str) -> str:
        width = sum(self._widths[slot.column : slot.stop])
        span = f'<w:gridSpan w:val="{slot.stop - slot.column}"/>' if slot.stop - slot.column > 1 else ""
        merge = f'<w:vMerge w:val="{slot.merge}"/>' if slot.merge else ""
        align = "" if slot.align == "left" else f'<w:jc w:val="{slot.align}"/>'
        tall = f'{span}{merge}<w:vAlign w:val="center"/>'
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{tall}</w:tcPr>'
            f"<w:p>{before}{align}</w:pPr>{run(slot.text)}</w:p></w:tc>"
        )
