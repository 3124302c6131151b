"""Files dropped on the window: a project is opened, a table is imported."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

Take = Callable[[Path], object]


class Dropping(QObject):
    """Watches a window for dropped files; of several the first that is taken counts."""

    def __init__(self, window: QWidget, takers: Callable[[], dict[str, Take]]) -> None:
        """`takers` gives at the time of the drop, by suffix, who takes a file."""
        super().__init__(window)
        self._takers = takers
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept what somebody takes, and hand it over once the drop is done."""
        if isinstance(event, QDropEvent) and event.type() in (
            QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop,
        ):  # fmt: skip
            found = self._found(event)
            if found is None:
                return False
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                path, take = found
                QTimer.singleShot(0, self, lambda: take(path))
            return True
        return super().eventFilter(watched, event)

    def _found(self, event: QDropEvent) -> tuple[Path, Take] | None:
        takers = self._takers()
        for url in event.mimeData().urls():
            path = Path(url.toLocalFile())
            if url.isLocalFile() and path.suffix.lower() in takers:
                return path, takers[path.suffix.lower()]
        return None
