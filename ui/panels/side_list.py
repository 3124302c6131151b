"""The list at the left of a page: icon, words, and a number or a sign at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.look import Look

_KEY, _NOTE, _SIGN = (Qt.ItemDataRole.UserRole + step for step in (1, 2, 3))


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: key, words, icon ("" for none), how deep it stands; a faint one counts for less."""

    key: str
    words: str
    icon: str = ""
    depth: int = 0
    is_faint: bool = False


class _Notes(QStyledItemDelegate):
    """Paints the number or sign at the right of a line."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line of a side list."""
        return QSize(self._look.px(100), self._look.px(32))

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The words end before the note or sign begins."""
        super().initStyleOption(option, index)
        look, note = self._look, index.data(_NOTE)
        taken = (
            look.px(15) if index.data(_SIGN) else QFontMetrics(look.font(12)).horizontalAdvance(note or "")
        )
        if taken:
            room = option.rect.width() - taken - look.px(30)  # type: ignore[attr-defined]
            metrics = option.fontMetrics  # type: ignore[attr-defined]
            option.text = metrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)  # type: ignore[attr-defined]

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The line, then its note."""
        super().paint(painter, option, index)
        look, note, sign = self._look, index.data(_NOTE), index.data(_SIGN)
        room = QRectF(option.rect).adjusted(0, 0, -look.px(10), 0)
        painter.save()
        if sign:
            icon, role = sign
            side = look.px(15)
            ratio = painter.device().devicePixelRatioF()
            picture = look.icon_pixmap(icon, side, role, ratio)
            painter.drawPixmap(int(room.right() - side), int(room.center().y() - side / 2), picture)
        elif note:
            painter.setFont(look.font(12))
            painter.setPen(look.color("text2"))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), note)
        painter.restore()


class SideList(QListWidget):
    """Chooses one of several pages by key."""

    chosen = Signal(str)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._entries: tuple[Entry, ...] = ()
        self.setProperty("side", True)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Notes(look, self))
        self.currentItemChanged.connect(self._choose)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setIconSize(self._look.icon_size)
        for at, entry in enumerate(self._entries):
            self.item(at).setIcon(self._look.icon(entry.icon) if entry.icon else QIcon())
            self.item(at).setForeground(self._look.color("text2" if entry.is_faint else "text"))

    def fill(self, entries: Sequence[Entry]) -> None:
        """Show these lines; the chosen key stays chosen, or the one that it stands under."""
        if tuple(entries) == self._entries:
            return
        key = self.key
        self.blockSignals(True)
        self.clear()
        self._entries = tuple(entries)
        for entry in entries:
            item = QListWidgetItem("　" * entry.depth + entry.words, self)
            item.setData(_KEY, entry.key)
            item.setToolTip(entry.words)
        self._restyle()
        is_there = self.choose(key) or self.choose(key.partition("/")[0])
        self.blockSignals(False)
        if not is_there and entries:
            self.choose(entries[0].key)

    @property
    def key(self) -> str:
        """The chosen key."""
        item = self.currentItem()
        return str(item.data(_KEY)) if item is not None else ""

    def key_at(self, row: int) -> str:
        """The key of a line."""
        return self._entries[row].key

    def choose(self, key: str) -> bool:
        """Choose a line; False when there is none of that key."""
        for at, entry in enumerate(self._entries):
            if entry.key == key:
                self.setCurrentRow(at)
                return True
        return False

    def mark(self, key: str) -> None:
        """Choose a line without saying so: the page is there already."""
        self.blockSignals(True)
        self.choose(key)
        self.blockSignals(False)

    def set_note(self, key: str, note: str, sign: tuple[str, str] | None = None) -> None:
        """A number at the right of a line, or a sign (icon and token)."""
        for at, entry in enumerate(self._entries):
            if entry.key == key:
                self.item(at).setData(_NOTE, note)
                self.item(at).setData(_SIGN, sign)
                spoken = f"{entry.words} {note}".strip()
                self.item(at).setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(_KEY)))
