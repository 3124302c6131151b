"""A chapter's live text in a text document, and back: nothing that live text can say is lost on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from models.report.live.syntax import Field, Insert, Line, Piece, canonical, read
from ui.look import Look
from ui.panels.insert_line import InsertLine
from ui.panels.live_formats import BODY, INSERT, INSERT_OBJECT, LiveFormats
from ui.panels.live_settling import LiveSettling
from ui.panels.live_spans import Span, lines_of, spans, style_of
from ui.panels.live_words import OBJECT, InsertWords, LiveWords, held

MARGIN = 20


class LiveDocument(QTextDocument):
    """Holds live text as paragraphs with live numbers; `settle` puts right what an edit has left behind."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._words: LiveWords | None = None
        self._insert_line = InsertLine(look, self._insert_words, self)
        self._settling = LiveSettling(self)
        self.restyle()

    def restyle(self) -> None:
        """Take colours and lengths from the look; what is shown has to be loaded again."""
        self.formats = LiveFormats(self._look)
        self.setDocumentMargin(self._look.px(MARGIN))
        self.setDefaultFont(self.formats.plain(BODY).font())
        self.documentLayout().registerHandler(INSERT_OBJECT, self._insert_line)

    def _insert_words(self, insert: Insert) -> InsertWords:
        return self._words.insert(insert) if self._words is not None else InsertWords(insert.text, "")

    # Text in and out

    def load(self, text: str, words: LiveWords) -> None:
        """Show live text from the beginning; what was typed before cannot be undone any more."""
        self._words = words
        self.setUndoRedoEnabled(False)
        self.clear()
        cursor = QTextCursor(self)
        cursor.beginEditBlock()
        cursor.setBlockFormat(self.formats.block(BODY))
        self._append(cursor, read(text))
        cursor.endEditBlock()
        self._settling.start_over()
        self.setUndoRedoEnabled(True)

    def _append(self, cursor: QTextCursor, lines: Iterable[Line | Insert]) -> None:
        for number, each in enumerate(lines):
            style = INSERT if isinstance(each, Insert) else each.style
            if number:
                cursor.insertBlock(self.formats.block(style), self.formats.plain(style))
            elif style == BODY or cursor.block().text():
                style = style_of(cursor.block())
            else:
                cursor.setBlockFormat(self.formats.block(style))
            if isinstance(each, Insert):
                cursor.insertText(OBJECT, self.formats.insert(each))
            else:
                self._put(cursor, each.pieces, style)

    def _put(self, cursor: QTextCursor, line: Iterable[Piece], style: str) -> None:
        for piece in line:
            if isinstance(piece, Field):
                shown = self._known.shown(piece)
                cursor.insertText(shown.text, self.formats.chip(style, piece, shown))
            elif text := held(piece.text):
                cursor.insertText(text, self.formats.plain(style))

    @property
    def _known(self) -> LiveWords:
        assert self._words is not None, "nothing is loaded"
        return self._words

    @property
    def text(self) -> str:
        """The document as live text."""
        return canonical("\n".join(line for block in self.blocks() for line in written(block)))

    def insert_lines(self, cursor: QTextCursor, lines: Iterable[Line | Insert]) -> None:
        """Put live text in the place of the selection as one step; the first line goes on where it stands."""
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        self._append(cursor, lines)
        cursor.endEditBlock()

    # Looking into it

    def blocks(self, first: int = 0, last: int | None = None) -> Iterator[QTextBlock]:
        """The blocks from one position to another."""
        block = self.findBlock(first)
        while block.isValid() and (last is None or block.position() <= last):
            yield block
            block = block.next()

    def span_at(self, position: int, *, beside: bool = False) -> Span | None:
        """The live field in which a position lies; with `beside`, also the one at whose edge."""
        edge = int(beside)
        for span in spans(self.findBlock(position)):
            if span.chip and span.start - edge < position < span.end + edge:
                return span
        return None

    def chips(self) -> list[Span]:
        """Every live field in order."""
        return [span for block in self.blocks() for span in spans(block) if span.chip]

    # Following the data

    def follow(self, words: LiveWords) -> list[tuple[int, int, int]]:
        """Show the fields as they are now: where, how long before, how long now; typing cannot be undone
        over it. Nothing is touched where no field says anything new.
        """
        self._words = words
        news = []
        for span in self.chips():
            shown = words.shown(span.field)
            same = span.kind == shown.kind and (
                shown.kind in ("pinned", "wrong") or not span.is_touched and shown.text == span.text
            )
            if not same and not span.is_touched:
                news.append((span, shown))
        if not news:
            return []
        self.setUndoRedoEnabled(False)
        cursor = QTextCursor(self)
        cursor.beginEditBlock()
        moves = []
        for span, shown in reversed(news):
            style = style_of(self.findBlock(span.start))
            select(cursor, span)
            cursor.insertText(shown.text, self.formats.same_chip(span.chip, style, span.field, shown))
            moves.append((span.start, span.end - span.start, cursor.position() - span.start))
        cursor.endEditBlock()
        self._settling.forget()
        self.setUndoRedoEnabled(True)
        return moves[::-1]

    # After edits

    def settle(self) -> bool:
        """Put right what the last edit left behind, as part of it; whether there was need."""
        return self._settling.settle(self._known)

    def set_style(self, cursor: QTextCursor, style: str) -> None:
        """Make the paragraphs of the selection headings, small print or plain, as one step."""
        self._settling.set_style(cursor, style, self._known)

    @property
    def numbers(self) -> Mapping[int, str]:
        """The numbers of headings by the number of their block."""
        return self._settling.numbers


def written(block: QTextBlock) -> Iterator[str]:
    """A block as lines of live text."""
    return lines_of(style_of(block), spans(block))


def select(cursor: QTextCursor, span: Span) -> None:
    """Put the cursor round a stretch."""
    cursor.setPosition(span.start)
    cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)


def moved_by(moves: Sequence[tuple[int, int, int]], position: int) -> int:
    """Where a position is after stretches were exchanged: start, length before, length now."""
    shift = 0
    for start, before, now in moves:
        if position <= start:
            break
        if position < start + before:
            return start + shift + min(position - start, now)
        shift += now - before
    return position + shift
