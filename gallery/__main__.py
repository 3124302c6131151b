"""`python3 dev.py pictures [FOLDER] [--all] [--only NAME…]`: pictures of the window, and what is wrong there.

Every size, language and scale is a process of its own, for Qt knows its scale and its screen only from the
start. A picture is named after its scene; contact sheets and the measured faults stand in sheets/.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from itertools import product
from pathlib import Path

THEMES, LANGUAGES, SCALES = ("light", "dark", "contrast"), ("zh", "en"), (1, 2)
SIZES = ((1366, 768), (960, 540), (1920, 1080))


def main() -> int:
    """Draw what is asked for, a process for each size, language and scale; 1 when a process failed."""
    words = _parser().parse_args()
    if words.drawing:
        return _draw(words)
    whole = words.all
    runs = product(
        words.sizes or (SIZES if whole else SIZES[:1]),
        words.languages or (LANGUAGES if whole else LANGUAGES[:1]),
        words.scales or (SCALES if whole else SCALES[:1]),
    )
    codes = [_in_a_process(words, *run) for run in runs]
    return 1 if any(codes) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py pictures", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("out/pictures"))
    parser.add_argument("--all", action="store_true", help="every scene, theme, language, size and scale")
    parser.add_argument("--only", nargs="+", default=[], help="scenes whose names begin so")
    parser.add_argument("--themes", nargs="+", choices=THEMES)
    parser.add_argument("--languages", nargs="+", choices=LANGUAGES)
    parser.add_argument("--sizes", nargs="+", type=_size)
    parser.add_argument("--scales", nargs="+", type=int)
    parser.add_argument("--drawing", action="store_true", help=argparse.SUPPRESS)
    return parser


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)


def _in_a_process(words: argparse.Namespace, size: tuple[int, int], language: str, scale: int) -> int:
    """Draw in a process whose screen has exactly that size at that scale."""
    words.folder.mkdir(parents=True, exist_ok=True)
    screen = words.folder / f"screen-{size[0]}-{scale}.json"
    shape = {"name": "screen", "x": 0, "y": 0, "width": size[0] * scale, "height": size[1] * scale}
    screen.write_text(json.dumps({"screens": [{**shape, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}))
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
        "QT_SCALE_FACTOR": str(scale),
    }
    themes = words.themes or (THEMES if words.all else THEMES[:1])
    command = [
        sys.executable, "-m", "gallery", str(words.folder), "--drawing", "--themes", *themes,
        "--sizes", f"{size[0]}x{size[1]}", "--languages", language, "--scales", str(scale),
        *(["--all"] if words.all else []), *(["--only", *words.only] if words.only else []),
    ]  # fmt: skip
    code = subprocess.run(command, env=environment, check=False).returncode
    screen.unlink()
    return code


def _draw(words: argparse.Namespace) -> int:
    """Draw in this process."""
    from gallery.drawing import Drawing
    from gallery.scenes import QUICK, chosen

    names = tuple(words.only) or (("",) if words.all else QUICK)
    exact = not words.only and not words.all
    drawing = Drawing(words.folder, words.languages[0], words.sizes[0], words.scales[0])
    return drawing.run(chosen(names, exact=exact), words.themes)


if __name__ == "__main__":
    sys.exit(main())
