"""The grid: one table's rows to type into, with clipboard, fill, total row and a word on what is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QVBoxLayout,
    QWidget,
)

from models.dates import BadValue
from models.fields import Row, Value
from models.records import Records
from services.cells import TypedRow, set_block
from services.errors import UserProblem
from ui.context import Context
from ui.grid import blocks
from ui.grid.columns import Column
from ui.grid.commands import GridCommands
from ui.grid.delegate import GridDelegate
from ui.grid.lines import ENTRY, GROUP, ROW, Groups
from ui.grid.model import GridModel
from ui.grid.strip import Strip
from ui.grid.total import TotalRow
from ui.grid.view import GridView


class Grid(GridCommands):
    """A grid over one declared table.

    `scope` limits it to rows whose refs have these ids (new rows get them too); `rows` gives the rows in an
    order of its own; `groups` puts headings over them; `entry_hint` invites to type a new row at the end.
    """

    rowSelected = Signal(str)
    activated = Signal(str, str)
    selectionSummary = Signal(str)

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
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.model = GridModel(
            context,
            table,
            columns,
            scope=scope,
            rows=rows,
            defaults=defaults,
            groups=groups,
            entry_hint=entry_hint,
            read_only=read_only,
            parent=self,
        )
        self.view = GridView(context.look, self)
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.model.table.label)
        self.delegate = GridDelegate(self.model, context.look, self._commit)
        self.view.setItemDelegate(self.delegate)
        self.strip = Strip(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        self.total = TotalRow(self.view, self.model, context.look, total_label) if total_label else None
        if self.total is not None:
            column.addWidget(self.total)
        self._kept: tuple[str, int] | None = None
        self._lay_out_columns()
        self._connect()

    def _lay_out_columns(self) -> None:
        header = self.view.horizontalHeader()
        look = self.context.look
        for at, column in enumerate(self.model.columns):
            mode = QHeaderView.ResizeMode.Stretch if column.stretch else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(at, mode)
            if not column.stretch:
                self.view.setColumnWidth(at, look.px(column.width))

    def _connect(self) -> None:
        self.delegate.refused.connect(self.refuse)
        self.delegate.accepted.connect(self.strip.hide)
        self.delegate.moved.connect(self._move)
        self.view.keyed.connect(self._keyed)
        self.view.doubleClicked.connect(self._activate)
        self.view.rows.sectionClicked.connect(self._row_clicked)
        self.view.horizontalHeader().sectionClicked.connect(self._order_by)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._menu)
        self.model.modelAboutToBeReset.connect(self._keep_current)
        self.model.modelReset.connect(self._restore_current)
        selection = self.view.selectionModel()
        selection.currentChanged.connect(self._current_changed)
        selection.selectionChanged.connect(lambda *_: self.selectionSummary.emit(self.summary()))
        self.model.dataChanged.connect(lambda *_: self.selectionSummary.emit(self.summary()))
        self.view.installEventFilter(self)
        self.context.look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.view.rows.restyle()
        self.view.horizontalHeader().setFixedHeight(self.context.look.px(30))
        self._lay_out_columns()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Row numbers look different with and without the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.view.rows.viewport().update()
        return False

    # Where one is

    def current_row_id(self) -> str:
        """The id of the current row, empty on a heading or the entry row."""
        index = self.view.currentIndex()
        line = (
            self.model.lines[index.row()] if index.isValid() and index.row() < len(self.model.lines) else None
        )
        return line.key if line is not None and line.kind == ROW else ""

    def selected_row_ids(self) -> list[str]:
        """The ids of all rows with a selected cell, in the order shown."""
        rows = sorted({index.row() for index in self.view.selectionModel().selectedIndexes()})
        return [self.model.lines[row].key for row in rows if self.model.lines[row].kind == ROW]

    def select(self, row_id: str, field: str = "") -> bool:
        """Make a cell of that row current; False when the row is not shown."""
        at = self.model.line_of(row_id)
        if at < 0:
            return False
        shown = [i for i in range(len(self.model.columns)) if not self.view.isColumnHidden(i)]
        named = [i for i in shown if self.model.columns[i].name == field]
        marked = [i for i in shown if field in self.model.columns[i].marks]
        index = self.model.index(at, (named or marked or shown)[0])
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def cell(self, row_id: str, name: str) -> str:
        """The text shown in a cell."""
        line = self.model.lines[self.model.line_of(row_id)]
        return self.model.cells(line)[[column.name for column in self.model.columns].index(name)].text

    def set_scope(self, scope: Mapping[str, str | None]) -> None:
        """Show the rows under other rows."""
        self.model.set_scope(scope)

    def set_filter(self, text: str) -> None:
        """Show the rows that have this text."""
        self.model.set_filter(text)

    def summary(self) -> str:
        """How many cells are selected, and sum and mean of the figures among them."""
        return blocks.summary(self.model, self.view.selectionModel().selectedIndexes())

    def _keep_current(self) -> None:
        index = self.view.currentIndex()
        self._kept = None
        if index.isValid() and index.row() < len(self.model.lines):
            self._kept = (self.model.lines[index.row()].key, index.column())

    def _restore_current(self) -> None:
        key, column = self._kept or ("", 0)
        at = self.model.line_of(key)
        if at >= 0:
            self.view.setCurrentIndex(self.model.index(at, column))
        else:
            self.rowSelected.emit("")

    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        line = self.model.lines[current.row()] if current.isValid() else None
        self.rowSelected.emit(line.key if line is not None and line.kind == ROW else "")
        if line is not None:
            sentences = [problem.message for problem in self.model.problems_at(line, current.column())]
            self.context.say(sentences[0] if sentences else "")

    def _move(self, columns: int, rows: int) -> None:
        index = self.view.currentIndex()
        shown = [i for i in range(len(self.model.columns)) if not self.view.isColumnHidden(i)]
        place, row = shown.index(index.column()) + columns if index.isValid() else 0, index.row() + rows
        if place >= len(shown):
            place, row = 0, row + 1
        elif place < 0:
            place, row = len(shown) - 1, row - 1
        at = shown[place]
        target = self.model.index(max(min(row, len(self.model.lines) - 1), 0), at)
        self.view.selectionModel().setCurrentIndex(target, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.view.setFocus()

    # What one types

    def _commit(self, index: QModelIndex, text: str) -> str | None:
        if not index.isValid():
            return None
        line, name = self.model.lines[index.row()], self.model.columns[index.column()].name
        if line.kind == ENTRY:
            return self._new_row(name, text) if text.strip() else None
        return self.context.typed(self.model.table.name, line.key, name, text)

    def _new_row(self, name: str, text: str) -> str | None:
        typed = TypedRow({name: text}, None, self.model.defaults())
        try:
            label = self.tr("新增{0}").format(self.model.table.label)
            made = set_block(self.context.edit, self.context.records, self.model.table.name, [typed], label)
        except (BadValue, UserProblem) as wrong:
            return str(wrong).removeprefix("没有写入。")
        self.select(made[0], name)
        return None

    def refuse(self, index: QModelIndex, sentence: str) -> None:
        """Say under a cell, and in the status line, what cannot be taken."""
        rect = self.view.visualRect(index)
        at = self.view.viewport().mapTo(self, rect.bottomLeft()) + QPoint(0, 2)
        self.strip.say(sentence, at)
        self.context.say(sentence)

    # What keys and the menu do

    def _keyed(self, word: str) -> None:
        steps = {"enter": (0, 1), "up": (0, -1), "next": (1, 0), "previous": (-1, 0)}
        if word == "enter" and not self.model.can_edit(self.view.currentIndex()):
            self._activate(self.view.currentIndex())
        elif word in steps:
            self._move(*steps[word])
        else:
            {
                "clear": self.clear,
                "copy": self.copy,
                "cut": self.cut,
                "paste": self.paste,
                "fill": self.fill_down,
                "choose": self._open_choices,
                "delete": self.delete_rows,
                "problem": self._show_problem,
            }[word]()

    def _activate(self, index: QModelIndex) -> None:
        if index.isValid() and self.model.lines[index.row()].kind == GROUP:
            self.model.toggle_group(self.model.lines[index.row()].key)
        elif index.isValid() and not self.model.can_edit(index):
            self.activated.emit(self.model.lines[index.row()].key, self.model.columns[index.column()].name)

    def _row_clicked(self, section: int) -> None:
        if self.model.lines[section].kind == GROUP:
            self.model.toggle_group(self.model.lines[section].key)
        else:
            self.view.selectRow(section)

    def _order_by(self, section: int) -> None:
        header = self.view.horizontalHeader()
        same, descending = header.sortIndicatorSection() == section and header.isSortIndicatorShown(), False
        if same and header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder:
            header.setSortIndicatorShown(False)
            self.model.set_order(-1, False)
            return
        descending = same
        header.setSortIndicatorShown(True)
        header.setSortIndicator(
            section, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        )
        self.model.set_order(section, descending)

    def _open_choices(self) -> None:
        self.view.edit(self.view.currentIndex())
        combo = QApplication.focusWidget()
        if combo is not None and hasattr(combo, "showPopup"):
            combo.showPopup()

    def _show_problem(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            found = self.model.problems_at(self.model.lines[index.row()], index.column())
            if found:
                self.refuse(index, found[0].message)
