"""Writes the report out over the data: at once, or beside the window where there are very many rows."""

from __future__ import annotations

import atexit
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from models.records import Records
from models.report.document import Report, compose
from models.schema import SCHEMA
from services.report_forms import form_of
from ui.context import Context
from ui.work import Work

AT_ONCE = 4000
"""With more rows than these the report is written in a thread."""


class ReportWriter(QObject):
    """`written` brings the report of the newest state of the data; what is overtaken is never told."""

    written = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._work: Work | None = None
        self._is_overtaken = self._has_left = False
        context.left.connect(self._leave)

    def write(self) -> None:
        """Write the report as the data are now."""
        if self._work is not None:
            self._is_overtaken = True
            return
        workspace = self._context.workspace
        records, evaluation, problems = workspace.records, workspace.evaluation, workspace.problems

        def run() -> Report:
            return compose(records, evaluation, problems, form_of(records))

        if _size(records) <= AT_ONCE:
            self.written.emit(run())
        else:
            self._begin(run)

    @property
    def is_busy(self) -> bool:
        """Whether a report is being written beside the window."""
        return self._work is not None

    def _begin(self, run: Callable[[], Report]) -> None:
        application = QCoreApplication.instance()
        assert application is not None
        self._work = Work(run, application)
        self._work.done.connect(self._done)
        self._work.failed.connect(self._failed)
        atexit.register(self._work.wait)
        self._work.start()

    def _end(self) -> bool:
        """The thread has ended; whether what it made is still wanted."""
        if self._work is not None:
            atexit.unregister(self._work.wait)
        self._work = None
        is_wanted = not self._is_overtaken and not self._has_left
        self._is_overtaken = False
        if not is_wanted and not self._has_left:
            self.write()
        return is_wanted

    def _done(self, report: Report) -> None:
        if self._end():
            self.written.emit(report)

    def _failed(self, error: Exception) -> None:
        if self._end():
            raise error

    def _leave(self) -> None:
        self._has_left = True
        if self._work is not None:
            self._work.wait()


def _size(records: Records) -> int:
    return sum(len(records.all(table)) for table in SCHEMA)
