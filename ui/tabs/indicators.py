"""指标: the scored tree at the left, and at the right why the current indicator has its score."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QVBoxLayout, QWidget

from models import kinds, weights
from models.evaluation import Role
from models.sources import Pair
from services.workspace import Change
from ui.asking import Ask
from ui.messages import Choice, EmptyState
from ui.panels.detail import surface
from ui.panels.indicator_detail import IndicatorPanel
from ui.panels.sensitivity import SensitivityPanel
from ui.panels.tree import IndicatorTree
from ui.panels.weights import WeightNotes
from ui.tab import Tab, Tool
from ui.trying import toggle


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
        self.panel.set_empty(surface(self.panel))
        bar = self.add_toolbar(
            [
                Tool("add", self.tr("新增指标"), self.tree.insert, self.tr("在当前指标后新增一项")),
                Tool(
                    "standards",
                    self.tr("指标体系…"),
                    self._ask_standards,
                    self.tr("选用、比较、保存和交换指标体系"),
                ),
                Tool(
                    "what-if",
                    self.tr("假设"),
                    lambda: toggle(self.context),
                    self.tr("在副本上试改，看总分和等次怎样变，再决定是否保留"),
                    checkable=True,
                ),
                Tool("edited", self.tr("调整得分…"), self.panel.ask_adjustment),
                self.evidence_tool(),
                None,
                Tool("filter", self.tr("只看失分"), self._toggle_lost, checkable=True),
                Tool(
                    "sort",
                    self.tr("敏感性"),
                    self._toggle_sensitivity,
                    self.tr("哪些人工评定会改变等次"),
                    checkable=True,
                ),
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
        self.add_panes(self._left(), self.panel, (859, 500), (1333, 580))
        self.tree.rowSelected.connect(self._row_selected)
        self.tree.activated.connect(self._activated)
        self.context.look.changed.connect(self._write_sum)
        self.context.tried.connect(self._follow_trial)
        self._only_lost = False
        leaf = next(iter(self.context.evaluation.leaves()), None)
        if leaf is not None:
            self.tree.select(leaf.id)
            QTimer.singleShot(0, self.tree.view.scrollToTop)

    def _empty(self) -> QFrame:
        page = surface(self)
        column = QVBoxLayout(page)
        choices = [
            Choice(self.tr("指标体系…"), self._ask_standards),
            Choice(self.tr("新增指标"), self.tree.insert),
        ]
        empty = EmptyState(
            self.context.look,
            "indicator",
            self.tr("还没有指标"),
            self.tr("选用一套指标体系，或者自己新增指标"),
            [] if self.context.workspace.project.read_only else choices,
            parent=page,
        )
        column.addWidget(empty)
        return page

    def _left(self) -> QWidget:
        """What is off about the weights, the tree, and what would move the grade."""
        self.notes = WeightNotes(self.context, self.tree.weights, self)
        self.sensitivity = SensitivityPanel(self.context, self)
        self.sensitivity.hide()
        self.sensitivity.closed.connect(self._toggle_sensitivity)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notes)
        self.middle = QStackedWidget(left)
        self.middle.addWidget(self.tree)
        self.middle.addWidget(self._empty())
        column.addWidget(self.middle, 1)
        column.addWidget(self.sensitivity)
        return left

    def tool(self, text: str) -> QAction:
        """The tool bar's action with these words."""
        assert self.toolbar is not None
        return next(action for action in self.toolbar.actions() if action.text() == text)

    def _follow_trial(self) -> None:
        self.tool(self.tr("假设")).setChecked(self.context.trial is not None)

    def _toggle_sensitivity(self) -> None:
        shown = self.sensitivity.isHidden()
        self.sensitivity.setVisible(shown)
        QTimer.singleShot(0, lambda: self.tree.view.scrollTo(self.tree.view.currentIndex()))
        self.tool(self.tr("敏感性")).setChecked(shown)

    def refresh(self, change: Change | None) -> None:
        """The sum of the weights; tree and panel follow by themselves."""
        is_empty = not self.context.records.live("indicator")
        self.panel.show_empty(is_empty)
        self.middle.setCurrentIndex(1 if is_empty else 0)
        self._write_sum()
        self.status.emit(*self.status_words())

    def _write_sum(self) -> None:
        look, records = self.context.look, self.context.records
        total = kinds.round_half_up(weights.weighing(records).total)
        whole = total == weights.WHOLE
        color = look.color("done" if whole else "error").name()
        shown = kinds.show_number(total) + (" ✓" if whole else " ✗")
        words = self.tr("分值合计 {0}")
        parts = [words.format(f'<span style="color:{color};font-weight:600">{shown}</span>')]
        spoken = [words.format(shown)]
        effects, tip = weights.effects(records), ""
        if effects is not None and effects < weights.EFFECTS:
            low = self.tr("产出+效益 {0} ◆").format(kinds.show_number(kinds.round_half_up(effects)))
            parts.append(f'<span style="color:{look.color("doubt").name()}">{low}</span>')
            spoken.append(low)
            tip = self.tr("产出和效益指标的分值合计低于 60")
        muted = look.color("text2").name()
        self.sum_label.setText(f'<span style="color:{muted}">{"　".join(parts)}</span>')
        self.sum_label.setAccessibleName("　".join(spoken))
        self.sum_label.setToolTip(tip)

    def _toggle_lost(self) -> None:
        self._only_lost = not self._only_lost
        self.tree.model.show_only_lost(self._only_lost)

    def _ask_standards(self) -> None:
        from ui.standards.dialog import show_standards

        show_standards(self.context, Ask(self.context.look, self.context.settings, self), self)

    def row_shown(self) -> Pair | None:
        """The indicator in the panel."""
        return self.panel.evidence.place

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
