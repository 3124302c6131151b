"""Garbage of a large project: what has been looked through once and kept is not looked through again.

Looking through 100,000 payments with all that follows from them takes a tenth of a second, and may come at
any key. So what is there when a project has been opened, and what outlives a long search later, is put aside.
"""

from __future__ import annotations

import gc
from time import perf_counter

from PySide6.QtCore import QTimer

FULL = 2
"""The generation of everything."""
REST = 4_000
"""Ms after a project was opened: by then its pages and indices have been made."""
THRESHOLDS = (10_000, 20, 10)
"""New objects before those that are new are looked through, and so on upwards; Python's own first is 700."""
LONG = 0.01
"""Seconds that a search through everything may take before what it keeps is put aside."""


class Collecting:
    """Puts aside what lasts, as long as a project is open."""

    def __init__(self) -> None:
        self._began = 0.0
        self._rest = QTimer()
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._put_aside)

    def begin(self) -> None:
        """A project has been opened."""
        gc.set_threshold(*THRESHOLDS)
        gc.freeze()
        if self._notice not in gc.callbacks:
            gc.callbacks.append(self._notice)
        self._rest.start()

    def end(self) -> None:
        """It is left: everything is looked through again."""
        self._rest.stop()
        if self._notice in gc.callbacks:
            gc.callbacks.remove(self._notice)
        gc.unfreeze()

    def _notice(self, phase: str, about: dict[str, int]) -> None:
        if about["generation"] != FULL:
            return
        if phase == "start":
            self._began = perf_counter()
        elif perf_counter() - self._began > LONG:
            gc.freeze()

    def _put_aside(self) -> None:
        gc.collect()
        gc.freeze()
