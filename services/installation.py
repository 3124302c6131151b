"""The program as it was delivered: what it is called, where it lies, and whether its files are whole.

Only a bundle is delivered with checksums; from a checkout there is nothing to compare with.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

SUMS = "SHA256SUMS"
READ_TABLE = "read-table"
"""The command by which the program reads a stranger's file in a process of its own; nobody types it."""


def program_folder() -> Path | None:
    """The folder of an installed program; None when it runs from its sources."""
    libraries = getattr(sys, "_MEIPASS", None)
    return Path(libraries).parent if libraries else None


def program_name() -> str:
    """What is typed to start the program."""
    return Path(sys.executable).stem if program_folder() is not None else "main.py"


def own_command() -> list[str]:
    """What starts the program once more."""
    if program_folder() is not None:
        return [sys.executable]
    return [sys.executable, "-X", "utf8", str(Path(__file__).resolve().parents[1] / "main.py")]


@dataclass(frozen=True, slots=True)
class Delivery:
    """The files a program was delivered with: name → SHA-256, and the checksum of that list."""

    folder: Path
    sums: dict[str, str]
    checksum: str

    def missing(self) -> list[str]:
        """Names of files that are gone."""
        return [name for name in self.sums if not (self.folder / name).is_file()]

    def changed(self) -> list[str]:
        """Names of files that are there and differ, such as a library of Qt that was exchanged."""
        return [
            name
            for name, digest in self.sums.items()
            if (self.folder / name).is_file() and _sha256(self.folder / name) != digest
        ]


def delivery(folder: Path | None = None) -> Delivery | None:
    """What stands in the SHA256SUMS of the program's folder; None where there is none."""
    folder = folder or program_folder()
    if folder is None:
        return None
    try:
        content = (folder / SUMS).read_bytes()
    except OSError:
        return None
    import hashlib

    lines = (line.partition("  ") for line in content.decode("utf-8", "replace").splitlines())
    sums = {name: digest for digest, _, name in lines if name}
    return Delivery(folder, sums, hashlib.sha256(content).hexdigest())


def _sha256(path: Path) -> str:
    import hashlib

    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
