"""Where rows are quoted by their code or name, so that a new name is followed there in the same edit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from models.fields import Kind
from models.schema import SCHEMA


@dataclass(frozen=True, slots=True)
class Place:
    """A field whose text quotes rows: a formula as a whole, or prose with formulas in it."""

    table: str
    field: str
    prose: bool = False


PLACES = (Place("indicator", "formula"), Place("cap", "condition"), Place("section", "text", prose=True))


@cache
def _collections() -> Mapping[tuple[str, str], str]:
    from models.formula.words import FIGURES
    from models.scope import COLLECTIONS

    found = {(each.table, key): word for word, each in COLLECTIONS.items() for key in each.keys}
    found["figure", "name"] = FIGURES
    return {key: word for key, word in found.items() if SCHEMA[key[0]].field(key[1]).kind is Kind.TEXT}


def is_key(table: str, field: str) -> bool:
    """Whether formulas name rows of the table by this field."""
    return field != "void_reason" and (table, field) in _collections()


def renamed(place: Place, text: str, table: str, field: str, old: str, new: str) -> str:
    """The text with the row's new name where it quoted the old one, all else byte for byte."""
    from models.formula import rename

    collection = _collections()[table, field]
    if not place.prose:
        return rename(text, collection, old, new)
    # Prose may hold stray quotation marks, so each quoting is looked at by itself.
    quoting = re.compile(rf"(?:{collection}\s*[\[［【].*?[\]］】])|(?:序列\s*[(（].*?[)）])")
    return quoting.sub(lambda found: rename(found[0], collection, old, new), text)
