"""The columns of funds: figures that the rows give, beside what the unit declared."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtCore import QCoreApplication, Qt

from models import figures
from models.evaluation import Evaluation
from models.fields import Kind
from models.figures import Fact
from models.records import Records
from ui.grid.columns import Cell, Column, RowView
from ui.panels.payments import money_cell

RIGHT, CENTER = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
NAME_MARKS = ("declared_contracts", "inspected_amount", "short_name", "implementer")
WIDE = ("initial", "added", "carried")


def _tr(words: str) -> str:
    return QCoreApplication.translate("FundColumns", words)


def fact_cell(records: Records, fact: Fact) -> Cell:
    """A fact as a cell: money in the project's unit, a rate with its sign, — where it cannot be known."""
    if fact.value is None:
        return Cell("—", None, "muted")
    if fact.kind is Kind.MONEY:
        return money_cell(records, fact.value)
    return Cell(fact.shown, fact.value)


def fact_column(name: str, title: str, fact: str, width: int, *marks: str) -> Column:
    """A computed figure of each fund, and of the whole project in the total row."""

    def compute(view: RowView) -> Cell:
        facts = view.evaluation.facts.funds.get(view.row["id"])
        return fact_cell(view.records, facts[fact]) if facts else Cell()

    def total(records: Records, evaluation: Evaluation) -> Cell:
        return fact_cell(records, evaluation.facts.project[fact])

    return Column(name, title, width, compute=compute, total_cell=total, align=RIGHT, marks=marks)


def gap_of(paid: Fraction | None, declared: Fraction | None) -> Fraction | None:
    """What the rows give less what the unit declared; None where either is missing."""
    return None if paid is None or declared is None else paid - declared


def gap_cell(records: Records, gap: Fraction | None) -> Cell:
    """A difference with its sign, in doubt colours; a dash where both agree."""
    if gap is None:
        return Cell()
    if gap == 0:
        return Cell("–", gap, "muted")
    shown = money_cell(records, gap)
    return Cell(f"+{shown.text}" if gap > 0 else shown.text, shown.sort, "doubt")


def _declared_gap(view: RowView) -> Fraction | None:
    facts = view.evaluation.facts.funds.get(view.row["id"])
    return gap_of(facts["已支付"].value if facts else None, figures.in_wan(view.row["declared_paid"]))


def _declared_total(records: Records) -> Fraction | None:
    said = [figures.in_wan(fund["declared_paid"]) for fund in records.live("fund")]
    known = [each for each in said if each is not None]
    return sum(known, Fraction(0)) if known else None


def _total_gap(records: Records, evaluation: Evaluation) -> Cell:
    if any(fund["declared_paid"] is None for fund in records.live("fund")):
        return Cell()
    return gap_cell(records, gap_of(evaluation.facts.project["已支付"].value, _declared_total(records)))


def fund_columns() -> list[Column]:
    """The columns of the funds grid; those of `WIDE` show where there is room."""

    def name_total(records: Records, evaluation: Evaluation) -> Cell:
        return Cell(_tr("合计　{0} 项").format(len(records.live("fund"))))

    return [
        Column("code", width=40, total_cell=lambda records, evaluation: Cell()),
        Column("name", stretch=True, total_cell=name_total, marks=("", *NAME_MARKS)),
        Column("category", _tr("类别"), 48, align=CENTER),
        fact_column("initial", _tr("年初预算"), "年初预算", 82),
        fact_column("added", _tr("预算追加"), "预算追加", 82),
        fact_column("carried", _tr("上年结转"), "上年结转", 82),
        fact_column("quota", _tr("总指标"), "总指标", 82, "declared_quota"),
        fact_column("paid", _tr("已支付"), "已支付", 82, "declared_paid"),
        fact_column("balance", _tr("结余"), "结余", 74, "declared_balance"),
        fact_column("rate", _tr("执行率"), "预算执行率", 76, "declared_rate"),
        Column(
            "declared_paid",
            width=88,
            tone=lambda view: "doubt" if _declared_gap(view) else "",
            total_cell=lambda records, evaluation: money_cell(records, _declared_total(records)),
        ),
        Column(
            "difference",
            _tr("差额"),
            58,
            compute=lambda view: gap_cell(view.records, _declared_gap(view)),
            total_cell=_total_gap,
            align=RIGHT,
        ),
    ]


def group_column(fact: str, title: str, declared: str) -> Column:
    """What the contracts of a group give, with the mark of what the unit declared instead."""

    def compute(view: RowView) -> Cell:
        facts = view.evaluation.facts.groups.get(view.row["id"])
        return money_cell(view.records, facts[fact].value) if facts else Cell()

    return Column(f"sum_{declared}", title, 76, compute=compute, total=True, align=RIGHT, marks=(declared,))


def declared_column(fact: str, title: str, declared: str, fund: Callable[[], str]) -> Column:
    """What the unit declared for a group, in doubt colours where it disagrees."""

    def tone(view: RowView) -> str:
        facts = view.evaluation.facts.groups.get(view.row["id"])
        said = figures.in_wan(view.row[declared])
        return "doubt" if facts and said is not None and said != facts[fact].value else ""

    def total(records: Records, evaluation: Evaluation) -> Cell:
        groups = records.of("contract_group", "fund", fund())
        said = [figures.in_wan(row[declared]) for row in groups]
        known = [each for each in said if each is not None]
        # A sum of some groups beside the sum of all would look like a slip.
        return money_cell(records, sum(known, Fraction(0))) if known and len(known) == len(said) else Cell()

    return Column(declared, title, 76, total_cell=total, tone=tone)
