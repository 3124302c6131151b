"""Charts on the canvas: the shapes of their pictures in the light theme's colours, with embedded fonts."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from models.report.blocks import Chart
from models.report.chart_drawing import drawing
from models.report.chart_shapes import ASCENT, Box, Picture, Role, Stroke, Words
from services.exporting.pdf_fonts import FontBook
from services.exporting.pdf_pages import Flow
from services.exporting.pdf_text import Line, draw_line
from services.fonts import FontStyle
from services.resources import resource

WIDTH = Fraction(156 * 72 * 10, 254)
"""The length of a line of an upright page, in points."""
GAP = 10.0
DASHES = (2.0, 1.5)


class ChartPart:
    """The picture of a chart, which stays whole and on the page on which its caption ends."""

    keep = False
    landscape = False

    def __init__(self, book: FontBook, chart: Chart) -> None:
        self._book = book
        self._picture = picture_of(chart, book)

    @property
    def start(self) -> float:
        """All of it."""
        return float(self._picture.height)

    def place(self, flow: Flow, following: float) -> None:
        """Put it on one page, with a gap below."""
        flow.need(self.start)
        flow.put(self.start, self._draw)
        flow.skip(GAP)

    def _draw(self, canvas: Any, x: float, top: float) -> None:
        paint(canvas, self._picture, self._book, x, top)


def picture_of(chart: Chart, book: FontBook) -> Picture:
    """The picture of a chart as wide as a line, measured in the fonts of the file."""

    def measure(text: str, size: Fraction, bold: bool) -> float:
        return book.width(_style(bold), text, float(size))

    return drawing(chart, WIDTH, measure)


def _style(bold: bool) -> FontStyle:
    return FontStyle.HEI if bold else FontStyle.SONG


def paint(canvas: Any, picture: Picture, book: FontBook, x: float, top: float) -> None:
    """Paint a picture with its top left corner at x, top, in points of the canvas, whose y goes up."""
    canvas.saveState()
    canvas.translate(x, top)
    for shape in picture.shapes:
        match shape:
            case Box():
                _box(canvas, shape)
            case Stroke():
                _stroke(canvas, shape)
            case Words():
                _words(canvas, shape, book)
    canvas.restoreState()


def _box(canvas: Any, box: Box) -> None:
    rect = box.rect
    if box.fill is not None:
        canvas.setFillColor(_colors()[box.fill])
    if box.outline is not None:
        canvas.setStrokeColor(_colors()[box.outline])
    canvas.setLineWidth(0.5)
    canvas.setDash(*DASHES) if box.dashed else canvas.setDash()
    place = (float(rect.x), -float(rect.bottom), float(rect.width), float(rect.height))
    canvas.rect(*place, stroke=int(box.outline is not None), fill=int(box.fill is not None))


def _stroke(canvas: Any, stroke: Stroke) -> None:
    path = canvas.beginPath()
    (x, y), *following = ((float(x), -float(y)) for x, y in stroke.points)
    path.moveTo(x, y)
    for x, y in following:
        path.lineTo(x, y)
    if stroke.closed:
        path.close()
    canvas.setDash()
    canvas.setLineWidth(float(stroke.thickness))
    canvas.setStrokeColor(_colors()[stroke.role])
    if stroke.fill is not None:
        canvas.setFillColor(_colors()[stroke.fill])
    canvas.drawPath(path, stroke=1, fill=int(stroke.fill is not None))


def _words(canvas: Any, words: Words, book: FontBook) -> None:
    size, length = float(words.size), float(words.length)
    line = Line(tuple(book.pieces(_style(words.bold), words.text)), length, final=True)
    canvas.setFillColor(_colors()[words.role])
    top = float(ASCENT * words.size - words.y)
    draw_line(canvas, line, float(words.left), top, length, size, size, "left")


@functools.cache
def _colors() -> Mapping[Role, Any]:
    """The colours of the light theme, in which everything is printed."""
    from reportlab.lib.colors import HexColor

    tokens = json.loads(resource("themes", "light.json").read_text("utf-8"))["colors"]
    return {role: HexColor(value) for role, value in tokens.items()}
