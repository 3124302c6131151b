"""报告版本: freezing, the list, a comparison whose sentences lead to rows, and exact or public exports."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.report.comparing import Difference
from services import versions
from services.exporting.pace import Write
from services.project import Project
from services.settings import Settings
from services.workspace import Workspace
from ui.context import Context
from ui.look import Look
from ui.versions import dialog as dialog_module
from ui.versions.dialog import PDF, WORD, VersionsDialog
from ui.versions.freezing import FreezeDialog
from ui.window import MainWindow
from ui.work import Work

NOW = datetime(2019, 8, 2, tzinfo=UTC)


class Places:
    """Writes where it is told without asking, at once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[tuple[str, str, str]] = []
        self.said: list[str] = []

    def write_document(self, words: str, name: str, suffix: str, write: Write) -> Work | None:
        self.asked.append((words, name, suffix))
        self.said.append(write(self.folder / f"{len(self.said)}{suffix}", {}))
        return None


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path)


@pytest.fixture
def shown(context: Context, places: Places, qtbot: QtBot) -> VersionsDialog:
    """The dialog with two versions, between which the biggest fund's declared payment changed."""
    freeze(context, "征求意见稿")
    pay(context, "340")
    freeze(context, "送审稿")
    made = VersionsDialog(context, places)
    qtbot.addWidget(made)
    made.show()
    return made


def freeze(context: Context, stage: str) -> str:
    return versions.freeze(context.file, stage, "李工", now=NOW)


def pay(context: Context, amount: str) -> None:
    fund = context.records.find("fund", "F2")[0]
    assert context.typed("fund", fund["id"], "declared_paid", amount) is None


def lines(shown: VersionsDialog) -> list[list[str]]:
    tree = shown.list
    return [
        [tree.topLevelItem(at).text(column) for column in range(5)] for at in range(tree.topLevelItemCount())
    ]


def sentences(shown: VersionsDialog) -> dict[str, list[str]]:
    tree = shown.differences
    tops = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    return {top.text(0): [top.child(at).text(0) for at in range(top.childCount())] for top in tops}


def compare(shown: VersionsDialog, qtbot: QtBot) -> None:
    shown.compare_button.click()
    qtbot.waitUntil(lambda: shown.work is None, timeout=20_000)


def ids(context: Context) -> list[str]:
    return [row["id"] for row in versions.listed(context.records)]


def test_the_present_report_stands_first_then_the_newest_version(shown: VersionsDialog) -> None:
    assert lines(shown) == [
        ["现在的报告", "征求意见稿", "", "", "74.52　中"],
        ["送审稿", "送审稿", "2019-08-02", "李工", "74.52　中"],
        ["征求意见稿", "征求意见稿", "2019-08-02", "李工", "74.52　中"],
    ]
    assert shown.list.chosen[0]["title"] == "送审稿"


def test_two_versions_are_compared_in_sentences_by_kind(
    shown: VersionsDialog, context: Context, qtbot: QtBot
) -> None:
    shown.list.choose(*ids(context))
    compare(shown, qtbot)
    assert shown.heading.text().startswith("征求意见稿（2019-08-02） → 送审稿（2019-08-02）：")
    found = sentences(shown)
    assert [top.split("　")[0] for top in found] == ["数字", "文字", "数据"]
    assert any("·申报已支付 350.79 → 340.00，1 处" in each for each in next(iter(found.values())))


def test_one_version_is_compared_with_the_report_as_it_stands(
    shown: VersionsDialog, context: Context, qtbot: QtBot
) -> None:
    shown.list.choose(ids(context)[1])
    compare(shown, qtbot)
    assert shown.heading.text().startswith("送审稿（2019-08-02） → 现在的报告：")
    pay(context, "330")
    assert "340.00 → 330.00" not in str(sentences(shown)), "a comparison stays as it was made"
    compare(shown, qtbot)
    assert "340.00 → 330.00" in str(sentences(shown))


def test_the_present_report_alone_is_not_compared(shown: VersionsDialog) -> None:
    shown.list.choose("")
    assert not shown.compare_button.isEnabled() and shown.pdf_button.isEnabled()
    assert "按住 Ctrl 可选两个" in shown.outcome.text()


def test_a_sentence_leads_to_its_row_or_says_why_not(
    shown: VersionsDialog, context: Context, qtbot: QtBot
) -> None:
    fund = context.records.find("fund", "F2")[0]["id"]
    went: list[tuple[str, str, str]] = []
    context.rowRequested.connect(lambda *place: went.append(place))

    def lead(source: Any) -> None:
        shown.differences.show_differences(
            [Difference("figure", "", "", "1", "2", 1, "已支付 1 → 2", source)]
        )
        shown.differences.itemActivated.emit(shown.differences.topLevelItem(0).child(0), 0)

    lead(("fund", fund, "declared_paid"))
    lead(("fund", fund, "已支付"))
    assert went == [("fund", fund, "declared_paid"), ("fund", fund, "")]
    lead("已支付")
    assert went[2][0] == "payment"
    for lost in (None, ("fund", "nowhere", "name"), "没有的事实", ("nothing", "1", "")):
        lead(lost)
    assert len(went) == 3 and "没有可以显示的行" in shown.outcome.text()


@pytest.mark.parametrize(("suffix", "begins"), [(PDF, b"%PDF"), (WORD, b"PK")])
def test_a_version_is_exported_as_it_was_or_as_its_public_version(
    shown: VersionsDialog, places: Places, suffix: str, begins: bytes
) -> None:
    (shown.pdf_button if suffix == PDF else shown.word_button).click()
    shown.public.setChecked(True)
    (shown.pdf_button if suffix == PDF else shown.word_button).click()
    assert [words for words, _, _ in places.asked] == ["报告", "公开版"]
    assert places.asked[1][1].endswith("送审稿（2019-08-02） 公开版")
    assert "公开版；" not in places.said[0] and "公开版；" in places.said[1]
    assert all((places.folder / f"{at}{suffix}").read_bytes().startswith(begins) for at in (0, 1))


def test_the_comparison_is_written_as_a_file(shown: VersionsDialog, places: Places, qtbot: QtBot) -> None:
    assert not shown.write_button.isVisible()
    compare(shown, qtbot)
    shown.write_button.click()
    assert places.asked[0][0] == "比较" and "已导出" in places.said[0]


def test_a_version_without_an_archive_is_said_here(
    shown: VersionsDialog, context: Context, qtbot: QtBot
) -> None:
    with context.edit("登记") as edit:
        made = edit.insert("report_version", {"stage": "终稿"})
    shown.list.choose(made)
    shown.compare_button.click()
    message = shown.message
    assert message is not None and shown.work is None
    qtbot.waitUntil(message.isVisible)


def test_freezing_asks_for_the_stage_and_chooses_the_new_version(
    shown: VersionsDialog, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(asked: FreezeDialog) -> int:
        assert asked.stage.currentText() == "征求意见稿", "the project's own stage"
        asked.stage.setCurrentText("终稿")
        asked.title.setText("最后一稿")
        asked.accept()
        return asked.result()

    monkeypatch.setattr(dialog_module.FreezeDialog, "exec", answer)
    said: list[str] = []
    context.toasted.connect(lambda text, *_rest: said.append(text))
    shown.freeze_button.click()
    assert shown.list.chosen[0]["title"] == "最后一稿" and shown.list.chosen[0]["frozen_by"] == "测试员"
    assert said[0].startswith("已定稿　最后一稿（")
    assert context.records.project["stage"] == "征求意见稿"
    context.workspace.undo()
    assert len(lines(shown)) == 3


def test_a_file_that_is_only_read_offers_no_freezing(
    sample_path: Path, look: Look, places: Places, qtbot: QtBot
) -> None:
    workspace = Workspace(Project.open(sample_path, read_only=True))
    made = VersionsDialog(Context(workspace, look, Settings()), places)
    qtbot.addWidget(made)
    assert not made.freeze_button.isEnabled() and made.list.topLevelItemCount() == 1
    asked = FreezeDialog(made.context)
    qtbot.addWidget(asked)
    asked.accept()
    assert asked.message is not None and not asked.made
    workspace.close()


def test_return_in_the_list_does_not_close_the_dialog(shown: VersionsDialog, qtbot: QtBot) -> None:
    shown.list.setFocus()
    qtbot.keyClick(shown.list, Qt.Key.Key_Return)
    assert shown.isVisible()


def test_the_windows_actions_open_it_and_are_held_while_something_is_tried(
    sample_path: Path, look: Look, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = MainWindow(look, Settings())
    qtbot.addWidget(window)
    assert not window.menu_actions["freeze-version"].isEnabled()
    window.files.open_path(sample_path)
    window.menu_actions["compare-versions"].trigger()
    opened = window.findChild(VersionsDialog)
    assert opened is not None and opened.isVisible()
    asked: list[FreezeDialog] = []
    monkeypatch.setattr(FreezeDialog, "exec", lambda made: asked.append(made) or 0)
    window.menu_actions["freeze-version"].trigger()
    assert len(asked) == 1
    window.menu_actions["what-if"].trigger()
    held = ("freeze-version", "compare-versions", "export-report-public")
    assert not any(window.menu_actions[name].isEnabled() for name in held)
    assert not opened.freeze_button.isEnabled()
    window.close()


def test_the_menu_writes_the_public_report(
    sample_path: Path, look: Look, qtbot: QtBot, tmp_path: Path
) -> None:
    window = MainWindow(look, Settings())
    qtbot.addWidget(window)
    window.files.open_path(sample_path)
    names: list[str] = []

    def place(title: str, name: str, words: str, suffix: str) -> Path:
        names.append(name)
        return tmp_path / f"公开{suffix}"

    window.files.ask.place = place  # type: ignore[method-assign]
    window.menu_actions["export-report-public"].trigger()
    window.files.wait()
    qtbot.waitUntil(lambda: (tmp_path / "公开.pdf").is_file(), timeout=20_000)
    assert names[0].endswith(" 公开版")
    window.close()
