"""Between a row's Python values and its cells in the file, checked by kind on the way in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from models import kinds
from models.dates import BadValue, parse_date
from models.fields import Field, Kind, Table, Value
from models.sayings import saying, word
from models.schema import TABLES
from services.errors import UserProblem
from services.store.ddl import BOOKKEEPING, columns

Stored = str | int | None

_INT64 = 2**63
_DIGITS_LIMIT = 40
_FIELDS: Mapping[str, Mapping[str, Field]] = {
    table.name: {field.name: field for field in table.fields} for table in TABLES
}
_CONVERTED: Mapping[str, tuple[Field, ...]] = {
    table.name: tuple(field for field in table.fields if field.kind in (Kind.NUMBER, Kind.PERCENT, Kind.BOOL))
    for table in TABLES
}
_VOID_REASON = Field("void_reason", "作废原因")


def stored(field: Field, value: Any) -> Stored:
    """The cell for a value of that field; empty text is None.

    TypeError for a value of the wrong Python type (a float never is the right one), BadValue for one
    that the field cannot hold.
    """
    if value is None or (isinstance(value, str) and not value):
        return None
    if field.kind in (Kind.MONEY, Kind.INTEGER):
        return _integer(field, value)
    if field.kind in (Kind.NUMBER, Kind.PERCENT):
        return _decimal(field, value)
    if field.kind is Kind.BOOL:
        if not isinstance(value, bool):
            raise _wrong_type(field, value)
        return int(value)
    if not isinstance(value, str):
        raise _wrong_type(field, value)
    return _text(field, value)


def _wrong_type(field: Field, value: object) -> TypeError:
    return TypeError(f"{field.name} ({field.kind}) does not take {type(value).__name__}")


def _integer(field: Field, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _wrong_type(field, value)
    if not -_INT64 <= value < _INT64:
        raise BadValue(saying("{0}的数值太大，请核对", word(field.label)))
    return value


def _decimal(field: Field, value: object) -> str:
    if not isinstance(value, Decimal | int) or isinstance(value, bool):
        raise _wrong_type(field, value)
    number = Decimal(value)
    if not number.is_finite() or len(text := kinds.canonical(number)) > _DIGITS_LIMIT:
        raise BadValue(saying("{0}的数值太大或小数位太多，请核对", word(field.label)))
    return text


@lru_cache(maxsize=4096)
def _is_date(text: str) -> bool:
    try:
        return parse_date(text) == text
    except BadValue:
        return False


def _text(field: Field, value: str) -> str:
    if kinds.clean(value) != value:
        raise BadValue(saying("{0}里有不能保存的控制字符，请删去后再试", word(field.label)))
    if field.kind is Kind.CHOICE and value not in field.choices:
        raise BadValue(saying("“{0}”不在{1}的可选项内", value, word(field.label)))
    if field.kind is Kind.DATE and not _is_date(value):
        raise BadValue(
            saying("“{0}”不是{1}能保存的日期。请写成 2018、2018-11 或 2018-11-28", value, word(field.label))
        )
    limit = kinds.LONGTEXT_LIMIT if field.kind is Kind.LONGTEXT else kinds.TEXT_LIMIT
    if len(value) > limit:
        raise BadValue(saying("{0}有 {1} 个字，最多 {2} 个字", word(field.label), len(value), limit))
    return value


def column(table: Table, name: str) -> Field:
    """The declaration of a field, or of the column that says why a row is void; KeyError for others."""
    return _VOID_REASON if name == "void_reason" else _FIELDS[table.name][name]


def stored_values(table: Table, values: Mapping[str, Any]) -> dict[str, Stored]:
    """The cells of the given fields; KeyError for a field that the table does not declare."""
    return {name: stored(column(table, name), value) for name, value in values.items()}


def loaded(table: Table, cells: Sequence[Any]) -> dict[str, Value]:
    """A row's values from all its cells; UserProblem where a cell makes no sense."""
    row: dict[str, Value] = dict(zip(columns(table), cells, strict=True))
    try:
        for field in _CONVERTED[table.name]:
            cell: Any = row[field.name]
            if cell is not None:
                row[field.name] = kinds.from_file(field, cell)
    except (InvalidOperation, ValueError, TypeError) as error:
        raise UserProblem(
            saying("{0}里有读不懂的数值，文件可能已损坏。请改用备份", word(table.label))
        ) from error
    return row


def misfits(table: Table, cells: Sequence[Any]) -> list[str]:
    """The labels of the fields of a stored row that hold what no edit could have written."""
    wrong = []
    by_name = dict(zip(columns(table), cells, strict=True))
    for name in (BOOKKEEPING[-1], *(field.name for field in table.fields)):
        field, cell = column(table, name), by_name[name]
        try:
            sound = cell is None or (cell != "" and cell == stored(field, kinds.from_file(field, cell)))
        except (InvalidOperation, ValueError, TypeError):
            sound = False
        if not sound:
            wrong.append(field.label)
    return wrong
