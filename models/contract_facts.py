"""What follows for a contract and a group of contracts: amount, paid by year, unpaid, items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from models import figures
from models.fields import Kind, Row
from models.figures import ZERO, Fact, FactSet, Part, parts
from models.records import Records

NO_YEAR = "预算年度未填"


def of_year(table: str, rows: Sequence[Row], year: int, *, undated: bool) -> tuple[Part, ...]:
    """What the rows of one year add to a sum.

    A row without a date is the year's where `undated` is allowed, else it is counted as not saying.
    """
    found = []
    for row in rows:
        paid_in = figures.year_of(row["paid_on"])
        if paid_in == year or (paid_in is None and undated):
            found.append(Part((table, row["id"]), figures.in_fen(row["amount"])))
        elif paid_in is None:
            found.append(Part((table, row["id"]), None))
    return tuple(found)


def of_contract(records: Records, contract: Row, year: int | None) -> FactSet:
    """The facts of one contract: 合同金额, 已付 (all years), 本年已付, 以前年度已付, 未付, 明细合计."""
    payments = records.of("payment", "contract", contract["id"])
    items = records.of("contract_item", "contract", contract["id"])
    earlier = [row for row in payments if year and (figures.year_of(row["paid_on"]) or year) < year]
    earlier_paid = figures.total("以前年度已付", parts("payment", earlier), of="以前年度付款")
    source = (("contract", contract["id"]),)
    amount = figures.in_wan(contract["amount"])
    missing = "合同金额未填" if amount is None else ""
    price = Fact("合同金额", amount, Kind.MONEY, "", source, missing)
    paid = figures.total("已付", parts("payment", payments), of="付款")
    unknown_year = Fact("本年已付", None, Kind.MONEY, "", (), NO_YEAR)
    this_year = (
        unknown_year
        if year is None
        else figures.total("本年已付", of_year("payment", payments, year, undated=False), of="本年付款")
    )
    return {
        "合同金额": price,
        "已付": paid,
        "本年已付": this_year,
        "以前年度已付": replace(unknown_year, name="以前年度已付") if year is None else earlier_paid,
        "未付": figures.difference("未付", price, paid),
        "明细合计": figures.total(
            "明细合计", parts("contract_item", items), of="合同明细", empty=None, reason="没有合同明细"
        ),
    }


def summed(name: str, sets: Sequence[FactSet], of: str, calculation: str) -> Fact:
    """The sum of one fact over several contracts; missing only where no contract says it."""
    known = [one[of] for one in sets if one[of].value is not None]
    sources = tuple(source for one in sets for source in one[of].sources)
    if sets and not known:
        return Fact(name, None, Kind.MONEY, calculation, sources, sets[0][of].reason)
    value = sum((fact.value for fact in known if fact.value is not None), ZERO)
    return Fact(name, value, Kind.MONEY, calculation, sources)


def of_group(rows: Sequence[Row], contracts: Mapping[str, FactSet]) -> FactSet:
    """The sums of a group's contracts, under the same names, and 合同数."""
    sets = [contracts[row["id"]] for row in rows]
    said = f"合同 {len(sets)} 份合计"
    names = ("合同金额", "已付", "本年已付", "以前年度已付", "未付", "明细合计")
    found = {name: summed(name, sets, name, said) for name in names}
    return {**found, "合同数": figures.count("合同数", "contract", rows, f"合同 {len(sets)} 份")}
