"""Data rows that changed, table by table: how many, and the most important by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation

from models.fields import NUMERIC, Field, Kind, Table
from models.report.comparing.difference import Difference, listed, quoted
from models.report.comparing.naming import EMPTY, Naming
from models.report.version import PlainRow, Version
from models.sayings import joined, saying, word
from models.schema import TABLES

PLACE = "数据"
LEFT_OUT = frozenset({"attachment", "report_version"})
"""Tables that are about versions and files, not about what is reported."""
VOID = Field("void_reason", "作废原因")
_SHORT = 24


def rows(before: Version, after: Version, naming: Naming) -> Iterator[Difference]:
    """One difference for each table with rows that are not the same."""
    for table in TABLES:
        if table.name not in LEFT_OUT:
            yield from _table(table, _by_id(before, table), _by_id(after, table), naming)


def _by_id(version: Version, table: Table) -> dict[str, PlainRow]:
    return {str(row.get("id")): row for row in version.tables.get(table.name, ())}


def _table(
    table: Table, before: Mapping[str, PlainRow], after: Mapping[str, PlainRow], naming: Naming
) -> Iterator[Difference]:
    changed = {
        key: fields
        for key, row in after.items()
        if key in before and before[key] != row and (fields := _fields(table, before[key], row))
    }
    added = [key for key in after if key not in before]
    removed = [key for key in before if key not in after]
    if not (changed or added or removed):
        return
    counts = (
        (len(changed), saying("改 {0} 行", len(changed))),
        (len(added), saying("增 {0} 行", len(added))),
        (len(removed), saying("减 {0} 行", len(removed))),
    )
    said = joined(saying("，"), (words for count, words in counts if count))
    cells = sorted(
        ((key, field) for key, fields in changed.items() for field in fields),
        key=lambda cell: -_weight(cell[1], before[cell[0]], after[cell[0]]),
    )
    named = [_cell(table, key, field, before[key], after[key], naming) for key, field in cells]
    named += [saying("增{0}", _title(table, key, naming)) for key in added]
    named += [saying("减{0}", _title(table, key, naming)) for key in removed]
    source = (table.name, cells[0][0], cells[0][1].name) if cells else (table.name, (added or removed)[0], "")
    sentence = saying("“{0}”{1}：{2}", word(table.label), said, listed(named, between="；"))
    sizes = (f"{len(before)} 行", f"{len(after)} 行")
    yield Difference(
        "data", PLACE, table.label, *sizes, len(changed) + len(added) + len(removed), sentence, source
    )


def _fields(table: Table, was: PlainRow, now: PlainRow) -> list[Field]:
    every = (*table.fields, VOID) if table.voidable else table.fields
    return [field for field in every if (was.get(field.name) or None) != (now.get(field.name) or None)]


def _weight(field: Field, was: PlainRow, now: PlainRow) -> Decimal:
    """Amounts first, the largest change of all; then other figures, what is required, and the rest."""
    if field.kind is Kind.MONEY:
        return 10 + abs(_number(now.get(field.name)) - _number(was.get(field.name)))
    if field is VOID:
        return Decimal(9)
    return Decimal(8 if field.kind in NUMERIC else 5 if field.required else 1)


def _number(value: object) -> Decimal:
    try:
        number = Decimal(str(value)) if value is not None else Decimal(0)
    except InvalidOperation:
        return Decimal(0)
    return number if number.is_finite() else Decimal(0)


def _title(table: Table, key: str, naming: Naming) -> str:
    title = naming.title(table.name, key)
    return quoted(title, _SHORT) if title else saying("一行")


def _cell(table: Table, key: str, field: Field, was: PlainRow, now: PlainRow, naming: Naming) -> str:
    old, new = (_said(field, row.get(field.name), naming) for row in (was, now))
    row = "" if table.single else _title(table, key, naming)
    return saying("{0}{1} {2} → {3}", row, word(field.label), old, new)


def _said(field: Field, value: object, naming: Naming) -> str:
    shown = naming.shown(field, value)
    return (
        shown if shown == EMPTY or field.kind in NUMERIC or field.kind is Kind.BOOL else quoted(shown, _SHORT)
    )
