"""问题及建议对照表: the findings with what they cost and the advice that answers them."""

from __future__ import annotations

from models.fields import Row
from models.report.annexes.scores import UNTITLED
from models.report.blocks import Cell, Column, Table, TableRow
from models.report.findings import deductions, finding_places
from models.report.material import Material
from models.report.wording import NOTHING


def findings_table(material: Material) -> Table:
    """The findings with category, severity, points lost and the advice that answers them."""
    columns = (
        Column("序号", 8, "center"),
        Column("问题", 34),
        Column("类别", 17, "center"),
        Column("严重程度", 11, "center"),
        Column("扣分指标", 34),
        Column("对应建议", 34),
    )
    places, advice = finding_places(material), _advice(material)
    rows = tuple(
        TableRow(
            (
                places[row["id"]],
                row["title"] or UNTITLED,
                row["category"] or NOTHING,
                row["severity"] or NOTHING,
                _deducted(material, row),
                "\n".join(advice.get(row["id"], ())) or NOTHING,
            )
        )
        for row in material.records.live("finding")
    )
    return Table("", "", columns, rows)


def _deducted(material: Material, finding: Row) -> Cell:
    """What the finding cost; its first deduction is the way back to the rows."""
    rows = material.records.of("deduction", "finding", finding["id"])
    source = ("deduction", rows[0]["id"], "points") if rows else None
    return Cell(deductions(material, finding) or NOTHING, source)


def _advice(material: Material) -> dict[str, list[str]]:
    """The titles of the recommendations by the finding they answer."""
    found: dict[str, list[str]] = {}
    for row in material.records.live("recommendation"):
        for link in material.records.of("finding_recommendation", "recommendation", row["id"]):
            found.setdefault(link["finding"] or "", []).append(row["title"] or UNTITLED)
    return found
