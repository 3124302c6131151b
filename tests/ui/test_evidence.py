"""附佐证…: to the row where the cursor is; a contract shows what backs it and its own rows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.hands import Hands
from ui.tab import Tab

CONTRACT = "电子政务基础设施运维外包项目(2018续签)"


@pytest.fixture
def hands(opened_money: Hands, qtbot: QtBot) -> Iterator[Hands]:
    yield opened_money
    opened_money.start_over()


@pytest.fixture
def scan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that the person chooses whenever asked what backs a row."""
    path = tmp_path / "验收单.pdf"
    path.write_bytes(b"%PDF-")
    monkeypatch.setattr("ui.panels.evidence_offer.offer", lambda _at, choices: dict(choices)["选择文件…"]())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    return path


def button(tab: Tab, words: str) -> QToolButton:
    assert tab.toolbar is not None
    action = next(each for each in tab.toolbar.actions() if each.text() == words)
    found = tab.toolbar.widgetForAction(action)
    assert isinstance(found, QToolButton)
    return found


def attach(tab: Tab) -> None:
    """附佐证… › 选择文件…; without a display no menu can pop up."""
    QTest.mouseClick(button(tab, "附佐证…"), Qt.MouseButton.LeftButton)


def backed(hands: Hands) -> list[tuple[str | None, str | None]]:
    """Table and row of every link of evidence."""
    return [(link["on_table"], link["on_row"]) for link in hands.context.records.live("evidence_link")]


def test_the_contract_counts_its_own_evidence_and_that_of_its_payments(hands: Hands, scan: Path) -> None:
    tab, contract = hands.contracts, hands.contract(CONTRACT)
    tab.grid.select(contract, "name")
    tab.grid.view.setFocus()
    attach(tab)
    payment = str(hands.context.records.of("payment", "contract", contract)[0]["id"])
    tab.detail.show_page("payment")
    tab.detail.payments.grid.select(payment, "amount")
    tab.detail.payments.grid.view.setFocus()
    attach(tab)
    assert backed(hands) == [("contract", contract), ("payment", payment)]
    assert "佐证 2" in [tab.detail.tabs.tabText(at) for at in range(tab.detail.tabs.count())]
    tab.detail.show_page("evidence")
    assert "验收单" in tab.detail.evidence.text.accessibleName()
    assert "付款 " in tab.detail.evidence.text.accessibleName()
    hands.undo()
    assert "佐证 1" in [tab.detail.tabs.tabText(at) for at in range(tab.detail.tabs.count())]


def test_the_row_in_the_panel_is_backed_where_the_cursor_is_on_none(hands: Hands, scan: Path) -> None:
    tab, fund = hands.funds, hands.fund("F2")
    tab.grid.select(fund, "name")
    assert tab.filter_field is not None
    tab.filter_field.setFocus()
    attach(tab)
    assert backed(hands) == [("fund", fund)]
    assert tab.detail.evidence.links()


def test_a_narrow_tool_bar_keeps_every_button_and_drops_words_from_the_right(hands: Hands) -> None:
    tab = hands.contracts
    bar = tab.toolbar
    assert bar is not None
    seen = {}
    for width in (1366, 960, 800):
        hands.bench.resize(width, 680)
        QTest.qWait(20)
        buttons = [bar.widgetForAction(action) for action in bar.actions() if action.icon()]
        assert all(one.isVisible() and one.geometry().right() <= bar.width() for one in buttons), width
        bare = Qt.ToolButtonStyle.ToolButtonIconOnly
        seen[width] = sum(one.toolButtonStyle() == bare for one in buttons if isinstance(one, QToolButton))
    assert 1 == seen[1366] < seen[960] < seen[800]
    assert button(tab, "新增合同").toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
