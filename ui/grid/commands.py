"""What can be done with the selected cells of a grid, each as one edit with a name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex
from PySide6.QtWidgets import QApplication

from models.dates import BadValue
from services.blocks import Block, Stopped, TypedRow, read_block, write_block
from services.errors import UserProblem
from services.project import Entry
from ui.grid import blocks, clipboard
from ui.grid.lines import NEW
from ui.grid.patience import Patience
from ui.grid.refusals import Refusal, RefusalPanel
from ui.grid.row_commands import RowCommands
from ui.grid.selecting import areas_of, shown_columns
from ui.words import told_of, worded, worded_table


class GridCommands(RowCommands):
    """The commands of a grid that act on cells: blocks copied, pasted, filled and cleared."""

    @property
    def refusals(self) -> RefusalPanel:
        """What of a pasted block could not be taken."""
        raise NotImplementedError

    def _place_now(self) -> blocks.Place:
        index = self.view.currentIndex()
        shown = shown_columns(self.view)
        return blocks.Place(areas_of(self.view), index.row(), index.column(), shown)

    def write_rows(self, rows: Sequence[TypedRow], label: str, note: str = "") -> list[str]:
        """Write a block as one edit. Cells that cannot be read keep their values and are listed below."""
        if not rows or self.model.read_only:
            self.say_shut()
            return []
        patience = Patience(self, self.tr("正在{0}…").format(label), len(rows))
        self.model.keep_arrangement()
        table, before = self.model.table.name, self.context.can_undo
        try:
            block = read_block(self.context.records, table, rows, patience.reading)
            ids = write_block(self.context.edit, table, block, label, patience.writing)
        except Stopped:
            self.context.say(self.tr("已停止，什么都没有写入"))
            return []
        except (BadValue, UserProblem) as wrong:
            self.refuse(self.view.currentIndex(), told_of(wrong))
            return []
        finally:
            patience.close()
        self._say_done(block, ids, label, note, is_changed=self.context.can_undo != before)
        return ids

    def _say_done(self, block: Block, ids: Sequence[str], label: str, note: str, *, is_changed: bool) -> None:
        done = self.tr("已{0}").format(label) if is_changed else self.tr("没有写入")
        done = f"{done}，{note}" if note else done
        if block.refused:
            self._list_refused(block, ids, done, self.context.can_undo if is_changed else None)
            return
        if "refusals" in vars(self):
            self.refusals.put_away()
        if is_changed:
            self._undoable(done)
        elif note:
            self.context.say(done)

    def _list_refused(self, block: Block, ids: Sequence[str], done: str, step: Entry | None) -> None:
        found = [Refusal(ids[each.number], each.field, each.text, each.sentence) for each in block.refused]
        places = [
            self.tr("第 {0} 行 {1}").format(each.number + 1, worded(self.model.table.field(each.field).label))
            for each in block.refused
        ]
        self.refusals.show_refusals(found, places, done, step)

    def put_right(self, refusal: Refusal) -> None:
        """Go to a cell that kept its value, what was pasted in the editor; at the end for a row not made."""
        if self.select(refusal.row_id or NEW, refusal.field):
            self.open_editor(refusal.text)

    def open_editor(self, text: str | None = None) -> None:
        """Open the editor of the current cell; with a text as if it had been typed."""
        raise NotImplementedError

    # Cells

    def clear(self) -> None:
        """Empty the selected cells, as one edit."""
        areas = areas_of(self.view)
        rows = blocks.spread(self.model, areas, "")
        cells = sum(len(row.texts) for row in rows)
        self.write_rows(rows, self.tr("清除 {0} 格{1}").format(cells, worded_table(self.model.table.label)))

    def copy(self) -> None:
        """Put the selected block on the clipboard, as text and as a table for Excel and WPS."""
        areas = areas_of(self.view)
        rows, figures = sum(len(area.rows) for area in areas), blocks.figures(self.model, areas)
        label = self.tr("复制 {0} 行{1}").format(rows, worded_table(self.model.table.label))
        patience = Patience(self, self.tr("正在{0}…").format(label), rows)
        texts, table = list[str](), list[str]()
        try:
            for block in blocks.copied(self.model, areas):
                texts.append(clipboard.to_text(block))
                table.append(clipboard.html_rows(block, figures))
                patience.copying(len(texts) * blocks.ROWS)
        except Stopped:
            return
        finally:
            patience.close()
        if texts:
            data = QMimeData()
            data.setText("\n".join(texts))
            data.setHtml(clipboard.to_html("".join(table)))
            QApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        """Copy, then clear."""
        self.copy()
        self.clear()

    def paste(self) -> None:
        """Write the clipboard's block from the current cell on; rows beyond the end are made."""
        data: QMimeData | None = QApplication.clipboard().mimeData()
        try:
            block = clipboard.block_of(data.text(), data.html() if data.hasHtml() else "") if data else []
        except UserProblem as wrong:
            self.refuse(self.view.currentIndex(), told_of(wrong))
            return
        if not block:
            self.refuse(self.view.currentIndex(), self.tr("剪贴板里没有文字和表格"))
            return
        if not self.view.currentIndex().isValid() and self.model.lines:
            self.view.walker.go(len(self.model.lines) - 1, shown_columns(self.view)[0])
        place = self._place_now()
        pasting = blocks.pasted(self.model, place, block)
        label = self.tr("粘贴 {0} 行{1}").format(len(pasting.rows), worded_table(self.model.table.label))
        ids = self.write_rows(pasting.rows, label, self._lost(pasting))
        if ids and place.column in place.shown:
            left = place.shown.index(place.areas[0].columns[0] if place.areas else place.column)
            self._select_rows(ids, place.shown[left : left + pasting.width])

    def _lost(self, pasting: blocks.Pasting) -> str:
        words = []
        if pasting.lost_rows:
            words.append(self.tr("下面 {0} 行没有位置").format(pasting.lost_rows))
        if pasting.lost_columns:
            words.append(self.tr("右边 {0} 列没有位置").format(pasting.lost_columns))
        if pasting.shut_columns:
            words.append(self.tr("由程序算出的 {0} 列没有写入").format(pasting.shut_columns))
        if pasting.void_rows:
            words.append(self.tr("作废的 {0} 行没有写入").format(pasting.void_rows))
        return "，".join(words)

    def fill_down(self) -> None:
        """Write the first selected row's values into the rows below it; a single row takes the one above."""
        rows = blocks.filled_down(self.model, areas_of(self.view))
        self.write_rows(
            rows,
            self.tr("向下填充 {0} 行{1}").format(len(rows), worded_table(self.model.table.label)),
        )

    def fill_right(self) -> None:
        """Write the first selected column's values into the columns right of it."""
        rows = blocks.filled_right(self.model, areas_of(self.view), shown_columns(self.view))
        self.write_rows(
            rows,
            self.tr("向右填充 {0} 行{1}").format(len(rows), worded_table(self.model.table.label)),
        )

    def spread(self, index: QModelIndex, text: str) -> None:
        """Write what was typed into every selected cell (Ctrl+Enter); the cursor stays."""
        areas = areas_of(self.view)
        if sum(area.cells for area in areas) <= 1:
            sentence = self._commit(index, text)
            if sentence is not None:
                self.open_editor(text)
                self.refuse(index, sentence)
            return
        rows = blocks.spread(self.model, areas, text)
        cells = sum(len(row.texts) for row in rows)
        self.write_rows(rows, self.tr("填入 {0} 格{1}").format(cells, worded_table(self.model.table.label)))

    def _commit(self, index: QModelIndex, text: str) -> str | None:
        """Take what was typed into a cell; the sentence when it cannot be."""
        raise NotImplementedError
