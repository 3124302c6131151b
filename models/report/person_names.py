"""Names of natural persons: which fields hold them, what in these fields is one, and how it is masked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from models.report.everyday_words import (
    COMPOUND_SURNAMES,
    OFFICES,
    SURNAMES,
    TITLES,
)

Rows = Mapping[str, Iterable[Mapping[str, Any]]]
"""Rows by table, as the records or a frozen version have them."""

NAMES: tuple[tuple[str, str], ...] = (
    ("person", "name"),
    ("roster_entry", "name"),
    ("visit", "people"),
    ("visit", "confirmed_by"),
    ("voucher_check", "checker"),
    ("request", "provider"),
    ("evidence", "collected_by"),
    ("indicator", "scorer"),
    ("rectification", "responsible"),
    ("report_version", "frozen_by"),
)
"""Every field that holds names of natural persons. A payee is an organisation and stays."""

PERSONS_ONLY = frozenset({("person", "name"), ("roster_entry", "name")})
"""Fields of these in which no office is named."""

PHONES: tuple[tuple[str, str], ...] = (("roster_entry", "phone"),)
"""Every field that holds phone numbers."""

ORGANISATIONS: tuple[tuple[str, str], ...] = (
    ("vendor", "name"),
    ("vendor", "aliases"),
    ("project", "title"),
    ("project", "unit"),
    ("project", "unit_short"),
    ("project", "department"),
    ("project", "commissioner"),
    ("project", "evaluator"),
    ("person", "organization"),
    ("roster_entry", "organization"),
    ("fund", "name"),
    ("fund", "short_name"),
    ("fund", "implementer"),
    ("contract", "name"),
    ("payment", "payee"),
    ("expense", "payee"),
    ("evidence", "source"),
    ("recommendation", "responsible"),
    ("basis", "issuer"),
)
"""Names of organisations and undertakings: they stay whole even where a person's name is part of them."""

_PARTS = re.compile(r"[、，,；;：:／/\s（）()\[\]【】＋+&]+|(?<=\S\S)[和与及](?=\S{2,})")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]{2,5}")
_SPACED = re.compile(r"([\u3400-\u9fff])[\s\u3000]+([\u3400-\u9fff])")
_DOTTED = re.compile(r"[\u3400-\u9fff]{1,8}(?:[·•・][\u3400-\u9fff]{1,8}){1,3}")
_LATIN = re.compile(r"[A-Za-z][A-Za-z'’.-]+(?:[ ·][A-Za-z][A-Za-z'’.-]*){0,3}")
_TITLED = re.compile(rf"(?:副?(?:{'|'.join(TITLES)}))$")
_DOTS = "·•・"


def names_in(rows: Rows) -> frozenset[str]:
    """Every name of a natural person in the fields that hold them."""
    return frozenset(
        name
        for place in NAMES
        for words in _values(rows, (place,))
        for name in _names_of(words, persons_only=place in PERSONS_ONLY)
    )


def phones_in(rows: Rows) -> frozenset[str]:
    """Every phone number typed into its own field, of seven digits and more."""
    typed = (words.strip() for words in _values(rows, PHONES))
    return frozenset(words for words in typed if 7 <= sum(map(str.isdigit, words)) <= 16 and len(words) <= 24)


def organisations_in(rows: Rows) -> frozenset[str]:
    """What organisations and undertakings are called."""
    return frozenset(words.strip() for words in _values(rows, ORGANISATIONS) if len(words.strip()) > 2)


def _values(rows: Rows, places: Iterable[tuple[str, str]]) -> Iterator[str]:
    for table, field in places:
        for row in rows.get(table, ()):
            words = row.get(field)
            if isinstance(words, str) and words:
                yield words


def _names_of(words: str, *, persons_only: bool) -> Iterator[str]:
    words = words.strip()
    if _LATIN.fullmatch(words):
        yield words
        return
    if spaced := _SPACED.fullmatch(words):
        yield words
        words = spaced[1] + spaced[2]
    for part in _PARTS.split(words):
        name = _TITLED.sub("", part)
        if is_name(name, persons_only=persons_only):
            yield name


def is_name(words: str, *, persons_only: bool = False) -> bool:
    """Whether these words are a person's name: a surname alone is none, and an office neither.

    Where persons and offices are written in one field, 张学 is a person and 财务科 or 金融办 an office.
    """
    if _DOTTED.fullmatch(words) or _LATIN.fullmatch(words):
        return True
    if not _HAN.fullmatch(words) or words in COMPOUND_SURNAMES:
        return False
    if not words.endswith(OFFICES):
        return True
    return len(words) <= 3 and (persons_only or words[0] in SURNAMES)


def mask_of(name: str) -> str:
    """张某某 for 张三丰, as long as the name, so that a text keeps its places.

    欧阳锋 is 欧阳某, 买买提·艾力 is 买某某·某某, John Smith is J*** S****.
    """
    if name.isascii():
        return re.sub(r"(?<=[A-Za-z])[A-Za-z]", "*", name)
    kept = 2 if name[:2] in COMPOUND_SURNAMES and len(name) > 2 else 1
    return name[:kept] + "".join(char if char in _DOTS or char.isspace() else "某" for char in name[kept:])
