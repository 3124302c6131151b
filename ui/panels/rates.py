"""The three budget rates with numerator and denominator in sight, and the choice of the denominator."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models import kinds, rates
from models.checks.budget import STANDARDS
from models.defaults import SETTINGS
from models.evaluation import Evaluation
from models.records import Records
from services.workspace import Change
from ui.context import Context
from ui.panels.detail import Heading
from ui.panels.solver_strip import SolverDialog, SolverStrip
from ui.words import calculated, in_chinese, worded

BASES: Mapping[str, str] = {
    rates.EXECUTION: "execution_base",
    rates.ADJUSTMENT: "adjustment_base",
    rates.CARRY_OVER: "carry_over_base",
}
NARROW, LEAST = 680, 360
"""Below this width the calculations stand in lines of their own."""
_FIGURES = re.compile(r"−?[\d,]+\.\d+")


@dataclass(frozen=True, slots=True)
class Standing:
    """A rate beside its standard: its text, how it is calculated, what it says and in which tone."""

    name: str
    value: str
    calculation: str
    said: str
    tone: str
    standard: str


def standings(records: Records, evaluation: Evaluation) -> list[Standing]:
    """The three rates of the whole project as they stand against their standards."""
    found = []
    for each in STANDARDS:
        fact = evaluation.facts.project[each.fact]
        limit = Fraction(records.setting_number(each.setting))
        if fact.value is None:
            said, tone = calculated(fact.reason), "text2"
        else:
            said, tone = _against(Fraction(kinds.round_half_up(fact.value)), limit, each.low_is_bad)
        found.append(Standing(each.fact, fact.shown, fact.calculation, said, tone, kinds.show_rate(limit)))
    return found


def _against(shown: Fraction, limit: Fraction, low_is_bad: bool) -> tuple[str, str]:
    gap = limit - shown if low_is_bad else abs(shown) - limit
    if gap <= 0:
        return _said("达到标准值") if low_is_bad else _said("未超过标准值"), "done"
    words = _said("低于 {0} 个百分点") if low_is_bad else _said("超过 {0} 个百分点")
    return words.format(kinds.show_number(kinds.round_half_up(gap))), "doubt"


def _said(words: str) -> str:
    return QCoreApplication.translate("Rates", words)


class QuietCombo(QComboBox):
    """A choice that the wheel changes only while it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class _Row:
    """The widgets of one rate."""

    def __init__(self, panel: RatesPanel, grid: QGridLayout, at: int, name: str) -> None:
        self.name, self._panel, look = name, panel, panel.context.look
        self._grid, self._line = grid, at * 3
        rule = QFrame(panel)
        rule.setProperty("kind", "rule")
        grid.addWidget(rule, self._line, 0, 1, 5)
        title, self.value = QLabel(worded(name), panel), QLabel(panel)
        title.setProperty("role", "section")
        self.value.setProperty("role", "rate")
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.formula = QLabel(panel)
        self.formula.setTextFormat(Qt.TextFormat.RichText)
        self.formula.setWordWrap(True)
        self.formula.setMinimumWidth(look.px(80))
        self.base = QuietCombo(panel)
        setting = SETTINGS[BASES[name]]
        for choice in setting.choices:
            self.base.addItem(worded(choice), choice)
        self.base.setAccessibleName(worded(setting.label))
        self.base.setToolTip(worded(setting.label))
        self.base.setFixedWidth(look.px(104 if in_chinese() else 136))
        self.base.activated.connect(self._choose)
        self.base.setEnabled(not panel.context.workspace.project.read_only)
        self.said, self.standard = QLabel(panel), QLabel(panel)
        self.said.setWordWrap(True)
        self.standard.setProperty("role", "note")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.said)
        words.addWidget(self.standard)
        words.addStretch(1)
        for column, widget in enumerate((title, self.value, self.formula, self.base)):
            grid.addWidget(widget, self._line + 1, column)
        grid.addLayout(words, self._line + 1, 4)
        grid.setRowMinimumHeight(self._line + 1, look.px(49))

    def stand(self, *, is_narrow: bool) -> None:
        """Put the calculation and its base under the figures where there is no room beside them."""
        wide, narrow = ((1, 2, 1, 1), (1, 3, 1, 1)), ((2, 0, 1, 3), (2, 3, 1, 2))
        for widget, (line, *place) in zip(
            (self.formula, self.base), narrow if is_narrow else wide, strict=True
        ):
            self._grid.removeWidget(widget)
            self._grid.addWidget(widget, self._line + line, *place)
        self._grid.setRowMinimumHeight(self._line + 2, self._panel.context.look.px(38) if is_narrow else 0)

    def _choose(self) -> None:
        sentence = self._panel.context.choose(BASES[self.name], self.base.currentData())
        if sentence is not None:
            self._panel.context.say(sentence)
            self._panel.refresh(None)

    def show(self, standing: Standing, base: str) -> None:
        self.value.setText(standing.value)
        bold = _FIGURES.sub(lambda match: f"<b>{match[0]}</b>", html.escape(calculated(standing.calculation)))
        self.formula.setText(bold)
        self.formula.setAccessibleName(calculated(standing.calculation))
        self.base.setCurrentIndex(self.base.findData(base))
        self.said.setText(standing.said)
        if self.said.property("role") != standing.tone:
            self.said.setProperty("role", "muted" if standing.tone == "text2" else standing.tone)
            self.said.style().unpolish(self.said)
            self.said.style().polish(self.said)
        self.standard.setText(QCoreApplication.translate("Rates", "标准 {0}").format(standing.standard))


class RatesPanel(QFrame):
    """预算执行率, 预算调整率 and 结余结转率 of the whole project."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "surface")
        self.context, self._is_narrow = context, False
        look = context.look
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(8))
        column.setSpacing(look.px(6))
        head = QHBoxLayout()
        self._heading = Heading(look, self.tr("预算指标"), self.tr("分子、分母随口径改变"), self)
        head.addWidget(self._heading, 1)
        self.solve_button = QPushButton(look.icon("solve"), self.tr("反推…"), self)
        self.solve_button.setToolTip(self.tr("由印出的率反推年初预算等基数的范围"))
        self.solve_button.clicked.connect(lambda _checked=False: self.ask_solver())
        head.addWidget(self.solve_button)
        column.addLayout(head)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, look.px(68))
        grid.setColumnMinimumWidth(1, look.px(76))
        grid.setColumnMinimumWidth(4, look.px(150))
        grid.setColumnStretch(2, 5)
        grid.setColumnStretch(4, 1)
        column.addLayout(grid)
        self.strip = SolverStrip(context, self)
        column.addWidget(self.strip)
        column.addStretch(1)
        look.changed.connect(self._restyle)
        self.rows = {name: _Row(self, grid, at, name) for at, name in enumerate(BASES)}
        self.refresh(None)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the figures without their calculations."""
        needed = super().minimumSizeHint()
        return needed if self._is_narrow else QSize(self.context.look.px(LEAST), needed.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The calculations beside the figures, or under them."""
        super().resizeEvent(event)
        is_narrow = self.width() < self.context.look.px(NARROW)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._heading.note.setVisible(not is_narrow)
            for row in self.rows.values():
                row.stand(is_narrow=is_narrow)

    def refresh(self, change: Change | None) -> None:
        """Show the rates as they stand."""
        records, evaluation = self.context.records, self.context.evaluation
        for standing in standings(records, evaluation):
            self.rows[standing.name].show(standing, records.setting(BASES[standing.name]))
        self.strip.refresh()

    def _restyle(self) -> None:
        self.solve_button.setIcon(self.context.look.icon("solve"))

    def ask_solver(self) -> None:
        """Ask which printed rates to solve for which base."""
        dialog = SolverDialog(self.context, self)
        dialog.exec()
        dialog.deleteLater()
        self.strip.refresh()
