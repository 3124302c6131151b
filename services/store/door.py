"""The one door to the rows: a transaction, its record in the history, and word of it to listeners."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import apsw

from models.sayings import saying
from models.schema import SCHEMA
from services.errors import UserProblem
from services.store import changesets, invariants
from services.store.decoding import Decoder, all_rows
from services.store.editing import Edit
from services.store.failures import explained
from services.store.history import Change, Entry, History, Wanted
from services.store.rowcache import RowCache

Changed = Mapping[str, frozenset[str]]
"""The ids of the rows that a commit touched, by table."""


@dataclass(slots=True)
class Action:
    """What is under way: an edit of a person, an undo or a redo."""

    edit: Edit
    session: apsw.Session
    kind: str
    label: str
    target: str | None = None
    broken: bool = False


class Door:
    """Everything that changes rows goes through `acting`, everything that reads them through `cache`."""

    def __init__(self, db: apsw.Connection, path: Path, *, read_only: bool) -> None:
        self._db = db
        self._path = path
        self._read_only = read_only
        self.cache = RowCache(db)
        self._decoder = Decoder(lambda: self.history, lambda: all_rows(self.cache.rows))
        self.history = History(db, self._changes)
        self.action: Action | None = None
        self.listeners: list[Callable[[Changed], None]] = []
        self._outdated = False
        self._version = self._data_version()

    def _changes(self, entry: Entry) -> tuple[Change, ...]:
        with explained(self._path):
            return self._decoder.changes(entry)

    def entries(self, limit: int | None, wanted: Wanted) -> list[Entry]:
        """The wanted entries, newest first, as many as asked for."""
        if not wanted.table:
            return list(self.history.entries(limit, wanted))
        found: list[Entry] = []
        for entry in self.history.entries(None, wanted):
            if self._decoder.changes(entry, wanted):
                found.append(entry)
            if len(found) == limit:
                break
        return found

    def changes(self, entry: Entry, wanted: Wanted) -> tuple[Change, ...]:
        """What an entry changed of what is wanted."""
        return self._decoder.changes(entry, wanted)

    def refresh(self) -> bool:
        """Look whether another program wrote to the file; if so read it anew, tell listeners, give True."""
        self._notice_others()
        if self.action is not None or not self._outdated:
            return False
        self._tell({})
        return True

    @contextmanager
    def acting(self, kind: str, label: str, person: str) -> Iterator[Action]:
        """One transaction and one entry of the history; an error leaves neither."""
        if self._read_only:
            raise UserProblem(
                saying("“{0}”以只读方式打开，不能修改。请另存到可以写入的位置", self._path.name)
            )
        if self.action is not None:
            raise RuntimeError("undo and redo are no part of an edit")
        with explained(self._path):
            self._db.execute("BEGIN IMMEDIATE")
        action = Action(Edit(self._db, self.cache), changesets.start_session(self._db), kind, label)
        self.action = action
        try:
            with explained(self._path):
                self._notice_others()
                yield action
                changed = self._commit(action, person)
        except BaseException:
            self._roll_back(action)
            raise
        finally:
            action.edit.finish()
            action.session.close()
            self.action = None
        self._tell(changed)

    def _commit(self, action: Action, person: str) -> Changed:
        if action.broken:
            raise RuntimeError("an edit inside this one failed")
        changeset = bytes(action.session.changeset())
        if changeset:
            if action.target is None:
                invariants.check(self._db, changeset)
            self.history.append(action.kind, person, action.label, changeset, action.target)
        attached = action.edit.touched.get("attachment")
        self._db.execute("COMMIT" if changeset or attached else "ROLLBACK")
        changed = changesets.touched(changeset)
        return {**changed, "attachment": frozenset(attached)} if attached else changed

    def _roll_back(self, action: Action) -> None:
        if self._db.in_transaction:
            self._db.execute("ROLLBACK")
        self.cache.touch_all(action.edit.touched)
        self.history.forget()
        self._decoder.forget()

    def repeat(self, action: Action, entry_id: str, verb: str, turned: Callable[[bytes], bytes]) -> Entry:
        """Apply an entry's changes once more, turned round for an undo; wholly, or with a UserProblem."""
        entry = self.history.entry(entry_id)
        changeset = turned(self.history.changeset(entry))
        action.label, action.target = f"{verb} {entry.label}", entry.id
        wanted = changesets.touched(changeset)
        for table, ids in wanted.items():
            action.edit.touch(table, ids)
        try:
            changesets.apply(self._db, changeset)
        except (apsw.AbortError, apsw.ConstraintError) as error:
            raise UserProblem(saying("“{0}”改过的行已不是当时的样子，不能{1}", entry.label, verb)) from error
        if changesets.touched(bytes(action.session.changeset())) != wanted:
            raise UserProblem(saying("“{0}”与现在的表不符，不能完整{1}", entry.label, verb))
        return entry

    def take_back(self, entries: Sequence[Entry], edit: Edit | None = None) -> None:
        """Undo these entries, newest first, in the open transaction; wholly, or with a UserProblem."""
        for entry in entries:
            changeset = changesets.inverted(self.history.changeset(entry))
            wanted = changesets.touched(changeset)
            for table, ids in wanted.items():
                if edit is not None:
                    edit.touch(table, ids)
            before = self._db.total_changes()
            try:
                changesets.apply(self._db, changeset)
            except (apsw.AbortError, apsw.ConstraintError) as error:
                raise UserProblem(saying("“{0}”改过的行已不是当时的样子，不能撤回", entry.label)) from error
            if self._db.total_changes() - before < sum(map(len, wanted.values())):
                raise UserProblem(saying("“{0}”与现在的表不符，不能完整撤回", entry.label))

    def tried_back(self, entries: Sequence[Entry]) -> tuple[Change, ...]:
        """What taking these entries back would change in the end; nothing is written."""
        if self.action is not None:
            raise RuntimeError("a trial is no part of an edit")
        with explained(self._path):
            self._db.execute("BEGIN IMMEDIATE")
            session = changesets.start_session(self._db)
            try:
                self.take_back(entries)
                changeset = bytes(session.changeset())
            finally:
                session.close()
                self._db.execute("ROLLBACK")
            return self._decoder.told(changeset)

    def _data_version(self) -> int:
        with explained(self._path):
            return int(self._db.pragma("data_version"))

    def _notice_others(self) -> None:
        version = self._data_version()
        if version != self._version:
            self._version, self._outdated = version, True
            self.cache.forget()
            self.history.forget()

    def _tell(self, changed: Changed) -> None:
        if self._outdated:
            changed = {name: frozenset(row["id"] for row in self.cache.rows(name)) for name in SCHEMA}
            self._outdated = False
        elif not changed:
            return
        self._decoder.forget()
        for listener in tuple(self.listeners):
            listener(changed)
