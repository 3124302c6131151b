"""The lines of a contract table, and which of them are one contract."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from models.untidy.content import Look, fen_of, look_of
from models.untidy.layout import Layout
from models.untidy.lines import STEP, Role, Step, heading
from models.untidy.matching import Column
from models.untidy.reading import Cells
from models.untidy.remarks import read_remark

GROUP, VENDOR, NAME, NUMBER = "contract_group.name", "contract.vendor", "contract.name", "contract.number"
ITEM, AMOUNT, ITEM_AMOUNT = "contract_item.name", "contract.amount", "contract_item.amount"
REMARK, FUND = "contract.remark", "contract.fund"


@dataclass(eq=False, slots=True)
class Line:
    """One row of data: names filled down, its own amounts, and whether it opens something new."""

    row: int
    fund: str
    group: str
    vendor: str
    name: str
    number: str
    item: str
    amount: str
    remark: str
    opens: bool
    paid: dict[str, str] = field(default_factory=dict)
    fen: int | None = None
    repeats: bool = False
    """Whether its amount only says again what the contract's first line says."""


@dataclass(eq=False, slots=True)
class Total:
    """A total row with the lines it may sum, nearest first, and its amounts by column key in 分."""

    row: int
    role: Role
    ranges: list[list[Line]]
    amounts: dict[str, int]
    group: str = ""


@dataclass(eq=False, slots=True)
class Lines:
    """All lines of a table, cut into blocks where something new begins, and its totals."""

    blocks: list[list[Line]] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)

    @property
    def all(self) -> list[Line]:
        """The lines in their order."""
        return [line for block in self.blocks for line in block]


class LineReader:
    """Reads the rows of a contract table one after the other."""

    def __init__(self, cells: Cells, layout: Layout, *, apart: bool) -> None:
        """`apart`: lines that only repeat the names above them are contracts of their own."""
        self._cells, self._layout, self._apart = cells, layout, apart
        self.repeats: list[int] = []
        self.is_named = cells.has(NAME)
        self.payments: list[Column] = layout.all_of("payment", "amount")
        self._found = Lines()
        self._group = self._fund = ""
        self._is_closed = True
        self._since_any: list[Line] = []
        self._since_total: list[Line] = []
        self._all: list[Line] = []

    def read(self, step: Step) -> Lines:
        """The lines in blocks, and the totals."""
        for row, role in enumerate(self._layout.roles):
            if row % STEP == 0:
                step(row, len(self._layout.roles))
            if role is Role.DATA:
                self._take(row)
            elif role in (Role.SUBTOTAL, Role.TOTAL):
                self._total(row, role)
            elif role is Role.GROUP or row in self._layout.owners:
                self._head(row)
        self._look_ahead()
        return self._found

    def _head(self, row: int) -> None:
        """A heading names the fund of the rows below, or their group."""
        self._fund = self._layout.owners.get(row, self._fund)
        self._group = "" if row in self._layout.owners else heading(self._cells.grid, row)
        self._is_closed = True
        self._cells.forget((VENDOR, NAME))

    def _look_ahead(self) -> None:
        """A total that stands before everything sums what follows."""
        for total in self._found.totals:
            if not any(total.ranges):
                total.ranges.append(list(self._all))

    def _take(self, row: int) -> None:
        line = self._line(row)
        if line.opens or self._is_closed or not self._found.blocks:
            self._found.blocks.append([])
        self._found.blocks[-1].append(line)
        self._is_closed = False
        for each in (self._since_any, self._since_total, self._all):
            each.append(line)

    def _line(self, row: int) -> Line:
        cells = self._cells
        above = self._found.blocks[-1][-1] if self._found.blocks else None
        own_group, own_vendor = cells.line(row, GROUP), cells.line(row, VENDOR)
        own_name, own_number = cells.line(row, NAME), cells.line(row, NUMBER)
        own_fund = cells.line(row, FUND)
        if own_fund and above is not None and own_fund != above.fund and not own_group:
            cells.forget((GROUP,))
        if own_group:
            cells.forget((VENDOR,) if not own_vendor else ())
        fund, group = (cells.down(row, key, blanks=True) for key in (FUND, GROUP))
        is_other = above is not None and bool(own_vendor) and own_vendor != above.vendor
        vendor = cells.down(row, VENDOR, blanks=not own_name)
        name = cells.down(row, NAME, blanks=True) if own_name or is_other else ""
        line = Line(
            row, fund or self._fund, group if cells.has(GROUP) else self._group, vendor, name, own_number,
            cells.line(row, ITEM), cells.own(row, AMOUNT), cells.own(row, REMARK), opens=False,
            paid={one.key: text for one in self.payments if look_of(text := cells.own(row, one.key))
                  is not Look.EMPTY},
        )  # fmt: skip
        line.fen = fen_of(line.amount, self._unit(AMOUNT))
        line.opens = self._opens(line, above, own_group, own_vendor)
        return line

    def _opens(self, line: Line, above: Line | None, own_group: str, own_vendor: str) -> bool:
        if above is None:
            return True
        if self._cells.has(NAME):
            return self._is_another(line, above, own_vendor)
        if not own_group and not own_vendor:
            return False
        if not self._goes_on(line, above, own_group, own_vendor):
            return True
        self.repeats.append(line.row)
        return self._apart

    def _is_another(self, line: Line, above: Line, own_vendor: str) -> bool:
        """Whether a line of a table with names opens a contract: something that marks one is different."""
        first = self._found.blocks[-1][0]
        is_renamed = bool(line.name) and line.name != self._named(above)
        is_renumbered = bool(line.number) and line.number != first.number
        is_elsewhere = bool(own_vendor) and bool(first.vendor) and own_vendor != first.vendor
        if is_renamed or is_renumbered or is_elsewhere or self._is_stray(line, own_vendor):
            return True
        line.repeats = bool(line.name) and bool(line.paid) and line.fen is not None and line.fen == first.fen
        return bool(line.name) and line.fen is not None and not line.repeats and not line.item

    def _is_stray(self, line: Line, own_vendor: str) -> bool:
        """Whether a line says nothing but an amount: it is no part of the contract above, and is refused."""
        is_bare = not (line.name or line.number or line.item or line.paid or line.remark or own_vendor)
        return is_bare and line.fen is not None and not self._cells.is_said_above(line.row, NAME)

    def _goes_on(self, line: Line, above: Line, own_group: str, own_vendor: str) -> bool:
        """Whether a line repeats the names of a contract that was paid, and brings nothing but an item."""
        names_all = bool(own_vendor) and (bool(own_group) or not self._cells.has(GROUP))
        is_same = (line.group, line.vendor) == (above.group, above.vendor)
        is_plain = not line.paid and not line.remark and bool(line.item)
        return names_all and is_same and is_plain and any(one.paid for one in self._found.blocks[-1])

    def _named(self, line: Line) -> str:
        """The name of the contract that the line belongs to."""
        block = self._found.blocks[-1]
        return next((one.name for one in block if one.name), line.name)

    def _unit(self, key: str) -> str:
        column = self._layout.of(key)
        return column.unit if column is not None else self._layout.unit

    def _total(self, row: int, role: Role) -> None:
        keys = [key for key in (AMOUNT, ITEM_AMOUNT) if self._cells.has(key)]
        units = {**{key: self._unit(key) for key in keys}, **{one.key: one.unit for one in self.payments}}
        amounts = {key: fen for key, unit in units.items()
                   if (fen := fen_of(self._cells.own(row, key), unit)) is not None}  # fmt: skip
        block = self._found.blocks[-1] if self._found.blocks else []
        group = block[-1].group if block else ""
        of_group = [line for line in self._since_total if line.group == group]
        near, far = list(self._since_any), list(self._since_total)
        ranges = [near, of_group, far] if role is Role.SUBTOTAL else [far, list(self._all), near, of_group]
        self._found.totals.append(Total(row, role, ranges, amounts, group))
        self._since_any = []
        if role is Role.TOTAL:
            self._since_total = []
        self._is_closed = True


def contracts_of(block: Sequence[Line], this_year: int, *, is_named: bool) -> Iterator[list[Line]]:
    """The contracts in a block: cut at own remarks, at the prices that one remark names, or at payments.

    In a table that names its contracts a block is one.
    """
    if is_named:
        yield list(block)
        return
    for part in _cut(block, lambda line: bool(line.remark)):
        remarks = [line.remark for line in part if line.remark]
        by_price = (
            _by_prices(part, [one.amount for one in read_remark(remarks[0], this_year).prices])
            if remarks
            else None
        )
        if by_price is not None:
            yield from by_price
            continue
        paying = sum(bool(line.paid) for line in part)
        if remarks and paying == len(part):
            yield part
        else:
            yield from _cut(part, lambda line: bool(line.paid))


def _cut(lines: Sequence[Line], opens: Callable[[Line], bool]) -> list[list[Line]]:
    found: list[list[Line]] = []
    has_opened = False
    for line in lines:
        is_opening = opens(line)
        if not found or (is_opening and has_opened):
            found.append([])
        has_opened = has_opened or is_opening
        found[-1].append(line)
    return found


def _by_prices(lines: Sequence[Line], prices: Sequence[int]) -> list[list[Line]] | None:
    """The lines cut so that each part sums to one of the prices in turn; None where that does not go."""
    if len(prices) < 2:
        return None
    found: list[list[Line]] = []
    rest = list(lines)
    for price in prices:
        part, total = [], 0
        while rest and total < price:
            line = rest.pop(0)
            if line.fen is None:
                return None
            total += line.fen
            part.append(line)
        if total != price:
            return None
        found.append(part)
    return found if not rest else None
