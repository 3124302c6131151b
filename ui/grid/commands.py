"""What can be done with the selected cells and rows of a grid, each as one edit with a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu, QWidget

from models.dates import BadValue
from models.fields import Row, Value
from services.cells import TypedRow, set_block
from services.errors import UserProblem
from ui.context import Context
from ui.grid import blocks
from ui.grid.model import GridModel
from ui.grid.view import GridView


class GridCommands(QWidget):
    """The commands of a grid: rows made, deleted and voided, blocks copied, pasted, filled and cleared."""

    context: Context
    model: GridModel
    view: GridView

    def select(self, row_id: str, field: str = "") -> bool:
        """Make a cell of that row current."""
        raise NotImplementedError

    def selected_row_ids(self) -> list[str]:
        """The ids of all rows with a selected cell."""
        raise NotImplementedError

    def refuse(self, index: QModelIndex, sentence: str) -> None:
        """Say under a cell what cannot be taken."""
        raise NotImplementedError

    def insert_row(self, values: Mapping[str, Value] | None = None) -> str:
        """Make an empty row (with the scope and `values`) and go there."""
        with self.context.edit(self.tr("新增{0}").format(self.model.table.label)) as edit:
            made = edit.insert(self.model.table.name, {**self.model.defaults(), **(values or {})})
        self.select(made)
        self.view.setFocus()
        return made

    def _run_block(self, rows: Sequence[TypedRow], label: str) -> None:
        if not rows:
            return
        try:
            set_block(self.context.edit, self.context.records, self.model.table.name, rows, label)
        except (BadValue, UserProblem) as wrong:
            self.refuse(self.view.currentIndex(), str(wrong))
            return
        self.context.toast(label, self.tr("撤销"), self.context.workspace.undo)

    def clear(self) -> None:
        """Empty the selected cells, as one edit."""
        rows, cells = blocks.cleared(self.model, self.view.selectionModel().selectedIndexes())
        self._run_block(rows, self.tr("清除 {0} 格{1}").format(cells, self.model.table.label))

    def copy(self) -> None:
        """Put the selected block on the clipboard, as one would type it."""
        QApplication.clipboard().setText(
            blocks.copied(self.model, self.view.selectionModel().selectedIndexes())
        )

    def cut(self) -> None:
        """Copy, then clear."""
        self.copy()
        self.clear()

    def paste(self) -> None:
        """Write the clipboard's block from the current cell on; rows beyond the end are made."""
        text = QApplication.clipboard().text()
        selected = self.view.selectionModel().selectedIndexes()
        rows = blocks.pasted(self.model, self.view.currentIndex(), selected, text)
        self._run_block(rows, self.tr("粘贴 {0} 行{1}").format(len(rows), self.model.table.label))

    def fill_down(self) -> None:
        """Write the first selected row's values into the rows below it."""
        rows = blocks.filled(self.model, self.view.selectionModel().selectedIndexes())
        self._run_block(rows, self.tr("向下填充 {0} 行{1}").format(len(rows), self.model.table.label))

    def delete_rows(self) -> None:
        """Delete the selected rows; rows of tables that are voided ask for the reason instead."""
        ids = self.selected_row_ids()
        if not ids or self.model.read_only:
            return
        if self.model.table.voidable:
            reason, given = QInputDialog.getText(self, self.tr("作废"), self.tr("作废原因"))
            if given and reason.strip():
                self.void_rows(ids, reason.strip())
            return
        label = self.tr("删除 {0} 行{1}").format(len(ids), self.model.table.label)
        with self.context.workspace.edit(label) as edit:
            for row_id in ids:
                edit.delete(self.model.table.name, row_id)
        self.context.toast(label, self.tr("撤销"), self.context.workspace.undo)

    def void_rows(self, ids: Sequence[str], reason: str) -> None:
        """Void rows: they stay in the file and leave facts, checks and report."""
        label = self.tr("作废 {0} 行{1}").format(len(ids), self.model.table.label)
        with self.context.workspace.edit(label) as edit:
            for row_id in ids:
                edit.void(self.model.table.name, row_id, reason)
        self.context.toast(label, self.tr("撤销"), self.context.workspace.undo)

    def voided(self) -> list[Row]:
        """The void rows that this grid would show if they were not."""
        rows = self.context.records.all(self.model.table.name)
        scope = self.model.scope or {}
        return [
            row
            for row in rows
            if row["void_reason"] is not None and all(row[name] == value for name, value in scope.items())
        ]

    def restore(self, row_id: str) -> None:
        """Let a void row count again."""
        title = self.context.records.title(self.model.table.name, row_id)
        label = self.tr("恢复{0}“{1}”").format(self.model.table.label, title)
        with self.context.workspace.edit(label) as edit:
            edit.unvoid(self.model.table.name, row_id)
        self.select(row_id)
        self.context.toast(label, self.tr("撤销"), self.context.workspace.undo)

    def _add_voided(self, menu: QMenu) -> None:
        rows = self.voided()
        if not rows or self.model.read_only:
            return
        inside = menu.addMenu(
            self.context.look.icon("undo"), self.tr("恢复作废的{0}").format(self.model.table.label)
        )
        for row in rows:
            title = self.context.records.title_of(self.model.table.name, row)
            action = inside.addAction(f"{title}（{row['void_reason']}）")
            action.triggered.connect(lambda _checked=False, row_id=row["id"]: self.restore(row_id))

    def _menu(self, at: QPoint) -> None:
        self.menu().exec(self.view.viewport().mapToGlobal(at))

    def menu(self) -> QMenu:
        """What the right button offers."""
        menu = QMenu(self)
        voids = self.model.table.voidable
        entries = (
            (self.tr("复制"), "copy", "Ctrl+C", self.copy),
            (self.tr("粘贴"), "paste", "Ctrl+V", self.paste),
            (self.tr("向下填充"), "fill-down", "Ctrl+D", self.fill_down),
            (self.tr("清除"), "close", "Delete", self.clear),
            (self.tr("新增一行"), "add", "", self.insert_row),
            (
                self.tr("作废…") if voids else self.tr("删除行"),
                "void" if voids else "delete",
                "Ctrl+-",
                self.delete_rows,
            ),
        )
        for text, icon, key, run in entries:
            action = QAction(self.context.look.icon(icon), f"{text}\t{key}" if key else text, menu)
            action.triggered.connect(lambda _checked=False, run=run: run())
            action.setEnabled(not self.model.read_only or icon == "copy")
            menu.addAction(action)
        self._add_voided(menu)
        return menu
