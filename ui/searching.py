"""The search behind the find field: an index that follows edits, results that come while one types."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from models.records import Records
from models.schema import SCHEMA
from models.search import Hits, Query, SearchIndex
from models.search.index import Cell
from models.search.notes import (
    CHAPTER,
    FACT,
    FIELD,
    PROBLEM,
    chapter_cells,
    fact_cells,
    field_cells,
    problem_cells,
)
from models.steps import Steps, finished, portions
from services import pinyin
from services.report_forms import form_of
from services.workspace import Change
from ui.context import Context
from ui.slices import Slices
from ui.work import Work

REST = 1500
"""How long a project is open before the index is made beside the work, in ms."""
PAUSE = 12
NOTED_A_STEP = 200

_FIRST = (
    "fund", "contract", "indicator", "finding", "recommendation", "vendor", "contract_group", "contract_item",
    "allocation", "payment", "expense", "term", "objective", "milestone", "figure", "request", "regulation",
    "evidence", "attachment", "visit", "voucher_check", "roster", "roster_entry", "survey", "survey_question",
    "section", "basis", "person", "project",
)  # fmt: skip
ORDER: Sequence[str] = (*_FIRST, *(name for name in SCHEMA if name not in _FIRST))
"""The tables in the order in which what is found stands."""


class Searcher(QObject):
    """Searches one project; a new search takes the place of the one before.

    `found` brings the rows of one table at a time, `ended` says that no more will come, `outdated` that what
    was found may not hold any more because of an edit.
    """

    found = Signal(object)
    ended = Signal()
    outdated = Signal()

    def __init__(self, context: Context, page: Callable[[str], str], parent: QObject) -> None:
        """`page` gives the title of the page that shows the rows of a table, "" where none does."""
        super().__init__(parent)
        self.context, self.page = context, page
        self.tables = tuple(name for name in ORDER if page(name))
        self._index: SearchIndex | None = None
        self._noted: tuple[object, object] | None = None
        self._chapters: tuple[Records, list[Cell]] | None = None
        self._work: Work | None = None
        self._search, self._building = Slices(self), Slices(self, PAUSE)
        self._search.yielded.connect(self.found)
        self._search.ended.connect(self._end)
        context.changed.connect(self._follow)
        context.left.connect(self.stop)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._build)
        self._rest.start()

    @property
    def records(self) -> Records:
        """The rows that are searched."""
        return self.context.records

    def search(self, text: str) -> None:
        """Look for a text from now on; the results of the search before are not told any more."""
        self._building.stop()
        self._search.run(self._steps(Query.of(text)))

    def finish(self) -> None:
        """Find at once what is still to be found."""
        self._search.finish()

    def stop(self) -> None:
        """Leave off."""
        self._rest.stop()
        self._search.stop()
        self._building.stop()

    def prepare(self) -> None:
        """Somebody is about to type: have the readings of the characters and the report's words ready.

        The report is written out only now: a thread that does so slows down whoever types in a grid.
        """
        pinyin.warm()
        if self._work is None and (self._chapters is None or self._chapters[0] is not self.records):
            self._write_chapters()

    def _steps(self, query: Query) -> Iterator[Hits | None]:
        if query:
            index = yield from self._ready()
            yield from index.search(query)

    def _ready(self) -> Steps[SearchIndex]:
        if self._index is None:
            self._index = SearchIndex(self.records, self.tables, pinyin.initials)
            self._index.note(FIELD, field_cells(self.tables))
        evaluation, problems = self.context.evaluation, self.context.problems
        noted = (problems, evaluation)
        if self._noted is None or any(
            one is not other for one, other in zip(noted, self._noted, strict=True)
        ):
            cells: list[Cell] = []
            for portion in portions(problem_cells(problems), NOTED_A_STEP):
                cells += portion
                yield
            self._noted = noted
            self._index.note(PROBLEM, cells)
            self._index.note(FACT, fact_cells(evaluation))
        yield
        return self._index

    # Beside the work

    def _build(self) -> None:
        pinyin.warm()
        if not self._search.is_running:
            self._building.run(self._built())

    def _built(self) -> Iterator[None]:
        index = yield from self._ready()
        yield from index.build()
        if pinyin.is_warm():
            yield from index.spell()
        else:
            self._rest.start()

    def _write_chapters(self) -> None:
        """Make the report in a thread, for its words."""
        self.context.settle()
        records, evaluation, problems = self.records, self.context.evaluation, self.context.problems

        def run() -> tuple[Records, list[Cell]]:
            from models.report.document import compose

            report = compose(records, evaluation, problems, form_of(records))
            return records, list(chapter_cells(report))

        app = QCoreApplication.instance()
        assert app is not None
        self._work = Work(run, app)
        self._work.done.connect(self._take_chapters)
        self._work.failed.connect(self._fail)
        self._work.start()

    def _take_chapters(self, written: tuple[Records, list[Cell]]) -> None:
        self._work, self._chapters = None, written
        finished(self._ready()).note(CHAPTER, written[1])
        self.outdated.emit()

    def _fail(self, error: Exception) -> None:
        self._work = None
        raise error

    def _end(self) -> None:
        self.ended.emit()
        self._rest.start()

    def _follow(self, change: Change) -> None:
        self._building.stop()
        if self._index is not None:
            self._index.follow(self.records, change.rows)
        was_running = self._search.is_running
        self._search.stop()
        self._rest.start()
        if was_running or self._index is not None:
            self.outdated.emit()
