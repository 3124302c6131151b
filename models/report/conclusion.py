"""综合评价情况及结论: score and grade with what they rest on, annexes, signature."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from models import kinds
from models.dates import chinese_date
from models.evaluation import Node
from models.report.blocks import Annex, Block, Cell, Column, Run, Signature, Table, TableRow, para
from models.report.live.syntax import Field, Insert
from models.report.live.writing import line
from models.report.material import Material
from models.report.wording import NOTHING, Piece, listed, numeral, quoted

WEAK = 60
STRONG = 90


TABLE = "综合评分汇总"
"""The name of the table as live text inserts it."""


def conclusion(material: Material) -> Iterator[str]:
    """Score and grade, the parts' scores, what went well and what did not, ceilings in force."""
    if not material.evaluation.roots:
        yield line("尚未建立评价指标，未形成评价结论。")
        return
    names = [node.row["name"] for node in material.evaluation.roots if node.row["name"]]
    about = f"按{listed(names)}{numeral(len(names))}个方面" if names else ""
    lead = f"根据前述情况，{material.unit}{material.year}度{material.kind}{about}评分，"
    yield line(lead, Field("评价结果"), "。")
    if _rated(material):
        yield line("各部分得分见下表。")
        yield Insert("表", TABLE).text
        yield Insert("图", "一级指标得分").text
        if any(judgement(material)):
            yield line(Field("得分情况说明"))
    if material.evaluation.ceilings:
        yield line(Field("封顶和否决说明"))


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


def judgement(material: Material) -> Iterator[Piece]:
    """What went well and what did not, by the shares of points of the level-2 indicators."""
    second = [
        child
        for node in _rated(material)
        for child in (node.children or (node,))
        if child.weight and child.score is not None
    ]
    shares = [(node, Fraction(node.score or 0) / Fraction(node.weight or 1) * 100) for node in second]
    strong = [node.row["name"] for node, share in shares if share >= STRONG and node.row["name"]]
    weak = [node.row["name"] for node, share in shares if share < WEAK and node.row["name"]]
    clauses = []
    if strong:
        clauses.append(f"{listed(strong)}得分率在{STRONG}%以上，总体情况较好")
    if weak:
        clauses.append(f"{listed(weak)}得分率不到{WEAK}%，失分较多")
    count = len(material.records.live("finding"))
    if count:
        clauses.append(f"评价发现{count}项问题，需按本报告建议整改")
    if clauses:
        yield "；".join(clauses) + "。"


def ceilings(material: Material) -> Iterator[Piece]:
    """Which ceilings and vetoes are in force."""
    yield "".join(ceiling.sentence for ceiling in material.evaluation.ceilings)


def closing(material: Material, annexes: Sequence[Annex]) -> Iterator[Block]:
    """The list of annexes and the signature."""
    single = len(annexes) == 1
    for place, annex in enumerate(annexes):
        lead = "附件：" if not place else "　　　"
        yield para(f"{lead}{annex.title}" if single else f"{lead}{annex.number}. {annex.title}")
    signed = material.project["commissioner"] or material.project["evaluator"]
    date = material.project["report_date"]
    lines = [line for line in (signed, chinese_date(date) if date else "") if line]
    if lines:
        yield Signature(tuple(lines))
