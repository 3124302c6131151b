"""System packages on Debian-like systems: which are missing, and how they come in."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

QT_LIBRARIES: Mapping[str, tuple[str, ...]] = {
    "libglib2.0-0": ("libglib-2.0.so.0", "libgthread-2.0.so.0"),
    "libegl1": ("libEGL.so.1",),
    "libgl1": ("libGL.so.1",),
    "libx11-6": ("libX11.so.6",),
    "libdbus-1-3": ("libdbus-1.so.3",),
    "libfontconfig1": ("libfontconfig.so.1",),
    "libfreetype6": ("libfreetype.so.6",),
    "libxkbcommon0": ("libxkbcommon.so.0",),
    "libx11-xcb1": ("libX11-xcb.so.1",),
    "libxcb-cursor0": ("libxcb-cursor.so.0",),
    "libxcb-icccm4": ("libxcb-icccm.so.4",),
    "libxcb-image0": ("libxcb-image.so.0",),
    "libxcb-keysyms1": ("libxcb-keysyms.so.1",),
    "libxcb-randr0": ("libxcb-randr.so.0",),
    "libxcb-render-util0": ("libxcb-render-util.so.0",),
    "libxcb-shape0": ("libxcb-shape.so.0",),
    "libxcb-sync1": ("libxcb-sync.so.1",),
    "libxcb-util1": ("libxcb-util.so.1",),
    "libxcb-xfixes0": ("libxcb-xfixes.so.0",),
    "libxcb-xkb1": ("libxcb-xkb.so.1",),
    "libxkbcommon-x11-0": ("libxkbcommon-x11.so.0",),
}
"""Debian's package for each library that Qt's offscreen and X11 windows load."""


Tools = Mapping[str, Callable[[], bool]]


class SetupError(Exception):
    """Set-up cannot go on; the text says what the reader has to do."""


def loads(library: str) -> bool:
    """Whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_module(name: str) -> bool:
    """Whether this Python has a module, without importing it."""
    return importlib.util.find_spec(name) is not None


def venv_package(executable: str, version: Sequence[int]) -> str:
    """Debian's package with `venv` for this Python: the default Python's has no version in its name."""
    own = f"python{version[0]}.{version[1]}"
    default = Path("/usr/bin/python3")
    if Path(executable).resolve() == default.resolve():
        return "python3-venv"
    return f"{own}-venv"


def packaging_tools(executable: str, version: Sequence[int]) -> Tools:
    """What PyInstaller needs on Linux: objdump, and the library of the system's Python."""
    tools: dict[str, Callable[[], bool]] = {"binutils": lambda: shutil.which("objdump") is not None}
    library = f"libpython{version[0]}.{version[1]}"
    if Path(executable).resolve().parent == Path("/usr/bin"):
        tools[library] = lambda: loads(f"{library}.so.1.0")
    return tools


def missing_packages(
    venv: str,
    *,
    tools: Tools = MappingProxyType({}),
    library_loads: Callable[[str], bool] = loads,
    module_exists: Callable[[str], bool] = has_module,
) -> list[str]:
    """The packages to install, in a fixed order; `venv` names the one that brings `python -m venv`.

    `tools` are packages that are needed besides, each with what tells whether it is there.
    """
    missing = [] if module_exists("venv") and module_exists("ensurepip") else [venv]
    for package, libraries in QT_LIBRARIES.items():
        if not all(library_loads(library) for library in libraries):
            missing.append(package)
    missing += [package for package, is_there in tools.items() if not is_there()]
    return missing


def install_command(packages: Sequence[str], *, root: bool) -> list[str]:
    """The command which installs the packages, as it is run and as it is printed."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    return command if root else ["sudo", *command]


def manual_sentence(packages: Sequence[str], *, root: bool) -> str:
    """What to type where the program may not install by itself."""
    update = "apt-get update" if root else "sudo apt-get update"
    install = " ".join(install_command(packages, root=root))
    return f"缺少系统软件包。请先以管理员身份运行：\n  {update} && {install}\n然后再运行 dev.py。"


def foreign_sentence(packages: Sequence[str]) -> str:
    """What to say on a Linux without apt: the libraries by name, the package names being unknown."""
    python = ("Python 的 venv 与 ensurepip",)
    names = "、".join(
        name
        for package in packages
        for name in (python if package.endswith("venv") else QT_LIBRARIES.get(package, (package,)))
    )
    return f"本系统没有 apt-get，请用系统的软件包管理器安装以下组件，再运行 dev.py：\n  {names}"


def agreed(question: str) -> bool:
    """Ask the person at the terminal; anything but a clear yes is a no."""
    try:
        return input(question).strip().lower() in ("y", "yes", "是", "好")
    except EOFError:
        return False


def install(packages: Sequence[str], *, root: bool, call: Callable[[Sequence[str]], int]) -> bool:
    """Install through apt; the package lists are fetched first when apt cannot plan without them."""
    command = install_command(packages, root=root)
    update = command[: command.index("install")] + ["update"]
    plan = ["apt-get", "--simulate", "-qq", "install", "--no-install-recommends", *packages]
    fresh = subprocess.run(plan, capture_output=True, check=False).returncode != 0
    if fresh and call(update) != 0:
        return False
    if call(command) == 0:
        return True
    return not fresh and call(update) == 0 and call(command) == 0


def call(command: Sequence[str]) -> int:
    """Show a command, run it without questions from Debian, give its exit code."""
    print("$", " ".join(command), flush=True)
    silent = ["env", "DEBIAN_FRONTEND=noninteractive"]
    whole = [*command[:1], *silent, *command[1:]] if command[0] == "sudo" else [*silent, *command]
    return subprocess.run(whole, check=False).returncode


def ensure_system_packages(tools: Tools = MappingProxyType({})) -> None:
    """Install what Qt, `python -m venv` and `tools` need on Linux, or raise SetupError with what to type."""
    if not sys.platform.startswith("linux"):
        return
    base = str(getattr(sys, "_base_executable", None) or sys.executable)
    venv = venv_package(base, sys.version_info[:2])
    missing = missing_packages(venv, tools=tools)
    if not missing:
        return
    if shutil.which("apt-get") is None:
        raise SetupError(foreign_sentence(missing))
    root = os.geteuid() == 0
    print(f"缺少 {len(missing)} 个系统软件包：{' '.join(missing)}", flush=True)
    if not root:
        possible = shutil.which("sudo") is not None and sys.stdin is not None and sys.stdin.isatty()
        if not possible or not agreed("现在用 sudo 安装吗？[y/N] "):
            raise SetupError(manual_sentence(missing, root=shutil.which("sudo") is None))
    if not install(missing, root=root, call=call):
        raise SetupError("自动安装没有成功。" + manual_sentence(missing, root=root))
    importlib.invalidate_caches()
    left = missing_packages(venv, tools=tools)
    if left:
        raise SetupError(f"安装之后仍然缺少：{' '.join(left)}。请检查系统软件源。")
