"""The lines of one table as a grid shows them, following the workspace: headings, rows, the entry row."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.fields import Field, Value
from models.records import ABOVE
from models.schema import SCHEMA
from services.workspace import Change
from ui.context import Context
from ui.grid.arranging import Arrangement, RowsOf
from ui.grid.columns import Column
from ui.grid.filtering import ColumnFilter
from ui.grid.lines import GROUP, Groups, LineCells, Lines, Marks

Index = QModelIndex | QPersistentModelIndex


class LineModel(QAbstractTableModel):
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
        refs = (field.table for field in self.table.refs)
        self._tables = frozenset((table, *ABOVE[table], *refs))
        self.lines = Lines((), {}, None)
        self._load()
        context.committed.connect(self._on_commit)
        context.changed.connect(self._on_results)

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
        self._read_marks()

    def _read_marks(self) -> None:
        tables = {self.table.name}
        tables |= {heading.group.on_table for heading in self.lines.headings() if heading.group is not None}
        self._marks.read(self.context.problems, tables)

    def _on_commit(self, change: Change) -> None:
        """Show the rows as they are now; what is computed from them follows with the results."""
        if not change.rows or change.touches(*self._tables):
            self._on_change(change)

    def _on_results(self, change: Change) -> None:
        """Facts and problems are as the rows are: what is computed and marked may look different."""
        if self.arrangement.follows_results and not self.arrangement.renew_headings():
            self._on_change(change)
            return
        self._cells.age += 1
        self.arrangement.index.heard(change)
        self._read_marks()
        self._tell_cells()

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
        self._tell_cells()

    def _tell_cells(self) -> None:
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

    def keep_arrangement(self) -> None:
        """One types here: no line moves or goes because of it before order or filter are set again."""
        self.arrangement.keep(self.lines)

    def _rearrange(self) -> None:
        self.arrangement.arrange_again()
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

    def has_words(self, wanted: str | None) -> bool:
        """Whether all rows are ready to be searched for these words, or for any."""
        return self.arrangement.has_words(wanted)

    def word_steps(self) -> Iterator[None]:
        """Make the words of all rows ready for the filter, a little at a time."""
        return self.arrangement.word_steps()

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
        self._tell_cells()

    def is_closed(self, key: str) -> bool:
        """Whether a group's rows are hidden."""
        return key in self.arrangement.closed

    # Where lines are

    def defaults(self) -> dict[str, Value]:
        """What a new row starts with."""
        return {**(self.scope or {}), **(self._defaults() if self._defaults else {})}

    def line_of(self, row_id: str) -> int:
        """The line of a row or group, -1 when it is not shown."""
        return self.lines.place(row_id)

    def is_gone(self, row_id: str) -> bool:
        """Whether a row is deleted or set aside, and not only hidden by a filter or another scope."""
        row = self.context.records.get(self.table.name, row_id)
        return row is None or row["void_reason"] is not None

    def row_before(self, row_id: str, without: Collection[str] = ()) -> str | None:
        """The row that stands before another one, None where it is the first."""
        above = range(self.line_of(row_id) - 1, -1, -1)
        rows = (self.lines.row(at) for at in above)
        return next((row["id"] for row in rows if row is not None and row["id"] not in without), None)

    def heading_over(self, row_id: str) -> str:
        """The key of the heading under which a row stands, empty where there are none."""
        above = range(self.line_of(row_id), -1, -1) if self.arrangement.groups else ()
        return next((self.lines.key(at) for at in above if self.lines.kind(at) == GROUP), "")

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Lines."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Columns."""
        return 0 if parent.isValid() else len(self.columns)
