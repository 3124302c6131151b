"""Title and lead, and 一、评价情况: who evaluated what, when, on what grounds, in which steps."""

from __future__ import annotations

from collections.abc import Iterator

from models import kinds
from models.evaluation import Role
from models.report.blocks import Block, Run, Title, para
from models.report.material import Material, fund_name
from models.report.wording import (
    chapter,
    day,
    ended,
    listed,
    numeral,
    period,
    prose,
    quoted,
    section,
    sentence,
    separator,
    titled,
    unended,
)

LEADING_BASES = 4
"""How many of the bases the lead names; the first are those on which the evaluation itself rests."""


def opening(material: Material) -> Iterator[Block]:
    """Title, stage and number, and the paragraph that leads into the chapters."""
    project = material.project
    yield Title(project["title"] or f"{material.year}{material.unit}{material.kind}绩效评价报告")
    if project["stage"] and project["stage"] != "终稿":
        yield para(f"（{project['stage']}）", "center")
    if project["report_number"]:
        yield para(project["report_number"], "center")
    yield sentence(
        f"为掌握{material.year}度{material.unit}{_called(material)}{material.kind}的管理和使用情况，"
        f"促进资金规范使用、发挥效益，{_grounds(material)}{_who(material)}{_when(material)}"
        f"对相关{material.kind}开展了绩效评价。{_ways(material)}现报告如下：",
        style="lead",
    )


def _called(material: Material) -> str:
    short = material.project["unit_short"]
    return f"（以下简称{quoted(short)}）" if short and short != material.unit else ""


def _bases(material: Material) -> list[str]:
    rows = [row for row in material.records.live("basis") if row["title"]]
    return [
        titled(row["title"]) + (f"（{row['document_number']}）" if row["document_number"] else "")
        for row in rows
    ]


def _grounds(material: Material) -> str:
    bases = _bases(material)[:LEADING_BASES]
    return f"根据{listed(bases)}等规定，" if bases else ""


def _who(material: Material) -> str:
    return material.project["evaluator"] or material.project["commissioner"] or "评价组"


def _when(material: Material) -> str:
    when = period(material.project["started_on"], material.project["ended_on"])
    return f"于{when}" if when else ""


def _ways(material: Material) -> str:
    names = [node.row["name"] for node in material.evaluation.roots if node.row["name"]]
    about = f"，涵盖{listed(names)}{numeral(len(names))}个方面" if len(names) > 1 else ""
    return f"评价先核实数据，再对照标准评分{about}。"


def circumstances(material: Material, number: int) -> Iterator[Block]:
    """一、评价情况: scope, procedures, what was checked on site, the score table used."""
    yield chapter(number, "评价情况", "circumstances")
    parts = (
        ("评价范围", _scope(material)),
        ("评价依据", _further_bases(material)),
        ("评价程序", _procedures(material)),
        ("评价指标", _framework(material)),
    )
    place = 0
    for title, told in parts:
        blocks = tuple(told)
        if blocks:
            place += 1
            yield section(place, title)
            yield from blocks


def _further_bases(material: Material) -> Iterator[Block]:
    further = _bases(material)[LEADING_BASES:]
    if further:
        yield para(f"除前述文件外，评价还以下列文件为依据：{listed(further)}。")


def _scope(material: Material) -> Iterator[Block]:
    funds = material.funds
    if not funds:
        yield para("尚未录入纳入评价的资金项目。")
        return
    all_names = [fund_name(fund) for fund in funds]
    names = separator(all_names).join(all_names)
    voice, facts = material.voice, material.facts.project
    yield sentence(
        f"本次评价的范围是{material.short_unit}主管的{len(funds)}个项目：{names}。{material.year}总指标",
        voice.fact(facts["总指标"]),
        "，已支付",
        voice.fact(facts["已支付"]),
        "。",
    )
    inspected, paid = facts["核查金额"], facts["已支付"]
    if inspected.value is not None and paid.value:
        share = Run(kinds.show_rate(inspected.value / paid.value * 100), "核查金额")
        yield sentence("现场核查资金", voice.fact(inspected), "，占已支付资金的", share, "。")


def _procedures(material: Material) -> Iterator[Block]:
    written = prose(material.project["procedures"])
    yield from written
    visits = [row for row in material.records.live("visit") if row["place"]]
    for row in visits:
        when = f"{day(row['visited_on'])}，" if row["visited_on"] else ""
        what = "，".join(unended(row[name]) for name in ("checked", "result") if row[name])
        yield para(ended(f"{when}评价组到{row['place']}现场核查" + (f"：{what}" if what else "")))
    if not written and not visits:
        yield para("尚未录入评价程序。")


def _framework(material: Material) -> Iterator[Block]:
    if not material.evaluation.roots:
        return
    named = listed(
        f"{node.row['name']}{kinds.canonical(node.weight)}分"
        for node in material.evaluation.roots
        if node.row["name"] and node.weight is not None
    )
    leaves = sum(node.role is Role.LEAF for node in material.evaluation.nodes())
    source = material.project["framework"]
    told = f"评价指标体系的来源：{unended(source)}。" if source else ""
    yield sentence(
        f"{told}评分表设{len(material.evaluation.roots)}个一级指标、{leaves}个评分指标，满分",
        f"{kinds.canonical(material.evaluation.weight)}分",
        f"，其中：{named}。" if named else "。",
        f"评价结果分为{_bands(material)}，各指标的完成值、计算过程和得分见附件1。",
    )


def _bands(material: Material) -> str:
    words = [f"{word}（{bound:f}分及以上）" for word, bound in material.records.bands[:-1]]
    last, below = material.records.bands[-1][0], material.records.bands
    words.append(f"{last}（{below[-2][1]:f}分以下）" if len(below) > 1 else last)
    return f"{listed(words)}{numeral(len(words))}个等次"
