"""What a change of an import does to a row, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from models import experts
from models.fields import Kind
from models.records import Records
from models.schema import SCHEMA
from services.importing import RowChange
from ui.grid.typed import shown_in
from ui.words import headed, sayings, worded

SHOWN_FIELDS = 5


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportWords", text)


def change_words(records: Records, change: RowChange) -> str:
    """What differs in a row that exists; 新增 for a new one."""
    if change.new:
        return _tr("新增")
    return sayings(
        headed(
            _label(change, name),
            f"{_shown(records, change, name, before=True)} → {_shown(records, change, name, before=False)}",
        )
        for name in change.values
    )


def new_words(records: Records, change: RowChange) -> str:
    """The first values of a new row, refs to rows that are not there yet left out."""
    parts = []
    for field in SCHEMA[change.table].fields:
        value = change.values.get(field.name)
        if field.name in SCHEMA[change.table].title:
            continue
        if value is None or (field.kind is Kind.REF and records.get(field.table, str(value)) is None):
            continue
        parts.append(f"{worded(field.label)} {_shown(records, change, field.name, before=False)}")
    return "　".join(parts[:SHOWN_FIELDS])


def _label(change: RowChange, name: str) -> str:
    table = SCHEMA[change.table]
    return worded(table.field(name).label) if table.has(name) else _tr("作废原因")


def _shown(records: Records, change: RowChange, name: str, *, before: bool) -> str:
    values = change.before if before else change.values
    table = SCHEMA[change.table]
    if before and experts.is_sealed(records, change.table, name):
        return _tr("（尚未公布）")
    if values[name] is None:
        return _tr("（空）")
    if not table.has(name):
        return str(values[name])
    field = table.field(name)
    shown = records.shown(change.table, field, {**values, "id": change.row_id})
    return shown_in(field, shown) or str(values[name])
