"""The selected contract: problems, renewal chain and remark; items, terms, payments, acceptance, reviews."""

from __future__ import annotations

import html
from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models import figures, kinds
from models.checks import Place
from models.fields import Row
from models.records import Records
from models.remarks import pieces
from services.workspace import Change
from ui.context import Context
from ui.form import Form
from ui.grid.columns import Cell, Column, RowView
from ui.grid.grid import Grid
from ui.panels.detail import DetailPanel, Heading, column_of, fit_height, scrolled
from ui.panels.evidence_list import EvidenceList
from ui.panels.payments import PaymentsPage, money_cell
from ui.panels.remark_box import RemarkBox
from ui.panels.row_messages import RowMessages
from ui.panels.timeline import Timeline, chain_of, lane

RIGHT = Qt.AlignmentFlag.AlignRight
PAGES = {"contract_item": "item", "term": "term", "payment": "payment", "service_review": "review"}
PARTS = ("contract_item", "term", "milestone", "service_review")
ACCEPTANCE = ("planned_acceptance_on", "accepted_on", "settlement", "final_accounts")
BASICS = (
    "number", "name", "fund", "group", "vendor", "amount", "procurement", "signed_on", "starts_on", "ends_on",
    "parent", "declared_amount", "declared_paid", "remark",
)  # fmt: skip


class ContractDetail(DetailPanel):
    """The panel of one contract."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.contract = ""
        self.messages = RowMessages(context, self)
        self.timeline = Timeline(context.look)
        self.timeline.laneClicked.connect(lambda row_id: context.show_row("contract", row_id))
        self.chain_title = Heading(context.look, self.tr("续签链"))
        self.remark = RemarkBox(context.look)
        self.form = Form(context, "contract", BASICS)
        self.acceptance = Form(context, "contract", ACCEPTANCE, label_width=84)
        self._build_grids()
        self._add_pages()
        self.show_contract("")

    # Pages

    def _build_grids(self) -> None:
        tr = self.tr
        self.compared = self._grid("contract_item", self._compared_columns(), total=tr("合计"))
        self.items = self._grid("contract_item", _item_columns(), hint=tr("新明细"), total=tr("合计"))
        self.terms = self._grid("term", self._term_columns(), hint=tr("新条款"), total=tr("合计"))
        self.due = self._grid("term", self._due_columns(), total=tr("合计"))
        self.milestones = self._grid(
            "milestone",
            [
                Column("kind", width=84),
                Column("name", stretch=True),
                Column("planned_on", width=88),
                Column("actual_on", width=88),
            ],
            hint=tr("新里程碑"),
        )
        names = {"month": 76, "item": 150, "full_score": 60, "score": 60, "remark": 120}
        self.reviews = self._grid(
            "service_review",
            [Column(name, width=width, total=name.endswith("score")) for name, width in names.items()],
            hint=tr("新考核"),
            total=tr("合计"),
        )
        self.payments = PaymentsPage(self.context, self)
        self.grids = {
            "contract_item": self.items,
            "term": self.terms,
            "payment": self.payments.grid,
            "milestone": self.milestones,
            "service_review": self.reviews,
        }
        for grid in (self.compared, self.due, self.milestones):
            fit_height(grid)

    def _grid(self, table: str, columns: Sequence[Column], *, hint: str = "", total: str = "") -> Grid:
        return Grid(
            self.context,
            table,
            columns,
            scope={"contract": ""},
            entry_hint=hint,
            total_label=total,
            parent=self,
        )

    def _add_pages(self) -> None:
        look, tr = self.context.look, self.tr
        self.items_title = Heading(look, tr("明细"), tr("与原合同比较"))
        self.items_part = column_of(look, self.items_title, 6, self.compared)
        self.terms_part = column_of(look, Heading(look, tr("付款条款"), tr("与付款对照")), 6, self.due)
        self.backing = EvidenceList(self.context, "contract", tuple(self.grids))
        overview = column_of(
            look, 10, self.messages, 10, self.chain_title, 2, self.timeline,
            6, Heading(look, tr("备注"), tr("由金额自动写成")), 6, self.remark,
            12, self.items_part, 2, self.terms_part, 2, Heading(look, tr("佐证")), 4, self.backing,
            12, Heading(look, tr("合同信息")), 8, self.form,
        )  # fmt: skip
        self.add_page("overview", tr("总览"), scrolled(overview))
        self.add_page("item", tr("明细"), self.items)
        self.add_page("term", tr("条款"), self.terms)
        self.add_page("payment", tr("付款"), self.payments)
        acceptance = column_of(look, 12, self.acceptance, 14, Heading(look, tr("里程碑")), 6, self.milestones)
        self.add_page("acceptance", tr("验收"), scrolled(acceptance))
        self.add_page("review", tr("考核"), self.reviews)
        self.evidence = EvidenceList(self.context, "contract", tuple(self.grids))
        self.add_page("evidence", tr("佐证"), scrolled(column_of(look, 12, self.evidence)))

    def _compared_columns(self) -> list[Column]:
        return [
            Column("name", stretch=True),
            Column(
                "original",
                self.tr("原合同"),
                76,
                compute=lambda view: money_cell(view.records, self._original(view)),
                total=True,
                align=RIGHT,
            ),
            Column("amount", self.tr("本合同"), 76, total=True),
            Column(
                "share", self.tr("比例"), 70, compute=self._share, total_cell=self._whole_share, align=RIGHT
            ),
        ]

    def _due_columns(self) -> list[Column]:
        return [
            Column("condition", stretch=True),
            Column("share", width=70, total=True),
            Column("amount", width=76, total=True),
            self._paid_column(),
        ]

    def _paid_column(self) -> Column:
        def paid(view: RowView) -> Cell:
            return money_cell(view.records, _paid_of_term(view))

        return Column("paid", self.tr("已付"), 70, compute=paid, total=True, align=RIGHT)

    def _term_columns(self) -> list[Column]:
        return [
            Column("condition", width=130),
            Column("share", width=60, total=True),
            Column("amount", width=74, total=True),
            self._paid_column(),
            Column("due_on", width=84),
            Column("met_on", width=94),
            Column("remark", width=120),
        ]

    # What is shown

    def show_contract(self, contract: str) -> None:
        """Show a contract; nothing for an empty id."""
        changed, self.contract = contract != self.contract, contract
        if changed:
            for grid in (self.compared, self.due, *(self.grids[name] for name in PARTS)):
                grid.set_scope({"contract": contract})
            self.payments.show_contract(contract)
            self.form.show_row(contract)
            self.acceptance.show_row(contract)
            self.evidence.show_row(contract)
            self.backing.show_row(contract)
        self.pages.setEnabled(bool(contract))
        self.refresh(None)

    def refresh(self, change: Change | None) -> None:
        """Heading, counts, messages, chain and remark as they stand; grids and forms follow by themselves."""
        records = self.context.records
        row = records.get("contract", self.contract)
        self.show_empty(not records.live("contract"))
        if row is None:
            self.set_heading(self.tr("没有选中合同"), "")
            return
        self.set_heading(row["name"] or self.tr("未命名"), self._facts_line(records, row))
        for table, key in PAGES.items():
            self.set_count(key, len(records.of(table, "contract", self.contract)))
        self.set_count("evidence", len(self.evidence.links()))
        self.messages.show_problems(
            [each for each in self.context.problems if self._is_own(records, each.place)]
        )
        chain = chain_of(records, row)
        self.timeline.show_lanes([lane(records, each) for each in chain], self.contract)
        is_chain = len(chain) > 1
        self.chain_title.title.setText(self.tr("续签链") if is_chain else self.tr("时间"))
        self.chain_title.setVisible(not self.timeline.isHidden())
        self.remark.show_pieces(pieces(records, row))
        self._show_items(records, row)
        self.payments.refresh(change)

    def _is_own(self, records: Records, place: Place) -> bool:
        """Whether something stands at the contract or at one of its rows."""
        if place.table == "contract":
            return place.row == self.contract
        row = records.get(place.table, place.row) if place.table in (*PAGES, "milestone") else None
        return row is not None and row["contract"] == self.contract

    def _show_items(self, records: Records, row: Row) -> None:
        self.items_part.setVisible(bool(records.of("contract_item", "contract", self.contract)))
        self.terms_part.setVisible(bool(records.of("term", "contract", self.contract)))
        is_renewal = bool(row["parent"])
        self.items_title.note.setVisible(is_renewal)
        self.compared.layout_of.give_way(() if is_renewal else ("original", "share"))

    def show_row(self, table: str, row_id: str, field: str) -> Grid | None:
        """Bring one of the contract's rows, or one of its own fields, into view; the grid with that row."""
        if table == "contract":
            self.show_page("acceptance" if field in ACCEPTANCE else "overview")
            return None
        self.show_page(PAGES[table])
        self.grids[table].reveal(row_id, field)
        return self.grids[table]

    def _facts_line(self, records: Records, row: Row) -> str:
        fund = records.get("fund", row["fund"])
        words = [records.title("vendor", row["vendor"]), records.key_of("fund", fund) if fund else ""]
        escaped = [html.escape(word) for word in words if word]
        parent = records.get("contract", row["parent"])
        if parent is not None:
            color = self.context.look.color("accent").name()
            year = figures.year_of(parent["signed_on"]) or figures.year_of(parent["starts_on"])
            name = html.escape(self.tr("{0}年合同").format(year) if year else parent["name"] or "")
            link = f'<a href="contract/{parent["id"]}" style="color:{color};text-decoration:none">{name}</a>'
            escaped.append(self.tr("续签自 {0}").format(link))
        return " · ".join(escaped)

    # Computed cells

    def _original(self, view: RowView) -> Fraction | None:
        contract = view.records.get("contract", view.row["contract"])
        parent = contract["parent"] if contract is not None else None
        if not parent:
            return None
        items = view.records.of("contract_item", "contract", parent)
        same = [item for item in items if item["name"] == view.row["name"]]
        return figures.in_wan(same[0]["amount"]) if same else None

    def _share(self, view: RowView) -> Cell:
        return _share_cell(figures.in_wan(view.row["amount"]), self._original(view))

    def _whole_share(self, records: Records, evaluation: object) -> Cell:
        row = records.get("contract", self.contract)
        parent = records.get("contract", row["parent"]) if row is not None else None
        if row is None or parent is None:
            return Cell()
        return _share_cell(figures.in_wan(row["amount"]), figures.in_wan(parent["amount"]))


def _item_columns() -> list[Column]:
    widths = {
        "name": 170, "amount": 76, "planned_quantity": 76, "delivered_quantity": 76, "unit": 50,
        "remark": 120,
    }  # fmt: skip
    return [Column(name, width=width, total=name == "amount") for name, width in widths.items()]


def _share_cell(part: Fraction | None, whole: Fraction | None) -> Cell:
    if part is None or not whole or whole <= 0:
        return Cell()
    share = part / whole * 100
    return Cell(kinds.show_rate(share), share)


def _paid_of_term(view: RowView) -> Fraction | None:
    paid = [figures.in_wan(row["amount"]) for row in view.records.of("payment", "term", view.row["id"])]
    known = [each for each in paid if each is not None]
    return sum(known, Fraction(0)) if known else None
