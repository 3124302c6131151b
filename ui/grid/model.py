"""The rows of one table as a grid shows them: group headings, rows, and the row for typing a new one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
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
from ui.grid.filtering import ColumnFilter
from ui.grid.lines import ENTRY, GROUP, ROW, Groups, Line, LineCells, Lines, Marks
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
        self.lines = Lines((), {}, None)
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

    def _take(self, lines: Lines) -> None:
        self.lines = lines
        self._numbers = []
        if self.arrangement.groups:
            self._numbers = list(accumulate(lines.kind(at) == ROW for at in range(len(lines))))
        self._read_marks()

    def _read_marks(self) -> None:
        tables = {self.table.name}
        if self.arrangement.groups:
            headings = (item.group for item in self.lines.items if isinstance(item, Line))
            tables |= {group.on_table for group in headings if group is not None}
        self._marks.read(self.context.workspace.problems, tables)

    def _on_change(self, change: Change) -> None:
        self._cells.age += 1
        self.arrangement.index.heard(change)
        if self.arrangement.stays(change):
            self._take(self.arrangement.renewed(self.lines, change.rows.get(self.table.name, frozenset())))
        else:
            self.arrangement.forget()
            lines = self.arrangement.built()
            if not lines.like(self.lines):
                self.beginResetModel()
                self._take(lines)
                self.endResetModel()
                return
            self._take(lines)
        if self.lines:
            last = self.index(len(self.lines) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _hear_all(self) -> None:
        self._cells.age += 1
        self.arrangement.index.heard(None)

    def reload(self) -> None:
        """Read all lines again, as after a change of scope or of what columns compute from."""
        self._hear_all()
        self.arrangement.forget()
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
        """Show only rows with this text, or these pinyin initials, in some cell."""
        if text.strip() != self.arrangement.filter:
            self.arrangement.filter = text.strip()
            self._rearrange()

    def set_column_filter(self, name: str, wanted: ColumnFilter | None) -> None:
        """Show only rows whose cell in that column passes; None lets all through again."""
        rest = {each: one for each, one in self.arrangement.column_filters.items() if each != name}
        if wanted is not None and not wanted.is_idle:
            rest[name] = wanted
        self.arrangement.column_filters = rest
        self._rearrange()

    def drop_column_filters(self) -> None:
        """Let the filters of all columns go."""
        self.arrangement.column_filters = {}
        self._rearrange()

    def show_void(self, is_shown: bool) -> None:
        """Show the rows that were set aside too, struck through."""
        self.arrangement.shows_void = is_shown
        self.reload()

    @property
    def row_counts(self) -> tuple[int, int]:
        """How many rows the filters let through, of how many."""
        return self.arrangement.shown, len(self.arrangement.all_rows)

    def prepare_words(self, limit: int) -> bool:
        """Make the words of some rows ready for the filter; False when all are."""
        return self.arrangement.prepare_words(limit)

    def set_order(self, column: int, descending: bool) -> None:
        """Order by a column; -1 for the order of the rows themselves."""
        self.arrangement.sort = (column, descending)
        self._rearrange()

    def toggle_group(self, key: str) -> None:
        """Close or open a group."""
        self.arrangement.closed ^= {key}
        self._rearrange()

    def open_groups(self) -> None:
        """Open every group, so that any row can be gone to."""
        if self.arrangement.closed:
            self.arrangement.closed = set()
            self._rearrange()

    def set_groups(self, groups: Groups | None) -> None:
        """Put headings over the rows, or show them without."""
        self.arrangement.groups = groups
        self._rearrange()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Exchange titles, marks and the like of the same columns, as after a change of the year."""
        if tuple(columns) == self.columns:
            return
        self._cells.columns = tuple(columns)
        self._hear_all()
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

    def has_evidence(self, line: Line, at: int) -> bool:
        """Whether papers back this cell; what backs a row as a whole shows at its name."""
        links = self.context.records.of("evidence_link", "on_row", line.key)
        column = self.columns[at]
        return any(
            one["on_field"] == column.name or not one["on_field"] and column.stretch
            for one in links
            if one["on_table"] == self.table.name
        )

    def can_edit(self, index: Index) -> bool:
        """Whether a person may type here."""
        return index.isValid() and self.can_edit_at(index.row(), index.column())

    def can_edit_at(self, row: int, column: int) -> bool:
        """Whether a person may type into that cell: not into headings, void rows and what is computed."""
        known = self.lines.row(row)
        is_void = known is not None and known["void_reason"] is not None
        return self.lines.kind(row) != GROUP and not is_void and self.is_typed_column(column)

    def is_typed_column(self, column: int) -> bool:
        """Whether rows can be typed into in that column."""
        return not self.read_only and not self.columns[column].is_computed and self.columns[column].editable

    def is_empty(self, row: int, column: int) -> bool:
        """Whether nothing stands in a cell."""
        known, field = self.lines.row(row), self.fields[column]
        if known is not None and field is not None:
            return known[field.name] is None
        return self.lines.kind(row) == ENTRY or not self.text_at(row, column)

    def edit_text(self, index: Index) -> str:
        """What the editor starts with: the value as one would type it."""
        return self.edit_text_at(index.row(), index.column())

    def edit_text_at(self, row: int, column: int) -> str:
        """The same of a cell by its place."""
        known, field = self.lines.row(row), self.fields[column]
        if known is None or field is None:
            return ""
        return typed_form(field, known[field.name], self.context.records)

    def text_at(self, row: int, column: int) -> str:
        """The text shown in a cell."""
        return self.cells(self.lines[row])[column].text

    def copied_text(self, row: int, column: int) -> str:
        """What copying takes: a typed cell as one would type it, a computed one as shown."""
        line = self.lines[row]
        if line.row is not None and self.fields[column] is not None:
            return self.edit_text_at(row, column)
        cell = self.cells(line)[column]
        return cell.text.replace("−", "-") if cell.sort is not None else "" if cell.text == "—" else cell.text

    def defaults(self) -> dict[str, Value]:
        """What a new row starts with."""
        return {**(self.scope or {}), **(self._defaults() if self._defaults else {})}

    def line_of(self, row_id: str) -> int:
        """The line of a row or group, -1 when it is not shown."""
        return self.lines.place(row_id)

    def row_before(self, row_id: str, without: Collection[str] = ()) -> str | None:
        """The row that stands before another one, None where it is the first."""
        above = range(self.line_of(row_id) - 1, -1, -1)
        rows = (self.lines.row(at) for at in above)
        return next((row["id"] for row in rows if row is not None and row["id"] not in without), None)

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
            return self.number(section)
        return None

    def number(self, at: int) -> str:
        """What stands before a line: its number, counting rows only, or the sign of a heading."""
        kind = self.lines.kind(at)
        if kind == ENTRY:
            return "＋"
        if kind == GROUP:
            return "›" if self.is_closed(self.lines[at].key) else "⌄"
        return str(self._numbers[at] if self.arrangement.groups else at + 1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything can be selected; what is typed can be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _TYPED if self.can_edit_at(index.row(), index.column()) else _SHOWN


_SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TYPED = _SHOWN | Qt.ItemFlag.ItemIsEditable
