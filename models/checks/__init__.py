"""The live checks: pure functions over rows and facts that yield problems and block nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from models import replacing
from models.checks import (
    acceptance,
    budget,
    declared,
    live,
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
from models.records import ABOVE, Records
from models.schema import SCHEMA, TABLES
from models.steps import Steps, finished, portions

__all__ = [
    "LABELS", "Found", "Place", "Problem", "Severity", "follow", "following", "problem_json", "run",
]  # fmt: skip

RANKED_A_STEP = 1_000

Problems = Callable[[Records, Evaluation], Iterator[Problem | None]]
"""A check yields what it finds; None where a long one may pause."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check with the tables that it reads; None where it reads scores, which follow from everything."""

    problems: Problems
    tables: frozenset[str] | None = None

    def stands(self, before: Records, now: Records) -> bool:
        """Whether it would find the same as before, because none of its tables has changed."""
        return self.tables is not None and all(before.all(name) is now.all(name) for name in self.tables)


def _reading(problems: Problems, *tables: str) -> Check:
    """A check of these tables, of those above them and of those that their titles name."""
    found, pending = {"setting"}, [*tables]
    while pending:
        table = SCHEMA[pending.pop()]
        if table.name not in found:
            found.add(table.name)
            pending += ABOVE[table.name]
            pending += [field.table for field in table.refs if field.name in table.title]
    return Check(problems, frozenset(found))


CHECKS: tuple[Check, ...] = (
    _reading(rows.project, "project"),
    *(_reading(each.problems, *each.tables) for each in map(rows.OfTable, TABLES) if each.table.exchanged),
    _reading(rows.date_order, "project", "contract"),
    Check(declared.problems),
    _reading(money.agreements, "contract", "contract_item", "term"),
    Check(money.problems),
    Check(budget.problems),
    _reading(terms.problems, "term", "payment", "contract"),
    _reading(time.problems, "contract", "milestone", "fund"),
    _reading(order.problems, "milestone", "contract", "fund", "project", "basis"),
    _reading(acceptance.problems, "project", "contract", "milestone", "fund"),
    _reading(procurement.problems, "contract", "contract_item", "contract_group", "fund", "vendor"),
    Check(scores.problems),
    Check(reasons.problems),
    Check(targets.problems),
    _reading(
        papers.problems,
        "request", "fund", "regulation", "roster", "roster_entry", "finding", "recommendation",
        "finding_recommendation",
    ),
    Check(texts.problems),
    Check(live.problems),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """The problems of one state of the rows; what each check found is what the next state may take over."""

    problems: tuple[Problem, ...]
    records: Records
    by_check: tuple[tuple[Problem, ...], ...]


def run(records: Records, evaluation: Evaluation) -> tuple[Problem, ...]:
    """Every problem of the evaluation: the gravest first, then as tables and rows stand.

    A person's answer to a problem comes with it as its `verdict`.
    """
    return follow(records, evaluation).problems


def follow(records: Records, evaluation: Evaluation, previous: Found | None = None) -> Found:
    """The same; what was found in an earlier state makes it quick, and changes nothing."""
    return finished(following(records, evaluation, previous))


def following(records: Records, evaluation: Evaluation, previous: Found | None = None) -> Steps[Found]:
    """The same in steps."""
    by_check: list[tuple[Problem, ...]] = []
    for at, check in enumerate(CHECKS):
        if previous is not None and check.stands(previous.records, records):
            by_check.append(previous.by_check[at])
        else:
            by_check.append((yield from _found(check.problems(records, evaluation))))
    verdicts = {row["fingerprint"]: row["decision"] for row in records.live("verdict")}
    answered = [
        replace(each, verdict=verdict) if (verdict := verdicts.get(each.fingerprint)) else each
        for found in by_check
        for each in found
    ]
    ranked, rank = [], _rank(records)
    for portion in portions(enumerate(answered), RANKED_A_STEP):
        yield
        ranked += [(rank(each), at, each) for at, each in portion]
    yield
    return Found(tuple(each for _, _, each in sorted(ranked)), records, tuple(by_check))


def _found(looking: Iterator[Problem | None]) -> Steps[tuple[Problem, ...]]:
    found: list[Problem] = []
    for each in looking:
        if each is None:
            yield
        else:
            found.append(each)
    yield
    return tuple(found)


def _rank(records: Records) -> Callable[[Problem], tuple[int, int, tuple[str, str]]]:
    tables = {name: index for index, name in enumerate(SCHEMA)}
    severities = {severity: index for index, severity in enumerate(SEVERITIES)}

    def rank(each: Problem) -> tuple[int, int, tuple[str, str]]:
        row = records.get(each.place.table, each.place.row)
        place = ("", "") if row is None else replacing.place(row)
        return severities[each.severity], tables[each.place.table], place

    return rank


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
