"""Window tests: any Qt warning fails one, and the application always starts from the light theme."""

from __future__ import annotations

from collections.abc import Iterator
from functools import wraps
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from services.project import Project
from services.settings import Settings
from services.workspace import Change, Workspace
from tests.ui import hands, score_hands
from tests.ui.grid_hands import CONTRACTS, GridMaker
from tests.ui.hands import Hands
from tests.ui.score_hands import ScoreHands
from ui.context import Context
from ui.grid.columns import Column
from ui.grid.grid import Grid
from ui.look import Look

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let a Qt warning fail the test, but for the offscreen platform's own line."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


@pytest.fixture(autouse=True, scope="session")
def everything_at_once() -> Iterator[None]:
    """What follows from an edit is on the screen before the next line of a test.

    A person sees it a moment later: test_following.py is about that moment.
    """
    hear = Context._hear

    @wraps(hear)
    def hear_and_settle(self: Context, change: Change) -> None:
        hear(self, change)
        self.settle()

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Context, "_hear", hear_and_settle)
        yield


@pytest.fixture
def look(qapp: QApplication) -> Look:
    """The light theme at the standard size, applied to the application."""
    made = Look("light", 13)
    made.apply(qapp)
    return made


@pytest.fixture
def context(look: Look, sample_path: Path) -> Iterator[Context]:
    """The sample project open for the window's parts."""
    workspace = Workspace(Project.open(sample_path, person="测试员"))
    made = Context(workspace, look, Settings())
    yield made
    made.close()
    workspace.close()


@pytest.fixture(scope="module")
def opened_money(
    sample_master: Path, tmp_path_factory: pytest.TempPathFactory, qapp: QApplication
) -> Iterator[Hands]:
    """The sample on the money tabs, for as many tests as take back what they did."""
    with hands.opened(sample_master, tmp_path_factory.mktemp("money"), qapp) as opened:
        yield opened


@pytest.fixture(scope="module")
def opened_scores(
    sample_master: Path, tmp_path_factory: pytest.TempPathFactory, qapp: QApplication
) -> Iterator[ScoreHands]:
    """The same on the tabs of scores, findings and the report."""
    with score_hands.opened(sample_master, tmp_path_factory.mktemp("scores"), qapp) as opened:
        yield opened


@pytest.fixture
def grid_of(context: Context, qtbot: QtBot) -> GridMaker:
    """Makes a grid of a table with these columns, on the screen."""

    def make(table: str, *names: str, **rest: object) -> Grid:
        columns = [Column(name, total=name == "amount") for name in names]
        grid = Grid(context, table, columns, **rest)  # type: ignore[arg-type]
        qtbot.addWidget(grid)
        grid.resize(900, 500)
        with qtbot.waitExposed(grid):
            grid.show()
        return grid

    return make


@pytest.fixture
def contracts(grid_of: GridMaker) -> Grid:
    """The contracts of the sample, without headings."""
    return grid_of("contract", *CONTRACTS, entry_hint="在此输入新合同", total_label="合计")
