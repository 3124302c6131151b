"""Tables as units hand them over: what they are about, which column is what, which rows are data.

`recognise` makes a Layout of a Grid; a person may change it; `read` makes entries and judgements of both.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from models.sayings import listing, saying, word
from models.untidy.contracts import read_contracts
from models.untidy.funds import read_funds
from models.untidy.grid import Grid
from models.untidy.layout import Layout, recognise
from models.untidy.lines import Role, Step, no_step
from models.untidy.plain import read_plain
from models.untidy.reading import DOUBT, Judgement, Reading
from models.untidy.targets import CONTRACTS, FUNDS

__all__ = ["Grid", "Layout", "Reading", "read", "recognise"]

_Reader = Callable[[Grid, Layout, int, Mapping[str, str], Step], Reading]
_READERS: Mapping[str, _Reader] = {CONTRACTS: read_contracts, FUNDS: read_funds}


def read(
    grid: Grid, layout: Layout, this_year: int, choices: Mapping[str, str], step: Step = no_step
) -> Reading:
    """The entries of a table as its layout says, and the judgements made on the way.

    `choices` are what the person decided otherwise, by the judgements' keys.
    """
    found = _READERS.get(layout.target.name, read_plain)(grid, layout, this_year, choices, step)
    return Reading(found.entries, (*_of_columns(grid, layout), *found.judgements))


def _of_columns(grid: Grid, layout: Layout) -> list[Judgement]:
    told = []
    has_money = any(
        (slot := layout.target.slot(one.key)) and slot.field.kind == "money" for one in layout.columns
    )
    if has_money and not layout.unit_said:
        told.append(
            Judgement(
                "unit", DOUBT, saying("表中没有写金额单位，按{0}读入。不对请在上面改", word(layout.unit))
            )
        )
    fractions = [one.head.text for one in layout.columns if one.as_fraction]
    if fractions:
        told.append(
            Judgement(
                "fractions", DOUBT, saying("“{0}”写成小数，按百分数读入（0.3 是 30%）", listing(fractions))
            )
        )
    open_columns: list[str] = [f"“{one.head.text}”" for one in layout.open_columns]
    open_columns += [saying("第 {0} 列（没有表头）", at + 1) for at in _nameless(grid, layout)]
    if open_columns:
        told.append(Judgement("columns", DOUBT, saying("{0}没有对应的字段，不导入", listing(open_columns))))
    return told


def _nameless(grid: Grid, layout: Layout) -> list[int]:
    """Columns without a head that hold something and are not taken."""
    candidates = [one.index for one in layout.columns if not one.key and not one.head.text]
    data = [row for row, role in enumerate(layout.roles) if role is Role.DATA] if candidates else []
    return [at for at in candidates if any(grid.own(row, at).strip() for row in data)]
