"""The official page (GB/T 9704): text area, page numbers, wide tables turned, bookmarks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from services.exporting.pace import Pace
from services.exporting.pdf_figures import Figure
from services.exporting.pdf_fonts import FontBook
from services.exporting.pdf_ink import end_page
from services.exporting.pdf_text import ASCENT, compose, draw_line
from services.fonts import FontStyle

MM = 72 / 25.4
PAGE = (210 * MM, 297 * MM)
TOP, LEFT, BOTTOM = 37 * MM, 28 * MM, 35 * MM
TEXT_WIDTH, TEXT_HEIGHT = 156 * MM, 225 * MM
NUMBER_SIZE, NUMBER_BELOW = 14.0, 7 * MM
SLACK = 0.01

Draw = Callable[[Any, float, float], None]
"""Draws one thing on a canvas with its top left corner at x, y, in points."""

Figures = Callable[[], Iterable[Figure]]
"""Finds the figures in one thing, measured from its top left corner."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place the outline and the contents lead to; level 0 is the outermost."""

    key: str
    title: str
    level: int


@dataclass(slots=True)
class Page:
    """What stands on one page: things with their distance from the top of the text area."""

    number: int
    landscape: bool
    filled: float = 0.0
    items: list[tuple[float, Draw]] = field(default_factory=list)
    quoting: list[tuple[float, Figures]] = field(default_factory=list)
    anchors: list[tuple[float, Anchor]] = field(default_factory=list)

    @property
    def width(self) -> float:
        """The length of a line."""
        return TEXT_HEIGHT if self.landscape else TEXT_WIDTH

    @property
    def height(self) -> float:
        """The height of the text area."""
        return TEXT_WIDTH if self.landscape else TEXT_HEIGHT

    def figures(self) -> Iterator[Figure]:
        """The figures that have a source, where they stand on the page as it is shown."""
        left, top = (BOTTOM, LEFT) if self.landscape else (LEFT, TOP)
        for filled, figures in self.quoting:
            yield from (figure.moved(left, top + filled) for figure in figures())


class Flow:
    """The pages of a document as they fill up from the top."""

    def __init__(self) -> None:
        self.pages = [Page(1, False)]
        self._marked: dict[str, int] = {}

    @property
    def page(self) -> Page:
        """The page being filled."""
        return self.pages[-1]

    @property
    def room(self) -> float:
        """What is left of the page, in points."""
        return self.page.height - self.page.filled + SLACK

    @property
    def fresh(self) -> bool:
        """Whether nothing stands on the page yet."""
        return not self.page.items

    def new_page(self, *, landscape: bool = False) -> None:
        """Go on with a page of that direction; an empty page is used again."""
        if self.fresh:
            self.pages.pop()
        self.pages.append(Page(len(self.pages) + 1, landscape))

    def turn(self, *, landscape: bool) -> None:
        """Go on with a page of that direction where the present one is of the other."""
        if self.page.landscape != landscape:
            self.new_page(landscape=landscape)

    def need(self, height: float) -> None:
        """Go on with the next page unless that much room is left on this one."""
        if height > self.room and not self.fresh:
            self.new_page(landscape=self.page.landscape)

    def put(self, height: float, draw: Draw, figures: Figures | None = None) -> None:
        """Put a thing below what is there; `figures` finds those in it that have a source."""
        self.page.items.append((self.page.filled, draw))
        if figures is not None:
            self.page.quoting.append((self.page.filled, figures))
        self.page.filled += height

    def skip(self, height: float) -> None:
        """Leave a gap, except at the top of a page."""
        if not self.fresh:
            self.page.filled += height

    def mark(self, anchor: Anchor) -> None:
        """Let the outline lead to what comes next."""
        self.page.anchors.append((self.page.filled, anchor))
        self._marked[anchor.key] = self.page.number

    def page_of(self, key: str) -> int:
        """The number of the page on which a marked place came to stand; 0 if it did not."""
        return self._marked.get(key, 0)


def render(canvas: Any, flow: Flow, book: FontBook, pace: Pace) -> None:
    """Draw all pages with their numbers and bookmarks; a drawn page gives back what stood on it."""
    outline = Outline(canvas)
    for page in flow.pages:
        canvas.setPageRotation(90 if page.landscape else 0)
        # reportlab swaps the sides of a rotated page, so they are given swapped.
        canvas.setPageSize((PAGE[1], PAGE[0]) if page.landscape else PAGE)
        canvas.setLineWidth(0.5)
        for filled, anchor in page.anchors:
            outline.add(anchor, None if page.landscape else PAGE[1] - TOP - filled)
        _draw_items(canvas, page)
        _draw_number(canvas, page.number, book)
        end_page(canvas)
        page.items.clear()
        page.quoting.clear()
        pace.step()


def _draw_items(canvas: Any, page: Page) -> None:
    """A wide page is drawn sideways, its head at the left edge, as the standard binds it."""
    canvas.saveState()
    left, top = LEFT, PAGE[1] - TOP
    if page.landscape:
        canvas.translate(PAGE[0], 0)
        canvas.rotate(90)
        left, top = BOTTOM, PAGE[0] - LEFT
    for filled, draw in page.items:
        draw(canvas, left, top - filled)
    canvas.restoreState()


def _draw_number(canvas: Any, number: int, book: FontBook) -> None:
    line = compose(book, [(f"— {number} —", FontStyle.SONG)], NUMBER_SIZE, TEXT_WIDTH)[0]
    top = BOTTOM - NUMBER_BELOW - 0.35 * NUMBER_SIZE + ASCENT * NUMBER_SIZE
    x = LEFT + NUMBER_SIZE if number % 2 == 0 else LEFT + TEXT_WIDTH - NUMBER_SIZE - line.width
    draw_line(canvas, line, x, top, line.width, NUMBER_SIZE, NUMBER_SIZE, "left")


class Outline:
    """The bookmarks of the file; a level that would be left out is closed up."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._level = -1

    def add(self, anchor: Anchor, y: float | None) -> None:
        """Mark a place on the present page, y points above its lower edge, or the whole page."""
        if y is None:
            self._canvas.bookmarkPage(anchor.key)
        else:
            self._canvas.bookmarkPage(anchor.key, fit="XYZ", top=y, left=0)
        self._level = min(anchor.level, self._level + 1)
        self._canvas.addOutlineEntry(anchor.title, anchor.key, self._level, closed=False)
