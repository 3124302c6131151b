"""Tables from Excel and CSV into the project: read, plan (what would change, what is wrong), apply."""

from __future__ import annotations

from services.importing.applying import Edits, apply
from services.importing.planning import plan, project_id
from services.importing.plans import BadCell, Plan, RowChange
from services.importing.uncollected import uncollected
from services.importing.untidy import Part, Proposal, laid_out, propose
from services.sheets import Sheet, read_sheets

__all__ = [
    "BadCell", "Edits", "Part", "Plan", "Proposal", "RowChange", "Sheet", "apply", "laid_out",
    "plan", "project_id", "propose", "read_sheets", "uncollected",
]  # fmt: skip
