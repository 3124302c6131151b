"""Blocks of typed cells, as pasted, filled or replaced: read cell by cell, then written as one edit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from models.dates import BadValue
from models.fields import Row, Value
from models.records import Records
from models.sayings import saying, sentence_of, word
from models.schema import SCHEMA
from services.typed_values import parse_in_row, unknown_name

STRIDE = 250
"""Rows between two words to whoever watches."""


class Edits(Protocol):
    """What an open edit can do to rows."""

    def insert(self, table: str, values: Row) -> str:
        """Make a row and give its id."""

    def update(self, table: str, row_id: str, values: Row) -> None:
        """Change fields of a row."""


EditDoor = Callable[[str], AbstractContextManager[Edits]]
"""The only door to the rows: `Workspace.edit` or `Project.edit`, taking the label for the history."""

Watch = Callable[[int, int], None]
"""Told how many rows of how many are done; may raise Stopped, and then nothing is written."""


class Stopped(Exception):  # noqa: N818
    """A person stopped it; nothing of it lasts."""


@dataclass(frozen=True, slots=True)
class TypedRow:
    """Texts for some fields of one row: of an existing one, or of a new one with what it starts from."""

    texts: Mapping[str, str]
    row_id: str | None = None
    start: Row = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refused:
    """One cell whose text cannot be taken: which row of the block (from 0), which field, and why."""

    number: int
    field: str
    text: str
    sentence: str


class NotWritten(BadValue):
    """A block of which nothing is written; `first` is the first cell that cannot be taken."""

    def __init__(self, sentence: str, first: Refused) -> None:
        super().__init__(sentence)
        self.first = first


@dataclass(frozen=True, slots=True)
class ReadRow:
    """What a typed row means; `made` are the names of rows of other tables that it calls into being."""

    row_id: str | None
    start: Row
    values: Mapping[str, Value]
    made: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Block:
    """A block that has been read: what can be written, and what cannot."""

    rows: Sequence[ReadRow]
    refused: Sequence[Refused]


def read_block(
    records: Records, table: str, rows: Sequence[TypedRow], watch: Watch = lambda done, whole: None
) -> Block:
    """What the texts mean. The same text in the same field is read once, whatever the number of rows."""
    known: dict[tuple[str, str], tuple[Value, str | None] | str] = {}

    def meaning(row_id: str | None, name: str, text: str) -> tuple[Value, str | None]:
        if table == "setting":
            return _meaning(records, table, row_id, name, text)
        key = (name, text)
        if key not in known:
            try:
                known[key] = _meaning(records, table, None, name, text)
            except BadValue as wrong:
                known[key] = sentence_of(wrong)
        found = known[key]
        if isinstance(found, str):
            raise BadValue(found)
        return found

    ready, refused = [], []
    for number, typed in enumerate(rows):
        if number % STRIDE == 0:
            watch(number, len(rows))
        values: dict[str, Value] = {}
        made: dict[str, str] = {}
        for name, text in typed.texts.items():
            try:
                values[name], unknown = meaning(typed.row_id, name, text)
            except BadValue as wrong:
                refused.append(Refused(number, name, text, sentence_of(wrong)))
                continue
            if unknown is not None:
                made[name] = unknown
        ready.append(ReadRow(typed.row_id, typed.start, values, made))
    return Block(ready, refused)


def _meaning(
    records: Records, table: str, row_id: str | None, name: str, text: str
) -> tuple[Value, str | None]:
    unknown = unknown_name(records, table, name, text)
    if unknown is not None:
        return None, unknown
    return parse_in_row(records, table, records.get(table, row_id), name, text), None


def write_block(
    edit: EditDoor, table: str, block: Block, label: str, watch: Watch = lambda done, whole: None
) -> list[str]:
    """Write what could be read as one edit; the ids of the rows, in order. Refused cells stay as they are.

    A new row of which nothing could be read is not made; its id is empty.
    """
    fresh: dict[tuple[str, str], str] = {}
    ids: list[str] = []
    if not any(row.values for row in block.rows):
        return [row.row_id or "" for row in block.rows]
    with edit(label) as door:
        for number, row in enumerate(block.rows):
            if number % STRIDE == 0:
                watch(number, len(block.rows))
            values = dict(row.values)
            for name, text in row.made.items():
                target = SCHEMA[SCHEMA[table].field(name).table]
                if (target.name, text) not in fresh:
                    fresh[target.name, text] = door.insert(target.name, {target.make_from_text: text})
                values[name] = fresh[target.name, text]
            if row.row_id is None:
                is_read = any(value is not None for value in values.values())
                ids.append(door.insert(table, {**row.start, **values}) if is_read else "")
            else:
                if values:
                    door.update(table, row.row_id, values)
                ids.append(row.row_id)
        watch(len(block.rows), len(block.rows))
    return ids


def set_block(
    edit: EditDoor, records: Records, table: str, rows: Sequence[TypedRow], label: str
) -> list[str]:
    """Write all of a block as one edit or nothing, and give the ids of the rows.

    Raises NotWritten naming the first row and field that cannot be taken, and how many others there are.
    """
    block = read_block(records, table, rows)
    if block.refused:
        first, several = block.refused[0], len(rows) > 1 or any(len(each.texts) > 1 for each in rows)
        label = word(SCHEMA[table].field(first.field).label)
        place = saying("第 {0} 行{1}：", first.number + 1, label) if several else ""
        more = saying("（另有 {0} 处）", len(block.refused) - 1) if len(block.refused) > 1 else ""
        raise NotWritten(saying("没有写入。{0}{1}{2}", place, first.sentence, more), first)
    return write_block(edit, table, block, label)
