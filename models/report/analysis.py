"""指标分析: every level-1 indicator with its points, and under it each scored indicator with the reason."""

from __future__ import annotations

from collections.abc import Iterator

from models.evaluation import Node, Role
from models.fields import Row
from models.report.blocks import Run
from models.report.live.writing import heading, line, of, prose
from models.report.material import Material
from models.report.wording import Piece, unended

UNTITLED = "未命名指标"


def analysis(material: Material) -> Iterator[str]:
    """Every part of the score table, in its order."""
    if not material.evaluation.roots:
        yield line("尚未建立评价指标。")
    for root in material.evaluation.roots:
        yield heading(2, f"{_name(root)}情况")
        if root.role is not Role.BRANCH:
            yield from _leaf(material, root)
            continue
        yield line(
            f"{_name(root)}分值",
            of(material, "indicator", root.row, "分值"),
            "分，得",
            of(material, "indicator", root.row, "得分"),
            "分，得分率",
            of(material, "indicator", root.row, "得分率"),
            "。",
        )
        for leaf in _leaves(root):
            yield heading(3, _name(leaf))
            yield from _leaf(material, leaf)


def _name(node: Node) -> str:
    return unended(node.row["name"] or UNTITLED)


def _leaves(node: Node) -> Iterator[Node]:
    for child in node.children:
        if child.role is Role.BRANCH:
            yield from _leaves(child)
        else:
            yield child


def _leaf(material: Material, node: Node) -> Iterator[str]:
    row = node.row
    if node.absent:
        yield line("该指标不适用，不计入总分。")
        return
    score = of(material, "indicator", row, "得分")
    yield line("分值", of(material, "indicator", row, "分值"), "分，得", score, "分。")
    yield from prose(row["opinion"])
    if node.explanation.text:
        yield line(of(material, "indicator", row, "评分说明"))


def explained(material: Material, indicator: Row) -> Iterator[Piece]:
    """Why an indicator has its score, as the panel beside the tree says it."""
    node = material.evaluation.index.get(indicator["id"])
    if node is not None and node.explanation.text:
        yield Run(node.explanation.text, ("indicator", indicator["id"], "override"))
