"""How far somebody is in the first tour, kept with this person's choices on this computer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from services.settings import Settings

FILE_NAME = "绩衡样例（学习）"
MINUTES = 30
NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far somebody is: the copy of the sample, the step counted from 0, marks, whether it is over."""

    path: Path
    at: int = 0
    marks: frozenset[str] = NONE
    is_over: bool = False


def kept(settings: Settings) -> Progress | None:
    """The tour that was begun on this computer; None if there never was one."""
    found: Mapping[str, Any] = settings.mapping("tour")
    path, at, marks = found.get("path"), found.get("at"), found.get("marks")
    if not isinstance(path, str):
        return None
    return Progress(
        Path(path),
        max(at, 0) if isinstance(at, int) else 0,
        frozenset(each for each in marks if isinstance(each, str)) if isinstance(marks, list) else NONE,
        found.get("over") is True,
    )


def keep(settings: Settings, progress: Progress) -> None:
    """Remember how far somebody is."""
    marks = sorted(progress.marks)
    settings.set(
        "tour", {"path": str(progress.path), "at": progress.at, "marks": marks, "over": progress.is_over}
    )


def can_resume(progress: Progress | None) -> bool:
    """Whether a tour has been begun, is not over, and its file is still there."""
    return progress is not None and not progress.is_over and progress.path.is_file()


def new_path(folder: Path) -> Path:
    """A name for the copy of the sample that is not taken yet."""
    names = (f"{FILE_NAME}{f' {number}' if number > 1 else ''}.jiheng" for number in range(1, 10_000))
    return next(path for name in names if not (path := folder / name).exists())
