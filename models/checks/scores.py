"""The score table: weights, what cannot be scored, adjustments, limits, lost points and their reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from models import figures, kinds, rules
from models.checks.problem import Place, Problem, Severity, called, problem, quoted
from models.evaluation import Evaluation, Gap, Node, Role
from models.figures import ZERO
from models.records import Records
from models.sayings import calculation, listing, saying, word

WHOLE = Fraction(100)
EFFECTS = Fraction(60)
NEAR = Fraction(5, 1000)
LISTED = 6


def problems(records: Records, evaluation: Evaluation) -> Iterator[Problem]:
    """Everything about the tree that a reader of the score table would stumble over."""
    yield from _weights(evaluation)
    yield from _effects(evaluation)
    for node in evaluation.nodes():
        yield from _above_weight(node)
        yield from _override(node)
        yield from _unscored(node)
    yield from _open(evaluation)
    yield from _scaled(evaluation)
    yield from _unassessable(evaluation)
    yield from _ceilings(evaluation)
    yield from _near_bound(records, evaluation)


def named(node: Node) -> str:
    """An indicator by its code and name."""
    code, name = node.row["code"], called(node.row["name"])
    return saying("{0} {1}", code, name) if code else name


def listed(nodes: Sequence[Node]) -> str:
    """Several indicators by name, the first few only."""
    shown = listing(named(node) for node in nodes[:LISTED])
    return saying("{0} 等", shown) if len(nodes) > LISTED else shown


def points(value: Fraction | Decimal) -> str:
    """Points as messages say them."""
    return kinds.show_number(kinds.round_half_up(value))


def _typed(node: Node) -> Fraction:
    """The weights typed on the leaves under a node, 不适用 ones too."""
    leaves = (each for each in node.walk() if each.role is Role.LEAF)
    return sum((figures.exact(each.row["weight"]) or ZERO for each in leaves), ZERO)


def _weights(evaluation: Evaluation) -> Iterator[Problem]:
    total = sum((_typed(root) for root in evaluation.roots), ZERO)
    if evaluation.roots and total != WHOLE:
        branches = [saying("{0} {1}", named(root), points(_typed(root))) for root in evaluation.roots]
        yield problem(
            "scores.weights",
            Severity.ERROR,
            Place("indicator", evaluation.roots[0].id, "weight"),
            saying(
                "分值合计 {0}，比 100 多 {1} 分：{2}。请调整分值"
                if total > WHOLE
                else "分值合计 {0}，比 100 少 {1} 分：{2}。请调整分值",
                points(total),
                points(abs(total - WHOLE)),
                listing(branches),
            ),
            found=str(kinds.round_half_up(total)),
            expected="100.00",
            about="weights",
        )
    for node in evaluation.nodes():
        own = figures.exact(node.row["weight"])
        if node.role is Role.BRANCH and own is not None and own != _typed(node):
            yield problem(
                "scores.branch_weight",
                Severity.ERROR,
                Place("indicator", node.id, "weight"),
                saying(
                    "{0}分值写作 {1}，下级合计 {2}，差 {3}。请改正，或清空上级的分值",
                    quoted(named(node)),
                    points(own),
                    points(_typed(node)),
                    points(abs(own - _typed(node))),
                ),
                found=str(kinds.round_half_up(own)),
                expected=str(kinds.round_half_up(_typed(node))),
            )


def _effects(evaluation: Evaluation) -> Iterator[Problem]:
    outputs = [root for root in evaluation.roots if "产出" in named(root)]
    effects = [root for root in evaluation.roots if "效益" in named(root) and "产出" not in named(root)]
    if not outputs or not effects:
        return
    total = sum((_typed(root) for root in (*outputs, *effects)), ZERO)
    if total < EFFECTS:
        yield problem(
            "scores.effects",
            Severity.HINT,
            Place("indicator", outputs[0].id, "weight"),
            saying("产出和效益分值合计 {0}，低于 60。请核对分值的分配", points(total)),
            found=str(kinds.round_half_up(total)),
            expected="60.00",
        )


def _above_weight(node: Node) -> Iterator[Problem]:
    if node.role is Role.BRANCH or node.weight is None or node.absent:
        return
    weight, highest = Fraction(node.weight), _highest(node)
    override = figures.exact(node.row["override"])
    manual = figures.exact(node.row["value"]) if node.row["rule"] == "manual" else None
    for field, value, what in (
        ("override", override, saying("调整得分")),
        ("value", manual, saying("评分")),
        ("parameters", highest, saying("规则里的最高得分")),
    ):
        if value is not None and value > weight and not (node.role is Role.POINT and field != "override"):
            yield problem(
                "scores.above_weight",
                Severity.ERROR,
                Place("indicator", node.id, field),
                saying(
                    "{0}的{1} {2} 超过分值 {3}，只按分值计。请改正",
                    quoted(named(node)),
                    what,
                    points(value),
                    points(weight),
                ),
                found=str(kinds.round_half_up(value)),
                expected=str(kinds.round_half_up(weight)),
            )


def _highest(node: Node) -> Fraction | None:
    """The best score that an indicator's tiers name."""
    if node.row["rule"] != "tiers":
        return None
    try:
        bands = rules.parse_parameters("tiers", node.row["parameters"])["bands"]
    except rules.BadParameters:
        return None
    scores = [band[key] for band in bands for key in ("score", "score_to") if band[key] is not None]
    return max(scores, default=None)


def _override(node: Node) -> Iterator[Problem]:
    if node.row["override"] is None:
        return
    if node.role is Role.BRANCH:
        yield problem(
            "scores.override_branch",
            Severity.DOUBT,
            Place("indicator", node.id, "override"),
            saying("{0}是上级指标，得分是下级之和，调整得分不起作用。请在下级调整", quoted(named(node))),
        )
    elif not node.row["override_reason"]:
        yield problem(
            "scores.override_reason",
            Severity.ERROR,
            Place("indicator", node.id, "override_reason"),
            saying(
                "{0}有调整得分，没有写理由，仍按计算得分 {1}。请写明理由",
                quoted(named(node)),
                node.score or "—",
            ),
        )


def _unscored(node: Node) -> Iterator[Problem]:
    if node.score is not None or node.gap not in (Gap.BROKEN, Gap.MISSING):
        return
    if any(child.gap is node.gap for child in node.children):
        return
    broken = node.gap is Gap.BROKEN
    yield problem(
        "scores.broken" if broken else "scores.missing",
        Severity.ERROR if broken else Severity.DOUBT,
        Place("indicator", node.id, _field(node)),
        saying("{0}不能计分：{1}", quoted(named(node)), calculation(node.reason)),
    )


def _field(node: Node) -> str:
    """The cell where a gap is to be repaired, as far as the reason tells."""
    if node.weight is None:
        return "weight"
    if "上级" in node.reason or "层级" in node.reason:
        return "parent"
    if node.row["formula"] and node.value is None:
        return "formula"
    return "target" if "标准值" in node.reason else "parameters"


def _open(evaluation: Evaluation) -> Iterator[Problem]:
    nodes = [node for node in evaluation.leaves() if node.score is None and not node.absent]
    if nodes:
        yield problem(
            "scores.open",
            Severity.HINT,
            Place("indicator", nodes[0].id),
            saying(
                "还有 {0} 项指标未评，共 {1} 分：{2}",
                len(nodes),
                points(evaluation.open_points),
                listed(nodes),
            ),
            found=str(evaluation.open_points),
            expected="0.00",
            about="open",
        )


def _scaled(evaluation: Evaluation) -> Iterator[Problem]:
    """Scores adjusted by hand while the weights were scaled: they stand as typed."""
    if not evaluation.scaled:
        return
    nodes = [node for node in evaluation.leaves() if not node.absent and node.adjusted]
    if nodes:
        yield problem(
            "scores.scaled",
            Severity.HINT,
            Place("indicator", nodes[0].id),
            saying(
                "有指标不适用，其余分值已折算为 100 分；{0} 项的调整得分按填写的分数计，"
                "没有随之折算：{1}。请核对这些得分",
                len(nodes),
                listed(nodes),
            ),
            found=str(len(nodes)),
            about="scaled",
        )


def _unassessable(evaluation: Evaluation) -> Iterator[Problem]:
    nodes = [node for node in evaluation.nodes() if node.row["state"] == "无法考核" and not node.absent]
    if nodes:
        yield problem(
            "scores.unassessable",
            Severity.HINT,
            Place("indicator", nodes[0].id, "state"),
            saying("有 {0} 项无法考核：{1}。请在报告中说明", len(nodes), listed(nodes)),
            about="unassessable",
        )


def _ceilings(evaluation: Evaluation) -> Iterator[Problem]:
    for ceiling in evaluation.ceilings:
        force = ceiling.limit is not None
        yield problem(
            "scores.cap",
            Severity.HINT if force else Severity.DOUBT,
            Place("cap", ceiling.row_id, "condition"),
            ceiling.sentence,
            found=str(evaluation.scored) if force else None,
            expected=str(ceiling.limit) if force else None,
        )


def _near_bound(records: Records, evaluation: Evaluation) -> Iterator[Problem]:
    if evaluation.grade is None:
        return
    for band, bound in records.bands:
        gaps = [abs(value - Fraction(bound)) for value in (Fraction(evaluation.total), evaluation.unrounded)]
        if bound and min(gaps) <= NEAR:
            yield problem(
                "scores.near_bound",
                Severity.HINT,
                Place("indicator"),
                saying(
                    "总分 {0} 紧挨“{1}”的界限 {2}，现为“{3}”。一处四舍五入就会改变等次，请复核",
                    points(evaluation.total),
                    word(band),
                    bound,
                    word(evaluation.grade),
                ),
                found=str(evaluation.total),
                expected=str(bound),
                mark=band,
            )
