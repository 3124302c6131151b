"""What a person does at a workbench with the money tabs, as steps that tests can read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit

from services.project import Project
from services.settings import Settings
from services.workspace import Workspace
from ui.context import Context
from ui.form import Form
from ui.grid.grid import Grid
from ui.grid.lines import ROW
from ui.look import Look
from ui.tabs.contracts import ContractsTab
from ui.tabs.funds import FundsTab
from ui.tabs.overview import OverviewTab
from ui.workbench import Workbench

Key = Qt.Key
ENTRY = "＋"
SIZE = (1366, 680)


@contextmanager
def opened(sample: Path, folder: Path, app: QApplication) -> Iterator[Hands]:
    """The sample on a workbench, for as many tests as take back what they did."""
    project = Project.open(shutil.copy(sample, folder / "样例.jiheng"), person="测试员")
    with at_work(project, folder, app) as hands:
        yield hands


@contextmanager
def at_work(project: Project, folder: Path, app: QApplication) -> Iterator[Hands]:
    """A project on a workbench."""
    look = Look("light", 13)
    look.apply(app)
    workspace = Workspace(project)
    hands = Hands(Context(workspace, look, Settings(folder / "settings.json")))
    yield hands
    hands.context.close()
    hands.bench.close()
    hands.bench.deleteLater()
    QApplication.processEvents()
    workspace.close()


class Hands:
    """A workbench on the screen and the hands at its keyboard."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.bench = Workbench(context, [OverviewTab, FundsTab, ContractsTab])
        self.bench.resize(*SIZE)
        self.bench.show()
        assert QTest.qWaitForWindowExposed(self.bench)
        self.bench.activateWindow()

    def start_over(self) -> None:
        """Take everything back, so that the next test finds the sample as it was."""
        while self.context.workspace.project.can_undo is not None:
            self.undo()
        self.bench.resize(*SIZE)
        self.bench.show_key("overview")
        QApplication.processEvents()

    @property
    def overview(self) -> OverviewTab:
        """概览, in front."""
        return self._turn("overview")  # type: ignore[return-value]

    @property
    def funds(self) -> FundsTab:
        """资金, in front."""
        return self._turn("funds")  # type: ignore[return-value]

    @property
    def contracts(self) -> ContractsTab:
        """合同, in front."""
        return self._turn("contracts")  # type: ignore[return-value]

    def _turn(self, key: str) -> object:
        self.bench.show_key(key)
        return self.bench.tab

    @property
    def score(self) -> tuple[str, str | None]:
        """Total and grade as the score bar shows them."""
        view = self.bench.score_bar.view
        return view.total_parts[1], view.grade

    def fund(self, code: str) -> str:
        """The id of a fund."""
        return str(self.context.records.find("fund", code)[0]["id"])

    def contract(self, name: str) -> str:
        """The id of a contract."""
        return str(self.context.records.find("contract", name)[0]["id"])

    def type_into(self, grid: Grid, row_id: str, name: str, text: str) -> None:
        """F2, the text in place of what stands there, Enter."""
        assert grid.select(row_id, name), f"{row_id} is not shown"
        QTest.keyClick(grid.view, Key.Key_F2)
        editor = self.editor(grid)
        if isinstance(editor, QComboBox):
            editor.setEditText(text)
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
        else:
            editor.setText(text)
        QTest.keyClick(editor, Key.Key_Return)

    @staticmethod
    def editor(grid: Grid) -> QLineEdit | QComboBox | QPlainTextEdit:
        """The open cell editor."""
        found = [one for one in grid.view.viewport().children() if one.property("cell") and one.isVisible()]
        assert len(found) == 1, "no editor is open"
        return found[0]  # type: ignore[return-value]

    def give_up(self, grid: Grid) -> None:
        """Esc in the open editor."""
        QTest.keyClick(self.editor(grid), Key.Key_Escape)

    def new_row(self, grid: Grid, name: str, text: str) -> str:
        """Type into the entry row; the id of the row that it made."""
        before = {line.key for line in grid.model.lines}
        self.type_into(grid, ENTRY, name, text)
        made = [line.key for line in grid.model.lines if line.kind == ROW and line.key not in before]
        assert len(made) == 1
        return made[0]

    @staticmethod
    def fill_in(form: Form, name: str, text: str) -> None:
        """Type into a form's field and leave it."""
        editor = form.editors[name]
        if isinstance(editor, QComboBox):
            editor.setEditText(text)
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
        else:
            editor.setText(text)
        form.commit(name)

    def undo(self, times: int = 1) -> None:
        """Take back."""
        for _ in range(times):
            self.context.workspace.undo()
