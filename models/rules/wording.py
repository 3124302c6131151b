"""How rules write figures: exactly where six decimals suffice, otherwise as 约, with a true minus sign."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from models.kinds import canonical, round_half_up, show_number
from models.sayings import saying

PLACES = 6


def figure(value: Fraction, least: int = 0) -> str:
    """The value at its own decimals, at least so many; one that never ends is "约" six decimals."""
    if 10**PLACES % value.denominator:
        return saying("约 {0}", show_number(Decimal(canonical(round_half_up(value, PLACES)))))
    plain = Decimal(canonical(round_half_up(value, PLACES)))
    decimals = max(least, -int(plain.as_tuple().exponent))
    return show_number(round_half_up(value, decimals))


def points(value: Fraction) -> str:
    """Points as the calculation prints them: 5.00."""
    return figure(value, least=2)


def measured(value: Fraction, unit: str) -> str:
    """A measured value with its unit; rates have two decimals at least, as everywhere on screen."""
    return saying("{0}{1}", figure(value, least=2 if unit == "%" else 0), unit)


def bound(value: Fraction, unit: str) -> str:
    """A bound or standard with its unit, as short as it was typed: 80%."""
    return saying("{0}{1}", figure(value), unit)


def operand(text: str) -> str:
    """A figure's text as it stands after a sign of calculation: negative ones in brackets."""
    return saying("（{0}）", text) if text.startswith("−") else text


def difference(high: str, low: str) -> str:
    """A bracketed subtraction of two figures' texts: （88.33% − 80%）."""
    return saying("（{0} − {1}）", high, operand(low))


def stride(value: Fraction, unit: str) -> str:
    """A distance between values: rates differ by 个百分点, everything else by its unit."""
    return saying("{0}个百分点", figure(value)) if unit == "%" else bound(value, unit)


def taken(amount: Fraction, unit: str) -> str:
    """What a rule takes away: 0.5分, or 权重分的5%."""
    return saying("权重分的{0}%", figure(amount)) if unit == "分值%" else saying("{0}分", figure(amount))


def times(amount: Fraction, unit: str, weight: Fraction) -> str:
    """The factor of a deduction inside a calculation: 0.5, or 5.00 × 10%."""
    return saying("{0} × {1}%", points(weight), figure(amount)) if unit == "分值%" else figure(amount)


def in_points(amount: Fraction, unit: str, weight: Fraction) -> Fraction:
    """An amount of 分, or of percent of the weight, in 分."""
    return weight * amount / 100 if unit == "分值%" else amount
