"""The find field in the menu bar: what is typed is found anywhere in the project while one types."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from models.search import Hits, Marked, Query
from ui.corner import FIND_WIDTH
from ui.found import FOUND, HEADING, MORE, NOTHING, ROW, Found, FoundDelegate, FoundLines, FoundModel
from ui.look import Look
from ui.searching import Searcher

SHOWN, WIDTH = 16, 620
PATIENCE = 200
"""How long the list of the text before may stand while nothing is found yet, in ms."""


class FindField(QLineEdit):
    """Looks for rows, problems, computed figures and fields; what is found stands in a list below it."""

    chosen = Signal(str, str, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._searcher: Searcher | None = None
        self._found: FoundLines | None = None
        self._is_stale = False
        self.model = FoundModel(self)
        self.list: QListView | None = None
        self._frame: QFrame | None = None
        self.setPlaceholderText(self.tr("全项目查找"))
        self.setAccessibleName(self.tr("全项目查找"))
        self.setToolTip(self.tr("查找文字、数字、日期，也可用拼音首字母　Ctrl+F"))
        self._icon = self.addAction(look.icon("find"), QLineEdit.ActionPosition.LeadingPosition)
        self._cap = QLabel("Ctrl+F", self)
        self._cap.setProperty("role", "keycap")
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(PATIENCE)
        self._late.timeout.connect(self._show_found)
        self.textEdited.connect(self._search)
        self.textChanged.connect(lambda text: self._cap.setVisible(not text))
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedWidth(self._look.px(FIND_WIDTH))
        self._icon.setIcon(self._look.icon("find", "text2"))

    def search_in(self, searcher: Searcher | None) -> None:
        """Search this project from now on; None switches the field off."""
        self._leave()
        self._searcher = searcher
        self.setEnabled(searcher is not None)
        if searcher is not None:
            searcher.found.connect(self._take)
            searcher.ended.connect(self._end)
            searcher.outdated.connect(self._again)

    def hits(self) -> list[str]:
        """The lines of what was found, without headings, each with the word of its table before it."""
        found, heading = [], ""
        for line in self.model.lines:
            heading = line.title.text.partition("　")[0] if line.kind == HEADING else heading
            if line.kind in (FOUND, NOTHING):
                found.append("　".join(word for word in (heading, line.words) if word))
        return found

    # Searching

    def _search(self, text: str) -> None:
        if self._searcher is None:
            return
        query = Query.of(text)
        self._found = FoundLines(self._searcher, query)
        self._is_stale = True
        if query:
            self._late.start()
            self._searcher.search(text)
        else:
            self._searcher.stop()
            self._hide_list()

    def _again(self) -> None:
        """What was found may have changed."""
        if self.hasFocus() and self.text():
            self._search(self.text())

    def _take(self, hits: Hits) -> None:
        if self._found is not None:
            self._found.add(hits)
            self._show_found()

    def _end(self) -> None:
        if self._found is not None and self._found.query:
            self._show_found(is_whole=True)

    def _show_found(self, is_whole: bool = False) -> None:
        if self._found is None:
            return
        self._late.stop()
        lines = self._found.lines()
        if not lines:
            words = self.tr("没有找到") if is_whole else self.tr("正在查找…")
            lines = [Found(NOTHING, Marked(words))]
        at = self.list.currentIndex().row() if self.list is not None and not self._is_stale else -1
        kept = self.model.lines[at].place if 0 <= at < len(self.model.lines) else None
        moved = at > self.model.step(0, 0)
        self.model.show_lines(lines)
        self._is_stale = False
        self._show_list()
        same = [at for at, line in enumerate(lines) if moved and line.place == kept and line.kind == FOUND]
        self._choose(same[0] if same else self.model.step(0, 0))

    # The list

    def _choose(self, at: int) -> None:
        if self.list is not None and 0 <= at < len(self.model.lines):
            self.list.setCurrentIndex(self.model.index(at, 0))

    def _show_list(self) -> None:
        frame = self._made_list() if self._frame is None else self._frame
        look, window = self._look, self.window()
        corner = self.mapTo(window, self.rect().bottomRight())
        room = window.height() - corner.y() - look.px(40)
        height = min(len(self.model.lines), SHOWN) * look.px(ROW) + 4
        width = min(look.px(WIDTH), window.width() - 2 * look.px(12))
        frame.setGeometry(max(corner.x() - width + 1, 0), corner.y() + 2, width, min(height, room))
        if self.hasFocus():
            frame.show()
            frame.raise_()

    def _made_list(self) -> QFrame:
        # A child of the window, not a window of its own: it takes neither the focus nor the keyboard.
        self._frame = frame = QFrame(self.window())
        frame.setProperty("kind", "strip")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        self.list = made = QListView(frame)
        inside.addWidget(made)
        made.setModel(self.model)
        made.setItemDelegate(FoundDelegate(self.model, self._look, made))
        made.setUniformItemSizes(True)
        made.setAccessibleName(self.tr("查找结果"))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.clicked.connect(self._go)
        return frame

    def _hide_list(self) -> None:
        self._late.stop()
        if self._frame is not None:
            self._frame.hide()

    def _go(self, index: QModelIndex) -> None:
        line = self.model.lines[index.row()] if index.isValid() else None
        if line is None or self._found is None:
            return
        if line.kind == MORE:
            self._found.opened.add(line.table)
            self.model.show_lines(self._found.lines())
            self._show_list()
            self._choose(index.row())
        elif line.kind == FOUND:
            self._leave()
            self.chosen.emit(*line.place)

    def _leave(self) -> None:
        if self._searcher is not None:
            self._searcher.stop()
        self._found = None
        self._hide_list()
        self.clear()
        self.model.show_lines(())
        self.clearFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down choose in the list, Enter goes there, Esc leaves."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: SHOWN, Qt.Key.Key_PageUp: -SHOWN}
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif self.list is not None and self.list.isVisible() and key in steps:
            self._choose(self.model.step(self.list.currentIndex().row(), steps[key]))
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        """Go to the chosen line; whoever types fast waits for what was typed last."""
        if self._searcher is None or not self.text().strip():
            return
        if self._is_stale or self._found is None:
            self._searcher.finish()
        if self.list is not None:
            self._go(self.list.currentIndex())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The list goes with the focus."""
        super().focusOutEvent(event)
        self._hide_list()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What was typed before is found again."""
        super().focusInEvent(event)
        self.selectAll()
        if self._searcher is not None:
            self._searcher.prepare()
        if self.text():
            self._search(self.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the key cap at the right edge."""
        super().resizeEvent(event)
        self._place_cap()

    def changeEvent(self, event: QEvent) -> None:
        """The key cap grows with the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_cap"):
            self._place_cap()

    def _place_cap(self) -> None:
        size = self._cap.sizeHint()
        left = self.width() - size.width() - self._look.px(8)
        self._cap.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())
