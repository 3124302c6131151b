"""绩衡: `main.py [PROJECT]` opens the window, `main.py COMMAND …` works without one."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

TRIALS = ("self-test", "pictures")
FIRST_PAINT = "first-paint"
"""Opens the window like every start and leaves as soon as it is drawn; the time to start is measured so."""


READ_WORDS = 4
"""Words of the command by which the program starts itself once more, to read a stranger's file apart."""


def main(words: list[str]) -> int:
    """Run what the command line asks for and give the exit code.

    The commands are loaded only where a word may be one, so that the window does not wait for them.
    """
    if words[:1] == [FIRST_PAINT]:
        return _open(words[1:], stays=False)
    if len(words) == READ_WORDS and _reads_apart(words):
        from services.reading.child import run_child

        return run_child(words[1:])
    if not words or words[0].endswith(".jiheng"):
        return _open(words)
    from ui.cli import COMMANDS, run

    if words[0] in COMMANDS or words[0].startswith("-"):
        return run(words)
    if words[0] in TRIALS:
        from ui.selftest import run_selftest

        return run_selftest(words)
    return _open(words)


def _open(words: list[str], *, stays: bool = True) -> int:
    """Open the window, on a project if one is named; says so where that cannot be."""
    wrong = _hindrance(words)
    if wrong:
        from ui.cli import say_wrong

        return say_wrong(wrong)
    gc.disable()  # what a start makes is no garbage; open_window collects again once it is drawn
    from ui.app import open_window

    return open_window(Path(words[0]) if words else None, stays=stays)


def _reads_apart(words: list[str]) -> bool:
    from services.installation import READ_TABLE

    return words[0] == READ_TABLE


def _hindrance(words: list[str]) -> str:
    """Why no window can be opened with these words, or nothing."""
    if words and not Path(words[0]).exists():
        from ui.cli import COMMANDS

        known = "、".join((*COMMANDS, *TRIALS))
        return f"没有“{words[0]}”这个文件或命令。命令有：{known}。说明：{_name()} --help"
    if len(words) > 1:
        use = f"打开窗口只需一个项目文件：{_name()} 项目文件"
        return f"“{words[0]}”后面不能再写“{words[1]}”。{use}"
    if not _has_display():
        return f"这里没有图形界面，打不开窗口。可以用不带窗口的命令，说明：{_name()} --help"
    return ""


def _name() -> str:
    from services.installation import program_name

    return program_name()


def _has_display() -> bool:
    """Whether a window can be shown; only where X11 or Wayland is needed can it be missing."""
    if not sys.platform.startswith(("linux", "freebsd")):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
