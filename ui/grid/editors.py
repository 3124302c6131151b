"""The editors of cells and form fields, one per kind: each gives back the text as typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from models.fields import NUMERIC, Field, Kind, Row
from models.records import Records
from models.schema import SCHEMA
from ui.grid.choices import ChoiceBox, Items
from ui.words import worded

Editor = QLineEdit | ChoiceBox | QPlainTextEdit


def make_editor(field: Field, records: Records, row: Row, parent: QWidget) -> Editor:
    """An editor for the field, empty; `row` narrows the rows that a ref may name."""
    if field.kind in (Kind.CHOICE, Kind.BOOL):
        words = (
            ("是", "否") if field.kind is Kind.BOOL else tuple(field.words.get(w, w) for w in field.choices)
        )
        editor: Editor = ChoiceBox(Items(words), parent)
        editor.setProperty("closed", True)
    elif field.kind is Kind.REF:
        rows = candidates(field, records, row)
        items = Items((), rows, lambda one: records.title_of(field.table, one))
        editor = ChoiceBox(items, parent)
    elif field.kind is Kind.LONGTEXT:
        editor = QPlainTextEdit(parent)
        editor.setTabChangesFocus(True)
    else:
        editor = QLineEdit(parent)
        if field.kind in NUMERIC:
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
    editor.setAccessibleName(worded(field.label))
    editor.setAccessibleDescription(worded(field.help))
    return editor


def candidates(field: Field, records: Records, row: Row) -> list[Row]:
    """The rows that a ref may name: live ones that share the owners which both rows have.

    So a payment offers the terms of its own contract, and a contract the groups of its own fund.
    """
    shared = [one.name for one in SCHEMA[field.table].refs if one.owner and row.get(one.name)]
    found = [one for one in records.live(field.table) if all(one[name] == row[name] for name in shared)]
    return [one for one in found if one["id"] != row.get("id")]


def put_text(editor: Editor, text: str) -> None:
    """Show the text, all of it selected so that typing replaces it."""
    if isinstance(editor, ChoiceBox):
        editor.put(text)
    elif isinstance(editor, QPlainTextEdit):
        editor.setPlainText(text)
        editor.selectAll()
    else:
        editor.setText(text)
        editor.selectAll()


def line_of(editor: Editor) -> QLineEdit | None:
    """The line in which one types, None for long texts."""
    if isinstance(editor, ChoiceBox):
        return editor.lineEdit()
    return editor if isinstance(editor, QLineEdit) else None


def put_cursor_last(editor: Editor) -> None:
    """The caret behind the text, nothing selected: what stands there is corrected, not replaced."""
    line = line_of(editor)
    if line is not None:
        line.end(False)
    elif isinstance(editor, QPlainTextEdit):
        editor.moveCursor(QTextCursor.MoveOperation.End)


def text_of(editor: Editor) -> str:
    """What is typed; for a chosen row of a ref its id, so that two of one name are told apart."""
    if isinstance(editor, ChoiceBox):
        return editor.chosen(is_closed=bool(editor.property("closed")))
    return editor.toPlainText() if isinstance(editor, QPlainTextEdit) else editor.text()
