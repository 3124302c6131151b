"""The vocabulary in which every table and field is declared, once (see schema.py)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

Value = str | int | bool | Decimal | None
"""What a cell holds: money is an int of 分, number and percent are Decimal, None is "not given"."""

Row = Mapping[str, Any]
"""One row by field name; always with `id`, `position` and `void_reason` (None while the row is live)."""


class Kind(StrEnum):
    """What a field holds; `kinds` knows how each is typed, checked, stored and shown."""

    TEXT = "text"
    LONGTEXT = "longtext"
    MONEY = "money"
    NUMBER = "number"
    PERCENT = "percent"
    INTEGER = "integer"
    BOOL = "bool"
    CHOICE = "choice"
    REF = "ref"
    DATE = "date"


NUMERIC = frozenset({Kind.MONEY, Kind.NUMBER, Kind.PERCENT, Kind.INTEGER})


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a table.

    `label` is the user's word for it; `table` the table a ref points to; `owner` says that the row
    belongs to the row it points to and is void with it; `words` maps a stored choice to the word
    shown for it where the two differ; `minimum` and `maximum` bound numbers, money in 分; a number that is
    not `grouped` (a year) is shown without thousands separators; `since` is the schema version that
    brought the field.
    """

    name: str
    label: str
    kind: Kind = Kind.TEXT
    required: bool = False
    unique: bool = False
    choices: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    table: str = ""
    owner: bool = False
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    unit: str = ""
    grouped: bool = True
    help: str = ""
    since: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the project file.

    `title` names the fields by which people recognise a row; `code_prefix` marks tables whose
    `code` is given automatically; `single` a table of exactly one row; `make_from_text` a table in
    which an unknown name makes the row; `exchanged` whether the workbook carries it;
    `recorded` whether its changes stand in the history (attachments, which never change, do not);
    `since` the schema version that brought the table.
    """

    name: str
    label: str
    fields: tuple[Field, ...]
    title: tuple[str, ...] = ()
    code_prefix: str = ""
    single: bool = False
    voidable: bool = True
    make_from_text: str = ""
    exchanged: bool = True
    recorded: bool = True
    since: int = 1
    _by_name: Mapping[str, Field] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_name", {each.name: each for each in self.fields})

    def field(self, name: str) -> Field:
        """The field of that English name; KeyError if there is none."""
        found = self._by_name.get(name)
        if found is None:
            raise KeyError(f"{self.name}.{name}")
        return found

    def has(self, name: str) -> bool:
        """Whether the table declares a field of that English name."""
        return name in self._by_name

    def as_of(self, version: int) -> Table:
        """The table with the fields that it had in that schema version."""
        return replace(self, fields=tuple(each for each in self.fields if each.since <= version))

    @property
    def refs(self) -> tuple[Field, ...]:
        """The fields that point to other rows."""
        return tuple(each for each in self.fields if each.kind is Kind.REF)
