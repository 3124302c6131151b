"""What a unit's tables were read as last time, by the words of their heads; kept among the settings."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from models.untidy.layout import Layout
from models.untidy.matching import Column, numbered
from models.untidy.targets import targets
from services.settings import Settings

KEY = "imports"
UNITS, HEADS = 40, 60
"""How many units, and tables of each, are remembered."""


def remember(settings: Settings, unit: str, layout: Layout) -> None:
    """Keep target, slots and unit of a table for the next one with the same heads."""
    kept: dict[str, Any] = {name: dict(heads) for name, heads in settings.mapping(KEY).items()
                            if isinstance(heads, Mapping)}  # fmt: skip
    mine = kept.pop(unit, {})
    mine.pop(_mark(layout), None)
    mine[_mark(layout)] = {
        "target": layout.target.name,
        "columns": [one.key.partition("@")[0] for one in layout.columns],
        "unit": layout.unit,
    }
    kept[unit] = dict(list(mine.items())[-HEADS:])
    settings.set(KEY, dict(list(kept.items())[-UNITS:]))


def target_of(settings: Settings, unit: str, layout: Layout) -> str:
    """The target that a table with these heads was read into; nothing for an unknown one."""
    name = _kept(settings, unit, layout).get("target")
    return name if isinstance(name, str) and any(one.name == name for one in targets()) else ""


def recalled(settings: Settings, unit: str, layout: Layout) -> Layout:
    """The layout with the slots and the unit of last time, if it is of the same target and heads."""
    kept = _kept(settings, unit, layout)
    keys = kept.get("columns")
    if (
        kept.get("target") != layout.target.name
        or not isinstance(keys, list)
        or len(keys) != len(layout.columns)
    ):
        return layout
    columns = [_filling(layout, one, key) for one, key in zip(layout.columns, keys, strict=True)]
    found = replace(layout, columns=numbered(layout.target, columns))
    unit_of_old = kept.get("unit")
    if not layout.unit_said and unit_of_old in ("元", "万元"):
        return found.with_unit(str(unit_of_old))
    return found


def _filling(layout: Layout, column: Column, key: object) -> Column:
    slot = layout.target.slot(key) if isinstance(key, str) and key else None
    if slot is None:
        return replace(column, key="")
    return replace(column, key=slot.of(column.head.when).key if slot.repeated else slot.key, score=1.0)


def _kept(settings: Settings, unit: str, layout: Layout) -> Mapping[str, Any]:
    heads = settings.mapping(KEY).get(unit)
    kept = heads.get(_mark(layout)) if isinstance(heads, Mapping) else None
    return kept if isinstance(kept, Mapping) else {}


def _mark(layout: Layout) -> str:
    return hashlib.sha256(layout.signature.encode("utf-8", "replace")).hexdigest()[:16]
