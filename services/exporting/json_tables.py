"""Every table as JSON, for machines: fields by their English names, amounts in 万元 as exact strings."""

from __future__ import annotations

from typing import Any

from models import experts, kinds
from models.fields import Row, Table
from models.records import Records
from models.schema import TABLES


def tables_json(records: Records) -> dict[str, Any]:
    """Every row of every table, void ones too, in the order people see; empty is None.

    Experts' scores that are not released yet are None as well.
    """
    return {
        "tables": {
            table.name: [_row(records, table, row) for row in records.all(table.name)] for table in TABLES
        }
    }


def _row(records: Records, table: Table, row: Row) -> dict[str, Any]:
    sealed = {field.name for field in table.fields if experts.is_sealed(records, table.name, field.name)}
    fields = {
        field.name: None if field.name in sealed else kinds.exchange(field, row[field.name])
        for field in table.fields
    }
    return {"id": row["id"], **fields, "void_reason": row["void_reason"]}
