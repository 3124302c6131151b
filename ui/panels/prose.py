"""One long text of a row, as wide as its panel; kept when it is left."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from models.schema import SCHEMA
from services.workspace import Change
from ui.context import Context
from ui.printed_text import PrintedText
from ui.words import worded


class ProseField(QWidget):
    """Edits one longtext field; what cannot be taken gets a sentence below, the old value stays."""

    def __init__(
        self, context: Context, table: str, field: str, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._table, self._field = context, table, field
        self._row_id, self._shown = "", ""
        self.editor = QPlainTextEdit(self)
        self.editor.setTabChangesFocus(True)
        self.editor.setPlaceholderText(hint)
        self.editor.setAccessibleName(worded(SCHEMA[table].field(field).label))
        self.editor.setFixedHeight(context.look.px(72))
        self.editor.installEventFilter(self)
        self.printed = PrintedText(context, self.editor)
        self._note = QLabel(self)
        self._note.setProperty("role", "error")
        self._note.setWordWrap(True)
        self._note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.editor)
        column.addWidget(self._note)
        context.committed.connect(self._follow)
        self.show_row("")

    def show_row(self, row_id: str) -> None:
        """Show that row's text; an empty field that takes nothing for none."""
        if row_id != self._row_id:
            self.commit()
        self._row_id = row_id
        row = self._context.records.get(self._table, row_id)
        self.editor.setEnabled(row is not None and not self._context.workspace.project.read_only)
        self._put(str(row[self._field] or "") if row is not None else "")

    def _put(self, text: str) -> None:
        if self.editor.toPlainText() != text:
            self.editor.setPlainText(text)
        self._shown = text
        self._say("")

    def _say(self, sentence: str) -> None:
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))

    def _follow(self, change: Change) -> None:
        if not self._row_id or not change.touches(self._table):
            return
        row = self._context.records.get(self._table, self._row_id)
        text = str(row[self._field] or "") if row is not None else ""
        if text != self._shown:
            self._put(text)

    def commit(self) -> bool:
        """Keep what is typed; False when it cannot be taken."""
        text = self.editor.toPlainText()
        if not self._row_id or text == self._shown:
            return True
        self._shown = text
        sentence = self._context.typed(self._table, self._row_id, self._field, text)
        self._say(sentence or "")
        return sentence is None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving keeps the text, Ctrl+Enter too; Esc brings the old one back."""
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        if event.type() == QEvent.Type.KeyPress:
            pressed = cast(QKeyEvent, event)
            if pressed.key() == Qt.Key.Key_Escape:
                self.editor.setPlainText(self._shown)
                return True
            with_control = pressed.modifiers() & Qt.KeyboardModifier.ControlModifier
            if pressed.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and with_control:
                self.commit()
                return True
        return False
