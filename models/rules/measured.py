"""Rules that turn a measured value into points along a line: 比例 and 线性（及格线）."""

from __future__ import annotations

from fractions import Fraction

from models.rules.case import Case, Need, Outcome, Parameters, Rule, not_scored
from models.rules.parameters import Parameter, ParameterKind
from models.rules.wording import bound, difference, figure, measured, operand, points, stride
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
        return not_scored("缺完成值")
    if target is None:
        return not_scored("缺标准值")
    if target <= 0:
        return not_scored(f"标准值为 {measured(target, case.unit)}，不大于 0，不能按比例计分")
    shown, wanted = measured(value, case.unit), measured(target, case.unit)
    if parameters["direction"] == "reverse":
        if value <= target:
            return Outcome(weight, f"{shown} 不超过标准值 {wanted}，得满分 {points(weight)}")
        return _by_ratio(parameters, weight, target / value, f"{wanted} ÷ {operand(shown)}")
    ratio, cap = value / target, parameters["over_cap"]
    if cap is not None and ratio * 100 >= cap:
        taken = parameters["over_deduction"]
        reached = f"完成比例 {figure(ratio * 100)}%，达到超额界限 {figure(cap)}%"
        return Outcome(weight - taken, f"{reached}：{points(weight)} − {figure(taken)}")
    if ratio >= 1:
        return Outcome(weight, f"{shown} 达到标准值 {wanted}，得满分 {points(weight)}")
    return _by_ratio(parameters, weight, ratio, f"{operand(shown)} ÷ {wanted}")


def _by_ratio(parameters: Parameters, weight: Fraction, ratio: Fraction, division: str) -> Outcome:
    floor = parameters["floor"]
    if floor is not None and ratio * 100 < floor:
        return Outcome(Fraction(0), f"完成比例 {figure(ratio * 100)}%，低于 {figure(floor)}%，得 0 分")
    return Outcome(weight * ratio, f"{points(weight)} × {division}")


def _ratio_fault(parameters: Parameters) -> str:
    cap, deduction = parameters["over_cap"], parameters["over_deduction"]
    if (cap is None) != (deduction is None):
        return "“超额界限”（over_cap）和“超额扣分”（over_deduction）应同时填写或同时空着"
    if cap is not None and parameters["direction"] == "reverse":
        return "“超额界限”（over_cap）只用于越大越好的比例。请清空它和“超额扣分”，或把方向改为 forward"
    return ""


def _describe_ratio(parameters: Parameters, case: Case) -> str:
    standard = "标准值" if case.target is None else f"标准值 {bound(case.target, case.unit)} "
    if parameters["direction"] == "reverse":
        said = f"不超过{standard}得满分，超过的按标准值与完成值之比计分"
    else:
        said = f"达到{standard}得满分，未达到的按完成值与标准值之比计分"
    if parameters["floor"] is not None:
        said += f"，该比例低于{figure(parameters['floor'])}%不得分"
    if parameters["over_cap"] is not None:
        said += f"，该比例达到{figure(parameters['over_cap'])}%视为偏离"
        said += f"，扣{figure(parameters['over_deduction'])}分"
    return said


_LINEAR = (
    Parameter("full", "满分点", required=True, help="达到它得满分"),
    Parameter("zero", "零分点", required=True, help="到它得 0 分，可以大于满分点"),
)


def _score_linear(parameters: Parameters, case: Case) -> Outcome:
    value, full, zero = case.value, parameters["full"], parameters["zero"]
    if value is None:
        return not_scored("缺完成值")
    shown, most, least = measured(value, case.unit), bound(full, case.unit), bound(zero, case.unit)
    part = (value - zero) / (full - zero)
    if part >= 1:
        return Outcome(case.weight, f"{shown} 达到满分点 {most}，得满分 {points(case.weight)}")
    if part <= 0:
        way = "不高于" if full > zero else "不低于"
        return Outcome(Fraction(0), f"{shown} {way}零分点 {least}，得 0 分")
    if full > zero:
        inner = f"{difference(shown, least)}÷{difference(most, least)}"
    else:
        inner = f"{difference(least, shown)}÷{difference(least, most)}"
    return Outcome(case.weight * part, f"{points(case.weight)} ×{inner}")


def _linear_fault(parameters: Parameters) -> str:
    return "“满分点”（full）和“零分点”（zero）不能相同" if parameters["full"] == parameters["zero"] else ""


def _describe_linear(parameters: Parameters, case: Case) -> str:
    full, zero = parameters["full"], parameters["zero"]
    said = f"及格线：{bound(full, case.unit)} 得满分，{bound(zero, case.unit)} 得 0 分，中间按直线"
    each = FULL / abs(full - zero)
    if (each * 100).denominator == 1:
        way = "低于" if full > zero else "超过"
        said += f"，即每{way}{stride(Fraction(1), case.unit)}扣权重分的{figure(each)}%，扣完为止"
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
