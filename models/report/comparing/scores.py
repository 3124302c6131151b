"""Total, grade, level sums and indicators that changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from models.report.blocks import Source
from models.report.comparing.difference import NOTHING, Difference, quoted
from models.report.version import Version
from models.sayings import Saying, saying, word

PLACE = "得分和等次"
Scored = Mapping[str, Any]
SAID = {"score": "得分", "weight": "分值", "value": "完成值"}
LEVEL, LEAF = ("score", "weight"), ("score", "weight", "value")
TOTAL, GRADE, OPEN = "总分", "等次", "未评分值"
OF_LEVEL, OF_LEAF = "一级指标", "指标"
SPOKEN = (*SAID.values(), TOTAL, GRADE, OPEN, OF_LEVEL, OF_LEAF)
"""The words for what is compared, which a window says in its own language."""


def scores(before: Version, after: Version) -> Iterator[Difference]:
    """The total and the grade, then the levels, then every indicator whose score or full score changed."""
    ours, theirs = before.scores, after.scores
    for key, name in (("total", TOTAL), ("grade", GRADE), ("open_points", OPEN)):
        yield from _one(name, ours.get(key), theirs.get(key), name if key != "open_points" else None)
    rows = {_row_name(row): str(row.get("id")) for row in after.tables.get("indicator", ())}
    for part, what, keys in (("levels", OF_LEVEL, LEVEL), ("indicators", OF_LEAF, LEAF)):
        known = _by_name(ours.get(part))
        for scored, name in _named(theirs.get(part)):
            source = ("indicator", rows[name], "weight") if name in rows else None
            for key in keys if name in known else ():
                title = saying("{0}{1}{2}", word(what), quoted(name), word(SAID[key]))
                yield from _one(title, known[name].get(key), scored.get(key), source)


def untold(found: Iterable[Difference], told: Iterable[Difference]) -> Iterator[Difference]:
    """The differences without the figures that lead to what `told` says already."""
    sources = {_subject(each.source) for each in told if each.source is not None}
    for each in found:
        if each.kind != "figure" or each.source is None or _subject(each.source) not in sources:
            yield each


def _subject(source: Source) -> Source | tuple[str, str]:
    """A fact, or the row that a source belongs to."""
    return source if isinstance(source, str) else source[:2]


def _one(name: str, was: Any, now: Any, source: Source | None = None) -> Iterator[Difference]:
    if was != now:
        old, new = _shown(was), _shown(now)
        said = saying("{0} {1} → {2}", name if isinstance(name, Saying) else word(name), old, new)
        yield Difference("score", PLACE, name, old, new, 1, said, source)


def _shown(value: Any) -> str:
    return NOTHING if value is None else str(value)


def _row_name(row: Scored) -> str:
    return "　".join(str(row[key]) for key in ("code", "name") if row.get(key))


def _named(listed: Any) -> list[tuple[Scored, str]]:
    return [(each, _row_name(each)) for each in listed or ()]


def _by_name(listed: Any) -> dict[str, Scored]:
    return {name: each for each, name in _named(listed)}
