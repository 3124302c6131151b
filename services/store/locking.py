"""One writing window per file: an operating system's lock, which falls when its process dies.

The lock stands in the user's own cache folder, so nothing is left beside the project. Colleagues
on a shared folder are held apart by the database's own locks and its data_version.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout
from platformdirs import user_cache_path

from models.sayings import saying
from services.errors import UserProblem

_PATIENCE = 0.3


class InUse(UserProblem):
    """Another window or program has the file open for writing."""


def lock(path: Path) -> Callable[[], None] | None:
    """Hold the file for writing and give what lets it go; InUse if another holds it.

    None where no lock can be kept, as in a home folder that cannot be written.
    """
    found = path.stat()
    folder = user_cache_path("jiheng", appauthor=False) / "locks"
    name = folder / f"{found.st_dev:x}-{found.st_ino:x}.lock"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        held = FileLock(name, timeout=_PATIENCE, poll_interval=0.05)
        held.acquire()
    except Timeout:
        said = saying("“{0}”正被另一个窗口使用，不能修改。请先关闭那个窗口，或以只读方式打开", path.name)
        raise InUse(said) from None
    except (OSError, NotImplementedError):
        return None
    return lambda: _release(held, name)


def _release(held: BaseFileLock, name: Path) -> None:
    # Removed while still held: whoever waits for it finds its file gone and begins anew. Windows
    # refuses that, and refuses to remove a file that another has opened meanwhile.
    if os.name == "posix":
        with suppress(OSError):
            name.unlink(missing_ok=True)
    held.release()
    if os.name != "posix":
        with suppress(OSError):
            name.unlink(missing_ok=True)
