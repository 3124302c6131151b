"""The menus of a grid: on its cells, on its column titles, and for choosing its columns."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QTableView

from ui.grid.column_layout import ColumnLayout
from ui.grid.commands import GridCommands
from ui.grid.filter_popup import FilterPopup
from ui.grid.filtering import ColumnFilter
from ui.grid.replacing import ReplacePanel
from ui.words import worded_table

Entry = tuple[str, str, str, Callable[[], object], bool]
"""Words, icon, key, what it does, whether it writes."""


class GridMenu(GridCommands):
    """Everything that the keys and the tool bar do can be chosen here too."""

    layout_of: ColumnLayout

    @property
    def replacing(self) -> ReplacePanel:
        """Find and replace."""
        raise NotImplementedError

    def connect_menus(self, view: QTableView) -> None:
        """Open them by the right button on a view's cells, titles and row numbers."""
        titles = view.horizontalHeader()
        for part, menu in (
            (view, lambda at: self.menu()),
            (view.verticalHeader(), lambda at: self.menu()),
            (titles, lambda at: self.title_menu(titles.logicalIndexAt(at))),
        ):
            part.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            part.customContextMenuRequested.connect(
                lambda at, part=part, menu=menu: self._pop(menu(at), part.viewport().mapToGlobal(at))
            )

    @staticmethod
    def _pop(menu: QMenu, at: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def open_menu(self) -> None:
        """The menu at the current cell (the menu key)."""
        corner = self.view.visualRect(self.view.currentIndex()).bottomLeft()
        self._pop(self.menu(), self.view.viewport().mapToGlobal(corner))

    # On cells

    def menu(self) -> QMenu:
        """What the right button offers on a cell."""
        menu = QMenu(self)
        self._add(menu, self._cell_entries())
        menu.addSeparator()
        self._add(menu, self._row_entries())
        self._add_voided(menu)
        menu.addSeparator()
        index = self.view.currentIndex()
        if index.isValid():
            self._add(menu, self._filter_entries(index.row(), index.column()))
        self._add(menu, [(self.tr("替换…"), "find", "Ctrl+H", lambda: self.replacing.open(), True)])
        row = self.selected_row_ids()[:1] if index.isValid() else []
        if row and self.model.table.recorded:
            place = (self.model.table.name, row[0], self._declared_field())
            ask = partial(self.context.show_history, *place)
            self._add(menu, [(self.tr("此格的修改历史"), "history", "", ask, False)])
        menu.addMenu(self.column_menu(menu))
        return menu

    def _declared_field(self) -> str:
        """The field of the current column, "" where it shows something computed."""
        name = self._current_field()
        return name if self.model.table.has(name) else ""

    def _cell_entries(self) -> list[Entry]:
        tr = self.tr
        return [
            (tr("复制"), "copy", "Ctrl+C", self.copy, False),
            (tr("剪切"), "", "Ctrl+X", self.cut, True),
            (tr("粘贴"), "paste", "Ctrl+V", self.paste, True),
            (tr("清除"), "close", "Delete", self.clear, True),
            (tr("向下填充"), "fill-down", "Ctrl+D", self.fill_down, True),
            (tr("向右填充"), "", "Ctrl+R", self.fill_right, True),
        ]

    def _row_entries(self) -> list[Entry]:
        tr, voids = self.tr, self.model.table.voidable
        found: list[Entry] = []
        if self.model.entry_hint:
            found += [
                (tr("新增一行"), "add", "", self.insert_row, True),
                (tr("在上方插入"), "", "Ctrl+Shift+=", lambda: self.insert_beside(below=False), True),
                (tr("在下方插入"), "", "", lambda: self.insert_beside(below=True), True),
                (tr("复制整行"), "", "Ctrl+Shift+D", self.duplicate_rows, True),
            ]
        return [
            *found,
            (tr("上移"), "", "Alt+Shift+↑", lambda: self.move_rows(-1), True),
            (tr("下移"), "", "Alt+Shift+↓", lambda: self.move_rows(1), True),
            (tr("作废…") if voids else tr("删除行"), "void" if voids else "delete", "Ctrl+-",
             self.delete_rows, True),
        ]  # fmt: skip

    def _filter_entries(self, row: int, column: int) -> list[Entry]:
        text = self.model.text_at(row, column)
        shown = text if len(text) <= 12 else f"{text[:11]}…"
        found: list[Entry] = []
        if self.model.lines[row].row is not None:
            found.append(
                (self.tr("只看“{0}”").format(shown or self.tr("空")), "filter", "",
                 lambda: self.filter_by(column, ColumnFilter(frozenset({text}))), False)
            )  # fmt: skip
        found.append((self.tr("筛选本列…"), "", "Ctrl+Shift+L", lambda: self.ask_filter(column), False))
        if self.model.arrangement.column_filters:
            found.append((self.tr("全部显示"), "", "", self.drop_filters, False))
        return found

    def _add(self, menu: QMenu, entries: list[Entry]) -> None:
        for text, icon, key, run, writes in entries:
            action = QAction(f"{text}\t{key}" if key else text, menu)
            if icon:
                action.setIcon(self.context.look.icon(icon))
            action.triggered.connect(lambda _checked=False, run=run: run())
            action.setEnabled(not (writes and self.model.read_only))
            menu.addAction(action)

    def _add_voided(self, menu: QMenu) -> None:
        rows = self.voided()
        if not rows or self.model.read_only:
            return
        words = self.tr("恢复作废的{0}").format(worded_table(self.model.table.label))
        inside = menu.addMenu(self.context.look.icon("undo"), words)
        for row in rows:
            title = self.context.records.title_of(self.model.table.name, row)
            action = inside.addAction(f"{title}（{row['void_reason']}）")
            action.triggered.connect(lambda _checked=False, row_id=row["id"]: self.restore(row_id))
        shows = menu.addAction(self.tr("显示作废的行"))
        shows.setCheckable(True)
        shows.setChecked(self.model.arrangement.shows_void)
        shows.toggled.connect(self.model.show_void)

    # On titles

    def title_menu(self, column: int) -> QMenu:
        """What the right button offers on a column's title."""
        menu = QMenu(self)
        if column < 0:
            return self.column_menu(self)
        name = self.model.columns[column].name
        entries: list[Entry] = [
            (self.tr("升序"), "sort", "", lambda: self.set_order(column, False), False),
            (self.tr("降序"), "", "", lambda: self.set_order(column, True), False),
            (self.tr("不排序"), "", "", lambda: self.set_order(-1, False), False),
        ]
        self._add(menu, entries)
        menu.addSeparator()
        self._add(
            menu, [(self.tr("筛选本列…"), "filter", "Ctrl+Shift+L", lambda: self.ask_filter(column), False)]
        )
        if self.model.arrangement.column_filters:
            self._add(menu, [(self.tr("全部显示"), "", "", self.drop_filters, False)])
        menu.addSeparator()
        self._add(menu, [(self.tr("隐藏本列"), "", "", lambda: self.layout_of.choose(name, False), False)])
        menu.addMenu(self.column_menu(menu))
        return menu

    def set_order(self, section: int, descending: bool) -> None:
        """Order by a column, -1 for the order of the rows themselves."""
        raise NotImplementedError

    def column_menu(self, parent: QMenu | GridCommands) -> QMenu:
        """Every column with a tick, and the way back to how the program makes them."""
        menu = QMenu(self.tr("列"), parent)
        menu.setIcon(self.context.look.icon("columns"))
        self.fill_column_menu(menu)
        return menu

    def fill_column_menu(self, menu: QMenu) -> None:
        """Put the columns into a menu that is about to open."""
        menu.clear()
        for column in self.layout_of.columns:
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(self.layout_of.is_shown(column.name))
            action.toggled.connect(lambda on, name=column.name: self.layout_of.choose(name, on))
        menu.addSeparator()
        menu.addAction(self.tr("恢复默认的列")).triggered.connect(lambda: self.layout_of.reset())
        if self.model.table.voidable:
            shows = menu.addAction(self.tr("显示作废的行"))
            shows.setCheckable(True)
            shows.setChecked(self.model.arrangement.shows_void)
            shows.toggled.connect(self.model.show_void)

    # Filters of columns

    def ask_filter(self, column: int = -1) -> None:
        """Ask what the cells of a column (the current one) must be."""
        at = column if column >= 0 else self.view.currentIndex().column()
        if at < 0:
            return
        popup = FilterPopup(self.context, self.model, at, self)
        popup.chosen.connect(lambda wanted: self.filter_by(at, wanted))
        titles = self.view.titles
        corner = QPoint(max(titles.sectionViewportPosition(at), 0), titles.height())
        popup.open_at(titles.viewport().mapToGlobal(corner))

    def filter_by(self, column: int, wanted: ColumnFilter | None) -> None:
        """Show only rows whose cell in that column passes."""
        self.model.set_column_filter(self.model.columns[column].name, wanted)
        self._mark_filtered()

    def drop_filters(self) -> None:
        """Show every row again; the field of the quick filter keeps its own words."""
        if self.model.arrangement.column_filters:
            self.model.drop_column_filters()
            self._mark_filtered()

    def _mark_filtered(self) -> None:
        names = self.model.arrangement.column_filters
        filtered = {at for at, column in enumerate(self.model.columns) if column.name in names}
        self.view.titles.filtered = filtered
        self.view.titles.fit()
        self.view.titles.viewport().update()
        if self.frozen is not None:
            self.frozen.follow()
