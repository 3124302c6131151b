"""Find and replace in the cells of a grid: what would change is listed before it does, as one edit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
)

from models.fields import NUMERIC, Kind
from services.blocks import TypedRow
from ui.grid.model import GridModel
from ui.grid.selecting import Area, areas_of, columns_by_row, shown_columns
from ui.slices import Slices
from ui.words import worded_table

if TYPE_CHECKING:
    from ui.grid.grid import Grid

SHOWN, LISTED = 6, 500
ROWS = 1_000
"""Rows that are looked through at a time."""
MANY, WAIT_MILLISECONDS = 2_000, 250
NOT_SOUGHT = (Kind.REF, Kind.BOOL)


@dataclass(frozen=True, slots=True)
class Hit:
    """A cell that has the words: its place, what stands there, and what would."""

    row: int
    column: int
    before: str
    after: str


@dataclass(frozen=True)
class Wanted:
    """What is sought and what takes its place; in whole cells only, or with the case of letters."""

    words: str
    instead: str
    whole: bool = False
    case: bool = False

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(re.escape(self.words), re.NOFLAG if self.case else re.IGNORECASE)

    def among(self, texts: Sequence[str]) -> list[int]:
        """Which of many texts have the words."""
        found = self._pattern.fullmatch if self.whole else self._pattern.search
        return [number for number, text in enumerate(texts) if text and found(text)]

    def replaced(self, text: str) -> str:
        """A text that has the words with them exchanged."""
        return self.instead if self.whole else self._pattern.sub(lambda _match: self.instead, text)


def hits(
    model: GridModel, wanted: Wanted, areas: Sequence[Area], shown: Sequence[int]
) -> Iterator[list[Hit]]:
    """The typed cells that have the words, from the top, some rows at a time.

    Of the selected cells, or of all for none.
    """
    chosen = columns_by_row(areas)
    lines = model.lines.rows_at(chosen if areas else range(len(model.lines)))
    columns = [at for at in shown if wanted.words and _is_sought(model, at, wanted.words)]
    places = {column: place for place, column in enumerate(shown)}
    for start in range(0, len(lines) if columns else 0, ROWS):
        block = [(at, row) for at, row in lines[start : start + ROWS] if row["void_reason"] is None]
        found = list[Hit]()
        for column in columns:
            some = [(at, row) for at, row in block if column in chosen[at]] if areas else block
            texts = model.typed_texts([row for _at, row in some], column)
            for number in wanted.among(texts):
                before = texts[number]
                found.append(Hit(some[number][0], column, before, wanted.replaced(before)))
        yield sorted(found, key=lambda hit: (hit.row, places[hit.column]))


def _is_sought(model: GridModel, at: int, words: str) -> bool:
    """Whether such words can stand in a column at all: no letters among figures."""
    field = model.fields[at]
    if field is None or field.kind in NOT_SOUGHT or not model.is_typed_column(at):
        return False
    return field.kind not in (*NUMERIC, Kind.DATE) or not set(words) - set("0123456789.-")


class ReplacePanel(QFrame):
    """Stands under the grid while one searches; Enter goes to the next hit, Esc back to the cells."""

    def __init__(self, grid: Grid) -> None:
        super().__init__(grid)
        self._grid = grid
        self._hits: list[Hit] = []
        self._search = Slices(self)
        self._search.yielded.connect(lambda found: self._hits.extend(found))
        self._search.ended.connect(self._list_hits)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MILLISECONDS)
        self._timer.timeout.connect(self.seek)
        self._areas: list[Area] = []
        self.setProperty("kind", "hint")
        self.find, self.instead = QLineEdit(self), QLineEdit(self)
        self.whole, self.case = QCheckBox(self.tr("整格相同"), self), QCheckBox(self.tr("区分大小写"), self)
        self.selected = QCheckBox(self.tr("只在选中的格"), self)
        self.note = QLabel(self)
        self._model = QStringListModel(self)
        self.list = QListView(self)
        self._build()
        self._connect()
        self.hide()

    def _build(self) -> None:
        look = self._grid.context.look
        for field, hint in ((self.find, self.tr("查找")), (self.instead, self.tr("替换为"))):
            field.setPlaceholderText(hint)
            field.setAccessibleName(hint)
        self.next, self.all = QPushButton(self.tr("下一处"), self), QPushButton(self.tr("全部替换"), self)
        self.one, self.away = QPushButton(self.tr("替换"), self), QPushButton(self.tr("关闭"), self)
        self.list.setModel(self._model)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName(self.tr("将要替换的格"))
        fields, choices = QHBoxLayout(), QHBoxLayout()
        for part in (self.find, self.instead, self.next, self.one, self.all, self.away):
            fields.addWidget(part, 1 if isinstance(part, QLineEdit) else 0)
            if isinstance(part, QPushButton):
                part.setProperty("small", True)
        for box in (self.selected, self.whole, self.case):
            choices.addWidget(box)
        choices.addWidget(self.note, 1, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(10), look.px(6), look.px(10), look.px(6))
        column.setSpacing(look.px(6))
        column.addLayout(fields)
        column.addLayout(choices)
        column.addWidget(self.list)

    def _connect(self) -> None:
        for field in (self.find, self.instead):
            field.textChanged.connect(self._typed)
            field.returnPressed.connect(self.go_on)
        for box in (self.whole, self.case, self.selected):
            box.toggled.connect(lambda _on: self.seek())
        self.next.clicked.connect(self.go_on)
        self.one.clicked.connect(self.replace_one)
        self.all.clicked.connect(self.replace_all)
        self.away.clicked.connect(self.put_away)
        self.list.clicked.connect(lambda index: self._go(index.row()))
        self._grid.context.committed.connect(self._hear)
        self._grid.model.modelReset.connect(self._follow)

    def _typed(self, _text: str) -> None:
        """Seek at every letter; in many rows when the typing rests."""
        if self._is_long:
            self._timer.start()
        else:
            self.seek()

    @property
    def _is_long(self) -> bool:
        return len(self._grid.model.lines) > MANY

    def _hear(self, _change: object) -> None:
        self._follow()

    def _follow(self) -> None:
        """Rows changed, or stand elsewhere."""
        if self.isVisible():
            self.seek()

    def open(self) -> None:
        """Begin: within the selected cells where several are selected, else in all."""
        self._areas = areas_of(self._grid.view)
        several = sum(area.cells for area in self._areas) > 1
        self.selected.setChecked(several)
        self.selected.setEnabled(several)
        can_write = not self._grid.model.read_only
        for part in (self.instead, self.one, self.all):
            part.setEnabled(can_write)
        self.show()
        self.find.setFocus()
        self.find.selectAll()
        self.seek()

    def put_away(self) -> None:
        """Back to the cells."""
        self.hide()
        self._grid.view.setFocus()

    @property
    def wanted(self) -> Wanted:
        """What is sought."""
        return Wanted(self.find.text(), self.instead.text(), self.whole.isChecked(), self.case.isChecked())

    def seek(self) -> None:
        """List the hits and what each would become; of many rows a moment later."""
        self._timer.stop()
        grid, self._hits = self._grid, []
        areas = self._areas if self.selected.isChecked() else []
        self._search.run(hits(grid.model, self.wanted, areas, shown_columns(grid.view)))
        if not self._is_long:
            self._search.finish()

    def _list_hits(self) -> None:
        grid = self._grid
        instead = self.instead.text()
        lines = []
        for hit in self._hits[:LISTED]:
            title = grid.model.columns[hit.column].title
            change = f"{hit.before} → {hit.after}" if instead else hit.before
            lines.append(" ".join(f"{hit.row + 1}　{title}　{change}".split("\n")))
        self._model.setStringList(lines)
        self.note.setText(self.tr("找到 {0} 格").format(len(self._hits)) if self.find.text() else "")
        rows = min(len(lines), SHOWN)
        self.list.setFixedHeight(rows * max(self.list.sizeHintForRow(0), 1) + 2 if rows else 0)

    def _go(self, at: int) -> None:
        if 0 <= at < len(self._hits):
            hit = self._hits[at]
            self._grid.view.walker.go(hit.row, hit.column)
            self.list.setCurrentIndex(self._model.index(at, 0))

    def _at(self) -> int:
        """The hit at or after the current cell, round to the first."""
        index = self._grid.view.currentIndex()
        here = (index.row(), index.column())
        after = (at for at, hit in enumerate(self._hits) if (hit.row, hit.column) >= here)
        return next(after, 0)

    def go_on(self) -> None:
        """Go to the next hit."""
        self._search.finish()
        if not self._hits:
            return
        index, at = self._grid.view.currentIndex(), self._at()
        hit = self._hits[at]
        is_here = (hit.row, hit.column) == (index.row(), index.column())
        self._go((at + 1) % len(self._hits) if is_here else at)

    def replace_one(self) -> None:
        """Replace in the hit at the current cell, then go to the next one."""
        self._search.finish()
        if self._hits:
            self._write([self._hits[self._at()]])
            self.go_on()

    def replace_all(self) -> None:
        """Replace in every hit, as one edit."""
        self._search.finish()
        self._write(self._hits)

    def _write(self, chosen: Sequence[Hit]) -> None:
        model, by_row = self._grid.model, dict[str, dict[str, str]]()
        for hit in chosen:
            names = by_row.setdefault(model.lines[hit.row].key, {})
            names[model.columns[hit.column].name] = hit.after
        rows = [TypedRow(texts, row_id) for row_id, texts in by_row.items()]
        label = self.tr("替换 {0} 格{1}").format(len(chosen), worded_table(model.table.label))
        self._grid.write_rows(rows, label)
        self.seek()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the cells."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)
