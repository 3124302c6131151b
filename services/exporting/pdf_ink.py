"""Text and boxes written into a page as PDF operators.

The library's own ways of drawing take most of the time of a long table, and keep every page as plain
operators until the end. What is used of its inside (`_code`, `_doc`, `_escape`) is used here only.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Any


def put_text(
    canvas: Any,
    spans: Iterable[tuple[str, str, float]],
    x: float,
    y: float,
    size: float,
    stretch: float = 1.0,
) -> None:
    """Text from the point x, y on its base line: font, characters and the space after each, in points.

    With `stretch` characters and spaces are so many times as wide.
    """
    from reportlab.pdfbase.pdfmetrics import getFont

    document, drawn_in, spaced = canvas._doc, "", 0.0
    made = [f"BT 1 0 0 1 {x:.3f} {y:.3f} Tm"]
    if stretch != 1.0:
        made.append(f"{100 * stretch:.3f} Tz")
    for font_name, text, space in spans:
        if space != spaced:
            made.append(f"{space:.4f} Tc")
            spaced = space
        font = getFont(font_name)
        for subset, codes in font.splitString(text, document):
            name = font.getSubsetInternalName(subset, document)
            if name != drawn_in:
                made.append(f"{name} {size:.2f} Tf")
                drawn_in = name
            made.append(f"({canvas._escape(codes)}) Tj")
    if spaced:
        made.append("0 Tc")
    if stretch != 1.0:
        made.append("100 Tz")
    made.append("ET")
    canvas._code.append(" ".join(made))


def put_box(canvas: Any, x: float, y: float, width: float, height: float) -> None:
    """The outline of a box whose lower left corner is x, y, in points."""
    canvas._code.append(f"n {x:.2f} {y:.2f} {width:.2f} {height:.2f} re S")


def end_page(canvas: Any) -> None:
    """Finish the page and compress it at once."""
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream

    canvas.showPage()
    page = canvas._doc.Pages.pages[-1]
    packed = PDFDictionary({"Filter": PDFArray([PDFName("FlateDecode")])})
    page.Contents = PDFStream(packed, zlib.compress(page.stream.encode("latin-1")))
    page.stream = None
