"""Every table as JSON, for machines: fields by their English names, amounts in 万元 as exact strings."""

from __future__ import annotations

from typing import Any

from models import kinds
from models.fields import Row, Table
from models.records import Records
from models.schema import TABLES


def tables_json(records: Records) -> dict[str, Any]:
    """Every row of every table, void ones too, in the order people see; empty is None."""
    return {"tables": {table.name: [_row(table, row) for row in records.all(table.name)] for table in TABLES}}


def _row(table: Table, row: Row) -> dict[str, Any]:
    fields = {field.name: kinds.exchange(field, row[field.name]) for field in table.fields}
    return {"id": row["id"], **fields, "void_reason": row["void_reason"]}
