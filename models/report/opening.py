"""Title and lead, and 评价情况: who evaluated what, when, on what grounds, in which steps."""

from __future__ import annotations

from collections.abc import Iterator

from models import kinds
from models.fields import Row
from models.report.blocks import Block, Run, Title, para
from models.report.live.syntax import Field
from models.report.live.writing import line, of, prose
from models.report.material import Material, fund_name
from models.report.wording import (
    NOTHING,
    Piece,
    day,
    ended,
    listed,
    numeral,
    period,
    quoted,
    separator,
    titled,
    unended,
)

LEADING_BASES = 4
"""How many of the bases the lead names; the first are those on which the evaluation itself rests."""
SCORE_TABLE = "绩效评价评分表"


def front(material: Material, title: str, *, by_unit: bool = False) -> Iterator[Block]:
    """The title, and under it stage and number; the unit's own report has none of these."""
    project = material.project
    yield Title(title)
    if by_unit:
        return
    if project["stage"] and project["stage"] != "终稿":
        yield para(f"（{project['stage']}）", "center")
    if project["report_number"]:
        yield para(project["report_number"], "center")


def short_name(material: Material) -> Iterator[Piece]:
    """（以下简称“市电子政务办”）, where the unit has a short name."""
    short = material.project["unit_short"]
    if short and short != material.unit:
        yield f"（以下简称{quoted(short)}）"


def _bases(material: Material) -> list[str]:
    rows = [row for row in material.records.live("basis") if row["title"]]
    return [
        titled(row["title"]) + (f"（{row['document_number']}）" if row["document_number"] else "")
        for row in rows
    ]


def grounds(material: Material) -> Iterator[Piece]:
    """根据《…》《…》等规定， with the first bases; nothing without any."""
    bases = _bases(material)[:LEADING_BASES]
    if bases:
        yield f"根据{listed(bases)}等规定，"


def further_grounds(material: Material) -> Iterator[Piece]:
    """The bases that the lead does not name."""
    yield listed(_bases(material)[LEADING_BASES:])


def evaluator(material: Material) -> Iterator[Piece]:
    """Who evaluates: the evaluating body, else who commissioned it, else 评价组."""
    yield material.project["evaluator"] or material.project["commissioner"] or "评价组"


def when(material: Material) -> Iterator[Piece]:
    """于2019年5月9日至8月2日; nothing while no date is known."""
    said = period(material.project["started_on"], material.project["ended_on"])
    if said:
        yield f"于{said}"


def _parts(material: Material) -> list[str]:
    return [unended(node.row["name"]) for node in material.evaluation.roots if node.row["name"]]


def aspects(material: Material) -> Iterator[Piece]:
    """项目决策、项目管理、项目效益三个方面: what the score table asks about."""
    names = _parts(material)
    if names:
        yield f"{listed(names)}{numeral(len(names))}个方面"


def comparing(material: Material) -> Iterator[Piece]:
    """，涵盖…三个方面, where the score table has several parts."""
    if len(_parts(material)) > 1:
        yield from ("，涵盖", *aspects(material))


def further_bases(material: Material) -> Iterator[str]:
    """The bases that the lead does not name, where there are such."""
    bases = _bases(material)
    if len(bases) > LEADING_BASES:
        yield line("除前述文件外，评价还以下列文件为依据：", Field("其他评价依据"), "。")
    elif not bases:
        yield line("尚未录入评价依据。")
    else:
        yield line("评价所依据的文件见前述。")


def scope(material: Material) -> Iterator[str]:
    """Which funds were evaluated, and how much of what was paid was looked at on site."""
    if not material.funds:
        yield line("尚未录入纳入评价的资金项目。")
        return
    yield line(
        "本次评价的范围是",
        Field("单位简称"),
        "主管的",
        Field("资金项目数"),
        "个项目：",
        Field("资金项目名单"),
        "。",
        Field("年度"),
        "总指标",
        Field("总指标"),
        "，已支付",
        Field("已支付"),
        "。",
    )
    yield line(Field("现场核查情况"))


def fund_names(material: Material) -> Iterator[Piece]:
    """The funds by their names, in people's order."""
    comma = separator(fund_name(fund) for fund in material.funds)
    for place, fund in enumerate(material.funds):
        yield from (comma if place else "", Run(fund_name(fund), ("fund", fund["id"], "name")))


def inspected(material: Material) -> Iterator[Piece]:
    """How much money was looked at on site, and what part of the payments that is."""
    facts = material.facts.project
    looked_at, paid = facts["核查金额"], facts["已支付"].value
    if looked_at.value is not None and paid:
        share = kinds.show_rate(looked_at.value / paid * 100)
        yield from ("现场核查资金", material.voice.fact(looked_at))
        yield from ("，占已支付资金的", Run(share, looked_at.name), "。")


def procedures(material: Material) -> Iterator[str]:
    """What the evaluator wrote of the steps, and the visits one by one."""
    written = tuple(prose(material.project["procedures"]))
    yield from written
    visits = [row for row in material.records.live("visit") if row["place"]]
    for row in visits:
        yield line(of(material, "visit", row, "核查说明"))
    if not written and not visits:
        yield line("尚未录入评价程序。")


def visited(material: Material, row: Row) -> Iterator[Piece]:
    """2019年6月3日，评价组到…现场核查：…"""
    date = f"{day(row['visited_on'])}，" if row["visited_on"] else ""
    told = (material.said(row[name]) for name in ("checked", "result"))
    what = "，".join(unended(" ".join(each.split())) for each in told if each)
    yield Run(
        ended(f"{date}评价组到{row['place'] or '现场'}现场核查" + (f"：{what}" if what else "")),
        ("visit", row["id"], "checked"),
    )


def framework(material: Material) -> Iterator[str]:
    """The score table: where it comes from, what it has, how points become grades."""
    if not material.evaluation.roots:
        yield line("尚未建立评价指标体系。")
        return
    yield line(
        Field("指标体系说明"),
        "评分表设",
        Field("一级指标数"),
        "个一级指标、",
        Field("评分指标数"),
        "个评分指标，满分",
        Field("满分", "最短"),
        "分",
        Field("一级指标分值"),
        "。评价结果分为",
        Field("等次说明"),
        Field("评分表位置"),
        "。",
    )


def framework_source(material: Material) -> Iterator[Piece]:
    """Where the score table comes from, as the project says it."""
    source = material.project["framework"]
    if source:
        yield f"评价指标体系的来源：{unended(source)}。"


def weights(material: Material) -> Iterator[Piece]:
    """，其中：项目决策20分、…"""
    told = [node for node in material.evaluation.roots if node.row["name"] and node.weight is not None]
    for place, node in enumerate(told):
        yield f"{'、' if place else '，其中：'}{unended(node.row['name'])}"
        points = kinds.canonical(node.weight) if node.weight is not None else NOTHING
        yield from (Run(points, ("indicator", node.id, "分值")), "分")


def bands(material: Material) -> Iterator[Piece]:
    """优（90分及以上）、…四个等次"""
    below = material.records.bands
    words = [f"{word}（{kinds.canonical(bound)}分及以上）" for word, bound in below[:-1]]
    last = below[-1][0]
    words.append(f"{last}（{kinds.canonical(below[-2][1])}分以下）" if len(below) > 1 else last)
    yield f"{listed(words)}{numeral(len(words))}个等次"


def score_table_place(material: Material) -> Iterator[Piece]:
    """Where the scores are found; nothing while the report has no such annex."""
    mark = material.marks.get(("附件", SCORE_TABLE))
    if mark:
        yield f"，各指标的完成值、计算过程和得分见{mark}"
