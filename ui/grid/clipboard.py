"""Blocks of cells as the clipboard carries them between this program, Excel and WPS."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence


def to_text(block: Sequence[Sequence[str]]) -> str:
    """Rows parted by line ends, cells by tabs, quoted only where a cell holds one of these."""
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(block)
    return out.getvalue().removesuffix("\n")


def from_text(text: str) -> list[list[str]]:
    """The block that the clipboard's text means; a trailing line end is no row."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if not plain:
        return []
    if '"' not in plain:
        return [line.split("\t") for line in plain.split("\n")]
    return [row or [""] for row in csv.reader(io.StringIO(plain), delimiter="\t")]
