"""The right side of the report tab: the pages, their size, and finding words on them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.context import Context
from ui.panels.detail import rule
from ui.panels.preview import Preview

HEIGHT = 36


class _Words(QLineEdit):
    stepped = Signal(int)
    givenUp = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next place, with Shift to the one before; Esc ends the search."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.givenUp.emit()
        else:
            super().keyPressEvent(event)


class PreviewPane(QFrame):
    """`placeWanted` brings a figure of the pages on which somebody clicked."""

    placeWanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "surface")
        self._look = context.look
        self.preview = Preview(context.look, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._finder())
        column.addWidget(rule(self))
        column.addWidget(self.preview, 1)
        self.preview.moved.connect(self._say_page)
        self.preview.found.connect(self._say_found)
        self.preview.zoomed.connect(self._say_zoom)
        self.preview.pressed.connect(self.placeWanted)
        context.look.changed.connect(self._restyle)
        self._restyle()

    def _head(self) -> QWidget:
        self.head = QWidget(self)
        title, self.page_label = QLabel(self.tr("预览"), self.head), QLabel(self.head)
        title.setProperty("role", "section")
        self.page_label.setProperty("role", "note")
        self.find_button = self._button("find", self.tr("在预览里查找"))
        self.find_button.setCheckable(True)
        self.find_button.toggled.connect(self._open_finder)
        self.zoom = QComboBox(self.head)
        self.zoom.setAccessibleName(self.tr("预览大小"))
        self.zoom.setToolTip(self.tr("预览大小　Ctrl+滚轮"))
        for words, zoom in ((self.tr("适合宽度"), 0.0), ("75%", 0.75), ("100%", 1.0), ("150%", 1.5)):
            self.zoom.addItem(words, zoom)
        self.zoom.activated.connect(self._set_zoom)
        self._row = QHBoxLayout(self.head)
        for widget in (title, self.page_label):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self.find_button)
        self._row.addWidget(self.zoom)
        return self.head

    def _button(self, icon: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("icon-name", icon)
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _finder(self) -> QWidget:
        self.finder = QWidget(self)
        self.words = _Words(self.finder)
        self.words.setPlaceholderText(self.tr("查找预览里的字"))
        self.words.setAccessibleName(self.tr("查找预览里的字"))
        self.words.setClearButtonEnabled(True)
        self.count = QLabel(self.finder)
        self.count.setProperty("role", "note")
        self.before = self._button("", self.tr("上一处　Shift+Enter"))
        self.after = self._button("", self.tr("下一处　Enter"))
        self.before.setArrowType(Qt.ArrowType.UpArrow)
        self.after.setArrowType(Qt.ArrowType.DownArrow)
        self._find_row = QHBoxLayout(self.finder)
        self._find_row.addWidget(self.words, 1)
        for widget in (self.count, self.before, self.after):
            self._find_row.addWidget(widget)
        self.words.textChanged.connect(self.preview.search)
        self.words.stepped.connect(self.preview.marks.step)
        self.words.givenUp.connect(lambda: self.find_button.setChecked(False))
        self.before.clicked.connect(lambda: self.preview.marks.step(-1))
        self.after.clicked.connect(lambda: self.preview.marks.step(1))
        self.finder.hide()
        return self.finder

    def _restyle(self) -> None:
        look = self._look
        self.head.setFixedHeight(look.px(HEIGHT))
        self._row.setContentsMargins(look.px(14), look.px(4), look.px(14), look.px(4))
        self._row.setSpacing(look.px(8))
        self._find_row.setContentsMargins(look.px(14), 0, look.px(14), look.px(6))
        self._find_row.setSpacing(look.px(4))
        for button in self.findChildren(QToolButton):
            if name := button.property("icon-name"):
                button.setIcon(look.icon(name))
                button.setIconSize(look.icon_size)

    # What is said and done

    def _open_finder(self, is_open: bool) -> None:
        self.finder.setVisible(is_open)
        if is_open:
            self.words.setFocus()
            self.words.selectAll()
        else:
            self.words.clear()

    def _set_zoom(self, at: int) -> None:
        self.preview.set_zoom(self.zoom.itemData(at))

    def _say_zoom(self, zoom: float) -> None:
        self.zoom.setCurrentIndex(self.zoom.findData(zoom))
        self.zoom.setPlaceholderText(f"{round(zoom * 100)}%")

    def _say_page(self, page: int, count: int) -> None:
        self.page_label.setText(self.tr("第 {0} 页，共 {1} 页").format(page, count))

    def _say_found(self, at: int, count: int) -> None:
        words = self.words.text().strip()
        self.count.setText(f"{at} / {count}" if count else self.tr("没有找到") if words else "")
