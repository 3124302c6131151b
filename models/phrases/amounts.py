"""Figures as rule sentences write them, and what a sentence takes away: 0.5分, 权重分的5%, 百分之五."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from models.kinds import canonical, round_half_up

_CHINESE = r"(?:[零〇一二两三四五六七八九十千]|百(?!分)){1,7}"
NUMBER = rf"(?:−?(?<![\d.])\d{{1,12}}(?:,\d{{3}})*(?:\.\d{{1,6}})?(?!\d)|半|{_CHINESE})"
AMOUNT = rf"(?:百分之{NUMBER}|{NUMBER})"
PERCENT = rf"(?:百分之{NUMBER}|{NUMBER}%)"
WEIGHT = r"(?:权重分值|权重分数|权重分|权重|标准分值|标准分|分值|满分|总分值|总分|分数|得分|分)"
OWN = r"(?:该项|本项|此项|该|本|指标|对应|的){0,4}"
VERB = r"(?:扣减|扣除|扣掉|扣罚|扣去|扣|减去|减扣|减)(?:掉)?"
TAKEN = (
    rf"(?:(?P<points>{NUMBER})分(?![之值数])"
    rf"|{OWN}{WEIGHT}的?(?P<share>{PERCENT})"
    rf"|(?P<bare>{PERCENT})的?{OWN}(?P<noun>{WEIGHT})?"
    rf"|(?P<part>\d{{1,2}}/\d{{1,2}})的?{OWN}{WEIGHT})"
)
CLASSIFIER = r"(?:个月|人次|个(?!百分)|[处项次例条起人份家件笔天日户台门种篇张本场宗类月周年])"
NO_POINTS = (
    r"(?:(?:不得|不计|不给|不予得|得零|得0|计0|计零|为0|为零|[0零])分"
    r"|扣(?:除)?(?:全部|所有)(?:分值|分数|分))"
)

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}


def value(text: str) -> Fraction | None:
    """The figure that the words mean, a percent as its number; None where they are no figure."""
    plain = text.removeprefix("百分之").removesuffix("%").replace(",", "").replace("−", "-")
    if plain == "半":
        return Fraction(1, 2)
    if re.fullmatch(r"-?\d+(?:\.\d+)?", plain, re.ASCII):
        return Fraction(plain)
    return _chinese(plain)


def _chinese(text: str) -> Fraction | None:
    total, digit = 0, None
    for char in text:
        if char in _UNITS:
            total += (1 if digit is None else digit) * _UNITS[char]
            digit = None
        elif char in _DIGITS and (digit is None or digit == 0):
            digit = _DIGITS[char]
        else:
            return None
    return Fraction(total + (digit or 0)) if text else None


def stored(amount: Fraction) -> str | None:
    """The figure as parameters hold it; None where six decimals do not suffice."""
    rounded = round_half_up(amount, 6)
    return canonical(Decimal(rounded)) if Fraction(rounded) == amount else None


def figure(text: str | None) -> str | None:
    """The words of a figure as parameters hold it; None where they are none."""
    amount = value(text) if text else None
    return None if amount is None else stored(amount)


def taken(match: re.Match[str]) -> tuple[str, str] | None:
    """What a match of `TAKEN` takes away: the figure in stored form with its unit, 分 or 分值%."""
    if match["points"]:
        amount, unit = figure(match["points"]), "分"
    elif match["part"]:
        above, below = (Fraction(each) for each in match["part"].split("/"))
        amount, unit = stored(above / below * 100) if below else None, "分值%"
    else:
        amount, unit = figure(match["share"] or match["bare"]), "分值%"
    return None if amount is None else (amount, unit)


def vague(match: re.Match[str]) -> bool:
    """Whether a match of `TAKEN` says 扣5% without saying of what."""
    return bool(match["bare"]) and not match["noun"]
