"""A fault in one place shows a sentence with details to copy; the window goes on and nothing is lost."""

from __future__ import annotations

import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from services.errors import UserProblem
from services.failure_log import NAME
from services.project import Project
from services.settings import Settings
from ui.faults import FailureDialog, LastResort
from ui.grid.page_painter import PagePainter
from ui.look import Look
from ui.window import MainWindow
from ui.work import Work

SENTENCE = "程序有一处出错，可能没有显示完整。修改都已存盘，没有丢失，可以继续工作。"
TABS = ("overview", "funds", "contracts", "indicators", "findings", "papers", "report")
pytestmark = pytest.mark.qt_no_exception_capture


@pytest.fixture(scope="module")
def opened(
    sample_master: Path, tmp_path_factory: pytest.TempPathFactory, qapp: QApplication
) -> Iterator[MainWindow]:
    """The window with every tab built."""
    folder = tmp_path_factory.mktemp("faults")
    look = Look("light", 13)
    look.apply(qapp)
    made = MainWindow(look, Settings(folder / "settings.json"))
    made.show_project(Project.open(shutil.copy(sample_master, folder / "样例.jiheng"), person="测试员"))
    made.show()
    assert made.workbench is not None
    for key in TABS:
        made.workbench.show_key(key)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def window(opened: MainWindow) -> Iterator[MainWindow]:
    assert opened.workspace is not None and opened.workbench is not None
    opened.workbench.show_key("overview")
    yield opened
    opened.forgive()
    while opened.workspace.project.can_undo is not None:
        opened.workspace.undo()


@pytest.fixture
def resort(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> LastResort:
    made = LastResort(window.look, window)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    made.install()
    return made


def pay_nothing(window: MainWindow) -> None:
    assert window.context is not None
    payment = window.context.records.live("payment")[-1]
    assert window.context.typed("payment", payment["id"], "amount", "0") is None


def told(window: MainWindow) -> bool:
    return window.complaint is not None and window.complaint.text == SENTENCE


@pytest.mark.parametrize("key", TABS)
def test_a_fault_in_one_tab_is_told_and_all_the_others_follow_the_edit(
    window: MainWindow, resort: LastResort, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, key: str
) -> None:
    bench, workspace = window.workbench, window.workspace
    assert bench is not None and workspace is not None
    heard: list[str] = []
    for tab in bench.tabs:
        monkeypatch.setattr(type(tab), "refresh", lambda self, change: heard.append(self.key))

    def fail(self: object, change: object) -> None:
        raise RuntimeError(f"injected in {key}")

    broken = next(tab for tab in bench.tabs if tab.key == key)
    monkeypatch.setattr(type(broken), "refresh", fail)
    before, title = workspace.evaluation.total, window.corner.words.text()
    pay_nothing(window)
    for each in TABS:
        bench.show_key(each)
    qtbot.waitUntil(lambda: told(window))
    assert sorted(set(heard)) == sorted(set(TABS) - {key})
    assert workspace.evaluation.total != before and title
    assert workspace.project.history(1)[0].label.startswith("付款")
    assert bench.score_bar.view.total_parts[1] != str(before)
    assert f"injected in {key}" in resort.details


def test_details_are_copied_and_shown(
    window: MainWindow, resort: LastResort, qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    raise_in_slot(resort, KeyError("nowhere"))
    qtbot.waitUntil(lambda: told(window))
    assert window.complaint is not None
    window.complaint.activate("复制详情")
    assert "KeyError: 'nowhere'" in QApplication.clipboard().text()
    window.complaint.activate("看详情")
    dialog = resort.dialog
    assert isinstance(dialog, FailureDialog) and dialog.isVisible()
    assert "KeyError: 'nowhere'" in dialog.details.toPlainText()
    dialog.close()
    qtbot.waitUntil(lambda: resort.dialog is None)
    assert "nowhere" in capsys.readouterr().err
    assert "nowhere" in (tmp_path / NAME).read_text("utf-8")


def raise_in_slot(resort: LastResort, error: Exception) -> None:
    try:
        raise error
    except Exception as caught:
        resort(type(caught), caught, caught.__traceback__)


def test_the_same_fault_again_is_not_told_again(window: MainWindow, resort: LastResort, qtbot: QtBot) -> None:
    for _ in range(50):
        raise_in_slot(resort, ValueError("again"))
    qtbot.waitUntil(lambda: told(window))
    assert window.complaint is not None
    window.complaint.activate("知道了")
    raise_in_slot(resort, ValueError("again"))
    qtbot.wait(20)
    assert window.complaint is None and resort.details.count("ValueError") == 1
    assert not window.findChildren(FailureDialog)


def test_what_the_person_can_repair_is_only_a_sentence(
    window: MainWindow, resort: LastResort, qtbot: QtBot
) -> None:
    raise_in_slot(resort, UserProblem("磁盘已满"))
    qtbot.waitUntil(lambda: window.complaint is not None)
    assert window.complaint is not None and window.complaint.text == "磁盘已满。"
    assert resort.details == ""


@pytest.mark.qt_log_ignore("Error calling Python override", extend=True)
def test_a_fault_while_a_grid_paints_is_told_once_and_the_window_goes_on(
    window: MainWindow, resort: LastResort, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def fail(*_args: object) -> None:
        raise ZeroDivisionError("injected in paint")

    assert window.workbench is not None
    with monkeypatch.context() as patch:
        patch.setattr(PagePainter, "paint", fail)
        window.workbench.show_key("contracts")
        qtbot.waitUntil(lambda: told(window))
    window.workbench.show_key("funds")
    before = window.workbench.score_bar.view.total_parts
    pay_nothing(window)
    assert window.workbench.score_bar.view.total_parts != before
    # Where a Python paint event calls Qt's own, Qt's binding may tell a later fault than the first one.
    assert 1 <= resort.details.count("Traceback") <= 2 and "paint" in resort.details


class Broken(QWidget):
    """Fails with a painter at work."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.drawLine(0, 0, 5, 5)
        raise ArithmeticError("injected with a painter")


@pytest.mark.qt_log_ignore("Error calling Python override", extend=True)
def test_a_fault_with_a_painter_at_work_lets_it_go(
    window: MainWindow, resort: LastResort, qtbot: QtBot
) -> None:
    widget = Broken()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitUntil(lambda: told(window))
    assert "injected with a painter" in resort.details


class BrokenThread(QThread):
    """Fails in its own thread."""

    def run(self) -> None:
        raise LookupError("injected in a thread")


@pytest.mark.qt_log_ignore("Error calling Python override", extend=True)
def test_a_fault_in_a_thread_of_qt_is_told_in_the_window(
    window: MainWindow, resort: LastResort, qtbot: QtBot
) -> None:
    thread = BrokenThread(window)
    thread.start()
    qtbot.waitUntil(lambda: told(window))
    thread.wait()
    assert "injected in a thread" in resort.details


def test_a_fault_in_a_thread_of_python_is_told_in_the_window(
    window: MainWindow, resort: LastResort, qtbot: QtBot
) -> None:
    def fail() -> None:
        raise LookupError("injected in a thread")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: told(window))
    assert "injected in a thread" in resort.details


def test_a_fault_in_work_beside_the_window_is_told(
    window: MainWindow, resort: LastResort, qtbot: QtBot
) -> None:
    def fail() -> None:
        raise LookupError("injected in work")

    def again(error: Exception) -> None:
        raise error

    work = Work(fail, window)
    work.failed.connect(again)
    work.start()
    qtbot.waitUntil(lambda: told(window))
    assert "injected in work" in resort.details


def test_over_a_dialog_the_details_are_shown_at_once(
    window: MainWindow, resort: LastResort, qtbot: QtBot
) -> None:
    dialog = QDialog(window)
    dialog.open()
    raise_in_slot(resort, ValueError("over a dialog"))
    qtbot.waitUntil(lambda: resort.dialog is not None)
    raise_in_slot(resort, TypeError("one more"))
    qtbot.wait(20)
    assert len(dialog.findChildren(FailureDialog)) == 1
    assert resort.dialog is not None
    resort.dialog.close()
    dialog.close()
    assert "one more" in resort.details
