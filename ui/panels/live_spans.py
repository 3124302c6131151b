"""What a block of an edited chapter is made of: stretches of words, live fields, and inserts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QTextBlock, QTextCharFormat

from models.report.live.syntax import (
    FIELD_LIMIT,
    Field,
    Line,
    LineStyle,
    Piece,
    Words,
    pieces,
    read_field,
)
from ui.panels.live_formats import BODY, CHIP, FIELD, INSERT, INSERT_OBJECT, INSERTED, KIND, SHOWN, STYLE

LINE_BREAK = "\u2028"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a block, from `start` to `end` in the document, whose characters belong together."""

    start: int
    end: int
    text: str
    shape: QTextCharFormat

    @property
    def chip(self) -> int:
        """The number of the live field that this is, 0 for none."""
        return int(self.shape.property(CHIP) or 0)

    @property
    def insert(self) -> str:
        """The insert that this is, as it is written; "" for none."""
        is_insert = self.shape.objectType() == INSERT_OBJECT
        return str(self.shape.property(INSERTED)) if is_insert else ""

    @property
    def field(self) -> Field:
        """The live field as it was before anybody typed into it."""
        return read_field(str(self.shape.property(FIELD))[1:-1])

    @property
    def kind(self) -> str:
        """Whether the field follows, is pinned, wrong or silent."""
        return str(self.shape.property(KIND) or "")

    @property
    def is_touched(self) -> bool:
        """Whether somebody typed into the live field."""
        return self.text != str(self.shape.property(SHOWN))

    def written(self) -> Piece:
        """What stands here as live text says it: words typed into a number are pinned over it."""
        if not self.chip:
            return Words(self.text)
        if not self.is_touched:
            return self.field
        if self.kind == "wrong":
            read = tuple(pieces(self.text))
            return read[0] if len(read) == 1 else Words(self.text)
        pinned = replace(self.field, pinned=self.text)
        return pinned if self.text.strip() and len(pinned.text) < FIELD_LIMIT else Words(self.text)


def style_of(block: QTextBlock) -> str:
    """The style of a block; a plain paragraph where it has none."""
    return str(block.blockFormat().property(STYLE) or BODY)


def spans(block: QTextBlock) -> list[Span]:
    """The stretches of a block in order."""
    found: list[Span] = []
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        at += 1
        start, text, shape = fragment.position(), fragment.text(), fragment.charFormat()
        if shape.objectType() == INSERT_OBJECT:
            found += [Span(start + step, start + step + 1, char, shape) for step, char in enumerate(text)]
            continue
        here = Span(start, start + fragment.length(), text, shape)
        last = found[-1] if found else None
        if last is not None and not last.insert and last.chip == here.chip:
            found[-1] = Span(last.start, here.end, last.text + here.text, last.shape)
        else:
            found.append(here)
    return found


def lines_of(style: str, parts: Sequence[Span]) -> Iterator[str]:
    """A block as live text; more than one line where an insert or a line break stands in it."""
    kept: LineStyle = BODY if style == INSERT else style  # type: ignore[assignment]
    line: list[Piece] = []
    for span in parts:
        if span.insert:
            if line:
                yield Line(tuple(line), kept).text
            yield span.insert
            line = []
        elif span.chip:
            line.append(span.written())
        else:
            first, *others = span.text.split(LINE_BREAK)
            line.append(Words(first))
            for other in others:
                yield Line(tuple(line), kept).text
                line = [Words(other)]
    if line or not any(span.insert for span in parts):
        yield Line(tuple(line), kept).text
