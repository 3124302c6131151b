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
    titled,
    unended,
)

MANY_FUNDS = 8


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
        f"促进财政资金提高使用效益，{_grounds(material)}{_who(material)}{_when(material)}"
        f"对相关{material.kind}开展了绩效评价。{_ways(material)}现将评价情况报告如下：",
        style="lead",
    )


def _called(material: Material) -> str:
    short = material.project["unit_short"]
    return f"（以下简称{quoted(short)}）" if short and short != material.unit else ""


def _grounds(material: Material) -> str:
    titles = []
    for basis in material.records.live("basis"):
        if basis["title"]:
            number = basis["document_number"]
            titles.append(titled(basis["title"]) + (f"（{number}）" if number else ""))
    return f"根据{listed(titles)}等规定，" if titles else ""


def _who(material: Material) -> str:
    return material.project["evaluator"] or material.project["commissioner"] or "评价组"


def _when(material: Material) -> str:
    when = period(material.project["started_on"], material.project["ended_on"])
    return f"于{when}" if when else ""


def _ways(material: Material) -> str:
    names = [node.row["name"] for node in material.evaluation.roots if node.row["name"]]
    about = f"，从{listed(names)}{numeral(len(names))}个方面" if len(names) > 1 else ""
    return f"评价以数据核算和现场核实为基础，采用定量与定性相结合的方法{about}进行评分。"


def circumstances(material: Material, number: int) -> Iterator[Block]:
    """一、评价情况: scope, procedures, what was checked on site, the score table used."""
    yield chapter(number, "评价情况", "circumstances")
    yield section(1, "评价范围")
    yield from _scope(material)
    yield section(2, "评价程序")
    yield from _procedures(material)
    if any(node.row["name"] for node in material.evaluation.roots):
        yield section(3, "评价指标")
        yield from _framework(material)


def _scope(material: Material) -> Iterator[Block]:
    funds = material.funds
    if not funds:
        yield para("尚未录入纳入评价的资金项目。")
        return
    names = listed(map(fund_name, funds[:MANY_FUNDS])) + ("等" if len(funds) > MANY_FUNDS else "")
    voice, facts = material.voice, material.facts.project
    yield sentence(
        f"本次评价的范围是{material.short_unit}主管的{names}，共{len(funds)}个项目，",
        f"{material.year}总指标",
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
    roots = [node for node in material.evaluation.roots if node.weight is not None]
    named = listed(f"{node.row['name']}{node.weight:f}分" for node in roots if node.row["name"])
    leaves = sum(node.role is Role.LEAF for node in material.evaluation.nodes())
    source = material.project["framework"]
    told = f"评分表{unended(source)}。" if source else ""
    yield sentence(
        f"{told}评分表设{len(material.evaluation.roots)}个一级指标、{leaves}个评分指标，满分",
        Run(f"{material.evaluation.weight:f}分"),
        f"，其中：{named}。" if named else "。",
        f"评分结果分为{_bands(material)}，各指标的完成值、计算过程和得分见附件1。",
    )


def _bands(material: Material) -> str:
    words = [f"{word}（{bound:f}分及以上）" for word, bound in material.records.bands[:-1]]
    last, below = material.records.bands[-1][0], material.records.bands
    words.append(f"{last}（{below[-2][1]:f}分以下）" if len(below) > 1 else last)
    return f"{listed(words)}{len(words)}个等次"
