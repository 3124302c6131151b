"""Whether the amounts agree: items, terms and payments with their contract, spending with its quota."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from models import contract_facts, figures, kinds
from models.checks.amounts import Amounts, exchanged
from models.checks.problem import Place, Problem, Severity, problem, quoted
from models.evaluation import Evaluation
from models.fields import Row
from models.figures import ZERO
from models.records import Records
from models.replacing import index_of
from models.sayings import saying

WHOLE = Fraction(100)
SHARE_SLACK = Fraction(1, 100)
MANY_FUNDS = 3
HALF = Fraction(50)


def agreements(records: Records, evaluation: Evaluation) -> Iterator[Problem]:
    """Contracts whose items or terms add up to something else."""
    amounts = Amounts(records)
    for contract in records.live("contract"):
        yield from _items(records, contract, amounts)
        yield from _terms(records, contract, amounts)


def problems(records: Records, evaluation: Evaluation) -> Iterator[Problem]:
    """Other disagreements of amounts inside contracts, expenses and funds; the declared ones are apart."""
    amounts = Amounts(records)
    for contract in records.live("contract"):
        yield from _overpaid(evaluation, contract, amounts)
    for expense in records.live("expense"):
        yield from _standard(expense, amounts)
    for fund in records.live("fund"):
        yield from _over_quota(records, evaluation, fund, amounts)
        yield from _obligations(records, evaluation, fund, amounts)
    yield from _concentrated(records, evaluation, amounts)
    yield from _after_year(records, evaluation, amounts)


def _known_sum(rows: Sequence[Row], field: str) -> Fraction | None:
    """The sum of a money field; None when there is no row or one of them does not say."""
    values = [figures.in_wan(row[field]) for row in rows]
    known = [value for value in values if value is not None]
    return sum(known, ZERO) if known and len(known) == len(values) else None


def _items(records: Records, contract: Row, amounts: Amounts) -> Iterator[Problem]:
    whole = figures.in_wan(contract["amount"])
    items = _known_sum(records.of("contract_item", "contract", contract["id"]), "amount")
    if whole is None or items is None or whole == items:
        return
    yield problem(
        "money.items",
        Severity.ERROR,
        Place("contract", contract["id"], "amount"),
        saying(
            "合同{0}金额 {1}，明细合计 {2}，差 {3}。请核对合同金额和各项明细",
            quoted(contract["name"]),
            amounts.say(whole),
            amounts.say(items),
            amounts.say_unit(abs(whole - items)),
        ),
        found=exchanged(whole),
        expected=exchanged(items),
    )


def _terms(records: Records, contract: Row, amounts: Amounts) -> Iterator[Problem]:
    terms = records.of("term", "contract", contract["id"])
    whole, due = figures.in_wan(contract["amount"]), _known_sum(terms, "amount")
    place = Place("contract", contract["id"], "amount")
    if whole is not None and due is not None and whole != due:
        yield problem(
            "money.terms",
            Severity.ERROR,
            place,
            saying(
                "合同{0}金额 {1}，付款条款合计 {2}，差 {3}。请核对各期应付金额",
                quoted(contract["name"]),
                amounts.say(whole),
                amounts.say(due),
                amounts.say_unit(abs(whole - due)),
            ),
            found=exchanged(whole),
            expected=exchanged(due),
            mark="amount",
        )
    shares = [figures.exact(term["share"]) for term in terms]
    known = [share for share in shares if share is not None]
    if not known or len(known) < len(shares):
        return
    total = sum(known, ZERO)
    if abs(total - WHOLE) > SHARE_SLACK * len(known):
        yield problem(
            "money.terms",
            Severity.ERROR,
            place,
            saying(
                "合同{0}的付款比例合计 {1}%，应为 100%。请核对各期比例",
                quoted(contract["name"]),
                figures.decimal(total),
            ),
            found=f"{figures.decimal(total)}",
            expected="100",
            mark="share",
        )


def _overpaid(evaluation: Evaluation, contract: Row, amounts: Amounts) -> Iterator[Problem]:
    facts = evaluation.facts.contracts[contract["id"]]
    unpaid = facts["未付"].value
    if unpaid is None or unpaid.numerator >= 0:
        return
    whole, paid = facts["合同金额"].value, facts["已付"].value
    if whole is None or paid is None:
        return
    yield problem(
        "money.overpaid",
        Severity.ERROR,
        Place("contract", contract["id"], "amount"),
        saying(
            "合同{0}金额 {1}，已付 {2}，多付 {3}。请核对付款，或补录变更后的合同金额",
            quoted(contract["name"]),
            amounts.say(whole),
            amounts.say(paid),
            amounts.say_unit(paid - whole),
        ),
        found=exchanged(paid),
        expected=exchanged(whole),
    )


def _standard(expense: Row, amounts: Amounts) -> Iterator[Problem]:
    quantity, standard = figures.exact(expense["quantity"]), figures.in_wan(expense["standard"])
    amount = figures.in_wan(expense["amount"])
    if quantity is None or standard is None or amount is None:
        return
    product = Fraction(kinds.round_half_up(quantity * standard, 6))
    if amounts.agree(amount, product):
        return
    yield problem(
        "money.standard",
        Severity.ERROR,
        Place("expense", expense["id"], "amount"),
        saying(
            "支出{0}：数量 {1} × 标准 {2} ＝ {3}，金额写作 {4}，差 {5}。请核对数量、标准和金额",
            quoted(expense["name"]),
            figures.decimal(quantity),
            amounts.say(standard),
            amounts.say(product),
            amounts.say(amount),
            amounts.say_unit(abs(product - amount)),
        ),
        found=exchanged(amount),
        expected=exchanged(product),
    )


def _over_quota(records: Records, evaluation: Evaluation, fund: Row, amounts: Amounts) -> Iterator[Problem]:
    facts = evaluation.facts.funds[fund["id"]]
    quota, paid = facts["总指标"].value, facts["已支付"].value
    if quota is None or paid is None or paid <= quota:
        return
    name = quoted(records.title("fund", fund["id"]))
    if quota < 0:
        said = saying(
            "项目{0}总指标为负数 {1}。请核对指标文是否录全、调减的金额对不对", name, amounts.say_unit(quota)
        )
    else:
        said = saying(
            "项目{0}总指标 {1}，已支付 {2}，超出 {3}。请核对指标文是否录全、付款是否列错项目",
            name,
            amounts.say(quota),
            amounts.say(paid),
            amounts.say_unit(paid - quota),
        )
    yield problem(
        "money.over_quota",
        Severity.ERROR,
        Place("fund", fund["id"]),
        said,
        found=exchanged(paid),
        expected=exchanged(quota),
    )


def _obligations(records: Records, evaluation: Evaluation, fund: Row, amounts: Amounts) -> Iterator[Problem]:
    facts = evaluation.facts.funds[fund["id"]]
    unpaid, balance = facts["合同未付"].value, facts["结余"].value
    if unpaid is None or balance is None or unpaid <= 0 or unpaid <= balance:
        return
    yield problem(
        "money.obligations",
        Severity.HINT,
        Place("fund", fund["id"]),
        saying(
            "项目{0}未付合同款 {1}，结余 {2}，还差 {3}。请核实以后年度的资金来源",
            quoted(records.title("fund", fund["id"])),
            amounts.say(unpaid),
            amounts.say(balance),
            amounts.say_unit(unpaid - balance),
        ),
        found=exchanged(unpaid),
        expected=exchanged(balance),
    )


def _concentrated(records: Records, evaluation: Evaluation, amounts: Amounts) -> Iterator[Problem]:
    funds = records.live("fund")
    balances = {fund["id"]: evaluation.facts.funds[fund["id"]]["结余"].value for fund in funds}
    known = {key: value for key, value in balances.items() if value is not None and value > 0}
    whole = sum(known.values(), ZERO)
    if len(funds) < MANY_FUNDS or not whole:
        return
    key = max(known, key=lambda each: known[each])
    share = known[key] / whole * 100
    if share <= HALF:
        return
    yield problem(
        "money.concentrated",
        Severity.HINT,
        Place("fund", key),
        saying(
            "结余集中在{0}：{1}，占各项目结余的 {2}。请查明原因",
            quoted(records.title("fund", key)),
            amounts.say_unit(known[key]),
            kinds.show_rate(share),
        ),
        found=exchanged(known[key]),
    )


def _after_year(records: Records, evaluation: Evaluation, amounts: Amounts) -> Iterator[Problem]:
    """Payments after the budget year: one problem for each contract, and for each fund's own expenses."""
    project = figures.project_row(records)
    year = project["year"] if project is not None else None
    if year is None:
        return
    ledgers = evaluation.facts.ledgers
    expenses = contract_facts.dated(records.live("expense"))
    late = [row for ledger in ledgers.values() for row in ledger.late]
    late += contract_facts.late(contract_facts.without_contract(records), year)
    for key, rows in index_of(late, "contract").items():
        yield _late("payment", records.title("contract", key), rows, year, amounts)
    for key, rows in index_of(contract_facts.late(expenses, year), "fund").items():
        what = rows[0]["name"] if len(rows) == 1 else records.title("fund", key)
        yield _late("expense", what, rows, year, amounts)


def _late(table: str, what: str, rows: Sequence[Row], year: int, amounts: Amounts) -> Problem:
    whole = sum((figures.in_wan(row["amount"]) or ZERO for row in rows), ZERO)
    return problem(
        "money.after_year",
        Severity.DOUBT,
        Place(table, rows[0]["id"], "paid_on"),
        saying(
            "{0}{1} 等 {2} 次支付 {3}，在 {4} 年度终了之后，没有计入已支付。请核对日期，或说明列支年度"
            if len(rows) > 1
            else "{0}{1} 支付 {3}，在 {4} 年度终了之后，没有计入已支付。请核对日期，或说明列支年度",
            quoted(what),
            rows[0]["paid_on"],
            len(rows),
            amounts.say_unit(whole),
            year,
        ),
        found=rows[0]["paid_on"],
        expected=str(year),
    )
