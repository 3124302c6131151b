"""项目基本情况: what each fund was set up for, and what it is to achieve."""

from __future__ import annotations

from collections.abc import Iterator

from models.fields import Row
from models.report.blocks import Run
from models.report.live.writing import heading, line, of, prose
from models.report.material import NAME, Material
from models.report.wording import Piece, Voice, unended

UNNAMED = "未命名指标"
QUALITATIVE = "定性"


def content(material: Material) -> Iterator[str]:
    """What each fund was set up for."""
    none = True
    for fund in material.funds:
        written = tuple(prose(fund["content"]))
        if written:
            none = False
            yield heading(3, of(material, "fund", fund, NAME))
            yield from written
    if none:
        yield line("尚未录入各项目的立项及建设内容。")


def goals(material: Material) -> Iterator[str]:
    """The approved goal of each fund and its yearly targets."""
    none = True
    for fund in material.funds:
        written = tuple(prose(fund["goal"]))
        rows = material.records.of("objective", "fund", fund["id"])
        if not written and not rows:
            continue
        none = False
        yield heading(3, of(material, "fund", fund, NAME))
        yield from written
        if rows:
            yield line(of(material, "fund", fund, "年度绩效指标"))
    if none:
        yield line("尚未录入各项目的绩效目标。")


def targets(material: Material, fund: Row) -> Iterator[Piece]:
    """年度绩效指标5项：上线X86服务器≥142台；…"""
    rows = material.records.of("objective", "fund", fund["id"])
    if not rows:
        return
    yield from ("年度绩效指标", Run(f"{len(rows)}", ("fund", fund["id"], "绩效指标数")), "项：")
    for place, row in enumerate(rows):
        yield f"{'；' if place else ''}{unended(row['name'] or UNNAMED)}"
        yield Run(target_text(material.voice, row), ("objective", row["id"], "target"))
    yield "。"


def _sign(row: Row) -> str:
    return row["operator"] if row["operator"] in ("≥", "≤", "=") else ""


def target_text(voice: Voice, row: Row) -> str:
    """An objective's yearly value with its sign and unit; 定性 where it has none."""
    if row["target"] is None:
        return f"（{QUALITATIVE}）" if row["operator"] == QUALITATIVE else ""
    return f"{_sign(row)}{voice.number(row['target'])}{row['unit'] or ''}"
