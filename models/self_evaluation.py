"""The self-evaluation form (项目支出绩效自评表) of each fund: a second score table over the same rows.

The form of 财预〔2020〕10号, with the weights of 第十三条, or of 财预〔2021〕101号 where there are cost
objectives. What is printed is what is scored, and every score is rounded to 0.01 before it is added up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from models import figures, kinds
from models.explanation import Explanation
from models.facts import ALLOCATION_KINDS, Facts, compute
from models.fields import Kind, Row
from models.figures import ZERO, Fact
from models.objective_scores import Judged, judge
from models.records import Records
from models.sayings import saying, word
from models.sources import Sources

EXECUTION_WEIGHT = Decimal(10)
WHOLE = Decimal(100)
LEVELS = ("成本指标", "产出指标", "效益指标", "满意度指标")
UNSORTED = "未分类"
EXPECTED: Mapping[bool, Mapping[str, Decimal]] = MappingProxyType(
    {
        False: {"产出指标": Decimal(50), "效益指标": Decimal(30), "满意度指标": Decimal(10)},
        True: {
            "成本指标": Decimal(20),
            "产出指标": Decimal(40),
            "效益指标": Decimal(20),
            "满意度指标": Decimal(10),
        },
    }
)
"""The usual points of the level-1 indicators beside the 10 of the execution rate; True with cost ones."""

NOTHING = Decimal("0.00")
GRANT, CARRIED, OTHER = "其中：当年财政拨款", "上年结转资金", "其他资金"
YEARLY = "年度资金总额"
OTHER_SOURCES = frozenset({"自筹", "其他"})


@dataclass(frozen=True, slots=True)
class FundLine:
    """One line of 项目资金, amounts in 万元; None is "not known", which is not zero. `rate` is in percent."""

    name: str
    initial: Fraction | None
    budget: Fraction | None
    paid: Fraction | None
    rate: Fraction | None


@dataclass(frozen=True, slots=True)
class Line:
    """One objective on the form with its score, None while it cannot be scored."""

    row: Row
    level1: str
    level2: str
    target_text: str
    actual_text: str
    weight: Decimal | None
    score: Decimal | None
    explanation: Explanation
    reason: str = ""
    notes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The objective's name."""
        return str(self.row["name"] or "未命名")


@dataclass(frozen=True, slots=True)
class Form:
    """The whole form of one fund: `total` is what is scored so far, `open_points` what is still open."""

    fund: Row
    money: tuple[FundLine, ...]
    execution: Decimal | None
    execution_explanation: Explanation
    lines: tuple[Line, ...]
    weight: Decimal
    total: Decimal
    open_points: Decimal
    notes: tuple[str, ...]


def forms(records: Records, facts: Facts | None = None) -> tuple[Form, ...]:
    """The form of every live fund, in people's order; never raises for what the rows hold."""
    known = facts or compute(records)
    return tuple(form(records, known, fund) for fund in records.live("fund"))


def form(records: Records, facts: Facts, fund: Row) -> Form:
    """The form of one live fund."""
    money = _money(records, facts, fund)
    unrounded = records.setting("score_unrounded") == "是"
    execution, explained = _execution(money[0], facts.funds[fund["id"]], unrounded=unrounded)
    objectives = records.of("objective", "fund", fund["id"])
    lines = tuple(_line(row) for row in _ordered(objectives))
    scores = [each for each in (execution, *(line.score for line in lines)) if each is not None]
    weights = [line.weight for line in lines if line.weight is not None]
    still_open = [line.weight for line in lines if line.score is None and line.weight is not None]
    still_open += [EXECUTION_WEIGHT] if execution is None else []
    return Form(
        fund,
        money,
        execution,
        explained,
        lines,
        weight=sum(weights, kinds.round_half_up(EXECUTION_WEIGHT)),
        total=sum(scores, NOTHING),
        open_points=sum(still_open, NOTHING),
        notes=(*_weight_notes(lines), *(note for line in lines for note in line.notes)),
    )


def _ordered(objectives: Sequence[Row]) -> list[Row]:
    """By level-1 indicator as on the form, equal level-2 indicators together, else as they stand."""
    order = {name: number for number, name in enumerate(LEVELS)}
    groups: dict[tuple[str, str], int] = {}
    for row in objectives:
        groups.setdefault((row["level1"] or UNSORTED, row["level2"] or ""), len(groups))

    def place(row: Row) -> tuple[int, int]:
        level = row["level1"] or UNSORTED
        return order.get(level, len(order)), groups[level, row["level2"] or ""]

    return sorted(objectives, key=place)


def _line(row: Row) -> Line:
    judged = judge(row)
    score = None if judged.score is None else kinds.round_half_up(judged.score)
    weight = figures.exact(row["weight"])
    return Line(
        row,
        row["level1"] or UNSORTED,
        row["level2"] or "",
        judged.target_text,
        judged.actual_text,
        None if weight is None or weight < 0 else _points(weight),
        score,
        _explained(judged, score),
        judged.reason,
        judged.notes,
    )


def _points(weight: Fraction) -> Decimal:
    exact = figures.decimal(weight)
    return exact if int(exact.as_tuple().exponent) < -2 else kinds.round_half_up(weight)


def _explained(judged: Judged, score: Decimal | None) -> Explanation:
    rounded = judged.score is not None and Fraction(kinds.round_half_up(judged.score)) != judged.score
    unscored = (saying("未评：{0}", judged.reason),) if judged.reason else ()
    return Explanation(
        value_line=saying("年度指标值 {0}", word(judged.target_text)) if judged.actual_text else "",
        value=judged.actual_text,
        rule_line=judged.rule,
        calculation_line=judged.calculation,
        score_line=saying("四舍五入到两位小数") if rounded else "",
        score="" if score is None else f"{score:f}",
        notes=(*judged.notes, *unscored),
        sources=(("objective", judged.row_id),),
    )


def _money(records: Records, facts: Facts, fund: Row) -> tuple[FundLine, ...]:
    """The yearly total and its three parts.

    上年结转 is part of 全年预算数, not of 年初预算数. What was paid is known of a part only while no other
    part holds money: payments do not say from which part they were made.
    """
    known = facts.funds[fund["id"]]
    initial, budget, paid = (known[name].value for name in ("年初预算", "总指标", "已支付"))
    whole = FundLine(YEARLY, initial, budget, paid, _rate(paid, budget))
    names = (GRANT, CARRIED, OTHER)
    if budget is None:
        return (whole, *(FundLine(name, None, None, None, None) for name in names))
    rows = [row for row in records.of("allocation", "fund", fund["id"]) if row["kind"] in ALLOCATION_KINDS]
    sums = {name: _sum(row for row in rows if _part_of(row) == name) for name in names}
    started = {
        name: _sum(row for row in rows if row["kind"] == "年初预算" and _part_of(row) == name)
        for name in names
    }
    filled = [name for name in names if sums[name]]
    parts = []
    for name in names:
        alone = paid if filled == [name] else None if name in filled or not filled or paid is None else ZERO
        parts.append(FundLine(name, started[name], sums[name], alone, _rate(alone, sums[name])))
    return (whole, *parts)


def _part_of(row: Row) -> str:
    if row["kind"] == "上年结转":
        return CARRIED
    return OTHER if row["source"] in OTHER_SOURCES else GRANT


def _sum(rows: Iterable[Row]) -> Fraction:
    return sum((figures.in_wan(row["amount"]) or ZERO for row in rows), ZERO)


def _rate(paid: Fraction | None, budget: Fraction | None) -> Fraction | None:
    if paid is None or budget is None or budget <= 0:
        return None
    return paid / budget * 100


def _execution(
    line: FundLine, known: Mapping[str, Fact], *, unrounded: bool
) -> tuple[Decimal | None, Explanation]:
    paid, budget = known["已支付"], known["总指标"]
    rule = saying("执行率×{0}，最高{0}分", EXECUTION_WEIGHT)
    sources = Sources(paid.sources, budget.sources)
    if line.rate is None:
        over = saying("全年预算数不大于 0，执行率无法计算") if budget.value is not None else ""
        reason = paid.reason or budget.reason or over
        return None, Explanation(rule_line=rule, notes=(saying("未评：{0}", reason),), sources=sources)
    rate = line.rate if unrounded else Fraction(kinds.round_half_up(line.rate))
    exact = min(max(rate / 100 * Fraction(EXECUTION_WEIGHT), ZERO), Fraction(EXECUTION_WEIGHT))
    score = kinds.round_half_up(exact)
    shown = figures.shown(rate, Kind.PERCENT)
    explanation = Explanation(
        value_line=saying("全年执行数 {0} ÷ 全年预算数 {1}", paid.shown, budget.shown),
        value=shown,
        rule_line=rule,
        calculation_line=f"{shown} × {EXECUTION_WEIGHT}",
        unrounded=kinds.show_number(kinds.round_half_up(rate / 100 * Fraction(EXECUTION_WEIGHT), 4)),
        score_line=saying("四舍五入到两位小数"),
        score=f"{score:f}",
        sources=sources,
    )
    return score, explanation


def _weight_notes(lines: Sequence[Line]) -> list[str]:
    """Where the points of the objectives differ from the usual ones."""
    if not lines:
        return [saying("没有绩效目标，只评预算执行率")]
    expected = dict(EXPECTED[any(line.level1 == "成本指标" for line in lines)])
    satisfaction = any(line.level1 == "满意度指标" for line in lines)
    if not satisfaction:
        expected["效益指标"] += expected.pop("满意度指标")
    notes: list[str] = []
    for level, usual in expected.items():
        of_level = [line.weight for line in lines if line.level1 == level and line.weight is not None]
        total = sum(of_level, NOTHING)
        if total != usual:
            notes.append(saying("{0}分值合计 {1}，通常为 {2}", word(level), total, usual))
    unsorted = sum(line.level1 == UNSORTED for line in lines)
    if unsorted:
        notes.append(saying("有 {0} 项绩效目标没有一级指标", unsorted))
    total = sum((line.weight for line in lines if line.weight is not None), EXECUTION_WEIGHT)
    if total != WHOLE:
        notes.append(saying("分值合计 {0}，应为 100.00", kinds.round_half_up(total)))
    return notes
