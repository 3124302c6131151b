"""The whole examination of a project file: structure, values, refs, attachments, history and its replay."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import apsw

from models.fields import Row
from models.sayings import saying, sentence_of, word
from models.schema import SCHEMA, TABLES
from services.errors import UserProblem
from services.store import attachments
from services.store.changesets import apply, touched
from services.store.ddl import RECORDED, columns, expected_fingerprint, fingerprint, make_tables, quoted
from services.store.history import ENTRY_COLUMNS, KINDS, Entry, Stacks, link
from services.store.invariants import lasting_problems
from services.store.values import loaded, misfits

_SHOWN = 20


def verify(db: apsw.Connection) -> list[str]:
    """Every problem found, as sentences; empty for a sound file. Nothing is written."""
    problems: list[str] = []
    parts: tuple[tuple[str, Callable[[apsw.Connection], list[str]]], ...] = (
        (saying("数据库结构"), _structure),
        (saying("各行的值"), _values),
        (saying("行与行的关系"), _relations),
        (saying("附件"), attachments.problems),
        (saying("修改记录"), _history),
    )
    for words, part in parts:
        try:
            problems += part(db)
        except UserProblem as problem:
            problems.append(saying("{0}：{1}", words, sentence_of(problem)))
        except (apsw.Error, UnicodeDecodeError):
            problems.append(saying("{0}读不下去，文件已损坏。请改用备份", words))
    return problems


def _structure(db: apsw.Connection) -> list[str]:
    found = [str(row[0]) for row in db.execute(f"PRAGMA integrity_check({_SHOWN})")]
    problems: list[str] = []
    if found != ["ok"]:
        problems += [saying("数据库结构损坏：{0}", words) for words in found]
    if fingerprint(db) != expected_fingerprint():
        problems.append(saying("文件里的表、视图或触发器与绩衡项目文件不符"))
    return problems


def _select(name: str) -> str:
    table = SCHEMA[name]
    return f'SELECT {", ".join(map(quoted, columns(table)))} FROM {quoted(name)} ORDER BY "id"'


def _values(db: apsw.Connection) -> list[str]:
    problems: list[str] = []
    for table in TABLES:
        for cells in db.execute(_select(table.name)):
            problems += [
                saying("{0}（id {1}）的“{2}”不是它能有的值", word(table.label), cells[0], word(label))
                for label in misfits(table, cells)
            ]
            if len(problems) >= _SHOWN:
                return problems
    return problems


def _relations(db: apsw.Connection) -> list[str]:
    rows: dict[str, list[Row]] = {
        table.name: [loaded(table, cells) for cells in db.execute(_select(table.name))] for table in TABLES
    }
    return lasting_problems(rows)


def _entries(db: apsw.Connection) -> Iterator[tuple[Entry, bytes]]:
    found = db.execute(f'SELECT {ENTRY_COLUMNS}, "changeset" FROM "history" ORDER BY "number"')
    cells: Any
    for cells in found:
        yield Entry.read(cells[:-1], lambda entry: ()), bytes(cells[-1])


def _history(db: apsw.Connection) -> list[str]:
    before, parent, number = "", None, 0
    stacks = Stacks([], [])
    for entry, changeset in _entries(db):
        number += 1
        if (entry.number, entry.parent) != (number, parent) or link(entry, before, changeset) != entry.hash:
            return [saying("修改记录第 {0} 条与前后不相连，可能被改动过", number)]
        try:
            stacks.follow(entry.id, entry.kind, entry.target)
        except ValueError:
            return [saying("修改记录第 {0} 条撤销或重做的不是应当的那一条", number)]
        if entry.kind not in KINDS or (entry.kind == "new") != (number == 1):
            return [saying("修改记录第 {0} 条的种类不对", number)]
        before, parent = entry.hash, entry.id
    return _replay(db) if number else [saying("修改记录是空的")]


def _replay(db: apsw.Connection) -> list[str]:
    """The rows that the history gives from the creation on must be the present ones, cell by cell."""
    copy = apsw.Connection(":memory:")
    try:
        make_tables(copy)
        copy.execute("BEGIN")
        for entry, changeset in _entries(db):
            try:
                touched(changeset)
                apply(copy, changeset)
            except apsw.Error:
                return [saying("修改记录第 {0} 条“{1}”不能重演", entry.number, entry.label)]
        return [
            saying("{0}的现有内容与修改记录重演的结果不一致", word(table.label))
            for table in RECORDED
            if any(one != other for one, other in _paired(db, copy, table.name))
        ]
    finally:
        copy.close()


def _paired(db: apsw.Connection, copy: apsw.Connection, name: str) -> Iterator[tuple[object, object]]:
    present, replayed = db.execute(_select(name)), copy.execute(_select(name))
    while True:
        one, other = present.fetchone(), replayed.fetchone()
        if one is None and other is None:
            return
        yield one, other
