"""报告: chapters, the text with its live numbers, the state of each chapter, and the printed pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.score_hands import ScoreHands, opened
from ui.panels.preview import Preview
from ui.tabs.report import ReportTab

CHAPTERS = (
    "评价情况", "项目基本情况", "项目资金情况", "项目实施情况", "制度", "产出", "问题", "建议", "结论",
)  # fmt: skip


@pytest.fixture(scope="module")
def opened_sample(
    sample_master: Path, tmp_path_factory: pytest.TempPathFactory, qapp: QApplication
) -> Iterator[ScoreHands]:
    with opened(sample_master, tmp_path_factory.mktemp("report"), qapp) as hands:
        yield hands


@pytest.fixture
def hands(opened_sample: ScoreHands, qtbot: QtBot) -> Iterator[ScoreHands]:
    yield opened_sample
    opened_sample.start_over("report")
    settle(opened_sample.report.preview, qtbot)


def settle(preview: Preview, qtbot: QtBot) -> None:
    """Wait until the pages are laid out and those in view are drawn."""
    qtbot.waitUntil(lambda: bool(preview.sheets) and not preview.is_busy, timeout=30_000)


def words(tab: ReportTab) -> list[str]:
    return [tab.list.item(at).text() for at in range(tab.list.count())]


def test_nine_chapters_in_their_order(hands: ScoreHands) -> None:
    numbered = [
        chapter for chapter in hands.report.chapters if chapter.number and "附件" not in chapter.number
    ]
    assert [chapter.number for chapter in numbered] == list("一二三四五六七八九")
    for chapter, word in zip(numbered, CHAPTERS, strict=True):
        assert word in chapter.title


def test_the_chosen_chapter_opens_its_sections(hands: ScoreHands) -> None:
    tab = hands.report
    tab.list.choose("findings")
    assert [line for line in words(tab) if "（八）培训签到" in line]
    assert "七、存在的问题" in tab.text.toPlainText()
    tab.list.choose("money")
    assert not [line for line in words(tab) if "（八）培训签到" in line]
    assert "二、项目基本情况" not in tab.text.toPlainText()


def test_text_and_numbers_follow_an_edit_and_its_undo(hands: ScoreHands) -> None:
    tab = hands.report
    tab.list.choose("money")
    assert "88.33%" in tab.text.toPlainText()
    before = tab.text.toPlainText()
    payment = next(row for row in hands.context.records.live("payment") if row["paid_on"].startswith("2018"))
    assert hands.context.typed("payment", payment["id"], "amount", "1") is None
    assert "88.33%" not in tab.text.toPlainText()
    hands.undo()
    assert tab.text.toPlainText() == before


def test_a_number_says_where_it_comes_from(hands: ScoreHands) -> None:
    tab = hands.report
    tab.list.choose("money")
    assert tab.text.numbers()
    tab.text.follow(tab.text.numbers()[0])
    assert tab.source.isVisibleTo(tab) and tab.source.number.text() == tab.text.numbers()[0]
    assert tab.source.how.accessibleName()


def test_the_state_of_a_chapter_is_kept_and_undone(hands: ScoreHands) -> None:
    tab = hands.report
    tab.list.choose("advice")
    at = tab.state.findText("已复核")
    tab.state.setCurrentIndex(at)
    tab.state.activated.emit(at)
    row = hands.context.records.live("section")[0]
    assert (row["key"], row["state"]) == ("advice", "已复核")
    assert "已复核 1 章" in tab.status_words()[1]
    hands.undo()
    assert hands.context.records.live("section") == () and tab.state.currentText() == "待写"


def test_a_section_row_leads_to_its_chapter(hands: ScoreHands) -> None:
    with hands.context.edit("章节") as edit:
        made = edit.insert("section", {"key": "results", "state": "已写"})
    hands.context.show_row("section", made)
    chapter = hands.report.chapter
    assert chapter is not None and chapter.key == "results" and hands.report.state.currentText() == "已写"


def test_errors_that_stand_are_named_before_the_report_leaves(hands: ScoreHands) -> None:
    assert hands.report._message is not None and "4 个错误" in hands.report._message.text


def test_the_preview_has_the_pages_and_turns_to_a_chapter(hands: ScoreHands, qtbot: QtBot) -> None:
    tab = hands.report
    settle(tab.preview, qtbot)
    assert len(tab.preview.sheets) >= 12
    assert not tab.preview.sheets[tab.preview.page - 1].image.isNull()
    tab.list.choose("circumstances")
    tab.list.choose("findings")
    assert tab.preview.layout_now is not None
    assert tab.preview.page - 1 == tab.preview.layout_now.headings["七、存在的问题"]
    settle(tab.preview, qtbot)
    assert not tab.preview.sheets[tab.preview.page - 1].image.isNull()


def test_the_preview_follows_an_edit(hands: ScoreHands, qtbot: QtBot) -> None:
    tab = hands.report
    settle(tab.preview, qtbot)
    before = tab.preview.layout_now
    title = hands.context.records.project
    assert hands.context.typed("project", title["id"], "title", "另一个标题") is None
    assert tab.preview.is_busy
    settle(tab.preview, qtbot)
    assert before is not None and tab.preview.layout_now is not None
    assert tab.preview.layout_now.data != before.data


def test_zoom_is_a_multiple_of_the_printed_size(hands: ScoreHands, qtbot: QtBot) -> None:
    preview = hands.report.preview
    settle(preview, qtbot)
    preview.set_zoom(1.0)
    assert preview.sheets[0].width() == round(595.28 * 96 / 72)
    preview.set_zoom(0.0)
    assert preview.sheets[0].width() < preview.viewport().width()


@pytest.mark.parametrize(
    ("button", "name"),
    [("导出 PDF", "export-report"), ("导出 Word", "export-report-word"), ("导出 Excel", "export-tables")],
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


def test_the_chapter_is_copied_as_text(hands: ScoreHands) -> None:
    tab = hands.report
    tab.list.choose("advice")
    tab._copy()
    assert "八、相关建议" in QApplication.clipboard().text()
