"""What one types into a grid: how an editor opens, and what becomes of what is typed."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint

from models import kinds
from models.calculation import calculated, is_calculation
from models.dates import BadValue
from models.fields import NUMERIC, Kind
from services.blocks import NotWritten, TypedRow, set_block
from services.errors import UserProblem
from ui.grid.delegate import GridDelegate
from ui.grid.grid_menu import GridMenu
from ui.grid.lines import ENTRY, GROUP
from ui.grid.strip import Strip
from ui.words import told, told_of, worded_table


class GridTyping(GridMenu):
    """Takes what is typed, or says under the cell why it cannot be taken."""

    delegate: GridDelegate
    strip: Strip
    _made = ""
    """The row that was made by typing into the entry row, while one stays in it."""

    def _commit(self, index: QModelIndex, text: str) -> str | None:
        if not index.isValid():
            return None
        line, name = self.model.lines[index.row()], self.model.columns[index.column()].name
        if line.kind == ENTRY:
            return self._new_row(name, text) if text.strip() else None
        self.model.keep_arrangement()
        sentence = self.context.typed(self.model.table.name, line.key, name, text)
        if sentence is None and "refusals" in vars(self):
            self.refusals.put_right(line.key, name)
        return sentence

    def _new_row(self, name: str, text: str) -> str | None:
        typed = TypedRow({name: text}, None, self.model.defaults())
        try:
            label = self.tr("新增{0}").format(worded_table(self.model.table.label))
            made = set_block(self.context.edit, self.context.records, self.model.table.name, [typed], label)
        except NotWritten as wrong:
            return told(wrong.first.sentence)
        except (BadValue, UserProblem) as wrong:
            return told_of(wrong)
        self.select(made[0], name)
        self._made = made[0]
        return None

    def open_editor(self, text: str | None = None) -> None:
        """Open the editor of the current cell; with a text as if it had been typed."""
        index = self.view.currentIndex()
        if not self.model.can_edit(index):
            return
        self.view.edit(index)
        if text is not None:
            self.delegate.begin_with(text)

    def say_shut(self) -> None:
        """Under the current cell why nobody types there; nothing where one may."""
        index = self.view.currentIndex()
        words = self._why_shut(index) if index.isValid() and not self.model.can_edit(index) else ""
        if words:
            self.strip.hint(words, self._under(index))
            self.context.say(words)

    def _why_shut(self, index: QModelIndex) -> str:
        line, column = self.model.lines[index.row()], self.model.columns[index.column()]
        if self.model.read_only:
            return self.tr("这里只能看，不能改")
        if line.kind == GROUP:
            return self.tr("这是分组的小计，不能填写")
        if line.row is not None and line.row["void_reason"] is not None:
            return self.tr("这一行已作废，恢复后才能改")
        if column.is_computed:
            return self.tr("“{0}”由程序算出，不能填写").format(column.title)
        return self.tr("“{0}”不在这里填写").format(column.title)

    def _enter(self, row: int, column: int) -> None:
        self.view.walker.go(row, column)
        self.open_editor()
        self.delegate.correct()

    def _say_understood(self, index: QModelIndex, text: str) -> None:
        """Under the editor what a date or a sum comes to, as soon as it can be read."""
        field = self.model.fields[index.column()]
        if field is None or field.kind not in (Kind.DATE, *NUMERIC):
            return
        unit = self.context.records.money_unit
        try:
            if is_calculation(field, text):
                said = calculated(field, text, unit).sentence
            else:
                said = str(kinds.parse(field, text) or "") if field.kind is Kind.DATE else ""
        except BadValue:
            said = ""
        self.strip.hint(said if said != text.strip() else "", self._under(index))

    def _under(self, index: QModelIndex) -> QPoint:
        rect = self.view.visualRect(index)
        return self.view.viewport().mapTo(self, rect.bottomLeft()) + QPoint(0, 2)

    def refuse(self, index: QModelIndex, sentence: str) -> None:
        """Say under a cell and in the status line what cannot be taken; in a toast once the page was left."""
        self.strip.say(sentence, self._under(index))
        self.context.say(sentence)
        if not self.isVisible():
            self.context.toast(sentence)
