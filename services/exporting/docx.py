"""The report as a Word document: real heading styles, official page, tables as wide as in the PDF."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from models.report.blocks import Document, Table, clean
from services.exporting.docx_body import Body
from services.exporting.docx_pages import page_number
from services.exporting.docx_styles import FACES, NAMESPACES, font_table, settings, styles
from services.exporting.docx_tables import WordTable
from services.exporting.pdf import write_whole
from services.exporting.pdf_pages import Pace, Progress

OLDEST = (1980, 1, 1, 0, 0, 0)
"""The date of every part in the file, so that the same document gives the same bytes."""
LONGEST_PROPERTY = 255
KEPT_PARTS = ("styles", "settings")
"""What is taken over from the library's empty document; the rest of it is not needed."""


def write_docx(
    document: Document,
    path: Path,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[str, ...]:
    """Write the document and name the faces it asks for; they are not embedded.

    The same document gives the same bytes. `progress` is told percents. Raises ExportError, and
    ExportCancelled when `cancelled` says so; the target file is then as it was before.
    """
    write_whole(path, make_docx(document, Pace(progress, cancelled)))
    return FACES


def make_docx(document: Document, pace: Pace) -> bytes:
    """The bytes of the Word file."""
    import docx

    package = docx.Document()
    _drop_unneeded(package.part)
    language = escape(document.language, {'"': "&quot;"})
    _replace(package.styles.element, styles(language))
    _replace(package.settings.element, settings(language))
    footers = _add_footers(package)
    _add_font_table(package.part)
    _describe(package.part.package, document)
    _fill(package, document, footers, pace)
    pace.phase(90, 99, 1)
    file = BytesIO()
    package.save(file)
    data = _same_each_time(file)
    pace.phase(99, 100, 1)
    pace.step()
    return data


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
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    text = f"{head}<cp:coreProperties {spaces}>{words}</cp:coreProperties>"
    name = PackURI("/docProps/core.xml")
    made = Part(name, CONTENT_TYPE.OPC_CORE_PROPERTIES, text.encode(), package)
    package.relate_to(made, RELATIONSHIP_TYPE.CORE_PROPERTIES)


def _fill(package: Any, document: Document, footers: str, pace: Pace) -> None:
    """Put every block into the body, tables in lots of rows."""
    body = package.element.body

    def add_image(data: bytes) -> str:
        relation, _ = package.part.get_or_add_image(BytesIO(data))
        return str(relation)

    rows = sum(len(block.rows) for block in document.blocks if isinstance(block, Table))
    pace.phase(0, 90, len(document.blocks) + rows)
    for child in list(body):
        body.remove(child)
    for piece in Body(document, footers, add_image).pieces():
        if isinstance(piece, WordTable):
            body.extend(_parsed(f"<w:tbl>{piece.opening()}</w:tbl>"))
            table = body[-1]
            for count, text in piece.lots():
                table.extend(_parsed(text))
                pace.step(count)
        else:
            body.extend(_parsed(piece))
            pace.step()


def _same_each_time(file: BytesIO) -> bytes:
    """The same package without the time at which it was made."""
    made = BytesIO()
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, OLDEST)
            part.external_attr = 0o600 << 16
            target.writestr(part, source.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()
