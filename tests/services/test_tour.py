"""What shows that a step of the tour has been done, and what of it is remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from services import tour
from services.help_pages import load
from services.project import Project
from services.settings import Settings
from services.tour import STEPS, Trace, done_steps, is_awaited, looked, written
from services.tour_progress import Progress, can_resume, keep, kept, new_path
from services.workspace import Workspace

Do = Callable[[Workspace], object]


@pytest.fixture
def workspace(sample_path: Path) -> Iterator[Workspace]:
    made = Workspace(Project.open(sample_path, person="测试员"))
    yield made
    made.close()


def trace(workspace: Workspace, *marks: str) -> Trace:
    return Trace(workspace.project.history()[:-1], frozenset(marks))


def update(table: str, kind: str = "edit", **values: Any) -> Do:
    def do(workspace: Workspace) -> None:
        with workspace.edit("改", kind) as edit:
            edit.update(table, workspace.records.live(table)[0]["id"], values)

    return do


def insert(table: str, kind: str = "edit", **values: Any) -> Do:
    def do(workspace: Workspace) -> None:
        with workspace.edit("增", kind) as edit:
            edit.insert(table, values)

    return do


def pay_and_undo(workspace: Workspace) -> None:
    update("payment", amount=1)(workspace)
    workspace.undo()


def put_evidence(workspace: Workspace) -> None:
    with workspace.edit("附佐证") as edit:
        made = edit.insert("evidence", {"title": "照片"})
        row = workspace.records.live("finding")[0]["id"]
        edit.insert("evidence_link", {"evidence": made, "on_table": "finding", "on_row": row})


def request_that_is_missing(workspace: Workspace) -> None:
    row = next(row for row in workspace.records.live("request") if row["state"] == "未提供")
    with workspace.edit("收到") as edit:
        edit.update("request", row["id"], {"state": "已提供"})


LEAD = "本年{总指标}万元。"
VERDICT = {"fingerprint": "x", "check": "money", "decision": "已解释", "reason": "属实"}
CASES: tuple[tuple[str, Do, set[str]], ...] = (
    ("改付款金额", update("payment", amount=100_000), {"pay"}),
    ("改付款凭证号", update("payment", voucher="12"), set()),
    ("改付款，再撤销", pay_and_undo, {"pay", "undo"}),
    ("新增一笔付款不算改", insert("contract", name="新合同"), set()),
    ("校核写明理由", insert("verdict", **VERDICT), {"answer"}),
    ("拟一个问题", insert("finding", title="题", fact="事"), {"draft"}),
    ("改一个问题不算拟", update("finding", title="别的题"), set()),
    ("收到一份资料", request_that_is_missing, {"paper"}),
    ("资料标为部分提供", update("request", state="部分提供"), set()),
    ("附佐证", put_evidence, {"evidence"}),
    ("登记佐证而不附", insert("evidence", title="照片"), set()),
    ("导入", insert("contract", "import", name="导入的合同"), {"table"}),
    ("写活数字", insert("section", key="a", text=f"原文。\n{LEAD}", base="原文。"), {"sentence"}),
    ("写死数字", insert("section", key="a", text="本年 2324.67 万元。", base="原文。"), set()),
    ("自动正文里的活数字不算", insert("section", key="a", text=f"{LEAD}\n好。", base=LEAD), set()),
)  # fmt: skip


@pytest.mark.parametrize(("words", "do", "expected"), CASES, ids=[words for words, _, _ in CASES])
def test_what_is_done_in_the_file_is_seen_in_its_history(
    workspace: Workspace, words: str, do: Do, expected: set[str]
) -> None:
    assert done_steps(trace(workspace)) == set()
    do(workspace)
    assert done_steps(trace(workspace)) == expected


def test_what_was_there_when_a_chapter_was_written_again_does_not_count(workspace: Workspace) -> None:
    insert("section", key="a", text="原文。", edited=True)(workspace)
    update("section", text=f"原文。\n{LEAD}")(workspace)
    assert done_steps(trace(workspace)) == {"sentence"}


@pytest.mark.parametrize(
    ("mark", "step"),
    [
        (looked("overview"), "look"),
        (looked("indicators", "B11"), "why"),
        (tour.TRIED, "try"),
        (written(Path("a/报告.PDF")), "print"),
        (looked("funds"), None),
        (looked("indicators", "B12"), None),
        (written(Path("表.xlsx")), None),
    ],
)
def test_what_leaves_no_trace_in_the_file_is_a_mark(mark: str, step: str | None) -> None:
    assert done_steps(Trace((), frozenset((mark,)))) == ({step} if step else set())
    assert is_awaited(mark) == (step is not None)


def test_every_step_can_be_done_and_has_words() -> None:
    marks = {"look", "why", "try", "print"}
    assert {step.key for step in STEPS} == marks | {key for _, _, keys in CASES for key in keys}
    parts = list(load({"keys": "", "grid-keys": ""})[tour.PAGE].parts())
    assert len(parts) == len(STEPS) == 12
    assert all("\n做：" in f"\n{words}" for _, words in parts)


def test_how_far_one_is_is_remembered_and_what_is_damaged_is_not_believed(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    assert kept(settings) is None and not can_resume(None)
    there = tmp_path / "学.jiheng"
    there.touch()
    progress = Progress(there, 4, frozenset(("tried", "overview:")))
    keep(settings, progress)
    assert kept(Settings(tmp_path / "settings.json")) == progress
    assert can_resume(progress)
    assert not can_resume(Progress(there, is_over=True))
    assert not can_resume(Progress(tmp_path / "没有.jiheng"))
    for damaged in ({"path": 3}, {"at": 2}):
        settings.set("tour", damaged)
        assert kept(settings) is None
    settings.set("tour", {"path": str(there), "at": -7, "marks": [1, "tried"], "over": "x"})
    assert kept(settings) == Progress(there, 0, frozenset(("tried",)))


def test_a_new_copy_never_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    first = new_path(tmp_path)
    first.touch()
    second = new_path(tmp_path)
    assert first.name == "绩衡样例（学习）.jiheng" and second.name == "绩衡样例（学习） 2.jiheng"
