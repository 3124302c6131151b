"""Every command that the README shows works as it stands there."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BLOCKS = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
COMMANDS = [line.split("#")[0].strip() for block in BLOCKS for line in block.splitlines() if line.strip()]
WITHOUT_DISPLAY = {
    key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")
}


def call(words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**WITHOUT_DISPLAY, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    return subprocess.run(
        words, cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=300
    )


def test_the_readme_starts_with_a_picture_and_two_commands() -> None:
    first_screen = (ROOT / "README.md").read_text("utf-8")[:2400]
    picture = re.search(r"!\[.*?\]\((.*?)\)", first_screen)
    assert picture is not None and (ROOT / picture[1]).is_file()
    assert "python3 dev.py run" in first_screen and "python3 dev.py test" in first_screen


def test_the_programs_commands_work_one_after_the_other(tmp_path: Path) -> None:
    ours = [command for command in COMMANDS if command.startswith("main.py")]
    assert len(ours) > 12
    for command in ours:
        words = [sys.executable, str(ROOT / "main.py"), *shlex.split(command)[1:]]
        done = call(words, tmp_path)
        expected = 1 if " check " in command else 0
        assert done.returncode == expected, f"{command}: {done.stdout}{done.stderr}"
        assert done.stdout.strip() and "Traceback" not in done.stderr
    made = {path.name for path in tmp_path.iterdir()}
    assert {"样例.jiheng", "报告.pdf", "交换.xlsx", "数据.json", "另一个.jiheng", "图片"} <= made


def test_dev_run_evaluates_the_sample_where_there_is_no_display() -> None:
    if sys.platform != "linux":
        pytest.skip("Windows and macOS always have a display: the window would open")
    done = call([sys.executable, "dev.py", "run"], ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    out = ROOT / "out"
    assert (out / "report.pdf").read_bytes().startswith(b"%PDF") and (out / "tables.xlsx").is_file()
    assert len(list(out.glob("*.png"))) == 7


def test_every_link_of_the_documents_leads_somewhere() -> None:
    for name in ("README.md", "ARCHITECTURE.md", "docs/guide.md"):
        page = ROOT / name
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{name}: {target}"
