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
FEW = 3
"""How many regulations are told by their titles where the same is said of them."""
COUNT = Field("已制定制度数")


def regulations(material: Material) -> Iterator[str]:
    """What the unit made, what lacks something, how it is kept."""
    rows = material.records.live("regulation")
    if not rows:
        yield line("尚未录入单位制定的管理制度。")
        return
    if made(rows):
        yield line(Field("单位简称"), "制定了与项目管理有关的制度", COUNT, "项。", Field("已有制度"))
    yield line(Field("制度欠缺"))
    yield line(Field("制度执行情况"))


def in_force(material: Material) -> Iterator[Piece]:
    """财务管理方面有《…》《…》；…, by the fields that they are of."""
    by_field: dict[str, list[Row]] = {}
    for row in made(material.records.live("regulation")):
        by_field.setdefault(row["field"] or OTHER, []).append(row)
    told = [f"{field}方面有{titles(each)}" for field, each in by_field.items()]
    if told:
        yield f"{'；'.join(told)}。"


def lacking(material: Material) -> Iterator[Piece]:
    """Which regulations lack something, and which were not made."""
    rows = material.records.live("regulation")
    gaps = [*incomplete(rows), *missing(rows)]
    if gaps:
        yield "；".join(gaps) + "。"


def made(rows: Iterable[Row]) -> list[Row]:
    """The regulations that are there."""
    return [row for row in rows if row["title"] and row["state"] in ("已制定", None)]


def count_made(material: Material) -> Iterator[Piece]:
    """How many regulations are there."""
    rows = made(material.records.live("regulation"))
    yield Run(f"{len(rows)}", ("regulation", rows[0]["id"], "state") if rows else None)


def kept(material: Material) -> Iterator[Piece]:
    """How the regulations are carried out; what is said of most of them needs no titles."""
    by_remark: dict[str, list[Row]] = {}
    for row in material.records.live("regulation"):
        if row["title"] and row["enforced"]:
            by_remark.setdefault(unended(row["enforced"]), []).append(row)
    told = [f"{_which(each)}{remark}" for remark, each in by_remark.items()]
    if told:
        yield ended(f"制度执行方面，{'；'.join(told)}")


def _which(rows: Sequence[Row]) -> str:
    """The regulations of one remark: by their titles while they are few."""
    if len(rows) <= FEW:
        return f"{titles(rows)}："
    return f"{titles(rows[:1])}等{len(rows)}项制度"


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
