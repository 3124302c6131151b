"""The judgements that move the grade: what people judged, and how few of it would change the outcome.

A judgement is a score that a person chose: 直接评分, 定性三档, 要点, 是否 and 计数扣分 that were typed, and
every adjusted score. What follows from figures alone, from surveys or from several experts is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from models.evaluation import NOTHING, Evaluation, Node, Role
from models.measure import method
from models.records import Records
from models.sayings import saying, word

CENT = Decimal("0.01")
MOST_SETS = 20
"""So many smallest sets are named; there may be thousands of the same size."""

TYPED = ("manual", "faults", "yesno")


@dataclass(frozen=True, slots=True)
class Lever:
    """One judged indicator: how many points its judgement could still give or take.

    `alone` says whether it could move the grade by itself.
    """

    indicator: str
    name: str
    score: Decimal
    weight: Decimal
    room: Decimal
    alone: bool


@dataclass(frozen=True, slots=True)
class Way:
    """One way out of the grade, up or down: the grade it leads to and the points that it takes.

    `levers` are the judgements with room that way, most room first; `sets` the smallest sets of them (by
    indicator id) that together have room enough, at most `MOST_SETS`. No set: `reason` says why.
    """

    grade: str
    points: Decimal
    levers: tuple[Lever, ...]
    sets: tuple[tuple[str, ...], ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What would change the grade; without a grade neither way is known, for `reason`."""

    grade: str | None
    up: Way | None = None
    down: Way | None = None
    reason: str = ""


def sensitivity(records: Records, evaluation: Evaluation) -> Sensitivity:
    """Which judgements, by how many points, would lift the grade or lower it."""
    if evaluation.grade is None:
        return Sensitivity(None, reason=saying("还有 {0} 分没有评定，等次未定", evaluation.open_points))
    bands = records.bands
    at = next(number for number, (word, _) in enumerate(bands) if word == evaluation.grade)
    judged = list(_judged(evaluation))
    up = _up(evaluation, judged, *bands[at - 1]) if at > 0 else None
    down = _down(evaluation, judged, bands[at + 1][0], bands[at][1]) if at + 1 < len(bands) else None
    return Sensitivity(evaluation.grade, up, down)


@dataclass(frozen=True, slots=True)
class _Judged:
    node: Node
    up: Decimal
    down: Decimal


def _judged(evaluation: Evaluation) -> Iterator[_Judged]:
    for leaf in evaluation.leaves():
        if leaf.score is None or leaf.weight is None or leaf.absent or leaf.value_text == "无法考核":
            continue
        up, down = leaf.weight - leaf.score, leaf.score
        if leaf.adjusted or _by_hand(leaf):
            yield _Judged(leaf, up, down)
        elif leaf.children and (fulfilled := [child for child in leaf.children if _fulfilled(child)]):
            rooms = [(child.weight or NOTHING, child.score or NOTHING) for child in fulfilled]
            above = sum((weight - score for weight, score in rooms), NOTHING)
            below = sum((score for _, score in rooms), NOTHING)
            yield _Judged(leaf, min(up, above), min(down, below))


def _by_hand(node: Node) -> bool:
    rule = node.row["rule"]
    return rule == "bands" or (rule in TYPED and method(node.row) in ("录入", "无"))


def _fulfilled(child: Node) -> bool:
    """Whether a 要点, or one under it, was judged by hand."""
    if child.role is not Role.POINT or child.absent or child.row["state"] == "无法考核":
        return False
    if child.adjusted or (child.row["rule"] and _by_hand(child)):
        return True
    if child.children:
        return any(_fulfilled(each) for each in child.children)
    return not child.row["rule"]


def _up(evaluation: Evaluation, judged: Sequence[_Judged], grade: str, bound: Decimal) -> Way:
    points = bound - evaluation.scored
    limits = [each.limit for each in evaluation.ceilings if each.limit is not None]
    if limits and min(limits) < bound:
        said = saying("总分封顶 {0}，评分再高也到不了“{1}”（{2}）", min(limits), word(grade), bound)
        return Way(grade, max(points, NOTHING), (), (), said)
    levers = _levers([(each.node, each.up) for each in judged], points)
    return Way(grade, points, levers, *_sets(levers, points))


def _down(evaluation: Evaluation, judged: Sequence[_Judged], grade: str, bound: Decimal) -> Way:
    points = evaluation.scored - bound + CENT
    levers = _levers([(each.node, each.down) for each in judged], points)
    return Way(grade, points, levers, *_sets(levers, points))


def _levers(rooms: Sequence[tuple[Node, Decimal]], points: Decimal) -> tuple[Lever, ...]:
    found = [
        Lever(
            node.id,
            node.row["name"] or "",
            node.score or NOTHING,
            node.weight or NOTHING,
            room,
            room >= points,
        )
        for node, room in rooms
        if room > 0
    ]
    return tuple(sorted(found, key=lambda lever: -lever.room))


def _sets(levers: Sequence[Lever], points: Decimal) -> tuple[tuple[tuple[str, ...], ...], str]:
    """The sets of the least size whose room suffices; they are made of the roomiest levers."""
    sums = [NOTHING, *accumulate(lever.room for lever in levers)]
    size = next((count for count, room in enumerate(sums) if room >= points), None)
    if size is None:
        return (), saying("所有人工评定合计只有 {0} 分的余地，不足 {1} 分", sums[-1], points)
    found: list[tuple[str, ...]] = []
    pending: list[tuple[int, int, Decimal, tuple[str, ...]]] = [(0, size, points, ())]
    while pending and len(found) < MOST_SETS:
        at, left, rest, taken = pending.pop()
        if left == 0:
            found.append(taken)
        elif at + left <= len(levers) and sums[at + left] - sums[at] >= rest:
            pending.append((at + 1, left, rest, taken))
            pending.append((at + 1, left - 1, rest - levers[at].room, (*taken, levers[at].indicator)))
    return tuple(found), ""
