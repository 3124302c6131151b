"""Rules that take points away: 偏差扣分, 计数扣分 and 逐期变化."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from models.rules.case import Case, Need, Outcome, Parameters, Rule, not_scored
from models.rules.parameters import Parameter, ParameterKind
from models.rules.wording import bound, difference, figure, in_points, measured, points, stride, taken, times
from models.sayings import joined, saying
from models.tables.indicators import RULE_WORDS

UNIT = Parameter(
    "unit", "扣分单位", ParameterKind.CHOICE, default="分", words={"分": "分", "分值%": "权重分的百分数"}
)

_DEDUCT = (
    Parameter("standard", "标准", help="空着用指标的标准值"),
    Parameter(
        "direction",
        "方向",
        ParameterKind.CHOICE,
        required=True,
        words={"over": "超过标准扣分", "under": "低于标准扣分", "both": "偏离标准扣分"},
    ),
    Parameter("step", "每偏差", default=Fraction(1), positive=True),
    Parameter("points", "扣分", required=True, minimum=Fraction(0)),
    UNIT,
    Parameter(
        "fraction",
        "不足一步",
        ParameterKind.CHOICE,
        default="pro_rata",
        words={"pro_rata": "按比例", "begun": "按一步计", "completed": "不计"},
    ),
)
_WAYS = {"over": saying("超过"), "under": saying("低于"), "both": saying("偏离")}


def _score_deduct(parameters: Parameters, case: Case) -> Outcome:
    value, weight = case.value, case.weight
    standard = case.target if parameters["standard"] is None else parameters["standard"]
    if value is None:
        return not_scored(saying("缺完成值"))
    if standard is None:
        return not_scored(saying("缺标准值：规则参数和指标里都没有"))
    shown, wanted = measured(value, case.unit), bound(standard, case.unit)
    beyond = _beyond(parameters["direction"], value - standard)
    if beyond <= 0:
        way = _WAYS[parameters["direction"]]
        return Outcome(weight, saying("{0} 未{1}标准 {2}，得满分 {3}", shown, way, wanted, points(weight)))
    steps, counted = _steps(parameters, beyond)
    high, low = (shown, wanted) if value > standard else (wanted, shown)
    gap = saying("{0}÷ {1}", difference(high, low), bound(parameters["step"], case.unit))
    if parameters["fraction"] == "pro_rata":
        return _less(parameters, weight, steps, "", gap)
    return _less(
        parameters, weight, steps, saying("{0} = {1}：", gap, counted), saying(" {0}", figure(steps))
    )


def _less(parameters: Parameters, weight: Fraction, count: Fraction, before: str, counted: str) -> Outcome:
    amount, unit = parameters["points"], parameters["unit"]
    left = weight - count * in_points(amount, unit, weight)
    calculation = saying("{0}{1} −{2} × {3}", before, points(weight), counted, times(amount, unit, weight))
    if left > 0:
        return Outcome(left, calculation)
    return Outcome(Fraction(0), saying("{0}，扣完为止，得 0 分", calculation))


def _beyond(direction: str, difference: Fraction) -> Fraction:
    return {"over": difference, "under": -difference, "both": abs(difference)}[direction]


def _steps(parameters: Parameters, beyond: Fraction) -> tuple[Fraction, str]:
    exact = beyond / parameters["step"]
    if parameters["fraction"] == "pro_rata":
        return exact, figure(exact)
    begun = parameters["fraction"] == "begun"
    steps = Fraction(ceil(exact) if begun else floor(exact))
    if steps == exact:
        return steps, figure(exact)
    if begun:
        return steps, saying("{0}，不足一步按一步计，计 {1} 步", figure(exact), figure(steps))
    return steps, saying("{0}，不足一步不计，计 {1} 步", figure(exact), figure(steps))


def _describe_deduct(parameters: Parameters, case: Case) -> str:
    standard = case.target if parameters["standard"] is None else parameters["standard"]
    step = stride(parameters["step"], case.unit)
    start = (
        saying("以标准值为准") if standard is None else saying("以 {0} 为标准", bound(standard, case.unit))
    )
    rest = {
        "pro_rata": saying("不足{0}的按比例扣分", step),
        "begun": saying("不足{0}的按{1}扣分", step, step),
        "completed": saying("不足{0}的不扣分", step),
    }[parameters["fraction"]]
    each = saying(
        "每{0}{1}扣{2}", _WAYS[parameters["direction"]], step, taken(parameters["points"], parameters["unit"])
    )
    return saying("{0}，{1}，{2}，扣完为止", start, each, rest)


_FAULTS = (
    Parameter("points", "每处扣分", required=True, minimum=Fraction(0)),
    UNIT,
    Parameter("zero_at", "全失处数", minimum=Fraction(1), help="达到它不得分；空着表示扣完为止"),
)


def _score_faults(parameters: Parameters, case: Case) -> Outcome:
    count, weight, zero_at = case.value, case.weight, parameters["zero_at"]
    if count is None:
        return not_scored(saying("缺计数"))
    if count < 0 or count.denominator != 1:
        return not_scored(saying("计数为 {0}，应为 0 或正整数", figure(count)))
    if count == 0:
        return Outcome(weight, saying("没有应扣分之处，得满分 {0}", points(weight)))
    if zero_at is not None and count >= zero_at:
        return Outcome(
            Fraction(0), saying("{0}，达到 {1}，得 0 分", _counted(count, case), _counted(zero_at, case))
        )
    return _less(parameters, weight, count, "", saying(" {0}", figure(count)))


def _counted(count: Fraction, case: Case) -> str:
    return saying("{0}{1}", figure(count), case.unit or saying("处"))


def _describe_faults(parameters: Parameters, case: Case) -> str:
    one = _counted(Fraction(1), case)
    said = saying("每有{0}扣{1}，扣完为止", one, taken(parameters["points"], parameters["unit"]))
    zero_at = parameters["zero_at"]
    return said if zero_at is None else saying("{0}，达到{1}不得分", said, _counted(zero_at, case))


_TREND = (
    Parameter(
        "direction", "方向", ParameterKind.CHOICE, default="up", words={"up": "逐期上升", "down": "逐期下降"}
    ),
    Parameter("points", "每期扣分", required=True, minimum=Fraction(0), words={"all": "全部"}),
    UNIT,
    Parameter("equal_ok", "允许持平", ParameterKind.FLAG, default=False),
)


def _score_trend(parameters: Parameters, case: Case) -> Outcome:
    known = [each for each in case.series if each is not None]
    if len(known) < len(case.series):
        missing = [str(number) for number, each in enumerate(case.series, 1) if each is None]
        return not_scored(saying("第 {0} 期缺数，不能逐期比较", joined(saying("、"), missing)))
    if len(known) < 2:
        return not_scored(saying("只有 {0} 期数，至少要两期才能比较", len(known)))
    breaches = [
        number
        for number, (before, after) in enumerate(pairwise(known), 2)
        if _breach(parameters, after - before)
    ]
    shown = joined(" → ", (measured(each, case.unit) for each in known))
    weight, way = case.weight, saying("上升") if parameters["direction"] == "up" else saying("下降")
    if not breaches:
        level = saying("或持平") if parameters["equal_ok"] else ""
        return Outcome(weight, saying("{0}，逐期{1}{2}，得满分 {3}", shown, way, level, points(weight)))
    where = saying("{0}，第 {1} 期未{2}", shown, joined(saying("、"), map(str, breaches)), way)
    if parameters["points"] == "all":
        return Outcome(Fraction(0), saying("{0}，得 0 分", where))
    return _less(
        parameters, weight, Fraction(len(breaches)), saying("{0}：", where), saying(" {0}", len(breaches))
    )


def _breach(parameters: Parameters, change: Fraction) -> bool:
    gain = change if parameters["direction"] == "up" else -change
    return gain < 0 or (gain == 0 and not parameters["equal_ok"])


def _describe_trend(parameters: Parameters, case: Case) -> str:
    way = saying("上升") if parameters["direction"] == "up" else saying("下降")
    equal = saying("持平不扣分") if parameters["equal_ok"] else saying("持平视为未{0}", way)
    if parameters["points"] == "all":
        return saying("各期数值应逐期{0}，有一期未{1}即不得分，{2}", way, way, equal)
    each = taken(parameters["points"], parameters["unit"])
    return saying("各期数值应逐期{0}，每有一期未{1}扣{2}，扣完为止，{3}", way, way, each, equal)


DEDUCT = Rule(
    "deduct",
    RULE_WORDS["deduct"],
    (Need.VALUE,),
    _DEDUCT,
    _score_deduct,
    _describe_deduct,
    '{"standard":"100","direction":"over","step":"1","points":"0.5","unit":"分","fraction":"pro_rata"}',
)
FAULTS = Rule(
    "faults",
    RULE_WORDS["faults"],
    (Need.VALUE,),
    _FAULTS,
    _score_faults,
    _describe_faults,
    '{"points":"20","unit":"分值%","zero_at":"5"}',
)
TREND = Rule(
    "trend",
    RULE_WORDS["trend"],
    (Need.SERIES,),
    _TREND,
    _score_trend,
    _describe_trend,
    '{"direction":"up","points":"all","unit":"分","equal_ok":false}',
)
