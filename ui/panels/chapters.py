"""The report's blocks parted into chapters, as the list at the left and the text in the middle show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.report.blocks import Annex, Block, Document, Heading, annex_label
from ui.panels.side_list import Entry

OPENING = "opening"
MARK = "、"


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter or annex: its key, number and title, its blocks, and its sections by heading text."""

    key: str
    number: str
    title: str
    heading: str
    blocks: tuple[Block, ...]
    sections: tuple[str, ...]


def chapters_of(document: Document) -> tuple[Chapter, ...]:
    """The chapters in order: what stands before the first heading, the chapters, the annexes."""
    found: list[tuple[str, str, str, str, list[Block]]] = [(OPENING, "", "标题和引言", "", [])]
    for number, block in enumerate(document.blocks):
        if isinstance(block, Heading) and block.level == 1:
            mark, _, title = block.text.rpartition(MARK) if MARK in block.text[:4] else ("", "", block.text)
            found.append((block.key or f"chapter{number}", mark, title, block.text, []))
        elif isinstance(block, Annex):
            label = annex_label(block)
            found.append((f"annex{block.number}", label, block.title, f"{label}　{block.title}", []))
        found[-1][4].append(block)
    return tuple(
        Chapter(key, mark, title, heading, tuple(blocks), _sections(blocks))
        for key, mark, title, heading, blocks in found
        if blocks
    )


def _sections(blocks: Sequence[Block]) -> tuple[str, ...]:
    return tuple(block.text for block in blocks if isinstance(block, Heading) and block.level == 2)


def entries(chapters: Sequence[Chapter], chosen: str) -> list[Entry]:
    """The lines of the list: every chapter, and the sections of the chosen one under it."""
    lines: list[Entry] = []
    at = chosen.partition("/")[0]
    for chapter in chapters:
        words = "　".join(word for word in (chapter.number, chapter.title) if word)
        lines.append(Entry(chapter.key, words))
        if chapter.key == at:
            lines += [
                Entry(f"{chapter.key}/{number}", text, depth=1)
                for number, text in enumerate(chapter.sections)
            ]
    return lines
