"""What a foreign table can be read into: every declared table, and tables of several tables together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from models.fields import Field, Kind
from models.schema import SCHEMA, TABLES
from models.untidy.grid import bare
from models.untidy.synonyms import synonyms

IGNORED = ""
"""The key of a column that is not taken."""

CONTRACTS, FUNDS = "contracts", "funds"
_WHEN = re.compile(r"(?:\d{4}(?:-\d{2})?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place that a column may fill: a field; a `repeated` one is filled by several columns (payments).

    `words` are the heads that mean it, the first of them the one that people see. `when` is the year or
    month that a column speaks of, `number` tells columns of one kind apart.
    """

    table: str
    field: Field
    words: tuple[str, ...]
    repeated: bool = False
    when: str = ""
    number: int = 0

    @property
    def key(self) -> str:
        """Its name in layouts and settings, such as payment.amount@2018 or payment.amount@2018#2."""
        part = self.when + (f"#{self.number}" if self.number else "")
        return f"{self.table}.{self.field.name}" + (f"@{part}" if part else "")

    @property
    def label(self) -> str:
        """The words for people."""
        return " ".join(filter(None, (self.words[0], self.when, f"#{self.number}" if self.number else "")))

    def of(self, when: str, number: int = 0) -> Slot:
        """The same for one year or month, or for one of several columns."""
        return replace(self, when=when, number=number)


def when_of(key: str) -> str:
    """The year or month that a slot's key speaks of; nothing where it names none."""
    return key.partition("@")[2].partition("#")[0]


@dataclass(frozen=True)
class Target:
    """What rows of a foreign table become: its slots, and the fields that all rows share (`belonging`).

    `decisive` slots must be there for a table to be recognised as this. Slots of a table that `needs` a slot
    are filled only together with it: a document's date without a document says nothing.
    """

    name: str
    label: str
    slots: tuple[Slot, ...]
    decisive: tuple[str, ...] = ()
    belonging: Field | None = None
    needs: Mapping[str, str] = field(default_factory=dict)

    def slot(self, key: str) -> Slot | None:
        """The slot of that key; None when the target has none of it."""
        name, _, part = key.partition("@")
        found = self._by_key.get(name)
        if found is None or not part:
            return found
        when, _, number = part.partition("#")
        is_one = found.repeated and bool(_WHEN.fullmatch(when)) and (number.isdecimal() or not number)
        return found.of(when, int(number or 0)) if is_one else None

    @cached_property
    def _by_key(self) -> Mapping[str, Slot]:
        return {one.key: one for one in self.slots}


def _slot(table: str, name: str, label: str = "", *, repeated: bool = False) -> Slot:
    declared = SCHEMA[table].field(name)
    words = (label or declared.label, declared.label, name, *synonyms(table, name))
    return Slot(table, declared, tuple(dict.fromkeys(words)), repeated)


def _compound(name: str, label: str, parts: Mapping[tuple[str, str], str], decisive: Iterable[str],
              needs: Mapping[str, str], belonging: Field | None = None) -> Target:  # fmt: skip
    slots = tuple(
        _slot(table, each, said.rstrip("@"), repeated=said.endswith("@"))
        for (table, each), said in parts.items()
    )
    return Target(name, label, slots, tuple(decisive), belonging, needs)


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
    ("payment", "paid_on"): "付款日期@",
    ("payment", "voucher"): "凭证号@",
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
        ("contract.vendor", "contract.amount"),
        {"payment": "payment.amount", "contract_item": "contract_item.name"}, fund_of_contract,
    )  # fmt: skip
    funds = _compound(
        FUNDS, "资金项目、指标文", _FUND_PARTS, ("fund.name", "fund.declared_quota"),
        {"allocation": "allocation.document_number"},
    )  # fmt: skip
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
