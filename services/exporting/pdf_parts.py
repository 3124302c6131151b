"""Paragraphs, headings, titles, signatures and the table of contents, ready to be put on pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from models.report.blocks import Paragraph, Run, clean
from services.exporting.contents import Entry
from services.exporting.pdf_figures import line_figures
from services.exporting.pdf_fonts import FontBook
from services.exporting.pdf_pages import TEXT_WIDTH, Anchor, Flow
from services.exporting.pdf_text import Alignment, Line, compose, draw_line, evened
from services.fonts import FontStyle

BODY_SIZE, BODY_LEADING = 15.75, 28.95
TITLE_SIZE, TITLE_LEADING = 22.0, 34.0
SMALL_SIZE, SMALL_LEADING = 10.5, 16.0
LONGEST_SIGNATURE = 16
NUMBER_ROOM = 2.5 * BODY_SIZE
"""What a line of the contents leaves for dots and the page number."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph is set: sizes in points, the first line's indent in characters."""

    font: FontStyle
    size: float = BODY_SIZE
    leading: float = BODY_LEADING
    indent: int = 0
    align: Alignment = "justify"


BODY = TextStyle(FontStyle.FANG, indent=2)
PARAGRAPHS = {
    "body": BODY,
    "lead": BODY,
    "note": TextStyle(FontStyle.SONG, SMALL_SIZE, SMALL_LEADING, indent=2),
    "right": TextStyle(FontStyle.FANG, align="right"),
    "center": TextStyle(FontStyle.FANG, align="center"),
    "caption": TextStyle(FontStyle.HEI, 12.0, 20.0, align="center"),
}
HEADINGS = {
    1: TextStyle(FontStyle.HEI, indent=2, align="left"),
    2: TextStyle(FontStyle.KAI, indent=2, align="left"),
    3: TextStyle(FontStyle.FANG, indent=2, align="left"),
}
TITLE = TextStyle(FontStyle.TITLE, TITLE_SIZE, TITLE_LEADING, align="center")
CONTENTS = TextStyle(FontStyle.HEI, TITLE_SIZE, TITLE_LEADING, align="center")
MARK = TextStyle(FontStyle.HEI, align="left")


class Part(Protocol):
    """Something to be put on pages."""

    @property
    def start(self) -> float:
        """The room in points below which it does not begin on a page."""

    @property
    def keep(self) -> bool:
        """Whether it stays on the page on which the next part begins."""

    @property
    def landscape(self) -> bool:
        """Whether it wants a wide page."""

    def place(self, flow: Flow, following: float) -> None:
        """Put it on the pages; `following` is the room that the next part needs to begin."""


@dataclass(frozen=True, slots=True)
class TextPart:
    """Lines of one style; a kept part stays on the page on which the next one begins.

    `book` measures the figures in them that have a source.
    """

    lines: Sequence[Line]
    style: TextStyle
    keep: bool = False
    anchor: Anchor | None = None
    gap_after: float = 0.0
    tail: int = 0
    landscape: bool = False
    book: FontBook | None = None

    @property
    def start(self) -> float:
        """Two lines, or all of a kept part."""
        count = len(self.lines) if self.keep else min(len(self.lines), 2)
        return count * self.style.leading + self.gap_after

    def place(self, flow: Flow, following: float) -> None:
        """Fill page after page; `tail` lines go over together with what follows and has no room."""
        leading = self.style.leading
        flow.need(self.start + following if self.keep else leading)
        if self.anchor is not None:
            flow.mark(self.anchor)
        lines = self.lines
        while lines:
            fit = self._fit(flow, len(lines), following)
            if fit:
                self._put(flow, lines[:fit])
                lines = lines[fit:]
            if lines:
                flow.new_page(landscape=flow.page.landscape)
        flow.skip(self.gap_after)

    def _put(self, flow: Flow, lines: Sequence[Line]) -> None:
        style, width = self.style, flow.page.width
        figures = None
        if self.book is not None:
            figures = partial(line_figures, self.book, lines, width, style.size, style.leading, style.align)
        flow.put(len(lines) * style.leading, partial(_draw_lines, lines, style, width), figures)

    def _fit(self, flow: Flow, count: int, following: float) -> int:
        fit = min(max(int(flow.room / self.style.leading), 1 if flow.fresh else 0), count)
        left = flow.room - fit * self.style.leading
        if self.tail and fit == count > self.tail and left < following:
            return count - self.tail
        return fit


def _draw_lines(
    lines: Sequence[Line], style: TextStyle, width: float, canvas: Any, x: float, top: float
) -> None:
    for number, line in enumerate(lines):
        at, room = top - number * style.leading, width - line.indent
        draw_line(canvas, line, x + line.indent, at, room, style.size, style.leading, style.align)


def text_part(book: FontBook, text: str, style: TextStyle, **more: Any) -> TextPart:
    """A part of one plain text."""
    lines = compose(book, [(text, style.font)], style.size, TEXT_WIDTH, style.indent * style.size)
    return TextPart(lines, style, **more)


def paragraph_part(book: FontBook, block: Paragraph, tail: int = 0) -> TextPart:
    """A paragraph; bold runs are set in 黑体, as printed official documents do."""
    style = PARAGRAPHS[block.style]

    def font(run: Run) -> FontStyle:
        return FontStyle.HEI if run.bold else style.font

    parts = [(run.text, font(run)) for run in block.runs]
    sources = [run.source for run in block.runs]
    lines = compose(book, parts, style.size, TEXT_WIDTH, style.indent * style.size, sources)
    measuring = book if any(source is not None for source in sources) else None
    return TextPart(lines, style, keep=block.style == "caption", tail=tail, book=measuring)


def anchor_of(entry: Entry) -> Anchor:
    """The outline's entry for a heading or an annex."""
    return Anchor(entry.key, entry.text, entry.level - 1)


def title_part(book: FontBook, text: str) -> TextPart:
    """A centred title in lines of nearly even length, with an empty line below."""
    return TextPart(title_lines(book, text), TITLE, keep=True, gap_after=BODY_LEADING)


def title_lines(book: FontBook, text: str) -> list[Line]:
    """The lines of a title: broken at its own blanks where that suffices, else evened out."""

    def lines(words: str, width: float) -> list[Line]:
        return compose(book, [(words, FontStyle.TITLE)], TITLE_SIZE, width)

    plain = clean(text).strip()
    whole = lines(plain, TEXT_WIDTH)
    if len(whole) == 1 or "\n" in plain:
        return whole
    at_blanks = lines(plain.replace(" ", "\n"), TEXT_WIDTH)
    if " " in plain and len(at_blanks) == len(whole):
        return at_blanks
    return evened(partial(lines, plain), TEXT_WIDTH, TITLE_SIZE / 2)


@dataclass(frozen=True, slots=True)
class SignaturePart:
    """Who signs, centred above the date, which ends four characters from the right edge."""

    lines: Sequence[Line]
    keep: bool = False
    landscape: bool = False

    @property
    def start(self) -> float:
        """Two empty lines and all of the signature."""
        return (len(self.lines) + 2) * BODY_LEADING

    def place(self, flow: Flow, following: float) -> None:
        """Put it on one page."""
        flow.need(self.start)
        flow.skip(2 * BODY_LEADING)
        flow.put(len(self.lines) * BODY_LEADING, self._draw)

    def _draw(self, canvas: Any, x: float, top: float) -> None:
        widest = max(line.width for line in self.lines)
        middle = x + TEXT_WIDTH - 4 * BODY_SIZE - self.lines[-1].width / 2
        middle = max(min(middle, x + TEXT_WIDTH - widest / 2), x + widest / 2)
        for number, line in enumerate(self.lines):
            at, left = top - number * BODY_LEADING, middle - line.width / 2
            draw_line(canvas, line, left, at, line.width, BODY_SIZE, BODY_LEADING, "left")


def signature_part(book: FontBook, lines: Sequence[str]) -> Part:
    """The signature's lines, each broken where it is too long; more than fit a page are set as text."""
    made = [line for text in lines for line in compose(book, [(text, FontStyle.FANG)], BODY_SIZE, TEXT_WIDTH)]
    if len(made) > LONGEST_SIGNATURE:
        return TextPart(made, PARAGRAPHS["right"])
    return SignaturePart(made or compose(book, [], BODY_SIZE, TEXT_WIDTH))


@dataclass(frozen=True, slots=True)
class BreakPart:
    """Starts a page."""

    start: float = 0.0
    keep: bool = False
    landscape: bool = False

    def place(self, flow: Flow, following: float) -> None:
        """Leave the page unless it is empty."""
        flow.new_page()


@dataclass(frozen=True, slots=True)
class ContentsPart:
    """The table of contents; the page numbers are read when it is drawn, after all pages are laid out."""

    book: FontBook
    anchors: Sequence[Anchor]
    flow: Flow
    start: float = 2 * BODY_LEADING
    keep: bool = False
    landscape: bool = False

    def place(self, flow: Flow, following: float) -> None:
        """Put it on pages of its own."""
        heading = compose(self.book, [("目　录", FontStyle.HEI)], TITLE_SIZE, TEXT_WIDTH)
        TextPart(heading, CONTENTS, keep=True).place(flow, 0.0)
        flow.skip(BODY_LEADING)
        for anchor in self.anchors:
            style = FontStyle.FANG if anchor.level else FontStyle.HEI
            indent = anchor.level * 2 * BODY_SIZE
            lines = compose(self.book, [(anchor.title, style)], BODY_SIZE, TEXT_WIDTH - indent - NUMBER_ROOM)
            flow.need(len(lines) * BODY_LEADING)
            flow.put(len(lines) * BODY_LEADING, partial(self._draw, anchor, lines, indent))
        flow.new_page()

    def _draw(
        self, anchor: Anchor, lines: Sequence[Line], indent: float, canvas: Any, x: float, top: float
    ) -> None:
        for number, line in enumerate(lines):
            at = top - number * BODY_LEADING
            draw_line(canvas, line, x + indent, at, line.width, BODY_SIZE, BODY_LEADING, "left")
        page = str(self.flow.page_of(anchor.key))
        number_width = self.book.width(FontStyle.FANG, page, BODY_SIZE)
        room = TEXT_WIDTH - indent - lines[-1].width - number_width - BODY_SIZE / 4
        dots = int(room / self.book.width(FontStyle.FANG, ".", BODY_SIZE))
        last = compose(self.book, [("." * dots + page, FontStyle.FANG)], BODY_SIZE, TEXT_WIDTH)[0]
        at = top - (len(lines) - 1) * BODY_LEADING
        draw_line(canvas, last, x, at, TEXT_WIDTH, BODY_SIZE, BODY_LEADING, "right")
        box = (x, top - len(lines) * BODY_LEADING, x + TEXT_WIDTH, top)
        canvas.linkRect(anchor.title, anchor.key, box, relative=1)
