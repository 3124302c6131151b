"""Bars under each other: name, bar from zero to one scale, and the figures at the bar's end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from models.report.blocks import Bar
from models.report.chart_shapes import (
    SIZE,
    Area,
    Box,
    Plot,
    Rect,
    Setter,
    Shape,
    Stroke,
    base_of,
    line_height,
    plain_line,
)

ZERO = Fraction(0)
GAP = Fraction(7)
"""Between name, bar and figures, in points."""
PITCH, TIGHTEST, BETWEEN = Fraction(20), Fraction(23, 2), Fraction(6)
"""The height of a row of one line, the least it may have, and what parts a row of several from the next."""
NAMES, FIGURES = Fraction(2, 5), Fraction(9, 20)
"""The most of the width that names and figures may take."""
HIGHEST, FREE = Fraction(11), Fraction(4)
"""How high a bar is at most, and what a tight row leaves free of it."""
OVER = Fraction(3, 2)
"""How far the outline's end stands out of a bar that is filled beyond it."""
NAME_LINES = 2


@dataclass(frozen=True, slots=True)
class Scale:
    """Figures from `low` to `high`, zero among them, as places on a length."""

    low: Fraction
    high: Fraction

    @classmethod
    def of(cls, figures: Iterable[Fraction | None]) -> Scale:
        """The scale on which zero and all these figures have their place."""
        known = (ZERO, *(each for each in figures if each is not None))
        return cls(min(known), max(known))

    @classmethod
    def of_bars(cls, bars: Iterable[Bar]) -> Scale:
        """The one scale of bars under each other; the total has no place on it."""
        return cls.of(each for bar in bars if not bar.total for each in (bar.outlined, bar.filled))

    def at(self, figure: Fraction) -> Fraction:
        """Where a figure stands, from 0 to 1; all at 0 where every figure is zero."""
        return (figure - self.low) / (self.high - self.low) if self.high > self.low else ZERO


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where names end, where bars begin and end, and how much the figures may take."""

    names: Fraction
    left: Fraction
    right: Fraction
    figures: Fraction


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    bar: Bar
    name: Sequence[str]
    top: Fraction
    height: Fraction

    @property
    def middle(self) -> Fraction:
        return self.top + self.height / 2


def bars_plot(bars: Sequence[Bar], width: Fraction, tallest: Fraction, setter: Setter) -> Plot:
    """Bars on so much width; rows are closer and names shorter where they would be higher than `tallest`."""
    columns = _columns(bars, width, setter)
    rows = _rows(bars, columns, tallest, setter)
    scale = Scale.of_bars(bars)
    shapes: list[Shape] = []
    for row in rows:
        shapes += _row(row, columns, scale, setter)
    parts = [row for row in rows if not row.bar.total]
    if parts:
        zero = _place(scale, columns, ZERO)
        foot = parts[-1].top + parts[-1].height
        shapes.append(Stroke(((zero, parts[0].top), (zero, foot)), "border-strong"))
    areas = tuple(Area(row.number, Rect(ZERO, row.top, width, row.height)) for row in rows)
    return Plot(tuple(shapes), areas, rows[-1].top + rows[-1].height)


def _columns(bars: Sequence[Bar], width: Fraction, setter: Setter) -> _Columns:
    names = max(setter.length(plain_line(bar.label)[:60], bold=bar.total) for bar in bars)
    figures = max(setter.length(plain_line(bar.text)[:60], bold=bar.total) for bar in bars)
    names, figures = min(names, NAMES * width), min(figures, FIGURES * width)
    left = names + GAP
    right = max(width - figures - GAP, left)
    return _Columns(names, left, right, width - right - GAP)


def _rows(bars: Sequence[Bar], columns: _Columns, tallest: Fraction, setter: Setter) -> list[_Row]:
    for most in (NAME_LINES, 1):
        names = [setter.lines(bar.label, columns.names, most, bold=bar.total) for bar in bars]
        heights = [max(PITCH, len(name) * line_height(SIZE) + BETWEEN) for name in names]
        if sum(heights) <= tallest:
            break
    else:
        heights = [max(tallest / len(bars), TIGHTEST)] * len(bars)
    made, top = [], ZERO
    for number, (bar, name, height) in enumerate(zip(bars, names, heights, strict=True)):
        made.append(_Row(number, bar, name, top, height))
        top += height
    return made


def _place(scale: Scale, columns: _Columns, figure: Fraction) -> Fraction:
    return columns.left + scale.at(figure) * (columns.right - columns.left)


def _row(row: _Row, columns: _Columns, scale: Scale, setter: Setter) -> Iterator[Shape]:
    bar = row.bar
    leading = line_height(SIZE)
    first = row.middle - leading * (len(row.name) - 1) / 2
    for at, line in enumerate(row.name):
        yield from setter.words(line, (ZERO, base_of(first + at * leading, SIZE)), bold=bar.total)
    end = _place(scale, columns, ZERO)
    if bar.total:
        yield Stroke(((ZERO, row.top), (columns.right + GAP + columns.figures, row.top)), "grid")
    else:
        yield from _bar(row, columns, scale)
        end = max(end, *(_place(scale, columns, each) for each in (bar.outlined, bar.filled) if each), end)
    text = setter.elided(bar.text, columns.right + GAP + columns.figures - end - GAP, bold=bar.total)
    yield from setter.words(text, (end + GAP, base_of(row.middle, SIZE)), bold=bar.total)


def _bar(row: _Row, columns: _Columns, scale: Scale) -> Iterator[Shape]:
    bar, height = row.bar, min(HIGHEST, row.height - FREE)
    zero, top = _place(scale, columns, ZERO), row.middle - height / 2

    def box(figure: Fraction) -> Rect:
        end = _place(scale, columns, figure)
        return Rect(min(zero, end), top, abs(end - zero), height)

    outlined, filled = bar.outlined, bar.filled
    if filled:
        yield Box(box(filled), "accent", "border-strong")
    if outlined:
        yield Box(box(outlined), None, "border-strong", dashed=filled is None)
    if outlined is not None and filled is not None and filled > max(outlined, ZERO):
        edge = _place(scale, columns, max(outlined, ZERO))
        yield Box(Rect(edge, top, box(filled).right - edge, height), "error", "border-strong")
        yield Stroke(((edge, top - OVER), (edge, top + height + OVER)), "text", Fraction(1))
