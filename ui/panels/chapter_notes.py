"""What is to be said about the chapter at hand: a wrong field, new wordings, that it was rewritten."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.look import Look
from ui.messages import Choice, InlineMessage

Note = tuple[str, str, Sequence[Choice]]
"""A severity, a sentence, and what can be done about it."""


class ChapterNotes(QWidget):
    """Inline messages under the text, the same ones left standing so that the page is calm."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.messages: list[InlineMessage] = []
        self._said: list[tuple[str, str, tuple[str, ...]]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(6))
        self.hide()

    def say(self, notes: Sequence[Note]) -> None:
        """Say these."""
        said = [(kind, text, tuple(each.text for each in choices)) for kind, text, choices in notes]
        if said == self._said:
            return
        self._said = said
        for old in self.messages:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.messages = [self._made(*note) for note in notes]
        for made in self.messages:
            self._column.addWidget(made)
        self.setVisible(bool(notes))

    def _made(self, kind: str, text: str, choices: Sequence[Choice]) -> InlineMessage:
        return InlineMessage(self._look, kind, text, choices, parent=self, one_line=True)

    @property
    def texts(self) -> list[str]:
        """The sentences that stand."""
        return [each.text for each in self.messages]

    def follow(self, words: str) -> None:
        """Follow a link by its words; ValueError when there is none."""
        for each in self.messages:
            if words in each.links():
                each.activate(words)
                return
        raise ValueError(words)
