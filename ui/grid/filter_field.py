"""The quick filter over a grid: rows are found by words or pinyin initials, and counted in the field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from services import pinyin
from ui.grid.grid import Grid
from ui.look import Look

MANY, WAIT_MILLISECONDS = 2_000, 150
"""From so many rows on the filter waits until the typing rests."""
AGAIN_MILLISECONDS = 10
"""How soon it is asked again whether the words of a large grid are ready."""
WARM_MILLISECONDS = 1_500
"""When the readings of characters are loaded: after the window has come up, before anybody types initials."""


class FilterField(QLineEdit):
    """Filters the grid that `grid` gives, which may be another one each time; Enter and Down go into it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._grid: Callable[[], Grid | None] = lambda: None
        self._known: set[Grid] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.apply)
        self.setPlaceholderText(self.tr("筛选（可输拼音首字母）"))
        self.setAccessibleName(self.tr("筛选"))
        self.setToolTip(self.tr("只看有这些字的行；可输拼音首字母，如 zwy 找“政务云”"))
        self._icon = self.addAction(look.icon("filter", "text2"), QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)
        self.textChanged.connect(self._changed)
        QTimer.singleShot(WARM_MILLISECONDS, self, pinyin.warm)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedWidth(self._look.px(200))
        self._icon.setIcon(self._look.icon("filter", "text2"))

    def attach(self, grid: Callable[[], Grid | None]) -> None:
        """Filter the grid that this gives."""
        self._grid = grid

    @property
    def count_text(self) -> str:
        """12 / 23: how many rows are shown of how many, empty where nothing is filtered."""
        grid = self._grid()
        if grid is None or not grid.model.arrangement.is_filtered:
            return ""
        shown, whole = grid.model.row_counts
        return f"{shown:,} / {whole:,}"

    @staticmethod
    def _is_large(grid: Grid) -> bool:
        return len(grid.model.arrangement.all_rows) > MANY

    def _changed(self, _text: str) -> None:
        grid = self._grid()
        if grid is not None and self._is_large(grid):
            self._timer.start(WAIT_MILLISECONDS)
        else:
            self.apply()

    def apply(self) -> None:
        """Filter now; a large grid as soon as its words are ready, without anybody waiting for it."""
        self._timer.stop()
        grid = self._grid()
        if grid is None:
            return
        if self.text() and self._is_large(grid) and grid.prepare_words(self.text()):
            self._timer.start(AGAIN_MILLISECONDS)
            return
        if grid not in self._known:
            self._known.add(grid)
            grid.filtered.connect(self._recount)
        grid.set_filter(self.text())
        self._recount()

    def show_all(self) -> None:
        """Let the grid show every row now: no words are looked for, and no column is filtered."""
        self.clear()
        self.apply()
        grid = self._grid()
        if grid is not None:
            grid.drop_filters()

    def _recount(self) -> None:
        words = self.count_text
        room = self.fontMetrics().horizontalAdvance(words) + self._look.px(8) if words else 0
        self.setTextMargins(0, 0, room, 0)
        self.setAccessibleDescription(words)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Make ready what the grid is searched in."""
        super().focusInEvent(event)
        grid = self._grid()
        if grid is not None:
            grid.prepare_words()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down go to the rows found; Esc shows all rows again."""
        grid = self._grid()
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down) and grid is not None:
            self.apply()
            grid.view.setFocus()
            if not grid.view.currentIndex().isValid() and grid.model.lines:
                grid.view.walker.step(0, 0, far=False, reaching=False)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The count stays at the right."""
        super().resizeEvent(event)
        self._recount()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, and the count left of the button that clears them."""
        super().paintEvent(event)
        words = self.count_text
        if not words:
            return
        painter = QPainter(self)
        painter.setPen(self._look.color("text2"))
        painter.setFont(self._look.font(12))
        right = self.width() - self._look.px(28 if self.text() else 8)
        room = QRect(0, 0, right, self.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
        painter.end()
