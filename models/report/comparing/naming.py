"""What people call the figure behind a source: 合同“门户运维”·合同金额."""

from __future__ import annotations

from typing import Any

from models.fields import Field, Kind
from models.report.blocks import Source
from models.report.comparing.difference import quoted
from models.report.version import PlainRow, Version
from models.schema import SCHEMA

DEEPEST = 3
TITLE_LENGTH = 30
EMPTY = "（空）"
PRINTED_AS = {("indicator", "override"): "得分"}
"""What stands in reports where the field only leads to: a score is changed in the field 调整得分."""


class Naming:
    """Names rows, fields and facts out of the rows of both versions, the later one first."""

    def __init__(self, before: Version, after: Version) -> None:
        self._rows: dict[str, dict[str, PlainRow]] = {
            table: {
                str(row.get("id")): row
                for version in (before, after)
                for row in version.tables.get(table, ())
            }
            for table in SCHEMA
        }

    def source(self, source: Source) -> str:
        """A fact's name, or a row's field or fact with the row."""
        if isinstance(source, str):
            return source
        table, row_id, name = source
        declared = SCHEMA.get(table)
        if declared is None:
            return name
        label = declared.field(name).label if declared.has(name) else name
        label = PRINTED_AS.get((table, name), label)
        return label if declared.single else f"{self.row(table, row_id)}·{label}"

    def row(self, table: str, row_id: str) -> str:
        """A row with its table's word: 合同“门户运维”."""
        title = self.title(table, row_id)
        return SCHEMA[table].label + (quoted(title, TITLE_LENGTH) if title else "")

    def title(self, table: str, row_id: str, depth: int = 0) -> str:
        """The words by which people know the row: its name, else what its table is titled by."""
        row = self._rows.get(table, {}).get(row_id)
        if row is None or depth > DEEPEST:
            return ""
        declared = SCHEMA[table]
        if declared.has("name") and row.get("name"):
            return str(row["name"])
        words = (self.shown(declared.field(name), row.get(name), depth + 1) for name in declared.title)
        return "　".join(word for word in words if word and word != EMPTY)

    def shown(self, field: Field, value: Any, depth: int = 0) -> str:
        """A cell of the data as people read it."""
        if value is None or value == "":
            return EMPTY
        if field.kind is Kind.REF:
            return self.title(field.table, str(value), depth) or str(value)
        if isinstance(value, bool):
            return "是" if value else "否"
        return field.words.get(str(value), str(value))
