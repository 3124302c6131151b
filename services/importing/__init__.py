"""Tables from Excel and CSV into the project: read, plan (what would change, what is wrong), apply."""

from __future__ import annotations

from services.importing.applying import Edits, apply
from services.importing.planning import plan, project_id
from services.importing.plans import BadCell, Plan, RowChange
from services.sheets import Sheet, read_sheets

__all__ = [
    "BadCell", "Edits", "Plan", "RowChange", "Sheet", "apply", "plan", "project_id", "read_sheets",
]  # fmt: skip
