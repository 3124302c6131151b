"""The pages of the report in memory: laid out as a PDF, drawn as pictures, shown on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from models.report.blocks import Document
from services.exporting.pdf_figures import Figure
from ui.look import Look


@dataclass(frozen=True, slots=True)
class Layout:
    """A laid-out report: the file's bytes, each page's size in points, and where its headings stand.

    `figures` are those of each page that have a source, in points from the upper left corner of the page
    as it is shown.
    """

    data: bytes
    sizes: tuple[tuple[float, float], ...]
    headings: dict[str, int]
    figures: tuple[tuple[Figure, ...], ...]

    def figure_at(self, page: int, x: float, y: float) -> Figure | None:
        """The figure at a point of a page, which is counted from 0; None where there is none."""
        return next((each for each in self.figures[page] if each.holds(x, y)), None)


def laid_out(document: Document, cancelled: Callable[[], bool]) -> Layout:
    """The document as a PDF in memory, with what the preview needs to know of it."""
    import pypdfium2

    from services.exporting.pace import Pace
    from services.exporting.pdf import make_pdf
    from services.fonts import resolve

    report = make_pdf(document, resolve(), Pace(None, cancelled), traced=True)
    made = pypdfium2.PdfDocument(report.data)
    try:
        sizes = tuple(page.get_size() for page in made)
        headings: dict[str, int] = {}
        for mark in made.get_toc():
            place = mark.get_dest()
            if place is not None:
                headings.setdefault(str(mark.get_title()), int(place.get_index() or 0))
    finally:
        made.close()
    return Layout(report.data, sizes, headings, report.figures)


def find(layout: Layout, words: str, pages: Sequence[int] = ()) -> list[tuple[int, list[QRectF]]]:
    """Every place where the words stand: the page, counted from 0, and a rectangle for each of their lines.

    Looks at some pages only where they are given.

    Rectangles are in points from the upper left corner of the page as it is shown. Capitals are small
    letters here, and neither line ends nor blanks beside a Chinese character part two words.
    """
    import pypdfium2

    wanted, _ = searched(words)
    if not wanted.strip():
        return []
    made = pypdfium2.PdfDocument(layout.data)
    try:
        numbers = pages or range(len(made))
        return [(number, rects) for number in numbers for rects in _found(made[number], wanted)]
    finally:
        made.close()


def _found(page: Any, wanted: str) -> Iterator[list[QRectF]]:
    from pypdfium2 import raw

    textpage = page.get_textpage()
    characters = (raw.FPDFText_GetUnicode(textpage, at) for at in range(textpage.count_chars()))
    text, places = searched("".join(map(chr, characters)))
    at = text.find(wanted)
    while at >= 0:
        first, last = places[at], places[at + len(wanted) - 1]
        boxes = [textpage.get_rect(box) for box in range(textpage.count_rects(first, last - first + 1))]
        yield _lines([_shown(page, box) for box in boxes])
        at = text.find(wanted, at + len(wanted))


def searched(text: str) -> tuple[str, list[int]]:
    """A text as it is searched, and where each of its characters stood."""
    kept: list[str] = []
    places: list[int] = []
    for at, char in enumerate(text):
        if not char.isspace():
            if kept and kept[-1] == " " and (_is_wide(char) or _is_wide(kept[-2])):
                kept.pop()
                places.pop()
            kept.append(char.lower() if len(char.lower()) == 1 else char)
            places.append(at)
        elif kept and kept[-1] != " ":
            kept.append(" ")
            places.append(at)
    if kept and kept[-1] == " ":
        kept.pop()
        places.pop()
    return "".join(kept), places


def _is_wide(char: str) -> bool:
    return char >= "\u2e80"


def _shown(page: Any, box: tuple[float, float, float, float]) -> QRectF:
    """A rectangle of the file on the page as it is shown; wide pages are turned by a quarter."""
    left, low, right, high = box
    _, height = page.get_size()
    if page.get_rotation() == 90:
        return QRectF(low, left, high - low, right - left)
    return QRectF(left, height - high, right - left, high - low)


def _lines(boxes: list[QRectF]) -> list[QRectF]:
    """The rectangles with those that follow one another on a line made one."""
    made: list[QRectF] = []
    for box in boxes:
        if made and made[-1].top() < box.center().y() < made[-1].bottom() and box.left() > made[-1].left():
            made[-1] = made[-1].united(box)
        else:
            made.append(box)
    return made


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


MARKS: Mapping[str, tuple[str, int]] = {
    "edited": ("accent", 28),
    "hit": ("doubt", 60),
    "chosen": ("doubt", 110),
}
"""What is marked on a page: the colour and how much of it covers the print."""


class Sheet(QWidget):
    """One page; blank paper until it is drawn. `pressed` says where it was clicked, in parts of the page."""

    pressed = Signal(int, QPointF)

    def __init__(self, look: Look, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._number, self.image = look, number, QImage()
        self.marks: dict[str, list[QRectF]] = {}
        self.setAccessibleName(self.tr("第 {0} 页").format(number + 1))

    def show_image(self, image: QImage) -> None:
        """Show the page's picture."""
        self.image = image
        self.update()

    def show_marks(self, kind: str, rects: list[QRectF]) -> None:
        """Mark places, given as parts of the page's width and height, in the place of those of that kind."""
        if self.marks.get(kind, []) != rects:
            self.marks[kind] = rects
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper stays light in every theme."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("paper"))
        if not self.image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), self.image)
            self._paint_marks(painter)
        painter.setPen(self._look.color("border"))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _paint_marks(self, painter: QPainter) -> None:
        for kind, (role, cover) in MARKS.items():
            color = QColor(self._look.color(role))
            for rect in self.marks.get(kind, ()):
                shown = QRectF(
                    rect.x() * self.width(),
                    rect.y() * self.height(),
                    rect.width() * self.width(),
                    rect.height() * self.height(),
                ).adjusted(-2, -1, 2, 1)
                color.setAlpha(cover)
                painter.fillRect(shown, color)
                if kind == "chosen":
                    color.setAlpha(255)
                    painter.setPen(QPen(color, 2))
                    painter.drawRect(shown)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say where the page was clicked."""
        place = event.position()
        self.pressed.emit(self._number, QPointF(place.x() / self.width(), place.y() / self.height()))
