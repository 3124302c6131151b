"""The main window: menus, the open project or the start page, the status line, toasts and complaints."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QMainWindow, QStackedWidget, QStatusBar, QVBoxLayout, QWidget

from services.errors import UserProblem
from services.settings import Settings
from ui import window_state
from ui.actions import Actions
from ui.collecting import Collecting
from ui.commands import Commands
from ui.corner import Corner
from ui.dropping import Dropping, Take
from ui.edit_labels import said_label
from ui.keyline import KeyLine
from ui.lent_look import LentLook
from ui.look import Look
from ui.start import StartPage
from ui.toast import Toast
from ui.tour.offering import offer
from ui.undo_keys import UndoKeys
from ui.words import bracketed, told_of, worded

if TYPE_CHECKING:
    from services.project import Entry, Project
    from services.workspace import Workspace
    from ui.asking import Ask
    from ui.context import Context
    from ui.dropped import Dropped
    from ui.files import Files
    from ui.messages import Choice, InlineMessage
    from ui.workbench import TabMaker, Workbench

MINIMUM = (960, 540)
STATUS_HEIGHT = 25
ENDS = ("。", "？", "！", ".", "?", "!")
NOT_TRYING = (
    "import", "paste-table", "export-report", "export-report-word", "export-report-public", "export-tables",
    "export-data", "export-forms", "export-forms-tables", "freeze-version", "compare-versions",
)  # fmt: skip
"""What would read or write the file while the screen shows a copy on which something is tried."""


class MainWindow(QMainWindow):
    """One window, one project at a time.

    It is drawn before what only a project needs is loaded: that is imported where a project is opened.
    `languageChosen` asks for a window in another language in its place.
    """

    languageChosen = Signal(str)

    def __init__(
        self, look: Look, settings: Settings, *, makers: Sequence[TabMaker] = (), ask: Ask | None = None
    ) -> None:
        super().__init__()
        self.look, self.settings = look, settings
        self._makers, self._ask = tuple(makers), ask
        self._files: Files | None = None
        self._dropped: Dropped | None = None
        self._tab_actions: list[QAction] = []
        self._collecting = Collecting()
        self.workspace: Workspace | None = None
        self.workbench: Workbench | None = None
        self.complaint: InlineMessage | None = None
        self.menu_actions = Actions(look, self)
        self._build_middle()
        self._build_status()
        self._build_menu()
        self.toasts = Toast(look, self, STATUS_HEIGHT)
        self.commands = Commands(self)
        self._undo_keys = UndoKeys(self)
        self._dropping = Dropping(self, self._takers)
        self._connect()
        window_state.restore(self, settings)
        self.close_project()

    @property
    def files(self) -> Files:
        """What the menu does with files, made when it is first asked for."""
        if self._files is None:
            from ui.asking import Ask
            from ui.files import Files

            self._files = Files(self, self._ask or Ask(self.look, self.settings, self), self)
        return self._files

    # Building

    def _build_middle(self) -> None:
        self.setMinimumSize(*MINIMUM)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.pages = QStackedWidget(middle)
        self.start = StartPage(self.look, self.pages)
        self.pages.addWidget(self.start)
        self._top = QVBoxLayout()
        column.addLayout(self._top)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(middle)

    def _build_status(self) -> None:
        bar = QStatusBar(self)
        bar.setSizeGripEnabled(False)
        self.setStatusBar(bar)
        self.key_line, self.status_right = KeyLine(self.look, bar), QLabel(bar)
        bar.addWidget(self.key_line, 1)
        bar.addPermanentWidget(self.status_right)
        self.look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.statusBar().setFixedHeight(self.look.px(STATUS_HEIGHT))

    def _build_menu(self) -> None:
        bar = self.menuBar()
        bar.setNativeMenuBar(False)
        self.menu_actions.fill(bar)
        self.corner = Corner(self.look, bar)
        bar.setCornerWidget(self.corner, Qt.Corner.TopRightCorner)
        self.addActions(list(self.menu_actions))

    def _takers(self) -> dict[str, Take]:
        """Who takes dropped files, by suffix."""
        if self._dropped is None:
            from ui.dropped import Dropped

            self._dropped = Dropped(self)
        return self._dropped.takers()

    def _name_tabs(self, titles: Sequence[str]) -> None:
        """One action for each tab of the first project that is shown; every later one has the same tabs."""
        for at, title in enumerate(titles[len(self._tab_actions) :]):
            action = QAction(title, self)
            action.setShortcut(QKeySequence(f"Ctrl+{at + 1}"))
            action.triggered.connect(lambda _checked=False, at=at: self._show_tab(at))
            self._tab_actions.append(action)
            self.menu_actions.menus["tabs"].addAction(action)
            self.addAction(action)

    def _connect(self) -> None:
        self.start.newAsked.connect(lambda: self.files.new())
        self.start.openAsked.connect(lambda: self.files.open())
        self.start.sampleAsked.connect(lambda: self.files.sample())
        self.start.recentAsked.connect(lambda path: self.files.open_path(path))
        self.start.tourAsked.connect(self.commands.begin_tour)
        self.corner.chosen.connect(self.commands.show_row)

    def _keep(self) -> None:
        window_state.keep(self, self.settings, self.workbench.tab.key if self.workbench is not None else "")

    # The project

    def show_project(self, project: Project) -> None:
        """Put an open project on the screen, in the place of the one before."""
        from services.workspace import Workspace
        from ui.context import Context
        from ui.searching import Searcher
        from ui.tab_list import tab_makers
        from ui.workbench import Workbench

        try:
            workspace = Workspace(project)
        except BaseException:
            project.close()
            raise
        self._leave_project()
        self.forgive()
        look = LentLook(self.look, self)
        context = Context(workspace, look, self.settings)
        look.setParent(context)
        context.left.connect(look.give_back)
        bench = Workbench(context, self._makers or tab_makers(), self)
        self.workspace, self.workbench = workspace, bench
        context.committed.connect(self._forget_step)
        context.committed.connect(self._follow)
        context.said.connect(self.say)
        context.toasted.connect(self.toast)
        context.exportRequested.connect(self._export_forms)
        context.importRequested.connect(self._import_tables)
        context.historyRequested.connect(self.commands.show_history)
        context.tried.connect(self.toasts.put_away)
        bench.status.connect(self._show_status)
        bench.tabShown.connect(self._tab_shown)
        if project.read_only:
            words = self.tr("这个项目现在只能看，不能改：文件或所在位置不可写，或者是以只读方式打开的")
            from ui.messages import Banner

            bench.add_banner(Banner(self.look, "hint", "lock", self.tr("只读"), words))
        self.corner.find.search_in(Searcher(context, bench.page_title, bench))
        self.pages.addWidget(bench)
        self.pages.setCurrentWidget(bench)
        self._name_tabs([tab.title for tab in bench.tabs])
        self._follow()
        bench.show_key(window_state.tab_kept(self.settings))
        self._show_status(*bench.tab.status_words())
        self._tab_shown(bench.stack.currentIndex())
        bench.enter_page()
        self._collecting.begin()

    def close_project(self) -> None:
        """Let the project go and show the start page."""
        self._leave_project()
        self.forgive()
        self.pages.setCurrentWidget(self.start)
        self.start.show_recent(self.settings.recent)
        self.start.offer_tour(offer(self.settings))
        self._follow()
        self._show_status(self.tr("Ctrl+N 新建　Ctrl+O 打开"), " ")

    def _leave_project(self) -> None:
        if self.workbench is None:
            return
        from ui.files import commit_open_editor

        commit_open_editor()
        self.forgive()
        self._keep()
        self.commands.leave_project()
        self.corner.find.search_in(None)
        self._collecting.end()
        bench, self.workbench, self.workspace = self.workbench, None, None
        bench.close_project()
        self.pages.removeWidget(bench)
        bench.deleteLater()

    @property
    def context(self) -> Context | None:
        """What the tabs were given; None without a project."""
        return self.workbench.context if self.workbench is not None else None

    def _forget_step(self, _change: object) -> None:
        """What is offered to be taken back is no longer the newest edit."""
        if self.toasts.action in self.commands.step_words:
            self.toasts.put_away()

    def _follow(self, _change: object = None) -> None:
        """Title, menus and corner as the project stands now."""
        workspace = self.workspace
        can_write = workspace is not None and not workspace.project.read_only
        self.menu_actions.allow(has_project=workspace is not None, can_write=can_write)
        context = self.context
        trying = context is not None and context.trial is not None
        self.menu_actions.hold(NOT_TRYING, self._not_trying() if trying else "")
        self.menu_actions["what-if"].setChecked(trying)
        for action in self._tab_actions:
            action.setEnabled(workspace is not None)
        self.setWindowTitle(self._title())
        undo = context.can_undo if context is not None else None
        redo = context.can_redo if context is not None else None
        self._say_step("undo", undo, self.tr("没有可以撤销的修改"))
        self._say_step("redo", redo, self.tr("没有可以重做的修改"))
        newest = workspace.project.history(1) if workspace is not None else []
        self.corner.saved(newest[0].time if newest else "", read_only=not can_write)
        if context is not None:
            self.menu_actions.choose(f"unit.{context.records.money_unit}")
        if self.workbench is not None:
            self._tab_shown(self.workbench.stack.currentIndex())

    def _not_trying(self) -> str:
        return self.tr("假设中的数字不导出，也不与导入的数据混在一起。请先保留改动或退出假设")

    def _export_forms(self, what: str, suffix: str, fund: str) -> None:
        if self.context is not None and self.context.trial is not None:
            self.complain(self._not_trying())
        else:
            self.files.export_forms(what, suffix, fund)

    def _import_tables(self) -> None:
        if self.context is not None and self.context.trial is not None:
            self.complain(self._not_trying())
        else:
            self.files.import_tables()

    def _title(self) -> str:
        if self.workspace is None:
            return self.tr("绩衡")
        row = self.workspace.records.project
        title = row["title"] or self.workspace.project.path.stem
        shown = bracketed(title, worded(row["stage"])) if row["stage"] else title
        return f"{self.tr('绩衡')} – {shown}"

    def _say_step(self, name: str, entry: Entry | None, why_not: str) -> None:
        label = said_label(entry.label) if entry is not None else ""
        self.menu_actions.say(name, label, possible=entry is not None, why_not=why_not)

    # What it says

    def _show_status(self, left: str, right: str) -> None:
        self._tab_words = left
        self.key_line.say_keys(left)
        unit = self.context.records.money_unit if self.context is not None else ""
        self.status_right.setText(right or self.tr("单位：{0}").format(worded(unit)))

    def say(self, text: str) -> None:
        """Write into the status line; an empty text brings back what can be done here."""
        if text:
            self.key_line.say(text)
        else:
            self.key_line.say_keys(self._tab_words)

    def toast(self, text: str, action: str = "", run: Callable[[], object] | None = None) -> None:
        """Say that something was done, with a button to take it back or to go on from it."""
        self.toasts.say(text, action, run)

    def complain(self, sentence: str, choices: Sequence[Choice] = (), *, kind: str = "error") -> None:
        """Say above the page what could not be done (or, as a hint, ask), until it is put away."""
        from ui.messages import Choice, InlineMessage

        self.forgive()
        away = Choice(self.tr("知道了") if kind == "error" else self.tr("取消"), self.forgive)
        sentence = sentence if sentence.endswith(ENDS) else self.tr("{0}。").format(sentence)
        self.complaint = InlineMessage(self.look, kind, sentence, (*choices, away), parent=self)
        (self._top if self.workbench is None else self.workbench.notices).addWidget(self.complaint)

    def forgive(self) -> None:
        """Put the complaint or question away."""
        if self.complaint is not None:
            self.complaint.hide()
            self.complaint.deleteLater()
            self.complaint = None

    # Going round and leaving

    def _show_tab(self, index: int) -> None:
        if self.workbench is not None:
            self.workbench.show_tab(index)

    def _tab_shown(self, index: int) -> None:
        panel = self.workbench.tabs[index].panel_action if self.workbench is not None else None
        self.menu_actions["panel"].setEnabled(panel is not None)

    def changeEvent(self, event: QEvent) -> None:
        """Coming back to the window, look whether a colleague has written to the file."""
        super().changeEvent(event)
        came_back = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if came_back and self.workspace is not None:
            try:
                self.workspace.project.refresh()
            except UserProblem as problem:
                self.complain(told_of(problem))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything is on the disk already; what is being exported is finished first."""
        self._keep()
        if self._files is not None:
            self._files.wait()
        self._leave_project()
        event.accept()
