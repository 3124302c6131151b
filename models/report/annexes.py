"""The annexes: score table with reasons, granting documents, contracts, findings with what follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models import figures, kinds, rates
from models.evaluation import Node, Role
from models.fields import Row
from models.figures import ZERO
from models.report.blocks import Annex, Block, Cell, Column, RowRole, Table, TableRow
from models.report.findings import deductions, finding_places
from models.report.material import Material, contract_source, fund_name, fund_source
from models.report.wording import NOTHING, ended, short_day, unended

UNTITLED = "未命名"


def annexes(material: Material) -> Sequence[tuple[Annex, Table]]:
    """Every annex that has something to show, numbered in order."""
    made: list[tuple[str, Table]] = []
    if material.evaluation.roots:
        made.append(("绩效评价评分表", score_table(material)))
    if material.records.live("allocation"):
        made.append(("资金指标及支付情况表", allocations_table(material)))
    if material.contracts:
        made.append(("合同执行情况表", contracts_list(material)))
    if material.records.live("finding"):
        made.append(("问题及建议对照表", findings_table(material)))
    single = len(made) == 1
    return [
        (Annex("" if single else str(number), title), table) for number, (title, table) in enumerate(made, 1)
    ]


def annex_blocks(made: Sequence[tuple[Annex, Table]]) -> Iterator[Block]:
    """The annexes behind one another, each on its own page."""
    for annex, table in made:
        yield annex
        yield table


def score_table(material: Material) -> Table:
    """Every scored indicator with its weight, score and the reason of the score."""
    columns = (
        Column("一级指标", 12),
        Column("二级指标", 12),
        Column("三级指标", 18),
        Column("分值", 7, "right"),
        Column("得分", 7, "right"),
        Column("完成值", 13, "center"),
        Column("评分说明", 60),
    )
    rows: list[TableRow] = []
    for root in material.evaluation.roots:
        for path in _paths(root, ()):
            rows.append(_scored(path))
        if root.role is Role.BRANCH:
            rows.append(TableRow((f"{_name(root)}小计", "", "", *_points(root), "", ""), "subtotal"))
    evaluation = material.evaluation
    total = Cell(f"{evaluation.scored:f}", "总分")
    rows.append(TableRow(("合计", "", "", f"{evaluation.weight:f}", total, "", _grade(material)), "total"))
    return Table("", "分", columns, tuple(rows), group_columns=2, landscape=True)


def _paths(node: Node, above: tuple[Node, ...]) -> Iterator[tuple[Node, ...]]:
    path = (*above, node)
    if node.role is not Role.BRANCH:
        yield path
        return
    for child in node.children:
        yield from _paths(child, path)


def _name(node: Node) -> str:
    name = node.row["name"] or UNTITLED
    if node.role is not Role.BRANCH or node.weight is None:
        return str(name)
    return f"{name}（{kinds.canonical(node.weight)}分）"


def _scored(path: tuple[Node, ...]) -> TableRow:
    leaf, between = path[-1], path[1:-1]
    source = ("indicator", leaf.id, "weight")
    weight, score = _points(leaf)
    return TableRow(
        (
            _name(path[0]),
            "—".join(map(_name, between)),
            leaf.row["name"] or UNTITLED,
            Cell(weight, source),
            Cell(score, ("indicator", leaf.id, "override")),
            leaf.value_text or NOTHING,
            reason(leaf),
        )
    )


def _points(node: Node) -> tuple[str, str]:
    weight = NOTHING if node.weight is None else f"{node.weight:f}"
    if node.absent:
        return weight, "不适用"
    return weight, "未评" if node.score is None else f"{node.score:f}"


def reason(leaf: Node) -> str:
    """Why a score is what it is: the evaluator's opinion, the 要点, and the explanation as on the screen."""
    opinion = " ".join((leaf.row["opinion"] or "").split())
    points = _points_told(leaf) if leaf.children else ""
    return "\n".join(line for line in (ended(opinion), ended(points), leaf.explanation.text) if line)


def _points_told(leaf: Node) -> str:
    """The 要点 with what was found at each."""
    told = []
    for place, node in enumerate(leaf.children, start=1):
        found = node.row["fulfilment"] or node.value_text or "未评"
        told.append(f"{place}. {unended(node.row['name'] or UNTITLED)}：{found}")
    return "；".join(told)


def _grade(material: Material) -> str:
    evaluation = material.evaluation
    if evaluation.grade is None:
        return f"尚有{evaluation.open_points:f}分未评，暂不评定等次"
    limited = f"，按封顶或否决条件计{evaluation.total:f}分" if evaluation.total != evaluation.scored else ""
    return f"评价等次：{evaluation.grade}{limited}"


def allocations_table(material: Material) -> Table:
    """The granting documents by fund, and what was paid of them."""
    columns = (
        Column("项目名称", 25),
        Column("指标文号", 36),
        Column("类型", 16, "center"),
        Column("指标金额", 15, "right"),
        Column("已支付", 15, "right"),
        Column("结余", 14, "right"),
        Column("执行率", 14, "right"),
    )
    rows: list[TableRow] = []
    for fund in material.funds:
        rows += _allocations(material, fund)
    names = ("总指标", "已支付", "结余", rates.EXECUTION)
    whole = [material.voice.cell(material.facts.project[name]) for name in names]
    rows.append(TableRow(("合计", "", "", *whole), "total"))
    return Table("", material.money_line, columns, tuple(rows), group_columns=1)


def _allocations(material: Material, fund: Row) -> Iterator[TableRow]:
    voice, facts = material.voice, material.of_fund(fund)
    granted = material.records.of("allocation", "fund", fund["id"])
    for number, row in enumerate(granted):
        amount = Cell(voice.amount(figures.in_wan(row["amount"])), ("allocation", row["id"], "amount"))
        used = [
            voice.cell(facts[name], fund_source(fund, name), joined=number > 0)
            for name in ("已支付", "结余", rates.EXECUTION)
        ]
        yield TableRow(
            (fund_name(fund), row["document_number"] or NOTHING, row["kind"] or NOTHING, amount, *used)
        )
    if len(granted) > 1:
        quota = voice.cell(facts["总指标"], fund_source(fund, "总指标"))
        rest = [
            voice.cell(facts[name], fund_source(fund, name), joined=True)
            for name in ("已支付", "结余", rates.EXECUTION)
        ]
        yield TableRow((fund_name(fund), "小计", "", quota, *rest), "subtotal")


def contracts_list(material: Material) -> Table:
    """Every contract: procurement, dates, amount, paid before and in the year, unpaid."""
    columns = (
        Column("合同名称", 100),
        Column("服务单位", 85),
        Column("采购方式", 51, "center"),
        Column("签订日期", 51, "center"),
        Column("服务期限", 72, "center"),
        Column("验收日期", 62, "center"),
        Column("合同金额", 58, "right"),
        Column("以前年度\n支付", 53, "right"),
        Column("本年支付", 58, "right"),
        Column("未付", 53, "right"),
    )
    rows: list[TableRow] = []
    for fund in material.funds:
        contracts = material.records.of("contract", "fund", fund["id"])
        if not contracts:
            continue
        rows.append(TableRow((fund_name(fund), *[""] * (len(columns) - 1)), "group"))
        rows += [_contract(material, row) for row in contracts]
        if len(contracts) > 1:
            rows.append(_contract_sums(material, "小计", contracts, "subtotal"))
    rows.append(_contract_sums(material, "合计", material.contracts, "total"))
    return Table("", material.money_line, columns, tuple(rows), landscape=True)


AMOUNTS = ("合同金额", "以前年度已付", "本年已付", "未付")


def _contract(material: Material, row: Row) -> TableRow:
    facts = material.of_contract(row)
    return TableRow(
        (
            row["name"] or NOTHING,
            material.records.title("vendor", row["vendor"]) or NOTHING,
            row["procurement"] or NOTHING,
            short_day(row["signed_on"]),
            _served(row),
            short_day(row["accepted_on"]),
            *(material.voice.cell(facts[name], contract_source(row, name)) for name in AMOUNTS),
        )
    )


def _served(row: Row) -> str:
    starts, ends = row["starts_on"], row["ends_on"]
    return f"{short_day(starts)}至\n{short_day(ends)}" if starts or ends else NOTHING


def _contract_sums(material: Material, label: str, contracts: Sequence[Row], role: RowRole) -> TableRow:
    sums = []
    for name in AMOUNTS:
        known = [value for row in contracts if (value := material.of_contract(row)[name].value) is not None]
        sums.append(material.voice.amount(sum(known, ZERO) if known else None))
    return TableRow((label, "", "", "", "", "", *sums), role)


def findings_table(material: Material) -> Table:
    """The findings with category, severity, points lost and the advice that answers them."""
    columns = (
        Column("序号", 8, "center"),
        Column("问题", 34),
        Column("类别", 17, "center"),
        Column("严重程度", 11, "center"),
        Column("扣分指标", 34),
        Column("对应建议", 34),
    )
    places, advice = finding_places(material), _advice(material)
    rows = tuple(
        TableRow(
            (
                places[row["id"]],
                row["title"] or UNTITLED,
                row["category"] or NOTHING,
                row["severity"] or NOTHING,
                deductions(material, row) or NOTHING,
                "\n".join(advice.get(row["id"], ())) or NOTHING,
            )
        )
        for row in material.records.live("finding")
    )
    return Table("", "", columns, rows)


def _advice(material: Material) -> dict[str, list[str]]:
    """The titles of the recommendations by the finding they answer."""
    found: dict[str, list[str]] = {}
    for row in material.records.live("recommendation"):
        for link in material.records.of("finding_recommendation", "recommendation", row["id"]):
            found.setdefault(link["finding"] or "", []).append(row["title"] or UNTITLED)
    return found
