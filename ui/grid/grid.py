"""The grid: one table's rows to type into, with clipboard, fill, total row and a word on what is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.fields import Row, Value
from models.records import Records
from ui.context import Context
from ui.grid.column_layout import ColumnLayout
from ui.grid.columns import Column
from ui.grid.delegate import GridDelegate
from ui.grid.frozen import FrozenColumns
from ui.grid.hands import GridHands
from ui.grid.lines import ROW, Groups
from ui.grid.model import GridModel
from ui.grid.refusals import RefusalPanel
from ui.grid.replacing import ReplacePanel
from ui.grid.selecting import areas_of, columns_by_row, selection_of, shown_columns
from ui.grid.strip import Strip
from ui.grid.summing import summary
from ui.grid.total import TotalRow
from ui.grid.view import GridView
from ui.slices import Slices
from ui.words import told, worded_table

AT_ONCE = 5_000
"""Selected cells that are added up at once; more of them wait until the selection rests."""
REST_MILLISECONDS = 60
SOON_MILLISECONDS = 300
"""When the words for the filter are made ready: after the rows are on the screen."""


class Grid(GridHands):
    """A grid over one declared table.

    `scope` limits it to rows whose refs have these ids (new rows get them too); `rows` gives the rows in an
    order of its own; `groups` puts headings over them; `entry_hint` invites to type a new row at the end;
    `memory` names it among what is remembered of grids, where one table has several.
    """

    rowSelected = Signal(str)
    selectionSummary = Signal(str)
    filtered = Signal()

    def __init__(
        self,
        context: Context,
        table: str,
        columns: Sequence[Column],
        *,
        scope: Mapping[str, str | None] | None = None,
        rows: Callable[[Records], Sequence[Row]] | None = None,
        defaults: Callable[[], Mapping[str, Value]] | None = None,
        groups: Groups | None = None,
        entry_hint: str = "",
        total_label: str = "",
        read_only: bool = False,
        memory: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.model = GridModel(
            context, table, columns, scope=scope, rows=rows, defaults=defaults, groups=groups,
            entry_hint=entry_hint, read_only=read_only, parent=self,
        )  # fmt: skip
        look = context.look
        self.view = GridView(look, self.model, self)
        self.view.setAccessibleName(worded_table(self.model.table.label))
        self.delegate = GridDelegate(self.model, look, self._commit)
        self.view.setItemDelegate(self.delegate)
        self.layout_of = ColumnLayout(
            self.view, self.view.titles, self.model, look, context.settings, memory or table
        )
        self.frozen: FrozenColumns | None = None
        self.strip = Strip(self)
        self.total = TotalRow(self.view, self.model, look, total_label) if total_label else None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        if self.total is not None:
            column.addWidget(self.total)
        self._kept: tuple[str, int, int] | None = None
        self._rest, self._words = QTimer(self), Slices(self)
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        self._connect_delegate()
        self.view.keyed.connect(self._keyed)
        self.view.doubleClicked.connect(self._activate)
        self.view.rows.sectionClicked.connect(self._row_clicked)
        self.view.rows.dropped.connect(self.drop_row)
        self.view.titles.sectionClicked.connect(self.order_by)
        self.view.horizontalScrollBar().valueChanged.connect(lambda _value: self._freeze())
        self.layout_of.changed.connect(self._lay_out)
        self.connect_menus(self.view)
        self.model.modelAboutToBeReset.connect(self._keep_current)
        self.model.modelReset.connect(self._restore_current)
        selection = self.view.selectionModel()
        selection.currentChanged.connect(self._current_changed)
        selection.selectionChanged.connect(lambda *_: self._sum_up())
        self.model.dataChanged.connect(lambda *_: self._sum_up())
        self.view.installEventFilter(self)
        self.context.look.changed.connect(self._restyle)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MILLISECONDS)
        self._rest.timeout.connect(lambda: self.selectionSummary.emit(self.summary()))

    def _connect_delegate(self) -> None:
        delegate = self.delegate
        delegate.refused.connect(self.refuse)
        delegate.accepted.connect(self.strip.hide)
        delegate.moved.connect(self._advance)
        delegate.stepped.connect(self._step)
        delegate.spread.connect(self.spread)
        delegate.typed.connect(self._say_understood)

    def _lay_out(self) -> None:
        frozen = [at for at in shown_columns(self.view) if self.view.titles.is_frozen(at)]
        self.view.page.frozen_edge = frozenset(frozen[-1:])
        self._freeze()
        if self.total is not None:
            self.total.follow_columns()

    def _freeze(self) -> None:
        """The frozen columns cover the left side once the rest is scrolled."""
        if self.frozen is None and self.view.titles.frozen and self.view.horizontalScrollBar().value():
            self.frozen = FrozenColumns(self.view, self.context.look)
            self.frozen.setItemDelegate(self.delegate)
            self.frozen.titles.sectionClicked.connect(self.order_by)
            self.frozen.entered.connect(self._enter)
            self.connect_menus(self.frozen)
        if self.frozen is not None:
            self.frozen.follow()

    @cached_property
    def refusals(self) -> RefusalPanel:
        """What of a pasted block could not be taken."""
        panel = RefusalPanel(self.context.look, self)
        panel.chosen.connect(self.put_right)
        panel.undone.connect(lambda: self.context.workspace.undo())
        self.context.committed.connect(self._follow_refusals)
        self._add_below(panel)
        return panel

    def _follow_refusals(self, _change: object) -> None:
        self.refusals.follow(self.context.can_undo, self.context.can_redo)

    @cached_property
    def replacing(self) -> ReplacePanel:
        """Find and replace."""
        panel = ReplacePanel(self)
        self._add_below(panel)
        return panel

    def _add_below(self, panel: QWidget) -> None:
        column = self.layout()
        assert column is not None
        column.addWidget(panel)

    def _restyle(self) -> None:
        self.view.rows.restyle()
        self.view.titles.restyle()
        self.layout_of.apply()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Row numbers look different with and without the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.view.rows.viewport().update()
        return False

    @property
    def full_height(self) -> int:
        """As high as all lines, the titles and the total row are together."""
        look = self.context.look
        lines = len(self.model.lines) * look.row_height
        return self.view.titles.height() + lines + (look.px(28) if self.total is not None else 0)

    # Where one is

    def current_row_id(self) -> str:
        """The id of the current row, empty on a heading or the entry row."""
        index = self.view.currentIndex()
        is_there = index.isValid() and index.row() < len(self.model.lines)
        line = self.model.lines[index.row()] if is_there else None
        return line.key if line is not None and line.kind == ROW else ""

    def selected_row_ids(self) -> list[str]:
        """The ids of all rows with a selected cell, in the order shown."""
        selected = columns_by_row(areas_of(self.view))
        return [row["id"] for _at, row in self.model.lines.rows_at(selected)]

    def select(self, row_id: str, field: str = "") -> bool:
        """Make a cell of that row current; False when the row is not shown."""
        at = self.model.line_of(row_id)
        if at < 0:
            return False
        shown = shown_columns(self.view)
        named = [i for i in shown if self.model.columns[i].name == field]
        marked = [i for i in shown if field in self.model.columns[i].marks]
        self.view.walker.go(at, (named or marked or shown)[0])
        return True

    def reveal(self, row_id: str, field: str = "") -> bool:
        """Make a cell of that row current, letting go of the filters of columns where they hide it."""
        if self.select(row_id, field):
            return True
        self.drop_filters()
        return self.select(row_id, field)

    def _select_rows(self, ids: Sequence[str], columns: Sequence[int] = ()) -> None:
        lines = [self.model.line_of(row_id) for row_id in (ids[0], ids[-1])]
        if min(lines) < 0 or abs(lines[1] - lines[0]) != len(ids) - 1:
            return
        chosen = selection_of(self.model, (min(lines), max(lines)), columns or shown_columns(self.view))
        flags = QItemSelectionModel.SelectionFlag
        current = self.model.index(min(lines), (columns or shown_columns(self.view))[0])
        self.view.selectionModel().setCurrentIndex(current, flags.NoUpdate)
        self.view.selectionModel().select(chosen, flags.ClearAndSelect)

    def cell(self, row_id: str, name: str) -> str:
        """The text shown in a cell."""
        line = self.model.lines[self.model.line_of(row_id)]
        return self.model.cells(line)[[column.name for column in self.model.columns].index(name)].text

    def set_scope(self, scope: Mapping[str, str | None]) -> None:
        """Show the rows under other rows."""
        self.model.set_scope(scope)

    def set_filter(self, text: str) -> None:
        """Show the rows that have this text or these pinyin initials."""
        self.model.set_filter(text)
        self.filtered.emit()

    def summary(self) -> str:
        """How many cells are selected, and sum and mean of the figures among them."""
        return summary(self.model, areas_of(self.view))

    def _sum_up(self) -> None:
        if sum(area.cells for area in areas_of(self.view)) > AT_ONCE:
            self._rest.start()
        else:
            self._rest.stop()
            self.selectionSummary.emit(self.summary())

    def showEvent(self, event: QShowEvent) -> None:
        """Of many rows the words for the filter are made ready soon after they are shown."""
        super().showEvent(event)
        if len(self.model.lines) > AT_ONCE:
            QTimer.singleShot(SOON_MILLISECONDS, self, self.prepare_words)

    def prepare_words(self, wanted: str | None = None) -> bool:
        """Make what the filter looks through ready, whenever nothing else is to be done.

        False when everything is there to look for `wanted`, or for anything.
        """
        if self.model.has_words(wanted):
            return False
        if not self._words.is_running:
            self._words.run(self.model.word_steps())
        return True

    def _keep_current(self) -> None:
        index = self.view.currentIndex()
        self._kept = None
        if index.isValid() and index.row() < len(self.model.lines):
            line = self.model.lines[index.row()]
            self._kept = (line.key, index.row() if line.kind == ROW else -1, index.column())

    def _restore_current(self) -> None:
        """The same row is current again; the one in its place where it was deleted, not hidden."""
        key, before, column = self._kept or ("", 0, 0)
        at = self.model.line_of(key) if key else -1
        if at < 0 and key and self.model.is_gone(key):
            at = min(before, len(self.model.lines) - 1)
        if at >= 0:
            self.view.setCurrentIndex(self.model.index(at, column))
        else:
            self.rowSelected.emit("")
        self.filtered.emit()

    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        line = self.model.lines[current.row()] if current.isValid() else None
        self.strip.drop_hint()
        self._made = self._made if line is not None and line.key == self._made else ""
        self.rowSelected.emit(line.key if line is not None and line.kind == ROW else "")
        if line is not None:
            found = self.model.problems_at(line, current.column())
            sentences = [told(problem.message) for problem in found]
            self.context.say(sentences[0] if sentences else self._cut_text(current))

    def _cut_text(self, index: QModelIndex) -> str:
        """The whole text of a cell that is too narrow for it, else nothing."""
        text = self.model.cells(self.model.lines[index.row()])[index.column()].text
        metrics = self.view.page.cells.metrics[False]
        room = self.view.columnWidth(index.column()) - 2 * self.view.page.cells.padding
        is_cut = self.model.lines[index.row()].kind == ROW and metrics.horizontalAdvance(text) > room
        return text if is_cut else ""
