"""From live text to blocks: headings get their numbers, fields their values, inserts what the data give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.report.blocks import Block, Heading, Paragraph, ParagraphStyle, Run
from models.report.live.inserting import Inserts, WrongInsert
from models.report.live.quoting import Quoter
from models.report.live.syntax import Field, Insert, Line, read, read_line
from models.report.wording import numeral

DEPTH = 4
"""How deep passages may stand in passages."""
LOWEST = 3
MARKS = {2: "##", 3: "###"}
"""What marks a heading of that level in live text."""

Step = tuple[Line | Insert, Block | WrongInsert | None]


class Renderer:
    """Sets live text over one state of the data."""

    def __init__(self, quoter: Quoter, inserts: Inserts) -> None:
        self.quoter = quoter
        self.inserts = inserts

    def blocks(self, text: str, style: ParagraphStyle = "body") -> Iterator[Block]:
        """The blocks of a chapter without its own heading; plain paragraphs get `style`."""
        places = [0, 0]
        for each, made in self._steps(text, 0):
            if isinstance(made, WrongInsert):
                yield Paragraph((Run(each.text, field=each.text, wrong=str(made)),))
            elif made is not None:
                yield made
            elif isinstance(each, Line):
                block = self._set(each, places, style)
                if not isinstance(block, Paragraph) or block.text:
                    yield block

    def expanded(self, text: str) -> str:
        """The text with its passages written out, without inserts and headings that have nothing to show."""
        return "\n".join(_headed([each.text for each, _ in self._steps(text, 0)]))

    def line(self, line: Line) -> tuple[Run, ...]:
        """The runs of one line; neighbouring words are one run."""
        runs: list[Run] = []
        for piece in line.pieces:
            runs += self.quoter.runs(piece) if isinstance(piece, Field) else (Run(piece.text),)
        return tuple(run for run in runs if run.text or run.field)

    def _steps(self, text: str, depth: int) -> Iterator[Step]:
        """Every line of the text and of its passages; an insert comes with its block or what is wrong."""
        above = 1
        for each in read(text):
            if isinstance(each, Line):
                above = _level(each.style) or above
                yield each, None
                continue
            try:
                made = self.inserts.make(each)
            except WrongInsert as wrong:
                yield each, wrong
                continue
            if not isinstance(made, tuple):
                yield from () if made is None else ((each, made),)
            elif depth < DEPTH:
                yield from self._steps("\n".join(_below(made, above)), depth + 1)

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


def _level(style: str) -> int:
    """How deep a heading stands; 0 for what is no heading."""
    return {"heading2": 2, "heading3": 3}.get(style, 0)


def _level_of(written: str) -> int:
    read_as = read_line(written)
    return _level(read_as.style) if isinstance(read_as, Line) else 0


def _below(passage: Sequence[str], above: int) -> Iterator[str]:
    """The lines of a passage, its headings right below the heading under which the passage stands."""
    levels = [_level_of(written) for written in passage]
    by = above + 1 - min((level for level in levels if level), default=above + 1)
    for written, level in zip(passage, levels, strict=True):
        yield f"{MARKS[min(level + by, LOWEST)]} {written.lstrip('#').strip()}" if level else written


def _headed(lines: list[str]) -> Iterator[str]:
    """The lines without headings under which nothing stands."""
    kept: list[str] = []
    below = 0
    for written in reversed(lines):
        level = _level_of(written) or LOWEST + 1
        if level <= LOWEST and level >= below:
            continue
        kept.append(written)
        below = level
    return reversed(kept)
