"""Where rows are quoted by their code or name, so that a new name is followed there in the same edit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial

from models.fields import Kind
from models.report.live.places import PROSE
from models.schema import SCHEMA


@dataclass(frozen=True, slots=True)
class Place:
    """A field whose text quotes rows: a formula as a whole, or words with live fields in them."""

    table: str
    field: str
    live: bool = False


FORMULAS = (Place("indicator", "formula"), Place("cap", "condition"))
LIVE: Mapping[str, tuple[str, ...]] = {"section": ("text", "base"), **PROSE}
"""The texts in which people may write live fields, and what was proposed before they did."""

PLACES = (*FORMULAS, *(Place(table, name, live=True) for table, names in LIVE.items() for name in names))


@cache
def _collections() -> Mapping[tuple[str, str], str]:
    from models.formula.words import FIGURES
    from models.report.live.scope import REPORT_COLLECTIONS

    found = {(each.table, key): word for word, each in REPORT_COLLECTIONS.items() for key in each.keys}
    found["figure", "name"] = FIGURES
    return {key: word for key, word in found.items() if SCHEMA[key[0]].field(key[1]).kind is Kind.TEXT}


def is_key(table: str, field: str) -> bool:
    """Whether formulas and live fields name rows of the table by this field."""
    return field != "void_reason" and (table, field) in _collections()


def renamed(place: Place, text: str, table: str, field: str, old: str, new: str) -> str:
    """The text with the row's new name where it quoted the old one, all else byte for byte."""
    from models.formula import rename
    from models.report.live.following import followed

    collection = _collections()[table, field]
    if not place.live:
        return rename(text, collection, old, new)
    return followed(text, collection, old, new, partial(_renamed_in, collection=collection, old=old, new=new))


def _renamed_in(expression: str, *, collection: str, old: str, new: str) -> str:
    from models.formula import rename

    return rename(expression, collection, old, new)
