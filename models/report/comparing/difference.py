"""One thing in which two versions differ, and how its sentence quotes texts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from models.fields import NUMERIC, Field
from models.fields import Kind as FieldKind
from models.report.blocks import Source
from models.sayings import listing, saying
from models.schema import SCHEMA

Kind = Literal["score", "figure", "words", "table", "data"]
KINDS: dict[Kind, str] = {
    "score": "得分和等次",
    "figure": "数字",
    "words": "文字",
    "table": "表格的行",
    "data": "数据",
}
"""The kinds in the order in which they are told, and what people call them."""

NUMBER = re.compile(r"[-−]?\d[\d,]*(?:\.\d+)?(?:万元|亿元|元|%|％|分(?!之))?")
_FIGURE = re.compile(NUMBER.pattern + "[\u4e00-\u9fff]{0,3}")
QUOTED = 60
SHORT = 6
NOTHING = "—"


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs: where in the report, what it is called, before and after ("" for nothing there).

    `count` is in how many places of the report, or how many rows; `sentence` says all of it; `source`
    leads to the row or fact where there is one.
    """

    kind: Kind
    place: str
    name: str
    before: str
    after: str
    count: int
    sentence: str
    source: Source | None = None


def is_number(text: str) -> bool:
    """Whether the text is one figure, with its unit or without."""
    return _FIGURE.fullmatch(text.strip()) is not None


def is_of(source: Source, text: str) -> bool:
    """Whether what is printed is the value of its source, and not a count or a sentence about it.

    A sentence may lead to the first of several rows: 11份合同 then has the source of one contract.
    """
    field = _field(source)
    name = source if isinstance(source, str) else source[2]
    if name.endswith("率") and is_number(text) and "%" not in text:
        return False
    if field is not None:
        if field.kind not in NUMERIC:
            return field.kind is not FieldKind.LONGTEXT and not is_number(text)
        return is_number(text) and ("." in text or field.kind in (FieldKind.INTEGER, FieldKind.NUMBER))
    if not is_number(text):
        return isinstance(source, str) and len(text) <= SHORT
    return "." in text or name.endswith("数")


def _field(source: Source) -> Field | None:
    if isinstance(source, str) or source[0] not in SCHEMA or not SCHEMA[source[0]].has(source[2]):
        return None
    return SCHEMA[source[0]].field(source[2])


def shortened(text: str, most: int = QUOTED) -> str:
    """The text on one line, of a long one its beginning and end."""
    said = " ".join(text.split())
    return said if len(said) <= most else f"{said[: most * 2 // 3]}……{said[-most // 3 :]}"


def quoted(text: str, most: int = QUOTED) -> str:
    """The words in “”; quotation marks inside become ‘’."""
    return f"“{shortened(text, most).replace('“', '‘').replace('”', '’')}”"


def listed(words: Iterable[str], most: int = 3, between: str = "、") -> str:
    """The first few, then 等."""
    every = list(words)
    said = listing(every[:most], between)
    return saying("{0}等", said) if len(every) > most else said
