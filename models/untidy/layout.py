"""How a foreign table is read: its target, its head, and for each column the slot, the unit and how sure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property

from models.fields import Kind
from models.untidy.content import Look, are_fractions, look_of, look_of_column
from models.untidy.grid import Grid, bare
from models.untidy.heads import HeadRows, find_head, head_at, parsed, unit_beside
from models.untidy.lines import Role, Step, no_step, roles
from models.untidy.matching import ENOUGH, GROUP, NAME, SURE, Column, matched, numbered
from models.untidy.targets import CONTRACTS, IGNORED, Target, target, targets

LOOKED_AT = 200
"""Data rows by which the content of columns is judged."""

UNITS = frozenset({"元", "万元", "亿元"})
_LAST = "0123456789０１２３４５６７８９)）"

LIKELY_YUAN = 20_000
"""Amounts whose middle one is above this, without a unit anywhere, are likely in 元."""


@dataclass(frozen=True)
class Layout:
    """A table understood.

    `unit_said` tells whether any text names the unit; `given` are fields that all rows share by slot key,
    such as the fund they belong to, `owners` what those below a heading belong to, `units` is the column that
    names the unit of each row's amounts (-1 for none).
    """

    target: Target
    head: HeadRows
    columns: tuple[Column, ...]
    roles: tuple[Role, ...]
    unit: str
    unit_said: bool
    given: Mapping[str, str] = field(default_factory=dict)
    owners: Mapping[int, str] = field(default_factory=dict)
    units: int = -1

    def of(self, key: str) -> Column | None:
        """The column that fills a slot."""
        return self._by_key.get(key)

    @cached_property
    def _by_key(self) -> Mapping[str, Column]:
        return {one.key: one for one in reversed(self.columns)}

    @cached_property
    def data_count(self) -> int:
        """How many rows of data there are."""
        return self.roles.count(Role.DATA)

    def all_of(self, table: str, name: str) -> list[Column]:
        """The columns that fill a slot of any year."""
        slot = f"{table}.{name}"
        return [one for one in self.columns if one.key == slot or one.key.startswith(f"{slot}@")]

    @property
    def signature(self) -> str:
        """What marks tables with the same head."""
        return "|".join(one.head.word for one in self.columns)

    @property
    def is_sure(self) -> bool:
        """Whether every column was recognised beyond doubt."""
        told = [
            one
            for one in self.columns
            if not one.head.is_serial and one.head.text and one.index != self.units
        ]
        return bool(told) and self.head.first >= 0 and all(one.score >= SURE for one in told)

    @property
    def open_columns(self) -> list[Column]:
        """The columns with a head that fill no slot."""
        return [
            one for one in self.columns
            if not one.key and one.head.text and not one.head.is_serial and one.index != self.units
        ]  # fmt: skip

    def with_column(self, index: int, key: str) -> Layout:
        """The same with a column filling another slot; a column that filled it is set free."""
        slot = self.target.slot(key)
        frees = slot is not None and not slot.repeated
        changed = [
            replace(one, key=key, score=1.0) if one.index == index
            else replace(one, key=IGNORED) if frees and one.key == key else one
            for one in self.columns
        ]  # fmt: skip
        return replace(self, columns=numbered(self.target, changed))

    def with_unit(self, unit: str) -> Layout:
        """The same with amounts in another unit, but for columns whose heads name theirs."""
        columns = tuple(replace(one, unit=one.head.unit or unit) for one in self.columns)
        return replace(self, columns=columns, unit=unit, unit_said=True)

    def with_given(self, key: str, text: str) -> Layout:
        """The same with a field that all rows share."""
        return replace(self, given={**self.given, key: text})


def recognise(
    grid: Grid, *, this_year: int = 0, wanted: str = "", head_row: int | None = None, step: Step = no_step
) -> Layout:
    """Find head, target, columns and rows of a table.

    `wanted` is the name of a target that a person chose, `head_row` the row (from 0, -1 for none).
    """
    if head_row is None:
        head = find_head(grid, this_year)
    elif 0 <= head_row < len(grid.rows):
        head = head_at(grid, head_row, this_year)
    else:
        head = HeadRows(-1, -1, tuple(parsed(f"第 {at + 1} 列") for at in range(grid.width)))
    found = roles(grid, head, step)
    data = [row for row, role in enumerate(found) if role is Role.DATA][:LOOKED_AT]
    texts = [[grid.own(row, column) for row in data] for column in range(grid.width)]
    chosen, columns = _best(head, texts, wanted)
    said = unit_beside(grid, (head.first if head.first >= 0 else data[0] if data else 0))
    said = said or _unit_of_other_heads(chosen, columns)
    unit = said or _guessed_unit(columns, texts, chosen)
    columns = tuple(_with_content(one, texts[one.index], chosen, unit) for one in columns)
    columns = _with_headings(columns, found, [texts[one.index] for one in columns])
    is_said = bool(said) or all(one.head.unit for one in columns if _is_money(chosen, one))
    units = next((one.index for one in columns if _names_units(texts[one.index])), -1)
    columns = tuple(replace(one, key=IGNORED) if one.index == units else one for one in columns)
    return Layout(chosen, head, columns, found, unit, is_said or units >= 0, units=units)


def stated(grid: Grid, layout: Layout) -> Grid:
    """The grid with the unit behind each amount of the rows that name one in a column of its own."""
    if layout.units < 0:
        return grid
    money = {one.index for one in layout.columns if _is_money(layout.target, one)}
    rows = list(grid.rows)
    for at, role in enumerate(layout.roles):
        unit = bare(grid.own(at, layout.units))
        if role is Role.DATA and unit in UNITS:
            rows[at] = tuple(
                f"{text}{unit}" if column in money and _is_bare(text) else text
                for column, text in enumerate(rows[at])
            )
    return replace(grid, rows=tuple(rows))


def _is_bare(text: str) -> bool:
    """Whether an amount stands there without a unit of its own."""
    return look_of(text) is Look.NUMBER and text.strip()[-1] in _LAST


def _names_units(texts: Sequence[str]) -> bool:
    """Whether a column holds nothing but units of amounts."""
    said = {word for text in texts if (word := bare(text))}
    return bool(said) and said <= UNITS


def _with_content(column: Column, texts: Sequence[str], chosen: Target, unit: str) -> Column:
    slot = chosen.slot(column.key)
    fraction = slot is not None and slot.field.kind is Kind.PERCENT and are_fractions(texts)
    return replace(column, unit=column.head.unit or unit, as_fraction=fraction)


def _with_headings(
    columns: tuple[Column, ...], found: Sequence[Role], texts: Sequence[Sequence[str]]
) -> tuple[Column, ...]:
    """Where headings between the rows name the groups, projects that all differ are the contracts' names."""
    keys = {one.key: one for one in columns}
    group = keys.get(GROUP)
    if group is None or NAME in keys or Role.GROUP not in found:
        return columns
    names = [bare(text) for text in texts[group.index] if bare(text)]
    if len(set(names)) < len(names):
        return columns
    return tuple(replace(one, key=NAME) if one is group else one for one in columns)


def _is_money(chosen: Target, column: Column) -> bool:
    slot = chosen.slot(column.key)
    return slot is not None and slot.field.kind is Kind.MONEY


def _unit_of_other_heads(chosen: Target, columns: Iterable[Column]) -> str:
    """The unit that some heads name, where all that name one agree: it is meant for the others, too."""
    units = {one.head.unit for one in columns if one.head.unit and _is_money(chosen, one)}
    return units.pop() if len(units) == 1 else ""


def _guessed_unit(columns: Iterable[Column], texts: Sequence[Sequence[str]], chosen: Target) -> str:
    amounts = sorted(
        Decimal(bare(text).replace(",", ""))
        for column in columns if _is_money(chosen, column) and not column.head.unit
        for text in texts[column.index]
        if look_of(text) is Look.NUMBER and bare(text).replace(",", "").replace(".", "").isdecimal()
    )  # fmt: skip
    return "元" if amounts and amounts[len(amounts) // 2] > LIKELY_YUAN else "万元"


def _best(head: HeadRows, texts: Sequence[Sequence[str]], wanted: str) -> tuple[Target, tuple[Column, ...]]:
    looks = [look_of_column(each)[0] for each in texts]
    candidates = (target(wanted),) if wanted else targets()
    rated = []
    for place, each in enumerate(candidates):
        columns = matched(each, head, looks)
        taken = {one.key.partition("@")[0] for one in columns if one.score >= ENOUGH}
        missing = sum(key not in taken for key in each.decisive) or (not each.decisive and len(taken) < 3)
        score = sum(one.score for one in columns if one.key) + (0.3 if each.name == CONTRACTS else 0)
        rated.append((missing > 0 and not wanted, -score, place, each, columns))
    _, _, _, chosen, columns = min(rated, key=lambda one: one[:3])
    return chosen, columns
