"""The folder that runs from a stick, without installing: an archive for Linux, Windows and macOS."""

from __future__ import annotations

import platform
import shutil
import sys
import tarfile
from pathlib import Path

from devtools.packages.building import BUILD
from devtools.packages.debian import desktop_files
from devtools.packages.filling import LINUX, TEMPLATES, filled
from services.version import PROGRAM_VERSION


def system_name() -> str:
    """What the archive is for, such as linux-x86_64."""
    system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
    return f"{system}-{platform.machine().lower()}"


def portable(bundle: Path, target: Path, *, glibc: str = "") -> Path:
    """Write the archive of a portable folder into `target`: the program and what to know about it."""
    name = f"jiheng-{PROGRAM_VERSION}-{system_name()}"
    folder = BUILD / name
    shutil.rmtree(folder, ignore_errors=True)
    words = {"VERSION": PROGRAM_VERSION, "GLIBC": glibc}
    if sys.platform == "linux":
        shutil.copytree(bundle, folder / "program")
        desktop_files(bundle, folder / "share")
        _write(folder / "start.sh", filled(LINUX / "start.sh", words), runs=True)
        _write(folder / "使用说明.txt", filled(LINUX / "stick.txt", words))
        made = _tar(folder, target / f"{name}.tar.xz")
    else:
        shutil.copytree(bundle, folder, symlinks=True)
        if sys.platform == "win32":
            _write(folder / "使用说明.txt", filled(TEMPLATES / "windows/portable.txt", words))
        made = Path(shutil.make_archive(str(target / name), "zip", BUILD, name))
    shutil.rmtree(folder)
    return made


def _write(path: Path, text: str, *, runs: bool = False) -> None:
    path.write_text(text, "utf-8")
    path.chmod(0o755 if runs else 0o644)


def _tar(folder: Path, target: Path) -> Path:
    """A tar.xz in which everything belongs to nobody in particular."""

    def anonymous(info: tarfile.TarInfo) -> tarfile.TarInfo:
        info.uid = info.gid = 0
        info.uname = info.gname = "root"
        return info

    with tarfile.open(target, "w:xz", preset=6) as archive:
        archive.add(folder, folder.name, filter=anonymous)
    return target
