"""The entries of the history as the lines of a list: newest first, under a heading for every day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from services.project import Entry, Wanted
from ui.context import Context
from ui.edit_labels import said_label
from ui.look import Look
from ui.slices import Slices

Index = QModelIndex | QPersistentModelIndex
FIRST, PAGE = 200, 1000
ROW = 28


def kind_words() -> dict[str, str]:
    """What the kinds of entries are called."""
    return {
        "edit": _tr("修改"), "undo": _tr("撤销"), "redo": _tr("重做"), "import": _tr("导入"),
        "merge": _tr("合并"), "new": _tr("新建"),
    }  # fmt: skip


def day_words(day: str, today: date) -> str:
    """A day as a heading: the nearest by their names, all with the date and the day of the week."""
    when = date.fromisoformat(day)
    week = _tr("周一 周二 周三 周四 周五 周六 周日").split()[when.weekday()]
    near = {today: _tr("今天"), today - timedelta(days=1): _tr("昨天")}.get(when, "")
    return "　".join(word for word in (near, day, week) if word)


def _tr(words: str) -> str:
    return QCoreApplication.translate("History", words)


@dataclass(frozen=True, slots=True)
class Line:
    """The heading of a day, or one entry under it."""

    day: str
    entry: Entry | None = None


class HistoryModel(QAbstractListModel):
    """Reads the first entries at once and the others a page at a time; new ones come on top.

    `progressed` tells how many entries are there, and whether these are all.
    """

    progressed = Signal(int, bool)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.wanted = Wanted()
        self.lines: list[Line] = []
        self.count = 0
        self.back_to: Entry | None = None
        self._newest = 0
        self._pages = Slices(self)
        self._pages.yielded.connect(self._append)
        self._pages.ended.connect(lambda: self.progressed.emit(self.count, True))
        context.left.connect(self._pages.stop)

    def read(self, wanted: Wanted) -> None:
        """Show the wanted entries."""
        self.wanted = wanted
        newest = self._history(1, Wanted())
        self._newest = newest[0].number if newest else 0
        first = self._history(FIRST, wanted)
        self.beginResetModel()
        self.lines, self.count, self.back_to = list(_lines(first, "")), len(first), None
        self.endResetModel()
        if len(first) == FIRST:
            self._pages.run(self._older(first[-1].number))
        else:
            self._pages.stop()
        self.progressed.emit(self.count, len(first) < FIRST)

    def read_all(self) -> None:
        """Read at once what is left to be read."""
        self._pages.finish()

    def _history(self, limit: int | None, wanted: Wanted) -> list[Entry]:
        return self._context.workspace.project.history(limit, wanted)

    def _older(self, before: int) -> Iterator[list[Entry]]:
        while page := self._history(PAGE, replace(self.wanted, before=before)):
            before = page[-1].number
            yield page

    def _append(self, page: list[Entry]) -> None:
        lines = list(_lines(page, self.lines[-1].day if self.lines else ""))
        self.beginInsertRows(QModelIndex(), len(self.lines), len(self.lines) + len(lines) - 1)
        self.lines += lines
        self.endInsertRows()
        self.count += len(page)
        self.progressed.emit(self.count, False)

    def follow(self) -> bool:
        """Put what was done since on top; whether anything was."""
        fresh = self._history(None, replace(self.wanted, after=self._newest))
        newest = self._history(1, Wanted())
        self._newest = newest[0].number if newest else 0
        if not fresh:
            return False
        lines = list(_lines(fresh, ""))
        if self.lines and self.lines[0].day == lines[-1].day:
            self.beginRemoveRows(QModelIndex(), 0, 0)
            self.lines.pop(0)
            self.endRemoveRows()
        self.beginInsertRows(QModelIndex(), 0, len(lines) - 1)
        self.lines[:0] = lines
        self.endInsertRows()
        self.count += len(fresh)
        self.progressed.emit(self.count, not self._pages.is_running)
        return True

    def mark_back(self, entry: Entry | None) -> None:
        """Strike out what going back to that entry would take back; None strikes out nothing."""
        self.back_to = entry
        if self.lines:
            self.dataChanged.emit(self.index(0), self.index(len(self.lines) - 1))

    def entry(self, index: Index) -> Entry | None:
        """The entry of a line; None for a heading."""
        return self.lines[index.row()].entry if index.isValid() else None

    def line_of(self, entry_id: str) -> int:
        """The line of an entry, −1 when it is not shown."""
        return next(
            (
                at
                for at, line in enumerate(self.lines)
                if line.entry is not None and line.entry.id == entry_id
            ),
            -1,
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a line, as they are read aloud."""
        spoken = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        )
        if not index.isValid() or role not in spoken:
            return None
        line = self.lines[index.row()]
        if line.entry is None:
            return line.day
        if role == Qt.ItemDataRole.ToolTipRole:
            return said_label(line.entry.label)
        entry = line.entry
        kind, label = kind_words().get(entry.kind, ""), said_label(entry.label)
        return "　".join((entry.time[11:16], entry.person, kind, label))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Entries can be chosen, headings not."""
        if self.entry(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _lines(entries: list[Entry], day: str) -> Iterator[Line]:
    """The lines of entries that follow on a line of that day."""
    for entry in entries:
        if entry.time[:10] != day:
            day = entry.time[:10]
            yield Line(day)
        yield Line(day, entry)


class HistoryDelegate(QStyledItemDelegate):
    """Paints a day, or time, person, kind and label of an entry."""

    COLUMNS = (60, 84, 62)

    def __init__(self, model: HistoryModel, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._look = model, look
        self._kinds = kind_words()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line."""
        return QSize(self._look.px(200), self._look.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line."""
        line, rect, look = self._model.lines[index.row()], QRectF(option.rect), self._look
        painter.save()
        if line.entry is None:
            painter.fillRect(rect, look.color("header"))
            painter.setFont(look.font(12, 600))
            painter.setPen(look.color("text2"))
            words = day_words(line.day, date.today())
            painter.drawText(rect.adjusted(look.px(10), 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), words)
        else:
            self._entry(painter, rect, line.entry, bool(option.state & QStyle.StateFlag.State_Selected))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.color("grid"))
        painter.restore()

    def _entry(self, painter: QPainter, rect: QRectF, entry: Entry, is_chosen: bool) -> None:
        look, back_to = self._look, self._model.back_to
        if is_chosen:
            painter.fillRect(rect, look.color("selection"))
        goes = back_to is not None and entry.number > back_to.number
        font = look.font(13)
        font.setStrikeOut(goes)
        painter.setFont(font)
        metrics, left = QFontMetricsF(font), rect.left() + look.px(20)
        words = (entry.time[11:16], entry.person, self._kinds.get(entry.kind, entry.kind))
        for text, width in zip(words, self.COLUMNS, strict=True):
            room = QRectF(left, rect.top(), look.px(width - 6), rect.height())
            self._text(painter, room, text, "text2", metrics)
            left += look.px(width)
        room = QRectF(left, rect.top(), rect.right() - left - look.px(8), rect.height())
        self._text(painter, room, said_label(entry.label), "text2" if goes else "text", metrics)

    def _text(self, painter: QPainter, room: QRectF, text: str, role: str, metrics: QFontMetricsF) -> None:
        painter.setPen(self._look.color(role))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
