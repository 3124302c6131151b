"""The window of the help: contents and search at the left, the page at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.help.browser import HelpBrowser
from ui.help.keys import help_pages
from ui.look import Look

SIZE, CONTENTS_WIDTH, LINE = (1040, 700), 236, 30
_NAME, _WORDS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class HelpWindow(QDialog):
    """Stays open beside the work; everything in it comes from the program's own files."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(self.tr("使用帮助"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.pages = help_pages()
        self._behind: list[tuple[str, int]] = []
        self._ahead: list[tuple[str, int]] = []
        self.browser = HelpBrowser(look, self.pages, self)
        self.browser.pageAsked.connect(self.show_page)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("在帮助里查找（可输拼音首字母）"))
        self.search.setAccessibleName(self.tr("在帮助里查找"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
        self._model = QStandardItemModel(self)
        self.list = self._make_list()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self._rule())
        column.addWidget(self._sides(), 1)
        for keys, run in (
            ("Alt+Left", self.go_back),
            ("Backspace", self.go_back),
            ("Alt+Right", self.go_forward),
            ("Ctrl+F", self.search.setFocus),
            ("F6", self._other_side),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(run)
        room = self.screen().availableSize() * 0.96
        self.resize(min(look.px(SIZE[0]), room.width()), min(look.px(SIZE[1]), room.height()))
        look.changed.connect(self._restyle)
        self._restyle()
        self._fill("")

    # Building

    def _make_list(self) -> QListView:
        made = QListView(self)
        made.setModel(self._model)
        made.setProperty("side", True)
        made.setAccessibleName(self.tr("帮助目录"))
        made.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setTextElideMode(Qt.TextElideMode.ElideRight)
        made.clicked.connect(self._open)
        made.activated.connect(self._open)
        return made

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(*[self.look.px(8)] * 4)
        row.setSpacing(self.look.px(6))
        self.back = self._button(self.tr("后退"), "Alt+←", self.go_back)
        self.forward = self._button(self.tr("前进"), "Alt+→", self.go_forward)
        self.title = QLabel(self)
        self.title.setProperty("role", "section")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(self.search)
        row.addSpacing(self.look.px(6))
        row.addWidget(self.back)
        row.addWidget(self.forward)
        row.addWidget(self.title, 1)
        return row

    def _button(self, words: str, keys: str, run: object) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(words)
        button.setToolTip(f"{words}　{keys}")
        button.clicked.connect(run)
        return button

    def _rule(self) -> QFrame:
        line = QFrame(self)
        line.setProperty("kind", "rule")
        return line

    def _sides(self) -> QSplitter:
        sides = QSplitter(Qt.Orientation.Horizontal, self)
        sides.setChildrenCollapsible(False)
        sides.addWidget(self.list)
        sides.addWidget(self.browser)
        sides.setStretchFactor(1, 1)
        sides.setSizes([self.look.px(CONTENTS_WIDTH), self.look.px(SIZE[0] - CONTENTS_WIDTH)])
        return sides

    def _restyle(self) -> None:
        look = self.look
        self.search.setFixedWidth(look.px(CONTENTS_WIDTH - 8))
        for button, icon in ((self.back, "back"), (self.forward, "go")):
            button.setIcon(look.icon(icon))
            button.setIconSize(look.icon_size)
        self._fill(self.search.text())

    # Contents and search

    def _fill(self, text: str) -> None:
        self._model.clear()
        if text.strip():
            hits = self.pages.search(text)
            for hit in hits:
                below = hit.line if hit.line != hit.page.title else hit.page.part
                self._add(f"{hit.page.title}\n{below}", hit.page.name, hit.words, lines=2)
            if not hits:
                self._add(self.tr("没有找到"), "")
            self.list.setCurrentIndex(self._model.index(0, 0))
            return
        part = ""
        for page in self.pages.pages:
            if page.part != part:
                part = page.part
                self._add(part, "")
            self._add(page.title, page.name)
        self._mark()

    def _add(self, text: str, name: str, words: str = "", *, lines: int = 1) -> None:
        item = QStandardItem(text)
        item.setData(name, _NAME)
        item.setData(words, _WORDS)
        item.setToolTip(text)
        item.setSizeHint(QSize(0, self.look.px(LINE if lines == 1 else LINE + 18)))
        if not name:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setFont(self.look.font(12, 600))
        self._model.appendRow(item)

    def titles(self) -> list[str]:
        """The lines at the left as shown, without the headings of the parts."""
        items = [self._model.item(at) for at in range(self._model.rowCount())]
        return [item.text() for item in items if item.data(_NAME)]

    def _open(self, index: QModelIndex) -> None:
        if index.data(_NAME):
            self.show_page(index.data(_NAME), index.data(_WORDS) or "")

    def _mark(self) -> None:
        """Choose the shown page in the contents."""
        page = self.browser.page
        if page is None or self.search.text().strip():
            return
        for at in range(self._model.rowCount()):
            if self._model.item(at).data(_NAME) == page.name:
                self.list.setCurrentIndex(self._model.index(at, 0))

    # Pages

    @property
    def name(self) -> str:
        """The name of the page shown."""
        return self.browser.page.name if self.browser.page is not None else ""

    def show_page(self, name: str, words: str = "") -> None:
        """Turn to a page, where these words stand if any; an unknown name changes nothing."""
        if name not in self.pages:
            return
        if self.browser.page is not None and name != self.name:
            self._behind.append((self.name, self.browser.verticalScrollBar().value()))
            self._ahead.clear()
        self._turn(name, words)

    def _turn(self, name: str, words: str = "", at: int = 0) -> None:
        page = self.pages[name]
        self.browser.show_page(page, words)
        if at:
            self.browser.verticalScrollBar().setValue(at)
        self.title.setText(f"{page.part} › {page.title}")
        self.back.setEnabled(bool(self._behind))
        self.forward.setEnabled(bool(self._ahead))
        self._mark()

    def go_back(self) -> None:
        """To the page before."""
        self._step(self._behind, self._ahead)

    def go_forward(self) -> None:
        """To the page from which one went back."""
        self._step(self._ahead, self._behind)

    def _step(self, source: list[tuple[str, int]], goal: list[tuple[str, int]]) -> None:
        if source:
            goal.append((self.name, self.browser.verticalScrollBar().value()))
            name, at = source.pop()
            self._turn(name, at=at)

    def _other_side(self) -> None:
        goal = self.list if self.browser.hasFocus() else self.browser
        goal.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """In the search field: arrows choose, Enter opens, Esc clears; elsewhere Esc closes."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if self.search.hasFocus() and key in steps:
            row = self.list.currentIndex().row() + steps[key]
            self.list.setCurrentIndex(self._model.index(min(max(row, 0), self._model.rowCount() - 1), 0))
        elif self.search.hasFocus() and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.list.currentIndex())
        elif key == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)


def show_help(host: QWidget, look: Look, name: str) -> HelpWindow:
    """Show a page in the help window of that window or dialog; it stays usable beside a modal one."""
    found = host.findChild(HelpWindow, options=Qt.FindChildOption.FindDirectChildrenOnly)
    window = found or HelpWindow(look, host)
    window.show_page(name)
    window.show()
    window.activateWindow()
    window.browser.setFocus()
    return window
