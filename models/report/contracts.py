"""The contracts' table of a fund, grouped as the reports group them, and the remark that writes itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby

from models import figures, kinds, remarks
from models.fields import Row
from models.figures import ZERO
from models.report.blocks import Cell, Column, Run, Source, Table, TableRow
from models.report.live.writing import Said, of
from models.report.material import Material, contract_source, fund_name, fund_source
from models.report.wording import NOTHING, Piece, day, quoted

TABLE = "合同及支付明细"
"""The name of the table as live text inserts it; its argument is the fund."""
ITEMS_WORTH_A_TABLE = 2
MOST_TERMS = 6
SUBTOTAL = "小计"


def wants_table(material: Material, contracts: Sequence[Row]) -> bool:
    """Whether there is more to show than a sentence can hold."""
    items = sum(len(material.records.of("contract_item", "contract", row["id"])) for row in contracts)
    return len(contracts) > 1 or items >= ITEMS_WORTH_A_TABLE


def contracts_of(material: Material, key: str) -> Table | None:
    """The table of the fund that the key finds; UnknownName for none, None while it has no contract."""
    _, fund = material.scope.row("资金", key)
    contracts = material.records.of("contract", "fund", fund["id"])
    return contracts_table(material, fund, contracts) if contracts else None


def contracts_table(material: Material, fund: Row, contracts: Sequence[Row]) -> Table:
    """Group, vendor, what is served, amount, paid in the year, remark; groups and the fund summed up."""
    columns: tuple[Column, ...] = (
        Column("项目名称", 14),
        Column("服务单位", 18),
        Column("服务内容", 27),
        Column("合同金额", 15, "right"),
        Column(f"{material.year}\n支付金额", 15, "right"),
        Column("备注", 36),
    )
    rows: list[TableRow] = []
    grouped = any(row["group"] for row in contracts)
    for group_id, members in groupby(_in_groups(material, contracts), key=lambda row: row["group"] or ""):
        rows += _group(material, group_id, list(members), alone=len(contracts) == 1)
    whole = _sums(material, contracts, partial(fund_source, fund))
    rows.append(TableRow(("合计", "", "", *whole, ""), "total"))
    caption = f"{fund_name(fund)}合同及支付明细表"
    if not grouped:
        columns = columns[1:]
        rows = [TableRow(_ungrouped(row), row.role) for row in rows]
    return Table(caption, material.money_line, columns, tuple(rows), group_columns=2 if grouped else 1)


def _ungrouped(row: TableRow) -> tuple[Cell | str, ...]:
    return ("合计", *row.cells[2:]) if row.role == "total" else row.cells[1:]


def _in_groups(material: Material, contracts: Sequence[Row]) -> list[Row]:
    """The contracts in the order of their groups; those without a group come last."""
    order = {row["id"]: place for place, row in enumerate(material.records.live("contract_group"))}
    return sorted(contracts, key=lambda row: order.get(row["group"] or "", len(order)))


def _sums(material: Material, contracts: Sequence[Row], source: Callable[[str], Source]) -> tuple[Cell, Cell]:
    sums = []
    for name in ("合同金额", "本年已付"):
        known = [material.of_contract(row)[name].value for row in contracts]
        given = [value for value in known if value is not None]
        sums.append(Cell(material.voice.amount(sum(given, ZERO) if given else None), source(name)))
    return sums[0], sums[1]


def _group(material: Material, group_id: str, contracts: Sequence[Row], *, alone: bool) -> Iterator[TableRow]:
    group = material.records.get("contract_group", group_id)
    name = (group["name"] if group is not None else "") or NOTHING
    for contract in contracts:
        yield from _contract(material, name, contract, alone=alone)
    if group is not None and len(contracts) > 1:
        sums = _sums(material, contracts, lambda fact: ("contract_group", group["id"], fact))
        yield TableRow((name, "本组合计", "", *sums, ""), "subtotal")


def _contract(material: Material, group: str, contract: Row, *, alone: bool) -> Iterator[TableRow]:
    voice, facts = material.voice, material.of_contract(contract)
    vendor = material.records.title("vendor", contract["vendor"]) or NOTHING
    amount = voice.cell(facts["合同金额"], contract_source(contract, "合同金额"))
    paid = voice.cell(facts["本年已付"], contract_source(contract, "本年已付"))
    remark = Cell(remark_of(material, contract), contract_source(contract, "未付"))
    items = material.records.of("contract_item", "contract", contract["id"])
    if not items:
        yield TableRow((group, vendor, contract["name"] or NOTHING, amount, paid, remark))
        return
    for number, row in enumerate(items):
        price = Cell(voice.amount(figures.in_wan(row["amount"])), ("contract_item", row["id"], "amount"))
        joined = number > 0
        yield TableRow(
            (group, vendor, row["name"] or NOTHING, price, _under(paid, joined), _under(remark, joined))
        )
    agree = facts["明细合计"].value == facts["合同金额"].value
    if agree and alone:
        return
    label = SUBTOTAL if agree else "合同金额"
    yield TableRow((group, vendor, label, amount, _under(paid, True), _under(remark, True)), "subtotal")


def _under(cell: Cell, joined: bool) -> Cell:
    return Cell(cell.text, cell.source, joined)


def remark_of(material: Material, contract: Row) -> str:
    """The remark of a contract: price, what was paid in which year, what is unpaid, the agreed payments."""
    told = (*remark(material, contract), *terms(material, contract))
    return "".join(each if isinstance(each, str) else each.text for each in told)


def remark(material: Material, contract: Row) -> Iterator[Piece]:
    """The same in pieces: 合同总价36.00万元，2018年支付10.80万元，合同款25.20万元未支付。"""
    for piece in remarks.pieces(material.records, contract):
        yield Run(piece.text, contract_source(contract, piece.fact)) if piece.fact else piece.text
    facts = material.of_contract(contract)
    items = facts["明细合计"].value
    if items is not None and items != facts["合同金额"].value:
        source = contract_source(contract, "明细合计")
        yield from ("明细合计", material.voice.money(items, source), "，与合同总价不一致。")


def sentence_of(material: Material, contract: Row) -> Iterator[Said]:
    """A contract told in a sentence: with whom, for how much, on what terms, what was paid."""
    yield of(material, "contract", contract, "签约情况")
    yield of(material, "contract", contract, "付款情况")
    yield of(material, "contract", contract, "付款约定")


def signing(material: Material, contract: Row) -> Iterator[Piece]:
    """“…合同”：服务单位为…，2018年12月签订，"""
    yield f"{quoted(contract['name'] or '未命名合同')}："
    vendor = material.records.title("vendor", contract["vendor"])
    if vendor:
        yield f"服务单位为{vendor}，"
    if contract["signed_on"]:
        yield from (Run(day(contract["signed_on"]), ("contract", contract["id"], "signed_on")), "签订，")
    if not any(remark(material, contract)):
        yield "尚未填写合同金额和付款。"


def terms(material: Material, contract: Row) -> Iterator[Piece]:
    """The agreed payments: 合同约定：签订后支付30%即109.50万元；…"""
    rows = material.records.of("term", "contract", contract["id"])
    if not 0 < len(rows) <= MOST_TERMS:
        return
    yield "合同约定："
    for place, row in enumerate(rows):
        amount = figures.in_wan(row["amount"])
        yield f"{'；' if place else ''}{row['condition'] or '未写明条件'}支付"
        if row["share"] is not None:
            yield Run(kinds.show_number(row["share"]) + "%", ("term", row["id"], "share"))
        if amount is not None:
            yield "即" if row["share"] is not None else ""
            yield material.voice.money(amount, ("term", row["id"], "amount"))
    yield "。"
