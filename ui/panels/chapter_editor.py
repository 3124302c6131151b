"""The editor of a chapter: words that are typed, numbers that follow the data, tables as one line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from models.report.live.syntax import Insert, Line, read
from ui.look import Look
from ui.panels.chapter_clipboard import copied, holds_words, pasted
from ui.panels.chapter_ink import ChapterInk
from ui.panels.data_proposals import DataProposals
from ui.panels.live_document import LiveDocument, moved_by
from ui.panels.live_formats import INSERT
from ui.panels.live_spans import Span, spans, style_of
from ui.panels.live_typing import LiveTyping
from ui.panels.live_words import LiveWords

_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)

T = TypeVar("T")


class ChapterEditor(QTextEdit):
    """Edits live text. `typed` rings after every edit, `caretMoved` when the caret stands elsewhere,
    `left` when the focus goes, `opened` for an insert on which somebody pressed Enter or clicked twice.
    """

    typed = Signal()
    caretMoved = Signal()
    left = Signal()
    opened = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._is_settling = False
        self._words: LiveWords | None = None
        self.is_composing = False
        self.is_changed = False
        self.live = LiveDocument(look, self)
        self.setDocument(self.live)
        self.typing = LiveTyping(self.live)
        self.proposals = DataProposals(look, self)
        self._ink = ChapterInk(look, self)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setProperty("page", True)
        self.setAccessibleName(self.tr("正文"))
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._settle)
        self.cursorPositionChanged.connect(self._moved)

    # What is shown

    def show_text(self, text: str, words: LiveWords, *, same: bool = False) -> None:
        """Show live text; with `same` it is another state of the text that is there, and the caret and the
        scroll stay where they are as far as they can.
        """
        caret, scrolled = self.textCursor(), self.verticalScrollBar().value()
        number, column = (caret.blockNumber(), caret.positionInBlock()) if same else (0, 0)
        self._words = words
        self._is_settling = True
        self.live.load(text, words)
        block = self.live.findBlockByNumber(min(number, self.live.blockCount() - 1))
        caret = QTextCursor(self.live)
        caret.setPosition(block.position() + min(column, block.length() - 1))
        self.setTextCursor(caret)
        self._is_settling = False
        self.is_changed = False
        self.verticalScrollBar().setValue(scrolled if same else 0)
        self._moved()

    def follow(self, words: LiveWords) -> None:
        """Show the numbers as they are now; words, caret, selection and scroll stay."""
        caret, scrolled = self.textCursor(), self.verticalScrollBar().value()
        self._words = words
        self._is_settling = True
        moves = self.live.follow(words)
        if moves:
            fresh = QTextCursor(self.live)
            fresh.setPosition(moved_by(moves, caret.anchor()))
            fresh.setPosition(moved_by(moves, caret.position()), QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(fresh)
            self.verticalScrollBar().setValue(scrolled)
        self._is_settling = False
        self._moved()

    def kept(self) -> None:
        """What is typed is in the project now, which takes it back from now on."""
        self.is_changed = False
        self.live.clearUndoRedoStacks()

    def restyle(self) -> None:
        """Take the look's colours and lengths."""
        text, was_changed = self.live.text, self.is_changed
        self.live.restyle()
        if self._words is not None:
            self.show_text(text, self._words, same=True)
        self.is_changed = was_changed

    @property
    def chip(self) -> Span | None:
        """The live field at the caret."""
        return self.live.span_at(self.textCursor().position(), beside=True)

    @property
    def insert(self) -> Insert | None:
        """The insert on whose line the caret stands."""
        found = next((span for span in spans(self.textCursor().block()) if span.insert), None)
        read_as = next(iter(read(found.insert)), None) if found is not None else None
        return read_as if isinstance(read_as, Insert) else None

    @property
    def section(self) -> int:
        """In which section of the second level the caret stands, from 0; -1 above the first."""
        number = self.textCursor().blockNumber()
        return sum(at <= number and mark[0] == "（" for at, mark in self.live.numbers.items()) - 1

    def show_section(self, number: int) -> None:
        """Put the caret to a heading of the second level, and it to the top; -1 is the beginning."""
        places = [at for at, mark in self.live.numbers.items() if mark[0] == "（"]
        block = self.live.findBlockByNumber(places[number] if 0 <= number < len(places) else 0)
        self.show_position(block.position())

    def show_position(self, position: int) -> None:
        """Put the caret there, and its paragraph to the top."""
        caret = QTextCursor(self.live)
        caret.setPosition(position)
        self.setTextCursor(caret)
        top = self.live.documentLayout().blockBoundingRect(caret.block()).top()
        self.verticalScrollBar().setValue(int(top) - self._look.px(14))

    # Edits

    def _settle(self) -> None:
        if self._is_settling or self.is_composing:
            return
        self._is_settling = True
        caret = self.textCursor()
        caret.setKeepPositionOnInsert(True)
        is_selection = caret.hasSelection()
        if self._words is not None and self.live.settle():
            caret.setKeepPositionOnInsert(False)
            if not is_selection:
                caret.setPosition(caret.position())
            self.setTextCursor(caret)
        self._is_settling = False
        self.is_changed = True
        self.typed.emit()
        self._moved()

    def _moved(self) -> None:
        if not self._is_settling:
            self.viewport().update()
            self.caretMoved.emit()

    def _carry_out(self, run: Callable[[QTextCursor], T], place: QTextCursor | None = None) -> T:
        """Do something with the caret; what follows from it is settled when all of it is done."""
        caret, before = place or self.textCursor(), self.live.revision()
        self._is_settling = True
        done = run(caret)
        self._is_settling = False
        if caret != self.textCursor():
            self.setTextCursor(caret)
        if self.live.revision() != before:
            self._settle()
        self.ensureCursorVisible()
        return done

    def type_text(self, text: str) -> None:
        """What a keyboard or an input method gives."""
        self._carry_out(lambda caret: self.typing.type(caret, text))
        self.proposals.typed(text)

    def put(self, lines: Sequence[Line | Insert], place: QTextCursor | None = None) -> None:
        """Put live text at the caret or another place, never into the middle of a number."""

        def insert(caret: QTextCursor) -> None:
            self.typing.leave_number(caret)
            self.live.insert_lines(caret, lines)

        self._carry_out(insert, place)

    def set_style(self, style: str) -> None:
        """Make the paragraph a heading, small print or plain."""
        self._carry_out(lambda caret: self.live.set_style(caret, style))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Proposals first; words, Enter and the keys that delete heed the numbers."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _PLAIN and self.proposals.press(
            event.key()
        ):
            return
        if event.key() in _RETURNS and self.insert is not None and not self.textCursor().hasSelection():
            self.opened.emit(self.insert)
        elif self.isReadOnly() or not self._edit(event):
            super().keyPressEvent(event)

    def _edit(self, event: QKeyEvent) -> bool:
        """Carry a key out; False for those that the text field itself carries out."""
        is_command = event.modifiers() & _COMMANDS
        if event.key() in _RETURNS and not is_command:
            self._carry_out(self.typing.enter)
        elif _is(event, Qt.Key.Key_Backspace):
            return self._carry_out(self.typing.back)
        elif _is(event, Qt.Key.Key_Delete):
            return self._carry_out(self.typing.forward)
        elif event.text() and event.text().isprintable() and not is_command:
            self.type_text(event.text())
        else:
            return False
        return True

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method commits is typed like keys; until then nothing is settled or proposed."""
        if self.isReadOnly():
            return
        words, start, length = event.commitString(), event.replacementStart(), event.replacementLength()
        if words or length:
            super().inputMethodEvent(QInputMethodEvent("", []))
            self.is_composing = False
            if length:
                caret = self.textCursor()
                caret.setPosition(caret.position() + start)
                caret.setPosition(caret.position() + length, QTextCursor.MoveMode.KeepAnchor)
                self.setTextCursor(caret)
            self.type_text(words)
        was_composing, self.is_composing = self.is_composing, bool(event.preeditString())
        super().inputMethodEvent(QInputMethodEvent(event.preeditString(), event.attributes()))
        if was_composing and not self.is_composing:
            self._settle()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open an insert, choose a number as a whole, else the word."""
        caret = self.cursorForPosition(event.position().toPoint())
        if style_of(caret.block()) == INSERT:
            self.setTextCursor(caret)
            if self.insert is not None:
                self.opened.emit(self.insert)
            return
        super().mouseDoubleClickEvent(event)

    # Clipboard

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selection with its fields."""
        assert self._words is not None
        return copied(self.live, self.textCursor(), self._words)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Words, whatever they come in."""
        return holds_words(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take words in as plain paragraphs, and live text of this program as what it is."""
        self.put(pasted(source))

    # Looks and focus

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, then the numbers of headings and the frame of what is chosen."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._ink.draw(painter)
        painter.end()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving keeps what is typed; a menu of one's own is no leaving."""
        super().focusOutEvent(event)
        self.proposals.hide()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


def _is(event: QKeyEvent, key: Qt.Key) -> bool:
    return event.key() == key and event.modifiers() in (_PLAIN, _SHIFT)
