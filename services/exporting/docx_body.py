"""The blocks of a report as the children of Word's w:body, some at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby

from models.report.blocks import (
    Annex,
    Block,
    Chart,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Signature,
    Table,
    Title,
    annex_label,
    clean,
)
from services.exporting.contents import DEEPEST, entries
from services.exporting.docx_charts import AddImage, chart_paragraph
from services.exporting.docx_pages import section, text_width, turned
from services.exporting.docx_styles import CHARACTER, LEADING
from services.exporting.docx_tables import WordTable
from services.exporting.docx_text import (
    bookmarked,
    ems,
    evened_title,
    field,
    indent,
    lines,
    paragraph,
    run,
    runs,
)
from services.fonts import FontSet, resolve

Piece = str | WordTable
"""Some paragraphs as text, or a table, which is made in lots."""

STYLES = {
    "body": "BodyText", "lead": "BodyText", "note": "Note", "right": "Right", "caption": "Caption",
    "center": "Centered",
}  # fmt: skip
TITLE_SIZE = 22.0
LONGEST_SIGNATURE = 16
DATE_FROM_EDGE = 4
"""How many characters the date of a signature is away from the right edge."""


class Body:
    """Makes the pieces of one document, with what has to be remembered from block to block.

    `footers` are the references of the first section; `pages` are the page numbers of what the contents
    list; charts are lettered in `fonts`, which are the computer's if none are given.
    """

    def __init__(
        self,
        document: Document,
        footers: str,
        pages: Sequence[int],
        add_image: AddImage,
        fonts: FontSet | None = None,
    ) -> None:
        self._document, self._footers, self._pages = document, footers, pages
        self._add_image, self._given = add_image, fonts
        self._break = False
        self._marked = self._pictures = 0

    def pieces(self) -> Iterator[Piece]:
        """Everything in reading order, the last section's properties at the end."""
        if self._document.contents:
            yield from self._contents()
        sections = [(wide, [block for block, _ in each]) for wide, each in
                    groupby(turned(self._document.blocks), key=lambda pair: pair[1])]  # fmt: skip
        for number, (wide, blocks) in enumerate(sections):
            yield from self._section(blocks, landscape=wide)
            if number + 1 < len(sections):
                yield paragraph("End", "", section=self._ended(landscape=wide))
        if not sections or isinstance(sections[-1][1][-1], Table | PageBreak):
            yield paragraph("End", "")
        yield self._ended(landscape=bool(sections) and sections[-1][0])

    def _ended(self, *, landscape: bool) -> str:
        footers, self._footers = self._footers, ""
        return section(landscape=landscape, footers=footers)

    def _section(self, blocks: Sequence[Block], *, landscape: bool) -> Iterator[Piece]:
        for number, block in enumerate(blocks):
            following = blocks[number + 1] if number + 1 < len(blocks) else None
            if isinstance(block, Table):
                yield from self._table(block)
                if following is not None:
                    yield paragraph("Gap", "")
            else:
                yield self._text(block, following, landscape=landscape)

    def _starts_page(self) -> bool:
        starts, self._break = self._break, False
        return starts

    def _table(self, table: Table) -> Iterator[Piece]:
        lines_above = (("Caption", clean(table.caption)), ("TableUnit", clean(table.unit_line)))
        above = [(style, text) for style, text in lines_above if text]
        if self._break and not above:
            above = [("End", "")]
        for style, text in above:
            yield paragraph(style, run(text), keep=True, break_before=self._starts_page())
        yield WordTable(table)

    def _text(self, block: Block, following: Block | None, *, landscape: bool) -> str:
        match block:
            case Title():
                return self._title("Title", block.text, landscape=landscape)
            case Heading():
                content = self._mark(run(clean(block.text)), wanted=block.level <= DEEPEST)
                return paragraph(f"Heading{block.level}", content, break_before=self._starts_page())
            case Paragraph():
                keep = isinstance(following, Signature)
                return paragraph(
                    STYLES[block.style], runs(block.runs), keep=keep, break_before=self._starts_page()
                )
            case Signature():
                return self._signature(block)
            case Chart():
                return self._chart(block)
            case Annex():
                self._break = False
                mark = paragraph("AnnexMark", run(annex_label(block)), break_before=True)
                return mark + self._title("AnnexTitle", block.title, landscape=landscape)
        self._break = self._break or isinstance(block, PageBreak)
        return ""

    def _chart(self, chart: Chart) -> str:
        """The caption and the picture below it."""
        self._pictures += 1
        caption = paragraph("Caption", run(clean(chart.caption)), keep=True, break_before=self._starts_page())
        return caption + chart_paragraph(chart, self._fonts, self._pictures, self._add_image)

    @cached_property
    def _fonts(self) -> FontSet:
        """What pictures are lettered in; nothing else of a Word file needs fonts."""
        return self._given or resolve()

    def _title(self, style: str, text: str, *, landscape: bool) -> str:
        words = evened_title(text, TITLE_SIZE, text_width(landscape=landscape))
        content = self._mark(run(words), wanted=style == "AnnexTitle")
        return paragraph(style, content, break_before=self._starts_page())

    def _mark(self, content: str, *, wanted: bool) -> str:
        """A bookmark around what the table of contents leads to."""
        if not (wanted and self._document.contents):
            return content
        self._marked += 1
        return bookmarked(content, _bookmark(self._marked), self._marked)

    def _signature(self, block: Signature) -> str:
        """Who signs, centred above the date, which ends four characters from the right edge."""
        texts = [clean(text) for text in block.lines] or [""]
        starts, width = self._starts_page(), text_width(landscape=False)
        if sum(lines(text, width / CHARACTER) for text in texts) > LONGEST_SIGNATURE:
            return "".join(paragraph("Right", run(text)) for text in texts)
        widest = min(max(map(ems, texts)) * CHARACTER, width)
        middle = width - (DATE_FROM_EDGE + ems(texts[-1]) / 2) * CHARACTER
        middle = max(min(middle, width - widest / 2), widest / 2)
        indents = indent(max(int(2 * middle - width), 0), max(int(width - 2 * middle), 0))
        last = len(texts) - 1
        return "".join(
            paragraph(
                "Signature",
                run(text),
                keep=number < last,
                break_before=starts and number == 0,
                before=2 * LEADING if number == 0 else 0,
                indents=indents,
            )
            for number, text in enumerate(texts)
        )

    def _contents(self) -> Iterator[str]:
        """The table of contents as a field that shows its entries without being worked out first."""
        listed = list(entries(self._document.blocks))
        if not listed:
            return
        yield paragraph("TOCHeading", run("目　录"))
        mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        code = (
            f"<w:r><w:instrText>TOC \\o &quot;1-{DEEPEST}&quot; \\h \\z \\t &quot;附件标题,1&quot;"
            "</w:instrText></w:r>"
        )
        begin, end = mark.format("begin") + code + mark.format("separate"), mark.format("end")
        for number, (entry, page) in enumerate(zip(listed, self._pages, strict=True), start=1):
            shown = field(f"PAGEREF {_bookmark(number)} \\h", run(str(page)))
            link = f'<w:hyperlink w:anchor="{_bookmark(number)}" w:history="1">'
            line = f"{link}{run(entry.text)}<w:r><w:tab/></w:r>{shown}</w:hyperlink>"
            first, last = begin if number == 1 else "", end if number == len(listed) else ""
            yield paragraph(f"TOC{entry.level}", first + line + last)
        self._break = True


def _bookmark(number: int) -> str:
    return f"_Toc{number:08}"
