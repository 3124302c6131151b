"""合同: contracts grouped as in the reports, renewals under what they renew; the selected one beside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtGui import QAction, QResizeEvent

from models.fields import Value
from models.records import Records
from models.sources import Pair
from services.workspace import Change
from ui.grid.columns import Group
from ui.grid.grid import Grid
from ui.messages import Choice, EmptyState
from ui.panels.contract_detail import ContractDetail
from ui.panels.contract_rows import ContractOrder, contract_columns
from ui.panels.locked import lock
from ui.panels.timeline import chain_of
from ui.tab import Tab, Tool
from ui.words import worded

WIDE = ("procurement", "signed_on", "period", "accepted_on", "settlement", "group")
HEADINGS = ("fund", "group")
"""What the headings over the rows say already."""
NAME_MARKS = ("parent", "planned_acceptance_on", "final_accounts", "number")
ROOM = 1120


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
        self._order = ContractOrder()
        self.grid = self._make_grid()
        self.detail = ContractDetail(self.context, self)
        self.detail.set_empty(self._empty())
        bar = self.add_toolbar(self._tools(), filter_hint=self.tr("筛选合同"))
        self._group_action: QAction = next(each for each in bar.actions() if each.isCheckable())
        lock(self.context, [action for action in bar.actions() if action is not self._group_action])
        self.attach_grid(lambda: self.grid)
        self.add_panes(self.grid, self.detail, (887, 472), (1385, 528))
        self.grid.rowSelected.connect(self._selected)
        self.grid.activated.connect(self._open)
        self.grid.selectionSummary.connect(lambda _text: self.status.emit(*self.status_words()))
        self.grid.layout_of.changed.connect(self._use_room)
        self.context.look.changed.connect(self._restyle)
        self._use_room()
        rows = self.context.records.live("contract")
        if rows:
            self.grid.select(rows[0]["id"], "name")
            self.grid.view.scrollToTop()

    def _make_grid(self) -> Grid:
        return Grid(
            self.context,
            "contract",
            contract_columns(self._year_title()),
            rows=self._order.rows,
            defaults=self._defaults,
            groups=self._groups,
            entry_hint=self.tr("在此输入新合同，或从 Excel 粘贴"),
            total_label=self.tr("合计"),
            parent=self,
        )

    def _tools(self) -> list[Tool | None]:
        tr = self.tr
        return [
            Tool("add", tr("新增合同"), self.add_contract, tr("在当前分组新增一份合同")),
            Tool("chain", tr("续签"), self.renew, tr("为选中的合同新增一份续签合同")),
            Tool("paste", tr("粘贴"), self.grid.paste, tr("从 Excel 粘贴到当前格　Ctrl+V")),
            Tool("import", tr("导入…"), self.context.importRequested.emit, tr("导入 Excel、CSV、Word 表格")),
            None,
            Tool(
                "group",
                tr("按项目分组"),
                self._toggle_groups,
                tr("按资金项目和项目分组显示小计"),
                checkable=True,
                checked=True,
            ),
            self.evidence_tool(),
            Tool("void", tr("作废…"), self.grid.delete_rows, tr("作废选中的合同，须写明原因")),
        ]

    def _empty(self) -> EmptyState:
        return EmptyState(
            self.context.look,
            "contract",
            self.tr("还没有合同"),
            self.tr("在左边末行输入合同名称，或从 Excel 复制表格后粘贴"),
            [Choice(self.tr("新增合同"), self.add_contract), Choice(self.tr("粘贴"), self.grid.paste)],
            parent=self.detail,
        )

    def _groups(self, records: Records) -> Sequence[Group]:
        return self._order.groups(records, self.context.evaluation.facts)

    def _year_title(self) -> str:
        year = self.context.records.project["year"]
        return self.tr("{0}年付").format(year) if year else self.tr("本年付")

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
            "name": f"{row['name'] or ''}（续签）",
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
        self._use_room()

    # What is shown

    def _restyle(self) -> None:
        self.refresh(None)

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
            self.filter_field.show_all()
            self.grid.model.open_groups()
            self.grid.select(key, on_grid)
        if table != "contract_group":
            self.detail.show_contract(key)
            self.enter_panel(self.detail.show_row(table, row_id, field))

    def row_shown(self) -> Pair | None:
        """The contract in the panel."""
        return "contract", self.detail.contract

    def status_words(self) -> tuple[str, str]:
        """The keys, and where one is."""
        if not self._is_built:
            return "", ""
        unit = self.tr("单位：{0}").format(worded(self.context.records.money_unit))
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
        said = HEADINGS if self._group_action.isChecked() else ()
        self.grid.layout_of.give_way((*said, *(() if is_wide else WIDE)))
        hidden = self.grid.layout_of.hidden
        columns = {column.name: column for column in model.columns}
        unseen = [mark for name in columns if name in hidden for mark in (name, *columns[name].marks)]
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
