"""Parts of a standard: which branches a person ticked, what they add up to, and putting them in a project."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from models.records import Records
from models.standard import Entry, Standard, from_rows
from services import standards
from services.workspace import Workspace

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Extent:
    """How many indicators are scored, and their points together."""

    count: int
    weight: Decimal


def is_point(standard: Standard, entry: Entry) -> bool:
    """Whether an entry is a 要点 of the indicator above it."""
    return entry.parent is not None and standard.by_id[entry.parent].values.get("rule") == "points"


def leaves(standard: Standard) -> tuple[Entry, ...]:
    """The indicators that are scored: neither branches nor 要点."""
    above = {entry.parent for entry in standard.entries if not is_point(standard, entry)}
    return tuple(
        entry for entry in standard.entries if entry.id not in above and not is_point(standard, entry)
    )


def extent(entries: Iterable[Entry]) -> Extent:
    """Count and points of scored indicators; one without points counts none."""
    found = list(entries)
    weights = (entry.values.get("weight") for entry in found)
    return Extent(len(found), sum((each for each in weights if isinstance(each, Decimal)), NOTHING))


def extent_of(records: Records) -> Extent:
    """What a project's own table adds up to."""
    own = Standard("", "", "", "", "", from_rows(records.live("indicator")))
    return extent(leaves(own))


def branches(standard: Standard, ticked: Collection[str]) -> tuple[str, ...]:
    """The uppermost entries whose indicators are all ticked, in the order of the table."""
    under: dict[str | None, set[str]] = {}
    for leaf in leaves(standard):
        for entry in (*standard.above(leaf.id), leaf):
            under.setdefault(entry.id, set()).add(leaf.id)
    whole = {entry for entry, inside in under.items() if inside <= set(ticked)}
    return tuple(entry.id for entry in standard.entries if entry.id in whole and entry.parent not in whole)


def apply(
    workspace: Workspace, standard: Standard, ticked: Collection[str], label: str, *, anew: bool
) -> list[str]:
    """Put the ticked indicators with their 要点 into the project as one edit; the ids of the new rows.

    With `anew` the present table is deleted first. Without any ticked indicator nothing happens.
    """
    chosen = branches(standard, ticked)
    if not chosen:
        return []
    is_whole = set(chosen) == {entry.id for entry in standard.children(None)}
    made: list[str] = []
    with workspace.edit(label) as edit:
        for at, branch in enumerate([None] if is_whole else chosen):
            present = workspace.records.replaced({"indicator": workspace.project.rows("indicator")})
            made += standards.apply(edit, present, standard, branch, anew=anew and at == 0)
    return made
