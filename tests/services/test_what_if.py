"""What if: a throw-away copy that follows the workspace, is kept as one edit or leaves nothing."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from models.dates import BadValue
from models.evaluation import evaluate
from services.errors import UserProblem
from services.project import Project
from services.what_if import WhatIf
from services.workspace import Workspace


@pytest.fixture
def workspace(sample_path: Path) -> Iterator[Workspace]:
    opened = Workspace(Project.open(sample_path, person="测试员"))
    yield opened
    opened.close()


def indicator(workspace: Workspace, code: str) -> str:
    (row,) = workspace.records.find("indicator", code)
    return str(row["id"])


def test_nothing_supposed_changes_nothing(workspace: Workspace) -> None:
    supposed = WhatIf(workspace)
    found = supposed.difference()
    assert found.points == 0
    assert found.indicators == ()
    assert supposed.evaluation is workspace.evaluation
    assert supposed.keep() is False


def test_a_supposed_value_moves_score_and_branches_and_leaves_the_file_alone(workspace: Workspace) -> None:
    supposed, entries = WhatIf(workspace), len(workspace.project.history())
    before = workspace.evaluation
    supposed.type("indicator", indicator(workspace, "A32"), "value", "1.25")
    found = supposed.difference()
    assert found.points == Decimal("-0.75")
    assert found.total == (before.total, before.total - Decimal("0.75"))
    assert [(shift.name, shift.level, shift.points) for shift in found.indicators] == [
        ("项目决策", 1, Decimal("-0.75")),
        ("资金投入", 2, Decimal("-0.75")),
        ("资金分配合理性", 3, Decimal("-0.75")),
    ]
    assert workspace.evaluation is before
    assert len(workspace.project.history()) == entries


def test_a_supposed_payment_moves_what_rests_on_it(workspace: Workspace) -> None:
    supposed = WhatIf(workspace)
    payment = next(row for row in workspace.records.live("payment") if row["paid_on"].startswith("2018"))
    supposed.type("payment", payment["id"], "amount", "1.00")
    assert supposed.evaluation.facts.project["已支付"] != workspace.evaluation.facts.project["已支付"]
    assert "预算执行率" in {shift.name for shift in supposed.difference().indicators}


def test_keeping_is_one_edit_that_can_be_undone(workspace: Workspace) -> None:
    supposed, before = WhatIf(workspace), workspace.evaluation.total
    one, two = indicator(workspace, "A32"), indicator(workspace, "C27")
    supposed.type("indicator", one, "value", "1")
    supposed.type("indicator", two, "share", "80")
    wanted = supposed.evaluation.total
    assert supposed.keep() is True
    assert (workspace.evaluation.total, supposed.suppositions) == (wanted, ())
    assert workspace.evaluation.total != before
    assert workspace.project.history(1)[0].label == "假设：指标“A32　资金分配合理性” · 完成值 等 2 处"
    workspace.undo()
    assert workspace.evaluation.total == before


def test_dropping_leaves_nothing(workspace: Workspace) -> None:
    supposed, entries = WhatIf(workspace), len(workspace.project.history())
    supposed.type("indicator", indicator(workspace, "A32"), "value", "0")
    assert supposed.difference().points != 0
    supposed.drop()
    assert supposed.difference().points == 0
    assert len(workspace.project.history()) == entries


def test_the_value_that_stands_there_and_a_withdrawal_end_a_supposition(workspace: Workspace) -> None:
    supposed, row = WhatIf(workspace), indicator(workspace, "A32")
    supposed.type("indicator", row, "value", "1")
    assert [(each.field, each.before, each.after) for each in supposed.suppositions] == [
        ("value", Decimal(2), Decimal(1))
    ]
    supposed.type("indicator", row, "value", "2")
    assert supposed.suppositions == ()
    supposed.type("indicator", row, "value", "1")
    supposed.withdraw("indicator", row, "value")
    assert supposed.difference().points == 0


def test_the_copy_follows_edits_made_meanwhile(workspace: Workspace) -> None:
    supposed = WhatIf(workspace)
    supposed.type("indicator", indicator(workspace, "A32"), "value", "1")
    with workspace.edit("评分") as edit:
        edit.update("indicator", indicator(workspace, "C27"), {"share": Decimal(80)})
    found = supposed.difference()
    assert found.points == Decimal("-1.00")
    assert found.total[0] == workspace.evaluation.total
    assert supposed.evaluation.total == evaluate(supposed.records).total


def test_a_cell_changed_meanwhile_is_not_overwritten(workspace: Workspace) -> None:
    supposed, row = WhatIf(workspace), indicator(workspace, "A32")
    supposed.type("indicator", row, "value", "1")
    with workspace.edit("评分") as edit:
        edit.update("indicator", row, {"value": Decimal("1.5")})
    with pytest.raises(UserProblem, match="在假设之后被改过"):
        supposed.keep()
    assert workspace.records.get("indicator", row)["value"] == Decimal("1.5")  # type: ignore[index]


def test_what_a_cell_cannot_hold_is_refused(workspace: Workspace) -> None:
    supposed, row = WhatIf(workspace), indicator(workspace, "A32")
    with pytest.raises(BadValue, match="不是数"):
        supposed.type("indicator", row, "value", "很多")
    with pytest.raises(BadValue, match="没有这一行"):
        supposed.suppose("indicator", "gone", "value", Decimal(1))
    with pytest.raises(KeyError):
        supposed.suppose("indicator", row, "colour", "red")
    assert supposed.suppositions == ()


def test_a_setting_may_be_supposed(workspace: Workspace) -> None:
    with workspace.edit("项目设置") as edit:
        key = edit.insert("setting", {"key": "execution_base", "value": "总指标"})
    supposed = WhatIf(workspace)
    supposed.type("setting", key, "value", "到位资金")
    assert supposed.records.setting("execution_base") == "到位资金"
    with pytest.raises(BadValue, match="只能是"):
        supposed.type("setting", key, "value", "别的")
