"""九、综合评价情况及结论: score and grade with what they rest on, annexes, signature."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from models import kinds
from models.dates import chinese_date
from models.evaluation import Node
from models.report.blocks import Annex, Block, Cell, Column, Run, Signature, Table, TableRow, para
from models.report.material import Material
from models.report.wording import NOTHING, Piece, chapter, listed, numeral, quoted, sentence

WEAK = 60
STRONG = 90


def conclusion(material: Material, number: int) -> Iterator[Block]:
    """The chapter without what closes the report."""
    yield chapter(number, "综合评价情况及评价结论", "conclusion")
    evaluation = material.evaluation
    if not evaluation.roots:
        yield para("尚未建立评价指标，未形成评价结论。")
        return
    yield sentence(*_result(material))
    rated = [node for node in evaluation.roots if node.weight and node.score is not None]
    if rated:
        yield para("各部分得分见下表。")
        yield _table(material)
        yield from _judgement(material, rated)
    yield from _ceilings(material)


def _result(material: Material) -> Iterator[Piece]:
    evaluation = material.evaluation
    names = [node.row["name"] for node in evaluation.roots if node.row["name"]]
    about = f"按{listed(names)}{numeral(len(names))}个方面" if names else ""
    yield f"根据前述情况，{material.unit}{material.year}度{material.kind}{about}评分，"
    if evaluation.grade is None:
        yield from ("已评指标得", Run(f"{evaluation.total:f}分", "总分"))
        yield from ("，尚有", Run(f"{evaluation.open_points:f}分", "未评分值"), "未评，暂不评定等次。")
    else:
        yield from ("总得分", Run(f"{evaluation.total:f}分", "总分"))
        yield from ("，等次为", Run(quoted(evaluation.grade), "等次"), "。")


def _rate(node: Node) -> str:
    if not node.weight or node.score is None:
        return NOTHING
    return kinds.show_rate(Fraction(node.score) / Fraction(node.weight) * 100)


def _table(material: Material) -> Table:
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
        cells = [node.row["name"] or NOTHING, _points(node.weight), _points(node.score)]
        cells += [_points(node.open_points)] if shown_open else []
        rows.append(TableRow((*cells, _rate(node))))
    whole: list[Cell | str] = ["合计", f"{evaluation.weight:f}", Cell(f"{evaluation.scored:f}", "总分")]
    whole += [f"{evaluation.open_points:f}"] if shown_open else []
    share = Fraction(evaluation.scored) / Fraction(evaluation.weight) * 100 if evaluation.weight else None
    rows.append(TableRow((*whole, NOTHING if share is None else kinds.show_rate(share)), "total"))
    shown = columns if shown_open else (*columns[:3], columns[4])
    return Table("综合评分汇总表", "分", shown, tuple(rows))


def _points(value: Decimal | None) -> str:
    return NOTHING if value is None else f"{value:f}"


def _judgement(material: Material, rated: Sequence[Node]) -> Iterator[Block]:
    """What went well and what did not, by the shares of points of the level-2 indicators."""
    second = [
        child
        for node in rated
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
        yield para("；".join(clauses) + "。")


def _ceilings(material: Material) -> Iterator[Block]:
    for ceiling in material.evaluation.ceilings:
        yield para(ceiling.sentence)


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
