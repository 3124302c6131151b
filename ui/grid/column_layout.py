"""Which columns a grid shows, how wide and in which order; what a person chose is remembered."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTableView

from services.settings import Settings
from ui.grid.columns import Column
from ui.grid.header import ColumnHeader
from ui.grid.lines import ROW
from ui.grid.model import GridModel
from ui.grid.typed import WORDED
from ui.look import Look
from ui.words import in_chinese, worded

SETTING = "grids"
KEEP_MILLISECONDS = 300
LEAST_STRETCH, LEAST, NARROW = 140, 90, 420
MOST_FOR_WORDS = 120
"""The least width of a stretching column, and that in a view narrower than `NARROW`."""
FROZEN_SHARE = 0.6
MEASURED, ROOM_BESIDE, WIDEST = 500, 20, 600
"""Lines whose words are measured for a width, what stands beside the words, and the widest that is made."""


class ColumnLayout(QObject):
    """Lays out the columns of one view; `changed` rings when widths, order or choice are others.

    A column that is shown or hidden by choice stays so; the others give way where the tab has no room for
    them (`give_way`). The stretching column takes what the others leave, until it is given a width.
    """

    changed = Signal()

    def __init__(
        self,
        view: QTableView,
        header: ColumnHeader,
        model: GridModel,
        look: Look,
        settings: Settings,
        name: str,
    ) -> None:
        super().__init__(view)
        self._view, self._header, self._model = view, header, model
        self._look, self._settings, self._name = look, settings, name
        self._no_room: frozenset[str] = frozenset()
        self._is_applying = False
        kept = settings.mapping(SETTING).get(name)
        self._kept: dict[str, Any] = dict(kept) if isinstance(kept, dict) else {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_MILLISECONDS)
        self._timer.timeout.connect(self.keep)
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(lambda *_: self._moved())
        header.sectionHandleDoubleClicked.connect(self.fit_to_words)
        view.viewport().installEventFilter(self)
        self.apply()

    # What is chosen

    def _names(self, key: str) -> list[str]:
        """Remembered names; what is damaged or of another version is left out."""
        found = self._kept.get(key)
        known = {column.name for column in self._model.columns}
        return [name for name in found if name in known] if isinstance(found, list) else []

    def _widths(self) -> dict[str, int]:
        found = self._kept.get("widths")
        if not isinstance(found, dict):
            return {}
        return {name: size for name, size in found.items() if isinstance(size, int) and 20 <= size <= 2000}

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, in the order they stand."""
        return tuple(self._model.columns[self._header.logicalIndex(at)] for at in range(self._header.count()))

    def is_shown(self, name: str) -> bool:
        """Whether the column is on the screen."""
        if name in self._names("hidden"):
            return False
        return name in self._names("shown") or name not in self._no_room

    @property
    def hidden(self) -> frozenset[str]:
        """The columns that are not on the screen."""
        return frozenset(each.name for each in self._model.columns if not self.is_shown(each.name))

    def choose(self, name: str, is_shown: bool) -> None:
        """Show or hide a column by choice; the last one shown cannot be hidden."""
        if not is_shown and len(self._model.columns) - len(self.hidden) <= 1:
            return
        for key, wanted in (("shown", is_shown), ("hidden", not is_shown)):
            rest = [each for each in self._names(key) if each != name]
            self._kept[key] = [*rest, name] if wanted else rest
        self.apply()
        self._timer.start()

    def give_way(self, names: Collection[str]) -> None:
        """There is no room for these columns, unless somebody chose to see them."""
        if frozenset(names) != self._no_room:
            self._no_room = frozenset(names)
            self.apply()

    def reset(self) -> None:
        """Widths, order and choice as the program makes them."""
        self._kept = {}
        self.apply()
        self.keep()

    def keep(self) -> None:
        """Remember for this person."""
        self._timer.stop()
        every: Mapping[str, Any] = self._settings.mapping(SETTING)
        self._settings.set(SETTING, {**every, self._name: self._kept})

    # Laying out

    @contextmanager
    def _applying(self) -> Iterator[None]:
        before, self._is_applying = self._is_applying, True
        try:
            yield
        finally:
            self._is_applying = before

    def apply(self) -> None:
        """Bring the view in line with what is chosen."""
        header, columns = self._header, self._model.columns
        names = [column.name for column in columns]
        order = [*self._names("order"), *(name for name in names if name not in self._names("order"))]
        widths = self._widths()
        with self._applying():
            for place, name in enumerate(order):
                header.moveSection(header.visualIndex(names.index(name)), place)
            for at, column in enumerate(columns):
                header.setSectionHidden(at, not self.is_shown(column.name))
                size = self._look.px(widths[column.name]) if column.name in widths else self._usual(at)
                if (column.name in widths or not column.stretch) and header.sectionSize(at) != size:
                    header.resizeSection(at, size)
        self._settle()

    def _usual(self, at: int) -> int:
        """The width as the program makes it; in another language than Chinese no word is cut, if possible."""
        column, field = self._model.columns[at], self._model.fields[at]
        least = self._look.px(column.width)
        if in_chinese():
            return least
        words = column.title.split()
        if field is not None and field.kind in WORDED:
            words += [worded(field.words.get(word, word)) for word in field.choices]
        metrics = QFontMetrics(self._look.font(13))
        room = max((metrics.horizontalAdvance(word) for word in words), default=0) + self._look.px(18)
        return max(least, min(room, self._look.px(MOST_FOR_WORDS)))

    def _settle(self) -> None:
        self._stretch()
        self._header.frozen = self._frozen()
        self._header.fit()
        self.changed.emit()

    def _stretch(self) -> None:
        """The stretching column takes what the others leave."""
        widths, header = self._widths(), self._header
        able = [
            at
            for at, column in enumerate(self._model.columns)
            if column.stretch and column.name not in widths and not header.isSectionHidden(at)
        ]
        if not able:
            return
        others = sum(header.sectionSize(at) for at in range(header.count()) if at not in able)
        share = (self._view.viewport().width() - others) // len(able)
        with self._applying():
            for at in able:
                least = self._look.px(LEAST_STRETCH if self._view.width() > self._look.px(NARROW) else LEAST)
                if header.sectionSize(at) != max(share, least):
                    header.resizeSection(at, max(share, least))

    def _frozen(self) -> frozenset[int]:
        """The columns up to the name, where they stand first and leave room for the others."""
        names = [at for at, column in enumerate(self._model.columns) if column.stretch]
        if not names or names[0] > 1:
            return frozenset()
        wanted, found, width = set(range(names[0] + 1)), set(), 0
        for place in range(self._header.count()):
            at = self._header.logicalIndex(place)
            if at not in wanted:
                break
            found.add(at)
            width += self._header.sectionSize(at)
        if width > FROZEN_SHARE * self._view.viewport().width():
            return frozenset()
        return frozenset(found)

    # What a person does

    def fit_to_words(self, at: int) -> None:
        """A double click on the edge: as wide as the title and the lines from the first in view on need."""
        metrics, first = QFontMetrics(self._look.font(13)), max(self._view.rowAt(0), 0)
        lines = self._model.lines
        seen = range(first, min(first + MEASURED, len(lines)))
        texts = [self._model.text_at(row, at) for row in seen if lines.kind(row) == ROW]
        texts.append(self._model.columns[at].title)
        room = max(metrics.horizontalAdvance(text) for text in texts) + self._look.px(ROOM_BESIDE)
        self._header.resizeSection(
            at, min(max(room, self._header.minimumSectionSize()), self._look.px(WIDEST))
        )

    def _resized(self, at: int, before: int, after: int) -> None:
        if self._is_applying or not before or not after or at >= len(self._model.columns):
            return
        size = round(after / self._look.scale)
        self._kept["widths"] = {**self._widths(), self._model.columns[at].name: size}
        self._settle()
        self._timer.start()

    def _moved(self) -> None:
        if not self._is_applying:
            self._kept["order"] = [column.name for column in self.columns]
            self._settle()
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The stretching column follows the width of the view."""
        if event.type() == QEvent.Type.Resize:
            self._settle()
        return False
