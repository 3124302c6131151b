"""The main window: menus, the open project or the start page, the status line, toasts and complaints."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QStackedWidget, QStatusBar, QVBoxLayout, QWidget

from models.schema import SCHEMA
from services.errors import UserProblem
from services.project import Entry, Project
from services.settings import Settings, person_name
from services.store.creating import PROGRAM_VERSION
from services.workspace import Workspace
from ui.actions import Actions
from ui.asking import Ask
from ui.context import Context
from ui.corner import Corner
from ui.dialogs import AboutDialog, KeysDialog
from ui.files import Files, commit_open_editor
from ui.keyline import KeyLine
from ui.look import FONT_SIZES, Look
from ui.messages import Banner, Choice, InlineMessage, Toast
from ui.panels.history import HistoryDialog
from ui.start import StartPage
from ui.tab_list import tab_makers
from ui.workbench import TabMaker, Workbench

MINIMUM = (960, 540)
STANDARD = (1366, 768)


class MainWindow(QMainWindow):
    """One window, one project at a time."""

    def __init__(
        self, look: Look, settings: Settings, *, makers: Sequence[TabMaker] = (), ask: Ask | None = None
    ) -> None:
        super().__init__()
        self.look, self.settings = look, settings
        self._makers = tuple(makers) or tab_makers()
        self.workspace: Workspace | None = None
        self.workbench: Workbench | None = None
        self._history: HistoryDialog | None = None
        self.actions_by_name = Actions(look, self)
        self.files = Files(self, ask or Ask(look, settings, self), self)
        self._build()
        self._build_menu()
        self._connect()
        self._restore()
        self.close_project()

    # Building

    def _build(self) -> None:
        self.setMinimumSize(*MINIMUM)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.pages = QStackedWidget(middle)
        self.start = StartPage(self.look, self.pages)
        self.pages.addWidget(self.start)
        self._complaints = QVBoxLayout()
        self._complaints.setSpacing(0)
        column.addWidget(self.pages, 1)
        column.addLayout(self._complaints)
        self.setCentralWidget(middle)
        self._build_status()
        self.toast_strip = Toast(self.look, self)

    def _build_status(self) -> None:
        bar = QStatusBar(self)
        bar.setSizeGripEnabled(False)
        self.setStatusBar(bar)
        self.key_line, self.status_right = KeyLine(self.look, bar), QLabel(bar)
        self.status_right.setContentsMargins(0, 0, self.look.px(6), 0)
        bar.addWidget(self.key_line, 1)
        bar.addPermanentWidget(self.status_right)

    def _build_menu(self) -> None:
        bar = self.menuBar()
        bar.setNativeMenuBar(False)
        self.actions_by_name.fill(bar)
        self.corner = Corner(self.look, bar)
        bar.setCornerWidget(self.corner, Qt.Corner.TopRightCorner)
        for action in self.actions_by_name:
            self.addAction(action)
        self._tab_actions: list[QAction] = []
        for number in range(1, len(self._makers) + 1):
            action = QAction(self)
            action.setShortcut(QKeySequence(f"Ctrl+{number}"))
            action.triggered.connect(lambda _checked=False, at=number - 1: self._show_tab(at))
            self._tab_actions.append(action)
            self.actions_by_name.menus["tabs"].addAction(action)
            self.addAction(action)

    def _connect(self) -> None:
        do, files = self.actions_by_name.on, self.files
        words = {
            "export-report": (self.tr("报告"), ".pdf", "report"),
            "export-tables": (self.tr("表格"), ".xlsx", "tables"),
            "export-data": (self.tr("数据"), ".json", "tables"),
        }
        for name, (what, suffix, kind) in words.items():
            do(name, lambda what=what, suffix=suffix, kind=kind: files.export(what, suffix, kind))
        runs: dict[str, Callable[[], object]] = {
            "new": files.new, "open": files.open, "sample": files.sample, "backup": files.backup,
            "import": files.import_tables, "close": self.close_project, "quit": self.close,
            "undo": self.undo, "redo": self.redo, "find": self.corner.find.setFocus,
            "history": self.show_history, "panel": self._toggle_panel, "next-pane": self._next_pane,
            "next-problem": self._next_problem, "full-screen": self._full_screen, "verify": self._verify,
            "project": lambda: self._show_table("project"), "settings": lambda: self._show_table("setting"),
            "person": self._ask_person, "keys": lambda: KeysDialog(self.look, self).exec(),
            "about": lambda: AboutDialog(self.look, PROGRAM_VERSION, self).exec(),
        }  # fmt: skip
        for name, run in runs.items():
            do(name, run)
        self.actions_by_name.group("theme").triggered.connect(self._choose_look)
        self.actions_by_name.group("size").triggered.connect(self._choose_look)
        self.actions_by_name.group("unit").triggered.connect(self._choose_unit)
        self.actions_by_name.menus["recent"].aboutToShow.connect(self._fill_recent)
        self.start.newAsked.connect(files.new)
        self.start.openAsked.connect(files.open)
        self.start.sampleAsked.connect(files.sample)
        self.start.recentAsked.connect(files.open_path)
        self.corner.find.chosen.connect(self.show_row)

    def _restore(self) -> None:
        kept = self.settings.mapping("window")
        width, height = kept.get("width"), kept.get("height")
        good = all(isinstance(each, int) and each > 0 for each in (width, height))
        self.resize(*((width, height) if good else STANDARD))
        if kept.get("maximized") is True:
            self.setWindowState(Qt.WindowState.WindowMaximized)
        self.actions_by_name.choose(f"theme.{self.settings.get('theme') or 'system'}")
        self.actions_by_name.choose(f"size.{self.settings.get('font_size') or '标准'}")

    # The project

    def show_project(self, project: Project) -> None:
        """Put an open project on the screen, in the place of the one before; UserProblem if it cannot be read."""
        try:
            workspace = Workspace(project)
        except BaseException:
            project.close()
            raise
        self._leave_project()
        self._forgive()
        self.workspace = workspace
        context = Context(workspace, self.look, self.settings)
        bench = Workbench(context, self._makers, self)
        self.workbench = bench
        context.changed.connect(self._follow)
        context.said.connect(self._say)
        context.toasted.connect(self.toast)
        bench.status.connect(self._show_status)
        bench.tabShown.connect(self._tab_shown)
        self.pages.addWidget(bench)
        self.pages.setCurrentWidget(bench)
        for action, tab in zip(self._tab_actions, bench.tabs, strict=True):
            action.setText(tab.title)
        if project.read_only:
            words = self.tr("这个项目只能看，不能改：文件或所在位置不可写，或以只读方式打开")
            bench.add_banner(Banner(self.look, "hint", "lock", self.tr("只读"), words))
        self._follow()
        bench.show_key(str(self.settings.mapping("window").get("tab", "")))
        bench.status.emit(*bench.tab.status_words())

    def close_project(self) -> None:
        """Let the project go and show the start page."""
        self._leave_project()
        self.pages.setCurrentWidget(self.start)
        self.start.show_recent(self.settings.recent)
        self._follow()
        self._show_status(self.tr("Ctrl+N 新建　Ctrl+O 打开"), " ")

    def _leave_project(self) -> None:
        if self.workbench is None:
            return
        commit_open_editor()
        self._keep_state()
        if self._history is not None:
            self._history.close()
            self._history = None
        bench, self.workbench, self.workspace = self.workbench, None, None
        bench.close_project()
        self.pages.removeWidget(bench)
        bench.deleteLater()

    @property
    def context(self) -> Context | None:
        """What the tabs were given, None without a project."""
        return self.workbench.context if self.workbench is not None else None

    def _follow(self, _change: object = None) -> None:
        """Title, menus and corner as the project stands now."""
        workspace, actions = self.workspace, self.actions_by_name
        can_write = workspace is not None and not workspace.project.read_only
        actions.allow(has_project=workspace is not None, can_write=can_write)
        for action in self._tab_actions:
            action.setEnabled(workspace is not None)
        self.setWindowTitle(self.tr("绩衡") if workspace is None else self._title(workspace))
        self.corner.find.search_in(workspace.records if workspace is not None else None)
        if workspace is None:
            self.corner.saved("")
            return
        self._say_undo("undo", workspace.project.can_undo, self.tr("没有可以撤销的修改"))
        self._say_undo("redo", workspace.project.can_redo, self.tr("没有可以重做的修改"))
        actions.choose(f"unit.{workspace.records.money_unit}")
        newest = workspace.project.history(1)
        self.corner.saved(_saved_at(newest[0].time) if newest else "", read_only=not can_write)

    def _title(self, workspace: Workspace) -> str:
        row = workspace.records.project
        stage = f"（{row['stage']}）" if row["stage"] else ""
        return f"{self.tr('绩衡')} – {row['title'] or workspace.project.path.stem}{stage}"

    def _say_undo(self, name: str, entry: Entry | None, why_not: str) -> None:
        label = entry.label if entry is not None else ""
        self.actions_by_name.say(name, label, possible=entry is not None, why_not=why_not)

    # What actions do

    def undo(self) -> None:
        """Take back the newest edit, and say which."""
        self._step(lambda workspace: workspace.undo(), self.tr("已撤销　{0}"), self.tr("重做"), self.redo)

    def redo(self) -> None:
        """Do again what was undone last, and say which."""
        self._step(lambda workspace: workspace.redo(), self.tr("已重做　{0}"), self.tr("撤销"), self.undo)

    def _step(
        self, run: Callable[[Workspace], Entry], words: str, back: str, run_back: Callable[[], object]
    ) -> None:
        if self.workspace is None:
            return
        commit_open_editor()
        try:
            entry = run(self.workspace)
        except UserProblem as problem:
            self.complain(str(problem))
            return
        self.toast(words.format(entry.label.removeprefix("撤销").removeprefix("重做").strip()), back, run_back)

    def show_row(self, table: str, row_id: str) -> None:
        """Show a row where it is edited."""
        if self.workbench is not None and not self.workbench.show_row(table, row_id):
            self._say(self.tr("{0}在这个版本里没有单独的页面").format(SCHEMA[table].label))

    def _show_table(self, table: str) -> None:
        if self.workspace is not None:
            rows = self.workspace.records.all(table)
            self.show_row(table, str(rows[0]["id"]) if rows else "")

    def _show_tab(self, index: int) -> None:
        if self.workbench is not None:
            self.workbench.show_tab(index)

    def _tab_shown(self, index: int) -> None:
        panel = self.workbench.tabs[index].panel_action if self.workbench is not None else None
        self.actions_by_name["panel"].setEnabled(panel is not None)

    def _toggle_panel(self) -> None:
        if self.workbench is not None:
            self.workbench.tab.toggle_panel()

    def _next_pane(self) -> None:
        if self.workbench is not None:
            self.workbench.next_pane()

    def _next_problem(self) -> None:
        if self.workbench is not None:
            self.workbench.next_problem()
