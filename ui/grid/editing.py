"""The hands of a cell editor: what Enter, Tab, Esc and leaving mean, and where the editor lies."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from models.fields import Field, Row
from models.records import Records
from ui.grid.choices import ChoiceBox
from ui.grid.editors import Editor, line_of, make_editor, put_cursor_last, put_text, text_of
from ui.look import Look
from ui.words import worded

Index = QModelIndex | QPersistentModelIndex
_Key, _Modifier = Qt.Key, Qt.KeyboardModifier
_ARROWS = {_Key.Key_Left: (-1, 0), _Key.Key_Right: (1, 0), _Key.Key_Up: (0, -1), _Key.Key_Down: (0, 1)}


class EditingDelegate(QStyledItemDelegate):
    """Lets editors into cells; what was typed goes to `commit`.

    `commit(index, text)` gives a sentence when the text cannot be taken; then the editor stays open and
    `refused` carries the sentence. `moved` says which way to go after a commit (columns, rows); `stepped`
    the same by an arrow; `spread` carries a text for all selected cells (Ctrl+Enter). `typed` says at every
    letter what stands in the editor.

    As in Excel an editor that was opened by typing lets the arrows leave the cell; in one that was opened to
    correct (F2, double click) they move the caret. F2 changes between the two.
    """

    refused = Signal(QModelIndex, str)
    accepted = Signal()
    moved = Signal(int, int)
    stepped = Signal(int, int)
    spread = Signal(QModelIndex, str)
    typed = Signal(QModelIndex, str)

    def __init__(self, look: Look, commit: Callable[[QModelIndex, str], str | None], parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._commit = look, commit
        self._open: dict[Editor, QPersistentModelIndex] = {}
        self._corrects = False

    def open_editor(self, field: Field, records: Records, row: Row, parent: QWidget, index: Index) -> Editor:
        """The editor of the field's kind, known as the one that is open."""
        editor = make_editor(field, records, row, parent)
        editor.setProperty("cell", True)
        editor.setAccessibleName(worded(field.label))
        self._open, self._corrects = {editor: QPersistentModelIndex(index)}, False
        line = line_of(editor)
        if line is not None:
            line.textEdited.connect(self._say_typed)
        if isinstance(editor, ChoiceBox):
            editor.picked.connect(lambda: self._finish(editor, stay=True))
        return editor

    def _say_typed(self, text: str) -> None:
        for index in self._open.values():
            self.typed.emit(QModelIndex(index), text)

    def correct(self) -> None:
        """The open editor is there to correct what stands in it: the caret goes to its end."""
        self._corrects = True
        for editor in self._open:
            put_cursor_last(editor)

    def begin_with(self, text: str) -> None:
        """Let the open editor begin with this text, as if it had been typed."""
        for editor in self._open:
            put_text(editor, text)
            put_cursor_last(editor)
            self._say_typed(text)

    @staticmethod
    def fill(editor: QWidget, text: str) -> None:
        """Put the cell's text in, once: only when the editor opens."""
        if editor.property("filled") is None:
            editor.setProperty("filled", True)
            put_text(cast(Editor, editor), text)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell itself; four rows for long text."""
        rect = QRect(option.rect)
        if isinstance(editor, QPlainTextEdit):
            rect.setHeight(rect.height() * 4)
            rect.setWidth(max(rect.width(), self._look.px(320)))
            rect.moveBottom(min(rect.bottom(), max(editor.parentWidget().height() - 1, rect.height())))
        editor.setGeometry(rect)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Nothing: `commit` is the only way in."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Tab and leaving take what was typed; Esc gives it up."""
        editor = cast(Editor, watched)
        if editor not in self._open:
            return False
        if event.type() == QEvent.Type.ShortcutOverride and _is_ours(cast(QKeyEvent, event)):
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            return self._pressed(editor, cast(QKeyEvent, event))
        if event.type() == QEvent.Type.FocusOut and not self._focus_stays_inside(
            editor, cast(QFocusEvent, event)
        ):
            self._finish(editor, stay=False)
            return False
        return False

    @staticmethod
    def _focus_stays_inside(editor: QWidget, event: QFocusEvent) -> bool:
        """Also in the list of a box, which is a window of its own."""
        if event.reason() in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            return True
        inside = QApplication.focusWidget()
        while inside is not None and inside is not editor:
            inside = inside.parentWidget()
        return inside is not None

    def _pressed(self, editor: Editor, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.accepted.emit()
            self._close(editor)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.AltModifier and isinstance(editor, QPlainTextEdit):
                editor.insertPlainText("\n")
                return True
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._spread(editor)
                return True
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if self._finish(editor, stay=True):
                self.moved.emit(0, -1 if back else 1)
            return True
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            if self._finish(editor, stay=True):
                self.moved.emit(-1 if key == Qt.Key.Key_Backtab else 1, 0)
            return True
        if key == _Key.Key_F2:
            self._corrects = not self._corrects
            return True
        step = _ARROWS.get(_Key(key))
        leaves = step is not None and not self._corrects and not isinstance(editor, QPlainTextEdit)
        if leaves and step is not None and not event.modifiers() & ~_Modifier.KeypadModifier:
            if self._finish(editor, stay=True):
                self.stepped.emit(*step)
            return True
        return False

    def _spread(self, editor: Editor) -> None:
        """Give what is typed to all selected cells; the editor closes without writing by itself."""
        index, text = QModelIndex(self._open[editor]), text_of(editor)
        self._close(editor)
        self.spread.emit(index, text)

    def _finish(self, editor: Editor, *, stay: bool) -> bool:
        index = QModelIndex(self._open[editor])
        sentence = self._commit(index, text_of(editor))
        if sentence is not None:
            self.refused.emit(index, sentence)
            if stay:
                return False
        else:
            self.accepted.emit()
        self._close(editor)
        return sentence is None

    def _close(self, editor: Editor) -> None:
        self._open.pop(editor, None)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


def _is_ours(event: QKeyEvent) -> bool:
    """Keys that an open editor takes before any menu or button does."""
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return (
        event.key() == Qt.Key.Key_Escape or is_enter and bool(event.modifiers() & _Modifier.ControlModifier)
    )
