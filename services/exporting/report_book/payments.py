"""支付明细: every payment and expense, from which the other sheets add up what was paid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models import contract_facts, facts, figures
from models.fields import Row
from models.report.material import Material, fund_name
from models.report.wording import NOTHING, short_day
from services.exporting.report_book.amounts import Cells
from services.exporting.report_book.sheet import Content, LiveSheet, SheetColumn, fixed_span, span

NAME = "支付明细"
COLUMNS = (
    SheetColumn("项目\n序号", 6, "number"),
    SheetColumn("列支的资金项目", 30),
    SheetColumn("合同\n序号", 6, "number"),
    SheetColumn("合同或支出内容", 44),
    SheetColumn("收款单位", 28),
    SheetColumn("支付日期", 12, "centre"),
    SheetColumn("凭证号", 14, "centre"),
    SheetColumn("年度", 8, "number"),
    SheetColumn("金额", 15, "money"),
)
FUND, CONTRACT, YEAR, AMOUNT = 0, 2, 7, 8


@dataclass(frozen=True, slots=True)
class Paid:
    """One line of the sheet; `year` is the one it counts in, None where nobody knows."""

    fund: str | None
    contract: str | None
    name: str
    payee: str
    day: str
    voucher: str
    year: int | None
    amount: Fraction | None


def _paid_lines(material: Material) -> Sequence[Paid]:
    """Payments contract by contract, those without a contract, then what was spent without one."""
    records, ledgers = material.records, material.facts.ledgers
    lines = [_payment(material, row) for ledger in ledgers.values() for row in ledger.payments]
    lines += [_payment(material, row) for row, _ in contract_facts.without_contract(records)]
    lines += [
        _expense(material, row)
        for fund in material.funds
        for row in records.of("expense", "fund", fund["id"])
    ]
    return lines


def _payment(material: Material, row: Row) -> Paid:
    records = material.records
    contract = records.get("contract", row["contract"])
    vendor = records.title("vendor", contract["vendor"]) if contract is not None else ""
    return Paid(
        facts.charged_fund(records, row),
        row["contract"] if contract is not None else None,
        (contract["name"] if contract is not None else row["remark"]) or NOTHING,
        row["payee"] or vendor or NOTHING,
        short_day(row["paid_on"]),
        row["voucher"] or NOTHING,
        figures.year_of(row["paid_on"]),
        figures.in_wan(row["amount"]),
    )


def _expense(material: Material, row: Row) -> Paid:
    year = figures.year_of(row["paid_on"])
    return Paid(
        row["fund"],
        None,
        row["name"] or NOTHING,
        row["payee"] or NOTHING,
        short_day(row["paid_on"]),
        row["voucher"] or NOTHING,
        budget_year(material) if year is None else year,
        figures.in_wan(row["amount"]),
    )


def _number(numbers: Mapping[str, int], row_id: str | None) -> Content:
    number = numbers.get(row_id or "")
    return NOTHING if number is None else Decimal(number)


def budget_year(material: Material) -> int | None:
    """The year that is evaluated; None while it is not given."""
    year = material.project["year"]
    return year if isinstance(year, int) else None


class PaymentSheet:
    """The sheet, and the formulas by which others add up its amounts; rows by fund and contract number."""

    def __init__(self, material: Material, funds: Mapping[str, int], contracts: Mapping[str, int]) -> None:
        self._material, self._funds, self._contracts = material, funds, contracts
        self._lines = _paid_lines(material)
        self._first = self._last = 0
        self._of_contract: dict[str, tuple[int, int]] = {}

    @property
    def empty(self) -> bool:
        """Whether nothing was paid at all; there is no sheet then."""
        return not self._lines

    def write(self, sheet: LiveSheet, cells: Cells, whose: str) -> None:
        """All lines and their sum; to be done before the others' formulas are asked for."""
        sheet.open("支付明细表", whose, cells.unit, fixed=0)
        for line in self._lines:
            row = sheet.reserve()
            self._first, self._last = self._first or row, row
            if line.contract is not None:
                first, _ = self._of_contract.get(line.contract, (row, row))
                self._of_contract[line.contract] = first, row
            sheet.fill(row, [*self._cells(line, cells)], entered=(AMOUNT,))
        known = [line.amount for line in self._lines if line.amount is not None]
        total = cells.live(f"=SUM({span(AMOUNT, self._first, self._last)})", sum(known, Fraction(0)))
        sheet.fill(sheet.reserve(), ["", "合计", *[""] * 6, total], "total")
        sheet.note("没有支付日期的付款不知道属于哪一年，没有日期的支出计入预算年度。")

    def _cells(self, line: Paid, cells: Cells) -> Iterator[Content]:
        yield _number(self._funds, line.fund)
        fund = self._material.records.get("fund", line.fund)
        yield (fund["short_name"] or fund_name(fund)) if fund is not None else NOTHING
        yield _number(self._contracts, line.contract)
        yield from (line.name, line.payee, line.day, line.voucher)
        yield Decimal(line.year) if line.year is not None else NOTHING
        yield cells.amount(line.amount)

    def of_fund(self, number_cell: str, year: int) -> str:
        """What the fund of that number paid in a year."""
        if not self._lines:
            return "=0"
        amounts, funds, years = (self._fixed(place) for place in (AMOUNT, FUND, YEAR))
        return f"=SUMIFS({amounts},{funds},{number_cell},{years},{year})"

    def of_contract(self, contract_id: str, when: str) -> str:
        """What was paid of a contract in the years of that condition (2018, or "<2018"), or in all for ""."""
        if contract_id not in self._of_contract:
            return "=0"
        first, last = self._of_contract[contract_id]
        amounts = fixed_span(NAME, AMOUNT, first, last)
        if not when:
            return f"=SUM({amounts})"
        return f"=SUMIFS({amounts},{fixed_span(NAME, YEAR, first, last)},{when})"

    def _fixed(self, place: int) -> str:
        return fixed_span(NAME, place, self._first, self._last)
