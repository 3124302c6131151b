"""Expert scoring: the mean with its spread once released, nothing at all of single scores before."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from models import experts
from models.evaluation import Gap, evaluate
from models.records import Records
from models.score_json import score_json
from services.exporting.outputs import export_file
from services.project import Project
from tests.models.changsha import records

SCORES = (("甲", "9.17"), ("乙", "7.23"), ("丙", "8.11"))


def scored(released: str | None, rule: str = "experts", **more: Any) -> Records:
    return records(
        indicator=[{"id": "I", "name": "论证", "weight": "10", "measure": "专家", "rule": rule, **more}],
        person=[{"id": name, "name": name, "role": "专家"} for name in ("甲", "乙", "丙", "丁")],
        expert_score=[{"indicator": "I", "person": name, "score": score} for name, score in SCORES],
        setting=[] if released is None else [{"key": "experts_released", "value": released}],
    )


@pytest.mark.parametrize("released", [None, "是"])
def test_released_scores_count_with_their_spread(released: str | None) -> None:
    node = evaluate(scored(released)).node("I")
    assert node.score == Decimal("8.17")
    assert "极差 1.94" in node.explanation.text
    assert [table for table, _ in node.explanation.sources] == ["expert_score"] * 3


@pytest.mark.parametrize("rule", ["experts", "manual"])
def test_before_the_release_nothing_of_a_single_score_is_told(rule: str) -> None:
    rows = scored("否", rule)
    found = evaluate(rows)
    node = found.node("I")
    assert (node.score, node.gap, node.value, node.value_text) == (None, Gap.OPEN, None, "")
    assert node.reason == "专家评分尚未公布（已有 3 位专家评分）"
    assert (found.grade, found.open_points) == (None, Decimal("10.00"))
    told = json.dumps(score_json(found, rows), ensure_ascii=False) + repr(node.explanation)
    assert not any(score in told for _, score in SCORES)
    assert "expert_score" not in told


def test_an_expert_sees_the_own_score_only_until_all_are_released() -> None:
    assert [row["person"] for row in experts.visible(scored("否"), "乙")] == ["乙"]
    assert experts.visible(scored("否")) == ()
    assert len(experts.visible(scored("是"), "乙")) == 3


def test_who_has_not_scored_yet_may_be_told() -> None:
    assert [person["id"] for person in experts.missing(scored("否"), "I")] == ["丁"]
    assert experts.sealed(0) == "专家评分尚未公布，还没有专家评分"


def test_a_veto_of_the_blind_score_by_an_adjustment_still_counts() -> None:
    node = evaluate(scored("否", override="6", override_reason="复核")).node("I")
    assert (node.score, node.computed) == (Decimal("6.00"), None)


def test_before_the_release_no_export_tells_a_single_score(tmp_path: Path) -> None:
    sealed = scored("否")
    for name in ("表.json", "表.xlsx"):
        out = tmp_path / name
        said = export_file(sealed, out, None, source=tmp_path / "项目.jiheng")
        assert "专家评分尚未公布，3 条评分没有写入" in said
        assert not any(score in _told(out) for _, score in SCORES)
    rows = json.loads((tmp_path / "表.json").read_text("utf-8"))["tables"]["expert_score"]
    assert [(row["person"], row["score"], row["reason"]) for row in rows] == [
        ("甲", None, None), ("乙", None, None), ("丙", None, None)
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["表.json", "表.xlsx"])
def test_released_scores_are_exported(tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    assert "尚未公布" not in export_file(scored("是"), out, None, source=tmp_path / "项目.jiheng")
    assert all(score in _told(out) for _, score in SCORES)


def test_the_history_tells_a_score_only_after_the_release(tmp_path: Path) -> None:
    with Project.create(tmp_path / "评价.jiheng", person="甲") as project:
        with project.edit("登记") as edit:
            indicator = edit.insert("indicator", {"name": "论证", "weight": Decimal(10), "rule": "experts"})
            person = edit.insert("person", {"name": "甲", "role": "专家"})
            setting = edit.insert("setting", {"key": experts.SETTING, "value": "否"})
        with project.edit("评分") as edit:
            edit.insert("expert_score", {"indicator": indicator, "person": person, "score": Decimal("9.17")})
        assert _fields(project) == {"indicator", "person"}
        with project.edit("公布") as edit:
            edit.update("setting", setting, {"value": "是"})
        assert _fields(project) == {"indicator", "person", "score"}


def _fields(project: Project) -> set[str]:
    changes = [change for entry in project.history() for change in entry.changes]
    return {change.field for change in changes if change.table == "expert_score"}


def _told(path: Path) -> str:
    if path.suffix == ".json":
        return path.read_text("utf-8")
    cells = [cell for sheet in load_workbook(path) for row in sheet.values for cell in row]
    return " ".join(str(cell) for cell in cells)
