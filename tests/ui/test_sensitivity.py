"""敏感性: which judgements could move the grade, and that each leads to its indicator."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from models.sensitivity import sensitivity
from tests.ui.score_hands import ScoreHands
from ui.panels.sensitivity import SensitivityPanel


@pytest.fixture
def hands(opened_scores: ScoreHands, qtbot: QtBot) -> Iterator[ScoreHands]:
    yield opened_scores
    if not opened_scores.indicators.sensitivity.isHidden():
        opened_scores.indicators.tool("敏感性").trigger()
    opened_scores.start_over()


def shown(hands: ScoreHands) -> SensitivityPanel:
    hands.indicators.tool("敏感性").trigger()
    QApplication.processEvents()
    return hands.indicators.sensitivity


def test_both_ways_are_said_with_the_points_they_take(hands: ScoreHands) -> None:
    panel = shown(hands)
    total = hands.context.workspace.evaluation.total
    assert panel.titles == [
        f"升到“良”：还差 {80 - total} 分",
        f"降到“差”：再失 {total - 60 + Decimal('0.01')} 分",
    ]


def test_every_judgement_leads_to_its_row(hands: ScoreHands) -> None:
    panel = shown(hands)
    workspace = hands.context.workspace
    up = sensitivity(workspace.records, workspace.evaluation).up
    assert up is not None
    codes = [str(workspace.evaluation.node(lever.indicator).row["code"]) for lever in up.levers]
    assert [name for name in panel.lines if name.startswith("可加")] == [f"可加 {code}" for code in codes]
    line = panel.lines["可加 A22"]
    line.follow(line.parts[0].text)
    assert hands.jumps == [("indicator", hands.indicator("A22"), "")]
    node = hands.indicators.tree.current()
    assert node is not None and node.id == hands.indicator("A22")


def test_it_follows_what_is_judged(hands: ScoreHands) -> None:
    panel = shown(hands)
    before = panel.titles[0]
    hands.type_into_tree("A32", "value", "1")
    assert panel.titles[0] != before
    hands.undo()
    assert panel.titles[0] == before


def test_a_judgement_that_is_enough_by_itself_is_marked(hands: ScoreHands) -> None:
    with hands.context.edit("调整") as edit:
        for code in ("B11", "B12"):
            weight = hands.node(code).weight
            edit.update(
                "indicator", hands.indicator(code), {"override": weight, "override_reason": "补充资料"}
            )
    workspace = hands.context.workspace
    found = sensitivity(workspace.records, workspace.evaluation)
    assert found.up is not None and found.down is not None
    alone = [lever for way in (found.up, found.down) for lever in way.levers if lever.alone]
    assert alone
    panel = shown(hands)
    marked = [
        label for label in panel.findChildren(QLabel) if label.text() == "单独即可" and label.isVisible()
    ]
    assert len(marked) == len(alone)


def test_without_a_grade_the_reason_stands_there(hands: ScoreHands) -> None:
    hands.type_into_tree("A32", "value", "")
    panel = shown(hands)
    assert panel.titles == ["还有 2.00 分没有评定，等次未定"]


def test_the_panel_can_be_put_away(hands: ScoreHands) -> None:
    panel = shown(hands)
    next(one for one in panel.findChildren(QPushButton) if one.text() == "收起").click()
    assert panel.isHidden()
    assert not hands.indicators.tool("敏感性").isChecked()
