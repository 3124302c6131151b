"""绩衡: `main.py [PROJECT]` opens the window, `main.py COMMAND …` works without one."""

from __future__ import annotations

import sys
from pathlib import Path


def main(words: list[str]) -> int:
    """Run what the command line asks for and give the exit code."""
    from ui.cli import COMMANDS, run

    if words and (words[0] in COMMANDS or words[0].startswith("-")):
        return run(words)
    if words and words[0] in ("self-test", "pictures"):
        from ui.selftest import run_selftest

        return run_selftest(words)
    if words and not Path(words[0]).exists():
        print(
            f"没有“{words[0]}”这个文件或命令。命令有：{'、'.join((*COMMANDS, 'self-test'))}", file=sys.stderr
        )
        return 2
    from ui.app import open_window

    return open_window(Path(words[0]) if words else None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
