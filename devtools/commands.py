"""The words of dev.py: setup, run, test, package, translations and pictures."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from devtools.environment import ROOT, child_environment, setup
from devtools.packages.command import package_command
from devtools.system import SetupError

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
USAGE = """用法：
  python3 dev.py run [项目文件]      准备环境；打开示例项目（或给出的项目文件）的窗口
  python3 dev.py test [pytest 参数]  准备环境；检查代码与类型并运行全部测试
  python3 dev.py package [--help]    生成本系统的安装包，放在 dist/
  python3 dev.py translations        更新英文译文（resources/translations），列出还没有英文的话
  python3 dev.py pictures [--help]   画出窗口的各个页面和对话框，并量出放不下的文字
  python3 dev.py setup               只准备环境（dev.py 旁边的 .venv）"""


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can appear: always on Windows and macOS, on Linux where a display server is named."""
    if not platform.startswith("linux"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def step(python: Path, words: Sequence[str], extra: Mapping[str, str] | None = None) -> int:
    """Show a command and run it with the environment's Python from the project's folder."""
    print("$ python", " ".join(words), flush=True)
    whole = [str(python), *words]
    return subprocess.run(whole, cwd=ROOT, check=False, env=child_environment(extra)).returncode


def in_turn(python: Path, steps: Sequence[Sequence[str]], extra: Mapping[str, str]) -> int:
    """Run steps until one fails; gives its exit code, else 0."""
    for words in steps:
        code = step(python, words, extra)
        if code != 0:
            return code
    return 0


def without_display(python: Path, project: str) -> int:
    """Evaluate a project without a window: scores, report, tables and a picture of every tab."""
    print("没有显示器（DISPLAY 与 WAYLAND_DISPLAY 都没有设置），不打开窗口，把结果写到 out/。", flush=True)
    steps = (
        ("main.py", "score", project),
        ("main.py", "export", project, "out/report.pdf"),
        ("main.py", "export", project, "out/tables.xlsx"),
        ("main.py", "pictures", project, "out/"),
    )
    code = in_turn(python, steps, OFFSCREEN)
    if code == 0:
        print("完成：out/report.pdf、out/tables.xlsx 和各页面的图片在 out/ 里。", flush=True)
    return code


def run_command(words: Sequence[str]) -> int:
    """Open the given project or the sample; a sample that is there already is kept as it was edited."""
    if len(words) > 1 or any(word.startswith("-") for word in words):
        print(USAGE, file=sys.stderr)
        return 2
    python = setup()
    (ROOT / "out").mkdir(exist_ok=True)
    project = str(Path(words[0]).resolve()) if words else "out/sample.jiheng"
    if not words and not (ROOT / project).exists():
        code = step(python, ("main.py", "new", project, "--sample"))
        if code != 0:
            return code
    if not has_display(sys.platform, os.environ):
        return without_display(python, project)
    return step(python, ("main.py", project))


PARALLEL = ("-n", "auto", "--dist", "loadfile")
"""How all tests run: a process for each core, the tests of one file in one of them."""


def test_command(words: Sequence[str]) -> int:
    """Run lint, format check, types and tests, all of them; the exit code is 1 when any failed."""
    python = setup(development=True)
    steps: dict[str, Sequence[str]] = {
        "ruff check": ("-m", "ruff", "check", "."),
        "ruff format": ("-m", "ruff", "format", "--check", "."),
        "mypy": ("-m", "mypy"),
        "pytest": ("-m", "pytest", *(words or PARALLEL)),
    }
    failed = [name for name, command in steps.items() if step(python, command, OFFSCREEN) != 0]
    print(f"未通过：{'、'.join(failed)}" if failed else "全部通过。", flush=True)
    return 1 if failed else 0


def setup_command(words: Sequence[str]) -> int:
    """Only prepare the environment."""
    if words:
        print(USAGE, file=sys.stderr)
        return 2
    setup()
    print("环境已就绪。", flush=True)
    return 0


def translations_command(words: Sequence[str]) -> int:
    """Bring the English up to what the program says now; 1 while something has no English."""
    if words:
        print(USAGE, file=sys.stderr)
        return 2
    return step(setup(), ("-m", "devtools.translations"), OFFSCREEN)


def pictures_command(words: Sequence[str]) -> int:
    """Draw what the window can show, and measure it; `--all` in every theme, language, size and scale."""
    return step(setup(development=True), ("-m", "gallery", *words), OFFSCREEN)


COMMANDS: Mapping[str, Callable[[Sequence[str]], int]] = {
    "setup": setup_command,
    "run": run_command,
    "test": test_command,
    "package": package_command,
    "translations": translations_command,
    "pictures": pictures_command,
}


def run(words: Sequence[str]) -> int:
    """Do what the command line asks for: 0 done, 1 a check failed, 2 wrong use or set-up not possible."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    command = COMMANDS.get(words[0]) if words else None
    if command is None:
        print(USAGE, file=sys.stderr)
        return 2
    try:
        return command(words[1:])
    except SetupError as problem:
        print(problem, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("已中断。", file=sys.stderr)
        return 130
