"""The panel beside the indicator tree: why this score, measure and rule, 要点, history."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import kinds
from models.evaluation import Node, Role
from services.workspace import Change
from ui.context import Context
from ui.form import Form
from ui.grid.columns import Cell, Column, RowView
from ui.grid.grid import Grid
from ui.panels.adjust import AdjustBox
from ui.panels.detail import DetailPanel, Heading, column_of, fit_height, rule, scrolled, surface
from ui.panels.evidence_list import EvidenceList
from ui.panels.explanation import Explanation
from ui.panels.lost_points import LostPoints
from ui.panels.prose import ProseField
from ui.panels.row_history import RowHistory
from ui.panels.rule_form import RuleForm
from ui.panels.tree import FULFILMENTS

MEASURE_FIELDS = ("measure", "formula", "value", "unit", "target", "rule")
JUDGED_FIELDS = ("state", "attainment", "share", "survey")
NAMED_FIELDS = ("code", "name", "parent", "weight", "scorer", "explanation", "criteria")
NOWHERE = "-"
"""The id of no indicator: a branch has no 要点."""
POINT_FIELDS = ("code", "name", "weight", "fulfilment", "partial", "state", "explanation")


class PointsGrid(Grid):
    """The 要点 of one indicator; 1, 2 and 3 judge the current one."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """1 符合, 2 部分符合, 3 不符合, where no number is typed."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            word, row_id = FULFILMENTS.get(Qt.Key(event.key())), self.current_row_id()
            index = self.view.currentIndex()
            typed = self.model.columns[index.column()].name if index.isValid() else ""
            if word and row_id and typed in ("name", "fulfilment", "score"):
                self.context.typed("indicator", row_id, "fulfilment", word)
                return True
        return super().eventFilter(watched, event)


class IndicatorPanel(DetailPanel):
    """Follows the tree's current indicator."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.row_id = ""
        self._is_stale = False
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
        self.add_page("points", self.tr("要点"), self._points_page())
        self.add_page("history", self.tr("历史"), scrolled(column_of(context.look, 12, self.history)))
        context.changed.connect(self._follow)
        self.show_row("")

    def _why_page(self) -> QWidget:
        look = self.context.look
        opinion = Heading(look, self.tr("评价意见"), self.tr("写入报告得分表"))
        parts = (
            4, self.explanation, 4, self.adjust, 12, self.lost, 12, opinion, 6, self.opinion,
            12, Heading(look, self.tr("佐证")), 4, self.evidence,
        )  # fmt: skip
        return scrolled(column_of(look, *parts))

    def _measure_page(self) -> QWidget:
        look = self.context.look
        self.measure_form = Form(self.context, "indicator", MEASURE_FIELDS)
        self.rule_form = RuleForm(self.context)
        self.judged_form = Form(self.context, "indicator", JUDGED_FIELDS)
        self.named_form = Form(self.context, "indicator", NAMED_FIELDS)
        self.experts = Grid(
            self.context,
            "expert_score",
            [Column("person", width=110), Column("score", width=70), Column("reason", stretch=True)],
            scope={"indicator": None},
            entry_hint=self.tr("选择专家"),
        )
        fit_height(self.experts)
        self.expert_part = column_of(look, Heading(look, self.tr("专家评分")), 6, self.experts)
        parts = (
            12, self.measure_form, 12, self.rule_form, 12, self.expert_part,
             self.judged_form, 12, Heading(look, self.tr("名称和说明")), 6, self.named_form,
        )  # fmt: skip
        return scrolled(column_of(look, *parts))

    def _points_page(self) -> QWidget:
        look = self.context.look
        columns = (
            Column("name", self.tr("要点"), stretch=True),
            Column("weight", self.tr("占比 %"), 56),
            Column("fulfilment", self.tr("符合情况"), 76),
            Column("partial", self.tr("比例"), 64),
            Column("score", self.tr("得分"), 56, compute=_point_score, align=Qt.AlignmentFlag.AlignRight),
        )
        self.points = PointsGrid(
            self.context,
            "indicator",
            columns,
            scope={"parent": None},
            entry_hint=self.tr("在此输入新要点"),
        )
        self.point_form = Form(self.context, "indicator", POINT_FIELDS)
        self.points.rowSelected.connect(self._show_point)
        fit_height(self.points)
        self._point_area = scrolled(column_of(look, 12, self.point_form))
        page = surface()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.points)
        column.addWidget(rule(page))
        column.addWidget(self._point_area, 1)
        return page

    def _show_point(self, row_id: str) -> None:
        self.point_form.show_row(row_id)
        self._point_area.setVisible(bool(row_id))

    # What is shown

    def show_row(self, row_id: str) -> None:
        """Show that indicator; a 要点 is shown with its indicator's 要点 page."""
        changed = row_id != self.row_id
        self.row_id = row_id
        node = self._node()
        self._show_node(node)
        if changed or not row_id:
            for form in (self.measure_form, self.judged_form, self.named_form):
                form.show_row(row_id)
            for part in (self.rule_form, self.opinion, self.evidence, self.history, self.adjust):
                part.show_row(row_id)
            above = node.row["parent"] if node is not None and node.role is Role.POINT else row_id
            self.points.set_scope({"parent": above or None})
            self.experts.set_scope({"indicator": row_id or None})
            first = node.children[0].id if node is not None and node.children else ""
            self._show_point("")
            if node is None or node.role is Role.BRANCH:
                self.points.set_scope({"parent": NOWHERE})
                return
            self.points.select(row_id if node is not None and node.role is Role.POINT else first)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while another page was in front."""
        super().showEvent(event)
        if self._is_stale:
            self._follow(None)

    def _node(self) -> Node | None:
        return self.context.workspace.evaluation.index.get(self.row_id)

    def _follow(self, _change: Change | None) -> None:
        self._is_stale = not self.isVisible()
        if self._is_stale:
            return
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
        self.expert_part.setVisible(row["rule"] == "experts" or row["measure"] == "专家")
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


def _point_score(view: RowView) -> Cell:
    node = view.evaluation.index.get(view.row["id"])
    return Cell("" if node is None or node.score is None else kinds.show_number(node.score))
