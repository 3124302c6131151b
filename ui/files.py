"""What the menu does with files: new, open, sample, recent, import, export, backup."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from services.errors import ExportCancelled, UserProblem
from services.exporting.pace import Watch, Write
from services.project import InUse, NotKept, Project
from services.settings import Settings, person_name
from services.workspace import Workspace
from ui.asking import Ask
from ui.dialogs import SUFFIX, NewProject, file_name
from ui.messages import Choice
from ui.words import told_of
from ui.work import Work

if TYPE_CHECKING:
    from services.importing import Plan
    from ui.importing.dialog import ImportWizard

BACKUPS = "备份"
SELF_EVALUATION = "self-evaluation"


class Host(Protocol):
    """What this needs of the window."""

    workspace: Workspace | None
    settings: Settings

    def show_project(self, project: Project) -> None:
        """Put an open project on the screen, in the place of the one before."""

    def say(self, text: str) -> None:
        """Write into the status line."""

    def toast(self, text: str, action: str = "", run: Callable[[], object] | None = None) -> None:
        """Say that something was done."""

    def complain(self, sentence: str, choices: Sequence[Choice] = ()) -> None:
        """Say that something could not be done."""


def sample_rows() -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """The sample's rows, read the way every import is read."""
    from services.founding import found
    from services.sample import sample_sheets

    founding = found(sample_sheets())
    if founding.plan.bad:
        raise UserProblem(f"样例有误，没有建立：{founding.plan.bad[0]}")
    return founding.rows


def new_rows(made: NewProject) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """The rows that a new project starts with: its own, and the table of the standard it chose."""
    if not made.standard:
        return {"project": [made.values]}
    from services import standards
    from services.founding import found

    rows = found(standards.sheets(standards.load(made.standard))).rows
    return {**rows, "project": [{**rows["project"][0], **made.values}]}


def commit_open_editor() -> None:
    """Let the open editor keep what is typed, without moving the cursor."""
    focus = QApplication.focusWidget()
    view = focus.parentWidget() if focus is not None else None
    while view is not None and not view.inherits("QAbstractItemView"):
        view = view.parentWidget()
    if view is not None:
        view.setFocus()
    elif isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit) or (focus and focus.inherits("QComboBox")):
        focus.clearFocus()
        focus.setFocus()


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class Files(QObject):
    """Carries out the file actions for one window; every failure is said there as a sentence.

    `written` brings the path of a file that was exported.
    """

    written = Signal(Path)

    def __init__(self, host: Host, ask: Ask, parent: QWidget) -> None:
        super().__init__(parent)
        self._host, self.ask = host, ask
        self._works: list[Work] = []

    @property
    def _person(self) -> str:
        return person_name(None, self._host.settings)

    # Projects

    def new(self) -> None:
        """Ask for the first fields and make a project."""
        made = self.ask.new_project()
        if made is None:
            return
        try:
            rows = new_rows(made)
        except UserProblem as problem:
            self._host.complain(told_of(problem))
            return
        self._make(made.path, rows, self.tr("新建项目"))

    def sample(self) -> None:
        """Make the sample project where the person says, and open it."""
        name, words = self.tr("绩衡样例"), self.tr("绩衡项目")
        path = self.ask.place(self.tr("样例另存为"), name, words, SUFFIX)
        if path is not None:
            self.make_sample(path)

    def make_sample(self, path: Path) -> None:
        """Make the sample project there, and open it."""
        try:
            rows = sample_rows()
        except UserProblem as problem:
            self._host.complain(told_of(problem))
            return
        self._make(path, rows, self.tr("新建项目（样例）"))

    def _make(self, path: Path, rows: Mapping[str, Sequence[Mapping[str, Any]]], label: str) -> None:
        try:
            project = Project.create(path, rows, person=self._person, label=label)
        except UserProblem as problem:
            self._host.complain(told_of(problem))
            return
        self._shown(project)

    def open(self) -> None:
        """Ask for a project file and open it."""
        path = self.ask.project_to_open()
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path, *, read_only: bool = False) -> None:
        """Open a project; who cannot have it for writing may read it."""
        now = self._host.workspace
        if now is not None and path.resolve() == now.project.path.resolve() and not now.project.read_only:
            self._host.toast(self.tr("“{0}”已经打开").format(path.name))
            return
        try:
            project = Project.open(path, person=self._person, read_only=read_only)
        except (InUse, NotKept) as hindered:
            look = Choice(self.tr("以只读方式打开"), lambda: self.open_path(path, read_only=True))
            self._host.complain(told_of(hindered), (look,))
            return
        except UserProblem as problem:
            self._host.complain(told_of(problem))
            return
        self._shown(project)

    def _shown(self, project: Project) -> None:
        self._host.settings.opened(project.path)
        self._host.show_project(project)
        if (kept := project.kept_copy) is not None:
            said = self.tr("文件已升级为现在的版本，原样的备份是“{0}”").format(kept.name)
            self._host.toast(said, self.tr("打开位置"), lambda: _show(kept.parent))

    def backup(self) -> None:
        """Keep what is being typed, then write a dated copy into a folder beside the project."""
        commit_open_editor()
        workspace = self._host.workspace
        if workspace is None:
            return
        source = workspace.project.path
        folder = source.parent / BACKUPS
        copy = folder / f"{source.stem} {datetime.now():%Y-%m-%d %H%M%S}{SUFFIX}"
        try:
            folder.mkdir(exist_ok=True)
            workspace.project.backup(copy)
        except OSError:
            self._host.complain(
                self.tr("不能建立文件夹“{0}”。修改都已存盘；请核对该位置的写入权限后再备份").format(folder)
            )
            return
        except UserProblem as problem:
            self._host.complain(told_of(problem))
            return
        said = self.tr("已备份到“{0}”").format(f"{BACKUPS}/{copy.name}")
        self._host.toast(said, self.tr("打开位置"), lambda: _show(folder))

    # Tables in

    def import_tables(self) -> None:
        """Import tables of any source, step by step, as one undoable edit."""
        self._import_foreign(lambda wizard: None)

    def import_pasted(self) -> None:
        """Import the tables on the clipboard."""
        self._import_foreign(lambda wizard: wizard.paste())

    def import_path(self, path: Path) -> None:
        """Import a file: the exchange workbook as it is, any other table step by step."""
        self._import_foreign(lambda wizard: wizard.open(path))

    def _import_foreign(self, begin: Callable[[ImportWizard], None]) -> None:
        workspace = self._host.workspace
        if workspace is None or workspace.project.read_only:
            return
        commit_open_editor()
        wizard = self.ask.import_wizard(workspace)
        begin(wizard)
        self.ask.go_through(wizard)
        exchange, written, left = wizard.exchange, wizard.written, wizard.left
        wizard.deleteLater()
        if exchange is not None:
            self._import_exchange(*exchange)
        elif written:
            self._say_imported(workspace, written, left)

    def _import_exchange(self, path: Path, plan: Plan) -> None:
        """Show what a workbook would change; write it if the person goes on."""
        from services import importing

        workspace = self._host.workspace
        if workspace is None:
            return
        try:
            if not self.ask.go_on(path.name, plan, workspace.records) or not plan.changes:
                return
            label = self.tr("导入 {0}（{1} 行）").format(path.name, len(plan.changes))
            with workspace.edit(label, "import") as edit:
                importing.apply(edit, plan)
        except UserProblem as problem:
            self._host.complain(told_of(problem))
            return
        self._say_imported(workspace, len(plan.changes), len(plan.bad))

    def _say_imported(self, workspace: Workspace, rows: int, bad: int) -> None:
        left = self.tr("，{0} 个单元格有误未导入").format(bad) if bad else ""
        self._host.toast(self.tr("已导入 {0} 行{1}").format(rows, left), self.tr("撤销"), workspace.undo)

    # Report and tables out

    def export(self, words: str, suffix: str, what: str, fund: str = "", *, public: bool = False) -> None:
        """Ask where to, then write the report, the tables or the forms in a thread of its own."""
        workspace = self._host.workspace
        if workspace is None:
            return
        commit_open_editor()
        title = str(workspace.records.project["title"] or workspace.project.path.stem)
        if fund:
            title = workspace.records.title("fund", fund)
        name = f"{title} {words}" if what == SELF_EVALUATION or public else title
        path = self.ask.place(self.tr("导出{0}").format(words), file_name(name), words, suffix)
        if path is not None:
            self.export_to(path, what, fund, public=public)

    def export_forms(self, what: str, suffix: str, fund: str) -> None:
        """Ask where to, then write one fund's self-evaluation form."""
        self.export(self.tr("自评表"), suffix, what, fund)

    def export_to(self, path: Path, what: str, fund: str = "", *, public: bool = False) -> Work | None:
        """Write the present rows' report or tables to a file; a toast tells the end."""
        workspace = self._host.workspace
        if workspace is None:
            return None
        records, source = workspace.records, workspace.project.path

        def write(path: Path, watch: Watch) -> str:
            from services.exporting.outputs import export_file

            return export_file(records, path, what, source=source, fund=fund, public=public, **watch)

        return self._write(path, write)

    def write_document(self, words: str, name: str, suffix: str, write: Write) -> Work | None:
        """Ask where to, then let `write` make the file in a thread of its own; a toast tells the end."""
        path = self.ask.place(self.tr("导出{0}").format(words), name, words, suffix)
        return self._write(path, write) if path is not None else None

    def _write(self, path: Path, write: Write) -> Work:
        going, stopped = self.tr("正在导出“{0}”…").format(path.name), Event()

        def advance(percent: int) -> None:
            work.advanced.emit(f"{going} {percent}%")

        watch: Watch = {"progress": advance, "cancelled": stopped.is_set}
        work = Work(lambda: (write(path, watch), path), self)
        work.advanced.connect(self._advanced)
        work.done.connect(self._exported)
        work.failed.connect(self._export_failed)
        self._works.append(work)
        self._host.toast(going, self.tr("取消"), stopped.set)
        work.start()
        return work

    def _advanced(self, words: str) -> None:
        self._host.say(words)

    def _exported(self, result: tuple[str, Path]) -> None:
        said, path = result
        self._works = [work for work in self._works if work is not self.sender()]
        self._host.toast(self.tr("已导出“{0}”").format(path.name), self.tr("打开"), lambda: _show(path))
        self._host.say(said)
        self.written.emit(path)

    def _export_failed(self, error: Exception) -> None:
        self._works = [work for work in self._works if work is not self.sender()]
        if isinstance(error, ExportCancelled):
            self._host.toast(told_of(error))
            self._host.say("")
            return
        if not isinstance(error, UserProblem):
            raise error
        self._host.complain(told_of(error))

    def wait(self) -> None:
        """Stay until exports that have begun are on the disk."""
        for work in self._works:
            work.wait()
