"""The lines of the overview: scores by level, rates against their standards, execution by fund."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from models import figures, kinds
from models.evaluation import Evaluation, Node
from models.facts import Facts
from models.fields import Row
from models.figures import Fact, FactSet
from models.records import Records
from models.report.chart_bars import Scale
from ui.look import Look
from ui.panels.bars import Extent, Line, Part, room_for
from ui.panels.payments import money_cell
from ui.panels.rates import standings
from ui.words import calculated, worded

WORST = 5
LISTED_FUNDS = 60
"""Funds with a line of their own; the others are on their page."""
LONGEST = 560
Show = Callable[[str, str, str], object]
"""Goes to a row: table, id, field."""


def _tr(words: str) -> str:
    return QCoreApplication.translate("OverviewLines", words)


# 得分构成


def score_lines(evaluation: Evaluation, show: Show) -> list[Line]:
    """One line for each level-1 indicator, and the total."""
    scale = Scale.of(_exact(each) for node in evaluation.roots for each in (node.weight, node.score))
    lines = [_score_line(node, scale, show) for node in evaluation.roots]
    if not lines:
        return [Line((Part(_tr("还没有指标"), role="text2"),))]
    total, weight = evaluation.total, evaluation.weight
    lost = weight - total - evaluation.open_points
    head = (Part(_tr("合计"), 92, weight=600), Part(most=LONGEST))
    return [*lines, Line((*head, *_score_parts(total, weight, lost)), above=True)]


def _exact(points: Decimal | None) -> Fraction | None:
    return None if points is None else Fraction(points)


def _score_line(node: Node, scale: Scale, show: Show) -> Line:
    parts = (
        Part(_named(node.row["code"], node.row["name"]), 92, weight=600),
        Part(bar=Extent(scale, _exact(node.weight), _exact(node.score), 16), most=LONGEST),
        *_score_parts(node.score, node.weight, node.lost),
    )
    return Line(parts, lambda: show("indicator", node.id, ""))


def _score_parts(score: Decimal | None, weight: Decimal | None, lost: Decimal) -> tuple[Part, ...]:
    def figure(value: Decimal | None) -> str:
        return "" if value is None else kinds.show_number(kinds.round_half_up(value))

    share_text = ""
    if score is not None and weight:
        share_text = kinds.show_rate(Fraction(score) / Fraction(weight) * 100)
    return (
        Part(figure(score), 60, right=True, weight=600),
        Part(f"/ {figure(weight)}", 72, right=True, role="text2"),
        Part(share_text, 72, right=True, role="text2", yields=True),
        Part(f"−{figure(lost)}" if lost > 0 else "", 72, right=True, role="text2"),
    )


def _named(code: str | None, name: str | None) -> str:
    return "　".join(word for word in (code, name) if word)


def worst_lost(evaluation: Evaluation, look: Look) -> str:
    """The indicators that lost most, as links; nothing where nothing is lost."""
    leaves = sorted((leaf for leaf in evaluation.leaves() if leaf.lost > 0), key=lambda leaf: -leaf.lost)
    if not leaves:
        return ""
    accent, muted = look.color("accent").name(), look.color("text2").name()
    links = [
        f'<a href="{leaf.id}" style="color:{accent};text-decoration:none">'
        f"{html.escape(leaf.row['name'] or '')}</a>&nbsp;{_points(leaf.lost)}"
        for leaf in leaves[:WORST]
    ]
    head = f'<span style="color:{muted}">{_tr("失分最多")}</span>'
    return "&nbsp;&nbsp;&nbsp; ".join((head, *links))


def _points(value: Decimal) -> str:
    return kinds.show_number(kinds.round_half_up(value))


# 预算指标


def rate_lines(records: Records, evaluation: Evaluation, show: Show) -> list[Line]:
    """The three rates beside their standards, each with its calculation."""
    funds = records.live("fund")
    first = str(funds[0]["id"]) if funds else ""
    found = standings(records, evaluation)
    return [
        Line(
            (
                Part(worded(each.name), max(room_for(worded(one.name), 92) for one in found)),
                Part(each.value, 76, right=True, weight=600),
                Part(each.standard, 78, right=True, role="text2"),
                Part(each.said, 160, right=True, role=each.tone),
                Part(calculated(each.calculation), role="text2", gap=36),
            ),
            lambda: show("fund", first, ""),
            tip=f"{calculated(each.calculation)}　{each.said}",
        )
        for each in found
    ]


# 资金执行


def fund_lines(records: Records, evaluation: Evaluation, show: Show) -> list[Line]:
    """One line for each fund, its bar to the scale of the largest, and the whole project."""
    funds, facts = records.live("fund"), evaluation.facts
    if not funds:
        return [Line((Part(_tr("还没有资金项目"), role="text2"),))]
    scale = Scale.of(facts.funds[fund["id"]][name].value for fund in funds for name in ("总指标", "已支付"))
    whole = (Part(_tr("合计"), 160, weight=600), Part(most=LONGEST))
    return [
        _fund_head(),
        *(_fund_line(records, facts, fund, scale, show) for fund in funds[:LISTED_FUNDS]),
        *_more_funds(funds, show),
        Line((*whole, *_amounts(records, facts.project, weight=600)), above=True),
    ]


def _more_funds(funds: Sequence[Row], show: Show) -> list[Line]:
    more = funds[LISTED_FUNDS:]
    if not more:
        return []
    said = Part(_tr("另有 {0} 个项目，在资金页").format(len(more)), role="text2")
    return [Line((said,), lambda: show("fund", more[0]["id"], ""))]


def _fund_head() -> Line:
    words = (_tr("总指标"), _tr("已支付"), _tr("结余"), _tr("执行率"))
    return Line(
        (
            Part(_tr("资金项目"), 160, size=12, role="text2"),
            Part(_tr("总指标（框）与已支付（实）"), size=12, role="text2", most=LONGEST),
            *(
                Part(word, 72, right=True, size=12, role="text2", yields=at == 2)
                for at, word in enumerate(words)
            ),
        ),
        height=22,
    )


def _fund_line(records: Records, facts: Facts, fund: Row, scale: Scale, show: Show) -> Line:
    own = facts.funds[fund["id"]]
    quota, paid = own["总指标"].value, own["已支付"].value
    declared = figures.in_wan(fund["declared_paid"])
    differs = declared is not None and paid is not None and declared != paid
    parts = (
        Part(_named(fund["code"], fund["short_name"] or fund["name"]), 160),
        Part(bar=Extent(scale, quota, paid), most=LONGEST),
        *_amounts(records, own, differs=differs),
    )
    return Line(parts, lambda: show("fund", fund["id"], "paid"))


def _amounts(
    records: Records, facts: FactSet, *, differs: bool = False, weight: int = 400
) -> tuple[Part, ...]:
    def amount(fact: Fact, role: str = "text", dotted: bool = False) -> Part:
        text = money_cell(records, fact.value).text or "—"
        yields = fact.name == "结余"
        return Part(text, 72, right=True, weight=weight, role=role, dotted=dotted, yields=yields)

    paid = amount(facts["已支付"], "doubt" if differs else "text", differs)
    rate = Part(facts["预算执行率"].shown, 72, right=True, weight=600)
    return amount(facts["总指标"]), paid, amount(facts["结余"]), rate
