"""What is Chinese on an English screen, apart from what people typed into the project."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from models.fields import Kind
from models.records import Records
from models.schema import TABLES

CHINESE_SIGNS = re.compile("[\u3001-\u303f\u4e00-\u9fff\uff00-\uffef]")
TYPED = (Kind.TEXT, Kind.LONGTEXT)
SHORTEST = 2
"""Shorter typed words, such as units, are only taken for data where they stand behind a figure."""


def typed_words(records: Records) -> frozenset[str]:
    """Every text of the rows that somebody wrote, and each of its lines; no words of declarations."""
    words: set[str] = set()
    for table in TABLES:
        names = [field.name for field in table.fields if field.kind in TYPED]
        for row in records.all(table.name):
            words.update(line.strip() for name in names for line in str(row[name] or "").splitlines())
    return frozenset(word for word in words if CHINESE_SIGNS.search(word))


@cache
def _ordered(words: frozenset[str]) -> tuple[list[str], re.Pattern[str]]:
    short = [re.escape(word) for word in words if len(word) < SHORTEST]
    behind = re.compile(rf"(?<=[\d%½])\s?(?:{'|'.join(short) or '(?!)'})(?![\u4e00-\u9fff])")
    plain = {word.replace("“", "‘").replace("”", "’") for word in words}
    return sorted((word for word in words | plain if len(word) >= SHORTEST), key=len, reverse=True), behind


def without(text: str, words: frozenset[str] | Iterable[str]) -> str:
    """The text without these words, the longest first."""
    long, behind = _ordered(frozenset(words))
    for word in long:
        if word in text:
            text = text.replace(word, "")
    return behind.sub("", text)
