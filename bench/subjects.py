"""All subjects by name."""

from __future__ import annotations

from collections.abc import Mapping

from bench import (
    editing,
    evaluating,
    grids,
    opening,
    printing,
    reports,
    searching,
    starting,
    typing_cells,
    workbooks,
)
from bench.measuring import Subject

SUBJECTS: Mapping[str, Subject] = {
    "start": starting.window,
    "imports": starting.imports,
    "open": opening.pairs,
    "edit": editing.edits,
    "type": typing_cells.waits,
    "undo": editing.undo,
    "evaluate": evaluating.pairs,
    "grid": grids.pairs,
    "find": searching.pairs,
    "pdf": printing.pairs,
    "report": reports.pairs,
    "workbook": workbooks.pairs,
}
