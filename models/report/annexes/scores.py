"""绩效评价评分表: every scored indicator with its weight, its score and the reason of the score."""

from __future__ import annotations

from collections.abc import Iterator

from models import kinds
from models.evaluation import Node, Role
from models.report.blocks import Cell, Column, Table, TableRow
from models.report.material import Material
from models.report.wording import NOTHING, ended, unended

UNTITLED = "未命名"


def score_table(material: Material) -> Table:
    """Every scored indicator with its weight, score and the reason of the score."""
    columns = (
        Column("一级指标", 12),
        Column("二级指标", 12),
        Column("三级指标", 18),
        Column("分值", 7, "right"),
        Column("得分", 7, "right"),
        Column("完成值", 13, "center"),
        Column("评分说明", 60),
    )
    rows: list[TableRow] = []
    for root in material.evaluation.roots:
        for path in _paths(root, ()):
            rows.append(_scored(material, path))
        if root.role is Role.BRANCH:
            rows.append(TableRow((f"{_name(root)}小计", "", "", *_point_cells(root), "", ""), "subtotal"))
    evaluation = material.evaluation
    weight, total = Cell(f"{evaluation.weight:f}", "分值合计"), Cell(f"{evaluation.scored:f}", "总分")
    grade = Cell(_grade(material), "等次")
    rows.append(TableRow(("合计", "", "", weight, total, "", grade), "total"))
    return Table("", "分", columns, tuple(rows), group_columns=2, landscape=True)


def _paths(node: Node, above: tuple[Node, ...]) -> Iterator[tuple[Node, ...]]:
    path = (*above, node)
    if node.role is not Role.BRANCH:
        yield path
        return
    for child in node.children:
        yield from _paths(child, path)


def _name(node: Node) -> str:
    name = node.row["name"] or UNTITLED
    if node.role is not Role.BRANCH or node.weight is None:
        return str(name)
    return f"{name}（{kinds.canonical(node.weight)}分）"


def _scored(material: Material, path: tuple[Node, ...]) -> TableRow:
    leaf, between = path[-1], path[1:-1]
    return TableRow(
        (
            _name(path[0]),
            "—".join(map(_name, between)),
            leaf.row["name"] or UNTITLED,
            *_point_cells(leaf),
            Cell(leaf.value_text or NOTHING, ("indicator", leaf.id, "value")),
            Cell(reason(material, leaf), ("indicator", leaf.id, "opinion")),
        )
    )


def _point_cells(node: Node) -> tuple[Cell, Cell]:
    weight, score = _points(node)
    return Cell(weight, ("indicator", node.id, "weight")), Cell(score, ("indicator", node.id, "override"))


def _points(node: Node) -> tuple[str, str]:
    weight = NOTHING if node.weight is None else f"{node.weight:f}"
    if node.absent:
        return weight, "不适用"
    return weight, "未评" if node.score is None else f"{node.score:f}"


def reason(material: Material, leaf: Node) -> str:
    """Why a score is what it is: the evaluator's opinion, the 要点, and the explanation as on the screen."""
    opinion = " ".join(material.said(leaf.row["opinion"]).split())
    points = _points_told(leaf) if leaf.children else ""
    return "\n".join(line for line in (ended(opinion), ended(points), leaf.explanation.text) if line)


def _points_told(leaf: Node) -> str:
    """The 要点 with what was found at each."""
    told = []
    for place, node in enumerate(leaf.children, start=1):
        found = node.row["fulfilment"] or node.value_text or "未评"
        told.append(f"{place}. {unended(node.row['name'] or UNTITLED)}：{found}")
    return "；".join(told)


def _grade(material: Material) -> str:
    evaluation = material.evaluation
    if evaluation.grade is None:
        return f"尚有{evaluation.open_points:f}分未评，暂不评定等次"
    limited = f"，按封顶或否决条件计{evaluation.total:f}分" if evaluation.total != evaluation.scored else ""
    return f"评价等次：{evaluation.grade}{limited}"
