"""The program's figures as cells: amounts in the project's unit, rates, and — for what is not known."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models import kinds
from models.figures import Fact
from models.report.wording import NOTHING
from services.exporting.cell_values import in_unit
from services.exporting.report_book.sheet import Content, Formula

PLACES = 15
"""Decimals of a share; more than Excel keeps."""


@dataclass(frozen=True, slots=True)
class Cells:
    """Makes cells of figures of 万元 in the unit of the project."""

    unit: str

    def amount(self, value: Fraction | None) -> Decimal | None:
        """An amount as a number; an empty cell, to be filled in, where it is not known."""
        return in_unit(value, self.unit)

    def live(self, formula: str, now: Fraction | None) -> Content:
        """A formula that comes to this amount; — where the program does not know the figure either."""
        known = in_unit(now, self.unit)
        return NOTHING if known is None else Formula(formula, known)

    @staticmethod
    def rate(part: str, base: str, fact: Fact) -> Formula:
        """One cell over another, — where the base is not above zero."""
        percent = fact.value
        now = NOTHING if percent is None else kinds.round_half_up(percent / 100, PLACES)
        return Formula(f'=IF(AND(ISNUMBER({part}),N({base})>0),{part}/{base},"{NOTHING}")', now)
