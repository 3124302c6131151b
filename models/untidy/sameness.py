"""Which entries of a foreign table are rows that the project has already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from models import kinds
from models.dates import BadValue
from models.fields import Kind, Row, Table
from models.records import Records
from models.schema import SCHEMA
from models.untidy.reading import Entry

Key = tuple[object, ...]

IDENTITIES: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "fund": (("code",), ("name",)),
    "contract": (("number",), ("fund", "name", "vendor")),
    "payment": (("contract", "paid_on", "amount"), ("contract", "paid_on")),
    "allocation": (("fund", "document_number", "kind", "amount"), ("fund", "document_number", "kind")),
    "expense": (("fund", "name", "amount", "paid_on"),),
    "roster_entry": (("roster", "name", "organization"),),
}
"""By which fields rows are the same, the surest first; other tables go by their owner and title."""

LOOSE = frozenset({("contract", "paid_on"), ("fund", "document_number", "kind")})
"""Identities that hold only where both sides have a single row of it."""


def same_rows(records: Records, entries: Sequence[Entry]) -> dict[Entry, str]:
    """The ids of existing rows by the entries that mean them; every row is meant once."""
    found: dict[Entry, str] = {}
    by_table: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_table[entry.table].append(entry)
    for name in SCHEMA:
        if name in by_table and records.live(name):
            _match(records, SCHEMA[name], by_table[name], found)
    return found


def _identities(table: Table) -> tuple[tuple[str, ...], ...]:
    owners = tuple(field.name for field in table.refs if field.owner)[:1]
    return IDENTITIES.get(table.name, ((*owners, *table.title),))


def _match(records: Records, table: Table, entries: Sequence[Entry], found: dict[Entry, str]) -> None:
    taken: set[str] = set()
    for fields in _identities(table):
        rows: dict[Key, list[str]] = defaultdict(list)
        for row in records.live(table.name):
            if row["id"] not in taken and (key := _key_of_row(table, row, fields)) is not None:
                rows[key].append(row["id"])
        mine: dict[Key, list[Entry]] = defaultdict(list)
        for entry in entries:
            if entry not in found and (key := _key(records, entry, fields, found)) is not None:
                mine[key].append(entry)
        for key, those in mine.items():
            if fields in LOOSE and (len(those) > 1 or len(rows.get(key, ())) > 1):
                continue
            for entry, row_id in zip(those, rows.get(key, ()), strict=False):
                found[entry] = row_id
                taken.add(row_id)


def _key_of_row(table: Table, row: Row, fields: Iterable[str]) -> Key | None:
    key = tuple(row[name] for name in fields)
    return None if key[-1] is None or all(part is None for part in key) else key


def _key(records: Records, entry: Entry, fields: Iterable[str], found: Mapping[Entry, str]) -> Key | None:
    parts: list[object] = []
    for name in fields:
        field = SCHEMA[entry.table].field(name)
        if field.kind is Kind.REF:
            part = _target(records, entry.refs.get(name, ""), field.table, found)
            if part is None and field.owner:
                return None
            parts.append(part)
            continue
        try:
            parts.append(kinds.parse(field, entry.values.get(name, "")))
        except BadValue:
            return None
    return None if parts[-1] is None or all(part is None for part in parts) else tuple(parts)


def _target(records: Records, meant: Entry | str, table: str, found: Mapping[Entry, str]) -> str | None:
    if isinstance(meant, Entry):
        return found.get(meant)
    hits = records.find(table, meant) if meant else ()
    return str(hits[0]["id"]) if len(hits) == 1 else None
