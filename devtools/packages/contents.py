"""What goes into the bundle and what stays out; build.spec only carries it out."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

SCRIPT = "main.py"
LAYERS = ("ui", "services", "models")
SHIPPED = ("resources", "LICENSE", "CHANGELOG.md")
"""Files and folders that the program reads at run time, from the project's folder into the bundle's."""

UNUSED_MODULES = (
    "tkinter", "unittest", "doctest", "pydoc", "pydoc_data", "pdb", "lib2to3", "test", "setuptools",
    "pkg_resources", "pip", "IPython", "matplotlib", "ssl", "_ssl", "sqlite3", "_sqlite3", "xmlrpc",
    "multiprocessing", "pkgutil", "runpy",
    "lxml.html", "lxml.objectify", "lxml.isoschematron", "PIL._avif", "PIL._webp", "PIL._imagingcms",
    "PySide6.QtNetwork", "PySide6.QtOpenGL", "PySide6.QtQml", "PySide6.QtQuick",
)  # fmt: skip
"""Modules that libraries would pull in for things the program never does."""

DATA_FRAMES = ("pandas", "numpy", "dateutil", "pytz")
"""openpyxl and pypdfium2 offer to work with these; they come along only when the program imports pandas."""

_UNUSED_QT = (
    "Qml", "Quick", "Network", "OpenGL", "VirtualKeyboard", "Pdf", "Sql", "Test", "Designer",
    "ShaderTools", "Wayland", "WlShell", "Egl",
)  # fmt: skip
_UNUSED_BINARIES = (
    re.compile(rf"(^|/)(lib)?Qt6?({'|'.join(_UNUSED_QT)})", re.IGNORECASE),
    re.compile(
        r"/plugins/(tls|networkinformation|egldeviceintegrations|sqldrivers|qml\w*|designer|generic)/"
    ),
    re.compile(r"/plugins/platforms/(lib)?q(eglfs|vnc|linuxfb|minimal|minimalegl|vkkhrdisplay|direct2d)\b"),
    re.compile(r"/plugins/(platforms/libqwayland|wayland-|platformthemes/libqgtk)"),
    re.compile(r"/plugins/platforminputcontexts/(lib)?qtvirtualkeyboard"),
    re.compile(r"/plugins/imageformats/(lib)?q(tiff|webp|tga|wbmp|icns|pdf|gif)\b"),
    re.compile(r"/plugins/xcbglintegrations/"),
)
_UNUSED_DATA = (
    re.compile(r"/translations/(?!qtbase_(?:zh_CN|en)\.qm$|qt_zh_CN\.qm$|jiheng_en\.qm$)[^/]+\.qm$"),
    re.compile(r"(^|/)tests?/"),
    re.compile(r"\.dist-info/"),
)


def source_files(root: Path) -> Iterator[Path]:
    """The program's own Python files."""
    yield root / SCRIPT
    for layer in LAYERS:
        yield from sorted((root / layer).rglob("*.py"))


def imported_modules(root: Path) -> set[str]:
    """Every module the program imports anywhere, inside functions too, by its whole name."""
    found: set[str] = set()
    for path in source_files(root):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module)
    return found


def excluded_modules(root: Path) -> list[str]:
    """Modules that PyInstaller must not follow into."""
    imported = {name.partition(".")[0] for name in imported_modules(root)}
    frames = () if imported & {"pandas", "numpy"} else DATA_FRAMES
    return [*UNUSED_MODULES, *frames]


READ_BY_PATH = {"docx": "pyc"}
"""Libraries whose modules must lie in folders, because they look for their own files beside them."""


def is_wanted(name: str) -> bool:
    """Whether a collected file, named by its place in the bundle, is used by the program."""
    place = name.replace("\\", "/")
    return not any(each.search(place) for each in (*_UNUSED_BINARIES, *_UNUSED_DATA))


Entry = tuple[str, str, str]
"""PyInstaller's line for a collected file: place in the bundle, source, kind."""


def _is_library(place: str) -> bool:
    """Whether a file is there only because others link to it; not modules, plug-ins and Python itself."""
    folder, _, name = place.rpartition("/")
    is_linked = folder in ("", "PySide6", "shiboken6", "PySide6/Qt/lib") or folder.endswith(".libs")
    return is_linked and name.startswith("lib") and not name.startswith("libpython")


def without_orphans(entries: Sequence[Entry], needs: Callable[[str], Iterable[str]]) -> list[Entry]:
    """The entries without libraries that nothing left in the bundle links to.

    `needs` names the libraries that a file, given by its source, links to. Leaving a plug-in out leaves the
    libraries behind that came with it.
    """
    sources = {place.rpartition("/")[2]: source for place, source, _ in entries}
    waiting = [source for place, source, _ in entries if not _is_library(place)]
    needed: set[str] = set()
    while waiting:
        for name in needs(waiting.pop()):
            if name in sources and name not in needed:
                needed.add(name)
                waiting.append(sources[name])
    return [each for each in entries if not _is_library(each[0]) or each[0].rpartition("/")[2] in needed]


def shipped_data(root: Path) -> list[tuple[str, str]]:
    """PyInstaller's pairs of source and folder for what the program reads at run time."""
    return [(str(root / name), name if (root / name).is_dir() else ".") for name in SHIPPED]
