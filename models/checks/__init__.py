"""The live checks: pure functions over rows and facts that yield problems and block nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from models.checks import (
    acceptance,
    budget,
    declared,
    money,
    order,
    papers,
    procurement,
    reasons,
    rows,
    scores,
    targets,
    terms,
    texts,
    time,
)
from models.checks.problem import LABELS, SEVERITIES, Place, Problem, Severity
from models.evaluation import Evaluation
from models.records import Records
from models.schema import SCHEMA

__all__ = ["LABELS", "Place", "Problem", "Severity", "problem_json", "run"]

CHECKS: tuple[Callable[[Records, Evaluation], Iterator[Problem]], ...] = (
    rows.problems,
    declared.problems,
    money.problems,
    budget.problems,
    terms.problems,
    time.problems,
    order.problems,
    acceptance.problems,
    procurement.problems,
    scores.problems,
    reasons.problems,
    targets.problems,
    papers.problems,
    texts.problems,
)


def run(records: Records, evaluation: Evaluation) -> tuple[Problem, ...]:
    """Every problem of the evaluation: the gravest first, then as tables and rows stand.

    A person's answer to a problem comes with it as its `verdict`.
    """
    verdicts = {row["fingerprint"]: row["decision"] for row in records.live("verdict")}
    found = (
        replace(each, verdict=verdicts.get(each.fingerprint) or "")
        for check in CHECKS
        for each in check(records, evaluation)
    )
    tables = {name: index for index, name in enumerate(SCHEMA)}
    order = {(name, row["id"]): index for name in SCHEMA for index, row in enumerate(records.all(name))}

    def rank(each: Problem) -> tuple[int, int, int]:
        place = each.place
        return SEVERITIES.index(each.severity), tables[place.table], order.get((place.table, place.row), -1)

    return tuple(sorted(found, key=rank))


def problem_json(problem: Problem, records: Records) -> dict[str, object]:
    """A problem as `check --json` prints it; the place also says what people call it."""
    place = problem.place
    declared_table = SCHEMA[place.table]
    field = declared_table.field(place.field).label if place.field else ""
    return {
        "check": problem.check,
        "label": problem.label,
        "severity": str(problem.severity),
        "place": {
            "table": place.table,
            "row": place.row or None,
            "field": place.field or None,
            "name": " › ".join(
                part for part in (declared_table.label, records.title(place.table, place.row), field) if part
            ),
        },
        "found": problem.found,
        "expected": problem.expected,
        "message": problem.message,
        "fingerprint": problem.fingerprint,
        "verdict": problem.verdict or None,
    }
