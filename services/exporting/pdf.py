"""The report as a PDF: official page, embedded fonts, bookmarks; the file appears whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.report.blocks import (
    Annex,
    Block,
    Chart,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Signature,
    Table,
    Title,
    annex_label,
    clean,
)
from models.sayings import saying
from services.errors import ExportError
from services.exporting.contents import entries, entry_of
from services.exporting.pace import Pace, Progress
from services.exporting.pdf_charts import ChartPart
from services.exporting.pdf_figures import Figure
from services.exporting.pdf_fonts import ONE_AT_A_TIME, FontBook, FontsUsed
from services.exporting.pdf_pages import PAGE, Anchor, Flow, render
from services.exporting.pdf_parts import (
    HEADINGS,
    MARK,
    BreakPart,
    ContentsPart,
    Part,
    anchor_of,
    paragraph_part,
    signature_part,
    text_part,
    title_part,
)
from services.exporting.pdf_tables import TablePart
from services.fonts import FontSet, resolve

TAIL = 2
"""The lines of the last paragraph that go with a signature for which there is no room."""


def write_pdf(
    document: Document,
    path: Path,
    *,
    bundled_only: bool = False,
    reproducible: bool = False,
    fonts: FontSet | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> FontsUsed:
    """Write the document and say which fonts it was set in and which characters none of them has.

    `bundled_only` leaves the system's fonts aside; with `reproducible` the same document gives the
    same bytes. `progress` is told percents. Raises ExportError, and ExportCancelled when `cancelled`
    says so; the target file is then as it was before.
    """
    pace = Pace(progress, cancelled)
    chosen = fonts or resolve(bundled_only=bundled_only)
    made = make_pdf(document, chosen, pace, reproducible=reproducible)
    write_whole(path, made.data)
    return made.used


@dataclass(frozen=True, slots=True)
class Made:
    """A PDF in memory: its bytes, what it was set in, and of each page the figures that have a source."""

    data: bytes
    used: FontsUsed
    figures: tuple[tuple[Figure, ...], ...]


def make_pdf(
    document: Document, fonts: FontSet, pace: Pace, *, reproducible: bool = False, traced: bool = False
) -> Made:
    """Lay out and draw the document; its figures are only looked for when it is `traced`."""
    with ONE_AT_A_TIME:
        book = FontBook(fonts)
        flow = laid_out(document, book, pace)
        figures = tuple(tuple(page.figures()) for page in flow.pages) if traced else ()
        canvas = _canvas(document, book, reproducible=reproducible)
        pace.phase(60, 90, len(flow.pages))
        render(canvas, flow, book, pace)
        data: bytes = canvas.getpdfdata()
    pace.phase(99, 100, 1)
    pace.step()
    return Made(data, book.used(len(flow.pages)), figures)


def listed_pages(document: Document, fonts: FontSet, pace: Pace) -> list[int]:
    """On which page of the PDF each entry of the contents stands."""
    with ONE_AT_A_TIME:
        flow = laid_out(document, FontBook(fonts), pace)
    return [flow.page_of(entry.key) for entry in entries(document.blocks)]


def _canvas(document: Document, book: FontBook, *, reproducible: bool) -> Any:
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # pages and fonts as bytes: a fifth smaller, and much faster, than as letters
    canvas = Canvas(
        "",
        PAGE,
        pageCompression=1,
        invariant=int(reproducible),
        pdfVersion=(1, 4),
        initialFontName=book.body,
        lang=document.language,
    )
    canvas.setTitle(clean(document.title).replace("\n", ""))
    canvas.setAuthor(clean(document.author))
    canvas.setSubject(clean(document.subject))
    canvas.setKeywords("，".join(map(clean, document.keywords)))
    canvas.setCreator("绩衡")
    canvas.setProducer("ReportLab")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    return canvas


def laid_out(document: Document, book: FontBook, pace: Pace) -> Flow:
    """All blocks on their pages."""
    tables = (block for block in document.blocks if isinstance(block, Table))
    pace.phase(0, 60, len(document.blocks) + sum(len(table.rows) for table in tables))
    flow = Flow()
    parts = [*_contents(document, book, flow), *_parts(document.blocks, book, pace)]
    following = 0.0
    plan: list[tuple[Part, float, bool]] = []
    landscape = False
    for part in reversed(parts):
        landscape = (landscape and part.keep) or part.landscape
        plan.append((part, following, landscape))
        following = part.start + (following if part.keep else 0.0)
    for part, following, landscape in reversed(plan):
        flow.turn(landscape=landscape)
        part.place(flow, following)
    if flow.fresh and len(flow.pages) > 1:
        flow.pages.pop()
    return flow


def _contents(document: Document, book: FontBook, flow: Flow) -> Sequence[Part]:
    listed = [anchor_of(entry) for entry in entries(document.blocks)] if document.contents else []
    return (ContentsPart(book, listed, flow),) if listed else ()


def _parts(blocks: Sequence[Block], book: FontBook, pace: Pace) -> list[Part]:
    made: list[Part] = []
    for number, block in enumerate(blocks):
        signed = number + 1 < len(blocks) and isinstance(blocks[number + 1], Signature)
        entry = entry_of(block, number)
        anchor = None if entry is None else anchor_of(entry)
        made += _parts_of(block, anchor, book, pace, tail=TAIL if signed else 0)
        pace.step()
    return made


def _parts_of(
    block: Block, anchor: Anchor | None, book: FontBook, pace: Pace, *, tail: int
) -> Sequence[Part]:
    match block:
        case Title():
            return (title_part(book, block.text),)
        case Heading():
            return (text_part(book, block.text, HEADINGS[block.level], keep=True, anchor=anchor),)
        case Paragraph():
            return (paragraph_part(book, block, tail),)
        case Table():
            return (TablePart(book, block, pace),)
        case Chart():
            return (paragraph_part(book, Paragraph((Run(block.caption),), "caption")), ChartPart(book, block))
        case Signature():
            return (signature_part(book, block.lines),)
        case PageBreak():
            return (BreakPart(),)
        case Annex():
            mark = text_part(book, annex_label(block), MARK, keep=True, anchor=anchor)
            return (BreakPart(), mark, title_part(book, block.title))


def write_whole(path: Path, data: bytes) -> None:
    """Write a file under a temporary name beside its own and rename it; ExportError when that fails."""
    fresh = path.with_name(f".{path.name[:80]}.{secrets.token_hex(4)}.tmp")
    try:
        with fresh.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise ExportError(_reason(path, error)) from error


def _reason(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return saying("不能写入“{0}”：文件夹“{1}”不存在，请先建立该文件夹或另选位置", path, path.parent)
    if isinstance(error, IsADirectoryError):
        return saying("不能写入“{0}”：同名的文件夹已经存在，请换一个文件名", path)
    if isinstance(error, PermissionError):
        return saying("不能写入“{0}”：没有写入权限，或文件正被其他程序打开；请关闭该文件，或另选文件夹", path)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return saying("不能写入“{0}”：磁盘空间不足，请清理后重试，或另选磁盘", path)
    return saying("不能写入“{0}”：{1}；请另选位置", path, error.strerror or error)
