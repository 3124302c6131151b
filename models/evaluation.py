"""The scored indicator tree with its total and grade, and the reason of every score.

A leaf's score is rounded to 0.01; branches and the total are the sums of the rounded scores, because
readers re-add them; the grade is taken from the rounded total. What is not scored stays open: it adds
nothing to the total, and there is no grade while anything that weighs is open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from models import figures, kinds, tree
from models.ceilings import Ceiling, ceilings, limited
from models.explanation import Explanation
from models.facts import Facts, computing
from models.fields import Row
from models.figures import ZERO
from models.judging import Judge, Judgement
from models.measure import Gap
from models.records import Records
from models.sayings import joined, saying
from models.steps import Steps, finished
from models.tree import Item, Role, Weights

__all__ = ["Evaluation", "Explanation", "Gap", "Node", "Role", "evaluate", "evaluating"]

NOTHING = Decimal("0.00")
UNROUNDED_PLACES = 4
ABSENT = saying("不适用，不计入总分，其余指标折算为 100 分")
ABSENT_POINT = saying("不适用，其分值由其余要点分摊")


@dataclass(frozen=True, slots=True)
class Node:
    """One row of the tree, scored.

    `level` counts from 1. `weight` is what counts: scaled where 不适用 indicators have left, 0 for those,
    the sum of the children for a branch, its part of the indicator for a 要点, None while nothing is
    typed. `score` is None while nothing of it is scored, then `reason` says why and `gap` whose turn
    it is; `computed` is the score before an adjustment. `value` is as it was scored.
    """

    row: Row
    level: int
    role: Role
    weight: Decimal | None
    score: Decimal | None
    open_points: Decimal
    value: Fraction | None
    value_text: str
    explanation: Explanation
    children: tuple[Node, ...] = ()
    computed: Decimal | None = None
    adjusted: bool = False
    absent: bool = False
    gap: Gap = Gap.NONE
    reason: str = ""
    unrounded: Fraction = ZERO

    @property
    def id(self) -> str:
        """The indicator's id."""
        return str(self.row["id"])

    @property
    def lost(self) -> Decimal:
        """The points lost for certain: weight less score less what is open; rounding up is no gain."""
        if self.weight is None or self.absent:
            return NOTHING
        return max(self.weight - (self.score or NOTHING) - self.open_points, NOTHING)

    def walk(self) -> Iterator[Node]:
        """This node and all under it, in the order of the paper."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything that follows from the rows.

    `total` is what is scored so far, under the ceilings in force (`ceilings`); `scored` the plain sum
    and `unrounded` the sum before rounding. `grade` is None while something that weighs is open.
    `scaled` says that 不适用 indicators have left and the others were scaled to 100.
    """

    facts: Facts
    roots: tuple[Node, ...]
    total: Decimal
    scored: Decimal
    unrounded: Fraction
    weight: Decimal
    open_points: Decimal
    grade: str | None
    scaled: bool
    ceilings: tuple[Ceiling, ...]
    index: Mapping[str, Node]

    def node(self, indicator_id: str) -> Node:
        """The node of that indicator; KeyError for one that is void or not there."""
        return self.index[indicator_id]

    def nodes(self) -> Iterator[Node]:
        """Every node in the order of the paper."""
        for root in self.roots:
            yield from root.walk()

    def leaves(self) -> Iterator[Node]:
        """The scored indicators, without branches and 要点."""
        return (node for node in self.nodes() if node.role is Role.LEAF)


def evaluate(records: Records, previous: Evaluation | None = None) -> Evaluation:
    """Facts, scores and grade from the rows as they stand; never raises for what the cells hold.

    The evaluation of an earlier state makes it quick, and changes nothing.
    """
    return finished(evaluating(records, previous))


def evaluating(records: Records, previous: Evaluation | None = None) -> Steps[Evaluation]:
    """The same in steps."""
    facts = yield from computing(records, previous.facts if previous is not None else None)
    judge = Judge(records, facts)
    items = tree.build(records)
    weights = tree.weigh(items)
    yield
    roots = yield from _nodes(items, judge, weights, absent=False)
    scored = sum((root.score for root in roots if root.score is not None), NOTHING)
    found = ceilings(records, judge.printed_scope)
    total = limited(scored, found)
    index = MappingProxyType({node.id: node for root in roots for node in root.walk()})
    return Evaluation(
        facts,
        roots,
        total=total,
        scored=scored,
        unrounded=sum((root.unrounded for root in roots), ZERO),
        weight=sum((root.weight for root in roots if root.weight is not None), NOTHING),
        open_points=sum((root.open_points for root in roots), NOTHING),
        grade=None if _open(index) else _grade(records, total),
        scaled=weights.scaled,
        ceilings=found,
        index=index,
    )


def _open(index: Mapping[str, Node]) -> bool:
    """Whether some indicator that weighs, or may weigh, has no score; or there is none at all."""
    leaves = [node for node in index.values() if node.role is Role.LEAF and not node.absent]
    return not leaves or any(leaf.score is None and leaf.weight != 0 for leaf in leaves)


def _grade(records: Records, total: Decimal) -> str | None:
    return next((word for word, bound in records.bands if total >= bound), None)


def _nodes(items: Sequence[Item], judge: Judge, weights: Weights, absent: bool) -> Steps[tuple[Node, ...]]:
    made: list[Node] = []
    for item in items:
        made.append((yield from _node(item, judge, weights, absent)))
    return tuple(made)


def _node(item: Item, judge: Judge, weights: Weights, absent: bool) -> Steps[Node]:
    absent = absent or item.row["state"] == "不适用"
    if item.role is Role.BRANCH:
        return _branch(item, (yield from _nodes(item.children, judge, weights, absent)), absent)
    if absent or item.id in weights.absent:
        return _absent(item)
    judgement = judge.judge(item, weights.of.get(item.id))
    yield
    return _scored(item, judgement, _scaling(item, judgement, weights))


def _branch(item: Item, children: tuple[Node, ...], absent: bool) -> Node:
    scores = [child.score for child in children if child.score is not None]
    known = [child.weight for child in children if child.weight is not None]
    score = sum(scores, NOTHING) if scores else None
    terms = joined(saying(" ＋ "), map(str, scores))
    return Node(
        item.row,
        item.level,
        Role.BRANCH,
        weight=sum(known, NOTHING) if known else None,
        score=score,
        open_points=sum((child.open_points for child in children), NOTHING),
        value=None,
        value_text="不适用" if absent else "",
        explanation=Explanation(
            calculation_line=terms, score_line=saying("下级得分之和") if scores else "", score=_text(score)
        ),
        children=children,
        absent=absent,
        unrounded=sum((child.unrounded for child in children), ZERO),
    )


def _absent(item: Item) -> Node:
    note = ABSENT_POINT if item.role is Role.POINT else ABSENT
    children = tuple(_absent(child) for child in item.children)
    return Node(
        item.row, item.level, item.role, NOTHING, None, NOTHING, None, "不适用", Explanation(notes=(note,)),
        children, absent=True,
    )  # fmt: skip


def _scored(item: Item, judgement: Judgement, notes: tuple[str, ...] = ()) -> Node:
    score = None if judgement.score is None else kinds.round_half_up(judgement.score)
    weight = None if judgement.weight is None else _weight(item, judgement.weight)
    return Node(
        item.row,
        item.level,
        item.role,
        weight=weight,
        score=score,
        open_points=weight if score is None and weight is not None else NOTHING,
        value=judgement.value,
        value_text=judgement.value_text,
        explanation=_explanation(judgement, score, notes),
        children=_point_nodes(item, judgement),
        computed=None if judgement.computed is None else kinds.round_half_up(judgement.computed),
        adjusted=judgement.adjusted,
        gap=judgement.gap,
        reason=judgement.reason,
        unrounded=judgement.score or ZERO,
    )


def _point_nodes(item: Item, judgement: Judgement) -> tuple[Node, ...]:
    """The 要点 as they were judged; they stay in the tree where the indicator could not be judged at all."""
    silent = len(item.children) - len(judgement.points)
    judged = (*judgement.points, *(Judgement(None, None) for _ in range(silent)))
    return tuple(_point(child, each) for child, each in zip(item.children, judged, strict=True))


def _point(item: Item, judgement: Judgement) -> Node:
    if judgement.value_text == "不适用" or item.row["state"] == "不适用":
        return _absent(item)
    return _scored(item, judgement)


def _weight(item: Item, weight: Fraction) -> Decimal:
    """A leaf's weight as typed, at two decimals at least; a 要点's part at two."""
    if item.role is Role.POINT:
        return kinds.round_half_up(weight)
    exact = figures.decimal(weight)
    return exact if int(exact.as_tuple().exponent) < -2 else kinds.round_half_up(weight)


def _scaling(item: Item, judgement: Judgement, weights: Weights) -> tuple[str, ...]:
    typed = figures.exact(item.row["weight"])
    if not weights.scaled or judgement.weight is None or typed is None:
        return ()
    before, after = kinds.round_half_up(typed), kinds.round_half_up(judgement.weight)
    return (saying("分值由 {0} 折算为 {1}（有指标不适用）", before, after),)


def _explanation(judgement: Judgement, score: Decimal | None, notes: tuple[str, ...]) -> Explanation:
    measured, computed = judgement.measured, judgement.computed
    unrounded = "" if computed is None or not judgement.calculation else _exactly(computed)
    line = saying("按调整得分") if judgement.adjusted else saying("四舍五入到两位小数")
    unscored = (saying("未评：{0}", judgement.reason),) if score is None and judgement.reason else ()
    return Explanation(
        value_line=measured.line,
        value=judgement.value_text,
        rule_line=judgement.rule_line,
        calculation_line=judgement.calculation,
        unrounded=unrounded,
        score_line="" if score is None else line,
        score=_text(score),
        notes=(*notes, *judgement.notes, *unscored),
        sources=measured.sources,
    )


def _exactly(score: Fraction) -> str:
    return kinds.show_number(kinds.round_half_up(score, UNROUNDED_PLACES), thousands=False)


def _text(score: Decimal | None) -> str:
    return "" if score is None else kinds.show_number(score, thousands=False)
