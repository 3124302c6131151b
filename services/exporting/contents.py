"""What the table of contents lists, the same in every writer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.report.blocks import Annex, Block, Heading, annex_label, clean

DEEPEST = 2
"""The last heading level that is listed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: its level from 1, its words on one line, and the number of its block."""

    level: int
    text: str
    block: int

    @property
    def key(self) -> str:
        """The name of the place in the document that it leads to."""
        return f"block{self.block}"


def entries(blocks: Sequence[Block]) -> Iterator[Entry]:
    """Everything that is listed, in reading order."""
    for number, block in enumerate(blocks):
        entry = entry_of(block, number)
        if entry is not None and entry.level <= DEEPEST:
            yield entry


def entry_of(block: Block, number: int) -> Entry | None:
    """What a heading or annex is called where it is referred to; nothing for other blocks."""
    match block:
        case Heading():
            return Entry(block.level, _one_line(block.text), number)
        case Annex():
            return Entry(1, f"{annex_label(block)}　{_one_line(block.title)}", number)
    return None


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())
