"""The rule 要点: children with shares, each fulfilled, in part, not at all, or scored by its own rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from models.rules.case import Case, Need, Outcome, Parameters, Point, Rule, not_scored
from models.rules.parameters import Parameter, ParameterKind
from models.rules.wording import figure, points
from models.sayings import joined, saying
from models.tables.indicators import RULE_WORDS

WHOLE = Fraction(100)
SLACK = Fraction(1, 100)
"""How far each typed share may be rounded: three of 33.33 make a whole."""

_POINTS = (
    Parameter(
        "shares",
        "各要点占比",
        ParameterKind.NUMBERS,
        default="equal",
        words={"equal": "按各要点所填，未填的平均"},
        minimum=Fraction(0),
        maximum=WHOLE,
        unit="%",
    ),
    Parameter(
        "unassessable",
        "无法考核的要点",
        ParameterKind.CHOICE,
        words={"full": "得满分", "none": "不得分"},
        help="空着按项目设置",
    ),
)


@dataclass(frozen=True, slots=True)
class Shares:
    """The part 0…1 of the weight that each 要点 carries, 0 for 不适用; or why there are none."""

    parts: tuple[Fraction, ...]
    unscored: str = ""


@dataclass(frozen=True, slots=True)
class Earned:
    """The part 0…1 of its own share that a 要点 earns; or why it is not judged yet."""

    part: Fraction | None
    unscored: str = ""


def applies(point: Point) -> bool:
    """Whether the 要点 counts at all: an 不适用 one leaves, and the others share its points."""
    return "不适用" not in (point.state, point.fulfilment)


def point_shares(parameters: Parameters, given: Sequence[Point]) -> Shares:
    """How the weight is divided among the 要点; figures in the parameters win over those of the rows.

    Where some rows have no share, they divide evenly what the others leave of 100%.
    """
    if not given:
        return Shares((), saying("还没有要点"))
    typed = parameters["shares"]
    if typed != "equal" and len(typed) != len(given):
        return _unshared(given, saying("规则参数里有 {0} 个占比，要点却有 {1} 个", len(typed), len(given)))
    shares = [point.share for point in given] if typed == "equal" else list(typed)
    if any(share is not None and not 0 <= share <= WHOLE for share in shares):
        return _unshared(given, saying("要点占比应在 0% 到 100% 之间"))
    known = sum((share for share in shares if share is not None), Fraction(0))
    open_shares = sum(share is None for share in shares)
    if _off(known, len(shares) - open_shares, bool(open_shares)):
        return _unshared(given, saying("要点占比合计 {0}%，应为 100%", figure(known)))
    each = max(WHOLE - known, Fraction(0)) / open_shares if open_shares else Fraction(0)
    counted = [
        (each if share is None else share) if applies(point) else Fraction(0)
        for point, share in zip(given, shares, strict=True)
    ]
    whole = sum(counted, Fraction(0))
    if not whole:
        return _unshared(
            given,
            saying("没有适用的要点") if not any(map(applies, given)) else saying("适用的要点占比都是 0%"),
        )
    return Shares(tuple(share / whole for share in counted))


def point_earned(parameters: Parameters, point: Point, unassessable: str = "full") -> Earned:
    """What part of its share one 要点 earns; `unassessable` is the project's setting for 无法考核."""
    if point.state == "无法考核":
        return Earned(Fraction(int((parameters["unassessable"] or unassessable) == "full")))
    if point.measured:
        if point.earned is None:
            return Earned(None, saying("要点“{0}”按自己的规则还没有得分", point.name))
        return Earned(min(max(point.earned, Fraction(0)), Fraction(1)))
    if point.fulfilment == "部分符合":
        if point.partial is None:
            return Earned(None, saying("要点“{0}”部分符合，缺部分符合比例", point.name))
        if not 0 <= point.partial <= WHOLE:
            given = saying("要点“{0}”的部分符合比例为 {1}%", point.name, figure(point.partial))
            return Earned(None, saying("{0}，应在 0% 到 100% 之间", given))
        return Earned(point.partial / WHOLE)
    if point.fulfilment in ("符合", "不符合"):
        return Earned(Fraction(int(point.fulfilment == "符合")))
    return Earned(None, saying("要点“{0}”还没有评定是否符合", point.name))


def _off(known: Fraction, count: int, some_open: bool) -> bool:
    slack = SLACK * count
    return known > WHOLE + slack or (not some_open and known < WHOLE - slack)


def _unshared(given: Sequence[Point], reason: str) -> Shares:
    return Shares((Fraction(0),) * len(given), reason)


def _score_points(parameters: Parameters, case: Case) -> Outcome:
    shares = point_shares(parameters, case.points)
    if shares.unscored:
        return not_scored(shares.unscored)
    total, terms = Fraction(0), []
    for point, share in zip(case.points, shares.parts, strict=True):
        if not applies(point):
            continue
        earned = point_earned(parameters, point, case.unassessable)
        if earned.part is None:
            return not_scored(earned.unscored)
        total += share * earned.part
        terms.append(_term(share, earned.part))
    return Outcome(case.weight * total, saying("{0} ×（{1}）", points(case.weight), joined(" + ", terms)))


def _term(share: Fraction, part: Fraction) -> str:
    return _share(share) if part == 1 else saying("{0} × {1}%", _share(share), figure(part * 100))


def _share(share: Fraction) -> str:
    if (share * 10_000).denominator == 1 or share.denominator > 1000:
        return saying("{0}%", figure(share * 100))
    return saying("{0}/{1}", share.numerator, share.denominator)


def _points_fault(parameters: Parameters) -> str:
    shares = parameters["shares"]
    if shares == "equal":
        return ""
    total = sum(shares, Fraction(0))
    off = _off(total, len(shares), some_open=False)
    return saying("“各要点占比”（shares）合计 {0}%，应为 100%", figure(total)) if off else ""


def _describe_points(parameters: Parameters, case: Case) -> str:
    shares = parameters["shares"]
    start = saying("各要点按所填占比分配分值，未填的平均分配")
    if shares != "equal":
        start = saying(
            "各要点依次占分值的{0}", joined(saying("、"), (saying("{0}%", figure(share)) for share in shares))
        )
    said = saying(
        "{0}，符合得满分，部分符合按比例得分，不符合不得分；不适用的要点不计，其分值由其余要点分摊", start
    )
    unassessable = parameters["unassessable"]
    if unassessable is not None:
        full = unassessable == "full"
        said = saying("{0}；{1}", said, saying("无法考核的要点得满分" if full else "无法考核的要点不得分"))
    return said


POINTS = Rule(
    "points",
    RULE_WORDS["points"],
    (Need.POINTS,),
    _POINTS,
    _score_points,
    _describe_points,
    '{"shares":["10","80","10"],"unassessable":"full"}',
    _points_fault,
)
