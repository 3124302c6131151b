"""各项目资金使用: what became of each fund's money; the contracts in a table or in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from models import figures
from models.fields import Row
from models.report.contracts import TABLE, sentence_of, wants_table
from models.report.differences import OF_FUND
from models.report.live.syntax import Field, Insert
from models.report.live.writing import heading, line, of
from models.report.material import NAME, Material, fund_source
from models.report.wording import Piece, Share

UNGROUPED = "其他支出"
COUNTED = re.compile(r"\s*\d+[^\d\s，。；]{1,6}\s*")
"""A remark that only counts: 15家单位."""
PART = "支出分组"
"""The collection by which a sentence on one part of a fund is named; its key is fund key and group."""


def spending(material: Material) -> Iterator[str]:
    """Every fund under its own heading."""
    for fund in material.funds:
        yield heading(3, of(material, "fund", fund, NAME))
        yield from _of_fund(material, fund)


def _of_fund(material: Material, fund: Row) -> Iterator[str]:
    yield line(
        Field("年度"),
        "总指标",
        of(material, "fund", fund, "总指标"),
        "，实际支付",
        of(material, "fund", fund, "已支付"),
        of(material, "fund", fund, "支付构成"),
        "。",
        of(material, "fund", fund, "结余说明"),
    )
    for name in _parts(material, fund):
        key = f"{fund['id']}/{name}".replace('"', '""')
        yield line(Field(f'{PART}["{key}"].说明'))
    yield line(of(material, "fund", fund, OF_FUND))
    yield from _contracts(material, fund)


def balance(material: Material, fund: Row) -> Iterator[Piece]:
    """资金结余212.65万元。 or that there is none, or that more was paid than granted."""
    fact, source = material.of_fund(fund)["结余"], fund_source(fund, "结余")
    if fact.value is None:
        yield "资金结余尚不能计算。"
    elif fact.value == 0:
        yield "资金无结余。"
    else:
        said = "支付超过总指标" if fact.value < 0 else "资金结余"
        yield from (said, material.voice.money(abs(fact.value), source), "。")


def paid_for(material: Material, fund: Row) -> Iterator[Piece]:
    """，其中：… by contract group, contract and kind of spending; ，全部用于… where it is only one."""
    paid = material.of_fund(fund)["已支付"].value
    shares = _shares(material, fund)
    if paid is None:
        return
    if len(shares) == 1 and shares[0].amount == paid:
        yield f"，全部用于{shares[0].name}"
    elif len(shares) > 1:
        yield from ("，", *material.voice.split(shares, paid))


def _shares(material: Material, fund: Row) -> list[Share]:
    """What was paid in the year by contract group, single contract, and group or kind of spending."""
    records, year = material.records, material.project["year"]
    sums: dict[str, Fraction] = {}
    sources: dict[str, tuple[str, str, str]] = {}
    for payment in material.payments.get(fund["id"], ()):
        amount = figures.in_wan(payment["amount"])
        if amount is None or not _in_year(payment, year, False):
            continue
        contract = records.get("contract", payment["contract"])
        group = records.get("contract_group", contract["group"]) if contract is not None else None
        name = (group or contract or {}).get("name") or UNGROUPED
        sums[name] = sums.get(name, figures.ZERO) + amount
        sources.setdefault(name, _paid_source(payment, group, contract))
    expenses = [row for row in records.of("expense", "fund", fund["id"]) if _in_year(row, year, True)]
    for row in expenses:
        amount = figures.in_wan(row["amount"])
        if amount is not None:
            name = row["group"] or row["name"] or UNGROUPED
            sums[name] = sums.get(name, figures.ZERO) + amount
            sources.setdefault(name, ("expense", row["id"], "amount"))
    return [Share(name, value, sources[name]) for name, value in sums.items() if value]


def _paid_source(payment: Row, group: Row | None, contract: Row | None) -> tuple[str, str, str]:
    if group is not None:
        return "contract_group", group["id"], "本年已付"
    if contract is not None:
        return "contract", contract["id"], "本年已付"
    return "payment", payment["id"], "amount"


def _in_year(row: Row, year: int | None, undated: bool) -> bool:
    paid_in = figures.year_of(row["paid_on"])
    return year is not None and (paid_in == year or (paid_in is None and undated))


def _parts(material: Material, fund: Row) -> dict[str, list[Row]]:
    """The parts of a fund that documents grant and spending is grouped by."""
    groups: dict[str, list[Row]] = {}
    for row in material.records.of("expense", "fund", fund["id"]):
        if row["group"] and _in_year(row, material.project["year"], True):
            groups.setdefault(row["group"], []).append(row)
    return groups


def part(material: Material, key: str) -> Iterator[Piece]:
    """One part of a fund by its key: what was granted and paid for it, for what, and what is left."""
    fund_id, _, name = key.partition("/")
    fund = material.records.get("fund", fund_id)
    rows = _parts(material, fund).get(name, []) if fund is not None else []
    return _part(material, fund, name, rows) if fund is not None and rows else iter(())


def _part(material: Material, fund: Row, name: str, rows: Sequence[Row]) -> Iterator[Piece]:
    voice = material.voice
    documents = [
        row
        for row in material.records.of("allocation", "fund", fund["id"])
        if row["project_item"] == name and row["amount"] is not None
    ]
    granted = sum((figures.in_wan(row["amount"]) or figures.ZERO for row in documents), figures.ZERO)
    amounts = [(row, figures.in_wan(row["amount"])) for row in rows]
    shares = [
        Share(_spent_on(material, row), amount, ("expense", row["id"], "amount"))
        for row, amount in amounts
        if amount is not None
    ]
    paid = sum((share.amount for share in shares), figures.ZERO)
    yield name
    if documents:
        yield from ("总指标", voice.money(granted, ("allocation", documents[0]["id"], "amount")), "，")
    yield from ("实际支付", voice.money(paid, ("expense", rows[0]["id"], "amount")))
    if len(shares) > 1:
        yield "，"
        yield from voice.split(shares, paid)
    yield "。"
    if documents:
        rest = granted - paid
        source = ("fund", fund["id"], "结余")
        yield from ("资金无结余。",) if not rest else ("资金结余", voice.money(rest, source), "。")


def _spent_on(material: Material, row: Row) -> str:
    """What was bought; with 数量×标准 where both are known, and for how many where the remark counts them."""
    name: str = row["name"] or UNGROUPED
    standard, quantity = figures.in_wan(row["standard"]), row["quantity"]
    if standard is None or quantity is None:
        return name
    counted = f"{row['remark'].strip()}，" if COUNTED.fullmatch(row["remark"] or "") else ""
    voice = material.voice
    return f"{name}（{counted}{voice.number(quantity)}×{voice.amount(standard)}{voice.unit}）"


def _contracts(material: Material, fund: Row) -> Iterator[str]:
    rows = material.records.of("contract", "fund", fund["id"])
    if not rows:
        return
    if wants_table(material, rows):
        yield line("合同和支付明细见下表。")
        yield Insert("表", TABLE, material.scope.key_of("fund", fund)).text
        return
    for row in rows:
        yield line(*sentence_of(material, row))
