"""The sample evaluation shipped with the program, read the way every import is read."""

from __future__ import annotations

from services.resources import resource
from services.sheets import Sheet, read_sheets


def sample_sheets() -> list[Sheet]:
    """The sample's tables as sheets; UserProblem when the installation lacks them."""
    return read_sheets(resource("sample"))
