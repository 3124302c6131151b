"""The one line that a table, a chart or a passage takes in the editor."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPyTextObject, QTextDocument, QTextFormat

from models.report.live.syntax import Insert, read_line
from ui.look import Look
from ui.panels.live_formats import INSERTED
from ui.panels.live_words import InsertWords

HEIGHT, BAR, PAD = 34, 3, 12


class InsertLine(QPyTextObject):
    """Draws inserts as wide as the text; what each comes to is asked for when it is drawn."""

    def __init__(self, look: Look, words: Callable[[Insert], InsertWords], parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._words = look, words

    def intrinsicSize(self, document: QTextDocument, position: int, shape: QTextFormat) -> QSizeF:
        """As wide as the text between its margins."""
        width = document.textWidth() - 2 * document.documentMargin() - 1
        return QSizeF(max(width, self._look.px(120)), self._look.px(HEIGHT))

    def drawObject(
        self, painter: QPainter, rect: QRectF, document: QTextDocument, position: int, shape: QTextFormat
    ) -> None:
        """A framed line with a bar at the left: what it is, and at the right what it comes to."""
        look, insert = self._look, read_line(str(shape.property(INSERTED)))
        if not isinstance(insert, Insert):
            return
        said = self._words(insert)
        line = look.color("error" if said.wrong else "accent")
        frame = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(frame, look.color("error-bg" if said.wrong else "computed"))
        painter.setPen(line)
        painter.drawRect(frame)
        painter.fillRect(QRectF(rect.left(), rect.top(), look.px(BAR), rect.height()), line)
        room = rect.adjusted(look.px(PAD), 0, -look.px(PAD), 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.font(13, 600))
        painter.setPen(look.color("text"))
        elided = Qt.TextElideMode.ElideRight
        title = QFontMetricsF(painter.font()).elidedText(said.title, elided, room.width())
        painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignLeft), title)
        taken = QFontMetricsF(painter.font()).horizontalAdvance(title) + look.px(PAD)
        painter.setFont(look.font(13))
        painter.setPen(look.color("error" if said.wrong else "text2"))
        note = QFontMetricsF(painter.font()).elidedText(said.note, elided, max(room.width() - taken, 0))
        painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignRight), note)
        painter.restore()
