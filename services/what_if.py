"""假设: a throw-away copy of the open project to try changes on, then kept as one edit or dropped.

The copy is a project file of its own in the temporary folder, opened as a second workspace. Whatever works on
a workspace works on it, undo included, and nothing that is tried can reach the file before `keep`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from models.fields import Row, Value
from models.records import Records
from models.sayings import saying, word
from models.schema import SCHEMA
from services.cells import label_of
from services.errors import UserProblem
from services.project import Edit, Entry, Project
from services.workspace import Workspace

LABEL = "假设："
ATTACHMENT = "attachment"
_BOOKKEEPING = ("id", "position", "void_reason")


@dataclass(frozen=True, slots=True)
class Tried:
    """A row that is not as it was when the trial began; `before` or `after` is None where there is none."""

    table: str
    row_id: str
    before: Row | None
    after: Row | None

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that differ, `void_reason` among them, `position` not."""
        row = self.after or self.before or {}
        old, new = self.before or {}, self.after or {}
        return tuple(name for name in row if name not in _BOOKKEEPING[:2] and old.get(name) != new.get(name))


class Trial:
    """A copy of `base`'s project to try things on; `workspace` is the copy. Close it in the end, kept or not.

    UserProblem when the copy cannot be made, as on a full disk.
    """

    def __init__(self, base: Workspace) -> None:
        self.base = base
        self._start = base.records
        with ExitStack() as held:
            folder = held.enter_context(tempfile.TemporaryDirectory(prefix="jiheng-"))
            copy = Path(folder) / base.project.path.name
            base.project.backup(copy)
            project = held.enter_context(Project.open(copy, person=base.project.person))
            self.workspace = Workspace(project)
            newest = self.workspace.project.history(1)
            self._first = newest[0].number + 1 if newest else 0
            self._held = held.pop_all()

    @property
    def can_undo(self) -> Entry | None:
        """The step of the trial that an undo would take back; what was before it stays."""
        entry = self.workspace.project.can_undo
        return entry if entry is not None and entry.number >= self._first else None

    @property
    def can_redo(self) -> Entry | None:
        """The step of the trial that a redo would do again."""
        entry = self.workspace.project.can_redo
        return entry if entry is not None and entry.number >= self._first else None

    def changes(self) -> tuple[Tried, ...]:
        """The rows that the trial made, changed or deleted, against the rows from which it started."""
        return tuple(_changes(self._start, self.workspace.records))

    def differing(self) -> Mapping[str, frozenset[str]]:
        """The rows by table that are not the same in the file, in Workspace's words for a change."""
        found: dict[str, set[str]] = {}
        for each in _changes(self.base.records, self.workspace.records):
            found.setdefault(each.table, set()).add(each.row_id)
        return {table: frozenset(ids) for table, ids in found.items()}

    def keep(self) -> bool:
        """Write what was tried into the file as one edit named “假设：…”; False where nothing differs.

        UserProblem, and nothing written, where somebody else changed one of these cells meanwhile.
        """
        changes = [each for each in self.changes() if SCHEMA[each.table].recorded]
        if not changes:
            return False
        for each in changes:
            self._refuse_conflict(each)
        with self.base.edit(self._label(changes)) as edit:
            _Keeping(self, edit, changes).run()
        return True

    def close(self) -> None:
        """Throw the copy away."""
        self._held.close()

    def _refuse_conflict(self, tried: Tried) -> None:
        if tried.before is None:
            return
        now = self.base.records.get(tried.table, tried.row_id)
        if tried.after is None:
            clash = now is not None and any(now[name] != tried.before[name] for name in now)
            what: str = word(SCHEMA[tried.table].label)
        else:
            after = tried.after
            lost = [
                name
                for name in tried.fields
                if now is None or now[name] not in (tried.before[name], after[name])
            ]
            clash = bool(lost)
            what = word(_word(tried.table, lost[0])) if lost else ""
        if clash:
            title = self._start.title(tried.table, tried.row_id) or SCHEMA[tried.table].label
            raise UserProblem(
                saying("“{0}”的{1}在假设期间被别人改过，没有写入。请退出假设，看清后再改", title, what)
            )

    def _label(self, changes: list[Tried]) -> str:
        first = changes[0]
        records = self.workspace.records if first.after is not None else self._start
        row = first.after or first.before or {}
        if first.before is not None and first.after is not None and (names := first.fields):
            if names[0] == "void_reason":
                named = f"{_named(records, first.table, row)} · {_word(first.table, names[0])}"
            else:
                named = label_of(records, first.table, row, names[0])
        else:
            verb = "新增" if first.before is None else "删除" if first.after is None else "移动"
            named = f"{verb}{_named(records, first.table, row)}"
        return f"{LABEL}{named}" + (f" 等 {len(changes)} 行" if len(changes) > 1 else "")


class _Keeping:
    """Brings the rows of an open edit to what the trial made of them."""

    def __init__(self, trial: Trial, edit: Edit, changes: list[Tried]) -> None:
        self._trial, self._edit, self._changes = trial, edit, changes
        self._attachments: dict[str, str] = {}
        self._wanted: dict[tuple[str, str], dict[str, Value]] = {}

    def run(self) -> None:
        """Rows that are new or changed, then what a renaming touched beside them, then rows that are gone."""
        for each in self._changes:
            if each.after is not None:
                self._write(each, each.after)
        self._move()
        self._settle()
        for each in self._changes:
            if each.after is None and self._edit.row(each.table, each.row_id) is not None:
                self._edit.delete(each.table, each.row_id)

    def _write(self, tried: Tried, after: Row) -> None:
        names = [name for name in after if name not in _BOOKKEEPING] if tried.before is None else tried.fields
        values = {name: self._value(tried.table, name, after[name]) for name in names}
        self._wanted[tried.table, tried.row_id] = values
        if tried.before is None:
            self._edit.insert(tried.table, values, row_id=tried.row_id, position=str(after["position"]))
            if after["void_reason"] is not None:
                self._edit.update(tried.table, tried.row_id, {"void_reason": after["void_reason"]})
        elif values:
            self._edit.update(tried.table, tried.row_id, values)

    def _value(self, table: str, name: str, value: Value) -> Value:
        if (
            not isinstance(value, str)
            or name == "void_reason"
            or SCHEMA[table].field(name).table != ATTACHMENT
        ):
            return value
        if self._trial.base.records.get(ATTACHMENT, value) is not None:
            return value
        if value not in self._attachments:
            row = self._trial.workspace.records.get(ATTACHMENT, value)
            content = self._trial.workspace.project.attachment(value)
            name = str(row["name"]) if row is not None else ""
            self._attachments[value] = self._trial.base.project.add_attachment(content, name)
        return self._attachments[value]

    def _move(self) -> None:
        """Put moved rows behind the row that they follow in the trial, from the top down."""
        moved = {
            (each.table, each.row_id)
            for each in self._changes
            if each.before is not None
            and each.after is not None
            and each.before["position"] != each.after["position"]
        }
        for table in sorted({table for table, _ in moved}):
            above: str | None = None
            for row in self._trial.workspace.records.all(table):
                if (table, row["id"]) in moved:
                    self._edit.move(table, row["id"], above)
                if self._edit.row(table, row["id"]) is not None:
                    above = row["id"]

    def _settle(self) -> None:
        """Formulas that followed a new code or name stand as they stood in the trial, or as they were."""
        for table, ids in {name: tuple(ids) for name, ids in self._edit.touched.items()}.items():
            for row_id in ids if SCHEMA[table].recorded else ():
                row = self._edit.row(table, row_id)
                old = self._trial.base.records.get(table, row_id)
                wanted = {**(old or {}), **self._wanted.get((table, row_id), {})}
                if row is None:
                    continue
                off = {
                    name: value
                    for name, value in wanted.items()
                    if name not in _BOOKKEEPING[:2] and row[name] != value
                }
                if off:
                    self._edit.update(table, row_id, off)


def _changes(start: Records, then: Records) -> Iterator[Tried]:
    for table in SCHEMA:
        before = {row["id"]: row for row in start.all(table)}
        after = {row["id"]: row for row in then.all(table)}
        for row_id, row in after.items():
            if before.get(row_id) != row:
                yield Tried(table, row_id, before.get(row_id), row)
        for row_id, row in before.items():
            if row_id not in after:
                yield Tried(table, row_id, row, None)


def _word(table: str, name: str) -> str:
    return "作废原因" if name == "void_reason" else SCHEMA[table].field(name).label


def _named(records: Records, table: str, row: Row) -> str:
    title = records.title_of(table, row)
    return f"{SCHEMA[table].label}“{title}”" if title else SCHEMA[table].label
