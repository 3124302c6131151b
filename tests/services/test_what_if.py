"""假设: a copy to try things on, kept as one edit that gives exactly what was tried, or leaving nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from models.records import Records
from models.schema import SCHEMA
from services.errors import UserProblem
from services.project import Project
from services.what_if import Trial
from services.workspace import Workspace


@pytest.fixture
def workspace(sample_path: Path) -> Iterator[Workspace]:
    opened = Workspace(Project.open(sample_path, person="测试员"))
    yield opened
    opened.close()


@pytest.fixture
def trial(workspace: Workspace) -> Iterator[Trial]:
    made = Trial(workspace)
    yield made
    made.close()


def found(workspace: Workspace, table: str, text: str) -> str:
    (row,) = workspace.records.find(table, text)
    return str(row["id"])


def suppose(workspace: Workspace, code: str, **values: object) -> None:
    with workspace.edit("试") as edit:
        edit.update("indicator", found(workspace, "indicator", code), values)


def content(records: Records) -> dict[str, list[dict[str, object]]]:
    """Every row in people's order; the ranks themselves may differ."""
    return {
        name: [{key: value for key, value in row.items() if key != "position"} for row in records.all(name)]
        for name in SCHEMA
    }


def test_what_is_tried_moves_the_copy_and_leaves_the_file_alone(workspace: Workspace, trial: Trial) -> None:
    before, entries = workspace.evaluation, len(workspace.project.history())
    suppose(trial.workspace, "A32", value=Decimal("1.25"))
    assert trial.workspace.evaluation.total == before.total - Decimal("0.75")
    assert workspace.evaluation is before
    assert len(workspace.project.history()) == entries


def test_nothing_tried_keeps_nothing(workspace: Workspace, trial: Trial) -> None:
    entries = len(workspace.project.history())
    assert trial.changes() == ()
    assert trial.keep() is False
    suppose(trial.workspace, "A32", value=Decimal(1))
    trial.workspace.undo()
    assert trial.keep() is False
    assert len(workspace.project.history()) == entries


def test_keeping_is_one_edit_that_can_be_undone(workspace: Workspace, trial: Trial) -> None:
    before, entries = workspace.evaluation.total, len(workspace.project.history())
    suppose(trial.workspace, "A32", value=Decimal(1))
    suppose(trial.workspace, "C27", share=Decimal(80))
    wanted = trial.workspace.evaluation.total
    assert trial.keep() is True
    assert workspace.evaluation.total == wanted != before
    assert len(workspace.project.history()) == entries + 1
    assert workspace.project.history(1)[0].label == "假设：指标“A32　资金分配合理性” · 完成值 等 2 行"
    workspace.undo()
    assert workspace.evaluation.total == before


def test_closing_throws_the_copy_away(workspace: Workspace) -> None:
    trial = Trial(workspace)
    copy = trial.workspace.project.path
    suppose(trial.workspace, "A32", value=Decimal(1))
    assert copy.exists() and copy != workspace.project.path
    trial.close()
    assert not copy.exists()
    assert workspace.project.verify() == []


def test_undo_in_the_trial_ends_where_it_began(workspace: Workspace) -> None:
    suppose(workspace, "A32", value=Decimal("1.5"))
    trial = Trial(workspace)
    assert trial.can_undo is None and trial.workspace.project.can_undo is not None
    suppose(trial.workspace, "A32", value=Decimal(1))
    assert trial.can_undo is not None
    trial.workspace.undo()
    assert trial.can_undo is None
    assert trial.can_redo is not None
    trial.close()


def test_a_cell_changed_meanwhile_is_not_overwritten(workspace: Workspace, trial: Trial) -> None:
    suppose(trial.workspace, "A32", value=Decimal(1))
    suppose(trial.workspace, "C27", share=Decimal(80))
    suppose(workspace, "A32", value=Decimal("1.5"))
    entries = len(workspace.project.history())
    with pytest.raises(UserProblem, match="“A32　资金分配合理性”的完成值在假设期间被别人改过"):
        trial.keep()
    assert len(workspace.project.history()) == entries


def test_other_cells_changed_meanwhile_stay_changed(workspace: Workspace, trial: Trial) -> None:
    suppose(trial.workspace, "A32", value=Decimal(1))
    suppose(workspace, "A32", opinion="另一人写的意见")
    assert trial.keep()
    row = workspace.records.get("indicator", found(workspace, "indicator", "A32"))
    assert row is not None and (row["value"], row["opinion"]) == (Decimal(1), "另一人写的意见")


def test_what_was_deleted_meanwhile_is_named(workspace: Workspace, trial: Trial) -> None:
    row = found(workspace, "indicator", "A32")
    suppose(trial.workspace, "A32", value=Decimal(1))
    with workspace.edit("删") as edit:
        edit.delete("indicator", row)
    with pytest.raises(UserProblem, match="A32"):
        trial.keep()


def test_a_photo_attached_in_the_trial_comes_along(workspace: Workspace, trial: Trial) -> None:
    copy = trial.workspace
    with copy.edit("附佐证") as edit:
        attached = copy.project.add_attachment(b"\x89PNG", "照片.png")
        edit.insert("evidence", {"title": "现场照片", "attachment": attached}, row_id="e1")
    assert trial.keep()
    row = workspace.records.get("evidence", "e1")
    assert row is not None
    assert workspace.project.attachment(str(row["attachment"])) == b"\x89PNG"
    assert workspace.project.verify() == []


def rename_fund(copy: Workspace) -> None:
    fund = copy.records.live("fund")[0]
    with copy.edit("改编号") as edit:
        edit.update("fund", fund["id"], {"code": f"{fund['code']}甲"})


def swap_codes(copy: Workspace) -> None:
    one, two = copy.records.live("fund")[:2]
    with copy.edit("互换编号") as edit:
        edit.update("fund", one["id"], {"code": two["code"]})
        edit.update("fund", two["id"], {"code": one["code"]})


def quote_fund(copy: Workspace) -> None:
    fund = copy.records.live("fund")[0]
    suppose(copy, "B11", formula=f'占比(资金["{fund["code"]}"].已支付, 总指标)')


def new_rows(copy: Workspace) -> None:
    with copy.edit("新增") as edit:
        above = edit.insert("indicator", {"name": "新一级"}, after=copy.records.live("indicator")[0]["id"])
        edit.insert("indicator", {"name": "新二级", "parent": above, "weight": Decimal(2)})
        edit.insert("person", {"name": "新人"})


def delete_branch(copy: Workspace) -> None:
    with copy.edit("删除") as edit:
        edit.delete("indicator", copy.records.live("indicator")[0]["id"])


def delete_contract(copy: Workspace) -> None:
    with copy.edit("删除") as edit:
        edit.delete("contract", copy.records.live("contract")[0]["id"])


def void_contract(copy: Workspace) -> None:
    with copy.edit("作废") as edit:
        edit.void("contract", copy.records.live("contract")[-1]["id"], "重复")


def move_rows(copy: Workspace) -> None:
    rows = copy.records.all("contract")
    with copy.edit("移动") as edit:
        edit.move("contract", rows[-1]["id"])
        edit.move("contract", rows[0]["id"], rows[2]["id"])


def choose(copy: Workspace) -> None:
    with copy.edit("设置") as edit:
        edit.insert("setting", {"key": "thousands", "value": "否"})


STEPS: tuple[Callable[[Workspace], None], ...] = (
    rename_fund, swap_codes, quote_fund, new_rows, delete_branch, delete_contract, void_contract,
    move_rows, choose,
)  # fmt: skip


@given(st.lists(st.sampled_from(STEPS), min_size=1, max_size=4, unique=True))
@example([rename_fund, swap_codes, quote_fund, move_rows])
@example([new_rows, delete_branch, delete_contract, void_contract, choose])
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_kept_is_what_was_tried(
    sample_master: Path, steps: list[Callable[[Workspace], None]]
) -> None:
    with TemporaryDirectory() as folder:
        workspace = Workspace(Project.open(shutil.copy(sample_master, Path(folder) / "样例.jiheng")))
        trial, before = Trial(workspace), content(workspace.records)
        for step in steps:
            step(trial.workspace)
        wanted = content(trial.workspace.records)
        assert trial.keep()
        assert content(workspace.records) == wanted
        assert workspace.evaluation.total == trial.workspace.evaluation.total
        workspace.undo()
        assert content(workspace.records) == before
        trial.close()
        workspace.close()
