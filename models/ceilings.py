"""Caps and one-vote vetoes: conditions of the project that limit the total."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models import figures, kinds
from models.fields import Row
from models.figures import ZERO
from models.formula import FormulaError, evaluate, parse
from models.records import Records
from models.scope import EvaluationScope

VETO = "一票否决"


@dataclass(frozen=True, slots=True)
class Ceiling:
    """One row of the table 封顶与否决: in force when `limit` is given, else why it cannot be judged."""

    row_id: str
    sentence: str
    limit: Decimal | None


def ceilings(records: Records, scope: EvaluationScope) -> tuple[Ceiling, ...]:
    """The caps and vetoes that are in force or cannot be judged; those whose condition fails say nothing.

    A veto without a limit of its own takes the total to 0.
    """
    found = (_ceiling(scope, row) for row in records.live("cap"))
    return tuple(each for each in found if each is not None)


def limited(total: Decimal, found: tuple[Ceiling, ...]) -> Decimal:
    """The total under the lowest ceiling in force."""
    return min((total, *(each.limit for each in found if each.limit is not None)))


def _ceiling(scope: EvaluationScope, row: Row) -> Ceiling | None:
    name = f"{row['kind'] or '封顶'}条件“{row['condition'] or ''}”"
    if not row["condition"]:
        return Ceiling(row["id"], f"{name}未填，未起作用", None)
    try:
        result = evaluate(parse(row["condition"]), scope)
    except FormulaError as error:
        place = f"第 {error.position + 1} 个字处"
        return Ceiling(row["id"], f"{name}{place}有误，未起作用：{error.message}", None)
    if result.value is None:
        missing = "、".join(result.missing)
        return Ceiling(row["id"], f"{name}无法判断：{f'缺 {missing}' if missing else result.reason}", None)
    if not isinstance(result.value, bool):
        return Ceiling(row["id"], f"{name}不是条件，未起作用。请写成 预算执行率 < 80 这样的比较", None)
    if not result.value:
        return None
    limit = figures.exact(row["limit"])
    if limit is None and row["kind"] != VETO:
        return Ceiling(row["id"], f"{name}成立，但没有填总分上限，未起作用", None)
    allowed = kinds.round_half_up(max(limit if limit is not None else ZERO, Fraction(0)))
    return Ceiling(row["id"], f"{name}成立（{result.filled}），总分不超过 {allowed}", allowed)
