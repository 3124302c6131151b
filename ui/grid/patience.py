"""Waiting for a long paste or copy: after a moment how far it is, with a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from services.blocks import Stopped

MANY = 1_000
"""Rows from which on somebody may have to wait."""
MILLISECONDS = 500


class Patience:
    """Watches work of so many rows: told row by row how far it is, it raises Stopped when asked to stop.

    Nothing else can be done in the window meanwhile. With fewer rows it stays out of sight.
    """

    def __init__(self, parent: QWidget, words: str, rows: int) -> None:
        self._dialog: QProgressDialog | None = None
        if rows < MANY:
            return
        stop = QCoreApplication.translate("Patience", "停止")
        self._dialog = QProgressDialog(words, stop, 0, 2 * rows, parent)
        self._dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._dialog.setMinimumDuration(MILLISECONDS)
        self._dialog.setAutoReset(False)
        self._dialog.setAutoClose(False)

    def copying(self, done: int) -> None:
        """So many rows are copied, which is all there is to do."""
        self._step(2 * done)

    def reading(self, done: int, _whole: int) -> None:
        """So many rows are read."""
        self._step(done)

    def writing(self, done: int, whole: int) -> None:
        """All are read, so many are written; after the last one there is no way back but undo."""
        if self._dialog is not None and done >= whole:
            self._dialog.setLabelText(QCoreApplication.translate("Patience", "正在存盘…"))
            self._dialog.setCancelButton(None)  # type: ignore[arg-type]
        self._step(whole + done)

    def _step(self, value: int) -> None:
        if self._dialog is None:
            return
        self._dialog.setValue(value)
        if self._dialog.wasCanceled():
            raise Stopped

    def close(self) -> None:
        """It is over."""
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None
