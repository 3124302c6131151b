"""The first tour through the sample: its steps, and what shows that each has been done.

What leaves a trace in the file is read from its history; what leaves none (a page looked at, a file written)
is a mark that the window sets. A step that was done stays done, also when it is taken back later.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.report.live.syntax import Field, Line, read
from services.project import Change, Entry

PAGE = "tour"
"""The page of the help with the words of every step."""
TRIED = "tried"


def looked(page: str, row: str = "") -> str:
    """The mark that a page, or a row on it, was in front."""
    return f"{page}:{row}"


def written(path: Path) -> str:
    """The mark that a file of that kind was written."""
    return f"file:{path.suffix.lower()}"


@dataclass(frozen=True, slots=True)
class Trace:
    """What somebody has left behind: entries of the history but the creation, and marks."""

    entries: Sequence[Entry]
    marks: frozenset[str] = frozenset()

    def changes(self, *tables: str) -> list[Change]:
        """Every change of those tables that a person made; undoing is none."""
        own = (entry for entry in self.entries if entry.kind in ("edit", "import", "merge"))
        return [change for entry in own for change in entry.changes if change.table in tables]


Done = Callable[[Trace], bool]


def _marked(mark: str) -> Done:
    return lambda trace: mark in trace.marks


def _changed(table: str, field: str, after: object = None) -> Done:
    def is_done(trace: Trace) -> bool:
        return any(
            change.action == "update" and change.field == field and after in (None, change.after)
            for change in trace.changes(table)
        )

    return is_done


def _added(table: str) -> Done:
    return lambda trace: any(change.action == "insert" for change in trace.changes(table))


def _undone(trace: Trace) -> bool:
    return any(entry.kind == "undo" for entry in trace.entries)


def _imported(trace: Trace) -> bool:
    return any(entry.kind == "import" for entry in trace.entries)


def _wrote_live(trace: Trace) -> bool:
    """Whether somebody wrote a line that quotes the data into a chapter, beside those that stood there."""
    changes = trace.changes("section")
    stood = {
        line
        for change in changes
        for text in (change.after if change.field == "base" else None, change.before)
        for line in _quoting(text)
    }
    return any(_quoting(change.after) - stood for change in changes if change.field == "text")


def _quoting(text: object) -> frozenset[Line]:
    """The lines of a live text that quote the data."""
    lines = (line for line in read(str(text or "")) if isinstance(line, Line))
    return frozenset(line for line in lines if any(isinstance(piece, Field) for piece in line.pieces))


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: its key, the page where it is done, whether it has been done."""

    key: str
    page: str
    is_done: Done


STEPS: tuple[Step, ...] = (
    Step("look", "overview", _marked(looked("overview"))),
    Step("pay", "contracts", _changed("payment", "amount")),
    Step("undo", "contracts", _undone),
    Step("why", "indicators", _marked(looked("indicators", "B11"))),
    Step("try", "indicators", _marked(TRIED)),
    Step("answer", "findings", _added("verdict")),
    Step("draft", "findings", _added("finding")),
    Step("paper", "papers", _changed("request", "state", "已提供")),
    Step("evidence", "findings", _added("evidence_link")),
    Step("table", "contracts", _imported),
    Step("sentence", "report", _wrote_live),
    Step("print", "report", _marked(written(Path("报告.pdf")))),
)


def done_steps(trace: Trace) -> frozenset[str]:
    """The keys of the steps that have been done."""
    return frozenset(step.key for step in STEPS if step.is_done(trace))


def is_awaited(mark: str) -> bool:
    """Whether some step waits for this mark."""
    return bool(done_steps(Trace((), frozenset((mark,)))))
