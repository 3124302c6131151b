"""Which column fills which slot: by the words of heads and by what the cells look like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache, lru_cache

from models.fields import Kind
from models.untidy.content import Look, fits
from models.untidy.grid import bare
from models.untidy.heads import Head, HeadRows
from models.untidy.targets import IGNORED, Slot, Target
from models.untidy.words import CONTRARY, PERIOD_HEAD, SERIAL

SURE, ENOUGH = 0.8, 0.45
ALIKE = 0.6
"""Share of letters that two words must have in common to be alike at all."""

MISFIT = 0.6
"""What a head is worth over cells that do not look like its field: enough if exact, never sure."""

EXACT, LEAF, INSTALMENT_SCORE, BARE_YEAR = 0.97, 0.97, 0.9, 0.6
"""What a further word of a slot is worth, the lowest row of a head alone, 进度款, and 2018年 over amounts."""

PAID, GROUP, NAME = "payment.amount", "contract_group.name", "contract.name"
_Offer = tuple[float, int, str]


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


def matched(chosen: Target, head: HeadRows, looks: Sequence[Look]) -> tuple[Column, ...]:
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
