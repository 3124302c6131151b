"""The words that the quick filter looks through: made once for a row, in idle time where there are many."""

from __future__ import annotations

from collections.abc import Sequence

from models.fields import Kind, Row
from models.records import ABOVE
from services import pinyin
from services.workspace import Change
from ui.grid.lines import LineCells, Lines


class WordIndex:
    """What each row shows and its pinyin initials, in small letters, by row.

    After a change only what it touched is made anew: the rows themselves, or all where columns quote other
    tables or compute.
    """

    def __init__(self, cells: LineCells, table: str) -> None:
        self._cells, self._table = cells, table
        self._words: dict[str, str] = {}
        self._rows: Sequence[Row] = ()
        self._aligned: list[str] = []

    def heard(self, change: Change | None) -> None:
        """Something changed; None for everything."""
        fields = self._cells.fields
        above = {field.table for field in fields if field is not None and field.kind is Kind.REF}
        quoted = {"setting", "project", *above, *(name for each in above for name in ABOVE[each])}
        if change is None or None in fields or change.touches(*(quoted - {self._table})):
            self._words = {}
        else:
            for row_id in change.rows.get(self._table, ()):
                self._words.pop(row_id, None)
        self._rows, self._aligned = (), []

    def prepare(self, lines: Lines, rows: Sequence[Row], limit: int) -> bool:
        """Make the words of so many more rows; False when all are there."""
        made = 0
        if len(self._words) < len(rows):
            for row in rows:
                if row["id"] not in self._words:
                    self._words[row["id"]] = self._made(lines, row)
                    made += 1
                    if made == limit:
                        return True
        return False

    def of(self, lines: Lines, rows: Sequence[Row]) -> list[str]:
        """The words of these rows, in their order."""
        if rows is not self._rows:
            words = self._words
            for row in rows:
                if row["id"] not in words:
                    words[row["id"]] = self._made(lines, row)
            self._rows, self._aligned = rows, [words[row["id"]] for row in rows]
        return self._aligned

    def _made(self, lines: Lines, row: Row) -> str:
        cells, line = self._cells, None
        texts = []
        for at, field in enumerate(cells.fields):
            if field is not None:
                texts.append(cells.row_text(row, at))
            else:
                line = line or lines.line(row)
                texts.append(cells.cells(line)[at].text)
        words = "\n".join(texts).lower()
        return "\n".join((words, *pinyin.initials(words)))
