"""The cells of one table as a grid shows them: what stands in each, what may be typed, what is marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import Qt

from models.checks import Problem
from models.fields import Row
from ui.grid.columns import Cell, RowView
from ui.grid.line_model import Index, LineModel
from ui.grid.lines import ENTRY, GROUP, NEW, Line
from ui.grid.typed import typed_form
from ui.words import told, worded


class GridModel(LineModel):
    """Answers for the cells; how lines come, go and follow a change is the line model's."""

    def cells(self, line: Line) -> list[Cell]:
        """The line's cells, prepared once."""
        return self._cells.cells(line)

    def computed(self, rows: Sequence[Row], column: int) -> list[Cell]:
        """A computed column of many rows."""
        return self._cells.computed(rows, column)

    def view_of(self, line: Line) -> RowView | None:
        """The row with what follows from it, None for headings and the entry row."""
        return self._cells.view_of(line)

    def problems_at(self, line: Line, at: int) -> Sequence[Problem]:
        """The problems that are marked in a cell, gravest first."""
        key = line.group.key if line.group is not None else line.key
        return self._marks.at(key, self.columns[at])

    def is_marked(self, line: Line) -> bool:
        """Whether any problem is marked on a line."""
        return self._marks.has(line.group.key if line.group is not None else line.key)

    def has_evidence(self, line: Line, at: int) -> bool:
        """Whether papers back this cell; what backs a row as a whole shows at its name."""
        links = self.context.records.of("evidence_link", "on_row", line.key)
        column = self.columns[at]
        return any(
            one["on_field"] == column.name or not one["on_field"] and column.stretch
            for one in links
            if one["on_table"] == self.table.name
        )

    def can_edit(self, index: Index) -> bool:
        """Whether a person may type here."""
        return index.isValid() and self.can_edit_at(index.row(), index.column())

    def can_edit_at(self, row: int, column: int) -> bool:
        """Whether a person may type into that cell: not into headings, void rows and what is computed."""
        return self.lines.kind(row) != GROUP and not self.is_void(row) and self.is_typed_column(column)

    def is_void(self, row: int) -> bool:
        """Whether a line is a row that was set aside."""
        known = self.lines.row(row)
        return known is not None and known["void_reason"] is not None

    def is_typed_column(self, column: int) -> bool:
        """Whether rows can be typed into in that column."""
        return not self.read_only and not self.columns[column].is_computed and self.columns[column].editable

    def is_empty(self, row: int, column: int) -> bool:
        """Whether nothing stands in a cell."""
        known, field = self.lines.row(row), self.fields[column]
        if known is not None and field is not None:
            return known[field.name] is None
        return self.lines.kind(row) == ENTRY or not self.text_at(row, column)

    def filled(self, rows: Sequence[int], column: int) -> Iterator[bool]:
        """Of many lines whether anything stands in a column, found as it is asked for."""
        field, items = self.fields[column], self.lines.items
        if field is None or self.lines.heads or max(rows, default=0) >= len(items):
            return (not self.is_empty(row, column) for row in rows)
        name = field.name
        return (items[row][name] is not None for row in rows)  # type: ignore[index]

    def edit_text(self, index: Index) -> str:
        """What the editor starts with: the value as one would type it."""
        return self.edit_text_at(index.row(), index.column())

    def edit_text_at(self, row: int, column: int) -> str:
        """The same of a cell by its place."""
        known, field = self.lines.row(row), self.fields[column]
        if known is None or field is None:
            return ""
        return typed_form(field, known[field.name], self.context.records)

    def text_at(self, row: int, column: int) -> str:
        """The text shown in a cell."""
        return self.cells(self.lines[row])[column].text

    def typed_texts(self, rows: Sequence[Row], column: int) -> list[str]:
        """A declared column of many rows as one would type it."""
        return self._cells.texts.typed(rows, column)

    def copied_texts(self, rows: Sequence[int], column: int) -> list[str]:
        """What copying takes: a typed cell as one would type it, a computed one as shown."""
        known = [self.lines.row(at) for at in rows]
        made = iter(self._copied([row for row in known if row is not None], column))
        heads = (_copied(self.cells(self.lines[at])[column]) for at in rows if self.lines.row(at) is None)
        return [next(heads) if row is None else next(made) for row in known]

    def _copied(self, rows: Sequence[Row], column: int) -> list[str]:
        if self.fields[column] is not None:
            return self._cells.texts.typed(rows, column)
        return [_copied(cell) for cell in self._cells.computed(rows, column)]

    def copied_text(self, row: int, column: int) -> str:
        """The same of one cell."""
        return self.copied_texts([row], column)[0]

    # Qt's questions

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, tip and spoken text of a cell; the delegate asks the model itself for the rest."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cells(line)[index.column()].text
        if role == Qt.ItemDataRole.EditRole:
            return self.edit_text(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            sentences = [told(each.message) for each in self.problems_at(line, index.column())]
            return "\n".join(sentences) or self._cells.text(line, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.columns[index.column()].title} {self.cells(line)[index.column()].text}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.columns[index.column()].align
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Column titles, and row numbers that count rows only."""
        if orientation == Qt.Orientation.Horizontal and section < len(self.columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].title
            if role == Qt.ItemDataRole.ToolTipRole:
                field = self.fields[section]
                return (worded(field.help) if field else "") or self.columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return (
                    self.columns[section].align or Qt.AlignmentFlag.AlignLeft
                ) | Qt.AlignmentFlag.AlignVCenter
        if (
            orientation == Qt.Orientation.Vertical
            and role == Qt.ItemDataRole.DisplayRole
            and section < len(self.lines)
        ):
            return self.number(section)
        return None

    def number(self, at: int) -> str:
        """What stands before a line: its number, counting rows only, or the sign of a heading."""
        kind = self.lines.kind(at)
        if kind == ENTRY:
            return NEW
        if kind == GROUP:
            return "›" if self.is_closed(self.lines[at].key) else "⌄"
        return str(self.lines.number(at))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything can be selected; what is typed can be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _TYPED if self.can_edit_at(index.row(), index.column()) else _SHOWN


_SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TYPED = _SHOWN | Qt.ItemFlag.ItemIsEditable


def _copied(cell: Cell) -> str:
    return cell.text.replace("−", "-") if cell.sort is not None else "" if cell.text == "—" else cell.text
