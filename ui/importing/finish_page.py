"""Step 4: the rows are being written, or have been."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from ui.look import Look


class FinishPage(QWidget):
    """A bar while rows are written, then what was done."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(60), 0, look.px(60), 0)
        column.setSpacing(look.px(10))
        self.title, self.note, self.bar = QLabel(self), QLabel(self), QProgressBar(self)
        self.title.setProperty("role", "title")
        self.note.setProperty("role", "muted")
        self.bar.setAccessibleName(self.tr("导入进度"))
        column.addStretch(2)
        for widget in (self.title, self.bar, self.note):
            column.addWidget(widget)
        column.addStretch(3)
        for label in (self.title, self.note):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)

    def show_progress(self, done: int, of: int) -> None:
        """How far the writing is."""
        self.title.setText(self.tr("正在导入"))
        self.note.setText(self.tr("第 {0} 行，共 {1} 行。取消则什么也不写入").format(done, of))
        self.bar.setVisible(True)
        self.bar.setRange(0, max(of, 1))
        self.bar.setValue(done)

    def show_saving(self) -> None:
        """All rows are there; they are being saved, and everything that follows from them is computed."""
        self.title.setText(self.tr("正在保存并重新计算"))
        self.note.setText(self.tr("行数很多时要等一会儿"))
        self.bar.setRange(0, 0)

    def show_done(self, title: str, note: str) -> None:
        """What was written."""
        self.title.setText(title)
        self.note.setText(note)
        self.bar.setVisible(False)
