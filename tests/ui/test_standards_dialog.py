"""指标体系: preview with what is ours marked, apply whole or by branch, compare, keep one's own, exchange."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.records import Records
from models.schema import SCHEMA
from models.standard import of_project
from services import standard_choice, standards
from services.project import Project
from services.settings import Settings
from services.workspace import Workspace
from tests.ui.score_hands import ScoreHands, opened
from ui.context import Context
from ui.dialogs import NewProjectDialog
from ui.files import new_rows
from ui.look import Look
from ui.standards.dialog import OWN, PROJECT, StandardsDialog

Check = Qt.CheckState
MOF2020, MOF2013 = "MOF-2020-10-annex2", "MOF-2013-53-project"


class Places:
    """Answers which file without asking."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path

    def table_to_import(self) -> Path | None:
        return self.path

    def place(self, title: str, name: str, words: str, suffix: str) -> Path | None:
        return self.path


@pytest.fixture
def empty(look: Look, tmp_path: Path) -> Iterator[Context]:
    """A new project without indicators."""
    project = Project.create(tmp_path / "新.jiheng", {"project": [{"title": "新评价", "year": 2024}]})
    workspace = Workspace(project)
    yield Context(workspace, look, Settings())
    workspace.close()


def dialog(context: Context, qtbot: QtBot, path: Path | None = None) -> StandardsDialog:
    made = StandardsDialog(context, Places(path))
    qtbot.addWidget(made)
    return made


def codes(context: Context) -> list[str]:
    return [str(row["code"]) for row in context.records.live("indicator")]


def untick_all(shown: StandardsDialog) -> None:
    shown.preview.tick(False)


# Preview


@pytest.mark.parametrize(
    ("key", "count"), [(MOF2020, 17), (MOF2013, 20), ("MOF-2013-53-department", 28), ("special-2018", None)]
)
def test_every_shipped_standard_is_previewed_with_proposed_points(
    empty: Context, qtbot: QtBot, key: str, count: int | None
) -> None:
    shown = dialog(empty, qtbot)
    assert shown.list.choose(key)
    assert "建议分值合计 100.00（本程序拟）" in shown.about.text()
    assert shown.preview.tree.headerItem().text(1) == "建议分值"
    if count is not None:
        assert f"{count} 项指标" in shown.about.text()
        assert len(shown.preview.chosen) == count


def test_an_indicator_shows_explanation_points_and_rule(empty: Context, qtbot: QtBot) -> None:
    shown = dialog(empty, qtbot)
    shown.list.choose(MOF2020)
    shown.preview.tree.setCurrentItem(shown.preview.item("A11"))
    texts = shown.preview.entry.texts
    assert texts["指标解释"].startswith("项目立项是否符合法律法规")
    assert texts["评价要点"].splitlines()[0].startswith("1. 项目立项是否符合国家法律法规")
    assert len(texts["评价要点"].splitlines()) == 5
    assert texts["评分标准"]
    assert "要点" in texts["建议规则（本程序拟）"]


def test_a_text_from_memory_says_so(empty: Context, qtbot: QtBot) -> None:
    shown = dialog(empty, qtbot)
    shown.list.choose(MOF2013)
    shown.preview.tree.setCurrentItem(shown.preview.item("C13"))
    assert "凭记忆" in shown.preview.entry.texts["注"]
    assert "【注】" not in shown.preview.entry.texts["指标解释"]
    assert shown.preview.item("C13").text(0).endswith("*")
    shown.preview.tree.setCurrentItem(shown.preview.item("C11"))
    assert "注" not in shown.preview.entry.texts


# Applying


def test_a_whole_standard_is_one_edit_and_unscored(empty: Context, qtbot: QtBot) -> None:
    shown = dialog(empty, qtbot)
    shown.list.choose(MOF2020)
    assert shown.outcome.text() == "将新增 17 项、100.00 分；可一步撤销"
    before = len(empty.workspace.project.history())
    shown.accept()
    standard = standards.load(MOF2020)
    assert codes(empty) == [entry.code for entry in standard.entries]
    assert empty.workspace.evaluation.weight == Decimal(100)
    assert empty.workspace.evaluation.open_points == Decimal(100)
    assert "财预〔2020〕10号" in str(empty.records.project["framework"])
    history = empty.workspace.project.history()
    assert len(history) == before + 1
    assert history[0].label == "套用指标体系“项目支出绩效评价指标体系框架（参考）”"
    empty.workspace.undo()
    assert codes(empty) == []


def test_ticked_branches_come_with_what_stands_above_them_once(empty: Context, qtbot: QtBot) -> None:
    shown = dialog(empty, qtbot)
    shown.list.choose(MOF2020)
    untick_all(shown)
    assert not shown.main.isEnabled()
    assert shown.outcome.text() == "勾选要套用的指标"
    for code in ("A11", "A2"):
        shown.preview.item(code).setCheckState(0, Check.Checked)
    assert shown.preview.item("A").checkState(0) == Check.PartiallyChecked
    assert shown.outcome.text().startswith("将新增 3 项、9.00 分")
    shown.accept()
    made = codes(empty)
    assert [code for code in made if "-" not in code] == ["A", "A1", "A11", "A2", "A21", "A22"]
    assert made.count("A11-1") == 1
    assert "A12" not in made
    parents = {row["code"]: empty.records.title("indicator", row["parent"]) for row in
               empty.records.live("indicator") if row["parent"]}  # fmt: skip
    assert "决策" in parents["A1"] and "决策" in parents["A2"]
    assert len(empty.workspace.project.history()) == 2


def test_existing_indicators_stay_unless_they_are_to_be_replaced(context: Context, qtbot: QtBot) -> None:
    mine = set(codes(context))
    count = standard_choice.extent_of(context.records).count
    shown = dialog(context, qtbot)
    shown.list.choose(MOF2020)
    assert f"现有 {count} 项保留，合计 200.00 分" in shown.outcome.text()
    shown.accept()
    assert mine <= set(codes(context))
    assert len(codes(context)) > len(mine)
    assert context.workspace.evaluation.weight == Decimal(200)
    context.workspace.undo()
    again = dialog(context, qtbot)
    again.list.choose(MOF2020)
    again.replacing.setChecked(True)
    assert f"现有 {count} 项连同得分删去" in again.outcome.text()
    again.accept()
    assert codes(context) == [entry.code for entry in standards.load(MOF2020).entries]
    assert context.workspace.evaluation.weight == Decimal(100)
    context.workspace.undo()
    assert set(codes(context)) == mine


def test_replacing_by_branches_leaves_only_those(context: Context, qtbot: QtBot) -> None:
    shown = dialog(context, qtbot)
    shown.list.choose(MOF2020)
    untick_all(shown)
    for code in ("A11", "A12", "B11"):
        shown.preview.item(code).setCheckState(0, Check.Checked)
    shown.replacing.setChecked(True)
    shown.accept()
    assert [code for code in codes(context) if "-" not in code] == ["A", "A1", "A11", "A12", "B", "B1", "B11"]
    context.workspace.undo()


def test_a_read_only_project_takes_nothing(look: Look, sample_path: Path, qtbot: QtBot) -> None:
    workspace = Workspace(Project.open(sample_path, read_only=True))
    shown = dialog(Context(workspace, look, Settings()), qtbot)
    assert not shown.main.isEnabled()
    assert "只读" in shown.outcome.text()
    shown.accept()
    assert shown.made == []
    workspace.close()


# Comparing


def test_two_standards_are_compared_as_a_table(empty: Context, qtbot: QtBot) -> None:
    shown = dialog(empty, qtbot)
    shown.list.choose(MOF2020)
    shown.tabs.setCurrentIndex(1)
    shown.differences.other.setCurrentText("项目支出绩效评价共性指标体系框架")
    lines = shown.differences.texts()
    assert any(what == "只有前者有" and "立项依据充分性" in name for name, what, _, _ in lines)
    assert any(what == "只有后者有" and "项目立项规范性" in name for name, what, _, _ in lines)
    assert "不同" in shown.differences.count.text()
    assert not any("{" in text for line in lines for text in line), "rules are told, not shown as stored"


def test_the_present_table_shows_what_was_changed_in_it(empty: Context, qtbot: QtBot) -> None:
    first = dialog(empty, qtbot)
    first.list.choose(MOF2020)
    first.accept()
    row = next(row for row in empty.records.live("indicator") if row["code"] == "A11")
    empty.typed("indicator", row["id"], "weight", "2.5")
    shown = dialog(empty, qtbot)
    shown.list.choose(MOF2020)
    shown.tabs.setCurrentIndex(1)
    assert shown.differences.other.currentText() == "本项目现有指标"
    assert shown.differences.texts() == [("A11 立项依据充分性", "分值", "3", "2.5")]
    assert shown.differences.count.text().startswith("相同 61 项，不同 1 项，只有前者有 0 项")


# One's own, and workbooks


def test_the_present_table_becomes_a_standard_of_ones_own(context: Context, qtbot: QtBot) -> None:
    shown = dialog(context, qtbot)
    shown.name.setText("长沙专项 2018")
    shown.keep_button.click()
    assert shown.list.key == f"{OWN}长沙专项 2018"
    assert shown.preview.tree.headerItem().text(1) == "分值", "its points are the person's, not ours"
    assert "本程序拟" not in shown.about.text()
    kept = standards.load("长沙专项 2018")
    mine = of_project(context.records, "", "")
    assert [entry.values for entry in kept.entries] == [entry.values for entry in mine.entries]
    shown.keep_button.click()
    assert "已有名为" in shown.fault.text()
    assert shown.fault.isVisibleTo(shown)


def test_one_of_ones_own_is_deleted_and_brought_back(context: Context, qtbot: QtBot) -> None:
    shown = dialog(context, qtbot)
    assert not shown.discard_button.isEnabled(), "the shipped ones stay"
    shown.name.setText("临时")
    shown.keep()
    shown.discard()
    assert not any(each.own for each in standards.catalogue())
    shown._message.activate("恢复")  # type: ignore[union-attr]
    assert [each.title for each in standards.catalogue() if each.own] == ["临时"]


def test_a_standard_goes_out_and_comes_in_as_a_workbook(
    context: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "交换.xlsx"
    shown = dialog(context, qtbot, path)
    shown.list.choose(PROJECT)
    shown.write_out()
    assert path.is_file()
    assert "已导出“交换.xlsx”" in shown.outcome.text()
    shown.bring_in()
    own = [each for each in standards.catalogue() if each.own]
    assert [each.title for each in own] == ["本项目现有指标"]
    assert [entry.values for entry in standards.load(own[0].id).entries] == [
        entry.values for entry in of_project(context.records, "", "").entries
    ]


def test_a_workbook_without_indicators_is_refused_with_a_sentence(
    context: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "不对.csv"
    path.write_text("甲,乙\n1,2\n", "utf-8")
    shown = dialog(context, qtbot, path)
    shown.bring_in()
    assert "不对.csv" in shown.fault.text()
    assert not any(each.own for each in standards.catalogue())


def test_a_damaged_file_of_ones_own_says_so_and_hurts_nothing(empty: Context, qtbot: QtBot) -> None:
    folder = standards.own_folder()
    folder.mkdir(parents=True)
    (folder / "坏.xlsx").write_bytes(b"not a workbook")
    shown = dialog(empty, qtbot)
    assert shown.list.choose(f"{OWN}坏")
    assert not shown.main.isEnabled()
    shown.tabs.setCurrentIndex(1)
    assert shown.list.choose(MOF2020)
    assert shown.main.isEnabled()


# Ways in


def test_the_tool_bar_offers_it(
    sample_master: Path, tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(sample_master, tmp_path, qapp) as hands:
        assert isinstance(hands, ScoreHands)
        hands.bench.show_key("indicators")
        action = next(each for each in hands.bench.tab.toolbar.actions() if each.text() == "指标体系…")
        seen: list[str] = []

        def apply(dialog: StandardsDialog) -> int:
            dialog.list.choose(MOF2020)
            dialog.accept()
            seen.extend(dialog.made)
            return 1

        monkeypatch.setattr(StandardsDialog, "exec", apply)
        action.trigger()
        assert hands.jumps[-1][:2] == ("indicator", seen[0])
        hands.context.workspace.undo()


def test_a_new_project_starts_from_a_standard(look: Look, qtbot: QtBot, tmp_path: Path) -> None:
    asked = NewProjectDialog(look, tmp_path)
    qtbot.addWidget(asked)
    asked.editors["title"].setText("新评价")  # type: ignore[union-attr]
    asked.editors["unit"].setText("甲单位")  # type: ignore[union-attr]
    asked.standard.setCurrentIndex(asked.standard.findData(MOF2013))
    assert "本程序拟" in asked.note_text("standard")
    asked.accept()
    assert asked.made is not None
    with Project.create(asked.made.path, new_rows(asked.made)) as project:
        records = Records({name: project.rows(name) for name in SCHEMA})
    assert len(records.live("indicator")) == len(standards.load(MOF2013).entries)
    assert records.project["unit"] == "甲单位"
    assert "财预〔2013〕53号" in str(records.project["framework"])


def test_a_new_project_without_a_standard_is_empty(look: Look, qtbot: QtBot, tmp_path: Path) -> None:
    asked = NewProjectDialog(look, tmp_path)
    qtbot.addWidget(asked)
    asked.editors["title"].setText("新评价")  # type: ignore[union-attr]
    asked.editors["unit"].setText("甲单位")  # type: ignore[union-attr]
    asked.accept()
    assert asked.made is not None
    assert set(new_rows(asked.made)) == {"project"}
