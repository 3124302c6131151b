"""Long work beside the window: it runs in a thread, and its end is told in the window's own thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal


class _Thread(QThread):
    def __init__(self, run: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._run = run
        self.result: object = None
        self.error: Exception | None = None

    def run(self) -> None:
        """Do the work and keep what came of it."""
        try:
            self.result = self._run()
        except Exception as error:  # every failure is told by `failed`, whatever it is
            self.error = error


class Work(QObject):
    """One piece of work that touches neither widgets nor the open file; started at once.

    The work itself may emit `advanced` from its thread, with words that say how far it is.
    """

    done = Signal(object)
    failed = Signal(object)
    advanced = Signal(str)

    def __init__(self, run: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._thread = _Thread(run, self)
        self._thread.finished.connect(self._finish)

    def start(self) -> None:
        """Begin; `done` brings the result, or `failed` the exception."""
        self._thread.start()

    @property
    def is_running(self) -> bool:
        """Whether it has begun and not ended."""
        return self._thread.isRunning()

    def wait(self) -> None:
        """Stay until it has ended, e.g. before the program ends."""
        self._thread.wait()

    def _finish(self) -> None:
        if self._thread.error is not None:
            self.failed.emit(self._thread.error)
        else:
            self.done.emit(self._thread.result)
        self.deleteLater()


def going_on(app: QCoreApplication) -> list[Work]:
    """The pieces of work that belong to the application and have not ended."""
    return [work for work in app.findChildren(Work) if work.is_running]
