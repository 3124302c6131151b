"""How the program speaks: inline message, banner and empty state."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.look import Look
from ui.painting import paint_severity, severity_role
from ui.words import headed

Run = Callable[[], object]


@dataclass(frozen=True)
class Choice:
    """Something that can be done from a message: its words, what it does, whether it is the main one."""

    text: str
    run: Run
    is_primary: bool = False


class SeverityMark(QWidget):
    """The shape of a severity beside a sentence."""

    def __init__(self, look: Look, severity: str, parent: QWidget | None = None) -> None:
        """`severity` is a token ("error") or a problem's word ("错误")."""
        super().__init__(parent)
        self._look, self._severity = look, severity_role(severity)
        self.setFixedSize(look.px(12), look.px(20))
        look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setFixedSize(self._look.px(12), self._look.px(20))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The shape in the middle."""
        painter = QPainter(self)
        paint_severity(painter, QRectF(self.rect()), self._severity, self._look)
        painter.end()


class InlineMessage(QFrame):
    """One sentence about a number, with its severity and links to what can be done about it."""

    def __init__(
        self,
        look: Look,
        kind: str,
        text: str,
        choices: Sequence[Choice] = (),
        title: str = "",
        parent: QWidget | None = None,
        *,
        one_line: bool = False,
    ) -> None:
        """`kind` is error, doubt or hint (or 错误, 疑点, 提示); `title` stands bold before the text.

        One link follows the sentence; several stand on a line of their own unless it is to be `one_line`.
        """
        super().__init__(parent)
        self._choices, self._text, self._title = tuple(choices), text, title
        self._is_one_line = one_line or len(self._choices) < 2
        role = severity_role(kind)
        self.setProperty("kind", role)
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._label.linkActivated.connect(self._activate)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look.px(10), look.px(6), look.px(10), look.px(6))
        layout.setSpacing(look.px(8))
        layout.addWidget(SeverityMark(look, role), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._label, 1)
        self._look = look
        self._write()
        look.changed.connect(self._write)
        words = {"error": self.tr("错误"), "doubt": self.tr("疑点"), "hint": self.tr("提示")}
        self.setAccessibleName(headed(words[role], f"{title}{text}"))

    @property
    def text(self) -> str:
        """The sentence."""
        return self._text

    def links(self) -> tuple[str, ...]:
        """The words of the links, in order."""
        return tuple(choice.text for choice in self._choices)

    def _write(self) -> None:
        """The label's text; again after a change of theme, because a label keeps the old colour of links."""
        color = self._look.color("accent").name()
        parts = [f"<b>{html.escape(self._title)}</b>" if self._title else "", html.escape(self._text)]
        style = f"color:{color};text-decoration:none"
        links = [
            f'<a href="{index}" style="{style}">{html.escape(choice.text)}</a>'
            for index, choice in enumerate(self._choices)
        ]
        parts += ["&nbsp; " if self._is_one_line else "<br>", "&nbsp;&nbsp;&nbsp; ".join(links)]
        self._label.setText("".join(parts))

    def _activate(self, link: str) -> None:
        self._choices[int(link)].run()

    def activate(self, text: str) -> None:
        """Follow the link with these words; ValueError when there is none."""
        self._activate(str(self.links().index(text)))


class Banner(QFrame):
    """A line under the tab band for a state that lasts: what-if, read-only, restored after a crash."""

    def __init__(
        self,
        look: Look,
        kind: str,
        icon: str,
        title: str,
        text: str,
        choices: Sequence[Choice] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`icon` names a shipped icon; the choices become small buttons at the right."""
        super().__init__(parent)
        self._look, self._icon = look, icon
        self.setProperty("kind", severity_role(kind))
        self.setProperty("banner", True)
        self._picture, self._title, self._label = QLabel(), QLabel(title), QLabel(text)
        self._title.setProperty("role", "section")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look.px(12), look.px(6), look.px(12), look.px(6))
        layout.setSpacing(look.px(8))
        for widget in (self._picture, self._title, self._label):
            layout.addWidget(widget)
        layout.addStretch(1)
        for choice in choices:
            layout.addWidget(_button(choice, self, is_small=True))
        self._restyle()
        look.changed.connect(self._restyle)
        self.setAccessibleName(headed(title, text))

    def _restyle(self) -> None:
        side = self._look.icon_size.width()
        self._picture.setPixmap(self._look.icon_pixmap(self._icon, side, "text", self.devicePixelRatioF()))

    def set_text(self, text: str) -> None:
        """Change the sentence, e.g. the totals of a what-if."""
        self._label.setText(text)
        self.setAccessibleName(headed(self._title.text(), text))


class EmptyState(QWidget):
    """What stands where nothing is yet: an icon, a title, one sentence how to begin, at most two buttons."""

    def __init__(
        self,
        look: Look,
        icon: str,
        title: str,
        sentence: str,
        choices: Sequence[Choice] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`icon` names a shipped icon, drawn 40 px high."""
        super().__init__(parent)
        self._look, self._icon = look, icon
        self._picture, heading, self._sentence = QLabel(), QLabel(title), QLabel(sentence)
        heading.setProperty("role", "title")
        self._sentence.setProperty("role", "muted")
        self._sentence.setWordWrap(True)
        self.buttons = tuple(_button(choice, self) for choice in choices)
        layout = QVBoxLayout(self)
        layout.setSpacing(0)
        layout.addStretch(1)
        for label, gap in ((self._picture, 8), (heading, 4), (self._sentence, 12)):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
            layout.addSpacing(look.px(gap))
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addStretch(1)
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(1)
        self._restyle()
        look.changed.connect(self._restyle)
        self.setAccessibleName(self.tr("{0}。{1}").format(title, sentence))

    def _restyle(self) -> None:
        side, ratio = self._look.px(40), self.devicePixelRatioF()
        self._picture.setPixmap(self._look.icon_pixmap(self._icon, side, "border-strong", ratio))

    def sizeHint(self) -> QSize:
        """Room for the sentence on one line."""
        return super().sizeHint().expandedTo(QSize(self._look.px(360), self._look.px(200)))


def _button(choice: Choice, parent: QWidget, *, is_small: bool = False) -> QPushButton:
    button = QPushButton(choice.text, parent)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    if is_small:
        button.setProperty("small", True)
    if choice.is_primary:
        button.setProperty("primary", True)
    run = choice.run
    button.clicked.connect(lambda: run())
    return button
