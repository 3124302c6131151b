"""A new user's first hour: an empty project, funds typed, contracts and payments pasted from Excel."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from decimal import Decimal
from html import escape
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from models.records import Records
from services.settings import Settings
from tests.ui.grid_hands import put_on_clipboard
from ui.asking import Ask
from ui.dialogs import NewProject
from ui.grid.grid import Grid
from ui.importing.dialog import ImportWizard
from ui.look import Look
from ui.tabs.contracts import ContractsTab
from ui.tabs.funds import FundsTab
from ui.window import MainWindow

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FUNDS = {"F2": "网站群运维", "F3": "基层平台", "F4": "小微企业平台", "F6": "“我的长沙”APP"}
WORDS = ("合同名称", "服务单位", "合同金额")


def table(name: str) -> list[dict[str, str]]:
    """A table of the case, its rows by the words of their head."""
    with (SAMPLE / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return [{head.rstrip("*"): text for head, text in row.items()} for row in csv.DictReader(file)]


def as_excel(rows: Sequence[Sequence[str]]) -> str:
    """A block as Excel leaves it on the clipboard: tabs, and a line end after the last row too."""
    return "".join("\t".join(row) + "\r\n" for row in rows)


class Newcomer(Ask):
    """Answers the dialogs of a first project, and goes through the import with the return key."""

    def __init__(self, window: MainWindow, file: Path) -> None:
        super().__init__(window.look, window.settings, window)
        self.window, self._file = window, file

    def new_project(self) -> NewProject | None:
        values = {"title": "2018年专项评价", "unit": "电子政务办", "year": 2018}
        return NewProject(self._file, values)

    def go_through(self, wizard: ImportWizard) -> None:
        wizard.show()
        assert QTest.qWaitForWindowExposed(wizard)
        for _ in range(4):
            wizard.main.setFocus()
            QTest.keyClick(wizard.main, Key.Key_Return)
        assert wizard.result() == QDialog.DialogCode.Accepted, wizard.outcome.text()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)


class User:
    """The person at the keyboard of the real window."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def press(self, key: Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key, to whatever has the focus."""
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifiers)

    def write(self, text: str) -> None:
        """A text as an input method gives it."""
        focus = QApplication.focusWidget()
        assert focus is not None
        typed = QInputMethodEvent()
        typed.setCommitString(text)
        QApplication.sendEvent(focus, typed)

    def paste(self, rows: Sequence[Sequence[str]]) -> None:
        """Copy a block in Excel, Ctrl+V here."""
        put_on_clipboard(as_excel(rows))
        self.press(Key.Key_V, CTRL)

    def undo(self) -> None:
        self.press(Key.Key_Z, CTRL)

    @property
    def funds(self) -> FundsTab:
        """资金, in front."""
        self.press(Key.Key_2, CTRL)
        tab = self.window.workbench.tab if self.window.workbench else None
        assert isinstance(tab, FundsTab)
        return tab

    @property
    def contracts(self) -> ContractsTab:
        """合同, in front."""
        self.press(Key.Key_3, CTRL)
        tab = self.window.workbench.tab if self.window.workbench else None
        assert isinstance(tab, ContractsTab)
        return tab

    @property
    def records(self) -> Records:
        assert self.window.context is not None
        return self.window.context.records

    def click(self, grid: Grid, line: int, name: str) -> None:
        """Click on a cell."""
        names = [column.name for column in grid.model.columns]
        index = grid.model.index(line, names.index(name))
        grid.view.scrollTo(index)
        at = grid.view.visualRect(index).center()
        QTest.mouseClick(grid.view.viewport(), Qt.MouseButton.LeftButton, pos=at)

    def to_entry(self, grid: Grid, name: str) -> None:
        """Click into the row at the end that makes new ones."""
        self.click(grid, grid.model.rowCount() - 1, name)

    def click_tool(self, words: str) -> None:
        """Click a button of the tool bar in front."""
        assert self.window.workbench is not None
        bar = self.window.workbench.tab.toolbar
        assert bar is not None
        action = next(each for each in bar.actions() if each.text() == words)
        QTest.mouseClick(bar.widgetForAction(action), Qt.MouseButton.LeftButton)

    def pay(self, contract: str, payments: Sequence[Sequence[str]]) -> None:
        """Go to a contract, turn its panel to 付款, and paste the payments there."""
        tab = self.contracts
        found = self.records.find("contract", contract)[0]
        self.click(tab.grid, tab.grid.model.line_of(str(found["id"])), "name")
        detail = tab.detail
        words = [detail.tabs.tabText(at) for at in range(detail.tabs.count())]
        at = next(at for at, word in enumerate(words) if word.startswith("付款"))
        QTest.mouseClick(detail.tabs, Qt.MouseButton.LeftButton, pos=detail.tabs.tabRect(at).center())
        self.to_entry(detail.payments.grid, "paid_on")
        self.paste(payments)

    def fund(self, code: str) -> str:
        """The id of a fund."""
        return str(self.records.find("fund", code)[0]["id"])

    def type_funds(self) -> None:
        """Code, name and what the unit declares, each fund in a row of its own."""
        grid = self.funds.grid
        for code, name in FUNDS.items():
            self.to_entry(grid, "code")
            self.write(code)
            self.press(Key.Key_Tab)
            self.write(name)
            self.press(Key.Key_Return)


@pytest.fixture
def user(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[User]:
    look = Look("light", 13)
    look.apply(qapp)
    settings = Settings(tmp_path / "settings.json")
    window = MainWindow(look, settings)
    window.files.ask = Newcomer(window, tmp_path / "新评价.jiheng")
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowExposed(window)
    QTest.keyClick(window, Key.Key_N, CTRL)
    assert window.workbench is not None
    yield User(window)
    window.close()


def contract_rows(fund: str) -> list[list[str]]:
    """Name, vendor and amount of a fund's contracts."""
    return [[row[word] for word in WORDS] for row in table("contract") if row["资金项目"] == fund]


def payments_of(name: str) -> list[list[str]]:
    """Year and amount of a contract's payments."""
    return [[row["付款日期"], row["付款金额"]] for row in table("payment") if row["合同"] == name]


def sums(user: User, code: str, *names: str) -> list[str]:
    """What stands in the heading over a fund's contracts."""
    return [user.contracts.grid.cell(user.fund(code), name) for name in names]


def test_contracts_and_payments_pasted_into_the_grids_come_to_the_totals_of_the_report(user: User) -> None:
    user.type_funds()
    tab = user.contracts
    user.to_entry(tab.grid, "name")
    user.paste(contract_rows("F2"))
    assert sums(user, "F2", "amount") == ["610.61"]
    user.click_tool("按项目分组")
    user.to_entry(tab.grid, "name")
    user.paste(contract_rows("F3"))
    user.click(tab.grid, 15, "fund")
    user.paste([["F3"]] * 6)
    user.click_tool("按项目分组")
    assert (sums(user, "F2", "amount"), sums(user, "F3", "amount")) == (["610.61"], ["1,489.83"])
    for code in ("F2", "F3"):
        for name, *_rest in contract_rows(code):
            user.pay(name, payments_of(name))
    assert sums(user, "F2", "amount", "current") == ["610.61", "350.80"]
    assert sums(user, "F3", "amount", "current") == ["1,489.83", "543.23"]
    assert [user.funds.grid.cell(user.fund(code), "paid") for code in ("F2", "F3")] == ["350.80", "543.23"]


def test_one_undo_takes_a_paste_back(user: User) -> None:
    user.type_funds()
    tab = user.contracts
    user.to_entry(tab.grid, "name")
    user.paste(contract_rows("F2"))
    name = contract_rows("F2")[0][0]
    user.pay(name, payments_of(name))
    assert sums(user, "F2", "prior", "current") == ["26.05", "26.05"]
    user.undo()
    assert not user.records.live("payment") and len(user.records.live("contract")) == 15
    user.undo()
    assert not user.records.live("contract") and not user.records.live("vendor")
    user.press(Key.Key_Y, CTRL)
    assert sums(user, "F2", "amount") == ["610.61"]


# The whole table at once


def merged(rows: Sequence[Sequence[str]], columns: int) -> str:
    """Rows as Excel puts them on the clipboard as HTML: equal texts of the first columns are one cell."""

    def cell(at: int, column: int) -> str:
        text = rows[at][column]
        same = [row[: column + 1] == rows[at][: column + 1] for row in rows]
        if column >= columns or not text:
            return f"<td>{escape(text)}</td>"
        first = same.index(True)
        return f"<td rowspan={sum(same)}>{escape(text)}</td>" if first == at else ""

    lines = ("".join(cell(at, column) for column in range(len(row))) for at, row in enumerate(rows))
    return f"<html><table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table></html>"


def test_the_whole_case_is_pasted_as_one_table_with_merged_cells(user: User) -> None:
    user.type_funds()
    heads = ["资金项目", "项目名称", "合同名称", "服务单位", "合同金额（万元）", "2018年支付金额（万元）"]
    rows = [heads]
    for row in table("contract"):
        paid = sum(Decimal(amount) for year, amount in payments_of(row["合同名称"]) if year == "2018")
        rows.append(
            [
                FUNDS[row["资金项目"]],
                row["项目分组"],
                *(row[word] for word in WORDS),
                str(paid) if paid else "",
            ]
        )
    put_on_clipboard("", merged(rows, 2))
    user.press(Key.Key_V, CTRL | SHIFT)
    grid = user.contracts.grid
    assert grid.total is not None
    assert [grid.total.cell_text(name) for name in ("name", "amount", "current")] == [
        "合计　23 份", "3,085.44", "1,220.53",
    ]  # fmt: skip
    paid = [user.funds.grid.cell(user.fund(code), "paid") for code in FUNDS]
    assert paid == ["350.80", "543.23", "217.00", "109.50"]
    assert len(user.records.live("contract_group")) == 8
    user.undo()
    assert not user.records.live("contract") and len(user.records.live("fund")) == 4
