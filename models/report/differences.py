"""Where the unit's own tables say otherwise than the rows: declared against computed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from models import kinds
from models.checks.problem import Problem
from models.fields import Field, Kind, Row
from models.report.blocks import Run
from models.report.material import Material
from models.report.wording import Piece, Voice, quoted
from models.schema import SCHEMA

DECLARED = "money.declared"
DECLARED_TOTAL = "money.declared_total"
TOTAL = "申报合计差异"
"""The name of the sentence on the declared payments of all funds."""
OF_FUND = "申报差异"
"""The name of the sentence on what a fund's own table says otherwise."""
AGAINST = {
    "declared_quota": "按指标文件汇总",
    "declared_paid": "按付款和支出明细汇总",
    "declared_balance": "按总指标减已支付计算",
    "declared_contracts": "按合同汇总",
    "declared_amount": "按合同汇总",
    "declared_rate": "按已支付和总指标计算",
}


def of_total(material: Material) -> Iterator[Piece]:
    """The declared payments of all funds added up, where the rows give another sum."""
    for problem in material.open_problems(DECLARED_TOTAL, "project", material.project.get("id") or ""):
        pieces = _compared(material.voice, "各项目申报的已支付合计", AGAINST["declared_paid"], problem)
        if pieces:
            yield from (*pieces, "。本报告按明细汇总数计算。")


def of_fund(material: Material, fund: Row) -> Iterator[Piece]:
    """What the unit's table says otherwise of a fund: its own figures, then its groups and contracts."""
    found: list[Piece] = [*of_row(material, "fund", fund, "")]
    for table in ("contract_group", "contract"):
        for row in material.records.of(table, "fund", fund["id"]):
            one = of_row(material, table, row, row["name"] or "")
            if one:
                found += ["；", *one] if found else one
    if found:
        yield from ("核对发现，", *found, "。本报告按明细汇总数计算。")


def of_row(material: Material, table: str, row: Row, name: str) -> tuple[Piece, ...]:
    """What the row's declared figures and the rows disagree on, parted by semicolons; empty when nothing."""
    found: list[Piece] = []
    for problem in material.open_problems(DECLARED, table, row["id"]):
        field = SCHEMA[table].field(problem.place.field)
        what = (
            f"单位申报的{quoted(name)}{_word(material, field)}"
            if name
            else f"单位申报的{_word(material, field)}"
        )
        compared = _compared(material.voice, what, AGAINST[field.name], problem, field)
        if compared:
            found += ["；", *compared] if found else compared
    return tuple(found)


def _word(material: Material, field: Field) -> str:
    """The figure's name without 申报, the year said in full."""
    return field.label.removeprefix("申报").replace("本年", material.year).replace("合同总额", "合同金额合计")


def _compared(
    voice: Voice, what: str, against: str, problem: Problem, field: Field | None = None
) -> tuple[Piece, ...]:
    declared, computed = _value(problem.found), _value(problem.expected)
    if declared is None or computed is None:
        return ()
    if field is not None and field.kind is Kind.PERCENT:
        return (f"{what}为{kinds.show_rate(declared)}，{against}为{kinds.show_rate(computed)}",)
    source = (problem.place.table, problem.place.row, problem.place.field) if problem.place.field else None
    return (
        f"{what}为",
        Run(f"{voice.amount(declared)}{voice.unit}", source),
        f"，{against}为",
        voice.money(computed),
        "，相差",
        voice.money(abs(declared - computed)),
    )


def _value(text: str | None) -> Fraction | None:
    try:
        return Fraction(Decimal(text)) if text else None
    except InvalidOperation:
        return None
