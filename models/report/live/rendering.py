"""From live text to blocks: headings get their numbers, fields their values, inserts what the data give."""

from __future__ import annotations

from collections.abc import Iterator

from models.report.blocks import Block, Heading, Paragraph, ParagraphStyle, Run
from models.report.live.inserting import Inserts, WrongInsert
from models.report.live.quoting import Quoter
from models.report.live.syntax import Field, Line, read
from models.report.wording import numeral

DEPTH = 4
"""How deep passages may stand in passages."""


class Renderer:
    """Sets live text over one state of the data."""

    def __init__(self, quoter: Quoter, inserts: Inserts) -> None:
        self.quoter = quoter
        self.inserts = inserts

    def blocks(self, text: str, style: ParagraphStyle = "body") -> Iterator[Block]:
        """The blocks of a chapter without its own heading; plain paragraphs get `style`."""
        places = [0, 0]
        for each in self._flat(text, 0):
            block = self._set(each, places, style) if isinstance(each, Line) else each
            if not isinstance(block, Paragraph) or block.text:
                yield block

    def expanded(self, text: str) -> str:
        """The text with its passages written out, without inserts and headings that have nothing to show."""
        return "\n".join(_headed(list(self._written_out(text, 0))))

    def line(self, line: Line) -> tuple[Run, ...]:
        """The runs of one line; neighbouring words are one run."""
        runs: list[Run] = []
        for piece in line.pieces:
            runs += self.quoter.runs(piece) if isinstance(piece, Field) else (Run(piece.text),)
        return tuple(run for run in runs if run.text or run.field)

    def _flat(self, text: str, depth: int) -> Iterator[Line | Block]:
        for each in read(text):
            if isinstance(each, Line):
                yield each
                continue
            try:
                made = self.inserts.make(each) if depth < DEPTH else ()
            except WrongInsert as wrong:
                yield Paragraph((Run(each.text, field=each.text, wrong=str(wrong)),))
                continue
            if isinstance(made, tuple):
                yield from self._flat("\n".join(made), depth + 1)
            elif made is not None:
                yield made

    def _set(self, line: Line, places: list[int], style: ParagraphStyle) -> Block:
        runs = self.line(line)
        words = "".join(run.text for run in runs)
        if line.style == "heading2":
            places[:] = [places[0] + 1, 0]
            return Heading(2, f"（{numeral(places[0])}）{words}")
        if line.style == "heading3":
            places[1] += 1
            return Heading(3, f"{places[1]}. {words}")
        return Paragraph(runs, "note" if line.style == "note" else style)

    def _written_out(self, text: str, depth: int) -> Iterator[str]:
        for each in read(text):
            if isinstance(each, Line):
                yield each.text
                continue
            try:
                made = self.inserts.make(each)
            except WrongInsert:
                yield each.text
                continue
            if isinstance(made, tuple):
                yield from self._written_out("\n".join(made), depth + 1) if depth < DEPTH else ()
            elif made is not None:
                yield each.text


def _level(written: str) -> int:
    return 2 if written.startswith("## ") else 3 if written.startswith("### ") else 9


def _headed(lines: list[str]) -> Iterator[str]:
    """The lines without headings under which nothing stands."""
    kept: list[str] = []
    below = 0
    for written in reversed(lines):
        level = _level(written)
        if level < 9 and level >= below:
            continue
        kept.append(written)
        below = level
    return reversed(kept)
