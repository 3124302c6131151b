"""An evaluation as `score --json` prints it."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import Any

from models import kinds
from models.evaluation import Evaluation, Node
from models.figures import FactSet
from models.records import Records
from models.tree import Role

Json = dict[str, Any]


def score_json(evaluation: Evaluation, records: Records) -> Json:
    """Total, grade, level-1 sums, every scored indicator with its 要点, and the facts.

    Every figure is a string of two decimals, a rate without its sign; null is "not known" or "not
    scored". `indicators` are the leaves of the tree, `level` is their depth from 1. With points open,
    `total` is what is scored so far and `grade` is null. `ceilings` are the sentences of the caps and
    vetoes that hold the total below the sum, or cannot be judged.
    """
    return {
        "total": _two(evaluation.total),
        "grade": evaluation.grade,
        "open_points": _two(evaluation.open_points),
        "ceilings": [ceiling.sentence for ceiling in evaluation.ceilings],
        "levels": [_level(root) for root in evaluation.roots],
        "indicators": [_indicator(leaf) for leaf in evaluation.leaves()],
        "facts": {**_facts(evaluation.facts.project), "funds": _funds(evaluation, records)},
    }


def _level(node: Node) -> Json:
    return {
        "code": node.row["code"],
        "name": node.row["name"],
        "weight": _two(node.weight),
        "score": _two(node.score),
        "open_points": _two(node.open_points),
    }


def _indicator(node: Node) -> Json:
    return {
        "code": node.row["code"],
        "name": node.row["name"],
        "level": node.level,
        "weight": _two(node.weight),
        "value": _two(node.value),
        "score": _two(node.score),
        "explanation": node.explanation.text,
        "points": [_point(child) for child in node.children if child.role is Role.POINT],
    }


def _point(node: Node) -> Json:
    point = _indicator(node)
    if not point["points"]:
        del point["points"]
    return {**point, "fulfilment": node.row["fulfilment"], "state": node.row["state"]}


def _funds(evaluation: Evaluation, records: Records) -> Json:
    funds = records.live("fund")
    uses = Counter(fund["code"] for fund in funds)
    return {
        (fund["code"] if fund["code"] and uses[fund["code"]] == 1 else fund["id"]): _facts(
            evaluation.facts.funds[fund["id"]]
        )
        for fund in funds
    }


def _facts(facts: FactSet) -> Json:
    return {name: _two(fact.value) for name, fact in facts.items()}


def _two(value: Any) -> str | None:
    """A figure at two decimals with a plain minus sign; null stays null."""
    return None if value is None else format(kinds.round_half_up(Fraction(value)), "f")
