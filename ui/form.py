"""One form for every declared table: labels at the left, one editor per field, each kept when it is left."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QToolTip, QWidget

from models.fields import Field, Kind, Row
from models.report.live.places import PROSE
from models.report.material import Material
from models.schema import SCHEMA
from services.workspace import Change
from ui.context import Context
from ui.grid.editors import Editor, make_editor, put_text, text_of
from ui.grid.typed import typed_form
from ui.printed_text import PrintedText
from ui.words import worded

LEAST_LINES, MOST_LINES = 2, 8


class Form(QWidget):
    """Shows and edits one row. What cannot be taken gets a sentence under its field; the old value stays."""

    refused = Signal(str, str)

    def __init__(
        self,
        context: Context,
        table: str,
        fields: Sequence[str] = (),
        *,
        label_width: int = 76,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.context, self.table = context, SCHEMA[table]
        names = fields or tuple(field.name for field in self.table.fields)
        self.fields: tuple[Field, ...] = tuple(self.table.field(name) for name in names)
        self.row_id = ""
        self.editors: dict[str, Editor] = {}
        self._notes: dict[str, QLabel] = {}
        self._labels: dict[str, QLabel] = {}
        self._hidden: frozenset[str] = frozenset()
        self._shown: dict[str, str] = {}
        self._grid = QGridLayout(self)
        look = context.look
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(10))
        self._grid.setVerticalSpacing(look.px(6))
        self._grid.setColumnMinimumWidth(0, look.px(label_width))
        self._grid.setColumnStretch(1, 1)
        for at, field in enumerate(self.fields):
            self._add_label(at, field)
        self._build_editors({})
        self.show_row("")
        context.committed.connect(self._follow)

    def _add_label(self, at: int, field: Field) -> None:
        label = QLabel(worded(field.label), self)
        label.setProperty("role", "note")
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        label.setContentsMargins(0, self.context.look.px(4), 0, 0)
        label.setWordWrap(True)
        label.setToolTip(worded(field.help))
        self._grid.addWidget(label, at * 2, 0)
        self._labels[field.name] = label
        note = QLabel(self)
        note.setProperty("role", "error")
        note.setWordWrap(True)
        note.setTextFormat(Qt.TextFormat.PlainText)
        note.hide()
        self._grid.addWidget(note, at * 2 + 1, 1)
        self._notes[field.name] = note

    def _build_editors(self, row: Row) -> None:
        for at, field in enumerate(self.fields):
            old = self.editors.pop(field.name, None)
            if old is not None:
                if field.kind is not Kind.REF:
                    self.editors[field.name] = old
                    continue
                old.removeEventFilter(self)
                old.hide()
                old.deleteLater()
            self._add_editor(at, field, row)
        for before, after in zip(self.fields, self.fields[1:], strict=False):
            QWidget.setTabOrder(self.editors[before.name], self.editors[after.name])

    def _add_editor(self, at: int, field: Field, row: Row) -> None:
        editor = make_editor(field, self.context.records, row, self)
        editor.setObjectName(field.name)
        if isinstance(editor, QPlainTextEdit):
            layout = editor.document().documentLayout()
            layout.documentSizeChanged.connect(lambda size, editor=editor: self._fit(editor, size.height()))
            self._fit(editor, 1)
            if field.name in PROSE.get(self.table.name, ()):
                PrintedText(self.context, editor)
        elif isinstance(editor, QLineEdit):
            editor.setAlignment(Qt.AlignmentFlag.AlignLeft)
        if isinstance(editor, QComboBox):
            editor.activated.connect(lambda _index, name=field.name: self.commit(name))
            editor.setMinimumContentsLength(6)
            if (line := editor.lineEdit()) is not None:
                line.setAccessibleName(worded(field.label))
            editor.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        editor.installEventFilter(self)
        self.editors[field.name] = editor
        self._grid.addWidget(editor, at * 2, 1)
        if field.name in self._hidden:
            editor.hide()

    def show_fields(self, names: Collection[str]) -> None:
        """Show only these fields of the form; the others stay as they are, out of sight."""
        self._hidden = frozenset(field.name for field in self.fields if field.name not in names)
        for name, editor in self.editors.items():
            for part in (editor, self._labels[name]):
                part.setVisible(name not in self._hidden)
            self._notes[name].setVisible(name not in self._hidden and bool(self._notes[name].text()))
        self.setVisible(len(self._hidden) < len(self.fields))

    def _fit(self, editor: QPlainTextEdit, lines: float) -> None:
        """As high as the text, within bounds; a plain text's layout counts its height in lines."""
        shown = min(max(round(lines), LEAST_LINES), MOST_LINES)
        editor.setFixedHeight(shown * editor.fontMetrics().lineSpacing() + self.context.look.px(20))

    # What is shown

    def show_row(self, row_id: str | None) -> None:
        """Show a row of the table; an empty form that takes nothing when there is none."""
        self.row_id = row_id or ""
        row = self.context.records.get(self.table.name, self.row_id)
        if any(field.kind is Kind.REF for field in self.fields):
            self._build_editors(row or {})
        self._fill(row)

    def _fill(self, row: Row | None) -> None:
        can_type = row is not None and not self.context.workspace.project.read_only
        for field in self.fields:
            editor = self.editors[field.name]
            editor.setEnabled(can_type)
            text = typed_form(field, row[field.name], self.context.records) if row is not None else ""
            shown = self._words(field, row, text)
            if not editor.hasFocus() or self._shown.get(field.name) == text_of(editor):
                put_text(editor, shown)
                if not editor.hasFocus():
                    _deselect(editor)
            self._shown[field.name] = text_of(editor)
            self._note(field.name, "")

    def _words(self, field: Field, row: Row | None, text: str) -> str:
        if field.kind is Kind.REF and row is not None and row[field.name]:
            return self.context.records.title(field.table, row[field.name])
        return text

    def _follow(self, change: Change) -> None:
        if self.row_id and (
            change.touches(self.table.name) or any(change.touches(f.table) for f in self.fields)
        ):
            row = self.context.records.get(self.table.name, self.row_id)
            if row is None:
                self.row_id = ""
            self._fill(row)

    def _note(self, name: str, sentence: str) -> None:
        note = self._notes[name]
        note.setText(sentence)
        note.setVisible(bool(sentence))

    def note_text(self, name: str) -> str:
        """The sentence under a field, empty when what stands there was taken."""
        return self._notes[name].text()

    # What one types

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving a field keeps it, Enter too (Ctrl+Enter in long texts); Esc brings the old value back."""
        name = watched.objectName()
        if event.type() == QEvent.Type.FocusOut and name in self.editors:
            editor = self.editors[name]
            popup = isinstance(editor, QComboBox) and editor.view().isVisible()
            if not popup:
                self.commit(name)
        if event.type() == QEvent.Type.KeyPress and name in self.editors:
            return self._pressed(name, cast(QKeyEvent, event))
        if event.type() == QEvent.Type.ContextMenu and name in self.editors and self.row_id:
            return self._offer_history(watched, cast(QContextMenuEvent, event))
        if event.type() == QEvent.Type.ToolTip and isinstance(watched, QPlainTextEdit):
            return self._show_printed(watched, cast(QHelpEvent, event))
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QComboBox) and not watched.hasFocus():
            event.ignore()
            return True
        return False

    def printed(self, text: str) -> str:
        """What the report prints for a text: the fields in it with their present values."""
        context = self.context
        return Material(context.records, context.evaluation, context.problems).said(text)

    def _show_printed(self, editor: QPlainTextEdit, event: QHelpEvent) -> bool:
        """A text with fields says on hover what will be printed."""
        text = editor.toPlainText()
        if "{" not in text:
            return False
        QToolTip.showText(event.globalPos(), self.tr("印出：{0}").format(self.printed(text)), editor)
        return True

    def _offer_history(self, editor: QObject, event: QContextMenuEvent) -> bool:
        """The editor's own menu, and who changed the field and when."""
        if not isinstance(editor, QLineEdit | QPlainTextEdit):
            return False
        menu = editor.createStandardContextMenu()
        menu.addSeparator()
        history = menu.addAction(self.tr("此格的修改历史"))
        if menu.exec(event.globalPos()) is history:
            self.context.show_history(self.table.name, self.row_id, editor.objectName())
        return True

    def _pressed(self, name: str, event: QKeyEvent) -> bool:
        editor = self.editors[name]
        if event.key() == Qt.Key.Key_Escape:
            put_text(editor, self._shown.get(name, ""))
            self._note(name, "")
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            in_prose = isinstance(editor, QPlainTextEdit)
            if not in_prose or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.commit(name)
                return True
        return False

    def commit(self, name: str) -> bool:
        """Keep what is typed in a field; False when it cannot be taken."""
        editor = self.editors[name]
        text = text_of(editor)
        if not self.row_id or text == self._shown.get(name):
            self._note(name, "")
            return True
        sentence = self.context.typed(self.table.name, self.row_id, name, text)
        self._note(name, sentence or "")
        if sentence is not None:
            self.refused.emit(name, sentence)
            return False
        self._settle(name)
        return True

    def _settle(self, name: str) -> None:
        """What is kept stands in the field, not what was typed for it; undo means the project's edits."""
        editor, row = self.editors[name], self.context.records.get(self.table.name, self.row_id)
        if isinstance(editor, QPlainTextEdit):
            editor.document().clearUndoRedoStacks()
        elif row is not None:
            field = self.table.field(name)
            put_text(editor, self._words(field, row, typed_form(field, row[name], self.context.records)))
            if not editor.hasFocus():
                _deselect(editor)
        self._shown[name] = text_of(editor)


def _deselect(editor: Editor) -> None:
    if isinstance(editor, QLineEdit):
        editor.deselect()
        editor.setCursorPosition(0)
    elif isinstance(editor, QComboBox):
        line = editor.lineEdit()
        if line is not None:
            line.deselect()
            line.setCursorPosition(0)
    else:
        cursor = editor.textCursor()
        cursor.movePosition(cursor.MoveOperation.Start)
        editor.setTextCursor(cursor)
