"""A chapter written with the keyboard: words stay words, numbers follow, and every key can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.report_hands import Modifier, Writer
from tests.ui.score_hands import ScoreHands, opened

Key = Qt.Key


@pytest.fixture(scope="module")
def opened_sample(
    sample_master: Path, tmp_path_factory: pytest.TempPathFactory, qapp: QApplication
) -> Iterator[ScoreHands]:
    with opened(sample_master, tmp_path_factory.mktemp("editor"), qapp) as hands:
        hands.report.preview_pane.hide()
        yield hands


@pytest.fixture
def writer(opened_sample: ScoreHands) -> Iterator[Writer]:
    made = Writer(opened_sample)
    yield made
    made.editor.proposals.hide()
    made.tab.pane.keep()
    opened_sample.start_over("report")


def change_a_payment(hands: ScoreHands) -> None:
    payment = next(row for row in hands.context.records.live("payment") if row["paid_on"] >= "2018")
    with hands.context.edit("付款") as edit:
        edit.update("payment", payment["id"], {"amount": 100})


# Words and numbers


def test_typed_words_are_kept_when_the_chapter_is_left(writer: Writer) -> None:
    writer.put(0)
    writer.type("应当加快支付")
    writer.leave()
    assert writer.chapter().edited and "应当加快支付" in writer.chapter().text
    assert writer.hands.context.can_undo.label == "报告章节“相关建议” · 正文"  # type: ignore[union-attr]


def test_typed_words_are_kept_when_the_keys_rest(writer: Writer, qtbot: QtBot) -> None:
    writer.type("甲")
    assert not writer.chapter().edited
    qtbot.waitUntil(lambda: writer.chapter().edited, timeout=4000)
    writer.type("乙")
    assert "甲乙" in writer.text


def test_a_number_in_an_edited_chapter_is_new_and_the_words_stay(writer: Writer) -> None:
    writer.write("本级支付{已支付}，应当加快。")
    writer.put(writer.at("应当"))
    change_a_payment(writer.hands)
    assert "2,053.31万元" not in writer.text and writer.text.endswith("，应当加快。")
    assert writer.caret == writer.at("应当")
    writer.hands.undo()
    assert "2,053.31万元" in writer.text


def test_an_edit_elsewhere_loses_no_key_that_is_not_kept_yet(writer: Writer) -> None:
    writer.write("本级支付{已支付}，应当加快。")
    writer.put(writer.at("加快"))
    writer.type("尽量")
    change_a_payment(writer.hands)
    assert "应当尽量加快" in writer.text and "2,053.31" not in writer.text
    assert writer.caret == writer.at("加快")
    writer.type("地")
    writer.leave()
    assert writer.chapter().text == "本级支付{已支付}，应当尽量地加快。"


def test_the_scroll_stays_when_numbers_change(writer: Writer) -> None:
    writer.write("\n".join(f"第{n}段支付{{已支付}}" for n in range(80)))
    bar = writer.editor.verticalScrollBar()
    bar.setValue(900)
    change_a_payment(writer.hands)
    assert bar.value() == 900


@pytest.mark.parametrize("place", [0, 2, 12])
def test_typing_beside_a_number_leaves_it_alone(writer: Writer, place: int) -> None:
    writer.write("支付{已支付}。")
    writer.put(place)
    writer.type("共")
    assert "{已支付}" in writer.live and "共" in writer.live.replace("{已支付}", "")


def test_typing_into_a_number_pins_it_and_it_can_be_restored(writer: Writer) -> None:
    writer.write("支付{已支付}。")
    writer.put(writer.at("53.31"))
    writer.type("约")
    assert writer.live == "支付{已支付|=2,0约53.31万元}。"
    assert writer.editor.chip is not None and writer.editor.chip.kind == "pinned"
    writer.tab.pane.keep()
    box = writer.tab.pane.box
    assert any("2,053.31万元" in part.text for part in box.links.parts)
    box.links.follow("恢复")
    assert writer.chapter().text == "支付{已支付}。" and "2,053.31万元" in writer.text


def test_one_undo_takes_the_pin_back_with_the_key(writer: Writer) -> None:
    writer.write("支付{已支付}。")
    writer.put(writer.at("53.31"))
    writer.type("约")
    writer.press(Key.Key_Z, Modifier.ControlModifier)
    assert writer.live == "支付{已支付}。" and writer.editor.chip.kind == "live"  # type: ignore[union-attr]


def test_a_chosen_number_typed_over_is_pinned(writer: Writer) -> None:
    writer.write("支付{已支付}。")
    chip = writer.chip("2,053.31万元")
    writer.put(chip.end, chip.start)
    writer.type("两千万元")
    assert writer.live == "支付{已支付|=两千万元}。"


def test_a_selection_over_more_than_a_number_is_typed_over_by_plain_words(writer: Writer) -> None:
    writer.write("支付{已支付}，很好。")
    chip = writer.chip("2,053.31万元")
    writer.put(chip.end, 0)
    writer.type("都")
    assert writer.live == "都，很好。"


def test_a_letter_taken_out_of_a_number_comes_back_with_one_undo(writer: Writer) -> None:
    writer.write("支付{已支付}。")
    writer.put(writer.at("53.31"))
    writer.press(Key.Key_Backspace)
    assert writer.live == "支付{已支付|=2,53.31万元}。"
    writer.press(Key.Key_Z, Modifier.ControlModifier)
    assert writer.live == "支付{已支付}。"


@pytest.mark.parametrize(("key", "edge"), [(Key.Key_Backspace, "end"), (Key.Key_Delete, "start")])
def test_a_number_goes_as_a_whole(writer: Writer, key: Qt.Key, edge: str) -> None:
    writer.write("支付{已支付}。")
    writer.put(getattr(writer.chip("2,053.31万元"), edge))
    writer.press(key)
    assert writer.live == "支付。"
    writer.press(Key.Key_Z, Modifier.ControlModifier)
    assert writer.live == "支付{已支付}。"


def test_two_equal_numbers_side_by_side_stay_two(writer: Writer) -> None:
    writer.write("{已支付}{已支付}")
    writer.put(writer.editor.live.chips()[0].end)
    writer.press(Key.Key_Backspace)
    assert writer.live == "{已支付}"


def test_a_sentence_of_the_data_is_one_number_too(writer: Writer) -> None:
    writer.write('甲{资金["F2"].结余说明}乙')
    chip = writer.editor.live.chips()[0]
    assert len(chip.text) > 5
    writer.put(chip.end)
    writer.press(Key.Key_Backspace)
    assert writer.live == "甲乙"


# Braces


@pytest.mark.parametrize(
    ("typed", "live"),
    [
        ("共{已支付}。", "共{已支付}。"),
        ("共{已支付|亿元}", "共{已支付|亿元}"),
        ("集合{a", "集合{{a"),
        ("空{}", "空{{}"),
        ("{未知的东西}", "{未知的东西}"),
    ],
)
def test_a_typed_brace_is_a_brace_until_it_is_a_field(writer: Writer, typed: str, live: str) -> None:
    writer.write("")
    for char in typed:
        writer.type(char)
        writer.editor.proposals.hide()
    assert writer.live == live


def test_undo_brings_the_typed_braces_back_as_words(writer: Writer) -> None:
    writer.write("")
    writer.type("{已支付")
    writer.editor.proposals.hide()
    writer.type("}")
    assert writer.live == "{已支付}"
    writer.press(Key.Key_Z, Modifier.ControlModifier)
    assert writer.live == "{{已支付}"


def test_a_wrong_field_says_what_is_wrong_and_is_mended_in_place(writer: Writer) -> None:
    writer.write("支付{已支符}。")
    writer.put(writer.at("符"))
    (note, *_rest) = writer.tab.pane.notes.texts
    assert "{已支符}" in note and "已支付" in note
    writer.press(Key.Key_Delete)
    writer.type("付")
    assert writer.live == "支付{已支付}。" and "2,053.31万元" in writer.text


# Inserting


def test_ctrl_i_inserts_by_pinyin(writer: Writer) -> None:
    writer.write("执行率为。")
    writer.put(writer.at("。"))
    writer.press(Key.Key_I, Modifier.ControlModifier)
    writer.type("yszxl")
    proposals = writer.editor.proposals.completions
    assert proposals.texts[0] == "预算执行率" and proposals.notes[0] == "88.33%"
    writer.press(Key.Key_Return)
    assert writer.text == "执行率为88.33%。" and writer.live == "执行率为{预算执行率}。"


def test_esc_leaves_nothing_of_ctrl_i(writer: Writer) -> None:
    writer.write("甲")
    writer.put(1)
    writer.press(Key.Key_I, Modifier.ControlModifier)
    writer.type("ysz")
    writer.press(Key.Key_Escape)
    assert writer.live == "甲"


def test_rows_are_reached_step_by_step(writer: Writer) -> None:
    writer.write("")
    writer.type("{资金")
    writer.editor.proposals.completions.take(writer.editor.proposals.completions.texts.index('资金["…"]'))
    writer.type("F2")
    writer.press(Key.Key_Return)
    writer.type("年初")
    writer.press(Key.Key_Return)
    assert writer.live == '{资金["F2"].年初预算}' and writer.text == "561.18万元"


def test_a_table_stands_on_a_line_of_its_own(writer: Writer) -> None:
    writer.write("前后")
    writer.put(1)
    writer.press(Key.Key_I, Modifier.ControlModifier)
    writer.type("表")
    proposals = writer.editor.proposals.completions
    at = proposals.texts.index("表：预算指标与标准值")
    assert proposals.notes[at] == "3 行 4 列，由数据生成"
    proposals.take(at)
    assert writer.live == "前\n{表:预算指标与标准值}\n后"
    writer.type("接着")
    assert writer.live == "前\n{表:预算指标与标准值}\n接着\n后"
    assert writer.caret == writer.at("接着", 2)


def test_words_typed_before_a_table_stand_above_it(writer: Writer) -> None:
    writer.write("{表:预算指标与标准值}")
    writer.put(0)
    writer.type("上面")
    assert writer.live == "上面\n{表:预算指标与标准值}" and writer.caret == 2


def test_a_table_is_deleted_and_moved_like_a_letter(writer: Writer) -> None:
    writer.write("甲\n{表:预算指标与标准值}\n乙")
    writer.put(2, 3)
    writer.press(Key.Key_X, Modifier.ControlModifier)
    assert writer.live == "甲\n乙"
    writer.put(len(writer.text))
    writer.press(Key.Key_V, Modifier.ControlModifier)
    assert writer.live == "甲\n乙\n{表:预算指标与标准值}"
    writer.press(Key.Key_Backspace)
    assert writer.live == "甲\n乙"


def test_backspace_under_a_table_does_not_run_into_it(writer: Writer) -> None:
    writer.write("{表:预算指标与标准值}\n乙")
    writer.put(2)
    writer.press(Key.Key_Backspace)
    assert writer.live == "{表:预算指标与标准值}\n乙" and writer.caret == 1


def test_a_finding_is_quoted_with_its_words(writer: Writer) -> None:
    from ui.panels.chapter_menus import findings_menu

    writer.write("")
    assert writer.tab.report is not None
    menu = findings_menu(writer.editor, writer.tab.report)
    assert len(menu.actions()) == 8
    menu.actions()[1].trigger()
    menu.deleteLater()
    assert writer.text.startswith("问题二“项目未进行工程决算审计”：")
    writer.tab.pane.keep()
    finding = writer.hands.context.records.live("finding")[1]
    assert writer.hands.context.typed("finding", finding["id"], "title", "没有审计") is None
    assert writer.text.startswith("问题二“没有审计”：")


def test_the_way_of_writing_is_chosen_in_the_box(writer: Writer) -> None:
    writer.write("结余{结余}。")
    writer.put(writer.chip("271.36万元").end)
    box = writer.tab.pane.box
    assert box.isVisible() and box.number.text() == "271.36万元"
    at = box.way.findData("亿元")
    assert box.way.itemText(at) == "0.03亿元（亿元）"
    box.way.setCurrentIndex(at)
    box.way.activated.emit(at)
    assert writer.chapter().text == "结余{结余|亿元}。" and "0.03亿元" in writer.text


# Paragraphs


def test_headings_show_numbers_that_are_not_typed(writer: Writer) -> None:
    writer.write("## 甲\n### 乙\n### 丙\n## 丁")
    assert list(writer.editor.live.numbers.values()) == ["（一）", "1. ", "2. ", "（二）"]
    assert writer.text == "甲\n乙\n丙\n丁"


@pytest.mark.parametrize(
    ("mark", "live"), [("## ", "## 甲"), ("### ", "### 甲"), ("> ", "> 甲"), ("# ", "\\# 甲")]
)
def test_a_mark_at_the_beginning_makes_a_heading(writer: Writer, mark: str, live: str) -> None:
    writer.write("")
    writer.type(mark + "甲")
    assert writer.live == live


def test_styles_have_keys_and_one_undo(writer: Writer) -> None:
    writer.write("甲{已支付}")
    writer.press(Key.Key_2, Modifier.AltModifier)
    assert writer.live == "## 甲{已支付}" and writer.editor.live.numbers == {0: "（一）"}
    writer.press(Key.Key_Z, Modifier.ControlModifier)
    assert writer.live == "甲{已支付}" and writer.editor.live.numbers == {}


def test_behind_a_heading_a_paragraph_begins(writer: Writer) -> None:
    writer.write("## 甲")
    writer.put(1)
    writer.press(Key.Key_Return)
    writer.type("乙")
    assert writer.live == "## 甲\n乙"
    writer.put(0)
    writer.press(Key.Key_Backspace)
    assert writer.live == "甲\n乙"


def test_enter_in_the_middle_of_a_number_does_not_break_it(writer: Writer) -> None:
    writer.write("支付{已支付}。")
    writer.put(writer.at("53.31"))
    writer.press(Key.Key_Return)
    assert writer.live == "支付{已支付}\n。"


# Clipboard and input methods


def paste(writer: Writer, text: str = "", html: str = "") -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    writer.editor.insertFromMimeData(data)


def test_copied_within_fields_stay_fields_and_outside_they_are_words(writer: Writer) -> None:
    writer.write("支付{已支付}。\n## 题{结余}")
    writer.press(Key.Key_A, Modifier.ControlModifier)
    writer.press(Key.Key_C, Modifier.ControlModifier)
    assert QApplication.clipboard().text() == "支付2,053.31万元。\n题271.36万元"
    writer.write("")
    writer.press(Key.Key_V, Modifier.ControlModifier)
    assert writer.live == "支付{已支付}。\n## 题{结余}"


def test_a_part_of_a_number_is_copied_as_words(writer: Writer) -> None:
    writer.write("支付{已支付}。")
    writer.put(writer.at("万元"), writer.at("53"))
    writer.press(Key.Key_C, Modifier.ControlModifier)
    writer.put(len(writer.text))
    writer.press(Key.Key_V, Modifier.ControlModifier)
    assert writer.live == "支付{已支付}。53.31"


RUBBISH = [
    ("plain lines", "一\n\n二\r\n三", "", "一\n二\n三"),
    ("a brace from outside", "{已支付}", "", "{{已支付}"),
    ("marks from outside", "## 甲\n> 乙", "", "\\## 甲\n\\> 乙"),
    ("control characters", "甲\x00\x1b\x07乙\x0b丙", "", "甲乙\n丙"),
    ("direction marks", "甲\u202e乙\u200f丙\ufeff", "", "甲乙丙"),
    ("what means something to Qt", "甲\ufffc\ufdd0乙\u2029丙\u2028丁", "", "甲乙\n丙\n丁"),
    ("an HTML table", "", "<table><tr><td><b>甲</b></td><td>1</td></tr></table><img src='x.png'>", "甲\n1"),
    ("styled HTML", "", "<p style='color:red;font-size:40px'>甲<i>乙</i></p><script>x()</script>", "甲乙"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "text", "html", "live"), RUBBISH, ids=[case[0] for case in RUBBISH])
def test_what_is_pasted_comes_in_as_plain_paragraphs(
    writer: Writer, said: str, text: str, html: str, live: str
) -> None:
    writer.write("")
    paste(writer, text, html)
    assert writer.live == live
    writer.tab.pane.keep()
    assert writer.chapter().text == live


def test_ten_thousand_characters_are_pasted_and_kept(writer: Writer) -> None:
    writer.write("支付{已支付}。")
    paste(writer, "很长的一段" * 2000)
    paste(writer, "\n".join("行" * 10 for _ in range(1000)))
    writer.tab.pane.keep()
    assert writer.chapter().text.count("很长的一段") == 2000 and writer.chapter().text.count("\n") >= 999


def test_pasting_into_a_number_puts_the_words_behind_it(writer: Writer) -> None:
    writer.write("支付{已支付}。")
    writer.put(writer.at("53.31"))
    paste(writer, "一\n二")
    assert writer.live == "支付{已支付}一\n二。"


def test_an_input_method_writes_like_keys(writer: Writer) -> None:
    writer.write("支付{已支付}。")
    writer.put(writer.chip("2,053.31万元").end)
    writer.compose("gongji", "共计")
    assert writer.live == "支付{已支付}共计。"
    writer.put(writer.at("53.31"))
    writer.compose("yue", "约")
    assert writer.live == "支付{已支付|=2,0约53.31万元}共计。"


def test_nothing_is_kept_or_exchanged_while_an_input_method_composes(writer: Writer) -> None:
    from PySide6.QtGui import QInputMethodEvent

    writer.write("支付{已支付}。")
    writer.put(len(writer.text))
    QApplication.sendEvent(writer.editor, QInputMethodEvent("gong", []))
    change_a_payment(writer.hands)
    done = QInputMethodEvent("", [])
    done.setCommitString("共计")
    QApplication.sendEvent(writer.editor, done)
    assert writer.text.endswith("。共计") and writer.live == "支付{已支付}。共计"


def test_letters_of_an_input_method_that_is_given_up_leave_nothing(writer: Writer) -> None:
    writer.write("甲")
    writer.compose("yi", "")
    assert writer.live == "甲"


# Undo


def test_undo_takes_typing_first_and_then_the_projects_edits(writer: Writer) -> None:
    writer.write("甲")
    writer.put(1)
    writer.type("乙")
    assert writer.editor.live.isUndoAvailable()
    writer.press(Key.Key_Z, Modifier.ControlModifier)
    assert writer.live == "甲" and not writer.editor.live.isUndoAvailable()
    writer.type("丙")
    writer.tab.pane.keep()
    assert not writer.editor.live.isUndoAvailable() and writer.chapter().text == "甲丙"
    writer.hands.undo()
    assert writer.live == "甲"


def test_restored_the_chapter_is_automatic_and_undo_brings_the_words_back(writer: Writer) -> None:
    before = writer.chapter().text
    writer.write("甲")
    writer.tab.pane.notes.follow("恢复自动正文")
    assert not writer.chapter().edited and writer.live == before
    writer.hands.undo()
    assert writer.live == "甲"
