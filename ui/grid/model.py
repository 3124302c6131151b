"""The rows of one table as a grid shows them: group headings, rows, and the row for typing a new one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.checks import Problem
from models.fields import Field, Value
from models.schema import SCHEMA
from services.workspace import Change
from ui.context import Context
from ui.grid.arranging import Arrangement, RowsOf
from ui.grid.columns import Cell, Column, RowView
from ui.grid.lines import ENTRY, GROUP, ROW, Groups, Line, LineCells, Marks
from ui.grid.typed import typed_form

Index = QModelIndex | QPersistentModelIndex


class GridModel(QAbstractTableModel):
    """Follows the workspace: one reset when lines come or go, one dataChanged when cells change."""

    def __init__(
        self,
        context: Context,
        table: str,
        columns: Sequence[Column],
        *,
        scope: Mapping[str, str | None] | None = None,
        rows: RowsOf | None = None,
        defaults: Callable[[], Mapping[str, Value]] | None = None,
        groups: Groups | None = None,
        entry_hint: str = "",
        read_only: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.table = SCHEMA[table]
        self.read_only = read_only or context.workspace.project.read_only
        self.entry_hint = "" if self.read_only else entry_hint
        self._cells = LineCells(context, self.table, columns, self.entry_hint)
        self.arrangement = Arrangement(
            context, self.table, self._cells,
            scope=scope, rows=rows, groups=groups, has_entry=bool(self.entry_hint),
        )  # fmt: skip
        self._defaults = defaults
        self._marks = Marks()
        self.lines: list[Line] = []
        self._places: dict[str, int] = {}
        self._numbers: list[int] = []
        self._load()
        context.changed.connect(self._on_change)

    @property
    def columns(self) -> tuple[Column, ...]:
        """What the grid shows."""
        return self._cells.columns

    @property
    def fields(self) -> tuple[Field | None, ...]:
        """The declared field of each column, None for a computed one."""
        return self._cells.fields

    @property
    def scope(self) -> Mapping[str, str | None] | None:
        """What the refs of the rows point to; None where all rows are shown."""
        return self.arrangement.scope

    @property
    def age(self) -> int:
        """How much was heard: whoever prepared something from the rows in another age has it old."""
        return self._cells.age

    # Lines

    def _load(self) -> None:
        self._take(self.arrangement.built())

    def _take(self, lines: list[Line]) -> None:
        self.lines = lines
        self._places = {}
        for at, line in enumerate(lines):
            self._places.setdefault(line.key, at)
        self._numbers = (
            list(accumulate(line.kind == ROW for line in lines)) if self.arrangement.groups else []
        )
        self._read_marks()

    def _read_marks(self) -> None:
        groups = (line.group for line in (self.lines if self.arrangement.groups else ()))
        tables = {self.table.name, *(group.on_table for group in groups if group is not None)}
        self._marks.read(self.context.workspace.problems, tables)

    def _on_change(self, change: Change) -> None:
        self._cells.age += 1
        if self.arrangement.stays(change):
            self.arrangement.renew(change.rows.get(self.table.name, frozenset()))
            self._read_marks()
        else:
            before = [(line.kind, line.key) for line in self.lines]
            lines = self.arrangement.built()
            if [(line.kind, line.key) for line in lines] != before:
                self.beginResetModel()
                self._take(lines)
                self.endResetModel()
                return
            self._take(lines)
        if self.lines:
            last = self.index(len(self.lines) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def reload(self) -> None:
        """Read all lines again, as after a change of scope or of what columns compute from."""
        self._cells.age += 1
        self._rearrange()

    def _rearrange(self) -> None:
        self.beginResetModel()
        self._load()
        self.endResetModel()

    def set_scope(self, scope: Mapping[str, str | None]) -> None:
        """Show the rows whose refs point there; new rows get them too."""
        self.arrangement.scope = dict(scope)
        self.reload()

    def set_filter(self, text: str) -> None:
        """Show only rows with this text in some cell."""
        self.arrangement.filter = text.strip()
        self._rearrange()

    def set_order(self, column: int, descending: bool) -> None:
        """Order by a column; -1 for the order of the rows themselves."""
        self.arrangement.sort = (column, descending)
        self._rearrange()

    def toggle_group(self, key: str) -> None:
        """Close or open a group."""
        self.arrangement.closed ^= {key}
        self.reload()

    def open_groups(self) -> None:
        """Open every group, so that any row can be gone to."""
        if self.arrangement.closed:
            self.arrangement.closed = set()
            self.reload()

    def set_groups(self, groups: Groups | None) -> None:
        """Put headings over the rows, or show them without."""
        self.arrangement.groups = groups
        self.reload()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Exchange titles, marks and the like of the same columns, as after a change of the year."""
        if tuple(columns) == self.columns:
            return
        self._cells.columns = tuple(columns)
        self._cells.age += 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, len(self.columns) - 1))

    def is_closed(self, key: str) -> bool:
        """Whether a group's rows are hidden."""
        return key in self.arrangement.closed

    # Cells

    def cells(self, line: Line) -> list[Cell]:
        """The line's cells, prepared once."""
        return self._cells.cells(line)

    def view_of(self, line: Line) -> RowView | None:
        """The row with what follows from it, None for headings and the entry row."""
        return self._cells.view_of(line)

    def problems_at(self, line: Line, at: int) -> Sequence[Problem]:
        """The problems that are marked in a cell, gravest first."""
        key = line.group.key if line.group is not None else line.key
        return self._marks.at(key, self.columns[at])

    def can_edit(self, index: Index) -> bool:
        """Whether a person may type here."""
        if not index.isValid() or self.read_only:
            return False
        line, column = self.lines[index.row()], self.columns[index.column()]
        return line.kind != GROUP and not column.is_computed and column.editable

    def edit_text(self, index: Index) -> str:
        """What the editor starts with: the value as one would type it."""
        line, field = self.lines[index.row()], self.fields[index.column()]
        if line.row is None or field is None:
            return ""
        return typed_form(field, line.row[field.name], self.context.records)

    def defaults(self) -> dict[str, Value]:
        """What a new row starts with."""
        return {**(self.scope or {}), **(self._defaults() if self._defaults else {})}

    def line_of(self, row_id: str) -> int:
        """The line of a row or group, -1 when it is not shown."""
        return self._places.get(row_id, -1)

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Lines."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, tip and spoken text of a cell; the delegate asks the model itself for the rest."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cells(line)[index.column()].text
        if role == Qt.ItemDataRole.EditRole:
            return self.edit_text(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            sentences = [problem.message for problem in self.problems_at(line, index.column())]
            return "\n".join(sentences) or self.cells(line)[index.column()].text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.columns[index.column()].title} {self.cells(line)[index.column()].text}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.columns[index.column()].align
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Column titles, and row numbers that count rows only."""
        if orientation == Qt.Orientation.Horizontal and section < len(self.columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].title
            if role == Qt.ItemDataRole.ToolTipRole:
                field = self.fields[section]
                return (field.help if field else "") or self.columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return (
                    self.columns[section].align or Qt.AlignmentFlag.AlignLeft
                ) | Qt.AlignmentFlag.AlignVCenter
        if (
            orientation == Qt.Orientation.Vertical
            and role == Qt.ItemDataRole.DisplayRole
            and section < len(self.lines)
        ):
            return self._number(section)
        return None

    def _number(self, at: int) -> str:
        kind = self.lines[at].kind
        if kind == ENTRY:
            return "＋"
        if kind == GROUP:
            return "›" if self.is_closed(self.lines[at].key) else "⌄"
        return str(self._numbers[at] if self.arrangement.groups else at + 1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything can be selected; what is typed can be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.can_edit(index) else flags
