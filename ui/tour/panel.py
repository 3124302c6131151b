"""The strip of the tour at the foot of the window: what to do next, and whether it has been done."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from services.help_pages import plain
from ui.look import Look

_ROW = re.compile(r"^\|(.+)\|$", re.MULTILINE)


def table_in(words: str) -> str:
    """The first table of a Markdown text as it is copied from a spreadsheet; "" for none."""
    rows = [[cell.strip() for cell in row.split("|")] for row in _ROW.findall(words)]
    return "\n".join("\t".join(row) for row in rows if not all(set(cell) <= set("-:") for cell in row))


def without_table(words: str) -> str:
    """The same text without its table, and without the signs of Markdown."""
    lines = (plain(line).strip() for line in _ROW.sub("", words).splitlines())
    return "\n".join(line for line in lines if line)


class TourPanel(QFrame):
    """Rings for what is wanted; where one is and what is done is told to it."""

    moved = Signal(int)
    ended = Signal()
    wayAsked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._table = ""
        self.setProperty("kind", "tour")
        self.setAccessibleName(self.tr("用样例学一遍"))
        self.count, self.title, self.mark = QLabel(self), QLabel(self), QLabel(self)
        self.count.setProperty("role", "muted")
        self.title.setProperty("role", "section")
        self.mark.setProperty("role", "done")
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        tr = self.tr
        self.copy = self._button(tr("复制示例表格(&C)"), self._copy)
        self.way = self._button(tr("带我去(&G)"), self.wayAsked.emit)
        self.previous = self._button(tr("上一步(&B)"), lambda: self.moved.emit(-1))
        self.next = self._button(tr("下一步(&N)"), lambda: self.moved.emit(1))
        self.end = self._button(tr("结束(&X)"), self.ended.emit)
        self._lay_out()
        look.changed.connect(self._restyle)
        self._restyle()

    def _button(self, words: str, run: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("small", True)
        button.setAccessibleName(re.sub(r"\(&.\)", "", words))
        button.clicked.connect(run)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(self._look.px(8))
        for label in (self.count, self.title, self.mark):
            head.addWidget(label)
        head.addStretch(1)
        for button in (self.copy, self.way, self.previous, self.next, self.end):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self.words)

    def _restyle(self) -> None:
        look = self._look
        self.layout().setContentsMargins(look.px(16), look.px(8), look.px(12), look.px(10))
        self.layout().setSpacing(look.px(6))

    def show_step(self, at: int, steps: int, title: str, words: str) -> None:
        """Show one step, counted from 0, with its Markdown."""
        self._table = table_in(words)
        self.count.setText(self.tr("第 {0} 步，共 {1} 步").format(at + 1, steps))
        self.title.setText(title)
        self.words.setText(without_table(words))
        self.copy.setVisible(bool(self._table))
        self.previous.setEnabled(at > 0)
        is_last = at == steps - 1
        self.next.setText(self.tr("完成(&N)") if is_last else self.tr("下一步(&N)"))
        self.next.setAccessibleName(self.tr("完成") if is_last else self.tr("下一步"))
        self.setAccessibleDescription(f"{self.count.text()}　{title}。{self.words.text()}")

    def show_done(self, is_done: bool, done: int, steps: int) -> None:
        """Whether the step shown has been done, and how many of all."""
        tally = self.tr("已做 {0} 步").format(done)
        said = self.tr("✓ 已完成") if is_done else ""
        if said and not self.mark.text():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.tr("这一步已完成")))
        self.mark.setText(said)
        self.count.setToolTip(tally)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._table)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus."""
        focus = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QPushButton):
            focus.click()
            return
        super().keyPressEvent(event)
