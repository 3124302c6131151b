"""Points that were written for one weight, counted at another: what 不适用 indicators leave to the rest."""

from __future__ import annotations

from fractions import Fraction

from models import figures, kinds
from models.sayings import saying
from models.tree import Item, Role

IN_POINTS = frozenset({"tiers", "manual", "experts"})
"""The rules whose points are written out, for the weight as typed; all others reckon from the weight."""


def judged_at(item: Item, kind: str, weight: Fraction) -> Fraction:
    """The weight that a rule is judged at: as typed where the rule's points are points, not shares of it."""
    typed = figures.exact(item.row["weight"])
    if kind not in IN_POINTS or item.role is Role.POINT or typed is None or typed <= 0:
        return weight
    return typed


def converted(score: Fraction, before: Fraction, after: Fraction) -> tuple[Fraction, str]:
    """The score at the weight that counts, so that full points stay full, and how that is said."""
    points, old, new = (kinds.show_number(kinds.round_half_up(each)) for each in (score, before, after))
    return score * after / before, saying("按分值折算：{0} × {1} ÷ {2}", points, new, old)
