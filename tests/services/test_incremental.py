"""After any edits, undo and redo the workspace holds exactly what a fresh reading of the rows gives."""

from __future__ import annotations

import random
import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from models.checks import run
from models.evaluation import Evaluation, evaluate
from models.fields import Field, Kind
from models.records import Records
from models.schema import SCHEMA
from services.errors import UserProblem
from services.project import Edit, Project
from services.workspace import Workspace

TABLES = (
    "fund", "allocation", "expense", "contract", "contract_group", "contract_item", "payment", "milestone",
    "figure", "indicator", "request", "roster_entry", "survey", "survey_question", "cap", "setting",
    "project", "finding", "expert_score", "person",
)  # fmt: skip
STEPS = 16


def value(chance: random.Random, records: Records, field: Field) -> Any:
    """Something that the field may hold, often nothing."""
    if chance.randrange(6) == 0:
        return None
    if field.kind is Kind.REF:
        rows = records.all(field.table)
        return chance.choice(rows)["id"] if rows else None
    if field.kind is Kind.CHOICE:
        return chance.choice(field.choices)
    if field.name == "year":
        return chance.choice([2017, 2018])
    return {
        Kind.MONEY: lambda: chance.randrange(10**9),
        Kind.NUMBER: lambda: Decimal(chance.randrange(1000)) / 10,
        Kind.PERCENT: lambda: Decimal(chance.randrange(101)),
        Kind.INTEGER: lambda: chance.randrange(200),
        Kind.BOOL: lambda: chance.randrange(2) == 1,
        Kind.DATE: lambda: chance.choice(["2017", "2018-06", "2018-11-28"]),
    }.get(field.kind, lambda: chance.choice(["甲", "预算执行率", "已支付 / 总指标", "{}", "总指标"]))()


def change(chance: random.Random, records: Records, edit: Edit) -> None:
    """One random change of one row."""
    table = SCHEMA[chance.choice(TABLES)]
    rows = records.all(table.name)
    what = chance.choice(["insert", "update", "update", "update", "void", "delete"])
    if what == "insert" and not table.single:
        edit.insert(table.name, {field.name: value(chance, records, field) for field in table.fields})
    elif rows and what == "void" and table.voidable:
        row = chance.choice(rows)
        edit.update(table.name, row["id"], {"void_reason": None if row["void_reason"] else "重复"})
    elif rows and what == "delete" and not table.single:
        edit.delete(table.name, chance.choice(rows)["id"])
    elif rows:
        field = chance.choice(table.fields)
        edit.update(table.name, chance.choice(rows)["id"], {field.name: value(chance, records, field)})


def told(evaluation: Evaluation) -> list[Any]:
    """Everything that an evaluation says, comparable."""
    sets = [evaluation.facts.project, *evaluation.facts.funds.values(), *evaluation.facts.contracts.values()]
    return [
        evaluation.total, evaluation.grade, evaluation.weight, evaluation.open_points, evaluation.scaled,
        evaluation.ceilings, evaluation.roots, [dict(each) for each in sets], dict(evaluation.facts.surveys),
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(3))
def test_following_the_edits_equals_reading_anew(seed: int, sample_path: Path, tmp_path: Path) -> None:
    chance = random.Random(f"edits {seed}")
    path = Path(shutil.copy(sample_path, tmp_path / f"{seed}.jiheng"))
    workspace, moved = Workspace(Project.open(path, person="测试员")), set()
    try:
        for step in range(STEPS):
            act(chance, workspace, step)
            fresh = Records({name: workspace.project.rows(name) for name in SCHEMA})
            oracle = evaluate(fresh)
            assert told(workspace.evaluation) == told(oracle), step
            assert workspace.problems == run(fresh, oracle), step
            moved.add(workspace.evaluation.total)
    finally:
        workspace.close()
    assert len(moved) > 1


def act(chance: random.Random, workspace: Workspace, step: int) -> None:
    """An edit of one to three rows; now and then an undo, then perhaps a redo."""
    project = workspace.project
    if chance.randrange(4) == 0 and project.can_undo:
        workspace.undo()
        if chance.randrange(2) and project.can_redo:
            workspace.redo()
        return
    try:
        with workspace.edit(f"第 {step} 步") as edit:
            for _ in range(chance.randrange(1, 4)):
                change(chance, workspace.records, edit)
    except UserProblem:
        return
