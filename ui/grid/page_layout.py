"""Where the columns and lines of a grid stand in what is to be painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QTableView

from ui.grid.cell_painter import SIDES
from ui.grid.columns import Cell, Column
from ui.grid.selecting import shown_columns


@dataclass(frozen=True, slots=True)
class Strip:
    """A column as it stands in the view: where, how wide, and on which side its words stand."""

    at: int
    column: Column
    left: int
    width: int
    side: float

    @property
    def align(self) -> Qt.AlignmentFlag:
        """The side as Qt calls it."""
        return self.column.align or Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Stretch:
    """The lines to be painted: the first and last one, where the first begins, how high each is."""

    first: int
    last: int
    top: int
    height: int

    def top_of(self, row: int) -> int:
        """Where a line begins in the view."""
        return self.top + (row - self.first) * self.height

    def within(self, first: int, last: int) -> QRect | None:
        """The height that these lines take of it, None where they are elsewhere."""
        first, last = max(first, self.first), min(last, self.last)
        return QRect(0, self.top_of(first), 1, (last - first + 1) * self.height) if first <= last else None


def strips_of(view: QTableView, columns: Sequence[Column]) -> list[Strip]:
    """The columns that are not hidden, in the order they stand."""
    return [
        Strip(
            at,
            columns[at],
            view.columnViewportPosition(at),
            view.columnWidth(at),
            SIDES.get(columns[at].align or Qt.AlignmentFlag.AlignLeft, 0.0),
        )
        for at in shown_columns(view)
    ]


def stretch_of(view: QTableView, exposed: QRect, count: int) -> Stretch | None:
    """The lines that came into view, of so many; None where there are none."""
    first = view.rowAt(max(exposed.top(), 0))
    if first < 0:
        return None
    top, height = view.rowViewportPosition(first), view.rowHeight(first)
    return Stretch(first, min(first + (exposed.bottom() - top) // max(height, 1), count - 1), top, height)


def title_strips(cells: list[Cell], shown: list[Strip]) -> list[Strip]:
    """The first columns shown, as far as a heading has nothing of its own in them: its title goes there."""
    bare = shown[:1]
    for strip in shown[1:]:
        if cells[strip.at].text or cells[strip.at].bar is not None:
            break
        bare.append(strip)
    return bare
