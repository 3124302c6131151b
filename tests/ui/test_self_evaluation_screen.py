"""自评表 on the funds page: the official form follows the rows, says why, and leaves as PDF and workbook."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from services.exporting.outputs import export_file
from tests.ui.hands import Hands
from ui.panels.self_evaluation import SelfEvaluation


@pytest.fixture
def hands(opened_money: Hands, qtbot: QtBot) -> Iterator[Hands]:
    yield opened_money
    opened_money.start_over()


def form_of(hands: Hands, fund: str = "F2") -> SelfEvaluation:
    """The form of a fund, in front."""
    detail = hands.funds.detail
    hands.funds.grid.select(hands.fund(fund), "name")
    detail.show_page("self")
    return detail.self_evaluation


def objective(hands: Hands, name: str) -> str:
    return next(str(row["id"]) for row in hands.context.records.live("objective") if name in str(row["name"]))


def test_the_money_of_the_form_and_the_execution_score(hands: Hands) -> None:
    screen = form_of(hands)
    assert screen.money.texts()[0] == ["年度资金总额", "561.18", "563.45", "350.80", "62.26%", "6.23"]
    assert screen.execution.line("value") == "全年执行数 350.80 ÷ 全年预算数 563.45 62.26%"
    assert screen.execution.line("calculation") == "62.26% × 10 6.2260"
    assert screen.execution.line("score").endswith("6.23")


def test_the_execution_score_is_at_most_ten(hands: Hands) -> None:
    assert form_of(hands, "F1").money.texts()[0][4:] == ["100.00%", "10.00"]


def test_a_target_missed_is_scored_by_its_share_and_says_so(hands: Hands) -> None:
    screen, row = form_of(hands), objective(hands, "英文门户全年更新信息")
    screen.objectives.select(row, "name")
    assert screen.objectives.cell(row, "target_text") == "≥2,200 篇"
    assert screen.objectives.cell(row, "form_score") == "9.62"
    assert screen.why.line("calculation").startswith("1,058 篇 ÷ 2,200 篇 × 20")
    assert screen.why.line("score").endswith("9.62")


def test_typing_the_value_moves_score_group_and_total(hands: Hands) -> None:
    screen, row = form_of(hands), objective(hands, "英文门户全年更新信息")
    screen.objectives.select(row, "name")
    total = screen.objectives.total
    assert total is not None
    before = total.cell_text("form_score")
    hands.fill_in(screen.objective, "actual", "2200")
    assert screen.objectives.cell(row, "form_score") == "20.00"
    assert float(total.cell_text("form_score")) == pytest.approx(float(before) + 20 - 9.62)
    hands.undo()
    assert total.cell_text("form_score") == before
    assert screen.total.text().startswith(before)


def test_a_weight_typed_in_the_form_that_breaks_the_hundred_is_told(hands: Hands) -> None:
    screen, row = form_of(hands), objective(hands, "英文门户全年更新信息")
    assert not any("100.00" in note for note in screen.note_texts())
    hands.type_into(screen.objectives, row, "weight", "25")
    assert any("应为 100.00" in note for note in screen.note_texts())
    assert any("产出指标分值合计 55.00，通常为 50" in note for note in screen.note_texts())


def test_an_objective_without_a_result_is_open_not_zero(hands: Hands) -> None:
    screen, row = form_of(hands), objective(hands, "使用单位满意")
    assert screen.objectives.cell(row, "form_score") == "—"
    assert "未评 10.00" in screen.total.text()
    screen.objectives.select(row, "name")
    hands.fill_in(screen.objective, "attainment", "达成")
    assert screen.objectives.cell(row, "form_score") == "9.00"
    assert "未评" not in screen.total.text()


def test_a_typed_score_stands_beside_the_computed_one(hands: Hands) -> None:
    screen, row = form_of(hands), objective(hands, "英文门户全年更新信息")
    screen.objectives.select(row, "name")
    hands.fill_in(screen.objective, "score", "12")
    assert screen.objectives.cell(row, "form_score") == "12.00"
    assert "计算得分 9.62" in screen.why.line("calculation")


def test_enter_on_a_computed_cell_leads_to_where_it_is_typed(hands: Hands) -> None:
    screen, row = form_of(hands), objective(hands, "英文门户全年更新信息")
    screen.objectives.select(row, "actual_text")
    screen.objectives.view.setFocus()
    QTest.keyClick(screen.objectives.view, Qt.Key.Key_Return)
    detail = hands.funds.detail
    assert detail.page == "objective"
    assert detail.objectives.current_row_id() == row


def test_the_other_fund_shows_its_own_form(hands: Hands) -> None:
    screen = form_of(hands)
    first = screen.total.text()
    other = form_of(hands, "F1")
    assert other is screen
    assert screen.total.text() != first
    assert {row["fund"] for row in (line.row for line in screen.sheet.lines)} <= {hands.fund("F1")}  # type: ignore[union-attr]


@pytest.mark.parametrize("suffix", [".pdf", ".xlsx"])
def test_one_form_or_all_leave_as_files(hands: Hands, tmp_path: Path, suffix: str) -> None:
    records, source = hands.context.records, hands.context.workspace.project.path
    asked: list[tuple[str, str, str]] = []
    hands.context.exportRequested.connect(lambda *what: asked.append(what))
    screen = form_of(hands)
    next(each for each in screen.menu.actions() if suffix[1:2] in each.text().lower()).trigger()
    fund = hands.fund("F2")
    assert asked[-1] == ("self-evaluation", suffix, fund)
    one = export_file(records, tmp_path / f"一份{suffix}", "self-evaluation", source=source, fund=fund)
    every = export_file(records, tmp_path / f"全部{suffix}", "self-evaluation", source=source)
    assert "1 份" in one
    assert f"{len(records.live('fund'))} 份" in every
    assert (tmp_path / f"全部{suffix}").stat().st_size > (tmp_path / f"一份{suffix}").stat().st_size > 1000
