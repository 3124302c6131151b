"""What the tests of older project files share: the files of `tests/files`, and a look at what is in one."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import apsw

FILES = Path(__file__).resolve().parents[1] / "files"
OLDER = sorted(FILES.glob("*.jiheng"))
"""A real project file of every older version, as its program wrote it."""


def copied(source: Path, folder: Path) -> Path:
    """A copy of the file in a folder of its own."""
    own = folder / "项目"
    own.mkdir()
    return Path(shutil.copyfile(source, own / source.name))


def version(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[60:64], "big")


def folder_of(path: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in path.parent.iterdir()}


def query(path: Path, words: str) -> list[Any]:
    db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return db.execute(words).fetchall()
    finally:
        db.close()


def content(path: Path) -> dict[str, list[Any]]:
    """Every cell of the file but `meta`, by the names of its tables."""
    names = [name for (name,) in query(path, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: query(path, f'SELECT * FROM "{name}" ORDER BY 1') for name in names if name != "meta"}


def changed(path: Path, statement: str) -> None:
    db = apsw.Connection(str(path))
    db.execute(statement).fetchall()
    db.close()
