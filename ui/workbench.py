"""An open project on the screen: tabs and score bar above, the page of the active tab below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QVBoxLayout, QWidget

from models.checks import Problem
from models.evaluation import Evaluation
from models.records import Records
from services.workspace import Change
from ui.context import Context
from ui.messages import Banner
from ui.painting import SEVERITIES, severity_role
from ui.scorebar import ScoreBar, ScoreView
from ui.tab import Tab
from ui.tabband import TabBand
from ui.trying import TrialBanner
from ui.words import headed, told, worded

PANEL_WIDTH = 1100
LATE = 500
"""After so many ms it is said that scores and problems are still being worked out."""
TabMaker = Callable[[Context], Tab]


def score_view(
    evaluation: Evaluation, records: Records, problems: Sequence[Problem], before: Evaluation | None = None
) -> ScoreView:
    """What the score bar shows of an evaluation; answered problems do not count.

    `before` is the evaluation of the file while something is tried on a copy.
    """
    waiting = [
        node
        for node in evaluation.leaves()
        if node.score is None and not node.absent and node.weight != Decimal(0)
    ]
    counts = dict.fromkeys(SEVERITIES, 0)
    for (_table, _has_field, severity), number in unanswered(problems).items():
        counts[severity_role(severity)] += number
    return ScoreView(
        evaluation.total if evaluation.roots else None,
        worded(evaluation.grade or "") or None,
        tuple((worded(word), bound) for word, bound in records.bands),
        open_count=len(waiting),
        open_points=evaluation.open_points,
        weight=evaluation.weight,
        problems=counts,
        before=before.total if before is not None and before.roots else None,
    )


def unanswered(problems: Sequence[Problem]) -> Counter[tuple[str, bool, str]]:
    """How many problems nobody has answered, by table, by whether they are about a field, by severity."""
    return Counter(
        (each.place.table, bool(each.place.field), str(each.severity))
        for each in problems
        if not each.verdict or not each.settled
    )


class Workbench(QWidget):
    """Tabs, score bar and pages; each page is built when it is first shown."""

    status = Signal(str, str)
    tabShown = Signal(int)

    def __init__(self, context: Context, makers: Sequence[TabMaker], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        context.setParent(self)
        self.score_bar = ScoreBar(context.look, self)
        self.band = TabBand(context.look, self.score_bar, self)
        self.stack = QStackedWidget(self)
        self.tabs: tuple[Tab, ...] = tuple(make(context) for make in makers)
        self._at_problem = ""
        self._is_late = False
        self.trial_banner: TrialBanner | None = None
        self._shown: set[Tab] = set()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.band)
        self.notices = QVBoxLayout()
        self.notices.setSpacing(0)
        self._column.addLayout(self.notices)
        self._column.addWidget(self.stack, 1)
        for tab in self.tabs:
            self.band.add_tab(tab.title)
            self.stack.addWidget(tab)
            tab.status.connect(lambda left, right, tab=tab: self._tab_says(tab, left, right))
        self._owners = self._find_owners()
        self._connect()
        self._follow(None)
        self.show_tab(0)

    def _page_of(self, table: str, has_field: bool) -> int:
        """The page of a place, -1 for none; a problem of no field of the project is about its figures."""
        if table == "project" and not has_field:
            return next((at for at, tab in enumerate(self.tabs) if tab.has_project_figures), -1)
        return self._owners.get(table, -1)

    def page_title(self, table: str) -> str:
        """The title of the page that shows the rows of a table; empty where none does."""
        at = self._owners.get(table, -1)
        return self.tabs[at].title if at >= 0 else ""

    def _find_owners(self) -> Mapping[str, int]:
        owners: dict[str, int] = {}
        for at, tab in enumerate(self.tabs):
            for table in tab.tables:
                owners.setdefault(table, at)
        return owners

    def _connect(self) -> None:
        self.band.currentChanged.connect(self._turn)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(LATE)
        self._late.timeout.connect(self._say_late)
        self.context.committed.connect(self._expect)
        self.context.changed.connect(self._follow)
        self.context.tried.connect(self._follow_trial)
        self.context.rowRequested.connect(self.show_row)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._keep_focus)
        self.score_bar.scoreClicked.connect(lambda: self.show_key("indicators"))
        self.score_bar.openClicked.connect(self._show_open)
        self.score_bar.severityClicked.connect(lambda severity: self.next_problem(severity))

    # What is shown

    def add_banner(self, banner: Banner) -> None:
        """Put a lasting state under the tab band."""
        self._column.insertWidget(1, banner)

    @property
    def tab(self) -> Tab:
        """The active tab."""
        return self.tabs[max(self.stack.currentIndex(), 0)]

    def show_tab(self, index: int) -> None:
        """Turn to a page."""
        if 0 <= index < len(self.tabs):
            is_new = self.tabs[index] not in self._shown
            self.band.setCurrentIndex(index)
            self._turn(index)
            self.enter_page(anew=is_new)

    def _keep_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """What had the focus has gone, as with an undo: the keyboard stays with the page."""
        if now is None and self.isActiveWindow() and self.isVisible():
            self.enter_page()

    def enter_page(self, *, anew: bool = False) -> None:
        """Put the focus into the page, unless it is there already or on the tabs.

        `anew` is for the first time: what Qt takes for the first widget may be any button.
        """
        focus = QApplication.focusWidget()
        is_inside = focus is not None and self.tab.isAncestorOf(focus)
        if focus is self.band.tabs or is_inside and not anew:
            return
        stops = (_first_stop(side) for side in self._sides())
        goal = next((stop for stop in stops if stop is not None), None)
        if goal is not None:
            goal.setFocus()

    def show_key(self, key: str) -> None:
        """Turn to the page of that key, where there is one."""
        for at, tab in enumerate(self.tabs):
            if tab.key == key:
                self.show_tab(at)

    def _turn(self, index: int) -> None:
        if not 0 <= index < len(self.tabs):
            return
        self._build(self.tabs[index])
        self.stack.setCurrentIndex(index)
        self.status.emit(*self.tabs[index].status_words())
        self.tabShown.emit(index)

    def _build(self, tab: Tab) -> None:
        """Build a page on first use; where there is little room its panel starts closed."""
        is_new = tab not in self._shown
        tab.ensure_built()
        self._shown.add(tab)
        if (
            is_new
            and tab.panel_action is not None
            and self.window().width() < self.context.look.px(PANEL_WIDTH)
        ):
            tab.panel_action.setChecked(False)

    def _tab_says(self, tab: Tab, left: str, right: str) -> None:
        if tab is self.tab:
            self.status.emit(left, right)

    def show_row(self, table: str, row_id: str, field: str = "") -> bool:
        """Turn to the page where a row is edited and bring it into view; False when no page has it."""
        self.context.settle()
        page = self._page_of(table, bool(field))
        stays = table in self.tab.tables and page == self._owners.get(table, -1)
        at = self.stack.currentIndex() if stays else page
        if at < 0:
            return False
        self.show_tab(at)
        self.tabs[at].show_row(table, row_id, field)
        return True

    # What follows from a change

    def _expect(self, _change: Change) -> None:
        self._late.start()

    def _say_late(self) -> None:
        """What is shown of scores and problems is still that of before: with many rows it takes a while."""
        if self.context.is_busy:
            self.context.say(self.tr("正在重算得分和校核…"))
            self._is_late = True

    def _follow(self, change: Change | None) -> None:
        self._late.stop()
        if self._is_late:
            self._is_late = False
            self.context.say("")
        context, trial = self.context, self.context.trial
        before = trial.base.evaluation if trial is not None else None
        self.score_bar.show_score(score_view(context.evaluation, context.records, context.problems, before))
        self._count_problems(context.problems)
        if change is not None:
            self.status.emit(*self.tab.status_words())

    def _follow_trial(self) -> None:
        """The banner stands as long as something is tried."""
        if self.trial_banner is not None:
            self._column.removeWidget(self.trial_banner)
            self.trial_banner.hide()
            self.trial_banner.deleteLater()
            self.trial_banner = None
        if self.context.trial is not None:
            self.trial_banner = TrialBanner(self.context, self)
            self._column.insertWidget(1, self.trial_banner)

    def _count_problems(self, problems: Sequence[Problem]) -> None:
        found: dict[int, Counter[str]] = {}
        for (table, has_field, severity), number in unanswered(problems).items():
            at = self._page_of(table, has_field)
            found.setdefault(at, Counter())[severity_role(severity)] += number
        for at in range(len(self.tabs)):
            severities = found.get(at, Counter())
            self.band.set_counter(at, severities.total(), "error" if severities["error"] else "doubt")

    # Going round

    def next_problem(self, severity: str = "") -> Problem | None:
        """Go to the next problem that nobody has answered, of one severity if named, and say it."""
        waiting = [
            each
            for each in self.context.problems
            if not each.settled and (not severity or severity_role(each.severity) == severity)
        ]
        if not waiting:
            self.context.say(self.tr("没有待处理的问题"))
            return None
        marks = [each.fingerprint for each in waiting]
        at = marks.index(self._at_problem) + 1 if self._at_problem in marks else 0
        problem = waiting[at % len(waiting)]
        self._at_problem = problem.fingerprint
        self.show_row(problem.place.table, problem.place.row, problem.place.field)
        self.context.say(headed(worded(problem.severity), told(problem.message)))
        return problem

    def _show_open(self) -> None:
        for node in self.context.evaluation.leaves():
            if node.score is None and not node.absent:
                self.show_row("indicator", node.id)
                return
        self.show_key("indicators")

    def next_pane(self) -> None:
        """Move the focus to the next pane: the tabs, then the sides of the page, round and round."""
        panes = [pane for pane in self._panes() if pane.isVisible() and _first_stop(pane) is not None]
        now = QApplication.focusWidget()
        at = next((i for i, pane in enumerate(panes) if now is pane or (now and pane.isAncestorOf(now))), -1)
        goal = _first_stop(panes[(at + 1) % len(panes)]) if panes else None
        if goal is not None:
            goal.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _panes(self) -> list[QWidget]:
        bar = self.tab.toolbar
        return [self.band.tabs, *([bar] if bar is not None else []), *self._sides()]

    def _sides(self) -> list[QWidget]:
        splitter = self.tab.splitter
        return [splitter.widget(at) for at in range(splitter.count())] if splitter is not None else [self.tab]

    def close_project(self) -> None:
        """Let the file go and hear no more of it."""
        self.context.close()
        self.context.workspace.close()


def _first_stop(pane: QWidget) -> QWidget | None:
    """The first widget in a pane that can take the focus: a view before buttons, these before mere words."""
    stops = [pane, *pane.findChildren(QWidget)]
    able = [
        each
        for each in stops
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    views = [each for each in able if each.inherits("QAbstractItemView")]
    controls = [each for each in able if not isinstance(each, QLabel)]
    return (views or controls or able or [None])[0]
