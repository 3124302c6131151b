"""The head of a table: which rows it is, and what each column's head says of name, unit and year."""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.untidy.content import Look, look_of
from models.untidy.grid import Grid, bare, one_line
from models.untidy.targets import all_words
from models.untidy.words import (
    ENGLISH_YUAN,
    INSTALMENT,
    MONTH_IN_HEAD,
    SERIAL,
    THIS_YEAR,
    UNIT_IN_HEAD,
    UNIT_LINE,
    YEAR_IN_HEAD,
)

LOOKED_AT = 40
"""Rows from the top among which a head is looked for."""

LONGEST_HEAD = 30
MOST_ROWS = 4


@dataclass(frozen=True, slots=True)
class Head:
    """One column's head: as it reads, its bare word, the unit of its amounts, the time it speaks of.

    `leaf` is the word of its lowest row, where several rows make the head.
    """

    text: str
    word: str = ""
    unit: str = ""
    year: int = 0
    month: int = 0
    leaf: str = ""

    @property
    def is_serial(self) -> bool:
        """Whether the column only counts the rows, by its word."""
        return self.word in SERIAL

    @property
    def is_instalment(self) -> bool:
        """Whether it names one payment among several: 第一次付款, 进度款."""
        return any(INSTALMENT.fullmatch(each) for each in (self.word, self.leaf))

    @property
    def when(self) -> str:
        """The year or month that it speaks of, as dates are stored; nothing where it names none."""
        if not self.year:
            return ""
        return f"{self.year}-{self.month:02}" if self.month else str(self.year)


@dataclass(frozen=True, slots=True)
class HeadRows:
    """The rows of the head, both included, and the heads of the columns; `first` is -1 without a head."""

    first: int
    last: int
    heads: tuple[Head, ...]


def parsed(text: str, this_year: int = 0) -> Head:
    """What the text over a column says; `this_year` is meant by 本年 and 当年."""
    word = ENGLISH_YUAN.sub("(元)", bare(text).replace("*", ""))
    unit = UNIT_IN_HEAD.search(word)
    word = UNIT_IN_HEAD.sub("", word)
    year = YEAR_IN_HEAD.search(word)
    number = (int(year[1]) if year[1] else 2000 + int(year[2])) if year else 0
    word = YEAR_IN_HEAD.sub("", word)
    if not number and this_year and THIS_YEAR.search(word):
        number = this_year
    month = MONTH_IN_HEAD.search(word) if number else None
    word = MONTH_IN_HEAD.sub("", word, count=1) if month else word
    word = THIS_YEAR.sub("", word).removeprefix("其中:").strip(":()")
    named = (unit[1] or unit[2]) if unit else ""
    return Head(one_line(text), word, named, number, int(month[1]) if month else 0)


def find_head(grid: Grid, this_year: int = 0) -> HeadRows:
    """The row near the top that most looks like a head, with the rows above and below that complete it."""
    best, score = -1, 0.0
    for row in range(min(LOOKED_AT, len(grid.rows))):
        found = _score(grid, row)
        if found > score + 0.01:
            best, score = row, found
    if best < 0:
        return HeadRows(-1, -1, tuple(Head(f"第 {column + 1} 列") for column in range(grid.width)))
    return head_at(grid, best, this_year)


def head_at(grid: Grid, row: int, this_year: int = 0) -> HeadRows:
    """The head that stands in a row, with the rows above and below that complete it."""
    first, last = _merged(grid, row)
    while last + 1 < len(grid.rows) and last - first < MOST_ROWS - 1 and _completes(grid, last, last + 1):
        last += 1
    while first > 0 and last - first < MOST_ROWS - 1 and _completes(grid, first - 1, first):
        first -= 1
    columns = range(grid.width)
    return HeadRows(first, last, tuple(_head(grid, first, last, at, this_year) for at in columns))


def _merged(grid: Grid, row: int) -> tuple[int, int]:
    """The rows that cells merged downwards hold together with a row of the head."""
    width = len(grid.rows[row])
    first = min((start[0] for at in range(width) if (start := grid.covered.get((row, at)))), default=row)
    first = max(min(first, row), row - MOST_ROWS + 1)
    last = row
    while last + 1 < len(grid.rows) and last - first < MOST_ROWS - 1:
        starts = [grid.covered.get((last + 1, at), (last + 1, at)) for at in range(grid.width)]
        if not any(first <= start[0] <= row and grid.own(*start).strip() for start in starts):
            break
        last += 1
    return first, last


def _head(grid: Grid, first: int, last: int, column: int, this_year: int) -> Head:
    """What the rows of the head say of one column."""
    parts = _parts(grid, first, last, column)
    head = parsed(" ".join(parts), this_year)
    words = [word for part in parts if (word := parsed(part, this_year).word)] if len(parts) > 1 else []
    return replace(head, leaf=words[-1]) if words else head


def unit_beside(grid: Grid, end: int) -> str:
    """The unit that a line above the data names (单位：万元), in the table or in the words around it."""
    texts = [text for row in grid.rows[:end] for text in row if text]
    for text in (*texts, *grid.around):
        found = UNIT_LINE.search(bare(text)) or UNIT_IN_HEAD.search(
            bare(text) if len(text) < LONGEST_HEAD else ""
        )
        if found is not None and (unit := found[1] or found[found.re.groups]):
            return unit
    return ""


def _score(grid: Grid, row: int) -> float:
    texts = [text for column in range(len(grid.rows[row])) if (text := grid.own(row, column).strip())]
    if not texts or (len(texts) < 2 and (grid.width > 1 or bare(texts[0]) not in all_words())):
        return 0.0
    total, known = 0.0, 0
    for text in texts:
        head = parsed(text)
        if head.word in all_words() or head.is_serial:
            total, known = total + 2, known + 1
        elif look_of(text) is not Look.TEXT or len(text) > LONGEST_HEAD:
            total -= 3
        elif any(len(word) > 1 and word in head.word for word in all_words()):
            total, known = total + 1, known + 1
        else:
            total += 0.2
    return total if known >= min(2, len(texts)) else 0.0


def _completes(grid: Grid, upper: int, lower: int) -> bool:
    """Whether two rows make one head: each says what the other leaves open, and neither holds data."""
    width = grid.width
    below = [column for column in range(width) if grid.own(lower, column).strip()]
    above = [column for column in range(width) if grid.own(upper, column).strip()]
    if len(below) < 1 or len(above) < 2 or len(below) >= len(above) + width // 2 + 1:
        return False
    for row, columns in ((upper, above), (lower, below)):
        for column in columns:
            text = grid.own(row, column)
            if len(text) > LONGEST_HEAD or (look_of(text) is not Look.TEXT and not _only_qualifies(text)):
                return False
    if all(_only_qualifies(grid.own(lower, column)) for column in below):
        return True
    spanning = {column for column in below if column not in above or _spans(grid, upper, column)}
    return len(spanning) == len(below) and any(column not in above for column in below)


def _only_qualifies(text: str) -> bool:
    """Whether the text adds nothing but a unit or a year to what stands above it."""
    head = parsed(text)
    return not head.word and bool(head.unit or head.year)


def _spans(grid: Grid, row: int, column: int) -> bool:
    """Whether the text of the cell reaches over the next column: merged, or nothing stands there."""
    return column + 1 < grid.width and not grid.own(row, column + 1).strip()


def _parts(grid: Grid, first: int, last: int, column: int) -> list[str]:
    parts: list[str] = []
    for row in range(first, last + 1):
        text = one_line(grid.text(row, column))
        if not text and row < last:
            text = _left_of(grid, row, last, column)
        if text and text not in parts:
            parts.append(text)
    return parts


def _left_of(grid: Grid, row: int, last: int, column: int) -> str:
    """The text that stands over several columns without being merged, where the rows below go on."""
    if not any(grid.own(below, column).strip() for below in range(row + 1, last + 1)):
        return ""
    return next((text for at in range(column - 1, -1, -1) if (text := one_line(grid.text(row, at)))), "")
