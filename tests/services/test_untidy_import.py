"""The sample's contract tables out of an untidy workbook, a CSV in GBK and a Word document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from models.records import Records
from models.schema import SCHEMA
from services import importing
from services.importing import Part
from services.project import Project
from services.reading import read_tables
from services.workspace import Workspace
from tests.services import untidy_changsha

EMPTIED = ("contract_group", "contract", "contract_item", "payment", "term", "vendor")


@pytest.fixture
def sample(sample_path: Path) -> Records:
    project = Project.open(sample_path, read_only=True)
    try:
        return Records({name: project.rows(name) for name in SCHEMA})
    finally:
        project.close()


@pytest.fixture
def bare(sample_path: Path, sample: Records) -> Iterable[Workspace]:
    """The sample without its contracts and whatever hangs on them."""
    workspace = Workspace(Project.open(sample_path, person="测试员"))
    with workspace.edit("清空合同") as edit:
        for name in ("contract", "contract_group", "vendor"):
            for row in workspace.records.all(name):
                if edit.row(name, row["id"]) is not None:
                    edit.delete(name, row["id"])
    yield workspace
    workspace.close()


@pytest.fixture
def files(tmp_path: Path, sample: Records) -> list[Path]:
    paths = [tmp_path / "支出明细.xlsx", tmp_path / "小微企业平台.csv", tmp_path / "APP.docx"]
    writers: list[Callable[[Path, Records], None]] = [
        untidy_changsha.write_workbook,
        untidy_changsha.write_csv,
        untidy_changsha.write_document,
    ]
    for path, write in zip(paths, writers, strict=True):
        write(path, sample)
    return paths


def proposal(records: Records, paths: Iterable[Path]) -> importing.Proposal:
    grids = [grid for path in paths for grid in read_tables(path)]
    parts = [Part(grid, importing.laid_out(grid, records)) for grid in grids]
    return importing.propose(records, parts, {})


def contracts(records: Records) -> Counter[tuple[object, ...]]:
    return Counter(
        (
            records.key_of("fund", records.get("fund", row["fund"]) or {}),
            records.title("contract_group", row["group"]),
            records.title("vendor", row["vendor"]),
            row["amount"],
            tuple(
                (item["name"], item["amount"]) for item in records.of("contract_item", "contract", row["id"])
            ),
            tuple(
                sorted(
                    (pay["paid_on"], pay["amount"]) for pay in records.of("payment", "contract", row["id"])
                )
            ),
            tuple(
                (term["condition"], term["share"], term["amount"])
                for term in records.of("term", "contract", row["id"])
            ),
        )
        for row in records.live("contract")
    )


def test_the_untidy_tables_end_as_exactly_the_sample(
    bare: Workspace, sample: Records, files: list[Path]
) -> None:
    found = proposal(bare.records, files)
    assert not found.plan.bad
    before = {name: list(bare.project.rows(name)) for name in SCHEMA}
    with bare.edit("导入", "import") as edit:
        importing.apply(edit, found.plan)
    assert contracts(bare.records) == contracts(sample)
    bare.undo()
    assert {name: list(bare.project.rows(name)) for name in SCHEMA} == before
