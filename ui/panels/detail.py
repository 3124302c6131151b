"""The panel at the right of a grid: title, one line of facts, underlined sub-tabs, and their pages."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.context import Context
from ui.grid.grid import Grid
from ui.look import Look
from ui.panels.sub_tabs import SubTabs

LINKS = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard


class Heading(QWidget):
    """The heading of a section: bold words, and a note behind them."""

    def __init__(self, look: Look, words: str, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(6))
        self.title, self.note = QLabel(words, self), QLabel(note, self)
        self.title.setProperty("role", "section")
        self.note.setProperty("role", "note")
        row.addWidget(self.title)
        row.addWidget(self.note)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class DetailPanel(QFrame):
    """Shows one row in pages; every page has a key, a word on its sub-tab and perhaps a count."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "surface")
        self.context = context
        look = context.look
        self._keys: list[str] = []
        self._words: list[str] = []
        self._title, self._note, self.aside = QLabel(self), QLabel(self), QLabel(self)
        self.tabs = SubTabs(self.tr("详情页面"), self)
        self.pages = QStackedWidget(self)
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(rule(self))
        column.addLayout(self._band())
        column.addWidget(rule(self))
        column.addWidget(self.pages, 1)
        self._sides = QStackedWidget(self)
        self._sides.addWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._sides)
        self.tabs.currentChanged.connect(self.pages.setCurrentIndex)
        self.setMinimumWidth(look.px(330))

    def _head(self) -> QHBoxLayout:
        look = self.context.look
        self._title.setProperty("role", "title")
        self._title.setWordWrap(True)
        self._note.setProperty("role", "note")
        self._note.setWordWrap(True)
        self._note.setTextInteractionFlags(LINKS)
        self._note.linkActivated.connect(self.follow_link)
        self.aside.setProperty("role", "score")
        self.aside.hide()
        words = QVBoxLayout()
        words.setSpacing(look.px(1))
        words.addWidget(self._title)
        words.addWidget(self._note)
        head = QHBoxLayout()
        head.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(8))
        head.addLayout(words, 1)
        head.addWidget(self.aside)
        return head

    def _band(self) -> QHBoxLayout:
        look = self.context.look
        band = QHBoxLayout()
        band.setContentsMargins(look.px(6), 0, look.px(6), 0)
        band.addWidget(self.tabs, 1)
        return band

    def set_empty(self, empty: QWidget) -> None:
        """What stands here while there is no row at all."""
        self._sides.addWidget(empty)

    def show_empty(self, is_empty: bool) -> None:
        """Show that in place of the pages, or the pages again."""
        if self._sides.count() > 1:
            self._sides.setCurrentIndex(1 if is_empty else 0)

    def add_page(self, key: str, words: str, page: QWidget) -> None:
        """One more page."""
        self._keys.append(key)
        self._words.append(words)
        self.pages.addWidget(page)
        self.tabs.addTab(words)

    def show_page(self, key: str) -> None:
        """Turn to a page."""
        self.tabs.setCurrentIndex(self._keys.index(key))

    @property
    def page(self) -> str:
        """The key of the page in front."""
        return self._keys[self.tabs.currentIndex()]

    def set_count(self, key: str, count: int) -> None:
        """How many rows a page has, behind its word; none for zero."""
        at = self._keys.index(key)
        text = f"{self._words[at]} {count}" if count else self._words[at]
        if self.tabs.tabText(at) != text:
            self.tabs.setTabText(at, text)

    def set_heading(self, title: str, note: str) -> None:
        """The row's title and one line of facts; the note may hold links."""
        self._title.setText(title)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def set_aside(self, text: str) -> None:
        """A large number right of the title, such as a score; none for an empty text."""
        self.aside.setText(text)
        self.aside.setVisible(bool(text))

    @property
    def heading(self) -> str:
        """The title."""
        return self._title.text()

    @property
    def note(self) -> str:
        """The line of facts under it."""
        return self._note.text()

    def follow_link(self, link: str) -> None:
        """Go to the row a link in the heading means: table and id, parted by a slash."""
        table, _, row_id = link.partition("/")
        self.context.show_row(table, row_id)


def rule(parent: QWidget) -> QFrame:
    """One hairline."""
    line = QFrame(parent)
    line.setProperty("kind", "rule")
    return line


def surface(parent: QWidget | None = None) -> QFrame:
    """A ground of paper, as panes and pages have."""
    pane = QFrame(parent)
    pane.setProperty("kind", "surface")
    return pane


def column_of(look: Look, *parts: QWidget | int, margin: int = 16) -> QWidget:
    """Widgets under each other with gaps (numbers, px of the design); grids and pages have no margin."""
    page = surface()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, look.px(12))
    column.setSpacing(0)
    for part in parts:
        if isinstance(part, int):
            column.addSpacing(look.px(part))
        elif isinstance(part, Grid):
            column.addWidget(rule(page))
            column.addWidget(part)
        elif part.property("kind") == "surface":
            column.addWidget(part)
        else:
            inset = QHBoxLayout()
            inset.setContentsMargins(look.px(margin), 0, look.px(margin), 0)
            inset.addWidget(part)
            column.addLayout(inset)
    column.addStretch(1)
    return page


def scrolled(page: QWidget) -> QScrollArea:
    """The page in an area that scrolls down when there is no room."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area


class Sheltered(QScrollArea):
    """As high as its page needs at the present width, and lower where there is no room; then it scrolls."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidget(page)
        page.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """The height of the page when its texts are wrapped at this width."""
        layout, hint = self.widget().layout(), super().sizeHint()
        if layout is not None and layout.hasHeightForWidth():
            hint.setHeight(layout.totalHeightForWidth(self.viewport().width()))
        return hint

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page has become higher or lower."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.updateGeometry()
        return super().eventFilter(watched, event)


class _Fitter(QObject):
    """Keeps a grid as high as its lines; it goes with the grid."""

    def __init__(self, grid: Grid, least: int | None) -> None:
        super().__init__(grid)
        self._grid, self._least = grid, least
        grid.model.modelReset.connect(self.fit)
        grid.context.look.changed.connect(self.fit)
        grid.layout_of.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        grid = self._grid
        height = grid.full_height
        grid.setMaximumHeight(height)
        grid.setMinimumHeight(height if self._least is None else min(height, self._least))


def fit_height(grid: Grid, least: int | None = None) -> None:
    """Let a grid be as high as its lines, whatever comes and goes; with a least height it may be lower."""
    if least is None:
        grid.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        grid.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    _Fitter(grid, least)
