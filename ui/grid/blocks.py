"""Blocks of cells: what copying, pasting, filling and clearing mean for the rows of a grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from models.fields import NUMERIC, Row
from services.blocks import TypedRow
from ui.grid.clipboard import Texts
from ui.grid.lines import ENTRY, ROW
from ui.grid.model import GridModel
from ui.grid.selecting import Area, columns_by_row

ROWS = 500
"""Rows that are copied at a time."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block goes: the selected areas, the current cell, and the columns shown, in their order."""

    areas: Sequence[Area]
    row: int
    column: int
    shown: Sequence[int]


@dataclass(frozen=True, slots=True)
class Pasting:
    """What a pasted block comes to: the rows to write, and how much found no place or may not be there."""

    rows: Sequence[TypedRow]
    width: int = 0
    lost_rows: int = 0
    lost_columns: int = 0
    shut_columns: int = 0
    void_rows: int = 0


def _typed_columns(model: GridModel, areas: Sequence[Area]) -> Iterator[tuple[int, Row, tuple[int, ...]]]:
    """The selected rows with those of their columns that can be typed into: no headings, nothing void."""
    typed = cache(lambda columns: tuple(at for at in columns if model.is_typed_column(at)))
    chosen = columns_by_row(areas)
    for at, row in model.lines.rows_at(chosen):
        if row["void_reason"] is None:
            yield at, row, typed(chosen[at])


def figures(model: GridModel, areas: Sequence[Area]) -> list[bool]:
    """Of every selected column whether figures stand in it."""
    fields = [model.fields[at] for at in _columns(areas)]
    return [field is None or field.kind in NUMERIC for field in fields]


def copied(model: GridModel, areas: Sequence[Area]) -> Iterator[Texts]:
    """The selected block, some rows at a time: typed cells as one would type them, computed ones as shown."""
    rows = [at for at in columns_by_row(areas) if model.lines.kind(at) != ENTRY]
    columns = _columns(areas)
    for start in range(0, len(rows), ROWS):
        some = rows[start : start + ROWS]
        texts = [model.copied_texts(some, at) for at in columns]
        yield [list(row) for row in zip(*texts, strict=True)]


def _columns(areas: Sequence[Area]) -> list[int]:
    return list(dict.fromkeys(at for area in areas for at in area.columns))


def spread(model: GridModel, areas: Sequence[Area], text: str) -> list[TypedRow]:
    """One text in every selected cell that can be typed into."""
    texts = cache(lambda columns: {model.columns[at].name: text for at in columns})
    return [
        TypedRow(texts(columns), row["id"]) for _at, row, columns in _typed_columns(model, areas) if columns
    ]


def filled_down(model: GridModel, areas: Sequence[Area]) -> list[TypedRow]:
    """The selected rows below the first with its values; a single row with those of the row above it."""
    rows = model.lines.rows_at(columns_by_row(areas))
    if not rows:
        return []
    first = rows[0][0]
    if len(rows) == 1:
        above = (at for at in range(first - 1, -1, -1) if model.lines.kind(at) == ROW)
        first = next(above, first)
    texts = cache(lambda columns: {model.columns[at].name: model.edit_text_at(first, at) for at in columns})
    return [
        TypedRow(texts(columns), row["id"])
        for at, row, columns in _typed_columns(model, areas)
        if columns and at != first
    ]


def filled_right(model: GridModel, areas: Sequence[Area], shown: Sequence[int]) -> list[TypedRow]:
    """The selected columns right of the first with its values; a single column with those left of it."""
    found = []
    chosen = columns_by_row(areas)
    for place, row, able in _typed_columns(model, areas):
        columns = [at for at in shown if at in chosen[place]]
        if len(columns) == 1:
            columns = [*shown[: shown.index(columns[0])][-1:], *columns]
        typed = {
            model.columns[at].name: model.copied_text(place, columns[0]) for at in columns[1:] if at in able
        }
        if typed:
            found.append(TypedRow(typed, row["id"]))
    return found


def pasted(model: GridModel, place: Place, block: Texts) -> Pasting:
    """What a block means from the current cell on.

    One single value goes into every selected cell; over a selection of several times its size the block
    is repeated; rows beyond the end are made where the grid takes new rows.
    """
    if not block or place.column not in place.shown:
        return Pasting([])
    areas = place.areas
    if len(block) == 1 and len(block[0]) == 1 and sum(area.cells for area in areas) > 1:
        return Pasting(spread(model, areas, block[0][0]), max(len(area.columns) for area in areas))
    top, left = place.row, place.shown.index(place.column)
    if areas:
        top, left = areas[0].top, place.shown.index(areas[0].columns[0])
        block = _repeated(block, areas)
    columns = place.shown[left:]
    typed_at = [(at, model.columns[c].name) for at, c in enumerate(columns) if model.is_typed_column(c)]
    below = (row for row in range(top, len(model.lines)) if model.lines.kind(row) == ROW)
    targets = list(islice(below, len(block)))
    widest = max(len(texts) for texts in block)
    lost = max(widest - len(columns), 0)
    shut = widest - lost - sum(at < widest for at, _ in typed_at)
    defaults = model.defaults()
    rows: list[TypedRow] = []
    void = 0
    for number, texts in enumerate(block):
        row_id = model.lines.key(targets[number]) if number < len(targets) else None
        if row_id is None and not model.entry_hint:
            return Pasting(rows, widest, len(block) - number, lost, shut, void)
        if row_id is not None and model.is_void(targets[number]):
            void += 1
            continue
        typed = {name: texts[at] for at, name in typed_at if at < len(texts)}
        if typed and (row_id is not None or any(text.strip() for text in typed.values())):
            rows.append(TypedRow(typed, row_id, {} if row_id else defaults))
    return Pasting(rows, widest, 0, lost, shut, void)


def _repeated(block: Texts, areas: Sequence[Area]) -> Texts:
    """The block as often as a selection of whole multiples of its size, or one cell wide, asks for."""
    if len(areas) != 1:
        return block
    rows, columns = len(areas[0].rows), len(areas[0].columns)
    width = max(len(texts) for texts in block)
    down, across = _times(rows, len(block)), _times(columns, width)
    if not down or not across:
        return block
    even = [texts + [""] * (width - len(texts)) for texts in block]
    return [texts * across for texts in even] * down


def _times(selected: int, size: int) -> int:
    """How often a block goes into a selection on one side, of which one single cell asks for all of it."""
    return 1 if selected == 1 else 0 if selected % size else selected // size
