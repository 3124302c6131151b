"""What can be done with the rows of a grid: made, doubled, moved, deleted, set aside, brought back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QInputDialog, QWidget

from models.dates import BadValue
from models.fields import Row, Value
from services.errors import UserProblem
from ui.context import Context
from ui.grid.frozen import FrozenColumns
from ui.grid.lines import ROW
from ui.grid.model import GridModel
from ui.grid.view import GridView
from ui.words import told_of, worded_table


class RowCommands(QWidget):
    """The commands of a grid that act on whole rows, each one edit with a name."""

    context: Context
    model: GridModel
    view: GridView
    frozen: FrozenColumns | None

    def select(self, row_id: str, field: str = "") -> bool:
        """Make a cell of that row current."""
        raise NotImplementedError

    def selected_row_ids(self) -> list[str]:
        """The ids of all rows with a selected cell."""
        raise NotImplementedError

    def refuse(self, index: QModelIndex, sentence: str) -> None:
        """Say under a cell what cannot be taken."""
        raise NotImplementedError

    def say_shut(self) -> None:
        """Say at the current cell why nothing can be changed there."""
        raise NotImplementedError

    def _current_field(self) -> str:
        index = self.view.currentIndex()
        return self.model.columns[index.column()].name if index.isValid() else ""

    def _undoable(self, label: str) -> None:
        self.context.toast(label, self.tr("撤销"), self.context.workspace.undo)

    def _try(self, act: Callable[[], object]) -> bool:
        """Do it; what cannot be done is said at the current cell."""
        try:
            act()
        except (BadValue, UserProblem) as wrong:
            self.refuse(self.view.currentIndex(), told_of(wrong))
            return False
        return True

    # Making rows

    def insert_row(self, values: Mapping[str, Value] | None = None) -> str:
        """Make an empty row at the end (with the scope and `values`) and go there."""
        with self.context.edit(self.tr("新增{0}").format(worded_table(self.model.table.label))) as edit:
            made = edit.insert(self.model.table.name, {**self.model.defaults(), **(values or {})})
        self.select(made)
        self.view.setFocus()
        return made

    def insert_beside(self, *, below: bool) -> None:
        """Make as many empty rows above or below the selected ones."""
        ids, field = self.selected_row_ids(), self._current_field()
        if self.model.read_only or not self.model.entry_hint:
            self.say_shut()
            return
        if not ids:
            self.insert_row()
            return
        table, made = self.model.table, []
        label = self.tr("插入 {0} 行{1}").format(len(ids), worded_table(table.label))

        def act() -> None:
            with self.context.workspace.edit(label) as edit:
                after = ids[-1] if below else self.model.row_before(ids[0])
                for _ in ids:
                    row_id = edit.insert(table.name, self.model.defaults(), after=after)
                    if after is None:
                        edit.move(table.name, row_id)
                    made.append(row_id)
                    after = row_id

        if self._try(act):
            self.select(made[0], field)
            self._undoable(label)

    def duplicate_rows(self) -> None:
        """Make a copy of every selected row directly under it; what must be unique stays empty."""
        ids, field, table = self.selected_row_ids(), self._current_field(), self.model.table
        if not ids or self.model.read_only:
            self.say_shut()
            return
        label, made = self.tr("复制 {0} 行{1}").format(len(ids), worded_table(table.label)), []
        kept = [one.name for one in table.fields if not one.unique and one.name != "code"]

        def act() -> None:
            after = ids[-1]
            with self.context.workspace.edit(label) as edit:
                for row_id in ids:
                    row = self.context.records.get(table.name, row_id) or {}
                    after = edit.insert(table.name, {name: row[name] for name in kept}, after=after)
                    made.append(after)

        if self._try(act):
            self.select(made[0], field)
            self._undoable(label)

    # Moving rows

    def move_rows(self, step: int) -> None:
        """Move the selected rows one up or down."""
        ids = self.selected_row_ids()
        if ids:
            lines, at = self.model.lines, self.model.line_of(ids[0] if step < 0 else ids[-1]) + step
            while 0 <= at < len(lines) and lines.kind(at) != ROW:
                at += step
            if 0 <= at < len(lines):
                self._place(ids, lines.key(at), before=step < 0)

    def drop_row(self, line: int, target: int) -> None:
        """A row was dragged by its number before another line; with it all that are selected with it."""
        if self.model.lines[line].kind != ROW:
            return
        dragged = self.model.lines[line].key
        ids = self.selected_row_ids()
        ids = ids if dragged in ids else [dragged]
        lines = self.model.lines
        for before, way in ((True, range(target, len(lines))), (False, range(target - 1, -1, -1))):
            keys = (lines.key(at) for at in way if lines.kind(at) == ROW)
            beside = next((key for key in keys if key not in ids), None)
            if beside is not None:
                self._place(ids, beside, before=before)
                return

    def _place(self, ids: Sequence[str], beside: str, *, before: bool) -> None:
        if self.model.read_only:
            self.say_shut()
            return
        if self.model.arrangement.sort[0] >= 0:
            self.refuse(self.view.currentIndex(), self.tr("按列排序时不能移动行。先再点一次列名取消排序"))
            return
        if self.model.heading_over(ids[0]) != self.model.heading_over(beside):
            self.refuse(self.view.currentIndex(), self.tr("行只能在它的分组里移动"))
            return
        table, field = self.model.table, self._current_field()
        label = self.tr("移动 {0} 行{1}").format(len(ids), worded_table(table.label))

        def act() -> None:
            after = self.model.row_before(beside, without=ids) if before else beside
            with self.context.workspace.edit(label) as edit:
                for row_id in ids:
                    edit.move(table.name, row_id, after)
                    after = row_id

        if self._try(act):
            self.select(ids[0], field)
            self._select_rows(ids)

    def _select_rows(self, ids: Sequence[str], columns: Sequence[int] = ()) -> None:
        """Select these rows where they stand together."""
        raise NotImplementedError

    # Deleting and setting aside

    def delete_rows(self) -> None:
        """Delete the selected rows; rows of tables that are voided ask for the reason instead."""
        ids = [row_id for row_id in self.selected_row_ids() if not self.model.is_gone(row_id)]
        if not ids or self.model.read_only:
            self.say_shut()
            return
        if self.model.table.voidable:
            reason, given = QInputDialog.getText(self, self.tr("作废"), self.tr("作废原因"))
            if given and reason.strip():
                self.void_rows(ids, reason.strip())
            return
        label = self.tr("删除 {0} 行{1}").format(len(ids), worded_table(self.model.table.label))
        with self.context.workspace.edit(label) as edit:
            for row_id in ids:
                edit.delete(self.model.table.name, row_id)
        self._undoable(label)

    def void_rows(self, ids: Sequence[str], reason: str) -> None:
        """Void rows: they stay in the file and leave facts, checks and report."""
        label = self.tr("作废 {0} 行{1}").format(len(ids), worded_table(self.model.table.label))
        with self.context.workspace.edit(label) as edit:
            for row_id in ids:
                edit.void(self.model.table.name, row_id, reason)
        self._undoable(label)

    def voided(self) -> list[Row]:
        """The void rows that this grid would show if they were not."""
        return self.model.arrangement.void_rows()

    def restore(self, row_id: str) -> None:
        """Let a void row count again."""
        title = self.context.records.title(self.model.table.name, row_id)
        label = self.tr("恢复{0}“{1}”").format(worded_table(self.model.table.label), title)
        with self.context.workspace.edit(label) as edit:
            edit.unvoid(self.model.table.name, row_id)
        self.select(row_id)
        self._undoable(label)
