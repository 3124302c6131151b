"""One writing window per file: an operating system's lock, which falls when its process dies.

The lock stands in the user's own cache folder, so nothing is left beside the project. Colleagues
on a shared folder are held apart by the database's own locks and its data_version.
"""

from __future__ import annotations

from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout
from platformdirs import user_cache_path

from services.errors import UserProblem


class InUse(UserProblem):
    """Another window or program has the file open for writing."""


def lock(path: Path) -> BaseFileLock | None:
    """Hold the file for writing; InUse if another holds it, None where no lock can be kept."""
    found = path.stat()
    folder = user_cache_path("jiheng", appauthor=False) / "locks"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        held = FileLock(folder / f"{found.st_dev:x}-{found.st_ino:x}.lock", timeout=0)
        held.acquire()
    except Timeout:
        what = "正被另一个窗口使用，不能修改。请先关闭那个窗口，或以只读方式打开"
        raise InUse(f"“{path.name}”{what}") from None
    except (OSError, NotImplementedError):
        return None
    return held
