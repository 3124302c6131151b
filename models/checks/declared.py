"""What the unit declared against what the rows give; a slip that only follows is not named twice."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models import figures, kinds
from models.checks.amounts import Amounts, exchanged, rate
from models.checks.problem import Place, Problem, Severity, problem, quoted
from models.evaluation import Evaluation
from models.facts import FactSet
from models.fields import Row
from models.figures import ZERO
from models.records import Records
from models.sayings import calculation, listing, saying

ORIGINS = {
    "declared_contracts": ("declared_amount", "合同金额"),
    "declared_paid": ("declared_paid", "本年已付"),
}
"""A fund's declared totals, by the declared field and the fact of its groups that they are made of."""


def problems(records: Records, evaluation: Evaluation) -> Iterator[Problem]:
    """Declared amounts and rates of contracts, groups, funds and in total that the rows do not give."""
    check = _Declared(records, evaluation)
    for contract in records.live("contract"):
        if contract["declared_amount"] is not None or contract["declared_paid"] is not None:
            yield from check.contract(contract)
    for group in records.live("contract_group"):
        yield from check.group(group)
    for fund in records.live("fund"):
        yield from check.fund(fund)
    yield from check.total()


class _Declared:
    def __init__(self, records: Records, evaluation: Evaluation) -> None:
        self._records = records
        self._facts = evaluation.facts
        self._amounts = Amounts(records)
        row = figures.project_row(records)
        self._year = saying(" {0} 年", row["year"]) if row is not None and row["year"] else saying("本年")

    def contract(self, row: Row) -> Iterator[Problem]:
        facts, name = self._facts.contracts[row["id"]], saying("合同{0}", quoted(row["name"]))
        amount, paid = facts["合同金额"].value, facts["本年已付"].value
        yield from self._compare(
            "contract", row, "declared_amount", amount, saying("{0}申报金额", name), saying("合同金额")
        )
        what = saying("{0}申报{1}支付", name, self._year)
        yield from self._compare("contract", row, "declared_paid", paid, what, saying("付款合计"))

    def group(self, row: Row) -> Iterator[Problem]:
        facts, name = self._facts.groups[row["id"]], saying("分组{0}", quoted(row["name"]))
        if not facts["合同数"].value:
            return
        amount, paid = facts["合同金额"].value, facts["本年已付"].value
        what = saying("{0}申报合同小计", name)
        yield from self._compare("contract_group", row, "declared_amount", amount, what, saying("合同合计"))
        what = saying("{0}申报{1}支付", name, self._year)
        yield from self._compare("contract_group", row, "declared_paid", paid, what, saying("付款合计"))

    def fund(self, row: Row) -> Iterator[Problem]:
        facts, name = (
            self._facts.funds[row["id"]],
            saying("项目{0}", quoted(self._records.title("fund", row["id"]))),
        )
        quota, contracts, paid = (facts[each].value for each in ("总指标", "合同金额", "已支付"))
        what = saying("{0}申报总指标", name)
        yield from self._compare("fund", row, "declared_quota", quota, what, saying("资金指标合计"))
        if facts["合同数"].value:
            what = saying("{0}申报合同总额", name)
            yield from self._compare("fund", row, "declared_contracts", contracts, what, saying("合同合计"))
        if facts["已支付"].sources or facts["合同数"].value:
            what = saying("{0}申报已支付", name)
            yield from self._compare("fund", row, "declared_paid", paid, what, saying("付款和支出合计"))
        else:
            yield from self._unbacked(row, name)
        if facts["已支付"].sources:
            yield from self._balance(row, facts, name)
            yield from self._rate(row, facts, name)

    def total(self) -> Iterator[Problem]:
        """The declared payments added up, which no row holds but every report prints."""
        declared = {fund["id"]: figures.in_wan(fund["declared_paid"]) for fund in self._records.live("fund")}
        known = {key: value for key, value in declared.items() if value is not None}
        computed, project = self._facts.project["已支付"].value, figures.project_row(self._records)
        whole = sum(known.values(), ZERO)
        if not known or len(known) < len(declared) or project is None or computed is None:
            return
        if self._amounts.agree(whole, computed):
            return
        paid = {key: self._facts.funds[key]["已支付"].value or ZERO for key in known}
        off = [key for key, value in known.items() if not self._amounts.agree(value, paid[key])]
        funds = listing(self._records.key_of("fund", fund) for fund in map(self._fund, off) if fund)
        yield problem(
            "money.declared_total",
            Severity.HINT,
            Place("project", project["id"]),
            saying(
                "各项目申报已支付合计 {0}，付款和支出合计 {1}，差 {2}，出自 {3}。改正后合计随之相符"
                if funds
                else "各项目申报已支付合计 {0}，付款和支出合计 {1}，差 {2}。请核对各项目的申报数",
                self._amounts.say(whole),
                self._amounts.say(computed),
                self._amounts.say_unit(abs(whole - computed)),
                funds,
            ),
            found=exchanged(whole),
            expected=exchanged(computed),
        )

    def _fund(self, fund_id: str) -> Row | None:
        return self._records.get("fund", fund_id)

    def _compare(
        self, table: str, row: Row, field: str, computed: Fraction | None, what: str, against: str
    ) -> Iterator[Problem]:
        declared = figures.in_wan(row[field])
        if declared is None or computed is None or self._amounts.agree(declared, computed):
            return
        origin = self._origin(row, field, declared - computed) if table == "fund" else ""
        yield problem(
            "money.declared",
            Severity.ERROR,
            Place(table, row["id"], field),
            saying(
                "{0} {1}，{2} {3}，差 {4}{5}。请核对申报数和明细",
                what,
                self._amounts.say(declared),
                against,
                self._amounts.say(computed),
                self._amounts.say_unit(abs(declared - computed)),
                origin,
            ),
            found=exchanged(declared),
            expected=exchanged(computed),
        )

    def _origin(self, fund: Row, field: str, gap: Fraction) -> str:
        """The groups whose own slips make up the fund's, if they make it up exactly."""
        if field not in ORIGINS:
            return ""
        declared_field, fact = ORIGINS[field]
        named, made = [], ZERO
        for group in self._records.of("contract_group", "fund", fund["id"]):
            declared = figures.in_wan(group[declared_field])
            computed = self._facts.groups[group["id"]][fact].value
            if declared is not None and computed is not None and declared != computed:
                made += declared - computed
                both = self._amounts.say(declared), self._amounts.say(computed)
                named.append(saying("{0}（{1} 与 {2}）", quoted(group["name"]), *both))
        return saying("，出自分组{0}", listing(named)) if named and made == gap else ""

    def _unbacked(self, fund: Row, name: str) -> Iterator[Problem]:
        declared = figures.in_wan(fund["declared_paid"])
        if not declared:
            return
        yield problem(
            "money.unbacked",
            Severity.DOUBT,
            Place("fund", fund["id"], "declared_paid"),
            saying(
                "{0}申报已支付 {1}，却没有合同付款或支出明细。请补录明细",
                name,
                self._amounts.say_unit(declared),
            ),
            found=exchanged(declared),
            expected=exchanged(ZERO),
        )

    def _balance(self, fund: Row, facts: FactSet, name: str) -> Iterator[Problem]:
        quota, paid = figures.in_wan(fund["declared_quota"]), figures.in_wan(fund["declared_paid"])
        declared, computed = figures.in_wan(fund["declared_balance"]), facts["结余"].value
        if quota is None or paid is None or declared != quota - paid:
            what, against = saying("{0}申报结余", name), saying("总指标减已支付")
            yield from self._compare("fund", fund, "declared_balance", computed, what, against)

    def _rate(self, fund: Row, facts: FactSet, name: str) -> Iterator[Problem]:
        declared, computed = figures.exact(fund["declared_rate"]), facts["预算执行率"].value
        if declared is None or computed is None:
            return
        quota, paid = figures.in_wan(fund["declared_quota"]), figures.in_wan(fund["declared_paid"])
        own = paid / quota * 100 if quota and paid is not None else None
        if any(value is not None and _same_rate(declared, value) for value in (computed, own)):
            return
        yield problem(
            "money.declared",
            Severity.ERROR,
            Place("fund", fund["id"], "declared_rate"),
            saying(
                "{0}申报执行率 {1}%，{2} ＝ {3}。请核对申报数",
                name,
                figures.decimal(declared),
                calculation(facts["预算执行率"].calculation),
                kinds.show_rate(computed),
            ),
            found=f"{figures.decimal(declared)}",
            expected=rate(computed),
        )


def _same_rate(declared: Fraction, computed: Fraction) -> bool:
    """Whether the rate rounds to the declared one; a whole declared rate is read at two decimals."""
    decimals = -int(figures.decimal(declared).as_tuple().exponent)
    return Fraction(kinds.round_half_up(computed, decimals if decimals > 0 else 2)) == declared
