"""Experts score one indicator, blind until released; 要点 are judged by keys, shares and faults."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from services.importing.plans import Plan, RowChange
from tests.models.changsha import records
from tests.ui.hands import ENTRY
from tests.ui.score_hands import ScoreHands, write_line
from ui.grid.lines import ROW
from ui.import_dialog import ImportDialog
from ui.look import Look
from ui.panels.indicator_detail import IndicatorPanel

Key = Qt.Key
NAMES = ("评价组甲", "评价组乙", "评价组丙", "评价组丁")
SCORES = ("2.00", "2.10", "2.20", "3.00")


@pytest.fixture
def hands(opened_scores: ScoreHands, qtbot: QtBot) -> Iterator[ScoreHands]:
    yield opened_scores
    opened_scores.start_over()


@pytest.fixture
def panel(hands: ScoreHands) -> IndicatorPanel:
    """C17, which four experts have scored; the fifth, 测试员, is at the keyboard."""
    with hands.context.edit("试") as edit:
        cells = {"rule": "experts", "measure": "专家", "parameters": '{"trim":true,"least":"3"}'}
        edit.update("indicator", hands.indicator("C17"), cells)
        for row in hands.context.records.live("person"):
            edit.update("person", row["id"], {"role": "专家"})
        edit.insert("person", {"name": "测试员", "role": "专家"})
        for name, score in zip(NAMES, SCORES, strict=True):
            person = hands.context.records.find("person", name)[0]["id"]
            row = {"indicator": hands.indicator("C17"), "person": person, "score": Decimal(score)}
            edit.insert("expert_score", row)
    found = hands.choose("C17").panel
    found.show_page("measure")
    QApplication.processEvents()
    return found


def listed(panel: IndicatorPanel) -> list[str]:
    grid = panel.experts.grid
    return [grid.cell(line.key, "person") for line in grid.model.lines if line.kind == ROW]


def test_mean_spread_and_who_is_missing(hands: ScoreHands, panel: IndicatorPanel) -> None:
    assert listed(panel) == list(NAMES)
    said = panel.experts.summary.accessibleName()
    assert "极差 1.00（2.00 至 3.00）" in said and "去掉最高 3.00 和最低 2.00" in said
    assert "测试员" in panel.experts.waiting.accessibleName()
    assert str(hands.node("C17").score) == "2.15"
    flag = panel.rule.form.editors["trim"]
    flag.click()  # type: ignore[attr-defined]
    assert str(hands.node("C17").score) == "2.33"


def test_a_score_is_typed_in_the_grid(hands: ScoreHands, panel: IndicatorPanel) -> None:
    made = hands.new_row(panel.experts.grid, "person", "测试员")
    hands.type_into(panel.experts.grid, made, "score", "2.3")
    assert str(hands.node("C17").score) == "2.20"
    hands.type_into(panel.experts.grid, made, "score", "9")
    assert hands.node("C17").score is None
    assert "不在 0 到分值 3.00 之间" in panel.experts.summary.accessibleName()


def test_nothing_of_the_others_is_seen_until_the_scores_are_released(
    hands: ScoreHands, panel: IndicatorPanel
) -> None:
    box = panel.experts
    assert box.release.text() == "改为背靠背评分"
    box.release.click()
    assert box.release.text() == "公布专家评分"
    assert listed(panel) == [] and hands.node("C17").score is None
    shown = " ".join(
        [
            box.summary.accessibleName(),
            panel.rule.form.score.accessibleName(),
            hands.node("C17").explanation.text,
        ]
    )
    assert "尚未公布" in shown and not any(score in shown for score in SCORES)
    hands.type_into(box.grid, ENTRY, "score", "2.5")
    assert listed(panel) == ["测试员"]
    assert hands.node("C17").score is None
    box.release.click()
    assert set(listed(panel)) == {*NAMES, "测试员"}
    assert str(hands.node("C17").score) == "2.27"


def test_before_the_release_one_types_ones_own_score_only(hands: ScoreHands, panel: IndicatorPanel) -> None:
    panel.experts.release.click()
    hands.type_into(panel.experts.grid, ENTRY, "person", "评价组戊")
    assert "只能填自己的评分" in panel.experts.grid.strip.text
    hands.give_up(panel.experts.grid)
    assert len(hands.context.records.live("expert_score")) == len(NAMES)


def test_who_is_not_registered_is_told_so(hands: ScoreHands, panel: IndicatorPanel) -> None:
    me = hands.context.records.find("person", "测试员")[0]["id"]
    with hands.context.edit("试") as edit:
        edit.update("person", me, {"name": "别人"})
    panel.experts.release.click()
    assert "“测试员”不在评价人员表里" in panel.experts.waiting.accessibleName()


# 要点


@pytest.fixture
def points(hands: ScoreHands) -> IndicatorPanel:
    """A11 with its three 要点, every one fulfilled."""
    found = hands.choose("A11").panel
    found.show_page("points")
    QApplication.processEvents()
    return found


def test_points_are_judged_by_keys_one_after_the_other(hands: ScoreHands, points: IndicatorPanel) -> None:
    first, second, third = (child.id for child in hands.node("A11").children)
    for row, key in ((first, Key.Key_3), (second, Key.Key_1), (third, Key.Key_3)):
        points.points.select(row, "name")
        QTest.keyClick(points.points.view, key)
    assert str(hands.node("A11").score) == "1.33"
    assert (
        points.points.cell(first, "fulfilment") == "不符合" and points.points.cell(second, "score") == "1.33"
    )


def test_the_shares_are_summed_under_the_grid(hands: ScoreHands, points: IndicatorPanel) -> None:
    note, rows = points.points_page.note, [child.id for child in hands.node("A11").children]
    assert "各要点平均" in note.accessibleName()
    hands.type_into(points.points, rows[0], "weight", "10")
    assert "已填占比 10%，其余要点平均分 90%" in note.accessibleName()
    hands.type_into(points.points, rows[1], "weight", "80")
    hands.type_into(points.points, rows[2], "weight", "20")
    assert "占比合计 110%，应为 100%" in note.accessibleName()
    hands.type_into(points.points, rows[2], "weight", "10")
    assert "占比合计 100% ✓" in note.accessibleName()


def test_the_printed_case_of_faults_comes_out(hands: ScoreHands, points: IndicatorPanel) -> None:
    """10/80/10 %, the second −20% of itself per fault with 5 faults, third not met: 0.80 of 8."""
    rows = [child.id for child in hands.node("A11").children]
    with hands.context.edit("试") as edit:
        edit.update("indicator", hands.indicator("A11"), {"weight": Decimal(8)})
    for row, share in zip(rows, ("10", "80", "10"), strict=True):
        hands.type_into(points.points, row, "weight", share)
    points.points.select(rows[2], "fulfilment")
    QTest.keyClick(points.points.view, Key.Key_3)
    points.points.select(rows[1])
    points.points_page.faults.follow("改为按处扣分…")
    assert points.points_page.rule_form.isVisibleTo(points)
    write_line(points.points_page.rule_form.editors["zero_at"], "")
    hands.type_into(points.points, rows[1], "value", "2")
    assert points.points.cell(rows[1], "score") == "3.84"
    hands.type_into(points.points, rows[1], "value", "5")
    assert str(hands.node("A11").score) == "0.80"
    points.points.select(rows[1])
    points.points_page.faults.follow("改回按符合情况评定")
    assert str(hands.node("A11").score) == "7.20"


def test_the_import_dialog_does_not_tell_a_blind_score(look: Look, qtbot: QtBot) -> None:
    rows = records(
        expert_score=[{"id": "s", "score": "7.23"}], setting=[{"key": "experts_released", "value": "否"}]
    )
    change = RowChange(
        "expert_score", "s", False, {"score": Decimal("9.17")}, {"score": Decimal("7.23")}, "专家评分", 2, str
    )
    dialog = ImportDialog(look, "表.xlsx", Plan((change,), (), ()), rows)
    qtbot.addWidget(dialog)
    line = dialog.changes.topLevelItem(0)
    assert line is not None
    assert line.text(2) == "得分：（尚未公布） → 9.17"
