"""Long work of the import: at once where it is little, else in a thread that can be stopped."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from models.untidy.lines import Step, no_step
from ui.work import Work

AT_ONCE = 5_000
"""Rows up to which the work is done before the key is up again."""

MILLISECONDS = 100
USUAL, POLITE = sys.getswitchinterval(), 0.0005
"""Seconds after which a thread lets the window's own have its turn, usually and while one works here."""


class Stopped(Exception):
    """The person does not want it any more."""


class Running(QObject):
    """One piece of work at a time; a newer one takes the place of the one before."""

    progressed = Signal(int, int)
    began = Signal()
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Work | None = None
        self._number = 0
        self._progress = (0, 0)
        self._timer = QTimer(self)
        self._timer.setInterval(MILLISECONDS)
        self._timer.timeout.connect(lambda: self.progressed.emit(*self._progress))

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._work is not None

    def start(
        self,
        run: Callable[[Step], object],
        done: Callable[[object], None],
        failed: Callable[[Exception], None],
        *,
        rows: int,
    ) -> None:
        """Do the work of so many rows; `done` or `failed` hears of its end, neither when it was stopped."""
        self.stop()
        if rows <= AT_ONCE:
            try:
                result = run(no_step)
            except Exception as error:  # told by `failed`, whatever it is
                failed(error)
                return
            done(result)
            return
        self._begin(run, done, failed)

    def _begin(
        self,
        run: Callable[[Step], object],
        done: Callable[[object], None],
        failed: Callable[[Exception], None],
    ) -> None:
        number = self._number

        def step(at: int, of: int) -> None:
            if number != self._number:
                raise Stopped
            self._progress = (at, of)

        def end(then: Callable[[], None]) -> None:
            if number == self._number:
                self._finish()
                then()

        self._progress = (0, 0)
        work = Work(lambda: run(step), self)
        work.done.connect(lambda result: end(lambda: done(result)))
        work.failed.connect(lambda error: end(lambda: failed(error)))
        self._work = work
        self._timer.start()
        sys.setswitchinterval(POLITE)
        self.began.emit()
        work.start()

    def _finish(self) -> None:
        self._work = None
        self._timer.stop()
        sys.setswitchinterval(USUAL)
        self.ended.emit()

    def stop(self) -> None:
        """Let go of what is under way; it ends at its next step."""
        self._number += 1
        if self._work is not None:
            self._finish()

    def wait(self) -> None:
        """Stop, and stay until no thread is left."""
        self.stop()
        for work in self.findChildren(Work):
            work.wait()
