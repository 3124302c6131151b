"""Finding a row anywhere in the project by its code or name, from one field."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from models.records import Records
from models.schema import SCHEMA
from ui.look import Look

LIMIT = 30
ROW, SHOWN = 28, 12
_ORDER = (
    "fund", "contract", "indicator", "finding", "recommendation", "vendor", "contract_group", "contract_item",
    "allocation", "expense", "objective", "milestone", "figure", "request", "regulation", "evidence", "basis",
    "person", "visit", "roster", "survey",
)  # fmt: skip
_PLACE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that was found, with the words that people know it by."""

    table: str
    row: str
    title: str


def find_rows(records: Records, text: str, limit: int = LIMIT) -> list[Hit]:
    """The rows whose code or name has every word of the text; those that begin with it come first."""
    words = text.casefold().split()
    if not words:
        return []
    begins: list[Hit] = []
    inside: list[Hit] = []
    for table in _ORDER:
        for row in records.live(table):
            title = records.title_of(table, row)
            folded = title.casefold()
            if all(word in folded for word in words):
                parts = folded.split("　")
                first = any(part.startswith(words[0]) for part in parts)
                (begins if first else inside).append(Hit(table, str(row["id"]), title))
    return [*begins, *inside][:limit]


class FindField(QLineEdit):
    """The find field in the corner of the menu bar; what is found stands in a list below it."""

    chosen = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._records: Records | None = None
        self.setPlaceholderText(self.tr("全项目查找"))
        self.setAccessibleName(self.tr("全项目查找"))
        self.setToolTip(self.tr("按编号或名称查找任一行　Ctrl+F"))
        self._icon = self.addAction(look.icon("find"), QLineEdit.ActionPosition.LeadingPosition)
        self._cap = QLabel("Ctrl+F", self)
        self._cap.setProperty("role", "keycap")
        self._found = QStandardItemModel(self)
        self.list: QListView | None = None
        self._frame: QFrame | None = None
        self.textEdited.connect(self._search)
        self.textChanged.connect(lambda text: self._cap.setVisible(not text))
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedWidth(self._look.px(236))
        self._icon.setIcon(self._look.icon("find", "text2"))

    def search_in(self, records: Records | None) -> None:
        """Search these rows from now on; None switches the field off."""
        self._records = records
        self.setEnabled(records is not None)

    def hits(self) -> list[str]:
        """The lines of the list as shown."""
        return [self._found.item(at).text() for at in range(self._found.rowCount())]

    def _search(self, text: str) -> None:
        self._found.clear()
        for hit in find_rows(self._records, text) if self._records is not None else ():
            item = QStandardItem(f"{SCHEMA[hit.table].label}　{hit.title}")
            item.setData((hit.table, hit.row), _PLACE)
            item.setToolTip(item.text())
            item.setSizeHint(QSize(0, self._look.px(ROW)))
            self._found.appendRow(item)
        if text.strip() and not self._found.rowCount():
            item = QStandardItem(self.tr("没有找到"))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setSizeHint(QSize(0, self._look.px(ROW)))
            self._found.appendRow(item)
        self._show_list()

    def _show_list(self) -> None:
        if not self._found.rowCount():
            self._hide_list()
            return
        frame = self._made_list() if self._frame is None else self._frame
        height = min(self._found.rowCount(), SHOWN) * self._look.px(ROW) + 4
        width = self._look.px(460)
        corner = self.mapTo(self.window(), self.rect().bottomRight())
        frame.setGeometry(max(corner.x() - width + 1, 0), corner.y() + 2, width, height)
        frame.show()
        frame.raise_()
        if self.list is not None:
            self.list.setCurrentIndex(self._found.index(0, 0))

    def _made_list(self) -> QFrame:
        # A child of the window, not a window of its own: it takes neither the focus nor the keyboard.
        self._frame = frame = QFrame(self.window())
        frame.setProperty("kind", "strip")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        self.list = made = QListView(frame)
        inside.addWidget(made)
        made.setModel(self._found)
        made.setAccessibleName(self.tr("查找结果"))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        made.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.clicked.connect(self._go)
        return frame

    def _hide_list(self) -> None:
        if self._frame is not None:
            self._frame.hide()

    def _go(self, index: QModelIndex) -> None:
        place = index.data(_PLACE)
        if place is None:
            return
        self._leave()
        self.chosen.emit(*place)

    def _leave(self) -> None:
        self._hide_list()
        self.clear()
        self._found.clear()
        self.clearFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down choose in the list, Enter goes there, Esc leaves."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: SHOWN, Qt.Key.Key_PageUp: -SHOWN}
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif self.list is None or not self.list.isVisible():
            super().keyPressEvent(event)
        elif key in steps:
            row = self.list.currentIndex().row() + steps[key]
            self.list.setCurrentIndex(self._found.index(min(max(row, 0), self._found.rowCount() - 1), 0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self.list.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The list goes with the focus."""
        super().focusOutEvent(event)
        self._hide_list()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What was typed before is found again."""
        super().focusInEvent(event)
        self.selectAll()
        if self.text():
            self._search(self.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the key cap at the right edge."""
        super().resizeEvent(event)
        self._place_cap()

    def changeEvent(self, event: QEvent) -> None:
        """The key cap grows with the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_cap"):
            self._place_cap()

    def _place_cap(self) -> None:
        size = self._cap.sizeHint()
        left = self.width() - size.width() - self._look.px(8)
        self._cap.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())
