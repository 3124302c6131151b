"""An open project with its facts, scores and problems, which follow every edit; listeners hear once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import MappingProxyType

from models.checks import Found, Problem, following
from models.evaluation import Evaluation, evaluating
from models.records import Records
from models.schema import SCHEMA
from models.steps import Steps, finished
from services.project import Edit, Entry, Project


@dataclass(frozen=True, slots=True)
class Change:
    """What one commit touched: row ids by table."""

    rows: Mapping[str, frozenset[str]]

    def touches(self, *tables: str) -> bool:
        """Whether any of the tables has a changed row."""
        return any(self.rows.get(table) for table in tables)

    def __add__(self, later: Change) -> Change:
        """What both touched together."""
        rows = dict(self.rows)
        for table, ids in later.rows.items():
            rows[table] = rows.get(table, frozenset()) | ids
        return Change(MappingProxyType(rows))


@dataclass(frozen=True, slots=True)
class Results:
    """What follows from one state of the rows: facts and scores, and what the checks find in both."""

    evaluation: Evaluation
    found: Found

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the checks find."""
        return self.found.problems


Listener = Callable[[Change], None]


class Workspace:
    """The one way round: an edit goes to the project, its commit comes back as new scores and problems.

    `records` are those of the last commit at once. What follows from them is worked out when somebody asks
    for it, or step by step before that (`steps`), so that a window can go on meanwhile; `results` may then
    still be those of the commit before, `evaluation` and `problems` never are.
    """

    def __init__(self, project: Project) -> None:
        self.project = project
        self._listeners: list[Listener] = []
        self.records = Records({name: project.rows(name) for name in SCHEMA})
        self.results = finished(_following(self.records, None))
        self._pending: Steps[Results] | None = None
        project.subscribe(self._committed)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Hear of every commit as soon as `records` are up to date; call the result to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @contextmanager
    def edit(self, label: str, kind: str = "edit") -> Iterator[Edit]:
        """Change rows; everything inside is one entry of the history, or nothing if it raises."""
        with self.project.edit(label, kind) as edit:
            yield edit

    def undo(self) -> Entry:
        """Take back the newest entry that is not undone."""
        return self.project.undo()

    def redo(self) -> Entry:
        """Do again what was undone last."""
        return self.project.redo()

    def _committed(self, rows: Mapping[str, frozenset[str]]) -> None:
        self.records = self.records.replaced({name: self.project.rows(name) for name in rows}, rows)
        self._pending = _following(self.records, self.results)
        change = Change(MappingProxyType(dict(rows)))
        for listener in tuple(self._listeners):
            listener(change)

    # What follows from the rows

    @property
    def is_settled(self) -> bool:
        """Whether `results` are those of the rows as they stand."""
        return self._pending is None

    @property
    def evaluation(self) -> Evaluation:
        """Facts and scores of the rows as they stand."""
        self.settle()
        return self.results.evaluation

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the checks find in the rows as they stand."""
        self.settle()
        return self.results.problems

    def settle(self) -> None:
        """Work out at once what is still to be worked out."""
        for _step in self.steps():
            pass

    def steps(self) -> Iterator[None]:
        """Work out what follows from the last commit, pausing in between.

        A commit that comes meanwhile ends it: its own steps begin anew, from the last results.
        """
        pending = self._pending
        while pending is not None and pending is self._pending:
            try:
                next(pending)
            except StopIteration as end:
                self.results, self._pending = end.value, None
            except BaseException:
                self._pending = _following(self.records, self.results)
                raise
            else:
                yield

    def close(self) -> None:
        """Let the file go."""
        self._listeners.clear()
        self.project.close()


def _following(records: Records, before: Results | None) -> Steps[Results]:
    """The results of these rows; those of an earlier state make it quick, and change nothing."""
    evaluation = yield from evaluating(records, before.evaluation if before is not None else None)
    found = yield from following(records, evaluation, before.found if before is not None else None)
    return Results(evaluation, found)
