"""How passages are written: words and fields put together to lines of live text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from models.fields import Row
from models.report.live.syntax import Field, Line, LineStyle, Words, plain_start
from models.report.material import Material

Said = str | Field
"""What a line is made of: words that mean themselves, or a field."""


def line(*said: Said, style: LineStyle = "body") -> str:
    """A line of live text; nothing in the words is taken for a field."""
    pieces = tuple(Words(" ".join(each.split("\n"))) if isinstance(each, str) else each for each in said)
    return Line(pieces, style).text


def heading(level: int, *said: Said) -> str:
    """A heading of the second or third level; its number is given when it is printed."""
    return line(*said, style="heading2" if level == 2 else "heading3")


def prose(text: str | None) -> Iterator[str]:
    """What people wrote in a row, a line for each of its lines; fields that they wrote are fields."""
    for written in (text or "").splitlines():
        if written.strip():
            yield plain_start(written.strip())


def of(material: Material, table: str, row: Row, name: str, way: str = "") -> Field:
    """The field for a fact or labelled field of a row: {资金["F2"].已支付}."""
    return Field(f"{material.scope.written(table, row)}.{name}", way)


def joined(parts: Iterable[Iterable[Said]], by: Said = "、") -> list[Said]:
    """Several pieces of a line with something between them."""
    found: list[Said] = []
    for part in parts:
        found += [by, *part] if found else part
    return found
