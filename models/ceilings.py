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
from models.sayings import joined, saying
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
    condition = row["condition"] or ""
    name = saying("一票否决条件“{0}”" if row["kind"] == VETO else "封顶条件“{0}”", condition)
    if not row["condition"]:
        return Ceiling(row["id"], saying("{0}未填，未起作用", name), None)
    try:
        result = evaluate(parse(row["condition"]), scope)
    except FormulaError as error:
        place = error.position + 1
        wrong = saying("{0}第 {1} 个字处有误，未起作用：{2}", name, place, error.message)
        return Ceiling(row["id"], wrong, None)
    if result.value is None:
        missing = joined(saying("、"), result.missing)
        why = saying("缺 {0}", missing) if missing else result.reason
        return Ceiling(row["id"], saying("{0}无法判断：{1}", name, why), None)
    if not isinstance(result.value, bool):
        wrong = saying("{0}不是条件，未起作用。请写成 预算执行率 < 80 这样的比较", name)
        return Ceiling(row["id"], wrong, None)
    if not result.value:
        return None
    limit = figures.exact(row["limit"])
    if limit is None and row["kind"] != VETO:
        return Ceiling(row["id"], saying("{0}成立，但没有填总分上限，未起作用", name), None)
    allowed = kinds.round_half_up(max(limit if limit is not None else ZERO, Fraction(0)))
    return Ceiling(row["id"], saying("{0}成立（{1}），总分不超过 {2}", name, result.filled, allowed), allowed)
