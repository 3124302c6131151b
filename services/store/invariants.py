"""What must hold for the rows when an edit is committed: refs lead somewhere, no row is above itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import apsw

from models.fields import Field, Row, Table
from models.sayings import saying, word
from models.schema import SCHEMA
from services.errors import UserProblem
from services.store.changesets import raw_changes
from services.store.ddl import columns, quoted

_CHUNK = 500

_REF_PLACES: Mapping[str, tuple[tuple[int, str, bool], ...]] = {
    name: tuple((columns(table).index(field.name), field.name, field.table == name) for field in table.refs)
    for name, table in SCHEMA.items()
}


def chunks(ids: Iterable[str]) -> Iterator[tuple[Sequence[str], str]]:
    """The ids in portions that fit one statement, each with its question marks."""
    listed = list(ids)
    for start in range(0, len(listed), _CHUNK):
        portion = listed[start : start + _CHUNK]
        yield portion, ",".join("?" * len(portion))


def parents(table: Table) -> Iterator[Field]:
    """The fields by which a row stands under another row of its own table."""
    return (field for field in table.refs if field.table == table.name)


def check(db: apsw.Connection, changeset: bytes) -> None:
    """UserProblem if what an edit wrote refers to no row or puts a row above itself."""
    wanted: dict[tuple[str, str], set[str]] = defaultdict(set)
    moved: dict[tuple[str, str], set[str]] = defaultdict(set)
    for change in raw_changes(changeset):
        after = change.new
        if after is None:
            continue
        for place, name, to_own_table in _REF_PLACES[change.name]:
            target = after[place] if place < len(after) else None
            if not isinstance(target, str):
                continue
            wanted[change.name, name].add(target)
            if to_own_table:
                row_id = after[0] if change.old is None else change.old[0]
                moved[change.name, name].add(str(row_id))
    for (name, field_name), targets in wanted.items():
        _check_targets(db, SCHEMA[name], SCHEMA[name].field(field_name), targets)
    for (name, field_name), ids in moved.items():
        _check_cycles(db, SCHEMA[name], field_name, ids)


def _check_targets(db: apsw.Connection, table: Table, field: Field, targets: set[str]) -> None:
    found: set[str] = set()
    for portion, marks in chunks(targets):
        wanted = f'SELECT "id" FROM {quoted(field.table)} WHERE "id" IN ({marks})'
        found |= {str(row[0]) for row in db.execute(wanted, portion)}
    if found != targets:
        target = word(SCHEMA[field.table].label)
        raise UserProblem(
            saying(
                "{0}的“{1}”指向一条不存在的{2}，可能刚被删除。请重新选择",
                word(table.label),
                word(field.label),
                target,
            )
        )


def _check_cycles(db: apsw.Connection, table: Table, field: str, ids: Iterable[str]) -> None:
    above = {row[0]: row[1] for row in db.execute(f'SELECT "id", {quoted(field)} FROM {quoted(table.name)}')}
    if on_cycle(above, ids):
        label = word(table.field(field).label)
        raise UserProblem(
            saying("{0}的“{1}”绕成了圈：一行不能直接或间接地在自己之下。请另选", word(table.label), label)
        )


def on_cycle(above: Mapping[str, str | None], ids: Iterable[str]) -> bool:
    """Whether going up from any of the rows comes back to a row already passed."""
    sound: set[str] = set()
    for start in ids:
        way: set[str] = set()
        step: str | None = start
        while step is not None and step not in sound:
            if step in way:
                return True
            way.add(step)
            step = above.get(step)
        sound |= way
    return False


def lasting_problems(rows: Mapping[str, Sequence[Row]]) -> list[str]:
    """The same of all rows of a file, as sentences for `verify`."""
    ids = {name: {row["id"] for row in found} for name, found in rows.items()}
    problems: list[str] = []
    problems += (
        [] if len(rows["project"]) == 1 else [saying("项目应恰有一行，现有 {0} 行", len(rows["project"]))]
    )
    for name, found in rows.items():
        table = SCHEMA[name]
        for field in table.refs:
            targets = (row[field.name] for row in found if row[field.name] is not None)
            lost = sum(1 for target in targets if target not in ids[field.table])
            if lost:
                problems.append(
                    saying("{0}的“{1}”有 {2} 处指向不存在的行", word(table.label), word(field.label), lost)
                )
        for field in parents(table):
            if on_cycle({row["id"]: row[field.name] for row in found}, ids[name]):
                problems.append(saying("{0}的“{1}”绕成了圈", word(table.label), word(field.label)))
    return problems


REFERRERS: Mapping[str, tuple[tuple[Table, Field], ...]] = {
    name: tuple((table, field) for table in SCHEMA.values() for field in table.refs if field.table == name)
    for name in SCHEMA
}
"""For every table the fields of others that point to its rows."""
