"""How contracts came about: renewals without competition, modes not given, services priced at nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from models import figures, kinds
from models.checks import renewals
from models.checks.amounts import Amounts, exchanged, rate
from models.checks.problem import Place, Problem, Severity, called, first_of, problem, quoted
from models.evaluation import Evaluation
from models.fields import Row
from models.records import Records
from models.sayings import listing, saying

LISTED = 8
NOT_COMPETITIVE = (None, "", "续签", "未履行采购程序")


def problems(records: Records, evaluation: Evaluation) -> Iterator[Problem]:
    """Renewals that no procedure stands behind, contracts without a mode, items of 0.00."""
    amounts = Amounts(records)
    for contract in records.live("contract"):
        yield from _renewal(records, contract, amounts)
        yield from renewals.problems(records, contract, amounts)
    yield from _twice(records)
    yield from _modes(records)
    for contract in records.live("contract"):
        yield from _free_items(records, contract)


def _renewal(records: Records, contract: Row, amounts: Amounts) -> Iterator[Problem]:
    if not contract["parent"] or contract["procurement"] not in NOT_COMPETITIVE:
        return
    parent = records.get("contract", contract["parent"])
    own = figures.in_wan(contract["amount"])
    base = figures.in_wan(parent["amount"]) if parent is not None else None
    line = figures.setting(records, "renewal_line")
    share = own / base * 100 if own is not None and base is not None and base > 0 else None
    if share is not None and share <= line:
        return
    said, found = saying("原合同金额或续签额未填，比例无法计算"), None
    if share is not None and own is not None and base is not None:
        said = saying(
            "续签额 {0} 是原合同 {1} 的 {2}，超过 {3}% 的界限",
            amounts.say(own),
            amounts.say(base),
            kinds.show_rate(share),
            figures.decimal(line),
        )
        found = rate(share)
    yield problem(
        "procurement.renewal",
        Severity.DOUBT,
        Place("contract", contract["id"], "procurement"),
        saying(
            "合同{0}续签未见竞争性采购程序：{1}。请查明采购程序，或填写实际的采购方式",
            quoted(contract["name"]),
            said,
        ),
        found=found,
        expected=rate(line),
    )


def _twice(records: Records) -> Iterator[Problem]:
    """Contracts of one vendor under one name of which neither renews the other."""
    alike: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for contract in records.live("contract"):
        if contract["vendor"] and contract["name"]:
            alike[contract["vendor"], contract["name"]].append(contract)
    for rows in alike.values():
        ids = {row["id"] for row in rows}
        loose = [row for row in rows if row["parent"] not in ids]
        if len(loose) < 2:
            continue
        yield problem(
            "procurement.twice",
            Severity.DOUBT,
            Place("contract", loose[1]["id"], "name"),
            saying(
                "与{0}签有 {1} 份{2}。请核实是否重复录入或重复采购；是续签的请填“续签自”",
                quoted(records.title("vendor", loose[0]["vendor"])),
                len(loose),
                quoted(loose[0]["name"]),
            ),
            found=str(len(loose)),
            expected="1",
        )


def _modes(records: Records) -> Iterator[Problem]:
    """One problem for each group, or fund without groups: contracts, no renewals, that do not say how."""
    silent: dict[str, list[Row]] = defaultdict(list)
    for contract in records.live("contract"):
        if not contract["procurement"] and not contract["parent"]:
            silent[contract["group"] or contract["fund"] or contract["id"]].append(contract)
    for key, contracts in silent.items():
        group = records.title("contract_group", key) or records.title("fund", key)
        names = first_of([called(contract["name"]) for contract in contracts], LISTED)
        yield problem(
            "procurement.mode",
            Severity.HINT,
            Place("contract", contracts[0]["id"], "procurement"),
            saying("{0}有 {1} 份合同未填采购方式：{2}。请补填", quoted(group), len(contracts), names)
            if group
            else saying("合同未填采购方式：{0}。请补填", names),
            found=str(len(contracts)),
            expected="0",
            about=key,
        )


def _free_items(records: Records, contract: Row) -> Iterator[Problem]:
    items = [row for row in records.of("contract_item", "contract", contract["id"]) if row["amount"] == 0]
    if not items:
        return
    names = listing(called(item["name"]) for item in items)
    yield problem(
        "procurement.free_item",
        Severity.HINT,
        Place("contract_item", items[0]["id"], "amount"),
        saying(
            "合同{0}有 {1} 项明细金额为零：{2}。请核实是否免费提供",
            quoted(contract["name"]),
            len(items),
            names,
        ),
        found=exchanged(Fraction(0)),
        about=contract["id"],
    )
