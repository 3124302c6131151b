"""What a person's words mean in one field: a value, a row that is meant, or a name still to be made."""

from __future__ import annotations

from models import kinds
from models.calculation import calculated, is_calculation
from models.dates import BadValue
from models.fields import Kind, Row, Value
from models.records import Records
from models.sayings import saying, word
from models.schema import SCHEMA
from services.setting_words import setting_value


class SeveralRows(BadValue):
    """The text names more than one row; the candidates are in the message."""


def one_row(records: Records, table: str, text: str) -> Row:
    """The row that a person's words mean; BadValue with the candidates when it is none or several."""
    hits = records.find(table, text.strip())
    label = word(SCHEMA[table].label)
    if not hits and SCHEMA[table].single and text.strip() in ("-", table, label):
        return records.all(table)[0]
    if len(hits) == 1:
        return hits[0]
    if not hits:
        raise BadValue(saying("没有编号或名称为“{0}”的{1}", kinds.short(text), label))
    named = "；".join(f"{records.title_of(table, row)}（id {row['id']}）" for row in hits)
    raise SeveralRows(
        saying("有 {0} 条{1}符合“{2}”，请改用 id：{3}", len(hits), label, kinds.short(text), named)
    )


def parse_cell(records: Records, table: str, field: str, text: str, money_unit: str = "") -> Value:
    """The value that the text means in this field; a ref takes id, code or name. Raises BadValue.

    An amount without a unit is in `money_unit`, else in the unit of the project; a sum such as =12.5*3 in
    a field of numbers is worked out.
    """
    declared, unit = SCHEMA[table].field(field), money_unit or records.money_unit
    if is_calculation(declared, text):
        text = calculated(declared, text, unit).typed
    value = kinds.parse(declared, text, money_unit=unit)
    if declared.kind is Kind.REF and isinstance(value, str):
        return str(one_row(records, declared.table, value)["id"])
    return value


def parse_in_row(
    records: Records, table: str, row: Row | None, field: str, text: str, money_unit: str = ""
) -> Value:
    """The same in a row that is there, which may say more of what makes sense (an adjustable figure)."""
    value = parse_cell(records, table, field, text, money_unit)
    if table == "setting" and field == "value" and row is not None:
        return setting_value(row["key"], text)
    return value


def unknown_name(records: Records, table: str, name: str, text: str) -> str | None:
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
