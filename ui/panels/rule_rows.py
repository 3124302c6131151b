"""A parameter of several rows (档) as a small table: a line per row, ends open or closed, add and remove."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QWidget

from models.rules import Parameter, ParameterKind
from ui.look import Look
from ui.panels.links import LinkText, Part
from ui.panels.rule_editors import make_editor, plain, put_value, value_of
from ui.words import worded

CLOSED = "_closed"
Row = Mapping[str, Any]


class RowsTable(QWidget):
    """Holds rows as they are stored; `changed(rows)` when lines come or go, others hear the fields."""

    def __init__(
        self, look: Look, declared: Parameter, rows: Sequence[Row], changed: Callable[[list[Row]], None]
    ) -> None:
        super().__init__()
        self._look, self._declared, self._changed = look, declared, changed
        self._count = len(rows)
        self.editors: dict[str, QWidget] = {}
        self.removals: list[LinkText] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(6))
        grid.setVerticalSpacing(look.px(4))
        self._head(grid)
        for at in range(self._count):
            self._line(grid, at)
        self.add = LinkText(look, self)
        self.add.say(Part(self.tr("＋ 增加一档"), self._add))
        grid.addWidget(self.add, self._count + 1, 0, 1, len(declared.columns) + 1)
        self.fill(rows)

    def _head(self, grid: QGridLayout) -> None:
        for at, column in enumerate(self._declared.columns):
            if column.kind is ParameterKind.FLAG:
                continue
            head = QLabel(worded(column.label), self)
            head.setProperty("role", "note")
            head.setToolTip(worded(column.help))
            grid.addWidget(head, 0, at)
            grid.setColumnStretch(at, 1)

    def _line(self, grid: QGridLayout, at: int) -> None:
        for place, column in enumerate(self._declared.columns):
            editor = make_editor(column, self)
            if isinstance(editor, QCheckBox):
                editor.setText(self.tr("含"))
                editor.setToolTip(
                    self.tr("勾上：恰好等于这个数也在本档内（{0}）").format(worded(column.label))
                )
            elif isinstance(editor, QLineEdit):
                editor.setMinimumWidth(self._look.px(44))
                self._shape(editor, column)
            editor.setAccessibleName(self.tr("第 {0} 档{1}").format(at + 1, worded(column.label)))
            self.editors[f"{self._declared.name}.{at}.{column.name}"] = editor
            grid.addWidget(editor, at + 1, place)
        remove = LinkText(self._look, self)
        remove.setWordWrap(False)
        remove.say(Part(self.tr("删除"), partial(self._remove, at)))
        remove.setToolTip(self.tr("删除第 {0} 档").format(at + 1))
        self.removals.append(remove)
        grid.addWidget(remove, at + 1, len(self._declared.columns))

    def _shape(self, editor: QLineEdit, column: Parameter) -> None:
        if column.kind is ParameterKind.NUMBER:
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        if any(one.name == column.name + CLOSED for one in self._declared.columns):
            editor.setPlaceholderText(self.tr("不限"))
        elif not column.required:
            editor.setPlaceholderText(self.tr("不内插") if column.name == "score_to" else "")

    def _places(self) -> Iterator[tuple[int, Parameter, QWidget]]:
        for at in range(self._count):
            for column in self._declared.columns:
                yield at, column, self.editors[f"{self._declared.name}.{at}.{column.name}"]

    def fill(self, rows: Sequence[Row]) -> None:
        """Show these rows, as many as there are lines."""
        for at, column, editor in self._places():
            given = rows[at].get(column.name) if isinstance(rows[at], Mapping) else None
            put_value(editor, column, given)
            self._grey(at, column)

    def _grey(self, at: int, column: Parameter) -> None:
        """An end without a bound is neither open nor closed."""
        box = self.editors.get(f"{self._declared.name}.{at}.{column.name}{CLOSED}")
        bound = self.editors[f"{self._declared.name}.{at}.{column.name}"]
        if box is not None and isinstance(bound, QLineEdit):
            box.setEnabled(bool(bound.text().strip()))

    def follow(self) -> None:
        """Let the boxes follow what stands in the bounds."""
        for at, column, _editor in self._places():
            self._grey(at, column)

    @property
    def count(self) -> int:
        """How many lines there are."""
        return self._count

    def rows(self) -> list[Row]:
        """The rows as they stand in the fields."""
        found: list[dict[str, Any]] = [{} for _ in range(self._count)]
        for at, column, editor in self._places():
            if (value := value_of(editor, column)) is not None:
                found[at][column.name] = value
        return list(found)

    def _remove(self, at: int) -> None:
        rows = self.rows()
        self._changed(rows[:at] + rows[at + 1 :])

    def _add(self) -> None:
        rows = self.rows()
        self._changed([*rows, _next(rows)])


def rows_of(declared: Parameter, given: Any) -> list[Row]:
    """The rows that are stored, or the default ones."""
    if isinstance(given, list):
        return [row if isinstance(row, Mapping) else {} for row in given]
    return [plain(row) for row in declared.default or ()]


def _next(rows: Sequence[Row]) -> dict[str, Any]:
    """A new row that goes on where the last one ends, upwards or downwards as the rows do."""
    last = rows[-1] if rows else {}
    falling = (
        len(rows) > 1
        and _bound(rows[-2], "from") is not None
        and _bound(rows[-2], "from") == _bound(last, "to")
    )
    near, far = ("from", "to") if falling else ("to", "from")
    if last.get(near) is None:
        return {}
    closed = not last.get(f"{near}{CLOSED}", near == "from")
    return {far: last[near], f"{far}{CLOSED}": closed}


def _bound(row: Row, name: str) -> str | None:
    value = row.get(name)
    return str(value) if value is not None else None
