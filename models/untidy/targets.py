"""What a foreign table can be read into: every declared table, and tables of several tables together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from models.fields import Field, Kind
from models.schema import SCHEMA, TABLES
from models.untidy.grid import bare
from models.untidy.synonyms import synonyms

IGNORED = ""
"""The key of a column that is not taken."""

CONTRACTS, FUNDS = "contracts", "funds"


@dataclass(frozen=True, slots=True)
class Slot:
    """A place that a column may fill: a field, for some fields of one year (payments of 2018).

    `words` are the heads that mean it, the first of them the one that people see.
    """

    table: str
    field: Field
    words: tuple[str, ...]
    yearly: bool = False
    year: int = 0

    @property
    def key(self) -> str:
        """Its name in layouts and settings."""
        return f"{self.table}.{self.field.name}" + (f"@{self.year}" if self.year else "")

    @property
    def label(self) -> str:
        """The words for people."""
        return self.words[0] + (f" {self.year}" if self.year else "")

    def of_year(self, year: int) -> Slot:
        """The same for one year."""
        return Slot(self.table, self.field, self.words, self.yearly, year)


@dataclass(frozen=True, slots=True)
class Target:
    """What rows of a foreign table become: its slots, and the fields that all rows share (`belonging`).

    `decisive` slots must be there for a table to be recognised as this.
    """

    name: str
    label: str
    slots: tuple[Slot, ...]
    decisive: tuple[str, ...] = ()
    belonging: Field | None = None

    def slot(self, key: str) -> Slot | None:
        """The slot of that key; None when the target has none of it."""
        name, _, year = key.partition("@")
        found = next((one for one in self.slots if one.key == name), None)
        if found is None or not year:
            return found
        return found.of_year(int(year)) if found.yearly and year.isdecimal() else None


def _slot(table: str, name: str, label: str = "", *, yearly: bool = False) -> Slot:
    field = SCHEMA[table].field(name)
    words = (label or field.label, field.label, name, *synonyms(table, name))
    return Slot(table, field, tuple(dict.fromkeys(words)), yearly)


def _compound(name: str, label: str, parts: Mapping[tuple[str, str], str], decisive: Iterable[str],
              belonging: Field | None = None) -> Target:  # fmt: skip
    slots = tuple(
        _slot(table, field, said.rstrip("@"), yearly=said.endswith("@"))
        for (table, field), said in parts.items()
    )
    return Target(name, label, slots, tuple(decisive), belonging)


_CONTRACT_PARTS: Mapping[tuple[str, str], str] = {
    ("contract", "fund"): "资金项目",
    ("contract_group", "name"): "项目分组",
    ("contract", "number"): "合同编号",
    ("contract", "name"): "合同名称",
    ("contract", "vendor"): "服务单位",
    ("contract_item", "name"): "服务内容",
    ("contract", "amount"): "合同金额",
    ("contract_item", "amount"): "明细金额",
    ("contract_item", "planned_quantity"): "约定数量",
    ("contract_item", "unit"): "计量单位",
    ("payment", "amount"): "付款金额@",
    ("payment", "paid_on"): "付款日期",
    ("contract", "procurement"): "采购方式",
    ("contract", "signed_on"): "签订日期",
    ("contract", "starts_on"): "服务开始",
    ("contract", "ends_on"): "服务结束",
    ("contract", "accepted_on"): "验收日期",
    ("contract", "remark"): "备注",
}

_FUND_PARTS: Mapping[tuple[str, str], str] = {
    ("fund", "code"): "编号",
    ("fund", "name"): "项目名称",
    ("fund", "implementer"): "实施单位",
    ("fund", "category"): "项目类别",
    ("allocation", "document_number"): "指标文号",
    ("allocation", "issued_on"): "下达日期",
    ("allocation", "kind"): "资金类型",
    ("allocation", "amount"): "指标金额",
    ("fund", "declared_quota"): "申报总指标",
    ("fund", "declared_paid"): "申报已支付",
    ("fund", "declared_balance"): "申报结余",
    ("fund", "declared_rate"): "申报执行率",
    ("fund", "declared_contracts"): "申报合同总额",
    ("fund", "content"): "立项及建设内容",
    ("fund", "goal"): "绩效目标",
}


@cache
def targets() -> tuple[Target, ...]:
    """Every target, the tables of several tables first."""
    fund_of_contract = SCHEMA["contract"].field("fund")
    contracts = _compound(
        CONTRACTS, "合同、合同明细、付款", _CONTRACT_PARTS,
        ("contract.vendor", "contract.amount"), fund_of_contract,
    )  # fmt: skip
    funds = _compound(FUNDS, "资金项目、指标文", _FUND_PARTS, ("fund.name", "fund.declared_quota"))
    return contracts, funds, *(_plain(name) for name in _plain_tables())


def _plain_tables() -> list[str]:
    return [
        table.name for table in TABLES if table.exchanged and not table.single and table.name != "setting"
    ]


def _plain(name: str) -> Target:
    table = SCHEMA[name]
    required = tuple(f"{name}.{each.name}" for each in table.fields if each.required and not each.owner)
    belonging = next((each for each in table.fields if each.owner and each.kind is Kind.REF), None)
    return Target(name, table.label, tuple(_slot(name, each.name) for each in table.fields), required[:2],
                  belonging)  # fmt: skip


@cache
def target(name: str) -> Target:
    """The target of that name; KeyError if there is none."""
    for each in targets():
        if each.name == name:
            return each
    raise KeyError(name)


@cache
def all_words() -> frozenset[str]:
    """Every word that may stand at the head of a column, bare."""
    return frozenset(bare(word) for each in targets() for slot in each.slots for word in slot.words)
