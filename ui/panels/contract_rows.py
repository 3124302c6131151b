"""The contracts as rows of a grid: their order, their groups with sums, and their columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from PySide6.QtCore import QCoreApplication, Qt

from models.contract_facts import amount_over
from models.evaluation import Evaluation
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


@dataclass(frozen=True, slots=True)
class Placed:
    """The contracts under one heading, in their order."""

    key: str
    code: str
    name: str
    row_ids: tuple[str, ...]


class ContractOrder:
    """The contracts in their order and under their headings, found again only when it may be another."""

    def __init__(self) -> None:
        self._tables: tuple[object, ...] = ()
        self._rows: list[Row] = []
        self._placed: list[Placed] = []

    def rows(self, records: Records) -> list[Row]:
        """Every contract, each renewal directly under what it renews."""
        self._follow(records)
        return self._rows

    def groups(self, records: Records, facts: Facts) -> list[Group]:
        """The groups of every fund, then its contracts without a group under the fund's own name."""
        self._follow(records)
        return [_group(records, facts, each) for each in self._placed]

    def _follow(self, records: Records) -> None:
        tables = tuple(records.live(name) for name in ("fund", "contract_group", "contract"))
        if any(one is not other for one, other in zip_longest(tables, self._tables)):
            self._tables, self._placed = tables, placed(records)
            self._rows = in_order(records, records.live("contract"))


def placed(records: Records) -> list[Placed]:
    """Which contracts stand under which heading; those of no fund, or in a group of another, at the end."""
    found = []
    for fund in records.live("fund"):
        rows = in_order(records, records.of("contract", "fund", fund["id"]))
        for group in records.of("contract_group", "fund", fund["id"]):
            inside = tuple(row["id"] for row in rows if row["group"] == group["id"])
            found.append(Placed(group["id"], fund["code"] or "", group["name"] or "", inside))
        rest = tuple(row["id"] for row in rows if records.get("contract_group", row["group"]) is None)
        if rest:
            name = fund["short_name"] or fund["name"]
            found.append(Placed(fund["id"], fund["code"] or "", name or "", rest))
    seen = {row_id for each in found for row_id in each.row_ids}
    stray = tuple(row["id"] for row in records.live("contract") if row["id"] not in seen)
    return [*found, Placed(STRAY, "", _tr("项目或分组待核对"), stray)] if stray else found


def _group(records: Records, facts: Facts, at: Placed) -> Group:
    sets = [facts.contracts[row_id] for row_id in at.row_ids if row_id in facts.contracts]
    cells = _sums(records, sets) if sets else {}
    return Group(at.key, at.name, at.row_ids, cells, at.code, "contract_group")


def _sums(records: Records, sets: Sequence[FactSet]) -> dict[str, Cell]:
    return {
        name: money_cell(records, amount_over(sets, fact), blank_zero=name == "prior")
        for name, fact in AMOUNTS.items()
    }


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

    def total(records: Records, evaluation: Evaluation) -> Cell:
        return money_cell(records, amount_over(evaluation.facts.contracts.values(), AMOUNTS[name]))

    right = Qt.AlignmentFlag.AlignRight
    return Column(name, title, 78, compute=compute, total=True, total_cell=total, align=right, marks=marks)


def _bar(view: RowView) -> Cell:
    facts = view.evaluation.facts.contracts.get(view.row["id"])
    return payment_bar(facts) if facts else Cell()


def _period(view: RowView) -> Cell:
    starts, ends = view.row["starts_on"] or "", view.row["ends_on"] or ""
    return Cell(f"{starts}–{ends}" if starts or ends else "", starts or ends or None)


def _count(records: Records, _evaluation: object) -> Cell:
    return Cell(_tr("合计　{0} 份").format(len(records.live("contract"))))
