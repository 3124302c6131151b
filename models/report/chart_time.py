"""A time line: what was paid so far as a rising line to scale, and below it when terms fall due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from models.dates import Span
from models.report.blocks import ChartItem, Due, Level, Paid
from models.report.chart_bars import Scale
from models.report.chart_shapes import (
    SMALL,
    Anchor,
    Area,
    Box,
    Plot,
    Point,
    Rect,
    Role,
    Setter,
    Shape,
    Stroke,
    Words,
    base_of,
    line_height,
)
from models.sayings import saying

ZERO = Fraction(0)
EDGE = Fraction(6)
"""What is left free at both ends of the axis, so that marks there have room; in points."""
RISE, HEAD = Fraction(120), Fraction(30)
"""How high the highest amount stands, and what is free above it for its words."""
TICKS, LANE = Fraction(14), Fraction(15)
"""The height of the axis' words and of a term's line."""
NEAR = Fraction(3)
HALF = Fraction(7, 2)
"""Half the height of a term's mark."""
LINE = Fraction(3, 2)
NAMES = Fraction(1, 2)
"""The most of the width that the name of a term may take."""
STEPS = (1, 3, 12, 24, 60, 120, 240)
"""The months from mark to mark of the axis."""
SHIFTS = 4
"""How many lines an amount's words may stand away from their step."""

_LABEL_AND_TEXT: tuple[Role, Role] = ("text2", "text")


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from the beginning of a month up to another, on a length between `left` and `right`."""

    first: date
    end: date
    left: Fraction
    right: Fraction

    def at(self, day: date) -> Fraction:
        """Where a day begins."""
        return self.left + (self.right - self.left) * (day - self.first).days / (self.end - self.first).days

    def stretch(self, span: Span) -> tuple[Fraction, Fraction]:
        """Where the days of a span begin and end; a single day is the place of its end."""
        end = self.at(span.last + timedelta(1))
        return (end if span.first == span.last else self.at(span.first)), end


@dataclass(frozen=True, slots=True)
class _Step:
    """A payment on the line: where its days begin and end, and the amounts' places before and after it."""

    number: int
    item: Paid
    begin: Fraction
    end: Fraction
    before: Fraction
    after: Fraction

    @property
    def rect(self) -> Rect:
        top = min(self.before, self.after)
        return Rect(self.begin, top, self.end - self.begin, abs(self.after - self.before))


def time_plot(items: Sequence[ChartItem], width: Fraction, setter: Setter) -> Plot:
    """Payments, terms and the amounts they are measured by, on so much width."""
    axis = _axis([each.when for each in items if isinstance(each, Paid | Due)], width)
    foot, steps, levels = _heights(items, axis)
    dues = [(number, each) for number, each in enumerate(items) if isinstance(each, Due)]
    below = foot + TICKS
    bottom = below + LANE * len(dues)
    shapes: list[Shape] = [*_ticks(axis, foot, bottom, setter)]
    areas: list[Area] = []
    taken: list[Rect] = [*_tracks(steps, axis)]
    for number, level, y in levels:
        shapes.append(Stroke(((axis.left, y), (axis.right, y)), "border-strong"))
        taken.append(Rect(axis.left, y - LINE / 2, axis.right - axis.left, LINE))
        words = _beside(level, (axis.left, y - NEAR - SMALL / 4), setter, width)
        shapes += words
        taken += [each.rect for each in words]
        areas.append(Area(number, Rect(axis.left, y - LANE, axis.right - axis.left, LANE)))
    shapes += _line(steps, axis, foot)
    left_out: list[tuple[int, Paid]] = []
    for step in steps:
        told = _told(step, taken, Rect(ZERO, ZERO, width, foot), setter)
        shapes += told
        taken += [each.rect for each in told]
        areas.append(_pointed(step))
        if not told:
            left_out.append((step.number, step.item))
    for lane, (number, due) in enumerate(dues):
        top = below + lane * LANE
        shapes += _due(due, axis, top + LANE / 2, width, setter)
        areas.append(Area(number, Rect(ZERO, top, width, LANE)))
    for at, (number, paid) in enumerate(left_out):
        cell = Rect(at % 2 * width / 2, bottom + at // 2 * LANE, width / 2 - NEAR, LANE)
        shapes += _beside(paid, (cell.x, base_of(cell.y + LANE / 2, SMALL)), setter, cell.right)
        areas.append(Area(number, cell))
    return Plot(tuple(shapes), tuple(areas), bottom + (len(left_out) + 1) // 2 * LANE)


# Where things stand


def _axis(spans: Sequence[Span], width: Fraction) -> Axis:
    first = min(each.first for each in spans).replace(day=1)
    last = max(each.last for each in spans)
    return Axis(first, _month(first, _months(first, last) + 1), EDGE, width - EDGE)


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def _month(first: date, after: int) -> date:
    """The beginning of the month so many months later."""
    years, month = divmod(first.month - 1 + after, 12)
    return date(first.year + years, month + 1, 1)


def _heights(
    items: Sequence[ChartItem], axis: Axis
) -> tuple[Fraction, list[_Step], list[tuple[int, Level, Fraction]]]:
    """Where the axis lies, the steps in the order of their last days, and the levels; to scale from zero."""
    paid = [(number, each) for number, each in enumerate(items) if isinstance(each, Paid)]
    paid.sort(key=lambda pair: (pair[1].when.last, pair[1].when.first))
    sums = [ZERO]
    for _, each in paid:
        sums.append(sums[-1] + each.amount)
    levels = [(number, each) for number, each in enumerate(items) if isinstance(each, Level)]
    scale = Scale.of((*sums, *(each.amount for _, each in levels)))
    rise = RISE if scale.high > scale.low else ZERO

    def place(amount: Fraction) -> Fraction:
        return HEAD + (1 - scale.at(amount)) * rise

    steps = [
        _Step(number, each, *axis.stretch(each.when), place(sums[at]), place(sums[at + 1]))
        for at, (number, each) in enumerate(paid)
    ]
    return HEAD + rise, steps, [(number, each, place(each.amount)) for number, each in levels]


def _tracks(steps: Sequence[_Step], axis: Axis) -> Iterator[Rect]:
    """The room that the line itself takes, where no words may stand."""
    for at, step in enumerate(steps):
        following = steps[at + 1].end if at + 1 < len(steps) else axis.right
        yield Rect(step.end - LINE / 2, min(step.before, step.after), LINE, abs(step.after - step.before))
        yield Rect(step.end, step.after - LINE / 2, following - step.end, LINE)
        if step.begin < step.end:
            yield step.rect


# The axis and the line


def _ticks(axis: Axis, foot: Fraction, bottom: Fraction, setter: Setter) -> Iterator[Shape]:
    months = _months(axis.first, axis.end)
    widest = setter.length("2018年12月", SMALL) + 2 * NEAR
    room = max((axis.right - axis.left) / widest, Fraction(1))
    step = next((each for each in STEPS if Fraction(months, each) <= room), STEPS[-1])
    first = -(axis.first.year * 12 + axis.first.month - 1) % step
    free = axis.left
    for after in range(first, months + 1, step):
        day = _month(axis.first, after)
        x = axis.at(day)
        yield Stroke(((x, HEAD), (x, bottom)), "grid")
        text = saying("{0}年", day.year) if step >= 12 else saying("{0}年{1}月", day.year, day.month)
        words = setter.words(text, (x + NEAR, base_of(foot + TICKS / 2, SMALL)), size=SMALL, role="text2")
        for each in words:
            if each.left >= free and each.rect.right <= axis.right + EDGE:
                free = each.rect.right + NEAR
                yield each


def _line(steps: Sequence[_Step], axis: Axis, foot: Fraction) -> Iterator[Shape]:
    """The stretches of days known only as months or years, open at both ends, then the line over them."""
    for step in steps:
        if step.begin < step.end:
            yield Box(step.rect, "prior")
            for y in (step.rect.y, step.rect.bottom):
                yield Stroke(((step.begin, y), (step.end, y)), "border-strong")
    if steps:
        points: list[Point] = [(axis.left, steps[0].before)]
        for step in steps:
            points += [(step.end, step.before), (step.end, step.after)]
        yield Stroke((*points, (axis.right, steps[-1].after)), "accent", LINE)
    zero = steps[0].before if steps else foot
    yield Stroke(((axis.left, zero), (axis.right, zero)), "border-strong")


def _pointed(step: _Step) -> Area:
    """A step is pointed at on its stretch, or a little beside a single day."""
    rect = step.rect
    left = min(rect.x, rect.right - 2 * NEAR)
    top = min(rect.y, rect.bottom - 2 * NEAR)
    return Area(step.number, Rect(left, top, rect.right - left + NEAR, rect.bottom - top))


# Words


def _beside(item: ChartItem, place: Point, setter: Setter, right: Fraction) -> list[Words]:
    """Name and figures on one line from there on; the name gives way."""
    text = setter.elided(item.text, right - place[0], SMALL)
    length = setter.length(text, SMALL)
    label = setter.elided(item.label, right - place[0] - length - NEAR, SMALL)
    return setter.pair(label, text, place, NEAR, SMALL)


def _told(step: _Step, taken: Sequence[Rect], frame: Rect, setter: Setter) -> list[Words]:
    """Label over figures where both find room beside their step: left above the line, or right below it."""
    leading = line_height(SMALL)
    texts = [setter.elided(each, frame.width / 3, SMALL) for each in (step.item.label, step.item.text)]
    length = max(setter.length(each, SMALL) for each in texts)
    level = min(step.before, step.after)
    sides: tuple[tuple[Anchor, Fraction, Fraction], ...] = (
        ("right", max(step.end - NEAR - length, ZERO), level - NEAR - (SHIFTS + 1) * leading),
        ("left", step.end + NEAR, level + NEAR),
    )
    for anchor, x, y in sides:
        shifts = range(SHIFTS) if anchor == "left" else range(SHIFTS - 1, -1, -1)
        rooms = (Rect(x, y + shift * leading, length, 2 * leading) for shift in shifts)
        for room in rooms:
            if room.within(frame) and not any(room.meets(each) for each in taken):
                return _stacked(texts, room, anchor, setter)
    return []


def _stacked(texts: Sequence[str], room: Rect, anchor: Anchor, setter: Setter) -> list[Words]:
    """A label and the figures under it, both to one side."""
    x = room.right if anchor == "right" else room.x
    made: list[Words] = []
    for at, (text, role) in enumerate(zip(texts, _LABEL_AND_TEXT, strict=True)):
        base = base_of(room.y + room.height * (2 * at + 1) / 4, SMALL)
        made += setter.words(text, (x, base), size=SMALL, role=role, anchor=anchor)
    return made


def _due(due: Due, axis: Axis, y: Fraction, width: Fraction, setter: Setter) -> Iterator[Shape]:
    """A term: its mark on the last day it may fall due, led up to by a line without an end."""
    begin, end = axis.stretch(due.when)
    if begin < end:
        yield Stroke(((begin, y), (end, y)), "border-strong", Fraction(1))
    corners = ((end - HALF, y), (end, y - HALF), (end + HALF, y), (end, y + HALF))
    yield Stroke(corners, "accent", Fraction(1), closed=True, fill="accent" if due.met else "surface")
    after, before = width - end - HALF - NEAR, begin - HALF - NEAR
    text = setter.elided(due.text, max(after, before), SMALL)
    figures = setter.length(text, SMALL)
    label = setter.elided(due.label, min(NAMES * width, max(after, before) - figures - NEAR), SMALL)
    length = setter.length(label, SMALL) + (NEAR if label else 0) + figures
    x = end + HALF + NEAR if length <= after else begin - HALF - NEAR - length
    yield Box(Rect(x, y - LANE / 2, length, LANE), "surface")
    yield from setter.pair(label, text, (x, base_of(y, SMALL)), NEAR, SMALL)
