"""The licences of what a bundle takes from the system: Python itself, and libraries of the distribution."""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
from collections.abc import Iterable
from pathlib import Path

FOLDER = "resources/licences/system"


def _owner(library: Path) -> str:
    """Debian's package of a library, "" when it is no package's; merged systems know it by either place."""
    real = library.resolve()
    for name in (str(library), str(real), str(real).removeprefix("/usr"), str(library).removeprefix("/usr")):
        done = subprocess.run(["dpkg-query", "-S", name], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return done.stdout.partition(":")[0]
    return ""


def debian_licences(libraries: Iterable[Path]) -> dict[str, Path]:
    """The copyright file of each Debian package that a library comes from, by the package's name."""
    if shutil.which("dpkg-query") is None:
        return {}
    owners = {_owner(library) for library in libraries} - {""}
    texts = {owner: Path("/usr/share/doc") / owner / "copyright" for owner in sorted(owners)}
    return {owner: text for owner, text in texts.items() if text.is_file()}


def python_licence() -> Path | None:
    """Python's own licence, where its standard library or its documentation has it."""
    places = (
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sysconfig.get_config_var("installed_base") or "/") / "LICENSE.txt",
        Path(f"/usr/share/doc/python{sysconfig.get_python_version()}/copyright"),
    )
    return next((place for place in places if place.is_file()), None)


def collected(sources: Iterable[str], outside: Path, target: Path) -> list[tuple[str, str, str]]:
    """PyInstaller's lines for the licences of the libraries that do not lie below `outside`, the environment.

    The texts are copied into the folder `target` under the names they will have.
    """
    system = [Path(each) for each in sources if not Path(each).is_relative_to(outside)]
    texts = debian_licences(path for path in system if path.is_file())
    python = python_licence()
    if python is not None:
        texts = {"Python": python, **texts}
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name, text in texts.items():
        shutil.copyfile(text, target / f"{name}.txt")
    return [(f"{FOLDER}/{name}.txt", str(target / f"{name}.txt"), "DATA") for name in texts]
