"""反推 on the funds page: the strip with the answer, and the dialog in which the question is put."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from models.dates import BadValue
from ui.context import Context
from ui.dialogs import Frame
from ui.look import Look
from ui.panels.links import LinkText, Part
from ui.panels.quiet_combo import QuietCombo
from ui.panels.solver_question import (
    BASES,
    RATES,
    Answer,
    Question,
    answer,
    clue,
    keep,
    kept,
)
from ui.words import told_of, worded

EMPTY = Question(BASES[0], {})


class AnswerStrip(QFrame):
    """One line with the answer, and the picture of a calculator."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("kind", "hint")
        self._picture, self.words = QLabel(self), LinkText(look, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(10), look.px(7), look.px(10), look.px(7))
        row.setSpacing(look.px(8))
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        side = self._look.icon_size.width()
        self._picture.setPixmap(self._look.icon_pixmap("solve", side, "text2", self.devicePixelRatioF()))

    def show_answer(self, found: Answer | None) -> None:
        """Show an answer; the strip is away where there is none."""
        self.setVisible(found is not None)
        if found is not None:
            self.words.say(*(Part(each.text, role=each.tone, bold=each.bold) for each in found.pieces))

    def say(self, sentence: str) -> None:
        """Say why there is no answer."""
        self.show()
        self.words.say(Part(sentence, role="text2"))

    @property
    def text(self) -> str:
        """What it says."""
        return self.words.accessibleName()


class SolverStrip(AnswerStrip):
    """The answer to the question that is kept with the project, as the figures stand."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.look, parent)
        self._context = context
        self.refresh()

    def refresh(self) -> None:
        """Answer again; where there is no answer there is no strip."""
        question = kept(self._context)
        if question is None:
            self.show_answer(None)
            return
        try:
            found = answer(self._context.records, self._context.evaluation, question)
        except BadValue as refused:
            self.say(self.tr("反推：{0}").format(told_of(refused)))
            return
        self.show_answer(found)


class SolverDialog(Frame):
    """Asks for printed rates and the base to solve for, and answers while one types."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.look, "", parent=parent)
        self.setWindowTitle(self.tr("反推"))
        self.context = context
        look = context.look
        about = QLabel(self)
        about.setText(self.tr("报告里印出的率四舍五入过：基数在什么范围内，才会印出这样的率。"))
        about.setWordWrap(True)
        about.setProperty("role", "muted")
        self.body.addWidget(about)
        self.ticks: dict[str, QCheckBox] = {}
        self.fields: dict[str, QLineEdit] = {}
        self.notes: dict[str, QLabel] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(10))
        grid.setVerticalSpacing(look.px(6))
        grid.setColumnStretch(3, 1)
        question = kept(context) or EMPTY
        for at, name in enumerate(RATES):
            self._add_rate(grid, at, name, question)
        self._add_base(grid, question)
        self.body.addLayout(grid)
        self.answer = AnswerStrip(look, self)
        self.body.addWidget(self.answer)
        self.body.addStretch(1)
        self.main.setText(self.tr("放到资金页"))
        self.main.setVisible(True)
        self.main.setDefault(True)
        self.main.setToolTip(self.tr("在预算指标下面显示这个结论，随数据更新"))
        self.leave.setText(self.tr("关闭"))
        self.leave.setAutoDefault(False)
        self._solve()
        self.open_at_size(620, 330)

    def _add_rate(self, grid: QGridLayout, at: int, name: str, question: Question) -> None:
        look, fact = self.context.look, self.context.evaluation.facts.project[name]
        tick, field = QCheckBox(worded(name), self), QLineEdit(self)
        tick.setChecked(name in question.printed)
        field.setText(question.printed.get(name, fact.shown if fact.value is not None else ""))
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setFixedWidth(look.px(110))
        field.setAccessibleName(self.tr("印出的{0}").format(worded(name)))
        now, note = QLabel(self.tr("现为 {0}").format(fact.shown), self), QLabel(self)
        now.setProperty("role", "note")
        note.setProperty("role", "error")
        note.setWordWrap(True)
        note.hide()
        grid.addWidget(tick, at * 2, 0)
        grid.addWidget(field, at * 2, 1)
        grid.addWidget(now, at * 2, 2)
        grid.addWidget(note, at * 2 + 1, 1, 1, 3)
        self.ticks[name], self.fields[name], self.notes[name] = tick, field, note
        tick.toggled.connect(lambda _on: self._solve())
        field.textEdited.connect(lambda _text, tick=tick: tick.setChecked(True))
        field.textChanged.connect(lambda _text: self._solve())

    def _add_base(self, grid: QGridLayout, question: Question) -> None:
        words = QLabel(self.tr("求"), self)
        words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.base = QuietCombo(self)
        for name in BASES:
            self.base.addItem(worded(name), name)
        self.base.setCurrentIndex(self.base.findData(question.base))
        self.base.setAccessibleName(self.tr("要反推的基数"))
        self.base.setFixedWidth(max(self.look.px(110), self.base.sizeHint().width()))
        self.base.currentTextChanged.connect(lambda _text: self._solve())
        at = len(RATES) * 2
        grid.addWidget(words, at, 0)
        grid.addWidget(self.base, at, 1)
        grid.addWidget(QLabel(self.tr("其余的数照本项目现在的"), self), at, 2, 1, 2)

    @property
    def question(self) -> Question:
        """What is asked now."""
        printed = {name: self.fields[name].text() for name in RATES if self.ticks[name].isChecked()}
        return Question(self.base.currentData(), printed)

    def _solve(self) -> None:
        records, evaluation, question = self.context.records, self.context.evaluation, self.question
        is_good = bool(question.printed)
        for name in RATES:
            fault = ""
            if name in question.printed:
                try:
                    clue(records, evaluation, question.base, name, question.printed[name])
                except BadValue as refused:
                    fault = told_of(refused)
            self.notes[name].setText(fault)
            self.notes[name].setVisible(bool(fault))
            is_good = is_good and not fault
        self.main.setEnabled(is_good)
        if is_good:
            self.answer.show_answer(answer(records, evaluation, question))
        else:
            self.answer.say(self.tr("勾选并写好至少一个率，这里就会有结论"))

    def accept(self) -> None:
        """Keep the question with the project."""
        if self.main.isEnabled():
            keep(self.context, self.question)
            super().accept()
