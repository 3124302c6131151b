"""资料: kinds of papers and base data at the left, their rows in the middle, the chosen row at the right."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from models.schema import SCHEMA
from models.sources import Pair
from services.workspace import Change
from ui.form import Form
from ui.grid.grid import Grid
from ui.panels.detail import column_of, scrolled
from ui.panels.paper_details import BackedForm
from ui.panels.paper_pages import KINDS, PaperPage, words_of
from ui.panels.settings_form import settings_page
from ui.panels.side_choice import SideChoice
from ui.panels.side_list import Entry, SideList
from ui.tab import Tab, Tool
from ui.words import worded, worded_table

SIDE_WIDTH = 146
FORMS = ("project", "setting")


class PapersTab(Tab):
    """Every table that has no screen of its own has a place here."""

    key = "papers"
    tables = (*(kind.table for kind in KINDS), *(kind.inner for kind in KINDS if kind.inner))

    @property
    def title(self) -> str:
        """The words on the tab."""
        return self.tr("资料")

    def build(self) -> None:
        """Tool bar, kinds, and a page per kind, made when first looked at."""
        self._pages: dict[str, PaperPage] = {}
        self._forms: dict[str, QWidget] = {}
        look = self.context.look
        self.kinds = SideList(look, self.tr("资料种类"), self)
        self.middle, self.right = QStackedWidget(self), QStackedWidget(self)
        self._add_tools()
        left = SideChoice(look, self.kinds, self.middle, SIDE_WIDTH)
        self.add_panes(left, self.right, (923, 436), (1273, 640))
        self.kinds.chosen.connect(self._turn)
        self.kinds.fill([Entry(kind.table, words_of(kind), kind.icon) for kind in KINDS])

    def _add_tools(self) -> None:
        bar = self.add_toolbar(
            [
                Tool("add", self.tr("新增"), self._add),
                Tool("done", self.tr("标为已提供"), self.mark_provided, "", "Ctrl+Return"),
                self.evidence_tool(),
                None,
                Tool("paste", self.tr("粘贴"), self._paste),
                Tool("delete", self.tr("删除行"), self._delete),
            ],
            filter_hint=self.tr("筛选"),
        )
        assert self.filter_field is not None
        self.attach_grid(self._filtered_grid)
        field = next(one for one in bar.actions() if bar.widgetForAction(one) is self.filter_field)
        self.chips: dict[str, QPushButton] = {}
        chips = QWidget(bar)
        row = QHBoxLayout(chips)
        row.setContentsMargins(0, 0, self.context.look.px(8), 0)
        row.setSpacing(self.context.look.px(6))
        for state in ("未提供", "部分提供"):
            chip = QPushButton(chips)
            chip.setProperty("small", True)
            chip.setCheckable(True)
            chip.clicked.connect(lambda checked, state=state: self._filter_state(state if checked else ""))
            self.chips[state] = chip
            row.addWidget(chip)
        self._chips_action = bar.insertWidget(field, chips)

    # What is shown

    def refresh(self, change: Change | None) -> None:
        """Problems per kind, and how many papers are missing."""
        problems = [each for each in self.context.problems if not each.settled]
        for kind in KINDS:
            count = sum(each.place.table in (kind.table, kind.inner) for each in problems)
            self.kinds.set_note(kind.table, str(count) if count else "")
        found = [row["state"] for row in self.context.records.live("request")]
        for state, chip in self.chips.items():
            count = found.count(state)
            chip.setText(f"{worded(state)} {count}")
            chip.setEnabled(bool(count))
        self.status.emit(*self.status_words())

    def _turn(self, table: str) -> None:
        if table in FORMS:
            self.middle.setCurrentWidget(self._form(table))
        else:
            page = self.page(table)
            self.middle.setCurrentWidget(page.body)
            self.right.setCurrentWidget(page.panel)
        self.right.setVisible(
            table not in FORMS and (self.panel_action is None or self.panel_action.isChecked())
        )
        self._chips_action.setVisible(table == "request")
        if self.filter_field is not None:
            self.filter_field.apply()
        self.status.emit(*self.status_words())

    def page(self, table: str) -> PaperPage:
        """The page of a kind, made on first use."""
        if table not in self._pages:
            kind = next(each for each in KINDS if each.table == table)
            page = PaperPage(self.context, kind)
            self._pages[table] = page
            self.middle.addWidget(page.body)
            self.right.addWidget(page.panel)
            for grid in (page.grid, page.inner):
                if grid is not None:
                    grid.selectionSummary.connect(lambda text: self.status.emit(self._hint(), text))
        return self._pages[table]

    def _form(self, table: str) -> QWidget:
        if table not in self._forms:
            made: QWidget
            if table == "project":
                self.project_form = Form(self.context, table, label_width=110)
                self.project_form.show_row(self.context.records.project["id"])
                made = scrolled(column_of(self.context.look, 16, self.project_form))
            else:
                made = scrolled(settings_page(self.context))
            self._forms[table] = made
            self.middle.addWidget(made)
        return self._forms[table]

    def _hint(self) -> str:
        if self.kinds.key == "request":
            return self.tr("Ctrl+Enter 标为已提供　F2 编辑　Ctrl+D 向下填充")
        if self.kinds.key in FORMS:
            return self.tr("离开一格即存盘")
        return self.tr("F2 编辑　Ctrl+D 向下填充　Ctrl+V 粘贴 Excel 的一块")

    def status_words(self) -> tuple[str, str]:
        """Keys of the page, and how many rows there are."""
        if not self._is_built:
            return "", ""
        table = self.kinds.key
        if table in FORMS or not table:
            return self._hint(), ""
        count = len(self.context.records.live(table))
        return self._hint(), self.tr("{0}　共 {1} 项").format(worded_table(SCHEMA[table].label), count)

    def _filtered_grid(self) -> Grid | None:
        """The grid that the filter field is for: where rows hang under others, the one of those."""
        page = self._pages.get(self.kinds.key)
        if page is None:
            return None
        return page.inner if page.inner is not None else page.grid

    def _filter_state(self, state: str) -> None:
        assert self.filter_field is not None
        self.filter_field.setText(state)
        for word, chip in self.chips.items():
            chip.setChecked(word == state)

    def show_row(self, table: str, row_id: str, field: str = "") -> None:
        """Turn to the table's page and go to the row."""
        self.ensure_built()
        kind = next(each for each in KINDS if table in (each.table, each.inner))
        self.kinds.choose(kind.table)
        if kind.table in FORMS:
            editor = self.project_form.editors.get(field) if kind.table == "project" else None
            if editor is not None:
                editor.setFocus()
            return
        page = self.page(kind.table)
        if not page.show_row(table, row_id, field, self.context.records) and self.filter_field is not None:
            self.filter_field.show_all()
            page.show_row(table, row_id, field, self.context.records)
        (page.inner if page.inner is not None and table == kind.inner else page.grid).view.setFocus()

    # What the buttons do

    def _current_page(self) -> PaperPage | None:
        return self._pages.get(self.kinds.key)

    def _add(self) -> None:
        page = self._current_page()
        if page is not None and not page.grid.model.read_only:
            grid = page.inner if page.inner is not None and page.inner.view.hasFocus() else page.grid
            grid.insert_row()

    def mark_provided(self) -> None:
        """Mark the selected papers as provided, received today where no day is known."""
        page = self._pages.get("request")
        if page is None or self.kinds.key != "request" or page.grid.model.read_only:
            return
        ids = page.grid.selected_row_ids()
        rows = [row for row in (self.context.records.get("request", one) for one in ids) if row]
        if not rows:
            return
        label = self.tr("标为已提供（{0} 项）").format(len(rows))
        with self.context.edit(label) as edit:
            for row in rows:
                received = row["received_on"] or date.today().isoformat()
                edit.update("request", row["id"], {"state": "已提供", "received_on": received})
        self.context.toast(label, self.tr("撤销"), self.context.workspace.undo)

    def row_shown(self) -> Pair | None:
        """The row in the form, where the form shows its evidence."""
        page = self._current_page()
        panel = page.panel if page is not None else None
        return panel.evidence.place if isinstance(panel, BackedForm) else None

    def _paste(self) -> None:
        page = self._current_page()
        if page is not None:
            (page.inner if page.inner is not None and page.inner.view.hasFocus() else page.grid).paste()

    def _delete(self) -> None:
        page = self._current_page()
        if page is not None:
            grid = page.inner if page.inner is not None and page.inner.view.hasFocus() else page.grid
            grid.delete_rows()
