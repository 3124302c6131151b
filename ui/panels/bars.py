"""Lists of painted rows: words, figures and a bar to scale in columns, each row one thing to press."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from models.report.chart_bars import Scale
from ui.look import Look
from ui.painting import paint_outline, paint_severity

SHORTEST = 60
"""What a bar needs at least, in px of the design."""


@dataclass(frozen=True, slots=True)
class Extent:
    """A bar on the scale of its column, as the report's charts have it: so far outlined, so far filled."""

    scale: Scale
    outlined: Fraction | None
    filled: Fraction | None
    height: int = 12


@dataclass(frozen=True, slots=True)
class Part:
    """One column of a row.

    `width` in px of the design; 0 takes what is left, and a bar does up to `most`. `gap` keeps it from the
    column before, `yields` lets it go where not all have room. `role` is a colour of the theme.
    """

    text: str = ""
    width: int = 0
    right: bool = False
    weight: int = 400
    size: int = 13
    role: str = "text"
    bar: Extent | None = None
    severity: str = ""
    icon: str = ""
    gap: int = 0
    most: int = 0
    dotted: bool = False
    yields: bool = False


def room_for(words: str, least: int = 0) -> int:
    """About the width of words at 13 px, in px of the design: a Chinese character takes twice a letter."""
    return max(least, round(sum(13 if each > "\u2e80" else 6.6 for each in words)) + 4)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a list: its columns, what pressing it does, what it says aloud, and how it is ruled."""

    parts: tuple[Part, ...]
    run: Callable[[], object] | None = None
    spoken: str = ""
    tip: str = ""
    height: int = 27
    above: bool = False
    below: bool = False

    @property
    def words(self) -> str:
        """All its words."""
        return self.spoken or " ".join(part.text for part in self.parts if part.text)


class PaintedButton(QAbstractButton):
    """A button that paints itself and frames its focus only for those who came to it by keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frames_focus = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self.frames_focus = event.reason() in _BY_KEYS
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class PaintedRow(PaintedButton):
    """One row: its columns painted, the whole of it a button where it leads somewhere."""

    def __init__(self, look: Look, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(lambda: self._line.run() if self._line.run else None)
        self.show_line(line)

    def show_line(self, line: Line) -> None:
        """Show this in place of what stood here."""
        self._line = line
        leads = line.run is not None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if leads else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(line.words)
        self.setToolTip(line.tip)
        self.setFixedHeight(self._look.px(line.height))
        self.update()

    @property
    def line(self) -> Line:
        """What it shows."""
        return self._line

    def sizeHint(self) -> QSize:
        """Room for all fixed columns."""
        return QSize(self._look.px(sum(p.width + p.gap for p in self._line.parts)), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, columns, hairlines, focus."""
        painter, look = QPainter(self), self._look
        if self._line.run is not None and self.underMouse():
            painter.fillRect(self.rect(), look.color("hover"))
        columns = self._columns()
        right = max((rect.right() for part, rect in columns), default=0.0)
        if self._line.above:
            painter.setPen(QPen(look.color("border"), 1))
            painter.drawLine(QLineF(0, 0.5, right, 0.5))
        if self._line.below:
            painter.setPen(QPen(look.color("grid"), 1))
            painter.drawLine(QLineF(0, self.height() - 0.5, right, self.height() - 0.5))
        for part, rect in columns:
            self._paint_part(painter, part, rect)
        if self.hasFocus() and self.frames_focus:
            paint_outline(painter, QRectF(self.rect()), look.color("accent"), 2)
        painter.end()

    def _columns(self) -> list[tuple[Part, QRectF]]:
        look, parts = self._look, list(self._line.parts)
        while (fixed := self._fixed(parts)) > self.width() and any(part.yields for part in parts):
            parts.remove(next(part for part in parts if part.yields))
        if fixed > self.width() and parts:
            parts = self._narrowed(parts, fixed - self.width())
            fixed = self._fixed(parts)
        fixed -= sum(self._look.px(SHORTEST) for part in parts if part.most and not part.width)
        elastic = [part for part in parts if not part.width]
        spare = max(self.width() - fixed, 0) // max(len(elastic), 1)
        found, left = [], 0.0
        for part in parts:
            width = look.px(part.width) if part.width else spare
            if part.most:
                width = min(width, look.px(part.most))
            left += look.px(part.gap)
            found.append((part, QRectF(left, 0, width, self.height())))
            left += width
        return found

    def _narrowed(self, parts: Sequence[Part], over: int) -> list[Part]:
        """The widest column of words gives way, so that what stands behind it stays in sight."""
        widest = max(parts, key=lambda part: part.width)
        width = max(widest.width - ceil(over / self._look.scale), 1)
        return [replace(part, width=width) if part is widest else part for part in parts]

    def _fixed(self, parts: Sequence[Part]) -> int:
        """The width that the columns need, a bar at its shortest."""
        shortest = self._look.px(SHORTEST)
        return sum(
            (self._look.px(part.width) if part.width else shortest if part.most else 0)
            + self._look.px(part.gap)
            for part in parts
        )

    def _paint_part(self, painter: QPainter, part: Part, rect: QRectF) -> None:
        look = self._look
        if part.bar is not None:
            paint_extent(painter, rect, part.bar, look)
            return
        if part.severity:
            paint_severity(painter, QRectF(rect.left(), 0, look.px(12), rect.height()), part.severity, look)
            return
        if part.icon:
            side = look.px(14)
            picture = look.icon_pixmap(part.icon, side, part.role, self.devicePixelRatioF())
            painter.drawPixmap(round(rect.right() - side), round(rect.center().y() - side / 2), picture)
            return
        font = look.font(part.size, part.weight)
        painter.setFont(font)
        painter.setPen(look.color(part.role))
        metrics = QFontMetricsF(font)
        text = metrics.elidedText(part.text, Qt.TextElideMode.ElideRight, rect.width() + 1)
        side = Qt.AlignmentFlag.AlignRight if part.right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignVCenter), text)
        if part.dotted:
            self._underline(painter, rect, metrics.horizontalAdvance(text), part)

    def _underline(self, painter: QPainter, rect: QRectF, width: float, part: Part) -> None:
        left = rect.right() - width if part.right else rect.left()
        y = rect.center().y() + self._look.px(9) + 0.5
        painter.setPen(QPen(self._look.color(part.role), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(left, y, left + width, y))


def paint_extent(painter: QPainter, rect: QRectF, bar: Extent, look: Look) -> None:
    """A bar from zero: outline and filled part, what is filled beyond the outline standing out."""
    height = look.px(bar.height)
    top = round(rect.center().y() - height / 2)

    def place(figure: Fraction) -> float:
        return rect.left() + rect.width() * float(bar.scale.at(figure))

    def box(one: Fraction, other: Fraction) -> QRectF:
        left, right = sorted((place(one), place(other)))
        return QRectF(left, top, right - left, height)

    zero, outlined = Fraction(0), max(bar.outlined or Fraction(0), Fraction(0))
    if bar.filled:
        painter.fillRect(box(zero, bar.filled), look.color("accent"))
        if bar.outlined is not None and bar.filled > outlined:
            painter.fillRect(box(outlined, bar.filled), look.color("error"))
    if bar.outlined:
        paint_outline(painter, box(zero, bar.outlined), look.color("border-strong"))


class RowList(QWidget):
    """Painted rows under each other; a row keeps its focus while the figures in it change."""

    def __init__(self, look: Look, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.rows: list[PaintedRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setAccessibleName(name)
        look.changed.connect(self._restyle)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these rows."""
        for row, line in zip(self.rows, lines, strict=False):
            row.show_line(line)
        for line in lines[len(self.rows) :]:
            row = PaintedRow(self._look, line, self)
            self.rows.append(row)
            self._column.addWidget(row)
        while len(self.rows) > len(lines):
            gone = self.rows.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def texts(self) -> list[str]:
        """What each row says."""
        return [row.line.words for row in self.rows]

    def _restyle(self) -> None:
        for row in self.rows:
            row.show_line(row.line)
