"""Lists that go on beside themselves, such as sign-in sheets, put below each other."""

from __future__ import annotations

from dataclasses import replace

from models.untidy.grid import Grid, bare
from models.untidy.heads import find_head

LEAST = 2
"""Columns that a list must have to be known by its repeated head."""


def folded(grid: Grid) -> Grid:
    """The grid with a list of several equal parts side by side as one list; any other grid as it is.

    Rows keep the numbers that they have in the file.
    """
    head = find_head(grid)
    words = [bare(one.text) for one in head.heads]
    if head.first < 0 or head.first != head.last or any(row >= head.first for row, _ in grid.covered):
        return grid
    width = _period(words)
    if not width:
        return grid
    above, below = range(head.last + 1), range(head.last + 1, len(grid.rows))
    rows = [grid.rows[row] if row < head.first else grid.rows[row][:width] for row in above]
    places = [grid.place(row) for row in above]
    faults = {cell: said for cell, said in grid.faults.items() if cell[0] <= head.last}
    for start in range(0, len(words), width):
        for row in below:
            part = grid.rows[row][start : start + width]
            if start and not any(text.strip() for text in part):
                continue
            for column in range(start, start + width):
                if said := grid.faults.get((row, column)):
                    faults[len(rows), column - start] = said
            rows.append(part)
            places.append(grid.place(row))
    return replace(grid, rows=tuple(rows), places=tuple(places), faults=faults, hidden=frozenset())


def _period(words: list[str]) -> int:
    """After how many columns the heads begin anew; 0 where they do not repeat as a whole."""
    while words and not words[-1]:
        words.pop()
    for width in range(LEAST, len(words) // 2 + 1):
        parts = [words[at : at + width] for at in range(0, len(words), width)]
        if all(part == parts[0] for part in parts) and len(set(parts[0])) == width and all(parts[0]):
            return width
    return 0
