"""What a drawn chart consists of: boxes, lines and words in points, exact, from the top left corner down."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from models.report.blocks import clean

Measure = Callable[[str, Fraction, bool], float]
"""The length of a text in points, at a size in points, bold or not; words of no text have none."""
Role = Literal["accent", "prior", "error", "grid", "border-strong", "surface", "text", "text2"]
"""A colour of the theme."""
Anchor = Literal["left", "right", "center"]
Point = tuple[Fraction, Fraction]

SIZE, SMALL = Fraction(9), Fraction(8)
"""Type sizes in points."""
ASCENT, DESCENT = Fraction(88, 100), Fraction(22, 100)
"""How far a line of type reaches above and below its base line, in ems."""
HAIR = Fraction(1, 2)
"""A thin line in points."""
MARK = "…"
MOST_LETTERS = 400
"""More of a text is never measured: no line of a chart holds as many."""
NEVER_FIRST = frozenset("，。、；：？！）》〉」』”’〕】,.;:?!)%％")
"""Signs that do not begin a line."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle; its right and bottom follow from its size."""

    x: Fraction
    y: Fraction
    width: Fraction
    height: Fraction

    @property
    def right(self) -> Fraction:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> Fraction:
        """The lower edge."""
        return self.y + self.height

    def within(self, other: Rect) -> bool:
        """Whether it lies inside another."""
        across = other.x <= self.x and self.right <= other.right
        return across and other.y <= self.y and self.bottom <= other.bottom

    def meets(self, other: Rect) -> bool:
        """Whether both have some room in common; touching edges are none."""
        across = self.x < other.right and other.x < self.right
        return across and self.y < other.bottom and other.y < self.bottom


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle filled, outlined or both; `dashed` is said of the outline."""

    rect: Rect
    fill: Role | None = None
    outline: Role | None = None
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points; a `closed` one comes back to its first point and may be filled."""

    points: tuple[Point, ...]
    role: Role
    thickness: Fraction = HAIR
    closed: bool = False
    fill: Role | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """A text on one line, `length` points long; `x` is where its anchor is, `y` its base line."""

    text: str
    x: Fraction
    y: Fraction
    length: Fraction
    size: Fraction = SIZE
    bold: bool = False
    role: Role = "text"
    anchor: Anchor = "left"

    @property
    def left(self) -> Fraction:
        """Where the first letter begins."""
        back = {"left": Fraction(0), "center": self.length / 2, "right": self.length}
        return self.x - back[self.anchor]

    @property
    def rect(self) -> Rect:
        """The room it takes."""
        height = (ASCENT + DESCENT) * self.size
        return Rect(self.left, self.y - ASCENT * self.size, self.length, height)


Shape = Box | Stroke | Words


@dataclass(frozen=True, slots=True)
class Area:
    """Where the item of that number can be pointed at."""

    item: int
    rect: Rect


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as it is painted, in points: the shapes in the order in which they cover each other."""

    width: Fraction
    height: Fraction
    shapes: tuple[Shape, ...]
    areas: tuple[Area, ...]

    @property
    def words(self) -> tuple[Words, ...]:
        """All its texts."""
        return tuple(each for each in self.shapes if isinstance(each, Words))


@dataclass(frozen=True, slots=True)
class Plot:
    """The drawn items of a chart, without what is said above and below them."""

    shapes: tuple[Shape, ...]
    areas: tuple[Area, ...]
    height: Fraction


def line_height(size: Fraction) -> Fraction:
    """From line to line, in points."""
    return size * Fraction(5, 4)


def base_of(middle: Fraction, size: Fraction) -> Fraction:
    """The base line of a text that stands in the middle of a line."""
    return middle + (ASCENT - DESCENT) / 2 * size


class Setter:
    """Cuts texts to the room they have, with the widths of the medium that will paint them."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure

    def length(self, text: str, size: Fraction = SIZE, *, bold: bool = False) -> Fraction:
        """How long a text is, rounded up to a hundredth of a point."""
        return Fraction(math.ceil(self._measure(text, size, bold) * 100), 100) if text else Fraction(0)

    def elided(self, text: str, room: Fraction, size: Fraction = SIZE, *, bold: bool = False) -> str:
        """As much of a text as fits, with … where something is left out; nothing where not even … fits."""
        return (self.lines(text, room, 1, size, bold=bold) or [""])[0]

    def lines(
        self, text: str, room: Fraction, most: int, size: Fraction = SIZE, *, bold: bool = False
    ) -> list[str]:
        """A text in at most so many lines, the last one with … where something is left out."""
        plain = plain_line(text)
        rest, made = plain[:MOST_LETTERS], list[str]()
        is_cut = len(plain) > MOST_LETTERS
        while rest and len(made) < most:
            count = self._fitting(rest, room, size, bold)
            is_last = len(made) + 1 == most
            if is_last and (is_cut or count < len(rest)):
                spare = room - self.length(MARK, size, bold=bold)
                count = self._fitting(rest, spare, size, bold)
                return [*made, f"{rest[:count].rstrip()}{MARK}"] if spare >= 0 else made
            if not count:
                return made
            stop = _break(rest, count)
            made.append(rest[:stop].rstrip())
            rest = rest[stop:].lstrip(" ")
        return made

    def _fitting(self, text: str, room: Fraction, size: Fraction, bold: bool) -> int:
        """How many letters of a text go on a line."""
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.length(text[:middle], size, bold=bold) <= room:
                low = middle
            else:
                high = middle - 1
        return low

    def words(
        self,
        text: str,
        place: Point,
        *,
        size: Fraction = SIZE,
        bold: bool = False,
        role: Role = "text",
        anchor: Anchor = "left",
    ) -> list[Words]:
        """A text that has been cut to its room, at its place; none for an empty one."""
        length = self.length(text, size, bold=bold)
        return [Words(text, place[0], place[1], length, size, bold, role, anchor)] if text else []

    def pair(self, label: str, text: str, place: Point, gap: Fraction, size: Fraction) -> list[Words]:
        """A name in a quiet colour and figures behind it."""
        named = self.words(label, place, size=size, role="text2")
        start = named[0].rect.right + gap if named else place[0]
        return [*named, *self.words(text, (start, place[1]), size=size)]


def plain_line(text: str) -> str:
    """A text as one line that any medium can paint."""
    return clean(text).replace("\n", " ").strip()


def _break(text: str, at: int) -> int:
    """The last place up to `at` where a line may end: not inside words and figures, if that can be helped."""
    for stop in range(min(at, len(text)), max(at - 16, 0), -1):
        if stop == len(text):
            return stop
        before, after = text[stop - 1], text[stop]
        if after not in NEVER_FIRST and not (_in_word(before) and _in_word(after)):
            return stop
    return at


def _in_word(char: str) -> bool:
    return char.isascii() and char.isalnum()
