"""制度执行情况: which regulations there are, which are incomplete or missing, how they are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from models.fields import Row
from models.report.blocks import Run
from models.report.live.syntax import Field
from models.report.live.writing import line
from models.report.material import Material
from models.report.wording import Piece, ended, listed, titled, unended

OTHER = "其他"


def regulations(material: Material) -> Iterator[str]:
    """What the unit made, what lacks something, how it is kept."""
    rows = material.records.live("regulation")
    if not rows:
        yield line("尚未录入单位制定的管理制度。")
        return
    yield from _made(material, rows)
    gaps = [*incomplete(rows), *missing(rows)]
    if gaps:
        yield line("；".join(gaps) + "。")
    yield from _kept(rows)


def _made(material: Material, rows: Sequence[Row]) -> Iterator[str]:
    by_field: dict[str, list[Row]] = {}
    for row in made(rows):
        by_field.setdefault(row["field"] or OTHER, []).append(row)
    told = [f"{field}方面有{titles(each)}" for field, each in by_field.items()]
    if told:
        count = Field("已制定制度数")
        yield line(f"{material.short_unit}制定了与项目管理有关的制度", count, f"项。{'；'.join(told)}。")


def made(rows: Iterable[Row]) -> list[Row]:
    """The regulations that are there."""
    return [row for row in rows if row["title"] and row["state"] in ("已制定", None)]


def count_made(material: Material) -> Iterator[Piece]:
    """How many regulations are there."""
    rows = made(material.records.live("regulation"))
    yield Run(f"{len(rows)}", ("regulation", rows[0]["id"], "state") if rows else None)


def _kept(rows: Sequence[Row]) -> Iterator[str]:
    """How the regulations are carried out; those with the same remark in one clause."""
    by_remark: dict[str, list[Row]] = {}
    for row in rows:
        if row["title"] and row["enforced"]:
            by_remark.setdefault(unended(row["enforced"]), []).append(row)
    told = [f"{titles(each)}：{remark}" for remark, each in by_remark.items()]
    if told:
        yield line(ended(f"制度执行方面，{'；'.join(told)}"))


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
