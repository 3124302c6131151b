"""The three budget rates against their standards, and the granting documents' numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from models import figures, kinds, rates
from models.checks.amounts import Amounts, exchanged, rate
from models.checks.problem import Place, Problem, Severity, first_of, problem, quoted
from models.evaluation import Evaluation
from models.fields import Row
from models.records import Records
from models.sayings import calculation, listing, saying, word

WRONG_BRACKETS = re.compile(r"[（(\[【［]\s*((?:19|20)\d{2})\s*[)）\]】］]")
NUMBER = re.compile(
    r"\s*(\D{2,12}?)\s*[〔（(\[【［]\s*((?:19|20)\d{2})\s*[〕)）\]】］]\s*第?\s*0*(\d{1,8})\s*号?\s*"
)
LISTED = 12
ORGAN = 2
"""How many characters of a document number's prefix name the organ: 长财行字 and 长财预字 are both 长财."""


@dataclass(frozen=True, slots=True)
class _Standard:
    check: str
    fact: str
    setting: str
    low_is_bad: bool = False
    both_ways: bool = False


STANDARDS = (
    _Standard("budget.execution", rates.EXECUTION, "execution_standard", low_is_bad=True),
    _Standard("budget.adjustment", rates.ADJUSTMENT, "adjustment_standard", both_ways=True),
    _Standard("budget.carry_over", rates.CARRY_OVER, "carry_over_standard"),
)


def problems(records: Records, evaluation: Evaluation) -> Iterator[Problem]:
    """Rates beyond their standards or without a value, reductions that add, doubtful document numbers."""
    for standard in STANDARDS:
        yield from _against(records, evaluation, standard)
    yield from _reductions(records)
    for table in ("basis", "allocation"):
        yield from _brackets(records, table)
    yield from _prefixes(records)


def _against(records: Records, evaluation: Evaluation, standard: _Standard) -> Iterator[Problem]:
    fact, project = evaluation.facts.project[standard.fact], figures.project_row(records)
    if project is None:
        return
    if fact.value is None:
        yield from _no_rate(records, project, fact)
        return
    shown = Fraction(kinds.round_half_up(fact.value))
    limit = figures.setting(records, standard.setting)
    off = abs(shown) if standard.both_ways else shown
    gap = limit - off if standard.low_is_bad else off - limit
    if gap <= 0:
        return
    yield problem(
        standard.check,
        Severity.DOUBT,
        Place("project", project["id"]),
        saying(
            "{0} {1}，低于标准值 {2} 个百分点（标准值 {3}）。{0} ＝ {4}。请查明原因"
            if standard.low_is_bad
            else "{0} {1}，超过标准值 {2} 个百分点（标准值 {3}）。{0} ＝ {4}。请查明原因",
            word(fact.name),
            kinds.show_rate(shown),
            kinds.show_number(kinds.round_half_up(gap)),
            kinds.show_rate(limit),
            calculation(fact.calculation),
        ),
        found=rate(shown),
        expected=rate(limit),
    )


def _no_rate(records: Records, project: Row, fact: figures.Fact) -> Iterator[Problem]:
    if records.live("allocation"):
        yield problem(
            "budget.no_rate",
            Severity.HINT,
            Place("project", project["id"]),
            saying("{0}无法计算：{1}", word(fact.name), calculation(fact.reason)),
            mark=fact.name,
        )


def _reductions(records: Records) -> Iterator[Problem]:
    amounts = Amounts(records)
    for row in records.live("allocation"):
        amount = figures.in_wan(row["amount"])
        if row["kind"] == "预算调减" and amount is not None and amount > 0:
            yield problem(
                "budget.reduction",
                Severity.ERROR,
                Place("allocation", row["id"], "amount"),
                saying(
                    "指标文{0}是预算调减，金额却为正数 {1}。请填 {2}，或改正类型",
                    quoted(row["document_number"]),
                    amounts.say_unit(amount),
                    amounts.say(-amount),
                ),
                found=exchanged(amount),
                expected=exchanged(-amount),
            )


def _brackets(records: Records, table: str) -> Iterator[Problem]:
    """All numbers of one table whose year stands in other brackets, as one problem: it is one habit."""
    rows = [row for row in records.live(table) if WRONG_BRACKETS.search(row["document_number"] or "")]
    if not rows:
        return
    numbers = list(dict.fromkeys(str(row["document_number"]) for row in rows))
    right = WRONG_BRACKETS.sub(r"〔\1〕", numbers[0])
    if len(numbers) > 1:
        many, named = len(numbers), first_of(numbers, LISTED)
        said = saying("有 {0} 个文号的年份应用六角括号（如 {1}）：{2}", many, right, named)
    else:
        said = saying("文号{0}的年份应用六角括号：{1}", quoted(numbers[0]), right)
    yield problem(
        "budget.bracket",
        Severity.HINT,
        Place(table, rows[0]["id"], "document_number"),
        said,
        found=numbers[0],
        expected=right,
        about=f"bracket-{table}",
    )


def _prefixes(records: Records) -> Iterator[Problem]:
    """One serial number of one organ and year that stands under two prefixes."""
    seen: dict[tuple[str, str, str], dict[str, Row]] = defaultdict(dict)
    for row in records.live("allocation"):
        match = NUMBER.fullmatch(row["document_number"] or "")
        if match:
            prefix, year, serial = match.groups()
            seen[prefix[:ORGAN], year, serial].setdefault(prefix, row)
    for (organ, year, serial), by_prefix in seen.items():
        if len(by_prefix) < 2:
            continue
        numbers = [str(row["document_number"]) for row in by_prefix.values()]
        last = list(by_prefix.values())[-1]
        yield problem(
            "budget.prefix",
            Severity.DOUBT,
            Place("allocation", last["id"], "document_number"),
            saying(
                "{0} 年 {1} 号有 {2} 种字头：{3}。请核对是不是同一份文件",
                year,
                serial,
                len(numbers),
                listing(numbers),
            ),
            found=numbers[-1],
            expected=numbers[0],
            about=f"{organ}{year}-{serial}",
        )
