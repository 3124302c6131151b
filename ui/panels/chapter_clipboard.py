"""Chapters and the clipboard: fields stay fields within the program; from outside only words come in."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor, QTextDocumentFragment

from models.report.blocks import clean
from models.report.live.syntax import Insert, Line, LineStyle, Words, pieces, read_line
from ui.panels.live_document import LiveDocument
from ui.panels.live_formats import BODY
from ui.panels.live_spans import Span, lines_of, spans, style_of
from ui.panels.live_words import LiveWords, held

MIME = "application/x-jiheng-live-text"


def copied(document: LiveDocument, selection: QTextCursor, words: LiveWords) -> QMimeData:
    """The selection as live text for this program, and as words for all others."""
    first, last = selection.selectionStart(), selection.selectionEnd()
    lines: list[str] = []
    for block in document.blocks(first, last):
        parts = [part for span in spans(block) if (part := _cut(document, span, first, last)) is not None]
        style = style_of(block) if first <= block.position() else BODY
        lines += lines_of(style, parts)
    made = QMimeData()
    made.setData(MIME, "\n".join(lines).encode())
    made.setText("\n".join(words.plain(line) for line in lines))
    return made


def _cut(document: LiveDocument, span: Span, first: int, last: int) -> Span | None:
    """The part of a stretch that is selected; a part of a number is only words."""
    start, end = max(span.start, first), min(span.end, last)
    if start >= end:
        return None
    if (start, end) == (span.start, span.end):
        return span
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return Span(start, end, cursor.selectedText(), document.formats.plain(style_of(cursor.block())))


def pasted(source: QMimeData) -> list[Line | Insert]:
    """What a clipboard holds, as lines of live text; a brace from outside opens no field."""
    if source.hasFormat(MIME):
        raw = bytes(source.data(MIME).data()).decode(errors="replace")
        return [_read(line) for line in raw.split("\n")]
    text = source.text() if source.hasText() else QTextDocumentFragment.fromHtml(source.html()).toPlainText()
    lines = [held(line).strip() for line in clean(text.replace("\r", "\n")).split("\n")]
    return (
        [Line((Words(line),)) for line in lines if line]
        if len(lines) > 1
        else [Line((Words(held(clean(text))),))]
    )


def _read(written: str) -> Line | Insert:
    """A line as it was copied, with the blanks at its ends."""
    read = read_line(written)
    if isinstance(read, Line) and read.style == BODY:
        style: LineStyle = BODY
        return Line(tuple(pieces(written.removeprefix("\\"))), style)
    return read


def holds_words(source: QMimeData) -> bool:
    """Whether there is anything to paste."""
    return source.hasFormat(MIME) or source.hasText() or source.hasHtml()
