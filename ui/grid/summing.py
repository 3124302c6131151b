"""What the status line says of the selected cells: how many, and sum and mean of their figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QCoreApplication

from models import kinds
from models.fields import NUMERIC, Kind
from ui.grid.model import GridModel
from ui.grid.selecting import Area


def summary(model: GridModel, areas: Sequence[Area]) -> str:
    """How many cells are selected; sum and mean where all figures among them are of one kind."""
    count = sum(area.cells for area in areas)
    if not count:
        return ""
    words = [_tr("已选 {0} 格").format(f"{count:,}")]
    kinds_found: set[Kind | None] = set()
    whole, figures = Fraction(0), 0
    for at in dict.fromkeys(at for area in areas for at in area.columns):
        rows = {row for area in areas if at in area.columns for row in area.rows}
        found = _figures(model, at, sorted(rows) if len(areas) > 1 else areas[0].rows)
        if found:
            field = model.fields[at]
            kinds_found.add(field.kind if field is not None else None)
            whole += sum(found, Fraction(0)) if field is None else Fraction(sum(found))
            figures += len(found)
    if not figures or len(kinds_found) > 1:
        return words[0]
    records = model.context.records
    total = whole / (kinds.FEN_PER[records.money_unit] if kinds_found == {Kind.MONEY} else 1)
    if figures > 1:
        words.append(_tr("计数 {0}").format(f"{figures:,}"))
    words.append(_tr("合计 {0}").format(kinds.show_number(kinds.round_half_up(total), records.thousands)))
    if figures > 1:
        mean = kinds.round_half_up(total / figures)
        words.append(_tr("平均 {0}").format(kinds.show_number(mean, records.thousands)))
    return "　".join(words)


def _figures(model: GridModel, at: int, rows: Iterable[int]) -> list[Any]:
    """The figures of a column, without preparing the cells."""
    field, lines = model.fields[at], model.lines
    if field is not None and field.kind not in NUMERIC:
        return []
    known = [row for row in map(lines.row, rows) if row is not None]
    if field is not None:
        return [value for row in known if (value := row[field.name]) is not None]
    found = model.computed(known, at)
    return [
        cell.sort for cell in found
        if isinstance(cell.sort, int | Decimal | Fraction) and not isinstance(cell.sort, bool)
    ]  # fmt: skip


def _tr(text: str) -> str:
    return QCoreApplication.translate("GridSums", text)
