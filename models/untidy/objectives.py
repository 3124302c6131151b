"""Targets as units write them, 不少于3个 or ≥95%: sign, number and unit in one cell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.sayings import saying
from models.schema import SCHEMA
from models.untidy.content import choice_text
from models.untidy.grid import bare
from models.untidy.reading import HINT, Entry, Judgement

_SIGNS = {
    "≥": "≥/>=/=>/不少于/不低于/大于等于/至少/不小于/大于或等于",
    "≤": "≤/<=/=</不超过/不高于/不多于/小于等于/至多/控制在/小于或等于",
    "=": "=/等于",
}
_SIGN_OF = {bare(word): sign for sign, words in _SIGNS.items() for word in words.split("/")}
_MEASURE = re.compile(
    rf"(?P<sign>{'|'.join(map(re.escape, sorted(_SIGN_OF, key=len, reverse=True)))})?"
    r"(?P<number>-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)(?P<unit>[^\d.,+\-*/]{0,8}?)(?:以上|以内|及以上)?"
)


def measured(entries: Sequence[Entry]) -> list[Judgement]:
    """Part targets and results into sign, number and unit; a target in words makes one of quality."""
    words = sum([_measure(entry) for entry in entries])
    said = saying("{0} 个指标值是文字，按“定性”读入，文字写在指标名称后的括号里", words)
    return [Judgement("words", HINT, said)] if words else []


def _measure(entry: Entry) -> bool:
    """Part one; True where its target is in words."""
    target, actual = entry.values.get("target", ""), entry.values.get("actual", "")
    wanted, reached = _MEASURE.fullmatch(bare(target)), _MEASURE.fullmatch(bare(actual))
    if wanted is not None:
        entry.values["target"] = wanted["number"]
        _fill(entry, "unit", wanted["unit"])
        _fill(entry, "operator", _SIGN_OF.get(wanted["sign"] or "", ""))
    if reached is not None and not reached["sign"] and reached["unit"] in ("", entry.values.get("unit", "")):
        entry.values["actual"] = reached["number"]
    attained = choice_text(SCHEMA["objective"].field("attainment"), actual)
    if (
        target
        and wanted is None
        and (not actual or attained in SCHEMA["objective"].field("attainment").choices)
    ):
        _fill(entry, "operator", "定性")
        _fill(entry, "attainment", attained)
        entry.values |= {"target": "", "actual": ""}
        entry.values["name"] = f"{entry.values.get('name', '')}（{target}）"
        return True
    return False


def _fill(entry: Entry, name: str, text: str) -> None:
    if text and not entry.values.get(name):
        entry.values[name] = text
