"""Amounts inside problems: said in the project's unit, exchanged in 万元, compared as they were declared."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from models import figures, kinds
from models.records import Records
from models.sayings import saying, word

YUAN_PER_WAN = 10_000


class Amounts:
    """Words for amounts of 万元, in the unit of one project."""

    def __init__(self, records: Records) -> None:
        self.unit = records.money_unit
        self._thousands = records.thousands

    def say(self, amount: Fraction) -> str:
        """The amount in the project's unit at two decimals, more where it has more; without the unit."""
        units = amount if self.unit == "万元" else amount * YUAN_PER_WAN
        return kinds.show_number(kinds.round_half_up(units, _decimals(units)), self._thousands)

    def say_unit(self, amount: Fraction) -> str:
        """The amount with its unit."""
        return saying("{0} {1}", self.say(amount), word(self.unit))

    def agree(self, declared: Fraction, computed: Fraction) -> bool:
        """Whether a declared amount is the computed one, at the decimals that it was declared with."""
        if declared == computed:
            return True
        if self.unit != "万元":
            return False
        return Fraction(kinds.round_half_up(computed, _decimals(declared))) == declared


def exchanged(amount: Fraction) -> str:
    """An amount of 万元 as JSON carries it: two to six decimals."""
    return format(kinds.round_half_up(amount, _decimals(amount)), "f")


def rate(value: Fraction | Decimal) -> str:
    """A percent number as JSON carries it: two decimals, no sign."""
    return format(kinds.round_half_up(value), "f")


def _decimals(amount: Fraction) -> int:
    return min(max(2, -int(figures.decimal(amount).as_tuple().exponent)), 6)
