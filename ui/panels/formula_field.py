"""The line in which a formula is typed: proposals at the caret, mistakes underlined where they are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QInputMethodEvent, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from models.formula import FormulaError
from models.formula.lexer import scan
from ui.context import Context
from ui.panels.completions import Completions
from ui.panels.formula_words import FormulaWords, Place, Word, place_at
from ui.panels.growing import fit_text

MOST_LINES = 5
RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FormulaField(QPlainTextEdit):
    """`kept` when it is left or Enter is pressed, `givenUp` on Esc; Alt+Enter makes a new line."""

    kept = Signal()
    givenUp = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._place: Place | None = None
        self._composing = False
        self._silent = False
        self.completions = Completions(context.look, self)
        self.completions.chosen.connect(self._put)
        self.destroyed.connect(self.completions.deleteLater)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("计算公式"))
        self.setPlaceholderText(self.tr("如 已支付 / 总指标 * 100；Ctrl+空格 列出可用的名称"))
        fit_text(context.look, self, 1, MOST_LINES)
        self.textChanged.connect(self._text_changed)
        self.cursorPositionChanged.connect(self._moved)

    def show_text(self, text: str) -> None:
        """Show a formula without proposing anything."""
        self._silent = True
        self.setPlainText(text)
        self._silent = False
        self.completions.hide()

    # Mistakes

    def underline(self, errors: Sequence[FormulaError]) -> None:
        """Underline every word at which there is a mistake."""
        look, text = self._context.look, self.toPlainText()
        shape = QTextCharFormat()
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        shape.setUnderlineColor(look.color("error"))
        shape.setBackground(look.color("error-bg"))
        marks = []
        for error in errors:
            mark = QTextEdit.ExtraSelection()
            mark.format = shape  # type: ignore[attr-defined]
            mark.cursor = self._selecting(*span_of(text, error.position))  # type: ignore[attr-defined]
            marks.append(mark)
        self.setExtraSelections(marks)

    def _selecting(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def underlined(self) -> list[str]:
        """The words that are underlined."""
        return [mark.cursor.selectedText() for mark in self.extraSelections()]  # type: ignore[attr-defined]

    def replace(self, start: int, end: int, words: str) -> None:
        """Put other words there, as one step that Ctrl+Z takes back."""
        cursor = self._selecting(start, end)
        self._silent = True
        cursor.insertText(words)
        self._silent = False
        self.setTextCursor(cursor)
        self.setFocus()

    # Proposals

    def _text_changed(self) -> None:
        if self._silent or self._composing or not self.hasFocus():
            return
        QTimer.singleShot(0, self, self._propose_written)

    def _propose_written(self) -> None:
        """Propose for what is being written: from the first letter of a name, at once behind [ and a dot."""
        place = place_at(self.toPlainText(), self.textCursor().position())
        if place is None or not (place.written or place.collection):
            self.completions.hide()
            return
        self._propose(place)

    def propose(self) -> None:
        """Propose everything that may stand at the caret."""
        place = place_at(self.toPlainText(), self.textCursor().position())
        if place is not None:
            self._propose(place)

    def _propose(self, place: Place) -> None:
        self._place = place
        words = FormulaWords(self._context.records, self._context.evaluation).at(place)
        whole = bool(words) and words[0].shown == place.written
        if whole and len(words) == 1:
            words = []
        window = self.window()
        caret = self.cursorRect()
        corner = self.viewport().mapTo(window, caret.topLeft())
        self.completions.offer(words, QRect(corner, caret.size()), window, choose_first=not whole)

    def _put(self, word: Word) -> None:
        if self._place is None:
            return
        cursor = self._selecting(self._place.start, self._place.end)
        self._silent = True
        cursor.insertText(word.before + word.after)
        self._silent = False
        cursor.setPosition(self._place.start + len(word.before))
        self.setTextCursor(cursor)
        self.setFocus()
        if word.before[-1] in '".' and not word.before.endswith('"]'):
            self._propose_written()

    def _moved(self) -> None:
        place = self._place
        if self.completions.isVisible() and place is not None:
            at = self.textCursor().position()
            if at < place.start:
                self.completions.hide()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The proposals' keys first, then Enter, Esc and Ctrl+Space."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain == Qt.KeyboardModifier.NoModifier and self.completions.press(event.key()):
            return
        if event.key() in RETURNS:
            if plain == Qt.KeyboardModifier.AltModifier:
                self.insertPlainText("\n")
            else:
                self.completions.hide()
                self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.givenUp.emit()
        elif event.key() == Qt.Key.Key_Space and plain == Qt.KeyboardModifier.ControlModifier:
            self.propose()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tab takes a proposal before it leaves the field."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Tab
            and self.completions.press(event.key())
        ):
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Propose nothing for letters that an input method has not turned into words yet."""
        self._composing = bool(event.preeditString())
        if self._composing:
            self.completions.hide()
        super().inputMethodEvent(event)
        if not self._composing and event.commitString():
            QTimer.singleShot(0, self, self._propose_written)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field keeps it; its own menu is no leaving."""
        super().focusOutEvent(event)
        self.completions.hide()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.kept.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """The proposals go with the field."""
        self.completions.hide()
        super().hideEvent(event)


def span_of(text: str, position: int) -> tuple[int, int]:
    """The word at which a mistake stands; where nothing stands any more, the last word."""
    tokens = list(scan(text))
    for token in tokens:
        if token.start <= position < token.end:
            return token.start, token.end
    return (tokens[-1].start, tokens[-1].end) if tokens else (0, 0)
