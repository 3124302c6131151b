"""The small texts around the program: templates in packaging/, with the version and the like filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from devtools.environment import ROOT
from services.version import PROGRAM_VERSION

TEMPLATES = ROOT / "packaging"
LINUX = TEMPLATES / "linux"
APP_ID = "cn.jiheng.Jiheng"
_HOLE = re.compile(r"@([A-Z_]+)@")
_RELEASED = re.compile(r"^## (\d+\.\d+\.\d+)（(\d{4})-(\d{2})(?:-(\d{2}))?）", re.MULTILINE)


def filled(template: Path, words: Mapping[str, str]) -> str:
    """The template with each @NAME@ replaced; KeyError for a name that nothing is known for."""
    return _HOLE.sub(lambda hole: words[hole[1]], template.read_text("utf-8"))


def release_date(version: str = PROGRAM_VERSION) -> str:
    """The day (the first of the month where only that is said) on which the change log has this version."""
    for said, year, month, day in _RELEASED.findall((ROOT / "CHANGELOG.md").read_text("utf-8")):
        if said == version:
            return f"{year}-{month}-{day or '01'}"
    raise LookupError(f"CHANGELOG.md: {version}")
