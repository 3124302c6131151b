"""A tab made of nothing but the declarations: a list of tables, the chosen one's grid, and its row's form."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QListWidget, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout

from models.fields import Kind
from models.schema import SCHEMA
from ui.context import Context
from ui.form import Form
from ui.grid.columns import Column
from ui.grid.grid import Grid
from ui.tab import Tab


class PlainTab(Tab):
    """Serves tables that have no screen of their own."""

    def __init__(self, context: Context, key: str, title: str, tables: tuple[str, ...]) -> None:
        self.key, self.tables, self._title = key, tables, title
        super().__init__(context)

    @property
    def title(self) -> str:
        """The words on the tab."""
        return self._title

    def build(self) -> None:
        """A list, a stack of grids, a stack of forms."""
        self._list = QListWidget(self)
        self._list.setProperty("side", True)
        self._list.setAccessibleName(self.tr("数据表"))
        self._grids, self._forms = QStackedWidget(self), QStackedWidget(self)
        self._made: dict[str, tuple[Grid, Form]] = {}
        for name in self.tables:
            self._list.addItem(SCHEMA[name].label)
            self._add_table(name)
        self._list.currentRowChanged.connect(self._turn)
        inner = QSplitter(Qt.Orientation.Horizontal, self)
        inner.addWidget(self._list)
        inner.addWidget(self._grids)
        inner.setSizes([146, 780])
        self.add_toolbar([])
        self.add_panes(inner, self._forms, (926, 436))
        self._list.setCurrentRow(0)

    def _add_table(self, name: str) -> None:
        table = SCHEMA[name]
        columns = [
            Column(field.name, stretch=at == 0, width=100)
            for at, field in enumerate(table.fields)
            if field.kind is not Kind.LONGTEXT
        ]
        grid = Grid(self.context, name, columns, entry_hint=self.tr("新增{0}").format(table.label))
        form = Form(self.context, name)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        body = QFrame(area)
        body.setProperty("kind", "surface")
        column = QVBoxLayout(body)
        column.setContentsMargins(*[self.context.look.px(16)] * 4)
        column.addWidget(form)
        column.addStretch(1)
        area.setWidget(body)
        grid.rowSelected.connect(form.show_row)
        grid.selectionSummary.connect(lambda text: self.status.emit(self._keys(), text))
        self._grids.addWidget(grid)
        self._forms.addWidget(area)
        self._made[name] = (grid, form)

    def _turn(self, at: int) -> None:
        self._grids.setCurrentIndex(at)
        self._forms.setCurrentIndex(at)

    def _keys(self) -> str:
        return self.tr("F2 编辑　Ctrl+D 向下填充　Alt+Enter 详情")

    def status_words(self) -> tuple[str, str]:
        """The keys of a grid."""
        return self._keys(), ""

    def show_row(self, table: str, row_id: str, field: str = "") -> None:
        """Turn to the table and select the row."""
        self._list.setCurrentRow(self.tables.index(table))
        self._made[table][0].select(row_id, field)
