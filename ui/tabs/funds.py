"""资金: the funds with quota, paid, balance and rate; the rates and their bases; the selected fund beside."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from models.facts import fund_of_milestone
from models.sources import Pair
from services.workspace import Change
from ui.grid.grid import Grid
from ui.messages import Choice, EmptyState
from ui.panels.detail import Sheltered, fit_height, surface
from ui.panels.fund_columns import WIDE, fund_columns
from ui.panels.fund_detail import FundDetail
from ui.panels.locked import lock
from ui.panels.rates import RatesPanel
from ui.tab import Tab, Tool
from ui.words import calculated, worded

ROOM, LEAST = 1100, 170


class FundsTab(Tab):
    """Funds and rates at the left, the selected fund at the right."""

    key = "funds"
    tables = ("fund", "allocation", "expense", "objective", "milestone")
    has_project_figures = True

    @property
    def title(self) -> str:
        """The words on the tab."""
        return self.tr("资金")

    def build(self) -> None:
        """Grid and rates, and the panel of the selected fund."""
        self.grid = Grid(
            self.context,
            "fund",
            fund_columns(),
            entry_hint=self.tr("在此输入新项目，或从 Excel 粘贴"),
            total_label=self.tr("合计"),
            parent=self,
        )
        fit_height(self.grid, self.context.look.px(LEAST))
        self.rates = RatesPanel(self.context, self)
        self.detail = FundDetail(self.context, self)
        self.detail.set_empty(self._empty())
        bar = self.add_toolbar(self._tools(), filter_hint=self.tr("筛选资金项目"))
        lock(self.context, bar.actions())
        self.attach_grid(lambda: self.grid)
        left = surface(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.grid, 1)
        column.addWidget(Sheltered(self.rates))
        column.addStretch(0)
        self.add_panes(left, self.detail, (889, 470), (1373, 540))
        self.grid.rowSelected.connect(self._selected)
        self.grid.activated.connect(self._open)
        self.grid.selectionSummary.connect(lambda _text: self.status.emit(*self.status_words()))
        self._choose_first()
        self.context.look.changed.connect(self._restyle)

    def _tools(self) -> list[Tool | None]:
        tr = self.tr
        return [
            Tool("add", tr("新增项目"), self.grid.insert_row, tr("在末尾新增一个资金项目")),
            Tool("paste", tr("粘贴"), self.grid.paste, tr("从 Excel 粘贴到当前格　Ctrl+V")),
            Tool("import", tr("导入…"), self.context.importRequested.emit, tr("导入 Excel、CSV、Word 表格")),
            None,
            self.evidence_tool(),
            Tool("void", tr("作废…"), self.grid.delete_rows, tr("作废选中的项目，须写明原因")),
        ]

    def _empty(self) -> EmptyState:
        return EmptyState(
            self.context.look,
            "money",
            self.tr("还没有资金项目"),
            self.tr("在左边末行输入项目名称，或从 Excel 复制表格后粘贴"),
            [Choice(self.tr("新增项目"), self.grid.insert_row), Choice(self.tr("粘贴"), self.grid.paste)],
            parent=self.detail,
        )

    def _restyle(self) -> None:
        self.refresh(None)

    def refresh(self, change: Change | None) -> None:
        """Rates and panel follow; grids and forms do by themselves."""
        self.rates.refresh(change)
        self.detail.refresh(change)

    def show_row(self, table: str, row_id: str, field: str = "") -> None:
        """Bring a fund, or a row of one, into view."""
        self.ensure_built()
        if table == "project":
            return
        fund = self._fund_of(table, row_id)
        if not self.grid.select(fund, field if table == "fund" else "") and self.filter_field is not None:
            self.filter_field.show_all()
            self.grid.select(fund, field if table == "fund" else "")
        self.detail.show_fund(fund)
        self.enter_panel(self.detail.show_row(table, row_id, field))

    def row_shown(self) -> Pair | None:
        """The fund in the panel."""
        return "fund", self.detail.fund

    def status_words(self) -> tuple[str, str]:
        """How the current cell comes about, and what is selected."""
        if not self._is_built:
            return "", ""
        unit = self.tr("单位：{0}").format(worded(self.context.records.money_unit))
        return self._about_cell(), f"{self.grid.summary()}　　{unit}".strip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show more columns where there is room."""
        super().resizeEvent(event)
        if self._is_built:
            self._use_room()

    # Parts

    def _use_room(self) -> None:
        is_wide = self.width() >= self.context.look.px(ROOM + 470)
        self.grid.layout_of.give_way(() if is_wide else WIDE)

    def _choose_first(self) -> None:
        self._use_room()
        rows = self.context.records.live("fund")
        if rows:
            self.grid.select(rows[0]["id"], "name")

    def _fund_of(self, table: str, row_id: str) -> str:
        records = self.context.records
        row = records.get(table, row_id)
        if table == "fund" or row is None:
            return row_id
        return (fund_of_milestone(records, row) if table == "milestone" else row["fund"]) or ""

    def _selected(self, row_id: str) -> None:
        if row_id or not self.context.records.live("fund"):
            self.detail.show_fund(row_id)
        self.status.emit(*self.status_words())

    def _about_cell(self) -> str:
        index = self.grid.view.currentIndex()
        fund = self.grid.current_row_id()
        facts = self.context.evaluation.facts.funds.get(fund)
        if not index.isValid() or facts is None:
            return self.tr("F2 编辑　Ctrl+V 从 Excel 粘贴　Ctrl+D 向下填充")
        column = self.grid.model.columns[index.column()]
        names = {
            "quota": "总指标", "paid": "已支付", "balance": "结余", "rate": "预算执行率",
            "initial": "年初预算", "added": "预算追加", "carried": "上年结转",
        }  # fmt: skip
        if column.name not in names:
            return self.tr("F2 编辑　Ctrl+V 从 Excel 粘贴　Ctrl+D 向下填充")
        fact = facts[names[column.name]]
        code = self.context.records.key_of("fund", self.context.records.get("fund", fund) or {})
        why = calculated(fact.reason or fact.calculation)
        return self.tr("{0} · {1}　由{2}算出，不可直接改　Enter 打开明细").format(code, column.title, why)

    def _open(self, row_id: str, column: str) -> None:
        """Enter on a computed figure leads to the rows it is made of."""
        facts = self.context.evaluation.facts.funds.get(row_id)
        if facts is None:
            return
        if column in ("paid", "rate", "difference", "balance"):
            sources = facts["已支付"].sources
            if sources and sources[0][0] == "payment":
                self.context.show_row(*sources[0])
            else:
                self.detail.show_page("expense")
                self.detail.expenses.view.setFocus()
        else:
            self.detail.show_page("allocation")
            self.detail.allocations.view.setFocus()
