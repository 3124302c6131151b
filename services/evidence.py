"""Files as evidence: kept in the project as they are, made rows, and put to the row they prove."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from services.workspace import Workspace

PHOTOS = (".jpg", ".jpeg", ".png", ".bmp", ".gif", ".tif", ".tiff", ".webp", ".heic")
"""The suffixes of photos and scanned pages."""


def keep_files(
    workspace: Workspace, paths: Sequence[Path], label: str, on: tuple[str, str] | None
) -> list[str]:
    """Make every file a piece of evidence, in one edit, and give their ids; `on` is the row (table, id).

    UserProblem, and nothing kept, when a file cannot be read.
    """
    made: list[str] = []
    with workspace.edit(label) as edit:
        for path in paths:
            kind = "照片" if path.suffix.lower() in PHOTOS else "文件"
            attachment = workspace.project.add_attachment(path)
            values = {"title": path.stem, "kind": kind, "attachment": attachment}
            made.append(edit.insert("evidence", values))
            if on is not None:
                link = {"evidence": made[-1], "on_table": on[0], "on_row": on[1]}
                edit.insert("evidence_link", link)
    return made
