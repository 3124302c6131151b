"""Which words of a text changed: clause by clause, so that what is quoted can be read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from models.report.comparing.aligning import gaps, pairs
from models.report.comparing.difference import quoted
from models.sayings import listing, saying

MOST_CHANGES = 3
_CLAUSES = re.compile(r"[^，。；：！？\n]*[，。；：！？\n]?")
Shown = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Reworded:
    """The clauses that went and came, and all of it in words."""

    before: str
    after: str
    said: str


def reworded(before: str, after: str, shown_before: Shown = str, shown_after: Shown = str) -> Reworded:
    """What changed between two texts, which may have marks that `shown` turns into figures."""
    ours, theirs = _clauses(before), _clauses(after)
    changes = [
        (shown_before("".join(ours[slice(*gone)])), shown_after("".join(theirs[slice(*came)])))
        for gone, came in gaps(pairs(ours, theirs), len(ours), len(theirs))
    ]
    words = [_change(gone, came) for gone, came in changes]
    said = listing(words[:MOST_CHANGES], "；")
    return Reworded(
        "……".join(gone for gone, _ in changes if gone),
        "……".join(came for _, came in changes if came),
        saying("{0}；等 {1} 处", said, len(words)) if len(words) > MOST_CHANGES else said,
    )


def _clauses(text: str) -> list[str]:
    return [clause for clause in _CLAUSES.findall(text) if clause]


def _change(gone: str, came: str) -> str:
    if not gone:
        return saying("增加{0}", quoted(came))
    return saying("{0}改为{1}", quoted(gone), quoted(came)) if came else saying("删去{0}", quoted(gone))
