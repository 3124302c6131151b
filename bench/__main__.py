"""`python -m bench [NAME…] [--json]`: the table of ratios, or the same as JSON."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
import unicodedata
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from bench.measuring import Measurement, Sizes, Unit, measured
from bench.subjects import SUBJECTS

HEADER = ("测量 what", "标尺 yardstick", "绩衡 ours", "标尺 theirs", "倍数 ratio", "波动 spread")


def main(words: Sequence[str] | None = None) -> int:
    """Measure what is named, everything without names; each line is printed as soon as it is known."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="绩衡的速度，以倍数表示")
    parser.add_argument("names", nargs="*", metavar="NAME", help="、".join(SUBJECTS))
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(words)
    unknown = [name for name in given.names if name not in SUBJECTS]
    if unknown:
        parser.error(f"没有“{'、'.join(unknown)}”。可以测的有：{'、'.join(SUBJECTS)}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found = []
    for name in given.names or SUBJECTS:
        for each in run(name, Sizes()):
            found.append(each)
            print(line(each), file=sys.stderr if given.json else sys.stdout, flush=True)
    if given.json:
        said = {"machine": machine(), "measurements": [asdict(each) for each in found]}
        print(json.dumps(said, ensure_ascii=False, indent=1))
    else:
        print("\n" + table(found))
    return 0


def run(name: str, sizes: Sizes) -> list[Measurement]:
    """Every measurement of one subject, made in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="jiheng-bench-") as folder:
        return [measured(name, pair, sizes) for pair in SUBJECTS[name](sizes, Path(folder))]


def machine() -> str:
    """What the figures were measured on."""
    return f"{platform.system()}，{os.cpu_count()} 核，Python {platform.python_version()}"


def cells(each: Measurement) -> tuple[str, ...]:
    """One line of the table."""
    spread = f"{number(each.least)}–{number(each.most)}"
    return (
        each.what,
        each.yardstick,
        quantity(each.ours, each.unit),
        quantity(each.theirs, each.unit),
        number(each.ratio),
        spread,
    )


def number(value: float) -> str:
    """A ratio at two significant places or whole."""
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def quantity(value: float, unit: Unit) -> str:
    """Seconds as milliseconds, memory as megabytes."""
    if unit == "KiB":
        return f"{value / 1024:,.0f} MB"
    return f"{value * 1000:,.1f} ms" if value < 0.1 else f"{value * 1000:,.0f} ms"


def line(each: Measurement) -> str:
    """One measurement as it is made."""
    what, yardstick, ours, theirs, ratio, spread = cells(each)
    return f"[{each.subject}] {what} {ours} ／ {yardstick} {theirs} ＝ {ratio}（{spread}）"


def table(found: Sequence[Measurement]) -> str:
    """All measurements under one another; Chinese characters count two places."""
    rows = [HEADER, *(cells(each) for each in found)]
    widths = [max(_width(row[at]) for row in rows) for at in range(len(HEADER))]
    padded = (
        "  ".join(text + " " * (width - _width(text)) for text, width in zip(row, widths, strict=True))
        for row in rows
    )
    turns = "每行各量 5 轮以上，标尺与绩衡交替；取中位数，倍数为绩衡 ÷ 标尺，越小越快。"
    return "\n".join((machine(), turns, "", *(text.rstrip() for text in padded)))


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)


if __name__ == "__main__":
    sys.exit(main())
