"""Small drawings shared by widgets, cell delegates and the report preview: scale, grade, bars, marks.

Every function takes the painter, the rectangle to draw in, the figures and the Look. Lines are laid on whole
device pixels, so that they stay sharp at 125% and 150%.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from ui.look import Look

Figure = Decimal | Fraction | int
Bands = Sequence[tuple[str, Decimal]]
SEVERITIES = ("error", "doubt", "hint")
_SEVERITY_WORDS = {"错误": "error", "疑点": "doubt", "提示": "hint"}
_FLAGS_CENTER = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip


def severity_role(severity: str) -> str:
    """The token of a severity, given as token ("error") or as the word of a problem ("错误")."""
    role = _SEVERITY_WORDS.get(severity, severity)
    if role not in SEVERITIES:
        raise KeyError(severity)
    return role


def ordered_bands(bands: Bands) -> list[tuple[str, Decimal]]:
    """The grades from the best to the lowest."""
    return sorted(bands, key=lambda band: band[1], reverse=True)


def grade_rank(bands: Bands, grade: str | None) -> int | None:
    """The rank of a grade, 1 (best) to 4 (lowest and any further band); None when it is none of them."""
    words = [word for word, _bound in ordered_bands(bands)]
    return min(words.index(grade) + 1, 4) if grade in words else None


def _snap(painter: QPainter, rect: QRectF) -> QRectF:
    """The rectangle moved onto whole device pixels."""
    transform = painter.deviceTransform()
    if not transform.isScaling():
        right, down = transform.dx(), transform.dy()
        left, top = round(rect.left() + right), round(rect.top() + down)
        width, height = round(rect.right() + right) - left, round(rect.bottom() + down) - top
        return QRectF(left - right, top - down, width, height)
    mapped = transform.mapRect(rect)
    left, top = round(mapped.left()), round(mapped.top())
    whole = QRectF(left, top, round(mapped.right()) - left, round(mapped.bottom()) - top)
    back, possible = transform.inverted()
    return back.mapRect(whole) if possible else rect


def _line(painter: QPainter) -> float:
    """A thin line in logical px: one device pixel for every whole step of the scale."""
    ratio = abs(painter.deviceTransform().m22()) or 1.0
    return max(1, int(ratio)) / ratio


def paint_outline(painter: QPainter, rect: QRectF, color: QColor, lines: int = 1) -> None:
    """A sharp frame inside the rectangle, so many lines thick."""
    box, thick = _snap(painter, rect), _line(painter) * lines
    inner = box.adjusted(thick, thick, -thick, -thick)
    painter.fillRect(QRectF(box.left(), box.top(), box.width(), thick), color)
    painter.fillRect(QRectF(box.left(), inner.bottom(), box.width(), thick), color)
    painter.fillRect(QRectF(box.left(), inner.top(), thick, inner.height()), color)
    painter.fillRect(QRectF(inner.right(), inner.top(), thick, inner.height()), color)


def paint_severity(painter: QPainter, rect: QRectF, severity: str, look: Look) -> None:
    """The filled shape of a severity in the middle of the rectangle: ▲ 错误, ◆ 疑点, ● 提示."""
    role = severity_role(severity)
    unit = min(rect.width(), rect.height()) / 12
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color(role))
    painter.translate(rect.center().x() - 6 * unit, rect.center().y() - 6 * unit)
    painter.scale(unit, unit)
    if role == "error":
        painter.drawPolygon(QPolygonF([QPointF(6, 1), QPointF(11.4, 11), QPointF(0.6, 11)]))
    elif role == "doubt":
        painter.drawPolygon(QPolygonF([QPointF(6, 0.6), QPointF(11.4, 6), QPointF(6, 11.4), QPointF(0.6, 6)]))
    else:
        painter.drawEllipse(QPointF(6, 6), 4.2, 4.2)
    painter.restore()


def paint_grade(painter: QPainter, rect: QRectF, word: str, rank: int | None, look: Look) -> None:
    """The badge of a grade: letter over four squares, of which 5 − rank are filled; no rank, no colour."""
    color = look.color("text2") if rank is None else look.grade_color(rank)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, _line(painter)))
    painter.setBrush(look.color("surface"))
    half = _line(painter) / 2
    painter.drawRoundedRect(_snap(painter, rect).adjusted(half, half, -half, -half), 3, 3)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setFont(look.font(14, 700))
    unit = rect.height() / 30
    letter = QRectF(rect.left(), rect.top() + 3 * unit, rect.width(), 16 * unit)
    painter.drawText(letter, _FLAGS_CENTER, word)
    left = rect.center().x() - 11 * unit
    for index in range(4):
        square = QRectF(left + index * 6 * unit, rect.top() + 22 * unit, 4 * unit, 4 * unit)
        if rank is not None and index < 5 - rank:
            painter.fillRect(_snap(painter, square), color)
        else:
            paint_outline(painter, square, color)
    painter.restore()


def paint_bar(
    painter: QPainter,
    rect: QRectF,
    weight: Figure,
    score: Figure | None,
    heaviest: Figure,
    look: Look,
    *,
    is_branch: bool = False,
) -> None:
    """Weight and score: the outline is as long as the weight (the heaviest of its level fills the rectangle),
    the fill as the score. Without a score the outline is dashed. Leaves are 10 px high, branches 6."""
    if weight <= 0 or heaviest <= 0:
        return
    height = look.px(6 if is_branch else 10)
    box = QRectF(rect.left(), rect.center().y() - height / 2, rect.width() * _share(weight, heaviest), height)
    if score is None:
        paint_dashed(painter, box, look.color("border-strong"))
        return
    box = _snap(painter, box)
    painter.fillRect(
        QRectF(box.left(), box.top(), box.width() * _share(score, weight), box.height()), look.color("accent")
    )
    paint_outline(painter, box, look.color("border-strong"))


def paint_payment_bar(
    painter: QPainter, rect: QRectF, contract: Figure | None, prior: Figure, current: Figure, look: Look
) -> None:
    """A contract and what is paid of it: the outline is the contract, the fill paid in earlier years and this
    year. What is paid beyond the contract stands out in the error colour, right of the outline."""
    agreed, before = max(_fraction(contract or 0), 0), max(_fraction(prior), 0)
    paid = before + max(_fraction(current), 0)
    longest = max(agreed, paid)
    if longest <= 0:
        return
    height = look.px(10)
    box = _snap(painter, QRectF(rect.left(), rect.center().y() - height / 2, rect.width(), height))
    at_prior = box.width() * _share(before, longest)
    at_paid = box.width() * _share(paid, longest)
    at_agreed = box.width() * _share(agreed, longest)
    painter.fillRect(QRectF(box.left(), box.top(), at_prior, height), look.color("prior"))
    painter.fillRect(
        QRectF(box.left() + at_prior, box.top(), at_paid - at_prior, height), look.color("accent")
    )
    if paid > agreed:
        painter.fillRect(
            QRectF(box.left() + at_agreed, box.top(), at_paid - at_agreed, height), look.color("error")
        )
    paint_outline(
        painter, QRectF(box.left(), box.top(), max(at_agreed, at_paid), height), look.color("border-strong")
    )
    if 0 < agreed < paid:
        paint_outline(painter, QRectF(box.left(), box.top(), at_agreed, height), look.color("text"))


def _fraction(figure: Figure) -> Fraction:
    return figure if isinstance(figure, Fraction) else Fraction(figure)


def _share(part: Figure, whole: Figure) -> float:
    top, bottom = part.as_integer_ratio()
    whole_top, whole_bottom = whole.as_integer_ratio()
    return min(max(top * whole_bottom / (bottom * whole_top), 0.0), 1.0)


def paint_dashed(painter: QPainter, rect: QRectF, color: QColor) -> None:
    """A thin dashed frame inside the rectangle."""
    painter.save()
    half = _line(painter) / 2
    painter.setPen(QPen(color, _line(painter), Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(_snap(painter, rect).adjusted(half, half, -half, -half))
    painter.restore()


def paint_mark(painter: QPainter, cell: QRectF, severity: str, look: Look) -> None:
    """The mark of a problem in a cell's top right corner: filled corner, diagonal stroke, or dot."""
    role, color = severity_role(severity), look.color(severity_role(severity))
    right, top = cell.right(), cell.top()
    painter.save()
    painter.setClipRect(cell, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    side = look.px(8)
    if role == "error":
        painter.drawPolygon(
            QPolygonF([QPointF(right - side, top), QPointF(right, top), QPointF(right, top + side)])
        )
    elif role == "doubt":
        painter.setPen(QPen(color, look.px(3), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(right - side, top - 1), QPointF(right + 1, top + side))
    else:
        radius = look.px(4) / 2
        painter.drawEllipse(QPointF(right - 3 - radius, top + 3 + radius), radius, radius)
    painter.restore()


def paint_scale(
    painter: QPainter,
    rect: QRectF,
    total: Figure | None,
    bands: Bands,
    look: Look,
    *,
    grade: str | None = None,
    full: Figure = 100,
) -> None:
    """The grades from 0 to `full`, to scale, with their bounds below; the present one filled, ▼ at the total.

    Without a grade (points are still open) no box is filled; without a total there is no ▼ either.
    """
    at = None if total is None else rect.left() + rect.width() * _share(total, full)
    upper: Figure = full
    for rank, (word, bound) in enumerate(ordered_bands(bands), start=1):
        left = rect.left() + rect.width() * _share(max(bound, Decimal(0)), full)
        right = rect.left() + rect.width() * _share(upper, full)
        box = QRectF(left, rect.top() + look.px(9), right - left, look.px(15))
        color = look.grade_color(rank) if grade is not None and word == grade else None
        _paint_band(painter, box.adjusted(0.5, 0, -0.5, 0), word, color, at, look)
        if bound > 0:
            _paint_bound(painter, QPointF(left, rect.top() + look.px(24)), f"{bound.normalize():f}", look)
        upper = bound
    if at is not None:
        _paint_pointer(painter, QPointF(at, rect.top()), look)


def _paint_band(
    painter: QPainter, box: QRectF, word: str, color: QColor | None, at: float | None, look: Look
) -> None:
    painter.save()
    if color is None:
        painter.fillRect(_snap(painter, box), look.color("surface"))
        paint_outline(painter, box, look.color("border-strong"))
    else:
        painter.fillRect(_snap(painter, box), color)
    font = look.font(11, 400 if color is None else 700)
    painter.setFont(font)
    painter.setPen(look.color("text2" if color is None else "on-accent"))
    room = _beside_pointer(box, at, QFontMetricsF(font).horizontalAdvance(word))
    if QFontMetricsF(font).horizontalAdvance(word) <= room.width() + 2:
        painter.drawText(room, _FLAGS_CENTER, word)
    painter.restore()


def _beside_pointer(box: QRectF, at: float | None, text_width: float) -> QRectF:
    """The part of a band where its word does not touch the line of the pointer."""
    middle = box.center().x()
    if at is None or not box.left() <= at <= box.right() or abs(at - middle) > text_width / 2 + 2:
        return box
    parts = (
        QRectF(box.left(), box.top(), at - 1 - box.left(), box.height()),
        QRectF(at + 1, box.top(), box.right() - at - 1, box.height()),
    )
    return max(parts, key=QRectF.width)


def _paint_bound(painter: QPainter, foot: QPointF, text: str, look: Look) -> None:
    painter.save()
    painter.setFont(look.font(10))
    painter.setPen(look.color("text2"))
    painter.drawText(QRectF(foot.x() - 20, foot.y(), 40, look.px(13)), _FLAGS_CENTER, text)
    painter.restore()


def _paint_pointer(painter: QPainter, top: QPointF, look: Look) -> None:
    color, half = look.color("text"), look.px(10) / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(
        QPolygonF([top + QPointF(-half, 0), top + QPointF(half, 0), top + QPointF(0, look.px(8))])
    )
    painter.restore()
    painter.fillRect(_snap(painter, QRectF(top.x() - 1, top.y() + look.px(6), 2, look.px(18))), color)
