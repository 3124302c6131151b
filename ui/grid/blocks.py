"""Blocks of cells: what copying, pasting, filling and clearing mean for the rows of a grid."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import QModelIndex

from models import kinds
from models.fields import Kind
from services.cells import TypedRow
from ui.grid import clipboard
from ui.grid.lines import ENTRY, ROW
from ui.grid.model import GridModel


def _by_row(indexes: Iterable[QModelIndex]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for index in indexes:
        found.setdefault(index.row(), []).append(index.column())
    return {row: sorted(found[row]) for row in sorted(found)}


def copied(model: GridModel, selected: Sequence[QModelIndex]) -> str:
    """The selected block as text: typed cells as one would type them, computed ones as shown."""
    rows = _by_row(selected)
    if not rows:
        return ""
    first = min(columns[0] for columns in rows.values())
    last = max(columns[-1] for columns in rows.values())
    block = []
    for row in rows:
        line = model.lines[row]
        if line.kind == ENTRY:
            continue
        texts = []
        for at in range(first, last + 1):
            typed = line.kind == ROW and model.fields[at] is not None
            texts.append(model.edit_text(model.index(row, at)) if typed else model.cells(line)[at].text)
        block.append(texts)
    return clipboard.to_text(block)


def cleared(model: GridModel, selected: Sequence[QModelIndex]) -> tuple[list[TypedRow], int]:
    """The rows with their selected cells emptied, and how many cells that are."""
    rows, cells = [], 0
    for row, columns in _by_row(selected).items():
        names = [model.columns[at].name for at in columns if model.can_edit(model.index(row, at))]
        if names and model.lines[row].kind == ROW:
            rows.append(TypedRow(dict.fromkeys(names, ""), model.lines[row].key))
            cells += len(names)
    return rows, cells


def filled(model: GridModel, selected: Sequence[QModelIndex]) -> list[TypedRow]:
    """The selected rows below the first with the first one's values."""
    rows = [(row, columns) for row, columns in _by_row(selected).items() if model.lines[row].kind == ROW]
    if not rows:
        return []
    top = rows[0][0]
    return [
        TypedRow(
            {
                model.columns[at].name: model.edit_text(model.index(top, at))
                for at in columns
                if model.can_edit(model.index(row, at))
            },
            model.lines[row].key,
        )
        for row, columns in rows[1:]
    ]


def pasted(
    model: GridModel, current: QModelIndex, selected: Sequence[QModelIndex], text: str
) -> list[TypedRow]:
    """What a pasted block means: from the current cell on, rows beyond the end are made.

    One single value goes into every selected cell.
    """
    block = clipboard.from_text(text)
    if not block or not current.isValid():
        return []
    if len(block) == 1 and len(block[0]) == 1 and len(selected) > 1:
        return _spread(model, selected, block[0][0])
    left = min((index.column() for index in selected), default=current.column())
    top = min((index.row() for index in selected), default=current.row())
    targets = [row for row in range(top, len(model.lines)) if model.lines[row].kind == ROW]
    rows = []
    for number, texts in enumerate(block):
        row_id = model.lines[targets[number]].key if number < len(targets) else None
        if row_id is None and not model.entry_hint:
            break
        pairs = zip(range(left, len(model.columns)), texts, strict=False)
        typed = {
            model.columns[at].name: value
            for at, value in pairs
            if not model.columns[at].is_computed and model.columns[at].editable and not model.read_only
        }
        if typed and (row_id is not None or any(value.strip() for value in typed.values())):
            rows.append(TypedRow(typed, row_id, {} if row_id else model.defaults()))
    return rows


def _spread(model: GridModel, selected: Sequence[QModelIndex], value: str) -> list[TypedRow]:
    rows = []
    for row, columns in _by_row(selected).items():
        names = [model.columns[at].name for at in columns if model.can_edit(model.index(row, at))]
        if names and model.lines[row].kind == ROW:
            rows.append(TypedRow(dict.fromkeys(names, value), model.lines[row].key))
    return rows


def summary(model: GridModel, selected: Sequence[QModelIndex]) -> str:
    """How many cells are selected; sum and mean where all figures among them are of one kind."""
    figures: list[int | Decimal | Fraction] = []
    found: set[Kind | None] = set()
    for index in selected:
        line = model.lines[index.row()]
        if line.kind == ENTRY:
            continue
        value = model.cells(line)[index.column()].sort
        if isinstance(value, int | Decimal | Fraction) and not isinstance(value, bool):
            figures.append(value)
            field = model.fields[index.column()]
            found.add(field.kind if field is not None else None)
    words = [f"已选 {len(selected)} 格"] if selected else []
    if figures and len(found) == 1:
        scale = kinds.FEN_PER[model.context.records.money_unit] if found == {Kind.MONEY} else 1
        total = sum((Fraction(value) for value in figures), Fraction(0)) / scale
        thousands = model.context.records.thousands
        words.append(f"合计 {kinds.show_number(kinds.round_half_up(total), thousands)}")
        if len(figures) > 1:
            words.append(f"平均 {kinds.show_number(kinds.round_half_up(total / len(figures)), thousands)}")
    return "　".join(words)
