"""What each row of a foreign table is: data, total, group, note, blank, or the head again."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from models.sayings import saying
from models.untidy.content import Look, look_of
from models.untidy.grid import Grid, bare, one_line
from models.untidy.heads import HeadRows
from models.untidy.words import ENUMERATED, LABELLED, NOTE, NUMERAL, SUBTOTAL, TOTAL, UNIT_LINE

LONG_NOTE = 16
MOST_BARE = 20
"""Rows of nothing but numbers in a table whose other rows have words; where there are more, they are data."""

MANY = 4
"""Words that a total, a note or a heading has at most."""

_WORDS = (Look.TEXT, Look.DOCUMENT, Look.COMPANY)
STEP = 2_000
Step = Callable[[int, int], None]
"""Told how far the work is, of how much; raises to end it."""


class Role(StrEnum):
    """What a row is."""

    ABOVE = "above"
    HEAD = "head"
    DATA = "data"
    SUBTOTAL = "subtotal"
    TOTAL = "total"
    GROUP = "group"
    NOTE = "note"
    BLANK = "blank"
    HIDDEN = "hidden"


SAID = {
    Role.ABOVE: saying("标题"),
    Role.HEAD: saying("表头"),
    Role.SUBTOTAL: saying("小计"),
    Role.TOTAL: saying("合计"),
    Role.GROUP: saying("分组标题"),
    Role.NOTE: saying("表下说明"),
    Role.BLANK: saying("空行"),
    Role.HIDDEN: saying("隐藏的行"),
}


def no_step(_done: int, _of: int) -> None:
    """Nobody asks how far the work is."""


def roles(grid: Grid, head: HeadRows, step: Step = no_step) -> tuple[Role, ...]:
    """The role of every row."""
    again = {_words(grid, row) for row in range(head.first, head.last + 1)} if head.first >= 0 else set()
    starts = {words[0] for words in again if words}
    found: list[Role] = []
    for row in range(len(grid.rows)):
        if row % STEP == 0:
            step(row, len(grid.rows))
        if head.first <= row <= head.last:
            found.append(Role.HEAD)
        elif row < head.first:
            found.append(Role.BLANK if grid.is_blank(row) else Role.ABOVE)
        else:
            is_data = _is_plainly_data(grid, row) and _first(grid, row) not in starts
            found.append(Role.DATA if is_data else _role(grid, row, again))
    _find_nameless_totals(grid, found)
    _find_titles(grid, found, head.last)
    _find_headings(grid, found)
    return _with_notes(grid, found, start=max(head.last + 1, 0))


def _find_nameless_totals(grid: Grid, found: list[Role]) -> None:
    """Rows of nothing but amounts that are the sums of all rows above are totals that nobody called so."""
    bare_rows = [row for row, role in enumerate(found) if role is Role.DATA and _is_all_numbers(grid, row)]
    for row in bare_rows if len(bare_rows) <= MOST_BARE else ():
        above = [at for at in range(row) if found[at] is Role.DATA]
        said = {column: number for column in range(grid.width) if (number := _number(grid, row, column))}
        sums = {column: sum(_number(grid, at, column) for at in above) for column in said}
        if len(above) > 1 and said and said == sums:
            found[row] = Role.TOTAL


def _is_all_numbers(grid: Grid, row: int) -> bool:
    has_any = False
    for column in range(len(grid.rows[row])):
        if text := grid.own(row, column).strip():
            if look_of(text) is not Look.NUMBER:
                return False
            has_any = True
    return has_any


def _find_titles(grid: Grid, found: list[Role], last: int) -> None:
    """What stands over a head that is repeated is its title, and no data."""
    for row in range(last + 2, len(found)):
        if found[row] is not Role.HEAD:
            continue
        at = row - 1
        while at > last and found[at] in (Role.DATA, Role.BLANK, Role.NOTE) and _is_title(grid, at):
            found[at] = Role.BLANK if grid.is_blank(at) else Role.ABOVE
            at -= 1


def _is_title(grid: Grid, row: int) -> bool:
    words = _words(grid, row)
    return len(words) <= 1 or any(UNIT_LINE.search(word) for word in words)


def heading(grid: Grid, row: int) -> str:
    """The words of a row that heads a group, without its number."""
    texts = (one_line(grid.own(row, column)) for column in range(len(grid.rows[row])))
    named = (text for text in texts if text and not NUMERAL.fullmatch(text))
    return ENUMERATED.sub("", next(named, "")).strip()


def _find_headings(grid: Grid, found: list[Role]) -> None:
    """Numbered rows (一、…) with the sums of the rows below them are headings, too, and not data."""
    numbered = [
        row
        for row, role in enumerate(found)
        if role is Role.DATA and (ENUMERATED.match(word := _first(grid, row)) or NUMERAL.fullmatch(word))
    ]
    for row, end in pairwise([*numbered, len(found)]):
        below = [at for at in range(row + 1, end) if found[at] is Role.DATA]
        said = {column: number for column in range(grid.width) if (number := _number(grid, row, column))}
        sums = {column: sum(_number(grid, at, column) for at in below) for column in said}
        if said and below and said == sums:
            found[row] = Role.GROUP


def _number(grid: Grid, row: int, column: int) -> Decimal:
    text = bare(grid.own(row, column)).replace(",", "")
    is_number = look_of(text) is Look.NUMBER and text.replace(".", "", 1).lstrip("+-").isdecimal()
    return Decimal(text) if is_number else Decimal(0)


def _first(grid: Grid, row: int) -> str:
    """The first word of a row."""
    return next((word for column in range(len(grid.rows[row])) if (word := bare(grid.own(row, column)))), "")


def _words(grid: Grid, row: int) -> tuple[str, ...]:
    return tuple(text for column in range(len(grid.rows[row])) if (text := bare(grid.own(row, column))))


def _is_plainly_data(grid: Grid, row: int) -> bool:
    """Whether a row holds more words than any other kind of row does."""
    looks = (look_of(text) for text in grid.rows[row] if text)
    return sum(look in _WORDS and look is not Look.EMPTY for look in looks) > MANY


def _role(grid: Grid, row: int, heads: Set[tuple[str, ...]]) -> Role:
    words = _words(grid, row)
    if not words:
        return Role.BLANK
    if words in heads:
        return Role.HEAD
    texts = [word for word in words if look_of(word) in _WORDS]
    if 0 < len(texts) <= 2:
        for role, pattern in ((Role.SUBTOTAL, SUBTOTAL), (Role.TOTAL, TOTAL)):
            if any(pattern.fullmatch(text) for text in texts):
                return role
    is_labelled = len(words) <= 4 and all(LABELLED.fullmatch(word) for word in words)
    if is_labelled or (len(words) <= 3 and NOTE.match(words[0])):
        return Role.NOTE
    if len(words) == 2 and grid.width >= 4 and NUMERAL.fullmatch(words[0]) and len(texts) == 2:
        return Role.GROUP
    if len(words) == 1 and grid.width >= 3 and texts and _is_over_all(grid, row, words[0]):
        return Role.GROUP
    return Role.DATA


def role_below(grid: Grid, row: int) -> Role:
    """What a row below the head is, by itself."""
    return _role(grid, row, frozenset())


def _is_over_all(grid: Grid, row: int, word: str) -> bool:
    """Whether the one cell of the row is a heading: merged over most columns, or numbered 一、."""
    merged = sum((row, column) in grid.covered for column in range(grid.width))
    return bool(ENUMERATED.match(word)) or merged >= max(2, grid.width // 2)


def _with_notes(grid: Grid, found: list[Role], start: int) -> tuple[Role, ...]:
    """Long lines of one cell at the very end are notes."""
    for row in range(len(found) - 1, start - 1, -1):
        if found[row] in (Role.BLANK, Role.NOTE):
            continue
        words = _words(grid, row)
        is_long = len(words) == 1 and len(words[0]) > LONG_NOTE and look_of(words[0]) is Look.TEXT
        if not is_long or grid.width < 3:
            break
        found[row] = Role.NOTE
    return tuple(found)


def rows_of(found: Sequence[Role], role: Role) -> list[int]:
    """The rows of one role."""
    return [row for row, each in enumerate(found) if each is role]
