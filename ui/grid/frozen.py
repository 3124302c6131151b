"""The frozen columns: a second view over the same model that covers the left side while the rest scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from ui.grid.header import ColumnHeader
from ui.grid.view import GridView
from ui.look import Look


class FrozenTitles(ColumnHeader):
    """Titles as high as those of the main view, whatever their own words need."""

    def fit(self) -> None:
        """Nothing: whoever shows them says how high they are."""


class FrozenColumns(QTableView):
    """Shows row numbers' neighbours only: rows, selection, heights and order are the main view's.

    `entered` says that a cell was double-clicked (row, column): it is typed into in the main view.
    """

    entered = Signal(int, int)

    def __init__(self, view: GridView, look: Look) -> None:
        super().__init__(view)
        self.main, self._look = view, look
        self.titles = FrozenTitles(look, self)
        self.setHorizontalHeader(self.titles)
        self.setModel(view.model())
        own = self.selectionModel()
        self.setSelectionModel(view.selectionModel())
        own.deleteLater()
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(view)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.hide()
        self._is_copying = False
        view.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(view.verticalScrollBar().setValue)
        view.viewport().installEventFilter(self)
        self.titles.setSectionsMovable(False)
        self.titles.sectionResized.connect(self._resized)
        self.titles.sectionHandleDoubleClicked.connect(view.titles.sectionHandleDoubleClicked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As high as the main view, also when its titles need another line."""
        if event.type() == QEvent.Type.Resize and watched is self.main.viewport():
            self.titles.setFixedHeight(self.main.titles.height())
            self._place()
        return False

    def follow(self) -> None:
        """Cover the left side while there is something to cover."""
        header, main = self.main.titles, self.main
        is_needed = bool(header.frozen) and main.horizontalScrollBar().value() > 0
        if is_needed:
            self._copy_columns()
            self._place()
            self.verticalScrollBar().setValue(main.verticalScrollBar().value())
        width = self._width() if is_needed else 0
        main.set_frozen_width(width)
        self.setVisible(is_needed)

    def _copy_columns(self) -> None:
        mine, theirs = self.titles, self.main.titles
        self._is_copying = True
        mine.frozen, mine.filtered = theirs.frozen, theirs.filtered
        self.verticalHeader().setDefaultSectionSize(self.main.rows.defaultSectionSize())
        mine.restoreState(theirs.saveState())
        for at in range(mine.count()):
            mine.setSectionHidden(at, at not in theirs.frozen or theirs.isSectionHidden(at))
        self._is_copying = False

    def _resized(self, at: int, _before: int, after: int) -> None:
        """A width drawn here is the main view's, too."""
        if not self._is_copying:
            self.main.titles.resizeSection(at, after)

    def _width(self) -> int:
        header = self.main.titles
        return sum(header.sectionSize(at) for at in header.frozen)

    def _place(self) -> None:
        main = self.main
        left = main.rows.width() if not main.rows.isHidden() else 0
        self.titles.setFixedHeight(main.titles.height())
        height = main.titles.height() + main.viewport().height()
        self.setGeometry(left, 0, self._width(), height)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Typing happens in the main view."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.entered.emit(index.row(), index.column())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cells with the current cell of the main view, and the line where they end."""
        self.main.page.paint(self, self.main, event.rect())
        painter = QPainter(self.viewport())
        right = self.viewport().width()
        painter.fillRect(right - 2, 0, 2, self.viewport().height(), self._look.color("border"))
        painter.end()
