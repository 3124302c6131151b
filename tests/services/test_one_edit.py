"""However rows come, go, move and are taken back: what the workspace says is what the rows alone give."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from models.checks import CHECKS, run
from models.evaluation import Evaluation, evaluate
from models.fields import Row
from models.kinds import wan
from models.records import Records
from models.schema import SCHEMA
from services.errors import UserProblem
from services.project import Edit, Project
from services.workspace import Workspace

FUNDS, CONTRACTS, GONE = ("F1", "F2"), ("C1", "C2", "C3"), "gone"
CELLS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "payment": {
        "contract": st.sampled_from((None, *CONTRACTS)),
        "fund": st.sampled_from((None, *FUNDS)),
        "term": st.sampled_from((None, "T1")),
        "paid_on": st.sampled_from((None, "2017", "2018-06", "2018-11-28", "2019-01-02")),
        "amount": st.sampled_from((None, 0, 1, 2_500_000, 40_000_000)),
        "position": st.sampled_from(("a", "m", "z")),
    },
    "contract": {
        "fund": st.sampled_from(FUNDS),
        "group": st.sampled_from((None, "G1")),
        "parent": st.sampled_from((None, *CONTRACTS)),
        "amount": st.sampled_from((None, 30_000_000)),
        "void_reason": st.sampled_from((None, None, "重复")),
        "signed_on": st.sampled_from((None, "2018-03")),
        "declared_paid": st.sampled_from((None, 1_000_000)),
    },
    "contract_item": {"contract": st.sampled_from(CONTRACTS), "amount": st.sampled_from((None, 0, 500))},
    "term": {"amount": st.sampled_from((None, 700)), "met_on": st.sampled_from((None, "2018-07-01"))},
    "fund": {"void_reason": st.sampled_from((None, None, "误建")), "name": st.sampled_from(("甲", "乙"))},
    "allocation": {"amount": st.sampled_from((None, 90_000_000)), "fund": st.sampled_from(FUNDS)},
    "expense": {"paid_on": st.sampled_from((None, "2018", "2019")), "fund": st.sampled_from(FUNDS)},
    "project": {"year": st.sampled_from((None, 2017, 2018))},
    "setting": {"key": st.just("money_unit"), "value": st.sampled_from(("元", "万元"))},
}
EDITS = st.one_of(
    st.sampled_from(("undo", "redo")),
    st.lists(
        st.sampled_from(tuple(CELLS)).flatmap(
            lambda table: st.tuples(
                st.just(table),
                st.sampled_from(("insert", "update", "update", "update", "delete")),
                st.integers(0, 9),
                st.fixed_dictionaries({}, optional=CELLS[table]),
            )
        ),
        min_size=1,
        max_size=3,
    ),
)


def rows() -> dict[str, list[dict[str, Any]]]:
    """Two funds with three contracts, nine payments, and one of everything that sums ask about."""
    return {
        "project": [{"id": "P", "title": "评价", "year": 2018}],
        "fund": [{"id": key, "code": key, "name": "甲"} for key in FUNDS],
        "contract_group": [{"id": "G1", "fund": "F1", "name": "组"}],
        "contract": [
            {"id": key, "fund": "F1", "name": key, "amount": 30_000_000, "group": "G1"} for key in CONTRACTS
        ],
        "contract_item": [{"id": "I1", "contract": "C1", "name": "项", "amount": 30_000_000}],
        "term": [{"id": "T1", "contract": "C1", "condition": "验收后", "share": None}],
        "payment": [
            {"id": f"p{at}", "contract": CONTRACTS[at % 3], "paid_on": "2018-06", "amount": 1_000_000 + at}
            for at in range(9)
        ],
        "allocation": [{"id": "A1", "fund": "F1", "kind": "年初预算", "amount": 90_000_000}],
        "expense": [{"id": "E1", "fund": "F1", "name": "差旅", "paid_on": "2018", "amount": 5}],
        "indicator": [
            {
                "id": "N1", "code": "A", "name": "预算执行率", "weight": 100, "rule": "ratio",
                "formula": "预算执行率", "target": 100,
            }
        ],
        "setting": [{"id": "S1", "key": "money_unit", "value": "万元"}],
    }  # fmt: skip


def apply(edit: Edit, records: Records, table: str, what: str, at: int, cells: dict[str, Any]) -> None:
    """One change; of a row that may have gone meanwhile nothing is changed."""
    there = records.all(table)
    values = {name: value for name, value in cells.items() if name != "position"}
    if what == "insert" and not SCHEMA[table].single:
        edit.insert(table, values, position=cells.get("position"))
    elif what == "delete" and there and not SCHEMA[table].single:
        edit.delete(table, there[at % len(there)]["id"])
    elif there:
        edit.update(table, there[at % len(there)]["id"], values)


def do(workspace: Workspace, step: Any) -> None:
    """An edit, an undo or a redo; what the project refuses changes nothing."""
    try:
        if step == "undo":
            workspace.undo()
        elif step == "redo":
            workspace.redo()
        else:
            with workspace.edit("一步") as edit:
                for change in step:
                    apply(edit, workspace.records, *change)
    except UserProblem:
        return


def told(evaluation: Evaluation) -> list[object]:
    """Everything that an evaluation says, comparable."""
    return [getattr(evaluation, each.name) for each in fields(evaluation) if each.name != "index"]


@contextmanager
def opened() -> Iterator[Workspace]:
    """A workspace on a new file of those rows."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Project.create(Path(folder) / "项目.jiheng", rows(), person="测试员"))
        try:
            yield workspace
        finally:
            workspace.close()


@settings(max_examples=30, deadline=None)
@given(st.lists(EDITS, min_size=1, max_size=8))
def test_following_edits_is_computing_anew(steps: list[Any]) -> None:
    with opened() as workspace:
        for step in steps:
            do(workspace, step)
            fresh = Records({table: workspace.project.rows(table) for table in SCHEMA})
            oracle = evaluate(fresh)
            assert told(workspace.evaluation) == told(oracle)
            assert workspace.problems == run(fresh, oracle)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(EDITS, st.integers(0, 90)), min_size=1, max_size=8))
def test_edits_that_overtake_the_results_lead_to_the_same(steps: list[tuple[Any, int]]) -> None:
    with opened() as workspace:
        for step, pauses in steps:
            do(workspace, step)
            for _pause in islice(workspace.steps(), pauses):
                pass
        fresh = Records({table: workspace.project.rows(table) for table in SCHEMA})
        oracle = evaluate(fresh)
        assert told(workspace.evaluation) == told(oracle)
        assert workspace.problems == run(fresh, oracle)
        assert workspace.is_settled and workspace.results.evaluation is workspace.evaluation


def paid(evaluation: Evaluation) -> Fraction:
    amount = evaluation.facts.project["已支付"].value
    assert amount is not None
    return amount


def test_results_stay_those_of_before_until_they_are_worked_out() -> None:
    with opened() as workspace:
        before = workspace.results
        with workspace.edit("付款") as edit:
            edit.update("payment", "p0", {"amount": 5})
        payment = workspace.records.get("payment", "p0")
        assert payment is not None and payment["amount"] == 5
        assert workspace.results is before and not workspace.is_settled
        assert sum(1 for _pause in workspace.steps()) > 20
        assert workspace.is_settled and workspace.results is not before
        assert paid(workspace.results.evaluation) == paid(before.evaluation) - wan(1_000_000 - 5)


class Watched(Records):
    """Records that know which tables were asked for their rows."""

    def __init__(self, given: dict[str, list[Row]]) -> None:
        super().__init__(given)
        inner = self._rows
        self.asked: set[str] = set()
        asked = self.asked

        class Noting(dict[str, tuple[Row, ...]]):
            def __getitem__(self, name: str) -> tuple[Row, ...]:
                asked.add(name)
                return super().__getitem__(name)

        self._rows = Noting(inner)


def test_every_check_names_the_tables_it_reads(sample_path: Path) -> None:
    with Project.open(sample_path) as project:
        given = {name: project.rows(name) for name in SCHEMA}
    evaluation = evaluate(Records(given))
    declared = [check for check in CHECKS if check.tables is not None]
    assert len(declared) > 10
    for check in declared:
        records = Watched(given)
        list(check.problems(records, evaluation))
        assert records.asked <= (check.tables or set()), check.problems


def test_a_payment_leaves_other_contracts_alone() -> None:
    with opened() as workspace:
        before = workspace.evaluation.facts.contracts
        with workspace.edit("付款") as edit:
            edit.update("payment", "p0", {"amount": 7})
        after = workspace.evaluation.facts.contracts
    assert [key for key in CONTRACTS if after[key] is not before[key]] == ["C1"]
