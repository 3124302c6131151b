"""What whole columns show, of any number of rows: each different value is put into words once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter

from models import kinds
from models.fields import NUMERIC, Field, Kind, Row, Table, Value
from ui.context import Context
from ui.grid.typed import shown_in, typed_form

PLAIN = (Kind.TEXT, Kind.LONGTEXT, Kind.DATE)
"""Kinds that are shown as they are stored."""


class _Known(dict[Value, str]):
    """Texts by value; one that is not there yet is found when it is asked for."""

    def __init__(self, find: Callable[[Value], str]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, value: Value) -> str:
        text = self[value] = self._find(value)
        return text


class ColumnTexts:
    """The texts of the declared columns of one table, until what they quote changes."""

    def __init__(self, context: Context, table: Table, fields: Sequence[Field | None]) -> None:
        self._context, self._table, self._fields = context, table, fields
        self._shown: dict[int, _Known] = {}

    def forget(self) -> None:
        """Settings or quoted rows changed."""
        self._shown = {}

    def text(self, row: Row, at: int) -> str:
        """What a row shows in a declared column: of a longer text its first line."""
        field = self._fields[at]
        assert field is not None
        return _first_line(shown_in(field, self._context.records.shown(self._table.name, field, row)))

    def texts(self, rows: Sequence[Row], at: int) -> list[str]:
        """The same of many rows."""
        field = self._fields[at]
        assert field is not None
        if field.kind in PLAIN and not field.words:
            return [
                value if value and "\n" not in value else _first_line(value or "")
                for value in map(itemgetter(field.name), rows)
            ]
        if not _tells_by_value(field, self._table):
            return [self.text(row, at) for row in rows]
        if at not in self._shown:
            self._shown[at] = _Known(self._find(field))
        return list(map(self._shown[at].__getitem__, map(itemgetter(field.name), rows)))

    def _find(self, field: Field) -> Callable[[Value], str]:
        """What puts a value of this field into words."""
        records = self._context.records
        if field.kind is Kind.REF:
            return lambda value: _first_line(records.shown(self._table.name, field, {field.name: value}))
        unit, thousands = records.money_unit, records.thousands
        if field.kind in NUMERIC:
            return lambda value: kinds.show(field, value, money_unit=unit, thousands=thousands)
        return lambda value: shown_in(field, kinds.show(field, value))

    def typed(self, rows: Sequence[Row], at: int) -> list[str]:
        """The values of many rows as one would type them."""
        field, records = self._fields[at], self._context.records
        assert field is not None
        if field.kind in PLAIN and not field.words:
            return [value or "" for value in map(itemgetter(field.name), rows)]
        if field.kind is Kind.NUMBER:
            return [typed_form(field, row[field.name], records) for row in rows]
        known = _Known(lambda value: typed_form(field, value, records))
        return list(map(known.__getitem__, map(itemgetter(field.name), rows)))


def _tells_by_value(field: Field, table: Table) -> bool:
    """Whether equal values always show the same: not so 1.0 and 1.00, or a row that points to itself."""
    return field.kind is not Kind.NUMBER and field.table != table.name


def _first_line(text: str) -> str:
    return text.split("\n", 1)[0]
