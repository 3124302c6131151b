"""分值: what is off is said above the tree and named; the difference is spread over what is not locked."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.score_hands import ScoreHands
from ui.tabs.indicators import IndicatorsTab


@pytest.fixture
def hands(opened_scores: ScoreHands, qtbot: QtBot) -> Iterator[ScoreHands]:
    yield opened_scores
    opened_scores.indicators.tree.model.locked.clear()
    opened_scores.start_over()


def notes(tab: IndicatorsTab) -> list[str]:
    return [message.text for message in tab.notes.messages]


def weight(hands: ScoreHands, code: str) -> Decimal | None:
    return hands.node(code).weight


def weigh(hands: ScoreHands, code: str, figure: str) -> None:
    with hands.context.edit("分值") as edit:
        edit.update("indicator", hands.indicator(code), {"weight": Decimal(figure)})


def test_nothing_is_said_while_the_weights_make_100(hands: ScoreHands) -> None:
    tab = hands.indicators
    assert notes(tab) == [] and tab.notes.isHidden()
    assert tab.sum_label.accessibleName() == "分值合计 100.00 ✓"


def test_the_difference_is_said_as_it_is_typed_and_branches_can_be_gone_to(hands: ScoreHands) -> None:
    hands.type_into_tree("B12", "weight", "5")
    tab = hands.indicators
    assert notes(tab) == [
        "分值合计 102.00，比 100 多 2.00 分：A 项目决策 20.00、B 项目管理 32.00、C 项目效益 50.00"
    ]
    assert tab.sum_label.accessibleName() == "分值合计 102.00 ✗"
    assert tab.notes.messages[0].links() == ("分摊差额", "A 项目决策", "B 项目管理", "C 项目效益")
    tab.notes.messages[0].activate("B 项目管理")
    assert hands.jumps == [("indicator", hands.indicator("B"), "weight")]
    node = tab.tree.current()
    assert node is not None and node.id == hands.indicator("B")
    hands.type_into_tree("B12", "weight", "3")
    assert notes(tab) == []


def test_spreading_makes_100_by_share_and_leaves_locked_weights(hands: ScoreHands) -> None:
    hands.type_into_tree("B12", "weight", "5")
    hands.choose("B12")
    tab = hands.indicators
    QTest.keyClick(tab.tree.view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    tab.notes.messages[0].activate("分摊差额")
    assert notes(tab) == []
    assert weight(hands, "B12") == 5
    # 95 points are left for leaves that have 97: 5 × 95 ÷ 97 = 4.8969…, by largest remainder
    assert weight(hands, "B11") in (Decimal("4.89"), Decimal("4.90"))
    assert hands.context.workspace.evaluation.weight == 100
    hands.undo()
    assert weight(hands, "B11") == 5 and notes(tab) != []


def test_a_locked_weight_shows_a_lock_and_says_so(hands: ScoreHands) -> None:
    tree = hands.choose("B11").tree
    at = [column.key for column in tree.model.columns].index("weight")
    index = tree.model.index_of(hands.indicator("B11"), at)
    said = tree.model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    tree.toggle_lock()
    assert tree.model.shows_lock(index)
    assert tree.model.data(index, Qt.ItemDataRole.AccessibleTextRole) == f"{said} 已锁定"
    assert "锁定" in tree.model.data(index, Qt.ItemDataRole.ToolTipRole)
    tree.toggle_lock()
    assert not tree.model.shows_lock(index)


def test_a_branch_locks_all_below_it(hands: ScoreHands) -> None:
    tree = hands.choose("B1").tree
    tree.toggle_lock()
    assert tree.model.locked == {hands.indicator(code) for code in ("B11", "B12", "B13")}
    hands.choose("B12")
    tree.toggle_lock()
    hands.choose("B1")
    tree.toggle_lock()
    assert len(tree.model.locked) == 3
    tree.toggle_lock()
    assert tree.model.locked == set()


def test_everything_locked_is_refused_with_the_reason(hands: ScoreHands) -> None:
    hands.type_into_tree("B12", "weight", "5")
    tab = hands.indicators
    for code in "ABC":
        hands.choose(code)
        tab.tree.toggle_lock()
    tab.notes.messages[0].activate("分摊差额")
    assert "都已锁定" in notes(tab)[0]
    tab.notes.messages[0].activate("知道了")
    assert notes(tab)[0].startswith("分值合计 102.00")


def test_a_branch_whose_own_figure_differs_is_named_and_put_right_below_it(hands: ScoreHands) -> None:
    weigh(hands, "A", "21")
    tab = hands.indicators
    assert notes(tab) == ["“A 项目决策”填了 21.00 分，下级合计 20.00，少 1.00 分"]
    tab.notes.messages[0].activate("到“A 项目决策”")
    assert hands.jumps == [("indicator", hands.indicator("A"), "weight")]
    tab.notes.messages[0].activate("分摊到下级")
    assert weight(hands, "A") == 21 and weight(hands, "B") == 30
    assert [text[:4] for text in notes(tab)] == ["分值合计"]
    assert tab.notes.messages[0].links() == ("分摊差额", "A 项目决策", "B 项目管理", "C 项目效益")


def test_a_branch_can_take_the_sum_of_what_is_below(hands: ScoreHands) -> None:
    weigh(hands, "A", "21")
    tab = hands.indicators
    tab.notes.messages[0].activate("改为下级合计 20.00")
    assert notes(tab) == []
    row = hands.context.records.get("indicator", hands.indicator("A"))
    assert row is not None and row["weight"] == 20


def test_a_leaf_without_weight_is_led_to(hands: ScoreHands) -> None:
    with hands.context.edit("清空") as edit:
        edit.update("indicator", hands.indicator("B12"), {"weight": None})
    tab = hands.indicators
    assert notes(tab)[1] == "1 个末级指标没有填分值"
    tab.notes.messages[1].activate("到第一项")
    node = tab.tree.current()
    assert node is not None and node.id == hands.indicator("B12")


def test_few_points_for_output_and_benefit_stand_beside_the_sum(hands: ScoreHands) -> None:
    with hands.context.edit("改名") as edit:
        edit.update("indicator", hands.indicator("B"), {"name": "项目产出"})
    tab = hands.indicators
    assert tab.sum_label.accessibleName() == "分值合计 100.00 ✓"  # 30 + 50 is enough
    weigh(hands, "C11", "0")
    for code in ("C12", "C13", "C14", "C15", "C16", "C17"):
        weigh(hands, code, "0")
    assert "产出+效益 5" in tab.sum_label.accessibleName()
    assert "低于 60" in tab.sum_label.toolTip()


def test_the_menu_spreads_and_locks(hands: ScoreHands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QMenu, "popup", lambda menu, at: None)
    hands.type_into_tree("B12", "weight", "5")
    tree = hands.choose("A31").tree
    tree._menu(tree.rect().center())
    menu = tree.findChildren(QMenu)[-1]
    words = {action.text().partition("\t")[0]: action for action in menu.actions()}
    words["锁定分值"].trigger()
    words["分摊差额"].trigger()
    menu.deleteLater()
    assert weight(hands, "A31") == 3
    assert hands.context.workspace.evaluation.weight == 100
