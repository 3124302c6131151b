"""The left side of 指标体系: the standards there are, and the buttons for one's own."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.look import Look
from ui.panels.detail import rule
from ui.panels.side_list import SideList

WIDTH = 290


class LibrarySide(QWidget):
    """A list of standards; below it a name to keep the project's table under, and files in and out."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(look.px(WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, look.px(10))
        column.setSpacing(look.px(6))
        self.list = SideList(look, self.tr("指标体系"), self)
        column.addWidget(self.list, 1)
        column.addWidget(rule(self))
        column.addLayout(self._build_below(look, name))

    def _build_below(self, look: Look, name: str) -> QVBoxLayout:
        below = QVBoxLayout()
        below.setContentsMargins(look.px(10), look.px(4), look.px(10), 0)
        below.setSpacing(look.px(6))
        note = QLabel(self.tr("把本项目的指标存为自己的体系"), self)
        note.setProperty("role", "note")
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("自己的指标体系的名称"))
        self.name.setPlaceholderText(self.tr("名称"))
        self.name.setText(name)
        self.name.setCursorPosition(0)
        self.fault = QLabel(self)
        self.fault.setProperty("role", "error")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.keep_button = self._button(self.tr("保存"))
        keep = QHBoxLayout()
        keep.setSpacing(look.px(6))
        keep.addWidget(self.name, 1)
        keep.addWidget(self.keep_button)
        self.import_button = self._button(self.tr("导入…"))
        self.export_button = self._button(self.tr("导出…"))
        self.discard_button = self._button(self.tr("删除"))
        files = QHBoxLayout()
        files.setSpacing(look.px(6))
        for button in (self.import_button, self.export_button, self.discard_button):
            files.addWidget(button, 1)
        below.addWidget(note)
        below.addLayout(keep)
        below.addWidget(self.fault)
        below.addLayout(files)
        return below

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.setProperty("small", True)
        return button
