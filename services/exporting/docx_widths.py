"""Column widths for Word: by share, but wide enough for every figure; estimated, no font is measured."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from models.report.blocks import Table, clean
from services.exporting.docx_text import ems

PAD_X = 80
"""The space at each side of a cell's text in twips."""
LONGEST_FIGURE = 24
NARROWEST = 3
"""The least width of a column in characters."""


def fitted(table: Table, width: int, sizes: Sequence[int]) -> tuple[int, list[int]]:
    """The largest of the sizes (half-points) in which figures stand on one line, and the widths in twips.

    The widths add up to `width`.
    """
    figures = [_longest_figure(table, column) for column in range(len(table.columns))]
    for size in sizes:
        narrowest = min(NARROWEST * size * 10.0, width / len(figures) / 2)
        least = [max(figure * size * 10, narrowest) + 2 * PAD_X for figure in figures]
        if sum(least) <= width:
            return size, _whole(_shared([column.share for column in table.columns], least, width))
    return sizes[-1], _whole([each * width / sum(least) for each in least])


def _longest_figure(table: Table, column: int) -> float:
    """The length of the longest figure of a right-aligned column, in ems."""
    if table.columns[column].align != "right":
        return 0.0
    cells = (row.cell(column) for row in table.rows)
    texts = (clean(cell.text) for cell in cells if cell.span == 1)
    return max((ems(text) for text in texts if len(text) <= LONGEST_FIGURE and "\n" not in text), default=0.0)


def _shared(shares: Sequence[int], least: Sequence[float], width: int) -> list[float]:
    """Widths by share; a column that would be too narrow gets its least width, the others share the rest."""
    fixed: set[int] = set()
    while True:
        free = width - sum(least[at] for at in fixed)
        total = sum(share for at, share in enumerate(shares) if at not in fixed)
        scaled = {at: free * share / total for at, share in enumerate(shares) if at not in fixed}
        short = {at for at, wide in scaled.items() if wide < least[at]}
        if not short:
            return [scaled.get(at, each) for at, each in enumerate(least)]
        if len(fixed | short) == len(shares):
            return [each * width / sum(least) for each in least]
        fixed |= short


def _whole(widths: Sequence[float]) -> list[int]:
    """The same in whole twips, with the same sum."""
    edges = [round(edge) for edge in accumulate(widths, initial=0.0)]
    return [right - left for left, right in pairwise(edges)]
