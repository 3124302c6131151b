"""A comparison as a document of its own, for the writers that make reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.report.blocks import Block, Cell, Column, Document, Heading, Table, TableRow, Title, para
from models.report.comparing.difference import KINDS, NOTHING, Difference
from models.report.version import Version
from models.report.wording import numeral

COLUMNS = (
    Column("位置", 18),
    Column("内容", 36),
    Column("原为", 16, "right"),
    Column("现为", 16, "right"),
    Column("处数", 7, "right"),
)
IN_TABLES = ("score", "figure")
TITLE = "报告版本比较"


def comparison_document(before: Version, after: Version, differences: Sequence[Difference]) -> Document:
    """The differences under a heading for each kind: scores and figures as tables, the rest as sentences."""
    title = after.document.title or before.document.title
    return Document(
        f"{title}：{TITLE}", tuple(_blocks(before, after, differences)), subject=TITLE, keywords=(TITLE,)
    )


def _blocks(before: Version, after: Version, differences: Sequence[Difference]) -> Iterator[Block]:
    title = after.document.title or before.document.title
    yield Title(f"{title}\n{TITLE}" if title else TITLE)
    compared = f"{before.name}与{after.name}比较"
    if not differences:
        yield para(f"{compared}，没有差异。")
        return
    yield para(f"{compared}，共 {len(differences)} 处差异。“→”左边是前一版本，右边是后一版本。")
    number = 0
    for kind, word in KINDS.items():
        mine = [each for each in differences if each.kind == kind]
        if mine:
            number += 1
            yield Heading(1, f"{numeral(number)}、{word}（{len(mine)} 处）", kind)
            yield from _listed(mine, kind)


def _listed(differences: Sequence[Difference], kind: str) -> Iterator[Block]:
    if kind in IN_TABLES:
        yield Table("", "", COLUMNS, tuple(map(_row, differences)), 1)
        return
    for number, each in enumerate(differences, start=1):
        yield para(f"{number}. {each.sentence}。")


def _row(each: Difference) -> TableRow:
    now = Cell(each.after or NOTHING, each.source)
    return TableRow((each.place, each.name, each.before or NOTHING, now, str(each.count)))
