"""Following a renamed row through live text: only the expressions of fields and the keys of inserts."""

from __future__ import annotations

from collections.abc import Callable

from models.report.inserts import ARGUMENTS
from models.report.live.syntax import Insert, expressions, insert_key, read_line

Rename = Callable[[str], str]


def followed(text: str, collection: str, old: str, new: str, rename: Rename) -> str:
    """The text with the row's new name wherever a field or an insert quoted the old one.

    `rename` does it within one expression. Words, pinned words and everything else stay byte for byte.
    """
    return "".join(_line(each, collection, old, new, rename) for each in text.splitlines(keepends=True))


def _line(line: str, collection: str, old: str, new: str, rename: Rename) -> str:
    insert = read_line(line)
    if isinstance(insert, Insert):
        key = insert_key(line)
        of = ARGUMENTS.get((insert.kind, insert.name))
        if key is None or of != collection or insert.argument != old:
            return line
        return line[: key.start] + key.quoted(new) + line[key.end :]
    pieces, done = [], 0
    for start, end in expressions(line):
        pieces += [line[done:start], rename(line[start:end])]
        done = end
    return "".join([*pieces, line[done:]])
