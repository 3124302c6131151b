"""概览: where the evaluation stands; every item leads to its row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.checks import Problem
from models.report.blocks import Source
from models.report.charts import payments_over_time
from models.report.material import Material
from models.schema import SCHEMA
from services.project import Entry
from services.workspace import Change
from ui.edit_labels import said_label
from ui.messages import Choice, EmptyState
from ui.panels.bars import Line, Part, RowList, room_for
from ui.panels.chart_view import ChartView
from ui.panels.detail import LINKS, Heading, column_of, rule, scrolled, surface
from ui.panels.links import LinkText
from ui.panels.links import Part as LinkPart
from ui.panels.next_step import Step, next_step
from ui.panels.overview_lines import fund_lines, rate_lines, score_lines, worst_lost
from ui.panels.phases import Phases
from ui.tab import Tab
from ui.words import headed, listed, told, worded, worded_table

RECENT, KINDS = 5, 9
BEGINNINGS = ("fund", "contract", "indicator")
"""The tables without which there is nothing to show."""
PAID = ("project", "setting", "fund", "contract", "payment", "term")
"""The tables that the chart of payments reads."""


class NextBox(QFrame):
    """The next step with its one main button."""

    def __init__(self, tab: OverviewTab) -> None:
        super().__init__(tab)
        self._tab = tab
        self._step: Step | None = None
        self.setProperty("kind", "hint")
        look = tab.context.look
        self.title, self.why = QLabel(self), QLabel(self)
        self.title.setProperty("role", "section")
        self.title.setWordWrap(True)
        self.why.setProperty("role", "note")
        self.why.setWordWrap(True)
        self.button = QPushButton(self)
        self.button.setProperty("primary", True)
        self.button.clicked.connect(self._go)
        words = QVBoxLayout()
        words.setSpacing(look.px(2))
        words.addWidget(self.title)
        words.addWidget(self.why)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(12), look.px(9), look.px(12), look.px(9))
        row.addLayout(words, 1)
        row.addWidget(self.button)

    def show_step(self, step: Step) -> None:
        """Show what to do next."""
        self._step = step
        self.title.setText(step.title)
        self.why.setText(step.why)
        self.button.setText(step.button)

    def _go(self) -> None:
        if self._step is not None:
            self._tab.context.show_row(self._step.table, self._step.row, self._step.field)


class OverviewTab(Tab):
    """Score, rates and execution at the left; what to do and what was done at the right."""

    key = "overview"
    tables: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The words on the tab."""
        return self.tr("概览")

    def build(self) -> None:
        """The stages, and two sides of lists."""
        self._per_check: dict[str, int] = {}
        self._all_kinds = False
        self._make_lists()
        self.add_body(self._with_rule(self.phases))
        look, to_do = self.context.look, scrolled(self._right())
        to_do.setMinimumWidth(look.px(330))
        to_do.setMaximumWidth(look.px(560))
        self.left = QStackedWidget(self)
        self.left.addWidget(scrolled(self._left()))
        self.left.addWidget(self._empty())
        panes = self.add_panes(self.left, to_do, (863, 496))
        panes.setStretchFactor(0, 863)
        panes.setStretchFactor(1, 496)
        self.context.look.changed.connect(self._restyle)

    def _make_lists(self) -> None:
        look, tr = self.context.look, self.tr
        self.phases = Phases(self.context, self)
        self.scores = RowList(look, tr("得分构成"))
        self.worst = QLabel(self)
        self.worst.setTextFormat(Qt.TextFormat.RichText)
        self.worst.setTextInteractionFlags(LINKS)
        self.worst.setWordWrap(True)
        self.worst.linkActivated.connect(lambda row_id: self.context.show_row("indicator", row_id))
        self.rates = RowList(look, tr("预算指标"))
        self.funds = RowList(look, tr("资金执行"))
        self.next = NextBox(self)
        self.waiting = RowList(look, tr("待处理"))
        self.waiting_title = Heading(look, tr("待处理"))
        self.recent = RowList(look, tr("最近修改"))
        self.unit = Heading(look, tr("资金执行"))
        self.paid_title = Heading(look, tr("付款进度"))
        self.paid = ChartView(look, self)
        self.paid.sourceChosen.connect(self._open_payment)

    def _left(self) -> QWidget:
        look, tr = self.context.look, self.tr
        return column_of(
            look, 12, Heading(look, tr("得分构成"), tr("框为分值，实为得分；右列为失分")), 4, self.scores, 6,
            self.worst, 10, rule(self), 10, Heading(look, tr("预算指标"), tr("与标准值比较")), 4, self.rates,
            10, rule(self), 10, self.unit, 4, self.funds, 14, self.paid_title, 4, self.paid,
        )  # fmt: skip

    def _open_payment(self, _words: str, source: Source) -> None:
        if not isinstance(source, str):
            self.context.show_row(*source)

    def _show_payments(self, change: Change | None) -> None:
        """The chart of the report, drawn again only when something that it shows has changed."""
        if change is not None and not change.touches(*PAID):
            return
        context = self.context
        chart = payments_over_time(Material(context.records, context.evaluation, context.problems))
        self.paid.show_chart(chart)
        self.paid_title.setVisible(chart is not None)

    def _right(self) -> QWidget:
        look, tr = self.context.look, self.tr
        return column_of(
            look, 12, Heading(look, tr("下一步")), 6, self.next, 14, self.waiting_title, 4, self.waiting,
            14, self._recent_heading(), 4, self.recent,
        )  # fmt: skip

    def _recent_heading(self) -> QWidget:
        box, link = QWidget(self), LinkText(self.context.look, self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Heading(self.context.look, self.tr("最近修改")), 1)
        link.say(LinkPart(self.tr("修改历史"), self.context.show_history))
        row.addWidget(link)
        return box

    def _empty(self) -> QWidget:
        """What stands in place of bars while there is nothing to draw them from."""
        page = surface(self)
        column = QVBoxLayout(page)
        choices = [Choice(self.tr("导入表格…"), self.context.importRequested.emit)]
        if self.context.workspace.project.read_only:
            choices = []
        self.empty = EmptyState(
            self.context.look,
            "money",
            self.tr("还没有资金、合同和指标"),
            self.tr("录入或导入之后，这里显示得分构成、预算指标和各项目的执行情况"),
            choices,
            parent=page,
        )
        column.addWidget(self.empty)
        return page

    def _with_rule(self, widget: QWidget) -> QWidget:
        box = surface(self)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(widget)
        column.addWidget(rule(box))
        return box

    def _restyle(self) -> None:
        self.refresh(None)

    def refresh(self, change: Change | None) -> None:
        """Every list as the rows and scores stand."""
        context = self.context
        records, evaluation, problems = context.records, context.evaluation, context.problems
        waiting = [each for each in problems if not each.settled]
        self.phases.refresh(change)
        is_empty = not any(records.live(table) for table in BEGINNINGS)
        self.left.setCurrentIndex(1 if is_empty else 0)
        show = self.context.show_row
        self.scores.show_lines(score_lines(evaluation, show))
        self.worst.setText(worst_lost(evaluation, self.context.look))
        self.worst.setVisible(bool(self.worst.text()))
        self.rates.show_lines(rate_lines(records, evaluation, show))
        self.funds.show_lines(fund_lines(records, evaluation, show))
        self.unit.note.setText(self.tr("单位：{0}").format(worded(records.money_unit)))
        self._show_payments(change)
        self.next.show_step(next_step(records, evaluation, problems))
        self.waiting_title.note.setText(str(len(waiting)))
        nothing = self.tr("录入数据后，这里列出要处理的问题") if is_empty else self.tr("没有待处理的问题")
        self.waiting.show_lines(
            self._waiting_lines(waiting)
            or [Line((Part(nothing, role="text2" if is_empty else "done"),), height=28)]
        )
        self.recent.show_lines(
            [self._entry_line(entry) for entry in context.workspace.project.history(RECENT)]
        )

    def status_words(self) -> tuple[str, str]:
        """What a press does, and who evaluates."""
        records = self.context.records
        people = len(records.live("person"))
        unit = self.tr("单位：{0}").format(worded(records.money_unit))
        team = self.tr("评价组 {0} 人　　").format(people) if people else ""
        return self.tr("点任一行，跳到该处"), f"{team}{unit}"

    # 待处理 and 最近修改

    def _waiting_lines(self, waiting: Sequence[Problem]) -> list[Line]:
        groups: dict[str, list[Problem]] = {}
        for problem in waiting:
            groups.setdefault(problem.check, []).append(problem)
        lines = [self._waiting_line(check, problems) for check, problems in groups.items()]
        hidden = len(lines) - KINDS
        if self._all_kinds or hidden < 2:
            return lines
        more = Line(
            (Part(width=18), Part(self.tr("还有 {0} 类…").format(hidden), role="accent")),
            self._show_all_kinds,
            height=28,
            below=True,
        )
        return [*lines[:KINDS], more]

    def _show_all_kinds(self) -> None:
        self._all_kinds = True
        self.refresh(None)

    def _waiting_line(self, check: str, problems: Sequence[Problem]) -> Line:
        first = problems[0]
        where = self._where(problems)
        label = worded(first.label)
        parts = (
            Part(severity=first.severity, width=18),
            Part(label, room_for(label)),
            Part(where, size=12, role="text2", gap=12, yields=True),
            Part(str(len(problems)), 30, right=True, weight=600),
            Part(icon="go", role="accent", width=24),
        )
        spoken = f"{worded(first.severity)} {label} {where} {len(problems)}"
        return Line(
            parts,
            lambda: self._show_next(check),
            spoken=spoken,
            tip="\n".join(told(each.message) for each in problems[:8]),
            height=28,
            below=True,
        )

    def _where(self, problems: Sequence[Problem]) -> str:
        tables = dict.fromkeys(each.place.table for each in problems)
        if len(problems) == 1:
            place = problems[0].place
            title = told(self.context.records.title(place.table, place.row))
            return (
                title.split("　")[-1] if place.table != "project" else worded_table(SCHEMA[place.table].label)
            )
        return listed(worded_table(SCHEMA[table].label) for table in tables)

    def _show_next(self, check: str) -> None:
        """Each press leads to the next problem of that check."""
        found = [p for p in self.context.problems if p.check == check and not p.settled]
        if not found:
            return
        at = self._per_check.get(check, -1) + 1
        self._per_check[check] = at
        problem = found[at % len(found)]
        self.context.show_row(problem.place.table, problem.place.row, problem.place.field)
        self.context.say(headed(worded(problem.severity), told(problem.message)))

    def _entry_line(self, entry: Entry) -> Line:
        when = datetime.fromisoformat(entry.time)
        is_today = when.date() == datetime.now(when.tzinfo).date()
        label = said_label(entry.label)
        parts = (
            Part(f"{when:%H:%M}" if is_today else f"{when:%m-%d}", 48, role="text2"),
            Part(entry.person, 66, role="text2"),
            Part(label),
        )
        return Line(parts, lambda: self._show_entry(entry), tip=label, height=28, below=True)

    def _show_entry(self, entry: Entry) -> None:
        for change in entry.changes[:50]:
            if self.context.records.get(change.table, change.row) is not None:
                self.context.show_row(change.table, change.row, change.field)
                return
        self.context.say(self.tr("这次修改的行已经不在了"))
