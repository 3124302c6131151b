"""存在的问题 and 相关建议: every finding with its grounds, every advice with what it answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from models.fields import Row
from models.report.blocks import Run
from models.report.live.writing import Said, heading, joined, line, of, prose
from models.report.material import Material
from models.report.wording import Piece, ended, numeral, quoted, unended

UNTITLED = "未命名"


def findings(material: Material) -> Iterator[str]:
    """Every finding under its title: the fact, then what it rests on and what it cost."""
    rows = material.records.live("finding")
    if not rows:
        yield line("尚未录入评价发现的问题。")
    for row in rows:
        yield heading(2, unended(row["title"] or UNTITLED))
        yield from prose(row["fact"] or "事实尚未填写。")
        yield from _grounds(material, row)


def _grounds(material: Material, row: Row) -> Iterator[str]:
    """Criterion, cause, effect, amount and what it cost in points."""
    told = []
    for field, lead in (("criterion", "依据："), ("cause", "原因："), ("effect", "影响：")):
        if row[field]:
            told.append(ended(lead + " ".join(row[field].split()).removeprefix(lead)))
    pieces: list[Said] = []
    if row["amount"] is not None:
        pieces += ["涉及金额", of(material, "finding", row, "涉及金额"), "。"]
    if deductions(material, row):
        pieces += ["评分影响：", of(material, "finding", row, "扣分情况"), "。"]
    if told or pieces:
        yield "".join(prose("".join(told))) + line(*pieces)


def points_lost(material: Material, finding: Row) -> Iterator[Piece]:
    """“预算执行率”扣2.00分、“预算调整率”扣5.00分"""
    place = 0
    for row in material.records.of("deduction", "finding", finding["id"]):
        indicator = material.records.get("indicator", row["indicator"])
        if indicator is None:
            continue
        yield f"{'、' if place else ''}{quoted(indicator['name'] or UNTITLED)}"
        place += 1
        if row["points"] is None:
            yield "扣分"
        else:
            yield from ("扣", Run(f"{row['points']:f}", ("deduction", row["id"], "points")), "分")


def deductions(material: Material, finding: Row) -> str:
    """Which indicators lost how many points for a finding."""
    return "".join(each if isinstance(each, str) else each.text for each in points_lost(material, finding))


def advice(material: Material) -> Iterator[str]:
    """Every recommendation under its title: what to do, then which finding it answers, who, until when."""
    rows = material.records.live("recommendation")
    if not rows:
        yield line("尚未录入建议。")
    for row in rows:
        yield heading(2, unended(row["title"] or UNTITLED))
        yield from prose(row["text"] or "内容尚未填写。")
        yield from _answered(material, row)


def finding_places(material: Material) -> Mapping[str, str]:
    """The number under which each finding stands: （一）."""
    rows = enumerate(material.records.live("finding"), start=1)
    return {row["id"]: f"（{numeral(place)}）" for place, row in rows}


def answers(material: Material, recommendation: Row) -> Iterator[Piece]:
    """针对第七部分“…”“…”问题: by their titles, for an edited chapter may number the findings anew."""
    links = material.records.of("finding_recommendation", "recommendation", recommendation["id"])
    linked = {row["finding"] for row in links}
    found = [row for row in material.records.live("finding") if row["id"] in linked]
    if found:
        number = material.marks.get(("章节", "findings"))
        names = "".join(quoted(unended(row["title"] or UNTITLED)) for row in found)
        yield f"针对{f'第{number}部分' if number else ''}{names}问题"


def _answered(material: Material, row: Row) -> Iterator[str]:
    told: list[list[Said]] = []
    if any(answers(material, row)):
        told.append([of(material, "recommendation", row, "对应问题")])
    if row["responsible"]:
        told.append([f"责任单位为{row['responsible']}"])
    if row["due_on"]:
        told.append(["完成期限为", of(material, "recommendation", row, "期限")])
    if told:
        yield line(*joined(told, "，"), "。")
