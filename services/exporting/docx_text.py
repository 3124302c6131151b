"""WordprocessingML for paragraphs and runs: every text escaped, every property in the schema's order."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from itertools import groupby
from xml.sax.saxutils import escape

from models.report.blocks import Run, clean
from services.exporting.docx_styles import HEI, fonts
from services.exporting.pdf_text import break_text, evened

_AMBIGUOUS = re.compile("[\u00a1-\u2e7f]")
"""Characters such as quotes, dashes and −, which Word sets as Western text unless told otherwise."""
HINT = '<w:rFonts w:hint="eastAsia"/>'
NARROW = 0.55
"""The width of a Western character in ems: a little more than in 宋体, so that figures fit."""


def ems(text: str) -> float:
    """About how long a text is on one line, in ems; no font is measured."""
    if text.isascii() and "%" not in text:
        return len(text) * NARROW
    wide = sum(char > "\u00a0" or char == "%" for char in text)
    return wide + (len(text) - wide) * NARROW


def lines(text: str, room: float) -> int:
    """About how many lines a text takes where `room` ems go on a line."""
    if len(text) <= room and "\n" not in text:
        return 1
    return sum(max(1, math.ceil(ems(part) / max(room, 1.0))) for part in text.split("\n"))


def run(text: str, *, bold: bool = False) -> str:
    """A run of a cleaned text; bold is 黑体, as printed official documents have it."""
    if not text:
        return ""
    broken = "<w:br/>".join(map(_words, text.split("\n")))
    hint = bool(_AMBIGUOUS.search(text))
    face = fonts(HEI, hint=hint) if bold else HINT if hint else ""
    return f"<w:r><w:rPr>{face}</w:rPr>{broken}</w:r>" if face else f"<w:r>{broken}</w:r>"


def _words(text: str) -> str:
    if not text:
        return ""
    blank = text[0] == " " or text[-1] == " " or "  " in text
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>' if blank else f"<w:t>{escape(text)}</w:t>"


def runs(parts: Iterable[Run]) -> str:
    """The runs of a paragraph, neighbours of the same face as one."""
    return "".join(
        run(clean("".join(part.text for part in same)), bold=bold)
        for bold, same in groupby(parts, key=lambda part: part.bold)
    )


def indent(left: int = 0, right: int = 0) -> str:
    """Indents of a paragraph in twips, its first line like the others."""
    return f'<w:ind w:left="{left}" w:right="{right}" w:firstLineChars="0" w:firstLine="0"/>'


def paragraph(
    style: str,
    content: str,
    *,
    keep: bool = False,
    break_before: bool = False,
    before: int = 0,
    indents: str = "",
    align: str = "",
    section: str = "",
) -> str:
    """A paragraph of that style; `before` is the space above it in twips, `section` ends a section."""
    properties = (
        f'<w:pStyle w:val="{style}"/>',
        "<w:keepNext/>" if keep else "",
        "<w:pageBreakBefore/>" if break_before else "",
        f'<w:spacing w:before="{before}"/>' if before else "",
        indents,
        f'<w:jc w:val="{align}"/>' if align else "",
        section,
    )
    return f"<w:p><w:pPr>{''.join(properties)}</w:pPr>{content}</w:p>"


def bookmarked(content: str, name: str, number: int) -> str:
    """The content of a paragraph with a bookmark around it."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'


def field(code: str, shown: str) -> str:
    """A field with the result that is shown until Word works it out; `code` is the program's own."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def evened_title(text: str, size: float, width: int) -> str:
    """A title's lines: broken at its own blanks where that suffices, else evened out.

    `size` is in points and `width` in twips.
    """
    plain = clean(text).strip()
    room = width / 20 / size
    advances = [ems(char) for char in plain]

    def broken(wide: float) -> list[str]:
        return [plain[start:stop] for start, stop in break_text(plain, advances, wide, wide)]

    count = len(broken(room))
    if count == 1 or "\n" in plain:
        return plain
    at_blanks = plain.split(" ")
    if len(at_blanks) == count and max(map(ems, at_blanks)) <= room:
        return "\n".join(at_blanks)
    return "\n".join(evened(broken, room, 0.5))
