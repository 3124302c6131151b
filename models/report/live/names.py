"""The words that fields may quote beside figures: the project's own, the grade, the year."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from models.fields import Field, Kind, Row
from models.kinds import show
from models.report.live.values import OF_KIND, Measure, Value
from models.report.material import Material
from models.report.wording import period
from models.schema import SCHEMA


def _said(text: str | None) -> Value:
    return Value(Measure.TEXT, text or None)


WORDS: Mapping[str, Callable[[Material], Value]] = MappingProxyType(
    {
        "等次": lambda material: _said(material.evaluation.grade),
        "年度": lambda material: _said(material.year),
        "评价期间": lambda material: _said(
            period(material.project["started_on"], material.project["ended_on"])
        ),
        "单位": lambda material: _said(material.unit),
        "单位简称": lambda material: _said(material.short_unit),
        "评价类别": lambda material: _said(material.kind),
    }
)
"""Words by the name that a field quotes them by."""

OF_PROJECT: Mapping[str, Field] = MappingProxyType(
    {field.label: field for field in SCHEMA["project"].fields if field.label not in WORDS}
)
"""The project's own fields, quoted by their bare labels: {被评价单位}."""


def of_field(material: Material, table: str, row: Row, field: Field) -> Value:
    """A stored cell as words or a date; figures come from the scope."""
    stored = row[field.name]
    rows = ((table, row["id"]),)
    if stored is None:
        return Value(OF_KIND.get(field.kind, Measure.TEXT), None, "", rows)
    if field.kind is Kind.DATE:
        return Value(Measure.DATE, str(stored), "", rows)
    if field.kind is Kind.REF:
        return Value(Measure.TEXT, material.records.title(field.table, stored) or None, "", rows)
    if field.kind is Kind.LONGTEXT:
        return Value(Measure.TEXT, " ".join(material.said(str(stored)).split()), "", rows)
    return Value(Measure.TEXT, show(field, stored), "", rows)
