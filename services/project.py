"""A project file: its rows, the one door through which they change, and the history of every change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType, TracebackType
from typing import Any, Self

import apsw
from filelock import BaseFileLock

from models.fields import Row
from models.schema import SCHEMA
from services.errors import UserProblem
from services.store import attachments, changesets, creating, invariants, opening, verifying
from services.store.decoding import Decoder, all_rows
from services.store.editing import Edit
from services.store.failures import explained
from services.store.history import Change, Entry, History
from services.store.locking import InUse, lock
from services.store.rowcache import RowCache

__all__ = ["Change", "Edit", "Entry", "InUse", "NothingToRedo", "NothingToUndo", "Project"]

Changed = Mapping[str, frozenset[str]]
"""The ids of the rows that a commit touched, by table."""

EDIT_KINDS = ("edit", "import", "merge")


class NothingToUndo(UserProblem):
    """No entry is left that could be taken back."""


class NothingToRedo(UserProblem):
    """No undone entry is left that could be done again."""


@dataclass(slots=True)
class _Action:
    edit: Edit
    session: apsw.Session
    kind: str
    label: str
    target: str | None = None
    broken: bool = False


class Project:
    """An open project file. Every method that meets a damaged or unwritable file raises UserProblem."""

    def __init__(self, path: Path, person: str, *, read_only: bool) -> None:
        """Use `Project.open` and `Project.create`."""
        self.path = path
        self.person = person
        self._lock: BaseFileLock | None = None
        self._aside: TemporaryDirectory[str] | None = None
        self.read_only = read_only or not opening.writable(path)
        place = path
        if not opening.writable(path):
            self._aside = opening.copied_aside(path)
            place = path if self._aside is None else Path(self._aside.name) / path.name
        self._db = opening.connect(place, writing=not self.read_only)
        self._cache = RowCache(self._db)
        self._decoder = Decoder(lambda: self._history, lambda: all_rows(self.rows))
        self._history = History(self._db, self._decoder.changes)
        self._version = self._data_version()
        self._action: _Action | None = None
        self._outdated = False
        self._listeners: list[Callable[[Changed], None]] = []

    @classmethod
    def create(
        cls,
        path: Path | str,
        rows: Mapping[str, Sequence[Mapping[str, Any]]] = MappingProxyType({}),
        *,
        person: str = "",
        label: str = "新建项目",
    ) -> Self:
        """Make a new project file with these rows and open it; an existing file is never overwritten.

        A row may bring its `id`, `position` and `void_reason`.
        """
        target = Path(path)
        creating.refuse_existing(target)
        creating.write_new(target, creating.build(rows, person, label))
        return cls.open(target, person=person)

    @classmethod
    def open(cls, path: Path | str, *, person: str = "", read_only: bool = False) -> Self:
        """Open a project file; UserProblem says why not. A file that is refused is not written to.

        On read-only media, or when asked, `read_only` is true and nothing can change the file. Only one
        window may hold a file for writing: a second one gets InUse.
        """
        target = Path(path)
        opening.check_header(target)
        wants_lock = not read_only and opening.writable(target)
        held = lock(target) if wants_lock else None
        try:
            project = cls(target, person, read_only=read_only)
        except BaseException:
            if held is not None:
                held.release()
            raise
        project._lock = held
        return project

    def close(self) -> None:
        """Let the file go; further calls raise UserProblem."""
        self._listeners.clear()
        self._db.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None
        if self._aside is not None:
            self._aside.cleanup()
            self._aside = None

    def __enter__(self) -> Self:
        """The project itself; it is closed at the end of the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    def rows(self, table: str) -> list[Row]:
        """Every row of a table in people's order; inside an edit as the edit has left them so far."""
        with explained(self.path):
            return self._cache.rows(table)

    def meta(self, key: str) -> str:
        """One of the file's own marks, such as `project_id`; KeyError for an unknown one."""
        with explained(self.path):
            found = self._db.execute('SELECT "value" FROM "meta" WHERE "key" = ?', (key,)).fetchone()
        if found is None:
            raise KeyError(key)
        return str(found[0])

    def subscribe(self, listener: Callable[[Changed], None]) -> Callable[[], None]:
        """Call `listener` after each commit with the rows it touched; call the result to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def refresh(self) -> bool:
        """Look whether another program wrote to the file; if so read it anew, tell listeners, give True."""
        with explained(self.path):
            self._notice_others()
            return self._action is None and self._tell_outdated()

    @contextmanager
    def edit(self, label: str, kind: str = "edit") -> Iterator[Edit]:
        """Change rows: all of it is one entry of the history, or nothing at all if the block raises.

        An edit within an edit joins the outer one. A block that changes nothing leaves no entry. `kind`
        is edit, import or merge.
        """
        if kind not in EDIT_KINDS:
            raise ValueError(kind)
        outer = self._action
        if outer is None:
            with self._acting(kind, label) as action:
                yield action.edit
            return
        try:
            yield outer.edit
        except BaseException:
            outer.broken = True
            raise

    @property
    def can_undo(self) -> Entry | None:
        """The entry that `undo` would take back."""
        with explained(self.path):
            undoable = self._history.stacks().undoable
            return self._history.entry(undoable[-1]) if undoable and not self.read_only else None

    @property
    def can_redo(self) -> Entry | None:
        """The entry that `redo` would do again."""
        with explained(self.path):
            redoable = self._history.stacks().redoable
            return self._history.entry(redoable[-1]) if redoable and not self.read_only else None

    def undo(self) -> Entry:
        """Take back the newest entry that is not undone, and give it; NothingToUndo if there is none."""
        with self._acting("undo", "") as action:
            undoable = self._history.stacks().undoable
            if not undoable:
                raise NothingToUndo("没有可以撤销的修改")
            return self._repeat(action, undoable[-1], "撤销", changesets.inverted)

    def redo(self) -> Entry:
        """Do again what was undone last, and give it; NothingToRedo if there is none or an edit came since."""
        with self._acting("redo", "") as action:
            redoable = self._history.stacks().redoable
            if not redoable:
                raise NothingToRedo("没有可以重做的修改")
            return self._repeat(action, redoable[-1], "重做", bytes)

    def history(self, limit: int | None = None) -> list[Entry]:
        """The entries, newest first; what each changed is read when its `changes` are asked for."""
        with explained(self.path):
            return list(self._history.entries(limit))

    def verify(self) -> list[str]:
        """What is wrong with the file, in sentences; empty for a sound one.

        Checks the database, every value, every ref, the attachments, the chain of the history, and that
        the history from the creation on gives exactly the present rows.
        """
        return verifying.verify(self._db)

    def add_attachment(self, content: bytes | Path | str, name: str = "") -> str:
        """Keep a file's bytes (200 MB at most) and give the id that `evidence.attachment` refers to."""
        if not isinstance(content, bytes):
            source = Path(content)
            try:
                content, name = source.read_bytes(), name or source.name
            except OSError as error:
                raise UserProblem(f"无法读取“{source.name}”。请核对文件是否还在、是否有权限") from error
        with self.edit("附件") as edit:
            made = attachments.add(self._db, content, name)
            edit.touch("attachment", (made,))
        return made

    def attachment(self, attachment_id: str) -> bytes:
        """The bytes of an attachment."""
        with explained(self.path):
            return attachments.read(self._db, attachment_id)

    def backup(self, path: Path | str) -> None:
        """Write a checked copy of the whole file under a new name."""
        if self._action is not None:
            raise RuntimeError("a backup is no part of an edit")
        with explained(Path(path)):
            creating.copy(self._db, Path(path))

    @contextmanager
    def _acting(self, kind: str, label: str) -> Iterator[_Action]:
        if self.read_only:
            raise UserProblem(f"“{self.path.name}”以只读方式打开，不能修改。请另存到可以写入的位置")
        if self._action is not None:
            raise RuntimeError("undo and redo are no part of an edit")
        with explained(self.path):
            self._db.execute("BEGIN IMMEDIATE")
        action = _Action(Edit(self._db, self._cache), changesets.start_session(self._db), kind, label)
        self._action = action
        try:
            with explained(self.path):
                self._notice_others()
                yield action
                changed = self._commit(action)
        except BaseException:
            self._roll_back(action)
            raise
        finally:
            action.edit.finish()
            action.session.close()
            self._action = None
        self._tell(changed)

    def _commit(self, action: _Action) -> Changed:
        if action.broken:
            raise RuntimeError("an edit inside this one failed")
        changeset = bytes(action.session.changeset())
        if changeset:
            invariants.check(self._db, changesets.row_changes(changeset))
            self._history.append(action.kind, self.person, action.label, changeset, action.target)
        attached = action.edit.touched.get("attachment")
        self._db.execute("COMMIT" if changeset or attached else "ROLLBACK")
        changed = changesets.touched(changeset)
        return {**changed, "attachment": frozenset(attached)} if attached else changed

    def _roll_back(self, action: _Action) -> None:
        if self._db.in_transaction:
            self._db.execute("ROLLBACK")
        self._cache.touch_all(action.edit.touched)
        self._history.forget()

    def _repeat(self, action: _Action, entry_id: str, verb: str, turned: Callable[[bytes], bytes]) -> Entry:
        entry = self._history.entry(entry_id)
        changeset = turned(self._history.changeset(entry))
        action.label, action.target = f"{verb} {entry.label}", entry.id
        wanted = changesets.touched(changeset)
        for table, ids in wanted.items():
            action.edit.touch(table, ids)
        try:
            changesets.apply(self._db, changeset)
        except (apsw.AbortError, apsw.ConstraintError) as error:
            raise UserProblem(f"“{entry.label}”改过的行已不是当时的样子，不能{verb}") from error
        if changesets.touched(bytes(action.session.changeset())) != wanted:
            raise UserProblem(f"“{entry.label}”与现在的表不符，不能完整{verb}")
        return entry

    def _data_version(self) -> int:
        with explained(self.path):
            return int(self._db.pragma("data_version"))

    def _notice_others(self) -> None:
        version = self._data_version()
        if version != self._version:
            self._version, self._outdated = version, True
            self._cache.forget()
            self._history.forget()

    def _tell_outdated(self) -> bool:
        if not self._outdated:
            return False
        self._tell({})
        return True

    def _tell(self, changed: Changed) -> None:
        if self._outdated:
            changed = {name: frozenset(row["id"] for row in self.rows(name)) for name in SCHEMA}
            self._outdated = False
        elif not changed:
            return
        self._decoder.forget()
        for listener in tuple(self._listeners):
            listener(changed)
