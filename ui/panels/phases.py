"""The stages of an evaluation as one line; pressing a stage says that the work has come there."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from models.schema import SCHEMA
from services.workspace import Change
from ui.context import Context
from ui.look import Look
from ui.painting import paint_outline
from ui.panels.bars import PaintedButton
from ui.words import clauses, worded

DONE, NOW, AHEAD = "done", "now", "ahead"


class PhaseButton(PaintedButton):
    """One stage: a tick when it is behind, its number on the accent when it is now, else in a circle."""

    def __init__(self, look: Look, number: int, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.number = look, number
        self.state = AHEAD
        self.setText(word)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_state(self, state: str) -> None:
        """Behind, now or ahead."""
        self.state = state
        words = {DONE: self.tr("已完成"), NOW: self.tr("当前阶段"), AHEAD: self.tr("未到")}
        self.setAccessibleName(clauses((f"{self.number} {self.text()}", words[state])))
        self.setToolTip(self.tr("把工作阶段改为“{0}”").format(self.text()))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Mark and word."""
        width = QFontMetricsF(self._look.font(13, 600)).horizontalAdvance(self.text())
        return QSize(round(width) + self._look.px(24), self._look.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Mark and word."""
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.px(16)
        circle = QRectF(1, (self.height() - side) / 2, side, side)
        role = {DONE: "done", NOW: "text", AHEAD: "text2"}[self.state]
        if self.state == DONE:
            painter.drawPixmap(
                QPointF(circle.left() + 1, circle.top() + 1),
                look.icon_pixmap("done", look.px(14), "done", self.devicePixelRatioF()),
            )
        else:
            is_now = self.state == NOW
            painter.setPen(QPen(look.color("accent" if is_now else "border-strong"), 1))
            painter.setBrush(look.color("accent" if is_now else "surface"))
            painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5))
            painter.setFont(look.font(11))
            painter.setPen(look.color("on-accent" if is_now else "text2"))
            painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), str(self.number))
        painter.setFont(look.font(13, 600 if self.state == NOW else 400))
        painter.setPen(look.color(role))
        room = QRectF(look.px(22), 0, self.width() - look.px(22), self.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        if self.hasFocus() and self.frames_focus:
            paint_outline(painter, QRectF(self.rect()), look.color("accent"), 2)
        painter.end()


class _Between(QWidget):
    """The line from one stage to the next."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setMaximumWidth(look.px(64))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline."""
        painter, gap = QPainter(self), self._look.px(8)
        painter.setPen(QPen(self._look.color("border"), 1))
        middle = self.height() // 2 + 0.5
        painter.drawLine(QLineF(gap, middle, self.width() - gap, middle))
        painter.end()


class Phases(QFrame):
    """The seven stages; the project's own is marked."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "surface")
        self.context = context
        look = context.look
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), 0, look.px(16), 0)
        row.setSpacing(0)
        self.setFixedHeight(look.px(39))
        self.buttons: list[PhaseButton] = []
        words = SCHEMA["project"].field("phase").choices
        for number, word in enumerate(words, start=1):
            button = PhaseButton(look, number, worded(word), self)
            button.clicked.connect(lambda _checked=False, word=word: self.choose(word))
            self.buttons.append(button)
            row.addWidget(button)
            if number < len(words):
                row.addWidget(_Between(look, self), 1)
        row.addStretch(1)
        self.refresh(None)

    def choose(self, word: str) -> None:
        """Put the project into that stage."""
        project = self.context.records.project
        if project["phase"] == word or self.context.workspace.project.read_only:
            return
        sentence = self.context.typed("project", project["id"], "phase", word)
        if sentence is None:
            done = self.tr("工作阶段改为“{0}”").format(worded(word))
            self.context.toast(done, self.tr("撤销"), self.context.workspace.undo)
        else:
            self.context.say(sentence)

    def refresh(self, change: Change | None) -> None:
        """Show where the work stands."""
        now = self.context.records.project["phase"]
        words = SCHEMA["project"].field("phase").choices
        at = words.index(now) if now in words else -1
        for place, button in enumerate(self.buttons):
            button.show_state(DONE if place < at else NOW if place == at else AHEAD)
