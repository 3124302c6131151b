"""合同表: the contracts fund by fund; what was paid comes from 支付明细, what is unpaid follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from models.fields import Row
from models.figures import added
from models.report.material import Material, fund_name
from models.report.wording import NOTHING, short_day
from services.exporting.report_book.amounts import Cells
from services.exporting.report_book.payments import PaymentSheet, budget_year
from services.exporting.report_book.sheet import (
    Content,
    LiveSheet,
    SheetColumn,
    cell,
    summed,
)

NAME = "合同表"
COLUMNS = (
    SheetColumn("序号", 6, "number"),
    SheetColumn("合同名称", 40),
    SheetColumn("服务单位", 28),
    SheetColumn("采购方式", 12, "centre"),
    SheetColumn("签订日期", 11, "centre"),
    SheetColumn("服务期限", 22, "centre"),
    SheetColumn("验收日期", 11, "centre"),
    SheetColumn("合同金额", 13, "money"),
    SheetColumn("以前年度支付", 13, "money"),
    SheetColumn("本年支付", 13, "money"),
)
OTHER = SheetColumn("以后年度或\n日期不明", 13, "money")
UNPAID = SheetColumn("未付", 13, "money")
AMOUNT, EARLIER, YEARS = 7, 8, 9

Figures = Mapping[str, Fraction | None]
"""The amounts of a contract, or of several together, by the titles of the columns."""


def columns(material: Material) -> Sequence[SheetColumn]:
    """The columns that are needed: one for what was paid at other times only where something was."""
    others = (figures_of(material, row)[OTHER.title] for row in material.contracts)
    return (*COLUMNS, *((OTHER,) if any(others) else ()), UNPAID)


def figures_of(material: Material, contract: Row) -> Figures:
    """The program's figures of a contract; what is paid neither before nor in the year is the rest."""
    facts = material.of_contract(contract)
    amount, paid, unpaid = (facts[name].value for name in ("合同金额", "已付", "未付"))
    earlier, year = facts["以前年度已付"].value, facts["本年已付"].value
    other = None if paid is None else paid - (earlier or 0) - (year or 0)
    found = (amount, earlier, year, other, unpaid)
    return dict(zip([each.title for each in (*COLUMNS[AMOUNT:], OTHER, UNPAID)], found, strict=True))


class ContractSheet:
    """Fills the sheet from the top."""

    def __init__(self, sheet: LiveSheet, material: Material, payments: PaymentSheet, cells: Cells) -> None:
        self._sheet, self._material, self._payments, self._cells = sheet, material, payments, cells

    def write(self, whose: str, numbers: Mapping[str, int]) -> None:
        """Every fund with its contracts, and the whole."""
        self._sheet.open("合同执行情况表", whose, self._cells.unit, fixed=2)
        funds = []
        for fund in self._material.funds:
            contracts = self._material.records.of("contract", "fund", fund["id"])
            if not contracts:
                continue
            head = self._sheet.reserve()
            funds.append(head)
            rows = [self._contract(row, numbers[row["id"]]) for row in contracts]
            self._sums(head, fund_name(fund), rows, contracts, "group")
        self._sums(self._sheet.reserve(), "合计", funds, self._material.contracts, "total")
        self._sheet.note(
            "未付＝合同金额－各列支付；支付各列由“支付明细”按合同和年度汇总。浅黄色单元格可以试填。"
        )

    def _contract(self, contract: Row, number: int) -> int:
        row = self._sheet.reserve()
        self._sheet.fill(
            row, [*self._words(contract, number), *self._amounts(row, contract)], entered=(AMOUNT,)
        )
        return row

    def _words(self, contract: Row, number: int) -> Iterator[Content]:
        vendor = self._material.records.title("vendor", contract["vendor"])
        period = [short_day(contract[name]) for name in ("starts_on", "ends_on")]
        yield Decimal(number)
        yield from (contract["name"] or NOTHING, vendor or NOTHING, contract["procurement"] or NOTHING)
        yield short_day(contract["signed_on"])
        yield "至".join(period) if set(period) != {NOTHING} else NOTHING
        yield short_day(contract["accepted_on"])

    def _amounts(self, row: int, contract: Row) -> Iterator[Content]:
        year, found = budget_year(self._material), figures_of(self._material, contract)
        last = self._sheet.width - 1
        formulas = {
            COLUMNS[EARLIER].title: self._payments.of_contract(contract["id"], f'"<{year}"'),
            COLUMNS[YEARS].title: self._payments.of_contract(contract["id"], f"{year}"),
            OTHER.title: self._payments.of_contract(contract["id"], "")
            + f"-SUM({cell(EARLIER, row)}:{cell(YEARS, row)})",
            UNPAID.title: f"={cell(AMOUNT, row)}-SUM({cell(EARLIER, row)}:{cell(last - 1, row)})",
        }
        yield self._cells.amount(found[COLUMNS[AMOUNT].title])
        for column in self._sheet.columns[EARLIER:]:
            yield self._cells.live(formulas[column.title], found[column.title])

    def _sums(self, head: int, name: str, rows: Sequence[int], contracts: Sequence[Row], role: str) -> None:
        """The line of a fund or of the whole: what the lines in `rows` add up to."""
        every = [figures_of(self._material, row) for row in contracts]
        contents: list[Content] = ["", name, *[""] * (AMOUNT - 2)]
        for place, column in enumerate(self._sheet.columns[AMOUNT:], start=AMOUNT):
            known = [value for each in every if (value := each[column.title]) is not None]
            contents.append(self._cells.live(f"={summed(place, rows)}", added(known) if known else None))
        self._sheet.fill(head, contents, "total" if role == "total" else "group")
