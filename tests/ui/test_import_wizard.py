"""The import wizard at the keyboard: four steps, choices in the heads, judgements, chosen rows, one undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.schema import SCHEMA
from models.untidy.reading import Judgement
from services.project import Project
from services.settings import Settings
from services.workspace import Workspace
from tests.services import untidy_changsha
from ui.importing.dialog import ImportWizard
from ui.importing.judgement_list import JudgementList
from ui.importing.running import Running
from ui.look import Look
from ui.window import MainWindow

Key = Qt.Key


@pytest.fixture
def workspace(sample_path: Path) -> Iterator[Workspace]:
    made = Workspace(Project.open(sample_path, person="测试员"))
    yield made
    made.close()


@pytest.fixture
def untidy(tmp_path: Path, workspace: Workspace) -> Path:
    """The untidy workbook, and the project without what stands in it."""
    path = tmp_path / "支出明细.xlsx"
    untidy_changsha.write_workbook(path, workspace.records)
    with workspace.edit("清空合同") as edit:
        for name in ("contract", "contract_group", "vendor"):
            for row in workspace.records.all(name):
                if edit.row(name, row["id"]) is not None:
                    edit.delete(name, row["id"])
    return path


@pytest.fixture
def wizard(look: Look, workspace: Workspace, tmp_path: Path, qtbot: QtBot) -> ImportWizard:
    made = ImportWizard(look, workspace, Settings(tmp_path / "settings.json"), lambda: None)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowExposed(made)
    return made


def settled(wizard: ImportWizard) -> None:
    """Wait until nothing is under way."""
    end = perf_counter() + 20
    while wizard.running.is_busy and perf_counter() < end:
        QTest.qWait(5)
    assert not wizard.running.is_busy


def opened(wizard: ImportWizard, path: Path) -> None:
    """Open a file and wait until the process that reads it has ended."""
    wizard.open(path)
    settled(wizard)


def rows(workspace: Workspace) -> dict[str, list[dict[str, object]]]:
    return {name: [dict(row) for row in workspace.project.rows(name)] for name in SCHEMA}


def press(key: Key, times: int = 1) -> None:
    for _ in range(times):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)


def test_return_goes_from_the_file_to_the_written_rows(
    wizard: ImportWizard, workspace: Workspace, untidy: Path
) -> None:
    before = rows(workspace)
    opened(wizard, untidy)
    assert "2 张表" in wizard.about.text()
    press(Key.Key_Return)
    assert wizard.steps.accessibleName() == "第 2 步，共 4 步：对应列"
    assert "21 份合同、51 条明细、31 笔付款" in wizard.outcome.text()
    wizard.main.setFocus()
    press(Key.Key_Return)
    assert wizard.main.text() == "导入 150 行" and not wizard.check.bad_view.isVisible()
    wizard.main.setFocus()
    press(Key.Key_Return)
    assert wizard.written == 150 and wizard.finish.title.text() == "已导入 150 行"
    assert len(workspace.records.live("contract")) == 21
    press(Key.Key_Return)
    assert wizard.result() == ImportWizard.DialogCode.Accepted
    workspace.undo()
    assert rows(workspace) == before


def test_escape_leaves_at_every_step_without_a_trace(
    wizard: ImportWizard, workspace: Workspace, untidy: Path
) -> None:
    before = rows(workspace)
    opened(wizard, untidy)
    wizard.accept()
    wizard.accept()
    press(Key.Key_Escape)
    assert not wizard.isVisible() and wizard.written == 0 and rows(workspace) == before


def test_tab_reaches_every_choice(wizard: ImportWizard, untidy: Path) -> None:
    opened(wizard, untidy)
    wizard.accept()
    seen: list[QWidget] = []
    for _ in range(40):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in seen:
            break
        seen.append(focus)
        press(Key.Key_Tab)
    page = wizard.columns
    wanted = [page.table, page.target, page.head_row, page.unit, page.owner, *page.head.combos, wizard.main]
    assert [each.accessibleName() for each in wanted if each not in seen] == []
    named = [each.accessibleName() or str(each.property("text") or "") for each in seen]
    assert all(named)


def choose(combo: QComboBox, words: str) -> None:
    at = combo.findText(words)
    assert at >= 0, words
    combo.setCurrentIndex(at)
    combo.activated.emit(at)


def test_a_column_left_out_leaves_its_values_out(wizard: ImportWizard, untidy: Path) -> None:
    opened(wizard, untidy)
    wizard.accept()
    assert wizard.columns.state.text() == "✓ 6 列已全部对应"
    choose(wizard.columns.head.combos[4], "不导入")
    assert wizard.columns.state.text() == "1 列没有对应"
    said = wizard.columns.judgements.sentences
    assert any("2018年支付金额（元）”没有对应的字段，不导入" in each.replace(" ", "") for each in said)
    choose(wizard.columns.head.combos[4], "付款金额 2018")
    assert wizard.columns.state.text() == "✓ 6 列已全部对应"


def test_a_judgement_is_decided_otherwise_by_key(
    wizard: ImportWizard, workspace: Workspace, untidy: Path
) -> None:
    opened(wizard, untidy)
    wizard.accept()
    button = wizard.columns.judgements.buttons["total.16"][0]
    assert button.text() == "改为不记"
    button.setFocus()
    press(Key.Key_Space)
    assert wizard.columns.judgements.buttons["total.16"][0].text() == "改为记为申报数"
    wizard.accept()
    wizard.accept()
    declared = [row["declared_amount"] for row in workspace.records.live("contract_group")]
    assert 71_800_000 not in declared


def test_looking_at_a_judgement_leads_to_its_cell(wizard: ImportWizard, untidy: Path) -> None:
    opened(wizard, untidy)
    wizard.accept()
    wizard.columns.judgements.buttons["total.16"][1].click()
    index = wizard.columns.view.currentIndex()
    assert (index.row(), index.column()) == (16, 3)
    assert "差 20.00万元" in str(index.data(Qt.ItemDataRole.ToolTipRole))


def test_unticked_rows_are_not_written(wizard: ImportWizard, workspace: Workspace, untidy: Path) -> None:
    opened(wizard, untidy)
    wizard.accept()
    wizard.accept()
    wizard.check.none.click()
    assert not wizard.main.isEnabled()
    changes = wizard.check.changes
    first = next(at for at in range(changes.rowCount()) if changes.index(at, 0).data() == "合同")
    wizard.check.change_view.setCurrentIndex(changes.index(first, 0))
    wizard.check.change_view.setFocus()
    press(Key.Key_Space)
    assert changes.left_out == set(range(changes.rowCount())) - {first}
    wizard.accept()
    assert len(workspace.records.live("contract")) == 1


def test_a_table_left_out_is_not_imported(wizard: ImportWizard, untidy: Path) -> None:
    opened(wizard, untidy)
    wizard.source.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert "1 张表" in wizard.about.text()
    wizard.accept()
    assert not wizard.columns.table.isVisible()
    assert "15 份合同" in wizard.outcome.text()


def test_a_table_is_pasted(wizard: ImportWizard, workspace: Workspace) -> None:
    QApplication.clipboard().setText("支出内容\t收款单位\t金额（元）\n纸张\t甲店\t100\n笔\t乙店\t约二十\n")
    wizard.paste()
    wizard.accept()
    choose(wizard.columns.owner, workspace.records.title_of("fund", workspace.records.live("fund")[0]))
    assert wizard.columns.target.currentText() == "支出明细"
    wizard.accept()
    cells = wizard.check.bad
    assert [cells.index(0, column).data() for column in range(3)] == ["剪贴板", "3", "金额（元）"]
    assert "不是金额" in cells.index(0, 3).data()
    wizard.accept()
    made = [row for row in workspace.records.live("expense") if row["name"] == "纸张"]
    assert [row["amount"] for row in made] == [10_000]
    assert "1 个单元格有误" in wizard.finish.note.text()


def test_what_cannot_be_read_is_said_and_the_dialog_stays(wizard: ImportWizard, tmp_path: Path) -> None:
    path = tmp_path / "坏.docx"
    path.write_bytes(b"x")
    opened(wizard, path)
    assert wizard._message is not None and "不是 Word 文档" in wizard._message.text
    assert wizard.isVisible() and not wizard.main.isEnabled()


def test_the_programs_own_workbook_is_handed_on(wizard: ImportWizard, tmp_path: Path) -> None:
    path = tmp_path / "基础数据.csv"
    path.write_text("名称,数值\n甲,1\n", "utf-8")
    opened(wizard, path)
    assert wizard.exchange is not None and not wizard.isVisible()
    assert wizard.exchange[0] == path and [one.table for one in wizard.exchange[1].changes] == ["figure"]


def test_big_work_shows_progress_and_can_be_stopped(qtbot: QtBot, look: Look) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    running, steps = Running(owner), []

    def run(step: object) -> str:
        for at in range(100_000):
            QTest.qSleep(1)
            step(at, 100_000)  # type: ignore[operator]
            steps.append(at)
        return "fertig"

    with qtbot.waitSignal(running.progressed, timeout=3000):
        running.start(run, lambda _result: pytest.fail("stopped work has no end"), pytest.fail, rows=100_000)
    assert running.is_busy
    running.stop()
    assert not running.is_busy
    running.wait()
    assert 0 < len(steps) < 100_000


def dropped(window: MainWindow, path: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), actions, data, buttons, none)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), actions, data, buttons, none))
        QApplication.processEvents()
    return enter.isAccepted()


def test_a_file_dropped_on_the_window_is_imported(
    look: Look, sample_path: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = MainWindow(look, Settings(tmp_path / "settings.json"))
    qtbot.addWidget(window)
    window.show()
    table = tmp_path / "名单表.csv"
    table.write_text("姓名,单位\n张三,甲\n", "utf-8")
    assert not dropped(window, table)
    assert dropped(window, sample_path) and window.workspace is not None
    seen: list[str] = []

    def go_through(wizard: ImportWizard) -> None:
        settled(wizard)
        seen.append(wizard.session.source)
        wizard.accept()
        wizard.accept()
        wizard.accept()

    monkeypatch.setattr(window.files.ask, "go_through", go_through)
    assert dropped(window, table)
    assert seen == ["名单表.csv"] and window.toasts.text.startswith("已导入 1 行")
    assert not dropped(window, tmp_path / "程序.exe")
    window.close()


@pytest.mark.parametrize("tab", ["contracts", "funds"])
def test_a_tabs_button_opens_the_wizard(
    tab: str, look: Look, sample_path: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = MainWindow(look, Settings(tmp_path / "settings.json"))
    qtbot.addWidget(window)
    window.show()
    window.files.open_path(sample_path)
    opened: list[str] = []
    monkeypatch.setattr(window.files.ask, "go_through", lambda wizard: opened.append(wizard.windowTitle()))
    assert window.workbench is not None
    window.workbench.show_key(tab)
    bar = window.workbench.tab.toolbar
    assert bar is not None
    next(action for action in bar.actions() if action.text() == "导入…").trigger()
    window.menu_actions["paste-table"].trigger()
    assert opened == ["导入表格", "导入表格"]
    window.close()


def test_very_many_judgements_are_shown_a_part_at_a_time(look: Look, qtbot: QtBot) -> None:
    judgements = [Judgement(f"remark.{at}", "doubt", f"第 {at} 行：备注与表中不符") for at in range(200)]
    shown = JudgementList(look)
    qtbot.addWidget(shown)
    shown.fill([*judgements, Judgement("total", "error", "合计不符")])
    assert shown.sentences[0] == "合计不符"
    qtbot.waitUntil(lambda: len(shown.sentences) == 60)
    more = next(each for each in shown.findChildren(QPushButton) if "共余" in each.text())
    assert more.text() == "再看 60 条，共余 141 条"
    more.click()
    qtbot.waitUntil(lambda: len(shown.sentences) == 120)


def test_ticks_on_very_many_rows_are_worked_out_beside_the_window(
    wizard: ImportWizard, workspace: Workspace
) -> None:
    lines = "\n".join(f"补助{at}\t张三\t{at}" for at in range(1, 5_300))
    QApplication.clipboard().setText(f"支出内容\t收款单位\t金额（元）\n{lines}")
    wizard.paste()
    settled(wizard)
    wizard.accept()
    settled(wizard)
    choose(wizard.columns.owner, workspace.records.title_of("fund", workspace.records.live("fund")[0]))
    settled(wizard)
    wizard.accept()
    changes = wizard.check.changes
    changes.setData(changes.index(0, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert not wizard.main.isEnabled()
    settled(wizard)
    assert wizard.main.text() == "导入 5298 行" and wizard.main.isEnabled()
