"""Who may import whom: main → ui → services → models → the standard library, never back."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = {"models": {"models"}, "services": {"models", "services"}, "ui": {"models", "services", "ui"}}
HEAVY = {"pandas", "numpy", "openpyxl", "xlsxwriter", "reportlab", "docx"}
SOURCES = [path for layer in LAYERS for path in sorted((ROOT / layer).rglob("*.py"))] + [ROOT / "main.py"]


def imports(path: Path, *, only_top: bool = False) -> Iterator[str]:
    tree = ast.parse(path.read_text("utf-8"))
    for node in tree.body if only_top else ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            yield node.module


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_one_way(path: Path) -> None:
    layer = path.relative_to(ROOT).parts[0]
    for name in imports(path):
        top = name.split(".")[0]
        if top in (*LAYERS, "main"):
            assert layer == "main.py" or top in LAYERS[layer], f"{path} imports {name}"
        if top == "PySide6":
            assert layer in ("ui", "main.py"), f"{path} imports Qt"
        if top == "apsw":
            inside = path.relative_to(ROOT).as_posix()
            assert inside == "services/project.py" or inside.startswith("services/store/"), (
                f"{path} knows SQLite"
            )
        if layer == "models":
            assert top == "models" or top in sys.stdlib_module_names, f"{path} imports {name}"
        parts = path.relative_to(ROOT).parts
        if parts[:2] == ("ui", "tabs") and name.startswith("ui.tabs."):
            assert name.split(".")[2] == parts[2].removesuffix(".py"), f"{path} reaches sideways to {name}"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_heavy_libraries_are_imported_where_they_are_used(path: Path) -> None:
    assert not HEAVY & {name.split(".")[0] for name in imports(path, only_top=True)}


@pytest.mark.parametrize(
    ("module", "absent"),
    [("ui.window", HEAVY), ("ui.cli", HEAVY | {"PySide6"}), ("main", HEAVY | {"PySide6"})],
)
def test_modules_load_without(module: str, absent: set[str]) -> None:
    script = f"import sys, {module}; print(' '.join(sorted(set(sys.modules) & {absent!r})))"
    loaded = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert loaded.stdout.strip() == ""
