"""Setting text in lines by the Chinese rules: what may start or end a line, and lines of even length."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Literal, TypeVar

from models.report.blocks import Source, clean
from services.exporting.pdf_fonts import FontBook, Piece
from services.exporting.pdf_ink import put_text
from services.fonts import FontStyle

NEVER_FIRST = frozenset("!',.:;?!\")]}，。、；：？！）〕】》〉」』”’｝］％‰℃°…—·～％%°")
NEVER_LAST = frozenset("（〔【《〈「『“‘([{｛［￥¥$")
TOGETHER = frozenset("—…")
SQUEEZED = "，。、；：）》〕】"
"""Signs with an empty right half, which may give up some of it to take a closing sign into the line."""
GIVEN_UP = 0.4
"""How much of its width a squeezed sign may give up, in ems."""
FARTHEST_BACK = 24
"""How many characters a line may give up to keep a word or figure whole."""
WIDEST_GAP = 0.09
"""The most by which a justified line moves characters apart, in ems; beyond it PDF readers see blanks."""
WIDEST_STRETCH = 1.06
"""How much wider the characters of a justified line may be drawn where moving them apart is not enough."""
ASCENT = 0.88
"""How far the top of a Chinese character stands above the base line, in ems."""
SLACK = 1e-6

Broken = TypeVar("Broken")
"""A line as its writer has it."""

Alignment = Literal["justify", "left", "right", "center"]
_WORDS = re.compile(r"[\x21-\x7e\xa1-\u024f]+|[^\x21-\x7e\xa1-\u024f]+")
_SIGNS = re.compile(f"[{SQUEEZED}]+|[^{SQUEEZED}]+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its pieces, its natural width in points, and whether a paragraph or line break ends it.

    `indent` is how far it starts from the left, in points.
    """

    pieces: tuple[Piece, ...]
    width: float
    final: bool
    indent: float = 0.0

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(piece.text for piece in self.pieces)


def compose(
    book: FontBook,
    parts: Sequence[tuple[str, FontStyle]],
    size: float,
    width: float,
    indent: float = 0.0,
    sources: Sequence[Source | None] = (),
) -> list[Line]:
    """The lines of a text given in parts of one style each; never empty.

    `width` is the length of a line and `indent` what the first one lacks, in points. `sources` says of
    each part where it comes from, if any is to be found again in the lines.
    """
    made: list[Line] = []
    for paragraph in _hard_lines(parts, sources or [None] * len(parts)):
        pieces = [piece for text, style, source in paragraph for piece in book.pieces(style, text, source)]
        start = 0.0 if made else indent
        length = book.length(pieces, size)
        if length <= width - start + SLACK:
            made.append(Line(tuple(pieces), length, True, start))
            continue
        text = "".join(piece.text for piece in pieces)
        widths = [each for piece in pieces for each in book.widths(piece, size)]
        spans = break_text(text, widths, width - start, width, GIVEN_UP * size)
        for first, stop in spans:
            final = (first, stop) == spans[-1]
            made.append(Line(_between(pieces, first, stop), sum(widths[first:stop]), final, start))
            start = 0.0
    return made


Part = tuple[str, FontStyle, Source | None]


def _hard_lines(parts: Sequence[tuple[str, FontStyle]], sources: Sequence[Source | None]) -> list[list[Part]]:
    lines: list[list[Part]] = [[]]
    for (text, style), source in zip(parts, sources, strict=True):
        for number, piece in enumerate(clean(text).split("\n")):
            if number:
                lines.append([])
            lines[-1].append((piece, style, source))
    return lines


def _between(pieces: Sequence[Piece], start: int, stop: int) -> tuple[Piece, ...]:
    made, at = [], 0
    for piece in pieces:
        inside = piece.text[max(start - at, 0) : max(stop - at, 0)]
        if inside:
            made.append(Piece(piece.font, inside, piece.source))
        at += len(piece.text)
    return tuple(made)


def evened(lines: Callable[[float], list[Broken]], width: float, step: float) -> list[Broken]:
    """The lines that a width gives, narrowed in steps as long as their number stays the same."""
    best = lines(width)
    tried = width - step
    while len(best) > 1 and tried > width / 2 and len(narrower := lines(tried)) == len(best):
        best, tried = narrower, tried - step
    return best


def break_text(
    text: str, widths: Sequence[float], first: float, rest: float, given_up: float = 0.0
) -> list[tuple[int, int]]:
    """Where the lines of a text start and stop, without the blanks between them; at least one line.

    A line is too long only by a character wider than it, or by what its squeezed signs give up.
    """
    before = list(accumulate(widths, initial=0.0))
    lines: list[tuple[int, int]] = []
    start, room = 0, first
    while True:
        at = max(bisect_right(before, before[start] + room + SLACK) - 1, start + 1)
        while at < len(text) and text[at] == " ":
            at += 1
        if at >= len(text):
            break
        stop = _squeezed_break(text, widths, start, at, before[at] - before[start] - room, given_up)
        stop = stop or _best_break(text, start, at)
        lines.append((start, _trimmed(text, start, stop)))
        start, room = stop, rest
    if start < len(text) or not lines:
        lines.append((start, _trimmed(text, start, len(text)) if lines else len(text)))
    return lines


def _squeezed_break(
    text: str, widths: Sequence[float], start: int, at: int, over: float, given_up: float
) -> int:
    """The end of the closing signs at `at`, if the line can take them in by squeezing; else 0."""
    stop = at
    while stop < len(text) and stop < at + 3 and text[stop] in NEVER_FIRST:
        stop += 1
    if stop == at or (stop < len(text) and not may_break(text, stop)):
        return 0
    signs = sum(char in SQUEEZED for char in text[start:stop])
    return stop if over + sum(widths[at:stop]) <= signs * given_up else 0


def _trimmed(text: str, start: int, stop: int) -> int:
    while stop > start and text[stop - 1] == " ":
        stop -= 1
    return stop


def _best_break(text: str, start: int, at: int) -> int:
    """The last place up to `at` where a line may end: words whole if possible, else between signs."""
    for words in (True, False):
        for stop in range(at, max(start, at - FARTHEST_BACK), -1):
            if may_break(text, stop, words=words):
                return stop
    return at


def may_break(text: str, at: int, *, words: bool = True) -> bool:
    """Whether a line may end before the character `at`; `words` keeps figures and Latin words whole."""
    before, after = text[at - 1], text[at]
    if after in NEVER_FIRST or before in NEVER_LAST or after == " ":
        return False
    if before == after and before in TOGETHER:
        return False
    return not (words and _latin(before) and _latin(after))


def _latin(char: str) -> bool:
    return "\x21" <= char <= "\x7e" or "\xa1" <= char <= "\u024f"


def draw_line(
    canvas: Any, line: Line, x: float, top: float, room: float, size: float, leading: float, align: Alignment
) -> None:
    """Draw a line whose top left corner is (x, top), `room` points long, as `align` says."""
    fit = _fitted(line, room, size, align)
    base = top - (leading - size) / 2 - ASCENT * size
    spans = ((each.font, text, space) for each in line.pieces for text, space in _spaced(each.text, fit.gap))
    put_text(canvas, spans, x + fit.start, base, size, fit.stretch)


def places(
    book: FontBook, line: Line, room: float, size: float, align: Alignment
) -> Iterator[tuple[Piece, float, float]]:
    """Every piece of a line drawn so, with where it starts from the left and how long it is, in points."""
    fit = _fitted(line, room, size, align)
    start = fit.start
    for piece in line.pieces:
        spaces = sum(len(text) * space for text, space in _spaced(piece.text, fit.gap))
        length = (book.length((piece,), size) + spaces) * fit.stretch
        yield piece, start, length
        start += length


@dataclass(frozen=True, slots=True)
class _Fit:
    """Where a line starts from the left, what is between its characters, both in points, and its stretch."""

    start: float = 0.0
    gap: float = 0.0
    stretch: float = 1.0


def _fitted(line: Line, room: float, size: float, align: Alignment) -> _Fit:
    spare = room - line.width
    if spare < 0:
        squeezed = sum(char in SQUEEZED for char in line.text)
        return _Fit(gap=spare / squeezed) if squeezed else _Fit()
    if align == "justify" and not line.final:
        return _filling(line, room, size)
    return _Fit(spare if align == "right" else spare / 2 if align == "center" else 0.0)


def _filling(line: Line, room: float, size: float) -> _Fit:
    """A line as long as its room; one that would have to be torn apart stays as it is."""
    gaps = sum(_gaps(line.text))
    gap = min((room - line.width) / gaps, WIDEST_GAP * size) if gaps else 0.0
    stretch = room / max(line.width + gaps * gap, SLACK)
    return _Fit(gap=gap, stretch=max(stretch, 1.0)) if stretch <= WIDEST_STRETCH else _Fit()


def _gaps(text: str) -> Iterator[bool]:
    """After which characters a line may be widened: not inside words and figures, not at its end."""
    return (not (_latin(one) and _latin(two)) for one, two in zip(text, text[1:], strict=False))


def _spaced(text: str, gap: float) -> Iterator[tuple[str, float]]:
    """The text in parts, each with the space after its characters: none inside words, less after signs."""
    if not gap:
        yield text, 0.0
    elif gap < 0:
        yield from ((part, gap if part[0] in SQUEEZED else 0.0) for part in _SIGNS.findall(text))
    else:
        for part in _WORDS.findall(text):
            inside = part[:-1] if _latin(part[0]) else ""
            if inside:
                yield inside, 0.0
            yield part[len(inside) :], gap
