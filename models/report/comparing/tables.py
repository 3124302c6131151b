"""Tables that are in both versions: rows that came and went, and cells without a source that changed."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from models.report.blocks import Cell, Table, TableRow
from models.report.comparing.aligning import Pairs, gaps, pairs
from models.report.comparing.clauses import reworded
from models.report.comparing.difference import (
    NOTHING,
    NUMBER,
    Difference,
    is_number,
    is_of,
    listed,
    quoted,
)
from models.report.comparing.lines import Line, source_words, table_name
from models.sayings import joined, saying

COUNTING = "序号"
NAME_LENGTH, HEAD_LENGTH = 40, 24
HEAD_COLUMNS = 3


def tables(before: Line, after: Line) -> Iterator[Difference]:
    """What differs between two states of one table."""
    if not isinstance(before.block, Table) or not isinstance(after.block, Table):
        return
    ours, theirs = before.block, after.block
    if ours == theirs:
        return
    name = quoted(table_name(theirs, after.place), NAME_LENGTH)
    if [_title(ours, at) for at in range(len(ours.columns))] != [
        _title(theirs, at) for at in range(len(theirs.columns))
    ]:
        yield _columns(ours, theirs, name, after.place)
    found = _matched(ours, theirs)
    for one, other in found:
        yield from _cells(ours, theirs, one, other, name, after.place)
    for is_gone, table, rows in (
        (True, ours, sorted(set(range(len(ours.rows))) - {one for one, _ in found})),
        (False, theirs, sorted(set(range(len(theirs.rows))) - {other for _, other in found})),
    ):
        if rows:
            yield _rows(table, rows, is_gone, name, after.place)


def _where(place: str, name: str) -> str:
    """The place, unless the table is called by it."""
    return "" if name == quoted(place, NAME_LENGTH) else saying("{0}：", place)


def _title(table: Table, column: int) -> str:
    return table.columns[column].title.replace("\n", "")


def _columns(ours: Table, theirs: Table, name: str, place: str) -> Difference:
    was, now = ("、".join(_title(table, at) for at in range(len(table.columns))) for table in (ours, theirs))
    return Difference(
        "table",
        place,
        name,
        was,
        now,
        1,
        saying("{0}{1}的列由{2}改为{3}", _where(place, name), name, quoted(was), quoted(now)),
    )


def _rows(table: Table, rows: list[int], is_gone: bool, name: str, place: str) -> Difference:
    heads = listed(quoted(_head_words(table, row), HEAD_LENGTH) for row in rows)
    where, number = _where(place, name), len(rows)
    sentence = saying("{0}{1}增加 {2} 行（{3}）", where, name, number, heads)
    if is_gone:
        sentence = saying("{0}{1}减少 {2} 行（{3}）", where, name, number, heads)
    before, after = (heads, "") if is_gone else ("", heads)
    return Difference(
        "table", place, name, before, after, len(rows), sentence, _row_source(table.rows[rows[0]])
    )


def _row_source(row: TableRow) -> tuple[str, str, str] | None:
    """The first source of a row that is a row of the data."""
    sources = (cell.source for cell in row.cells if isinstance(cell, Cell))
    return next((source for source in sources if isinstance(source, tuple)), None)


# Rows that belong together


def _matched(ours: Table, theirs: Table) -> Pairs:
    """Rows with the same sources and texts; with the same head; of one data row; the same but for figures."""
    found: Pairs = []
    for key in (_key, _head, _owner, _bare):
        one, other = ([key(table, row) for row in range(len(table.rows))] for table in (ours, theirs))
        for (first, last), (start, end) in list(gaps(found, len(one), len(other))):
            inside = pairs(one[first:last], other[start:end])
            found += [(first + a, start + b) for a, b in inside if one[first + a] is not None]
        found.sort()
    return found


def _key(table: Table, row: int) -> Hashable:
    here = table.rows[row]
    cells = (here.cell(at) for at in range(len(here.cells)))
    return here.role, tuple(
        source_words(cell.source) if cell.source is not None else cell.text for cell in cells
    )


def _head(table: Table, row: int) -> Hashable:
    head = tuple(_head_texts(table, row))
    return (table.rows[row].role, head) if any(head) else None


def _bare(table: Table, row: int) -> Hashable:
    here = table.rows[row]
    return here.role, tuple(NUMBER.sub("", here.cell(at).text) for at in range(len(here.cells)))


def _owner(table: Table, row: int) -> Hashable:
    source = _row_source(table.rows[row])
    return source[:2] if source is not None else None


def _head_texts(table: Table, row: int) -> Iterator[str]:
    """The texts at the left, up to the first figure."""
    taken = 0
    for at in range(len(table.columns)):
        text = table.rows[row].cell(at).text
        if _title(table, at) == COUNTING:
            continue
        if is_number(text) or taken == HEAD_COLUMNS:
            return
        taken += bool(text)
        yield text


def _head_words(table: Table, row: int) -> str:
    """What the row is called: by the first text behind the columns that are merged, of a sum by the first."""
    merged = table.group_columns if table.rows[row].role == "row" else 0
    texts = list(_head_texts(table, row))
    own = [text for text in texts[merged:] or texts[-1:] if text and text != NOTHING]
    return own[0] if own else saying("第 {0} 行", row + 1)


# Cells


def _columns_of(ours: Table, theirs: Table) -> dict[int, int]:
    """Our column for each of theirs: by place where all titles are the same, else by title."""
    one, other = ([_title(table, at) for at in range(len(table.columns))] for table in (ours, theirs))
    if one == other:
        return {at: at for at in range(len(one))}
    return {there: here for here, there in pairs(one, other)}


def _label(table: Table, row: int, column: int) -> str:
    """What a cell of a form is called: the words at its left, else those above it."""
    beside = [(row, at) for at in reversed(range(column))] + [(at, column) for at in reversed(range(row))]
    texts = (table.rows[down].cell(across).text for down, across in beside)
    return next((text for text in texts if text and text != NOTHING and not is_number(text)), "")


def _cells(ours: Table, theirs: Table, one: int, other: int, name: str, place: str) -> Iterator[Difference]:
    columns = _columns_of(ours, theirs)
    head = _head_words(theirs, other)
    row = f"{name}{quoted(head, HEAD_LENGTH)}"
    for at in range(len(theirs.columns)):
        title = _title(theirs, at)
        if title == COUNTING or at not in columns:
            continue
        was, now = ours.rows[one].cell(columns[at]), theirs.rows[other].cell(at)
        same_source = was.source == now.source and now.source is not None and is_of(now.source, now.text)
        only_figures = NUMBER.sub("", was.text) == NUMBER.sub("", now.text)
        if was.text == now.text or now.joined or (same_source and only_figures):
            continue
        called = f"{name}{quoted(_label(theirs, other, at))}" if theirs.headless else f"{row}·{title}"
        yield _cell(was.text, now, called, place)


def _cell(was: str, now: Cell, name: str, place: str) -> Difference:
    if (is_number(was) or not was) and (is_number(now.text) or not now.text):
        sentence = f"{name} {was or '—'} → {now.text or '—'}"
        return Difference("figure", place, name, was, now.text, 1, sentence, now.source)
    if NUMBER.sub("", was) == NUMBER.sub("", now.text):
        return _numbers(was, now, name, place)
    change = reworded(was, now.text)
    sentence = joined("", (_where(place, name), name, change.said))
    return Difference("words", place, name, change.before, change.after, 1, sentence, now.source)


def _numbers(was: str, now: Cell, name: str, place: str) -> Difference:
    """Words in a cell in which only figures changed."""
    pairs_of = zip(NUMBER.findall(was), NUMBER.findall(now.text), strict=True)
    changes = list(dict.fromkeys((one, other) for one, other in pairs_of if one != other))
    before, after = (listed((change[side] for change in changes), 1) for side in (0, 1))
    sentence = f"{name} {listed(f'{one} → {other}' for one, other in changes)}"
    return Difference("figure", place, name, before, after, 1, sentence, now.source)
