"""The oldest C library that a bundle runs on: `python -m devtools.packages.glibc FOLDER` says it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

Version = tuple[int, ...]
_NEEDS = re.compile(r"^Version needs section.*?(?=^Version |\Z)", re.MULTILINE | re.DOTALL)
_NAME = re.compile(r"Name: GLIBC_(\d+(?:\.\d+)+)")


def elf_files(folder: Path) -> Iterator[Path]:
    """Every program and library in the folder and below, links apart."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def newest_needed(listing: str) -> Version:
    """The newest C library asked for in what `readelf --version-info` prints of one file; () for none."""
    names = (name for part in _NEEDS.findall(listing) for name in _NAME.findall(part))
    return max((tuple(map(int, name.split("."))) for name in names), default=())


def needs(folder: Path) -> dict[Path, Version]:
    """What each program and library of the folder needs, by its path."""
    found = {}
    for path in elf_files(folder):
        command = ["readelf", "--wide", "--version-info", str(path)]
        listing = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        found[path] = newest_needed(listing)
    return found


def oldest_glibc(found: Mapping[Path, Version]) -> str:
    """The version that all of them together need, such as "2.36"; "" when nothing is said."""
    return ".".join(map(str, max(found.values(), default=())))


def main(words: Sequence[str]) -> int:
    """Print the version, and the files that need it."""
    if len(words) != 1:
        print("python -m devtools.packages.glibc FOLDER", file=sys.stderr)
        return 2
    folder = Path(words[0])
    found = needs(folder)
    oldest = oldest_glibc(found)
    print(f"glibc >= {oldest}")
    for path, version in found.items():
        if ".".join(map(str, version)) == oldest:
            print(f"  {path.relative_to(folder)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
