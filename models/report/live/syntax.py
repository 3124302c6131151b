"""How live text is written: lines of words with fields in braces, and inserts that stand on a line alone.

    ## 一个二级标题          the number （一） is given when it is printed
    ### 一个三级标题         the number 1. is given when it is printed
    > 一段小字
    预算执行率为{预算执行率}，结余{结余|数}万元。
    {表:资金总额及组成}       a table, {图:…} a chart, {段:…} a passage written from the data

A field is `{expression}`, with a way of writing it behind a bar, `{结余|亿元}`, and with the words that
somebody typed over it behind a bar and an equals sign, `{结余|=约270万元}`. `{{` is a brace that is
meant; a brace that opens no field is one too. `\\` before the first sign of a line takes its meaning away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from models.formula.words import CLOSERS

LineStyle = Literal["body", "note", "heading2", "heading3"]
InsertKind = Literal["表", "图", "段"]

FIELD_LIMIT = 1000
"""The most characters that a field may have; a longer stretch in braces is words."""

BARS = "|｜"
"""What parts a field's expression from the way it is written."""

BLANK = "\\"
"""The live text of a chapter in which nothing stands, which is not the same as no live text."""

_PREFIXES: tuple[tuple[str, LineStyle], ...] = (("### ", "heading3"), ("## ", "heading2"), ("> ", "note"))
_INSERT = re.compile(r'\{([表图段])[:：]([^(){}]+?)(?:[(（](?:"((?:[^"]|"")*)"|“([^”]*)”)[)）])?\}')
_MARKED = re.compile(r"[\\#>]|\{[表图段][:：]")


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field; `pinned` are the words typed over its value, None while it follows the data.

    `start` is where its brace stands in the line, for saying where a mistake is.
    """

    expression: str
    way: str = ""
    pinned: str | None = None
    start: int = field(default=0, compare=False)

    @property
    def text(self) -> str:
        """The field as it is written, with its braces."""
        way = f"|{self.way}" if self.way else ""
        pinned = "" if self.pinned is None else "|=" + " ".join(self.pinned.replace("}", "｝").split())
        return f"{{{self.expression}{way}{pinned}}}"


Piece = Words | Field


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or a heading."""

    pieces: tuple[Piece, ...]
    style: LineStyle = "body"

    @property
    def text(self) -> str:
        """The line as it is written."""
        prefix = next((mark for mark, style in _PREFIXES if style == self.style), "")
        written = "".join(
            each.text if isinstance(each, Field) else each.text.replace("{", "{{") for each in self.pieces
        )
        return prefix + (plain_start(written) if not prefix else written)


@dataclass(frozen=True, slots=True)
class Insert:
    """A table, chart or passage that the data give; `argument` says of what, where it is of something."""

    kind: InsertKind
    name: str
    argument: str = ""

    @property
    def text(self) -> str:
        """The insert as it is written."""
        key = self.argument.replace('"', '""')
        of = f'("{key}")' if self.argument else ""
        return f"{{{self.kind}:{self.name}{of}}}"


def read(text: str) -> Iterator[Line | Insert]:
    """The lines of live text; empty ones are only there to part the others."""
    for written in text.splitlines():
        if written.strip():
            yield read_line(written)


def read_line(written: str) -> Line | Insert:
    """One line of live text; whatever it is, it is read as something."""
    stripped = written.strip()
    found = _INSERT.fullmatch(stripped)
    if found and found[2].strip():
        argument = (found[3] or "").replace('""', '"') or found[4] or ""
        return Insert(found[1], found[2].strip(), argument)  # type: ignore[arg-type]
    for mark, style in _PREFIXES:
        if stripped.startswith(mark):
            return Line(tuple(pieces(stripped.removeprefix(mark).strip())), style)
    return Line(tuple(pieces(stripped.removeprefix("\\").strip())))


def canonical(text: str) -> str:
    """Live text as it is written when it is kept: what it says unchanged, without empty lines."""
    return "\n".join(written for each in read(text) if (written := each.text.strip()))


def pieces(text: str) -> Iterator[Piece]:
    """The words and fields of a line without its mark."""
    words: list[str] = []
    at = 0
    while at < len(text):
        if text.startswith("{{", at):
            words.append("{")
            at += 2
            continue
        end = _closing(text, at) if text[at] == "{" else -1
        if end < 0:
            words.append(text[at])
            at += 1
            continue
        if words:
            yield Words("".join(words))
            words = []
        yield read_field(text[at + 1 : end], at)
        at = end + 1
    if words:
        yield Words("".join(words))


def read_field(inner: str, start: int = 0) -> Field:
    """The field that stands between two braces."""
    expression, *rest = _parted(inner)
    pinned = rest.pop()[1:] if rest and rest[-1].startswith("=") else None
    return Field(expression.strip(), "|".join(rest).strip(), pinned, start)


def expressions(line: str) -> Iterator[tuple[int, int]]:
    """Where the expressions of a line's fields stand, the spaces around them with them."""
    for piece in pieces(line):
        if isinstance(piece, Field):
            start = piece.start + 1
            inner = line[start : _closing(line, piece.start)]
            yield start, start + len(_parted(inner)[0])


@dataclass(frozen=True, slots=True)
class Key:
    """Where the argument of an insert stands in its line, with its quotation marks."""

    start: int
    end: int
    closer: str

    def quoted(self, words: str) -> str:
        """Another argument in the same quotation marks; in those that can carry it where they cannot."""
        if self.closer == '"' or self.closer in words:
            return '"' + words.replace('"', '""') + '"'
        return f"“{words}”"


def insert_key(line: str) -> Key | None:
    """The argument of the insert that the line is; None where it has none."""
    found = _INSERT.search(line)
    for group, closer in ((3, '"'), (4, "”")):
        if found and found[group] is not None:
            return Key(found.start(group) - 1, found.end(group) + 1, closer)
    return None


def _closing(text: str, start: int) -> int:
    """Where the field that opens here closes; -1 when it opens none."""
    inner = text[start + 1 : start + FIELD_LIMIT]
    for at, char in _outside_quotes(inner):
        if char in BARS and inner.startswith("=", at + 1):
            at = inner.find("}", at)
        elif char == "{":
            return -1
        elif char != "}":
            continue
        return start + 1 + at if at >= 0 and inner[:at].strip() else -1
    return -1


def _outside_quotes(text: str) -> Iterator[tuple[int, str]]:
    """The characters that stand in no quoted key, with their places."""
    closer = ""
    for at, char in enumerate(text):
        if closer:
            closer = "" if char == closer else closer
        elif char in CLOSERS:
            closer = CLOSERS[char]
        else:
            yield at, char


def _parted(inner: str) -> list[str]:
    """The parts between bars, those inside quotation marks left alone."""
    parts, done = [], 0
    for at, char in _outside_quotes(inner):
        if char in BARS:
            parts.append(inner[done:at])
            done = at + 1
            if inner[done : done + 1] == "=":
                break
    return [*parts, inner[done:]]


def plain(words: str) -> str:
    """Words as live text carries them when no field is meant by them, on one line."""
    return " ".join(words.split("\n")).replace("{", "{{")


def plain_start(written: str) -> str:
    """A line so written that its first sign means nothing."""
    return f"\\{written}" if _MARKED.match(written) else written
