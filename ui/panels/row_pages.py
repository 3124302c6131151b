"""A grid of one table with the chosen row's form under it: for tables without a screen of their own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSplitter, QVBoxLayout, QWidget

from services.workspace import Change
from ui.context import Context
from ui.form import Form
from ui.grid.grid import Grid
from ui.panels.detail import column_of, rule, scrolled
from ui.words import worded_table


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
        self.title.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(rule(self))
        column.addWidget(scrolled(column_of(look, 10, self.form, *below)), 1)
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
        self.setSizes(list(shares))
        self.setStretchFactor(0, 1)
        show = getattr(detail, "show_row")  # noqa: B009
        grid.rowSelected.connect(show)
