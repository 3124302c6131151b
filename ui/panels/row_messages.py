"""The problems of a row as inline messages, with what a person can answer to each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from models.checks import Problem
from ui.context import Context
from ui.messages import Choice, InlineMessage
from ui.panels import answers
from ui.panels.detail import LINKS
from ui.words import headed, told, worded


class ReasonLine(QWidget):
    """Where the reason of an answer is typed: Enter keeps it, Esc gives it up."""

    closed = Signal()

    def __init__(self, context: Context, problem: Problem, decision: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._problem, self._decision = context, problem, decision
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(context.look.px(6))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("{0}的理由，写进校核结论").format(decision))
        self.field.setAccessibleName(self.tr("{0}的理由").format(decision))
        self.field.returnPressed.connect(self.keep)
        self.field.installEventFilter(self)
        button = QPushButton(self.tr("保存"), self)
        button.setProperty("small", True)
        button.clicked.connect(self.keep)
        row.addWidget(self.field, 1)
        row.addWidget(button)

    def keep(self) -> None:
        """Write the answer; without a reason the line asks for it."""
        if not answers.answer(self._context, self._problem, self._decision, self.field.text()):
            self.field.setProperty("invalid", True)
            self.field.style().polish(self.field)
            self.field.setPlaceholderText(self.tr("请写明{0}的理由").format(self._decision))
            self._context.say(self.tr("请写明{0}的理由").format(self._decision))
            self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc closes the line."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self.hide()
            self.closed.emit()
            return True
        return False


class RowMessages(QWidget):
    """Inline messages under each other; they are made again only when what they say has changed."""

    def __init__(self, context: Context, parent: QWidget | None = None, *, most: int = 2) -> None:
        """At most so many are in sight at first; one link brings the others."""
        super().__init__(parent)
        self._context, self._most = context, most
        self._is_open = False
        self._problems: Sequence[Problem] = ()
        self._more = QLabel(self)
        self._more.setTextInteractionFlags(LINKS)
        self._more.linkActivated.connect(lambda _link: self.open_all())
        self._shown: list[tuple[str, str, str]] = []
        self.messages: list[InlineMessage] = []
        self.reason: ReasonLine | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.look.px(4))
        self.hide()
        context.look.changed.connect(self._lay_out)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these problems, gravest first as given; answered ones stand last."""
        ordered = sorted(problems, key=lambda each: each.settled)
        says = [(each.fingerprint, told(each.message), self._answered(each)) for each in ordered]
        says += [("", str(answers.finding_of(self._context, each) is not None), "") for each in ordered]
        if says == self._shown:
            return
        if {each.fingerprint for each in self._problems} != {each.fingerprint for each in ordered}:
            self._is_open = False
        self._shown, self._problems = says, ordered
        self._lay_out()

    def open_all(self) -> None:
        """Show those too that had no room."""
        self._is_open = True
        self._lay_out()

    def _lay_out(self) -> None:
        while self._column.count():
            old = self._column.takeAt(0).widget()
            if old is not None and old is not self._more:
                old.hide()
                old.deleteLater()
        self.reason = None
        count = len(self._problems) if self._is_open else min(len(self._problems), self._most)
        self.messages = [self._message(problem) for problem in self._problems[:count]]
        for message in self.messages:
            self._column.addWidget(message)
        self._column.addWidget(self._more)
        self._order_tabs()
        hidden = len(self._problems) - count
        color = self._context.look.color("accent").name()
        words = self.tr("还有 {0} 条…").format(hidden)
        self._more.setText(f'<a href="all" style="color:{color};text-decoration:none">{words}</a>')
        self._more.setVisible(hidden > 0)
        self.setVisible(bool(self.messages))

    def _order_tabs(self) -> None:
        """Tab comes to messages where they stand, and not last because they were made last."""
        before = self._more
        for message in self.messages:
            for label in message.findChildren(QLabel):
                self.setTabOrder(before, label)
                before = label
        if before is not self._more:
            self.setTabOrder(before, self._more)

    def texts(self) -> list[str]:
        """The sentences shown."""
        return [message.text for message in self.messages]

    def _answered(self, problem: Problem) -> str:
        row = answers.verdict_of(self._context, problem) if problem.verdict else None
        return headed(worded(row["decision"]), row["reason"] or "") if row is not None else ""

    def _message(self, problem: Problem) -> InlineMessage:
        made = self._answerable(problem)
        made.setToolTip(told(problem.message))
        return made

    def _answerable(self, problem: Problem) -> InlineMessage:
        look, sentence = self._context.look, told(problem.message)
        if self._context.workspace.project.read_only:
            return InlineMessage(look, problem.severity, sentence, parent=self)
        if problem.settled:
            text = f"{sentence}　{self._answered(problem)}"
            choices = [Choice(self.tr("撤回"), lambda: answers.withdraw(self._context, problem))]
            return InlineMessage(look, "hint", text, choices, parent=self)
        choices = [
            self._finding_choice(problem),
            Choice(self.tr("已解释…"), lambda: self._ask(problem, answers.EXPLAINED)),
            Choice(self.tr("误报…"), lambda: self._ask(problem, answers.FALSE_ALARM)),
        ]
        return InlineMessage(look, problem.severity, sentence, choices, parent=self)

    def _finding_choice(self, problem: Problem) -> Choice:
        made = answers.finding_of(self._context, problem)
        if made is not None:
            finding = str(made["id"])
            return Choice(self.tr("查看问题"), lambda: self._context.show_row("finding", finding))
        return Choice(self.tr("拟为问题"), lambda: answers.draft_finding(self._context, problem))

    def _ask(self, problem: Problem, decision: str) -> None:
        at = next(i for i, said in enumerate(self._shown) if said[0] == problem.fingerprint)
        if self.reason is not None:
            self._column.removeWidget(self.reason)
            self.reason.hide()
            self.reason.deleteLater()
        self.reason = ReasonLine(self._context, problem, decision, self)
        self._column.insertWidget(at + 1, self.reason)
        self.reason.field.setFocus()
