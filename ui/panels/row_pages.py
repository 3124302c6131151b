"""A grid of one table with the chosen row's form under it: for tables without a screen of their own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QFrame, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from models.schema import SCHEMA
from services.workspace import Change
from ui.context import Context
from ui.form import Form
from ui.grid.grid import Grid
from ui.messages import EmptyState
from ui.panels.detail import column_of, rule, scrolled
from ui.words import worded_table

LEAST = 130
"""The least height of the grid over a form: its titles and three rows."""
_N = QT_TRANSLATE_NOOP
EMPTY = {
    "verdict": ("check", _N("OrEmpty", "在左边把校核结果标为已解释或误报，结论列在这里")),
    "attachment": ("evidence", _N("OrEmpty", "附佐证时选择的文件存在项目里，列在这里")),
    "evidence_link": ("link", _N("OrEmpty", "给任何一行附上佐证，关联列在这里")),
}
"""Icon and sentence of the tables whose rows are not typed into the grid."""


class OrEmpty(QStackedWidget):
    """The details of a table's rows, or what stands there while the table has none."""

    def __init__(self, context: Context, table: str, details: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._table = context, table
        title = self.tr("还没有{0}").format(worded_table(SCHEMA[table].label))
        icon, sentence = EMPTY.get(table, ("new", _N("OrEmpty", "在表格末行输入，或从 Excel 粘贴")))
        self.empty = EmptyState(context.look, icon, title, self.tr(sentence), parent=self)
        self.addWidget(details)
        self.addWidget(self.empty)
        context.committed.connect(self._follow)
        self._follow(None)

    def _follow(self, _change: Change | None) -> None:
        self.setCurrentIndex(0 if self._context.records.live(self._table) else 1)


class RowForm(QFrame):
    """A row's title over its form; whatever else belongs to the row stands below."""

    def __init__(
        self,
        context: Context,
        table: str,
        fields: Sequence[str] = (),
        *,
        below: Sequence[QWidget | int] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "surface")
        self._context, self._table = context, table
        look = context.look
        self.form = Form(context, table, fields)
        self.title = QLabel(self)
        self.title.setProperty("role", "title")
        self.title.setWordWrap(True)
        head = QVBoxLayout()
        head.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(8))
        head.addWidget(self.title)
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(rule(self))
        column.addWidget(scrolled(column_of(look, 10, self.form, *below)), 1)
        self.sides = OrEmpty(context, table, content, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.sides)
        context.committed.connect(self._follow_row)
        self._write()

    def show_row(self, row_id: str) -> None:
        """Show that row."""
        self.form.show_row(row_id)
        self._write()

    def _follow_row(self, _change: Change) -> None:
        self._write()

    def _write(self) -> None:
        title = self._context.records.title(self._table, self.form.row_id)
        self.title.setText(title or self.tr("没有选中{0}").format(worded_table(self.form.table.label)))


class GridOverForm(QSplitter):
    """The grid above, the chosen row's form below."""

    def __init__(
        self, grid: Grid, detail: QWidget, shares: tuple[int, int], parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.grid, self.detail = grid, detail
        self.setChildrenCollapsible(False)
        self.addWidget(grid)
        self.addWidget(detail)
        grid.setMinimumHeight(grid.context.look.px(LEAST))
        self.setSizes(list(shares))
        self.setStretchFactor(0, 1)
        show = getattr(detail, "show_row")  # noqa: B009
        grid.rowSelected.connect(show)
