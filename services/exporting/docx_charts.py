"""Charts in Word: the picture that the PDF has, at 300 dpi in its real size, and in words beside it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from io import BytesIO
from xml.sax.saxutils import quoteattr

from models.report.blocks import Chart, clean
from services.exporting.docx_text import paragraph
from services.exporting.pdf_charts import paint, picture_of
from services.exporting.pdf_fonts import ONE_AT_A_TIME, FontBook
from services.fonts import FontSet

DPI = 300
EMU = 12700
"""What Word measures pictures in: so many to the point."""
SHADES = 64
"""The colours of a picture: the few of the theme, and what lies between them and white at the edges."""
LONGEST_ALT = 4000
_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"

AddImage = Callable[[bytes], str]
"""Takes a PNG file into the package and gives the id by which the text refers to it."""


def chart_png(chart: Chart, fonts: FontSet) -> tuple[bytes, Fraction, Fraction]:
    """The chart as a PNG file, and its width and height in points."""
    import pypdfium2

    data, width, height = _page(chart, fonts)
    page = pypdfium2.PdfDocument(data)
    try:
        file = BytesIO()
        drawn = page[0].render(scale=DPI / 72).to_pil()
        drawn.quantize(SHADES).save(file, "PNG", dpi=(DPI, DPI), optimize=True)
    finally:
        page.close()
    return file.getvalue(), width, height


def _page(chart: Chart, fonts: FontSet) -> tuple[bytes, Fraction, Fraction]:
    """A PDF of one page that is the chart's picture."""
    from reportlab.pdfgen.canvas import Canvas

    with ONE_AT_A_TIME:
        book = FontBook(fonts)
        picture = picture_of(chart, book)
        size = (float(picture.width), float(picture.height))
        canvas = Canvas("", size, invariant=1, initialFontName=book.body)
        paint(canvas, picture, book, 0.0, size[1])
        canvas.showPage()
        return bytes(canvas.getpdfdata()), picture.width, picture.height


def chart_paragraph(chart: Chart, fonts: FontSet, number: int, add_image: AddImage) -> str:
    """The paragraph with the picture; `number` tells it from the document's other pictures."""
    data, *size = chart_png(chart, fonts)
    wide, high = (round(each * EMU) for each in size)
    told = quoteattr(clean(chart.alt)[:LONGEST_ALT])
    named = f'id="{number}" name="图{number}" descr={told}'
    extent = f'cx="{wide}" cy="{high}"'
    picture = (
        f'<pic:pic xmlns:pic="{_DRAWN}/picture"><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/>'
        "</pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{add_image(data)}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    inline = (
        f'<wp:inline xmlns:wp="{_DRAWN}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {extent}/><wp:docPr {named}/>"
        f'<a:graphic xmlns:a="{_DRAWN}/main"><a:graphicData uri="{_DRAWN}/picture">{picture}'
        "</a:graphicData></a:graphic></wp:inline>"
    )
    return paragraph("Figure", f"<w:r><w:drawing>{inline}</w:drawing></w:r>")
