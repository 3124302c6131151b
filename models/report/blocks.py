"""The blocks a report is made of: plain text and tables, from which every writer makes its file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from models.dates import Span

Source = tuple[str, str, str] | str
"""Where a figure comes from: table, row id and field, or the name of a fact."""

ParagraphStyle = Literal["body", "lead", "note", "right", "caption", "center"]
Align = Literal["left", "right", "center"]
RowRole = Literal["row", "group", "subtotal", "total"]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph; `source` leads from a quoted figure back to its rows.

    `field` is the live field that the piece is the value of, as it is written; `wrong` says what is wrong
    with a field that has no value, and then the piece is the field as it was typed.
    """

    text: str
    source: Source | None = None
    bold: bool = False
    field: str = ""
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """The title of the whole document; a line break in it is kept."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its number in the text: 1 is 一、, 2 is （一）, 3 is 1.; `key` names the chapter."""

    level: int
    text: str
    key: str = ""

    def __post_init__(self) -> None:
        if self.level not in (1, 2, 3):
            raise ValueError(f"heading level {self.level}")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of runs; body and lead are indented by two characters, note is small print."""

    runs: tuple[Run, ...]
    style: ParagraphStyle = "body"

    @property
    def text(self) -> str:
        """The words of all runs."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Column:
    """A table column; `share` is its part of the width, relative to the other columns."""

    title: str
    share: int = 10
    align: Align = "left"

    def __post_init__(self) -> None:
        if self.share <= 0:
            raise ValueError(f"column share {self.share}")


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; `joined` makes it one with the cell above, as a sum paid for several items is.

    `span` is how many columns it takes: the cells it covers are empty. `align` is its own where it is
    not the column's.
    """

    text: str = ""
    source: Source | None = None
    joined: bool = False
    span: int = 1
    align: Align | None = None


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of cells, or of plain texts where a cell has nothing but its text."""

    cells: tuple[Cell | str, ...]
    role: RowRole = "row"

    def cell(self, index: int) -> Cell:
        """The cell of that column, a plain text as a cell without a source."""
        each = self.cells[index]
        return Cell(each) if isinstance(each, str) else each


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption above; equal neighbours in the first `group_columns` columns are merged.

    A `headless` one shows no column titles: it is a form whose rows say themselves what they are.
    """

    caption: str
    unit: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    group_columns: int = 0
    landscape: bool = False
    headless: bool = False

    def __post_init__(self) -> None:
        if not self.columns or not 0 <= self.group_columns <= len(self.columns):
            raise ValueError(
                f"table {self.caption}: {len(self.columns)} columns, {self.group_columns} grouped"
            )
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                raise ValueError(
                    f"table {self.caption}: {len(row.cells)} cells for {len(self.columns)} columns"
                )

    @property
    def unit_line(self) -> str:
        """What stands at the right above the table: 单位：万元; empty without a unit."""
        return self.unit if not self.unit or self.unit.startswith("单位") else f"单位：{self.unit}"

    def merged(self, row: int, column: int) -> bool:
        """Whether the cell is one with the cell above it.

        A group column merges where its text and the texts of the group columns left of it go on.
        """
        here = self.rows[row]
        if row == 0 or here.role in ("group", "total") or self.rows[row - 1].role in ("group", "total"):
            return False
        if here.cell(column).joined:
            return True
        if column >= self.group_columns or not clean(here.cell(column).text):
            return False
        above = self.rows[row - 1]
        left = range(column + 1)
        return all(clean(here.cell(each).text) == clean(above.cell(each).text) for each in left)


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from zero: so far outlined, so far filled, both exact; without its figure either is missing.

    A `total` is words under the bars; the scale of the parts is not its own.
    """

    label: str
    text: str
    source: Source | None = None
    outlined: Fraction | None = None
    filled: Fraction | None = None
    total: bool = False


@dataclass(frozen=True, slots=True)
class Paid:
    """What was paid on the days of `when`, all of it at the latest on the last of them."""

    label: str
    text: str
    when: Span
    amount: Fraction
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """What falls due on one of the days of `when`, and whether its condition is met."""

    label: str
    text: str
    when: Span
    met: bool
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """A line across a time line at an amount, as that of the contracts."""

    label: str
    text: str
    amount: Fraction
    source: Source | None = None


ChartItem = Bar | Paid | Due | Level
ChartKind = Literal["bars", "time"]
_DRAWN_AS: dict[ChartKind, tuple[type[ChartItem], ...]] = {"bars": (Bar,), "time": (Paid, Due, Level)}


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its caption above: each item has its words and the exact figures that it is drawn to.

    `reading` says how to read the shapes and the unit; `notes` say what is not drawn, and why.
    """

    caption: str
    kind: ChartKind
    items: tuple[ChartItem, ...]
    reading: str = ""
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.items or not all(isinstance(each, _DRAWN_AS[self.kind]) for each in self.items):
            raise ValueError(f"chart {self.caption}: no items, or items that are not {self.kind}")

    @property
    def alt(self) -> str:
        """The chart in words, for those who do not see it."""
        items = (f"{each.label}：{each.text}" for each in self.items)
        return "；".join(_line(each) for each in (self.caption, self.reading, *items, *self.notes) if each)


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts a page."""


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex, which starts a page; `number` is "1", "2" … or empty for the only annex."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, one line each, and the date as the last line."""

    lines: tuple[str, ...]


Block = Title | Heading | Paragraph | Table | Chart | PageBreak | Annex | Signature


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report; `contents` asks for a table of contents in front of it."""

    title: str
    blocks: tuple[Block, ...]
    language: str = "zh-CN"
    subject: str = ""
    keywords: tuple[str, ...] = ()
    author: str = ""
    contents: bool = False


def para(text: str, style: ParagraphStyle = "body") -> Paragraph:
    """A paragraph of one plain run."""
    return Paragraph((Run(text),), style)


_HARMLESS = re.compile(r"[ -~·×—‘-”…−\u3000-\u3029一-\u9fff！-～]*")
"""What most texts are made of, none of it in need of a closer look."""


def clean(text: str) -> str:
    """The text as every writer may carry it: line feeds kept, no control, invisible or broken characters.

    Signs that turn the direction of writing go too, because they can make a figure read differently.
    """
    if _HARMLESS.fullmatch(text):
        return text
    return "".join(_kept(text.replace("\r\n", "\n")))


def _kept(text: str) -> Iterator[str]:
    for char in text:
        category = unicodedata.category(char)
        if char in "\n\r\v\f\x85\u2028\u2029":
            yield "\n"
        elif char == "\t" or (category == "Zs" and char != "\u3000"):
            yield " "
        elif category not in ("Cc", "Cf", "Cs") and not _invisible(ord(char)):
            yield char


def _invisible(code: int) -> bool:
    selector = 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF
    return selector or (code & 0xFFFE) == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def _line(text: str) -> str:
    """A cleaned text on one line."""
    return clean(text).replace("\n", " ")


def annex_label(annex: Annex) -> str:
    """The mark in the corner of an annex: 附件1."""
    return f"附件{clean(annex.number)}"


def text_of(document: Document) -> str:
    """The words of the document in reading order, one line per paragraph, table row and mark of a chart.

    Cells are parted by tabs; a merged cell's text stands in its first row.
    """
    return "\n".join(line for block in document.blocks for line in _lines_of(block))


def _lines_of(block: Block) -> Iterator[str]:
    if isinstance(block, Title | Heading | Paragraph):
        yield clean(block.text)
    elif isinstance(block, Annex):
        yield annex_label(block)
        yield clean(block.title)
    elif isinstance(block, Signature):
        yield from map(clean, block.lines)
    elif isinstance(block, Table):
        yield from (clean(each) for each in (block.caption, block.unit_line) if each)
        if not block.headless:
            yield "\t".join(clean(column.title).replace("\n", "") for column in block.columns)
        for index, row in enumerate(block.rows):
            shown = range(len(block.columns))
            yield "\t".join("" if block.merged(index, each) else clean(row.cell(each).text) for each in shown)
    elif isinstance(block, Chart):
        yield from (_line(each) for each in (block.caption, block.reading) if each)
        yield from (f"{_line(each.label)}\t{_line(each.text)}" for each in block.items)
        yield from map(_line, block.notes)
