"""Everything can be reached by Tab in reading order, and says its name to those who cannot see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QWidget
from pytestqt.qtbot import QtBot

from gallery.measuring import against_reading, described, nameless, stops, told, unreached, walked
from services.settings import Settings
from tests.ui.windows import sample_window
from ui.about import AboutDialog
from ui.context import Context
from ui.dialogs import NewProjectDialog
from ui.faults import FailureDialog
from ui.form import Form
from ui.grid.grid import Grid
from ui.help.window import HelpWindow
from ui.look import Look
from ui.panels.history import HistoryDialog
from ui.standards.dialog import StandardsDialog
from ui.versions.dialog import VersionsDialog
from ui.versions.freezing import FreezeDialog
from ui.window import MainWindow

TABS = ("overview", "funds", "contracts", "indicators", "findings", "papers", "report")

Make = Callable[[MainWindow], QDialog]
DIALOGS: dict[str, Make] = {
    "new": lambda window: NewProjectDialog(window.look, Path.home(), window),
    "help": lambda window: HelpWindow(window.look, window),
    "about": lambda window: AboutDialog(window.look, window),
    "history": lambda window: HistoryDialog(context_of(window), QAction("撤销"), QAction("重做"), window),
    "failure": lambda window: FailureDialog(window.look, "details", window),
    "standards": lambda window: StandardsDialog(context_of(window), window.files.ask, window),
    "versions": lambda window: VersionsDialog(context_of(window), window.files, window),
    "freeze": lambda window: FreezeDialog(context_of(window), window),
}


@pytest.fixture(scope="module")
def window(
    sample_master: Path, tmp_path_factory: pytest.TempPathFactory, qapp: QApplication
) -> Iterator[MainWindow]:
    with sample_window(sample_master, tmp_path_factory.mktemp("reachable"), qapp) as made:
        yield made


def context_of(window: MainWindow) -> Context:
    assert window.context is not None
    return window.context


@pytest.fixture(params=TABS)
def tab(window: MainWindow, request: pytest.FixtureRequest) -> QWidget:
    assert window.workbench is not None
    window.workbench.show_key(request.param)
    QApplication.processEvents()
    return window.workbench.tab


def test_every_control_of_a_tab_has_a_name(window: MainWindow, tab: QWidget) -> None:
    assert nameless(window) == []


def test_tab_comes_to_every_control_of_a_tab_in_reading_order(window: MainWindow, tab: QWidget) -> None:
    assert window.workbench is not None
    start = window.workbench.band.tabs
    assert unreached(window, start) == []
    assert against_reading(window, start) == []


def test_every_page_of_every_panel_has_names(window: MainWindow) -> None:
    """The pages of the details, and the kinds of papers with their forms."""
    assert window.workbench is not None
    found: list[str] = []
    for tab in window.workbench.tabs:
        window.workbench.show_key(tab.key)
        detail, kinds = getattr(tab, "detail", None), getattr(tab, "kinds", None)
        for key in getattr(detail, "_keys", ()):
            detail.show_page(key)  # type: ignore[union-attr]
            QApplication.processEvents()
            found += nameless(window)
        for entry in getattr(kinds, "_entries", ()):
            kinds.choose(entry.key)  # type: ignore[union-attr]
            QApplication.processEvents()
            found += nameless(window)
    assert sorted(set(found)) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_every_control_of_a_dialog_has_a_name_and_is_reached(
    window: MainWindow, name: str, qtbot: QtBot
) -> None:
    dialog = DIALOGS[name](window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QApplication.processEvents()
    assert stops(dialog), "a dialog without anything to press"
    assert nameless(dialog) == []
    start = QApplication.focusWidget()
    assert start is not None
    assert unreached(dialog, start) == []
    assert against_reading(dialog, start) == []
    dialog.close()


def test_the_start_page_has_names_and_is_reached(look: Look, tmp_path: Path, qtbot: QtBot) -> None:
    window = MainWindow(look, Settings(tmp_path / "settings.json"))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert nameless(window) == []
    assert unreached(window, stops(window)[0]) == []
    window.close()


def test_names_come_from_the_declaration(window: MainWindow) -> None:
    """A field of a form is called as its field is declared, a grid as its table."""
    assert window.workbench is not None
    forms = grids = 0
    for tab in window.workbench.tabs:
        window.workbench.show_key(tab.key)
        for form in tab.findChildren(Form):
            for field in form.fields:
                assert form.editors[field.name].accessibleName() == field.label
                forms += 1
        for grid in tab.findChildren(Grid):
            assert grid.view.accessibleName() == grid.model.table.label
            grids += 1
    assert forms > 60 and grids > 8


def test_the_field_inside_a_choice_has_the_name_of_the_choice(context: Context, qtbot: QtBot) -> None:
    form = Form(context, "contract", ("procurement",))
    qtbot.addWidget(form)
    combo = form.editors["procurement"]
    assert isinstance(combo, QComboBox)
    line = combo.lineEdit()
    assert line is None or line.accessibleName() == "采购方式"


def test_the_focus_can_be_seen(window: MainWindow) -> None:
    """Every control that Tab comes to looks different with the focus than without."""
    assert window.workbench is not None
    alike: list[str] = []
    for key in TABS:
        window.workbench.show_key(key)
        QApplication.processEvents()
        for stop in walked(window.workbench.band.tabs):
            if stop in stops(window) and not _shows_focus(window, stop):
                alike.append(f"{key}: {described(stop)} “{told(stop)}”")
    assert sorted(set(alike)) == []


def _shows_focus(window: MainWindow, stop: QWidget) -> bool:
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    with_focus = _picture(stop)
    window.menuBar().setFocus(Qt.FocusReason.OtherFocusReason)
    return bool(with_focus != _picture(stop))


def _picture(stop: QWidget) -> object:
    frame = stop.parentWidget() or stop
    return frame.grab(stop.geometry()).toImage()
