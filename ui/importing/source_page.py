"""Step 1: where the tables come from, which of them are taken, and how the current one looks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from services.importing.session import Session
from ui.importing.sheet import SheetView
from ui.look import Look
from ui.messages import EmptyState
from ui.words import told, worded


class SourcePage(QWidget):
    """A file or the clipboard, and the tables found there."""

    fileAsked = Signal()
    pasteAsked = Signal()
    changed = Signal()

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._session = look, session
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(12), look.px(16), 0)
        column.setSpacing(look.px(10))
        column.addLayout(self._top())
        words = self.tr("选择一个文件，或从 Excel、WPS、Word 复制后粘贴")
        more = self.tr(
            "可以是 .xlsx、.xls、.csv、.docx；标题、合并单元格、小计和空行都可以留着。也可以把文件拖到窗口上"
        )
        self._empty = EmptyState(look, "import", words, more, parent=self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._build_tables())
        column.addWidget(self._stack, 1)
        self.show_source()

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(8))
        self.choose = QPushButton(self.tr("选择文件…"), self)
        self.paste = QPushButton(self.tr("粘贴"), self)
        self.paste.setToolTip(self.tr("读入剪贴板里的表格　Ctrl+V"))
        self.paste.setShortcut("Ctrl+V")
        self.name = QLabel(self)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        for button, signal in ((self.choose, self.fileAsked), (self.paste, self.pasteAsked)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit())
            row.addWidget(button)
        row.addSpacing(self._look.px(8))
        row.addWidget(self.name, 1)
        return row

    def _build_tables(self) -> QWidget:
        look = self._look
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        self.list = QListWidget(splitter)
        self.list.setProperty("side", True)
        self.list.setMinimumWidth(look.px(210))
        self.list.setAccessibleName(self.tr("要导入的表"))
        self.list.currentRowChanged.connect(self._show)
        self.list.itemChanged.connect(self._tick)
        self.view = SheetView(look, splitter)
        self.view.setAccessibleName(self.tr("表的内容"))
        splitter.addWidget(self.list)
        splitter.addWidget(self.view)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([look.px(230), look.px(800)])
        return splitter

    def show_source(self) -> None:
        """Show what the session holds now."""
        tables = self._session.tables
        self._stack.setCurrentIndex(1 if tables else 0)
        self.name.setText(told(self._session.source))
        self.list.blockSignals(True)
        self.list.clear()
        for table in tables:
            said = self.tr("{0}（隐藏）　{1} 行") if table.grid.is_hidden else self.tr("{0}　{1} 行")
            words = said.format(told(table.grid.name), table.data_count)
            item = QListWidgetItem(words)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if table.taken else Qt.CheckState.Unchecked)
            item.setToolTip(self.tr("读入到：{0}").format(worded(table.layout.target.label)))
            self.list.addItem(item)
        self.list.blockSignals(False)
        taken = [at for at, table in enumerate(tables) if table.taken]
        self.list.setCurrentRow(taken[0] if taken else 0 if tables else -1)

    def _show(self, number: int) -> None:
        if 0 <= number < len(self._session.tables):
            table = self._session.tables[number]
            self.view.show_table(table.grid, table.layout)

    def _tick(self, item: QListWidgetItem) -> None:
        self._session.tables[self.list.row(item)].taken = item.checkState() == Qt.CheckState.Checked
        self.changed.emit()
