"""The public version of a document: names, phone and identity numbers and e-mail addresses are masked.

Every mask is as long as what it hides, so that nothing else moves: figures, sources, structure and the texts
around stay as they are. Sources stay because no writer prints them. Two persons of one surname may share a
mask; one person always has the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from models.report.blocks import Block, Cell, Document, Paragraph, Run, Table, TableRow
from models.report.name_places import Names
from models.report.person_names import Rows, mask_of, names_in, organisations_in, phones_in
from models.report.shapes import shape_of

_EDGE = r"(?<![\dA-Za-z〔〕\[\]#＃])(?<!\d\.)(?<![\dA-Za-z][-_])"
_END = r"(?!\d|\.\d|-\d|[A-Za-z_〕\]]|\s?(?:号|元|万|亿|分|％|%))"
_NUMBERED = re.compile(r"(?:文号|编号|单号|证号|票号|账号|帐号|卡号|代码|字|第|[¥￥])[：:\s]{0,2}$")
_LONG = re.compile(r"\d(?:\D?\d){6}")
_NUMBER = re.compile(rf"{_EDGE}[+(（]?\d[\d\-－—– ()（）转]{{5,22}}(?<=\d){_END}")
_MOBILE = re.compile(rf"{_EDGE}(?:(?:\+|00)86[- ]?)?(1[3-9]\d)([- ]?)\d{{4}}\2(\d{{4}}){_END}")
_LANDLINE = re.compile(rf"{_EDGE}[（(]?(0\d{{2,3}})[）)]?[-－—– ]?[2-8]\d{{6,7}}(?:[-－转]\d{{1,6}})?{_END}")
_CALLED = re.compile(r"(?<=电话|手机|热线|传真)([：:\s为是]{0,3})([2-8]\d{6,7})(?!\d)")
_IDENTITY = re.compile(
    rf"{_EDGE}[1-8]\d{{5}}(?:(?:19|20)\d\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{{3}}[\dXx](?![\dA-Za-z])"
)
_OLD_IDENTITY = re.compile(
    r"(?<=身份证)(\D{0,4})([1-8]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})(?!\d)"
)
_MAIL = re.compile(r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]*(?=@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")


class Masker:
    """Masks texts by what the rows say of persons; the same person comes out the same everywhere."""

    def __init__(self, rows: Rows) -> None:
        names = names_in(rows)
        self._masks = {name: mask_of(name) for name in names}
        self._names = Names(names, organisations_in(rows))
        self._phones = phones_in(rows)

    def text(self, text: str, before: str = "") -> str:
        """The text with everything masked; `before` is what a reader sees in front of it."""
        for start, end in self._names.places(text, before):
            text = text[:start] + self._masks[text[start:end]] + text[end:]
        return self._numbers(text) if "@" in text or _LONG.search(text) else text

    def _numbers(self, text: str) -> str:
        text = _NUMBER.sub(self._typed, text)
        text = _IDENTITY.sub(lambda found: found[0][:4] + "*" * (len(found[0]) - 4), text)
        text = _OLD_IDENTITY.sub(lambda found: found[1] + found[2][:4] + "*" * 11, text)
        for pattern in (_MOBILE, _LANDLINE):
            text = pattern.sub(_unless_numbered, text)
        text = _CALLED.sub(lambda found: found[1] + _middle(found[2]), text)
        return _MAIL.sub(lambda found: found[0][0] + "*" * (len(found[0]) - 1), text)

    def _typed(self, found: re.Match[str]) -> str:
        """A number that stands in a field for phones, whatever it looks like."""
        return _middle(found[0]) if found[0] in self._phones else found[0]

    def document(self, document: Document) -> Document:
        """The document with every text masked, its title, subject, keywords and author too."""
        said = replace(document, blocks=())
        worded: Document = shape_of(said).reword(said, self.text)
        return replace(worded, blocks=tuple(map(self._block, document.blocks)))

    def _block(self, block: Block) -> Block:
        if isinstance(block, Paragraph):
            return replace(block, runs=tuple(self._runs(block.runs)))
        if isinstance(block, Table):
            return self._table(block)
        worded: Block = shape_of(block).reword(block, self.text)
        return worded

    def _runs(self, runs: tuple[Run, ...]) -> Iterator[Run]:
        """Words that go on over several runs are masked as one; a figure is looked at by itself."""
        for sourced, neighbours in groupby(runs, key=lambda run: run.source is not None):
            if sourced:
                yield from (replace(run, text=self.text(run.text)) for run in neighbours)
            else:
                yield from self._joined(tuple(neighbours))

    def _joined(self, runs: tuple[Run, ...]) -> Iterator[Run]:
        masked = self.text("".join(run.text for run in runs))
        at = 0
        for run in runs:
            yield replace(run, text=masked[at : at + len(run.text)])
            at += len(run.text)

    def _table(self, table: Table) -> Table:
        titles = [column.title.replace("\n", "") for column in table.columns]
        bare = replace(table, rows=())
        rest: Table = shape_of(bare).reword(bare, self.text)
        return replace(rest, rows=tuple(self._row(row, titles) for row in table.rows))

    def _row(self, row: TableRow, titles: Iterable[str]) -> TableRow:
        return replace(
            row, cells=tuple(self._cell(cell, title) for cell, title in zip(row.cells, titles, strict=True))
        )

    def _cell(self, cell: Cell | str, title: str) -> Cell | str:
        if isinstance(cell, str):
            return self.text(cell, title)
        return replace(cell, text=self.text(cell.text, title))


def public(document: Document, rows: Rows) -> Document:
    """The document as it may be published; `rows` are those it was made of."""
    return Masker(rows).document(document)


def _unless_numbered(found: re.Match[str]) -> str:
    is_number = _NUMBERED.search(found.string[max(0, found.start() - 6) : found.start()])
    return found[0] if is_number else _middle(found[0])


def _middle(number: str) -> str:
    """138****5678, 0731-****1234: the first three or the area's and the last four digits stay.

    Of a short one without an area the first and the last three stay.
    """
    at = [place for place, char in enumerate(number) if char.isdigit()]
    first, last = (3, 4) if len(at) > 8 else (1, 3)
    if found := _LANDLINE.fullmatch(number):
        first = len(found[1])
    elif len(at) > 11:
        first = len(at) - 8
    hidden = set(at[first : len(at) - last])
    return "".join("*" if place in hidden else char for place, char in enumerate(number))
