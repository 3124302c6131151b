"""The buttons under a chosen problem: draft a finding, put it to one, explain it, call it a false alarm."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.checks import Problem
from ui.context import Context
from ui.panels import answers
from ui.panels.links import LinkText, Part, offer
from ui.panels.row_messages import ReasonLine
from ui.words import worded

INDENT = 34
"""Where the words of a problem begin."""


class AnswerBar(QWidget):
    """Lies over the chosen problem's lower part; `drafted` carries the id of a finding made of it."""

    drafted = Signal(str)

    def __init__(
        self,
        context: Context,
        problem: Problem,
        go: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._problem = context, problem
        look = context.look
        self.reason: ReasonLine | None = None
        self.buttons: dict[str, QPushButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(look.px(INDENT), 0, look.px(8), look.px(5))
        self._column.addStretch(1)
        self._row = QWidget(self)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(4))
        if not context.workspace.project.read_only:
            for words, run in self._choices():
                button = QPushButton(words, self._row)
                button.setProperty("small", True)
                button.clicked.connect(lambda _checked=False, run=run: run())
                self.buttons[words] = button
                row.addWidget(button)
        row.addStretch(1)
        self._there = LinkText(look, self._row)
        self._there.setWordWrap(False)
        self._there.say(Part(self.tr("到该处 →"), go))
        row.addWidget(self._there)
        self._column.addWidget(self._row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The link, for which Enter and a double click do as well, goes where buttons need its room."""
        super().resizeEvent(event)
        parts = (*self.buttons.values(), self._there)
        wanted = sum(part.sizeHint().width() + self._row.layout().spacing() for part in parts)
        sides = self._column.contentsMargins()
        self._there.setVisible(wanted <= self.width() - sides.left() - sides.right())

    def _choices(self) -> list[tuple[str, Callable[[], object]]]:
        problem, context = self._problem, self._context
        choices: list[tuple[str, Callable[[], object]]] = []
        made = answers.finding_of(context, problem)
        if made is not None:
            choices.append((self.tr("查看问题"), partial(self.drafted.emit, made["id"])))
        else:
            choices.append((self.tr("拟为问题"), self.draft))
        if answers.verdict_of(context, problem) is not None:
            choices.append((self.tr("撤回结论"), partial(answers.withdraw, context, problem)))
            return choices
        if made is None:
            choices.append((self.tr("并入问题…"), self._ask_finding))
        choices.append((self.tr("已解释…"), partial(self.ask, answers.EXPLAINED)))
        choices.append((self.tr("误报…"), partial(self.ask, answers.FALSE_ALARM)))
        return choices

    def draft(self) -> None:
        """Make a finding of the problem and go to it."""
        made = answers.draft_finding(self._context, self._problem)
        self.drafted.emit(made)

    def _ask_finding(self) -> None:
        records = self._context.records
        choices = [
            (records.title("finding", row["id"]), partial(self.merge, row["id"]))
            for row in records.live("finding")
        ]
        offer(self, choices)

    def merge(self, finding_id: str) -> None:
        """Add the problem's sentence to a finding's facts, and say so as the problem's answer."""
        context, problem = self._context, self._problem
        row = context.records.get("finding", finding_id)
        if row is None:
            return
        title = context.records.title("finding", finding_id)
        fact = "\n".join(part for part in (row["fact"], answers.live_fact(self._context, problem)) if part)
        values = {
            "fingerprint": problem.fingerprint,
            "check": problem.label,
            "decision": "确认问题",
            "reason": f"并入问题“{title}”",
            "person": answers.person_at_work(context),
        }
        label = self.tr("校核“{0}” · 并入问题").format(worded(problem.label))
        with context.edit(label) as edit:
            edit.update("finding", finding_id, {"fact": fact})
            edit.insert("verdict", values)
        self.drafted.emit(finding_id)

    def ask(self, decision: str) -> None:
        """Put a line for the reason in the place of the buttons."""
        self._row.hide()
        self.reason = ReasonLine(self._context, self._problem, decision, self)
        self._column.addWidget(self.reason)
        self.reason.field.setFocus()
        self.reason.closed.connect(self._back)

    def _back(self) -> None:
        self._row.show()
