"""Title and lead, and 评价情况: who evaluated what, when, on what grounds, in which steps."""

from __future__ import annotations

from collections.abc import Iterator

from models import kinds
from models.report.blocks import Block, Title, para
from models.report.live.syntax import Field
from models.report.live.writing import line, prose
from models.report.material import Material, fund_name
from models.report.wording import day, ended, listed, numeral, period, quoted, separator, titled, unended

LEADING_BASES = 4
"""How many of the bases the lead names; the first are those on which the evaluation itself rests."""


def front(material: Material, title: str) -> Iterator[Block]:
    """The title, and under it stage and number."""
    project = material.project
    yield Title(title)
    if project["stage"] and project["stage"] != "终稿":
        yield para(f"（{project['stage']}）", "center")
    if project["report_number"]:
        yield para(project["report_number"], "center")


def lead(material: Material) -> Iterator[str]:
    """The paragraph that leads into the chapters."""
    yield line(
        f"为掌握{material.year}度{material.unit}{_called(material)}{material.kind}的管理和使用情况，"
        f"促进资金规范使用、发挥效益，{_grounds(material)}{_who(material)}{_when(material)}"
        f"对相关{material.kind}开展了绩效评价。{_ways(material)}现报告如下："
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


def further_bases(material: Material) -> Iterator[str]:
    """The bases that the lead does not name."""
    further = _bases(material)[LEADING_BASES:]
    if further:
        yield line(f"除前述文件外，评价还以下列文件为依据：{listed(further)}。")


def scope(material: Material) -> Iterator[str]:
    """Which funds were evaluated, and how much of what was paid was looked at on site."""
    funds = material.funds
    if not funds:
        yield line("尚未录入纳入评价的资金项目。")
        return
    all_names = [fund_name(fund) for fund in funds]
    names = separator(all_names).join(all_names)
    yield line(
        f"本次评价的范围是{material.short_unit}主管的",
        Field("资金项目数"),
        f"个项目：{names}。{material.year}总指标",
        Field("总指标"),
        "，已支付",
        Field("已支付"),
        "。",
    )
    facts = material.facts.project
    if facts["核查金额"].value is not None and facts["已支付"].value:
        share = Field("占比(核查金额, 已支付)")
        yield line("现场核查资金", Field("核查金额"), "，占已支付资金的", share, "。")


def procedures(material: Material) -> Iterator[str]:
    """What the evaluator wrote of the steps, and the visits one by one."""
    written = tuple(prose(material.project["procedures"]))
    yield from written
    visits = [row for row in material.records.live("visit") if row["place"]]
    for row in visits:
        when = f"{day(row['visited_on'])}，" if row["visited_on"] else ""
        what = "，".join(unended(row[name]) for name in ("checked", "result") if row[name])
        yield line(ended(f"{when}评价组到{row['place']}现场核查" + (f"：{what}" if what else "")))
    if not written and not visits:
        yield line("尚未录入评价程序。")


def framework(material: Material) -> Iterator[str]:
    """The score table: where it comes from, what it has, how points become grades."""
    if not material.evaluation.roots:
        return
    named = listed(
        f"{node.row['name']}{kinds.canonical(node.weight)}分"
        for node in material.evaluation.roots
        if node.row["name"] and node.weight is not None
    )
    source = material.project["framework"]
    told = f"评价指标体系的来源：{unended(source)}。" if source else ""
    yield line(
        f"{told}评分表设",
        Field("一级指标数"),
        "个一级指标、",
        Field("评分指标数"),
        "个评分指标，满分",
        Field("满分", "最短"),
        f"分，其中：{named}。" if named else "分。",
        f"评价结果分为{_bands(material)}，各指标的完成值、计算过程和得分见",
        Field('附件["绩效评价评分表"]'),
        "。",
    )


def _bands(material: Material) -> str:
    words = [f"{word}（{bound:f}分及以上）" for word, bound in material.records.bands[:-1]]
    last, below = material.records.bands[-1][0], material.records.bands
    words.append(f"{last}（{below[-2][1]:f}分以下）" if len(below) > 1 else last)
    return f"{listed(words)}{numeral(len(words))}个等次"
