"""二、项目基本情况: what each fund was set up for, and what it is to achieve."""

from __future__ import annotations

from collections.abc import Iterator

from models.fields import Row
from models.report.blocks import Block, para
from models.report.material import Material, fund_name
from models.report.wording import Voice, chapter, item, prose, section

QUALITATIVE = "定性"


def background(material: Material, number: int) -> Iterator[Block]:
    """The chapter."""
    yield chapter(number, "项目基本情况", "background")
    yield section(1, "项目立项及建设内容")
    yield from _written(material, "content", "尚未录入各项目的立项及建设内容。")
    yield section(2, "项目绩效目标")
    yield from _goals(material)


def _written(material: Material, field: str, none: str) -> Iterator[Block]:
    count = 0
    for fund in material.funds:
        written = prose(fund[field])
        if written:
            count += 1
            yield item(count, fund_name(fund))
            yield from written
    if not count:
        yield para(none)


def _goals(material: Material) -> Iterator[Block]:
    count = 0
    for fund in material.funds:
        written = prose(fund["goal"])
        targets = [
            _target(material.voice, row) for row in material.records.of("objective", "fund", fund["id"])
        ]
        if not written and not targets:
            continue
        count += 1
        yield item(count, fund_name(fund))
        yield from written
        if targets:
            yield para(f"年度绩效指标{len(targets)}项：{'；'.join(targets)}。")
    if not count:
        yield para("尚未录入各项目的绩效目标。")


def _target(voice: Voice, row: Row) -> str:
    return f"{row['name'] or '未命名指标'}{target_text(voice, row)}"


def target_text(voice: Voice, row: Row) -> str:
    """An objective's yearly value with its sign and unit; 定性 where it has none."""
    if row["target"] is None:
        return f"（{QUALITATIVE}）" if row["operator"] == QUALITATIVE else ""
    sign = row["operator"] if row["operator"] in ("≥", "≤", "=") else ""
    return f"{sign}{voice.number(row['target'])}{row['unit'] or ''}"
