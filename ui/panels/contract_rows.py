"""The contracts as rows of a grid: their order, their groups with sums, and their columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt

from models import contract_facts
from models.facts import Facts
from models.fields import Row
from models.figures import FactSet
from models.records import Records
from models.vendor_names import without_legal_form
from ui.grid.columns import Cell, Column, Group, RowView
from ui.panels.payments import money_cell, payment_bar
from ui.panels.timeline import chain_of

AMOUNTS = {"amount": "合同金额", "prior": "以前年度已付", "current": "本年已付", "unpaid": "未付"}
STRAY = "stray"


def _tr(words: str) -> str:
    return QCoreApplication.translate("ContractRows", words)


# Order and groups


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


def groups_of(records: Records, facts: Facts) -> list[Group]:
    """The groups of every fund, then its contracts without a group under the fund's own name."""
    found = []
    for fund in records.live("fund"):
        rows = in_order(records, records.of("contract", "fund", fund["id"]))
        for group in records.of("contract_group", "fund", fund["id"]):
            inside = [row for row in rows if row["group"] == group["id"]]
            found.append(_group(records, facts, group["id"], fund["code"], group["name"], inside))
        rest = [row for row in rows if records.get("contract_group", row["group"]) is None]
        if rest:
            name = fund["short_name"] or fund["name"]
            found.append(_group(records, facts, fund["id"], fund["code"], name, rest))
    return found + _stray(records, facts, found)


def _group(
    records: Records, facts: Facts, key: str, code: str | None, name: str | None, rows: Sequence[Row]
) -> Group:
    cells = _sums(records, contract_facts.of_group(rows, facts.contracts)) if rows else {}
    return Group(key, name or "", [row["id"] for row in rows], cells, code or "", "contract_group")


def _sums(records: Records, facts: FactSet) -> dict[str, Cell]:
    return {
        name: money_cell(records, facts[fact].value, blank_zero=name == "prior")
        for name, fact in AMOUNTS.items()
    }


def _stray(records: Records, facts: Facts, groups: Sequence[Group]) -> list[Group]:
    """Contracts of no fund, or in a group of another one, still have to be seen."""
    placed = {row_id for group in groups for row_id in group.row_ids}
    rows = [row for row in records.live("contract") if row["id"] not in placed]
    return [_group(records, facts, STRAY, "", _tr("项目或分组待核对"), rows)] if rows else []


# Columns


def contract_columns(year_title: str) -> list[Column]:
    """All columns of the contracts grid, from the left."""
    return [
        Column("name", stretch=True, indent=_depth, total_cell=_count),
        Column("vendor", width=120, shorten=without_legal_form),
        Column("procurement", width=84),
        Column("signed_on", width=84),
        Column("amount", width=78, total=True, marks=("declared_amount",)),
        _amount("prior", _tr("以前年度付"), blank_zero=True),
        _amount("current", year_title, "declared_paid"),
        _amount("unpaid", _tr("未付")),
        Column("bar", _tr("付款进度"), 76, compute=_bar),
        Column("period", _tr("服务期"), 178, compute=_period, marks=("starts_on", "ends_on")),
        Column("accepted_on", width=84),
        Column("settlement", width=76),
        Column("fund", width=64),
        Column("group", width=120),
    ]


def _depth(view: RowView) -> int:
    return depth_of(view.records, view.row)


def _amount(name: str, title: str, *marks: str, blank_zero: bool = False) -> Column:
    def compute(view: RowView) -> Cell:
        facts = view.evaluation.facts.contracts.get(view.row["id"])
        value = facts[AMOUNTS[name]].value if facts else None
        return money_cell(view.records, value, blank_zero=blank_zero)

    right = Qt.AlignmentFlag.AlignRight
    return Column(name, title, 78, compute=compute, total=True, align=right, marks=marks)


def _bar(view: RowView) -> Cell:
    facts = view.evaluation.facts.contracts.get(view.row["id"])
    return payment_bar(facts) if facts else Cell()


def _period(view: RowView) -> Cell:
    starts, ends = view.row["starts_on"] or "", view.row["ends_on"] or ""
    return Cell(f"{starts}–{ends}" if starts or ends else "", starts or ends or None)


def _count(records: Records, _evaluation: object) -> Cell:
    return Cell(_tr("合计　{0} 份").format(len(records.live("contract"))))
