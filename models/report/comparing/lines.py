"""A document as lines that can be told apart: what each says without its figures, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field

from models.report.blocks import (
    Annex,
    Block,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Signature,
    Source,
    Table,
    Title,
    annex_label,
)
from models.report.comparing.difference import NUMBER, is_of, quoted
from models.report.shapes import shape_of

OPENING = "报告开头"
_CHAPTER = re.compile(r"^([〇一二三四五六七八九十百]+)、\s*")
_SECTION = re.compile(r"^（([〇一二三四五六七八九十百]+)）\s*")
_ITEM = re.compile(r"^(\d+)[.．、]\s*")
_NUMBERINGS = (_CHAPTER, _SECTION, _ITEM)
_MARK = re.compile("\ue000[^\ue001]*\ue001")
_ANY_FIGURE = re.compile(f"{_MARK.pattern}|{NUMBER.pattern}")
_SIGN = "▢"


@dataclass(frozen=True, slots=True)
class Line:
    """A heading, paragraph, table or other block.

    `marked` is its text with a mark in the place of every figure that has a source, so that it is the same
    when only such figures changed; `figures` gives the text behind each mark. `level` is a heading's.
    """

    group: Hashable
    marked: str
    place: str
    level: int = 0
    figures: dict[str, str] = field(default_factory=dict, hash=False)
    block: Block | None = None

    @property
    def key(self) -> Hashable:
        """What is the same in both versions as long as no word and no figure without source changes."""
        return self.group, self.marked

    @property
    def skeleton(self) -> Hashable:
        """The same without any figure."""
        return self.group, _ANY_FIGURE.sub(_SIGN, self.marked)

    @property
    def numbers(self) -> list[tuple[int, int, str]]:
        """Every figure in `marked`: where it begins and ends, and what stands there, a mark or itself."""
        return [(found.start(), found.end(), found[0]) for found in _ANY_FIGURE.finditer(self.marked)]

    def shown(self, marked: str) -> str:
        """A part of `marked` as it is printed."""
        return _MARK.sub(lambda found: self.figures.get(found[0], ""), marked)

    @property
    def text(self) -> str:
        """What is printed."""
        return self.shown(self.marked)


def table_name(table: Table, place: str) -> str:
    """What a table is called: by its caption, else by where it stands."""
    return table.caption or place


def lines(document: Document) -> tuple[Line, ...]:
    """The document in reading order; page breaks, which say nothing, left out."""
    return tuple(_Walk().lines(document))


class _Walk:
    def __init__(self) -> None:
        self._places: dict[int, str] = {}
        self._chapter = ""

    @property
    def _place(self) -> str:
        return self._places[max(self._places)] if self._places else OPENING

    def lines(self, document: Document) -> Iterator[Line]:
        for block in document.blocks:
            if isinstance(block, Heading):
                yield self._heading(block)
            elif isinstance(block, Annex):
                self._chapter = f"{annex_label(block)} {block.title}".strip()
                self._places = {0: self._chapter}
                yield Line("annex", block.title, self._chapter)
            elif isinstance(block, Paragraph):
                yield self._paragraph(block)
            elif isinstance(block, Title):
                yield Line("text", block.text, self._place)
            elif isinstance(block, Signature):
                yield from (Line("text", words, "落款") for words in block.lines)
            elif not isinstance(block, PageBreak):
                yield self._other(block)

    def _heading(self, heading: Heading) -> Line:
        numbering = _NUMBERINGS[heading.level - 1]
        found = numbering.match(heading.text)
        bare = heading.text[found.end() :] if found else heading.text
        above = {level: place for level, place in self._places.items() if level < heading.level}
        parent = above[max(above)] if above else ""
        if heading.level == 1:
            self._chapter = heading.key or bare
            here = parent + (f"第{found[1]}部分" if found else quoted(bare))
        elif found:
            here = parent + (f"（{found[1]}）" if heading.level == 2 else f" {found[1]}.")
        else:
            here = parent + quoted(bare)
        self._places = {**above, heading.level: here}
        return Line(("heading", heading.level, self._chapter), bare, parent or here, heading.level)

    def _paragraph(self, paragraph: Paragraph) -> Line:
        figures: dict[str, str] = {}
        marked = "".join(self._marked(run, figures) for run in paragraph.runs)
        return Line("text", _ITEM.sub("", marked), self._place, 0, figures, paragraph)

    @staticmethod
    def _marked(run: Run, figures: dict[str, str]) -> str:
        if run.source is None or not is_of(run.source, run.text):
            return run.text.replace("\ue000", "").replace("\ue001", "")
        mark = f"\ue000{source_words(run.source)}\ue001"
        while mark in figures:
            mark = f"\ue000\ue002{mark[1:]}"
        figures[mark] = run.text
        return mark

    def _other(self, block: Block) -> Line:
        if isinstance(block, Table):
            return Line(("table", table_name(block, self._place)), "", self._place, block=block)
        caption = getattr(block, "caption", "")
        words = "\n".join(shape_of(block).words(block))
        return Line((type(block).__name__, caption), words, self._place, block=block)


def source_words(source: Source) -> str:
    """A source as one text."""
    return source if isinstance(source, str) else "\ue002".join(source)
