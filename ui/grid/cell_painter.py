"""The painting of one cell's words, bars and hairlines, with everything prepared once for a look."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from ui.grid.columns import Bar, Cell
from ui.look import Look
from ui.painting import paint_bar, paint_mark, paint_payment_bar

TONES = {"": "text", "doubt": "doubt", "error": "error", "muted": "text2", "done": "done"}
WIDEST = 1.05
"""No character is wider than this share of the font's height in em: shorter texts need no measuring."""
REMEMBERED = 4_000
_DIGITS = str.maketrans("123456789", "0" * 9)
_Align = Qt.AlignmentFlag
SIDES = {_Align.AlignRight: 1.0, _Align.AlignHCenter: 0.5}
"""How much of the room that is left over stands before the words."""


class CellPainter:
    """Fonts, colours, pens and widths of texts for one look; read anew by `prepare` when the look changes."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.prepare()

    def prepare(self) -> None:
        """Read fonts and colours again, after the look changed."""
        self.plain: QFont = self.look.font(13)
        self.bold: QFont = self.look.font(13, 600)
        self.struck = QFont(self.plain)
        self.struck.setStrikeOut(True)
        self.metrics = {False: QFontMetricsF(self.plain), True: QFontMetricsF(self.bold)}
        self.padding = self.look.px(7)
        self.colors: dict[str, QColor] = {role: self.look.color(role) for role in self.look.roles}
        self._em = {bold: metrics.height() * WIDEST for bold, metrics in self.metrics.items()}
        self._widths: dict[tuple[str, bool], float] = {}
        self._elided: dict[tuple[str, float, bool], tuple[str, float]] = {}
        self._bases: dict[tuple[float, bool], float] = {}
        self._pictures: dict[tuple[str, int, str, float], QPixmap] = {}
        self.hairline = QPen(self.colors["grid"], 1)
        self.hairline.setCosmetic(True)

    def width(self, text: str, bold: bool) -> float:
        """The width of a text; figures are all equally wide, so that numbers of one form share theirs."""
        key = (text.translate(_DIGITS), bold)
        found = self._widths.get(key)
        if found is None:
            if len(self._widths) > REMEMBERED:
                self._widths.clear()
            found = self._widths[key] = self.metrics[bold].horizontalAdvance(key[0])
        return found

    def picture(self, name: str, side: int, role: str, ratio: float) -> QPixmap:
        """An icon as a picture, drawn once."""
        key = (name, side, role, ratio)
        if key not in self._pictures:
            self._pictures[key] = self.look.icon_pixmap(name, side, role, ratio)
        return self._pictures[key]

    def mark(self, painter: QPainter, right: int, top: int, severity: str) -> None:
        """The mark of a problem in the upper right corner of a cell, drawn once for all cells."""
        ratio = painter.device().devicePixelRatioF()
        side = self.look.px(8) + 2
        key = (severity, side, "", ratio)
        if key not in self._pictures:
            picture = QPixmap(round(side * ratio), round(side * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            inside = QPainter(picture)
            paint_mark(inside, QRectF(0, 0, side, side), severity, self.look)
            inside.end()
            self._pictures[key] = picture
        painter.drawPixmap(right - side, top, self._pictures[key])

    def text(
        self,
        painter: QPainter,
        rect: QRectF,
        cell: Cell,
        align: Qt.AlignmentFlag,
        *,
        bold: bool,
        role: str,
    ) -> None:
        """The cell's words in its rectangle."""
        if cell.text:
            left, width, top, height = rect.left(), rect.width(), rect.top(), rect.height()
            side = SIDES.get(align, 0.0)
            self.words(painter, cell.text, left, width, top, height, side, role=role, bold=bold)

    def words(
        self,
        painter: QPainter,
        text: str,
        left: float,
        width: float,
        top: float,
        height: float,
        side: float,
        *,
        role: str,
        bold: bool = False,
        struck: bool = False,
        hit: tuple[int, int] | None = None,
    ) -> None:
        """Words in a cell, elided at the right; `hit` is a part to stand out.

        `side` says where they stand: 0 at the left edge, 1 at the right one, as figures do.
        """
        painter.setFont(self.struck if struck else self.bold if bold else self.plain)
        painter.setPen(self.colors[role])
        room, shown, taken = width - 2 * self.padding, text, 0.0
        if side or len(text) * self._em[bold] > room:
            taken = self.width(text, bold)
            if taken > room + 1:
                shown, taken = self._cut(text, room, bold)
        at = QPointF(left + self.padding + side * (room - taken), top + self._base(height, bold))
        if hit is None or bold:
            painter.drawText(at, shown)
        else:
            self._parts(painter, at, shown, hit)

    def _base(self, height: float, bold: bool) -> float:
        """How far under the top of a cell of that height words stand."""
        found = self._bases.get((height, bold))
        if found is None:
            metrics = self.metrics[bold]
            found = (height - metrics.height()) / 2 + metrics.ascent()
            self._bases[height, bold] = found
        return found

    def _cut(self, text: str, room: float, bold: bool) -> tuple[str, float]:
        """A text too long for its room as it is shown there, with its width."""
        found = self._elided.get((text, room, bold))
        if found is None:
            if len(self._elided) > REMEMBERED:
                self._elided.clear()
            metrics = self.metrics[bold]
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room + 1)
            found = self._elided[text, room, bold] = (shown, metrics.horizontalAdvance(shown))
        return found

    def _parts(self, painter: QPainter, at: QPointF, shown: str, hit: tuple[int, int]) -> None:
        """A text with one part of it bold."""
        start, end = hit
        for part, bold in ((shown[:start], False), (shown[start:end], True), (shown[end:], False)):
            painter.setFont(self.bold if bold else self.plain)
            painter.drawText(at, part)
            at = QPointF(at.x() + self.metrics[bold].horizontalAdvance(part), at.y())

    def lines(self, painter: QPainter, rect: QRectF) -> None:
        """The hairlines at the right and at the bottom."""
        painter.setPen(self.hairline)
        right, bottom = rect.right() - 0.5, rect.bottom() - 0.5
        painter.drawLines(
            [QLineF(right, rect.top(), right, rect.bottom()), QLineF(rect.left(), bottom, right, bottom)]
        )

    def sign(self, painter: QPainter, rect: QRectF) -> int:
        """ƒ at the left edge says without a tint that the program computes; gives the room it takes."""
        painter.setFont(self.look.font(11))
        painter.setPen(self.colors["text2"])
        room = rect.adjusted(2, 0, 0, 0)
        painter.drawText(room, int(_Align.AlignLeft | _Align.AlignVCenter), "ƒ")
        return self.look.px(5)

    def bar(self, painter: QPainter, rect: QRectF, bar: Bar) -> None:
        """A payment bar, or a score within its weight."""
        inside = rect.adjusted(self.padding + 1, 0, -self.padding, 0)
        if bar.prior is not None:
            paint_payment_bar(painter, inside, bar.whole, bar.prior, bar.part, self.look)
        else:
            paint_bar(painter, inside, bar.whole, bar.part, bar.whole, self.look)
