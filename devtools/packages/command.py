"""`dev.py package`: everything that can be made on this system, each tried as far as it can be tried."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from devtools.environment import ROOT, setup_packaging
from devtools.packages import archive, building, debian, glibc, starting, sums, windows
from devtools.system import SetupError

DIST = ROOT / "dist"
MEGABYTE = 1_000_000
LARGEST_BUNDLE, LARGEST_PACKAGE = 320 * MEGABYTE, 120 * MEGABYTE


def package_command(words: Sequence[str]) -> int:
    """Build the bundle, let it try itself, make the packages; 1 when something is not as it has to be."""
    parser = argparse.ArgumentParser(prog="dev.py package", description="生成本系统的安装包，放在 dist/")
    parser.add_argument("--bundle-only", action="store_true", help="只生成并自检程序文件夹，不做安装包")
    parser.add_argument("--measure", action="store_true", help="与空窗口比较启动时间")
    given = parser.parse_args(words)
    python = setup_packaging()
    bundle = building.build(python)
    oldest = _said_glibc(bundle)
    failed = [] if building.self_test(bundle) else ["自检"]
    failed += _too_large("程序文件夹", building.size(bundle), LARGEST_BUNDLE)
    if given.measure:
        failed += starting.compared(bundle, building.build(python, yardstick=True))
    if not given.bundle_only and not failed:
        for made in packages(bundle, oldest):
            failed += _too_large(made.name, made.stat().st_size, LARGEST_PACKAGE)
    print(f"未通过：{'、'.join(failed)}" if failed else "打包完成。", flush=True)
    return 1 if failed else 0


def packages(bundle: Path, oldest: str) -> list[Path]:
    """Make what this system can make, and SHA256SUMS beside it; what cannot be made is said."""
    shutil.rmtree(DIST, ignore_errors=True)
    DIST.mkdir()
    makers: list[tuple[str, Callable[[], Path]]] = [
        ("", lambda: archive.portable(bundle, DIST, glibc=oldest)),
    ]
    if sys.platform == "linux":
        makers.append(("dpkg-deb", lambda: debian.package(bundle, DIST, glibc=oldest)))
    if sys.platform == "win32":
        makers.append(("makensis", lambda: windows.installer(bundle, DIST)))
    made = []
    for tool, make in makers:
        if tool and shutil.which(tool) is None:
            print(f"没有 {tool}，跳过这一种安装包。", flush=True)
            continue
        made.append(make())
    sums.write_sums(DIST)
    return made


def _said_glibc(bundle: Path) -> str:
    """Which C library the bundle needs, said; nothing on systems that have none."""
    if sys.platform != "linux":
        return ""
    oldest = glibc.oldest_glibc(glibc.needs(bundle))
    if not oldest:
        raise SetupError("读不出程序需要的 glibc 版本。")
    print(f"程序需要 glibc {oldest} 或更新。", flush=True)
    return oldest


def _too_large(what: str, size: int, limit: int) -> list[str]:
    print(f"{what}：{size / MEGABYTE:.0f} MB（上限 {limit / MEGABYTE:.0f} MB）", flush=True)
    return [f"{what}太大"] if size > limit else []
