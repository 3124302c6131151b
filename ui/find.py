"""Finding a row anywhere in the project by its code or name, from one field."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QListView, QWidget

from models.records import Records
from models.schema import SCHEMA
from ui.look import Look

LIMIT = 30
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
    """The find field in the corner of the menu bar; what is found pops up below it."""

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
        completer = QCompleter(self._found, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(12)
        popup = QListView()
        completer.setPopup(popup)
        popup.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        completer.activated[QModelIndex].connect(self._choose)
        self.setCompleter(completer)
        self.textEdited.connect(self._search)
        self.textChanged.connect(lambda text: self._cap.setVisible(not text))
        self.returnPressed.connect(self._choose_first)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedWidth(self._look.px(236))
        self._icon.setIcon(self._look.icon("find", "text2"))

    def search_in(self, records: Records | None) -> None:
        """Search these rows from now on; None switches the field off."""
        self._records = records
        self.setEnabled(records is not None)

    def _search(self, text: str) -> None:
        self._found.clear()
        for hit in find_rows(self._records, text) if self._records is not None else ():
            item = QStandardItem(f"{SCHEMA[hit.table].label}　{hit.title}")
            item.setData((hit.table, hit.row), _PLACE)
            item.setSizeHint(QSize(0, self._look.px(28)))
            self._found.appendRow(item)
        if text.strip() and not self._found.rowCount():
            item = QStandardItem(self.tr("没有找到"))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self._found.appendRow(item)
        self.completer().complete()

    def hits(self) -> list[str]:
        """The lines of the list as shown."""
        return [self._found.item(at).text() for at in range(self._found.rowCount())]

    def _choose(self, index: QModelIndex) -> None:
        self._go(index.data(_PLACE))

    def _choose_first(self) -> None:
        if self._found.rowCount() and not self.completer().popup().currentIndex().isValid():
            self._go(self._found.item(0).data(_PLACE))

    def _go(self, place: tuple[str, str] | None) -> None:
        if place is None:
            return
        self.completer().popup().hide()
        self.clear()
        self._found.clear()
        self.clearFocus()
        self.chosen.emit(*place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the key cap at the right edge."""
        super().resizeEvent(event)
        size = self._cap.sizeHint()
        self._cap.setGeometry(
            self.width() - size.width() - self._look.px(8),
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )

    def changeEvent(self, event: QEvent) -> None:
        """The key cap grows with the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_cap"):
            self.resizeEvent(QResizeEvent(self.size(), self.size()))
