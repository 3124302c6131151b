"""The report as a Word document: real heading styles, official page, tables as wide as in the PDF."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from models.report.blocks import Document, Table, clean, text_of
from services.exporting.docx_body import Body
from services.exporting.docx_pages import page_number
from services.exporting.docx_styles import DECLARATION, FACES, NAMESPACES, font_table, settings, styles
from services.exporting.docx_tables import WordTable
from services.exporting.pace import Pace, Progress
from services.exporting.pdf import listed_pages, write_whole
from services.exporting.pdf_fonts import Missing, missing_among, named, unusual
from services.fonts import FontSet, resolve

OLDEST = (1980, 1, 1, 0, 0, 0)
"""The date of every part in the file, so that the same document gives the same bytes."""
LONGEST_PROPERTY = 255
MAIN = "word/document.xml"
KEPT_PARTS = ("styles", "settings")
"""What is taken over from the library's empty document; the rest of it is not needed."""


@dataclass(frozen=True, slots=True)
class Faces:
    """The faces a Word file asks for, and the characters that may be boxes where it is opened."""

    asked: tuple[str, ...]
    missing: tuple[Missing, ...]

    def sentences(self) -> tuple[str, ...]:
        """The same as Chinese lines for the export dialog and the command line."""
        lines = [f"字体不随文件走，打开时用电脑上的{'、'.join(self.asked)}，没有的由 Word 换用相近字体"]
        if self.missing:
            lines.append(f"缺字，打开的电脑上若没有生僻字字体会显示为方框：{named(self.missing)}")
        return tuple(lines)


def write_docx(
    document: Document,
    path: Path,
    *,
    fonts: FontSet | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Faces:
    """Write the document and say which faces it asks for; they are not embedded.

    `fonts` are those of the layout from which the contents have their page numbers. The same document
    gives the same bytes where the fonts are the same. `progress` is told percents. Raises ExportError,
    and ExportCancelled when `cancelled` says so; the target file is then as it was before.
    """
    rare = unusual(text_of(document))
    missing = missing_among(rare, fonts or resolve(bundled_only=True)) if rare else ()
    write_whole(path, make_docx(document, Pace(progress, cancelled), fonts))
    return Faces(FACES, missing)


def make_docx(document: Document, pace: Pace, fonts: FontSet | None = None) -> bytes:
    """The bytes of the Word file; `fonts` are the computer's if none are given."""
    import docx

    pages = listed_pages(document, fonts or resolve(), pace) if document.contents else []
    package = docx.Document()
    _drop_unneeded(package.part)
    language = escape(document.language, {'"': "&quot;"})
    _replace(package.styles.element, styles(language))
    _replace(package.settings.element, settings(language))
    footers = _add_footers(package)
    _add_font_table(package.part)
    _describe(package.part.package, document)
    rows = sum(len(block.rows) for block in document.blocks if isinstance(block, Table))
    pace.phase(60 if pages else 0, 99, len(document.blocks) + rows)
    body = Body(document, footers, pages, partial(_add_image, package.part), fonts)
    text = b"".join(part.encode() for part in _main_part(body, pace))
    data = _same_each_time(package, text)
    pace.phase(99, 100, 1)
    pace.step()
    return data


def _add_image(part: Any, data: bytes) -> str:
    relation, _ = part.get_or_add_image(BytesIO(data))
    return str(relation)


def _main_part(body: Body, pace: Pace) -> Iterator[str]:
    """The document itself, some paragraphs or rows at a time; as a tree it would be ten times as large."""
    yield f"{DECLARATION}<w:document {NAMESPACES}><w:body>"
    for piece in body.pieces():
        if isinstance(piece, WordTable):
            yield f"<w:tbl>{piece.opening()}"
            for count, text in piece.lots():
                yield text
                pace.step(count)
            yield "</w:tbl>"
        else:
            yield piece
        pace.step()
    yield "</w:body></w:document>"


def _drop_unneeded(part: Any) -> None:
    for relations, kept in ((part.rels, KEPT_PARTS), (part.package.rels, ("officeDocument",))):
        for name in [name for name, each in relations.items() if each.reltype.rsplit("/", 1)[-1] not in kept]:
            del relations[name]


def _parsed(text: str) -> list[Any]:
    from docx.oxml import parse_xml

    return list(parse_xml(f"<w:body {NAMESPACES}>{text}</w:body>"))


def _replace(element: Any, text: str) -> None:
    for child in list(element):
        element.remove(child)
    element.extend(_parsed(text))


def _add_footers(package: Any) -> str:
    """Make both footers and give the references that a section needs."""
    from docx.oxml.ns import qn

    package.settings.odd_and_even_pages_header_footer = True
    first = package.sections[0]
    for footer, even in ((first.footer, False), (first.even_page_footer, True)):
        footer.is_linked_to_previous = False
        _replace(footer.part.element, page_number(even=even))
    made = package.element.body.sectPr.findall(qn("w:footerReference"))
    return "".join(
        f'<w:footerReference w:type="{each.get(qn("w:type"))}" r:id="{each.get(qn("r:id"))}"/>'
        for each in made
    )


def _add_font_table(part: Any) -> None:
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    name = PackURI("/word/fontTable.xml")
    made = Part(name, CONTENT_TYPE.WML_FONT_TABLE, font_table().encode(), part.package)
    part.relate_to(made, RELATIONSHIP_TYPE.FONT_TABLE)


def _describe(package: Any, document: Document) -> None:
    """Title, author, subject and keywords of the file; no date, and none of the library's own words."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    said = {
        "dc:title": document.title.replace("\n", ""),
        "dc:subject": document.subject,
        "dc:creator": document.author,
        "cp:keywords": "，".join(document.keywords),
        "dc:language": document.language,
    }
    words = "".join(
        f"<{name}>{escape(clean(text)[:LONGEST_PROPERTY])}</{name}>" for name, text in said.items() if text
    )
    spaces = (
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    text = f"{DECLARATION}<cp:coreProperties {spaces}>{words}</cp:coreProperties>"
    name = PackURI("/docProps/core.xml")
    made = Part(name, CONTENT_TYPE.OPC_CORE_PROPERTIES, text.encode(), package)
    package.relate_to(made, RELATIONSHIP_TYPE.CORE_PROPERTIES)


def _same_each_time(package: Any, text: bytes) -> bytes:
    """The package with its main part, and without the time at which it was made."""
    file, made = BytesIO(), BytesIO()
    package.save(file)
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, OLDEST)
            part.external_attr = 0o600 << 16
            target.writestr(part, text if name == MAIN else source.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()
