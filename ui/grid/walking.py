"""Where the current cell goes and how far the selection reaches from it, as in Excel."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QTableView

from ui.grid.lines import ROW
from ui.grid.model import GridModel
from ui.grid.selecting import areas_of, selection_of, shown_columns

_Flag = QItemSelectionModel.SelectionFlag


class Walker:
    """Moves the current cell of one view. While a selection grows, the current cell stays where it began."""

    def __init__(self, view: QTableView, model: GridModel) -> None:
        self._view, self._model = view, model
        self._reach: tuple[int, int] | None = None
        self._run_began = -1
        self._is_moving = False

    # Where one is

    @property
    def _current(self) -> tuple[int, int]:
        index = self._view.currentIndex()
        return (index.row(), index.column()) if index.isValid() else (0, (self._columns or [0])[0])

    def _from(self, reaching: bool) -> tuple[int, int]:
        """Where a step begins: where the selection has reached, as far as that is still there."""
        row, column = (self._reach if reaching and self._reach else None) or self._current
        return self._inside(row), column

    @property
    def _columns(self) -> list[int]:
        return shown_columns(self._view)

    def moved_by_others(self) -> None:
        """The current cell was set by the mouse or the program: the selection begins there anew."""
        if not self._is_moving:
            self._reach, self._run_began = None, -1

    def _put(self, row: int, column: int, flag: QItemSelectionModel.SelectionFlag) -> None:
        index = self._model.index(row, column)
        self._is_moving = True
        self._view.selectionModel().setCurrentIndex(index, flag)
        self._is_moving = False
        self._view.scrollTo(index)

    # Ways to go

    def go(self, row: int, column: int) -> None:
        """Make a cell current and select it alone."""
        self._reach, self._run_began = None, -1
        self._put(self._inside(row), column, _Flag.ClearAndSelect)

    def extend(self, row: int, column: int) -> None:
        """Let the selection reach from the current cell to that one."""
        row, columns = self._inside(row), self._columns
        here_row, here_column = self._current
        ends = sorted((columns.index(column), columns.index(here_column)))
        rows = (min(row, here_row), max(row, here_row))
        chosen = selection_of(self._model, rows, columns[ends[0] : ends[1] + 1])
        self._view.selectionModel().select(chosen, _Flag.ClearAndSelect)
        self._reach = (row, column)
        self._view.scrollTo(self._model.index(row, column))

    def drawn(self, start: QModelIndex, end: QModelIndex) -> None:
        """A selection was drawn by the mouse: its first cell is the current one."""
        self._put(start.row(), start.column(), _Flag.NoUpdate)
        self._reach = (end.row(), end.column())

    def step(self, columns: int, rows: int, *, far: bool, reaching: bool) -> None:
        """One cell further, or to the edge of what is filled; `reaching` grows the selection instead."""
        row, column = self._from(reaching)
        shown = self._columns
        if not self._model.lines or column not in shown:
            return
        if far:
            row, column = self._edge(row, column, columns, rows)
        else:
            column = shown[min(max(shown.index(column) + columns, 0), len(shown) - 1)]
            row = self._inside(row + rows)
        (self.extend if reaching else self.go)(row, column)

    def jump(self, word: str, *, far: bool, reaching: bool) -> None:
        """To the first or last column, a page up or down, with `far` to the first or last cell of all."""
        row, column = self._from(reaching)
        shown = self._columns
        if not self._model.lines or not shown:
            return
        if word in ("home", "end"):
            column = shown[0 if word == "home" else -1]
            row = (0 if word == "home" else self._last_row()) if far else row
        else:
            page = max(self._view.viewport().height() // max(self._view.rowHeight(0), 1) - 1, 1)
            row = self._inside(row + (page if word == "page-down" else -page))
        (self.extend if reaching else self.go)(row, column)

    def advance(self, columns: int, rows: int) -> None:
        """Enter and Tab: round inside a selection of several cells, else one further.

        After a run of Tab, Enter goes on under the column where the run began.
        """
        if self.is_several:
            self._round(columns or rows, by_row=bool(columns))
            return
        row, column = self._current
        began, shown = self._run_began, self._columns
        if columns:
            place, row = (shown.index(column) if column in shown else 0) + columns, row
            if place >= len(shown):
                place, row = 0, row + 1
            elif place < 0:
                place, row = len(shown) - 1, row - 1
            if not 0 <= row < len(self._model.lines):
                return
            self.go(row, shown[place])
            self._run_began = began if began >= 0 else column
        else:
            self.go(row + rows, began if began >= 0 and rows > 0 else column)

    def descend(self, row: int) -> None:
        """To a line further down, under the column where a run of Tab began."""
        began = self._run_began
        self.go(row, began if began >= 0 else self._current[1])

    # Choosing

    def choose_all(self) -> None:
        """Every cell."""
        self._choose((0, len(self._model.lines) - 1), self._columns)

    def choose_rows(self) -> None:
        """The rows of the selection, over all columns."""
        areas = areas_of(self._view)
        if areas:
            self._choose((areas[0].top, max(area.bottom for area in areas)), self._columns)

    def choose_columns(self) -> None:
        """The columns of the selection, over all rows."""
        found = {at for area in areas_of(self._view) for at in area.columns}
        self._choose((0, len(self._model.lines) - 1), [at for at in self._columns if at in found])

    def _choose(self, rows: tuple[int, int], columns: list[int]) -> None:
        if columns and self._model.lines:
            self._view.selectionModel().select(selection_of(self._model, rows, columns), _Flag.ClearAndSelect)

    # Parts

    def _inside(self, row: int) -> int:
        return min(max(row, 0), len(self._model.lines) - 1)

    def _last_row(self) -> int:
        lines = self._model.lines
        return next((at for at in range(len(lines) - 1, -1, -1) if lines.kind(at) == ROW), 0)

    def _edge(self, row: int, column: int, columns: int, rows: int) -> tuple[int, int]:
        shown = self._columns
        if columns:
            way = shown[shown.index(column) :] if columns > 0 else shown[shown.index(column) :: -1]
            filled = (not self._model.is_empty(row, at) for at in way)
            return row, way[_stop(filled)]
        end = self._last_row() + 1 if rows > 0 and row <= self._last_row() else len(self._model.lines)
        way = range(row, end) if rows > 0 else range(row, -1, -1)
        heads = frozenset(self._model.lines.heads)
        lines = ([at for at in way if at not in heads] if heads else way) or way
        return lines[_stop(self._model.filled(lines, column))], column

    @property
    def is_several(self) -> bool:
        """Whether more than one cell is selected."""
        areas = areas_of(self._view)
        return len(areas) > 1 or bool(areas) and areas[0].cells > 1

    def _round(self, step: int, *, by_row: bool) -> None:
        areas, here = areas_of(self._view), self._current
        before = 0
        for area in areas:
            if here[0] in area.rows and here[1] in area.columns:
                down, across = here[0] - area.top, area.columns.index(here[1])
                inside = down * len(area.columns) + across if by_row else across * len(area.rows) + down
                break
            before += area.cells
        else:
            before, inside = 0, -step
        at = (before + inside + step) % sum(area.cells for area in areas)
        for area in areas:
            if at < area.cells:
                down, across = divmod(at, len(area.columns)) if by_row else divmod(at, len(area.rows))[::-1]
                reach = self._reach
                self._put(area.top + down, area.columns[across], _Flag.NoUpdate)
                self._reach = reach
                return
            at -= area.cells


def _stop(filled: Iterable[bool]) -> int:
    """Where Ctrl and an arrow stop: at the end of a run of filled cells, else at the next filled one."""
    way = iter(filled)
    first, second = next(way, False), next(way, None)
    if second is None:
        return 0
    runs = first and second
    at = 1
    if not runs and second:
        return at
    for is_filled in way:
        if is_filled != runs:
            return at if runs else at + 1
        at += 1
    return at
