"""The line over a chapter: its title, what can be inserted, and its state."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from models.report.outline import Chapter
from models.schema import SCHEMA
from ui.look import Look
from ui.panels.title_line import TitleLine
from ui.words import worded

HEIGHT, ICON = 36, 14


class ChapterHead(QWidget):
    """Rings for what is wanted of the chapter; it changes nothing itself."""

    dataWanted = Signal()
    findingWanted = Signal()
    stateChosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.title = TitleLine(self)
        self.insert = QPushButton(self.tr("插入数据…"), self)
        self.insert.setToolTip(self.tr("数字、句子、表格和图　Ctrl+I，或键入 {"))
        self.quote = QPushButton(self.tr("引用问题…"), self)
        self.quote.setToolTip(self.tr("把一个问题的编号、标题和事实引到光标处，随问题改变"))
        self.state = QComboBox(self)
        for choice in SCHEMA["section"].field("state").choices:
            self.state.addItem(worded(choice), choice)
        self.state.setAccessibleName(self.tr("本章状态"))
        row = QHBoxLayout(self)
        row.setSpacing(look.px(4))
        row.addWidget(self.title, 1)
        for button in (self.insert, self.quote):
            button.setProperty("small", True)
            row.addWidget(button)
        row.addSpacing(look.px(6))
        row.addWidget(self.state)
        self.insert.clicked.connect(self.dataWanted)
        self.quote.clicked.connect(self.findingWanted)
        self.state.activated.connect(lambda at: self.stateChosen.emit(self.state.itemData(at)))
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        look = self._look
        self.setFixedHeight(look.px(HEIGHT))
        self.layout().setContentsMargins(look.px(14), look.px(4), look.px(14), look.px(4))
        for button, icon in ((self.insert, "add"), (self.quote, "finding")):
            button.setIcon(look.icon(icon))
            button.setIconSize(QSize(look.px(ICON), look.px(ICON)))

    def show_chapter(self, chapter: Chapter | None, shown: str, *, can_edit: bool) -> None:
        """Show the title as `shown` and the state; without a chapter nothing can be done."""
        self.title.show_title(shown, chapter.title if chapter is not None else "")
        self.state.setCurrentIndex(self.state.findData(chapter.state if chapter is not None else "待写"))
        for each in (self.insert, self.quote, self.state):
            each.setVisible(chapter is not None)
            each.setEnabled(can_edit)
