"""The renewal chain on a time line: service periods, signing, service without a contract, acceptance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from models import dates, figures
from models.checks.time import certain_days
from models.fields import Row
from models.records import Records
from models.schema import SCHEMA
from ui.look import Look
from ui.painting import paint_outline
from ui.words import clauses, in_chinese, sayings, worded

LABELS, TOP, LANE, BAR, LEGEND = 62, 26, 36, 17, 22
STEPS = (1, 2, 3, 6, 12, 24, 60, 120)


def chain_of(records: Records, contract: Row) -> tuple[Row, ...]:
    """The contract, those it renews and those that renew it, the first of all in front."""
    first, seen = contract, {contract["id"]}
    while (above := records.get("contract", first["parent"])) is not None and above["id"] not in seen:
        first = above
        seen.add(first["id"])
    found: list[Row] = []
    pending, placed = [first], set()
    while pending:
        row = pending.pop(0)
        if row["id"] in placed:
            continue
        placed.add(row["id"])
        found.append(row)
        pending = [*records.of("contract", "parent", row["id"]), *pending]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Lane:
    """One contract on the line, its dates as the days they may mean."""

    contract: str
    label: str
    text: str
    warning: str
    starts: dates.Span | None
    ends: dates.Span | None
    signed: dates.Span | None
    accepted: dates.Span | None

    @property
    def days(self) -> list[date]:
        """Every day that must find its place on the line."""
        spans = [self.starts, self.ends, self.signed, self.accepted]
        return [day for span in spans if span is not None for day in (span.first, span.last)]

    @property
    def spoken(self) -> str:
        """The lane in words."""
        return clauses(word for word in (self.label, self.text, self.warning) if word)


def lane(records: Records, contract: Row) -> Lane:
    """A contract as it stands on the line."""
    starts, signed = contract["starts_on"], contract["signed_on"]
    year = figures.year_of(signed) or figures.year_of(starts)
    word = _said("续签") if contract["parent"] else _said("合同")
    early = certain_days(starts, signed)
    amount = records.shown("contract", SCHEMA["contract"].field("amount"), contract)
    return Lane(
        contract["id"],
        f"{year or ''}{'' if in_chinese() else ' '}{word}".strip(),
        "　".join(each for each in (amount, worded(contract["procurement"] or "")) if each),
        _warning(early, starts, signed) if early else "",
        _span(starts),
        _span(contract["ends_on"]),
        _span(signed),
        _span(contract["accepted_on"]),
    )


def _warning(days: int, starts: str, signed: str) -> str:
    is_exact = _exact(dates.span(starts)) and _exact(dates.span(signed))
    words = _said("先服务，{0} 天后才签") if is_exact else _said("先服务，至少 {0} 天后才签")
    return words.format(days)


def _said(words: str) -> str:
    return QCoreApplication.translate("Timeline", words)


def _span(stored: str | None) -> dates.Span | None:
    return dates.span(stored) if stored else None


class Timeline(QWidget):
    """Lanes over months; pressing a lane asks for its contract."""

    laneClicked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.lanes: tuple[Lane, ...] = ()
        self._current = ""
        self._first, self._last = date(2000, 1, 1), date(2000, 12, 31)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._resize)

    def show_lanes(self, lanes: Sequence[Lane], current: str) -> None:
        """Show these contracts; `current` is the one whose panel this is."""
        self.lanes, self._current = tuple(lanes), current
        days = [day for each in lanes for day in each.days]
        self.setVisible(bool(days))
        if days:
            self._first = min(days).replace(day=1)
            last = max(days)
            self._last = date(last.year + last.month // 12, last.month % 12 + 1, 1)
        self.setAccessibleName(sayings(each.spoken for each in lanes))
        self.setToolTip("\n".join(each.spoken for each in lanes))
        self._resize()

    @property
    def _labels(self) -> int:
        """The width of the words before the lanes."""
        metrics = QFontMetrics(self._look.font(11, 600))
        words = (metrics.horizontalAdvance(each.label) for each in self.lanes)
        return max(self._look.px(LABELS), max(words, default=0) + self._look.px(6))

    def _resize(self) -> None:
        self.setFixedHeight(self._look.px(TOP + LANE * len(self.lanes) + LEGEND + 10))
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for a year."""
        return QSize(self._look.px(320), self.height())

    # Where things stand

    def x_of(self, day: date) -> float:
        """The place of a day's beginning."""
        left = self._labels
        room = self.width() - left - self._look.px(8)
        whole = (self._last - self._first).days or 1
        return left + room * (day - self._first).days / whole

    def _lane_at(self, y: float) -> Lane | None:
        at = int((y - self._look.px(TOP - 6)) // self._look.px(LANE))
        return self.lanes[at] if 0 <= at < len(self.lanes) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a lane."""
        found = self._lane_at(event.position().y())
        if found is not None:
            self.laneClicked.emit(found.contract)

    def _marks(self) -> list[date]:
        """The months that carry a hairline and a label, as many as their labels have room for."""
        months = (self._last.year - self._first.year) * 12 + self._last.month - self._first.month
        room = max((self.width() - self._labels - self._look.px(8)) / self._look.px(50), 1)
        step = next((each for each in STEPS if months / each <= room), STEPS[-1])
        found = []
        for number in range(0, months + 1, step):
            month = self._first.month - 1 + number
            found.append(date(self._first.year + month // 12, month % 12 + 1, 1))
        return [each for each in found if each < self._last]

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hairlines, lanes, legend."""
        painter = QPainter(self)
        painter.setFont(self._look.font(11))
        self._paint_months(painter)
        for at, each in enumerate(self.lanes):
            self._paint_lane(painter, each, self._look.px(TOP + LANE * at))
        self._paint_legend(painter)
        painter.end()

    def _paint_months(self, painter: QPainter) -> None:
        look = self._look
        bottom = look.px(TOP + LANE * len(self.lanes) + 4)
        for month in self._marks():
            x = round(self.x_of(month)) + 0.5
            painter.setPen(QPen(look.color("grid"), 1))
            painter.drawLine(QLineF(x, look.px(16), x, bottom))
            painter.setPen(look.color("text2"))
            text = f"{month.year}-{month.month:02}"
            if x + painter.fontMetrics().horizontalAdvance(text) <= self.width():
                painter.drawText(QPointF(x + 2, look.px(11)), text)
        painter.setPen(QPen(look.color("border"), 1))
        painter.drawLine(QLineF(self._labels, bottom + 0.5, self.width(), bottom + 0.5))

    def _paint_lane(self, painter: QPainter, each: Lane, y: float) -> None:
        look = self._look
        painter.setFont(look.font(11, 600 if each.contract == self._current else 400))
        painter.setPen(look.color("text"))
        label = QRectF(0, y, self._labels - look.px(4), look.px(BAR))
        painter.drawText(label, int(Qt.AlignmentFlag.AlignVCenter), each.label)
        painter.setFont(look.font(11))
        begin = each.starts or each.signed
        left = self.x_of(begin.first) if begin else float(self._labels)
        right = self.x_of(each.ends.last) if each.ends else float(self.width() - look.px(8))
        text_left = left + look.px(4)
        if each.starts is not None or each.ends is not None:
            rect = QRectF(left, y, max(right - left, 3), look.px(BAR))
            self._period(painter, rect, "selection", "accent", (_exact(each.starts), _exact(each.ends)))
        if each.warning and each.starts and each.signed:
            until = self.x_of(each.signed.first)
            rect = QRectF(left, y, max(until - left, 2), look.px(BAR))
            self._period(painter, rect, "doubt-bg", "doubt", (_exact(each.starts), True))
        if each.signed is not None:
            x = self.x_of(each.signed.first)
            painter.fillRect(QRectF(round(x) - 1, y - look.px(3), 2, look.px(21)), look.color("text"))
            text_left = max(text_left, x + look.px(4))
        if each.accepted is not None:
            middle = each.accepted.first + (each.accepted.last - each.accepted.first) / 2
            self._tick(painter, QPointF(self.x_of(middle), y + look.px(8)))
        self._words(painter, each, y, text_left, left)

    def _words(self, painter: QPainter, each: Lane, y: float, text_left: float, left: float) -> None:
        look, metrics = self._look, QFontMetricsF(painter.font())
        painter.setPen(look.color("text"))
        room = self.width() - text_left
        shown = metrics.elidedText(each.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(text_left, y, room, look.px(BAR)), int(Qt.AlignmentFlag.AlignVCenter), shown)
        if each.warning:
            painter.setPen(look.color("doubt"))
            width = metrics.horizontalAdvance(each.warning)
            x = min(left, self.width() - width)
            painter.drawText(QPointF(x, y + look.px(BAR + 13)), each.warning)

    def _period(
        self, painter: QPainter, rect: QRectF, ground: str, outline: str, closed: tuple[bool, bool]
    ) -> None:
        """A stretch of time; an end that is known only to the month or year stays open."""
        painter.fillRect(rect, self._look.color(ground))
        if all(closed):
            paint_outline(painter, rect, self._look.color(outline))
            return
        painter.setPen(QPen(self._look.color(outline), 1))
        top, bottom = rect.top() + 0.5, rect.bottom() - 0.5
        lines = [QLineF(rect.left(), y, rect.right(), y) for y in (top, bottom)]
        for is_closed, x in zip(closed, (rect.left() + 0.5, rect.right() - 0.5), strict=True):
            if is_closed:
                lines.append(QLineF(x, top, x, bottom))
        painter.drawLines(lines)

    def _tick(self, painter: QPainter, at: QPointF) -> None:
        unit = self._look.px(4)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("done"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        x = min(at.x(), self.width() - 2.0 * unit)
        points = ((-1.2, 0.1), (-0.2, 1.1), (1.5, -1.2))
        painter.drawPolyline(QPolygonF([QPointF(x + dx * unit, at.y() + dy * unit) for dx, dy in points]))
        painter.restore()

    def _paint_legend(self, painter: QPainter) -> None:
        look = self._look
        y = look.px(TOP + LANE * len(self.lanes) + 10)
        x = float(self._labels)
        for kind, words in (
            ("signed", _said("签订")),
            ("period", _said("服务期")),
            ("early", _said("无合同服务")),
            ("accepted", _said("验收")),
        ):
            swatch = QRectF(x, y + look.px(3), look.px(14), look.px(9))
            if kind == "signed":
                painter.fillRect(QRectF(x + look.px(5), y + look.px(1), 2, look.px(12)), look.color("text"))
            elif kind == "accepted":
                self._tick(painter, swatch.center())
            else:
                colors = ("selection", "accent") if kind == "period" else ("doubt-bg", "doubt")
                self._period(painter, swatch, *colors, (True, True))
            painter.setFont(look.font(11))
            painter.setPen(look.color("text2"))
            painter.drawText(QPointF(x + look.px(19), y + look.px(12)), words)
            x += look.px(19) + QFontMetricsF(painter.font()).horizontalAdvance(words) + look.px(16)


def _exact(span: dates.Span | None) -> bool:
    return span is not None and span.first == span.last
