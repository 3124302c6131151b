"""Total, grade, level sums and indicators that changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from models.report.blocks import Source
from models.report.comparing.difference import NOTHING, Difference, quoted
from models.report.version import Version

PLACE = "得分和等次"
Scored = Mapping[str, Any]
TOTAL, GRADE = "总分", "等次"


def scores(before: Version, after: Version) -> Iterator[Difference]:
    """The total and the grade, then the levels, then every indicator whose score or full score changed."""
    ours, theirs = before.scores, after.scores
    for key, name in (("total", TOTAL), ("grade", GRADE), ("open_points", "未评分值")):
        yield from _one(name, ours.get(key), theirs.get(key), name if key != "open_points" else None)
    levels = _by_name(ours.get("levels"))
    for level, name in _named(theirs.get("levels")):
        yield from _one(f"一级指标{quoted(name)}得分", levels.get(name, {}).get("score"), level.get("score"))
    known = _by_name(ours.get("indicators"))
    rows = {_row_name(row): str(row.get("id")) for row in after.tables.get("indicator", ())}
    for indicator, name in _named(theirs.get("indicators")):
        if name in known:
            yield from _indicator(known[name], indicator, name, rows.get(name))


def told(differences: Sequence[Difference]) -> frozenset[Source]:
    """The sources of figures that these sentences have told already."""
    fields = ("weight", "override", "value")
    sources = [each.source for each in differences if each.source is not None]
    rows = [source[:2] for source in sources if isinstance(source, tuple)]
    return frozenset([*sources, *((*row, field) for row in rows for field in fields)])


def _one(name: str, was: Any, now: Any, source: Source | None = None) -> Iterator[Difference]:
    if was != now:
        old, new = _shown(was), _shown(now)
        yield Difference("score", PLACE, name, old, new, 1, f"{name} {old} → {new}", source)


def _indicator(was: Scored, now: Scored, name: str, row: str | None) -> Iterator[Difference]:
    source = ("indicator", row, "weight") if row is not None else None
    for key, word in (("score", "得分"), ("weight", "分值"), ("value", "完成值")):
        yield from _one(f"指标{quoted(name)}{word}", was.get(key), now.get(key), source)


def _shown(value: Any) -> str:
    return NOTHING if value is None else str(value)


def _row_name(row: Scored) -> str:
    return "　".join(str(row[key]) for key in ("code", "name") if row.get(key))


def _named(listed: Any) -> list[tuple[Scored, str]]:
    return [(each, _row_name(each)) for each in listed or ()]


def _by_name(listed: Any) -> dict[str, Scored]:
    return {name: each for each, name in _named(listed)}
