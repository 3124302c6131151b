"""What stands in an editor when it opens: a value as one would type it."""

from __future__ import annotations

from decimal import Decimal

from models import kinds
from models.fields import Field, Kind, Value
from models.records import Records
from ui.words import worded

WORDED = (Kind.CHOICE, Kind.BOOL)
"""Kinds whose values are declared words."""


def typed_form(field: Field, value: Value, records: Records) -> str:
    """A value as one would type it: no separators, the project's unit, refs by code or name."""
    if value is None:
        return ""
    if field.kind is Kind.MONEY and isinstance(value, int):
        if records.money_unit == "元":
            return kinds.canonical(Decimal(value).scaleb(-2))
        return str(kinds.exchange(field, value))
    if field.kind is Kind.REF:
        row = records.get(field.table, str(value))
        return records.key_of(field.table, row) if row is not None else ""
    if isinstance(value, bool):
        return "是" if value else "否"
    return kinds.canonical(value) if isinstance(value, Decimal) else field.words.get(str(value), str(value))


def shown_in(field: Field, text: str) -> str:
    """What a cell of the field shows: choices in the language of the screen, everything else is data."""
    return worded(text) if field.kind in WORDED else text
