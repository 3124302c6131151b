"""资金表: the granting documents fund by fund, what was paid of them, the balance and the execution rate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models import figures, rates
from models.facts import ALLOCATION_KINDS
from models.fields import Row
from models.figures import FactSet
from models.report.material import Material, fund_name
from models.report.wording import NOTHING
from services.exporting.report_book.amounts import Cells
from services.exporting.report_book.payments import PaymentSheet, budget_year
from services.exporting.report_book.sheet import Content, LiveSheet, SheetColumn, cell, summed

NAME = "资金表"
QUOTA_NAME, CARRIED = "总指标", "上年结转"
FIRST = (
    SheetColumn("项目\n序号", 6, "number"),
    SheetColumn("项目名称 / 指标文号", 48),
    SheetColumn("类型", 12, "centre"),
    SheetColumn("指标金额", 16, "money"),
)
LAST = (
    SheetColumn("已支付", 16, "money"),
    SheetColumn("结余", 16, "money"),
    SheetColumn(rates.EXECUTION, 14, "rate"),
)
NUMBER, KIND, QUOTA = 0, 2, 3


def columns(material: Material) -> Sequence[SheetColumn]:
    """The columns; where the execution rate has another base than 总指标, that base has its own."""
    base = material.records.setting("execution_base")
    return (*FIRST, *((SheetColumn(base, 16, "money"),) if base != QUOTA_NAME else ()), *LAST)


@dataclass(frozen=True, slots=True)
class FundRows:
    """Where each fund stands in the sheet, and the whole."""

    funds: Mapping[str, int]
    total: int


class FundSheet:
    """Fills the sheet from the top."""

    def __init__(self, sheet: LiveSheet, material: Material, payments: PaymentSheet, cells: Cells) -> None:
        self._sheet, self._material, self._payments, self._cells = sheet, material, payments, cells
        self._own_base = sheet.width > len(FIRST) + len(LAST)
        self._base = QUOTA + 1 if self._own_base else QUOTA
        self._paid = self._base + 1

    def write(self, whose: str, numbers: Mapping[str, int]) -> FundRows:
        """Every fund with its granting documents, and the whole."""
        self._sheet.open("资金指标及支付情况表", whose, self._cells.unit, fixed=2)
        rows = {fund["id"]: self._fund(fund, numbers[fund["id"]]) for fund in self._material.funds}
        total = self._sheet.reserve()
        project, every = self._material.facts.project, list(rows.values())
        contents: list[Content] = ["", "合计", "", self._sum(QUOTA, every, project[QUOTA_NAME].value)]
        if self._own_base:
            contents.append(self._sum(self._base, every, project[self._base_name].value))
        contents.append(self._sum(self._paid, every, project["已支付"].value))
        self._sheet.fill(total, [*contents, *self._following(total, project)], "total")
        self._sheet.note(
            f"结余＝指标金额－已支付；{rates.EXECUTION}＝已支付÷{self._base_name}；"
            "已支付由“支付明细”按资金项目和预算年度汇总。浅黄色单元格可以试填。"
        )
        return FundRows(rows, total)

    @property
    def _base_name(self) -> str:
        return self._material.records.setting("execution_base")

    def _sum(self, place: int, rows: Sequence[int], now: Fraction | None) -> Content:
        return self._cells.live(f"={summed(place, rows)}", now)

    def _fund(self, fund: Row, number: int) -> int:
        head = self._sheet.reserve()
        rows = [self._allocation(row) for row in _counted_first(self._granted(fund))]
        counted = rows[: sum(_counts(row) for row in self._granted(fund))]
        facts, year = self._material.of_fund(fund), budget_year(self._material)
        contents: list[Content] = [Decimal(number), fund_name(fund), ""]
        contents.append(self._sum(QUOTA, counted, facts[QUOTA_NAME].value))
        if self._own_base:
            contents.append(self._sum(self._base, counted, facts[self._base_name].value))
        paid = self._payments.of_fund(cell(NUMBER, head), year or 0)
        contents.append(self._cells.live(paid, facts["已支付"].value))
        self._sheet.fill(head, [*contents, *self._following(head, facts)], "group")
        return head

    def _granted(self, fund: Row) -> Sequence[Row]:
        return self._material.records.of("allocation", "fund", fund["id"])

    def _following(self, row: int, facts: FactSet) -> Iterator[Content]:
        quota, paid = cell(QUOTA, row), cell(self._paid, row)
        yield self._cells.live(f"={quota}-{paid}", facts["结余"].value)
        yield self._cells.rate(paid, cell(self._base, row), facts[rates.EXECUTION])

    def _allocation(self, allocation: Row) -> int:
        row = self._sheet.reserve()
        amount = self._cells.amount(figures.in_wan(allocation["amount"]))
        kind = allocation["kind"]
        if not _counts(allocation):
            said = f"{NOTHING if amount is None else amount}（类型不明，未计入）"
            contents: list[Content] = ["", allocation["document_number"] or NOTHING, kind or NOTHING, said]
            self._sheet.fill(row, [*contents, *[""] * (self._sheet.width - len(contents))])
            return row
        contents = ["", allocation["document_number"] or NOTHING, kind, amount]
        entered = [QUOTA]
        if self._own_base:
            contents.append(self._part_of_base(row, allocation))
            entered += [self._base] if self._base_name == "到位资金" else []
        self._sheet.fill(row, [*contents, "", "", ""], entered=entered)
        return row

    def _part_of_base(self, row: int, allocation: Row) -> Content:
        """What a granting document adds to the base of the execution rate."""
        amount = figures.in_wan(allocation["amount"])
        if self._base_name == "到位资金":
            received = figures.in_wan(allocation["received_amount"])
            return self._cells.amount(amount if received is None else received)
        now = Fraction(0) if allocation["kind"] == CARRIED else amount or Fraction(0)
        return self._cells.live(f'=IF({cell(KIND, row)}="{CARRIED}",0,N({cell(QUOTA, row)}))', now)


def _counts(allocation: Row) -> bool:
    return allocation["kind"] in ALLOCATION_KINDS


def _counted_first(granted: Sequence[Row]) -> list[Row]:
    return sorted(granted, key=lambda row: not _counts(row))
