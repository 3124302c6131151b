"""From a chart to its picture: how to read it above, the items to scale, the notes below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from models.report.blocks import Bar, Chart
from models.report.chart_bars import bars_plot
from models.report.chart_shapes import (
    SMALL,
    Anchor,
    Area,
    Box,
    Measure,
    Picture,
    Plot,
    Setter,
    Shape,
    Stroke,
    Words,
    base_of,
    line_height,
)
from models.report.chart_time import time_plot

GAP = Fraction(5)
"""Between the plot and what is said above and below it, in points."""
READING_LINES, NOTE_LINES = 2, 4
TALLEST = Fraction(580)
"""What a page has room for below a caption of two lines, in points."""


def drawing(chart: Chart, width: Fraction, measure: Measure, tallest: Fraction = TALLEST) -> Picture:
    """The picture of a chart, `width` points wide; bars are set closer where it would be over `tallest`."""
    setter = Setter(measure)
    reading = setter.lines(chart.reading, width, READING_LINES, SMALL)
    notes = [line for note in chart.notes for line in setter.lines(note, width, NOTE_LINES, SMALL)]
    above, below = _height(reading), _height(notes)
    plot = _plot(chart, width, tallest - above - below, setter)
    foot = above + plot.height + (GAP if notes else 0)
    shapes = (
        *_said(reading, (width, Fraction(0)), "right", setter),
        *(_lowered(each, above) for each in plot.shapes),
        *_said(notes, (Fraction(0), foot), "left", setter),
    )
    areas = (Area(each.item, replace(each.rect, y=each.rect.y + above)) for each in plot.areas)
    return Picture(width, above + plot.height + below, shapes, tuple(areas))


def _plot(chart: Chart, width: Fraction, tallest: Fraction, setter: Setter) -> Plot:
    if chart.kind == "time":
        return time_plot(chart.items, width, setter)
    return bars_plot([each for each in chart.items if isinstance(each, Bar)], width, tallest, setter)


def _height(lines: Sequence[str]) -> Fraction:
    return len(lines) * line_height(SMALL) + (GAP if lines else 0)


def _said(
    lines: Sequence[str], place: tuple[Fraction, Fraction], anchor: Anchor, setter: Setter
) -> list[Words]:
    """Lines of small print from a corner down."""
    leading = line_height(SMALL)
    bases = [base_of(place[1] + leading * (2 * at + 1) / 2, SMALL) for at in range(len(lines))]
    return [
        words
        for line, base in zip(lines, bases, strict=True)
        for words in setter.words(line, (place[0], base), size=SMALL, role="text2", anchor=anchor)
    ]


def _lowered(shape: Shape, by: Fraction) -> Shape:
    match shape:
        case Box():
            return replace(shape, rect=replace(shape.rect, y=shape.rect.y + by))
        case Stroke():
            return replace(shape, points=tuple((x, y + by) for x, y in shape.points))
        case Words():
            return replace(shape, y=shape.y + by)
