"""The sample's contracts as a unit might hand them over: an untidy workbook, a CSV in GBK, a Word table.

The figures are the sample's; titles, remarks and layout are the tests' own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import docx
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from models.fields import Row
from models.records import Records

HEAD = ("项目名称", "服务单位名称", "服务项目名称", "合同金额（{0}）", "2018年支\n付金额（{0}）", "备注")
YUAN = 10_000


@dataclass
class Block:
    """Rows of one contract: its items (or the contract itself) and the cells merged over them."""

    group: str
    vendor: str
    lines: list[tuple[str, str]]
    paid: str
    remark: str
    subtotal: tuple[str, str] | None = None
    shares: bool = False
    """Whether group, vendor and remark go on from the block before."""


def amount(fen: Any) -> str:
    """An amount of 分 in 万元 with two decimals."""
    return f"{Decimal(fen) / 1_000_000:.2f}"


class Case:
    """The sample's rows of one fund, as blocks of a table."""

    def __init__(self, records: Records) -> None:
        self.records = records

    def contracts(self, fund: str) -> list[Row]:
        """The contracts of a fund in their order."""
        (row,) = self.records.find("fund", fund)
        return list(self.records.of("contract", "fund", row["id"]))

    def block(self, contract: Row, *, remark: str | None = None) -> Block:
        """One contract as a block of rows."""
        records = self.records
        items = records.of("contract_item", "contract", contract["id"])
        lines = [(str(row["name"]), amount(row["amount"])) for row in items]
        return Block(
            records.title("contract_group", contract["group"]),
            records.title("vendor", contract["vendor"]),
            lines or [(str(contract["name"]), amount(contract["amount"]))],
            self.paid(contract, "2018"),
            self.remark(contract) if remark is None else remark,
        )

    def paid(self, contract: Row, year: str) -> str:
        """What was paid on a contract in a year."""
        rows = self.records.of("payment", "contract", contract["id"])
        fens = [row["amount"] for row in rows if row["paid_on"] == year]
        return amount(sum(fens)) if fens else ""

    def remark(self, contract: Row) -> str:
        """Our own sentence on a contract: price, payments by year, what is unpaid, terms."""
        records = self.records
        renewal = "续签" if contract["parent"] else ""
        year = f"{contract['signed_on'][:4]}年" if contract["signed_on"] and renewal else ""
        parts = [f"{year}{renewal}合同总价{amount(contract['amount'])}万元", *self._terms(contract)]
        rows = sorted(records.of("payment", "contract", contract["id"]), key=lambda row: row["paid_on"])
        parts += [f"{row['paid_on']}年支付{amount(row['amount'])}万元" for row in rows]
        rest = contract["amount"] - sum(row["amount"] for row in rows)
        parts.append(f"合同款{amount(rest)}万元未支付" if rest else "合同款已全部支付")
        return "，".join(parts) + "。"

    def _terms(self, contract: Row) -> list[str]:
        terms = self.records.of("term", "contract", contract["id"])
        if not terms:
            return []
        if str(terms[0]["condition"]).startswith("按季度"):
            return [f"按季度支付合同款的{terms[0]['share']}%，即{amount(terms[0]['amount'])}万元"]
        said = []
        for row in terms:
            due = f"{amount(row['amount'])}万元" if row["amount"] is not None else ""
            share = f"{row['share']}%" if row["share"] is not None else ""
            said.append(f"{row['condition']}支付{share}{'，即' if share and due else ''}{due}")
        return said


def _yuan(text: str) -> str | float:
    return float(Decimal(text) * YUAN) if text else ""


def f2_blocks(case: Case) -> list[Block]:
    """The network fund: two contracts share merged cells and one remark, subtotals stand inside."""
    rows = case.contracts("F2")
    blocks = [case.block(row) for row in rows]
    blocks[0].remark = (
        blocks[0].remark.rstrip("。") + "；2018年续签" + case.remark(rows[1]).partition("续签")[2]
    )
    blocks[1].shares, blocks[1].remark = True, ""
    blocks[1].subtotal = ("71.80", "")
    for at, paid in ((2, False), (3, True), (4, True), (5, True), (6, True)):
        total = sum(Decimal(line[1]) for line in blocks[at].lines)
        blocks[at].subtotal = (f"{total:.2f}", blocks[at].paid if paid else "")
    blocks[2].remark = "项目分为两个标段，第一标段" + blocks[2].remark
    blocks[3].remark = "第二标段" + blocks[3].remark
    blocks[4].remark = "2017年6月签订合同，" + blocks[4].remark
    blocks[5].remark = "2018年6月与单位续签合同，" + case.remark(rows[5]).replace("续签合同总价", "合同总价")
    return blocks


def write_workbook(path: Path, records: Records) -> None:
    """One sheet in 元 with title, unit line, merged cells, blank lines, subtotals and notes; one in 万元."""
    case, book = Case(records), Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "运维"
    sheet.append(["网站群、网络平台、微信微博及相关系统的运维项目支出明细表"])
    sheet.merge_cells("A1:F1")
    sheet.append(["编制单位：信息中心", "", "", "", "", "单位：元"])
    sheet.append([None])
    sheet.append([word.format("元") for word in HEAD])
    _write(sheet, f2_blocks(case), _yuan, total=("5906100", "3507900"))
    sheet.append([None])
    sheet.append(["注：以上数据由信息中心提供，截至2018年12月31日。"])
    other = book.create_sheet("基层工作平台")
    other.append(["长沙市基层工作平台采购和建设项目"])
    other.append(["项目名称", "单位名称", "服务内容", "合同金额", "支付金额", "备注"])
    other.append(["", "", "", "（万元）", "2018年（万元）", ""])
    for column in "ABCF":
        other.merge_cells(f"{column}2:{column}3")
    blocks = [case.block(row) for row in case.contracts("F3")]
    _write(other, blocks, float, total=("1489.83", "543.23"))
    book.create_sheet("空表")
    book.save(path)


def _write(sheet: Worksheet, blocks: Sequence[Block], number: Any, total: tuple[str, str]) -> None:
    group = ""
    starts: dict[str, int] = {}
    for block in blocks:
        top = sheet.max_row + 1
        if block.group != group:
            _merge(sheet, starts.pop("A", 0), top - 1, "A")
            starts["A"] = top
        for at, (name, money) in enumerate(block.lines):
            first = at == 0
            own = [
                block.group if first and block.group != group else "",
                block.vendor if first and not block.shares else "",
                name,
                number(money),
                number(block.paid) if first and block.paid else "",
                block.remark if first else "",
            ]
            sheet.append([None if cell == "" else cell for cell in own])
        bottom = sheet.max_row
        for column in "BEF":
            _merge(sheet, top, bottom, column)
        group = block.group
        if block.subtotal is not None:
            money, paid = block.subtotal
            sheet.append([None, None, "小计", number(money), number(paid) if paid else None])
        if block.subtotal is not None and len(block.lines) > 6:
            sheet.append([None])
    sheet.append(["合计", None, None, *(float(text) for text in total)])


def _merge(sheet: Worksheet, top: int, bottom: int, column: str) -> None:
    if top and bottom > top:
        sheet.merge_cells(f"{column}{top}:{column}{bottom}")


def write_csv(path: Path, records: Records) -> None:
    """The platform for small firms as CSV in GBK: merged cells are empty, a year is mistyped, 合计 inside."""
    case = Case(records)
    (contract,) = case.contracts("F4")
    block = case.block(contract)
    remark = block.remark.replace("2018年支付", "2108年支付").replace("，", "、")
    rows: list[Iterable[str]] = [
        ["长沙市小微企业监督管理和综合服务平台项目支出明细（单位：万元）", "", "", "", ""],
        ["服务单位名称", "服务项目名称", "合同金额", "2018年支付金额", "备注"],
    ]
    for at, (name, money) in enumerate(block.lines):
        rows.append([block.vendor if at == 0 else "", name, money, block.paid if at == 0 else "",
                     remark if at == 0 else ""])  # fmt: skip
    rows += [["", "合计", "620.00", "217.00", ""], ["", "", "", "", ""], ["填表人：李某", "", "", "", ""]]
    path.write_bytes("\r\n".join(",".join(row) for row in rows).encode("gbk"))


def write_document(path: Path, records: Records) -> None:
    """The app as a Word table, the contract's name in a column of its own, one amount with its unit."""
    case, document = Case(records), docx.Document()
    (contract,) = case.contracts("F6")
    document.add_paragraph("“我的长沙”APP项目合同情况")
    table = document.add_table(rows=2, cols=6)
    head = ("序号", "合同名称", "中标单位", "合同价款（万元）", "2018年支付金额（万元）", "付款情况")
    body = ("1", contract["name"], records.title("vendor", contract["vendor"]), "3650000元", "109.50",
            case.remark(contract))  # fmt: skip
    for row, texts in zip(table.rows, (head, body), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = str(text)
    document.save(str(path))
