"""Work in the window's own thread that lets typing and painting through: a little at a time."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

SLICE = 0.002
"""Seconds at a time, and then what is left of one step: together less than a frame."""


class Slices(QObject):
    """Runs one iterator to its end in slices; a new one takes the place of the one before.

    `yielded` brings what it gives (never None), `ended` says that it is through; nothing of a replaced one
    is told any more.
    """

    yielded = Signal(object)
    ended = Signal()

    def __init__(self, parent: QObject, pause: int = 0) -> None:
        """`pause` is the time between two slices, in ms."""
        super().__init__(parent)
        self._steps: Iterator[object] | None = None
        self._at_step: Iterator[object] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(pause)
        self._timer.timeout.connect(self._work)

    @property
    def is_running(self) -> bool:
        """Whether something is left to do."""
        return self._steps is not None

    def run(self, steps: Iterator[object]) -> None:
        """Go through these steps; those of before are dropped."""
        self._steps = steps
        self._timer.start()

    def stop(self) -> None:
        """Drop what is left."""
        self._steps = None
        self._timer.stop()

    def finish(self) -> None:
        """Do all that is left at once; nothing from within one of the steps."""
        while self._steps is not None and self._steps is not self._at_step:
            self._work()

    def _work(self) -> None:
        end = perf_counter() + SLICE
        while self._step() and perf_counter() < end:
            pass

    def _step(self) -> bool:
        """One step; False when nothing is left, or something else has taken its place.

        A step may itself let events through; those do not begin the next one.
        """
        steps = self._steps
        if steps is None or steps is self._at_step:
            return False
        before, self._at_step = self._at_step, steps
        try:
            step = next(steps)
        except StopIteration:
            if steps is self._steps:
                self.stop()
                self.ended.emit()
            return False
        except BaseException:
            if steps is self._steps:
                self.stop()
            raise
        finally:
            self._at_step = before
        if step is not None:
            self.yielded.emit(step)
        return steps is self._steps
