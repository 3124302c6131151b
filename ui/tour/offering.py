"""What the start page offers of the tour; it loads nothing that only the tour needs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from services.settings import Settings
from services.tour_progress import MINUTES, can_resume, kept


def offer(settings: Settings) -> str:
    """The tour, to go on with it, or "" when it has been gone through."""
    progress = kept(settings)
    if progress is None:
        return QCoreApplication.translate("Tour", "用样例学一遍（约 {0} 分钟）").format(MINUTES)
    if can_resume(progress):
        return QCoreApplication.translate("Tour", "接着学样例（第 {0} 步）").format(progress.at + 1)
    return ""
