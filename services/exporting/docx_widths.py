"""Column widths for Word: by share, but wide enough for every figure; estimated, no font is measured."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

from models.report.blocks import Table, clean
from services.exporting.docx_text import ems

PAD_X = 80
"""The space at each side of a cell's text in twips."""
_FIGURE = re.compile(r"[−-]?[0-9][0-9,.]*%?")
"""What is never to be broken, whatever its column's alignment."""
LONGEST_FIGURE = 24
SHORT_WORD = 4
"""Words of so few characters, such as 年初预算, are not broken where there is room, but in a form."""
NARROWEST = 3.3
"""The least width of a column in characters."""


def fitted(table: Table, width: int, sizes: Sequence[int]) -> tuple[int, list[int]]:
    """The largest of the sizes (half-points) in which figures stand on one line, and the widths in twips.

    The widths add up to `width`.
    """
    columns = range(len(table.columns))
    measured = [_longest(table, column) for column in columns]
    figures, wished = zip(*measured, strict=True)
    wanted = (figures,) if table.headless else (wished, figures)
    for size in sizes:
        for longest in wanted:
            narrowest = min(NARROWEST * size * 10.0, width / len(figures) / 2)
            least = [max(each * size * 10, narrowest) + 2 * PAD_X for each in longest]
            if sum(least) <= width:
                return size, _whole(_shared([column.share for column in table.columns], least, width))
    return sizes[-1], _whole([each * width / sum(least) for each in least])


def _longest(table: Table, column: int) -> tuple[float, float]:
    """The length in ems of a column's longest figure, and of its longest figure or short word.

    In a right-aligned column every short text is a figure.
    """
    figure = either = 0.0
    right = table.columns[column].align == "right"
    for row in table.rows:
        cell = row.cell(column)
        if cell.span == 1 and len(cell.text) <= LONGEST_FIGURE:
            text = clean(cell.text)
            is_figure = "\n" not in text if right else _FIGURE.fullmatch(text) is not None
            if is_figure or len(text) <= SHORT_WORD:
                either = max(either, ems(text))
            if is_figure:
                figure = max(figure, ems(text))
    return figure, either


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
