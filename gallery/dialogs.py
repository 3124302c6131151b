"""Every dialog, as it opens and as it is filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QInputDialog

from gallery.pages import turn
from gallery.stage import PERSON, Scene, calm
from services import importing, versions
from services.sheets import read_sheets
from services.workspace import Workspace
from ui.about import AboutDialog
from ui.asking import Ask
from ui.context import Context
from ui.dialogs import NewProjectDialog
from ui.faults import FailureDialog
from ui.help.window import HelpWindow
from ui.import_dialog import ImportDialog
from ui.importing.dialog import CHECK, ImportWizard
from ui.panels.history import HistoryDialog
from ui.panels.solver_strip import SolverDialog
from ui.standards.dialog import StandardsDialog
from ui.versions.dialog import VersionsDialog
from ui.versions.freezing import FreezeDialog
from ui.window import MainWindow

Make = Callable[[MainWindow], QDialog]
NOW = datetime(2019, 8, 2, 14, 3, tzinfo=UTC)
PASTED = (
    "合同名称\t服务单位\t合同金额（元）\t签订日期\t备注\n"
    "政务云二期运维\t湖南科创信息技术股份有限公司\t521000\t2018.5\t2018年支付26.05万元\n"
    "门户网站安全检测\t新的服务单位\t2,20x\t2018-13-40\t\n"
    "小计\t\t523200\t\t\n"
)


def shown(make: Make) -> Scene:
    """A dialog over the overview."""

    def scene(window: MainWindow) -> Iterator[None]:
        if window.workbench is not None:
            turn(window, "overview")
        dialog = make(window)
        dialog.show()
        dialog.activateWindow()
        yield
        dialog.close()
        dialog.deleteLater()

    return scene


def _context(window: MainWindow) -> Context:
    assert window.context is not None
    return window.context


def _person(window: MainWindow) -> QDialog:
    dialog = QInputDialog(window)
    dialog.setWindowTitle(Ask.tr("使用人"))
    dialog.setLabelText(Ask.tr("记入修改历史的姓名"))
    dialog.setTextValue(PERSON)
    return dialog


def _workspace(window: MainWindow) -> Workspace:
    return _context(window).workspace


def _wizard(steps: int) -> Make:
    def make(window: MainWindow) -> QDialog:
        made = ImportWizard(window.look, _workspace(window), window.settings, lambda: None, window)
        if steps < 0:
            QApplication.clipboard().setText("")
            made.paste()
            return made
        if steps:
            QApplication.clipboard().setText(PASTED)
            made.paste()
        for step in range(steps - 1):
            made.accept()
            calm(window)
            if step == 0:
                made.columns.owner.setCurrentIndex(1)
                made.columns.owner.activated.emit(1)
                calm(window)
        return made

    return make


def _wizard_done(window: MainWindow) -> Iterator[None]:
    dialog = _wizard(CHECK + 1)(window)
    assert isinstance(dialog, ImportWizard)
    dialog.accept()
    dialog.show()
    yield
    dialog.close()
    dialog.deleteLater()
    if dialog.written:
        _workspace(window).undo()


def _exchange(window: MainWindow) -> QDialog:
    from services.exporting.outputs import export_file

    context = _context(window)
    records = context.records
    path = Path(window.settings.get("folder") or ".") / "交换.xlsx"
    export_file(records, path, None, source=context.workspace.project.path)
    row = records.live("contract")[0]
    context.typed("contract", str(row["id"]), "amount", "1")
    plan = importing.plan(context.records, read_sheets(path))
    context.workspace.undo()
    return ImportDialog(window.look, path.name, plan, records, window)


def _history(window: MainWindow) -> HistoryDialog:
    actions = (QAction(window.menu_actions["undo"].text()), QAction(window.menu_actions["redo"].text()))
    return HistoryDialog(_context(window), *actions, window)


def _edits(window: MainWindow) -> int:
    context = _context(window)
    rows = context.records.live("contract")[:4]
    for at, row in enumerate(rows):
        context.typed("contract", str(row["id"]), "remark", f"备注 {at}")
    return len(rows)


def _going_back(window: MainWindow) -> Iterator[None]:
    turn(window, "overview")
    count = _edits(window)
    dialog = _history(window)
    dialog.show()
    calm(window)
    dialog.entries.setCurrentIndex(dialog.model.index(3))
    dialog.ask_back()
    yield
    dialog.close()
    dialog.deleteLater()
    for _ in range(count):
        _workspace(window).undo()


def _versions(window: MainWindow) -> Iterator[None]:
    turn(window, "report")
    context = _context(window)
    ids = [versions.freeze(context.workspace, "征求意见稿", PERSON, now=NOW)]
    fund = context.records.find("fund", "F2")[0]
    context.typed("fund", str(fund["id"]), "declared_paid", "340")
    ids.append(versions.freeze(context.workspace, "送审稿", PERSON, now=NOW))
    dialog = VersionsDialog(context, window.files, window)
    dialog.list.choose(*ids)
    dialog.compare()
    dialog.show()
    yield
    dialog.close()
    dialog.deleteLater()
    for _ in range(3):
        context.workspace.undo()


def _standards(at: int) -> Make:
    def make(window: MainWindow) -> QDialog:
        made = StandardsDialog(_context(window), window.files.ask, window)
        made.tabs.setCurrentIndex(at)
        return made

    return make


def _help(page: str) -> Make:
    def make(window: MainWindow) -> QDialog:
        made = HelpWindow(window.look, window)
        made.show_page(page)
        return made

    return make


DIALOGS: Mapping[str, Scene] = {
    "dialog-about": shown(lambda window: AboutDialog(window.look, window)),
    "dialog-person": shown(_person),
    "dialog-new": shown(lambda window: NewProjectDialog(window.look, Path("评价"), window)),
    "dialog-failure": shown(lambda window: FailureDialog(window.look, "Traceback …\nValueError: 例", window)),
    "dialog-solver": shown(lambda window: SolverDialog(_context(window), window)),
    "dialog-history": shown(_history),
    "dialog-going-back": _going_back,
    "dialog-freeze": shown(lambda window: FreezeDialog(_context(window), window)),
    "dialog-versions-none": shown(lambda window: VersionsDialog(_context(window), window.files, window)),
    "dialog-versions": _versions,
    "dialog-standards": shown(_standards(0)),
    "dialog-standards-compare": shown(_standards(1)),
    "dialog-import-nothing": shown(_wizard(-1)),
    "dialog-import-1": shown(_wizard(1)),
    "dialog-import-2": shown(_wizard(2)),
    "dialog-import-3": shown(_wizard(3)),
    "dialog-import-4": _wizard_done,
    "dialog-exchange": shown(_exchange),
    "dialog-help": shown(_help("funds")),
}
