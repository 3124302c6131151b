"""绩衡: `main.py [PROJECT]` opens the window, `main.py COMMAND …` works without one."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def main(words: list[str]) -> int:
    """Run what the command line asks for and give the exit code."""
    from ui.cli import COMMANDS, run, say_wrong

    if words and (words[0] in COMMANDS or words[0].startswith("-")):
        return run(words)
    if words and words[0] in ("self-test", "pictures"):
        from ui.selftest import run_selftest

        return run_selftest(words)
    if words and not Path(words[0]).exists():
        known = "、".join((*COMMANDS, "self-test", "pictures"))
        return say_wrong(f"没有“{words[0]}”这个文件或命令。命令有：{known}。说明：main.py --help")
    if len(words) > 1:
        return say_wrong(f"“{words[0]}”后面不能再写“{words[1]}”。打开窗口只需一个项目文件：main.py 项目文件")
    if not _has_display():
        return say_wrong("这里没有图形界面，打不开窗口。可以用不带窗口的命令，说明：main.py --help")
    from ui.app import open_window

    return open_window(Path(words[0]) if words else None)


def _has_display() -> bool:
    """Whether a window can be shown; only where X11 or Wayland is needed can it be missing."""
    if not sys.platform.startswith(("linux", "freebsd")):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
