"""An indicator as it would be with other words in its cells: nothing is written, only judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from models import kinds, tree
from models.evaluation import Node, Role
from models.judging import Judge
from ui.context import Context


def tried(context: Context, row_id: str, cells: Mapping[str, Any]) -> Node | None:
    """The indicator's node as it would be with these cells; None for a branch or a row that is gone."""
    records, found = context.records, context.evaluation
    node = found.index.get(row_id)
    items = (item for root in tree.build(records) for item in root.walk())
    item = next((item for item in items if item.id == row_id), None)
    if node is None or item is None or node.role is Role.BRANCH:
        return None
    row = {**node.row, **cells}
    weight = None if node.weight is None else Fraction(node.weight)
    judged = Judge(records, found.facts).judge(replace(item, row=row), weight)
    score = None if judged.score is None else kinds.round_half_up(judged.score)
    computed = None if judged.computed is None else kinds.round_half_up(judged.computed)
    said = replace(node.explanation, rule_line=judged.rule_line, calculation_line=judged.calculation)
    return replace(
        node,
        row=row,
        score=score,
        computed=computed,
        value=judged.value,
        value_text=judged.value_text,
        reason=judged.reason,
        explanation=said,
    )
