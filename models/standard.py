"""A standard: the indicator table of an evaluation without its values, to begin another one with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any

from models.fields import Row, Value
from models.records import Records
from models.schema import SCHEMA

CARRIED = (
    "code", "name", "weight", "explanation", "criteria", "measure", "formula", "unit", "target", "rule",
    "parameters",
)  # fmt: skip
"""The fields that say what an indicator is; what was found out about it is no part of a standard."""

PATH_MARK = " › "
LIKENESS, COMPARED = 0.5, 100
"""How much alike two names of one code must be to be one indicator, and how many characters count."""

Key = Callable[["Entry"], str]
"""The words by which an indicator is found in another standard; empty where it cannot be."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One indicator of a standard; `id` and `parent` hold within the standard only."""

    id: str
    parent: str | None
    values: Mapping[str, Value]

    @property
    def name(self) -> str:
        """The indicator's name; empty while it has none."""
        return str(self.values.get("name") or "")

    @property
    def code(self) -> str:
        """The indicator's code; empty where it has none."""
        return str(self.values.get("code") or "")


@dataclass(frozen=True)
class Standard:
    """An indicator table with its name and origin; entries stand in the order of the paper, parents first.

    `remark` says what of it is official and what is proposed here; `own` that a user saved it.
    """

    id: str
    title: str
    document: str
    kind: str
    remark: str
    entries: tuple[Entry, ...]
    own: bool = False

    @property
    def origin(self) -> str:
        """What a project says about where its table comes from."""
        named = f"{self.document}{'' if not self.document else ' '}{self.title}"
        return f"{named}。{self.remark}" if self.remark else named

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """Every indicator by its id within the standard."""
        return {entry.id: entry for entry in self.entries}

    def children(self, parent: str | None) -> tuple[Entry, ...]:
        """The indicators directly under one of them, or those of level 1 for None."""
        return tuple(entry for entry in self.entries if entry.parent == parent)

    def under(self, branch: str) -> tuple[Entry, ...]:
        """An indicator and all under it, parents first."""
        inside = {branch}
        found = []
        for entry in self.entries:
            if entry.id == branch or entry.parent in inside:
                inside.add(entry.id)
                found.append(entry)
        return tuple(found)

    def above(self, branch: str) -> tuple[Entry, ...]:
        """The indicators above one of them, level 1 first."""
        found: list[Entry] = []
        at = self.by_id[branch].parent
        while at is not None:
            found.insert(0, self.by_id[at])
            at = self.by_id[at].parent
        return tuple(found)

    def path(self, entry: Entry) -> str:
        """Where an indicator stands, by names: 过程 › 资金管理 › 预算执行率."""
        return PATH_MARK.join(each.name for each in (*self.above(entry.id), entry))


def from_rows(rows: Sequence[Row]) -> tuple[Entry, ...]:
    """Indicator rows as entries, parents before their children; a row without a parent here is of level 1.

    Rows that stand above themselves are left out: they have no place in a table.
    """
    known = {row["id"] for row in rows}
    under: dict[str | None, list[Row]] = {}
    for row in rows:
        under.setdefault(row["parent"] if row["parent"] in known else None, []).append(row)
    return tuple(_grown(under, None))


def _grown(under: Mapping[str | None, Sequence[Row]], parent: str | None) -> Iterator[Entry]:
    pending = [(row, parent) for row in reversed(under.get(parent, ()))]
    while pending:
        row, above = pending.pop()
        yield Entry(row["id"], above, {name: row[name] for name in CARRIED if row[name] is not None})
        pending += [(child, row["id"]) for child in reversed(under.get(row["id"], ()))]


def of_project(records: Records, identity: str, title: str) -> Standard:
    """A project's own table as a standard, without values, judgements and void rows."""
    project: Mapping[str, Any] = next(iter(records.all("project")), {})
    remark = f"取自项目“{project['title']}”" if project.get("title") else ""
    entries = from_rows(records.live("indicator"))
    return Standard(identity, title, "", str(project.get("kind") or ""), remark, entries, own=True)


@dataclass(frozen=True, slots=True)
class Changed:
    """An indicator that both standards have, with the fields that differ: label, text before, text after."""

    before: Entry
    after: Entry
    fields: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a second standard adds, lacks and changes against a first one; `same` counts the others."""

    added: tuple[Entry, ...]
    removed: tuple[Entry, ...]
    changed: tuple[Changed, ...]
    same: int


def compare(first: Standard, second: Standard) -> Comparison:
    """The differences from the first standard to the second.

    Indicators are the same where the names on the way to them are; else where their name is found once
    in each; else where code and place are the same and the names are much alike.
    """
    pairs = _pairs(first, second)
    matched = set(pairs.values())
    changed, same = [], 0
    for entry in first.entries:
        if entry.id not in pairs:
            continue
        other = second.by_id[pairs[entry.id]]
        fields = _differing(first, second, entry, other, pairs)
        if fields:
            changed.append(Changed(entry, other, fields))
        else:
            same += 1
    return Comparison(
        tuple(entry for entry in second.entries if entry.id not in matched),
        tuple(entry for entry in first.entries if entry.id not in pairs),
        tuple(changed),
        same,
    )


def _pairs(first: Standard, second: Standard) -> dict[str, str]:
    """The ids of the second standard by those of the first, for the indicators that both have."""
    pairs: dict[str, str] = {}

    def match(ours: Key, theirs: Key) -> int:
        found = _found(pairs, first.entries, second.entries, ours, theirs)
        pairs.update({one.id: other.id for one, other in found})
        return len(found)

    match(first.path, second.path)
    match(lambda entry: entry.name, lambda entry: entry.name)
    while _match_codes(pairs, first, second):
        pass
    return pairs


def _match_codes(pairs: dict[str, str], first: Standard, second: Standard) -> bool:
    """Pair what has the same code at the same place and a name that is much alike; whether any was."""

    def below_same(entry: Entry) -> str:
        above = None if entry.parent is None else pairs.get(entry.parent)
        known = entry.parent is None or above is not None
        return _coded(above, entry) if known else ""

    found = _found(
        pairs, first.entries, second.entries, below_same, lambda entry: _coded(entry.parent, entry)
    )
    alike = {one.id: other.id for one, other in found if _alike(one.name, other.name)}
    pairs.update(alike)
    return bool(alike)


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one[:COMPARED], other[:COMPARED], autojunk=False).ratio() >= LIKENESS


def _coded(parent: str | None, entry: Entry) -> str:
    return f"{parent or ''}\n{entry.code}" if entry.code else ""


def _found(
    pairs: Mapping[str, str],
    first: Sequence[Entry],
    second: Sequence[Entry],
    first_key: Key,
    second_key: Key,
) -> list[tuple[Entry, Entry]]:
    """What is still alone and has a key that is found once on each side."""
    taken = set(pairs.values())
    ours = _once([entry for entry in first if entry.id not in pairs], first_key)
    theirs = _once([entry for entry in second if entry.id not in taken], second_key)
    return [(ours[key], theirs[key]) for key in ours if key in theirs]


def _once(entries: Sequence[Entry], key: Key) -> dict[str, Entry]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if word := key(entry):
            found.setdefault(word, []).append(entry)
    return {word: hits[0] for word, hits in found.items() if len(hits) == 1}


def _differing(
    first: Standard, second: Standard, entry: Entry, other: Entry, pairs: Mapping[str, str]
) -> tuple[tuple[str, str, str], ...]:
    table = SCHEMA["indicator"]
    found = []
    above = None if entry.parent is None else pairs.get(entry.parent, "")
    if above != other.parent:
        found.append((table.field("parent").label, _above(first, entry), _above(second, other)))
    for name in CARRIED:
        before, after = entry.values.get(name), other.values.get(name)
        if before != after:
            field = table.field(name)
            found.append((field.label, _said(field.words, before), _said(field.words, after)))
    return tuple(found)


def _said(words: Mapping[str, str], value: Value) -> str:
    return "" if value is None else words.get(str(value), str(value))


def _above(standard: Standard, entry: Entry) -> str:
    return PATH_MARK.join(each.name for each in standard.above(entry.id))
