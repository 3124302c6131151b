"""What keys and clicks do in a grid."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal

from ui.grid.choices import ChoiceBox
from ui.grid.grid_typing import GridTyping
from ui.grid.lines import ENTRY, GROUP
from ui.words import told


class GridHands(GridTyping):
    """Turns the words of keys, and clicks on cells, numbers and titles, into what the grid can do.

    `activated` (row id, column) rings where Enter or a double click meets a computed cell.
    """

    activated = Signal(str, str)

    def current_row_id(self) -> str:
        """The id of the current row."""
        raise NotImplementedError

    def _advance(self, columns: int, rows: int) -> None:
        """Enter and Tab; Enter in a row just made leads to the next new one, wherever the row stands."""
        walker, last = self.view.walker, len(self.model.lines) - 1
        is_new = bool(self._made) and self.current_row_id() == self._made and not walker.is_several
        if rows > 0 and is_new and self.model.lines.kind(last) == ENTRY:
            walker.descend(last)
        else:
            walker.advance(columns, rows)
        self.view.setFocus()

    def _step(self, columns: int, rows: int) -> None:
        self.view.walker.step(columns, rows, far=False, reaching=False)
        self.view.setFocus()

    def _keyed(self, word: str) -> None:
        index, walker = self.view.currentIndex(), self.view.walker
        steps = {"enter": (0, 1), "up": (0, -1), "next": (1, 0), "previous": (-1, 0)}
        if word == "enter" and index.isValid() and not self.model.can_edit(index):
            self._activate(index)
        elif word in steps:
            self._advance(*steps[word])
        else:
            runs: Mapping[str, Callable[[], object]] = {
                "clear": self.clear, "copy": self.copy, "cut": self.cut, "paste": self.paste,
                "fill-down": self.fill_down, "fill-right": self.fill_right, "choose": self._open_choices,
                "delete": self.delete_rows, "problem": self._show_problem, "shut": self.say_shut,
                "empty": lambda: self.open_editor(""),
                "today": lambda: self.open_editor(date.today().isoformat()), "above": self._type_above,
                "all": walker.choose_all, "row": walker.choose_rows, "column": walker.choose_columns,
                "filter": self.ask_filter, "replace": lambda: self.replacing.open(),
                "duplicate": self.duplicate_rows,
                "insert": lambda: self.insert_beside(below=False), "menu": self.open_menu,
                "move-up": lambda: self.move_rows(-1), "move-down": lambda: self.move_rows(1),
            }  # fmt: skip
            runs[word]()

    def _type_above(self) -> None:
        index = self.view.currentIndex()
        if index.isValid() and index.row():
            self.open_editor(self.model.edit_text_at(index.row() - 1, index.column()))

    def _activate(self, index: QModelIndex) -> None:
        if index.isValid() and self.model.lines[index.row()].kind == GROUP:
            self.model.toggle_group(self.model.lines[index.row()].key)
        elif index.isValid() and not self.model.can_edit(index):
            self.activated.emit(self.model.lines[index.row()].key, self.model.columns[index.column()].name)

    def _row_clicked(self, section: int) -> None:
        if self.model.lines[section].kind == GROUP:
            self.model.toggle_group(self.model.lines[section].key)

    def order_by(self, section: int) -> None:
        """Order by a column: rising, falling, then as the rows themselves stand."""
        header = self.view.titles
        same = header.sortIndicatorSection() == section and header.isSortIndicatorShown()
        if same and header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder:
            self.set_order(-1, False)
        else:
            self.set_order(section, same)

    def set_order(self, section: int, descending: bool) -> None:
        """Order by a column, -1 for the order of the rows themselves."""
        header = self.view.titles
        header.setSortIndicatorShown(section >= 0)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(max(section, 0), order)
        header.fit()
        if self.frozen is not None:
            self.frozen.follow()
        self.model.set_order(section, descending)

    def _open_choices(self) -> None:
        self.open_editor()
        for editor in self.view.viewport().findChildren(ChoiceBox):
            if editor.isVisible():
                editor.showPopup()

    def _show_problem(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            found = self.model.problems_at(self.model.lines[index.row()], index.column())
            if found:
                self.refuse(index, told(found[0].message))
