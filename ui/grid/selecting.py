"""The selected cells as areas: whole columns of 100,000 rows cost no more than one cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QItemSelection, QItemSelectionRange
from PySide6.QtWidgets import QTableView


@dataclass(frozen=True, slots=True)
class Area:
    """Rows from `top` to `bottom`, and the columns among those shown, in the order they stand."""

    top: int
    bottom: int
    columns: tuple[int, ...]

    @property
    def rows(self) -> range:
        """Its rows."""
        return range(self.top, self.bottom + 1)

    @property
    def cells(self) -> int:
        """How many cells it has."""
        return len(self.rows) * len(self.columns)


def shown_columns(view: QTableView) -> list[int]:
    """The columns that are not hidden, in the order they stand."""
    header = view.horizontalHeader()
    logical = (header.logicalIndex(at) for at in range(header.count()))
    return [at for at in logical if not header.isSectionHidden(at)]


def areas_of(view: QTableView) -> list[Area]:
    """What is selected, from the top; ranges over the same rows are one area."""
    wanted: dict[tuple[int, int], set[int]] = {}
    for part in view.selectionModel().selection():
        wanted.setdefault((part.top(), part.bottom()), set()).update(range(part.left(), part.right() + 1))
    shown = shown_columns(view)
    areas = [
        Area(top, bottom, tuple(at for at in shown if at in columns))
        for (top, bottom), columns in sorted(wanted.items())
    ]
    return [area for area in areas if area.columns]


def columns_by_row(areas: Sequence[Area]) -> dict[int, tuple[int, ...]]:
    """The selected columns of every selected row, from the top."""
    found: dict[int, tuple[int, ...]] = {}
    for area in areas:
        for row in area.rows:
            known = found.get(row, ())
            found[row] = (*known, *(at for at in area.columns if at not in known)) if known else area.columns
    return dict(sorted(found.items())) if len(areas) > 1 else found


def selection_of(model: QAbstractItemModel, rows: tuple[int, int], columns: Iterable[int]) -> QItemSelection:
    """A selection of these rows, both ends included, in these columns."""
    selection = QItemSelection()
    run: list[int] = []
    for at in [*sorted(columns), -1]:
        if run and at != run[-1] + 1:
            corner = model.index(rows[1], run[-1])
            selection.append(QItemSelectionRange(model.index(rows[0], run[0]), corner))
            run = []
        run.append(at)
    return selection
