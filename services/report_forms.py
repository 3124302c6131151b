"""The outlines that ship with the program, and the one that a project's report follows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from models.defaults import REPORT_FORMS
from models.records import Records
from models.report.outline import Form, read_form
from services.resources import resource

FILES: Mapping[str, str] = dict(
    zip(REPORT_FORMS, ("special-2018", "MOF-2020-10", "self-evaluation"), strict=True)
)
"""The file of each outline under resources/report, without its ending."""


@cache
def form(name: str) -> Form:
    """The outline of that name; KeyError for one that does not ship."""
    return read_form(name, resource("report", f"{FILES[name]}.txt").read_text("utf-8"))


def form_of(records: Records) -> Form:
    """The outline that the project's settings choose, the first one where they name none that ships."""
    chosen = records.setting("report_form")
    return form(chosen if chosen in FILES else REPORT_FORMS[0])
