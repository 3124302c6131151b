"""项目基本情况: what each fund was set up for, and what it is to achieve."""

from __future__ import annotations

from collections.abc import Iterator

from models.fields import Row
from models.report.live.writing import Said, heading, joined, line, of, prose
from models.report.material import Material, fund_name
from models.report.wording import Voice

QUALITATIVE = "定性"


def content(material: Material) -> Iterator[str]:
    """What each fund was set up for."""
    none = True
    for fund in material.funds:
        written = tuple(prose(fund["content"]))
        if written:
            none = False
            yield heading(3, fund_name(fund))
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
        yield heading(3, fund_name(fund))
        yield from written
        if rows:
            told = joined((_target(material, row) for row in rows), "；")
            yield line("年度绩效指标", of(material, "fund", fund, "绩效指标数"), "项：", *told, "。")
    if none:
        yield line("尚未录入各项目的绩效目标。")


def _target(material: Material, row: Row) -> list[Said]:
    name = row["name"] or "未命名指标"
    if row["target"] is None:
        return [f"{name}（{QUALITATIVE}）" if row["operator"] == QUALITATIVE else name]
    return [f"{name}{_sign(row)}", of(material, "objective", row, "年度指标值"), row["unit"] or ""]


def _sign(row: Row) -> str:
    return row["operator"] if row["operator"] in ("≥", "≤", "=") else ""


def target_text(voice: Voice, row: Row) -> str:
    """An objective's yearly value with its sign and unit; 定性 where it has none."""
    if row["target"] is None:
        return f"（{QUALITATIVE}）" if row["operator"] == QUALITATIVE else ""
    return f"{_sign(row)}{voice.number(row['target'])}{row['unit'] or ''}"
