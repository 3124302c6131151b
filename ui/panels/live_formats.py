"""How live text looks in a text document: paragraphs, headings, live numbers, and lines of inserts."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextFormat

from models.report.live.syntax import Field, Insert
from ui.look import Look
from ui.panels.live_words import Shown

TEXT, SMALL, LINE = 15, 13, 28
BODY, NOTE, HEADING2, HEADING3, INSERT = "body", "note", "heading2", "heading3", "insert"
STYLES = (BODY, NOTE, HEADING2, HEADING3)

_FIRST = QTextFormat.Property.UserProperty.value
FIELD, SHOWN, CHIP, KIND, INSERTED, STYLE = (_FIRST + step for step in range(1, 7))
"""Properties: a field as written, the words shown for it, which chip a character belongs to, the chip's kind,
an insert as written; of a block, its style."""

INSERT_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1


class LiveFormats:
    """The formats of one look; made again when it changes."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._plain = {style: self._words(style) for style in (*STYLES, INSERT)}
        self._next_chip = 0

    def plain(self, style: str) -> QTextCharFormat:
        """Words of a paragraph of that style."""
        return self._plain.get(style, self._plain[BODY])

    def _words(self, style: str) -> QTextCharFormat:
        shape = QTextCharFormat()
        heavy = style in (HEADING2, HEADING3)
        shape.setFont(self._look.font(SMALL if style == NOTE else TEXT, 600 if heavy else 400))
        shape.setForeground(self._look.color("text2" if style == NOTE else "text"))
        return shape

    def chip(self, style: str, field: Field, shown: Shown) -> QTextCharFormat:
        """The words of a live field; every call makes another chip."""
        self._next_chip += 1
        return self.same_chip(self._next_chip, style, field, shown)

    def same_chip(self, number: int, style: str, field: Field, shown: Shown) -> QTextCharFormat:
        """The words of a chip that is there already."""
        look, shape = self._look, QTextCharFormat(self.plain(style))
        lines = QTextCharFormat.UnderlineStyle
        shape.setUnderlineStyle(lines.WaveUnderline if shown.kind == "wrong" else lines.SingleUnderline)
        ground, line = {
            "live": ("selection", "accent"),
            "silent": ("selection", "border-strong"),
            "pinned": ("doubt-bg", "doubt"),
            "wrong": ("error-bg", "error"),
        }[shown.kind]
        shape.setBackground(look.color(ground))
        shape.setUnderlineColor(look.color(line))
        if shown.kind != "live":
            shape.setForeground(look.color("text2" if shown.kind == "silent" else line))
        shape.setProperty(FIELD, field.text)
        shape.setProperty(SHOWN, shown.text)
        shape.setProperty(KIND, shown.kind)
        shape.setProperty(CHIP, number)
        return shape

    def insert(self, insert: Insert) -> QTextCharFormat:
        """The one character that an insert is."""
        shape = QTextCharFormat()
        shape.setObjectType(INSERT_OBJECT)
        shape.setFont(self._look.font(SMALL))
        shape.setProperty(INSERTED, insert.text)
        return shape

    def block(self, style: str, indent: float = 0) -> QTextBlockFormat:
        """A paragraph; `indent` is the room of a heading's number, in pixels."""
        look, shape = self._look, QTextBlockFormat()
        shape.setProperty(STYLE, style)
        heights = QTextBlockFormat.LineHeightTypes
        if style == INSERT:
            shape.setTopMargin(look.px(8))
            shape.setBottomMargin(look.px(6))
            return shape
        shape.setLineHeight(look.px(LINE), heights.FixedHeight.value)
        if style in (HEADING2, HEADING3):
            shape.setTopMargin(look.px(6))
            shape.setTextIndent(indent)
        elif style == BODY:
            shape.setTextIndent(2 * self.em)
        return shape

    @property
    def em(self) -> float:
        """The width of one Chinese character of the text, in pixels."""
        return QFontMetricsF(self._look.font(TEXT)).horizontalAdvance("一")

    def width(self, words: str) -> float:
        """The width of words of a heading."""
        return QFontMetricsF(self._look.font(TEXT, 600)).horizontalAdvance(words)
