"""The pages of the report as they will be printed: laid out and drawn in a thread, page by page as seen."""

from __future__ import annotations

import atexit
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from models.report.blocks import Document
from services.errors import UserProblem
from ui.look import Look
from ui.panels.page_marks import PageMarks, Places
from ui.panels.report_pages import Layout, Sheet, drawn, laid_out
from ui.words import told_of
from ui.work import Work

GAP, AHEAD, KEPT, WAIT = 14, 1, 8, 160
STEP, SMALLEST, LARGEST = 1.15, 0.3, 4.0


class Preview(QScrollArea):
    """Follows the document it is given; `moved` says the page in view and how many there are.

    `found` says which of how many places with the searched words is shown, `pressed` brings the figure on
    which somebody clicked, `zoomed` the size that the wheel chose.
    """

    moved = Signal(int, int)
    failed = Signal(str)
    found = Signal(int, int)
    pressed = Signal(object)
    zoomed = Signal(float)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.layout_now: Layout | None = None
        self.sheets: list[Sheet] = []
        self._document: Document | None = None
        self._wanted: Document | None = None
        self._work: Work | None = None
        self._is_outdated = False
        self._has_left = False
        self._goal = ""
        self._zoom = 0.0
        self.marks = PageMarks(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("报告预览"))
        self._desk = QFrame(self)
        self._desk.setProperty("kind", "desk")
        self._column = QVBoxLayout(self._desk)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._column.setSpacing(look.px(GAP))
        self.note = QLabel(self._desk)
        self.note.setProperty("role", "note")
        self.note.setWordWrap(True)
        self._column.addWidget(self.note)
        self.setWidget(self._desk)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        look.changed.connect(self._fit)

    # What is shown

    def show_document(self, document: Document) -> None:
        """Lay this document out soon; nothing happens while the preview is hidden."""
        if document == self._document or document == self._wanted:
            return
        self._wanted = document
        self._is_outdated = True
        if self.isVisible():
            self._timer.start(WAIT if self.sheets else 0)

    def show_heading(self, text: str) -> None:
        """Bring the page of a heading into view, now or when the pages are there."""
        self._goal = text
        page = self.layout_now.headings.get(text) if self.layout_now is not None else None
        if page is not None and page < len(self.sheets):
            self.verticalScrollBar().setValue(self.sheets[page].y() - self._look.px(GAP))

    def show_place(self, page: int, part: float) -> None:
        """Bring a place of a page into view; `part` is how far down the page it is, from 0 to 1."""
        if page < len(self.sheets):
            self._column.activate()
            sheet, bar, room = self.sheets[page], self.verticalScrollBar(), self.viewport().height()
            top = sheet.y() + round(part * sheet.height())
            if not bar.value() + room // 8 <= top <= bar.value() + room * 3 // 4:
                bar.setValue(top - room // 3)

    def mark(self, words: str, heading: str, *, show: bool) -> None:
        """Mark the paragraph with these words behind that heading; `show` brings it into view."""
        if self.marks.want("edited", words, heading, show=show):
            self._timer.start(WAIT // 2)

    def search(self, words: str) -> None:
        """Mark every place with these words and show the first."""
        if self.marks.want("hit", words):
            self._timer.start(WAIT // 2)

    def set_zoom(self, zoom: float) -> None:
        """How many times its printed size a page is shown; 0 fits the width."""
        self._zoom = zoom
        self._fit()

    @property
    def page(self) -> int:
        """The number of the page in view, from 1; 0 while there is none."""
        self._column.activate()
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        above = [number for number, sheet in enumerate(self.sheets, 1) if sheet.y() <= middle]
        return above[-1] if above else len(self.sheets[:1])

    @property
    def is_busy(self) -> bool:
        """Whether pages are being laid out or drawn."""
        return self._work is not None or self._wanted is not None or self._timer.isActive()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the preview was hidden."""
        super().showEvent(event)
        self._timer.start(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pages as wide as there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._column.setContentsMargins(*[self._look.px(GAP)] * 4)
        if self.layout_now is None:
            return
        for sheet, (width, height) in zip(self.sheets, self.layout_now.sizes, strict=True):
            shown = self._scale_of(width) * width
            sheet.setFixedSize(QSize(round(shown), round(shown * height / width)))
        self._timer.start(WAIT // 4)

    def _scale_of(self, width: float) -> float:
        if self._zoom:
            return self._zoom * 96 / 72
        room = self.viewport().width() - 2 * self._look.px(GAP)
        widest = max((size[0] for size in self.layout_now.sizes), default=width) if self.layout_now else width
        narrowest = (
            min((size[0] for size in self.layout_now.sizes), default=width) if self.layout_now else width
        )
        return max(room, 60) / (width if width == widest and widest != narrowest else narrowest)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel makes pages larger or smaller."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        sheet, layout = next(iter(self.sheets), None), self.layout_now
        if sheet is not None and layout is not None and event.angleDelta().y():
            now = self._zoom or sheet.width() / layout.sizes[0][0] * 72 / 96
            factor = STEP if event.angleDelta().y() > 0 else 1 / STEP
            self.set_zoom(min(max(now * factor, SMALLEST), LARGEST))
            self.zoomed.emit(self._zoom)

    def _press(self, number: int, place: QPointF) -> None:
        layout = self.layout_now
        if layout is not None and number < len(layout.sizes):
            width, height = layout.sizes[number]
            figure = layout.figure_at(number, place.x() * width, place.y() * height)
            if figure is not None:
                self.pressed.emit(figure)

    def leave(self) -> None:
        """Stop what is being laid out and wait for its end; nothing is begun any more."""
        self._has_left = True
        self._timer.stop()
        self._await()
        self._end()

    # Work beside the window, one piece at a time

    def _next(self) -> None:
        if self._work is not None or self._has_left or not self.isVisible():
            return
        if self._wanted is not None:
            document, self._wanted, self._is_outdated = self._wanted, None, False
            self._document = document
            if not self.sheets:
                self.note.setText(self.tr("正在排版…"))
            self._begin(lambda: laid_out(document, lambda: self._is_outdated), self._laid)
            return
        missing, scale = self._missing()
        if missing and self.layout_now is not None:
            data = self.layout_now.data
            self._begin(lambda: drawn(data, missing, scale), self._drawn)
        elif self.layout_now is not None and (look_up := self.marks.next_search(self.layout_now)) is not None:
            self._begin(look_up, self._looked_up)

    def _looked_up(self, places: Places) -> None:
        self._end()
        self.marks.take(places)
        self._timer.start(0)

    def _begin(self, run: Callable[[], object], done: Callable[[Any], None]) -> None:
        import pypdfium2  # noqa: F401  # its own way out must be registered before ours, which runs first

        application = QCoreApplication.instance()
        assert application is not None
        self._work = Work(run, application)
        self._work.done.connect(done)
        self._work.failed.connect(self._fell)
        atexit.register(self._await)
        self._work.start()

    def _await(self) -> None:
        """Wait for the thread, which must not outlive the program's parts that it works with."""
        self._is_outdated = True
        if self._work is not None:
            self._work.wait()

    def _end(self) -> None:
        atexit.unregister(self._await)
        self._work = None

    def _laid(self, layout: Layout) -> None:
        self._end()
        old = {number: sheet.image for number, sheet in enumerate(self.sheets)}
        place = self.verticalScrollBar().value()
        self.layout_now = layout
        self._set_sheets(len(layout.sizes))
        for number, sheet in enumerate(self.sheets):
            sheet.show_image(old.get(number, QImage()))
            sheet.setProperty("scale", 0.0)
        self.note.hide()
        self.marks.start_over()
        self._fit()
        self._desk.adjustSize()
        if old:
            self.verticalScrollBar().setValue(place)
        elif self._goal:
            QTimer.singleShot(0, self, lambda: self.show_heading(self._goal))
        self.moved.emit(self.page, len(self.sheets))
        self._timer.start(0)

    def _set_sheets(self, count: int) -> None:
        while len(self.sheets) > count:
            old = self.sheets.pop()
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        while len(self.sheets) < count:
            sheet = Sheet(self._look, len(self.sheets), self._desk)
            sheet.pressed.connect(self._press)
            self.sheets.append(sheet)
            self._column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)

    def _missing(self) -> tuple[list[int], float]:
        """The pages in view, and one around them, whose picture is missing or of another size."""
        if self.layout_now is None or not self.sheets:
            return [], 1.0
        at, ratio = max(self.page - 1, 0), self.devicePixelRatioF()
        near = range(max(at - AHEAD, 0), min(at + AHEAD + 2, len(self.sheets)))
        for number, sheet in enumerate(self.sheets):
            if abs(number - at) > KEPT:
                sheet.image = QImage()
                sheet.setProperty("scale", 0.0)
        found: dict[float, list[int]] = {}
        for number in near:
            scale = self.sheets[number].width() * ratio / self.layout_now.sizes[number][0]
            if self.sheets[number].property("scale") != scale:
                found.setdefault(scale, []).append(number)
        if not found:
            return [], 1.0
        scale, pages = next(iter(found.items()))
        for number in pages:
            self.sheets[number].setProperty("scale", scale)
        return pages, scale

    def _drawn(self, pictures: dict[int, QImage]) -> None:
        self._end()
        for number, picture in pictures.items():
            if number < len(self.sheets):
                self.sheets[number].show_image(picture)
        self.moved.emit(self.page, len(self.sheets))
        self._timer.start(0)

    def _fell(self, error: Exception) -> None:
        self._end()
        if self._wanted is None:
            words = told_of(error)
            if not isinstance(error, UserProblem):
                words = self.tr("不能显示预览：{0}").format(words)
            self.note.setText(words)
            self.note.show()
            self.failed.emit(words)
        self._timer.start(0)

    def _scrolled(self) -> None:
        self.moved.emit(self.page, len(self.sheets))
        self._timer.start(WAIT // 8)
