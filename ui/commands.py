"""What the menus do beside files: undo and redo, going round, looks, and what is asked of the program."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from services.errors import UserProblem
from services.settings import person_name
from ui.edit_labels import said_label
from ui.language import language_of
from ui.look import FONT_SIZES
from ui.words import sayings, told, told_of, worded_table

if TYPE_CHECKING:
    from ui.files import Files
    from ui.panels.history import HistoryDialog
    from ui.tour.tour import Tour
    from ui.versions.dialog import VersionsDialog
    from ui.window import MainWindow


def _commit_open_editor() -> None:
    from ui.files import commit_open_editor

    commit_open_editor()


class Commands(QObject):
    """Connects every action of one window with what it does."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._history: HistoryDialog | None = None
        self._versions: VersionsDialog | None = None
        self._tour: Tour | None = None
        self._connect_files()
        self._connect_rest()
        self._connect_choices()

    def _connect_files(self) -> None:
        def do(name: str, run: Callable[[Files], object]) -> None:
            self._window.menu_actions.on(name, lambda: run(self._window.files))

        for name, words, suffix, what in (
            ("export-report", self.tr("报告"), ".pdf", "report"),
            ("export-report-word", self.tr("报告"), ".docx", "report"),
            ("export-tables", self.tr("表格"), ".xlsx", "tables"),
            ("export-data", self.tr("数据"), ".json", "tables"),
            ("export-forms", self.tr("自评表"), ".pdf", "self-evaluation"),
            ("export-forms-tables", self.tr("自评表"), ".xlsx", "self-evaluation"),
        ):
            do(name, partial(_export, words=words, suffix=suffix, what=what))
        do(
            "export-report-public",
            lambda files: files.export(self.tr("公开版"), ".pdf", "report", public=True),
        )
        do("new", lambda files: files.new())
        do("open", lambda files: files.open())
        do("sample", lambda files: files.sample())
        do("backup", lambda files: files.backup())
        do("import", lambda files: files.import_tables())
        do("paste-table", lambda files: files.import_pasted())

    def _connect_rest(self) -> None:
        window = self._window
        runs: dict[str, Callable[[], object]] = {
            "close": window.close_project,
            "quit": window.close,
            "undo": self.undo,
            "redo": self.redo,
            "find": lambda: window.corner.find.setFocus(),
            "history": self.show_history,
            "cell-history": self.show_cell_history,
            "panel": lambda: window.workbench and window.workbench.tab.toggle_panel(),
            "next-pane": lambda: window.workbench and window.workbench.next_pane(),
            "next-problem": lambda: window.workbench and window.workbench.next_problem(),
            "full-screen": self._full_screen,
            "project": lambda: self._show_table("project"),
            "settings": lambda: self._show_table("setting"),
            "verify": self.verify,
            "standards": self.show_standards,
            "what-if": self._try,
            "freeze-version": self.freeze_version,
            "compare-versions": self.show_versions,
            "person": self._ask_person,
            "help": self.show_help,
            "tour": self.begin_tour,
            "keys": self._show_keys,
            "about": self._show_about,
        }
        for name, run in runs.items():
            window.menu_actions.on(name, run)
        window.menu_actions["what-if"].setCheckable(True)

    def _connect_choices(self) -> None:
        actions, settings = self._window.menu_actions, self._window.settings
        actions.group("theme").triggered.connect(self._choose_theme)
        actions.group("size").triggered.connect(self._choose_size)
        actions.group("language").triggered.connect(self._choose_language)
        actions.group("unit").triggered.connect(self._choose_unit)
        actions.menus["recent"].aboutToShow.connect(self._fill_recent)
        actions.choose(f"theme.{settings.get('theme') or 'system'}")
        actions.choose(f"size.{settings.get('font_size') or '标准'}")
        actions.choose(f"language.{language_of(settings)}")

    # Back and forth

    def undo(self) -> None:
        """Take back the newest edit, and say which."""
        self._step("undo", self.tr("已撤销　{0}"), self.tr("重做"), self.redo)

    def redo(self) -> None:
        """Do again what was undone last, and say which."""
        self._step("redo", self.tr("已重做　{0}"), self.tr("撤销"), self.undo)

    @property
    def step_words(self) -> tuple[str, str]:
        """The words of buttons that go back or forward by the newest step, whatever that is by then."""
        return self.tr("撤销"), self.tr("重做")

    def _step(self, name: str, words: str, back: str, run_back: Callable[[], object]) -> None:
        context = self._window.context
        if context is None:
            return
        _commit_open_editor()
        step = context.can_undo if name == "undo" else context.can_redo
        if context.trial is not None and step is None:
            return
        try:
            workspace = context.workspace
            entry = workspace.undo() if name == "undo" else workspace.redo()
        except UserProblem as problem:
            self._window.complain(told_of(problem))
            return
        self._window.toast(words.format(said_label(plain_label(entry.label))), back, run_back)

    def show_history(self, table: str = "", row_id: str = "", field: str = "") -> None:
        """The list of all edits, beside the work, or only those of a row or of a cell."""
        window, context = self._window, self._window.context
        if context is None:
            return
        _commit_open_editor()
        if self._history is None:
            from ui.panels.history import HistoryDialog

            window.menu_actions.draw_icons()
            undo, redo = window.menu_actions["undo"], window.menu_actions["redo"]
            self._history = HistoryDialog(context, undo, redo, window)
        if table:
            self._history.show_only(table, row_id, field)
        self._history.show()
        self._history.activateWindow()

    def show_cell_history(self) -> None:
        """The edits of the cell or field that has the focus."""
        from ui.current_place import current_place

        place = current_place(QApplication.focusWidget())
        if place is None:
            self._window.say(self.tr("先选一个单元格或表单里的一栏"))
        else:
            self.show_history(*place)

    def show_standards(self) -> None:
        """The library of standards; what was applied is shown."""
        from ui.standards.dialog import show_standards

        window = self._window
        if window.context is not None:
            _commit_open_editor()
            show_standards(window.context, window.files.ask, window)

    def freeze_version(self) -> None:
        """Keep the report as it stands as a version."""
        from ui.versions.freezing import FreezeDialog

        if self._window.context is not None:
            _commit_open_editor()
            FreezeDialog(self._window.context, self._window).exec()

    def show_versions(self) -> None:
        """The frozen versions, beside the work."""
        from ui.versions.dialog import VersionsDialog

        window = self._window
        if window.context is None:
            return
        _commit_open_editor()
        if self._versions is None:
            self._versions = VersionsDialog(window.context, window.files, window)
        self._versions.show()
        self._versions.activateWindow()

    def _try(self) -> None:
        context = self._window.context
        if context is not None:
            from ui.trying import toggle

            _commit_open_editor()
            toggle(context)
            self._window.menu_actions["what-if"].setChecked(context.trial is not None)

    def leave_project(self) -> None:
        """Close what belongs to the project."""
        for beside in (self._history, self._versions):
            if beside is not None:
                beside.close()
                beside.deleteLater()
        self._history = self._versions = None

    # Going round

    def _show_table(self, table: str) -> None:
        context = self._window.context
        if context is not None:
            rows = context.records.all(table)
            self.show_row(table, str(rows[0]["id"]) if rows else "")

    def show_row(self, table: str, row_id: str, field: str = "") -> None:
        """Show a row where it is edited."""
        bench = self._window.workbench
        if bench is not None and not bench.show_row(table, row_id, field):
            from models.schema import SCHEMA

            self._window.say(self.tr("“{0}”没有可以显示的页面").format(worded_table(SCHEMA[table].label)))

    def _show_keys(self) -> None:
        from ui.help.topics import KEYS

        self.show_help(KEYS)

    def _show_about(self) -> None:
        from ui.about import AboutDialog

        AboutDialog(self._window.look, self._window).exec()

    def _full_screen(self) -> None:
        window = self._window
        window.showNormal() if window.isFullScreen() else window.showFullScreen()

    # Help

    def show_help(self, page: str = "") -> None:
        """The help beside the work, at that page or the one that belongs to what is in front."""
        from ui.help.topics import page_in_front
        from ui.help.window import show_help

        window = self._window
        shown = window.workbench.tab if window.workbench is not None else window.start
        show_help(window, window.look, page or page_in_front(shown))

    @property
    def tour(self) -> Tour:
        """The tour through the sample, made when it is first asked for."""
        from ui.tour.tour import Tour

        if self._tour is None:
            self._tour = Tour(self._window)
        return self._tour

    @property
    def is_touring(self) -> bool:
        """Whether the tour is going on."""
        return self._tour is not None and self._tour.is_running

    def begin_tour(self) -> None:
        """Go on with the tour, or begin it."""
        _commit_open_editor()
        self.tour.go_on()

    # Looks and choices

    def _choose_theme(self, action: QAction) -> None:
        theme = action.objectName().partition(".")[2]
        self._window.settings.set("theme", theme)
        self._window.look.choose(theme=theme)

    def _choose_size(self, action: QAction) -> None:
        name = action.objectName().partition(".")[2]
        self._window.settings.set("font_size", name)
        self._window.look.choose(font_size=FONT_SIZES[name])

    def _choose_language(self, action: QAction) -> None:
        language, window = action.objectName().partition(".")[2], self._window
        if window.context is not None and window.context.trial is not None:
            window.complain(self.tr("换语言要重新打开窗口。请先保留改动或退出假设"))
            window.menu_actions.choose(f"language.{language_of(window.settings)}")
        elif language != language_of(window.settings):
            _commit_open_editor()
            window.settings.set("language", language)
            window.languageChosen.emit(language)

    def _choose_unit(self, action: QAction) -> None:
        context = self._window.context
        sentence = context.choose("money_unit", action.objectName().partition(".")[2]) if context else None
        if sentence is not None:
            self._window.complain(sentence)

    def _fill_recent(self) -> None:
        window, menu = self._window, self._window.menu_actions.menus["recent"]
        menu.clear()
        for path in window.settings.recent:
            action = menu.addAction(f"{path.stem}　{path.parent}".replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, path=path: window.files.open_path(path))
        if menu.isEmpty():
            menu.addAction(self.tr("还没有打开过项目")).setEnabled(False)

    def _ask_person(self) -> None:
        window = self._window
        name = window.files.ask.person(person_name(None, window.settings))
        if name is not None:
            window.settings.set("person", name)
            if window.workspace is not None:
                window.workspace.project.person = name

    def verify(self) -> None:
        """Check the open file and say what was found."""
        workspace = self._window.workspace
        if workspace is None:
            return
        _commit_open_editor()
        faults = workspace.project.verify()
        if faults:
            self._window.complain(sayings(map(told, faults[:3])))
        else:
            self._window.toast(self.tr("文件完好：结构、数据、修改历史和附件都已核对"))


def _export(files: Files, *, words: str, suffix: str, what: str) -> None:
    files.export(words, suffix, what)


def plain_label(label: str) -> str:
    """The label of what was undone or redone, without these words before it."""
    return label.removeprefix("撤销").removeprefix("重做").strip()
