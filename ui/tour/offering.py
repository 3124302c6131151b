"""What the start page offers of the tour; it loads nothing that only the tour needs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from services.settings import Settings
from services.tour_progress import MINUTES, can_resume, kept


def offer(settings: Settings) -> str:
    """The tour to somebody new, to go on with it to who began it, else ""."""
    progress = kept(settings)
    if progress is None and not settings.recent:
        return QCoreApplication.translate("Tour", "用样例学一遍（约 {0} 分钟）").format(MINUTES)
    if progress is not None and can_resume(progress):
        return QCoreApplication.translate("Tour", "接着学样例（第 {0} 步）").format(progress.at + 1)
    return ""
