"""The editors of cells and form fields, one per kind: each gives back the text as typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QPlainTextEdit, QWidget

from models.fields import NUMERIC, Field, Kind, Row
from models.records import Records
from models.schema import SCHEMA

Editor = QLineEdit | QComboBox | QPlainTextEdit


def make_editor(field: Field, records: Records, row: Row, parent: QWidget) -> Editor:
    """An editor for the field, empty; `row` narrows the rows that a ref may name."""
    if field.kind in (Kind.CHOICE, Kind.BOOL):
        words = (
            ("是", "否") if field.kind is Kind.BOOL else tuple(field.words.get(w, w) for w in field.choices)
        )
        editor: Editor = _combo([("", ""), *((word, word) for word in words)], parent)
    elif field.kind is Kind.REF:
        rows = candidates(field, records, row)
        named = [(records.title_of(field.table, one), one["id"]) for one in rows]
        editor = _combo([("", ""), *named], parent)
    elif field.kind is Kind.LONGTEXT:
        editor = QPlainTextEdit(parent)
        editor.setTabChangesFocus(True)
    else:
        editor = QLineEdit(parent)
        if field.kind in NUMERIC:
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
    editor.setAccessibleName(field.label)
    editor.setAccessibleDescription(field.help)
    return editor


def candidates(field: Field, records: Records, row: Row) -> list[Row]:
    """The rows that a ref may name: live ones that share the owners which both rows have.

    So a payment offers the terms of its own contract, and a contract the groups of its own fund.
    """
    shared = [one.name for one in SCHEMA[field.table].refs if one.owner and row.get(one.name)]
    found = [one for one in records.live(field.table) if all(one[name] == row[name] for name in shared)]
    return [one for one in found if one["id"] != row.get("id")]


def _combo(items: list[tuple[str, str]], parent: QWidget) -> QComboBox:
    combo = QComboBox(parent)
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    combo.setMaxVisibleItems(14)
    for text, key in items:
        combo.addItem(text, key)
    completer = combo.completer() or QCompleter(combo.model(), combo)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    combo.setCompleter(completer)
    return combo


def put_text(editor: Editor, text: str) -> None:
    """Show the text, all of it selected so that typing replaces it."""
    if isinstance(editor, QPlainTextEdit):
        editor.setPlainText(text)
        editor.selectAll()
        return
    if isinstance(editor, QComboBox):
        at = editor.findText(text) if text else 0
        editor.setCurrentIndex(at)
        editor.setEditText(text)
        line = editor.lineEdit()
        assert line is not None
        line.selectAll()
        return
    editor.setText(text)
    editor.selectAll()


def text_of(editor: Editor) -> str:
    """What is typed; for a chosen row of a ref its id, so that two of one name are told apart."""
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    if isinstance(editor, QComboBox):
        typed = editor.currentText()
        at = editor.currentIndex()
        if at >= 0 and editor.itemText(at) == typed:
            return str(editor.itemData(at) or typed)
        return typed
    return editor.text()
