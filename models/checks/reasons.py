"""Whether every lost point has its reason: a finding that takes it, an opinion that says it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from models import figures
from models.checks.problem import Place, Problem, Severity, problem, quoted
from models.checks.scores import listed, named, points
from models.evaluation import Evaluation, Node
from models.figures import ZERO
from models.records import Records
from models.sayings import saying

NOTHING = Decimal(0)


def problems(records: Records, evaluation: Evaluation) -> Iterator[Problem]:
    """Lost points without finding or opinion, findings that cost nothing, more deducted than lost."""
    losing = [node for node in evaluation.leaves() if node.score is not None and node.lost > 0]
    linked = {row["indicator"] for row in records.live("deduction")}
    unlinked = [node for node in losing if node.id not in linked]
    if unlinked:
        lost = sum((node.lost for node in unlinked), NOTHING)
        yield problem(
            "scores.lost_without_finding",
            Severity.DOUBT,
            Place("indicator", unlinked[0].id),
            saying(
                "失分 {0} 没有对应问题：{1}。请关联问题，或在评价意见中说明", points(lost), listed(unlinked)
            ),
            found=str(lost),
            about="lost",
            mark=",".join(sorted(node.id for node in unlinked)),
        )
    silent = [node for node in losing if not node.row["opinion"]]
    if silent:
        yield problem(
            "scores.lost_without_opinion",
            Severity.HINT,
            Place("indicator", silent[0].id, "opinion"),
            saying("有 {0} 项失分没有评价意见：{1}。请补写", len(silent), listed(silent)),
            about="opinion",
        )
    yield from _too_much(records, evaluation)
    yield from _costless(records)


def _too_much(records: Records, evaluation: Evaluation) -> Iterator[Problem]:
    for node in evaluation.leaves():
        rows = records.of("deduction", "indicator", node.id)
        deducted = sum((figures.exact(row["points"]) or ZERO for row in rows), ZERO)
        if node.score is not None and deducted > _lost(node):
            yield problem(
                "scores.deducted_too_much",
                Severity.DOUBT,
                Place("deduction", rows[0]["id"], "points"),
                saying(
                    "{0}失分 {1}，各问题扣分合计 {2}，多 {3}。请核对扣分",
                    quoted(named(node)),
                    points(_lost(node)),
                    points(deducted),
                    points(deducted - _lost(node)),
                ),
                found=f"{points(deducted)}",
                expected=f"{points(_lost(node))}",
                about=node.id,
            )


def _lost(node: Node) -> Fraction:
    return Fraction(node.lost)


def _costless(records: Records) -> Iterator[Problem]:
    for finding in records.live("finding"):
        if not records.of("deduction", "finding", finding["id"]):
            yield problem(
                "scores.finding_without_deduction",
                Severity.HINT,
                Place("finding", finding["id"]),
                saying(
                    "问题{0}没有扣分。如不影响得分，可标为已解释",
                    quoted(records.title("finding", finding["id"])),
                ),
            )
