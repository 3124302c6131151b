"""What one indicator is worth: its measured value scored by its rule, its state, its adjustment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from models import conversion, figures, kinds, rules
from models.facts import Facts
from models.fields import Row
from models.figures import ZERO
from models.measure import Gap, Measured, measure, method, unit_of
from models.records import Records
from models.rules import BadParameters, Case, Need, Outcome, Parameters, Point
from models.sayings import joined, saying
from models.scope import EvaluationScope
from models.sources import Sources
from models.tree import Item

NO_WEIGHT = saying("分值未填")
UNASSESSABLE = {
    "full": saying("无法考核，按项目设置计满分"),
    "none": saying("无法考核，按项目设置不得分"),
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """An indicator's unrounded score with all that explains it; None for `reason`.

    `computed` is the score before an adjustment; `points` judge the 要点 in their order, each worth
    the points that its share of the weight makes.
    """

    weight: Fraction | None
    score: Fraction | None
    computed: Fraction | None = None
    value: Fraction | None = None
    value_text: str = ""
    rule_line: str = ""
    calculation: str = ""
    measured: Measured = Measured()
    reason: str = ""
    gap: Gap = Gap.NONE
    notes: tuple[str, ...] = ()
    points: tuple[Judgement, ...] = ()
    adjusted: bool = False


class Judge:
    """Scores leaves and 要点 of one evaluation."""

    def __init__(self, records: Records, facts: Facts) -> None:
        self._records = records
        self._facts = facts
        self._scope = EvaluationScope(records, facts)
        self._as_printed = records.setting("score_unrounded") == "否"
        self._unassessable = records.setting("unassessable")

    @property
    def scope(self) -> EvaluationScope:
        """The names that formulas of this evaluation may quote."""
        return self._scope

    @property
    def printed_scope(self) -> EvaluationScope:
        """The same names for conditions on the total: rates as printed, unless it scores unrounded."""
        return EvaluationScope(self._records, self._facts, printed=self._as_printed)

    def judge(self, item: Item, weight: Fraction | None) -> Judgement:
        """What an indicator of that weight is worth; never raises, whatever its cells hold."""
        return _adjusted(item.row, self._computed(item, weight))

    def _computed(self, item: Item, weight: Fraction | None) -> Judgement:
        row = item.row
        if item.fault:
            return Judgement(weight, None, reason=item.fault, gap=Gap.BROKEN)
        if weight is None:
            return Judgement(None, None, reason=NO_WEIGHT, gap=Gap.MISSING)
        if weight < 0:
            return Judgement(weight, None, reason=saying("分值小于 0，请改正"), gap=Gap.BROKEN)
        if item.unassessable:
            score = weight if self._unassessable == "full" else ZERO
            return Judgement(weight, score, value_text="无法考核", rule_line=UNASSESSABLE[self._unassessable])
        kind = row["rule"] or ("points" if item.children else "")
        if not kind:
            return Judgement(weight, None, reason=saying("还没有选评分规则"), gap=Gap.OPEN)
        try:
            parameters = rules.parse_parameters(kind, row["parameters"])
        except BadParameters as error:
            return Judgement(weight, None, reason=error.args[0], gap=Gap.BROKEN)
        judged_at = conversion.judged_at(item, kind, weight)
        if kind == "points":
            judgement = self._points(item, weight, parameters)
        else:
            judgement = self._scored(row, kind, parameters, judged_at, self._measured(row, kind))
        unit = judgement.measured.unit
        described = rules.describe(kind, parameters, judged_at, figures.exact(row["target"]), unit)
        judgement = replace(judgement, weight=weight, rule_line=described)
        if kind == "points" or judged_at == weight or judgement.score is None:
            return judgement
        score, told = conversion.converted(judgement.score, judged_at, weight)
        calculation = saying("{0}，{1}", judgement.calculation, told)
        return replace(judgement, score=score, computed=score, calculation=calculation)

    def _measured(self, row: Row, kind: str) -> Measured:
        needs = rules.RULES[kind].needs
        if Need.ATTAINMENT in needs:
            return Measured(unit=unit_of(row), sources=(("indicator", row["id"]),))
        found = measure(self._records, self._scope, self._facts, row)
        if Need.SCORES in needs and not found.scores and method(row) == "录入":
            return measure(self._records, self._scope, self._facts, {**row, "measure": "专家"})
        if not self._as_printed:
            return found
        series = tuple(_printed(each) for each in found.series)
        return replace(found, value=_printed(found.value), series=series)

    def _scored(
        self, row: Row, kind: str, parameters: Parameters, weight: Fraction, measured: Measured
    ) -> Judgement:
        case = Case(
            weight,
            value=measured.value,
            target=figures.exact(row["target"]),
            series=measured.series,
            scores=measured.scores,
            attainment=row["attainment"],
            share=figures.exact(row["share"]),
            unit=measured.unit,
            unassessable=self._unassessable,
        )
        outcome = rules.score(kind, parameters, case)
        judgement = Judgement(
            weight,
            outcome.score,
            outcome.score,
            measured.value,
            value_text=_value_text(row, kind, measured),
            calculation=outcome.calculation,
            measured=measured,
        )
        if outcome.score is not None:
            return judgement
        reason, gap = _why(kind, case, measured, outcome)
        return replace(judgement, reason=reason, gap=gap)

    def _points(self, item: Item, weight: Fraction, parameters: Parameters) -> Judgement:
        given = [_point(child) for child in item.children]
        shares = rules.point_shares(parameters, given)
        judged: list[Judgement] = []
        for index, (child, part) in enumerate(zip(item.children, shares.parts, strict=True)):
            judgement = self._point(child, given[index], weight * part, parameters)
            judged.append(judgement)
            if given[index].measured and judgement.weight and judgement.score is not None:
                given[index] = replace(given[index], earned=judgement.score / judgement.weight)
            elif given[index].measured and judgement.score is not None:
                given[index] = replace(given[index], earned=ZERO)
        case = Case(weight, points=tuple(given), unassessable=self._unassessable)
        outcome = rules.score("points", parameters, case)
        sources = Sources(*(each.measured.sources for each in judged))
        own = tuple(("indicator", child.id) for child in item.children)
        measured = Measured(line=_fulfilled(given), sources=Sources(own, sources))
        gap = Gap.NONE if outcome.score is not None else _worst(judged)
        return Judgement(
            weight,
            outcome.score,
            outcome.score,
            value_text=_points_text(given, judged),
            calculation=outcome.calculation,
            measured=measured,
            reason=_points_reason(outcome, judged),
            gap=gap,
            points=tuple(judged),
        )

    def _point(self, child: Item, point: Point, weight: Fraction, parameters: Parameters) -> Judgement:
        if not rules.applies(point):
            return Judgement(ZERO, None, value_text="不适用")
        if point.measured:
            return self.judge(child, weight)
        earned = rules.point_earned(parameters, point, self._unassessable)
        text = point.state if point.state == "无法考核" else _fulfilment(child.row)
        if earned.part is None:
            return Judgement(weight, None, reason=earned.unscored, gap=Gap.OPEN)
        return Judgement(weight, weight * earned.part, weight * earned.part, value_text=text)


def _printed(value: Fraction | None) -> Fraction | None:
    """The value as it stands on paper, at two decimals."""
    return None if value is None else Fraction(kinds.round_half_up(value))


def _point(child: Item) -> Point:
    row = child.row
    own = bool(row["rule"] or child.children or child.fault) or _override(row) is not None
    return Point(
        row["name"] or saying("未命名"),
        share=figures.exact(row["weight"]),
        fulfilment=row["fulfilment"],
        partial=figures.exact(row["partial"]),
        state=row["state"] if row["state"] != "正常" else None,
        measured=own and row["state"] != "无法考核",
    )


def _override(row: Row) -> Fraction | None:
    """The adjusted score, which counts only with its reason."""
    return figures.exact(row["override"]) if row["override_reason"] else None


def _adjusted(row: Row, judgement: Judgement) -> Judgement:
    """The judgement with the evaluator's own score in place of the computed one, which is kept beside it."""
    override = _override(row)
    weight = judgement.weight
    if override is None or weight is None or weight < 0 or row["state"] == "不适用":
        return judgement
    score = min(max(override, ZERO), weight)
    shown, why = kinds.round_half_up(score), row["override_reason"]
    note = saying("调整为 {0}（未能计算），理由：{1}", shown, why)
    if judgement.score is not None:
        before = kinds.round_half_up(judgement.score)
        note = saying("调整为 {0}（计算得分 {1}），理由：{2}", shown, before, why)
    return replace(
        judgement,
        score=score,
        computed=judgement.score,
        gap=Gap.NONE,
        reason="",
        notes=(*judgement.notes, note),
        adjusted=True,
    )


def _why(kind: str, case: Case, measured: Measured, outcome: Outcome) -> tuple[str, Gap]:
    """Why there is no score, and whose turn it is: the evaluator's, the data's, or the indicator's own."""
    needs = rules.RULES[kind].needs
    if measured.reason and Need.ATTAINMENT not in needs:
        return measured.reason, measured.gap
    if Need.TARGET in needs and case.target is None:
        return outcome.unscored, Gap.MISSING
    if Need.ATTAINMENT in needs and (case.attainment is None or case.share is None):
        return outcome.unscored, Gap.OPEN
    if Need.SCORES in needs:
        return outcome.unscored, Gap.OPEN
    if Need.SERIES in needs:
        return outcome.unscored, Gap.MISSING if measured.series else Gap.BROKEN
    return outcome.unscored, Gap.BROKEN


def _worst(judged: Sequence[Judgement]) -> Gap:
    gaps = {judgement.gap for judgement in judged}
    order = (Gap.BROKEN, Gap.MISSING, Gap.OPEN)
    return next((gap for gap in order if gap in gaps), Gap.BROKEN)


def _points_reason(outcome: Outcome, judged: Sequence[Judgement]) -> str:
    if outcome.score is not None:
        return ""
    reason = next((each.reason for each in judged if each.reason and each.gap is not Gap.OPEN), "")
    if not reason or reason in outcome.unscored:
        return outcome.unscored
    return saying("{0}：{1}", outcome.unscored, reason)


def _fulfilment(row: Row) -> str:
    if row["fulfilment"] == "部分符合" and row["partial"] is not None:
        return f"部分符合 {kinds.canonical(Decimal(row['partial']))}%"
    return row["fulfilment"] or ""


def _fulfilled(points: Sequence[Point]) -> str:
    counted = [point for point in points if rules.applies(point)]
    said = Counter(point.fulfilment for point in counted)
    words = (saying("符合"), saying("部分符合"), saying("不符合"))
    listed = joined(saying("、"), (saying("{0} {1} 条", word, said[word]) for word in words if said[word]))
    counts = saying("要点 {0} 条", len(counted))
    return saying("{0}：{1}", counts, listed) if listed else counts


def _points_text(points: Sequence[Point], judged: Sequence[Judgement]) -> str:
    pairs = [(point, each) for point, each in zip(points, judged, strict=True) if rules.applies(point)]
    met = sum(each.score is not None and each.score == each.weight for _, each in pairs)
    return f"要点 {met}/{len(pairs)}" if pairs else ""


def _value_text(row: Row, kind: str, measured: Measured) -> str:
    """The value as the score table prints it."""
    if kind == "bands":
        share = figures.exact(row["share"])
        return (row["attainment"] or "") + (f" {figures.decimal(share)}%" if share is not None else "")
    if kind == "experts":
        return saying("{0} 位专家", len(measured.scores)) if measured.scores else ""
    if measured.series:
        return " → ".join("—" if one is None else number(one) for one in measured.series)
    if measured.value is None:
        return ""
    if kind == "yesno" and measured.value in (0, 1):
        return "是" if measured.value else "否"
    if measured.unit == "%":
        return kinds.show_rate(measured.value)
    return f"{number(measured.value)} {measured.unit}".strip()


def number(value: Fraction) -> str:
    """A number as the score table prints it: whole ones without decimals, others with two."""
    if value.denominator == 1:
        return kinds.show_number(Decimal(value.numerator))
    return kinds.show_number(kinds.round_half_up(value))
