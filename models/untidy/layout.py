"""How a foreign table is read: its target, its head, and for each column the slot, the unit and how sure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from difflib import SequenceMatcher

from models.fields import Kind
from models.untidy.content import Look, are_fractions, fits, look_of, look_of_column
from models.untidy.grid import Grid, bare
from models.untidy.heads import Head, HeadRows, find_head, head_at, parsed, unit_beside
from models.untidy.lines import Role, Step, no_step, roles
from models.untidy.targets import CONTRACTS, IGNORED, Slot, Target, target, targets
from models.untidy.words import CONTRARY, SERIAL

LOOKED_AT = 200
"""Data rows by which the content of columns is judged."""

SURE, ENOUGH = 0.8, 0.45
MISFIT = 0.6
"""What a head is worth over cells that do not look like its field: enough if exact, never sure."""

LIKELY_YUAN = 20_000
"""Amounts whose middle one is above this, without a unit anywhere, are likely in 元."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, the slot it fills (or none), the unit of its amounts, and how sure that is."""

    index: int
    head: Head
    key: str = IGNORED
    unit: str = ""
    score: float = 0.0
    others: tuple[str, ...] = ()
    as_fraction: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A table understood. `unit_said` tells whether any text names the unit; `given` are fields that all
    rows share by slot key, such as the fund they belong to."""

    target: Target
    head: HeadRows
    columns: tuple[Column, ...]
    roles: tuple[Role, ...]
    unit: str
    unit_said: bool
    given: Mapping[str, str] = field(default_factory=dict)

    def of(self, key: str) -> Column | None:
        """The column that fills a slot."""
        return next((one for one in self.columns if one.key == key), None)

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
        told = [one for one in self.columns if not one.head.is_serial and one.head.text]
        return bool(told) and self.head.first >= 0 and all(one.score >= SURE for one in told)

    @property
    def open_columns(self) -> list[Column]:
        """The columns with a head that fill no slot."""
        return [one for one in self.columns if not one.key and one.head.text and not one.head.is_serial]

    def with_column(self, index: int, key: str) -> Layout:
        """The same with a column filling another slot; a column that filled it is set free."""
        changed = tuple(
            replace(one, key=key, score=1.0) if one.index == index
            else replace(one, key=IGNORED) if key and one.key == key else one
            for one in self.columns
        )  # fmt: skip
        return replace(self, columns=changed)

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
    is_said = bool(said) or all(one.head.unit for one in columns if _is_money(chosen, one))
    return Layout(chosen, head, columns, found, unit, is_said)


def _with_content(column: Column, texts: Sequence[str], chosen: Target, unit: str) -> Column:
    slot = chosen.slot(column.key)
    fraction = slot is not None and slot.field.kind is Kind.PERCENT and are_fractions(texts)
    return replace(column, unit=column.head.unit or unit, as_fraction=fraction)


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
        columns = _matched(each, head, looks)
        taken = {one.key.partition("@")[0] for one in columns if one.score >= ENOUGH}
        missing = sum(key not in taken for key in each.decisive) or (not each.decisive and len(taken) < 3)
        score = sum(one.score for one in columns if one.key) + (0.3 if each.name == CONTRACTS else 0)
        rated.append((missing > 0 and not wanted, -score, place, each, columns))
    _, _, _, chosen, columns = min(rated, key=lambda one: one[:3])
    return chosen, columns


def _matched(chosen: Target, head: HeadRows, looks: Sequence[Look]) -> tuple[Column, ...]:
    """Each slot goes to the column that fits it best, each column to the best slot that is left."""
    offers: list[tuple[float, int, str]] = []
    for at, one in enumerate(head.heads):
        if one.is_serial and (looks[at] is Look.COUNT or one.word == SERIAL[0]):
            continue
        for slot in chosen.slots:
            score = _likeness(one, slot, looks[at], has_head=head.first >= 0)
            if score >= ENOUGH / 2:
                key = slot.of_year(one.year).key if slot.yearly and one.year else slot.key
                offers.append((score, at, key))
    offers.sort(key=lambda offer: (-offer[0], offer[1]))
    keys: dict[int, tuple[str, float]] = {}
    used: set[str] = set()
    for score, at, key in offers:
        if at not in keys and key not in used and score >= (ENOUGH if head.first >= 0 else 0.2):
            keys[at] = (key, score)
            used.add(key)
    made = []
    for at, one in enumerate(head.heads):
        key, score = keys.get(at, (IGNORED, 0.0))
        others = tuple(offered for _, place, offered in offers if place == at and offered != key)
        made.append(Column(at, one, key, score=score, others=others[:3]))
    return tuple(made)


def _likeness(head: Head, slot: Slot, look: Look, *, has_head: bool) -> float:
    if not has_head:
        return _by_content(slot, look)
    best = max(
        (_word_likeness(head.word, bare(word), first=at == 0) for at, word in enumerate(slot.words)),
        default=0,
    )
    if not fits(slot.field, look):
        best *= MISFIT
    if slot.yearly and head.year:
        best = min(1.0, best + 0.02)
    return best


def _word_likeness(head: str, word: str, *, first: bool) -> float:
    if not head or not word:
        return 0.0
    if head == word:
        return 1.0 if first else 0.97
    if len(word) > 1 and word in head:
        if CONTRARY.search(head.replace(word, "", 1)):
            return 0.0
        return 0.55 + 0.35 * len(word) / len(head)
    if len(head) > 1 and head in word:
        return 0.5 + 0.35 * len(head) / len(word)
    if CONTRARY.search(head) and not CONTRARY.search(word):
        return 0.0
    ratio = SequenceMatcher(None, head, word).ratio()
    return 0.75 * ratio if ratio >= 0.6 else 0.0


def _by_content(slot: Slot, look: Look) -> float:
    """How well content alone speaks for a slot: never sure, but a start."""
    if look is Look.DOCUMENT:
        return 0.44 if slot.field.name == "document_number" else 0.0
    if look is Look.PHONE:
        return 0.44 if slot.field.name == "phone" else 0.0
    kinds = {Look.NUMBER: (Kind.MONEY,), Look.DATE: (Kind.DATE,), Look.PERCENT: (Kind.PERCENT,)}
    if look in kinds:
        return 0.4 if slot.field.kind in kinds[look] else 0.0
    is_name = slot.field.required and slot.field.kind in (Kind.TEXT, Kind.REF)
    return 0.3 if look is Look.TEXT and is_name else 0.0
