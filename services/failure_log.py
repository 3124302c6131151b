"""The program's own faults, kept in a file so that a person can hand on what a sentence cannot hold."""

from __future__ import annotations

import os
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

SIZE_LIMIT = 1_000_000
NAME = "jiheng-errors.log"


def keep(error: BaseException, words: Sequence[str] = ()) -> Path | None:
    """Write down an unexpected error and what the program was asked; None if no place takes it."""
    told = "".join(traceback.format_exception(error))
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    entry = f"{now}  {' '.join(words)}\n{told}\n".encode("utf-8", "backslashreplace")
    for folder in _folders():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / NAME
            is_full = path.exists() and path.stat().st_size > SIZE_LIMIT
            with path.open("wb" if is_full else "ab") as file:
                file.write(entry)
        except OSError:
            continue
        return path
    return None


def _folders() -> Iterator[Path]:
    """Where the log may stand, best first; beside the settings when these have a place of their own."""
    named = os.environ.get("JIHENG_SETTINGS")
    if named:
        yield Path(named).parent
    else:
        from platformdirs import user_log_path

        yield user_log_path("jiheng", appauthor=False)
    yield Path(tempfile.gettempdir())
