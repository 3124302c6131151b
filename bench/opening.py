"""A large project opened, beside the bare library reading the same rows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.filling import PERSON, large_project
from bench.measuring import Pair, Sizes
from bench.plain import all_rows, copied
from models.schema import SCHEMA
from services.project import Project
from services.workspace import Workspace


def pairs(sizes: Sizes, folder: Path) -> Iterator[Pair]:
    """The file checked and read, then the same with everything computed."""
    path = large_project(folder / "open.jiheng", sizes.payments)
    plain = copied(path)

    def read() -> None:
        with Project.open(path, person=PERSON) as project:
            for name in SCHEMA:
                project.rows(name)

    yield Pair(
        f"打开并读出 {sizes.payments:,} 笔付款的项目", "apsw 读同样的行", read, lambda: all_rows(plain)
    )
    yield Pair(
        "打开、读出并算完",
        "apsw 读同样的行",
        lambda: Workspace(Project.open(path, person=PERSON)).close(),
        lambda: all_rows(plain),
    )
