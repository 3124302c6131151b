"""What is drawn over the text of a chapter: the numbers of its headings, and a frame round what is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextBlock, QTextLine

from ui.look import Look
from ui.panels.live_formats import HEADING2, INSERT
from ui.panels.live_spans import Span, style_of

if TYPE_CHECKING:
    from ui.panels.chapter_editor import ChapterEditor

FRAME = 2


class ChapterInk:
    """Draws over one editor, only what is in view."""

    def __init__(self, look: Look, editor: ChapterEditor) -> None:
        self._look, self._editor = look, editor

    def draw(self, painter: QPainter) -> None:
        """Numbers of the headings in view, the frame of the number or insert at the caret."""
        editor, look = self._editor, self._look
        painter.setFont(editor.live.formats.plain(HEADING2).font())
        painter.setPen(look.color("text"))
        for block in self._in_view():
            mark = editor.live.numbers.get(block.blockNumber())
            if mark and block.layout().lineCount():
                line = block.layout().lineAt(0)
                place = self._origin(block) + QPointF(0, line.y() + line.ascent())
                painter.drawText(place, mark)
        if not editor.hasFocus():
            return
        painter.setPen(QPen(look.color("accent"), FRAME))
        chip, block = editor.chip, editor.textCursor().block()
        if style_of(block) == INSERT:
            painter.drawRect(self._of_block(block))
        elif chip is not None:
            for rect in self._of_chip(block, chip):
                painter.drawRect(rect)

    def _in_view(self) -> Iterator[QTextBlock]:
        editor = self._editor
        block = editor.cursorForPosition(QPoint(0, 0)).block()
        bottom = editor.viewport().height()
        while block.isValid() and self._of_block(block).top() < bottom:
            yield block
            block = block.next()

    def _scrolled(self) -> QPointF:
        editor = self._editor
        return QPointF(editor.horizontalScrollBar().value(), editor.verticalScrollBar().value())

    def _of_block(self, block: QTextBlock) -> QRectF:
        rect = self._editor.live.documentLayout().blockBoundingRect(block)
        return rect.translated(-self._scrolled())

    def _origin(self, block: QTextBlock) -> QPointF:
        return block.layout().position() - self._scrolled()

    def _of_chip(self, block: QTextBlock, chip: Span) -> Iterator[QRectF]:
        """The chip's rectangle in each line that it takes."""
        layout, first = block.layout(), block.position()
        metrics = QFontMetricsF(chip.shape.font())
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            start = max(chip.start - first, line.textStart())
            end = min(chip.end - first, line.textStart() + line.textLength())
            if start < end:
                left, right = _x(line, start), _x(line, end)
                top = line.y() + line.ascent() - metrics.ascent()
                rect = QRectF(left, top, right - left, metrics.height())
                yield rect.translated(self._origin(block)).adjusted(-1, 0, 1, 1)


def _x(line: QTextLine, at: int) -> float:
    found = line.cursorToX(at)
    return float(found[0] if isinstance(found, tuple) else found)
