"""A workbench with 指标, 问题, 资料 and 报告, and what a person does there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTreeView, QWidget

from models.evaluation import Node
from services.project import Project
from services.settings import Settings
from services.workspace import Workspace
from tests.ui.hands import SIZE, Hands
from ui.context import Context
from ui.look import Look
from ui.tabs.findings import FindingsTab
from ui.tabs.indicators import IndicatorsTab
from ui.tabs.papers import PapersTab
from ui.tabs.report import ReportTab
from ui.workbench import Workbench

Key = Qt.Key


@contextmanager
def opened(sample: Path, folder: Path, app: QApplication) -> Iterator[ScoreHands]:
    """The sample on a workbench, for as many tests as take back what they did."""
    project = Project.open(shutil.copy(sample, folder / "样例.jiheng"), person="测试员")
    look = Look("light", 13)
    look.apply(app)
    workspace = Workspace(project)
    hands = ScoreHands(Context(workspace, look, Settings(folder / "settings.json")))
    yield hands
    hands.context.close()
    hands.bench.close()
    hands.bench.deleteLater()
    QApplication.processEvents()
    workspace.close()


class ScoreHands(Hands):
    """The hands at the four tabs that judge and report."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.jumps: list[tuple[str, str, str]] = []
        self.bench = Workbench(context, [IndicatorsTab, FindingsTab, PapersTab, ReportTab])
        context.rowRequested.connect(lambda *place: self.jumps.append(place))
        self.bench.resize(*SIZE)
        self.bench.show()
        assert QTest.qWaitForWindowExposed(self.bench)
        self.bench.activateWindow()
        for tab in self.bench.tabs:
            if tab.panel_action is not None:
                tab.panel_action.setChecked(True)

    def start_over(self, home: str = "indicators") -> None:
        """Take everything back, so that the next test finds the sample as it was, on one of the tabs."""
        while self.context.workspace.project.can_undo is not None:
            self.undo()
        if self.bench.tab.key != home:
            self.bench.show_key(home)
        if home == "indicators":
            self.indicators.panel.show_page("why")
        self.jumps.clear()
        QApplication.processEvents()

    @property
    def indicators(self) -> IndicatorsTab:
        """指标, in front."""
        return self._turn("indicators")  # type: ignore[return-value]

    @property
    def findings(self) -> FindingsTab:
        """问题, in front."""
        return self._turn("findings")  # type: ignore[return-value]

    @property
    def papers(self) -> PapersTab:
        """资料, in front."""
        return self._turn("papers")  # type: ignore[return-value]

    @property
    def report(self) -> ReportTab:
        """报告, in front."""
        return self._turn("report")  # type: ignore[return-value]

    def indicator(self, code: str) -> str:
        """The id of an indicator."""
        return str(self.context.records.find("indicator", code)[0]["id"])

    def node(self, code: str) -> Node:
        """An indicator, scored."""
        return self.context.workspace.evaluation.node(self.indicator(code))

    def choose(self, code: str) -> IndicatorsTab:
        """Go to an indicator in the tree."""
        tab = self.indicators
        assert tab.tree.select(self.indicator(code))
        return tab

    def type_into_tree(self, code: str, key: str, text: str, end: Key = Key.Key_Return) -> None:
        """F2, the text in place of what stands there, Enter."""
        tree = self.choose(code).tree
        at = [column.key for column in tree.model.columns].index(key)
        tree.view.setCurrentIndex(tree.model.index_of(self.indicator(code), at))
        QTest.keyClick(tree.view, Key.Key_F2)
        editor = open_editor(tree.view)
        if isinstance(editor, QComboBox):
            editor.setEditText(text)
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
        else:
            editor.setText(text)
        QTest.keyClick(editor, end)


def open_editor(view: QTreeView) -> QLineEdit | QComboBox | QPlainTextEdit:
    """The open cell editor of a view."""
    found = [one for one in view.viewport().children() if one.property("cell") and one.isVisible()]  # type: ignore[attr-defined]
    assert len(found) == 1, "no editor is open"
    return found[0]  # type: ignore[return-value]


def write_line(editor: QWidget, text: str) -> None:
    """Type into a line of a panel and leave it with Enter."""
    assert isinstance(editor, QLineEdit)
    editor.setText(text)
    QTest.keyClick(editor, Key.Key_Return)
