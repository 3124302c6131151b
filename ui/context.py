"""What every tab and panel is given: the open project, the look, this person's choices, and the bell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager

from PySide6.QtCore import QObject, Signal

from models.checks import Problem
from models.dates import BadValue
from models.evaluation import Evaluation
from models.records import Records
from services.blocks import Edits
from services.cells import set_cell, set_setting
from services.errors import UserProblem
from services.project import Entry
from services.settings import Settings
from services.what_if import Trial
from services.workspace import Change, Workspace
from ui.bell import Bell
from ui.look import Look
from ui.slices import Slices
from ui.words import told_of


class Context(QObject):
    """The way between what is seen and the workspace; its only state is which copy is worked on.

    `committed` rings with a `Change` inside every commit, when `records` are up to date: for those who show
    cells. What follows from the rows is then worked out beside the typing, and `changed` rings in turn, when
    `evaluation` and `problems` are up to date; until then these are of the commit before.

    `rowRequested` asks the window to show a row (table, id, field), `said` to write a status line,
    `toasted` to show an undoable message (text, words of the action, what the action does). `left` rings
    when the project is put away: what still works beside the window ends then. `exportRequested` asks for a
    file (what, its ending, the id of the one fund or ""), `historyRequested` to show a cell's history (as
    `rowRequested`).

    While something is tried (假设) `workspace` is the throw-away copy and `trial` knows the file's own;
    whoever asks the context each time needs to know nothing of it. `tried` rings when a trial begins or ends.
    """

    rowRequested = Signal(str, str, str)
    said = Signal(str)
    toasted = Signal(str, str, object)
    exportRequested = Signal(str, str, str)
    importRequested = Signal()
    historyRequested = Signal(str, str, str)
    left = Signal()
    tried = Signal()

    def __init__(
        self, workspace: Workspace, look: Look, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.trial: Trial | None = None
        self.look = look
        self.settings = settings
        self.committed, self.changed = Bell(), Bell()
        self._following = Slices(self)
        self._untold: Change | None = None
        self._stop = workspace.subscribe(self._hear)
        self._stop_file: Callable[[], None] = _nothing

    # What follows from a commit

    def _hear(self, change: Change) -> None:
        self._untold = change if self._untold is None else self._untold + change
        self.committed.ring(change)
        self._following.run(self._follow_up())

    def _follow_up(self) -> Iterator[None]:
        """Work out what follows from the rows, then tell everybody; a new commit begins it anew."""
        yield from self.workspace.steps()
        change, self._untold = self._untold, None
        if change is not None:
            self.changed.note(change)
        yield from self.changed.steps()

    @property
    def is_busy(self) -> bool:
        """Whether something on the screen has still to follow the last commit."""
        return self._following.is_running

    def settle(self) -> None:
        """Have everything on the screen as it follows from the rows, now."""
        self._following.finish()

    @property
    def evaluation(self) -> Evaluation:
        """Facts and scores as the screen shows them: a moment after a commit still those before it."""
        return self.workspace.results.evaluation

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the checks found, as the screen shows it."""
        return self.workspace.results.problems

    # Trying changes on a copy

    def begin_trial(self) -> None:
        """From now on everything is typed into a throw-away copy; UserProblem when none can be made."""
        if self.trial is None:
            self.trial = Trial(self.workspace)
            self._turn_to(self.trial.workspace, {})

    def keep_trial(self) -> bool:
        """Write what was tried as one edit and end the trial; False where nothing was.

        UserProblem, and the trial goes on, where it cannot be written.
        """
        trial = self.trial
        kept = trial is not None and trial.keep()
        self.drop_trial()
        return kept

    def drop_trial(self) -> None:
        """End the trial; the file is what it was."""
        trial, self.trial = self.trial, None
        if trial is not None:
            self._turn_to(trial.base, trial.differing())
            trial.close()

    def _turn_to(self, workspace: Workspace, rows: Mapping[str, frozenset[str]]) -> None:
        self._stop()
        self._stop_file()
        self.workspace = workspace
        self._stop, self._stop_file = workspace.subscribe(self._hear), _nothing
        if self.trial is not None:
            self._stop_file = self.trial.base.subscribe(lambda _change: self._hear(Change({})))
        self.tried.emit()
        self._hear(Change(rows))
        self.settle()

    @property
    def file(self) -> Workspace:
        """The workspace of the project file itself, whether or not something is tried on a copy."""
        return self.trial.base if self.trial is not None else self.workspace

    @property
    def can_undo(self) -> Entry | None:
        """What an undo would take back: while something is tried, only steps of the trial."""
        return (self.trial or self.workspace.project).can_undo

    @property
    def can_redo(self) -> Entry | None:
        """What a redo would do again."""
        return (self.trial or self.workspace.project).can_redo

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
            return told_of(refused)
        return None

    def choose(self, key: str, value: str) -> str | None:
        """Change an adjustable figure of the evaluation; the sentence when it cannot be taken."""
        try:
            set_setting(self.edit, self.records, key, value)
        except (BadValue, UserProblem) as refused:
            return told_of(refused)
        return None

    def show_row(self, table: str, row_id: str, field: str = "") -> None:
        """Ask the window to show a row where it is edited."""
        self.rowRequested.emit(table, row_id, field)

    def show_history(self, table: str = "", row_id: str = "", field: str = "") -> None:
        """Ask the window to show who changed what: anything, one row, or one cell of it."""
        self.historyRequested.emit(table, row_id, field)

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
        """Hear no more of the workspace; what is still only tried is thrown away."""
        self._following.stop()
        self._stop()
        self._stop_file()
        trial, self.trial = self.trial, None
        if trial is not None:
            self.workspace = trial.base
            trial.close()
        self.left.emit()


def _nothing() -> None:
    """What stops where nothing was begun."""
