"""The panel beside the indicator tree: why this score, measure and rule, 要点, history."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QWidget

from models import kinds
from models.evaluation import Node, Role
from services.workspace import Change
from ui.context import Context
from ui.form import Form
from ui.panels.adjust import AdjustBox
from ui.panels.detail import DetailPanel, Heading, column_of, scrolled
from ui.panels.evidence_list import EvidenceList
from ui.panels.experts import ExpertBox
from ui.panels.explanation import Explanation
from ui.panels.lost_points import LostPoints
from ui.panels.measure_part import MeasurePart
from ui.panels.points import PointsPage
from ui.panels.prose import ProseField
from ui.panels.row_history import RowHistory
from ui.panels.rule_part import RulePart
from ui.panels.total_note import TotalNote

NAMED_FIELDS = ("code", "name", "parent", "weight", "scorer", "explanation", "criteria")


class IndicatorPanel(DetailPanel):
    """Follows the tree's current indicator."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.row_id = ""
        self.explanation = Explanation(context)
        self.adjust = AdjustBox(context)
        self.lost = LostPoints(context)
        self.opinion = ProseField(
            context, "indicator", "opinion", self.tr("写明得分的理由、扣分的事实和依据")
        )
        self.evidence = EvidenceList(context, "indicator")
        self.history = RowHistory(context, "indicator")
        self.add_page("why", self.tr("为什么是这个分"), self._why_page())
        self.add_page("measure", self.tr("计量与规则"), self._measure_page())
        self.points_page = PointsPage(context)
        self.points = self.points_page.grid
        self.add_page("points", self.tr("要点"), self.points_page)
        self.add_page("history", self.tr("历史"), scrolled(column_of(context.look, 12, self.history)))
        context.changed.connect(self._follow)
        self.show_row("")

    def _why_page(self) -> QWidget:
        look = self.context.look
        self.total_note = TotalNote(self.context)
        opinion = Heading(look, self.tr("评价意见"), self.tr("写入报告得分表"))
        parts = (
            4, self.explanation, 4, self.adjust, 12, self.lost, 12, opinion, 6, self.opinion,
            12, Heading(look, self.tr("佐证")), 4, self.evidence, 12, self.total_note,
        )  # fmt: skip
        return scrolled(column_of(look, *parts))

    def _measure_page(self) -> QWidget:
        look = self.context.look
        self.measure = MeasurePart(self.context)
        self.experts = ExpertBox(self.context)
        self.rule = RulePart(self.context)
        self.state_form = Form(self.context, "indicator", ("state",))
        self.named_form = Form(self.context, "indicator", NAMED_FIELDS)
        parts = (
            12, self.measure, self.experts, 12, self.rule, 6, self.state_form,
            12, Heading(look, self.tr("名称和说明")), 6, self.named_form,
        )  # fmt: skip
        return scrolled(column_of(look, *parts))

    # What is shown

    def show_row(self, row_id: str) -> None:
        """Show that indicator; a 要点 is shown with its indicator's 要点 page."""
        changed = row_id != self.row_id
        self.row_id = row_id
        node = self._node()
        self._show_node(node)
        if changed or not row_id:
            parts = (
                self.measure, self.rule, self.experts, self.state_form, self.named_form,
                self.opinion, self.evidence, self.history, self.adjust,
            )  # fmt: skip
            for part in parts:
                part.show_row(row_id)
            self._show_points(node)
            for page in self.findChildren(QScrollArea):
                page.verticalScrollBar().setValue(0)

    def _show_points(self, node: Node | None) -> None:
        if node is None or node.role is Role.BRANCH:
            self.points_page.show_points("", "")
        elif node.role is Role.POINT:
            self.points_page.show_points(str(node.row["parent"]), node.id)
        else:
            self.points_page.show_points(node.id, node.children[0].id if node.children else "")

    def _node(self) -> Node | None:
        return self.context.evaluation.index.get(self.row_id)

    def _follow(self, _change: Change) -> None:
        node = self._node()
        if node is None:
            self.show_row("")
        else:
            self._show_node(node)

    def _show_node(self, node: Node | None) -> None:
        self.explanation.show_node(node)
        self.lost.show_node(node)
        if node is None:
            self.set_heading(self.tr("没有选中指标"), self.tr("在左边选一项，这里说明它的得分"))
            self.set_aside("")
            return
        row = node.row
        is_judged = node.role is not Role.BRANCH
        self.measure.setVisible(is_judged)
        self.rule.setVisible(is_judged)
        by_experts = row["rule"] == "experts" or row["measure"] == "专家"
        self.experts.setVisible(is_judged and by_experts)
        self.set_heading("　".join(word for word in (row["code"], row["name"]) if word), self._facts(node))
        self.set_aside(self.tr("未评") if node.score is None else kinds.show_number(node.score))
        takes_points = node.role is Role.POINT or (node.role is Role.LEAF and row["rule"] in (None, "points"))
        self.points.setEnabled(takes_points)
        self.set_count("points", sum(child.role is Role.POINT for child in node.children))

    def _facts(self, node: Node) -> str:
        records, seen = self.context.records, {node.id}
        above: list[str] = []
        parent = records.get("indicator", node.row["parent"])
        while parent is not None and parent["id"] not in seen:
            above.insert(0, str(parent["name"] or ""))
            seen.add(parent["id"])
            parent = records.get("indicator", parent["parent"])
        words = [" › ".join(above)]
        if node.weight is not None:
            words.append(self.tr("分值 {0}").format(kinds.show_number(node.weight)))
        if node.lost > 0:
            words.append(self.tr("失分 {0}").format(kinds.show_number(node.lost)))
        if node.open_points > 0:
            words.append(self.tr("未评 {0}").format(kinds.show_number(node.open_points)))
        return "　".join(word for word in words if word)

    def ask_adjustment(self) -> None:
        """Open the box for the evaluator's own score."""
        self.show_page("why")
        self.adjust.ask()
