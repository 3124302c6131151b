"""The list of proposals under the caret: names at the left, what they are worth now at the right.

It is a plain child of the window and never takes the focus, so that a Chinese input method goes on.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.look import Look
from ui.panels.formula_words import Word

Index = QModelIndex | QPersistentModelIndex
SHOWN = 8
NARROWEST, WIDEST = 240, 420


class _Words(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words: Sequence[Word] = ()

    def put(self, words: Sequence[Word]) -> None:
        self.beginResetModel()
        self.words = tuple(words)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.words)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        word = self.words[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{word.shown}　{word.note}"
        return word.shown if role == Qt.ItemDataRole.DisplayRole else None


class _Painter(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._look.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, _Words)
        word, look = model.words[index.row()], self._look
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, look.color("selection" if chosen else "surface"))
        room = option.rect.adjusted(look.px(8), 0, -look.px(8), 0)
        painter.setFont(look.font(12))
        taken = min(QFontMetrics(painter.font()).horizontalAdvance(word.note) + 4, room.width() * 3 // 5)
        note = QFontMetrics(painter.font()).elidedText(word.note, Qt.TextElideMode.ElideRight, taken)
        painter.setPen(look.color("text2"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignRight), note)
        painter.setFont(look.font())
        painter.setPen(look.color("text"))
        left = room.width() - taken - look.px(12)
        name = QFontMetrics(painter.font()).elidedText(word.shown, Qt.TextElideMode.ElideRight, left)
        painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignLeft), name)


class Completions(QFrame):
    """Shows proposals near a caret; the editor hands it its keys, the mouse chooses too."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("kind", "strip")
        self.list = QListView(self)
        self._words = _Words(self)
        self.list.setModel(self._words)
        self.list.setItemDelegate(_Painter(look, self))
        for widget in (self, self.list, self.list.viewport()):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("可以写的名称"))
        self.list.clicked.connect(lambda index: self.take(index.row()))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.list)
        self.hide()

    @property
    def texts(self) -> list[str]:
        """What is offered, in order."""
        return [word.shown for word in self._words.words]

    @property
    def notes(self) -> list[str]:
        """What each of them is worth now."""
        return [word.note for word in self._words.words]

    @property
    def current(self) -> str:
        """The word that Enter takes, "" for none."""
        at = self.list.currentIndex().row()
        return self._words.words[at].shown if at >= 0 else ""

    def offer(self, words: Sequence[Word], caret: QRect, window: QWidget, *, choose_first: bool) -> None:
        """Show these words under (or above) the caret, whose place is in the window's coordinates."""
        if not words:
            self.hide()
            return
        if self.parentWidget() is not window:
            self.setParent(window)
        self._words.put(words)
        self.list.setCurrentIndex(self._words.index(0) if choose_first else QModelIndex())
        self.setGeometry(self._place(words, caret, window))
        self.show()
        self.raise_()

    def _place(self, words: Sequence[Word], caret: QRect, window: QWidget) -> QRect:
        look = self._look
        names, notes = QFontMetrics(look.font()), QFontMetrics(look.font(12))
        widths = (names.horizontalAdvance(w.shown) + notes.horizontalAdvance(w.note) for w in words)
        width = min(max(max(widths) + look.px(56), look.px(NARROWEST)), look.px(WIDEST), window.width() - 4)
        height = min(len(words), SHOWN) * look.row_height + 4
        left = max(min(caret.left(), window.width() - width - 2), 0)
        below = caret.bottom() + look.px(3)
        fits = below + height <= window.height()
        return QRect(left, below if fits else max(caret.top() - look.px(3) - height, 0), width, height)

    def press(self, key: int) -> bool:
        """Move or take by a key; False for keys that are not meant for the list."""
        if not self.isVisible():
            return False
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: SHOWN, Qt.Key.Key_PageUp: -SHOWN}
        current = self.list.currentIndex()
        if (by := step.get(Qt.Key(key))) is not None:
            last = len(self._words.words) - 1
            self.list.setCurrentIndex(self._words.index(min(max(current.row() + by, 0), last)))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab) and current.isValid():
            self.take(current.row())
            return True
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        return False

    def take(self, row: int) -> None:
        """Choose the word of that line."""
        word = self._words.words[row]
        self.hide()
        self.chosen.emit(word)
