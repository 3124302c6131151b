"""What a person does in a grid, for tests: open editors, choose blocks, put texts on the clipboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit

from ui.grid.grid import Grid

Key = Qt.Key
Modifier = Qt.KeyboardModifier
GridMaker = Callable[..., Grid]
CONTRACTS = ("name", "vendor", "amount", "procurement", "signed_on", "remark")
_MODIFIERS = {"Ctrl": Modifier.ControlModifier, "Shift": Modifier.ShiftModifier, "Alt": Modifier.AltModifier}


def editor_of(grid: Grid) -> QLineEdit | QComboBox | QPlainTextEdit:
    """The open editor; fails when there is none."""
    found = [each for each in grid.view.viewport().children() if each.property("cell") and each.isVisible()]
    assert len(found) == 1, "no editor is open"
    return found[0]  # type: ignore[return-value]


def is_editing(grid: Grid) -> bool:
    """Whether an editor is open."""
    return any(each.property("cell") and each.isVisible() for each in grid.view.viewport().children())


def line_edit(grid: Grid) -> QLineEdit:
    """The open editor of one line."""
    editor = editor_of(grid)
    assert isinstance(editor, QLineEdit)
    return editor


def type_into(grid: Grid, row_id: str, name: str, text: str, end: Key = Key.Key_Return) -> None:
    """Correct a cell: F2, the whole text, Enter or another key."""
    grid.select(row_id, name)
    QTest.keyClick(grid.view, Key.Key_F2)
    editor = editor_of(grid)
    if isinstance(editor, QComboBox):
        editor.setEditText(text)
    elif isinstance(editor, QPlainTextEdit):
        editor.setPlainText(text)
    else:
        editor.setText(text)
    QTest.keyClick(editor, end)


def block(grid: Grid, top: int, bottom: int, left: str, right: str) -> None:
    """Select lines of columns."""
    names = [column.name for column in grid.model.columns]
    one = grid.model.index(top, names.index(left))
    grid.view.setCurrentIndex(one)
    chosen = QItemSelection(one, grid.model.index(bottom, names.index(right)))
    grid.view.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def press(grid: Grid, keys: str) -> None:
    """Press keys as written: "Ctrl+Shift+Down Tab"; into the open editor, else the view."""
    for chord in keys.split():
        *held, key = chord.split("+")
        modifiers = Modifier.NoModifier
        for each in held:
            modifiers |= _MODIFIERS[each]
        target = editor_of(grid) if is_editing(grid) else grid.view
        QTest.keyClick(target, getattr(Key, f"Key_{key}"), modifiers)


def place(grid: Grid) -> tuple[int, str]:
    """The line and the field of the current cell."""
    index = grid.view.currentIndex()
    return index.row(), grid.model.columns[index.column()].name


def chosen(grid: Grid) -> set[tuple[int, str]]:
    """The selected cells."""
    indexes = grid.view.selectionModel().selectedIndexes()
    return {(index.row(), grid.model.columns[index.column()].name) for index in indexes}


def put_on_clipboard(text: str, html: str = "") -> None:
    """As another program leaves it there."""
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QApplication.clipboard().setMimeData(data)


def column(grid: Grid, name: str) -> list[str]:
    """The texts of a column, from the top, without headings and the entry row."""
    return [grid.cell(line.key, name) for line in grid.model.lines if line.kind == "row"]
