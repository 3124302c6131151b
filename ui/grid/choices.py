"""Choosing in an editor: the list under it holds what has the typed words, or their pinyin initials."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from models.fields import Row
from services import pinyin
from ui.words import worded

OFFERED = 60
"""Lines of the list under the editor; more typing finds the rest."""
MOST_CHARACTERS = 60
"""The widest that a list is made, in average characters."""
SOUGHT, REST_MILLISECONDS = 2_000, 150
"""Lines that are looked through at once, and how long the typing rests before more are."""
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
Index = QModelIndex | QPersistentModelIndex


class Items(QAbstractListModel):
    """What can be chosen, first nothing; words of rows are made when they are looked at."""

    def __init__(
        self, words: Sequence[str], rows: Sequence[Row] = (), title: Callable[[Row], str] | None = None
    ) -> None:
        super().__init__()
        self._words, self._rows, self._title = words, rows, title

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Nothing, and the rest."""
        return 0 if parent.isValid() else 1 + (len(self._rows) if self._title else len(self._words))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The words; as user data what stands for them."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.words(index.row())
        return self.key(index.row()) if role == Qt.ItemDataRole.UserRole else None

    def words(self, at: int) -> str:
        """The words of one line."""
        if at == 0:
            return ""
        return self._title(self._rows[at - 1]) if self._title else worded(self._words[at - 1])

    def key(self, at: int) -> str:
        """What stands for a line: a row's id, else its words."""
        if at == 0:
            return ""
        return str(self._rows[at - 1]["id"]) if self._title else self._words[at - 1]

    def words_of(self, text: str) -> str:
        """A stored word as its line shows it; any other text as it is."""
        return worded(text) if not self._title and text in self._words else text

    def some_words(self, most: int) -> list[str]:
        """The words of the first lines."""
        return [self.words(at) for at in range(min(self.rowCount(), most))]

    @cached_property
    def all_words(self) -> list[str]:
        """The words of every line."""
        return [self.words(at) for at in range(self.rowCount())]


class ChoiceBox(QComboBox):
    """An editable box whose list, while one types, shows only what fits.

    Enter, Tab and Esc mean the same whether that list is open or not; `picked` rings when a line of the
    whole list was chosen by mouse or key.
    """

    picked = Signal()

    def __init__(self, items: Items, parent: QWidget) -> None:
        super().__init__(parent)
        self.items = items
        items.setParent(self)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setModel(items)
        self._offered = QStringListModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCompleter(completer)
        completer.popup().installEventFilter(self)
        self._closes = False
        self.activated.connect(lambda _at: self._closes and self.picked.emit())
        self.editTextChanged.connect(self.setToolTip)
        line = self.lineEdit()
        assert line is not None
        line.textEdited.connect(self._typed)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MILLISECONDS)
        self._rest.timeout.connect(self._offer_late)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Tab take the line one stands on in the list of what fits, and go on to the editor."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in _ENDS:
            return False
        popup = self.completer().popup()
        if event.key() != Qt.Key.Key_Escape and popup.currentIndex().isValid():
            self.setEditText(popup.currentIndex().data())
        popup.hide()
        QCoreApplication.sendEvent(self, event)
        return True

    def hidePopup(self) -> None:
        """The whole list closes: what is chosen in this moment was picked there."""
        self._closes = True
        super().hidePopup()
        QTimer.singleShot(0, self, self._closed)

    def _closed(self) -> None:
        self._closes = False

    def fitting(self, typed: str) -> list[str]:
        """The first lines that have the typed words or initials; those that begin with them first."""
        wanted = typed.strip().lower()
        found: list[tuple[int, str]] = []
        for words in self.items.all_words:
            place = pinyin.found(wanted, words) if words else None
            if place is not None:
                found.append((place[0], words))
                if len(found) >= OFFERED:
                    break
        return [words for _, words in sorted(found, key=lambda each: each[0] > 0)]

    def _typed(self, typed: str) -> None:
        """Offer what fits at every letter; of very many lines when the typing rests."""
        if self.items.rowCount() > SOUGHT:
            self._offered.setStringList([])
            self._rest.start()
        else:
            self._offer(typed)

    def offer(self) -> None:
        """Offer what fits what stands there, as if its last letter had just been typed."""
        self._typed(self.currentText())
        if self._offered.rowCount():
            self.completer().complete()

    def _offer_late(self) -> None:
        self._offer(self.currentText())
        if self._offered.rowCount():
            self.completer().complete()

    def _offer(self, typed: str) -> None:
        words = self.fitting(typed) if typed.strip() else []
        self._offered.setStringList(words)
        self.completer().popup().setMinimumWidth(self._room_for(words))

    def showPopup(self) -> None:
        """The whole list, wide enough to be read also where the cell is not."""
        self.view().setAccessibleName(self.accessibleName())
        self.view().setMinimumWidth(self._room_for(self.items.some_words(OFFERED)))
        super().showPopup()

    def _room_for(self, words: Sequence[str]) -> int:
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(each) for each in words), default=0)
        return min(widest + metrics.height() * 2, metrics.averageCharWidth() * MOST_CHARACTERS)

    def put(self, text: str) -> None:
        """Show a text; its line becomes the current one, but very long lists are not looked through."""
        text = self.items.words_of(text)
        words = self.items.all_words if self.items.rowCount() <= SOUGHT else []
        self.setCurrentIndex(words.index(text) if text in words else -1)
        self.setEditText(text)
        line = self.lineEdit()
        assert line is not None
        line.setSelection(len(line.text()), -len(line.text()))

    def chosen(self, *, is_closed: bool) -> str:
        """What stands for the chosen line, else the text as typed.

        In a closed list (`is_closed`) the only line that fits the typed initials is meant.
        """
        typed, at = self.currentText(), self.currentIndex()
        if at >= 0 and self.itemText(at) == typed:
            return self.items.key(at) or typed
        words = self.items.all_words
        if is_closed and typed.strip() and typed not in words:
            fitting = self.fitting(typed)
            typed = fitting[0] if len(fitting) == 1 else typed
        return self.items.key(words.index(typed)) if is_closed and typed in words else typed
