"""Every table, chart and passage that live text can insert, by kind and name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from models.report import (
    background,
    charts,
    conclusion,
    contracts,
    findings,
    management,
    money,
    opening,
    progress,
    regulations,
    remaining,
    results,
    self_report,
    spending,
)
from models.report.analysis import analysis
from models.report.annexes import allocations_table, contracts_list, findings_table, score_table
from models.report.blocks import Chart
from models.report.live.inserting import Give
from models.report.live.syntax import InsertKind
from models.report.material import Material

PASSAGES: Mapping[str, Callable[[Material], Iterable[str]]] = {
    "评价范围": opening.scope,
    "其他评价依据": opening.further_bases,
    "评价程序": opening.procedures,
    "评价指标": opening.framework,
    "立项及建设内容": background.content,
    "绩效目标": background.goals,
    "资金总况": money.whole,
    "各项目资金使用": spending.spending,
    "总指标构成": money.composition,
    "预算指标": money.budget_rates,
    "资金管理": management.management,
    "项目实施": progress.progress,
    "制度执行": regulations.regulations,
    "产出及效益": results.results,
    "成果": results.achievements,
    "满意度": results.surveys,
    "存在的问题": findings.findings,
    "相关建议": findings.advice,
    "评价结论": conclusion.conclusion,
    "指标分析": analysis,
    "经验做法": remaining.practices,
    "其他说明": remaining.remaining,
    "资料说明": remaining.own_remaining,
    "自评得分": self_report.scores,
    "目标完成": self_report.attainment,
    "偏离原因": self_report.deviations,
}

TABLES: Mapping[str, Give] = {
    "资金总额及组成": money.funds_table,
    "预算指标与标准值": money.rates_table,
    contracts.TABLE: contracts.contracts_of,
    progress.TABLE: progress.milestones_table,
    results.TABLE: results.objectives_table,
    self_report.TABLE: self_report.scores_table,
    conclusion.TABLE: conclusion.summary_table,
    "评分表": lambda material, _argument: score_table(material) if material.evaluation.roots else None,
    "资金指标及支付": lambda material, _argument: allocations_table(material) if material.funds else None,
    "合同执行": lambda material, _argument: contracts_list(material) if material.contracts else None,
    "问题及建议": lambda material, _argument: findings_table(material),
}


def _payments(material: Material, key: str) -> Chart | None:
    """The payments of the fund that the key finds, of all funds without one."""
    return charts.payments_over_time(material, material.scope.row("资金", key)[1] if key else None)


CHARTS: Mapping[str, Give] = {
    "一级指标得分": lambda material, _argument: charts.level_scores(material),
    "各项目预算执行": lambda material, _argument: charts.execution_by_fund(material),
    "付款进度": _payments,
}

ARGUMENTS: Mapping[tuple[InsertKind, str], str] = {
    ("表", contracts.TABLE): "资金",
    ("图", "付款进度"): "资金",
}
"""Of which collection the argument of an insert is the key; the others need none."""


def _passage(write: Callable[[Material], Iterable[str]]) -> Give:
    return lambda material, _argument: write(material)


INSERTS: Mapping[tuple[InsertKind, str], Give] = {
    **{("段", name): _passage(write) for name, write in PASSAGES.items()},
    **{("表", name): give for name, give in TABLES.items()},
    **{("图", name): give for name, give in CHARTS.items()},
}
