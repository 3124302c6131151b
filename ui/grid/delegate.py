"""What the grid lets one type with: the editor of a cell."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QSize
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from ui.grid.editing import EditingDelegate
from ui.grid.model import GridModel, Index
from ui.look import Look


class GridDelegate(EditingDelegate):
    """Lets editors into the cells of a GridModel; what was typed goes to `commit`.

    The cells themselves are painted by the page painter.
    """

    def __init__(
        self, model: GridModel, look: Look, commit: Callable[[QModelIndex, str], str | None]
    ) -> None:
        super().__init__(look, commit, model)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One row's height, whatever is in it."""
        return QSize(self._model.columns[index.column()].width, self._look.row_height)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor of the field's kind."""
        field = self._model.fields[index.column()]
        assert field is not None
        row = self._model.lines[index.row()].row or self._model.defaults()
        return self.open_editor(field, self._model.context.records, row, parent, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What stands in the cell, as one would type it; only when the editor opens."""
        self.fill(editor, self._model.edit_text(index))
