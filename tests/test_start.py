"""The window is drawn before anything is loaded that only a project, a dialog or a command needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LATER = (
    "models.records", "models.checks", "models.evaluation", "models.kinds", "models.schema",
    "services.project", "services.workspace", "services.importing", "services.standards", "services.sheets",
    "ui.tabs", "ui.panels", "ui.grid", "ui.workbench", "ui.context", "ui.dialogs", "ui.files", "ui.cli",
    "apsw", "decimal", "hashlib",
)  # fmt: skip
SCRIPT = """
import sys, main
code = main.main(["first-paint", *sys.argv[1:]])
print(code, *sorted(sys.modules))
"""


def loaded(folder: Path, *words: str) -> set[str]:
    """The modules that are there once the window is drawn."""
    own = {"QT_QPA_PLATFORM": "offscreen", "JIHENG_SETTINGS": str(folder / "settings.json")}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *words],
        cwd=ROOT,
        env={**os.environ, **own},
        capture_output=True,
        text=True,
    )
    code, *modules = done.stdout.split()
    assert code == "0", done.stderr
    return set(modules)


def test_the_first_window_loads_little(tmp_path: Path) -> None:
    modules = loaded(tmp_path)
    assert "ui.window" in modules
    too_early = [
        name for name in LATER if any(each == name or each.startswith(f"{name}.") for each in modules)
    ]
    assert not too_early, "import it in the function that uses it: a window must not wait for it"


def test_a_named_project_is_on_the_screen_when_first_paint_ends(tmp_path: Path) -> None:
    made = [sys.executable, "main.py", "new", str(tmp_path / "a.jiheng"), "--sample"]
    subprocess.run(made, cwd=ROOT, check=True, capture_output=True)
    modules = loaded(tmp_path, str(tmp_path / "a.jiheng"))
    assert {"ui.workbench", "services.workspace"} <= modules
    waiting = (
        "pandas",
        "openpyxl",
        "reportlab",
        "docx",
        "models.untidy",
        "models.phrases",
        "services.importing",
    )
    assert not set(waiting) & modules, "what only an import or an export needs is imported where it is used"


@pytest.mark.parametrize("words", [("没有.jiheng",), ("main.py", "more")])
def test_what_cannot_be_opened_is_said(words: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "main.py", "first-paint", *words], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 2 and words[0] in done.stderr
