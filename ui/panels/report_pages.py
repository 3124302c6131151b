"""The pages of the report in memory: laid out as a PDF, drawn as pictures, shown on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from models.report.blocks import Document
from ui.look import Look


@dataclass(frozen=True, slots=True)
class Layout:
    """A laid-out report: the file's bytes, each page's size in points, and where its headings stand."""

    data: bytes
    sizes: tuple[tuple[float, float], ...]
    headings: dict[str, int]


def laid_out(document: Document, cancelled: Callable[[], bool]) -> Layout:
    """The document as a PDF in memory, with what the preview needs to know of it."""
    import pypdfium2

    from services.exporting.pdf import make_pdf
    from services.exporting.pdf_pages import Pace
    from services.fonts import resolve

    data, _used = make_pdf(document, resolve(), Pace(None, cancelled))
    made = pypdfium2.PdfDocument(data)
    try:
        sizes = tuple(page.get_size() for page in made)
        headings: dict[str, int] = {}
        for mark in made.get_toc():
            place = mark.get_dest()
            if place is not None:
                headings.setdefault(str(mark.get_title()), int(place.get_index() or 0))
    finally:
        made.close()
    return Layout(data, sizes, headings)


def drawn(data: bytes, pages: list[int], scale: float) -> dict[int, QImage]:
    """Pictures of some pages at so many pixels per point."""
    import pypdfium2

    made = pypdfium2.PdfDocument(data)
    try:
        return {number: _picture(made[number].render(scale=scale)) for number in pages}
    finally:
        made.close()


def _picture(bitmap: Any) -> QImage:
    raw = bytes(bitmap.buffer)
    form = QImage.Format.Format_BGR888 if bitmap.n_channels == 3 else QImage.Format.Format_RGB32
    return QImage(raw, bitmap.width, bitmap.height, bitmap.stride, form).copy()


class Sheet(QWidget):
    """One page; blank paper until it is drawn."""

    def __init__(self, look: Look, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self.image = look, QImage()
        self.setAccessibleName(self.tr("第 {0} 页").format(number + 1))

    def show_image(self, image: QImage) -> None:
        """Show the page's picture."""
        self.image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper stays light in every theme."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("paper"))
        if not self.image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), self.image)
        painter.setPen(self._look.color("border"))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
