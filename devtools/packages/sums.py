"""Checksums: of the files inside a bundle, which the program itself can check, and of the packages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

NAME = "SHA256SUMS"


def sha256(path: Path) -> str:
    """The checksum of a file as sixty-four hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sums_text(folder: Path, paths: Iterable[Path]) -> str:
    """One line for each file, as `sha256sum --check` reads them in the folder."""
    return "".join(f"{sha256(path)}  {path.relative_to(folder).as_posix()}\n" for path in sorted(paths))


def write_sums(folder: Path) -> Path:
    """Write the checksums of all files of the folder and below into SHA256SUMS there."""
    target = folder / NAME
    paths = [path for path in folder.rglob("*") if path.is_file() and path != target]
    target.write_text(sums_text(folder, paths), "utf-8", newline="\n")
    return target
