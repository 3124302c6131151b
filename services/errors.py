"""What went wrong outside the program and can be repaired by the person."""

from __future__ import annotations


class UserProblem(Exception):
    """A problem to show as it is: a Chinese sentence that says what, where and how to repair."""


class ExportError(UserProblem):
    """A report or table could not be written; the target file is as it was before."""


class ExportCancelled(ExportError):
    """The person stopped an export; nothing was written."""
