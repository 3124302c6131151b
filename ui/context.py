"""What every tab and panel is given: the open project, the look, this person's choices, and the bell."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from PySide6.QtCore import QObject, Signal

from models.dates import BadValue
from models.records import Records
from services.cells import Edits, set_cell, set_setting
from services.errors import UserProblem
from services.settings import Settings
from services.workspace import Change, Workspace
from ui.look import Look


class Context(QObject):
    """The way between what is seen and the workspace; it holds no state of its own.

    `changed` rings once per commit with a `Change`, when facts, scores and problems are up to date.
    `rowRequested` asks the window to show a row (table, id, field), `said` to write a status line,
    `toasted` to show an undoable message (text, words of the action, what the action does). `left` rings
    when the project is put away: what still works beside the window ends then. `exportRequested` asks for a
    file (what, its ending, the id of the one fund or "").
    """

    changed = Signal(object)
    rowRequested = Signal(str, str, str)
    said = Signal(str)
    toasted = Signal(str, str, object)
    exportRequested = Signal(str, str, str)
    left = Signal()

    def __init__(
        self, workspace: Workspace, look: Look, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.look = look
        self.settings = settings
        self._stop = workspace.subscribe(self._ring)

    def _ring(self, change: Change) -> None:
        self.changed.emit(change)

    @property
    def records(self) -> Records:
        """The rows as they stand."""
        return self.workspace.records

    def edit(self, label: str, kind: str = "edit") -> AbstractContextManager[Edits]:
        """The one door to the rows."""
        return self.workspace.edit(label, kind)

    def typed(self, table: str, row_id: str, field: str, text: str) -> str | None:
        """Write what was typed into a cell; the sentence for the user when it cannot be taken."""
        row = self.records.get(table, row_id)
        if row is None:
            return self.tr("这一行已经不在了")
        try:
            set_cell(self.edit, self.records, table, row, field, text)
        except (BadValue, UserProblem) as refused:
            return str(refused)
        return None

    def choose(self, key: str, value: str) -> str | None:
        """Change an adjustable figure of the evaluation; the sentence when it cannot be taken."""
        try:
            set_setting(self.edit, self.records, key, value)
        except (BadValue, UserProblem) as refused:
            return str(refused)
        return None

    def show_row(self, table: str, row_id: str, field: str = "") -> None:
        """Ask the window to show a row where it is edited."""
        self.rowRequested.emit(table, row_id, field)

    def say(self, text: str) -> None:
        """Write into the status line."""
        self.said.emit(text)

    def ask_export(self, what: str, suffix: str, row_id: str = "") -> None:
        """Ask the window to write a file: all of a kind, or the one of a row."""
        self.exportRequested.emit(what, suffix, row_id)

    def toast(self, text: str, action: str = "", run: Callable[[], object] | None = None) -> None:
        """Say that something undoable was done."""
        self.toasted.emit(text, action, run)

    def close(self) -> None:
        """Hear no more of the workspace."""
        self._stop()
        self.left.emit()
