"""Where one is: the cell or form field that has the focus, as table, row and field."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.schema import SCHEMA
from models.sources import Pair
from ui.form import Form
from ui.grid.grid import Grid
from ui.panels.tree import IndicatorTree

Place = tuple[str, str, str]


def current_place(widget: QWidget | None) -> Place | None:
    """The place that a widget or what it stands in shows; None where there is no row."""
    at = widget
    while at is not None:
        if isinstance(at, Grid):
            return _of_grid(at)
        if isinstance(at, Form):
            return _of_form(at, widget)
        if isinstance(at, IndicatorTree):
            node = at.current()
            return ("indicator", node.id, at.current_field()) if node is not None else None
        at = at.parentWidget()
    return None


def row_to_back(widget: QWidget | None) -> Pair | None:
    """The row there that evidence can be put to: any that people write, but evidence itself."""
    place = current_place(widget)
    if place is None or place[0] == "evidence" or not SCHEMA[place[0]].recorded:
        return None
    return place[:2]


def _of_grid(grid: Grid) -> Place | None:
    row_id, column = grid.current_row_id(), grid.view.currentIndex().column()
    if not row_id:
        return None
    name = grid.model.columns[column].name if column >= 0 else ""
    table = grid.model.table
    return table.name, row_id, name if table.has(name) else ""


def _of_form(form: Form, widget: QWidget | None) -> Place | None:
    inside = (name for name, editor in form.editors.items() if editor is widget or _holds(editor, widget))
    return (form.table.name, form.row_id, next(inside, "")) if form.row_id else None


def _holds(editor: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and editor.isAncestorOf(widget)
