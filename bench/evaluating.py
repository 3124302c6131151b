"""Everything computed from the rows anew, beside Python adding up one column of the same rows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.filling import PERSON, large_project
from bench.measuring import Pair, Sizes
from models.checks import run
from models.evaluation import evaluate
from models.records import Records
from models.schema import SCHEMA
from services.project import Project


def pairs(sizes: Sizes, folder: Path) -> Iterator[Pair]:
    """Facts, scores and problems of some and of many rows, from records that know nothing yet."""
    for payments in (sizes.fewer_payments, sizes.payments):
        with Project.open(
            large_project(folder / f"evaluate{payments}.jiheng", payments), person=PERSON
        ) as project:
            rows = {name: project.rows(name) for name in SCHEMA}
        count = sum(map(len, rows.values()))

        def evaluated(rows: dict[str, list] = rows) -> None:  # type: ignore[type-arg]
            records = Records(rows)
            run(records, evaluate(records))

        def added(rows: dict[str, list] = rows) -> int:  # type: ignore[type-arg]
            return sum(row.get("amount") or 0 for found in rows.values() for row in found)

        yield Pair(f"完整重算 {count:,} 行（数、分、问题）", "Python sum 同样的行", evaluated, added)
