"""Rule forms of every kind, the pasted sentence, and the fields that a way of measuring needs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from models import rules
from tests.ui.score_hands import ScoreHands, write_line
from ui.panels.indicator_detail import IndicatorPanel
from ui.panels.rule_editors import plainly
from ui.panels.rule_form import RuleForm

Key = Qt.Key


@pytest.fixture
def hands(opened_scores: ScoreHands, qtbot: QtBot) -> Iterator[ScoreHands]:
    yield opened_scores
    opened_scores.start_over()


def panel_of(hands: ScoreHands, code: str) -> IndicatorPanel:
    panel = hands.choose(code).panel
    panel.show_page("measure")
    QApplication.processEvents()
    return panel


def form_of(hands: ScoreHands, code: str) -> RuleForm:
    return panel_of(hands, code).rule.form


def put(hands: ScoreHands, code: str, **cells: object) -> None:
    with hands.context.edit("试") as edit:
        edit.update("indicator", hands.indicator(code), cells)  # type: ignore[arg-type]


def line(form: RuleForm, name: str) -> QLineEdit:
    editor = form.editors[name]
    assert isinstance(editor, QLineEdit)
    return editor


def type_in(editor: QLineEdit, text: str) -> None:
    """Type over what stands there, and stay in the field."""
    editor.setFocus()
    editor.selectAll()
    QTest.keyClick(editor, Key.Key_Delete)
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


def stored(hands: ScoreHands, code: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(hands.node(code).row["parameters"])
    return found


@pytest.mark.parametrize("kind", list(rules.RULES))
def test_every_kind_has_its_form_and_sentence(hands: ScoreHands, kind: str) -> None:
    put(hands, "B11", rule=kind, parameters=rules.RULES[kind].example)
    form = form_of(hands, "B11")
    assert form.error.text() == ""
    wanted = {declared.name for declared in rules.RULES[kind].parameters}
    assert {name.split(".")[0] for name in form.editors} == wanted
    assert form.sentence.accessibleName() == hands.node("B11").explanation.rule_line != ""


@pytest.mark.parametrize("kind", [kind for kind, rule in rules.RULES.items() if rule.parameters])
def test_no_form_changes_what_it_only_shows(hands: ScoreHands, kind: str) -> None:
    put(hands, "B11", rule=kind, parameters=rules.RULES[kind].example)
    form = form_of(hands, "B11")
    before = hands.context.workspace.project.can_undo
    for editor in form.editors.values():
        editor.setFocus()
        QApplication.processEvents()
    hands.indicators.tree.view.setFocus()
    QApplication.processEvents()
    assert hands.context.workspace.project.can_undo == before and form.error.text() == ""


def test_sentence_score_and_curve_follow_every_key_before_anything_is_written(hands: ScoreHands) -> None:
    form = form_of(hands, "B11")
    points = form.curve.curve.points  # type: ignore[union-attr]
    type_in(line(form, "zero"), "60")
    assert "60% 得 0 分" in form.sentence.accessibleName()
    assert "2.08 → 3.54" in form.score.accessibleName() and "写入" in form.score.accessibleName()
    assert form.curve.label == "88.33% → 3.54"
    assert form.curve.curve.points != points  # type: ignore[union-attr]
    assert stored(hands, "B11")["zero"] == "80"
    QTest.keyClick(line(form, "zero"), Key.Key_Return)
    assert stored(hands, "B11")["zero"] == "60"
    assert "→" not in form.score.accessibleName()


def test_tab_goes_on_to_the_next_field_although_the_form_was_written(hands: ScoreHands) -> None:
    form = form_of(hands, "B11")
    type_in(line(form, "full"), "95")
    QTest.keyClick(line(form, "full"), Key.Key_Tab)
    QApplication.processEvents()
    assert stored(hands, "B11")["full"] == "95"
    assert line(form, "zero").hasFocus()


def test_what_cannot_be_used_is_marked_where_it_is_and_escape_brings_the_old_back(hands: ScoreHands) -> None:
    form = form_of(hands, "B11")
    type_in(line(form, "zero"), "八十")
    assert line(form, "zero").property("invalid") and not line(form, "full").property("invalid")
    assert "零分点" in form.error.text() and "（zero）" not in form.error.text()
    assert "2.08" in form.score.accessibleName()
    QTest.keyClick(line(form, "zero"), Key.Key_Escape)
    assert line(form, "zero").text() == "80"
    assert not line(form, "zero").property("invalid") and form.error.text() == ""


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("linear", '{"full":"100","zero":"abc"}'),
        ("linear", "{}"),
        ("deduct", '{"direction":"up","points":"1"}'),
        ("trend", '{"points":"多"}'),
        ("points", '{"shares":["一"]}'),
        ("experts", '{"trim":true,"least":"0.5"}'),
        ("tiers", '{"bands":[{"from":"x","score":"1"}]}'),
        ("tiers", '{"bands":[]}'),
        ("tiers", "{x"),
        ("tiers", "{}"),
    ],
)
def test_refusals_in_the_form_speak_no_json(kind: str, text: str) -> None:
    with pytest.raises(rules.BadParameters) as wrong:
        rules.parse_parameters(kind, text)
    said = plainly(str(wrong.value))
    assert not any(word in said for word in ('"', "加引号", "括号", "_", "from", "full", "over", "bands"))


def test_a_unit_behind_a_figure_is_understood(hands: ScoreHands) -> None:
    write_line(form_of(hands, "B11").editors["zero"], "70％")
    assert stored(hands, "B11") == {"full": "100", "zero": "70"}


def test_an_end_of_a_tier_is_opened_and_closed(hands: ScoreHands) -> None:
    form = form_of(hands, "B12")
    box = form.editors["bands.0.to_closed"]
    assert isinstance(box, QCheckBox) and box.isChecked()
    box.click()
    assert not stored(hands, "B12")["bands"][0]["to_closed"]  # type: ignore[index]
    assert "低于 5%" in form.sentence.accessibleName()
    second = form.editors["bands.1.from_closed"]
    assert isinstance(second, QCheckBox)
    second.click()
    assert "5%（含）至" in form.sentence.accessibleName()


def test_tiers_that_overlap_are_refused_by_their_numbers(hands: ScoreHands) -> None:
    form = form_of(hands, "B12")
    type_in(line(form, "bands.0.to"), "8")
    assert "第 1 档和第 2 档有重合" in form.error.text()
    QTest.keyClick(line(form, "bands.0.to"), Key.Key_Escape)
    assert line(form, "bands.0.to").text() == "5" and form.error.text() == ""


def test_a_bound_that_is_emptied_is_an_open_end(hands: ScoreHands) -> None:
    form = form_of(hands, "B12")
    assert not form.editors["bands.0.from_closed"].isEnabled()
    last = max(int(name.split(".")[1]) for name in form.editors)
    assert line(form, f"bands.{last}.to").placeholderText() == "不限"
    write_line(form.editors[f"bands.{last}.to"], "500")
    assert form.editors[f"bands.{last}.to_closed"].isEnabled()
    assert stored(hands, "B12")["bands"][last]["to"] == "500"  # type: ignore[index]


def test_a_new_tier_goes_on_where_the_last_one_ends(hands: ScoreHands) -> None:
    tiers = [{"from": "0", "to": "80", "to_closed": True, "score": "1"}]
    put(hands, "B12", parameters=json.dumps({"bands": tiers}))
    form = form_of(hands, "B12")
    form.tables["bands"].add.follow("＋ 增加一档")
    assert line(form, "bands.1.from").text() == "80"
    closed = form.editors["bands.1.from_closed"]
    assert isinstance(closed, QCheckBox) and not closed.isChecked()
    assert line(form, "bands.1.to").hasFocus()
    write_line(form.editors["bands.1.score"], "3")
    assert len(stored(hands, "B12")["bands"]) == 2  # type: ignore[arg-type]
    assert "高于 80%，得3分" in form.sentence.accessibleName()


def test_undo_brings_rows_back(hands: ScoreHands) -> None:
    form = form_of(hands, "B12")
    count = form.tables["bands"].count
    form.tables["bands"].removals[0].follow("删除")
    assert form.tables["bands"].count == count - 1
    hands.undo()
    assert form.tables["bands"].count == count


# The pasted sentence

SENTENCES = [
    # pasted, kind, what the rule then says, score of B11
    ("每低于1个百分点扣权重分的5%，扣完为止", "偏差扣分", "权重分的5%", "2.08"),
    ("执行率100%得满分，60%以下不得分，其间按比例计分", "线性", "60%", "3.54"),
]


@pytest.mark.parametrize(("text", "kind", "said", "score"), SENTENCES, ids=[one[1] for one in SENTENCES])
def test_a_pasted_sentence_becomes_the_rule_by_one_edit(
    hands: ScoreHands, text: str, kind: str, said: str, score: str
) -> None:
    panel = panel_of(hands, "B11")
    before = hands.node("B11").row
    panel.rule.paste.follow("粘贴评分标准…")
    box = panel.rule.phrases
    box.field.setPlainText(text)
    at = next(at for at, line in enumerate(box.lines) if line.startswith(kind))
    assert said in box.lines[at]
    assert hands.node("B11").row is before
    box.buttons[at].click()
    assert not box.isVisibleTo(panel)
    assert panel.rule.choice.editors["rule"].currentText().startswith(kind)  # type: ignore[union-attr]
    assert str(hands.node("B11").score) == score
    hands.undo()
    assert dict(hands.node("B11").row) == dict(before)


def test_what_was_not_read_is_said(hands: ScoreHands) -> None:
    panel = panel_of(hands, "B11")
    panel.rule.phrases.ask()
    panel.rule.phrases.field.setPlainText("每低于1个百分点扣权重分的5%，扣完为止。另由组长酌情处理")
    assert "没有读入：另由组长酌情处理" in panel.rule.phrases.lines[0]


def test_nothing_is_proposed_for_words_that_are_no_rule(hands: ScoreHands) -> None:
    panel = panel_of(hands, "B11")
    panel.rule.phrases.ask()
    panel.rule.phrases.field.setPlainText("天气晴朗")
    assert panel.rule.phrases.buttons == [] and "没有认出" in panel.rule.phrases.note.accessibleName()


def test_the_box_closes_with_the_indicator(hands: ScoreHands) -> None:
    panel = panel_of(hands, "B11")
    panel.rule.phrases.ask()
    panel_of(hands, "B12")
    assert not panel.rule.phrases.isVisibleTo(panel)


# What a way of measuring needs

SHOWN = [
    # measure, rule, fields shown, formula, experts
    ("公式", "linear", {"unit"}, True, False),
    ("日期", "deduct", {"unit", "target"}, True, False),
    ("录入", "ratio", {"unit", "value", "target"}, False, False),
    ("问卷", "linear", {"unit", "survey"}, False, False),
    ("专家", "experts", {"unit"}, False, True),
    ("无", "bands", {"attainment", "share"}, False, False),
]


@pytest.mark.parametrize(
    ("measure", "rule", "fields", "formula", "experts"), SHOWN, ids=[s[0] for s in SHOWN]
)
def test_only_the_fields_that_matter_are_shown(
    hands: ScoreHands, measure: str, rule: str, fields: set[str], formula: bool, experts: bool
) -> None:
    put(hands, "B11", measure=measure, rule=rule, parameters=rules.RULES[rule].example, target=None)
    panel = panel_of(hands, "B11")
    shown = {name for name, each in panel.measure.rest.editors.items() if each.isVisibleTo(panel)}
    assert shown == fields
    assert panel.measure.formula.isVisibleTo(panel) == formula
    assert panel.experts.isVisibleTo(panel) == experts


def test_a_survey_is_chosen_and_its_index_shown(hands: ScoreHands) -> None:
    answers = {"very": 500, "fairly": 60, "neutral": 20, "little": 12, "dissatisfied": 8}
    with hands.context.edit("试") as edit:
        survey = edit.insert("survey", {"title": "企业问卷", "valid": 600})
        edit.insert("survey_question", {"survey": survey, "text": "总体", **answers})
    put(hands, "B11", measure="问卷", formula=None)
    panel = panel_of(hands, "B11")
    hands.fill_in(panel.measure.rest, "survey", "企业问卷")
    assert panel.measure.survey.accessibleName().startswith("= 93.00%")
    assert hands.node("B11").row["survey"] == survey


def test_a_branch_has_neither_measure_nor_rule(hands: ScoreHands) -> None:
    panel = panel_of(hands, "B1")
    assert not panel.measure.isVisibleTo(panel) and not panel.rule.isVisibleTo(panel)


@pytest.mark.parametrize(("state", "score"), [("无法考核", Decimal("5.00")), ("不适用", None)])
def test_states_are_chosen(hands: ScoreHands, state: str, score: Decimal | None) -> None:
    panel = panel_of(hands, "B11")
    hands.fill_in(panel.state_form, "state", state)
    assert hands.node("B11").score == score and hands.node("B11").value_text == state


# The total


def test_a_cap_in_force_is_said_beside_the_score_and_leads_to_its_table(hands: ScoreHands) -> None:
    panel = hands.choose("B11").panel
    words = panel.total_note.words
    assert "没有封顶和否决条件" in words.accessibleName()
    with hands.context.edit("试") as edit:
        cap = edit.insert("cap", {"kind": "封顶", "condition": "预算执行率 < 90", "limit": Decimal(60)})
    assert "总分不超过 60.00" in words.accessibleName()
    assert panel.total_note.heading.note.text().endswith("封顶后 60.00")
    words.linkActivated.emit("0")
    words.follow("封顶与否决表")
    assert [place[:2] for place in hands.jumps] == [("cap", cap), ("cap", "")]
