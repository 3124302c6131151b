"""The yardstick for the project file: the same database with the same pragmas, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import apsw

from models.schema import SCHEMA


def copied(path: Path) -> Path:
    """A second copy of a project file, for the yardstick to write to."""
    return Path(shutil.copy(path, path.with_suffix(".plain")))


def connected(path: Path) -> apsw.Connection:
    """The file opened with the journal and the syncing that the program uses."""
    db = apsw.Connection(str(path))
    db.pragma("journal_mode", "delete")
    db.pragma("synchronous", "extra")
    return db


def all_rows(path: Path) -> int:
    """Read every row of every declared table and say how many there are."""
    db = connected(path)
    count = sum(len(db.execute(f'SELECT * FROM "{name}"').fetchall()) for name in SCHEMA)
    db.close()
    return count
