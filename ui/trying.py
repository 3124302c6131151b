"""假设: trying changes on a throw-away copy, and the banner that says so and ends it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import kinds
from models.evaluation import Evaluation
from services.errors import UserProblem
from services.workspace import Change
from ui.context import Context
from ui.files import commit_open_editor
from ui.messages import Banner, Choice, InlineMessage
from ui.words import headed, told_of, worded


def _tr(text: str) -> str:
    return QCoreApplication.translate("Trying", text)


def begin(context: Context) -> None:
    """Begin to try; what is being typed still goes into the file."""
    if context.trial is None:
        commit_open_editor()
        try:
            context.begin_trial()
        except UserProblem as problem:
            context.toast(_tr("不能开始假设：{0}").format(told_of(problem)))


def drop(context: Context) -> None:
    """End the trial and throw away what was tried."""
    trial = context.trial
    if trial is None:
        return
    commit_open_editor()
    count = len(trial.changes())
    context.drop_trial()
    context.toast(_tr("已退出假设，{0} 行改动没有写入").format(count) if count else _tr("已退出假设"))


def keep(context: Context) -> None:
    """Write what was tried as one edit; UserProblem, and the trial goes on, where that cannot be."""
    if context.trial is None:
        return
    commit_open_editor()
    if context.keep_trial():
        context.toast(_tr("假设的改动已写入，记为一次修改"), _tr("撤销"), context.workspace.undo)
    else:
        context.toast(_tr("没有改动，已退出假设"))


def toggle(context: Context) -> None:
    """Begin to try, or stop without keeping."""
    if context.trial is None:
        begin(context)
    else:
        drop(context)


def difference_words(now: Evaluation, then: Evaluation) -> str:
    """Totals and grades before and after, and how many indicators differ: 77.48 → 80.40　中 → 良."""
    moved = sum(
        1
        for leaf in then.leaves()
        if (before := now.index.get(leaf.id)) is None or before.score != leaf.score
    )
    old, new = kinds.show_number(now.total), kinds.show_number(then.total)
    unknown = _tr("等次未定")
    grades = worded(now.grade or "") or unknown, worded(then.grade or "") or unknown
    if (old, grades[0]) == (new, grades[1]) and not moved:
        return _tr("{0}　{1}　　改动只在副本上试算，保留之前不写入文件").format(new, grades[1])
    total = f"{old} → {new}" if old != new else new
    grade = f"{grades[0]} → {grades[1]}" if grades[0] != grades[1] else grades[1]
    step = then.total - now.total
    sign = "+" if step > 0 else ""
    return _tr("{0}　{1}　　总分 {2}，{3} 项指标得分有变化").format(
        total, grade, f"{sign}{kinds.show_number(step)}", moved
    )


class TrialBanner(QWidget):
    """Under the tab band while something is tried: both totals, keep, leave; and why it could not be kept."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.message: InlineMessage | None = None
        choices = (
            Choice(_tr("保留改动"), self.keep),
            Choice(_tr("退出假设"), lambda: drop(context), is_primary=True),
        )
        self.banner = Banner(context.look, "doubt", "what-if", _tr("假设"), "", choices, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.banner)
        context.changed.connect(self._follow)
        self._write()

    @property
    def text(self) -> str:
        """The sentence that the banner shows."""
        return self.banner.accessibleName().removeprefix(headed(_tr("假设"), ""))

    def _follow(self, _change: Change) -> None:
        self._write()

    def _write(self) -> None:
        trial = self._context.trial
        if trial is not None:
            self.banner.set_text(difference_words(trial.base.evaluation, self._context.evaluation))

    def keep(self) -> None:
        """Keep what was tried; what prevents it is said below."""
        try:
            keep(self._context)
        except UserProblem as problem:
            if self.message is not None:
                self.message.deleteLater()
            self.message = InlineMessage(self._context.look, "error", told_of(problem), parent=self)
            self._column.addWidget(self.message)
