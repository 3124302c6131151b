"""Tables on pages: captions above, heads repeated, rows and merged cells parted where a page ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import accumulate
from typing import Any

from models.report.blocks import Table, clean
from services.exporting.pace import Pace
from services.exporting.pdf_cells import PAD_X, PAD_Y, SetRow, Setter, Slot
from services.exporting.pdf_figures import Figure
from services.exporting.pdf_fonts import FontBook
from services.exporting.pdf_ink import put_box
from services.exporting.pdf_pages import TEXT_HEIGHT, TEXT_WIDTH, Flow
from services.exporting.pdf_parts import PARAGRAPHS, TextPart, TextStyle
from services.exporting.pdf_text import Line, compose, draw_line
from services.fonts import FontStyle

CAPTION = PARAGRAPHS["caption"]
UNIT = TextStyle(FontStyle.SONG, 10.5, 16.0, align="right")
TALLEST_HEAD = 0.4
"""The part of a page that a repeated head may fill."""
GAP = 10.0
LONGEST_LABEL = 0.3
"""The part of a page that a merged cell may fill; a longer one stands in its first row alone."""
PARTED_FROM = 0.25
"""The part of a page from which on a row is parted where it does not fit."""
LEAST_PART = 3
"""How many lines of a long row must find room before it is parted."""
KEPT_WHOLE, MOST_ROWS_KEPT = 0.4, 24
"""A table that fills no more than this part of a page and has fewer rows is not parted."""


@dataclass(slots=True)
class Strip:
    """A row, or some of its lines, on one page; `stop` is None where the row ends here."""

    row: int
    first: int
    stop: int | None
    height: float


@dataclass(frozen=True, slots=True)
class Span:
    """A cell on one page: over which strips it reaches and the lines it shows."""

    slot: Slot
    first: int
    last: int
    shown: bool


class TablePart:
    """A table ready to be cut into pages; cutting a page takes time in proportion to what is on it."""

    keep = False

    def __init__(self, book: FontBook, table: Table, pace: Pace) -> None:
        self.landscape = table.landscape
        self._table, self._book = table, book
        self._width = TEXT_HEIGHT if table.landscape else TEXT_WIDTH
        self._page_height = TEXT_WIDTH if table.landscape else TEXT_HEIGHT
        self._set = Setter(book, table, self._width)
        self._head = self._set.head()
        self._top = [
            TextPart(compose(book, [(text, style.font)], style.size, self._width), style, keep=True)
            for text, style in ((table.caption, CAPTION), (table.unit_line, UNIT))
            if text
        ]
        self._rows = self._set.rows(LONGEST_LABEL * self._page_height, pace.step)
        if self._height_of(self._head) > TALLEST_HEAD * self._page_height:
            self._head_among_rows()
        self._parted_from = PARTED_FROM * self._page_height

    @cached_property
    def start(self) -> float:
        """All of a small table; else caption, head and two rows, or the beginning of a long one."""
        top = self._top_height + self._height_of(self._head)
        rows = (self._height_of(row) for row in self._rows[:MOST_ROWS_KEPT])
        whole = top + sum(rows)
        if len(self._rows) < MOST_ROWS_KEPT and whole <= KEPT_WHOLE * self._page_height:
            return whole
        least = LEAST_PART * self._set.leading + 2 * PAD_Y
        first = [self._height_of(row) for row in self._rows[:2]]
        return top + (sum(first) if sum(first) <= self._parted_from else min(first[0], least))

    def _head_among_rows(self) -> None:
        """Let a head too high to be repeated be parted like a row."""
        slots = {id(slot): slot for row in (*self._rows, self._head) for slot in row.slots}
        for slot in slots.values():
            slot.first, slot.last = slot.first + 1, slot.last + 1
        self._rows.insert(0, self._head)
        self._head = SetRow((), "head")

    @property
    def _top_height(self) -> float:
        return sum(part.start for part in self._top)

    def _height_of(self, row: SetRow, first: int = 0) -> float:
        return max(row.count - first, 1) * self._set.leading + 2 * PAD_Y if row.slots else 0.0

    def place(self, flow: Flow, following: float) -> None:
        """Put caption, unit and as many pages of rows as it takes."""
        flow.need(self.start)
        for part in self._top:
            part.place(flow, 0.0)
        row = first = 0
        head = self._height_of(self._head)
        while True:
            strips = self._cut(row, first, flow.room - head, force=flow.fresh)
            if strips or not self._rows:
                flow.put(head, self._draw_head)
                height = sum(strip.height for strip in strips)
                flow.put(height, partial(self._draw_strips, strips), partial(self._figures, strips))
                row, first = self._next(strips)
            if row >= len(self._rows):
                break
            flow.new_page(landscape=self.landscape)
        flow.skip(GAP)

    def _next(self, strips: list[Strip]) -> tuple[int, int]:
        if not strips:
            return 0, 0
        last = strips[-1]
        return (last.row + 1, 0) if last.stop is None else (last.row, last.stop)

    def _cut(self, row: int, first: int, room: float, *, force: bool) -> list[Strip]:
        """The strips for one page; none when nothing fits, unless `force` says that the page is empty."""
        strips: list[Strip] = []
        used = 0.0
        while row < len(self._rows):
            height = self._height_of(self._rows[row], first)
            if used + height > room:
                strips += self._part(row, first, height, room - used, force=force and not strips)
                break
            strips.append(Strip(row, first, None, height))
            used += height
            row, first = row + 1, 0
        return self._eased(strips, room)

    def _part(self, row: int, first: int, height: float, room: float, *, force: bool) -> list[Strip]:
        """As many lines of a long row as there is room for."""
        fit = int((room - 2 * PAD_Y) / self._set.leading)
        if force:
            fit = max(fit, 1)
        elif height < self._parted_from or fit < LEAST_PART:
            return []
        if fit >= self._rows[row].count - first:
            return [Strip(row, first, None, height)]
        return [Strip(row, first, first + fit, fit * self._set.leading + 2 * PAD_Y)]

    def _eased(self, strips: list[Strip], room: float) -> list[Strip]:
        """Give merged cells the height they need, and leave no group's title or lonely total behind."""
        natural = [strip.height for strip in strips]
        while len(strips) > 1:
            self._grow(strips)
            if sum(strip.height for strip in strips) <= room and not self._badly_parted(strips):
                return strips
            strips.pop()
            for strip, height in zip(strips, natural, strict=False):
                strip.height = height
        self._grow(strips)
        return strips

    def _badly_parted(self, strips: list[Strip]) -> bool:
        following, _ = self._next(strips)
        if following >= len(self._rows) or strips[-1].stop is not None:
            return False
        alone = following == len(self._rows) - 1 and self._rows[following].role == "total"
        return self._rows[strips[-1].row].role == "group" or (alone and len(strips) > 2)

    def _grow(self, strips: list[Strip]) -> None:
        for span in self._spans(strips):
            if span.slot.merged and span.shown:
                held = sum(strip.height for strip in strips[span.first : span.last + 1])
                needed = len(span.slot.lines) * self._set.leading + 2 * PAD_Y
                strips[span.last].height += max(needed - held, 0.0)

    def _spans(self, strips: Sequence[Strip]) -> Iterator[Span]:
        """The cells of the strips; the label of a group is shown again where the group goes on."""
        for number, strip in enumerate(strips):
            for slot in self._rows[strip.row].slots:
                if not slot.merged:
                    yield Span(slot, number, number, True)
                elif number == 0 or slot.first == strip.row:
                    last = min(number + slot.last - strip.row, len(strips) - 1)
                    begins = slot.first == strip.row and strip.first == 0
                    yield Span(slot, number, last, begins or slot.column < self._table.group_columns)

    def _draw_head(self, canvas: Any, x: float, top: float) -> None:
        height = self._height_of(self._head)
        for slot in self._head.slots:
            self._draw_cell(canvas, slot, slot.lines, x, top, height)

    def _draw_strips(self, strips: Sequence[Strip], canvas: Any, x: float, top: float) -> None:
        tops = list(accumulate((-strip.height for strip in strips), initial=top))
        for span in self._spans(strips):
            strip = strips[span.first]
            lines = span.slot.lines if span.slot.merged else span.slot.lines[strip.first : strip.stop]
            upper, lower = tops[span.first], tops[span.last + 1]
            self._draw_cell(canvas, span.slot, lines if span.shown else (), x, upper, upper - lower)

    def _figures(self, strips: Sequence[Strip]) -> Iterator[Figure]:
        """The cells that have a source."""
        tops = list(accumulate((strip.height for strip in strips), initial=0.0))
        for span in self._spans(strips):
            quoted = span.slot.quoted
            if quoted is not None and quoted.source is not None:
                left, right = self._set.edges[span.slot.column], self._set.edges[span.slot.stop]
                top, below = tops[span.first], tops[span.last + 1]
                yield Figure(left, top, right - left, below - top, clean(quoted.text), quoted.source)

    def _draw_cell(
        self, canvas: Any, slot: Slot, lines: Sequence[Line], x: float, top: float, height: float
    ) -> None:
        left, right = self._set.edges[slot.column], self._set.edges[slot.stop]
        put_box(canvas, x + left, top - height, right - left, height)
        leading = self._set.leading
        at = top - max((height - len(lines) * leading) / 2, PAD_Y)
        for line in lines:
            room = right - left - 2 * PAD_X
            draw_line(canvas, line, x + left + PAD_X, at, room, self._set.size, leading, slot.align)
            at -= leading
