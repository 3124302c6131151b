"""How long the program takes to draw its window, beside a bare window from an equal bundle."""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from devtools.packages.building import bundle_environment, program_of

ROUNDS, LIMIT = 11, 1.5


def seconds(command: Sequence[str], settings: Path) -> float:
    """How long a whole process takes; it must end well."""
    environment = bundle_environment({"JIHENG_SETTINGS": str(settings)})
    start = time.perf_counter()
    subprocess.run(list(command), check=True, capture_output=True, env=environment)
    return time.perf_counter() - start


def compared(bundle: Path, yardstick: Path) -> list[str]:
    """Time both in turn and say the medians; what is wrong when the window takes too long, else nothing."""
    program, bare = str(program_of(bundle)), str(program_of(yardstick, "bare-window"))
    with tempfile.TemporaryDirectory(prefix="jiheng-") as folder:
        settings, sample = Path(folder) / "settings.json", str(Path(folder) / "sample.jiheng")
        seconds((program, "new", sample, "--sample"), settings)
        commands = {
            "空窗口": (bare,),
            "绩衡的窗口": (program, "first-paint"),
            "绩衡打开样例": (program, "first-paint", sample),
        }
        turns = [{name: seconds(words, settings) for name, words in commands.items()} for _ in range(ROUNDS)]
    ratios = {name: median(turn[name] / turn["空窗口"] for turn in turns) for name in commands}
    for name, ratio in ratios.items():
        print(f"{name}：{median(turn[name] for turn in turns):.2f} 秒，{ratio:.2f} 倍", flush=True)
    return [f"启动 {ratios['绩衡的窗口']:.2f} 倍"] if ratios["绩衡的窗口"] > LIMIT else []
