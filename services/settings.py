"""What one person prefers on one computer: name, recent files, look. Never stored in a project."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

RECENT_LIMIT = 12
PERSON_LIMIT = 100


def default_path() -> Path:
    """Where this person's choices live; JIHENG_SETTINGS names another file, for tests and sticks."""
    named = os.environ.get("JIHENG_SETTINGS")
    if named:
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("jiheng", appauthor=False) / "settings.json"


class Settings:
    """A small dictionary kept as JSON; a damaged or unwritable file costs the choices, never the work."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or default_path()
        self._values: dict[str, Any] = {}
        try:
            read = json.loads(self.path.read_text("utf-8"))
        except (OSError, ValueError):
            read = {}
        if isinstance(read, dict):
            self._values = read

    def get(self, key: str, default: str = "") -> str:
        """A choice kept as text."""
        value = self._values.get(key, default)
        return value if isinstance(value, str) else default

    def mapping(self, key: str) -> Mapping[str, Any]:
        """A group of choices, such as the column widths of one grid."""
        value = self._values.get(key)
        return value if isinstance(value, dict) else {}

    def set(self, key: str, value: str | Mapping[str, Any] | list[str]) -> bool:
        """Keep a choice; False when the disk refuses, in which case it lasts until the program ends."""
        self._values[key] = value
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            fresh = self.path.with_suffix(".new")
            fresh.write_text(json.dumps(self._values, ensure_ascii=False, indent=1), "utf-8")
            fresh.replace(self.path)
        except OSError:
            return False
        return True

    @property
    def recent(self) -> tuple[Path, ...]:
        """The projects opened last, newest first, without those that are gone."""
        names = self._values.get("recent")
        found = [Path(name) for name in names if isinstance(name, str)] if isinstance(names, list) else []
        return tuple(path for path in found if path.is_file())

    def opened(self, path: Path) -> None:
        """Remember a project as the newest one."""
        rest = [str(each) for each in self.recent if each != path.resolve()]
        self.set("recent", [str(path.resolve()), *rest][:RECENT_LIMIT])


def person_name(named: str | None, settings: Settings) -> str:
    """Who is working: as said on the command line, in JIHENG_PERSON, in the settings, or the login name."""
    from models.kinds import one_line

    for said in (named, os.environ.get("JIHENG_PERSON"), settings.get("person"), _login_name()):
        if name := one_line(said or ""):
            return name[:PERSON_LIMIT]
    return "未署名"


def _login_name() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
