"""An open project with its facts, scores and problems, which follow every edit; listeners hear once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import MappingProxyType

from models.checks import Found, Problem, follow
from models.evaluation import Evaluation, evaluate
from models.records import Records
from models.schema import SCHEMA
from services.project import Edit, Entry, Project


@dataclass(frozen=True, slots=True)
class Change:
    """What one commit touched: row ids by table."""

    rows: Mapping[str, frozenset[str]]

    def touches(self, *tables: str) -> bool:
        """Whether any of the tables has a changed row."""
        return any(self.rows.get(table) for table in tables)


Listener = Callable[[Change], None]


class Workspace:
    """The one way round: an edit goes to the project, its commit comes back as new scores and problems."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._listeners: list[Listener] = []
        self.records = Records({name: project.rows(name) for name in SCHEMA})
        self._take(evaluate(self.records), None)
        project.subscribe(self._committed)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Hear of every commit, after facts, scores and problems are up to date; call the result to stop."""
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
        self.records = self.records.replaced({name: self.project.rows(name) for name in rows})
        self._take(evaluate(self.records, self.evaluation), self._found)
        change = Change(MappingProxyType(dict(rows)))
        for listener in tuple(self._listeners):
            listener(change)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the checks find in the rows as they stand."""
        return self._found.problems

    def _take(self, evaluation: Evaluation, before: Found | None) -> None:
        self.evaluation = evaluation
        self._found = follow(self.records, evaluation, before)

    def close(self) -> None:
        """Let the file go."""
        self._listeners.clear()
        self.project.close()
