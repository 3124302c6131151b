"""Tables set in lines: column widths, type size, and which cells are one with their neighbours."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from models.report.blocks import Align, Cell, Table, TableRow, clean
from services.exporting.pdf_fonts import FontBook
from services.exporting.pdf_text import Line, compose, evened
from services.fonts import FontStyle

SIZES = (10.5, 9.0, 7.5)
"""Type sizes in points; the largest in which every figure stands on one line is taken."""
SPACING = 1.4
PAD_X, PAD_Y = 4.0, 3.0
LONGEST_FIGURE = 24
NARROWEST = 3
BOLD_ROLES = ("group", "total", "head")
EMPTY = Cell()


@dataclass(slots=True)
class Slot:
    """A cell set in lines, which reaches from `column` to before `stop` and from row `first` to `last`.

    `quoted` is the block's cell where that has a source.
    """

    column: int
    stop: int
    lines: Sequence[Line]
    align: Align
    first: int
    last: int
    quoted: Cell | None = None

    @property
    def merged(self) -> bool:
        """Whether the cell reaches over several rows."""
        return self.first != self.last


@dataclass(frozen=True, slots=True)
class SetRow:
    """A row set in lines; a cell reaching over several rows is in each of them."""

    slots: Sequence[Slot]
    role: str

    @property
    def count(self) -> int:
        """The lines of the longest cell that belongs to this row alone."""
        return max((len(slot.lines) for slot in self.slots if not slot.merged), default=1)


class Setter:
    """Sets the rows of one table in lines."""

    def __init__(self, book: FontBook, table: Table, width: float) -> None:
        self._book, self._table = book, table
        self.size, self.widths = fitted(book, table, width)
        self.leading = round(self.size * SPACING, 2)
        self.edges = [sum(self.widths[:number]) for number in range(len(self.widths) + 1)]

    def head(self) -> SetRow:
        """The row of column titles; nothing for a form without them."""
        if self._table.headless:
            return SetRow((), "head")
        slots = []
        for at, column in enumerate(self._table.columns):
            room = self.widths[at] - 2 * PAD_X
            lines = evened(partial(self._lines, column.title, "head"), room, self.size / 4)
            slots.append(Slot(at, at + 1, lines, "center", -1, -1))
        return SetRow(slots, "head")

    def rows(self, longest_label: float, step: Callable[[], None]) -> list[SetRow]:
        """All rows; a merged cell over `longest_label` points high becomes a plain cell of its first row."""
        made: list[SetRow] = []
        above: dict[int, Slot] = {}
        most = longest_label / self.leading
        for number in range(len(self._table.rows)):
            row = self._row(number, above, most)
            above = {slot.column: slot for slot in row.slots}
            made.append(row)
            step()
        return made

    def _row(self, number: int, above: Mapping[int, Slot], most: float) -> SetRow:
        row = self._table.rows[number]
        joined = joined_columns(self._table, number)
        slots, at = [], 0
        while at < len(self.widths):
            cell = row.cell(at)
            stop = min(at + cell.span, len(self.widths)) if cell.span > 1 else label_stop(row, at, joined)
            over = above.get(at)
            if at in joined and over is not None and over.stop == stop and len(over.lines) <= most:
                over.last = number
                slots.append(over)
            else:
                centred = stop - at > 1 and row.role != "group"
                usual: Align = "center" if centred else self._table.columns[at].align
                align = usual if cell.align is None else cell.align
                shown = EMPTY if at in joined else cell
                lines = self._lines(shown.text, row.role, self.edges[stop] - self.edges[at] - 2 * PAD_X)
                quoted = None if shown.source is None else shown
                slots.append(Slot(at, stop, lines, align, number, number, quoted))
            at = stop
        return SetRow(slots, row.role)

    def _lines(self, text: str, role: str, room: float) -> list[Line]:
        font = FontStyle.HEI if role in BOLD_ROLES else FontStyle.SONG
        return compose(self._book, [(text, font)], self.size, room)


def joined_columns(table: Table, number: int) -> frozenset[int]:
    """The columns whose cell of that row is one with the cell above it."""
    cells = enumerate(table.rows[number].cells)
    asked = [at for at, each in cells if at < table.group_columns or (isinstance(each, Cell) and each.joined)]
    return frozenset(at for at in asked if table.merged(number, at))


def label_stop(row: TableRow, at: int, joined: frozenset[int]) -> int:
    """Where the cell beginning at column `at` ends.

    The label of a group, subtotal or total row also takes the empty cells to its right.
    """
    stop = at + 1
    if row.role == "row" or at in joined or not clean(row.cell(at).text):
        return stop
    if any(clean(row.cell(left).text) for left in range(at) if left not in joined):
        return stop
    while stop < len(row.cells) and stop not in joined and not clean(row.cell(stop).text):
        stop += 1
    return stop


def fitted(book: FontBook, table: Table, width: float) -> tuple[float, list[float]]:
    """The type size, and the column widths in points: by share, but wide enough for every figure."""
    figures = [_longest_figure(book, table, column) for column in range(len(table.columns))]
    for size in SIZES:
        narrowest = min(NARROWEST * size, width / len(figures) / 2)
        least = [max(figure * size, narrowest) + 2 * PAD_X for figure in figures]
        if sum(least) <= width:
            return size, _widths([column.share for column in table.columns], least, width)
    scale = width / sum(least)
    return SIZES[-1], [each * scale for each in least]


def _longest_figure(book: FontBook, table: Table, column: int) -> float:
    """The length of the longest figure of a right-aligned column, in ems."""
    if table.columns[column].align != "right":
        return 0.0
    longest = 0.0
    for row in table.rows:
        text = clean(row.cell(column).text) if row.cell(column).span == 1 else ""
        if text and len(text) <= LONGEST_FIGURE and "\n" not in text:
            font = FontStyle.HEI if row.role in BOLD_ROLES else FontStyle.SONG
            longest = max(longest, book.width(font, text, 1.0))
    return longest


def _widths(shares: Sequence[int], least: Sequence[float], width: float) -> list[float]:
    """Widths by share; a column that would be too narrow gets its least width, the others share the rest."""
    fixed: set[int] = set()
    while True:
        free = width - sum(least[at] for at in fixed)
        total = sum(share for at, share in enumerate(shares) if at not in fixed)
        scaled = {at: free * share / total for at, share in enumerate(shares) if at not in fixed}
        short = {at for at, wide in scaled.items() if wide < least[at]}
        if not short or len(fixed | short) == len(shares):
            break
        fixed |= short
    made = [scaled.get(at, each) for at, each in enumerate(least)]
    if short:
        made = [each * width / sum(least) for each in least]
    return made
