"""报告: chapters and their order, offers of new wordings, pages that follow, closing while typing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.report.blocks import Heading
from services.project import Project
from services.settings import Settings
from tests.ui.report_hands import Modifier, Writer, settle
from tests.ui.score_hands import ScoreHands
from ui.look import Look
from ui.panels.report_pages import find
from ui.tabs.report import ReportTab
from ui.window import MainWindow

Key = Qt.Key
CHAPTERS = (
    "评价情况", "项目基本情况", "项目资金情况", "项目实施情况", "制度", "产出", "问题", "建议", "结论",
)  # fmt: skip

SIGNED = '合同于{合同["“我的长沙”APP项目政府采购合同"].签订日期}签订。'


@pytest.fixture
def hands(opened_scores: ScoreHands, qtbot: QtBot) -> Iterator[ScoreHands]:
    yield opened_scores
    opened_scores.report.pane.show_text()
    opened_scores.report.pane.keep()
    opened_scores.start_over("report")
    settle(opened_scores.report, qtbot)


def lines(tab: ReportTab) -> list[str]:
    return [tab.list.item(at).text().strip("　") for at in range(tab.list.count())]


def numbered(tab: ReportTab) -> list[str]:
    return [chapter.key for chapter in tab.chapters if chapter.number]


# The list


def test_nine_chapters_in_their_order(hands: ScoreHands) -> None:
    titles = [chapter.title for chapter in hands.report.chapters if chapter.number]
    assert all(word in title for word, title in zip(CHAPTERS, titles, strict=True))
    assert lines(hands.report)[0] == "标题和引言" and lines(hands.report)[-1].startswith("附")


def test_the_chosen_chapter_opens_its_sections(hands: ScoreHands) -> None:
    writer = Writer(hands, "findings")
    assert [line for line in lines(writer.tab) if "（八）培训签到" in line]
    assert writer.text.startswith("绩效目标填写不规范")
    writer.turn("money")
    assert not [line for line in lines(writer.tab) if "（八）培训签到" in line]
    assert writer.tab.pane.head.title.label.text() == "三、项目资金情况"


def test_the_section_of_the_caret_is_marked_in_the_list(hands: ScoreHands) -> None:
    writer = Writer(hands, "findings")
    writer.put(writer.at("预算管理工作有待提高", 3))
    assert writer.tab.list.key == "findings/4"
    writer.turn("findings/1")
    assert writer.caret == writer.at("项目未进行工程决算审计")


@pytest.mark.parametrize(
    ("key", "stands"), [(Key.Key_Up, "advice findings"), (Key.Key_Down, "conclusion advice")]
)
def test_alt_and_an_arrow_move_a_chapter(hands: ScoreHands, key: Qt.Key, stands: str) -> None:
    writer = Writer(hands, "advice")
    QTest.keyClick(writer.tab.list, key, Modifier.AltModifier)
    assert stands in " ".join(numbered(writer.tab))
    assert writer.tab.list.chapter_key == "advice"
    assert hands.context.can_undo.label == "报告章节“相关建议” · 顺序"  # type: ignore[union-attr]
    writer.tab._do("order", "advice")
    assert "findings advice conclusion" in " ".join(numbered(writer.tab))


@pytest.mark.parametrize(
    ("goal", "below", "stands"),
    [
        ("findings", False, "advice findings"),
        ("money", True, "money advice progress"),
        ("annexes", True, "conclusion advice"),
    ],
)
def test_a_chapter_is_dragged(hands: ScoreHands, goal: str, below: bool, stands: str) -> None:
    writer = Writer(hands, "advice")
    view = writer.tab.list
    row = next(at for at in range(view.count()) if view.key_at(at) == goal)
    rect = view.visualItemRect(view.item(row))
    place = QPointF(rect.center().x(), rect.bottom() - 1 if below else rect.top() + 1)
    drop = QDropEvent(
        place, Qt.DropAction.MoveAction, QMimeData(), Qt.MouseButton.LeftButton, Modifier.NoModifier
    )
    view.dropEvent(drop)
    assert stands in " ".join(numbered(writer.tab))


def test_another_theme_leaves_words_and_caret(hands: ScoreHands) -> None:
    writer = Writer(hands, "findings")
    writer.put(writer.at("预算管理工作有待提高", 3))
    writer.type("甲")
    before, caret = writer.live, writer.caret
    for theme in ("dark", "contrast", "light"):
        hands.context.look.choose(theme=theme)
        assert (writer.live, writer.caret, writer.editor.is_changed) == (before, caret, True)
    writer.leave()
    assert "预算管甲理" in writer.chapter().text


def test_a_chapter_is_left_out_and_let_in_from_the_menu(hands: ScoreHands) -> None:
    writer = Writer(hands, "advice")
    choose(writer, "leave-out")
    assert "advice" not in numbered(writer.tab) and writer.chapter().left_out
    assert "相关建议" in lines(writer.tab) and writer.tab.report is not None
    assert not [
        each
        for each in writer.tab.report.document.blocks
        if isinstance(each, Heading) and "相关建议" in each.text
    ]
    choose(writer, "let-in")
    assert numbered(writer.tab)[7] == "advice"


def choose(writer: Writer, name: str) -> None:
    menu = writer.tab.list.menu()
    (action,) = [each for each in menu.actions() if each.objectName() == name]
    assert action.isEnabled()
    action.trigger()
    menu.deleteLater()


def test_an_own_chapter_is_added_named_and_written(hands: ScoreHands) -> None:
    writer = Writer(hands, "findings")
    choose(writer, "add")
    line = writer.tab.pane.head.title.line
    assert line.isVisible() and line.selectedText() == "新的一章"
    line.setText("主要经验")
    QTest.keyClick(line, Key.Key_Return)
    assert writer.chapter().title == "主要经验" and writer.chapter().number == 8
    writer.editor.setFocus()
    writer.type("经验一条")
    writer.leave()
    assert writer.chapter().text == "经验一条" and not writer.tab.pane.notes.texts[0].startswith(
        "这一章改写过"
    )
    choose(writer, "remove")
    assert "主要经验" not in "".join(lines(writer.tab))


def test_esc_keeps_the_old_title(hands: ScoreHands) -> None:
    writer = Writer(hands, "advice")
    choose(writer, "rename")
    line = writer.tab.pane.head.title.line
    line.setText("别的")
    QTest.keyClick(line, Key.Key_Escape)
    assert writer.chapter().title == "相关建议" and not line.isVisible()


def test_the_state_of_a_chapter_is_kept_and_undone(hands: ScoreHands) -> None:
    tab = Writer(hands, "advice").tab
    at = tab.pane.head.state.findText("已复核")
    tab.pane.head.state.setCurrentIndex(at)
    tab.pane.head.state.activated.emit(at)
    row = hands.context.records.live("section")[0]
    assert (row["key"], row["state"]) == ("advice", "已复核")
    assert "已复核 1 章" in tab.status_words()[1]
    hands.undo()
    assert hands.context.records.live("section") == () and tab.pane.head.state.currentText() == "待写"


def test_a_section_row_leads_to_its_chapter(hands: ScoreHands) -> None:
    with hands.context.edit("章节") as edit:
        made = edit.insert("section", {"key": "results", "state": "已写"})
    hands.context.show_row("section", made)
    chapter = hands.report.chapter
    assert chapter is not None and chapter.key == "results"
    assert hands.report.pane.head.state.currentText() == "已写"


def test_annexes_are_read_on_the_pages(hands: ScoreHands) -> None:
    writer = Writer(hands, "annexes")
    assert writer.tab.chapter is None and not writer.tab.pane.head.insert.isVisible()
    writer.turn("advice")
    assert writer.editor.isVisible()


def test_another_form_is_chosen_here(hands: ScoreHands) -> None:
    menu = hands.report.form.menu()
    menu.actions()[1].trigger()
    assert hands.context.records.setting("report_form") == "财预〔2020〕10号报告提纲"
    assert "财预〔2020〕10号报告提纲" in hands.report.form.text()


# The chapter and the data


def test_text_and_numbers_follow_an_edit_and_its_undo(hands: ScoreHands) -> None:
    writer = Writer(hands, "money")
    before = writer.text
    assert "88.33%" in before
    payment = next(row for row in hands.context.records.live("payment") if row["paid_on"].startswith("2018"))
    assert hands.context.typed("payment", payment["id"], "amount", "1") is None
    assert "88.33%" not in writer.text
    hands.undo()
    assert writer.text == before


def test_a_number_says_how_it_came_about(hands: ScoreHands) -> None:
    writer = Writer(hands, "money")
    writer.put(writer.chip("88.33%").end)
    box = writer.tab.pane.box
    assert box.isVisible() and box.number.text() == "88.33%"
    assert "2,053.31" in box.how.accessibleName() and "2,324.67" in box.how.accessibleName()


def test_a_number_of_one_row_leads_to_it(hands: ScoreHands) -> None:
    row = hands.context.records.find("contract", "“我的长沙”APP项目政府采购合同")[0]
    writer = Writer(hands, "advice")
    writer.write(SIGNED)
    writer.put(writer.editor.live.chips()[0].end)
    writer.tab.pane.box.links.follow("打开来源")
    assert hands.jumps[-1][:2] == ("contract", row["id"])


def test_errors_that_stand_are_named_before_the_report_leaves(hands: ScoreHands) -> None:
    writer = Writer(hands, "advice")
    writer.put(0)
    assert "4 个错误" in writer.tab.pane.notes.texts[-1]


def test_what_is_new_is_offered_and_taken_or_declined(hands: ScoreHands) -> None:
    writer = Writer(hands, "findings")
    writer.put(0)
    writer.type("先说一句")
    writer.leave()
    with hands.context.edit("问题") as edit:
        edit.insert("finding", {"title": "档案不全", "fact": "验收资料缺页。"})
        edit.insert("finding", {"title": "台账缺失", "fact": "没有台账。"})
    notes, compare = writer.tab.pane.notes, writer.tab.pane.compare
    assert notes.texts[0] == "数据或模板有 1 处新的说法。" and "档案不全" not in writer.text
    notes.follow("查看")
    assert compare.isVisible() and [each.text() for each in compare.buttons] == ["采用", "不采用"]
    compare.buttons[1].click()
    assert not compare.isVisible() and "档案不全" not in writer.text
    assert not any("新的说法" in each for each in notes.texts)
    hands.undo()
    notes.follow("查看")
    compare.buttons[0].click()
    assert "档案不全" in writer.text and writer.text.startswith("先说一句")
    hands.undo()
    assert "档案不全" not in writer.text


def test_the_places_that_differ_are_compared_one_by_one(hands: ScoreHands) -> None:
    writer = Writer(hands, "findings")
    before = writer.live
    writer.put(0)
    writer.type("甲")
    writer.put(len(writer.text))
    writer.type("乙")
    writer.leave()
    notes, compare = writer.tab.pane.notes, writer.tab.pane.compare
    assert "有 2 处不同" in notes.texts[-1]
    notes.follow("比较")
    assert len(compare.buttons) == 2
    compare.buttons[0].click()
    assert "有 1 处不同" in notes.texts[-1] and compare.isVisible()
    compare.buttons[0].click()
    assert writer.live == before and not compare.isVisible()


def test_a_project_that_can_only_be_read_is_read(
    sample_master: Path, tmp_path: Path, qapp: QApplication
) -> None:
    look = Look("light", 13)
    look.apply(qapp)
    window = MainWindow(look, Settings(tmp_path / "settings.json"))
    window.show_project(Project.open(shutil.copy(sample_master, tmp_path / "a.jiheng"), read_only=True))
    window.show()
    assert window.workbench is not None
    window.workbench.show_key("report")
    tab = window.workbench.tab
    assert isinstance(tab, ReportTab)
    tab.list.choose("findings")
    tab.pane.editor.setFocus()
    before = tab.pane.editor.toPlainText()
    for key in (Key.Key_A, Key.Key_Backspace, Key.Key_Delete, Key.Key_Return):
        QTest.keyClick(tab.pane.editor, key)
    QTest.keyClick(tab.pane.editor, Key.Key_I, Modifier.ControlModifier)
    QTest.keyClick(tab.list, Key.Key_Down, Modifier.AltModifier)
    assert tab.pane.editor.toPlainText() == before
    assert not tab.pane.head.insert.isEnabled() and not tab.pane.head.state.isEnabled()
    window.close()
    window.deleteLater()


def test_closing_while_typing_loses_nothing(sample_master: Path, tmp_path: Path, qapp: QApplication) -> None:
    path = Path(shutil.copy(sample_master, tmp_path / "a.jiheng"))
    look = Look("light", 13)
    look.apply(qapp)
    window = MainWindow(look, Settings(tmp_path / "settings.json"))
    window.show_project(Project.open(path))
    window.show()
    assert window.workbench is not None
    window.workbench.show_key("report")
    tab = window.workbench.tab
    assert isinstance(tab, ReportTab)
    tab.list.choose("advice")
    tab.pane.editor.type_text("最后一句")
    window.close()
    window.deleteLater()
    with Project.open(path) as project:
        (row,) = project.rows("section")
    assert str(row["text"]).startswith("## 最后一句")


def test_undo_from_the_menu_takes_back_what_was_being_typed(
    sample_master: Path, tmp_path: Path, qapp: QApplication
) -> None:
    look = Look("light", 13)
    look.apply(qapp)
    window = MainWindow(look, Settings(tmp_path / "settings.json"))
    window.show_project(Project.open(shutil.copy(sample_master, tmp_path / "a.jiheng")))
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    assert window.workbench is not None
    window.workbench.show_key("report")
    tab = window.workbench.tab
    assert isinstance(tab, ReportTab)
    tab.list.choose("advice")
    tab.pane.editor.setFocus()
    tab.pane.editor.type_text("先")
    tab.pane.keep()
    before = tab.pane.editor.live.text
    tab.pane.editor.type_text("一句")
    window.menu_actions["undo"].trigger()
    assert tab.pane.editor.live.text == before
    window.menu_actions["redo"].trigger()
    assert tab.pane.editor.live.text.startswith("## 先一句")
    window.close()
    window.deleteLater()


# The pages


def test_the_preview_has_the_pages_and_turns_to_a_chapter(hands: ScoreHands, qtbot: QtBot) -> None:
    tab = hands.report
    settle(tab, qtbot)
    assert len(tab.preview.sheets) >= 12
    assert not tab.preview.sheets[tab.preview.page - 1].image.isNull()
    tab.list.choose("circumstances")
    tab.list.choose("findings")
    assert tab.preview.layout_now is not None
    assert tab.preview.page - 1 == tab.preview.layout_now.headings["七、存在的问题"]
    settle(tab, qtbot)
    assert not tab.preview.sheets[tab.preview.page - 1].image.isNull()


def test_the_preview_follows_a_chapter_and_marks_its_paragraph(hands: ScoreHands, qtbot: QtBot) -> None:
    writer = Writer(hands, "advice")
    preview = writer.tab.preview
    settle(writer.tab, qtbot)
    before = preview.layout_now
    writer.write("第一段。\n第二段写了支付{已支付}。")
    settle(writer.tab, qtbot)
    assert before is not None and preview.layout_now is not None and preview.layout_now.data != before.data
    writer.put(writer.at("第二段"))
    settle(writer.tab, qtbot)
    second = marked(writer.tab)
    writer.put(0)
    settle(writer.tab, qtbot)
    first = marked(writer.tab)
    assert first < second


def marked(tab: ReportTab) -> tuple[int, float]:
    """Page and height of the only mark."""
    sheets = enumerate(tab.preview.sheets)
    (place,) = [(page, rect.y()) for page, sheet in sheets for rect in sheet.marks.get("edited", ())]
    return place


def test_only_the_newest_state_is_laid_out(hands: ScoreHands, qtbot: QtBot) -> None:
    writer = Writer(hands, "advice")
    settle(writer.tab, qtbot)
    laid: list[object] = []
    writer.tab.preview.moved.connect(lambda *_: laid.append(writer.tab.preview.layout_now))
    for words in "甲乙丙丁":
        writer.write(words)
    settle(writer.tab, qtbot)
    assert len({id(each) for each in laid}) <= 2


def test_words_are_found_on_the_pages(hands: ScoreHands, qtbot: QtBot) -> None:
    pane = hands.report.preview_pane
    settle(hands.report, qtbot)
    pane.find_button.setChecked(True)
    pane.words.setText("预算执行率")
    settle(hands.report, qtbot)
    marks = pane.preview.marks
    assert marks.at == 0 and len(marks.hits) > 4 and pane.count.text() == f"1 / {len(marks.hits)}"
    QTest.keyClick(pane.words, Key.Key_Return)
    assert marks.at == 1 and any(sheet.marks.get("chosen") for sheet in pane.preview.sheets)
    QTest.keyClick(pane.words, Key.Key_Return, Modifier.ShiftModifier)
    QTest.keyClick(pane.words, Key.Key_Return, Modifier.ShiftModifier)
    assert marks.at == len(marks.hits) - 1
    pane.words.setText("没有这样的话")
    settle(hands.report, qtbot)
    assert pane.count.text() == "没有找到"
    QTest.keyClick(pane.words, Key.Key_Escape)
    settle(hands.report, qtbot)
    assert not pane.finder.isVisible() and not any(sheet.marks.get("hit") for sheet in pane.preview.sheets)


def test_a_clicked_number_leads_to_its_chapter_and_its_rows(hands: ScoreHands, qtbot: QtBot) -> None:
    row = hands.context.records.find("contract", "“我的长沙”APP项目政府采购合同")[0]
    writer = Writer(hands, "money")
    writer.write(f"第一段。\n{SIGNED}")
    shown = writer.editor.live.chips()[0].text
    writer.turn("advice")
    settle(writer.tab, qtbot)
    layout = writer.tab.preview.layout_now
    assert layout is not None
    page, figure = next(
        (page, each) for page, found in enumerate(layout.figures) for each in found if each.text == shown
    )
    sheet, (width, _height) = writer.tab.preview.sheets[page], layout.sizes[page]
    scale = sheet.width() / width
    middle = QPointF((figure.x + figure.width / 2) * scale, (figure.y + figure.height / 2) * scale)
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, Modifier.NoModifier, middle.toPoint())
    assert writer.tab.list.chapter_key == "money"
    assert writer.editor.chip is not None and writer.editor.chip.text == shown
    assert hands.jumps[-1][:2] == ("contract", row["id"])


def test_zoom_is_a_multiple_of_the_printed_size_and_follows_the_wheel(
    hands: ScoreHands, qtbot: QtBot
) -> None:
    preview = hands.report.preview
    settle(hands.report, qtbot)
    preview.set_zoom(1.0)
    assert preview.sheets[0].width() == round(595.28 * 96 / 72)
    for turn, wider in ((120, True), (-120, False)):
        before = preview.sheets[0].width()
        place = QPointF(20, 20)
        QApplication.sendEvent(
            preview.viewport(),
            QWheelEvent(
                place, place, QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, Modifier.ControlModifier,
                Qt.ScrollPhase.NoScrollPhase, False,
            ),
        )  # fmt: skip
        assert (preview.sheets[0].width() > before) is wider
    preview.set_zoom(0.0)
    assert preview.sheets[0].width() < preview.viewport().width()


def test_the_pages_follow_what_is_typed_before_it_is_kept(
    hands: ScoreHands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = Writer(hands, "advice")
    monkeypatch.setattr(writer.tab.pane, "keep", lambda: True)
    settle(writer.tab, qtbot)
    writer.type("趁早")
    qtbot.waitUntil(lambda: bool(marks_of(writer.tab, "趁早")), timeout=5000)
    assert not writer.chapter().edited


def marks_of(tab: ReportTab, words: str) -> list[object]:
    layout = tab.preview.layout_now
    return list(find(layout, words)) if layout is not None and not tab.preview.is_busy else []


def test_a_large_report_is_written_beside_the_window_and_no_key_is_lost(
    hands: ScoreHands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.panels.report_writer.AT_ONCE", 0)
    writer = Writer(hands, "advice")
    for word in ("一", "二", "三"):
        writer.type(word)
        writer.tab.pane.keep()
    assert writer.tab.writer.is_busy
    writer.type("四")
    qtbot.waitUntil(lambda: not writer.tab.writer.is_busy, timeout=10_000)
    assert writer.text.startswith("一二三四")
    writer.leave()
    qtbot.waitUntil(lambda: not writer.tab.writer.is_busy, timeout=10_000)
    assert (
        writer.chapter().text.startswith("## 一二三四")
        and "数据生成的正文" in writer.tab.pane.notes.texts[-1]
    )


# The tool bar


@pytest.mark.parametrize(
    ("button", "name"),
    [("导出 PDF", "export-report"), ("Word", "export-report-word"), ("Excel", "export-tables")],
)
def test_export_is_the_windows_own(hands: ScoreHands, button: str, name: str) -> None:
    action = QAction(hands.bench)
    action.setObjectName(name)
    heard: list[str] = []
    action.triggered.connect(lambda: heard.append(name))
    found = [one for one in hands.report.export_buttons if one.text() == button]
    found[0].click()
    assert heard == [name]
    action.setObjectName("")
    action.deleteLater()
