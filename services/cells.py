"""What a person typed into one cell, as an edit: the window's cells and the command `set` both come here."""

from __future__ import annotations

from models import kinds
from models.calculation import calculated, is_calculation
from models.defaults import SETTINGS
from models.fields import Row
from models.records import Records
from models.schema import SCHEMA
from services.blocks import EditDoor, TypedRow, set_block
from services.setting_words import setting_key, setting_value
from services.typed_values import parse_in_row, unknown_name

LONGEST_TITLE = 40
"""Characters of a row's title in a label: labels stand in menus and lists."""


def label_of(records: Records, table: str, row: Row, field: str) -> str:
    """How the history calls an edit of one cell: 合同“门户运维” · 合同金额."""
    return f"{_named(records, table, row)} · {SCHEMA[table].field(field).label}"


def _named(records: Records, table: str, row: Row) -> str:
    """付款“2018　26.05”（门户运维）: a row without a name or number of its own also says whose it is."""
    label, title = SCHEMA[table].label, _short(records.title_of(table, row))
    said = f"{label}“{title}”" if title else label
    if any(SCHEMA[table].has(name) for name in ("code", "number", "name", "title")):
        return said
    owners = (one for one in SCHEMA[table].refs if one.owner and one.name not in SCHEMA[table].title)
    owner = next((_short(records.title(one.table, row[one.name])) for one in owners if row[one.name]), "")
    return f"{said}（{owner}）" if owner else said


def _short(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1] + "…"


def set_cell(
    edit: EditDoor, records: Records, table: str, row: Row, field: str, text: str, *, money_unit: str = ""
) -> bool:
    """Write what was typed; False when it means what stands there already. Raises BadValue.

    An unknown name in a field such as 服务单位 makes the row it names, in the same edit.
    """
    label = label_of(records, table, row, field)
    if unknown_name(records, table, field, text) is not None:
        set_block(edit, records, table, [TypedRow({field: text}, str(row["id"]))], label)
        return True
    declared, unit = SCHEMA[table].field(field), money_unit or records.money_unit
    if is_calculation(declared, text):
        sum_ = calculated(declared, text, unit)
        label, text = f"{label} · {sum_.sentence}", sum_.typed
    value = parse_in_row(records, table, row, field, text, unit)
    if value == row[field]:
        return False
    with edit(label) as rows:
        rows.update(table, row["id"], {field: value})
    return True


def set_void_reason(edit: EditDoor, records: Records, table: str, row: Row, text: str) -> bool:
    """Set a row aside with a reason, or let it count again where the text is empty."""
    reason = kinds.one_line(text) or None
    if reason == row["void_reason"]:
        return False
    verb = "恢复" if reason is None else "作废"
    with edit(f"{verb}{SCHEMA[table].label}“{_short(records.title_of(table, row))}”") as rows:
        rows.update(table, row["id"], {"void_reason": reason})
    return True


def set_setting(edit: EditDoor, records: Records, key: str, value: str) -> bool:
    """Change an adjustable figure of the evaluation, making its row where it still has the default.

    `key` may be its Chinese word. Raises BadValue for an unknown one and for a value without sense.
    """
    key = setting_key(key)
    kept = setting_value(key, value)
    for row in records.all("setting"):
        if row["key"] == key:
            return set_cell(edit, records, "setting", row, "value", value)
    if kept is None:
        return False
    with edit(f"项目设置 · {SETTINGS[key].label}") as rows:
        rows.insert("setting", {"key": key, "value": kept})
    return True
