"""Rules that turn a measured value into points along a line: 比例 and 线性（及格线）."""

from __future__ import annotations

from fractions import Fraction

from models.rules.case import Case, Need, Outcome, Parameters, Rule, not_scored
from models.rules.parameters import Parameter, ParameterKind
from models.rules.wording import bound, difference, figure, measured, operand, points, stride
from models.sayings import saying
from models.tables.indicators import RULE_WORDS

FULL = Fraction(100)

_RATIO = (
    Parameter(
        "direction",
        "方向",
        ParameterKind.CHOICE,
        default="forward",
        words={"forward": "越大越好", "reverse": "越小越好"},
    ),
    Parameter("floor", "起计比例", minimum=Fraction(0), maximum=FULL, unit="%", help="完成比例低于它不得分"),
    Parameter("over_cap", "超额界限", minimum=FULL, unit="%", help="完成比例达到它视为偏离"),
    Parameter("over_deduction", "超额扣分", minimum=Fraction(0), unit="分", help="视为偏离时扣的分"),
)


def _score_ratio(parameters: Parameters, case: Case) -> Outcome:
    value, target, weight = case.value, case.target, case.weight
    if value is None:
        return not_scored(saying("缺完成值"))
    if target is None:
        return not_scored(saying("缺标准值"))
    if target <= 0:
        return not_scored(saying("标准值为 {0}，不大于 0，不能按比例计分", measured(target, case.unit)))
    shown, wanted = measured(value, case.unit), measured(target, case.unit)
    if parameters["direction"] == "reverse":
        if value <= target:
            return Outcome(weight, saying("{0} 不超过标准值 {1}，得满分 {2}", shown, wanted, points(weight)))
        return _by_ratio(parameters, weight, target / value, saying("{0} ÷ {1}", wanted, operand(shown)))
    ratio, cap = value / target, parameters["over_cap"]
    if cap is not None and ratio * 100 >= cap:
        taken = parameters["over_deduction"]
        reached = saying("完成比例 {0}%，达到超额界限 {1}%", figure(ratio * 100), figure(cap))
        return Outcome(weight - taken, saying("{0}：{1} − {2}", reached, points(weight), figure(taken)))
    if ratio >= 1:
        return Outcome(weight, saying("{0} 达到标准值 {1}，得满分 {2}", shown, wanted, points(weight)))
    return _by_ratio(parameters, weight, ratio, saying("{0} ÷ {1}", operand(shown), wanted))


def _by_ratio(parameters: Parameters, weight: Fraction, ratio: Fraction, division: str) -> Outcome:
    floor = parameters["floor"]
    if floor is not None and ratio * 100 < floor:
        return Outcome(
            Fraction(0), saying("完成比例 {0}%，低于 {1}%，得 0 分", figure(ratio * 100), figure(floor))
        )
    return Outcome(weight * ratio, saying("{0} × {1}", points(weight), division))


def _ratio_fault(parameters: Parameters) -> str:
    cap, deduction = parameters["over_cap"], parameters["over_deduction"]
    if (cap is None) != (deduction is None):
        return saying("“超额界限”（over_cap）和“超额扣分”（over_deduction）应同时填写或同时空着")
    if cap is not None and parameters["direction"] == "reverse":
        return saying(
            "“超额界限”（over_cap）只用于越大越好的比例。请清空它和“超额扣分”，或把方向改为 forward"
        )
    return ""


def _describe_ratio(parameters: Parameters, case: Case) -> str:
    standard = (
        saying("标准值") if case.target is None else saying("标准值 {0} ", bound(case.target, case.unit))
    )
    if parameters["direction"] == "reverse":
        said = saying("不超过{0}得满分，超过的按标准值与完成值之比计分", standard)
    else:
        said = saying("达到{0}得满分，未达到的按完成值与标准值之比计分", standard)
    if parameters["floor"] is not None:
        said = saying("{0}，该比例低于{1}%不得分", said, figure(parameters["floor"]))
    if parameters["over_cap"] is not None:
        cap, deduction = figure(parameters["over_cap"]), figure(parameters["over_deduction"])
        said = saying("{0}，该比例达到{1}%视为偏离，扣{2}分", said, cap, deduction)
    return said


_LINEAR = (
    Parameter("full", "满分点", required=True, help="达到它得满分"),
    Parameter("zero", "零分点", required=True, help="到它得 0 分，可以大于满分点"),
)


def _score_linear(parameters: Parameters, case: Case) -> Outcome:
    value, full, zero = case.value, parameters["full"], parameters["zero"]
    if value is None:
        return not_scored(saying("缺完成值"))
    shown, most, least = measured(value, case.unit), bound(full, case.unit), bound(zero, case.unit)
    part = (value - zero) / (full - zero)
    if part >= 1:
        return Outcome(
            case.weight, saying("{0} 达到满分点 {1}，得满分 {2}", shown, most, points(case.weight))
        )
    if part <= 0:
        if full > zero:
            return Outcome(Fraction(0), saying("{0} 不高于零分点 {1}，得 0 分", shown, least))
        return Outcome(Fraction(0), saying("{0} 不低于零分点 {1}，得 0 分", shown, least))
    if full > zero:
        inner = saying("{0}÷{1}", difference(shown, least), difference(most, least))
    else:
        inner = saying("{0}÷{1}", difference(least, shown), difference(least, most))
    return Outcome(case.weight * part, saying("{0} ×{1}", points(case.weight), inner))


def _linear_fault(parameters: Parameters) -> str:
    return (
        saying("“满分点”（full）和“零分点”（zero）不能相同")
        if parameters["full"] == parameters["zero"]
        else ""
    )


def _describe_linear(parameters: Parameters, case: Case) -> str:
    full, zero = parameters["full"], parameters["zero"]
    said = saying(
        "及格线：{0} 得满分，{1} 得 0 分，中间按直线", bound(full, case.unit), bound(zero, case.unit)
    )
    each = FULL / abs(full - zero)
    if (each * 100).denominator == 1:
        way = saying("低于") if full > zero else saying("超过")
        one = stride(Fraction(1), case.unit)
        said = saying("{0}，即每{1}{2}扣权重分的{3}%，扣完为止", said, way, one, figure(each))
    return said


RATIO = Rule(
    "ratio",
    RULE_WORDS["ratio"],
    (Need.VALUE, Need.TARGET),
    _RATIO,
    _score_ratio,
    _describe_ratio,
    '{"direction":"forward","floor":"60","over_cap":"130","over_deduction":"2"}',
    _ratio_fault,
)
LINEAR = Rule(
    "linear",
    RULE_WORDS["linear"],
    (Need.VALUE,),
    _LINEAR,
    _score_linear,
    _describe_linear,
    '{"full":"100","zero":"80"}',
    _linear_fault,
)
