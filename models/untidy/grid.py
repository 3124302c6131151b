"""A table as a unit hands it over: a grid of texts with its merged cells and where each row stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

Cell = tuple[int, int]
"""Row and column of a grid, from 0."""

COVERED_LIMIT = 2_000_000
REMEMBERED = 10_000
"""Texts whose bare form is remembered: a row's cells are looked at again and again."""

_CHINESE_BREAK = re.compile(r"(?<=[^\x00-\x7f])\s*\n\s*(?=[^\x00-\x7f])")


@dataclass(frozen=True)
class Grid:
    """Texts as they stand, from the first row and column on; rows may be of different length.

    `covered` gives for every cell of a merged range but its first the cell whose text it shows. `faults`
    says of cells why what they show cannot be taken. `around` are words beside the table that may say what
    it is about: the file's name, the sheet's, the paragraphs before it. `places` names sheet and row for
    grids whose rows do not simply follow one another. `hidden` are the rows that the program it was made
    with does not show; `is_hidden` tells of the whole sheet.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    covered: Mapping[Cell, Cell] = field(default_factory=dict)
    faults: Mapping[Cell, str] = field(default_factory=dict)
    around: tuple[str, ...] = ()
    places: tuple[tuple[str, int], ...] = ()
    hidden: frozenset[int] = frozenset()
    is_hidden: bool = False

    @cached_property
    def width(self) -> int:
        """How many columns the longest row has."""
        return max(map(len, self.rows), default=0)

    def own(self, row: int, column: int) -> str:
        """What the cell itself holds; nothing in the covered part of a merged range."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) and (row, column) not in self.covered else ""

    def text(self, row: int, column: int) -> str:
        """What the cell shows: in a merged range the text of its first cell."""
        at = self.covered.get((row, column), (row, column))
        return self.own(*at)

    def place(self, row: int) -> tuple[str, int]:
        """Sheet and row number of a row as people find it."""
        return self.places[row] if self.places else (self.name, row + 1)

    def part(self, start: int, end: int) -> Grid:
        """The rows from start up to end as a table of its own; they keep their places."""
        covered = {
            (row - start, column): (to - start, at)
            for (row, column), (to, at) in self.covered.items()
            if start <= row < end and to >= start
        }
        faults = {(row - start, at): said for (row, at), said in self.faults.items() if start <= row < end}
        places = tuple(self.place(row) for row in range(start, end))
        name = f"{self.name} {places[0][1]}–{places[-1][1]}"
        hidden = frozenset(row - start for row in self.hidden if start <= row < end)
        return Grid(
            name, self.rows[start:end], covered, faults, self.around, places, hidden, self.is_hidden
        )  # fmt: skip

    def is_blank(self, row: int) -> bool:
        """Whether the row shows nothing of its own."""
        return not any(self.own(row, column).strip() for column in range(len(self.rows[row])))


def one_line(text: str) -> str:
    """The text on one line: a break inside Chinese words is dropped, any other becomes a space."""
    joined = _CHINESE_BREAK.sub("", text) if "\n" in text else text
    return " ".join(joined.split())


@lru_cache(maxsize=REMEMBERED)
def bare(text: str) -> str:
    """The text without spaces, in narrow letters, for comparison with words."""
    narrow = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return "".join(narrow.split()).lower()


def covered_by(merges: tuple[tuple[int, int, int, int], ...], height: int, width: int) -> dict[Cell, Cell]:
    """The covered cells of merged ranges (first row, first column, last row, last column) inside a grid.

    Ranges beyond what any table merges are left alone.
    """
    found: dict[Cell, Cell] = {}
    room = COVERED_LIMIT
    for top, left, bottom, right in merges:
        room -= (min(bottom, height - 1) - top + 1) * (min(right, width - 1) - left + 1)
        if room < 0:
            break
        for row in range(top, min(bottom, height - 1) + 1):
            for column in range(left, min(right, width - 1) + 1):
                if (row, column) != (top, left):
                    found[row, column] = (top, left)
    return found
