"""Where people may write live fields: chapters, and prose in rows that chapters and annexes print."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

CHAPTER = ("section", "text")
"""The evaluator's text of a chapter; its `base` is what was proposed when he began."""

PROSE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "project": ("procedures",),
        "fund": ("content", "goal", "implementation", "result"),
        "objective": ("reason",),
        "indicator": ("opinion",),
        "finding": ("fact", "criterion", "cause", "effect"),
        "recommendation": ("text",),
        "visit": ("checked", "result"),
    }
)
"""The fields of rows whose fields in braces are live, by table."""
