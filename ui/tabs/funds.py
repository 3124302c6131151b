"""资金: the funds with quota, paid, balance and rate; the rates and their bases; the selected fund beside."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from models import figures
from models.evaluation import Evaluation
from models.facts import fund_of_milestone
from models.figures import Fact
from models.records import Records
from services.workspace import Change
from ui.grid.columns import Cell, Column, RowView
from ui.grid.grid import Grid
from ui.messages import Choice, EmptyState
from ui.panels.detail import fit_height, surface
from ui.panels.fund_detail import FundDetail
from ui.panels.locked import lock
from ui.panels.payments import money_cell
from ui.panels.rates import RatesPanel
from ui.tab import Tab, Tool

RIGHT, CENTER = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
WIDE = ("initial", "added", "carried")
ROOM = 1100


def fact_cell(records: Records, fact: Fact) -> Cell:
    """A fact as a cell: money in the project's unit, a rate with its sign, — where it cannot be known."""
    if fact.value is None:
        return Cell("—", None, "muted")
    if fact.kind.value == "money":
        return money_cell(records, fact.value)
    return Cell(fact.shown, fact.value)


def fact_column(name: str, title: str, fact: str, width: int, *marks: str) -> Column:
    """A computed figure of each fund, and of the whole project in the total row."""

    def compute(view: RowView) -> Cell:
        facts = view.evaluation.facts.funds.get(view.row["id"])
        return fact_cell(view.records, facts[fact]) if facts else Cell()

    def total(records: Records, evaluation: Evaluation) -> Cell:
        return fact_cell(records, evaluation.facts.project[fact])

    return Column(name, title, width, compute=compute, total_cell=total, align=RIGHT, marks=marks)


def gap_of(paid: Fraction | None, declared: Fraction | None) -> Fraction | None:
    """What the rows give less what the unit declared; None where either is missing."""
    return None if paid is None or declared is None else paid - declared


def gap_cell(records: Records, gap: Fraction | None) -> Cell:
    """A difference with its sign, in doubt colours; a dash where both agree."""
    if gap is None:
        return Cell()
    if gap == 0:
        return Cell("–", gap, "muted")
    shown = money_cell(records, gap)
    return Cell(f"+{shown.text}" if gap > 0 else shown.text, shown.sort, "doubt")


def _declared_gap(view: RowView) -> Fraction | None:
    facts = view.evaluation.facts.funds.get(view.row["id"])
    return gap_of(facts["已支付"].value if facts else None, figures.in_wan(view.row["declared_paid"]))


def _declared_total(records: Records) -> Fraction | None:
    said = [figures.in_wan(fund["declared_paid"]) for fund in records.live("fund")]
    known = [each for each in said if each is not None]
    return sum(known, Fraction(0)) if known else None


def _total_gap(records: Records, evaluation: Evaluation) -> Cell:
    if any(fund["declared_paid"] is None for fund in records.live("fund")):
        return Cell()
    return gap_cell(records, gap_of(evaluation.facts.project["已支付"].value, _declared_total(records)))


def fund_columns(tr: Callable[[str], str]) -> list[Column]:
    """The columns of the funds grid; those of `WIDE` show where there is room."""

    def name_total(records: Records, evaluation: Evaluation) -> Cell:
        return Cell(tr("合计　{0} 项").format(len(records.live("fund"))))

    return [
        Column("code", width=40, total_cell=lambda records, evaluation: Cell()),
        Column("name", stretch=True, total_cell=name_total, marks=("", *NAME_MARKS)),
        Column("category", tr("类别"), 48, align=CENTER),
        fact_column("initial", tr("年初预算"), "年初预算", 82),
        fact_column("added", tr("预算追加"), "预算追加", 82),
        fact_column("carried", tr("上年结转"), "上年结转", 82),
        fact_column("quota", tr("总指标"), "总指标", 82, "declared_quota"),
        fact_column("paid", tr("已支付"), "已支付", 82, "declared_paid"),
        fact_column("balance", tr("结余"), "结余", 74, "declared_balance"),
        fact_column("rate", tr("执行率"), "预算执行率", 76, "declared_rate"),
        Column(
            "declared_paid",
            width=88,
            tone=lambda view: "doubt" if _declared_gap(view) else "",
            total_cell=lambda records, evaluation: money_cell(records, _declared_total(records)),
        ),
        Column(
            "difference",
            tr("差额"),
            58,
            compute=lambda view: gap_cell(view.records, _declared_gap(view)),
            total_cell=_total_gap,
            align=RIGHT,
        ),
    ]


NAME_MARKS = ("declared_contracts", "inspected_amount", "short_name", "implementer")


class FundsTab(Tab):
    """Funds and rates at the left, the selected fund at the right."""

    key = "funds"
    tables = ("fund", "allocation", "expense", "objective", "milestone")

    @property
    def title(self) -> str:
        """The words on the tab."""
        return self.tr("资金")

    def build(self) -> None:
        """Grid and rates, and the panel of the selected fund."""
        self.grid = Grid(
            self.context,
            "fund",
            fund_columns(self.tr),
            entry_hint=self.tr("在此输入新项目，或从 Excel 粘贴"),
            total_label=self.tr("合计"),
            parent=self,
        )
        fit_height(self.grid, is_fixed=False)
        self.rates = RatesPanel(self.context, self)
        self.detail = FundDetail(self.context, self)
        bar = self.add_toolbar(
            [
                Tool("add", self.tr("新增项目"), self.grid.insert_row, self.tr("在末尾新增一个资金项目")),
                Tool("paste", self.tr("粘贴"), self.grid.paste, self.tr("从 Excel 粘贴到当前格　Ctrl+V")),
                None,
                Tool("void", self.tr("作废…"), self.grid.delete_rows, self.tr("作废选中的项目，须写明原因")),
            ],
            filter_hint=self.tr("筛选资金项目"),
        )
        lock(self.context, bar.actions())
        if self.filter_field is not None:
            self.filter_field.textChanged.connect(self.grid.set_filter)
        self.detail.set_empty(
            EmptyState(
                self.context.look,
                "money",
                self.tr("还没有资金项目"),
                self.tr("在左边末行输入项目名称，或从 Excel 复制表格后粘贴"),
                [Choice(self.tr("新增项目"), self.grid.insert_row), Choice(self.tr("粘贴"), self.grid.paste)],
                parent=self.detail,
            )
        )
        left = surface(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.grid, 1)
        column.addWidget(self.rates)
        column.addStretch(0)
        self.add_panes(left, self.detail, (889, 470))
        self.grid.rowSelected.connect(self._selected)
        self.grid.activated.connect(self._open)
        self.grid.selectionSummary.connect(lambda _text: self.status.emit(*self.status_words()))
        self._choose_first()

    def refresh(self, change: Change | None) -> None:
        """Rates and panel follow; grids and forms do by themselves."""
        self.rates.refresh(change)
        self.detail.refresh(change)

    def show_row(self, table: str, row_id: str, field: str = "") -> None:
        """Bring a fund, or a row of one, into view."""
        self.ensure_built()
        fund = self._fund_of(table, row_id)
        if not self.grid.select(fund, field if table == "fund" else "") and self.filter_field is not None:
            self.filter_field.clear()
            self.grid.select(fund, field if table == "fund" else "")
        self.detail.show_fund(fund)
        self.detail.show_row(table, row_id, field)

    def status_words(self) -> tuple[str, str]:
        """How the current cell comes about, and what is selected."""
        if not self._is_built:
            return "", ""
        unit = self.tr("单位：{0}").format(self.context.records.money_unit)
        return self._about_cell(), f"{self.grid.summary()}　　{unit}".strip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show more columns where there is room."""
        super().resizeEvent(event)
        if self._is_built:
            self._use_room()

    # Parts

    def _use_room(self) -> None:
        is_wide = self.width() >= self.context.look.px(ROOM + 470)
        for at, column in enumerate(self.grid.model.columns):
            if column.name in WIDE:
                self.grid.view.setColumnHidden(at, not is_wide)

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
        facts = self.context.workspace.evaluation.facts.funds.get(fund)
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
        why = fact.reason or fact.calculation
        return self.tr("{0} · {1}　由{2}算出，不可直接改　Enter 打开明细").format(code, column.title, why)

    def _open(self, row_id: str, column: str) -> None:
        """Enter on a computed figure leads to the rows it is made of."""
        facts = self.context.workspace.evaluation.facts.funds.get(row_id)
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
