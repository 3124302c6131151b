"""The problems that the checks found: gravest first, filtered by severity, each with what can be answered."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.checks import Problem, Severity
from services.workspace import Change
from ui.context import Context
from ui.look import Look
from ui.painting import paint_severity
from ui.panels.detail import rule
from ui.panels.problem_answers import AnswerBar
from ui.panels.problem_lines import ProblemDelegate, ProblemModel
from ui.words import worded


class ProblemView(QListView):
    """The list; Enter goes to the problem's place."""

    entered = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chosen sentence is wrapped anew at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes, all else moves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)


class ProblemList(QFrame):
    """Header with counts and filters, and the list."""

    drafted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setProperty("kind", "surface")
        self.model = ProblemModel(context, self)
        self.view = ProblemView(self)
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("校核发现的问题"))
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setItemDelegate(ProblemDelegate(self.model, context.look, self.view))
        self.chips: dict[Severity, QPushButton] = {}
        self.bar: AnswerBar | None = None
        self._kept = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._header())
        column.addWidget(rule(self))
        column.addWidget(self.view, 1)
        self.setTabOrder(self.states, self.view)
        self._connect()
        self._count()

    def _header(self) -> QHBoxLayout:
        look = self.context.look
        row = QHBoxLayout()
        row.setContentsMargins(look.px(14), look.px(5), look.px(14), look.px(5))
        row.setSpacing(look.px(8))
        title, self.total = QLabel(self.tr("校核"), self), QLabel(self)
        title.setProperty("role", "section")
        self.total.setProperty("role", "muted")
        row.addWidget(title)
        row.addWidget(self.total)
        row.addStretch(1)
        for severity in Severity:
            chip = QPushButton(self)
            chip.setProperty("small", True)
            chip.setCheckable(True)
            chip.setChecked(severity in self.model.severities)
            chip.toggled.connect(partial(self._filter_severity, severity))
            self.chips[severity] = chip
            row.addWidget(chip)
        self.states = QComboBox(self)
        self.states.setAccessibleName(self.tr("处理情况"))
        for words, waiting in (
            (self.tr("全部"), None),
            (self.tr("待处理"), True),
            (self.tr("已处理"), False),
        ):
            self.states.addItem(words, waiting)
        self.states.currentIndexChanged.connect(self._filter_state)
        row.addWidget(self.states)
        return row

    def _connect(self) -> None:
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self.view.entered.connect(self.go)
        self.view.doubleClicked.connect(lambda _index: self.go())
        self.model.modelReset.connect(self._restore)
        self.context.changed.connect(self._follow)
        self.context.look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self._count()
        self.model.reload()

    def _follow(self, _change: Change) -> None:
        if not self.model.is_current():
            self.model.reload()
        self.view.viewport().update()
        self._count()

    def _count(self) -> None:
        problems = self.context.problems
        self.total.setText(str(len(problems)))
        counts = Counter(each.severity for each in problems)
        for severity, chip in self.chips.items():
            count = counts[severity]
            chip.setText(str(count))
            chip.setIcon(shape_icon(self.context.look, severity, self.devicePixelRatioF()))
            chip.setAccessibleName(f"{worded(severity)} {count}")
            chip.setToolTip(self.tr("显示{0}，共 {1} 个").format(worded(severity), count))

    def _filter_severity(self, severity: Severity, shown: bool) -> None:
        (self.model.severities.add if shown else self.model.severities.discard)(severity)
        self.model.reload()

    def _filter_state(self, at: int) -> None:
        self.model.waiting = self.states.itemData(at)
        self.model.reload()

    def set_filter(self, text: str) -> None:
        """Show the problems whose sentence has this text."""
        self.model.words = text.strip().lower()
        self.model.reload()

    # Where one is

    def current(self) -> Problem | None:
        """The chosen problem."""
        index = self.view.currentIndex()
        return self.model.items[index.row()].problem if index.isValid() else None

    def select(self, fingerprint: str) -> bool:
        """Choose a problem; False when it is not shown."""
        at = self.model.row_of(fingerprint)
        if at >= 0:
            self.view.setCurrentIndex(self.model.index(at))
        return at >= 0

    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        if self.bar is not None:
            self.bar.hide()
        if previous.isValid() and previous.row() < len(self.model.items):
            self.view.setIndexWidget(previous, None)  # type: ignore[arg-type]
        problem = self.current()
        self._kept = problem.fingerprint if problem is not None else self._kept
        self.bar = None
        if problem is not None:
            self.bar = AnswerBar(self.context, problem, self.go)
            self.bar.drafted.connect(self.drafted)
            self.view.setIndexWidget(current, self.bar)
        self.view.doItemsLayout()
        self.view.scrollTo(current)

    def _restore(self) -> None:
        self.bar = None
        self.select(self._kept)

    def go(self) -> None:
        """Show the row that the problem is about."""
        problem = self.current()
        if problem is not None:
            place = problem.place
            self.context.show_row(place.table, place.row, place.field)


def shape_icon(look: Look, severity: Severity, ratio: float) -> QIcon:
    """A severity's shape as an icon of a button."""
    side = look.px(12)
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(picture)
    paint_severity(painter, QRectF(0, 0, side, side), severity, look)
    painter.end()
    return QIcon(picture)
