"""What keys do to live text: words into words, words into a number, a number away as a whole."""

from __future__ import annotations

from PySide6.QtGui import QTextCharFormat, QTextCursor

from models import kinds
from models.report.live.syntax import Field, Line, pieces
from ui.panels.live_document import LiveDocument, select
from ui.panels.live_formats import BODY, CHIP, HEADING2, HEADING3, INSERT, NOTE
from ui.panels.live_spans import Span, spans, style_of
from ui.panels.live_words import held

MARKS = {"##": HEADING2, "###": HEADING3, ">": NOTE}
"""What makes a paragraph a heading or small print when a blank is typed behind it at the beginning."""


class LiveTyping:
    """Carries keys out on one document; every method moves the caret that it is given."""

    def __init__(self, document: LiveDocument) -> None:
        self._document = document
        self._typed = (0, 0)

    def type(self, caret: QTextCursor, text: str) -> None:
        """Type words in the place of the selection; within a number they change the number's words."""
        words = held(" ".join(kinds.clean(text).split("\n")))
        shape = self._shape(caret)
        number = int(shape.property(CHIP) or 0)
        if caret.hasSelection() or number or style_of(caret.block()) == INSERT:
            caret.beginEditBlock()
            caret.removeSelectedText()
            caret.insertText(words, shape)
            caret.endEditBlock()
        else:
            caret.insertText(words, shape)
        self._typed = (number, caret.position())
        if words == " ":
            self._mark(caret)
        elif words.endswith("}"):
            self._close(caret)

    def _shape(self, caret: QTextCursor) -> QTextCharFormat:
        """The look of what is typed: that of the number around the caret, or just typed into."""
        start, end = caret.selectionStart(), caret.selectionEnd()
        block = self._document.findBlock(start)
        for span in spans(block):
            is_inside = span.start < start < span.end
            if start < end:
                is_inside = span.start <= start and end <= span.end
            if span.chip and (is_inside or self._typed == (span.chip, start) == (span.chip, span.end)):
                return span.shape
        return self._document.formats.plain(style_of(block))

    def _mark(self, caret: QTextCursor) -> None:
        """A mark and a blank at the beginning of a paragraph make it what the mark means."""
        block = caret.block()
        head = QTextCursor(block)
        head.setPosition(caret.position(), QTextCursor.MoveMode.KeepAnchor)
        style = MARKS.get(head.selectedText()[:-1])
        if style is not None and style_of(block) == BODY:
            head.removeSelectedText()
            self._document.set_style(caret, style)

    def _close(self, caret: QTextCursor) -> None:
        """A brace that closes what reads as a field makes it one; one undo brings the typed signs back."""
        span = next(
            (each for each in spans(caret.block()) if each.start < caret.position() <= each.end), None
        )
        if span is None or span.chip or span.insert:
            return
        back = QTextCursor(self._document)
        back.setPosition(span.start)
        back.setPosition(caret.position(), QTextCursor.MoveMode.KeepAnchor)
        typed = back.selectedText()
        at = typed.rfind("{")
        found = tuple(pieces(typed[at:])) if at >= 0 else ()
        if len(found) == 1 and isinstance(found[0], Field):
            back.setPosition(caret.position() - units(typed[at:]))
            back.setPosition(caret.position(), QTextCursor.MoveMode.KeepAnchor)
            self._document.insert_lines(back, [Line(found)])
            caret.setPosition(back.position())

    def leave_number(self, caret: QTextCursor) -> None:
        """Out of the middle of a number, to its end."""
        span = self._document.span_at(caret.position())
        if span is not None and not caret.hasSelection():
            caret.setPosition(span.end)

    def enter(self, caret: QTextCursor) -> None:
        """Begin a paragraph; behind a heading a plain one."""
        self.leave_number(caret)
        caret.beginEditBlock()
        caret.removeSelectedText()
        style, formats = style_of(caret.block()), self._document.formats
        is_start, is_end = caret.atBlockStart(), caret.atBlockEnd()
        following = BODY if is_end or style == INSERT else style
        caret.insertBlock(formats.block(following), formats.plain(following))
        if is_start and not is_end:
            above = QTextCursor(caret.block().previous())
            above.setBlockFormat(formats.block(BODY))
        caret.endEditBlock()

    def back(self, caret: QTextCursor) -> bool:
        """Backspace: a number before the caret goes whole; False where nothing particular is to be done."""
        if caret.hasSelection():
            return False
        span = self._document.span_at(caret.position(), beside=True)
        if span is not None and span.end == caret.position():
            self._remove(caret, span)
            return True
        if not caret.atBlockStart():
            caret.beginEditBlock()
            caret.deletePreviousChar()
            caret.endEditBlock()
            return True
        block, above = caret.block(), caret.block().previous()
        if style_of(block) in (HEADING2, HEADING3, NOTE):
            self._document.set_style(caret, BODY)
            return True
        parts = above.isValid() and INSERT in (style_of(block), style_of(above))
        if parts and block.text() and above.text():
            caret.setPosition(block.position() - 1)
            return True
        return False

    def forward(self, caret: QTextCursor) -> bool:
        """Delete: a number behind the caret goes whole; False where nothing particular is to be done."""
        if caret.hasSelection():
            return False
        for span in spans(caret.block()):
            if span.chip and span.start == caret.position():
                self._remove(caret, span)
                return True
        if not caret.atBlockEnd():
            caret.beginEditBlock()
            caret.deleteChar()
            caret.endEditBlock()
            return True
        block, below = caret.block(), caret.block().next()
        parts = below.isValid() and INSERT in (style_of(block), style_of(below))
        if parts and block.text() and below.text():
            caret.setPosition(below.position())
            return True
        return False

    @staticmethod
    def _remove(caret: QTextCursor, span: Span) -> None:
        select(caret, span)
        caret.removeSelectedText()


def units(text: str) -> int:
    """How many positions a text takes in a document."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
