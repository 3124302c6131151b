"""What is Chinese on an English screen, apart from what people typed into the project."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from models.fields import Kind
from models.records import Records
from models.schema import TABLES

CHINESE_SIGNS = re.compile("[\u3001-\u303f\u4e00-\u9fff\uff00-\uffef]")
TYPED = (Kind.TEXT, Kind.LONGTEXT)
SHORTEST, TELLING = 2, 6
"""Words of fewer letters, such as units, count as data only where they stand alone; a part of a typed text
counts from so many letters on, as a name that is cut or shortened."""


def typed_words(records: Records) -> Iterator[str]:
    """Every text of the rows that somebody wrote, and each of its lines; no words of declarations."""
    for table in TABLES:
        names = [field.name for field in table.fields if field.kind in TYPED]
        for row in records.all(table.name):
            for name in names:
                yield from (line.strip() for line in str(row[name] or "").splitlines())


class OwnWords:
    """The Chinese of one project, to tell it from that of the program."""

    def __init__(self, words: Iterable[str]) -> None:
        found = {word for word in words if CHINESE_SIGNS.search(word)}
        found |= {word.replace("“", "‘").replace("”", "’") for word in found}
        self._whole = "\n".join(found)
        self._long = sorted((word for word in found if len(word) >= SHORTEST), key=len, reverse=True)
        short = "|".join(re.escape(word) for word in found if len(word) < SHORTEST) or "(?!)"
        self._alone = re.compile(rf"(?<![\u4e00-\u9fff])[（(]?(?:{short})[）)]?(?![\u4e00-\u9fff])")

    def left(self, text: str) -> str:
        """What of a text on the screen is Chinese and not of the project; empty where nothing is."""
        stem = text.removesuffix("…")
        if not CHINESE_SIGNS.search(stem) or (len(stem) >= TELLING and stem in self._whole):
            return ""
        if stem != text:
            stem = stem[: len(stem) - self._cut(stem)]
        for word in self._long:
            if word in stem:
                stem = stem.replace(word, "")
        rest = self._alone.sub("", stem.replace("\u3000", " "))
        return rest if CHINESE_SIGNS.search(rest) else ""

    def _cut(self, stem: str) -> int:
        """How many letters at the end of a cut text are the beginning of something typed."""
        return next((long for long in range(len(stem), 0, -1) if stem[-long:] in self._whole), 0)


def chinese_left(texts: Iterable[str], own: OwnWords) -> set[str]:
    """The texts in which the program itself speaks Chinese."""
    return {text for text in texts if own.left(text)}
