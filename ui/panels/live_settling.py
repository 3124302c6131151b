"""What follows from an edit of live text: inserts alone on their lines, numbers pinned, headings numbered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor

from models.report.live.syntax import Field
from models.report.wording import numeral
from ui.panels.live_formats import BODY, HEADING2, HEADING3, INSERT
from ui.panels.live_spans import Span, spans, style_of
from ui.panels.live_words import LiveWords

if TYPE_CHECKING:
    from ui.panels.live_document import LiveDocument

Work = Callable[[QTextCursor], None]


class LiveSettling:
    """Watches one document; what it changes joins the edit that made it necessary, and is undone with it."""

    def __init__(self, document: LiveDocument) -> None:
        self._document = document
        self._touched: tuple[int, int] | None = None
        self._count = 0
        self.numbers: dict[int, str] = {}
        document.contentsChange.connect(self._note)

    def _note(self, position: int, _removed: int, added: int) -> None:
        first, last = self._touched or (position, position)
        self._touched = (min(first, position), max(last, position + added))

    def forget(self) -> None:
        """What was done until now needs no settling."""
        self._touched = None

    def start_over(self) -> None:
        """Number the headings of a document that was just loaded."""
        for work in self._numbering():
            work(QTextCursor(self._document))
        self.forget()

    def settle(self, words: LiveWords) -> bool:
        """Put right what was touched since the last time; whether there was need."""
        if self._touched is None:
            return False
        first, last = self._touched
        blocks = list(self._document.blocks(first, last))
        works = [work for block in reversed(blocks) for work in self._needed(block, words)]
        is_done = self._apply(works)
        if self._count != self._document.blockCount() or any(map(self._is_misnumbered, blocks)):
            is_done = self._apply(list(self._numbering())) or is_done
        self.forget()
        return is_done

    def _apply(self, works: Sequence[Work]) -> bool:
        if works:
            cursor = QTextCursor(self._document)
            cursor.joinPreviousEditBlock()
            for work in works:
                work(cursor)
            cursor.endEditBlock()
        return bool(works)

    def _needed(self, block: QTextBlock, words: LiveWords) -> Iterator[Work]:
        parts, style = spans(block), style_of(block)
        inserts = [span for span in parts if span.insert]
        wanted = INSERT if inserts else BODY if style == INSERT else style
        if inserts and len(parts) > 1:
            yield from self._parted(parts, BODY if style == INSERT else style)
            return
        if wanted != style:
            yield partial(_put_block, at=block.position(), shape=self._document.formats.block(wanted))
        for span in reversed(parts):
            if not span.insert:
                yield from self._needed_of(span, wanted, words)

    def _parted(self, parts: Sequence[Span], style: str) -> Iterator[Work]:
        formats = self._document.formats
        for span in reversed(parts):
            kind = INSERT if span.insert else style
            yield partial(_put_block, at=span.start, shape=formats.block(kind))
            if span is not parts[0]:
                yield partial(_part, at=span.start, plain=formats.plain(kind))

    def _needed_of(self, span: Span, style: str, words: LiveWords) -> Iterator[Work]:
        formats = self._document.formats
        piece = span.written() if span.chip else None
        if not isinstance(piece, Field):
            if span.shape != formats.plain(style):
                yield partial(_reform, span=span, shape=formats.plain(style))
            return
        shown = words.shown(piece)
        if span.is_touched and shown.kind not in ("pinned", "wrong"):
            yield partial(
                _retype, span=span, text=shown.text, shape=formats.same_chip(span.chip, style, piece, shown)
            )
            return
        wanted = formats.same_chip(span.chip, style, piece, replace(shown, text=span.text))
        if wanted != span.shape:
            yield partial(_reform, span=span, shape=wanted)

    def set_style(self, cursor: QTextCursor, style: str, words: LiveWords) -> None:
        """Make the paragraphs of the selection headings, small print or plain, as one step."""
        blocks = self._document.blocks(cursor.selectionStart(), cursor.selectionEnd())
        hand = QTextCursor(self._document)
        hand.beginEditBlock()
        for block in [each for each in blocks if style_of(each) not in (INSERT, style)]:
            _put_block(hand, at=block.position(), shape=self._document.formats.block(style))
            for span in spans(block):
                for work in self._needed_of(span, style, words):
                    work(hand)
        for work in self._numbering():
            work(hand)
        hand.endEditBlock()

    # Headings

    def _is_misnumbered(self, block: QTextBlock) -> bool:
        given, style = self.numbers.get(block.blockNumber(), ""), style_of(block)
        if style in (HEADING2, HEADING3):
            return not given or given.startswith("（") != (style == HEADING2)
        return bool(given)

    def _numbering(self) -> Iterator[Work]:
        """Find the headings' numbers anew; what is to be changed is the room for them."""
        formats, found = self._document.formats, {}
        second = third = 0
        for at, block in enumerate(self._document.blocks()):
            style = style_of(block)
            if style == HEADING2:
                second, third = second + 1, 0
                found[at] = f"（{numeral(second)}）"
            elif style == HEADING3:
                third += 1
                found[at] = f"{third}. "
            else:
                continue
            room = formats.width(found[at])
            if abs(block.blockFormat().textIndent() - room) > 0.5:
                yield partial(_put_block, at=block.position(), shape=formats.block(style, room))
        self.numbers, self._count = found, self._document.blockCount()


def _put_block(cursor: QTextCursor, at: int, shape: QTextBlockFormat) -> None:
    cursor.setPosition(at)
    cursor.setBlockFormat(shape)


def _part(cursor: QTextCursor, at: int, plain: QTextCharFormat) -> None:
    """Begin a block at that place; the one before keeps the look that this one had."""
    cursor.setPosition(at)
    cursor.insertBlock(cursor.blockFormat(), plain)


def _reform(cursor: QTextCursor, span: Span, shape: QTextCharFormat) -> None:
    cursor.setPosition(span.start)
    cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
    cursor.setCharFormat(shape)


def _retype(cursor: QTextCursor, span: Span, text: str, shape: QTextCharFormat) -> None:
    cursor.setPosition(span.start)
    cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text, shape)
