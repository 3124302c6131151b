"""The history: by day, filtered by anything, back to any point and forward again, a cell's own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from services.project import Project, Wanted
from services.settings import Settings
from services.store.changesets import start_session
from services.workspace import Workspace
from ui.context import Context
from ui.current_place import current_place
from ui.form import Form
from ui.look import Look
from ui.panels.history import HistoryDialog
from ui.panels.history_model import day_words
from ui.panels.row_history import RowHistory
from ui.window import MainWindow

AMOUNTS = (100, 200, 300)


@pytest.fixture
def edited(context: Context) -> Context:
    """Three payments changed by two persons, and one contract whose change was undone."""
    project = context.workspace.project
    for at, amount in enumerate(AMOUNTS):
        project.person = "周建平" if at == 1 else "刘敏"
        payment = context.records.all("payment")[at]
        with context.edit(f"付款{at} · 付款金额") as edit:
            edit.update("payment", payment["id"], {"amount": amount})
    contract = context.records.all("contract")[0]
    context.typed("contract", contract["id"], "remark", "已核对原件")
    context.workspace.undo()
    return context


@pytest.fixture
def dialog(edited: Context, qtbot: QtBot) -> HistoryDialog:
    made = HistoryDialog(edited, QAction(), QAction())
    qtbot.addWidget(made)
    made.show()
    return made


def labels(dialog: HistoryDialog) -> list[str]:
    return [line.entry.label for line in dialog.model.lines if line.entry is not None]


def wait_for(qtbot: QtBot, dialog: HistoryDialog, count: int) -> None:
    qtbot.waitUntil(lambda: dialog.model.count == count)


def test_entries_stand_newest_first_under_their_day(dialog: HistoryDialog) -> None:
    first, second = dialog.model.lines[:2]
    assert first.entry is None and first.day == date.today().isoformat()
    assert second.entry is not None and second.entry.kind == "undo"
    assert labels(dialog)[-1] == "新建项目" and dialog.model.count == 6
    assert dialog.outcome.text() == "6 次修改"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2018-11-28", "今天　2018-11-28　周三"),
        ("2018-11-27", "昨天　2018-11-27　周二"),
        ("2018-11-04", "2018-11-04　周日"),
    ],
)
def test_a_day_is_named(day: str, words: str) -> None:
    assert day_words(day, date(2018, 11, 28)) == words


class TestFilter:
    def test_by_person(self, dialog: HistoryDialog) -> None:
        person = dialog.filter.person
        person.setCurrentIndex(person.findText("周建平"))
        person.activated.emit(person.currentIndex())
        assert {line.entry.person for line in dialog.model.lines if line.entry} == {"周建平"}

    def test_by_kind(self, dialog: HistoryDialog) -> None:
        kind = dialog.filter.kind
        kind.setCurrentIndex(kind.findText("撤销"))
        kind.activated.emit(kind.currentIndex())
        assert len(labels(dialog)) == 1 and labels(dialog)[0].startswith("撤销 合同")

    def test_by_words_of_the_label_or_of_a_value(self, dialog: HistoryDialog, qtbot: QtBot) -> None:
        QTest.keyClicks(dialog.filter.text, "1")
        dialog.filter.text.setText("原件")
        wait_for(qtbot, dialog, 2)
        assert all("备注" in label for label in labels(dialog))

    def test_by_table_and_field(self, dialog: HistoryDialog) -> None:
        table, field = dialog.filter.table, dialog.filter.field
        table.setCurrentIndex(table.findText("付款"))
        table.activated.emit(table.currentIndex())
        assert len(labels(dialog)) == 4
        field.setCurrentIndex(field.findText("凭证号"))
        field.activated.emit(field.currentIndex())
        assert labels(dialog) == []
        assert dialog.outcome.text() == "没有这样的修改"

    def test_by_days_as_people_type_them(self, dialog: HistoryDialog, qtbot: QtBot) -> None:
        year = date.today().year
        QTest.keyClicks(dialog.filter.until, f"{year - 1}.12")
        wait_for(qtbot, dialog, 0)
        assert dialog.filter.wanted().until == f"{year - 1}-12-31"
        dialog.filter.until.clear()
        QTest.keyClicks(dialog.filter.since, str(year))
        wait_for(qtbot, dialog, 6)
        QTest.keyClicks(dialog.filter.since, "x")
        qtbot.waitUntil(lambda: "不是日期" in dialog.filter.note.text())
        dialog.filter.clear_all.click()
        assert dialog.model.count == 6 and dialog.filter.note.text() == ""

    def test_by_row_and_cell(self, dialog: HistoryDialog, edited: Context) -> None:
        payment = edited.records.all("payment")[1]
        dialog.show_only("payment", payment["id"], "amount")
        assert labels(dialog) == ["付款1 · 付款金额", "新建项目"]
        assert dialog.changes.topLevelItemCount() == 1
        dialog.filter.scope.click()
        assert len(labels(dialog)) == 4


class TestGoingBack:
    def test_it_shows_what_would_be_taken_back_and_can_be_left(self, dialog: HistoryDialog) -> None:
        dialog.entries.setCurrentIndex(dialog.model.index(5))
        before = labels(dialog)
        dialog.back.click()
        assert "撤回此后的 4 次修改，改变 付款 2 行" in dialog.told.text()
        assert dialog.changes.topLevelItemCount() == 2
        assert dialog.changes.headerItem().text(4) == "那时"
        assert dialog.model.back_to is not None
        dialog.do_not.click()
        assert not dialog.question.isVisible() and labels(dialog) == before

    def test_it_is_one_entry_and_undo_goes_forward_again(
        self, dialog: HistoryDialog, edited: Context
    ) -> None:
        now = edited.records.all("payment")
        dialog.entries.setCurrentIndex(dialog.model.index(6))
        dialog.back.click()
        dialog.do_it.click()
        assert labels(dialog)[0].startswith("回到 ") and len(labels(dialog)) == 7
        assert edited.records.all("payment") != now
        edited.workspace.undo()
        assert edited.records.all("payment") == now
        edited.workspace.redo()
        assert edited.records.all("payment") != now

    def test_the_newest_entry_is_no_goal(self, dialog: HistoryDialog) -> None:
        assert not dialog.back.isEnabled() and "最近" in dialog.back.toolTip()

    def test_nothing_is_taken_back_while_something_is_tried(
        self, dialog: HistoryDialog, edited: Context
    ) -> None:
        edited.begin_trial()
        dialog.entries.setCurrentIndex(dialog.model.index(4))
        assert not dialog.back.isEnabled() and "假设" in dialog.back.toolTip()
        edited.drop_trial()

    def test_an_edit_meanwhile_puts_the_question_away(self, dialog: HistoryDialog, edited: Context) -> None:
        dialog.entries.setCurrentIndex(dialog.model.index(5))
        dialog.back.click()
        edited.typed("vendor", edited.records.all("vendor")[0]["id"], "remark", "新")
        assert not dialog.question.isVisible() and dialog.model.back_to is None


def test_a_cell_of_a_grid_and_a_field_of_a_form_know_their_place(
    sample_path: Path, look: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    window = MainWindow(look, Settings(tmp_path / "s.json"))
    qtbot.addWidget(window)
    window.show_project(Project.open(sample_path, person="测试员"))
    window.show()
    assert window.workbench is not None and window.context is not None
    contract = window.context.records.live("contract")[2]
    window.workbench.show_row("contract", contract["id"], "amount")
    grid = window.workbench.tab.grid  # type: ignore[attr-defined]
    assert current_place(grid.view) == ("contract", contract["id"], "amount")
    action = next(each for each in grid.menu().actions() if each.text() == "此格的修改历史")
    action.trigger()
    dialog = window.findChild(HistoryDialog)
    assert dialog is not None and dialog.isVisible()
    assert dialog.model.wanted == Wanted(table="contract", row=contract["id"], field="amount")
    window.workbench.show_key("indicators")
    tree = window.workbench.tab.tree  # type: ignore[attr-defined]
    leaf = next(iter(window.context.workspace.evaluation.leaves()))
    tree.select(leaf.id, "weight")
    assert current_place(tree.view) == ("indicator", leaf.id, "weight")
    window.close()


def choose_last(menu: QWidget | None) -> None:
    assert isinstance(menu, QMenu)
    menu.setActiveAction(menu.actions()[-1])
    QTest.keyClick(menu, Qt.Key.Key_Return)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_form_offers_the_history_of_its_field(context: Context, qtbot: QtBot) -> None:
    form = Form(context, "contract", ("name", "amount", "remark"))
    qtbot.addWidget(form)
    row = context.records.live("contract")[0]
    form.show_row(row["id"])
    form.show()
    asked: list[tuple[str, str, str]] = []
    context.historyRequested.connect(lambda *place: asked.append(place))
    editor = form.editors["amount"]
    assert current_place(editor) == ("contract", row["id"], "amount")
    press = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(2, 2), editor.mapToGlobal(QPoint(2, 2)))
    QTimer.singleShot(50, lambda: choose_last(QApplication.activePopupWidget()))
    QApplication.sendEvent(editor, press)
    assert asked == [("contract", row["id"], "amount")]


def test_the_history_of_a_row_reads_only_what_concerns_it(edited: Context, qtbot: QtBot) -> None:
    row_history = RowHistory(edited, "payment")
    qtbot.addWidget(row_history)
    row_history.show()
    row_history.show_row(edited.records.all("payment")[1]["id"])
    assert "付款1 · 付款金额" in "".join(part.text for part in row_history.text.parts)
    assert "付款0" not in "".join(part.text for part in row_history.text.parts)


@pytest.fixture(scope="module")
def long_history(sample_master: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """The sample after many edits, written past the door to be quick."""
    path = Path(shutil.copy(sample_master, tmp_path_factory.mktemp("long") / "long.jiheng"))
    project = Project.open(path, person="测试员")
    vendor = project.rows("vendor")[0]["id"]
    db, history = project._db, project._door.history
    db.execute("BEGIN")
    for number in range(5000):
        session = start_session(db)
        db.execute('UPDATE "vendor" SET "remark" = ? WHERE "id" = ?', (f"第 {number} 次", vendor))
        history.append("edit", "测试员", f"第 {number} 次修改", bytes(session.changeset()))
        session.close()
    db.execute("COMMIT")
    project.close()
    look = Look("light", 13)
    workspace = Workspace(Project.open(path, person="测试员"))
    yield Context(workspace, look, Settings(path.parent / "s.json"))
    workspace.close()


def test_a_long_history_is_shown_at_once_and_read_beside_the_work(
    long_history: Context, qtbot: QtBot
) -> None:
    start = perf_counter()
    dialog = HistoryDialog(long_history, QAction(), QAction())
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.model.count == 200 and perf_counter() - start < 2
    assert "还在读取" in dialog.outcome.text()
    wait_for(qtbot, dialog, 5001)
    dialog.entries.scrollToBottom()
    assert dialog.model.lines[-1].entry is not None and dialog.model.lines[-1].entry.label == "新建项目"
    dialog.filter.text.setText("第 77 次修改")
    dialog.filter.changed.emit()
    assert labels(dialog) == ["第 77 次修改"]
    dialog.ask_back()
    assert "4,922 次修改" in dialog.told.text()


def test_the_history_is_walked_by_keys(dialog: HistoryDialog) -> None:
    dialog.entries.setFocus()
    QTest.keyClick(dialog.entries, Qt.Key.Key_Down)
    assert dialog.entry is not None and dialog.entry.id == dialog.model.lines[2].entry.id  # type: ignore[union-attr]
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
