"""All scenes by the kind of window in which they are played."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gallery.dialogs import DIALOGS
from gallery.doings import DOINGS, TOURS
from gallery.pages import PAGES, TABS, page
from gallery.stage import Scene
from ui.window import MainWindow


def as_it_is(_window: MainWindow) -> Iterator[None]:
    """The window as it opens."""
    yield


SCENES: Mapping[str, Mapping[str, Scene]] = {
    "none": {"start": as_it_is},
    "new": {f"new-{key}": page(key) for key in TABS},
    "read-only": {f"read-only-{key}": page(key) for key in TABS},
    "sample": {**PAGES, **DOINGS, **DIALOGS, **TOURS},
}
QUICK = (*TABS, "start", "new-overview", "new-contracts", "dialog-import-2", "dialog-solver", "find")
"""What is pictured without being asked for more."""


def chosen(words: tuple[str, ...], *, exact: bool) -> dict[str, dict[str, Scene]]:
    """The scenes of these names, or whose names begin so."""
    return {
        kind: found
        for kind, scenes in SCENES.items()
        if (
            found := {
                n: scene for n, scene in scenes.items() if n in words or not exact and n.startswith(words)
            }
        )
    }
