"""资料: requests, regulations, sign-in lists, base data and settings; scores and counts follow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from models.schema import SCHEMA
from tests.ui.score_hands import ScoreHands
from ui.panels.paper_details import BackedForm, EvidenceForm, RosterForm, SurveyForm
from ui.panels.paper_pages import KINDS
from ui.panels.settings_form import SettingsForm
from ui.tab_list import tab_makers
from ui.tabs.papers import FORMS, PapersTab

Key = Qt.Key


@pytest.fixture
def hands(opened_scores: ScoreHands, qtbot: QtBot) -> Iterator[ScoreHands]:
    yield opened_scores
    opened_scores.start_over("papers")
    opened_scores.papers.kinds.choose("request")


def test_every_table_can_be_reached_in_some_tab(hands: ScoreHands) -> None:
    reached = {table for make in tab_makers() for table in make(hands.context).tables}
    assert set(SCHEMA) - reached == set()


@pytest.mark.parametrize("table", [table for table in PapersTab.tables if table not in FORMS])
def test_each_kind_shows_its_rows(hands: ScoreHands, table: str) -> None:
    tab, rows = hands.papers, hands.context.records.live(table)
    kind = next(each for each in KINDS if table in (each.table, each.inner))
    if rows:
        tab.show_row(table, rows[0]["id"])
    else:
        tab.kinds.choose(kind.table)
    page = tab.page(kind.table)
    grid = page.grid if table == kind.table else page.inner
    assert grid is not None and tab.middle.currentWidget() is page.body
    assert grid.current_row_id() == (rows[0]["id"] if rows else "")
    assert grid.model.read_only == (table == "attachment")


def test_requests_show_what_is_missing(hands: ScoreHands) -> None:
    page = hands.papers.page("request")
    assert page.grid.total is not None
    shown = [page.grid.total.cell_text(name) for name in ("name", "state", "received_on", "gap")]
    assert shown == ["合计　26 项", "20 / 26", "76.92%", "部分 1　未提供 5"]
    assert hands.papers.chips["未提供"].text() == "未提供 5"


def test_a_paper_that_comes_in_raises_the_score_and_undo_lowers_it(hands: ScoreHands) -> None:
    page = hands.papers.page("request")
    before = hands.score
    missing = [row["id"] for row in hands.context.records.live("request") if row["state"] == "未提供"]
    page.grid.select(missing[0], "name")
    hands.papers.mark_provided()
    row = hands.context.records.get("request", missing[0])
    assert row is not None and (row["state"], row["received_on"]) == ("已提供", date.today().isoformat())
    assert hands.node("B35").value_text == "80.77%"
    assert hands.score[0] != before[0] and hands.papers.chips["未提供"].text() == "未提供 4"
    hands.undo()
    assert hands.score == before


def test_the_key_marks_papers_as_provided(hands: ScoreHands, qtbot: QtBot) -> None:
    page = hands.papers.page("request")
    missing = next(row["id"] for row in hands.context.records.live("request") if row["state"] == "未提供")
    page.grid.select(missing, "name")
    page.grid.view.setFocus()
    QTest.keyClick(page.grid.view, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    row = hands.context.records.get("request", missing)
    assert row is not None and row["state"] == "已提供"


@pytest.mark.parametrize(
    ("field", "typed", "sentence"), [("state", "差不多", "状态可填"), ("received_on", "2108", "2108")]
)
def test_nonsense_in_a_request_is_refused(hands: ScoreHands, field: str, typed: str, sentence: str) -> None:
    grid = hands.papers.page("request").grid
    row_id = hands.context.records.live("request")[0]["id"]
    before = hands.context.records.get("request", row_id)
    hands.type_into(grid, row_id, field, typed)
    assert sentence in grid.strip.text
    hands.give_up(grid)
    assert hands.context.records.get("request", row_id) == before


def test_chips_show_only_what_is_missing(hands: ScoreHands) -> None:
    tab = hands.papers
    tab.chips["未提供"].click()
    grid = tab.page("request").grid
    assert len([line for line in grid.model.lines if line.kind == "row"]) == 5
    tab.chips["未提供"].click()
    assert len([line for line in grid.model.lines if line.kind == "row"]) == 26


def test_the_form_beside_the_grid_types_the_same_cells(hands: ScoreHands) -> None:
    page = hands.papers.page("regulation")
    row = hands.context.records.live("regulation")[0]
    hands.papers.show_row("regulation", row["id"])
    assert isinstance(page.panel, BackedForm)
    hands.fill_in(page.panel.form, "missing", "缺绩效评价条款")
    assert page.grid.cell(row["id"], "missing") == "缺绩效评价条款"
    hands.fill_in(page.panel.form, "state", "随便")
    assert "状态可填" in page.panel.form.note_text("state")
    hands.undo()
    assert page.grid.cell(row["id"], "missing") == (row["missing"] or "")


def test_a_sign_in_list_counts_planned_signed_and_telephones(hands: ScoreHands) -> None:
    hands.papers.kinds.choose("roster")
    page = hands.papers.page("roster")
    assert isinstance(page.panel, RosterForm) and page.inner is not None
    assert page.panel.counts.shown == {
        "计划": "155",
        "签到": "187",
        "有电话": "66",
        "无电话": "121",
        "无电话占比": "64.71%",
        "疑似代签": "121",
    }
    silent = next(row["id"] for row in hands.context.records.live("roster_entry") if not row["phone"])
    QApplication.processEvents()
    hands.type_into(page.inner, silent, "phone", "13900000000")
    assert page.panel.counts.shown["有电话"] == "67"
    assert hands.node("C18").value_text == "35.83%"
    hands.undo()
    assert page.panel.counts.shown["有电话"] == "66"


def test_a_survey_is_counted(hands: ScoreHands) -> None:
    hands.papers.kinds.choose("survey")
    page = hands.papers.page("survey")
    QApplication.processEvents()
    survey = hands.new_row(page.grid, "title", "群众满意度")
    assert page.inner is not None and isinstance(page.panel, SurveyForm)
    page.grid.select(survey)
    question = hands.new_row(page.inner, "text", "服务是否方便")
    for field, count in (
        ("very", "60"),
        ("fairly", "30"),
        ("neutral", "10"),
        ("little", "0"),
        ("dissatisfied", "0"),
    ):
        hands.type_into(page.inner, question, field, count)
    assert "87.50%" in page.panel.result.accessibleName()
    hands.type_into(page.inner, question, "very", "-3")
    assert "不能小于" in page.inner.strip.text
    hands.give_up(page.inner)


def test_a_base_figure_changes_the_indicator_that_quotes_it(hands: ScoreHands) -> None:
    figure = hands.context.records.find("figure", "英文门户全年信息更新量实际")[0]
    hands.papers.show_row("figure", figure["id"])
    grid = hands.papers.page("figure").grid
    hands.type_into(grid, figure["id"], "value", "2200")
    assert hands.node("C13").score == hands.node("C13").weight
    hands.undo()
    assert hands.node("C13").value_text == "48.09%"


def test_evidence_says_what_it_backs(hands: ScoreHands) -> None:
    tab, request = hands.papers, hands.context.records.live("request")[0]
    tab.show_row("request", request["id"])
    panel = tab.page("request").panel
    assert isinstance(panel, BackedForm)
    with hands.context.edit("佐证") as edit:
        evidence = edit.insert("evidence", {"code": "01-01", "title": "立项批复"})
    panel.evidence.attach(evidence)
    assert tab.page("request").grid.cell(request["id"], "evidence") == "1"
    tab.show_row("evidence", evidence)
    form = tab.page("evidence").panel
    assert isinstance(form, EvidenceForm)
    form.links.follow(f"资料清单　{request['name']}")
    assert hands.jumps[-1][:2] == ("request", request["id"])


def test_the_project_is_one_form(hands: ScoreHands) -> None:
    tab = hands.papers
    tab.show_row("project", hands.context.records.project["id"], "year")
    hands.fill_in(tab.project_form, "year", "2108")
    assert "2099" in tab.project_form.note_text("year")
    assert hands.context.records.project["year"] == 2018
    hands.fill_in(tab.project_form, "year", "2019")
    assert hands.node("B11").value_text != "88.33%"
    hands.undo()
    assert hands.node("B11").value_text == "88.33%"


def test_settings_change_the_rates_and_name_their_default(hands: ScoreHands) -> None:
    hands.papers.show_row("setting", "")
    form = hands.papers.findChild(SettingsForm)
    assert form is not None
    assert hands.context.choose("carry_over_base", "总指标") is None
    assert hands.node("B13").value_text == "11.67%"
    editor = form.editors["carry_over_base"]
    assert editor.currentText() == "总指标"  # type: ignore[union-attr]
    line = form.editors["execution_standard"]
    assert isinstance(line, QLineEdit)
    line.setText("95")
    assert form.commit("execution_standard")
    assert hands.context.records.setting("execution_standard") == "95"
    line.setText("")
    assert form.commit("execution_standard")
    assert hands.context.records.setting("execution_standard") == "100"
    hands.undo(3)
    assert hands.node("B13").value_text == "31.01%" and line.text() == "100"


def test_problems_are_counted_at_their_kind(hands: ScoreHands) -> None:
    problems = hands.context.workspace.problems
    count = sum(each.place.table in ("roster", "roster_entry") for each in problems)
    item = next(
        hands.papers.kinds.item(at)
        for at in range(hands.papers.kinds.count())
        if hands.papers.kinds.item(at).text() == "签到名单"
    )
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == f"签到名单 {count}"
