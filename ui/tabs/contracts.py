"""合同: contracts grouped as in the reports, renewals under what they renew; the selected one beside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtGui import QAction, QResizeEvent

from models import contract_facts
from models.fields import Row, Value
from models.figures import FactSet
from models.records import Records
from services.workspace import Change
from ui.grid.columns import Cell, Column, Group, RowView
from ui.grid.grid import Grid
from ui.messages import Choice, EmptyState
from ui.panels.contract_detail import RIGHT, ContractDetail
from ui.panels.locked import lock
from ui.panels.payments import money_cell, payment_bar
from ui.panels.timeline import chain_of
from ui.tab import Tab, Tool

AMOUNTS = {"amount": "合同金额", "prior": "以前年度已付", "current": "本年已付", "unpaid": "未付"}
WIDE = ("procurement", "signed_on", "period", "accepted_on", "settlement")
NAME_MARKS = ("parent", "planned_acceptance_on", "final_accounts", "number", "fund")
ROOM = 1120
STRAY = "stray"


def depth_of(records: Records, contract: Row) -> int:
    """How many renewals lead to a contract within its own fund and group."""
    depth, row, seen = 0, contract, {contract["id"]}
    while (above := records.get("contract", row["parent"])) is not None and above["id"] not in seen:
        if (above["fund"], above["group"]) != (contract["fund"], contract["group"]):
            break
        depth, row = depth + 1, above
        seen.add(above["id"])
    return depth


def in_order(records: Records, contracts: Sequence[Row]) -> list[Row]:
    """The contracts, each renewal directly under what it renews."""
    wanted = {row["id"] for row in contracts}
    found: dict[str, Row] = {}
    for row in contracts:
        if row["id"] not in found and row["parent"] not in wanted:
            found |= {each["id"]: each for each in chain_of(records, row) if each["id"] in wanted}
    return [*found.values(), *(row for row in contracts if row["id"] not in found)]


def sums(records: Records, facts: FactSet) -> dict[str, Cell]:
    """The sums of a group under their columns."""
    return {
        name: money_cell(records, facts[fact].value, blank_zero=name == "prior")
        for name, fact in AMOUNTS.items()
    }


class ContractsTab(Tab):
    """The grid of contracts and the panel of the selected one."""

    key = "contracts"
    tables = ("contract", "contract_group", "contract_item", "term", "payment", "service_review")

    @property
    def title(self) -> str:
        """The words on the tab."""
        return self.tr("合同")

    def build(self) -> None:
        """The grid, and the panel of the selected contract."""
        self.grid = Grid(
            self.context,
            "contract",
            self._columns(),
            rows=lambda records: in_order(records, records.live("contract")),
            defaults=self._defaults,
            groups=self._groups,
            entry_hint=self.tr("在此输入新合同，或从 Excel 粘贴"),
            total_label=self.tr("合计"),
            parent=self,
        )
        self.detail = ContractDetail(self.context, self)
        bar = self.add_toolbar(
            [
                Tool("add", self.tr("新增合同"), self.add_contract, self.tr("在当前分组新增一份合同")),
                Tool("chain", self.tr("续签"), self.renew, self.tr("为选中的合同新增一份续签合同")),
                Tool("paste", self.tr("粘贴"), self.grid.paste, self.tr("从 Excel 粘贴到当前格　Ctrl+V")),
                None,
                Tool(
                    "group",
                    self.tr("按项目分组"),
                    self._toggle_groups,
                    self.tr("按资金项目和项目分组显示小计"),
                    checkable=True,
                    checked=True,
                ),
                Tool("void", self.tr("作废…"), self.grid.delete_rows, self.tr("作废选中的合同，须写明原因")),
            ],
            filter_hint=self.tr("筛选合同"),
        )
        self._group_action: QAction = bar.actions()[4]
        lock(self.context, [action for action in bar.actions() if action is not self._group_action])
        if self.filter_field is not None:
            self.filter_field.textChanged.connect(self.grid.set_filter)
        self.detail.set_empty(
            EmptyState(
                self.context.look,
                "contract",
                self.tr("还没有合同"),
                self.tr("在左边末行输入合同名称，或从 Excel 复制表格后粘贴"),
                [Choice(self.tr("新增合同"), self.add_contract), Choice(self.tr("粘贴"), self.grid.paste)],
                parent=self.detail,
            )
        )
        self.add_panes(self.grid, self.detail, (887, 472))
        self.grid.rowSelected.connect(self._selected)
        self.grid.activated.connect(self._open)
        self.grid.selectionSummary.connect(lambda _text: self.status.emit(*self.status_words()))
        self._use_room()
        rows = self.context.records.live("contract")
        if rows:
            self.grid.select(rows[0]["id"], "name")
            self.grid.view.scrollToTop()

    # Columns and groups

    def _columns(self) -> list[Column]:
        tr = self.tr
        return [
            Column(
                "name",
                stretch=True,
                indent=lambda view: depth_of(view.records, view.row),
                total_cell=self._count,
            ),
            Column("vendor", width=112),
            Column("procurement", width=84),
            Column("signed_on", width=84),
            Column("amount", width=78, total=True, marks=("declared_amount",)),
            self._amount("prior", tr("以前年度付"), blank_zero=True),
            self._amount("current", self._year_title(), "declared_paid"),
            self._amount("unpaid", tr("未付")),
            Column("bar", tr("付款进度"), 76, compute=self._bar),
            Column("period", tr("服务期"), 178, compute=self._period, marks=("starts_on", "ends_on")),
            Column("accepted_on", width=84),
            Column("settlement", width=76),
        ]

    def _amount(self, name: str, title: str, *marks: str, blank_zero: bool = False) -> Column:
        def compute(view: RowView) -> Cell:
            facts = view.evaluation.facts.contracts.get(view.row["id"])
            if facts is None:
                return Cell()
            return money_cell(view.records, facts[AMOUNTS[name]].value, blank_zero=blank_zero)

        return Column(name, title, 78, compute=compute, total=True, align=RIGHT, marks=marks)

    def _year_title(self) -> str:
        year = self.context.records.project["year"]
        return self.tr("{0}年付").format(year) if year else self.tr("本年付")

    def _bar(self, view: RowView) -> Cell:
        facts = view.evaluation.facts.contracts.get(view.row["id"])
        return payment_bar(facts) if facts else Cell()

    def _period(self, view: RowView) -> Cell:
        starts, ends = view.row["starts_on"] or "", view.row["ends_on"] or ""
        return Cell(f"{starts}–{ends}" if starts or ends else "", starts or ends or None)

    def _count(self, records: Records, _evaluation: object) -> Cell:
        return Cell(self.tr("合计　{0} 份").format(len(records.live("contract"))))

    def _groups(self, records: Records) -> Sequence[Group]:
        facts = self.context.workspace.evaluation.facts
        found = []
        for fund in records.live("fund"):
            code = fund["code"] or ""
            for group in records.of("contract_group", "fund", fund["id"]):
                rows = [row for row in self._of(records, fund) if row["group"] == group["id"]]
                cells = sums(records, facts.groups[group["id"]]) if rows else {}
                found.append(self._group(group["id"], code, group["name"] or "", rows, cells))
            rest = [
                row for row in self._of(records, fund) if records.get("contract_group", row["group"]) is None
            ]
            if rest:
                of_rest = contract_facts.of_group(rest, facts.contracts)
                name = fund["short_name"] or fund["name"] or ""
                found.append(self._group(fund["id"], code, name, rest, sums(records, of_rest)))
        return found + self._stray(records, found)

    def _of(self, records: Records, fund: Row) -> list[Row]:
        return in_order(records, records.of("contract", "fund", fund["id"]))

    def _group(self, key: str, code: str, name: str, rows: Sequence[Row], cells: dict[str, Cell]) -> Group:
        return Group(key, name, [row["id"] for row in rows], cells, code, "contract_group")

    def _stray(self, records: Records, groups: Sequence[Group]) -> list[Group]:
        """Contracts that no fund or a group of another fund claims still have to be seen."""
        placed = {row_id for group in groups for row_id in group.row_ids}
        rows = [row for row in records.live("contract") if row["id"] not in placed]
        if not rows:
            return []
        facts = contract_facts.of_group(rows, self.context.workspace.evaluation.facts.contracts)
        return [self._group(STRAY, "", self.tr("未列入资金项目"), rows, sums(records, facts))]

    # What can be done

    def add_contract(self) -> str:
        """Make a contract in the group of the current one."""
        return self.grid.insert_row()

    def renew(self) -> str:
        """Make a renewal of the selected contract, directly under it."""
        records = self.context.records
        row = records.get("contract", self.grid.current_row_id() or self.detail.contract)
        if row is None:
            self.context.say(self.tr("先选中要续签的合同"))
            return ""
        last = chain_of(records, row)[-1]
        values = {
            "fund": row["fund"],
            "group": row["group"],
            "name": self.tr("{0}（续签）").format(row["name"] or ""),
            "vendor": row["vendor"],
            "procurement": "续签",
            "parent": row["id"],
        }
        with self.context.workspace.edit(self.tr("续签合同“{0}”").format(row["name"] or "")) as edit:
            made = edit.insert("contract", values, after=last["id"])
        self.grid.select(made, "amount")
        return made

    def _defaults(self) -> Mapping[str, Value]:
        records = self.context.records
        row = records.get("contract", self.detail.contract)
        if row is not None:
            return {"fund": row["fund"], "group": row["group"]}
        funds = records.live("fund")
        return {"fund": funds[0]["id"]} if funds else {}

    def _toggle_groups(self) -> None:
        self.grid.model.set_groups(self._groups if self._group_action.isChecked() else None)

    # What is shown

    def refresh(self, change: Change | None) -> None:
        """The panel follows, and the heading of this year's payments."""
        self.detail.refresh(change)
        if change is not None and change.touches("project"):
            self._use_room()

    def show_row(self, table: str, row_id: str, field: str = "") -> None:
        """Bring a contract, a group or a row of a contract into view."""
        self.ensure_built()
        records = self.context.records
        row = records.get(table, row_id)
        if row is None:
            return
        key = row_id if table in ("contract", "contract_group") else row["contract"] or ""
        on_grid = (
            field if table == "contract" else field.removeprefix("declared_") if table != "payment" else ""
        )
        if not self.grid.select(key, on_grid) and self.filter_field is not None:
            self.filter_field.clear()
            self.grid.model.open_groups()
            self.grid.select(key, on_grid)
        if table != "contract_group":
            self.detail.show_contract(key)
            self.detail.show_row(table, row_id, field)

    def status_words(self) -> tuple[str, str]:
        """The keys, and where one is."""
        if not self._is_built:
            return "", ""
        unit = self.tr("单位：{0}").format(self.context.records.money_unit)
        left = self.tr("F2 编辑　Ctrl+D 向下填充　Alt+Enter 详情")
        return left, f"{self.grid.summary()}　　{unit}".strip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show more columns where there is room."""
        super().resizeEvent(event)
        if self._is_built:
            self._use_room()

    def _use_room(self) -> None:
        """Columns that have no room are hidden, and what is wrong in them is marked at the name."""
        is_wide = self.width() >= self.context.look.px(ROOM + 472)
        model = self.grid.model
        hidden = () if is_wide else WIDE
        for at, column in enumerate(model.columns):
            self.grid.view.setColumnHidden(at, column.name in hidden)
        columns = {column.name: column for column in model.columns}
        unseen = [mark for name in hidden for mark in (name, *columns[name].marks)]
        columns["name"] = replace(columns["name"], marks=(*NAME_MARKS, *unseen))
        columns["current"] = replace(columns["current"], title=self._year_title())
        model.set_columns(tuple(columns.values()))

    def _selected(self, row_id: str) -> None:
        if row_id or not self.context.records.live("contract"):
            self.detail.show_contract(row_id)
        self.status.emit(*self.status_words())

    def _open(self, _row_id: str, column: str) -> None:
        """Enter on a computed figure leads to the payments it is made of."""
        if column in ("prior", "current", "unpaid", "bar"):
            self.detail.show_page("payment")
            self.detail.payments.grid.view.setFocus()
