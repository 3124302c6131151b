"""A chart on the screen: the picture that is printed, in the theme's colours; marks lead to their rows."""

from __future__ import annotations

import html
from dataclasses import replace
from fractions import Fraction

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from models.report.blocks import Chart, ChartItem
from models.report.chart_drawing import drawing
from models.report.chart_shapes import SIZE, Box, Picture, Rect, Stroke, Words, plain_line
from ui.look import STANDARD_SIZE, Look
from ui.painting import paint_dashed, paint_outline
from ui.words import headed, in_chinese, sayings, told

NARROWEST, WIDEST = 300, 720
"""Between which widths a chart is drawn, in px of the design."""
UNBOUND = Fraction(1_000_000)
"""A screen has no pages: nothing is set closer to fit."""
_BACK, _ON = (Qt.Key.Key_Up, Qt.Key.Key_Left), (Qt.Key.Key_Down, Qt.Key.Key_Right)
_PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ChartView(QWidget):
    """Shows one chart as wide as there is room; `sourceChosen` carries a mark's words and its source."""

    sourceChosen = Signal(str, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._chart: Chart | None = None
        self._current = 0
        self.picture: Picture | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_chart(None)
        look.changed.connect(self._lay_out)

    def show_chart(self, chart: Chart | None) -> None:
        """Show this chart; hidden while there is none."""
        chart = self._chart = _told(chart) if chart is not None else None
        self._current = min(self._current, len(chart.items) - 1) if chart is not None else 0
        leads = chart is not None and any(each.source is not None for each in chart.items)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if leads else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_alt(chart) if chart is not None else "")
        self._describe()
        self.setVisible(chart is not None)
        self._lay_out()

    def sizeHint(self) -> QSize:
        """As high as the chart is at its present width."""
        return QSize(self._look.px(NARROWEST), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw it to the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    # Layout

    @property
    def _unit(self) -> float:
        """The px of a point: type of the charts' size is as large as that of grids."""
        return self._look.scale * STANDARD_SIZE / float(SIZE)

    def _lay_out(self) -> None:
        if self._chart is None:
            self.picture = None
            self.setFixedHeight(0)
            return
        width = min(max(self.width(), self._look.px(NARROWEST)), self._look.px(WIDEST))
        self.picture = drawing(self._chart, Fraction(width / self._unit), self._measure, UNBOUND)
        self.setFixedHeight(round(float(self.picture.height) * self._unit) + 2)
        self.update()

    def _measure(self, text: str, size: Fraction, bold: bool) -> float:
        font = self._look.font(float(size) * STANDARD_SIZE / float(SIZE), 600 if bold else 400)
        return QFontMetricsF(font).horizontalAdvance(text) / self._unit

    def _scaled(self, rect: Rect) -> QRectF:
        unit = self._unit
        return QRectF(*(float(each) * unit for each in (rect.x, rect.y, rect.width, rect.height)))

    # Marks

    @property
    def current(self) -> ChartItem | None:
        """The mark that the keys are at."""
        return self._chart.items[self._current] if self._chart is not None else None

    def area_of(self, item: int) -> QRectF:
        """Where the mark of that number is pointed at; an empty rectangle when it is not drawn."""
        areas = self.picture.areas if self.picture is not None else ()
        return next((self._scaled(each.rect) for each in areas if each.item == item), QRectF())

    def _item_at(self, place: QPointF) -> int | None:
        """The mark there; of several the smallest."""
        areas = self.picture.areas if self.picture is not None else ()
        found = [each for each in areas if self._scaled(each.rect).contains(place)]
        return min(found, key=lambda each: each.rect.width * each.rect.height).item if found else None

    def _go(self, item: int) -> None:
        if self._chart is not None:
            self._current = min(max(item, 0), len(self._chart.items) - 1)
            self._describe()
            self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(_words(self.current) if self.current is not None else "")

    def _choose(self) -> None:
        item = self.current
        if item is not None and item.source is not None:
            self.sourceChosen.emit(_words(item), item.source)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a mark leads to its row."""
        item = self._item_at(event.position())
        if item is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._go(item)
        self._choose()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what leads somewhere."""
        at = self._item_at(event.position())
        leads = at is not None and self._chart is not None and self._chart.items[at].source is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from mark to mark, Enter and Space press one."""
        if event.key() in _BACK:
            self._go(self._current - 1)
        elif event.key() in _ON:
            self._go(self._current + 1)
        elif event.key() in _PRESS:
            self._choose()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """The whole words of the mark under the pointer, as text and never as markup."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._item_at(QPointF(event.pos()))
            item = self._chart.items[at] if at is not None and self._chart is not None else None
            QToolTip.showText(event.globalPos(), tip(item) if item is not None else "", self)
            return True
        return super().event(event)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The shapes in their order, then the frame of the mark that the keys are at."""
        if self.picture is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("surface"))
        for shape in self.picture.shapes:
            match shape:
                case Box():
                    self._paint_box(painter, shape)
                case Stroke():
                    self._paint_stroke(painter, shape)
                case Words():
                    self._paint_words(painter, shape)
        if self.hasFocus():
            paint_outline(painter, self.area_of(self._current), self._look.color("accent"), 2)
        painter.end()

    def _paint_box(self, painter: QPainter, box: Box) -> None:
        rect, look = self._scaled(box.rect), self._look
        if box.fill is not None:
            painter.fillRect(rect, look.color(box.fill))
        if box.outline is not None:
            outline = paint_dashed if box.dashed else paint_outline
            outline(painter, rect, look.color(box.outline))

    def _paint_stroke(self, painter: QPainter, stroke: Stroke) -> None:
        unit, look = self._unit, self._look
        points = [QPointF(float(x) * unit, float(y) * unit) for x, y in stroke.points]
        if not stroke.closed:
            points = [QPointF(round(each.x()) + 0.5, round(each.y()) + 0.5) for each in points]
        pen = QPen(look.color(stroke.role), max(1, round(float(stroke.thickness) * unit)))
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(look.color(stroke.fill) if stroke.fill is not None else Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, stroke.closed)
        (painter.drawPolygon if stroke.closed else painter.drawPolyline)(QPolygonF(points))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_words(self, painter: QPainter, words: Words) -> None:
        size = float(words.size) * STANDARD_SIZE / float(SIZE)
        painter.setFont(self._look.font(size, 600 if words.bold else 400))
        painter.setPen(self._look.color(words.role))
        painter.drawText(
            QPointF(float(words.left) * self._unit, float(words.y) * self._unit), told(words.text)
        )


def _told(chart: Chart) -> Chart:
    """The chart with its words in the language of the screen."""
    items = tuple(replace(each, label=told(each.label), text=told(each.text)) for each in chart.items)
    notes = tuple(map(told, chart.notes))
    return replace(chart, caption=told(chart.caption), items=items, reading=told(chart.reading), notes=notes)


def _alt(chart: Chart) -> str:
    """The chart in words, for those who do not see it."""
    if in_chinese():
        return chart.alt
    items = (headed(each.label, each.text) for each in chart.items)
    return sayings(part for part in (chart.caption, chart.reading, *items, *chart.notes) if part)


def _words(item: ChartItem) -> str:
    return f"{plain_line(item.label)}　{plain_line(item.text)}"


def tip(item: ChartItem) -> str:
    """The words of a mark for a tooltip, which shows markup: every sign of the text stands for itself."""
    return f"<qt>{html.escape(_words(item))}</qt>"
