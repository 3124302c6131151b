"""What may stand in the cells of workbooks for readers: texts that fit, amounts in the project's unit."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from models import figures, kinds
from models.report.wording import YUAN_PER_WAN

LONGEST = 16_000
"""Characters a cell takes of a text, half of what Excel allows; what is longer is cut, with a mark."""
CUT = "……（全文见项目文件）"


def fitting(text: str) -> str:
    """Clean text no longer than a cell takes."""
    cleaned = kinds.clean(text)
    return cleaned if len(cleaned) <= LONGEST else cleaned[:LONGEST] + CUT


def in_unit(amount: Fraction | None, unit: str) -> Decimal | None:
    """An amount of 万元 in the project's unit, to the 分; None when it is not known."""
    return None if amount is None else figures.decimal(amount * (1 if unit == "万元" else YUAN_PER_WAN))
