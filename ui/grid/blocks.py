"""Blocks of cells: what copying, pasting, filling and clearing mean for the rows of a grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from models.fields import NUMERIC
from services.blocks import TypedRow
from ui.grid.clipboard import Texts
from ui.grid.lines import ENTRY, ROW
from ui.grid.model import GridModel
from ui.grid.selecting import Area, columns_by_row


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block goes: the selected areas, the current cell, and the columns shown, in their order."""

    areas: Sequence[Area]
    row: int
    column: int
    shown: Sequence[int]


@dataclass(frozen=True, slots=True)
class Pasting:
    """What a pasted block comes to: the rows to write, and how much of it found no place."""

    rows: Sequence[TypedRow]
    lost_rows: int = 0
    lost_columns: int = 0


def _typed_columns(model: GridModel, row: int, columns: Sequence[int]) -> list[int]:
    """The columns of a row that can be typed into; none for headings and the entry row."""
    known = model.lines.row(row)
    if known is None or known["void_reason"] is not None:
        return []
    return [at for at in columns if model.is_typed_column(at)]


def copied(model: GridModel, areas: Sequence[Area]) -> tuple[Texts, list[bool]]:
    """The selected block: typed cells as one would type them, computed ones as shown; which are figures."""
    rows = [at for at in columns_by_row(areas) if model.lines.kind(at) != ENTRY]
    columns = list(dict.fromkeys(at for area in areas for at in area.columns))
    texts = [model.copied_texts(rows, at) for at in columns]
    block = [list(row) for row in zip(*texts, strict=True)]
    fields = [model.fields[at] for at in columns]
    return block, [field is None or field.kind in NUMERIC for field in fields]


def spread(model: GridModel, areas: Sequence[Area], text: str) -> list[TypedRow]:
    """One text in every selected cell that can be typed into."""
    rows = []
    for row, columns in columns_by_row(areas).items():
        names = [model.columns[at].name for at in _typed_columns(model, row, columns)]
        if names:
            rows.append(TypedRow(dict.fromkeys(names, text), model.lines.key(row)))
    return rows


def filled_down(model: GridModel, areas: Sequence[Area]) -> list[TypedRow]:
    """The selected rows below the first with its values; a single row with those of the row above it."""
    by_row = columns_by_row(areas)
    rows = [row for row in by_row if model.lines.kind(row) == ROW]
    if len(rows) == 1:
        above = [row for row in range(rows[0]) if model.lines.kind(row) == ROW]
        rows = [*above[-1:], *rows]
    if not rows:
        return []
    columns = {at for each in by_row.values() for at in each if model.is_typed_column(at)}
    above = {at: model.edit_text_at(rows[0], at) for at in columns}
    found = []
    for row in rows[1:]:
        typed = {model.columns[at].name: above[at] for at in _typed_columns(model, row, by_row[row])}
        if typed:
            found.append(TypedRow(typed, model.lines.key(row)))
    return found


def filled_right(model: GridModel, areas: Sequence[Area], shown: Sequence[int]) -> list[TypedRow]:
    """The selected columns right of the first with its values; a single column with those left of it."""
    found = []
    for row, chosen in columns_by_row(areas).items():
        columns = [at for at in shown if at in chosen]
        if len(columns) == 1:
            columns = [*shown[: shown.index(columns[0])][-1:], *columns]
        typed = {
            model.columns[at].name: model.copied_text(row, columns[0])
            for at in _typed_columns(model, row, columns[1:])
        }
        if typed:
            found.append(TypedRow(typed, model.lines.key(row)))
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
        return Pasting(spread(model, areas, block[0][0]))
    top, left = place.row, place.shown.index(place.column)
    if areas:
        top, left = areas[0].top, place.shown.index(areas[0].columns[0])
        block = _repeated(block, areas)
    columns = place.shown[left:]
    typed_at = [(at, model.columns[c].name) for at, c in enumerate(columns) if model.is_typed_column(c)]
    below = (row for row in range(top, len(model.lines)) if model.lines.kind(row) == ROW)
    targets = list(islice(below, len(block)))
    widest = max(len(texts) for texts in block)
    defaults = model.defaults()
    rows: list[TypedRow] = []
    for number, texts in enumerate(block):
        row_id = model.lines.key(targets[number]) if number < len(targets) else None
        if row_id is None and not model.entry_hint:
            return Pasting(rows, len(block) - number, max(widest - len(columns), 0))
        typed = {name: texts[at] for at, name in typed_at if at < len(texts)}
        if typed and (row_id is not None or any(text.strip() for text in typed.values())):
            rows.append(TypedRow(typed, row_id, {} if row_id else defaults))
    return Pasting(rows, 0, max(widest - len(columns), 0))


def _repeated(block: Texts, areas: Sequence[Area]) -> Texts:
    """The block as often as a selection of whole multiples of its size asks for."""
    if len(areas) != 1:
        return block
    rows, columns = len(areas[0].rows), len(areas[0].columns)
    width = max(len(texts) for texts in block)
    if rows % len(block) or columns % width:
        return block
    even = [texts + [""] * (width - len(texts)) for texts in block]
    return [texts * (columns // width) for texts in even] * (rows // len(block))
