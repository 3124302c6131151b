"""Files dropped on the window are handed to whoever takes their kind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

Take = Callable[[tuple[Path, ...]], object]
"""Takes the files that were dropped together and are of its kinds."""


class Dropping(QObject):
    """Watches a window for dropped files; of several the first that is taken says who takes them."""

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
                paths, take = found
                QTimer.singleShot(0, self, lambda: take(paths))
            return True
        return super().eventFilter(watched, event)

    def _found(self, event: QDropEvent) -> tuple[tuple[Path, ...], Take] | None:
        takers = self._takers()
        paths = (Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        known = [(path, takers[path.suffix.lower()]) for path in paths if path.suffix.lower() in takers]
        if not known:
            return None
        take = known[0][1]
        return tuple(path for path, other in known if other == take), take
