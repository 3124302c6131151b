"""The import of foreign tables: source, columns, check, import; nothing is written before the last step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.untidy.lines import Step
from services import importing
from services.errors import UserProblem
from services.importing import Plan
from services.importing.session import Session
from services.settings import Settings
from services.workspace import Workspace
from ui.dialogs import Frame
from ui.importing.check_page import CheckPage
from ui.importing.columns_page import ColumnsPage
from ui.importing.finish_page import FinishPage
from ui.importing.outcome import outcome
from ui.importing.running import AT_ONCE, Running, Stopped
from ui.importing.source_page import SourcePage
from ui.importing.steps import StepLine
from ui.look import Look
from ui.messages import InlineMessage
from ui.words import told, told_of

WIDTH, HEIGHT = 1080, 606
SOURCE, COLUMNS, CHECK, FINISH = range(4)
BIG_PASTE = 200_000
"""Letters on the clipboard from which they are read in a thread."""


class ImportWizard(Frame):
    """Four steps over one Session; `written` tells how many rows were written, `exchange` which file
    turned out to be the program's own workbook, and what it would change."""

    def __init__(
        self, look: Look, workspace: Workspace, settings: Settings, choose: Callable[[], Path | None],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(look, "", parent=parent)
        self.setWindowTitle(self.tr("导入表格"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._workspace, self._choose = workspace, choose
        self.session = Session(lambda: workspace.records, settings)
        self.running = Running(self)
        self.written, self.left = 0, 0
        self.exchange: tuple[Path, Plan] | None = None
        self._chosen: Plan | None = None
        self._message: InlineMessage | None = None
        self._is_writing = self._is_stopped = False
        self._build()
        self._connect()
        self.open_at_size(WIDTH, HEIGHT)
        self.show_step(SOURCE)

    # Building

    def _build(self) -> None:
        look = self.look
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        band = QHBoxLayout()
        band.setContentsMargins(look.px(6), 0, look.px(16), 0)
        words = (self.tr("选择来源"), self.tr("对应列"), self.tr("检查"), self.tr("导入"))
        self.steps = StepLine(look, words, self)
        self.about = QLabel(self)
        self.about.setProperty("role", "note")
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        band.addWidget(self.steps)
        band.addStretch(1)
        band.addWidget(self.about)
        self.body.addLayout(band)
        line = QFrame(self)
        line.setProperty("kind", "rule")
        self.body.addWidget(line)
        self._notices = QVBoxLayout()
        self.body.addLayout(self._notices)
        self.source, self.columns = (
            SourcePage(look, self.session, self),
            ColumnsPage(look, self.session, self),
        )
        self.check, self.finish = CheckPage(look, self), FinishPage(look, self)
        self.pages = QStackedWidget(self)
        for page in (self.source, self.columns, self.check, self.finish):
            self.pages.addWidget(page)
        self.body.addWidget(self.pages, 1)
        self._build_foot()

    def _build_foot(self) -> None:
        self.bar = QProgressBar(self)
        self.bar.setMaximumWidth(self.look.px(160))
        self.bar.setAccessibleName(self.tr("读入进度"))
        self.bar.hide()
        self.back = QPushButton(self.tr("上一步"), self)
        self.back.setAutoDefault(False)
        at = self.foot.indexOf(self.main)
        self.foot.insertWidget(at, self.back)
        self.foot.insertWidget(at, self.bar)
        self.main.setVisible(True)
        self.main.setDefault(True)
        self.leave.setText(self.tr("取消"))
        self.leave.setAutoDefault(False)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda _checked=False: self.show_step(self.step - 1))
        self.source.fileAsked.connect(self._ask_file)
        self.source.pasteAsked.connect(self.paste)
        self.source.changed.connect(self._say_outcome)
        self.columns.changed.connect(self.refresh)
        self.check.ticked.connect(self._find_chosen)
        self.running.progressed.connect(self._show_progress)
        self.running.began.connect(self._say_outcome)
        self.running.ended.connect(self._say_outcome)

    # Going round

    @property
    def step(self) -> int:
        """The present step, from 0."""
        return self.pages.currentIndex()

    def show_step(self, step: int) -> None:
        """Turn to a step."""
        self.pages.setCurrentIndex(step)
        self.steps.show_step(step)
        self.back.setVisible(0 < step < FINISH)
        plan = self.session.proposal.plan if self.session.proposal is not None else None
        if step == CHECK and plan is not None:
            self._chosen = plan
            self.check.show_plan(plan, self.session.records)
        self._say_outcome()
        focus = {SOURCE: self.source.choose, COLUMNS: self.columns.target, CHECK: self.check.change_view}
        focus.get(step, self.main).setFocus()

    def accept(self) -> None:
        """On to the next step; after the last the dialog is done."""
        if not self.main.isEnabled():
            return
        if self.step == SOURCE:
            self.refresh(lambda: (self.columns.enter(), self.show_step(COLUMNS)))
        elif self.step == COLUMNS:
            self.show_step(CHECK)
        elif self.step == CHECK:
            self._write()
        else:
            super().accept()

    def reject(self) -> None:
        """Stop what is under way; otherwise leave without having written anything."""
        if self._is_writing:
            self._is_stopped = True
        elif self.running.is_busy:
            self.running.stop()
        elif self.step == FINISH:
            super().accept()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """A thread that still reads is let go first."""
        self.running.wait()
        super().done(result)

    # Reading

    def _ask_file(self) -> None:
        path = self._choose()
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Read a file's tables; the program's own workbook is read as it is, and its plan handed on."""

        def hand_on(plan: object) -> None:
            assert isinstance(plan, Plan)
            self.exchange = (path, plan)
            self.reject()

        def read(step: Step) -> object:
            return self.session.open(path, step) or self.session.plan_of_exchange(path, step)

        self._read(read, AT_ONCE + 1, hand_on)

    def paste(self) -> None:
        """Read the tables on the clipboard."""
        found = QApplication.clipboard().mimeData()
        html, text = found.html(), found.text()
        rows = AT_ONCE + 1 if len(html) + len(text) > BIG_PASTE else 0
        self._read(lambda step: self.session.paste(html, text, step), rows)

    def _read(
        self, run: Callable[[Step], object], rows: int, hand_on: Callable[[object], None] | None = None
    ) -> None:
        self.complain("")

        def done(result: object) -> None:
            if hand_on is not None and result is not True:
                hand_on(result)
                return
            self.source.show_source()
            self._say_outcome()
            if self.session.tables:
                self.main.setFocus()

        self.running.start(run, done, self._failed, rows=rows)

    def refresh(self, then: Callable[[], object] | None = None) -> None:
        """Read and plan anew as things are decided now."""
        self.complain("")

        def done(_result: object) -> None:
            if then is not None:
                then()
            self.columns.show_judgements()
            self._say_outcome()

        self._chosen = None
        self.check.changes.fill(Plan((), (), ()), self.session.records)
        rows = sum(len(table.grid.rows) for table in self.session.tables if table.taken)
        self.running.start(self.session.propose, done, self._failed, rows=rows)

    def _find_chosen(self) -> None:
        """Find the plan with the ticked rows and those that they need."""
        assert self.session.proposal is not None
        plan, left = self.session.proposal.plan, frozenset(self.check.changes.left_out)
        self._chosen = None

        def done(chosen: object) -> None:
            assert isinstance(chosen, Plan)
            self._chosen = chosen
            self._say_outcome()

        if left:
            run = partial(plan.without, left)
            self.running.start(run, done, self._failed, rows=len(plan.changes))
        else:
            self.running.stop()
            done(plan)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Stopped):
            return
        if not isinstance(error, UserProblem):
            raise error
        self.complain(told_of(error))

    def complain(self, sentence: str) -> None:
        """Say what cannot be done; an empty sentence takes the last one away."""
        if self._message is not None:
            self._message.hide()
            self._message.deleteLater()
            self._message = None
        if sentence:
            self._message = InlineMessage(self.look, "error", sentence, parent=self)
            self._notices.addWidget(self._message)

    # What it says

    def _show_progress(self, done: int, of: int) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)

    def _say_outcome(self) -> None:
        session, busy = self.session, self.running.is_busy
        taken = [table for table in session.tables if table.taken]
        rows = sum(table.data_count for table in taken)
        self.about.setText(
            self.tr("{0}　{1} 张表　{2} 行").format(told(session.source), len(taken), rows) if taken else ""
        )
        self.bar.setVisible(busy)
        names = {SOURCE: self.tr("下一步：对应列"), COLUMNS: self.tr("下一步：检查"), FINISH: self.tr("完成")}
        plan = session.proposal.plan if session.proposal else None
        plan = self._chosen if self.step == CHECK else plan
        count = len(plan.changes) if plan is not None else 0
        self.main.setText(names.get(self.step, self.tr("导入 {0} 行").format(count)))
        can_go = {
            SOURCE: bool(taken),
            COLUMNS: plan is not None,
            CHECK: count > 0,
            FINISH: not self._is_writing,
        }
        self.main.setEnabled(can_go[self.step] and not busy)
        self.leave.setVisible(self.step != FINISH or self._is_writing)
        self.outcome.setText(self._outcome(plan, busy))

    def _outcome(self, plan: Plan | None, busy: bool) -> str:
        if busy:
            return self.tr("正在读入，可以取消")
        if self.step == SOURCE:
            return self.tr("勾选要导入的表") if self.session.tables else ""
        if plan is None or self.step == FINISH:
            return ""
        bad = self.tr("；{0} 个单元格不能导入，下一步逐个说明").format(len(plan.bad)) if plan.bad else ""
        if self.step == CHECK:
            bad = ""
        said = outcome(plan)
        return (
            self.tr("将{0}；可一步撤销").format(said) + bad if said else self.tr("没有可以导入的变化") + bad
        )

    # Writing

    def _write(self) -> None:
        plan = self._chosen
        if plan is None:
            return
        label = self.tr("导入 {0}（{1} 行）").format(told(self.session.source), len(plan.changes))
        self._is_writing, self._is_stopped = True, False
        self.show_step(FINISH)
        try:
            with importing.uncollected(), self._workspace.edit(label, "import") as edit:
                importing.apply(edit, plan, self._progress_of_writing)
                self.finish.show_saving()
                QApplication.processEvents()
        except Stopped:
            self._is_writing = False
            self.show_step(CHECK)
            self.complain(self.tr("已取消，什么也没有写入"))
            return
        except UserProblem as problem:
            self._is_writing = False
            self.show_step(CHECK)
            self.complain(told_of(problem))
            return
        self._is_writing = False
        self.session.remember()
        self.written, self.left = len(plan.changes), len(plan.bad)
        left = self.tr("{0} 个单元格有误，所在的行没有导入。").format(self.left) if self.left else ""
        self.finish.show_done(
            self.tr("已导入 {0} 行").format(self.written), left + outcome(plan) + self.tr("；可一步撤销")
        )
        self._say_outcome()
        self.main.setFocus()

    def _progress_of_writing(self, done: int, of: int) -> None:
        self.finish.show_progress(done, of)
        QApplication.processEvents()
        if self._is_stopped:
            raise Stopped
