"""Tables as units hand them over: what they are about, which column is what, which rows are data.

`recognise` makes a Layout of a Grid; a person may change it; `read` makes entries and judgements of both.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from models.untidy.contracts import read_contracts
from models.untidy.funds import read_funds
from models.untidy.grid import Grid
from models.untidy.layout import Layout, recognise, stated
from models.untidy.leftovers import leftovers, shown
from models.untidy.lines import Step, no_step
from models.untidy.plain import read_plain
from models.untidy.reading import Reading
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
    grid = stated(grid, layout)
    layout, hidden = shown(grid, layout, choices)
    found = _READERS.get(layout.target.name, read_plain)(grid, layout, this_year, choices, step)
    return Reading(found.entries, (*hidden, *leftovers(grid, layout), *found.judgements))
