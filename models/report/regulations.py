"""五、制度执行情况: which regulations there are, which are incomplete or missing, how they are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from models.fields import Row
from models.report.blocks import Block, para
from models.report.material import Material
from models.report.wording import chapter, ended, listed, titled, unended

OTHER = "其他"


def regulations(material: Material, number: int) -> Iterator[Block]:
    """The chapter."""
    yield chapter(number, "制度和各项法律法规的执行情况", "regulations")
    rows = material.records.live("regulation")
    if not rows:
        yield para("尚未录入单位制定的管理制度。")
        return
    yield from _made(material, rows)
    gaps = [*incomplete(rows), *missing(rows)]
    if gaps:
        yield para("；".join(gaps) + "。")
    yield from _kept(rows)


def _made(material: Material, rows: Sequence[Row]) -> Iterator[Block]:
    by_field: dict[str, list[Row]] = {}
    for row in rows:
        if row["title"] and row["state"] in ("已制定", None):
            by_field.setdefault(row["field"] or OTHER, []).append(row)
    told = [f"{field}方面有{titles(made)}" for field, made in by_field.items()]
    count = sum(map(len, by_field.values()))
    if told:
        yield para(f"{material.short_unit}制定了与项目管理有关的制度{count}项。{'；'.join(told)}。")


def _kept(rows: Sequence[Row]) -> Iterator[Block]:
    """How the regulations are carried out; those with the same remark in one clause."""
    by_remark: dict[str, list[Row]] = {}
    for row in rows:
        if row["title"] and row["enforced"]:
            by_remark.setdefault(unended(row["enforced"]), []).append(row)
    told = [f"{titles(made)}：{remark}" for remark, made in by_remark.items()]
    if told:
        yield para(ended(f"制度执行方面，{'；'.join(told)}"))


def titles(rows: Iterable[Row]) -> str:
    """The titles in a row."""
    return listed(titled(row["title"]) for row in rows if row["title"])


def incomplete(rows: Iterable[Row]) -> Iterator[str]:
    """One clause for each regulation that lacks something."""
    for row in rows:
        if row["state"] == "要素不完整" and row["title"]:
            lacking = unended(row["missing"] or "").removeprefix("缺少").removeprefix("缺")
            yield f"{titled(row['title'])}要素不完整{f'，缺少{lacking}' if lacking else ''}"


def missing(rows: Iterable[Row]) -> Iterator[str]:
    """One clause for all regulations that were not made."""
    absent = titles(row for row in rows if row["state"] == "未制定")
    if absent:
        yield f"尚未制定{absent}"
