"""项目资金使用情况: what became of each fund's money; the contracts in a table or in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from models import figures
from models.facts import charged_fund
from models.fields import Row
from models.report.blocks import Block, para
from models.report.contracts import contracts_table, sentence_of, wants_table
from models.report.differences import of_row
from models.report.material import Material, fund_name, fund_source
from models.report.wording import Piece, Share, item, quoted, sentence

UNGROUPED = "其他支出"


def spending(material: Material) -> Iterator[Block]:
    """Every fund under its own heading."""
    for number, fund in enumerate(material.funds, start=1):
        yield item(number, fund_name(fund))
        yield from _of_fund(material, fund)


def _of_fund(material: Material, fund: Row) -> Iterator[Block]:
    voice, facts = material.voice, material.of_fund(fund)
    quota, paid, balance = facts["总指标"], facts["已支付"], facts["结余"]
    shares = _shares(material, fund)
    split = voice.split(shares, paid.value) if paid.value is not None and len(shares) > 1 else ()
    only = f"，全部用于{shares[0].name}" if len(shares) == 1 and shares[0].amount == paid.value else ""
    yield sentence(
        f"{material.year}总指标",
        voice.fact(quota, fund_source(fund, "总指标")),
        "，实际支付",
        voice.fact(paid, fund_source(fund, "已支付")),
        only,
        *(("，", *split) if split else ()),
        "。",
        *_balance(material, fund, balance),
    )
    yield from _parts(material, fund)
    yield from _declared(material, fund)
    yield from _contracts(material, fund)


def _balance(material: Material, fund: Row, balance: figures.Fact) -> tuple[Piece, ...]:
    source = fund_source(fund, "结余")
    if balance.value is None:
        return ("资金结余尚不能计算。",)
    if balance.value == 0:
        return ("资金无结余。",)
    if balance.value < 0:
        return ("支付超过总指标", material.voice.money(-balance.value, source), "。")
    return ("资金结余", material.voice.money(balance.value, source), "。")


def _shares(material: Material, fund: Row) -> list[Share]:
    """What was paid in the year by contract group, single contract, and group or kind of spending."""
    records, year = material.records, material.project["year"]
    sums: dict[str, Fraction] = {}
    for payment in records.live("payment"):
        amount = figures.in_wan(payment["amount"])
        if (
            amount is None
            or charged_fund(records, payment) != fund["id"]
            or not _in_year(payment, year, False)
        ):
            continue
        contract = records.get("contract", payment["contract"])
        group = records.get("contract_group", contract["group"]) if contract is not None else None
        name = (group or contract or {}).get("name") or UNGROUPED
        sums[name] = sums.get(name, figures.ZERO) + amount
    expenses = [row for row in records.of("expense", "fund", fund["id"]) if _in_year(row, year, True)]
    for row in expenses:
        amount = figures.in_wan(row["amount"])
        if amount is not None:
            name = row["group"] or row["name"] or UNGROUPED
            sums[name] = sums.get(name, figures.ZERO) + amount
    return [Share(name, value) for name, value in sums.items() if value]


def _in_year(row: Row, year: int | None, undated: bool) -> bool:
    paid_in = figures.year_of(row["paid_on"])
    return year is not None and (paid_in == year or (paid_in is None and undated))


def _parts(material: Material, fund: Row) -> Iterator[Block]:
    """The parts of a fund that documents grant and spending is grouped by."""
    records, year = material.records, material.project["year"]
    groups: dict[str, list[Row]] = {}
    for row in records.of("expense", "fund", fund["id"]):
        if row["group"] and _in_year(row, year, True):
            groups.setdefault(row["group"], []).append(row)
    for name, rows in groups.items():
        yield sentence(*_part(material, fund, name, rows))


def _part(material: Material, fund: Row, name: str, rows: Sequence[Row]) -> Iterator[Piece]:
    voice = material.voice
    granted = [
        figures.in_wan(row["amount"])
        for row in material.records.of("allocation", "fund", fund["id"])
        if row["project_item"] == name
    ]
    known = [amount for amount in granted if amount is not None]
    amounts = [(row, figures.in_wan(row["amount"])) for row in rows]
    shares = [
        Share(_spent_on(material, row), amount, ("expense", row["id"], "amount"))
        for row, amount in amounts
        if amount is not None
    ]
    paid = sum((share.amount for share in shares), figures.ZERO)
    yield name
    if known:
        yield from ("总指标", voice.money(sum(known, figures.ZERO)), "，")
    yield from ("实际支付", voice.money(paid))
    if len(shares) > 1:
        yield "，"
        yield from voice.split(shares, paid)
    yield "。"
    if known:
        rest = sum(known, figures.ZERO) - paid
        yield from ("资金无结余。",) if not rest else ("资金结余", voice.money(rest), "。")


def _spent_on(material: Material, row: Row) -> str:
    """What was bought; with 数量×标准 where both are known."""
    name: str = row["name"] or UNGROUPED
    standard, quantity = figures.in_wan(row["standard"]), row["quantity"]
    if standard is None or quantity is None:
        return name
    return (
        f"{name}（{material.voice.number(quantity)}×{material.voice.amount(standard)}{material.voice.unit}）"
    )


def _declared(material: Material, fund: Row) -> Iterator[Block]:
    """What the unit's table says otherwise, the fund's own figures first, then its groups and contracts."""
    found: list[Piece] = [*of_row(material, "fund", fund, "")]
    for table in ("contract_group", "contract"):
        for row in material.records.of(table, "fund", fund["id"]):
            one = of_row(material, table, row, row["name"] or "")
            if one:
                found += ["；", *one] if found else one
    if found:
        yield sentence("核对发现，", *found, "。本报告按明细汇总数计算。")


def _contracts(material: Material, fund: Row) -> Iterator[Block]:
    rows = material.records.of("contract", "fund", fund["id"])
    if not rows:
        return
    if wants_table(material, rows):
        yield para("合同和支付明细见下表。")
        yield contracts_table(material, fund, rows)
        return
    for row in rows:
        yield sentence(quoted(row["name"] or "未命名合同"), "：", *sentence_of(material, row))
