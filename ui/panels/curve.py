"""The curve of a rule: what every value would be worth, with the indicator's own value marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from models import kinds, rules
from models.evaluation import Node, Role
from models.figures import exact
from models.measure import unit_of
from models.rules import BadParameters, Case, Parameters
from ui.look import Look

CURVED = ("linear", "ratio", "deduct", "tiers")
STEPS = 135
TICKS = 4
ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Curve:
    """Points of value and score, the axis ends, ticks below, and where the indicator stands."""

    points: tuple[tuple[Fraction, Fraction], ...]
    low: Fraction
    high: Fraction
    weight: Fraction
    ticks: tuple[Fraction, ...]
    unit: str
    here: tuple[Fraction, Fraction] | None


def curve_of(node: Node) -> Curve | None:
    """The curve of an indicator's rule; None for rules that have none or cannot be used."""
    kind, weight = node.row["rule"], node.weight
    if kind not in CURVED or node.role is Role.BRANCH or weight is None or weight <= 0 or node.absent:
        return None
    try:
        parameters = rules.parse_parameters(kind, node.row["parameters"])
    except BadParameters:
        return None
    target, full = exact(node.row["target"]), Fraction(weight)
    marks = _marks(kind, parameters, target, full)
    if not marks:
        return None
    low, high = _ends(marks, node.value)
    unit = unit_of(node.row) or ("%" if node.value_text.endswith("%") else "")
    points = _points(kind, parameters, Case(full, target=target, unit=unit), low, high, marks)
    here = None
    if node.value is not None and node.computed is not None:
        here = (node.value, Fraction(node.computed))
    return Curve(points, low, high, full, _ticks(low, high), unit, here) if points else None


def _marks(kind: str, parameters: Parameters, target: Fraction | None, weight: Fraction) -> list[Fraction]:
    """The values at which the rule turns or jumps; between them most rules are straight."""
    if kind == "linear":
        return sorted((parameters["full"], parameters["zero"]))
    if kind == "tiers":
        rows = parameters["bands"]
        return sorted({row[end] for row in rows for end in ("from", "to") if row[end] is not None})
    if kind == "ratio":
        if target is None or target <= 0:
            return []
        if parameters["direction"] == "reverse":
            return [target, 3 * target]
        shares = [share for share in (parameters["floor"], parameters["over_cap"]) if share is not None]
        return sorted({ZERO, target, *(target * share / 100 for share in shares)})
    standard = target if parameters["standard"] is None else parameters["standard"]
    if standard is None:
        return []
    each = parameters["points"] * (weight / 100 if parameters["unit"] == "分值%" else 1)
    reach = parameters["step"] * (weight / each if each else Fraction(5))
    before = standard - reach if parameters["direction"] in ("under", "both") else standard
    after = standard + reach if parameters["direction"] in ("over", "both") else standard
    return sorted({before, standard, after})


def _ends(marks: Sequence[Fraction], value: Fraction | None) -> tuple[Fraction, Fraction]:
    low, high = marks[0], marks[-1]
    room = (high - low) / 4 if high > low else max(abs(high) / 4, Fraction(1))
    wide_low, wide_high = low - 2 * room, high + room
    if low >= 0:
        wide_low = max(wide_low, ZERO)
    if value is not None:
        span = wide_high - wide_low
        wide_low = min(wide_low, value - span / 20) if value < wide_low else wide_low
        wide_high = max(wide_high, value + span / 10) if value >= wide_high else wide_high
    return wide_low, wide_high


def _points(
    kind: str, parameters: Parameters, case: Case, low: Fraction, high: Fraction, marks: Sequence[Fraction]
) -> tuple[tuple[Fraction, Fraction], ...]:
    bends = kind == "ratio" and parameters["direction"] == "reverse"
    steps = STEPS if bends or (kind == "deduct" and parameters["fraction"] != "pro_rata") else 1
    stride = (high - low) / steps
    hair = (high - low) / 100_000
    values = {low + stride * step for step in range(steps + 1)}
    values |= {mark + shift for mark in marks for shift in (-hair, ZERO, hair) if low <= mark + shift <= high}
    found = []
    for value in sorted(values):
        case_here = Case(case.weight, value=value, target=case.target, unit=case.unit)
        score = rules.score(kind, parameters, case_here).score
        if score is not None:
            found.append((value, score))
    return tuple(found)


def _ticks(low: Fraction, high: Fraction) -> tuple[Fraction, ...]:
    """Round values along the axis, about four."""
    wanted, stride = (high - low) / TICKS, Fraction(1)
    while stride < wanted:
        stride *= 10
    while stride > wanted:
        stride /= 10
    stride = next((stride * by for by in (2, 5) if stride * by >= wanted), stride * 10)
    first = -(-low // stride)
    return tuple(stride * at for at in range(int(first), int(high // stride) + 1))


def _label(value: Fraction, unit: str) -> str:
    shown = kinds.canonical(kinds.round_half_up(value, 2)).replace("-", "−")
    return shown + (unit if unit == "%" else "")


class RuleCurve(QWidget):
    """Draws a curve, 270 × 76 and its labels; hidden while there is none."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.curve: Curve | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """Plot, labels left of it and below it."""
        return QSize(self._look.px(34 + 270 + 8), self._look.px(8 + 76 + 22))

    def show_node(self, node: Node | None) -> None:
        """Show the curve of an indicator's rule."""
        self.curve = curve_of(node) if node is not None else None
        self.setVisible(self.curve is not None)
        self.setAccessibleName(self.label)
        self.update()

    @property
    def label(self) -> str:
        """The words beside the mark: 88.33% → 2.08."""
        if self.curve is None or self.curve.here is None:
            return ""
        value, score = self.curve.here
        shown, points = (kinds.show_number(kinds.round_half_up(each)) for each in (value, score))
        return f"{shown}{'%' if self.curve.unit == '%' else ''} → {points}"

    def _place(self, plot: QRectF, value: Fraction, score: Fraction) -> QPointF:
        assert self.curve is not None
        across = float((value - self.curve.low) / (self.curve.high - self.curve.low))
        up = float(score / self.curve.weight)
        return QPointF(plot.left() + across * plot.width(), plot.bottom() - up * plot.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lines at no and full score, the curve, ticks, and the mark with its words."""
        curve, look = self.curve, self._look
        if curve is None:
            return
        painter = QPainter(self)
        plot = QRectF(look.px(34), look.px(8), look.px(270), look.px(76))
        self._axes(painter, plot, curve)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QPolygonF([self._place(plot, value, score) for value, score in curve.points])
        painter.setPen(QPen(look.color("accent"), look.px(2)))
        painter.drawPolyline(line)
        if curve.here is not None:
            self._mark(painter, plot, self._place(plot, *curve.here))
        painter.end()

    def _axes(self, painter: QPainter, plot: QRectF, curve: Curve) -> None:
        look = self._look
        for part, role in ((0.0, "grid"), (0.5, "grid"), (1.0, "border-strong")):
            painter.setPen(QPen(look.color(role), 1))
            height = round(plot.top() + part * plot.height()) + 0.5
            painter.drawLine(QPointF(plot.left(), height), QPointF(plot.right(), height))
        painter.setFont(look.font(11))
        painter.setPen(look.color("text2"))
        flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for height, words in (
            (plot.top(), kinds.show_number(kinds.round_half_up(curve.weight))),
            (plot.bottom(), "0"),
        ):
            painter.drawText(QRectF(0, height - 8, plot.left() - look.px(6), 16), flags, words)
        for tick in curve.ticks:
            left = self._place(plot, tick, ZERO).x()
            box = QRectF(left - 40, plot.bottom() + look.px(4), 80, look.px(16))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignHCenter), _label(tick, curve.unit))

    def _label_place(self, at: QPointF, plot: QRectF, width: float, height: float) -> tuple[float, float]:
        """Beside the mark where the curve is not: below right or above left of one that rises."""
        assert self.curve is not None
        rises = self.curve.points[-1][1] >= self.curve.points[0][1]
        below, above = at.y() + 2, at.y() - 6 - height
        right, left = at.x() + 8, at.x() - 8 - width
        places = ((right, below), (left, above)) if rises else ((left, below), (right, above))
        for across, down in (*places, (left, above), (right, above)):
            inside = plot.left() <= across and across + width <= self.width()
            if inside and down >= 0 and down + height < plot.bottom():
                return across, down
        return max(left, 0.0), max(above, 0.0)

    def _mark(self, painter: QPainter, plot: QRectF, at: QPointF) -> None:
        look, words = self._look, self.label
        dots = QPen(look.color("text"), 1, Qt.PenStyle.DotLine)
        painter.setPen(dots)
        painter.drawLine(QPointF(plot.left(), at.y()), at)
        painter.drawLine(at, QPointF(at.x(), plot.bottom()))
        painter.setPen(QPen(look.color("text"), 2))
        painter.setBrush(QColor(look.color("surface")))
        painter.drawEllipse(at, 4, 4)
        font = look.font(12, 600)
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(words)
        left, top = self._label_place(at, plot, width, metrics.height())
        painter.setFont(font)
        painter.drawText(
            QRectF(left, top, width + 2, metrics.height()), int(Qt.AlignmentFlag.AlignLeft), words
        )
