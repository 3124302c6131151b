"""The hands at the report tab: type into a chapter, look at what it says, wait for the pages."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.report.outline import Chapter
from tests.ui.score_hands import ScoreHands
from ui.panels.chapter_editor import ChapterEditor
from ui.panels.live_spans import Span
from ui.tabs.report import ReportTab

Key, Modifier = Qt.Key, Qt.KeyboardModifier


class Writer:
    """Somebody who writes a chapter with the keyboard."""

    def __init__(self, hands: ScoreHands, key: str = "advice") -> None:
        self.hands = hands
        hands.bench.activateWindow()
        QApplication.processEvents()
        self.tab: ReportTab = hands.report
        self.turn(key)
        self.editor.setFocus()

    @property
    def editor(self) -> ChapterEditor:
        """The editor."""
        return self.tab.pane.editor

    def turn(self, key: str) -> None:
        """Choose a line of the list."""
        assert self.tab.list.choose(key)

    def chapter(self, key: str = "") -> Chapter:
        """A chapter as it stands in the project."""
        wanted = key or self.tab.list.chapter_key
        return next(each for each in self.tab.chapters if each.key == wanted)

    @property
    def text(self) -> str:
        """The words of the editor."""
        return self.editor.toPlainText()

    @property
    def live(self) -> str:
        """The live text of the editor."""
        return self.editor.live.text

    def write(self, live: str) -> None:
        """Let the chapter be this, as if it had been typed and kept."""
        self.editor.setFocus()
        self.tab.pane.keep()
        self.tab.pane.door.write_text(self.chapter(), live)
        self.put(0)

    def put(self, position: int, anchor: int | None = None) -> None:
        """Put the caret somewhere; with an anchor, select."""
        caret = QTextCursor(self.editor.live)
        caret.setPosition(position if anchor is None else anchor)
        caret.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(caret)

    def at(self, words: str, step: int = 0) -> int:
        """The position of words."""
        return self.text.index(words) + step

    @property
    def caret(self) -> int:
        """Where the caret stands."""
        return self.editor.textCursor().position()

    def chip(self, shown: str) -> Span:
        """The live number that is shown so."""
        return next(each for each in self.editor.live.chips() if each.text == shown)

    def type(self, words: str) -> None:
        """Press the keys of these words."""
        for char in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = Key.Key_Space if char == " " else Key.Key_unknown
                QApplication.sendEvent(self.editor, QKeyEvent(kind, key, Modifier.NoModifier, char))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier, times: int = 1) -> None:
        """Press a key."""
        for _ in range(times):
            QTest.keyClick(self.editor, key, modifier)

    def compose(self, letters: str, words: str) -> None:
        """Write words through an input method."""
        for end in range(1, len(letters) + 1):
            QApplication.sendEvent(self.editor, QInputMethodEvent(letters[:end], []))
        done = QInputMethodEvent("", [])
        done.setCommitString(words)
        QApplication.sendEvent(self.editor, done)

    def leave(self) -> None:
        """Put the focus elsewhere."""
        self.tab.list.setFocus()
        QApplication.processEvents()


def settle(tab: ReportTab, qtbot: QtBot) -> None:
    """Wait until the pages are laid out and those in view are drawn."""
    qtbot.waitUntil(lambda: bool(tab.preview.sheets) and not tab.preview.is_busy, timeout=30_000)
