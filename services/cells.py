"""What a person typed into one cell, as an edit: the window's cells and the command `set` both come here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from models import kinds
from models.dates import BadValue
from models.defaults import SETTINGS
from models.fields import Kind, Row, Value
from models.records import Records
from models.schema import SCHEMA
from services.setting_words import setting_key, setting_value


class Edits(Protocol):
    """What an open edit can do to rows."""

    def insert(self, table: str, values: Row) -> str:
        """Make a row and give its id."""

    def update(self, table: str, row_id: str, values: Row) -> None:
        """Change fields of a row."""


LONGEST_TITLE = 40
"""Characters of a row's title in a label: labels stand in menus and lists."""

EditDoor = Callable[[str], AbstractContextManager[Edits]]
"""The only door to the rows: `Workspace.edit` or `Project.edit`, taking the label for the history."""


class SeveralRows(BadValue):
    """The text names more than one row; the candidates are in the message."""


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


def one_row(records: Records, table: str, text: str) -> Row:
    """The row that a person's words mean; BadValue with the candidates when it is none or several."""
    hits = records.find(table, text.strip())
    label = SCHEMA[table].label
    if not hits and SCHEMA[table].single and text.strip() in ("-", table, label):
        return records.all(table)[0]
    if len(hits) == 1:
        return hits[0]
    if not hits:
        raise BadValue(f"没有编号或名称为“{kinds.short(text)}”的{label}")
    named = "；".join(f"{records.title_of(table, row)}（id {row['id']}）" for row in hits)
    raise SeveralRows(f"有 {len(hits)} 条{label}符合“{kinds.short(text)}”，请改用 id：{named}")


def parse_cell(records: Records, table: str, field: str, text: str, money_unit: str = "") -> Value:
    """The value that the text means in this field; a ref takes id, code or name. Raises BadValue.

    An amount without a unit is in `money_unit`, else in the unit of the project.
    """
    declared = SCHEMA[table].field(field)
    value = kinds.parse(declared, text, money_unit=money_unit or records.money_unit)
    if declared.kind is Kind.REF and isinstance(value, str):
        return str(one_row(records, declared.table, value)["id"])
    return value


def set_cell(
    edit: EditDoor, records: Records, table: str, row: Row, field: str, text: str, *, money_unit: str = ""
) -> bool:
    """Write what was typed; False when it means what stands there already. Raises BadValue.

    An unknown name in a field such as 服务单位 makes the row it names, in the same edit.
    """
    if _unknown_name(records, table, field, text) is not None:
        label = label_of(records, table, row, field)
        set_block(edit, records, table, [TypedRow({field: text}, str(row["id"]))], label)
        return True
    value = parse_cell(records, table, field, text, money_unit)
    if table == "setting" and field == "value":
        value = setting_value(row["key"], text)
    if value == row[field]:
        return False
    with edit(label_of(records, table, row, field)) as rows:
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


@dataclass(frozen=True, slots=True)
class TypedRow:
    """Texts for some fields of one row: of an existing one, or of a new one with what it starts from."""

    texts: Mapping[str, str]
    row_id: str | None = None
    start: Row = field(default_factory=dict)


def set_block(
    edit: EditDoor, records: Records, table: str, rows: Sequence[TypedRow], label: str
) -> list[str]:
    """Write a pasted or filled block as one edit and give the ids of the rows; all of it or nothing.

    Raises BadValue naming the first row and field that cannot be taken, and how many others there are.
    """
    several = len(rows) > 1 or any(len(each.texts) > 1 for each in rows)
    refused: list[str] = []
    ready: list[tuple[TypedRow, dict[str, Value], dict[str, str]]] = []
    for number, typed in enumerate(rows, 1):
        values: dict[str, Value] = {}
        made: dict[str, str] = {}
        for name, text in typed.texts.items():
            try:
                unknown = _unknown_name(records, table, name, text)
                if unknown is None:
                    values[name] = parse_cell(records, table, name, text)
                    if table == "setting" and name == "value" and typed.row_id is not None:
                        row = records.get(table, typed.row_id)
                        values[name] = setting_value(row["key"] if row is not None else None, text)
                else:
                    made[name] = unknown
            except BadValue as wrong:
                place = f"第 {number} 行{SCHEMA[table].field(name).label}：" if several else ""
                refused.append(f"{place}{wrong}")
        ready.append((typed, values, made))
    if refused:
        more = f"（另有 {len(refused) - 1} 处）" if len(refused) > 1 else ""
        raise BadValue(f"没有写入。{refused[0]}{more}")
    with edit(label) as door:
        return _write_block(door, table, ready)


def _write_block(
    door: Edits, table: str, ready: Sequence[tuple[TypedRow, dict[str, Value], dict[str, str]]]
) -> list[str]:
    fresh: dict[tuple[str, str], str] = {}
    ids = []
    for typed, values, made in ready:
        for name, text in made.items():
            target = SCHEMA[SCHEMA[table].field(name).table]
            if (target.name, text) not in fresh:
                fresh[target.name, text] = door.insert(target.name, {target.make_from_text: text})
            values[name] = fresh[target.name, text]
        if typed.row_id is None:
            ids.append(door.insert(table, {**typed.start, **values}))
        else:
            door.update(table, typed.row_id, values)
            ids.append(typed.row_id)
    return ids


def _unknown_name(records: Records, table: str, name: str, text: str) -> str | None:
    """The name of a row still to be made, when the field makes rows and no row has that name."""
    declared = SCHEMA[table].field(name)
    target = SCHEMA[declared.table] if declared.kind is Kind.REF else None
    if (
        target is None
        or not target.make_from_text
        or not text.strip()
        or records.find(target.name, text.strip())
    ):
        return None
    value = kinds.parse(target.field(target.make_from_text), text)
    return value if isinstance(value, str) else None
