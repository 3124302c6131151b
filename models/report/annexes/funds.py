"""资金指标及支付情况表: the granting documents by fund, and what was paid of them."""

from __future__ import annotations

from collections.abc import Iterator

from models import figures, rates
from models.fields import Row
from models.report.blocks import Cell, Column, Table, TableRow
from models.report.material import Material, fund_name, fund_source
from models.report.wording import NOTHING


def allocations_table(material: Material) -> Table:
    """The granting documents by fund, and what was paid of them."""
    columns = (
        Column("项目名称", 25),
        Column("指标文号", 36),
        Column("类型", 16, "center"),
        Column("指标金额", 15, "right"),
        Column("已支付", 15, "right"),
        Column("结余", 14, "right"),
        Column("执行率", 14, "right"),
    )
    rows: list[TableRow] = []
    for fund in material.funds:
        rows += _allocations(material, fund)
    names = ("总指标", "已支付", "结余", rates.EXECUTION)
    whole = [material.voice.cell(material.facts.project[name]) for name in names]
    rows.append(TableRow(("合计", "", "", *whole), "total"))
    return Table("", material.money_line, columns, tuple(rows), group_columns=1)


def _allocations(material: Material, fund: Row) -> Iterator[TableRow]:
    voice, facts = material.voice, material.of_fund(fund)
    granted = material.records.of("allocation", "fund", fund["id"])
    for number, row in enumerate(granted):
        amount = Cell(voice.amount(figures.in_wan(row["amount"])), ("allocation", row["id"], "amount"))
        used = [
            voice.cell(facts[name], fund_source(fund, name), joined=number > 0)
            for name in ("已支付", "结余", rates.EXECUTION)
        ]
        yield TableRow(
            (fund_name(fund), row["document_number"] or NOTHING, row["kind"] or NOTHING, amount, *used)
        )
    if len(granted) > 1:
        quota = voice.cell(facts["总指标"], fund_source(fund, "总指标"))
        rest = [
            voice.cell(facts[name], fund_source(fund, name), joined=True)
            for name in ("已支付", "结余", rates.EXECUTION)
        ]
        yield TableRow((fund_name(fund), "小计", "", quota, *rest), "subtotal")
