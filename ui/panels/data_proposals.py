"""Proposals behind an open brace: what the data can say there, narrowed by what is written or its pinyin."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QTextCursor

from models.report.live.syntax import Line, Words, read_line
from ui.look import Look
from ui.panels.completions import Completions
from ui.panels.data_words import DataWord, DataWords
from ui.panels.formula_words import Place

if TYPE_CHECKING:
    from ui.panels.chapter_editor import ChapterEditor

LONGEST = 300


class DataProposals(QObject):
    """Watches one editor; `source` gives the proposals of the present state of the data."""

    def __init__(self, look: Look, editor: ChapterEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.source: Callable[[], DataWords] | None = None
        self._words: DataWords | None = None
        self._brace: QTextCursor | None = None
        self._is_asked = False
        self._place = Place(0, 0, "")
        self.completions = Completions(look, editor)
        self.completions.chosen.connect(self._take)
        editor.destroyed.connect(self.completions.deleteLater)
        editor.caretMoved.connect(self._follow)

    def ask(self) -> None:
        """Propose everything at the caret; Esc leaves nothing behind."""
        self._editor.setFocus()
        caret = self._editor.textCursor()
        self._editor.typing.leave_number(caret)
        self._editor.setTextCursor(caret)
        self._editor.type_text("{")
        self._is_asked = self._brace is not None

    def typed(self, text: str) -> None:
        """Begin to propose behind a brace."""
        if text in ("{", "｛") and self.source is not None:
            self._words, self._is_asked = self.source(), False
            self._brace = QTextCursor(self._editor.textCursor())
            self._brace.setPosition(self._brace.position() - 1)
            self._brace.setKeepPositionOnInsert(True)
            self._follow()

    def hide(self) -> None:
        """Propose nothing any more."""
        self._brace = None
        self.completions.hide()

    def press(self, key: int) -> bool:
        """Keys for the list; False for those that are not meant for it."""
        if not self.completions.isVisible():
            return False
        if key == Qt.Key.Key_Escape:
            written = self._written()
            if self._is_asked and written is not None:
                written.removeSelectedText()
            self.hide()
            return True
        return self.completions.press(key)

    def _written(self) -> QTextCursor | None:
        """From the brace to the caret; None when the caret went elsewhere or the brace is closed."""
        caret, brace = self._editor.textCursor(), self._brace
        if brace is None or brace.block() != caret.block() or caret.hasSelection():
            return None
        found = QTextCursor(self._editor.live)
        found.setPosition(brace.position())
        found.setPosition(caret.position(), QTextCursor.MoveMode.KeepAnchor)
        text = found.selectedText()
        is_open = text[:1] in ("{", "｛") and "}" not in text and len(text) < LONGEST
        return found if is_open and caret.position() > brace.position() else None

    def _follow(self) -> None:
        if self._brace is None or self._editor.is_composing:
            self.completions.hide()
            return
        written = self._written()
        if written is None or self._words is None:
            self.hide()
            return
        self._place, words = self._words.proposals(written.selectedText()[1:])
        editor = self._editor
        caret, window = editor.cursorRect(), editor.window()
        corner = editor.viewport().mapTo(window, caret.topLeft())
        self.completions.offer(words, QRect(corner, caret.size()), window, choose_first=True)

    def _take(self, word: DataWord) -> None:
        written = self._written()
        if written is None:
            return
        inner = written.selectedText()[1:][: self._place.start] + word.before
        if word.insert or word.is_whole:
            self.hide()
            text = word.insert or f"{{{inner}}}"
            self._editor.put([read_line(text)], written)
        else:
            self._editor.put([Line((Words(f"{{{inner}"),))], written)
        self._editor.setFocus()
