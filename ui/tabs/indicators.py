"""指标: the scored tree at the left, and at the right why the current indicator has its score."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel

from models import kinds
from models.evaluation import Role
from services.workspace import Change
from ui.asking import Ask
from ui.panels.indicator_detail import IndicatorPanel
from ui.panels.tree import IndicatorTree
from ui.tab import Tab, Tool

WHOLE = 100


class IndicatorsTab(Tab):
    """The tree, the panel, and how many points are given out."""

    key = "indicators"
    tables = ("indicator", "expert_score")

    @property
    def title(self) -> str:
        """The words on the tab."""
        return self.tr("指标")

    def build(self) -> None:
        """Tool bar, tree and panel."""
        self.tree = IndicatorTree(self.context, self)
        self.panel = IndicatorPanel(self.context, self)
        bar = self.add_toolbar(
            [
                Tool("add", self.tr("新增指标"), self.tree.insert, self.tr("在当前指标后新增一项")),
                Tool("standards", self.tr("指标体系…"), self._ask_standards,
                     self.tr("选用、比较、保存和交换指标体系")),
                Tool("edited", self.tr("调整得分…"), self.panel.ask_adjustment),
                Tool("evidence", self.tr("附佐证…"), self._ask_evidence),
                None,
                Tool("filter", self.tr("只看失分"), self._toggle_lost, checkable=True),
                Tool("collapse", self.tr("折叠"), lambda: self.tree.expand_all(False)),
                Tool("expand", self.tr("展开"), lambda: self.tree.expand_all(True)),
            ],
            filter_hint=self.tr("筛选指标"),
        )
        self.sum_label = QLabel(bar)
        self.sum_label.setTextFormat(Qt.TextFormat.RichText)
        assert self.filter_field is not None
        filter_action = next(one for one in bar.actions() if bar.widgetForAction(one) is self.filter_field)
        bar.insertWidget(filter_action, self.sum_label)
        self.sum_label.setContentsMargins(0, 0, self.context.look.px(10), 0)
        self.filter_field.textChanged.connect(self.tree.model.set_filter)
        self.add_panes(self.tree, self.panel, (859, 500))
        self.tree.rowSelected.connect(self._row_selected)
        self.tree.activated.connect(self._activated)
        self.context.look.changed.connect(self._write_sum)
        self._only_lost = False
        leaf = next(iter(self.context.workspace.evaluation.leaves()), None)
        if leaf is not None:
            self.tree.select(leaf.id)
            QTimer.singleShot(0, self.tree.view.scrollToTop)

    def refresh(self, change: Change | None) -> None:
        """The sum of the weights; tree and panel follow by themselves."""
        self._write_sum()
        self.status.emit(*self.status_words())

    def _write_sum(self) -> None:
        weight = self.context.workspace.evaluation.weight
        whole = weight == WHOLE
        color = self.context.look.color("done" if whole else "error").name()
        shown = kinds.show_number(weight) + (" ✓" if whole else " ✗")
        words = self.tr("分值合计 {0}").format(f'<span style="color:{color};font-weight:600">{shown}</span>')
        muted = self.context.look.color("text2").name()
        self.sum_label.setText(f'<span style="color:{muted}">{words}</span>')
        self.sum_label.setAccessibleName(self.tr("分值合计 {0}").format(shown))

    def _toggle_lost(self) -> None:
        self._only_lost = not self._only_lost
        self.tree.model.show_only_lost(self._only_lost)

    def _ask_standards(self) -> None:
        from ui.standards.dialog import show_standards

        show_standards(self.context, Ask(self.context.look, self.context.settings, self), self)

    def _ask_evidence(self) -> None:
        if self.panel.evidence.row_id:
            self.panel.show_page("why")
            self.panel.evidence.ask()

    def _row_selected(self, row_id: str) -> None:
        self.panel.show_row(row_id)
        self.status.emit(*self.status_words())

    def _activated(self, row_id: str, key: str) -> None:
        """Enter on a computed cell goes to what it is made of."""
        if key == "findings":
            rows = self.context.records.of("deduction", "indicator", row_id)
            if len(rows) == 1:
                self.context.show_row("finding", rows[0]["finding"])
                return
        self.panel.show_page("measure" if key == "value" else "why")

    def show_row(self, table: str, row_id: str, field: str = "") -> None:
        """Go to an indicator, or to the indicator of an expert's score."""
        self.ensure_built()
        if table == "expert_score":
            row = self.context.records.get(table, row_id)
            row_id = row["indicator"] if row is not None else ""
            field = "measure"
        if not self.tree.select(row_id, field) and self.filter_field is not None:
            self.filter_field.clear()
            if self._only_lost:
                self._toggle_lost()
            self.tree.select(row_id, field)
        if field in ("rule", "parameters", "formula", "measure", "target", "survey", "parent"):
            self.panel.show_page("measure")
        elif field:
            self.panel.show_page("why")
        self.tree.view.setFocus()

    def status_words(self) -> tuple[str, str]:
        """What can be done here, and where one is."""
        if not self._is_built:
            return "", ""
        node = self.tree.current()
        if node is None:
            return self.tr("F2 编辑　得分由程序算出"), ""
        left = self.tr("得分由程序算出；要改请用“调整得分”，并写明理由")
        if node.role is Role.POINT:
            left = self.tr("按 1 符合　2 部分符合　3 不符合")
        return left, str(node.row["code"] or "")
