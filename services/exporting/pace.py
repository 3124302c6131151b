"""How far an export is, told while it goes on, and the way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypedDict

from models.sayings import saying
from services.errors import ExportCancelled

Progress = Callable[[int], None]
"""Is told how far an export is, in percent."""


class Watch(TypedDict, total=False):
    """Who follows an export: `progress` is told percents, and it stops when `cancelled` says so."""

    progress: Progress | None
    cancelled: Callable[[], bool] | None


Write = Callable[[Path, Watch], str]
"""Writes a file while somebody follows it, and says so in a sentence."""


class Pace:
    """Tells how far the work is, and stops it when the person has had enough."""

    def __init__(self, progress: Progress | None, cancelled: Callable[[], bool] | None) -> None:
        self._progress, self._cancelled = progress, cancelled
        self._told = -1
        self._first, self._last, self._total, self._done = 0, 100, 1, 0

    def phase(self, first: int, last: int, total: int) -> None:
        """Begin a part of the work that takes from `first` to `last` percent in `total` steps."""
        self._first, self._last, self._total, self._done = first, last, max(total, 1), 0
        self.step(0)

    def step(self, count: int = 1) -> None:
        """Some steps are done; ExportCancelled when the person stopped the export."""
        if self._cancelled is not None and self._cancelled():
            raise ExportCancelled(saying("导出已取消，没有写入文件"))
        self._done = min(self._done + count, self._total)
        percent = self._first + (self._last - self._first) * self._done // self._total
        if self._progress is not None and percent > self._told:
            self._progress(percent)
        self._told = max(self._told, percent)
