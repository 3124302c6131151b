"""Blocks of cells as the clipboard carries them between this program, Excel and WPS: as text and as HTML."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Sequence
from functools import cache

_QUOTED = re.compile(r'"((?=[^"]*[\t\n]|[^"]*""|")(?:[^"]|"")*+)"(?=[\t\n]|\Z)')
"""A cell between quotes: nothing, or something that had to be quoted, up to a quote at the end of a cell."""
_PLAIN = re.compile(r"[^\t\n]*")
Texts = list[list[str]]
AS_TEXT = "mso-number-format:'\\@'"
"""Tells Excel and WPS to keep a cell as it is: 001 stays 001, 2018-06 no date of the first."""


def to_text(block: Sequence[Sequence[str]]) -> str:
    """Rows parted by line ends, cells by tabs, quoted only where a cell holds one of these."""
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(block)
    return out.getvalue().removesuffix("\n")


def from_text(text: str) -> Texts:
    """The block that the clipboard's text means; a trailing line end is no row.

    Spreadsheets quote only a cell that holds a tab, a line end or a quote and then double its quotes: any
    other quote is a letter like others, so that one without its pair swallows no cells.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if not plain:
        return []
    if '"' not in plain:
        return [line.split("\t") for line in plain.split("\n")]
    block: Texts = [[]]
    at = 0
    while at <= len(plain):
        quoted = _QUOTED.match(plain, at)
        cell = quoted[1].replace('""', '"') if quoted else _PLAIN.match(plain, at)[0]  # type: ignore[index]
        block[-1].append(cell)
        at = quoted.end() if quoted else at + len(cell)
        if plain[at : at + 1] == "\n":
            block.append([])
        at += 1
    return block


def html_rows(block: Sequence[Sequence[str]], figures: Sequence[bool]) -> str:
    """A block as rows of a table: columns of `figures` as numbers, all others as the text they are."""
    opened = ["<td>" if is_figure else f'<td style="{AS_TEXT}">' for is_figure in figures]
    inside = cache(lambda text: html.escape(text).replace("\n", "<br>"))
    rows = (
        "".join([f"{cell}{inside(text)}</td>" for cell, text in zip(opened, texts, strict=True)])
        for texts in block
    )
    return "".join([f"<tr>{row}</tr>" for row in rows])


def to_html(rows: str) -> str:
    """The table of these rows as a page."""
    return f'<html><meta charset="utf-8"><table>{rows}</table></html>'


def from_html(source: str) -> Texts:
    """The first table of the HTML as a block; UserProblem where there is none, or far too much.

    A cell merged over rows says what it says in each of them, as a heading beside its rows does; merged
    over columns it stands in the first, so that no amount is counted twice.
    """
    from services.reading.clipboard import clipboard_tables

    grid = clipboard_tables(source, "")[0]
    width = max(len(row) for row in grid.rows)
    block = [[*row, *[""] * (width - len(row))] for row in grid.rows]
    for (row, column), (top, left) in grid.covered.items():
        if column == left:
            block[row][column] = block[top][left]
    return block


def block_of(text: str, source: str) -> Texts:
    """What the clipboard means: its text, or its HTML where that knows more (merged rows) or stands alone."""
    if "rowspan" in source.lower() or source.strip() and not text.strip():
        return from_html(source)
    return from_text(text)
