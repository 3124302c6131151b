"""The selected fund: its problems, granting documents and payments by group, spending, targets, texts."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from models.checks import Problem
from models.facts import fund_of_milestone
from models.fields import Row
from models.records import Records
from services.workspace import Change
from ui.context import Context
from ui.form import Form
from ui.grid.columns import Cell, Column
from ui.grid.grid import Grid
from ui.panels.detail import DetailPanel, Heading, column_of, fit_height, scrolled, surface
from ui.panels.evidence_list import EvidenceList
from ui.panels.fund_columns import declared_column, group_column
from ui.panels.payments import money_cell
from ui.panels.row_messages import RowMessages
from ui.panels.self_evaluation import SelfEvaluation
from ui.words import worded

RIGHT = Qt.AlignmentFlag.AlignRight
PAGES = {
    "allocation": "allocation",
    "contract_group": "allocation",
    "expense": "expense",
    "objective": "objective",
    "milestone": "milestone",
}
TEXTS = (
    "code", "name", "short_name", "implementer", "category", "content", "goal", "implementation", "result",
    "inspected_amount", "declared_quota", "declared_paid", "declared_balance", "declared_contracts",
    "declared_rate",
)  # fmt: skip


class FundDetail(DetailPanel):
    """The panel of one fund."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.fund = ""
        self.messages = {key: RowMessages(context, self) for key in ("allocation", "milestone", "expense")}
        self._build_money_page()
        self._build_expense_page()
        self._build_objective_page()
        self._build_milestone_page()
        self.form = Form(context, "fund", TEXTS)
        self.evidence = EvidenceList(context, "fund", ("allocation", "expense", "objective", "milestone"))
        heading = Heading(context.look, self.tr("佐证"))
        texts = column_of(context.look, 10, self.form, 14, heading, 6, self.evidence)
        self.add_page("texts", self.tr("立项与实施"), scrolled(texts))
        self.self_evaluation = SelfEvaluation(context, self)
        self.self_evaluation.opened.connect(lambda row, field: self.show_row("objective", row, field))
        self.add_page("self", self.tr("自评表"), self.self_evaluation)
        self.grids: dict[str, Grid] = {
            "allocation": self.allocations,
            "contract_group": self.groups,
            "expense": self.expenses,
            "objective": self.objectives,
            "milestone": self.milestones,
        }
        self.show_fund("")

    # Pages

    def _build_money_page(self) -> None:
        look, scope = self.context.look, {"fund": ""}
        self.allocations = Grid(
            self.context,
            "allocation",
            [
                Column("document_number", stretch=True, total_cell=lambda *_: Cell(self.tr("总指标"))),
                Column("issued_on", width=84),
                Column("kind", width=76),
                Column("amount", width=76, total=True, total_cell=self._quota_cell),
            ],
            scope=scope,
            entry_hint=self.tr("新指标文"),
            total_label=self.tr("总指标"),
            parent=self,
        )
        self.groups = self._group_grid("本年已付", self.tr("付款合计"), "declared_paid", self.tr("新分组"))
        self.group_amounts = self._group_grid("合同金额", self.tr("合同合计"), "declared_amount", "")
        for grid in (self.allocations, self.groups, self.group_amounts):
            fit_height(grid)
        self.rest = QLabel(self)
        self.rest.setProperty("role", "note")
        self.rest.setWordWrap(True)
        self.allocation_form = Form(
            self.context,
            "allocation",
            ("project_item", "source", "policy_driven", "received_amount", "received_on", "remark"),
        )
        self.allocation_title = Heading(look, self.tr("指标文详情"), "", self)
        self.allocations.rowSelected.connect(self._show_allocation)
        self.group_parts = column_of(
            look,
            Heading(look, self.tr("本年支付构成"), self.tr("按合同项目分组")), 6, self.groups, 4, self.rest,
            14, Heading(look, self.tr("合同金额构成"), self.tr("按合同项目分组")), 6, self.group_amounts,
        )  # fmt: skip
        page = column_of(
            look, 10, self.messages["allocation"], 12, self.allocations,
            8, self.allocation_title, 6, self.allocation_form, 6, self.group_parts,
        )  # fmt: skip
        self.add_page("allocation", self.tr("资金指标"), scrolled(page))

    def _group_grid(self, fact: str, title: str, declared: str, hint: str) -> Grid:
        grid = Grid(
            self.context,
            "contract_group",
            [
                Column("name", self.tr("分组"), stretch=True),
                group_column(fact, title, declared),
                declared_column(fact, self.tr("申报"), declared, lambda: self.fund),
            ],
            scope={"fund": ""},
            entry_hint=hint,
            total_label=self.tr("合计"),
            parent=self,
        )
        grid.activated.connect(self._open_group)
        grid.view.verticalHeader().setVisible(bool(hint))
        return grid

    def _build_expense_page(self) -> None:
        self.expenses = Grid(
            self.context,
            "expense",
            [
                Column("name", width=160),
                Column("amount", width=76, total=True),
                Column("quantity", width=60),
                Column("standard", width=60),
                Column("paid_on", width=84),
                Column("group", width=90),
                Column("economic_class", width=110),
                Column("payee", width=110),
                Column("voucher", width=80),
                Column("remark", width=120),
            ],
            scope={"fund": ""},
            entry_hint=self.tr("新支出"),
            total_label=self.tr("合计"),
            parent=self,
        )
        self.add_page("expense", self.tr("支出"), self._filled("expense", self.expenses))

    def _build_objective_page(self) -> None:
        names = {
            "name": 150, "operator": 44, "target": 74, "actual": 74, "unit": 54, "attainment": 80,
            "weight": 52, "score": 52, "level1": 80, "level2": 80, "reason": 180,
        }  # fmt: skip
        titles = {"target": self.tr("指标值"), "actual": self.tr("完成值"), "unit": self.tr("单位")}
        self.objectives = Grid(
            self.context,
            "objective",
            [Column(name, titles.get(name, ""), width) for name, width in names.items()],
            scope={"fund": ""},
            entry_hint=self.tr("新目标"),
            parent=self,
        )
        self.add_page("objective", self.tr("绩效目标"), self.objectives)

    def _build_milestone_page(self) -> None:
        names = {"kind": 84, "name": 140, "planned_on": 84, "actual_on": 84, "contract": 140, "remark": 120}
        self.milestones = Grid(
            self.context,
            "milestone",
            [Column(name, width=width) for name, width in names.items()],
            rows=self._milestone_rows,
            defaults=lambda: {"fund": self.fund},
            entry_hint=self.tr("新里程碑"),
            parent=self,
        )
        self.add_page("milestone", self.tr("里程碑"), self._filled("milestone", self.milestones))

    def _filled(self, key: str, grid: Grid) -> QWidget:
        """Messages above a grid that takes the height that is left."""
        page = surface(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        margin, gap = self.context.look.px(16), self.context.look.px(10)
        self.messages[key].setContentsMargins(margin, gap, margin, gap)
        column.addWidget(self.messages[key])
        column.addWidget(grid, 1)
        return page

    # What is shown

    def show_fund(self, fund: str) -> None:
        """Show a fund; nothing for an empty id."""
        changed, self.fund = fund != self.fund, fund
        if changed:
            for grid in (self.allocations, self.groups, self.group_amounts, self.expenses, self.objectives):
                grid.set_scope({"fund": fund})
            self.milestones.model.reload()
            self.form.show_row(fund)
            self.self_evaluation.show_fund(fund)
            self.evidence.show_row(fund)
            self._show_allocation("")
        self.pages.setEnabled(bool(fund))
        self.refresh(None)

    def refresh(self, change: Change | None) -> None:
        """Heading, counts and messages as they stand; grids and forms follow by themselves."""
        records = self.context.records
        row = records.get("fund", self.fund)
        self.show_empty(not records.live("fund"))
        if row is None:
            self.set_heading(self.tr("没有选中项目"), "")
            return
        name = row["short_name"] or row["name"] or self.tr("未命名")
        self.set_heading(f"{row['code'] or ''}　{name}".strip(), self._facts_line(row))
        for key in ("allocation", "expense", "objective"):
            self.set_count(key, len(records.of(key, "fund", self.fund)))
        self.set_count("milestone", len(self._milestone_rows(records)))
        self._show_messages()
        self._show_rest(records)
        self.self_evaluation.refresh(change)

    def show_row(self, table: str, row_id: str, field: str) -> Grid | None:
        """Bring one of the fund's rows, or one of its own fields, into view; the grid with that row."""
        if table == "fund":
            if field in ("declared_contracts", *TEXTS[5:10]):
                self.show_page("texts")
            return None
        self.show_page(PAGES[table])
        grid = self.grids[table]
        if field == "declared_amount":
            grid = self.group_amounts
        grid.reveal(row_id, field)
        return grid

    def _facts_line(self, row: Row) -> str:
        facts = self.context.evaluation.facts.funds.get(row["id"])
        words = [worded(row["category"] or ""), row["implementer"]]
        if facts and facts["合同数"].value:
            amount = money_cell(self.context.records, facts["合同金额"].value).text
            unit = worded(self.context.records.money_unit)
            words.append(self.tr("{0} 份合同 {1} {2}").format(facts["合同数"].shown, amount, unit))
        return " · ".join(word for word in words if word)

    def _show_messages(self) -> None:
        records = self.context.records
        found: dict[str, list[Problem]] = {key: [] for key in self.messages}
        groups = {row["id"] for row in records.of("contract_group", "fund", self.fund)}
        milestones = {row["id"] for row in self._milestone_rows(records)}
        for problem in self.context.problems:
            place = problem.place
            row = records.get(place.table, place.row) or {}
            is_own = place.table in ("allocation", "expense") and row.get("fund") == self.fund
            if place.row == self.fund or place.row in groups or (is_own and place.table == "allocation"):
                found["allocation"].append(problem)
            elif is_own:
                found["expense"].append(problem)
            elif place.row in milestones:
                found["milestone"].append(problem)
        for key, problems in found.items():
            self.messages[key].show_problems(problems)

    def _show_rest(self, records: Records) -> None:
        """What was paid outside the groups: single contracts and spending without a contract."""
        facts = self.context.evaluation.facts
        own = facts.funds.get(self.fund)
        groups = [facts.groups[row["id"]] for row in records.of("contract_group", "fund", self.fund)]
        self.group_parts.setVisible(bool(groups))
        inside = sum((one["本年已付"].value or Fraction(0) for one in groups), Fraction(0))
        paid = own["已支付"].value if own else None
        outside = paid - inside if paid is not None else Fraction(0)
        amount = money_cell(records, outside).text
        self.rest.setText(self.tr("另有分组以外的付款和支出 {0}").format(amount) if outside else "")
        self.rest.setVisible(bool(outside))

    def _quota_cell(self, records: Records, evaluation: object) -> Cell:
        facts = self.context.evaluation.facts.funds.get(self.fund)
        return money_cell(records, facts["总指标"].value) if facts else Cell()

    def _milestone_rows(self, records: Records) -> list[Row]:
        if not self.fund:
            return []
        return [row for row in records.live("milestone") if fund_of_milestone(records, row) == self.fund]

    def _show_allocation(self, row_id: str) -> None:
        self.allocation_form.show_row(row_id)
        self.allocation_form.setVisible(bool(row_id))
        self.allocation_title.setVisible(bool(row_id))
        self.allocation_title.note.setText(self.context.records.title("allocation", row_id))

    def _open_group(self, group: str, _column: str) -> None:
        contracts = self.context.records.of("contract", "group", group)
        if contracts:
            self.context.show_row("contract", contracts[0]["id"])
