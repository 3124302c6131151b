"""指标分析: every level-1 indicator with its points, and under it each scored indicator with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from models.evaluation import Node, Role
from models.fields import Row
from models.report.blocks import Run
from models.report.live.writing import heading, line, of, prose
from models.report.material import NAME, Material
from models.report.wording import Piece, unended

UNTITLED = "未命名指标"


def analysis(material: Material) -> Iterator[str]:
    """Every part of the score table, in its order."""
    if not material.evaluation.roots:
        yield line("尚未建立评价指标。")
    for root in material.evaluation.roots:
        row = root.row
        yield heading(2, of(material, "indicator", row, NAME), "情况分析")
        if root.role is not Role.BRANCH:
            yield from _leaf(material, root)
            continue
        yield line(
            of(material, "indicator", row, NAME),
            "分值",
            of(material, "indicator", row, "分值"),
            "分，得",
            of(material, "indicator", row, "得分"),
            "分，得分率",
            of(material, "indicator", row, "得分率"),
            "。",
            of(material, "indicator", row, "下级得分"),
        )
        for leaf in _leaves(root):
            yield heading(3, of(material, "indicator", leaf.row, NAME))
            yield from _leaf(material, leaf)


def name(_material: Material, indicator: Row) -> Iterator[Piece]:
    """The indicator's name as chapters say it."""
    yield Run(_name(indicator), ("indicator", indicator["id"], "name"))


def _name(indicator: Row) -> str:
    return unended(indicator["name"] or UNTITLED)


def _leaves(node: Node) -> Iterator[Node]:
    for child in node.children:
        if child.role is Role.BRANCH:
            yield from _leaves(child)
        else:
            yield child


def parts(material: Material, indicator: Row) -> Iterator[Piece]:
    """其中：项目立项8.00分得8.00分、…: the points of the indicators right below."""
    node = material.evaluation.index.get(indicator["id"])
    below = [] if node is None else [each for each in node.children if each.role is not Role.POINT]
    for place, child in enumerate(each for each in below if each.weight is not None and not each.absent):
        source = ("indicator", child.id, "得分")
        yield f"{'、' if place else '其中：'}{_name(child.row)}{child.weight:f}分"
        if child.score is None:
            yield Run("未评", source)
        else:
            yield from ("得", Run(f"{child.score:f}", source), "分")
    if below:
        yield "。"


def _leaf(material: Material, node: Node) -> Iterator[str]:
    yield line(of(material, "indicator", node.row, "得分说明"))
    yield from prose(node.row["opinion"])
    yield line(of(material, "indicator", node.row, "评分依据"))


def points(material: Material, indicator: Row) -> Iterator[Piece]:
    """分值5.00分，得2.08分，失2.92分。"""
    node = material.evaluation.index.get(indicator["id"])
    if node is None or node.absent:
        yield "该指标不适用，不计入总分。" if node is not None else ""
        return
    source = ("indicator", node.id, "得分")
    yield "分值未填" if node.weight is None else f"分值{node.weight:f}分"
    if node.score is None:
        yield from ("，", Run("尚未评分", source), "。")
        return
    yield from ("，得", Run(f"{node.score:f}", source), "分")
    if node.lost:
        yield from ("，失", Run(f"{node.lost:f}", ("indicator", node.id, "失分")), "分")
    yield "。"


def explained(material: Material, indicator: Row) -> Iterator[Piece]:
    """Why an indicator has its score, as the panel beside the tree says it."""
    node = material.evaluation.index.get(indicator["id"])
    if node is not None and node.explanation.text:
        yield Run(node.explanation.text, ("indicator", indicator["id"], "override"))


def evidence(material: Material, indicator: Row) -> Iterator[Piece]:
    """What was found and how it was calculated; the rule stands in the score table."""
    node = material.evaluation.index.get(indicator["id"])
    if node is not None and not node.absent:
        text = replace(node.explanation, rule_line="", score_line="", score="").text
        if text:
            yield Run(text, ("indicator", indicator["id"], "override"))
