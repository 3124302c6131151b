"""综合评价情况及结论: score and grade with what they rest on, annexes, signature."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from models import kinds
from models.dates import chinese_date
from models.evaluation import Node, Role
from models.report.blocks import Annex, Block, Cell, Column, Run, Signature, Table, TableRow, para
from models.report.live.syntax import Field, Insert
from models.report.live.writing import line
from models.report.material import Material
from models.report.outline import Form
from models.report.wording import NOTHING, Piece, ended, quoted, unended

WEAK = 60
STRONG = 90


TABLE = "综合评分汇总"
"""The name of the table as live text inserts it."""


def conclusion(material: Material) -> Iterator[str]:
    """Score and grade, the parts' scores, what went well and what did not, ceilings in force."""
    if not material.evaluation.roots:
        yield line("尚未建立评价指标，未形成评价结论。")
        return
    yield line(
        "根据前述情况，",
        Field("单位"),
        Field("年度"),
        "度",
        Field("评价类别"),
        "按",
        Field("评价方面"),
        "评分，",
        Field("评价结果"),
        "。",
    )
    yield line(Field("封顶和否决说明"))
    if _rated(material):
        yield line("各部分得分见下表。")
        yield Insert("表", TABLE).text
        yield Insert("图", "一级指标得分").text
        yield line(Field("得分情况说明"))


def _rated(material: Material) -> list[Node]:
    return [node for node in material.evaluation.roots if node.weight and node.score is not None]


def result(material: Material) -> Iterator[Piece]:
    """总得分74.52分，等次为“中”; what is scored so far while points are open."""
    evaluation = material.evaluation
    if evaluation.grade is None:
        yield from ("已评指标得", Run(f"{evaluation.total:f}分", "总分"))
        yield from ("，尚有", Run(f"{evaluation.open_points:f}分", "未评分值"), "未评，暂不评定等次")
    else:
        yield from ("总得分", Run(f"{evaluation.total:f}分", "总分"))
        yield from ("，等次为", Run(quoted(evaluation.grade), "等次"))


def _rate(node: Node) -> str:
    if not node.weight or node.score is None:
        return NOTHING
    return kinds.show_rate(Fraction(node.score) / Fraction(node.weight) * 100)


def summary_table(material: Material, _argument: str = "") -> Table | None:
    """Weight, score and share of every level-1 indicator; None while nothing is scored."""
    if not _rated(material):
        return None
    columns = (
        Column("一级指标", 40),
        Column("分值", 15, "right"),
        Column("得分", 15, "right"),
        Column("未评分值", 15, "right"),
        Column("得分率", 15, "right"),
    )
    evaluation = material.evaluation
    shown_open = bool(evaluation.open_points)
    rows = []
    for node in evaluation.roots:
        values = [_points(node.weight), _points(node.score)]
        values += [_points(node.open_points)] if shown_open else []
        cells = [Cell(value, ("indicator", node.id, "name")) for value in (*values, _rate(node))]
        rows.append(TableRow((node.row["name"] or NOTHING, *cells)))
    whole: list[Cell | str] = ["合计", f"{evaluation.weight:f}", Cell(f"{evaluation.scored:f}", "总分")]
    whole += [f"{evaluation.open_points:f}"] if shown_open else []
    share = Fraction(evaluation.scored) / Fraction(evaluation.weight) * 100 if evaluation.weight else None
    rows.append(TableRow((*whole, NOTHING if share is None else kinds.show_rate(share)), "total"))
    shown = columns if shown_open else (*columns[:3], columns[4])
    return Table("综合评分汇总表", "分", shown, tuple(rows))


def _points(value: Decimal | None) -> str:
    return NOTHING if value is None else f"{value:f}"


def _shares(material: Material) -> list[tuple[Node, Fraction]]:
    """The level-2 indicators with the part of their points that they got, in percent."""
    second = [
        child
        for node in _rated(material)
        for child in (node.children if node.role is Role.BRANCH else (node,))
        if child.weight and child.score is not None and not child.open_points and child.row["name"]
    ]
    return [(node, Fraction(node.score or 0) / Fraction(node.weight or 1) * 100) for node in second]


def strong(material: Material) -> Iterator[Piece]:
    """项目立项（100.00%）、…: what got nearly all of its points."""
    yield from _named([each for each in _shares(material) if each[1] >= STRONG])


def _named(shares: Sequence[tuple[Node, Fraction]]) -> Iterator[Piece]:
    for place, (node, share) in enumerate(shares):
        yield f"{'、' if place else ''}{unended(node.row['name'])}（"
        yield from (Run(kinds.show_rate(share), ("indicator", node.id, "得分率")), "）")


def judgement(material: Material) -> Iterator[Piece]:
    """What went well and what did not, by the shares of points of the level-2 indicators."""
    shares = _shares(material)
    clauses: list[list[Piece]] = []
    good, bad = ([each for each in shares if each[1] >= STRONG], [each for each in shares if each[1] < WEAK])
    if good:
        clauses.append(["得分率较高的是", *_named(good)])
    if bad:
        clauses.append([f"得分率不到{WEAK}%的是", *_named(bad)])
    count = len(material.records.live("finding"))
    if count:
        clauses.append(["评价发现问题", Run(f"{count}", "问题数"), "项，有关部门和单位应按本报告的建议整改"])
    for place, clause in enumerate(clauses):
        yield from ("；" if place else "从二级指标看，" if good or bad else "", *clause)
    if clauses:
        yield "。"


def ceilings(material: Material) -> Iterator[Piece]:
    """Which ceilings and vetoes are in force."""
    for ceiling in material.evaluation.ceilings:
        yield ended(ceiling.sentence)


def closing(material: Material, annexes: Sequence[Annex], form: Form) -> Iterator[Block]:
    """The list of annexes and the signature of whoever the form says signs."""
    single = len(annexes) == 1
    for place, annex in enumerate(annexes):
        lead = "附件：" if not place else "　　　"
        yield para(f"{lead}{annex.title}" if single else f"{lead}{annex.number}. {annex.title}")
    project = material.project
    signed = project["unit"] if form.by_unit else project["commissioner"] or project["evaluator"]
    date = material.project["report_date"]
    lines = [line for line in (signed, chinese_date(date) if date else "") if line]
    if lines:
        yield Signature(tuple(lines))
