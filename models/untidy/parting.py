"""Several tables below each other on one sheet, each with a head of its own, taken apart."""

from __future__ import annotations

from models.untidy.content import Look, look_of
from models.untidy.grid import Grid, bare
from models.untidy.heads import find_head, parsed
from models.untidy.lines import Role, role_below
from models.untidy.targets import all_words

LEAST = 2
"""Words of heads that a row must hold to begin a table."""


def parted(grid: Grid) -> list[Grid]:
    """The tables of a sheet one by one; a head that is repeated goes on with the table above it."""
    head = find_head(grid)
    if head.first < 0:
        return [grid]
    known = {_words(grid, row) for row in range(head.first, head.last + 1)}
    starts = [0]
    row = head.last + 2
    while row < len(grid.rows):
        if _may_begin(grid, row) and (words := _words(grid, row)) not in known:
            known.add(words)
            starts.append(_title_above(grid, row))
        row += 1
    if len(starts) == 1:
        return [grid]
    return [grid.part(start, end) for start, end in zip(starts, [*starts[1:], len(grid.rows)], strict=True)]


def _words(grid: Grid, row: int) -> tuple[str, ...]:
    return tuple(word for text in grid.rows[row] if (word := bare(text)))


def _may_begin(grid: Grid, row: int) -> bool:
    """Whether a row is another head: words of heads only, after something that ends a table."""
    texts = [text for text in grid.rows[row] if text.strip()]
    if not any(bare(text) in all_words() for text in texts):
        return False
    if len(texts) < LEAST or row + 1 >= len(grid.rows) or not _ends(grid, row - 1):
        return False
    heads = [parsed(text) for text in texts]
    known = sum(head.word in all_words() or head.is_serial for head in heads)
    return known >= max(LEAST, (len(heads) + 1) // 2) and all(look_of(text) is Look.TEXT for text in texts)


def _ends(grid: Grid, row: int) -> bool:
    """Whether a row stands between tables: blank, a total, a note, or a single line of words."""
    return len(_words(grid, row)) <= 1 or role_below(grid, row) is not Role.DATA


def _title_above(grid: Grid, row: int) -> int:
    """The first of the lines over a head that belong to its table."""
    while row > 0 and len(_words(grid, row - 1)) <= LEAST and not grid.is_blank(row - 1):
        if role_below(grid, row - 1) in (Role.TOTAL, Role.SUBTOTAL):
            break
        row -= 1
    return row
