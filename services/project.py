"""A project file: its rows, the one door through which they change, and the history of every change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any, Self

from models.fields import Row
from models.sayings import saying
from services.errors import UserProblem
from services.store import attachments, changesets, creating, locking, opening, upgrading, verifying
from services.store.door import Changed, Door
from services.store.editing import Edit
from services.store.failures import explained
from services.store.history import Change, Entry, Wanted
from services.store.locking import InUse
from services.store.upgrading import NotKept

__all__ = [
    "Change", "Changed", "Edit", "Entry", "InUse", "NotKept", "NothingToRedo", "NothingToUndo", "Project",
    "Wanted",
]  # fmt: skip

EDIT_KINDS = ("edit", "import", "merge")


class NothingToUndo(UserProblem):
    """No entry is left that could be taken back."""


class NothingToRedo(UserProblem):
    """No undone entry is left that could be done again."""


class Project:
    """An open project file. Every method that meets a damaged or unwritable file raises UserProblem."""

    def __init__(self, path: Path, person: str, *, read_only: bool) -> None:
        """Use `Project.open` and `Project.create`."""
        opening.check_header(path)
        self.path = path
        self.person = person
        self.read_only = read_only or not opening.writable(path)
        with ExitStack() as held:
            if not self.read_only and (let_go := locking.lock(path)) is not None:
                held.callback(let_go)
            opened = held.enter_context(upgrading.opened(path, read_only=self.read_only))
            self._db, self.kept_copy = opened.db, opened.kept
            self._door = Door(self._db, path, read_only=self.read_only)
            self._held = held.pop_all()

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
        window may hold a file for writing: a second one gets InUse. A file of an older schema version is
        brought to the present one when opened for writing; `kept_copy` is then the copy of how it was,
        written beside it, and NotKept says that there was no room for it.
        """
        return cls(Path(path), person, read_only=read_only)

    def close(self) -> None:
        """Let the file go; further calls raise UserProblem."""
        self._door.listeners.clear()
        self._held.close()

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
            return self._door.cache.rows(table)

    def meta(self, key: str) -> str:
        """One of the file's own marks, such as `project_id`; KeyError for an unknown one."""
        with explained(self.path):
            found = self._db.execute('SELECT "value" FROM "meta" WHERE "key" = ?', (key,)).fetchone()
        if found is None:
            raise KeyError(key)
        return str(found[0])

    def subscribe(self, listener: Callable[[Changed], None]) -> Callable[[], None]:
        """Call `listener` after each commit with the rows it touched; call the result to stop."""
        self._door.listeners.append(listener)
        return lambda: self._door.listeners.remove(listener)

    def refresh(self) -> bool:
        """Look whether another program wrote to the file; if so read it anew, tell listeners, give True."""
        with explained(self.path):
            return self._door.refresh()

    @contextmanager
    def edit(self, label: str, kind: str = "edit") -> Iterator[Edit]:
        """Change rows: all of it is one entry of the history, or nothing at all if the block raises.

        An edit within an edit joins the outer one. A block that changes nothing leaves no entry. `kind`
        is edit, import or merge.
        """
        if kind not in EDIT_KINDS:
            raise ValueError(kind)
        outer = self._door.action
        if outer is None:
            with self._door.acting(kind, label, self.person) as action:
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
            undoable = self._door.history.stacks().undoable
            return self._door.history.entry(undoable[-1]) if undoable and not self.read_only else None

    @property
    def can_redo(self) -> Entry | None:
        """The entry that `redo` would do again."""
        with explained(self.path):
            redoable = self._door.history.stacks().redoable
            return self._door.history.entry(redoable[-1]) if redoable and not self.read_only else None

    def undo(self) -> Entry:
        """Take back the newest entry that is not undone, and give it; NothingToUndo if there is none."""
        with self._door.acting("undo", "", self.person) as action:
            undoable = self._door.history.stacks().undoable
            if not undoable:
                raise NothingToUndo(saying("没有可以撤销的修改"))
            return self._door.repeat(action, undoable[-1], saying("撤销"), changesets.inverted)

    def redo(self) -> Entry:
        """Do again what was undone last, and give it; NothingToRedo if an edit came since."""
        with self._door.acting("redo", "", self.person) as action:
            redoable = self._door.history.stacks().redoable
            if not redoable:
                raise NothingToRedo(saying("没有可以重做的修改"))
            return self._door.repeat(action, redoable[-1], saying("重做"), bytes)

    def history(self, limit: int | None = None, wanted: Wanted | None = None) -> list[Entry]:
        """The entries, newest first; what each changed is read when its `changes` are asked for."""
        with explained(self.path):
            return self._door.entries(limit, wanted or Wanted())

    def changes(self, entry: Entry, wanted: Wanted) -> tuple[Change, ...]:
        """What an entry changed of a wanted table, row or field, without reading all that it changed."""
        with explained(self.path):
            return self._door.changes(entry, wanted)

    def people(self) -> list[str]:
        """Everybody whom the history names."""
        with explained(self.path):
            return self._door.history.people()

    def going_back(self, entry: Entry) -> tuple[Change, ...]:
        """What would change if everything after that entry were taken back; nothing is written."""
        return self._door.tried_back(self.history(None, Wanted(after=entry.number)))

    def go_back(self, entry: Entry) -> Entry | None:
        """Take back everything after that entry, as one new entry of the history, and give it.

        It is an edit like any other: undoing it brings everything again. None when nothing differs.
        """
        newer = self.history(None, Wanted(after=entry.number))
        when = entry.time[:16].replace("T", " ")
        label = f"回到 {when}“{entry.label}”之后（撤回 {len(newer)} 次修改）"
        with self._door.acting("edit", label, self.person) as action:
            self._door.take_back(newer, action.edit)
        made = self.history(1)[0]
        return made if newer and made.id != newer[0].id else None

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
                raise UserProblem(
                    saying("无法读取“{0}”。请核对文件是否还在、是否有权限", source.name)
                ) from error
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
        if self._door.action is not None:
            raise RuntimeError("a backup is no part of an edit")
        with explained(Path(path)):
            creating.copy(self._db, Path(path))
