"""The columns of the indicator tree, and what a node's cells say."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt

from models import kinds
from models.evaluation import Node, Role
from models.measure import method
from ui.grid.columns import Bar, Cell
from ui.words import in_chinese, worded

RULE_MEASURES = {
    "points": QT_TRANSLATE_NOOP("IndicatorTree", "要点"),
    "yesno": QT_TRANSLATE_NOOP("IndicatorTree", "是否"),
    "bands": QT_TRANSLATE_NOOP("IndicatorTree", "定性"),
    "experts": QT_TRANSLATE_NOOP("IndicatorTree", "专家"),
    "manual": QT_TRANSLATE_NOOP("IndicatorTree", "评分"),
}
MEASURE_FIELDS = ("measure", "formula", "rule", "parameters", "survey")
VALUE_FIELDS = ("value", "target", "state", "attainment", "share")
RIGHT, LEFT, CENTER = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class TreeColumn:
    """One column: its width, and the fields whose problems are marked in it ("" for the whole row's)."""

    key: str
    title: str
    width: int
    align: Qt.AlignmentFlag
    marks: tuple[str, ...] = ()


def tree_columns() -> tuple[TreeColumn, ...]:
    """The columns in their order; the first takes the rest of the width."""

    def say(text: str) -> str:
        return QCoreApplication.translate("IndicatorTree", text)

    def room(chinese: int, other: int) -> int:
        return chinese if in_chinese() else other

    return (
        TreeColumn("name", say("指标"), 330, LEFT, ("name", "code", "parent", "explanation", "criteria")),
        TreeColumn("weight", say("分值"), 62, RIGHT, ("weight",)),
        TreeColumn(
            "measure", say("计量"), room(42, 66), LEFT, ("measure", "formula", "rule", "parameters", "survey")
        ),
        TreeColumn(
            "value", say("完成值"), room(72, 84), RIGHT, ("value", "target", "state", "attainment", "share")
        ),
        TreeColumn("score", say("得分"), 54, RIGHT, ("", "override", "override_reason", "opinion")),
        TreeColumn("bar", say("分值与得分"), room(128, 84), LEFT),
        TreeColumn("lost", say("失分"), 62, RIGHT),
        TreeColumn("findings", say("问题"), room(56, 70), CENTER),
        TreeColumn("evidence", say("佐证"), room(40, 48), CENTER),
    )


def shown_points(value: Decimal | None) -> str:
    """Points as the tree shows them; nothing for None."""
    return "" if value is None else kinds.show_number(value)


def has_loss(node: Node) -> bool:
    """Whether an indicator or branch loses points for certain."""
    return node.role is not Role.POINT and node.lost > 0


def is_open(node: Node) -> bool:
    """Whether a leaf or 要点 still waits for its score."""
    return node.score is None and not node.absent and node.role is not Role.BRANCH


def loses(node: Node) -> bool:
    """Whether points are lost or still open."""
    return node.lost > 0 or node.open_points > 0


def measure_words(node: Node) -> str:
    """What stands in the column 计量: how the value comes about, in one word."""
    if node.role is not Role.LEAF:
        return ""
    rule = node.row["rule"] or ("points" if node.children else "")
    if rule == "faults" and method(node.row) == "录入":
        return QCoreApplication.translate("IndicatorTree", "计数")
    return (
        QCoreApplication.translate("IndicatorTree", RULE_MEASURES[rule])
        if rule in RULE_MEASURES
        else worded(method(node.row))
    )


def typed_field(node: Node, key: str) -> str:
    """The field that is typed in a column of that node; empty where nothing is."""
    if key == "name" or (key == "weight" and node.role is Role.LEAF):
        return key
    if key == "measure" and node.role is Role.LEAF:
        return key
    if key == "value" and node.role is Role.POINT and not node.row["rule"] and not node.children:
        return "fulfilment"
    if key != "value" or node.role is not Role.LEAF or node.row["rule"] in ("points", "bands", "experts"):
        return ""
    return "value" if method(node.row) in ("录入", "日期", "无") and not node.row["formula"] else ""


def tried_score(node: Node, before: Node | None) -> Cell | None:
    """The score on a copy where something is tried, with the file's beside it; None where they agree."""
    old = before.score if before is not None else None
    if old == node.score:
        return None
    return Cell(f"{shown_points(node.score) or '—'} ⟵ {shown_points(old) or '—'}", node.score, "link")


def score_cell(node: Node) -> Cell:
    """The score; an adjusted one with the computed one beside it."""
    if node.adjusted and node.computed is not None:
        return Cell(f"{shown_points(node.score)} ⟵ {shown_points(node.computed)}", node.score, "doubt")
    return Cell(shown_points(node.score), node.score)


def bar_cell(node: Node) -> Cell:
    """The bar of weight and score; none for a 要点."""
    if node.weight is None or node.role is Role.POINT:
        return Cell()
    return Cell(bar=Bar(Fraction(node.weight), Fraction(node.score or 0)))
