"""The charts of the report, from the material of its chapters; None where there is nothing to draw."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models import contract_facts, figures, kinds, rates
from models.dates import Span
from models.evaluation import Node
from models.fields import Row, Value
from models.figures import ZERO, FactSet
from models.report.blocks import Bar, Chart, ChartItem, Due, Level, Paid, Source
from models.report.chart_periods import known_span, period_words, periods
from models.report.material import Material, fund_name, fund_source
from models.report.wording import NOTHING
from models.sayings import joined, saying, word

MOST_BARS, MOST_STEPS, MOST_TERMS = 40, 12, 8
"""How many bars, and how many periods of payments and of terms, one chart shows at most."""

# 得分


def level_scores(material: Material) -> Chart | None:
    """The score of every level-1 indicator in its weight, and the total."""
    evaluation = material.evaluation
    bars = [_score_bar(node) for node in evaluation.roots if not node.absent]
    if not bars:
        return None
    shown, notes = _largest(bars, "项一级指标")
    grade = f"　等次为{evaluation.grade}" if evaluation.grade else ""
    total = Bar("合计", f"{_points(evaluation.total)} / {_points(evaluation.weight)}{grade}", total=True)
    if evaluation.scored != evaluation.total:
        notes.append(f"各项得分相加为{_points(evaluation.scored)}，合计按封顶或一票否决的规定计。")
    return Chart("一级指标得分情况图", "bars", (*shown, total), "框为分值，实为得分", tuple(notes))


def _score_bar(node: Node) -> Bar:
    score = None if node.score is None else Fraction(node.score)
    weight = None if node.weight is None else Fraction(node.weight)
    said = f"{_points(node.score)} / {_points(node.weight)}"
    if score is None:
        said += "　未评"
    elif node.open_points:
        said += f"　另有{_points(node.open_points)}未评"
    name = _named(node.row["code"], node.row["name"] or "未命名指标")
    return Bar(name, said, ("indicator", node.id, "weight"), weight, score)


def _points(value: Decimal | None) -> str:
    return NOTHING if value is None else kinds.show_number(kinds.round_half_up(value))


def _named(code: str | None, name: str) -> str:
    return "　".join(word for word in (code, name) if word)


def _largest(bars: Sequence[Bar], counted: str) -> tuple[list[Bar], list[str]]:
    """The longest bars in their own order, and a note on those for which there is no room."""
    order = sorted(range(len(bars)), key=lambda at: -(bars[at].outlined or ZERO))
    kept = sorted(order[:MOST_BARS])
    left = len(bars) - len(kept)
    return [bars[at] for at in kept], [f"另有{left}{counted}未画出，合计包括在内。"] if left else []


# 资金执行


def execution_by_fund(material: Material) -> Chart | None:
    """What every fund has paid of its quota, its execution rate, and the whole project."""
    if not material.funds:
        return None
    bars = []
    for fund in material.funds:
        name = _named(fund["code"], fund["short_name"] or fund_name(fund))
        bars.append(_execution_bar(material, name, material.of_fund(fund), fund_source(fund, "已支付")))
    shown, notes = _largest(bars, "个项目")
    total = _execution_bar(material, "合计", material.facts.project, "已支付", total=True)
    base = material.records.setting("execution_base")
    if base != "总指标":
        notes.append(f"执行率以{base}为分母。")
    reading = f"框为总指标，实为已支付　单位：{material.money_line}"
    return Chart("各项目预算执行情况图", "bars", (*shown, total), reading, tuple(notes))


def _execution_bar(
    material: Material, label: str, facts: FactSet, source: Source, *, total: bool = False
) -> Bar:
    voice, quota, paid = material.voice, facts["总指标"].value, facts["已支付"].value
    said = f"{voice.amount(paid)} / {voice.amount(quota)}　{facts[rates.EXECUTION].shown}"
    if quota is not None and paid is not None and paid > quota:
        said += f"　超出{voice.amount(paid - quota)}"
    return Bar(label, said, source, quota, paid, total)


# 合同付款


@dataclass(frozen=True, slots=True)
class _Dated:
    """A term with its amount in 万元 and the days it stands for."""

    row: Row
    amount: Fraction | None
    when: Span | None


@dataclass(slots=True)
class _Paid:
    """The payments of one stored date that say an amount: the first of them, and all in 分."""

    first: Row
    when: Span | None
    fen: int = 0
    count: int = 0


def payments_over_time(material: Material, fund: Row | None = None) -> Chart | None:
    """What was paid on the contracts of a fund, or of all, over time, and when their terms fall due.

    Dates known only to the month or year stand for all their days; what has no date is counted in a note.
    """
    records = material.records
    contracts = material.contracts if fund is None else records.of("contract", "fund", fund["id"])
    payments = [row for contract in contracts for row in records.of("payment", "contract", contract["id"])]
    dates = _by_date(payments)
    terms = [
        _Dated(row, contract_facts.due(records, row), known_span(row["due_on"]) or known_span(row["met_on"]))
        for contract in contracts
        for row in records.of("term", "contract", contract["id"])
    ]
    paid = tuple(_paid(material, dates))
    due = tuple(_due(material, terms, several=len(contracts) > 1))
    if not paid and not due:
        return None
    name = saying("全部项目") if fund is None else fund_name(fund)
    items: tuple[ChartItem, ...] = (*_level(material, fund), *paid, *due)
    notes = (*_unpaid_notes(material, payments, dates), *_term_notes(terms))
    return Chart(saying("{0}合同付款进度图", name), "time", items, _reading(material, paid, due), notes)


def _level(material: Material, fund: Row | None) -> Iterator[Level]:
    name = "合同金额"
    facts = material.facts.project if fund is None else material.of_fund(fund)
    amount = facts[name].value
    if amount is not None and facts["合同数"].value:
        source = name if fund is None else fund_source(fund, name)
        yield Level(word(name), material.voice.amount(amount), amount, source)


def _by_date(payments: Sequence[Row]) -> list[_Paid]:
    """The payments that say an amount, by their date, in the order in which the dates are met first."""
    dates: dict[Value, _Paid] = {}
    for row in payments:
        fen, stored = figures.in_fen(row["amount"]), row["paid_on"]
        if fen is None:
            continue
        if stored not in dates:
            dates[stored] = _Paid(row, known_span(stored))
        found = dates[stored]
        found.fen += fen
        found.count += 1
    return list(dates.values())


def _paid(material: Material, dates: Sequence[_Paid]) -> Iterator[Paid]:
    """The payments of each period, in the order in which the periods end, with what was paid by then."""
    groups: dict[Span, list[_Paid]] = {}
    standing = periods([each.when for each in dates if each.when is not None], MOST_STEPS)
    for each in dates:
        if each.when is not None:
            groups.setdefault(standing[each.when], []).append(each)
    voice, so_far = material.voice, ZERO
    for when in sorted(groups, key=lambda span: (span.last, span.first)):
        amount = kinds.wan(sum(each.fen for each in groups[when]))
        so_far += amount
        label = saying("{0}付款{1}", period_words(when), voice.amount(amount))
        source = ("payment", str(groups[when][0].first["id"]), "amount")
        yield Paid(label, saying("累计{0}", voice.amount(so_far)), when, amount, source)


def _due(material: Material, terms: Iterable[_Dated], *, several: bool) -> Iterator[Due]:
    """The terms of each period, those whose condition is met apart from the others."""
    groups: dict[tuple[Span, bool], list[_Dated]] = {}
    dated = [(each, each.when) for each in terms if each.when is not None]
    standing = periods([when for _, when in dated], MOST_TERMS)
    for each, when in dated:
        groups.setdefault((standing[when], bool(each.row["met_on"])), []).append(each)
    for when, met in sorted(groups, key=lambda key: (key[0].last, key[0].first, not key[1])):
        found = groups[when, met]
        known = [each.amount for each in found if each.amount is not None]
        amount = material.voice.amount(figures.added(known) if known else None)
        state = saying("条件已成就") if met else saying("条件未成就或未填")
        label = _terms(material, found, several)
        source = ("term", str(found[0].row["id"]), "due_on")
        yield Due(label, saying("{0}　{1}　{2}", period_words(when), amount, state), when, met, source)


def _terms(material: Material, found: Sequence[_Dated], several: bool) -> str:
    if len(found) > 1:
        return saying("{0}条付款条款", len(found))
    return _term(material, found[0].row, several)


def _term(material: Material, term: Row, several: bool) -> str:
    condition = term["condition"] or saying("未写明条件")
    contract = material.records.get("contract", term["contract"])
    name = contract["name"] if contract is not None and several else ""
    return saying("{0}：{1}", name, condition) if name else condition


def _reading(material: Material, paid: Sequence[Paid], due: Sequence[Due]) -> str:
    words: list[str] = []
    if paid:
        stretched = any(each.when.first != each.when.last for each in paid)
        words.append(saying("线为累计付款，浅色段为付款所在期间" if stretched else "线为累计付款"))
    if due:
        words.append(saying("菱形为付款条款，实心为条件已成就"))
    return joined("　", (*words, saying("单位：{0}", word(material.money_line))))


def _unpaid_notes(material: Material, payments: Sequence[Row], dates: Sequence[_Paid]) -> Iterator[str]:
    undated = [each for each in dates if each.when is None]
    silent = len(payments) - sum(each.count for each in dates)
    if undated:
        amount = material.voice.money(kinds.wan(sum(each.fen for each in undated))).text
        count = sum(each.count for each in undated)
        yield saying("另有{0}笔付款没有可用的日期，合计{1}，未画出。", count, amount)
    if silent:
        yield saying("另有{0}笔付款没有金额，未画出。", silent)


def _term_notes(terms: Sequence[_Dated]) -> Iterator[str]:
    undated = sum(each.when is None for each in terms)
    if any(each.when is not None and known_span(each.row["due_on"]) is None for each in terms):
        yield saying("没有应付日期的付款条款，画在条件成就日期处。")
    if undated:
        yield saying("另有{0}条付款条款没有应付日期和条件成就日期，未画出。", undated)
