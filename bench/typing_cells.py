"""Cells typed one after another in the window: the longest time that a key is kept waiting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import count, islice
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from bench.editing import PLAIN_UPDATE
from bench.filling import PERSON, small_and_large
from bench.measuring import Pair, Sizes
from bench.plain import connected, copied
from models.kinds import FEN_PER_WAN
from services.project import Project
from services.settings import Settings

if TYPE_CHECKING:
    from ui.grid.grid import Grid
    from ui.window import MainWindow

FRAME = 0.016
CELLS = 5
SIZE = (1366, 768)


def waits(sizes: Sizes, folder: Path) -> Iterator[Pair]:
    """Amounts of payments: letters, Enter, and each turn of the event loop until all follows."""
    for name, path in small_and_large(folder, sizes.payments).items():
        plain = connected(copied(path))
        window = _window(path, folder)
        typist, amounts = Typist(window), count(1)
        row = typist.context.records.live("payment")[-1]["id"]

        def written(plain: object = plain, row: str = row, amounts: Iterator[int] = amounts) -> float:
            start = perf_counter()
            plain.execute(PLAIN_UPDATE, (next(amounts), row))  # type: ignore[attr-defined]
            return FRAME + perf_counter() - start

        yield Pair(
            f"输入 {CELLS} 格付款，最久的等待（{name}）",
            "一帧 16 ms ＋ apsw UPDATE 落盘",
            typist.longest,
            written,
            unit="wait",
        )
        window.close()
        plain.close()


def _window(path: Path, folder: Path) -> MainWindow:
    from ui.app import make_application, make_look
    from ui.window import MainWindow

    application, settings = make_application(), Settings(folder / "settings.json")
    window = MainWindow(make_look(application, settings), settings)
    window.show_project(Project.open(path, person=PERSON))
    window.resize(*SIZE)
    window.show()
    return window


class Typist:
    """Somebody at the payments of one contract who never looks up."""

    def __init__(self, window: MainWindow) -> None:
        from PySide6.QtTest import QTest

        context, bench = window.context, window.workbench
        assert context is not None and bench is not None
        self.context, self._amounts = context, count(100)
        bench.show_row("payment", context.records.live("payment")[-1]["id"], "amount")
        self._grid: Grid = bench.tab.detail.payments.grid  # type: ignore[attr-defined]
        QTest.qWait(2_000)

    def longest(self) -> float:
        """The longest of all waits over some cells."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QApplication

        found = 0.0
        for amount in islice(self._amounts, CELLS):
            row = self._grid.model.lines.row(0)
            assert row is not None
            self._grid.select(row["id"], "amount")
            for letter in str(amount):
                found = max(found, _timed(partial(self._press, letter)))
            found = max(found, _timed(partial(self._press, Qt.Key.Key_Return)))
            while self.context.is_busy:
                found = max(found, _timed(QApplication.processEvents))
            typed = self.context.records.get("payment", row["id"])
            assert typed is not None and typed["amount"] == amount * FEN_PER_WAN
        return found

    def _press(self, key: object) -> None:
        from PySide6.QtTest import QTest

        target = _target(self._grid)
        (QTest.keyClicks if isinstance(key, str) else QTest.keyClick)(target, key)  # type: ignore[operator]


def _target(grid: Grid) -> object:
    """What the keys go to: the editor that is open, else the grid."""
    from PySide6.QtWidgets import QLineEdit

    opened = [each for each in grid.view.viewport().findChildren(QLineEdit) if each.isVisible()]
    return opened[-1] if opened else grid.view


def _timed(act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    return perf_counter() - start
