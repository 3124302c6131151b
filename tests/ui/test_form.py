"""The form: a field is kept when it is left, and what cannot be taken gets a sentence below it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from models.schema import TABLES
from ui.context import Context
from ui.form import Form


@pytest.fixture
def form(context: Context, qtbot: QtBot) -> Form:
    made = Form(context, "contract")
    qtbot.addWidget(made)
    made.show_row(context.records.live("contract")[1]["id"])
    with qtbot.waitExposed(made):
        made.show()
    return made


def line(form: Form, name: str) -> QLineEdit:
    editor = form.editors[name]
    assert isinstance(editor, QLineEdit)
    return editor


def test_a_field_is_kept_when_it_is_left(form: Form, context: Context) -> None:
    line(form, "number").setFocus()
    line(form, "number").setText("合-2018-07")
    line(form, "name").setFocus()
    assert context.records.get("contract", form.row_id)["number"] == "合-2018-07"  # type: ignore[index]
    context.workspace.undo()
    assert line(form, "number").text() == ""


def test_nonsense_gets_a_sentence_and_the_old_value_stays(form: Form, context: Context) -> None:
    before = context.records.get("contract", form.row_id)
    line(form, "amount").setFocus()
    line(form, "amount").setText("三十九万七")
    QTest.keyClick(line(form, "amount"), Qt.Key.Key_Return)
    assert "不是金额" in form.note_text("amount")
    assert context.records.get("contract", form.row_id) == before
    QTest.keyClick(line(form, "amount"), Qt.Key.Key_Escape)
    assert line(form, "amount").text() == "39.70" and form.note_text("amount") == ""


def test_a_ref_shows_the_row_it_names_and_takes_another(form: Form, context: Context) -> None:
    parent = form.editors["parent"]
    assert isinstance(parent, QComboBox)
    assert "2017" in parent.currentText()
    other = context.records.live("contract")[4]
    parent.setCurrentIndex(parent.findData(other["id"]))
    assert form.commit("parent")
    assert context.records.get("contract", form.row_id)["parent"] == other["id"]  # type: ignore[index]


@pytest.mark.qt_log_ignore("propagateSizeHints", "does not support")
@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [("amount", "=12*3", "36.00"), ("signed_on", "2018.5.9", "2018-05-09"), ("procurement", "xj", "询价")],
)
def test_after_enter_what_is_kept_stands_there_and_undo_is_the_project_s(
    form: Form, context: Context, name: str, typed: str, kept: str
) -> None:
    editor = form.editors[name]
    field = editor.lineEdit() if isinstance(editor, QComboBox) else editor
    assert isinstance(field, QLineEdit)
    before = field.text()
    editor.setFocus()
    field.selectAll()
    QTest.keyClicks(field, typed)
    popup = editor.completer().popup() if isinstance(editor, QComboBox) else None
    QTest.keyClick(popup if popup is not None and popup.isVisible() else editor, Qt.Key.Key_Return)
    assert field.text() == kept and not field.isUndoAvailable()
    context.workspace.undo()
    assert field.text() == before


def test_the_form_follows_edits_made_elsewhere(form: Form, context: Context) -> None:
    with context.edit("改名") as edit:
        edit.update("contract", form.row_id, {"name": "改过的名称"})
    assert line(form, "name").text() == "改过的名称"


def test_without_a_row_nothing_can_be_typed(form: Form, context: Context) -> None:
    form.show_row(None)
    assert not any(editor.isEnabled() for editor in form.editors.values())
    assert len(context.workspace.project.history()) == 1


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_declared_table_has_its_form(table, context: Context, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    made = Form(context, table.name)
    qtbot.addWidget(made)
    rows = context.records.live(table.name)
    made.show_row(rows[0]["id"] if rows else None)
    for field in table.fields:
        editor = made.editors[field.name]
        assert editor.accessibleName() == field.label
        assert isinstance(editor, QPlainTextEdit) == (field.kind.value == "longtext")


def test_a_text_with_fields_says_on_hover_what_is_printed(
    context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Form(context, "finding")
    qtbot.addWidget(made)
    finding = next(row for row in context.records.live("finding") if "{预算执行率}" in row["fact"])
    made.show_row(finding["id"])
    editor = made.editors["fact"]
    assert isinstance(editor, QPlainTextEdit) and "{预算执行率}" in editor.toPlainText()
    told: list[str] = []
    monkeypatch.setattr("ui.form.QToolTip.showText", lambda place, words, widget: told.append(words))
    place = QPoint(5, 5)
    QApplication.sendEvent(editor, QHelpEvent(QEvent.Type.ToolTip, place, editor.mapToGlobal(place)))
    assert told[0].startswith("印出：") and "预算执行率88.33%" in told[0]
