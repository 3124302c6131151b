"""The score bar: total, grade, scale, open points and problems, always visible beside the tabs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from models.kinds import round_half_up, show_number
from ui.look import Look
from ui.painting import (
    SEVERITIES,
    grade_rank,
    ordered_bands,
    paint_grade,
    paint_outline,
    paint_scale,
    paint_severity,
    severity_role,
)
from ui.words import clauses, sayings

HEIGHT = 44
_GAP, _PAD = 16, 4
_SCALE, _SCALE_WIDE = 236, 320
# What is left at each step of narrowing: first the distance goes, then the scale, then the words.
_LEVELS = (
    frozenset({"distance", "scale", "words"}),
    frozenset({"scale", "words"}),
    frozenset({"words"}),
    frozenset[str](),
)
_Form = tuple[int, int]
# Level and width of the scale, from the widest form of the bar to the narrowest.
_FORMS: tuple[_Form, ...] = ((0, _SCALE_WIDE), *((level, _SCALE) for level in range(len(_LEVELS))))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ScoreBar", text)


@dataclass(frozen=True)
class ScoreView:
    """What the score bar shows: the evaluation's total and grade, what is open, and problems by severity.

    `total` is the sum of what is scored, of `weight` points; `grade` is None while points are open. `before`
    is the total in the file while a what-if is tried. `problems` counts by severity ("error" or "错误").
    """

    total: Decimal | None
    grade: str | None = None
    bands: tuple[tuple[str, Decimal], ...] = ()
    open_count: int = 0
    open_points: Decimal = Decimal(0)
    weight: Decimal = Decimal(100)
    problems: Mapping[str, int] = field(default_factory=dict)
    before: Decimal | None = None
    full: Decimal = Decimal(100)

    @property
    def total_parts(self) -> tuple[str, str, str]:
        """The words before the total, the total, and the words after it."""
        if self.total is None:
            return "", "—", ""
        number = _number(self.total)
        lead = "" if self.before is None else f"{_number(self.before)} →"
        if self.open_points > 0:
            return f"{lead} {_tr('已评')}".strip(), number, f"/ {_number(self.weight)}"
        return lead, number, _tr("分")

    @property
    def next_grade(self) -> tuple[str, Decimal] | None:
        """The next better grade and the points missing to it; None at the best, or without a grade."""
        words = [word for word, _bound in ordered_bands(self.bands)]
        place = words.index(self.grade) if self.grade in words else 0
        if self.total is None or place == 0:
            return None
        word, bound = ordered_bands(self.bands)[place - 1]
        return (word, bound - self.total) if bound > self.total else None

    def count(self, severity: str) -> int:
        """The number of problems of a severity token."""
        return sum(number for name, number in self.problems.items() if severity_role(name) == severity)

    @property
    def spoken(self) -> str:
        """Total, grade and distance as a sentence for screen readers and the tooltip."""
        if self.total is None:
            return _tr("总分尚不能计算")
        if self.open_points > 0:
            return _tr("已评 {0} 分，满分 {1} 分").format(_number(self.total), _number(self.weight))
        said = [_tr("总分 {0}").format(_number(self.total))]
        if self.before is not None:
            said = [_tr("假设总分 {0}，现为 {1}").format(_number(self.total), _number(self.before))]
        if self.grade is not None:
            said.append(_tr("等次 {0}").format(self.grade))
        if self.next_grade is not None:
            word, missing = self.next_grade
            said.append(_tr("距{0} {1} 分").format(word, _number(missing)))
        return clauses(said)

    @property
    def spoken_open(self) -> str:
        """The open indicators as a sentence."""
        if self.open_count == 0 and self.open_points == 0:
            return _tr("没有未评的指标")
        return _tr("未评 {0} 项，共 {1} 分").format(self.open_count, _number(self.open_points))


def _number(value: Decimal) -> str:
    return show_number(round_half_up(value))


@dataclass(frozen=True)
class _Piece:
    """A text or drawing inside a part: its width, the gap before it, and how it is painted."""

    width: float
    paint: Callable[[QPainter, QRectF], None]
    gap: float = 0


class _Part(QAbstractButton):
    """A clickable part of the bar that is reached with Tab and says itself to screen readers."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._pieces: tuple[_Piece, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def compose(self, pieces: Sequence[_Piece]) -> None:
        """Show these pieces from left to right."""
        self._pieces = tuple(pieces)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the pieces with their padding."""
        return QSize(_width(self._pieces, self._look), self._look.px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pieces, on the hover colour under the mouse, framed when focused."""
        painter, frame = QPainter(self), QRectF(self.rect()).adjusted(0, 3, 0, -3)
        if self.underMouse() and self.isEnabled():
            painter.fillRect(frame, self._look.color("hover"))
        left = float(self._look.px(_PAD))
        for piece in self._pieces:
            left += piece.gap
            piece.paint(painter, QRectF(left, 0, piece.width, self.height()))
            left += piece.width
        if self.hasFocus():
            paint_outline(painter, frame, self._look.color("accent"), lines=2)
        painter.end()


def _width(pieces: Sequence[_Piece], look: Look) -> int:
    return round(sum(piece.gap + piece.width for piece in pieces) + 0.5) + 2 * look.px(_PAD)


class ScoreBar(QWidget):
    """Shows a ScoreView; narrows by dropping the distance, the scale, then the words beside counts."""

    scoreClicked = Signal()
    openClicked = Signal()
    severityClicked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """An empty bar, until show_score is called."""
        super().__init__(parent)
        self._look = look
        self._view = ScoreView(None)
        self._form = _FORMS[0]
        self._widths: dict[_Form, int] = {}
        self._score, self._open = _Part(look, self), _Part(look, self)
        self._severities = {severity: _Part(look, self) for severity in SEVERITIES}
        self._score.clicked.connect(self.scoreClicked)
        self._open.clicked.connect(self.openClicked)
        for severity, part in self._severities.items():
            part.clicked.connect(lambda _checked=False, name=severity: self.severityClicked.emit(name))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def view(self) -> ScoreView:
        """What is shown."""
        return self._view

    def show_score(self, view: ScoreView) -> None:
        """Show another state of the evaluation."""
        self._view = view
        self._restyle()

    def shown_parts(self) -> frozenset[str]:
        """Names of the parts that are shown at the present width."""
        always = frozenset({"total", "grade", "open", *SEVERITIES})
        left = always | _LEVELS[self._form[0]]
        return left if self._view.next_grade else left - {"distance"}

    def sizeHint(self) -> QSize:
        """Wide enough for every part."""
        return QSize(self._widths[0, _SCALE], self._look.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Wide enough for what is never dropped."""
        return QSize(self._widths[_FORMS[-1]], self._look.px(HEIGHT))

    def _restyle(self) -> None:
        self.setFixedHeight(self._look.px(HEIGHT))
        self._describe()
        self._widths = {form: self._needed(*form) for form in _FORMS}
        self._arrange(is_new=True)
        self.updateGeometry()
        self.update()

    def _describe(self) -> None:
        words = {"error": _tr("错误 {0} 个"), "doubt": _tr("疑点 {0} 个"), "hint": _tr("提示 {0} 个")}
        spoken = {self._score: self._view.spoken, self._open: self._view.spoken_open}
        for severity, part in self._severities.items():
            spoken[part] = words[severity].format(self._view.count(severity))
        for part, text in spoken.items():
            part.setAccessibleName(text)
            part.setToolTip(text)
        self.setAccessibleName(sayings(spoken.values()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose what fits."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self, *, is_new: bool = False) -> None:
        """Place the parts at the right; they are composed anew only when what is shown changes."""
        form = next((form for form, width in self._widths.items() if width <= self.width()), _FORMS[-1])
        if is_new or form != self._form:
            self._form = form
            for part, content in self._pieces(*form).items():
                part.compose(content)
        left = self.width() - self._widths[form]
        for part, gap in zip(self._parts, self._gaps(), strict=True):
            left += gap
            part.setGeometry(left, 0, part.sizeHint().width(), self.height())
            left += part.width()

    @property
    def _parts(self) -> tuple[_Part, ...]:
        return (self._score, self._open, *self._severities.values())

    def _gaps(self) -> tuple[int, ...]:
        """The room before each part; twice as much where a separator stands."""
        pad = 2 * self._look.px(_PAD)
        one, two = self._look.px(_GAP) - pad, 2 * self._look.px(_GAP) + 1 - pad
        return (0, two, two, one, one)

    def _needed(self, level: int, scale: int) -> int:
        widths = (_width(content, self._look) for content in self._pieces(level, scale).values())
        return sum(widths) + sum(self._gaps())

    def _pieces(self, level: int, scale: int) -> dict[_Part, list[_Piece]]:
        kept = _LEVELS[level]
        made = {self._score: self._score_pieces(kept, scale), self._open: self._open_pieces("words" in kept)}
        for severity, part in self._severities.items():
            number = self._text(str(self._view.count(severity)), 13, 600, severity, gap=4)
            made[part] = [self._shape(severity), number]
        return made

    def _score_pieces(self, kept: frozenset[str], scale: int) -> list[_Piece]:
        view, gap = self._view, _GAP
        lead, number, tail = view.total_parts
        pieces = []
        if lead and ("words" in kept or view.before is not None):
            pieces.append(self._text(lead, 12, 400, "text2", like=24))
        pieces.append(self._text(number, 24, 600, "text", gap=6 if pieces else 0))
        if tail and ("words" in kept or view.open_points > 0):
            pieces.append(self._text(tail, 12, 400, "text2", gap=5, like=24))
        pieces.append(_Piece(self._badge_width(), self._paint_grade, self._look.px(gap)))
        if "scale" in kept:
            pieces.append(self._drawing(scale, self._paint_scale, gap))
        if "distance" in kept and view.next_grade is not None:
            word, missing = view.next_grade
            pieces.append(self._text(_tr("距“{0}”").format(word), 12, 400, "text2", gap=gap))
            pieces.append(self._text(_number(missing), 12, 600, "text", gap=4))
        return pieces

    def _open_pieces(self, has_words: bool) -> list[_Piece]:
        view = self._view
        is_open = view.open_count > 0 or view.open_points > 0
        role, figure = ("doubt", "doubt") if is_open else ("text2", "text")
        pieces = [
            self._text(_tr("未评"), 12, 400, role),
            self._text(str(view.open_count), 12, 600, figure, gap=4),
        ]
        if has_words:
            pieces.append(self._text(_tr("项"), 12, 400, role, gap=4))
        if is_open:
            pieces.append(self._text(_number(view.open_points), 12, 600, figure, gap=8))
            if has_words:
                pieces.append(self._text(_tr("分"), 12, 400, role, gap=4))
        return pieces

    def _text(self, text: str, px: int, weight: int, role: str, *, gap: float = 0, like: int = 0) -> _Piece:
        """A text in the middle of the bar; `like` shares the base line of a text of that size."""
        font, line = self._look.font(px, weight), QFontMetricsF(self._look.font(like or px, weight))

        def paint(painter: QPainter, rect: QRectF) -> None:
            painter.setFont(font)
            painter.setPen(self._look.color(role))
            base = rect.center().y() + (line.ascent() - line.descent()) / 2
            painter.drawText(QPointF(rect.left(), base), text)

        return _Piece(QFontMetricsF(font).horizontalAdvance(text), paint, self._look.px(gap))

    def _shape(self, severity: str) -> _Piece:
        side = self._look.px(12)
        return self._drawing(12, lambda p, rect: paint_severity(p, _middle(rect, side), severity, self._look))

    def _drawing(self, width: int, paint: Callable[[QPainter, QRectF], None], gap: float = 0) -> _Piece:
        return _Piece(self._look.px(width), paint, self._look.px(gap))

    def _badge_width(self) -> float:
        """A square badge for one letter, a longer one for a word."""
        word = QFontMetricsF(self._look.font(14, 700)).horizontalAdvance(self._view.grade or "")
        return float(max(self._look.px(26), round(word) + self._look.px(10)))

    def _paint_grade(self, painter: QPainter, rect: QRectF) -> None:
        badge = QRectF(rect.left(), 0, self._badge_width(), self._look.px(30))
        badge.moveCenter(rect.center())
        rank = grade_rank(self._view.bands, self._view.grade)
        paint_grade(painter, badge, self._view.grade or "—", rank, self._look)

    def _paint_scale(self, painter: QPainter, rect: QRectF) -> None:
        box = QRectF(rect.left(), rect.center().y() - self._look.px(18), rect.width(), self._look.px(36))
        view = self._view
        paint_scale(painter, box, view.total, view.bands, self._look, grade=view.grade, full=view.full)

    def grade_rect(self) -> QRectF:
        """Where the grade badge is, in the bar's coordinates."""
        left = float(self._score.x() + self._look.px(_PAD))
        for piece in self._score_pieces(_LEVELS[self._form[0]], _SCALE):
            left += piece.gap
            if piece.paint == self._paint_grade:
                break
            left += piece.width
        box = QRectF(left, 0, self._badge_width(), self._look.px(30))
        box.moveCenter(QPointF(box.center().x(), self.height() / 2))
        return box

    def paintEvent(self, event: QPaintEvent) -> None:
        """The separators before the open points and before the problems."""
        painter, height = QPainter(self), self._look.px(24)
        gap = self._gaps()[1]
        for part in (self._open, self._severities["error"]):
            line = QRectF(part.x() - gap // 2 - 1, (self.height() - height) / 2, 1, height)
            painter.fillRect(line, self._look.color("border"))
        painter.end()


def _middle(rect: QRectF, side: float) -> QRectF:
    box = QRectF(0, 0, side, side)
    box.moveCenter(rect.center())
    return box
