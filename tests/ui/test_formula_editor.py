"""The formula editor: proposals with their value, mistakes in place, value and sources while typing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.score_hands import ScoreHands
from ui.panels.formula_editor import FormulaEditor
from ui.panels.formula_words import FormulaWords, Place, place_at

Key = Qt.Key


@pytest.fixture
def hands(opened_scores: ScoreHands, qtbot: QtBot) -> Iterator[ScoreHands]:
    yield opened_scores
    opened_scores.start_over()


@pytest.fixture
def editor(hands: ScoreHands) -> Iterator[FormulaEditor]:
    """The editor of B11 with the caret in it; what a test leaves unfinished is given up."""
    panel = hands.choose("B11").panel
    panel.show_page("measure")
    QApplication.processEvents()
    panel.measure.formula.field.setFocus()
    QApplication.processEvents()
    yield panel.measure.formula
    panel.measure.formula.give_up()


def write(editor: FormulaEditor, text: str) -> None:
    """Replace everything, as an input method does that hands over whole words."""
    editor.field.selectAll()
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor.field, event)
    QApplication.processEvents()


def press(editor: FormulaEditor, *keys: Key) -> None:
    for key in keys:
        QTest.keyClick(editor.field, key)
        QApplication.processEvents()


PLACES = [
    # formula, with | at the caret; what is written there, of what, in which row
    ("已支付 / 总|", Place(6, 7, "总")),
    ("|", Place(0, 0, "")),
    ("已支|付 + 1", Place(0, 3, "已支")),
    ('资金["F|', Place(3, 5, "F", "资金")),
    ("资金[|", Place(3, 3, "", "资金")),
    ("资金［“F2|", Place(3, 6, "F2", "资金")),
    ('资金["F2"].已|', Place(9, 10, "已", "资金", "F2")),
    ('资金["F2"].|', Place(9, 9, "", "资金", "F2")),
    ('占比(基础数据["全年|', Place(8, 11, "全年", "基础数据")),
    ('序列("甲", "乙|', Place(8, 10, "乙", "序列")),
]


@pytest.mark.parametrize(("marked", "place"), PLACES, ids=lambda each: str(each)[:18])
def test_what_is_being_written_at_the_caret(marked: str, place: Place) -> None:
    assert place_at(marked.replace("|", ""), marked.index("|")) == place


def test_inside_a_date_nothing_is_proposed() -> None:
    assert place_at('日期("2018', 8) is None


def offered(hands: ScoreHands, text: str) -> dict[str, str]:
    place = place_at(text, len(text))
    assert place is not None
    words = FormulaWords(hands.context.records, hands.context.workspace.evaluation).at(place)
    return {word.shown: word.note for word in words}


@pytest.mark.parametrize(
    ("text", "word", "note"),
    [
        ("总", "总指标", "2,324.67"),
        ("预算执", "预算执行率", "88.33%"),
        ("占", "占比(甲, 乙)", "甲 ÷ 乙 × 100"),
        ("zzb", "总指标", "2,324.67"),
        ("乡镇街道", '基础数据["乡镇街道总数"]', "171 个"),
        ('资金["', "F2", "网站群"),
        ('资金["F2"].已支', "已支付", "."),
        ('资金["F2"].年初', "年初预算", "."),
    ],
)
def test_proposals_say_what_they_are_worth_now(hands: ScoreHands, text: str, word: str, note: str) -> None:
    found = offered(hands, text)
    assert note in found[word]


def test_every_proposal_of_a_name_can_be_read_as_a_formula(hands: ScoreHands, editor: FormulaEditor) -> None:
    names = [name for name in offered(hands, "") if "(" not in name and "…" not in name]
    assert len(names) > 20
    for name in names:
        editor.field.show_text(name)
        assert not editor.error.isVisibleTo(editor), name


def test_a_proposal_is_taken_with_enter_and_the_next_enter_keeps_the_formula(
    hands: ScoreHands, editor: FormulaEditor
) -> None:
    write(editor, "已支付 / 总")
    popup = editor.field.completions
    assert popup.isVisible() and popup.current == "总指标" and "2,324.67" in popup.notes
    assert editor.field.hasFocus()
    press(editor, Key.Key_Return)
    assert editor.field.toPlainText() == "已支付 / 总指标" and not popup.isVisible()
    assert hands.node("B11").row["formula"] == "预算执行率"
    press(editor, Key.Key_Return)
    assert hands.node("B11").row["formula"] == "已支付 / 总指标"
    hands.undo()
    assert editor.field.toPlainText() == "预算执行率"


def test_a_fund_is_reached_in_three_steps(editor: FormulaEditor) -> None:
    write(editor, "资金")
    press(editor, Key.Key_Return)
    assert editor.field.toPlainText() == '资金[""]' and "F2" in editor.field.completions.texts
    press(editor, Key.Key_Down, Key.Key_Return)
    assert editor.field.toPlainText() == '资金["F2"].'
    popup = editor.field.completions
    assert popup.isVisible() and "已支付" in popup.texts
    write(editor, '资金["F2"].已支')
    press(editor, Key.Key_Tab)
    assert editor.field.toPlainText() == '资金["F2"].已支付'
    assert editor.field.hasFocus() and not editor.error.isVisibleTo(editor)


def test_a_function_leaves_the_caret_between_its_brackets(editor: FormulaEditor) -> None:
    write(editor, "占比")
    press(editor, Key.Key_Return)
    assert editor.field.toPlainText() == "占比()"
    assert editor.field.textCursor().position() == 3


def test_a_whole_name_is_kept_by_one_enter(hands: ScoreHands, editor: FormulaEditor) -> None:
    write(editor, "预算调整率")
    assert editor.field.completions.current == ""
    press(editor, Key.Key_Return)
    assert hands.node("B11").row["formula"] == "预算调整率"


def test_escape_closes_the_proposals_first_and_then_brings_the_formula_back(editor: FormulaEditor) -> None:
    write(editor, "总")
    press(editor, Key.Key_Escape)
    assert editor.field.toPlainText() == "总" and not editor.field.completions.isVisible()
    press(editor, Key.Key_Escape)
    assert editor.field.toPlainText() == "预算执行率"


def test_letters_that_are_still_being_composed_propose_nothing(editor: FormulaEditor) -> None:
    write(editor, "已支付 / ")
    QApplication.sendEvent(editor.field, QInputMethodEvent("zong", []))
    QApplication.processEvents()
    assert not editor.field.completions.isVisible()
    event = QInputMethodEvent()
    event.setCommitString("总")
    QApplication.sendEvent(editor.field, event)
    QApplication.processEvents()
    assert editor.field.completions.isVisible() and editor.field.toPlainText() == "已支付 / 总"


def test_value_and_sources_stand_under_the_formula_before_it_is_kept(
    hands: ScoreHands, editor: FormulaEditor
) -> None:
    assert editor.result.accessibleName().split("\u00a0\u00a0\u00a0") == [
        "= 88.33%",
        "已支付 2,053.31 ÷ 总指标 2,324.67",
    ]
    write(editor, "占比(已支付, 年初预算)")
    assert editor.result.accessibleName().startswith("= 234.62%")
    assert "付款 23 笔" in editor.sources.accessibleName()
    assert hands.node("B11").row["formula"] == "预算执行率"


MISTAKES = [
    # formula, the word underlined, what is said, what is proposed
    ("已支付 / 总指表", "总指表", "第 7 个字", "改为“总指标”"),
    ('资金["F2"].已支富', "已支富", "没有“已支富”这一项", "改为“已支付”"),
    ("(已支付 + 1", "1", "", ""),
    ("已支付 ^ 2", "^", "公式里没有“^”", ""),
    ("88%", "%", "公式里不写“%”", ""),
]


@pytest.mark.parametrize(("formula", "word", "said", "proposed"), MISTAKES, ids=[one[0] for one in MISTAKES])
def test_a_mistake_is_underlined_where_it_is(
    editor: FormulaEditor, formula: str, word: str, said: str, proposed: str
) -> None:
    write(editor, formula)
    assert word in editor.field.underlined()
    assert editor.error.isVisibleTo(editor) and said in editor.error.accessibleName()
    assert not editor.result.isVisibleTo(editor)
    if proposed:
        editor.error.follow(proposed)
        assert not editor.error.isVisibleTo(editor)
        assert editor.field.underlined() == []


def test_a_key_that_is_unknown_keeps_its_quotes_when_it_is_repaired(editor: FormulaEditor) -> None:
    write(editor, '基础数据["乡镇街道总量"]')
    editor.error.follow("改为“乡镇街道总数”")
    assert editor.field.toPlainText() == '基础数据["乡镇街道总数"]'
    assert not editor.error.isVisibleTo(editor)


def test_leaving_keeps_even_a_broken_formula_and_says_so(hands: ScoreHands, editor: FormulaEditor) -> None:
    write(editor, "预算执行路")
    hands.indicators.tree.view.setFocus()
    QApplication.processEvents()
    assert hands.node("B11").row["formula"] == "预算执行路"
    assert editor.error.isVisibleTo(editor)
    assert hands.node("B11").score is None


def test_a_payment_changes_the_value_under_the_formula(hands: ScoreHands, editor: FormulaEditor) -> None:
    quoted = hands.context.workspace.evaluation.facts.project["已支付"].sources
    payment = next(row_id for table, row_id in quoted if table == "payment")
    amount = hands.context.records.get("payment", payment)["amount"]
    before = editor.result.accessibleName()
    with hands.context.edit("试") as edit:
        edit.update("payment", payment, {"amount": amount + 1_000_000})
    assert editor.result.accessibleName() != before


def test_what_is_being_typed_survives_an_edit_elsewhere(hands: ScoreHands, editor: FormulaEditor) -> None:
    write(editor, "占比(已支付, 总")
    with hands.context.edit("试") as edit:
        edit.update("indicator", hands.indicator("B12"), {"opinion": "另一处"})
    assert editor.field.toPlainText() == "占比(已支付, 总"
