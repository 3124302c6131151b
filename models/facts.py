"""The figures that follow from the rows: per fund, per contract, per group, and for the whole project.

Settled here: a row whose required value is missing adds nothing (the problem 缺必填项 stands, the sum is
of the rows that say theirs); a fund without any granting document has no 总指标, hence no rates; a fund
without payments has paid 0.00. The whole project is the sum of its live funds. A payment charged to
another fund counts there for 已支付 and with its contract for 合同已付.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from models import contract_facts, figures, rates, satisfaction
from models.contract_facts import Ledger
from models.fields import Kind, Row
from models.figures import ZERO, Fact, FactSet, Sum, sum_of
from models.records import Records
from models.sayings import saying
from models.steps import Steps, finished, portions

__all__ = ["Fact", "FactSet", "Facts", "compute", "computing"]

CONTRACTS_A_STEP = 200

ALLOCATION_KINDS = ("年初预算", "上年结转", "预算追加", "预算调减")
ADJUSTMENT_KINDS = ("预算追加", "预算调减")
SPOKEN = (
    *(rates.EXECUTION, rates.ADJUSTMENT, rates.CARRY_OVER, "总指标", "已支付", "结余", *ALLOCATION_KINDS),
    *("核查金额", "合同数", "合同金额", "以前年度已付", "本年已付", "未付", "已付", "明细合计"),
    *(rates.OWN_ADJUSTMENT, "全年预算数", "到位资金", "申报合同总额", satisfaction.NAME),
    *("资料应提供数", "资料已提供数", "里程碑逾期天数", "逾期里程碑数"),
    *("名单人数", "名单缺电话人数", "疑似代签人数"),
)
"""The facts that the window speaks of by their names, alone and in calculations."""
CONTRACT_SUMS = {
    "合同金额": "合同金额",
    "合同已付": "已付",
    "合同未付": "未付",
    "以前年度已付": "以前年度已付",
    "明细合计": "明细合计",
}
"""The sums over contracts, and the fact of a contract that each is of."""
NO_QUOTA = saying("没有资金指标")
NO_YEAR = saying("预算年度未填，不知道哪些付款属于本年")


@dataclass(frozen=True, slots=True)
class Facts:
    """Every fact of an evaluation; funds, contracts, groups and surveys by their row's id.

    A contract has 合同金额, 已付 (all years), 本年已付, 以前年度已付, 未付, 明细合计; a group the same
    and 合同数; a survey's one fact is its 满意度. The ledgers, of contracts, are what the next
    computation takes over where nothing has changed.
    """

    project: FactSet
    funds: Mapping[str, FactSet]
    contracts: Mapping[str, FactSet]
    groups: Mapping[str, FactSet]
    surveys: Mapping[str, Fact]
    ledgers: Mapping[str, Ledger] = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class _Extent:
    """The live rows that one set of facts is about, and its payments of the year: a fund's, or all."""

    funds: Sequence[Row]
    allocations: Sequence[Row]
    payments: Sum
    expenses: Sequence[Row]
    contracts: Sequence[Row]
    requests: Sequence[Row]
    milestones: Sequence[Row]
    entries: Sequence[Row]
    whole: bool = False


def compute(records: Records, previous: Facts | None = None) -> Facts:
    """All facts from the rows as they stand; money in 万元, exactly.

    The facts of an earlier state make it quick, and change nothing.
    """
    return finished(computing(records, previous))


def computing(records: Records, previous: Facts | None = None) -> Steps[Facts]:
    """The same in steps."""
    row = figures.project_row(records)
    year = row["year"] if row is not None and isinstance(row["year"], int) else None
    ledgers = yield from _ledgers(records, year, previous.ledgers if previous is not None else {})
    contracts = {key: ledger.facts for key, ledger in ledgers.items()}
    surveys = {one["id"]: satisfaction.index(records, one) for one in records.live("survey")}
    yield
    groups = {
        one["id"]: contract_facts.of_group(records.of("contract", "group", one["id"]), contracts)
        for one in records.live("contract_group")
    }
    yield
    charged = _charged(records, ledgers, year)
    yield
    extents = _extents(records, charged)
    unasked = Fact(satisfaction.NAME, None, Kind.PERCENT, "", (), saying("满意度调查不分资金项目"))
    funds: dict[str, FactSet] = {}
    for fund_id, extent in extents.items():
        yield
        sets = [contracts[row["id"]] for row in extent.contracts]
        found = yield from _facts(records, extent, sets, unasked, year)
        funds[fund_id] = {**found, "核查金额": _inspected(extent.funds[0], found["已支付"])}
    yield
    sets = [each for each in funds.values() if each["合同数"].value]
    surveyed = satisfaction.overall(records, surveys)
    project = yield from _facts(records, _whole(records, extents), sets, surveyed, year)
    inspected = contract_facts.summed("核查金额", tuple(funds.values()), "核查金额", saying("各项目合计"))
    if not funds:
        inspected = replace(project["已支付"], name="核查金额")
    return Facts({**project, "核查金额": inspected}, funds, contracts, groups, surveys, ledgers)


def _ledgers(records: Records, year: int | None, before: Mapping[str, Ledger]) -> Steps[dict[str, Ledger]]:
    made: dict[str, Ledger] = {}
    for contracts in portions(records.live("contract"), CONTRACTS_A_STEP):
        for one in contracts:
            made[one["id"]] = contract_facts.ledger(records, one, year, before.get(one["id"]))
        yield
    return made


def charged_fund(records: Records, payment: Row) -> str | None:
    """The id of the fund that bears a payment: the one it names, else its contract's."""
    if payment["fund"]:
        return str(payment["fund"])
    contract = records.get("contract", payment["contract"])
    return contract["fund"] if contract is not None else None


def fund_of_milestone(records: Records, milestone: Row) -> str | None:
    """The id of the fund that a milestone is about: the one it names, else its contract's."""
    contract = records.get("contract", milestone["contract"])
    own: str | None = milestone["fund"]
    return own or (contract["fund"] if contract is not None else None)


def overdue_days(milestone: Row, ended_on: str | None) -> int | None:
    """How many days at least a milestone was late (0 = not late); None when that cannot be said.

    A milestone not reached yet is measured at the evaluation's end.
    """
    between = figures.days_between(milestone["planned_on"], milestone["actual_on"] or ended_on)
    if between is None:
        return None
    least, most = between
    return least if least > 0 else 0 if most <= 0 or milestone["actual_on"] else None


def _charged(records: Records, ledgers: Mapping[str, Ledger], year: int | None) -> dict[str, Sum]:
    """What the payments of the year add to each fund; contract by contract, then those without one."""
    astray = contract_facts.without_contract(records)
    sums: dict[str, list[Sum]] = defaultdict(list)
    for charged in (
        *(ledger.charged for ledger in ledgers.values()),
        contract_facts.charged(astray, None, year),
    ):
        for fund, each in charged.items():
            sums[fund].append(each)
    return {fund: Sum.together(each) for fund, each in sums.items()}


def _extents(records: Records, payments: Mapping[str, Sum]) -> dict[str, _Extent]:
    milestones: dict[str | None, list[Row]] = defaultdict(list)
    for row in records.live("milestone"):
        milestones[fund_of_milestone(records, row)].append(row)
    return {
        fund["id"]: _Extent(
            funds=(fund,),
            allocations=records.of("allocation", "fund", fund["id"]),
            payments=payments.get(fund["id"], Sum()),
            expenses=records.of("expense", "fund", fund["id"]),
            contracts=records.of("contract", "fund", fund["id"]),
            requests=records.of("request", "fund", fund["id"]),
            milestones=milestones[fund["id"]],
            entries=tuple(
                entry
                for roster in records.of("roster", "fund", fund["id"])
                for entry in records.of("roster_entry", "roster", roster["id"])
            ),
        )
        for fund in records.live("fund")
    }


def _whole(records: Records, extents: Mapping[str, _Extent]) -> _Extent:
    every = tuple(extents.values())
    return _Extent(
        funds=records.live("fund"),
        allocations=tuple(row for extent in every for row in extent.allocations),
        payments=Sum.together([extent.payments for extent in every]),
        expenses=tuple(row for extent in every for row in extent.expenses),
        contracts=tuple(row for extent in every for row in extent.contracts),
        requests=records.live("request"),
        milestones=records.live("milestone"),
        entries=records.live("roster_entry"),
        whole=True,
    )


def _facts(
    records: Records, extent: _Extent, summands: Sequence[FactSet], surveyed: Fact, year: int | None
) -> Steps[dict[str, Fact]]:
    found: dict[str, Fact] = {}
    for fact in (*_budget(extent), *_spending(extent, year)):
        found[fact.name] = fact
    found["结余"] = figures.difference("结余", found["总指标"], found["已支付"])
    yield
    for fact in _contracts(extent, summands):
        found[fact.name] = fact
        yield
    found["申报合同总额"] = _declared(extent)
    for fact in (*_papers(extent), *_milestones(records, extent), *_people(extent)):
        found[fact.name] = fact
    found[satisfaction.NAME] = surveyed
    for fact in rates.rates(records, found, _own_adjustments(extent)):
        found[fact.name] = fact
    return found


def _budget(extent: _Extent) -> tuple[Fact, ...]:
    counted = [row for row in extent.allocations if row["kind"] in ALLOCATION_KINDS]
    none = ZERO if counted else None

    def of(name: str, kinds: Sequence[str]) -> Fact:
        given = sum_of("allocation", [row for row in counted if row["kind"] in kinds])
        return figures.total(name, given, of=saying("资金指标"), empty=none, reason=NO_QUOTA)

    received = Sum.of(
        "allocation",
        [
            (row, figures.in_fen(row["amount"] if amount is None else amount))
            for row in counted
            for amount in (row["received_amount"],)
        ],
    )
    without_carried = [kind for kind in ALLOCATION_KINDS if kind != "上年结转"]
    return (
        *(of(kind, (kind,)) for kind in ALLOCATION_KINDS),
        of("总指标", ALLOCATION_KINDS),
        of("全年预算数", without_carried),
        figures.total("到位资金", received, of=saying("资金指标"), empty=none, reason=NO_QUOTA),
    )


def _own_adjustments(extent: _Extent) -> Fact:
    rows = [row for row in extent.allocations if row["kind"] in ADJUSTMENT_KINDS and not row["policy_driven"]]
    return figures.total("自行调整额", sum_of("allocation", rows), of=saying("资金指标"))


def _spending(extent: _Extent, year: int | None) -> tuple[Fact, ...]:
    if year is None:
        return (Fact("已支付", None, Kind.MONEY, "", (), NO_YEAR),)
    spent = contract_facts.of_year("expense", contract_facts.dated(extent.expenses), year, undated=True)
    fact = figures.total("已支付", Sum.together((extent.payments, spent)), of=saying("付款和支出"))
    return (fact,)


def _contracts(extent: _Extent, summands: Sequence[FactSet]) -> Iterator[Fact]:
    """The sums over contracts; for the whole project over what each fund has of them."""
    number = len(extent.contracts)
    said = saying("合同 {0} 份合计", number)
    yield figures.count("合同数", "contract", extent.contracts, saying("合同 {0} 份", number))
    for name, of in CONTRACT_SUMS.items():
        yield contract_facts.summed(name, summands, name if extent.whole else of, said)


def _declared(extent: _Extent) -> Fact:
    declared = [row for row in extent.funds if row["declared_contracts"] is not None]
    given = sum_of("fund", declared, "declared_contracts")
    return figures.total(
        "申报合同总额", given, of=saying("申报数"), empty=None, reason=saying("没有申报合同总额")
    )


def _inspected(fund: Row, paid: Fact) -> Fact:
    """What was checked on site: the amount typed, else all that was paid."""
    typed = figures.in_wan(fund["inspected_amount"])
    if typed is None:
        return Fact("核查金额", paid.value, Kind.MONEY, saying("已支付的全部"), paid.sources, paid.reason)
    return Fact("核查金额", typed, Kind.MONEY, saying("填写的现场核查金额"), (("fund", fund["id"]),))


def _papers(extent: _Extent) -> tuple[Fact, ...]:
    due = [row for row in extent.requests if row["state"] != "不适用"]
    given = [row for row in due if row["state"] == "已提供"]
    return (
        figures.count("资料应提供数", "request", due, saying("资料清单 {0} 项（不适用的除外）", len(due))),
        figures.count(
            "资料已提供数", "request", given, saying("已提供 {0} 项（部分提供的不计）", len(given))
        ),
    )


def _milestones(records: Records, extent: _Extent) -> tuple[Fact, ...]:
    project = figures.project_row(records)
    ended_on = project["ended_on"] if project is not None else None
    measured = [(row, overdue_days(row, ended_on)) for row in extent.milestones]
    days = [late for _, late in measured if late is not None]
    late_rows = [row for row, late in measured if late]
    sources = tuple(("milestone", row["id"]) for row in late_rows)
    largest = Fraction(max(days)) if days else None
    return (
        Fact(
            "里程碑逾期天数",
            largest,
            Kind.INTEGER,
            saying("逾期最长的里程碑，至少的天数"),
            sources,
            "" if days else saying("没有可以比较计划日期和实际日期的里程碑"),
        ),
        figures.count("逾期里程碑数", "milestone", late_rows, saying("逾期里程碑 {0} 个", len(late_rows))),
    )


def _people(extent: _Extent) -> tuple[Fact, ...]:
    silent = [row for row in extent.entries if not row["phone"]]
    proxies = [row for row in extent.entries if row["signed_by_proxy"]]
    return (
        figures.count("名单人数", "roster_entry", extent.entries, saying("名单 {0} 人", len(extent.entries))),
        figures.count("名单缺电话人数", "roster_entry", silent, saying("没有电话 {0} 人", len(silent))),
        figures.count("疑似代签人数", "roster_entry", proxies, saying("疑似代签 {0} 人", len(proxies))),
    )
