"""The virtual environment beside dev.py, and what is installed in it."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from devtools.system import SetupError, ensure_system_packages, packaging_tools

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = "jiheng-setup.json"
RUNTIME = "requirements.txt"
DEVELOPMENT = "requirements-dev.txt"
PACKAGING = "requirements-package.txt"
PACKAGING_VENV = ROOT / "build" / "venv"
PROBE = "import sys, pip; print('%d.%d' % sys.version_info[:2])"


def python_of(venv: Path, *, windows: bool = os.name == "nt") -> Path:
    """The environment's Python."""
    return venv / "Scripts" / "python.exe" if windows else venv / "bin" / "python"


def child_environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """What the programs started from here see: UTF-8 everywhere, and nobody else's Python paths."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "PYTHONPATH")}
    return {**kept, "PYTHONUTF8": "1", **(extra or {})}


def fits(venv: Path) -> bool:
    """Whether the environment runs, has pip, and is of the running Python's version."""
    try:
        probe = subprocess.run(
            [str(python_of(venv)), "-c", PROBE],
            capture_output=True,
            text=True,
            check=False,
            env=child_environment(),
        )
    except OSError:
        return False
    return probe.stdout.strip() == f"{sys.version_info[0]}.{sys.version_info[1]}"


def make(venv: Path) -> None:
    """Make the environment anew with the Python outside of any environment."""
    base = str(getattr(sys, "_base_executable", None) or sys.executable)
    if venv.exists():
        print(f"原有的 {venv.name} 与当前 Python 不符，重新建立。", flush=True)
        shutil.rmtree(venv)
    print("$", base, "-m venv", venv.name, flush=True)
    done = subprocess.run([base, "-m", "venv", str(venv)], check=False, env=child_environment())
    if done.returncode != 0:
        raise SetupError(f"建立 {venv.name} 没有成功，请看上面的信息。")


def fingerprint(files: Sequence[Path]) -> str:
    """One figure for the contents of the requirement files."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def installed(venv: Path) -> dict[str, str]:
    """Which requirement files were installed, each with its fingerprint; nothing when never or unreadable."""
    try:
        stamp = json.loads((venv / STAMP).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def install_requirements(venv: Path, name: str, files: Sequence[Path]) -> None:
    """Install a requirement file unless exactly it was installed before; `files` are all it includes."""
    known, wanted = installed(venv), fingerprint(files)
    if known.get(name) == wanted:
        return
    command = [str(python_of(venv)), "-m", "pip", "install", "--disable-pip-version-check"]
    print("$ python -m pip install --disable-pip-version-check -r", name, flush=True)
    done = subprocess.run([*command, "-r", str(files[0])], cwd=ROOT, check=False, env=child_environment())
    if done.returncode != 0:
        raise SetupError(f"安装 {name} 中的依赖没有成功，请检查网络或 pip 设置后再试。")
    (venv / STAMP).write_text(json.dumps({**known, name: wanted}), "utf-8")


def setup(*, development: bool = False) -> Path:
    """See to system packages, the environment and its packages; gives the environment's Python."""
    ensure_system_packages()
    inside = Path(sys.prefix).resolve() == VENV.resolve()
    if not inside and not fits(VENV):
        make(VENV)
    runtime, tools = ROOT / RUNTIME, ROOT / DEVELOPMENT
    if development:
        install_requirements(VENV, DEVELOPMENT, (tools, runtime))
    else:
        install_requirements(VENV, RUNTIME, (runtime,))
    return python_of(VENV)


def setup_packaging() -> Path:
    """See to an environment of its own for the bundle, with the program's packages and PyInstaller only."""
    base = str(getattr(sys, "_base_executable", None) or sys.executable)
    ensure_system_packages(packaging_tools(base, sys.version_info[:2]))
    if not fits(PACKAGING_VENV):
        make(PACKAGING_VENV)
    install_requirements(PACKAGING_VENV, PACKAGING, (ROOT / PACKAGING, ROOT / RUNTIME))
    return python_of(PACKAGING_VENV)
