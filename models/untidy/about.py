"""What a table is about, by the words around it: the fund its rows belong to, and its title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.fields import Field, Row
from models.records import Records
from models.untidy.grid import Grid, bare, one_line
from models.untidy.layout import Layout
from models.untidy.lines import Role

SHORTEST = 3


def titled(grid: Grid, layout: Layout, records: Records) -> Layout:
    """The layout with what its rows belong to, as far as that can be told, and a title for nameless rows."""
    belonging = layout.target.belonging
    if belonging is None:
        return layout
    key = f"{_table(layout)}.{belonging.name}"
    if layout.of(key) is not None:
        return layout
    layout = replace(layout, owners=_owners(grid, layout, records, belonging))
    found = _row_of(grid, layout, records, belonging)
    if found is None:
        return layout
    words = records.key_of(belonging.table, found)
    name = str(found.get("short_name") or found.get("name") or found.get("title") or "")
    return layout.with_given(key, words).with_given("title", name)


def _owners(grid: Grid, layout: Layout, records: Records, field: Field) -> dict[int, str]:
    """What the headings between the rows name, by their rows."""
    found = {}
    headings = [at for at, role in enumerate(layout.roles)
                if at > layout.head.last and role in (Role.GROUP, Role.ABOVE)]  # fmt: skip
    for at in headings:
        texts = [bare(text) for text in grid.rows[at] if text]
        if row := _named(texts, records.live(field.table)):
            found[at] = records.key_of(field.table, row)
    return found


def belonging_key(layout: Layout) -> str:
    """The slot of what all rows belong to; nothing where they need not, or a column says it."""
    belonging = layout.target.belonging
    key = f"{_table(layout)}.{belonging.name}" if belonging is not None else ""
    return "" if layout.of(key) is not None else key


def _table(layout: Layout) -> str:
    return "contract" if layout.target.name == "contracts" else layout.target.name


def _row_of(grid: Grid, layout: Layout, records: Records, field: Field) -> Row | None:
    rows = records.live(field.table)
    above = [
        one_line(text)
        for at, role in enumerate(layout.roles)
        if role is Role.ABOVE and at < max(layout.head.first, 0)
        for text in grid.rows[at]
    ]
    best = _named([bare(text) for text in (*above, *grid.around) if text], rows)
    return best if best is not None else rows[0] if len(rows) == 1 else None


def _named(texts: Sequence[str], rows: Sequence[Row]) -> Row | None:
    """The row that the texts name with the most letters."""
    best, length = None, 0
    for row in rows:
        for name in ("name", "short_name", "title", "code"):
            word = bare(str(row.get(name) or ""))
            shortest = 2 if name == "code" else SHORTEST
            found = any(_says(text, word, is_code=name == "code") for text in texts)
            if len(word) >= shortest and found and len(word) > length:
                best, length = row, len(word)
    return best


def _says(text: str, word: str, *, is_code: bool) -> bool:
    if not is_code:
        return word in text or (len(text) > 5 and text in word)
    start = text.find(word)
    return start >= 0 and not text[start + len(word) : start + len(word) + 1].isdecimal()
