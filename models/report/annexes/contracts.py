"""合同执行情况表: every contract with its procurement, dates, amount, and what was paid of it."""

from __future__ import annotations

from collections.abc import Sequence

from models.fields import Row
from models.figures import ZERO
from models.report.blocks import Cell, Column, RowRole, Source, Table, TableRow
from models.report.material import Material, contract_source, fund_name, fund_source
from models.report.wording import NOTHING, short_day


def contracts_list(material: Material) -> Table:
    """Every contract: procurement, dates, amount, paid before and in the year, unpaid."""
    columns = (
        Column("合同名称", 100),
        Column("服务单位", 85),
        Column("采购方式", 51, "center"),
        Column("签订日期", 51, "center"),
        Column("服务期限", 72, "center"),
        Column("验收日期", 62, "center"),
        Column("合同金额", 58, "right"),
        Column("以前年度\n支付", 53, "right"),
        Column("本年支付", 58, "right"),
        Column("未付", 53, "right"),
    )
    rows: list[TableRow] = []
    for fund in material.funds:
        contracts = material.records.of("contract", "fund", fund["id"])
        if not contracts:
            continue
        rows.append(TableRow((fund_name(fund), *[""] * (len(columns) - 1)), "group"))
        rows += [_contract(material, row) for row in contracts]
        if len(contracts) > 1:
            sources = [fund_source(fund, name) for name in SUMS]
            rows.append(_contract_sums(material, "小计", contracts, sources, "subtotal"))
    rows.append(_contract_sums(material, "合计", material.contracts, SUMS, "total"))
    return Table("", material.money_line, columns, tuple(rows), landscape=True)


AMOUNTS = ("合同金额", "以前年度已付", "本年已付", "未付")
"""The facts of a contract in the last columns."""

SUMS = ("合同金额", "以前年度已付", "合同本年已付", "合同未付")
"""What these are called when they are added up over contracts."""


def _contract(material: Material, row: Row) -> TableRow:
    facts = material.of_contract(row)
    return TableRow(
        (
            row["name"] or NOTHING,
            material.records.title("vendor", row["vendor"]) or NOTHING,
            row["procurement"] or NOTHING,
            _day(row, "signed_on"),
            Cell(_served(row), contract_source(row, "starts_on")),
            _day(row, "accepted_on"),
            *(material.voice.cell(facts[name], contract_source(row, name)) for name in AMOUNTS),
        )
    )


def _day(row: Row, name: str) -> Cell:
    return Cell(short_day(row[name]), contract_source(row, name))


def _served(row: Row) -> str:
    starts, ends = row["starts_on"], row["ends_on"]
    return f"{short_day(starts)}至\n{short_day(ends)}" if starts or ends else NOTHING


def _contract_sums(
    material: Material, label: str, contracts: Sequence[Row], sources: Sequence[Source], role: RowRole
) -> TableRow:
    sums = []
    for name, source in zip(AMOUNTS, sources, strict=True):
        known = [value for row in contracts if (value := material.of_contract(row)[name].value) is not None]
        sums.append(Cell(material.voice.amount(sum(known, ZERO) if known else None), source))
    return TableRow((label, "", "", "", "", "", *sums), role)
