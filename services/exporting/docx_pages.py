"""The pages of a Word report: upright and wide sections, and the page number at the outer edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.report.blocks import Annex, Block, Heading, PageBreak, Paragraph, Table, Title
from services.exporting.docx_styles import LEADING
from services.exporting.docx_text import field, run

SHORT, LONG = 11906, 16838
"""The sides of A4 in twips."""
HEAD, FOOT, BACK, FORE = 2098, 1984, 1587, 1474
"""The margins of an upright page in twips: 37 mm above, 35 below, 28 at the left, 26 at the right."""
TEXT_WIDTH, TEXT_HEIGHT = SHORT - BACK - FORE, LONG - HEAD - FOOT
NUMBER_FROM_TEXT = 597
"""How far below the text the lower edge of the page number's line is, its middle being 7 mm below."""


def text_width(*, landscape: bool) -> int:
    """The length of a line in twips."""
    return TEXT_HEIGHT if landscape else TEXT_WIDTH


def text_height(*, landscape: bool) -> int:
    """The height of the text area in twips."""
    return TEXT_WIDTH if landscape else TEXT_HEIGHT


def turned(blocks: Sequence[Block]) -> Iterator[tuple[Block, bool]]:
    """Each block with whether it stands on a wide page: a wide table takes its headings along."""
    made: list[tuple[Block, bool]] = []
    wide = False
    for block in reversed(blocks):
        wide = block.landscape if isinstance(block, Table) else wide and _kept(block)
        made.append((block, wide))
    yield from reversed(made)


def _kept(block: Block) -> bool:
    heading = isinstance(block, Title | Heading | Annex | PageBreak)
    return heading or (isinstance(block, Paragraph) and block.style == "caption")


def section(*, landscape: bool, footers: str = "") -> str:
    """A section's properties; `footers` are the references of the first section, which the others inherit.

    A wide page has its head at the edge where the paper is bound.
    """
    if landscape:
        size = f'<w:pgSz w:w="{LONG}" w:h="{SHORT}" w:orient="landscape"/>'
        top, right, bottom, left = BACK, HEAD, FORE, FOOT
    else:
        size = f'<w:pgSz w:w="{SHORT}" w:h="{LONG}"/>'
        top, right, bottom, left = HEAD, FORE, FOOT, BACK
    margins = (
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"'
        f' w:header="851" w:footer="{bottom - NUMBER_FROM_TEXT}" w:gutter="0"/>'
    )
    grid = f'<w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="{LEADING}"/>'
    return f'<w:sectPr>{footers}<w:type w:val="nextPage"/>{size}{margins}{grid}</w:sectPr>'


def page_number(*, even: bool) -> str:
    """The footer's paragraph — 1 —: at the right on odd pages, at the left on even ones."""
    side, chars = ("left", "leftChars") if even else ("right", "rightChars")
    number = field("PAGE", run("1"))
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:{chars}="100" w:{side}="280"/>'
        f'<w:jc w:val="{side}"/></w:pPr>{run("— ")}{number}{run(" —")}</w:p>'
    )
