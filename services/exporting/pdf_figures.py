"""Where the figures of a report stand on its pages, so that a click on one leads to its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from models.report.blocks import Source
from services.exporting.pdf_fonts import FontBook
from services.exporting.pdf_text import Alignment, Line, places


@dataclass(frozen=True, slots=True)
class Figure:
    """A rectangle in points with what it shows and where that comes from; x and y are its upper left corner.

    Measured from the upper left corner of the thing it belongs to, or of the page as it is shown.
    """

    x: float
    y: float
    width: float
    height: float
    text: str
    source: Source

    def moved(self, right: float, down: float) -> Figure:
        """The same elsewhere."""
        return Figure(self.x + right, self.y + down, self.width, self.height, self.text, self.source)

    def holds(self, x: float, y: float) -> bool:
        """Whether the point is in the rectangle."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height


def line_figures(
    book: FontBook, lines: Sequence[Line], width: float, size: float, leading: float, align: Alignment
) -> Iterator[Figure]:
    """The figures quoted in lines of text; one that goes on in the next line has a rectangle in each."""
    for number, line in enumerate(lines):
        if all(piece.source is None for piece in line.pieces):
            continue
        placed = places(book, line, width - line.indent, size, align)
        for source, same in groupby(placed, key=lambda place: place[0].source):
            pieces = list(same)
            if source is not None:
                (_, start, _), (_, last, length) = pieces[0], pieces[-1]
                text = "".join(piece.text for piece, _, _ in pieces)
                top = number * leading
                yield Figure(line.indent + start, top, last + length - start, leading, text, source)
