"""The bundle: one folder that holds the program with everything it needs, made by PyInstaller."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from devtools.environment import ROOT, child_environment
from devtools.packages.sums import write_sums
from devtools.system import SetupError

BUILD = ROOT / "build"
BUNDLES = BUILD / "bundle"
IS_WINDOWS = sys.platform == "win32"


def build(python: Path, *, yardstick: bool = False) -> Path:
    """Make the bundle with that Python and its PyInstaller; gives its folder.

    With `yardstick` it is a window with nothing in it, made the same way, to measure the start against.
    """
    name = "bare-window" if yardstick else "jiheng"
    folder = BUNDLES / name
    shutil.rmtree(folder, ignore_errors=True)
    command = [
        *(str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"),
        *("--distpath", str(BUNDLES), "--workpath", str(BUILD / "work"), "build.spec"),
    ]
    print("$ python", " ".join(command[1:]), flush=True)
    extra = {"JIHENG_BARE_WINDOW": "1" if yardstick else "", "PYTHONDONTWRITEBYTECODE": ""}
    if subprocess.run(command, cwd=ROOT, check=False, env=child_environment(extra)).returncode != 0:
        raise SetupError("打包没有成功，请看上面的信息。")
    write_sums(folder)
    return folder


def program_of(folder: Path, name: str = "jiheng") -> Path:
    """The program in a bundle that can print."""
    return folder / (f"{name}-cli.exe" if IS_WINDOWS else name)


def bundle_environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """What a bundle sees when it is tried: no display, and nothing of the Python that made it."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))
    }
    return {**kept, "QT_QPA_PLATFORM": "offscreen", **(extra or {})}


def self_test(folder: Path) -> bool:
    """Let the bundle try itself; True when every step went well."""
    program = program_of(folder)
    print("$", program.name, "self-test", flush=True)
    done = subprocess.run([str(program), "self-test"], cwd=folder, check=False, env=bundle_environment())
    return done.returncode == 0


def size(folder: Path) -> int:
    """Bytes of all files in the folder and below, links apart."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
