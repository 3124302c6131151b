"""Actions that write have no use in a project that cannot be written to; their tip says why."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidgetAction

from ui.context import Context


def lock(context: Context, actions: Iterable[QAction]) -> None:
    """Switch the actions off where the project is read-only."""
    if not context.workspace.project.read_only:
        return
    for action in actions:
        if not action.isSeparator() and not isinstance(action, QWidgetAction):
            action.setEnabled(False)
            action.setToolTip(QCoreApplication.translate("Locked", "项目以只读方式打开，不能修改"))
