"""The command that writes one cell."""

from __future__ import annotations

import argparse
import json

from models import kinds
from models.dates import BadValue
from models.fields import Field, Kind, Table
from models.records import Records
from models.schema import BY_LABEL, SCHEMA
from services.cells import set_cell, set_setting, set_void_reason
from services.errors import UserProblem
from services.exchange import VOID_REASON
from services.project import Project
from services.typed_values import one_row
from ui.cli_text import records_of

DONE = 0
VOID = "void_reason"


def set_value(words: argparse.Namespace, project: Project) -> int:
    """`set`: one cell, with the same reading of what is typed and the same door as the window.

    Amounts are in 万元 unless they end in 元, whatever the project's own unit.
    """
    before = records_of(project)
    table = _table(words.table)
    field = _field(table, words.field)
    try:
        row_id, changed = _write(words, project, before, table, field)
    except BadValue as wrong:
        raise UserProblem(f"没有改动：{wrong}") from None
    _answer(words, before, records_of(project), table, field, row_id, changed)
    return DONE


def _table(typed: str) -> Table:
    table = SCHEMA.get(typed) or BY_LABEL.get(typed)
    if table is None or not table.recorded:
        listed = "、".join(name for name, each in SCHEMA.items() if each.recorded)
        raise UserProblem(f"没有名为“{typed}”的表可以修改。可用：{listed}")
    return table


def _field(table: Table, typed: str) -> str:
    names = {name: field.name for field in table.fields for name in (field.label, field.name)}
    if table.voidable:
        names |= {VOID_REASON: VOID, VOID: VOID}
    if typed not in names:
        raise UserProblem(f"{table.label}没有字段“{typed}”。可用：{'、'.join(dict.fromkeys(names.values()))}")
    return names[typed]


def _write(
    words: argparse.Namespace, project: Project, records: Records, table: Table, field: str
) -> tuple[str | None, bool]:
    """The row's id, where it had one before, and whether anything changed."""
    if table.name == "setting" and field == "value" and not records.find("setting", words.row.strip()):
        return None, set_setting(project.edit, records, words.row, words.value)
    row = one_row(records, table.name, words.row)
    row_id = str(row["id"])
    if field == VOID:
        return row_id, set_void_reason(project.edit, records, table.name, row, words.value)
    changed = set_cell(project.edit, records, table.name, row, field, words.value, money_unit="万元")
    return row_id, changed


def _answer(
    words: argparse.Namespace,
    before: Records,
    after: Records,
    table: Table,
    field: str,
    row_id: str | None,
    changed: bool,
) -> None:
    if words.json:
        declared = Field(VOID, VOID_REASON) if field == VOID else table.field(field)
        values = []
        for records in (before, after):
            row = records.get(table.name, row_id)
            values.append(kinds.exchange(declared, row[field]) if row is not None else None)
        told = {"changed": changed, "table": table.name, "row": row_id, "field": field}
        print(json.dumps({**told, "before": values[0], "after": values[1]}, ensure_ascii=False, indent=1))
        return
    if not changed:
        print("没有改动：与原来的值相同")
        return
    shown = _shown(after, table, field, row_id) if row_id is not None else words.value
    print(f"已保存：{shown}" if shown else "已保存：已清空")


def _shown(records: Records, table: Table, field: str, row_id: str) -> str:
    """What stands in the cell now, so that a wrong unit or row is noticed."""
    row = records.get(table.name, row_id)
    if row is None:
        return ""
    if field == VOID:
        return str(row[VOID] or "")
    declared = table.field(field)
    if declared.kind is Kind.MONEY and row[field] is not None:
        return f"{kinds.exchange(declared, row[field])} 万元"
    return records.shown(table.name, declared, row)
