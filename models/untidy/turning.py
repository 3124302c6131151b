"""Tables on their side, with heads in a column and a record in each further one, and cards of pairs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.untidy.grid import Grid
from models.untidy.heads import parsed
from models.untidy.targets import all_words

LEAST = 3
"""Heads that a table on its side must have to be known."""

SHARE = 0.8
"""The part of a column's texts that must be heads."""

TALLEST = 400
"""Rows of the highest table that is looked at: a longer one stands upright."""


def turned(grid: Grid) -> Grid:
    """The grid with one row for each record; one that stands upright as it is."""
    if len(grid.rows) > TALLEST:
        return grid
    filled = [column for column in range(grid.width) if _texts(grid, column)]
    heads = [column for column in filled if _holds_heads(grid, column)]
    if not heads or heads[0] != filled[0] or len(heads) * 2 > len(filled):
        return grid
    values = {
        head: [column for column in filled if head < column < end]
        for head, end in zip(heads, [*heads[1:], grid.width], strict=True)
    }
    if len(heads) == 1:
        columns = values[heads[0]]
        records = [_column(grid, heads[0], each) for each in columns]
        places = [(f"{grid.name} 第 {each + 1} 列", grid.place(record[0][0])[1])
                  for each, record in zip(columns, records, strict=True)]  # fmt: skip
        return _standing(grid, records, places)
    if any(len(those) != 1 for those in values.values()):
        return grid
    cards = _cards(grid, {head: those[0] for head, those in values.items()})
    return _standing(grid, cards, [grid.place(card[0][0]) for card in cards])


def _texts(grid: Grid, column: int) -> list[str]:
    """What a column holds, but for lines that hold nothing else."""
    rows = [row for row in range(len(grid.rows)) if sum(bool(each.strip()) for each in grid.rows[row]) > 1]
    return [text for row in rows if (text := grid.own(row, column).strip())]


def _is_head(text: str) -> bool:
    return parsed(text).word in all_words()


def _holds_heads(grid: Grid, column: int) -> bool:
    texts = _texts(grid, column)
    words = [parsed(text).word for text in texts if _is_head(text)]
    return len(set(words)) >= LEAST and len(words) >= SHARE * len(texts)


def _column(grid: Grid, head: int, values: int) -> list[tuple[int, str, str]]:
    """The pairs of one record, with their rows."""
    rows = range(len(grid.rows))
    return [
        (row, said, grid.text(row, values)) for row in rows if _is_head(said := grid.own(row, head).strip())
    ]


def _cards(grid: Grid, values: dict[int, int]) -> list[list[tuple[int, str, str]]]:
    """The pairs of each card; a head that comes again begins the next."""
    cards: list[list[tuple[int, str, str]]] = [[]]
    seen: set[str] = set()
    for row in range(len(grid.rows)):
        for head, value in values.items():
            said = grid.own(row, head).strip()
            if not _is_head(said):
                continue
            if said in seen:
                cards.append([])
                seen.clear()
            seen.add(said)
            cards[-1].append((row, said, grid.own(row, value)))
    return cards


def _standing(
    grid: Grid, records: Sequence[Sequence[tuple[int, str, str]]], of_records: Sequence[tuple[str, int]]
) -> Grid:
    """The records as rows under one head; what stands beside the pairs stays above them."""
    used = {row for record in records for row, _, _ in record}
    above = [row for row in range(min(used)) if row not in used]
    heads = list(dict.fromkeys(said for record in records for _, said, _ in record))
    lines = [{said: text for _, said, text in record} for record in records]
    body = [tuple(line.get(said, "") for said in heads) for line in lines]
    rest = [row for row in range(min(used), len(grid.rows)) if row not in used and not grid.is_blank(row)]
    rows = (*(grid.rows[at] for at in above), tuple(heads), *body, *(grid.rows[at] for at in rest))
    first = grid.place(min(used))
    places = (
        *(grid.place(at) for at in above), first, *of_records, *(grid.place(at) for at in rest),
    )  # fmt: skip
    faults = _faults(grid, records, heads, len(above) + 1)
    return replace(grid, rows=rows, places=places, covered={}, faults=faults, hidden=frozenset())


def _faults(
    grid: Grid, records: Sequence[Sequence[tuple[int, str, str]]], heads: Sequence[str], start: int
) -> dict[tuple[int, int], str]:
    """What is wrong with cells of the records, where they stand now."""
    said_at: dict[int, list[str]] = {}
    for (row, _), said in grid.faults.items():
        said_at.setdefault(row, []).append(said)
    return {
        (start + at, heads.index(head)): said_at[row][0]
        for at, record in enumerate(records)
        for row, head, text in record
        if row in said_at and text.startswith("#")
    }
