"""Tables on the clipboard: the HTML that Excel, WPS, Word and browsers put there, or plain text."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from html.parser import HTMLParser

from models.sayings import saying
from models.untidy.grid import Cell, Grid
from services.errors import UserProblem
from services.sheets import text_rows

NAME = saying("剪贴板")
LETTER_LIMIT = 30_000_000
SPAN_LIMIT = 100_000
COLUMN_LIMIT = 1_000
CELL_LIMIT = 3_000_000
_SILENT = {"style", "script", "head", "title"}


def clipboard_tables(html: str, text: str) -> list[Grid]:
    """The tables that the clipboard holds, merged cells from HTML where there is any.

    Raises UserProblem when it holds none, or far too much.
    """
    if len(html) + len(text) > LETTER_LIMIT:
        raise UserProblem(saying("剪贴板里的内容太多。请先存成文件再导入"))
    found = _html_tables(html) if "<table" in html.lower() else []
    found = [grid for grid in found if any(text for row in grid.rows for text in row)]
    if not found and text.strip():
        found = [Grid(NAME, _text_table(text))]
    if not found:
        raise UserProblem(saying("剪贴板里没有表格。请先在 Excel、WPS、Word 或网页里复制表格"))
    return found


def _text_table(text: str) -> tuple[tuple[str, ...], ...]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    try:
        rows = text_rows(lines)
    except csv.Error:
        rows = [line.split("\t") for line in lines.split("\n")]
    return tuple(tuple(row) for row in rows)


@dataclass(slots=True)
class _Open:
    """A table while it is read: its texts, and how far down merged cells reach."""

    rows: list[list[str]] = field(default_factory=list)
    covered: dict[Cell, Cell] = field(default_factory=dict)
    reaching: dict[int, tuple[Cell, int]] = field(default_factory=dict)
    words: list[str] | None = None
    spans: tuple[int, int] = (1, 1)


class _Tables(HTMLParser):
    """Outermost tables only: a table inside a cell gives its words to the cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Open] = []
        self._depth = self._silent = self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row or a cell."""
        self._silent += tag in _SILENT
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.tables.append(_Open())
        elif self._depth == 1 and tag == "tr":
            self._end_cell()
            self.tables[-1].rows.append([])
        elif self._depth == 1 and tag in ("td", "th"):
            self._end_cell()
            given = dict(attrs)
            table = self.tables[-1]
            table.words = []
            table.spans = (_span(given.get("rowspan")), _span(given.get("colspan")))
        elif self._depth and tag in ("br", "p", "div", "li") and (words := self.tables[-1].words):
            words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a table, a row or a cell."""
        self._silent -= tag in _SILENT and self._silent > 0
        if tag == "table" and self._depth:
            if self._depth == 1:
                self._end_cell()
            self._depth -= 1
        elif self._depth == 1 and tag in ("td", "th", "tr"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        """Words of the open cell."""
        if self._depth and not self._silent and self.tables[-1].words is not None:
            self.tables[-1].words.append(" ".join(data.split()) if data.strip() else "")

    def _end_cell(self) -> None:
        table = self.tables[-1]
        if table.words is None:
            return
        text, table.words = "".join(table.words).strip(), None
        if not table.rows:
            table.rows.append([])
        at = len(table.rows) - 1
        _reach(table, at)
        column, (down, across) = len(table.rows[at]), table.spans
        across = min(across, max(1, COLUMN_LIMIT - column))
        table.rows[at] += [text, *[""] * (across - 1)]
        self._cells += across
        if self._cells > CELL_LIMIT or column >= COLUMN_LIMIT:
            raise UserProblem(saying("剪贴板里的表格太大。请先存成文件再导入"))
        for place in range(column, column + across):
            if place != column:
                table.covered[at, place] = (at, column)
            if down > 1:
                table.reaching[place] = ((at, column), at + down - 1)


def _reach(table: _Open, at: int) -> None:
    """Put in the covered cells that come next in the row."""
    row = table.rows[at]
    while (found := table.reaching.get(len(row))) is not None and found[0][0] < at <= found[1]:
        table.covered[at, len(row)] = found[0]
        row.append("")


def _span(text: str | None) -> int:
    digits = (text or "").strip()
    return max(1, min(int(digits), SPAN_LIMIT)) if digits.isdecimal() and len(digits) < 9 else 1


def _html_tables(html: str) -> list[Grid]:
    parser = _Tables()
    parser.feed(html)
    parser.close()
    for table in parser.tables:
        for at in range(len(table.rows)):
            _reach(table, at)
    count = len(parser.tables)
    names = [NAME] if count == 1 else [saying("{0}表 {1}", NAME, n) for n in range(1, count + 1)]
    return [
        Grid(name, tuple(tuple(row) for row in table.rows), table.covered)
        for name, table in zip(names, parser.tables, strict=True)
    ]
