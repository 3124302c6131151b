"""Blocks of cells as the clipboard carries them between this program, Excel and WPS: as text and as HTML."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

Texts = list[list[str]]
ROWS_LIMIT, COLUMNS_LIMIT = 20_000, 256
AS_TEXT = "mso-number-format:'\\@'"
"""Tells Excel and WPS to keep a cell as it is: 001 stays 001, 2018-06 no date of the first."""


def to_text(block: Sequence[Sequence[str]]) -> str:
    """Rows parted by line ends, cells by tabs, quoted only where a cell holds one of these."""
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(block)
    return out.getvalue().removesuffix("\n")


def from_text(text: str) -> Texts:
    """The block that the clipboard's text means; a trailing line end is no row."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if not plain:
        return []
    if '"' not in plain:
        return [line.split("\t") for line in plain.split("\n")]
    try:
        return [row or [""] for row in csv.reader(io.StringIO(plain), delimiter="\t")]
    except csv.Error:
        return [line.split("\t") for line in plain.split("\n")]


def to_html(block: Sequence[Sequence[str]], figures: Sequence[bool]) -> str:
    """The same as a table: columns of `figures` as numbers, all others as the text they are."""
    rows = []
    for texts in block:
        cells = (_cell(text, is_figure) for text, is_figure in zip(texts, figures, strict=True))
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f'<html><meta charset="utf-8"><table>{"".join(rows)}</table></html>'


def _cell(text: str, is_figure: bool) -> str:
    inside = html.escape(text).replace("\n", "<br>")
    return f"<td>{inside}</td>" if is_figure else f'<td style="{AS_TEXT}">{inside}</td>'


def from_html(source: str) -> Texts:
    """The first table of the HTML as a block; nothing where there is none.

    A cell merged over rows says what it says in each of them, as a heading beside its rows does; merged
    over columns it stands in the first, so that no amount is counted twice.
    """
    reader = _TableReader()
    reader.feed(source)
    reader.close()
    width = max((len(row) for row in reader.rows), default=0)
    return [row + [""] * (width - len(row)) for row in reader.rows]


def block_of(text: str, source: str) -> Texts:
    """What the clipboard means: its text, or its HTML where that knows more (merged rows) or stands alone."""
    if "rowspan" in source.lower() or not text.strip():
        block = from_html(source)
        if block:
            return block
    return from_text(text)


@dataclass(slots=True)
class _Cell:
    rows: int
    columns: int
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words of the cell: white space is one blank, only <br> and paragraphs break lines."""
        lines = "".join(self.parts).split("\n")
        return "\n".join(" ".join(line.split()) for line in lines).strip()


class _TableReader(HTMLParser):
    """Reads rows and cells of the outermost first table; everything else in it is only text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: Texts = []
        self._depth = 0
        self._is_over = False
        self._cell: _Cell | None = None
        self._held: dict[int, tuple[int, str]] = {}
        self._ignored = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("style", "script"):
            self._ignored += 1
        elif tag == "table":
            self._depth += 1
        elif self._depth != 1 or self._is_over:
            return
        elif tag == "tr":
            self._end_cell()
            self.rows.append([])
            self._fill_held()
        elif tag in ("td", "th"):
            self._end_cell()
            given = dict(attrs)
            self._cell = _Cell(
                _span(given.get("rowspan"), ROWS_LIMIT), _span(given.get("colspan"), COLUMNS_LIMIT)
            )
        elif tag in ("br", "p", "div") and self._cell is not None:
            self._cell.parts.append("\n" if tag == "br" or self._cell.text else "")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script"):
            self._ignored = max(self._ignored - 1, 0)
        elif tag == "table":
            self._depth -= 1
            if self._depth == 0:
                self._end_cell()
                self._is_over = True
        elif tag in ("td", "th", "tr") and self._depth == 1:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._ignored:
            self._cell.parts.append(data.replace("\r", " ").replace("\n", " "))

    def _end_cell(self) -> None:
        cell, self._cell = self._cell, None
        if cell is None:
            return
        if not self.rows:
            self.rows.append([])
        row, text = self.rows[-1], cell.text
        for at in range(cell.columns):
            word = text if at == 0 else ""
            if cell.rows > 1:
                self._held[len(row)] = (cell.rows - 1, word)
            row.append(word)
        self._fill_held()

    def _fill_held(self) -> None:
        """Put in what reaches down from rows above, as far as the row has grown."""
        row = self.rows[-1]
        while (held := self._held.get(len(row))) is not None:
            rows, word = held
            self._held[len(row)] = (rows - 1, word)
            if rows <= 1:
                del self._held[len(row)]
            row.append(word)


def _span(given: str | None, limit: int) -> int:
    number = int(given) if given and given.isascii() and given.isdecimal() and len(given) < 9 else 1
    return min(max(number, 1), limit)
