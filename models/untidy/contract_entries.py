"""The entries of one contract: the contract, its group, items and the payments that the table lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models import kinds
from models.sayings import saying
from models.schema import SCHEMA
from models.untidy.content import Look, cell_value, fen_of, look_of, period
from models.untidy.contract_lines import AMOUNT, FUND, GROUP, ITEM, ITEM_AMOUNT, NAME, VENDOR, Line
from models.untidy.grid import Cell
from models.untidy.layout import Layout
from models.untidy.matching import Column
from models.untidy.reading import Cells, Entry
from models.untidy.remarks import Remark
from models.untidy.targets import when_of

PLAIN_FIELDS = ("procurement", "signed_on", "starts_on", "ends_on", "accepted_on")
PERIOD = ("starts_on", "ends_on")
NO_HEADS: Mapping[str, str] = {}
ITEM_FIELDS = ("planned_quantity", "unit")
PAID_ON, VOUCHER = "payment.paid_on", "payment.voucher"
_MONEY = SCHEMA["payment"].field("amount")
_DAY = SCHEMA["payment"].field("paid_on")


@dataclass(eq=False, slots=True)
class Found:
    """One contract while it is put together: its lines, what they come to in 分, and its remark."""

    lines: list[Line]
    fen: int | None
    remark: str
    said: Remark
    entry: Entry
    is_named: bool = True

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0]


def _beside(key: str, amount: Column) -> str:
    """The key of the date or voucher that goes with a column of amounts."""
    _, sign, part = amount.key.partition("@")
    return f"{key}{sign}{part}"


def yuan(fen: int) -> str:
    """An exact amount as a person would type it."""
    return f"{kinds.exchange(_MONEY, fen, money_unit='元')}元"


def wan(fen: int) -> str:
    """An amount as sentences say it."""
    return saying("{0}万元", kinds.show_money(fen))


def _refuse_number(entry: Entry, name: str, text: str) -> None:
    """An amount where a name should be: the row has slipped into other columns."""
    if look_of(text) is Look.NUMBER and "." in text:
        entry.faults[name] = saying("“{0}”是数字，不像名称。请核对这一行是不是错了列", text)


class Maker:
    """Makes entries of lines, each with its place and the heads that its values stand under."""

    def __init__(self, cells: Cells, layout: Layout, this_year: int, yearless: str) -> None:
        """`yearless` is the year of payments whose head names none."""
        self.cells, self.layout, self.year, self.yearless = cells, layout, this_year, yearless
        self.payments: Sequence[Column] = layout.all_of("payment", "amount")
        self.entries: list[Entry] = []
        self.groups: dict[tuple[str, str], Entry] = {}
        self.amounts: dict[tuple[int, str], int] = {}
        self.summed: list[Cell] = []
        self._heads: dict[tuple[str, ...], Mapping[str, str]] = {}

    def note_amounts(self, lines: Sequence[Line]) -> None:
        """Remember what each line's amounts are in 分, by row and column key."""
        columns = [one for key in (ITEM_AMOUNT,) if (one := self.layout.of(key)) is not None]
        for line in lines:
            if line.fen is not None and not line.repeats:
                self.amounts[line.row, AMOUNT] = line.fen
            for column in (*columns, *self.payments):
                if (fen := fen_of(self.cells.own(line.row, column.key), column.unit)) is not None:
                    self.amounts[line.row, column.key] = fen

    def fund_of(self, line: Line) -> str:
        """The words for the fund: the line's own, else the one that the whole table belongs to."""
        return line.fund or self.layout.given.get(FUND, "")

    def is_dated(self, column: Column) -> bool:
        """Whether a column of dates goes with the column of amounts."""
        return self.cells.has(_beside(PAID_ON, column))

    def year_of(self, column: Column) -> str:
        """The year of a column's payments: its head's, else the one taken for all such."""
        return when_of(column.key) or self.yearless

    def entry(self, table: str, row: int, under: str = "") -> Entry:
        """An entry at a row; `under` is the slot whose head stands over all of it."""
        return Entry(table, self.cells.grid.place(row), heads=self._heads_of(table, under))

    def _heads_of(
        self, table: str, under: str = "", others: Mapping[str, str] = NO_HEADS
    ) -> Mapping[str, str]:
        """What stands over the fields of a table by their labels: one mapping for all rows that share it."""
        mark = (table, under, *others.values())
        if mark not in self._heads:
            heads = self.cells.heads
            keys = {each.label: under or f"{table}.{each.name}" for each in SCHEMA[table].fields}
            self._heads[mark] = {label: heads[key] for label, key in keys.items() if key in heads} | dict(
                others
            )
        return self._heads[mark]

    def make(self, one: Found) -> None:
        """The contract with its group, items and payments."""
        entry, first = one.entry, one.first
        named = {
            label: next((head for key in keys if (head := self.cells.heads.get(key))), label)
            for label, keys in (("项目分组", (GROUP,)), ("合同名称", (NAME, ITEM, GROUP)))
        }
        entry.heads = self._heads_of("contract", others=named)
        if fund := self.fund_of(first):
            entry.refs["fund"] = fund
        if first.group:
            entry.refs["group"] = self._group(fund, first)
        entry.refs["vendor"] = first.vendor
        self._fault(entry, "vendor", first.row, VENDOR)
        _refuse_number(entry, "vendor", first.vendor)
        _refuse_number(entry, "name", entry.values.get("name", ""))
        entry.values |= {"number": first.number} if first.number else {}
        self.entries.append(entry)
        self._put_amount(one)
        for name in PLAIN_FIELDS:
            self._put_first(entry, one.lines, name)
        self._part_period(entry)
        if one.remark:
            entry.values["remark"] = one.remark
        self._make_items(one)
        for column in self.payments:
            self._make_payments(one, column)

    def paid_in_table(self, one: Found) -> dict[int, int]:
        """What the table's columns say was paid on a contract by year, in 分."""
        paid: dict[int, int] = {}
        for column in self.payments:
            fens = [
                self.amounts[key] for line in one.lines if (key := (line.row, column.key)) in self.amounts
            ]
            if fens and (year := self.year_of(column)[:4]):
                paid[int(year)] = paid.get(int(year), 0) + sum(fens)
        return paid

    def _group(self, fund: str, line: Line) -> Entry:
        if (fund, line.group) not in self.groups:
            made = self.entry("contract_group", line.row)
            made.values["name"] = line.group
            made.refs |= {"fund": fund} if fund else {}
            self.groups[fund, line.group] = made
            self.entries.append(made)
        return self.groups[fund, line.group]

    def _put(self, entry: Entry, row: int, name: str) -> None:
        column = self.layout.of(f"{entry.table}.{name}")
        if column is not None:
            text = self.cells.own(row, column.key)
            entry.values[name] = cell_value(SCHEMA[entry.table].field(name), text, column.unit)
            self._fault(entry, name, row, column.key)

    def _put_first(self, entry: Entry, lines: Sequence[Line], name: str) -> None:
        """The first line that says something of the field, else what its first line is merged with above."""
        key = f"{entry.table}.{name}"
        if not self.cells.has(key):
            return
        filled = self.cells.down(lines[0].row, key)
        row = next((line.row for line in lines if self.cells.own(line.row, key)), None)
        if row is not None or not filled:
            self._put(entry, lines[0].row if row is None else row, name)
        else:
            entry.values[name] = cell_value(SCHEMA[entry.table].field(name), filled, "")

    def _part_period(self, entry: Entry) -> None:
        """One cell may hold the first and the last day."""
        days = period(entry.values.get(PERIOD[0], ""))
        if days is not None:
            entry.values[PERIOD[0]] = days[0]
            if not entry.values.get(PERIOD[1]):
                entry.values[PERIOD[1]] = days[1]

    def _fault(self, entry: Entry, name: str, row: int, key: str) -> None:
        if said := self.cells.fault(row, key):
            entry.faults[name] = said

    def _money(self, row: int, key: str) -> str:
        column = self.layout.of(key)
        return cell_value(_MONEY, self.cells.own(row, key), column.unit) if column is not None else ""

    def _put_amount(self, one: Found) -> None:
        told = [line for line in one.lines if line.amount and not line.repeats]
        wrong = [line for line in told if line.fen is None]
        for line in one.lines:
            self._fault(one.entry, "amount", line.row, AMOUNT)
        if wrong or len(told) == 1:
            one.entry.values["amount"] = self._money((wrong or told)[0].row, AMOUNT)
        elif one.fen is not None:
            one.entry.values["amount"] = yuan(one.fen)

    def _make_items(self, one: Found) -> None:
        has_own = self.cells.has(ITEM_AMOUNT)
        if len(one.lines) == 1 and not has_own and not (one.first.name and one.first.item):
            return
        key = ITEM_AMOUNT if has_own else AMOUNT
        for line in one.lines:
            if not line.item:
                continue
            made = self.entry("contract_item", line.row)
            made.heads = self._heads_of("contract_item", others={"金额": self.cells.heads.get(key, "金额")})
            made.refs["contract"] = one.entry
            made.values |= {"name": line.item, "amount": self._money(line.row, key)}
            self._fault(made, "amount", line.row, key)
            _refuse_number(made, "name", line.item)
            for name in ITEM_FIELDS:
                self._put(made, line.row, name)
            self.entries.append(made)

    def _make_payments(self, one: Found, column: Column) -> None:
        told = [
            line for line in one.lines if column.key in line.paid or self.cells.fault(line.row, column.key)
        ]
        fens = [self.amounts.get((line.row, column.key)) for line in told]
        dates, is_dated = _beside(PAID_ON, column), self.is_dated(column)
        if len(told) > 1 and None not in fens and not is_dated:
            self.summed.append((told[0].row, column.index))
            self._pay(one, told[0], column, yuan(sum(fen or 0 for fen in fens)), self.year_of(column))
            return
        for line in told:
            day = cell_value(_DAY, self.cells.own(line.row, dates), "") if is_dated else ""
            day = day or when_of(column.key) or ("" if is_dated else self.yearless)
            self._pay(one, line, column, self._money(line.row, column.key), day)

    def _pay(self, one: Found, line: Line, column: Column, amount: str, paid_on: str) -> None:
        if fen_of(amount, column.unit) == 0:
            return
        made = self.entry("payment", line.row)
        made.refs["contract"] = one.entry
        made.values = {"paid_on": paid_on, "amount": amount}
        dates = _beside(PAID_ON, column)
        over = {"付款金额": column.head.text, "付款日期": self.cells.heads.get(dates, column.head.text)}
        made.heads = self._heads_of("payment", others=over)
        if voucher := self.cells.line(line.row, _beside(VOUCHER, column)):
            made.values["voucher"] = voucher
        if column.head.is_instalment:
            made.values["remark"] = column.head.leaf or column.head.word
        self._fault(made, "amount", line.row, column.key)
        self._fault(made, "paid_on", line.row, dates)
        self.entries.append(made)
