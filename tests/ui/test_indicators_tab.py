"""指标: weights, values and 要点 are typed in the tree; scores, explanation, total and grade follow."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from models.evaluation import Role
from tests.ui.grid_hands import put_on_clipboard
from tests.ui.score_hands import ScoreHands, open_editor, write_line
from ui.panels.curve import curve_of

Key = Qt.Key


@pytest.fixture
def hands(opened_scores: ScoreHands, qtbot: QtBot) -> Iterator[ScoreHands]:
    yield opened_scores
    opened_scores.start_over()


CELLS = [
    # code, 分值, 计量, 完成值, 得分, 失分, 问题
    ("B11", "5.00", "公式", "88.33%", "2.08", "−2.92", "五"),
    ("B12", "3.00", "公式", "165.62%", "0.00", "−3.00", "五"),
    ("B31", "3.00", "计数", "1 处", "2.40", "−0.60", "未关联"),
    ("B22", "3.00", "要点", "要点 2/3", "2.00", "−1.00", "四"),
    ("C17", "3.00", "是否", "是", "3.00", "", ""),
    ("C28", "2.00", "定性", "部分达成 75%", "1.50", "−0.50", "未关联"),
]
KEYS = ("weight", "measure", "value", "score", "lost", "findings")


@pytest.mark.parametrize("row", CELLS, ids=lambda row: row[0])
def test_what_the_tree_shows(hands: ScoreHands, row: tuple[str, ...]) -> None:
    tree = hands.indicators.tree
    assert tuple(tree.cell(hands.indicator(row[0]), key) for key in KEYS) == row[1:]


def test_the_tree_has_the_hands_of_the_grid(hands: ScoreHands) -> None:
    tree = hands.indicators.tree
    for keys, weight, where in (
        ((Key.Key_Return, Qt.KeyboardModifier.ControlModifier), "4.50", "A11"),
        ((Key.Key_Down, Qt.KeyboardModifier.NoModifier), "3.50", "A12"),
    ):
        tree.select(hands.indicator("A11"))
        tree.view.setCurrentIndex(tree.view.currentIndex().siblingAtColumn(1))
        QTest.keyClicks(tree.view, weight[0])
        QTest.keyClicks(QApplication.focusWidget(), weight[1:])
        QTest.keyClick(QApplication.focusWidget(), *keys)
        assert tree.cell(hands.indicator("A11"), "weight") == weight, "nothing typed is lost"
        node = tree.current()
        assert node is not None and node.id == hands.indicator(where)
    QTest.keyClick(tree.view, Key.Key_End)
    assert tree.view.currentIndex().column() == len(tree.model.columns) - 1
    QTest.keyClick(tree.view, Key.Key_Home)
    assert tree.view.currentIndex().column() == 0


def test_a_column_of_weights_is_pasted_down_the_lines_as_one_edit(hands: ScoreHands) -> None:
    tree, before = hands.indicators.tree, hands.context.can_undo
    tree.select(hands.indicator("B11"))
    tree.view.setCurrentIndex(tree.view.currentIndex().siblingAtColumn(1))
    for text, weights in (("6\n2\n\n", ["6.00", "2.00", "3.00"]), ("4\n许多\n", ["6.00", "2.00", "3.00"])):
        put_on_clipboard(text.rstrip("\n") + "\n")
        QTest.keyClick(tree.view, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert [tree.cell(hands.indicator(code), "weight") for code in ("B11", "B12", "B13")] == weights
    assert "第 2 行分值" in tree.strip.text
    hands.undo()
    assert hands.context.can_undo == before


def test_the_total_row_is_the_evaluation(hands: ScoreHands) -> None:
    found = hands.context.workspace.evaluation
    texts = hands.indicators.tree.total.texts()
    leaves = sum(1 for _ in found.leaves())
    assert texts["name"] == f"合计　{leaves} 项"
    assert (texts["weight"], texts["score"]) == ("100.00", str(found.total))


def test_a_branch_adds_up_what_is_below_it(hands: ScoreHands) -> None:
    node = hands.node("B1")
    assert node.score == sum((child.score or Decimal(0) for child in node.children), Decimal(0))
    assert hands.indicators.tree.cell(node.id, "score") == str(node.score)


def test_a_weight_changes_score_total_and_sum_at_once_and_undo_brings_them_back(hands: ScoreHands) -> None:
    before = hands.score
    hands.type_into_tree("B11", "weight", "6")
    tab = hands.indicators
    assert tab.tree.cell(hands.indicator("B11"), "score") == "2.50"
    assert "101.00 ✗" in tab.sum_label.accessibleName()
    assert hands.score[0] == str(Decimal(before[0]) + Decimal("0.42"))
    hands.choose("B11")
    assert tab.panel.aside.text() == "2.50"
    hands.undo()
    assert hands.score == before
    assert tab.panel.aside.text() == "2.08" and "100.00 ✓" in tab.sum_label.accessibleName()


@pytest.mark.parametrize(
    ("code", "key", "typed", "sentence"),
    [
        ("B11", "weight", "五分", "不是数"),
        ("B11", "weight", "-1", "不能小于"),
        ("B31", "value", "一处", "不是数"),
        ("B11", "measure", "猜", "计量方式可填"),
    ],
)
def test_nonsense_keeps_the_editor_open_with_a_sentence(
    hands: ScoreHands, code: str, key: str, typed: str, sentence: str
) -> None:
    before = dict(hands.node(code).row)
    hands.type_into_tree(code, key, typed)
    tree = hands.indicators.tree
    assert sentence in tree.strip.text
    QTest.keyClick(open_editor(tree.view), Key.Key_Escape)
    assert tree.strip.text == "" and dict(hands.node(code).row) == before


def test_yes_and_no_are_typed_as_words(hands: ScoreHands) -> None:
    hands.type_into_tree("C17", "value", "否")
    assert hands.indicators.tree.cell(hands.indicator("C17"), "score") == "0.00"
    hands.type_into_tree("C17", "value", "是")
    assert hands.indicators.tree.cell(hands.indicator("C17"), "score") == "3.00"


@pytest.mark.parametrize(
    ("key", "word", "score"), [(Key.Key_1, "符合", "4.00"), (Key.Key_3, "不符合", "2.67")]
)
def test_a_point_is_judged_by_one_key(hands: ScoreHands, key: Key, word: str, score: str) -> None:
    tree = hands.indicators.tree
    point = hands.node("A11").children[0]
    tree.select(point.id)
    QTest.keyClick(tree.view, key)
    row = hands.context.records.get("indicator", point.id)
    assert row is not None and row["fulfilment"] == word
    assert tree.cell(hands.indicator("A11"), "score") == score


def test_partly_fulfilled_waits_for_its_share(hands: ScoreHands) -> None:
    tab = hands.choose("A11")
    tab.panel.show_page("points")
    point = hands.node("A11").children[0]
    tab.panel.points.select(point.id, "fulfilment")
    QTest.keyClick(tab.panel.points.view, Key.Key_2)
    assert tab.tree.cell(hands.indicator("A11"), "score") == ""
    assert hands.score[1] is None
    hands.type_into(tab.panel.points, point.id, "partial", "140%")
    assert "100" in tab.panel.points.strip.text
    hands.give_up(tab.panel.points)
    hands.type_into(tab.panel.points, point.id, "partial", "50%")
    assert tab.tree.cell(hands.indicator("A11"), "score") == "3.33"


def test_a_new_point_is_typed_in_the_entry_row(hands: ScoreHands) -> None:
    tab = hands.choose("A11")
    tab.panel.show_page("points")
    made = hands.new_row(tab.panel.points, "name", "立项资料齐全")
    assert hands.node("A11").children[-1].id == made
    assert hands.node("A11").children[-1].role is Role.POINT
    hands.undo()
    assert tab.panel.points.model.line_of(made) == -1


def test_branches_and_measured_indicators_take_no_points(hands: ScoreHands) -> None:
    assert not hands.choose("B1").panel.points.isEnabled()
    assert not hands.choose("B11").panel.points.isEnabled()
    assert hands.choose("A11").panel.points.isEnabled()


EXPLAINED = [
    ("B11", "value", "已支付 2,053.31 ÷ 总指标 2,324.67 88.33%"),
    ("B11", "calculation", "5.00 ×（88.33% − 80%）÷（100% − 80%） 2.0825"),
    ("B11", "score", "四舍五入到两位小数 2.08"),
    ("C13", "value", "英文门户全年信息更新量实际 1,058 ÷ 英文门户全年信息更新量计划 2,200 × 100 48.09%"),
    ("C27", "value", "达成 达成 90%"),
]


@pytest.mark.parametrize(("code", "line", "words"), EXPLAINED)
def test_why_this_score(hands: ScoreHands, code: str, line: str, words: str) -> None:
    assert hands.choose(code).panel.explanation.line(line) == words


def test_the_explanation_follows_a_payment(hands: ScoreHands) -> None:
    panel = hands.choose("B11").panel
    payment = next(row for row in hands.context.records.live("payment") if row["paid_on"].startswith("2018"))
    assert hands.context.typed("payment", payment["id"], "amount", "1000") is None
    assert "2,053.31" not in panel.explanation.line("value")
    hands.undo()
    assert panel.explanation.line("value") == EXPLAINED[0][2]


def test_numbers_lead_to_their_rows(hands: ScoreHands) -> None:
    panel = hands.choose("C13").panel
    panel.explanation.lines["value"][0].follow("1,058")
    figure = hands.context.records.find("figure", "英文门户全年信息更新量实际")[0]
    assert hands.jumps[-1][:2] == ("figure", figure["id"])


def test_a_number_of_many_rows_offers_them(hands: ScoreHands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QMenu, "popup", lambda menu, at: None)
    panel = hands.choose("B11").panel
    assert "付款 23 笔" in panel.explanation.sources.accessibleName()
    panel.explanation.sources.follow("付款 23 笔")
    menu = panel.explanation.findChild(QMenu)
    assert menu is not None
    assert len(menu.actions()) == 23
    menu.actions()[0].trigger()
    assert hands.jumps[-1][0] == "payment"
    menu.deleteLater()


@pytest.mark.parametrize(
    ("code", "label"),
    [("B11", "88.33% → 2.08"), ("B12", "165.62% → 0.00"), ("B13", "31.01% → 0.00"), ("C13", "48.09% → 1.44")],
)
def test_the_curve_marks_where_the_indicator_stands(hands: ScoreHands, code: str, label: str) -> None:
    panel = hands.choose(code).panel
    assert panel.explanation.curve.isVisibleTo(panel) and panel.explanation.curve.label == label
    curve = curve_of(hands.node(code))
    assert curve is not None and curve.here is not None
    assert curve.low <= curve.here[0] <= curve.high
    values = [value for value, _ in curve.points]
    scores = [score for _, score in curve.points]
    assert values == sorted(values) and all(0 <= score <= curve.weight for score in scores)
    before = max((point for point in curve.points if point[0] <= curve.here[0]), key=lambda point: point[0])
    after = min((point for point in curve.points if point[0] >= curve.here[0]), key=lambda point: point[0])
    low, high = sorted((before[1], after[1]))
    assert low - Fraction(1, 100) <= curve.here[1] <= high + Fraction(1, 100)


def test_other_columns_give_way_to_the_names_where_there_is_little_room(hands: ScoreHands) -> None:
    tree, width = hands.indicators.tree, hands.bench.width()
    keys = [column.key for column in tree.model.columns]
    assert len(tree.view.columns_shown()) == len(keys)
    try:
        hands.bench.resize(960, hands.bench.height())
        QApplication.processEvents()
        shown = [keys[at] for at in tree.view.columns_shown()]
        assert "measure" not in shown and {"name", "weight", "score", "lost"} <= set(shown)
        assert tree.view.columnWidth(0) >= 150
        tree.select(hands.indicator("B11"))
        for at in (*tree.view.columns_shown()[1:], tree.view.columns_shown()[-1]):
            tree._move(1, 0)
            assert tree.view.currentIndex().column() == at
    finally:
        hands.bench.resize(width, hands.bench.height())
        QApplication.processEvents()
    assert len(tree.view.columns_shown()) == len(keys)


@pytest.mark.parametrize("code", ["A11", "B31", "C17", "B1"])
def test_rules_without_a_line_have_no_curve(hands: ScoreHands, code: str) -> None:
    panel = hands.choose(code).panel
    assert curve_of(hands.node(code)) is None and not panel.explanation.curve.isVisibleTo(panel)


def test_a_parameter_is_typed_in_the_rules_own_form(hands: ScoreHands) -> None:
    panel = hands.choose("B11").panel
    panel.show_page("measure")
    form = panel.rule.form
    write_line(form.editors["zero"], "60%")
    assert hands.node("B11").row["parameters"] == '{"full":"100","zero":"60"}'
    assert hands.indicators.tree.cell(hands.indicator("B11"), "score") == "3.54"
    assert "60% 得 0 分" in form.sentence.accessibleName()
    hands.undo()
    editor = form.editors["zero"]
    assert isinstance(editor, QLineEdit) and editor.text() == "80"


@pytest.mark.parametrize(
    ("code", "name", "typed", "sentence"),
    [
        ("B11", "zero", "八十", "零分点"),
        ("B11", "zero", "100", "不能相同"),
        ("B13", "step", "0", "每偏差"),
        ("B12", "bands.1.to", "二", "上限"),
    ],
)
def test_a_parameter_that_the_rule_cannot_use_is_refused(
    hands: ScoreHands, code: str, name: str, typed: str, sentence: str
) -> None:
    form, before = hands.choose(code).panel.rule.form, hands.node(code).row["parameters"]
    write_line(form.editors[name], typed)
    assert "没有写入" in form.error.text() and sentence in form.error.text()
    assert hands.node(code).row["parameters"] == before


def test_choices_of_a_rule_are_words(hands: ScoreHands) -> None:
    form = hands.choose("B13").panel.rule.form
    editor = form.editors["fraction"]
    assert isinstance(editor, QComboBox) and editor.currentText() == "按比例"
    editor.setCurrentIndex(editor.findText("不计"))
    editor.activated.emit(editor.currentIndex())
    assert '"fraction":"completed"' in hands.node("B13").row["parameters"]


def test_tiers_grow_and_shrink(hands: ScoreHands) -> None:
    form = hands.choose("B12").panel.rule.form
    count = sum(name.endswith(".score") for name in form.editors)
    form.tables["bands"].add.follow("＋ 增加一档")
    assert sum(name.endswith(".score") for name in form.editors) == count + 1
    assert "没有写入" in form.error.text()
    form.tables["bands"].removals[count].follow("删除")
    assert form.error.text() == ""
    form.tables["bands"].removals[0].follow("删除")
    assert hands.node("B12").row["parameters"].count('"score":') == count - 1


def test_another_rule_says_that_the_old_parameters_do_not_fit(hands: ScoreHands) -> None:
    panel = hands.choose("B11").panel
    panel.show_page("measure")
    hands.fill_in(panel.rule.choice, "rule", "比例")
    assert "没有“full”这个参数" in panel.rule.form.error.text()
    assert hands.indicators.tree.cell(hands.indicator("B11"), "score") == ""
    assert panel.explanation.note_texts() and panel.aside.text() == "未评"
    panel.rule.form.repair.follow("改用示例参数")
    assert panel.rule.form.error.text() == ""


def test_a_broken_formula_is_explained(hands: ScoreHands) -> None:
    panel = hands.choose("B11").panel
    panel.show_page("measure")
    panel.measure.formula.field.setPlainText("预算执行路")
    assert panel.measure.formula.commit()
    assert any("预算执行率" in note for note in panel.explanation.note_texts())
    hands.undo()
    assert panel.explanation.line("score").endswith("2.08")


@pytest.mark.parametrize(
    ("score", "reason", "sentence"),
    [
        ("高", "专家会定", "不是数"),
        ("2.5", "", "理由"),
        ("", "专家会定", "调整得分"),
        ("9", "专家会定", "超过分值"),
    ],
)
def test_an_adjustment_needs_a_score_within_the_weight_and_a_reason(
    hands: ScoreHands, score: str, reason: str, sentence: str
) -> None:
    tab = hands.choose("B11")
    tab.panel.ask_adjustment()
    tab.panel.adjust.score.setText(score)
    tab.panel.adjust.reason.setText(reason)
    tab.panel.adjust.keep()
    assert sentence in tab.panel.adjust.error.text()
    assert hands.node("B11").row["override"] is None
    tab.panel.adjust.hide()


def test_an_adjusted_score_stands_beside_the_computed_one(hands: ScoreHands) -> None:
    before = hands.score
    tab = hands.choose("B11")
    tab.panel.ask_adjustment()
    tab.panel.adjust.score.setText("2.5")
    tab.panel.adjust.reason.setText("年底集中支付，专家会认可")
    QTest.keyClick(tab.panel.adjust.reason, Key.Key_Return)
    assert tab.tree.cell(hands.indicator("B11"), "score") == "2.50 ⟵ 2.08"
    assert hands.score[0] == str(Decimal(before[0]) + Decimal("0.42"))
    assert any("专家会认可" in note for note in tab.panel.explanation.note_texts())
    entry = hands.context.workspace.project.history(1)[0]
    assert {change.field for change in entry.changes} == {"override", "override_reason"}
    hands.undo()
    assert hands.score == before


def test_the_opinion_is_kept_when_it_is_left_and_undone(hands: ScoreHands) -> None:
    panel = hands.choose("B31").panel
    old = panel.opinion.editor.toPlainText()
    panel.opinion.editor.setPlainText("有一个合同续签未见采购程序。")
    assert hands.choose("B32").panel is panel
    assert hands.node("B31").row["opinion"] == "有一个合同续签未见采购程序。"
    hands.choose("B31")
    hands.undo()
    assert panel.opinion.editor.toPlainText() == old


def test_lost_points_are_linked_to_a_finding(hands: ScoreHands) -> None:
    panel = hands.choose("B31").panel
    assert panel.lost.message is not None and "0.60" in panel.lost.message.text
    finding = hands.context.records.live("finding")[4]["id"]
    panel.lost.link(finding)
    assert [shown for _text, shown in panel.lost.lines] == ["−0.60"]
    assert hands.indicators.tree.cell(hands.indicator("B31"), "findings") == "五"
    panel.lost.lines[0][0].follow("（五）预算管理工作有待提高")
    assert hands.jumps[-1][:2] == ("finding", finding)


def test_evidence_is_put_to_an_indicator_and_taken_off(hands: ScoreHands, tmp_path: Path) -> None:
    tab = hands.choose("B11")
    scan = tmp_path / "国库集中支付明细.txt"
    scan.write_text("明细", "utf-8")
    tab.panel.evidence.add_file(scan)
    assert tab.tree.cell(hands.indicator("B11"), "evidence") == "1"
    assert "国库集中支付明细" in tab.panel.evidence.text.accessibleName()
    evidence = hands.context.records.live("evidence")[-1]
    assert hands.context.workspace.project.attachment(evidence["attachment"]) == "明细".encode()
    tab.panel.evidence.text.follow("移除")
    assert tab.tree.cell(hands.indicator("B11"), "evidence") == ""


def test_the_history_of_a_row(hands: ScoreHands) -> None:
    hands.type_into_tree("B11", "weight", "6")
    panel = hands.choose("B11").panel
    panel.show_page("history")
    assert "分值：5" in panel.history.text.accessibleName() and "→ 6" in panel.history.text.accessibleName()


def test_indicators_are_made_beside_and_below_and_deleted(hands: ScoreHands) -> None:
    tree = hands.choose("B11").tree
    count = len(tree.model.entries)
    made = tree.insert()
    row = hands.context.records.get("indicator", made)
    assert row is not None and row["parent"] == hands.indicator("B1")
    assert [child.id for child in hands.node("B1").children][1] == made
    hands.type_into_tree("B11", "name", "预算执行率（全年）")
    assert tree.select(made)
    tree.delete_current()
    assert len(tree.model.entries) == count
    hands.undo(3)
    assert len(tree.model.entries) == count and hands.node("B11").row["name"] == "预算执行率"


def test_open_branches_stay_open_when_lines_come(hands: ScoreHands) -> None:
    tree = hands.choose("B11").tree
    closed = tree.model.index_of(hands.indicator("A1"))
    tree.view.collapse(closed)
    tree.insert()
    assert not tree.view.isExpanded(tree.model.index_of(hands.indicator("A1")))
    assert tree.view.isExpanded(tree.model.index_of(hands.indicator("B1")))
    tree.view.expand(tree.model.index_of(hands.indicator("A1")))


def test_indicators_are_found_by_initials(hands: ScoreHands) -> None:
    tab = hands.indicators
    assert tab.filter_field is not None
    tab.filter_field.setText("执行率")
    by_words = [entry.node.id for entry in tab.tree.model.entries]
    tab.filter_field.setText("zxl")
    assert by_words and set(by_words) <= {entry.node.id for entry in tab.tree.model.entries}


def test_filter_and_lost_points_only_are_views(hands: ScoreHands) -> None:
    tab = hands.choose("B11")
    assert tab.filter_field is not None
    tab.filter_field.setText("执行率")
    codes = [entry.node.row["code"] for entry in tab.tree.model.entries]
    assert codes == ["B", "B1", "B11"]
    tab.filter_field.clear()
    tab.tree.model.show_only_lost(True)
    assert hands.indicator("A12") not in [entry.node.id for entry in tab.tree.model.entries]
    tab.tree.model.show_only_lost(False)
    assert tab.tree.model.index_of(hands.indicator("A12")).isValid()
    assert hands.context.workspace.project.can_undo is None


def test_a_problem_leads_to_its_cell(hands: ScoreHands) -> None:
    hands.type_into_tree("B11", "weight", "6")
    hands.bench.show_key("findings")
    problem = next(each for each in hands.context.workspace.problems if each.check == "scores.weights")
    hands.context.show_row("indicator", problem.place.row, problem.place.field)
    assert hands.bench.tab is hands.indicators
    index = hands.indicators.tree.view.currentIndex()
    assert hands.indicators.tree.model.columns[index.column()].key == "weight"
    assert problem.message in hands.indicators.tree.model.data(index, Qt.ItemDataRole.ToolTipRole)


def test_arrows_and_tab_walk_the_cells(hands: ScoreHands) -> None:
    tree = hands.choose("B1").tree
    QTest.keyClick(tree.view, Key.Key_Left)
    assert not tree.view.isExpanded(tree.view.currentIndex())
    QTest.keyClick(tree.view, Key.Key_Right)
    assert tree.view.isExpanded(tree.view.currentIndex())
    QTest.keyClick(tree.view, Key.Key_Right)
    assert tree.view.currentIndex().column() == 1
    QTest.keyClick(tree.view, Key.Key_Tab)
    assert tree.view.currentIndex().column() == 2
    QTest.keyClick(tree.view, Key.Key_Down)
    node = tree.current()
    assert node is not None and node.row["code"] == "B11"
