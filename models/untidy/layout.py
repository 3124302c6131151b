"""How a foreign table is read: its target, its head, and for each column the slot, the unit and how sure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from difflib import SequenceMatcher
from functools import cache, cached_property, lru_cache

from models.fields import Kind
from models.untidy.content import Look, are_fractions, fits, look_of, look_of_column
from models.untidy.grid import Grid, bare
from models.untidy.heads import Head, HeadRows, find_head, head_at, parsed, unit_beside
from models.untidy.lines import Role, Step, no_step, roles
from models.untidy.targets import CONTRACTS, IGNORED, Slot, Target, target, targets
from models.untidy.words import CONTRARY, PERIOD_HEAD, SERIAL

LOOKED_AT = 200
"""Data rows by which the content of columns is judged."""

SURE, ENOUGH = 0.8, 0.45
ALIKE = 0.6
"""Share of letters that two words must have in common to be alike at all."""

MISFIT = 0.6
"""What a head is worth over cells that do not look like its field: enough if exact, never sure."""

EXACT, LEAF, INSTALMENT_SCORE, BARE_YEAR = 0.97, 0.97, 0.9, 0.6
"""What a further word of a slot is worth, the lowest row of a head alone, 进度款, and 2018年 over amounts."""

PAID, GROUP, NAME = "payment.amount", "contract_group.name", "contract.name"
_Offer = tuple[float, int, str]

UNITS = frozenset({"元", "万元", "亿元"})
_LAST = "0123456789０１２３４５６７８９)）"

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
        columns = _matched(each, head, looks)
        taken = {one.key.partition("@")[0] for one in columns if one.score >= ENOUGH}
        missing = sum(key not in taken for key in each.decisive) or (not each.decisive and len(taken) < 3)
        score = sum(one.score for one in columns if one.key) + (0.3 if each.name == CONTRACTS else 0)
        rated.append((missing > 0 and not wanted, -score, place, each, columns))
    _, _, _, chosen, columns = min(rated, key=lambda one: one[:3])
    return chosen, columns


def _matched(chosen: Target, head: HeadRows, looks: Sequence[Look]) -> tuple[Column, ...]:
    """Each slot goes to the column that fits it best, each column to the best slot that is left."""
    offers: list[_Offer] = []
    for at, one in enumerate(head.heads):
        if one.is_serial and (looks[at] is Look.COUNT or one.word == SERIAL[0]):
            continue
        for slot in chosen.slots:
            score = _likeness(one, slot, looks[at], has_head=head.first >= 0)
            if score >= ENOUGH / 2:
                offers.append((score, at, slot.of(one.when).key if slot.repeated else slot.key))
    offers.sort(key=lambda offer: (-offer[0], offer[1]))
    keys = _given_out(chosen, offers, ENOUGH if head.first >= 0 else 0.2)
    made = []
    for at, one in enumerate(head.heads):
        key, score = keys.get(at, (IGNORED, 0.0))
        others = tuple(offered for _, place, offered in offers if place == at and offered != key)
        made.append(Column(at, one, key, score=score, others=others[:3]))
    return numbered(chosen, _without_sums(made))


def _given_out(chosen: Target, offers: Sequence[_Offer], enough: float) -> dict[int, tuple[str, float]]:
    """Slots to columns, the best offers first; what lacks the slot that it needs is offered no more."""
    keys: dict[int, tuple[str, float]] = {}
    used: set[str] = set()
    repeated = {one.key for one in chosen.slots if one.repeated}
    for score, at, key in offers:
        if at not in keys and key not in used and score >= enough:
            keys[at] = (key, score)
            if key.partition("@")[0] not in repeated:
                used.add(key)
    filled = {key.partition("@")[0] for key, _ in keys.values()}
    lacking = [table for table, needed in chosen.needs.items() if needed not in filled]
    rest = [offer for offer in offers if offer[2].partition(".")[0] not in lacking]
    return keys if len(rest) == len(offers) else _given_out(chosen, rest, enough)


def _without_sums(columns: Sequence[Column]) -> list[Column]:
    """Payments beside instalments or years are their sum, or say nothing of when: they are not taken."""
    amounts = [one for one in columns if one.key.partition("@")[0] == PAID]
    parts = [one for one in amounts if one.head.when or one.head.is_instalment]
    kept = parts or amounts[:1]
    return [replace(one, key=IGNORED, score=0.0) if one in amounts and one not in kept else one
            for one in columns]  # fmt: skip


def numbered(chosen: Target, columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns with keys that tell several payments apart; a date goes with the amount beside it."""
    found = list(columns)
    taken: dict[str, int] = {}
    for at, one in enumerate(found):
        slot = chosen.slot(one.key)
        if slot is not None and slot.repeated and slot.of("").key == PAID:
            taken[slot.when] = taken.get(slot.when, 0) + 1
            number = taken[slot.when] if taken[slot.when] > 1 else 0
            found[at] = replace(one, key=slot.of(slot.when, number).key)
    amounts = [one for one in found if one.key.partition("@")[0] == PAID]
    used = {one.key for one in amounts}
    for at, one in enumerate(found):
        slot = chosen.slot(one.key)
        if slot is None or not slot.repeated or one in amounts:
            continue
        beside = _beside(amounts, at)
        part = beside.key.partition("@")[2] if beside is not None else ""
        key = f"{slot.of('').key}@{part}" if part else slot.of("").key
        found[at] = replace(one, key=IGNORED if key in used else key)
        used.add(key)
    return tuple(found)


def _beside(amounts: Sequence[Column], at: int) -> Column | None:
    """The amount that stands nearest to a column, one to its left before one to its right."""
    left = [one for one in amounts if one.index < at]
    return left[-1] if left else amounts[0] if amounts else None


def _likeness(head: Head, slot: Slot, look: Look, *, has_head: bool) -> float:
    if not has_head:
        return _by_content(slot, look)
    if look not in (Look.PERIOD, Look.DATE, Look.EMPTY) and PERIOD_HEAD.search(head.word):
        return 0.0
    best = max(
        (_word_likeness(head.word, word, at) for at, word in enumerate(bare_words(slot.words))), default=0.0
    )
    if head.leaf and head.leaf != head.word and not CONTRARY.search(head.word.removesuffix(head.leaf)):
        lower = (_word_likeness(head.leaf, word, at) for at, word in enumerate(bare_words(slot.words)))
        best = max(best, LEAF * max(lower, default=0.0))
    is_paid = slot.key == PAID
    if is_paid and head.is_instalment:
        best = max(best, INSTALMENT_SCORE)
    if is_paid and head.year and not head.word and look is Look.NUMBER:
        best = max(best, BARE_YEAR)
    if not fits(slot.field, look) or (best < SURE and slot.field.kind is Kind.TEXT and look is Look.NUMBER):
        best *= MISFIT
    if is_paid and head.year:
        best = min(1.0, best + 0.02)
    return best


@cache
def bare_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a slot as they are compared."""
    return tuple(bare(word) for word in words)


@lru_cache(maxsize=20_000)
def _word_likeness(head: str, word: str, place: int) -> float:
    """How like a head is to the word of that place in a slot's list: the first are the most wanted."""
    if not head or not word:
        return 0.0
    if head == word:
        return 1.0 if place == 0 else EXACT - place / 1000
    if len(word) > 1 and word in head:
        if CONTRARY.search(head.replace(word, "", 1)):
            return 0.0
        return 0.55 + 0.35 * len(word) / len(head)
    if len(head) > 1 and head in word:
        return 0.5 + 0.35 * len(head) / len(word)
    if CONTRARY.search(head) and not CONTRARY.search(word):
        return 0.0
    most = 2 * len(set(head) & set(word)) + abs(len(head) - len(set(head)))
    if most < ALIKE * (len(head) + len(word)):
        return 0.0
    ratio = SequenceMatcher(None, head, word).ratio()
    return 0.75 * ratio if ratio >= ALIKE else 0.0


def _by_content(slot: Slot, look: Look) -> float:
    """How well content alone speaks for a slot: never sure, but a start."""
    if look is Look.DOCUMENT:
        return 0.44 if slot.field.name == "document_number" else 0.0
    if look is Look.PHONE:
        return 0.44 if slot.field.name == "phone" else 0.0
    kinds = {Look.NUMBER: (Kind.MONEY,), Look.DATE: (Kind.DATE,), Look.PERCENT: (Kind.PERCENT,)}
    if look in kinds:
        return 0.4 if slot.field.kind in kinds[look] else 0.0
    if look is Look.COMPANY:
        return 0.44 if slot.field.name in ("vendor", "payee", "organization") else 0.0
    is_name = slot.field.required and slot.field.kind in (Kind.TEXT, Kind.REF) and not slot.field.owner
    return 0.3 if look is Look.TEXT and is_name and slot.table != "contract_group" else 0.0
