"""七、存在的问题 and 八、相关建议: every finding with its grounds, every advice with what it answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from models import figures
from models.dates import chinese_date
from models.fields import Row
from models.report.blocks import Block, Run, para
from models.report.material import Material
from models.report.wording import (
    Piece,
    chapter,
    ended,
    listed,
    numeral,
    prose,
    quoted,
    section,
    sentence,
    unended,
)

UNTITLED = "未命名"


def findings(material: Material, number: int) -> Iterator[Block]:
    """The findings' chapter."""
    yield chapter(number, "存在的问题", "findings")
    rows = material.records.live("finding")
    if not rows:
        yield para("尚未录入评价发现的问题。")
    for place, row in enumerate(rows, start=1):
        yield section(place, unended(row["title"] or UNTITLED))
        yield from prose(row["fact"])
        yield from _grounds(material, row)


def _grounds(material: Material, row: Row) -> Iterator[Block]:
    """Criterion, cause, effect, amount and what it cost in points."""
    pieces: list[Piece] = []
    for field, lead in (("criterion", "依据："), ("cause", "原因："), ("effect", "影响：")):
        if row[field]:
            pieces.append(ended(lead + " ".join(row[field].split()).removeprefix(lead)))
    amount = figures.in_wan(row["amount"])
    if amount is not None:
        pieces += ["涉及金额", material.voice.money(amount, ("finding", row["id"], "amount")), "。"]
    deducted = deductions(material, row)
    if deducted:
        pieces.append(f"评分影响：{deducted}。")
    if pieces:
        yield sentence(*pieces)


def deductions(material: Material, finding: Row) -> str:
    """Which indicators lost how many points for a finding."""
    told = []
    for row in material.records.of("deduction", "finding", finding["id"]):
        indicator = material.records.get("indicator", row["indicator"])
        if indicator is None:
            continue
        points = f"扣{row['points']:f}分" if row["points"] is not None else "扣分"
        told.append(f"{quoted(indicator['name'] or UNTITLED)}{points}")
    return listed(told)


def advice(material: Material, number: int) -> Iterator[Block]:
    """The recommendations' chapter."""
    yield chapter(number, "相关建议", "advice")
    rows = material.records.live("recommendation")
    if not rows:
        yield para("尚未录入建议。")
    places = finding_places(material)
    for place, row in enumerate(rows, start=1):
        yield section(place, unended(row["title"] or UNTITLED))
        yield from prose(row["text"])
        yield from _answered(material, row, places, number - 1)


def finding_places(material: Material) -> Mapping[str, str]:
    """The number under which each finding stands: （一）."""
    rows = enumerate(material.records.live("finding"), start=1)
    return {row["id"]: f"（{numeral(place)}）" for place, row in rows}


def answered(material: Material, recommendation: Row, places: Mapping[str, str]) -> str:
    """The numbers of the findings that a recommendation answers."""
    links = material.records.of("finding_recommendation", "recommendation", recommendation["id"])
    order = list(places)
    ids = sorted({row["finding"] for row in links if row["finding"] in places}, key=order.index)
    return listed(places[each] for each in ids)


def _answered(
    material: Material, row: Row, places: Mapping[str, str], chapter_number: int
) -> Iterator[Block]:
    told = []
    numbers = answered(material, row, places)
    if numbers:
        told.append(f"针对第{numeral(chapter_number)}部分问题{numbers}")
    if row["responsible"]:
        told.append(f"责任单位为{row['responsible']}")
    if row["due_on"]:
        told.append(f"完成期限为{chinese_date(row['due_on'])}")
    if told:
        yield sentence(Run(ended("，".join(told))))
